"""What the name tagger sees of each word.

A word's own features are computed once and kept; those of a place in a run are put together from its neighbours'.  Training and tagging
use the same function, so they cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rujuk.lang.names import NameLexicon

_LOWER = re.compile(r"[^\W\d_A-Z]+")
_UPPER = re.compile(r"[A-ZÀ-Þ]")
_TWICE = re.compile(r"X{2,}")
_DIGITS = re.compile(r"\d+")
EDGE = "<>"
KEPT = 60_000
"""So many words are kept at most; the cache starts anew beyond."""


def shape(word: str) -> str:
    """Give the pattern of a word: "Xx", "X", "XX", "Xx-Xx", "d"; runs of letters are one letter."""
    return _DIGITS.sub("d", _TWICE.sub("XX", _UPPER.sub("X", _LOWER.sub("x", word))))


@dataclass(slots=True)
class FeatureMaker:
    """Makes features for one language; holds only what depends on words alone."""

    lexicon: NameLexicon
    _own: dict[str, tuple[list[str], list[str], list[str], str]] = field(default_factory=dict)

    def _word(self, word: str) -> tuple[list[str], list[str], list[str], str]:
        """Features of a word itself, as a neighbour before, as a neighbour after, and its lower case."""
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
        self._own[word] = found = (own, before, after, low)
        return found

    def features(
        self, words: Sequence[str], start: int, end: int, known: Mapping[int, str], *, shouting: bool
    ) -> list[list[str]]:
        """Give the features of the words `start..end` of a sentence.

        `known` tells which of them belong to known names.  `shouting` says that the sentence capitalises its ordinary words (a headline), so that capitals tell little.
        """
        own = self._word
        last = len(words)
        out: list[list[str]] = []
        edge: tuple[list[str], list[str], list[str], str] = ([], ["-w=<>"], ["+w=<>"], EDGE)
        two_back = own(words[start - 2]) if start > 1 else edge
        back = own(words[start - 1]) if start else edge
        now = own(words[start])
        for i in range(start, end):
            ahead = own(words[i + 1]) if i + 1 < last else edge
            two_ahead = own(words[i + 2]) if i + 2 < last else edge
            f = now[0] + back[1] + ahead[2]
            f.append(f"2-w={two_back[3]}")
            f.append(f"2+w={two_ahead[3]}")
            f.append(f"-0={back[3]}|{now[3]}")
            f.append(f"0+={now[3]}|{ahead[3]}")
            f.append(back[1][1 if back is not edge else 0] + now[0][1])
            if i in known:
                f.append(known[i])
                f.append(f"{known[i]}{back[1][0]}")
            if i == 0:
                f.append("first")
            if shouting:
                f.append("shouting")
            out.append(f)
            two_back, back, now = back, now, ahead
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
