"""Who speaks in a story: the sources of all reports, brought together where they are one person, office or agency."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rujuk.lang.base import BUILT_IN, load_pack
from rujuk.lang.bodies import BodyLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind, SourceKind

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{2,}\b|(?<=[a-z])[A-Z]{3,}\b")
_BRACKETS = re.compile(r"\(([^)]*)\)")
OFFICIAL = frozenset({SourceKind.PERSON, SourceKind.OFFICE, SourceKind.ORGANISATION})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Voice:
    """A source as one report names it, with the role that goes with it there."""

    name: str
    kind: SourceKind
    role: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """What a voice speaks for: keys of services, ministries and acronyms, and the words that qualify them."""

    keys: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    loose: frozenset[str] = frozenset()
    """Words of an office that stands beside a person's name in the text: enough to find that office again, not to tell two apart."""

    @property
    def services(self) -> frozenset[str]:
        """The services among the keys."""
        return frozenset(k for k in self.keys if k.startswith("service:"))


class Voices:
    """All voices of a story, in groups of one origin each.

    Two voices are one where they have the same name, one name is inside the other (a surname and the full name), one is the person whose role
    names the other, or both speak for one service, ministry or acronym without places that tell them apart.
    """

    def __init__(self, reports: Sequence[MarkedReport]) -> None:
        self._lexicons = _lexicons()
        self._roles = _roles(reports)
        self._places = _countries(reports)
        self._long = _expansions(reports)
        self._texts = [s.span.exact for m in sorted(reports, key=lambda m: m.report.id) for s in m.sentences]
        self._low = [t.casefold() for t in self._texts]
        self._whole: dict[str, str] = {}
        self._hinted: dict[str, str] = {}
        self._lands: dict[str, str | None] = {}
        self._nobody: dict[str, bool] = {}
        self._voices: set[Voice] = set()
        for m in reports:
            for c in m.claims:
                if c.source is not None:
                    self._voices.add(self.voice(m, c.source.name, c.source.kind, c.source.entity))
            for a in m.attributions:
                if a.source is not None and a.source.name:
                    self._voices.add(self.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role))
        self._group = self._join(sorted(self._voices))

    def voice(
        self, marked: MarkedReport, name: str, kind: SourceKind, entity: str | None = None, role: str | None = None
    ) -> Voice:
        """Make the voice of a source of a report, with the role its entity has there or anywhere in the story."""
        name = self._whole_name(name)
        found = role or self._roles.get((marked.report.id, entity or "")) or self._roles.get(("", name.casefold())) or ""
        return Voice(name=name, kind=kind, role=found)

    def _whole_name(self, name: str) -> str:
        """Complete an office's name that was cut inside: "the Randu search" where the story has "the Randu search and rescue office"."""
        if name not in self._whole:
            low = name.casefold()
            ends = [e for lexicon in self._lexicons for start, e in lexicon.cut if low.endswith(start)]
            rest = [e for e in ends if any(f"{low} {e}" in text for text in self._low)]
            self._whole[name] = f"{name} {max(rest, key=lambda e: (len(e), e))}" if rest else name
        return self._whole[name]

    def group(self, voice: Voice) -> Voice:
        """Give the voice that stands for the group of `voice`."""
        return self._group.get(voice, voice)

    def members(self, lead: Voice) -> list[Voice]:
        """List the voices of a group."""
        return sorted(v for v, g in self._group.items() if g == lead) or [lead]

    def named_in(self, sentence: str) -> Voice | None:
        """Give the one body or person of the story's sources that a sentence names, longest name first; None where it names two."""
        found = [v for v in sorted(self._voices) if v.kind != SourceKind.ANONYMOUS and v.name in sentence]
        groups = {self.group(v) for v in found}
        return min(found, key=lambda v: (-len(v.name), v)) if len(groups) == 1 else None

    def of_service(self, services: frozenset[str]) -> Voice | None:
        """Give the one source of the story that speaks for a service, if there is only one."""
        found = {self.group(v) for v in sorted(self._voices) if {f"service:{s}" for s in services} & self.body(v).keys}
        return next(iter(found)) if len(found) == 1 else None

    def abroad(self, marked: MarkedReport) -> bool:
        """Say whether a report tells of another country than its readers': most of its placed names lie outside."""
        pack = load_pack(marked.report.language)
        home = pack.lexicon(BodyLexicon).home if pack else frozenset()
        if not home:
            return False
        inside = total = 0
        for e in marked.entities:
            if e.kind == EntityKind.PLACE and e.place:
                total += len(e.mentions)
                inside += len(e.mentions) if home & {e.place, *e.within} else 0
        return total > 0 and 3 * inside < total

    def speaks(self, voice: Voice) -> bool:
        """Say whether a source is a body or speaks for one: its keys, or a post in its role."""
        if self.body(voice).keys or voice.kind in (SourceKind.OFFICE, SourceKind.ORGANISATION):
            return True
        role = voice.role or self._hint(voice.name)
        return voice.kind == SourceKind.PERSON and any(x.spokesman.search(role) for x in self._lexicons)

    def shown(self, voice: Voice) -> str:
        """Give a voice's name as it is printed: a person's without a nationality or a post in front of it."""
        words = voice.name.split()
        if voice.kind != SourceKind.PERSON:
            return voice.name
        while len(words) > 2 and (self._country(words[0].casefold()) or self._post(words[0])):
            words = words[1:]
        return " ".join(words)

    def _post(self, word: str) -> bool:
        return any(x.spokesman.fullmatch(word) or x.governs(word) for x in self._lexicons)

    def employer(self, voice: Voice) -> Voice | None:
        """Give the body that the people of a group speak for: another member that is no person, else the acronym that their roles share."""
        members = self.members(self.group(voice))
        bodies = [v for v in members if v.kind in (SourceKind.OFFICE, SourceKind.ORGANISATION) and not self.nobody(v)]
        if bodies:
            return min(bodies, key=lambda v: (-len(v.name), v.name))
        found = Counter(k.partition(":")[2] for v in members for k in self.body(v).keys if k.startswith("acronym:"))
        if not found:
            return None
        best = min(found, key=lambda k: (-found[k], k))
        return Voice(name=best.upper(), kind=SourceKind.ORGANISATION) if found[best] > 1 else None

    def hollow(self, name: str) -> bool:
        """Say whether a source's name is only a word for news: "reports"."""
        return any(" ".join(w for w in _plain(name) if w not in x.articles) in x.hollow for x in self._lexicons)

    def nobody(self, voice: Voice) -> bool:
        """Say whether a source is officials without a name: "authorities", "Iranian officials"."""
        if voice.name not in self._nobody:
            self._nobody[voice.name] = self._names_nobody(voice.name)
        return self._nobody[voice.name]

    def _names_nobody(self, name: str) -> bool:
        words = [w for w in _plain(name) if not self._country(w)]
        return any(" ".join(w for w in words if w not in lexicon.articles) in lexicon.officials for lexicon in self._lexicons)

    def _telling(self, name: str) -> list[str]:
        drop = frozenset().union(*(lexicon.articles for lexicon in self._lexicons))
        return [w for w in _plain(name) if w not in drop]

    def _bare(self, name: str) -> frozenset[str]:
        """Take articles and plurals off a description: "local sources", "a local source"."""
        drop = frozenset().union(*(lexicon.articles for lexicon in self._lexicons))
        return frozenset(w[:-1] if w.endswith("s") and len(w) > 4 else w for w in _plain(name) if w not in drop)

    def _country(self, word: str) -> str | None:
        """Give the country that a word names, as a noun or as an adjective: "nigerian", "kazakh"."""
        if word not in self._lands:
            self._lands[word] = self._find_country(word)
        return self._lands[word]

    def _find_country(self, word: str) -> str | None:
        if word in self._places:
            return word
        near = [
            n
            for n in self._places
            if (len(n) >= 4 and word.startswith(n[:-1]) and len(word) - len(n) <= 3) or (len(word) >= 5 and n.startswith(word))
        ]
        return min(near, key=lambda n: (-len(n), n)) if near else None

    def _join(self, voices: Sequence[Voice]) -> dict[Voice, Voice]:
        """Join voices step by step: by name, then by body where the countries are known, then by body where only one group fits."""
        parent = {v: v for v in voices}
        bodies = {v: self.body(v) for v in voices}

        def find(v: Voice) -> Voice:
            while parent[v] != v:
                v = parent[v]
            return v

        def countries(lead: Voice) -> frozenset[str]:
            return frozenset().union(*(bodies[v].countries for v in voices if find(v) == lead))

        for step in (self._by_name, self._by_body):
            for i, a in enumerate(voices):
                for b in voices[i + 1 :]:
                    if find(a) != find(b) and step(a, b, bodies[a], bodies[b]):
                        x, y = sorted((find(a), find(b)))
                        known = countries(x), countries(y)
                        if not (known[0] and known[1] and not known[0] & known[1]):
                            parent[y] = x
        loose = [v for v in voices if bodies[v].services and not countries(find(v))]
        for v in loose:
            fits = sorted({find(w) for w in voices if bodies[w].services & bodies[v].services and find(w) != find(v)})
            if len({countries(f) for f in fits if countries(f)}) <= 1:
                for f in fits:
                    x, y = sorted((find(v), find(f)))
                    if x != y:
                        parent[y] = x
        return {v: find(v) for v in voices}

    def _by_name(self, a: Voice, b: Voice, body_a: Body, body_b: Body) -> bool:
        if a.name.casefold() == b.name.casefold():
            return True
        if self.nobody(a) and self.nobody(b):
            return True
        if self.nobody(a) or self.nobody(b):
            return False
        persons = (a.kind == SourceKind.PERSON) + (b.kind == SourceKind.PERSON)
        short, long = sorted((self._telling(a.name), self._telling(b.name)), key=len)
        if persons == 0 and len(short) >= 2 and long[: len(short)] == short:
            return True
        if self._heads(a, b) or self._heads(b, a):
            return True
        if persons == 2:
            return _same_person(a.name, b.name)
        if persons == 1:
            person, other = (a, b) if a.kind == SourceKind.PERSON else (b, a)
            words = _plain(person.name)
            return len(words) >= 2 and f" {' '.join(words)} " in f" {' '.join(_plain(other.name))} "
        if (SourceKind.ANONYMOUS in (a.kind, b.kind) or (a.name[:1].islower() and b.name[:1].islower())) and not body_a.keys:
            return self._bare(a.name) == self._bare(b.name)
        return False

    def _heads(self, person: Voice, office: Voice) -> bool:
        """Say whether a person's role is a post at an office: "head of the harbour office" and "the harbour office"."""
        if person.kind != SourceKind.PERSON or office.name == person.name or self.nobody(office):
            return False
        role = person.role or self._hint(person.name)
        name = " ".join(self._telling(office.name))
        for lexicon in self._lexicons:
            post = lexicon.spokesman.match(role.casefold())
            if post and len(name) >= 5 and f" {' '.join(_plain(role[post.end() :]))} ".startswith(f" {name} "):
                return True
        return False

    def _by_body(self, a: Voice, b: Voice, body_a: Body, body_b: Body) -> bool:
        if self.nobody(a) or self.nobody(b):
            return False
        known = bool(body_a.countries and body_b.countries)
        if known and not body_a.countries & body_b.countries:
            return False
        for key in sorted(body_a.keys & body_b.keys):
            if key.startswith("service:"):
                if known:
                    return True
            elif key.startswith("ministry:") or not body_a.words or not body_b.words or body_a.words & body_b.words:
                return True
        if SourceKind.ANONYMOUS in (a.kind, b.kind):
            return False
        if bool(body_a.keys) != bool(body_b.keys):
            return _spelled_out(a, body_b) or _spelled_out(b, body_a)
        # Neither has a key: an institution named in full, or a role that holds its words.
        if not body_a.keys and (a.kind != SourceKind.PERSON or b.kind != SourceKind.PERSON):
            wa, wb = body_a.words | body_a.loose, body_b.words | body_b.loose
            short, long = (wa, wb) if len(wa) <= len(wb) else (wb, wa)
            return bool(short) and (short == long or (len(short) >= 2 and short <= long))
        return False

    def body(self, voice: Voice) -> Body:
        """Say what a voice speaks for."""
        text = f"{voice.name} {voice.role}".strip()
        land = voice.name.casefold() in self._places
        if (
            voice.kind == SourceKind.PERSON
            and not land
            and not (_ACRONYM.search(voice.name) or any(x.actors(voice.name) for x in self._lexicons))
        ):
            text = voice.role or self._hint(voice.name)
            if not voice.role and text:
                found = self._read(text)
                return Body(found.keys, frozenset(), found.countries, frozenset(_plain(text)))
        return self._read(text, country=land)

    def _hint(self, name: str) -> str:
        """Give the words right before a person's name, or in apposition behind it, where they are an office's."""
        if name not in self._hinted:
            found = ""
            for text in self._texts:
                at = text.find(name)
                if at < 0:
                    continue
                before = re.split(r"[.,:;\"“”()]", text[max(0, at - 80) : at].rstrip(" ,"))[-1]
                after = re.match(r",\s([^,.;:\"“”]{4,70}),", text[at + len(name) :])
                behind = after[1] if after else ""
                for lexicon in self._lexicons:
                    before, behind = lexicon.breaks.split(before)[-1], lexicon.breaks.split(behind)[0]
                for piece in (before, behind):
                    if piece and any(x.spokesman.search(piece) or x.actors(piece) or x.governs(piece) for x in self._lexicons):
                        found = piece.strip()
                        break
                if found:
                    break
            self._hinted[name] = found
        return self._hinted[name]

    def _read(self, text: str, *, country: bool = False) -> Body:
        if not text:
            return Body(frozenset(), frozenset(), frozenset())
        keys: set[str] = set()
        for lexicon in self._lexicons:
            for short, matter in lexicon.short:
                if short.search(text):
                    keys.add(f"ministry:{matter}")
            m = lexicon.ministry.search(text)
            if m:
                rest = [
                    w for w in _plain(_BRACKETS.sub(" ", text[m.end() :])) if w not in lexicon.common and not self._country(w)
                ]
                keys.add(f"ministry:{' '.join(rest[:2])}" if rest else "service:government")
        if not keys:
            for lexicon in self._lexicons:
                for name, pattern in lexicon.services:
                    if pattern.search(text):
                        keys.add(f"service:{name}")
            if len(keys) > 1:
                keys.discard("service:government")
        regions = frozenset().union(*(lexicon.no_body for lexicon in self._lexicons))
        for acronym in _ACRONYM.findall(text):
            if acronym.casefold() in regions:
                continue
            keys.add(f"acronym:{acronym.casefold()}")
        for long, acronym in self._long.items():
            if long in " ".join(_plain(text)):
                keys.add(f"acronym:{acronym}")
        countries = {c for w in _plain(text) if (c := self._country(w))}
        if country:
            keys.add("service:government")
        common = frozenset().union(*(lexicon.common for lexicon in self._lexicons))
        drop = {k.partition(":")[2] for k in keys if k.startswith("acronym:")}
        inner = {w for m in _BRACKETS.findall(text) for w in _plain(m)}
        for long, acronym in self._long.items():
            if f"acronym:{acronym}" in keys:
                drop |= set(long.split())
        words = frozenset(w for w in _plain(text) if w not in common and w not in drop and w not in inner)
        return Body(frozenset(keys), words, frozenset(countries))


