"""What a language says about names: words beside them, words in them, and the trained tagger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from rujuk.lang.base import LanguagePack, words_of
from rujuk.lang.places import Gazetteer, load_gazetteer, load_given, load_organisations, load_regions
from rujuk.text.fold import fold
from rujuk.text.remembered import Remembered

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


@cache
def _sizes(places: Gazetteer, known: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """Give for each first word of a known name how many words such names have, the most first."""
    found: dict[str, int] = {}  # of each first word a bit per size, so that tens of thousands of names need no set each
    for names in (places.lines, known):
        for name in names:
            spaces = name.count(" ")
            if spaces < LONGEST:
                first = name[: name.index(" ")] if spaces else name
                found[first] = found.get(first, 0) | 1 << spaces
    sizes = [tuple(n for n in range(LONGEST, 0, -1) if bits >> (n - 1) & 1) for bits in range(1 << LONGEST)]
    return {first: sizes[bits] for first, bits in found.items()}


def clipped_offices(pack: LanguagePack) -> frozenset[str]:
    """Give the offices that a language clips into one word, a head and what it is head of: "ka" + "polda"."""
    table, where = pack.table("names").get("clipped", {}), f"lang/{pack.code}/names.toml"
    if not table:
        return frozenset()
    units = words_of(table, "units", where=where)
    return frozenset(head + unit for head in words_of(table, "heads", where=where) for unit in units)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLexicon:
    """Words around and in names.

    `marks` gives a lower-case word's classes (honorific, office, head of an organisation or place, preposition, calendar, speech);
    `given` which words are people's names; `places` the gazetteer, `known` organisations' names, `regions` those of
    continents, seas and regions; `sizes` how many words the
    known names beginning with a word have; `use` what corpora say of a word (see `words.tsv`).
    `role_links` are small words inside an office, `not_roles` are left off its front, `articles` stand before an apposition; `also` joins two
    names of one person, as do `called` words before the second, `either` does so beside a familiar name, `nicknames` begin familiar names, `name_links` stand inside a person's name, `inside` a place and the one around it; `place_makers` turn the
    name after them into a place's; `vessels` begin ships' names; `modifier_first` says that what an office is of stands before it ("Oakland mayor"); `directions` follow a
    place's name and belong to it; `list_words` join the last two things of a list; `levels` gives the gazetteer levels that a place's head tells, `short_places`
    the gazetteer name behind a short form, as written ("AS", "Jatim").
    """

    marks: dict[str, tuple[str, ...]]
    honorifics: frozenset[str]
    offices: frozenset[str]
    ranks: frozenset[str]
    """Offices that a name must follow."""
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
    called: frozenset[str]
    either: frozenset[str]
    nicknames: frozenset[str]
    name_links: frozenset[str]
    inside: frozenset[str]
    place_makers: frozenset[str]
    vessels: frozenset[str]
    modifier_first: bool
    directions: frozenset[str]
    list_words: frozenset[str]
    matter_heads: frozenset[str]
    """Heads of bodies that are named after matters, also after several: "Dinas Pendidikan dan Kebudayaan"."""
    levels: dict[str, str]
    short_places: dict[str, str]
    never: frozenset[str]
    """Capitalised words that no name begins or ends with."""
    body_links: frozenset[str]
    """Small words between the head of a body's name and the rest of it."""
    things: frozenset[str]
    """Abbreviations and brand words for things, no bodies: "GPS"."""
    unheaded: frozenset[str]
    """Words that a headline leaves without a capital."""
    openers: frozenset[str]
    """Marks after which a sentence begins."""
    endings: tuple[str, ...]
    """Endings of ordinary words; an unknown word with one of them that begins a sentence is no name."""
    glued: tuple[str, ...]
    """Small words that lost spaces leave joined to the name behind them, the longest first."""
    given: dict[str, str]
    places: Gazetteer
    known: frozenset[str]
    regions: frozenset[str]
    use: dict[str, str]
    sizes: dict[str, tuple[int, ...]] = field(repr=False)
    folded: Remembered[str] = field(default_factory=lambda: Remembered(fold), repr=False)
    opens: Remembered[bool] = field(init=False, repr=False)
    """Says of a word as written whether it begins a known name."""
    model: bytes = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "opens", Remembered(self._opens))

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

        clipped = clipped_offices(pack)
        for word in sorted(clipped - words("offices")):
            marks.setdefault(word, []).append(_MARKS["offices"])

        model = pack.folder.joinpath("names.crfsuite")
        use = {row[0]: row[1] for row in pack.rows("words")} if pack.folder.joinpath("words.tsv").is_file() else {}
        places, known = load_gazetteer(), load_organisations()
        return cls(
            sizes=_sizes(places, known | load_regions()),
            marks={w: tuple(m) for w, m in marks.items()},
            honorifics=words("honorifics"),
            offices=words("offices") | clipped,
            ranks=words("ranks"),
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
            called=words("called"),
            either=words("either"),
            nicknames=words("nicknames"),
            name_links=words("name_links"),
            inside=words("inside"),
            place_makers=words("place_makers"),
            vessels=words("vessels"),
            modifier_first=bool(table.get("modifier_first", False)),
            directions=words("directions"),
            list_words=words("list_words"),
            matter_heads=words("matter_heads"),
            levels=dict(table.get("levels", {})),
            short_places=dict(table.get("short_places", {})),
            never=words("never"),
            body_links=words("body_links"),
            things=words("things"),
            unheaded=words("unheaded"),
            openers=words("openers"),
            endings=tuple(sorted(words("endings"))),
            glued=tuple(sorted(words("glued"), key=lambda w: (-len(w), w))),
            given=load_given(),
            places=places,
            known=known,
            regions=load_regions(),
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

    def fold(self, word: str) -> str:
        """Fold a word, remembered."""
        return self.folded[word]

    def _opens(self, word: str) -> bool:
        return word[0].isupper() and (word in self.short_places or self.folded[word] in self.sizes)

    def known_names(self, words: Sequence[str], start: int, end: int) -> dict[int, str]:
        """Give for the words of known names their part, `B` or `I`, and what they name: the level of a place, `w` for a continent, sea or region, or `o` for an
        organisation.

        Longest names first.
        """
        found: dict[int, str] = {}
        opens = self.opens
        i = start
        while i < end:
            word = words[i]
            if opens[word]:
                first = self.short_places.get(word)
                if first is not None:
                    found[i] = f"pl=B{self.places.level(first)}" if first in self.places else "pl=Bc"
                    i += 1
                    continue
                first = self.fold(word)
                for size in self.sizes[first]:
                    stop = i + size
                    if stop > end or not words[stop - 1][0].isupper():
                        continue
                    key = first if size == 1 else " ".join([first, *(self.fold(w) for w in words[i + 1 : stop])])
                    if key in self.known:
                        level = "o"
                    elif key in self.regions and key not in self.places:
                        level = "w"
                    elif key in self.places:
                        level = self.places.level(key)
                    else:
                        continue
                    found[i] = f"pl=B{level}"
                    for j in range(i + 1, stop):
                        found[j] = f"pl=I{level}"
                    i = stop - 1
                    break
            i += 1
        return found
