"""What a language says an amount is: of money a fine, a bribe, a loss, aid, a price; of metres a column of ash, a wave, a flood; of people aboard a plane or a ship."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of

BEFORE, BEHIND = 70, 40
"""How far from an amount, in characters, a word may stand that says what it is."""
CLOSE = 12
"""How many characters behind a figure its grade may end: "two hurt, badly"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountLexicon:
    """`named` are the kinds of each measure with their patterns, shared by all packs; `joins` finds words that add an amount to another."""

    named: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    joins: re.Pattern[str]
    after: Mapping[str, re.Pattern[str]]
    """Words right behind an amount that make it another kind whatever stands before: metres above the sea."""
    grades_not: Mapping[tuple[str, str], re.Pattern[str]]
    """Words beside which those of a grade's do not tell it: "shot and wounded"."""
    grades: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    """How badly: words within a figure, or right behind it, that make it a part of those whom the measure counts."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("amounts")
        where = f"lang/{pack.code}/amounts.toml"
        return cls(
            named={
                measure: tuple((k, _whole(words_of(kinds, k, where=where))) for k in sorted(kinds))
                for measure, kinds in sorted(table["kind"].items())
            },
            grades={
                measure: tuple((k, _whole(words_of(kinds, k, where=where))) for k in sorted(kinds))
                for measure, kinds in sorted(table["grade"].items())
            },
            grades_not={
                (measure, k): _whole(words_of(kinds, k, where=where))
                for measure, kinds in sorted(table["grade_not"].items())
                for k in sorted(kinds)
            },
            after={m: _whole(words_of(table["after"], m, where=where)) for m in sorted(table["after"])},
            joins=_whole(words_of(table, "joins", where=where)),
        )

    def grade(self, measure: str, text: str, start: int, end: int) -> frozenset[str]:
        """Name how badly those are hit who are counted at `start`..`end`; empty where no word says."""
        piece = text[start : end + CLOSE]
        found = [(m.start(), k) for k, pattern in self.grades.get(measure, ()) if (m := pattern.search(piece))]
        found = [
            (at, k) for at, k in found if (measure, k) not in self.grades_not or not self.grades_not[measure, k].search(piece)
        ]
        return frozenset({min(found)[1]}) if found else frozenset()

    def kinds(self, measure: str, text: str, start: int, end: int) -> frozenset[str]:
        """Name what the amount at `start`..`end` is: the kind of the last word before it or in it, else of the first behind it."""
        named = self.named.get(measure, ())
        if measure in self.after and self.after[measure].search(text[end : end + BEHIND]):
            return frozenset({"level"})
        before = text[max(0, start - BEFORE) : end]
        last = [(m.end(), k) for k, pattern in named for m in pattern.finditer(before)]
        if last:
            return frozenset({max(last)[1]})
        behind = text[end : end + BEHIND]
        first = [(m.start(), k) for k, pattern in named if (m := pattern.search(behind))]
        return frozenset({min(first)[1]}) if first else frozenset()


def _whole(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
