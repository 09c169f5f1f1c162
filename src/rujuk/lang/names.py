"""What a language says about names: words beside them, words in them, and the trained tagger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from rujuk.lang.base import LanguagePack, words_of
from rujuk.lang.places import Gazetteer, load_gazetteer, load_given, load_organisations
from rujuk.text.fold import fold

LONGEST = 5
"""Words of the longest gazetteer name that is looked for in running text."""

_MARKS = {
    "honorifics": "hon",
    "offices": "off",
    "organisations": "org",
    "places": "plc",
    "prepositions": "prep",
    "calendar": "cal",
    "speech": "say",
    "demonyms": "dem",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLexicon:
    """Words around and in names.

    `marks` gives a lower-case word's classes (honorific, office, head of an organisation or place, preposition, calendar, speech);
    `given` which words are people's names; `places` the gazetteer, `known` organisations' names; `use` what corpora say of a word (see `words.tsv`).
    `role_links` are small words inside an office, `not_roles` are left off its front, `articles` stand before an apposition; `also` joins two
    names of one person, `inside` a place and the one around it; `place_makers` turn the
    name after them into a place's; `directions` follow a
    place's name and belong to it; `list_words` join the last two things of a list; `levels` gives the gazetteer levels that a place's head tells, `short_places`
    the gazetteer name behind a short form, as written ("AS", "Jatim").
    """

    marks: dict[str, tuple[str, ...]]
    honorifics: frozenset[str]
    offices: frozenset[str]
    organisations: frozenset[str]
    place_heads: frozenset[str]
    prepositions: frozenset[str]
    lower_heads: frozenset[str]
    calendar: frozenset[str]
    demonyms: frozenset[str]
    role_links: frozenset[str]
    not_roles: frozenset[str]
    articles: frozenset[str]
    also: frozenset[str]
    inside: frozenset[str]
    place_makers: frozenset[str]
    directions: frozenset[str]
    list_words: frozenset[str]
    levels: dict[str, str]
    short_places: dict[str, str]
    given: dict[str, str]
    places: Gazetteer
    known: frozenset[str]
    use: dict[str, str]
    model: bytes = field(repr=False)

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        where = f"lang/{pack.code}/names.toml"
        table = pack.table("names")
        marks: dict[str, list[str]] = {}
        for key, mark in _MARKS.items():
            for word in words_of(table, key, where=where):
                marks.setdefault(word, []).append(mark)

        def words(key: str) -> frozenset[str]:
            return frozenset(words_of(table, key, where=where))

        model = pack.folder.joinpath("names.crfsuite")
        use = {row[0]: row[1] for row in pack.rows("words")} if pack.folder.joinpath("words.tsv").is_file() else {}
        return cls(
            marks={w: tuple(m) for w, m in marks.items()},
            honorifics=words("honorifics"),
            offices=words("offices"),
            organisations=words("organisations"),
            place_heads=words("places"),
            prepositions=words("prepositions"),
            lower_heads=words("lower_heads"),
            calendar=words("calendar"),
            demonyms=words("demonyms"),
            role_links=words("role_links"),
            not_roles=words("not_roles"),
            articles=words("articles"),
            also=words("also"),
            inside=words("inside"),
            place_makers=words("place_makers"),
            directions=words("directions"),
            list_words=words("list_words"),
            levels=dict(table.get("levels", {})),
            short_places=dict(table.get("short_places", {})),
            given=load_given(),
            places=load_gazetteer(),
            known=load_organisations(),
            use=use,
            model=model.read_bytes() if model.is_file() else b"",
        )

    def classes(self, word: str) -> list[str]:
        """Give all that is known of a word by itself."""
        low = word.lower()
        found = list(self.marks.get(low, ()))
        folded = fold(low)
        if kind := self.given.get(folded):
            found.append(f"g{kind}")
        elif "-" in folded and all(part in self.given for part in folded.split("-")):
            found.append("g-")
        if kind := self.use.get(low):
            found.extend(kind.split())
        return found

    def ordinary(self, low: str) -> bool:
        """Say whether a lower-case word stands without a capital in running text, mostly."""
        use = self.use.get(low, "")
        return "u0" in use or "u1" in use

    def known_names(self, words: Sequence[str], start: int, end: int) -> dict[int, str]:
        """Give for the words of known names their part, `B` or `I`, and what they name: the level of a place, or `o` for an organisation.

        Longest names first.
        """
        found: dict[int, str] = {}
        i = start
        places = self.places
        while i < end:
            if words[i][0].isupper():
                for size in range(min(LONGEST, end - i), 0, -1):
                    if size > 1 and not words[i + size - 1][0].isupper():
                        continue
                    key = fold(" ".join(words[i : i + size])) if size > 1 else self.short_places.get(words[i]) or fold(words[i])
                    if key in self.known or key in places:
                        level = "o" if key in self.known else places.level(key)
                        found[i] = f"pl=B{level}"
                        for j in range(i + 1, i + size):
                            found[j] = f"pl=I{level}"
                        i += size - 1
                        break
            i += 1
        return found
