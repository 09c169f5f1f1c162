"""What a language says about where sentences end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLexicon:
    """Abbreviations (without their last dot, casefolded) after which a dot does not end a sentence."""

    abbreviations: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("sentences")
        words = words_of(table, "abbreviations", where=f"lang/{pack.code}/sentences.toml")
        return cls(abbreviations=frozenset(w.rstrip(".").casefold() for w in words))
