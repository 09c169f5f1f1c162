"""What the words of a name or role say about whom it speaks for: services, ministries and their matters, countries, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rujuk.lang.base import BUILT_IN, load_pack
from rujuk.lang.bodies import BodyLexicon
from rujuk.lang.places import load_gazetteer, load_other_names
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind

_WORD = re.compile(r"[^\W_]+")
ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{2,}\b|(?<=[a-z])[A-Z]{3,}\b")
BRACKETS = re.compile(r"\(([^)]*)\)")
_MATTER = re.compile(r"=\w+")
GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})")
"""Where scraping lost the space between two words."""
_BEFORE = re.compile(r"([^\W_]+)(?:['’]s)?\s$")
_BEHIND = re.compile(r"\s([^\W_]+)")
_POSSESSIVE = re.compile(r"['’]s\b")
LONGEST = 3
"""How many words the name of a country has at most."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a voice speaks for: keys of services, ministries, acronyms and known bodies, and the words that qualify them.

    `words` leave out what the keys stand for; `name` holds all that tells the body apart, matters of ministries and agencies by their shared names.
    """

    keys: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    """Words of an office that stands beside a person's name in the text: enough to find that office again, not to tell two apart."""
    name: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    """Posts that the words name: governor, mayor."""

    @property
    def houses(self) -> frozenset[str]:
        """The services and ministries among the keys, of which every country has its own."""
        return frozenset(k for k in self.keys if k.startswith(("service:", "ministry:")))


def plain(text: str) -> list[str]:
    """Give the words of a text, casefolded."""
    return [w.casefold() for w in _WORD.findall(text)]


def initials(name: str) -> str:
    """Give the first letters of a name's capitalised words, casefolded."""
    return "".join(w[0] for w in _WORD.findall(BRACKETS.sub(" ", name)) if w[0].isupper()).casefold()


def spelled_out(name: str, body: Body) -> bool:
    """Say whether a name without its acronym is the one that a body's acronym stands for."""
    first = initials(name)
    return len(first) >= 3 and any(f"acronym:{i}" in body.keys for i in (first, first[1:]))


