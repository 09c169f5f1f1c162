"""What a language says an amount of money is: a fine, a bribe, a loss, aid, a price."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of

BEFORE, BEHIND = 70, 40
"""How far from an amount, in characters, a word may stand that says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountLexicon:
    """`named` are the kinds with their patterns, shared by all packs; `joins` finds words that add an amount to another."""

    named: tuple[tuple[str, re.Pattern[str]], ...]
    joins: re.Pattern[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("amounts")
        where = f"lang/{pack.code}/amounts.toml"
        kinds = table["kind"]
        return cls(
            named=tuple((k, _whole(words_of(kinds, k, where=where))) for k in sorted(kinds)),
            joins=_whole(words_of(table, "joins", where=where)),
        )

    def kinds(self, text: str, start: int, end: int) -> frozenset[str]:
        """Name what the amount at `start`..`end` is: the kind of the last word before it, else of the first behind it."""
        before = text[max(0, start - BEFORE) : start]
        last = [(m.end(), k) for k, pattern in self.named for m in pattern.finditer(before)]
        if last:
            return frozenset({max(last)[1]})
        behind = text[end : end + BEHIND]
        first = [(m.start(), k) for k, pattern in self.named if (m := pattern.search(behind))]
        return frozenset({min(first)[1]}) if first else frozenset()


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
