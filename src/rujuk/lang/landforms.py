"""Words for kinds of places that stand with a name and are no part of it (strait, island, regency), and words that put one place in another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LandformLexicon:
    """`heads` are single words, casefolded; two names that differ only by them name one place, unless a gazetteer knows better.

    `lies` is all that stands between a place and the one around it ("X district of Y"), `holds` the other way round ("Y's X"); `joins` finds
    the word before the last item of a list.
    """

    heads: frozenset[str]
    lies: re.Pattern[str]
    holds: re.Pattern[str]
    joins: re.Pattern[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table, where = pack.table("landforms"), f"lang/{pack.code}/landforms.toml"
        heads = alternatives(words_of(table, "heads", where=where))
        lies, holds = (words_of(table, key, where=where) for key in ("lies", "holds"))
        return cls(
            heads=frozenset(w.casefold() for w in words_of(table, "heads", where=where)),
            lies=re.compile(rf"(?:\s+(?:{heads}))?,?\s+(?:{alternatives(lies)})(?:\s+(?:{heads})){{0,2}}\s+", re.IGNORECASE),
            holds=re.compile(rf"(?:{alternatives(holds)})(?:\s+(?:{heads}))?\s+", re.IGNORECASE),
            joins=re.compile(rf"\s*(?:{alternatives(words_of(table, 'joins', where=where))})\s", re.IGNORECASE),
        )