def _spelled_out(voice: Voice, body: Body) -> bool:
    """Say whether a name without its acronym is the one that a body's acronym stands for."""
    initials = _initials(voice.name)
    return len(initials) >= 3 and any(f"acronym:{i}" in body.keys for i in (initials, initials[1:]))


def _lexicons() -> list[BodyLexicon]:
    """Sources are named in the language of their own country as often as in the report's, so every pack's words are asked."""
    packs = [load_pack(code) for code in BUILT_IN]
    return [p.lexicon(BodyLexicon) for p in packs if p is not None]


def _plain(text: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(text)]


def _same_person(a: str, b: str) -> bool:
    """Say whether two names of persons fit: equal words, all words of one in the other, or one letter's difference in a long name."""
    wa, wb = _plain(a), _plain(b)
    short, long = (wa, wb) if len(wa) <= len(wb) else (wb, wa)
    if not short:
        return False
    if all(w in long for w in short):
        return len(short) > 1 or len(short[0]) >= 3
    if len(short[-1]) > 2 and short[-1] == long[-1] and len(short[0]) == 1 and long[0].startswith(short[0]):
        return True
    if len(short) == len(long) >= 2:
        return sum(_close(x, y) for x, y in zip(short, long, strict=True)) == len(short)
    return False


def _close(a: str, b: str) -> bool:
    """Say whether two words differ by at most one letter (two in a word of eight), as spellings of one name do."""
    if a == b:
        return True
    if min(len(a), len(b)) < 4:
        return False
    budget = 2 if min(len(a), len(b)) >= 8 else 1
    if abs(len(a) - len(b)) > budget:
        return False
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1] <= budget


