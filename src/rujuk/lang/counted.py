"""What a language says about the noun that a number counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedLexicon:
    """Classifiers, words that end a noun phrase, and how verbs and plurals look."""

    classifiers: frozenset[str]
    heads: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    verbs: tuple[str, ...]
    verb_length: int
    nouns: frozenset[str]
    words: int
    plural_ends: tuple[str, ...]
    plurals: frozenset[str]
    singular_ends: tuple[str, ...]
    trims: tuple[str, ...]
    partitive: frozenset[str]
    determiners: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("counted")
        try:
            return cls(
                classifiers=frozenset(table["classifiers"]),
                heads=frozenset(table["heads"]),
                links=frozenset(table["links"]),
                stops=frozenset(table["stops"]),
                verbs=tuple(table["verbs"]),
                verb_length=int(table["verb_length"]),
                nouns=frozenset(table["nouns"]),
                words=int(table["words"]),
                plural_ends=tuple(table["plural_ends"]),
                plurals=frozenset(table["plurals"]),
                singular_ends=tuple(table["singular_ends"]),
                trims=tuple(table["trims"]),
                partitive=frozenset(table["partitive"]),
                determiners=frozenset(table["determiners"]),
            )
        except KeyError as e:
            raise PackError(f"no {e}", where=f"lang/{pack.code}/counted.toml", expected="this key") from e

    def verb(self, word: str) -> bool:
        """Say whether a casefolded word looks like a verb."""
        return (
            len(word) >= self.verb_length > 0
            and word.startswith(self.verbs)
            and word not in self.nouns
            and word.removesuffix("nya") not in self.nouns
        )

    def plural(self, word: str) -> bool:
        """Say whether a casefolded word is a plural noun."""
        if word in self.plurals:
            return True
        return bool(self.plural_ends) and word.endswith(self.plural_ends) and not word.endswith(self.singular_ends)