class Bodies:
    """Reads bodies out of names and roles of one story.

    Sources are named in the language of their own country as often as in the report's, so every pack's words are asked.
    """

    def __init__(self, reports: Sequence[MarkedReport]) -> None:
        self.lexicons = [p.lexicon(BodyLexicon) for p in (load_pack(code) for code in BUILT_IN) if p is not None]
        self._long = {long: short for x in self.lexicons for long, short in x.acronyms.items()} | _expansions(reports)
        self._own = _story_countries(reports)
        self._people = frozenset(
            w for e in _entities(reports) if e.kind == EntityKind.PERSON for n in (e.name, *e.aliases) for w in plain(n)
        )
        self._places = frozenset(
            w for e in _entities(reports) if e.kind == EntityKind.PLACE for n in (e.name, *e.aliases) for w in plain(n)
        )
        self._common = frozenset().union(*(x.common | x.articles for x in self.lexicons))
        self._land: dict[str, str | None] = {}

    def country(self, name: str) -> str | None:
        """Give the code of the country that a casefolded word or name means, as a noun or as an adjective."""
        if name not in self._land:
            self._land[name] = self._find_country(name)
        return self._land[name]

    def _find_country(self, name: str) -> str | None:
        if any(name in x.no_country for x in self.lexicons):
            return None
        for lexicon in self.lexicons:
            if name in lexicon.countries:
                return lexicon.countries[name]
        known = load_gazetteer().places(name)
        if known and known[0].level == "i" and known[0].id.startswith("iso3166:"):
            return known[0].id.removeprefix("iso3166:")
        if name in self._own:
            return self._own[name]
        near = [n for n in self._own if len(n) >= 4 and name.startswith(n[:-1]) and len(name) - len(n) <= 3]
        return self._own[min(near, key=lambda n: (-len(n), n))] if near else None

    def countries(self, text: str) -> tuple[frozenset[str], str]:
        """Give the codes of the countries that a name or role names, and the text without them."""
        found: set[str] = set()
        for lexicon in self.lexicons:
            for pattern, code in lexicon.capitals:
                if pattern.search(text):
                    found.add(code)
                    text = pattern.sub(" ", text)
        words = list(_WORD.finditer(text))
        keep = [True] * len(words)
        at = 0
        while at < len(words):
            for n in range(min(LONGEST, len(words) - at), 0, -1):
                land = self.country(" ".join(w[0].casefold() for w in words[at : at + n]))
                if land is not None:
                    found.add(land)
                    keep[at : at + n] = [False] * n
                    at += n - 1
                    break
            at += 1
        out = list(text)
        for word, kept in zip(words, keep, strict=True):
            if not kept:
                end = word.end() + len(mine[0]) if (mine := _POSSESSIVE.match(text, word.end())) else word.end()
                out[word.start() : end] = " " * (end - word.start())
        return frozenset(found), "".join(out)

    def lands_of(self, text: str, houses: frozenset[str]) -> frozenset[str]:
        """Give the countries whose name stands right beside a service's in a text: "the Lomarian navy", "tentara Lomar"."""
        found = set()
        for lexicon in self.lexicons:
            for name, pattern in lexicon.services:
                if f"service:{name}" not in houses or name == "government":
                    continue
                for m in pattern.finditer(text):
                    before = _BEFORE.search(text[max(0, m.start() - 24) : m.start()])
                    behind = _BEHIND.match(text, m.end())
                    for word in (before, behind):
                        land = self.country(word[1].casefold()) if word else None
                        if land is not None:
                            found.add(land)
        return frozenset(found)

    def placed(self, word: str) -> bool:
        """Say whether a word is a part of a place's name in the story."""
        return word in self._places

    def read(self, text: str, *, land: bool = False) -> Body:
        """Read a name with its role; `land` says that it is a country itself, which speaks through its government."""
        if not text:
            return Body()
        text = _WORD.sub(_usual_name, GLUED.sub(" ", text))
        countries, rest = self.countries(text)
        countries |= {x.seats[m[0].casefold()] for x in self.lexicons for m in x.seat.finditer(text)}
        keys = self._known(text) or self._ministries(rest)
        if not keys:
            keys = self._services(rest)
        acronyms = self._acronyms(text)
        if acronyms - {f"acronym:{a}" for a in self._of_services(acronyms)} and keys == {"service:prosecution"}:
            keys = set()  # "the KPK's prosecutors" are the KPK's.
        keys |= acronyms
        if land:
            keys.add("service:government")
        name = self._name(rest)
        drop = {k.partition(":")[2] for k in keys if k.startswith("acronym:")}
        spelled = " ".join(plain(text))
        for long in self._long:
            if long in spelled:
                drop |= set(plain(self._with_matters(long)))
        inner = {w for m in BRACKETS.findall(text) for w in plain(m)}
        short = {k.partition(":")[2] for k in acronyms}
        bare = ACRONYM.sub(lambda m: " " if m[0].casefold() in short else m[0], rest)
        words = frozenset(w for w in self._name(bare) if w.lstrip("=") not in drop and w not in inner)
        posts = frozenset(m[0].casefold() for x in self.lexicons for m in x.spokesman.finditer(text))
        return Body(frozenset(keys), words, countries, frozenset(), name, posts)

    def _known(self, text: str) -> set[str]:
        """Give the key of a body that goes by several names, if the whole name is one of them."""
        bare = BRACKETS.sub(" ", text).casefold().strip(" .,")
        whole = " ".join(bare.split())
        names = {whole, *(m.casefold() for m in BRACKETS.findall(text))}
        for article in frozenset().union(*(x.articles for x in self.lexicons)):
            names.add(whole.removeprefix(f"{article} "))
        names |= {" ".join(x.spokesman.sub(" ", n).split()) for n in names for x in self.lexicons}
        return {f"body:{x.known[n]}" for x in self.lexicons for n in names if n in x.known}

    def _ministries(self, text: str) -> set[str]:
        """Give the keys of ministries: by a short name, or by the matter that stands nearest to the word for a ministry."""
        keys: set[str] = set()
        for lexicon in self.lexicons:
            for short, matter in lexicon.short:
                if short.search(text):
                    keys.add(matter)
            m = lexicon.ministry.search(text)
            governs = [g for name, pattern in lexicon.services if name == "government" for g in pattern.finditer(text)]
            if m and any(g.start() < m.end() and m.start() < g.end() for g in governs):
                m = None
            at = m or lexicon.loose.search(text)
            if at is None:
                continue
            matters = list(lexicon.matter.finditer(text))
            near = min(matters, key=lambda x: (_gap(x, at), x.start() < at.start()), default=None)
            if near is not None and _gap(near, at) <= 4:
                keys.add(lexicon.matters[" ".join(near[0].casefold().split())])
            elif m is not None and not keys:
                behind = [w for w in plain(BRACKETS.sub(" ", text[m.end() :])) if w not in self._common and w not in self._people]
                before = [w for w in plain(text[: m.start()]) if w not in self._common and w not in self._people]
                rest = behind[:2] or before[-1:]
                if not rest:
                    return {"service:government"}
                keys.add(" ".join(rest))
        # A country's armed forces and the ministry over them are one.
        return {"service:military" if k == "defence" else f"ministry:{k}" for k in keys}

    def _services(self, text: str) -> set[str]:
        keys: set[str] = set()
        for lexicon in self.lexicons:
            for name, pattern in lexicon.services:
                found = list(pattern.finditer(text))
                if name == "government":
                    found = [m for m in found if not self._of_a_house(m, text, lexicon)]
                if found:
                    keys.add(f"service:{name}")
        if len(keys) > 1:
            keys.discard("service:government")
        return keys

    def _of_a_house(self, post: re.Match[str], text: str, lexicon: BodyLexicon) -> bool:
        """Say whether a president is one of a union, a company or a club: something but a person's name stands with the post."""
        if " ".join(post[0].casefold().split()) not in lexicon.posts_of_any:
            return False
        beside = plain(f"{text[: post.start()]} {text[post.end() :]}")
        return any(w not in self._common and w not in self._people and w not in lexicon.posts_of_any for w in beside)

    def _acronyms(self, text: str) -> set[str]:
        regions = frozenset().union(*(x.no_body for x in self.lexicons))
        keys = {f"acronym:{a.casefold()}" for a in ACRONYM.findall(text) if a.casefold() not in regions}
        spelled = " ".join(plain(text))
        keys |= {f"acronym:{acronym}" for long, acronym in self._long.items() if long in spelled}
        return keys

    def _of_services(self, acronyms: Iterable[str]) -> set[str]:
        """Give the acronyms that are themselves a service's name."""
        short = {a.partition(":")[2] for a in acronyms}
        return {a for a in short if any(p.fullmatch(a) for x in self.lexicons for _, p in x.services)}

    def _with_matters(self, text: str) -> str:
        for lexicon in self.lexicons:
            text = lexicon.matter.sub(lambda m, x=lexicon: f" ={x.matters[' '.join(m[0].casefold().split())]} ", text)  # type: ignore[misc]
        return text

    def _name(self, text: str) -> frozenset[str]:
        matters = self._with_matters(BRACKETS.sub(" ", text))
        found = set(_MATTER.findall(matters))
        words = plain(_MATTER.sub(" ", matters))
        return frozenset(
            found | {w for w in words if w not in self._common and not any(x.spokesman.fullmatch(w) for x in self.lexicons)}
        )


