"""What a language says about holding two sentences against each other: content words, concepts, negation, opposites."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_NUMBER = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;:.!?()“”\"]")
REACH = 3
"""How many words behind a negation it denies: the verb, or "there is" and its noun, with a word between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLexicon:
    """Content words of sentences as keys that match across inflections, synonyms and languages.

    A key is `=name` for a concept that several packs share, else the stem of the word.  `phrases` finds concepts of several words.
    """

    stop: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    melting: frozenset[str]
    concepts: dict[str, str]
    phrases: re.Pattern[str]
    phrase_of: dict[str, str]
    negation: re.Pattern[str]
    negation_not: re.Pattern[str]
    planned: re.Pattern[str]
    not_a_point: re.Pattern[str]
    antonyms: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    cache: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("statements")
        where = f"lang/{pack.code}/statements.toml"
        prefixes = tuple(sorted(words_of(table, "prefixes", where=where), key=lambda p: (-len(p), p)))
        suffixes = tuple(sorted(words_of(table, "suffixes", where=where), key=lambda p: (-len(p), p)))
        melting = frozenset(str(table.get("melting", "")))
        concepts: dict[str, str] = {}
        phrases: dict[str, str] = {}
        for name, words in table.get("concept", {}).items():
            for word in words:
                if " " in word:
                    phrases[word] = f"={name}"
                else:
                    concepts.setdefault(word, f"={name}")
        pairs = tuple((_bounded([a]), _bounded([b])) for a, b in table.get("antonyms", ()))
        return cls(
            stop=frozenset(words_of(table, "stop", where=where)),
            prefixes=prefixes,
            suffixes=suffixes,
            melting=melting,
            concepts=concepts,
            phrases=_bounded(phrases),
            phrase_of=phrases,
            negation=_bounded(words_of(table, "negation", where=where), ending="n't" in table["negation"]),
            negation_not=_bounded(words_of(table, "negation_not", where=where)),
            planned=_bounded(words_of(table, "planned", where=where)),
            not_a_point=re.compile(rf"\W*(?:{alternatives(words_of(table, 'not_a_point', where=where))})(?!\w)", re.IGNORECASE),
            antonyms=pairs,
        )

    def keys(self, text: str) -> list[str]:
        """Give the content keys of a text in order; numbers and function words are left out."""
        lowered = text.casefold()
        out: list[str] = []

        def take(m: re.Match[str]) -> str:
            out.append(self.phrase_of[re.sub(r"\s+", " ", m[0])])
            return " "

        rest = self.phrases.sub(take, lowered) if self.phrase_of else lowered
        for m in _WORD.finditer(rest):
            word = m[0].replace("’", "'").removesuffix("'s")
            if word in self.stop or len(word) < 2 or _NUMBER.search(word):
                continue
            key = self.key(word)
            if key:
                out.append(key)
        return out

    def denied_keys(self, text: str) -> frozenset[str]:
        """Give the content keys that stand in the reach of a negation: up to `REACH` words behind it, within its clause."""
        out: set[str] = set()
        plain = self.negation_not.sub(" ", text)
        for m in self.negation.finditer(plain):
            out.update(self.keys(" ".join(_CLAUSE.split(plain[m.end() :])[0].split()[:REACH])))
        return frozenset(out)

    def key(self, word: str) -> str:
        """Give the key of one casefolded word: its concept, else its stem."""
        known = self.cache.get(word)
        if known is None:
            known = self.concepts.get(word)
            if known is None:
                stem = self.stem(word)
                known = self._stems().get(stem, stem)
            self.cache[word] = known
        return known

    def _stems(self) -> dict[str, str]:
        """Map the stems of concept words to their concepts; a stem of two concepts maps to none."""
        if not self.stems:
            twice: set[str] = set()
            for word, name in self.concepts.items():
                stem = self.stem(word)
                if self.stems.setdefault(stem, name) != name:
                    twice.add(stem)
            for stem in twice:
                del self.stems[stem]
        return self.stems

    def stem(self, word: str) -> str:
        """Take affixes off a casefolded word; at least four letters stay."""
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word.removesuffix(suffix)
                break
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= 4:
                word = word.removeprefix(prefix)
                break
        if len(word) > 4 and word[0] in self.melting and word[1] in "aeiou":
            word = word[1:]
        return word

    def negated(self, text: str) -> bool:
        """Say whether a clause holds a negation that denies its predicate."""
        return bool(self.negation.search(self.negation_not.sub(" ", text)))


def _bounded(words: object, *, ending: bool = False) -> re.Pattern[str]:
    """Match any of the words as whole words; with `ending`, "n't" as the end of a word too."""
    listed = [str(w) for w in words if str(w) != "n't"]  # type: ignore[attr-defined]
    tail = r"|n['’]t\b" if ending else ""
    return re.compile(rf"\b(?:{alternatives(listed)})\b{tail}", re.IGNORECASE)
