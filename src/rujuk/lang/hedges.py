"""What a language says about the words between a hedge and its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeLexicon:
    """`fillers` may stand between a hedge and its number; those in `close` belong to the number ("sebanyak").  After the words
    of `not_after` a hedge is none ("handed over 21")."""

    fillers: frozenset[str]
    close: frozenset[str]
    not_after: dict[str, frozenset[str]]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("hedges")
        where = f"lang/{pack.code}/hedges.toml"
        return cls(
            fillers=frozenset(words_of(table, "fillers", where=where)),
            close=frozenset(words_of(table, "close", where=where)),
            not_after={k: frozenset(v) for k, v in table["not_after"].items()},
        )
