"""What the name tagger sees of each word.

A word's own features are computed once and kept; those of a place in a run are put together from its neighbours'.  Training uses them one by
one, tagging sums their weights (`scoring`), and a test holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import may_name
from rujuk.text.remembered import Remembered

_LOWER = re.compile(r"[^\W\d_A-Z]+")
_UPPER = re.compile(r"[A-ZÀ-Þ]")
_TWICE = re.compile(r"X{2,}")
_DIGITS = re.compile(r"\d+")
LONGEST = 5
"""A stretch of so many capitals or more counts as long."""


def shape(word: str) -> str:
    """Give the pattern of a word: "Xx", "X", "XX", "Xx-Xx", "d"; runs of letters are one letter."""
    return _DIGITS.sub("d", _TWICE.sub("XX", _UPPER.sub("X", _LOWER.sub("x", word))))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one word brings in each role: as the word itself, as the one before and after, and as an end of a stretch of capitals."""

    own: list[str]
    before: list[str]
    after: list[str]
    shape: str
    shape_before: str
    two_before: str
    two_after: str
    head: list[str]
    tail: list[str]
    ahead_of: str
    behind: str


EDGE_WORD = Seen([], ["-w=<>"], ["+w=<>"], "", "-w=<>", "2-w=<>", "2+w=<>", [], [], "B=<>", "A=<>")
"""Stands before the first word and behind the last."""


@dataclass(slots=True)
class FeatureMaker:
    """Makes features for one language; holds only what depends on words alone."""

    lexicon: NameLexicon
    seen: Remembered[Seen] = field(init=False)

    def __post_init__(self) -> None:
        self.seen = Remembered(self.see)

    def see(self, word: str) -> Seen:
        """Give what a word brings."""
        low, form = word.lower(), shape(word)
        classes = self.lexicon.classes(word)
        known = "/".join(c for c in classes if c[0] != "k")
        return Seen(
            own=[
                f"w={low}",
                f"h={form}",
                f"p3={low[:3]}",
                f"s3={low[-3:]}",
                f"s2={low[-2:]}",
                f"p2={low[:2]}",
                f"l={min(len(low), 8)}",
                *(f"c={c}" for c in classes),
            ],
            before=[f"-w={low}", f"-h={form}", *(f"-c={c}" for c in classes)],
            after=[f"+w={low}", f"+h={form}", *(f"+c={c}" for c in classes)],
            shape=f"h={form}",
            shape_before=f"-h={form}",
            two_before=f"2-w={low}",
            two_after=f"2+w={low}",
            head=[f"F={low}", f"Fc={known}"],
            tail=[f"L={low}", f"Lc={known}"],
            ahead_of=f"B={low}",
            behind=f"A={low}",
        )

    def features(
        self, words: Sequence[str], start: int, end: int, known: Mapping[int, str], *, shouting: bool
    ) -> list[list[str]]:
        """Give the features of the words `start..end` of a sentence.

        Words of a stretch of several capitals share what its ends are and what stands around it.
        `known` tells which of them belong to known names.  `shouting` says that the sentence capitalises its ordinary words (a headline), so that capitals tell little.
        """
        seen = [self.seen[w] for w in words[max(0, start - 2) : end + 2]]
        if start < 2:
            seen[:0] = [EDGE_WORD] * (2 - start)
        seen += [EDGE_WORD, EDGE_WORD]
        out: list[list[str]] = []
        stop, stretch = start, [""]
        for i in range(start, end):
            two_before, before, now, after, two_after = seen[i - start : i - start + 5]
            if i >= stop:
                stop = i + 1
                if may_name(words[i]):
                    while stop < end and may_name(words[stop]):
                        stop += 1
                stretch = []
                if stop > i + 1:
                    tail, behind = seen[stop + 1 - start], seen[stop + 2 - start]
                    stretch = [*now.head, *tail.tail, before.ahead_of, behind.behind, f"n={min(stop - i, LONGEST)}"]
            f = [
                *now.own,
                *before.before,
                *after.after,
                *stretch,
                two_before.two_before,
                two_after.two_after,
                before.shape_before + now.shape,
            ]
            if i in known:
                f.append(known[i])
                f.append(f"{known[i]}{before.before[0]}")
            if not i:
                f.append("first")
            if shouting:
                f.append("shouting")
            out.append(f)
        return out


def shouts(
    words: Sequence[str],
    use: Mapping[str, str] = MappingProxyType({}),
    unheaded: Container[str] = frozenset(),
    *,
    title: bool = False,
) -> bool:
    """Say whether a sentence is written like a headline: its ordinary words begin with capitals too, or it is all capitals.

    `use` tells which words are ordinary (`u0`); where it knows too few of them, the share of capitals among longer words decides.
    `unheaded` are the words that a headline leaves without a capital.  In a `title` also short words and less plain ones tell.
    """
    ordinary = capitals = long = longer = upper = 0
    for w in words[1:]:
        if len(w) > 3 and w[0].isalpha():
            long += 1
            capital = not w[0].islower()
            longer += capital
            upper += w.isupper()
            kind = use.get(low := w.lower(), "")
            plain = "u0" in kind and len(w) > 4
            if (plain or (title and ("u0" in kind or "u1" in kind))) and low not in unheaded:
                ordinary += 1
                capitals += capital
    if upper > 2 and upper == long:
        return True
    if ordinary > 1:
        return capitals >= 0.6 * ordinary
    if ordinary == 1 or use:
        return capitals == 1 and longer > 2 and longer >= 0.75 * long
    return long > 3 and longer >= 0.75 * long
