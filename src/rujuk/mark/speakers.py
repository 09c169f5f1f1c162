"""Who speaks: the full name behind a phrase, a surname, a title or a pronoun, and what kind of source it is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from rujuk.lang.agencies import load_agencies
from rujuk.lang.places import load_gazetteer
from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.phrasing import Words
from rujuk.mark.pointing import Phrase, Pointing
from rujuk.model.marks import Entity, EntityKind, Layer, SourceKind, Speaker
from rujuk.model.report import Report
from rujuk.model.span import Span, Where

Range = tuple[int, int]
_WORDS = re.compile(r"[^\W\d_]+|,")
_MODIFIER = re.compile(r"[A-Z][^\W_]*-[a-z]{3,}$")
"""The end of a name that only tells whose something is: "United Nations-run"."""
_CREDIT = re.compile(r" ?/ ?[A-Z]")
"""Behind a name it tells who took a picture: "Name/Agency"."""


class Cast(Pointing):
    """The people and bodies of a report, and who spoke last."""

    def __init__(self, report: Report, entities: Layer[Entity], lexicon: SpeechLexicon) -> None:
        self.report = report
        self.lexicon = lexicon
        self.sets = lexicon.sets
        self.houses = load_agencies()
        self.gazetteer = load_gazetteer()
        self.places = {e.name for e in entities if e.kind == EntityKind.PLACE}
        mentions: list[tuple[int, int, Entity]] = []
        titled: list[tuple[int, int, Entity]] = []
        for e in entities:
            if e.kind == EntityKind.PLACE:
                continue
            if e.kind == EntityKind.PERSON:
                e = self._cleaned(e)
                if " " not in e.name and any(
                    e.name.casefold() in self.sets[r] for r in ("roles", "bodies", "anonymous", "own_voice", "pronouns", "times")
                ):
                    continue
            for m in e.mentions:
                if m.where == Where.TEXT and _CREDIT.match(report.text, m.end):
                    continue
                (titled if m.where == Where.TITLE else mentions).append((m.start, m.end, e))
        key = lambda m: (m[0], m[1], m[2].id)  # noqa: E731
        self.mentions = {Where.TEXT: sorted(mentions, key=key), Where.TITLE: sorted(titled, key=key)}
        self.starts = {w: [m[0] for m in ms] for w, ms in self.mentions.items()}
        self.people = {m[2].id: m[2] for m in sorted(mentions + titled, key=key) if m[2].kind == EntityKind.PERSON}
        self.bodies = sorted(
            {e.name for e in entities if e.kind == EntityKind.ORGANISATION and " " in e.name and not _MODIFIER.search(e.name)}
        )
        self.known: list[Phrase] = []
        self.last: Phrase | None = None
        self.last_person: Phrase | None = None
        self.last_body: Phrase | None = None
        self.last_many: Phrase | None = None
        self.last_writer: Phrase | None = None

    def _cleaned(self, e: Entity) -> Entity:
        """Take an office that was left in a name out of it."""
        words = e.name.split()
        for i in range(len(words) - 2, -1, -1):
            if words[i].casefold() in self.sets["roles"]:
                return replace(e, name=" ".join(words[i + 1 :]), role=e.role or " ".join(words[: i + 1]))
        return e

    # ---- reading a phrase

    def matters(self, where: Where) -> Iterator[tuple[int, int]]:
        """Give where bodies' names list their matters, from the first to the last of them: commas and "and" there part nothing."""
        for start, end, e in self.mentions[where]:
            if e.kind == EntityKind.ORGANISATION:
                piece = (self.report.title if where == Where.TITLE else self.report.text) or ""
                breaks = [m for m in _WORDS.finditer(piece, start, end) if m[0] == "," or m[0].lower() in self.sets["and_words"]]
                if breaks:
                    first = max(start, piece.rfind(" ", start, breaks[0].start() - 1) + 1)
                    last = _WORDS.search(piece, breaks[-1].end(), end)
                    if last is not None and last[0][0].isupper():
                        yield first, last.end()

    def within(self, where: Where, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Give the mentions of people and bodies inside a span of text, in order."""
        a = bisect_left(self.starts[where], start)
        b = bisect_right(self.starts[where], end)
        return [m for m in self.mentions[where][a:b] if m[1] <= end]

    def read(self, words: Words, source: Range, where: Where) -> Phrase | None:
        """Read a source phrase; None where it only points back (a pronoun)."""
        a, b = source
        low, sets = words.low, self.sets
        if b - a == 1 and low[a] in sets["pronouns"]:
            return None
        if not any(
            m[0] == words.start[a] and m[2].kind == EntityKind.ORGANISATION
            for m in self.within(where, words.start[a], words.end[b - 1])
        ):
            a = self._strip_records(words, a, b)
        if a >= b:
            a = source[0]
        segments = self._segments(words, a, b)
        start, end = words.start[a], words.end[b - 1]
        found = self.within(where, start, end)
        people = [m for m in found if m[2].kind == EntityKind.PERSON]
        by = next((m for m in people if self._after_agent(words, a, words.at(m[0]))), None)
        if by is not None:
            return Phrase(by[2].name, SourceKind.PERSON, by[2].role, by[2].id, person=True)
        pure = []
        for s, e in segments:
            here = [m for m in people if m[0] >= words.start[s] and m[1] <= words.end[e - 1] + 2]
            if len(here) == 1 and self._pure(words, s, e, here[0]):
                pure.append((low[s] in sets["roles"], s, e, here[0]))
        if low[a] in sets["bodies"] and len(segments) == 1 and not any(low[i] in sets["roles"] for i in range(a, b)):
            people = []
        for _, s, e, m in sorted(pure, key=lambda p: (p[0], p[1]))[:1]:
            if people:
                return Phrase(
                    m[2].name,
                    SourceKind.PERSON,
                    m[2].role or self._role(words, segments, (s, e)) or self._title(words, s, m[0]),
                    m[2].id,
                    person=True,
                )
        if people and not self._owned(words, a, b, people[-1]):
            m = people[-1] if len(segments) == 1 else people[0]
            if not (
                low[b - 1] != "" and any(low[i] in sets["and_words"] for i in range(a, b)) and len({p[2].id for p in people}) > 1
            ):
                return Phrase(m[2].name, SourceKind.PERSON, m[2].role or self._title(words, a, m[0]), m[2].id, person=True)
        text = words.piece(a, b)
        covered = any(m[2].kind == EntityKind.ORGANISATION and m[0] <= start + 4 and m[1] >= end - 1 for m in found)
        held = self._held(words, a, b) if not people else None
        if held is not None:
            return held
        if (
            not people
            and not covered
            and (
                text in self.places
                or (
                    b - a == 1
                    and words.capital(a)
                    and text.casefold() in self.gazetteer
                    and self.gazetteer.level(text.casefold()) == "i"
                )
            )
        ):
            return Phrase(text, SourceKind.ORGANISATION)  # a country speaks through its government
        if not people and not covered:
            bare = self._bare_name(words, segments)
            if bare is not None:
                return bare
        bodies = [m for m in found if m[2].kind == EntityKind.ORGANISATION]
        kind = self.kind(words, a, b, bool(bodies))
        name = self._trim(words, a, self._described_end(words, a, b))
        house = self.houses.named(name)
        if house is not None:
            return Phrase(house.name, SourceKind.OUTLET)
        for m in bodies:
            if m[0] <= start + 4 and not people and words.text[m[1] : m[1] + 1] == "," and m[1] < end - 1:
                return Phrase(m[2].name, SourceKind.ORGANISATION, entity=m[2].id)
            if m[0] <= start + 4 and m[1] >= end - 1:
                if len(m[2].name) > len(name):
                    name = m[2].name
                return Phrase(name, SourceKind.ORGANISATION if kind != SourceKind.OUTLET else kind, entity=m[2].id)
        pointed = b < len(low) and low[b] in sets["demonstratives"]
        return Phrase(name or text, kind, plural=kind == SourceKind.ANONYMOUS, pointed=pointed)

    def _held(self, words: Words, a: int, b: int) -> Phrase | None:
        """Find the holder whose name follows an office, its body and the body's short name: "Kepala Badan Pangan (BPN) Nils Aaker"."""
        low, sets = words.low, self.sets
        close = next((i for i in range(b - 2, a, -1) if low[i] == ")"), None)
        if low[a] not in sets["roles"] or close is None or not 1 <= b - close - 1 <= 4:
            return None
        if not all(
            words.capital(i) and low[i] not in sets["bodies"] and low[i] not in sets["roles"] for i in range(close + 1, b)
        ):
            return None
        name = words.piece(close + 1, b)
        if name.isupper() or name in self.places:
            return None
        return Phrase(name, SourceKind.PERSON, words.piece(a, close + 1), person=True)

    def _described_end(self, words: Words, a: int, b: int) -> int:
        """Give where a description ends that goes on with more about the same one: "One witness, an American who …", "another who …"."""
        low, sets = words.low, self.sets
        if self.lexicon.possessive:
            return b
        for i in range(a + 1, b - 1):
            if low[i] in sets["relatives"] or (
                low[i] == "," and (low[i + 1] in sets["indefinite"] or low[i + 1] in sets["relatives"])
            ):
                return i
        return b

    def behind_place(self, words: Words, source: Range, where: Where, office: Phrase) -> Phrase | None:
        """Find the holder whose name follows an office and where it is: "kata Kepala Pos X di Y, Nama"."""
        if office.person or words.low[source[0]] not in self.sets["roles"]:
            return None
        i, n = source[1], len(words.low)
        if i >= n or words.low[i] not in self.sets["binders"]:
            return None
        i += 1
        while i < n and i - source[1] < 6 and words.capital(i):
            i += 1
        if i + 1 >= n or i == source[1] + 1 or words.low[i] != ",":
            return None
        start = words.start[i + 1]
        for m in self.within(where, start, start + 60):
            if m[0] == start and m[2].kind == EntityKind.PERSON:
                return Phrase(m[2].name, SourceKind.PERSON, m[2].role or office.name, m[2].id, person=True)
        return None

    def _after_agent(self, words: Words, a: int, i: int) -> bool:
        """Say whether a name stands behind "by" and its office: the author of what is cited."""
        j = i - 1
        while j > a and (words.low[j] in self.sets["roles"] or words.capital(j)):
            j -= 1
        return j > a and words.low[j] in self.sets["agents"] and words.low[a] not in self.sets["roles"]

    def _segments(self, words: Words, a: int, b: int) -> list[Range]:
        out, s = [], a
        for i in range(a, b):
            if words.low[i] == ",":
                if i > s:
                    out.append((s, i))
                s = i + 1
        if b > s:
            out.append((s, b))
        return out

    def _strip_records(self, words: Words, a: int, b: int) -> int:
        """Step over "laporan dari", "keterangan resmi": the owner behind them speaks."""
        low, sets = words.low, self.sets
        i = a
        while i < b and (
            low[i] in sets["records"]
            or (i > a and low[i] in sets["record_fillers"])
            or (low[i] in sets["determiners"] and i + 1 < b and low[i + 1] in sets["records"])
        ):
            i += 1
        if i == a or i >= b:
            return a
        if low[i - 1] in sets["records"] and sets["record_owners"] and low[i] not in sets["record_owners"]:
            return a
        if low[i] in sets["demonstratives"] or low[i] in sets["views"]:
            return a  # the record itself: "informasi tersebut", "laporan visual"
        return i

    def _pure(self, words: Words, s: int, e: int, mention: tuple[int, int, Entity]) -> bool:
        """Say whether a segment is a name and titles alone."""
        low, sets = words.low, self.sets
        i, j = s, e
        if low[i] in sets["owners"] and words.start[i] < mention[0]:
            return False  # "istri X"
        if (
            words.end[j - 1] <= mention[1] + 2
            and j - i <= 5
            and all(words.capital(k) and low[k] not in sets["roles"] and low[k] not in sets["bodies"] for k in range(i, j))
        ):
            return True
        while (
            i < j
            and words.end[i] <= mention[0]
            and (low[i] in sets["honorifics"] or low[i] == "." or (words.capital(i) and low[i] in sets["roles"]))
        ):
            i += 1
        return i < j and words.start[i] >= mention[0] - 1 and words.end[j - 1] <= mention[1] + 2

    def _owned(self, words: Words, a: int, b: int, mention: tuple[int, int, Entity]) -> bool:
        """Say whether a name only tells whose: "a spokesman for X", "kantor X"."""
        low, sets = words.low, self.sets
        i = words.at(mention[0])
        last = words.at(mention[1]) - 1
        if not self.lexicon.possessive and i <= last < b - 1 and low[last].endswith(("'s", "’s")):
            return True
        while i > a and (low[i - 1] in sets["honorifics"] or (low[i - 1] == "." and low[i - 2] in sets["honorifics"])):
            i -= 1
        if i <= a:
            return (i < b and low[i].endswith(("'s", "’s"))) or (
                mention[1] < words.end[b - 1] - 2 and low[min(b - 1, words.at(mention[1]))] in sets["owned_heads"]
            )
        while i - 1 > a and low[i - 1] in sets["owned_fillers"]:
            i -= 1
        if low[i - 1] in sets["owners"]:
            return True
        return low[b - 1].endswith(("'s", "’s"))

    def _bare_name(self, words: Words, segments: list[Range]) -> Phrase | None:
        """Find a name by its capitals where no entity was marked."""
        low, sets = words.low, self.sets
        for n, (s, e) in enumerate(segments):
            i = s
            while i < e and (low[i] in sets["honorifics"] or low[i] == "."):
                i += 1
            if (
                i < e
                and e - i <= 5
                and all(words.capital(k) or low[k] in sets["name_particles"] for k in range(i, e))
                and not any(
                    low[k] in sets["bodies"]
                    or low[k] in sets["roles"]
                    or low[k] in sets["anonymous"]
                    or low[k] in sets["determiners"]
                    or low[k] in sets["documents"]
                    for k in range(i, e)
                )
            ):
                text = words.piece(i, e).removesuffix("'s").removesuffix("’s")
                if (text.isupper() and " " not in text and len(text) < 9) or self.houses.named(text):
                    if len(segments) == 1:
                        return None
                    continue
                role = self._role(words, segments, (s, e))
                later = [
                    x
                    for x in segments[n + 1 :]
                    if all(words.capital(k) for k in range(*x))
                    and not any(low[k] in sets["roles"] or low[k] in sets["bodies"] for k in range(*x))
                ]
                if e - i > 3 and later and later[0][1] - later[0][0] <= 4:
                    continue
                if e - i == 1 and role is None and not any(text in p.name.split() for p in self.known if p.person) and i == s:
                    return Phrase(text, SourceKind.PERSON, None, person=True)
                return Phrase(text, SourceKind.PERSON, role, person=True)
        return None

    def _role(self, words: Words, segments: list[Range], name: Range) -> str | None:
        for s, e in segments:
            if (s, e) != name and any(words.low[i] in self.sets["roles"] for i in range(s, min(e, s + 4))):
                return words.piece(s, e)
        return None

    def _title(self, words: Words, a: int, start: int) -> str | None:
        """The words of office right before a name, if there are any."""
        i = words.at(start)
        while a < i and words.low[a] in self.sets["determiners"]:
            a += 1
        return words.piece(a, i).rstrip(" ,") if i > a and any(words.low[k] in self.sets["roles"] for k in range(a, i)) else None

    def _trim(self, words: Words, a: int, b: int) -> str:
        """The phrase as a description: first segment, or all where the role comes first."""
        text = words.text[words.start[a] : words.end[b - 1]]
        return " ".join(text.split()).strip(" ,;:-*_").removesuffix("'s").removesuffix("’s")

    def kind(self, words: Words, a: int, b: int, body: bool = False) -> SourceKind:
        """Tell the kind of a source without a name from its words."""
        low, sets = words.low, self.sets
        text = " ".join(low[a:b])
        if any(o in text for o in sorted(self.lexicon.sets["outlets"])):
            return SourceKind.OUTLET
        head = [low[i] for i in range(a, min(b, a + 5))]
        if any(h in sets["documents"] for h in head[:3]):
            return SourceKind.DOCUMENT
        if self._post(words, a, b):
            return SourceKind.OFFICE
        if any(h in sets["bodies"] for h in head) or body:
            return SourceKind.ORGANISATION
        piece = words.piece(a, b)
        if b - a == 1 and (low[a] in sets["heads"] or low[a] in sets["determiners"]):
            return SourceKind.ANONYMOUS
        if b - a == 1 and low[a] in sets["anonymous"] and low[a] not in sets["bodies"] and not piece.isupper():
            return SourceKind.ANONYMOUS
        if piece.isupper() or (all(words.capital(i) for i in range(a, b)) and not any(h in sets["roles"] for h in head)):
            return SourceKind.ORGANISATION
        if words.capital(a) and a + 1 < b and words.capital(a + 1) and any(h in sets["roles"] for h in head[:2]):
            return SourceKind.OFFICE
        if any(h in sets["anonymous"] for h in head) or any(h in sets["determiners"] for h in head[:1]):
            return SourceKind.ANONYMOUS
        if any(h in sets["roles"] for h in head):
            return SourceKind.OFFICE
        return SourceKind.ANONYMOUS

    def _post(self, words: Words, a: int, b: int) -> bool:
        """Say whether one person's post heads a phrase whose modifiers stand before it: "the police chief in X", "a police spokesman"."""
        low, sets = words.low, self.sets
        if self.lexicon.possessive:
            return False
        end = next((i for i in range(a + 1, b) if low[i] in sets["addressees"] or low[i] in sets["binders"] or low[i] == ","), b)
        head = low[end - 1]
        return (
            head in sets["roles"]
            and head not in sets["bodies"]
            and (head not in sets["anonymous"] or head in sets["general_offices"])
        )

    def speaker(self, phrase: Phrase, words: Words | None, source: Range | None, where: Where) -> Speaker:
        """Make the speaker of an attribution; the span is where the source stands."""
        span = None
        if words is not None and source is not None:
            a, b = words.start[source[0]], words.end[source[1] - 1]
            span = Span(start=a, end=b, exact=words.text[a:b], where=where)
        return Speaker(name=phrase.name, kind=phrase.kind, span=span, entity=phrase.entity, role=phrase.role)
