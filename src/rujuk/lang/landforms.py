"""Words for kinds of places that stand with a name and are no part of it: strait, island, regency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LandformLexicon:
    """`heads` are single words, casefolded; two names that differ only by them name one place, unless a gazetteer knows better."""

    heads: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        words = words_of(pack.table("landforms"), "heads", where=f"lang/{pack.code}/landforms.toml")
        return cls(heads=frozenset(w.casefold() for w in words))
