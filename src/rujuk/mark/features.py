"""What the name tagger sees of each word.

A word's own features are computed once and kept; those of a place in a run are put together from its neighbours'.  Training and tagging
use the same function, so they cannot drift apart; tagging leaves out the features that the model does not know, which weigh nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from rujuk.lang.names import NameLexicon

_LOWER = re.compile(r"[^\W\d_A-Z]+")
_UPPER = re.compile(r"[A-ZÀ-Þ]")
_TWICE = re.compile(r"X{2,}")
_DIGITS = re.compile(r"\d+")
Feature: TypeAlias = str | bytes
EDGE = "<>"
KEPT = 60_000
"""So many words are kept at most; the cache starts anew beyond."""


def shape(word: str) -> str:
    """Give the pattern of a word: "Xx", "X", "XX", "Xx-Xx", "d"; runs of letters are one letter."""
    return _DIGITS.sub("d", _TWICE.sub("XX", _UPPER.sub("X", _LOWER.sub("x", word))))


class _Word(NamedTuple):
    """Features of a word itself, as a neighbour before and after, as the second one before and after; and what they are built from."""

    own: Sequence[Feature]
    before: Sequence[Feature]
    after: Sequence[Feature]
    two_before: Sequence[Feature]
    two_after: Sequence[Feature]
    low: str
    first: str
    """The feature that tells the word to the one behind it."""
    before_shape: str
    shape: str


class _All(dict[str, Feature]):
    """Every feature is known: what training sees."""

    def __missing__(self, feature: str) -> Feature:
        return feature

    def get(self, feature: str, default: object = None) -> Feature:
        return feature


@dataclass(slots=True)
class FeatureMaker:
    """Makes features for one language; holds only what depends on words alone.

    `seen` gives the model's features in bytes, which spares encoding them anew; without it every feature is given.
    """

    lexicon: NameLexicon
    seen: Mapping[str, Feature] = field(default_factory=_All)
    _own: dict[str, _Word] = field(default_factory=dict)
    _edge: _Word | None = None

    def _kept(self, features: Sequence[str]) -> list[Feature]:
        """Give those features that the model knows."""
        known = (self.seen.get(f) for f in features)
        return [f for f in known if f is not None]

    def edge(self) -> _Word:
        """What stands before the first and behind the last word of a sentence."""
        if self._edge is None:
            kept = self._kept
            self._edge = _Word(
                [], kept(["-w=<>"]), kept(["+w=<>"]), kept(["2-w=<>"]), kept(["2+w=<>"]), EDGE, "-w=<>", "-w=<>", ""
            )
        return self._edge

    def _word(self, word: str) -> _Word:
        """Give what is known of a word by itself."""
        found = self._own.get(word)
        if found is not None:
            return found
        if len(self._own) > KEPT:
            self._own.clear()
        low, form = word.lower(), shape(word)
        classes = self.lexicon.classes(word)
        own = [
            f"w={low}",
            f"h={form}",
            f"p3={low[:3]}",
            f"s3={low[-3:]}",
            f"s2={low[-2:]}",
            f"p2={low[:2]}",
            f"l={min(len(low), 8)}",
        ]
        own += [f"c={c}" for c in classes]
        before = [f"-w={low}", f"-h={form}", *(f"-c={c}" for c in classes)]
        after = [f"+w={low}", f"+h={form}", *(f"+c={c}" for c in classes)]
        kept = self._kept
        self._own[word] = found = _Word(
            kept(own), kept(before), kept(after), kept([f"2-w={low}"]), kept([f"2+w={low}"]), low, before[0], before[1], own[1]
        )
        return found

    def features(
        self, words: Sequence[str], start: int, end: int, known: Mapping[int, str], *, shouting: bool
    ) -> list[list[Feature]]:
        """Give the features of the words `start..end` of a sentence.

        `known` tells which of them belong to known names.  `shouting` says that the sentence capitalises its ordinary words (a headline), so that capitals tell little.
        """
        word, seen = self._word, self.seen.get
        last = len(words)
        out: list[list[Feature]] = []
        edge = self.edge()
        two_back = word(words[start - 2]) if start > 1 else edge
        back = word(words[start - 1]) if start else edge
        now = word(words[start])
        ahead = word(words[start + 1]) if start + 1 < last else edge
        pair = seen(f"-0={back.low}|{now.low}")
        for i in range(start, end):
            two_ahead = word(words[i + 2]) if i + 2 < last else edge
            f = [*now.own, *back.before, *ahead.after, *two_back.two_before, *two_ahead.two_after]
            if pair is not None:
                f.append(pair)
            if (found := seen(f"0+={now.low}|{ahead.low}")) is not None:
                f.append(found)
            if (found := seen(back.before_shape + now.shape)) is not None:
                f.append(found)
            if i in known:
                if (found := seen(known[i])) is not None:
                    f.append(found)
                if (found := seen(known[i] + back.first)) is not None:
                    f.append(found)
            if i == 0 and (found := seen("first")) is not None:
                f.append(found)
            if shouting and (found := seen("shouting")) is not None:
                f.append(found)
            out.append(f)
            two_back, back, now, ahead = back, now, ahead, two_ahead
            pair = seen(f"-0={back.low}|{now.low}")
        return out


def shouts(words: Sequence[str], use: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Say whether a sentence is written like a headline: its ordinary words begin with capitals too.

    `use` tells which words are ordinary (`u0`); where it knows too few of them, the share of capitals among longer words decides.
    """
    ordinary = capitals = long = longer = 0
    for w in words[1:]:
        if len(w) > 3 and w[0].isalpha():
            long += 1
            capital = not w[0].islower()
            longer += capital
            if len(w) > 4 and "u0" in use.get(w.lower(), ""):
                ordinary += 1
                capitals += capital
    if ordinary > 1:
        return capitals >= 0.6 * ordinary
    if ordinary == 1 or use:
        return capitals == 1 and longer > 2 and longer >= 0.75 * long
    return long > 3 and longer >= 0.75 * long
