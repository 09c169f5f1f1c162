"""The small words by which a language is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWords:
    """Casefolded `words` that are common in the language, and per near relative (BCP 47) the words that tell the two apart.

    `against` maps a relative's tag to (words of ours that it lacks, words of its own that we lack).
    """

    words: frozenset[str]
    against: tuple[tuple[str, frozenset[str], frozenset[str]], ...]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table, where = pack.table("function_words"), f"lang/{pack.code}/function_words.toml"
        relatives = []
        for tag, lists in sorted(table.get("against", {}).items()):
            relatives.append(
                (tag, frozenset(words_of(lists, "ours", where=where)), frozenset(words_of(lists, "theirs", where=where)))
            )
        return cls(words=frozenset(words_of(table, "words", where=where)), against=tuple(relatives))