def _roles(reports: Sequence[MarkedReport]) -> dict[tuple[str, str], str]:
    """Map (report, entity id) and ("", name) to the role; the role most often given for a name wins."""
    out: dict[tuple[str, str], str] = {}
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for m in reports:
        for e in m.entities:
            if e.role:
                out[(m.report.id, e.id)] = e.role
                if e.kind == EntityKind.PERSON:
                    for name in (e.name, *e.aliases):
                        count[name.casefold()][e.role] += 1
    for name in sorted(count):
        out[("", name)] = min(count[name].items(), key=lambda kv: (-kv[1], -len(kv[0]), kv[0]))[0]
    return out


def _countries(reports: Sequence[MarkedReport]) -> frozenset[str]:
    """Name the countries that the reports name."""
    return frozenset(
        e.name.casefold() for e in _entities(reports) if e.place and e.place.startswith("iso3166:") and "-" not in e.place
    )


def _expansions(reports: Sequence[MarkedReport]) -> dict[str, str]:
    """Map an organisation's full name to its acronym where a report gives both: "Badan ... (BPBD)"; both casefolded."""
    out: dict[str, str] = {}
    for e in _entities(reports):
        if e.kind != EntityKind.ORGANISATION:
            continue
        for name in (e.name, *e.aliases):
            m = _BRACKETS.search(name)
            if m and m[1].isupper():
                out[" ".join(_plain(name[: m.start()]))] = m[1].casefold()
        short = [n for n in (e.name, *e.aliases) if n.isupper() and len(n) > 2]
        for name in (e.name, *e.aliases):
            if short and " " in name and not name.isupper() and _initials(name) == short[0].casefold():
                out[" ".join(_plain(_BRACKETS.sub(" ", name)))] = short[0].casefold()
    return {k: v for k, v in sorted(out.items()) if len(k.split()) >= 2}


def _initials(name: str) -> str:
    return "".join(w[0] for w in _WORD.findall(_BRACKETS.sub(" ", name)) if w[0].isupper()).casefold()


def _entities(reports: Sequence[MarkedReport]) -> Iterable[Entity]:
    for m in sorted(reports, key=lambda m: m.report.id):
        yield from m.entities
