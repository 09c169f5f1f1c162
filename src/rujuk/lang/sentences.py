"""What a language says about where sentences end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLexicon:
    """Words around a full stop, casefolded and without their last dot.

    After `abbreviations` a dot never ends a sentence, after those of `before_number` it does not before a digit, after those of
    `may_end` it does only before one of `starters`, words that begin sentences far more often than names.  `domains` are the last
    parts of net addresses: a capital after a dot is no new sentence there ("Tempo.Co").
    """

    abbreviations: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    domains: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("sentences")

        def words(key: str) -> frozenset[str]:
            return frozenset(w.rstrip(".").casefold() for w in words_of(table, key, where=f"lang/{pack.code}/sentences.toml"))

        return cls(
            abbreviations=words("abbreviations"),
            before_number=words("before_number"),
            may_end=words("may_end"),
            starters=words("starters"),
            domains=words("domains"),
        )
