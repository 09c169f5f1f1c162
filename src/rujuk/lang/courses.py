"""What a language says about a figure that takes another's place: corrected, earlier, grown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLexicon:
    """Patterns of words that say how a figure stands to the one before it."""

    correction: re.Pattern[str]
    earlier: re.Pattern[str]
    growth: re.Pattern[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("courses")
        where = f"lang/{pack.code}/courses.toml"

        def pattern(key: str) -> re.Pattern[str]:
            return re.compile(rf"\b(?:{alternatives(words_of(table, key, where=where))})\b", re.IGNORECASE)

        return cls(correction=pattern("correction"), earlier=pattern("earlier"), growth=pattern("growth"))
