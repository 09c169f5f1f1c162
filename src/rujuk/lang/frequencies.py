"""How common the common words of a language are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Share of news texts (0 to 1) that hold a word, for the words that a few in a hundred texts hold."""

    share: dict[str, float]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        try:
            return cls({word: int(count) / 1000 for word, count in pack.rows("frequencies")})
        except ValueError as e:
            raise PackError(
                str(e), where=f"lang/{pack.code}/frequencies.tsv", expected="a word, a tab, a count in a thousand"
            ) from e
