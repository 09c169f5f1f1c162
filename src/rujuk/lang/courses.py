"""What a language says about a figure that takes another's place, or counts more than one event: corrected, earlier, grown, over a span of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLexicon:
    """Patterns of words that say how a figure stands to the one before it; `span` finds a count over days or years: "since the war began".

    `including` and `excluding` say whether those who did it are counted with those who suffered it.
    """

    correction: re.Pattern[str]
    earlier: re.Pattern[str]
    growth: re.Pattern[str]
    span: re.Pattern[str]
    including: re.Pattern[str]
    excluding: re.Pattern[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("courses")
        where = f"lang/{pack.code}/courses.toml"

        def pattern(key: str) -> re.Pattern[str]:
            return re.compile(rf"\b(?:{alternatives(words_of(table, key, where=where))})\b", re.IGNORECASE)

        def grammar(key: str) -> re.Pattern[str]:
            return re.compile(rf"\b(?:{'|'.join(words_of(table, key, where=where))})\b", re.IGNORECASE)

        growth = rf"{pattern('growth').pattern}|\b(?:{alternatives(words_of(table, 'growth_to', where=where))})(?:\s+[^\W\d]+){{0,2}}?\s+\d"
        return cls(
            correction=pattern("correction"),
            earlier=pattern("earlier"),
            growth=re.compile(growth, re.IGNORECASE),
            span=grammar("span"),
            including=grammar("including"),
            excluding=grammar("excluding"),
        )