def _usual_name(word: re.Match[str]) -> str:
    """Give a place's abbreviation the name that the gazetteer has: "BPBD Jateng", "BPBD Jawa Tengah"."""
    return load_other_names().get(word[0].casefold(), word[0])


def _gap(a: re.Match[str], b: re.Match[str]) -> int:
    """Count the characters between two matches; overlapping ones have none."""
    return max(a.start() - b.end(), b.start() - a.end(), 0)


def _story_countries(reports: Sequence[MarkedReport]) -> dict[str, str]:
    """Map the names of the countries that the reports name to their codes."""
    return {
        e.name.casefold(): e.place.removeprefix("iso3166:")
        for e in _entities(reports)
        if e.place and e.place.startswith("iso3166:") and "-" not in e.place
    }


def _expansions(reports: Sequence[MarkedReport]) -> dict[str, str]:
    """Map an organisation's full name to its acronym where a report gives both: "Badan ... (BPBD)"; both casefolded."""
    out: dict[str, str] = {}
    for e in _entities(reports):
        if e.kind != EntityKind.ORGANISATION:
            continue
        for name in (e.name, *e.aliases):
            m = BRACKETS.search(name)
            if m and m[1].isupper():
                out[" ".join(plain(name[: m.start()]))] = m[1].casefold()
        short = [n for n in (e.name, *e.aliases) if n.isupper() and len(n) > 2]
        for name in (e.name, *e.aliases):
            if short and " " in name and not name.isupper() and initials(name) == short[0].casefold():
                out[" ".join(plain(BRACKETS.sub(" ", name)))] = short[0].casefold()
    return {k: v for k, v in sorted(out.items()) if len(k.split()) >= 2}


def _entities(reports: Sequence[MarkedReport]) -> Iterable[Entity]:
    for m in sorted(reports, key=lambda m: m.report.id):
        yield from m.entities
