"""How rare words are in the news of a language: what a shared word tells about two reports being of one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack

ANY = "*"
"""Stands in the table for a word that is not in it."""
COMMON = 0.004
"""From this share of the texts on a word is common."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """Share of news texts (0 to 1) that hold a word, and the share that is assumed for a word not listed."""

    share: dict[str, float]
    unseen: float = COMMON

    def of(self, word: str) -> float:
        """Give the share of texts that hold a word."""
        return max(self.share.get(word, 0.0), self.unseen)

    def common(self, word: str) -> bool:
        """Say whether the word is common."""
        return self.share.get(word, 0.0) >= COMMON

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        try:
            share = {word: int(count) / 10_000 for word, count in pack.rows("rarity")}
        except ValueError as e:
            raise PackError(
                str(e), where=f"lang/{pack.code}/rarity.tsv", expected="a word, a tab, a count in ten thousand"
            ) from e
        return cls(share, share.pop(ANY, COMMON))


UNLISTED = Rarity({})
"""For a language without a pack."""
