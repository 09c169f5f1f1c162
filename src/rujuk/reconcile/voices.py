"""Who speaks in a story: the sources of all reports, brought together where they are one person, office or agency."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rujuk.lang.agencies import load_agencies
from rujuk.lang.base import BUILT_IN, load_pack
from rujuk.lang.bodies import BodyLexicon
from rujuk.lang.landforms import LandformLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import EntityKind, SourceKind
from rujuk.reconcile.bodies import ACRONYM, BRACKETS, GLUED, Bodies, Body, initials, plain, spelled_out
from rujuk.reconcile.groups import Groups, sharing
from rujuk.reconcile.institutions import Institutions, one_kind
from rujuk.reconcile.spelling import same_person

_CAPITALS = re.compile(r"(?:[A-Z][\w.’'-]*\s?)+$")
"""The run of capitalised words at the end of a piece of text."""
_WORDS = re.compile(r"[^\W_]+")
LONG = 7
"""A name of more words has words around it taken for its own."""
BY_FAR = 3
"""How many times as often the police or ministry of one country must speak as that of another for "the police" to be its."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Voice:
    """A source as one report names it, with the role that goes with it there."""

    name: str
    kind: SourceKind
    role: str = ""


class Voices:
    """All voices of a story, in groups of one origin each.

    Two voices are one where they have the same name, one name is inside the other (a surname and the full name), one is the person whose role
    names the other, or both speak for one service, ministry or acronym without places that tell them apart.
    """

    def __init__(self, reports: Sequence[MarkedReport]) -> None:
        self._bodies = Bodies(reports)
        self._lexicons = self._bodies.lexicons
        self._roles = _roles(reports)
        self._texts = [s.span.exact for m in sorted(reports, key=lambda m: m.report.id) for s in m.sentences]
        self._low = [t.casefold() for t in self._texts]
        self._whole: dict[str, str] = {}
        self._hinted: dict[str, str] = {}
        self._nobody: dict[str, bool] = {}
        self._read: dict[Voice, Body] = {}
        self._told: dict[str, list[str]] = {}
        self._proper: dict[str, bool] = {}
        self._joins = [p.lexicon(LandformLexicon).joins for p in (load_pack(code) for code in BUILT_IN) if p is not None]
        self._articles = frozenset().union(*(x.articles for x in self._lexicons))
        self._institutions = Institutions(self._lexicons)
        self._voices: set[Voice] = set()
        self._heard: dict[Voice, set[str]] = defaultdict(set)
        self._lands: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
        self._reports = {m.report.id: m.report.text for m in reports}
        self._spoken: Counter[Voice] = Counter()
        for m in reports:
            for c in m.claims:
                if c.source is not None:
                    self._heard[self.voice(m, c.source.name, c.source.kind, c.source.entity)].add(m.report.id)
            for a in m.attributions:
                if a.source is not None and a.source.name:
                    heard = self.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role)
                    self._heard[heard].add(m.report.id)
                    self._spoken[heard] += 1
        self._voices.update(self._heard)
        self._group = self._join(sorted(self._voices))
        self._members: dict[Voice, list[Voice]] = defaultdict(list)
        for v in sorted(self._group):
            self._members[self._group[v]].append(v)

    def voice(
        self, marked: MarkedReport, name: str, kind: SourceKind, entity: str | None = None, role: str | None = None
    ) -> Voice:
        """Make the voice of a source of a report, with the role its entity has there or anywhere in the story."""
        name = self._whole_name(name)
        found = role or self._roles.get((marked.report.id, entity or "")) or self._roles.get(("", name.casefold())) or ""
        return Voice(name=name, kind=kind, role=self._whole_name(found) if found else "")

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
        return self._members.get(lead) or [lead]

    def named_in(self, sentence: str) -> Voice | None:
        """Give the one body or person of the story's sources that a sentence names, longest name first; None where it names two."""
        found = [v for v in sorted(self._voices) if v.kind != SourceKind.ANONYMOUS and v.name in sentence]
        groups = {self.group(v) for v in found}
        return min(found, key=lambda v: (-len(v.name), v)) if len(groups) == 1 else None

    def of_service(self, services: frozenset[str]) -> Voice | None:
        """Give the one source of the story that speaks for a service, if there is only one."""
        found = {self.group(v) for v in sorted(self._voices) if {f"service:{s}" for s in services} & self.body(v).keys}
        return next(iter(found)) if len(found) == 1 else None

    def strangers(self, a: Voice, b: Voice) -> bool:
        """Say whether two voices are known to be of two countries."""
        x, y = self.body(a).countries, self.body(b).countries
        return bool(x and y) and not x & y

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
        """Say whether a source is a body or speaks for one: its keys, or a post or rank in its role."""
        if self.body(voice).keys or voice.kind in (SourceKind.OFFICE, SourceKind.ORGANISATION):
            return True
        role = voice.role or self._hint(voice.name)
        return voice.kind == SourceKind.PERSON and any(x.spokesman.search(role) or x.ranks.search(role) for x in self._lexicons)

    def ranked(self, voice: Voice) -> bool:
        """Say whether a person bears a rank of the police or the forces."""
        role = f"{voice.role or self._hint(voice.name)} {voice.name}"
        return voice.kind == SourceKind.PERSON and any(x.ranks.search(role) for x in self._lexicons)

    def shown(self, voice: Voice) -> str:
        """Give a voice's name as it is printed: a person's without a nationality or a post in front of it."""
        words = voice.name.split()
        if voice.kind != SourceKind.PERSON:
            # A place that scraping has joined to the name ("Bandara SahaLomar").
            return GLUED.sub(lambda m: " " if self._placed_behind(voice.name, m.end()) else "", voice.name)
        while len(words) > 2 and (self._bodies.country(words[0].casefold()) or self._post(words[0])):
            words = words[1:]
        return " ".join(words)

    def _placed_behind(self, name: str, at: int) -> bool:
        """Say whether the word that begins at a position of a name is a place."""
        word = _WORDS.match(name, at)
        return word is not None and self._bodies.placed(word[0].casefold())

    def _post(self, word: str) -> bool:
        return any(x.spokesman.fullmatch(word) or x.governs(word) for x in self._lexicons)

    def employer(self, voice: Voice) -> Voice | None:
        """Give the body that the people of a group speak for: another member that is no person, else the acronym that their roles share."""
        members = self.members(self.group(voice))
        bodies = [v for v in members if v.kind in (SourceKind.OFFICE, SourceKind.ORGANISATION)]
        bodies = [v for v in bodies if not self.nobody(v) and not self.joint(v) and not self.unnamed(v)]
        if bodies:
            return min(bodies, key=lambda v: (self.clumsy(v), -len(v.name), v.name))
        found = Counter(k.partition(":")[2] for v in members for k in self.body(v).keys if k.startswith("acronym:"))
        if not found:
            return None
        best = min(found, key=lambda k: (-found[k], k))
        return Voice(name=best.upper(), kind=SourceKind.ORGANISATION)

    def clumsy(self, voice: Voice) -> bool:
        """Say whether a name is so long, or holds a number, that words of the sentence were taken for it."""
        return len(voice.name.split()) > LONG or any(ch.isdigit() for ch in voice.name)

    def unnamed(self, voice: Voice) -> bool:
        """Say whether a name is that of a body's unnamed people: "a Saha airport official"."""
        words = plain(voice.name)
        ends = (*words[-1:], *words[:1])
        return any(w in x.officials or w in x.hollow or x.spokesman.fullmatch(w) for x in self._lexicons for w in ends)

    def hollow(self, name: str) -> bool:
        """Say whether a source's name is only a word for news: "reports"."""
        return any(" ".join(w for w in plain(name) if w not in x.articles) in x.hollow for x in self._lexicons)

    def nobody(self, voice: Voice) -> bool:
        """Say whether a source is officials without a name: "authorities", "Iranian officials"."""
        if voice.name not in self._nobody:
            self._nobody[voice.name] = self._names_nobody(voice.name)
        return self._nobody[voice.name]

    def joint(self, voice: Voice) -> bool:
        """Say whether a name is one of two speakers at once: "Inspector A and the head of B, C", one of whom speaks alone elsewhere."""
        sides = [side for x in self._joins for side in x.split(voice.name)]
        heard = {v.name for v in self._voices if v.kind == SourceKind.PERSON}
        return any(side != voice.name and any(name in side for name in heard) for side in sides)

    def nameless(self, voice: Voice) -> bool:
        """Say whether a source is a description or a bare post: "a local source", "the governor of Saha"."""
        return voice.kind == SourceKind.ANONYMOUS or (bool(self.body(voice).posts) and not self.body(voice).keys)

    def official(self, voice: Voice) -> bool:
        """Say whether a source speaks for a state's body: a service, a ministry, a post, or a body that goes by an acronym."""
        if voice.kind == SourceKind.OUTLET or load_agencies().named(
            " ".join(w for w in voice.name.split() if w.casefold() not in self._articles)
        ):
            return False
        same = [v for v in self.members(self.group(voice)) if v.name == voice.name] or [voice]
        return any(
            body.keys or body.countries or (voice.kind == SourceKind.PERSON and body.posts)
            for body in (self.body(v) for v in same)
        )

    def government(self, nobody: Voice) -> Voice | None:
        """Give the government of the country whose officials a description means ("Lomarian officials"), where it speaks in the story."""
        lands = self.body(nobody).countries
        if not lands:
            return None
        found = [v for v in sorted(self._voices) if "service:government" in self.body(v).keys and self.body(v).countries & lands]
        found = [v for v in found if not self.nobody(v)]
        return min(found, key=lambda v: (v.kind == SourceKind.PERSON, v)) if found else None

    def _names_nobody(self, name: str) -> bool:
        # A country's name stands for whoever speaks for it.
        words = plain(self._bodies.countries(name)[1])
        if not words and plain(name):
            return True
        return any(" ".join(w for w in words if w not in lexicon.articles) in lexicon.officials for lexicon in self._lexicons)

    def _telling(self, name: str) -> list[str]:
        """Give the words of a name without articles."""
        if name not in self._told:
            self._told[name] = [w for w in plain(BRACKETS.sub(" ", name) or name) if w not in self._articles]
        return self._told[name]

    def _bare(self, name: str) -> frozenset[str]:
        """Take articles and plurals off a description: "local sources", "a local source"."""
        return frozenset(w[:-1] if w.endswith("s") and len(w) > 4 else w for w in self._telling(name))

    def _join(self, voices: Sequence[Voice]) -> dict[Voice, Voice]:
        """Join voices step by step: by name, then by body where the countries are known, then by body where only one group fits."""
        bodies = [self._settled(v, self.body(v)) for v in voices]
        groups = Groups([b.countries for b in bodies], [self._spoken[v] for v in voices])
        pairs = sharing([self._traits(v, b) for v, b in zip(voices, bodies, strict=True)])
        for step in (self._by_name, self._by_body):
            for i, j in pairs:
                if groups.find(i) != groups.find(j) and step(voices[i], voices[j], bodies[i], bodies[j]):
                    groups.join(i, j)
        short = {i: kind for i, v in enumerate(voices) if (kind := self._kind_alone(v)) is not None}
        self._join_loose([Body() if i in short else b for i, b in enumerate(bodies)], groups)
        full = {i: self._institutions.kinds_in(v.role if v.kind == SourceKind.PERSON else v.name) for i, v in enumerate(voices)}
        found = one_kind(
            short,
            {i: kinds for i, kinds in full.items() if kinds and i not in short},
            [frozenset(self._heard[v]) for v in voices],
            {i: groups.find(i) for i in range(len(voices))},
        )
        for i, j in found:
            groups.join(i, j)
        return {v: voices[groups.find(i)] for i, v in enumerate(voices)}

    def lands_of(self, text: str, services: frozenset[str]) -> frozenset[str]:
        """Give the countries that a text names right beside services."""
        return self._bodies.lands_of(text, services)

    def settled(self, voice: Voice) -> frozenset[str]:
        """Give the countries of a voice, by its name or by the reports where it speaks."""
        return self._settled(voice, self.body(voice)).countries

    def _settled(self, voice: Voice, body: Body) -> Body:
        """Give a service that is named without its country the one country of which the reports where it speaks name that service: "the Lomarian navy"."""
        if body.countries or not body.houses:
            return body
        lands = frozenset().union(*(self._lands_in(r, body.houses) for r in sorted(self._heard[voice])))
        return replace(body, countries=lands) if len(lands) == 1 else body

    def _lands_in(self, report: str, services: frozenset[str]) -> frozenset[str]:
        if (report, services) not in self._lands:
            self._lands[report, services] = self._bodies.lands_of(self._reports[report], services)
        return self._lands[report, services]

    def _kind_alone(self, voice: Voice) -> str | None:
        """Give the kind of an office that is all a voice's name or role tells of whom it speaks for."""
        if voice.kind != SourceKind.PERSON:
            return self._institutions.kind(voice.name)
        found = self._institutions.kind(voice.role) if voice.role else None
        texts = (self._reports[r] for r in sorted(self._heard[voice]))
        return found or next((k for t in texts if (k := self._institutions.beside(t, voice.name)) is not None), None)

    def _traits(self, voice: Voice, body: Body) -> set[str]:
        """List what two voices must share for any step to join them: a word, a key, initials, or being nobody."""
        words = set(self._telling(voice.name)) | set(plain(voice.role or self._hint(voice.name)))
        first = initials(voice.name)
        traits = {f"word:{w}" for w in words | self._bare(voice.name) | body.words | body.loose | body.name} | body.keys
        traits |= {f"first:{''.join(w[0] for w in plain(voice.name))}"}
        traits |= {f"acronym:{x}" for x in (first, first[1:]) if len(x) > 1}
        if self.nobody(voice):
            traits.add("nobody")
        return traits

    def _join_loose(self, bodies: Sequence[Body], groups: Groups) -> None:
        """Join services and ministries without a country with those of the one country that has them in the story, or that speaks by far the most."""
        having: dict[str, list[int]] = defaultdict(list)
        for i, body in enumerate(bodies):
            for key in body.houses:
                having[key].append(i)
        for i, body in enumerate(bodies):
            if not body.houses or groups.countries(i):
                continue
            fits = sorted({groups.find(j) for key in body.houses for j in having[key]} - {groups.find(i)})
            known = sorted((f for f in fits if groups.countries(f)), key=lambda f: (-groups.spoken(f), f))
            lands = {groups.countries(f) for f in known}
            if len(lands) > 1:
                most, next_ = (groups.spoken(f) for f in known[:2])
                lands = {groups.countries(known[0])} if most >= BY_FAR * max(next_, 1) else set()
                fits = [f for f in fits if not groups.countries(f) or groups.countries(f) in lands] if lands else []
            for f in fits:
                groups.join(i, f)

    def _by_name(self, a: Voice, b: Voice, body_a: Body, body_b: Body) -> bool:
        if a.name.casefold() == b.name.casefold():
            return True
        if self.nobody(a) and self.nobody(b):
            return True
        if self.nobody(a) or self.nobody(b):
            return False
        persons = (a.kind == SourceKind.PERSON) + (b.kind == SourceKind.PERSON)
        short, long = sorted((self._telling(a.name), self._telling(b.name)), key=len)
        if persons == 0 and long[: len(short)] == short and (len(short) >= 2 or (short and self._house(short[0], a, b))):
            return True
        if self._heads(a, b) or self._heads(b, a):
            return True
        if persons == 2:
            lands = [self._bodies.country(v.name.casefold()) is not None for v in (a, b)]
            # A country is nobody's surname.
            return not any(lands) and same_person(a.name, b.name)
        if persons == 1:
            person, other = (a, b) if a.kind == SourceKind.PERSON else (b, a)
            words = plain(person.name)
            return len(words) >= 2 and f" {' '.join(words)} " in f" {' '.join(plain(other.name))} "
        if (SourceKind.ANONYMOUS in (a.kind, b.kind) or (a.name[:1].islower() and b.name[:1].islower())) and not body_a.keys:
            return self._bare(a.name) == self._bare(b.name)
        return False

    def _house(self, word: str, a: Voice, b: Voice) -> bool:
        """Say whether a word is by itself the name of one organisation: never written small in the story, no place, and no other's beginning."""
        if a.kind != SourceKind.ORGANISATION or b.kind != SourceKind.ORGANISATION or len(word) < 5 or self._bodies.placed(word):
            return False
        if self._bodies.country(word) or any(x.actors(word) or word in x.common for x in self._lexicons):
            return False
        if word not in self._proper:
            small = re.compile(rf"\b{re.escape(word)}\b")
            longer = {" ".join(self._telling(v.name)) for v in self._voices if self._telling(v.name)[:1] == [word]}
            fullest = max(longer, key=lambda n: (len(n), n), default="")
            self._proper[word] = not any(small.search(t) for t in self._texts) and all(fullest.startswith(n) for n in longer)
        return self._proper[word]

    def _heads(self, person: Voice, office: Voice) -> bool:
        """Say whether a person's role is a post at an office: "head of the harbour office" and "the harbour office"."""
        if (
            person.kind != SourceKind.PERSON
            or office.name == person.name
            or self.nobody(office)
            or self._institutions.kind(office.name)
        ):
            return False
        role = person.role or self._hint(person.name)
        name = " ".join(self._telling(office.name))
        for lexicon in self._lexicons:
            post = lexicon.spokesman.match(role.casefold())
            if post and len(name) >= 5 and f" {' '.join(plain(role[post.end() :]))} ".startswith(f" {name} "):
                return True
        return False

    def _by_body(self, a: Voice, b: Voice, body_a: Body, body_b: Body) -> bool:
        if self.nobody(a) or self.nobody(b):
            return False
        known = bool(body_a.countries and body_b.countries)
        if known and not body_a.countries & body_b.countries:
            return False
        houses = [{k for k in x.keys if not k.startswith("acronym:")} for x in (body_a, body_b)]
        if max(len(h) for h in houses) > 1 and houses[0] != houses[1]:
            return False  # A joint word of two bodies makes them no one body.
        for key in sorted(body_a.keys & body_b.keys):
            if key.startswith(("service:", "ministry:")):
                if known:
                    return True
            elif key.startswith("body:") or not body_a.words or not body_b.words or body_a.words & body_b.words:
                return True
        if SourceKind.ANONYMOUS in (a.kind, b.kind):
            # "The governor of Saha island" needs no name to be one office.
            return bool(body_a.posts & body_b.posts) and bool(body_a.name) and body_a.name == body_b.name
        if _one_office(body_a, body_b, known=known, persons=SourceKind.PERSON in (a.kind, b.kind)):
            return True
        if bool(body_a.keys) != bool(body_b.keys):
            return spelled_out(a.name, body_b) or spelled_out(b.name, body_a)
        # Neither has a key: an institution named in full, or a role that holds its words.
        if not body_a.keys and (a.kind != SourceKind.PERSON or b.kind != SourceKind.PERSON):
            wa, wb = body_a.words | body_a.loose, body_b.words | body_b.loose
            short, long = (wa, wb) if len(wa) <= len(wb) else (wb, wa)
            if len(short) == 1 and next(iter(short)).startswith("="):
                return False  # A matter alone is that of many offices.
            return bool(short) and (short == long or (len(short) >= 2 and short <= long))
        return False

    def body(self, voice: Voice) -> Body:
        """Say what a voice speaks for."""
        if voice not in self._read:
            self._read[voice] = self._body(voice)
        return self._read[voice]

    def _body(self, voice: Voice) -> Body:
        text = f"{voice.name} {voice.role}".strip()
        land = self._bodies.country(voice.name.casefold()) is not None
        if (
            voice.kind == SourceKind.PERSON
            and not land
            and not (ACRONYM.search(voice.name) or any(x.actors(voice.name) for x in self._lexicons))
        ):
            text = voice.role or self._hint(voice.name)
            if not voice.role and text:
                found = self._bodies.read(text)
                return Body(found.keys, frozenset(), found.countries, frozenset(plain(text)), found.name, found.posts)
        return self._bodies.read(text, land=land)

    def _hint(self, name: str) -> str:
        """Give the words right before a person's name, or in apposition behind it, where they are an office's."""
        if name not in self._hinted:
            found = ""
            for text in self._texts:
                at = text.find(name)
                if at < 0:
                    continue
                before = re.split(r"[.,:;\"“”()–—]", _from_a_word(text, max(0, at - 80), at).rstrip(" ,"))[-1]
                after = re.match(r",\s([^,.;:\"“”]{4,70}),", text[at + len(name) :])
                behind = after[1] if after else ""
                for lexicon in self._lexicons:
                    before, behind = lexicon.breaks.split(before)[-1], lexicon.breaks.split(behind)[0]
                found = self._office_in(before, close=True) or self._office_in(behind)
                if found:
                    break
            self._hinted[name] = found
        return self._hinted[name]

    def _office_in(self, piece: str, *, close: bool = False) -> str:
        """Give the office in words beside a name; of several in front of it (`close`) the one that stands right before the name."""
        piece = piece.strip()
        tail = _CAPITALS.search(piece) if close else None
        for words in (tail[0] if tail else "", piece):
            if not words or not any(x.spokesman.search(words) or x.actors(words) or x.governs(words) for x in self._lexicons):
                continue
            if close and words is piece:
                posts = [m.start() for x in self._lexicons for m in x.spokesman.finditer(words)]
                return words[max(posts) :] if posts else words
            return words
        return ""


def _one_office(a: Body, b: Body, *, known: bool, persons: bool) -> bool:
    """Say whether two names or posts are of one office: the same telling words, in whatever language; of persons' posts, its matter among them."""
    if not a.name or a.name != b.name or (a.keys and b.keys and not a.keys & b.keys):
        return False
    if a.posts & b.posts:
        return True  # "the governor of Saha", and the governor by name.
    matters = any(w.startswith("=") for w in a.name)
    return (matters or not persons) and (len(a.name) >= 2 or (matters and known))


def _from_a_word(text: str, start: int, end: int) -> str:
    """Give a piece of a text from the first whole word on."""
    if start and not text[start - 1].isspace():
        start = text.find(" ", start, end) + 1 or start
    return text[start:end]


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
