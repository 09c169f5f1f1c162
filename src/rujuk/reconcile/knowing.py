"""Which source can stand for a figure that its report tells without one: it knows of the matter, at the place, and tells facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rujuk.lang.base import load_pack
from rujuk.lang.bodies import BodyLexicon
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import ClaimKind, Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, EntityKind, SourceKind
from rujuk.model.span import Where
from rujuk.reconcile.datum import Datum, sentence_of
from rujuk.reconcile.places import Nearness, nearness
from rujuk.reconcile.voices import Voice, Voices

NATURE = frozenset({"magnitude", "depth", "height", "aftershocks"})
"""What instruments tell.  Who counts people does not measure it, and who measures it does not count people."""
SCIENCE = frozenset({"service:meteorology", "service:volcano_watch", "body:usgs"})
"""Bodies that measure."""
MATTERS = frozenset({"=quakes", "=volcanoes", "=geology"})
"""Matters of such bodies."""
SHARED = 2
"""So many content words a sentence shares with what a source says where it speaks of the same matter."""
FEW = 3
"""A report that hears more sources rests on none of them."""
ORDERED = frozenset({"fine", "seized"})
"""Kinds of amounts that a court or another service sets or takes."""
BY = 30
"""So many characters behind a figure the service that did it may stand."""
_COUNTRY = "iso3166:"


class Knowing:
    """Says of a source and a figure of one report whether the figure may go back to the source though the report does not say so."""

    def __init__(self, reports: Sequence[MarkedReport], voices: Voices, acted: frozenset[str]) -> None:
        self._voices = voices
        self._acted = acted
        self._marked = {m.report.id: m for m in reports}
        self._places: dict[str, tuple[Place, ...]] = {}
        self._given: dict[tuple[str, Voice], set[str]] = defaultdict(set)
        """The measures of which a report credits a source with a figure, in so many words, about the event."""
        self._heard: dict[str, int] = {}
        """How many sources each report hears."""
        for m in reports:
            speakers = {voices.group(self._speaker(m, a)) for a in m.attributions if a.source is not None and a.source.name}
            self._heard[m.report.id] = len(speakers)
            for c in m.claims:
                if c.kind != ClaimKind.FIGURE or c.source is None or c.source.carried or c.background or c.measure is None:
                    continue
                s = sentence_of(m, c.evidence)
                if s is None or not self.feels(s.span.exact, m.report.language):
                    voice = voices.voice(m, c.source.name, c.source.kind, c.source.entity)
                    self._given[(m.report.id, voices.group(voice))].add(c.measure)

    def feels(self, sentence: str, language: str) -> bool:
        """Say whether somebody only mourns or condemns in a sentence: its figures are what he heard."""
        pack = load_pack(language)
        return pack is not None and bool(pack.lexicon(BodyLexicon).feelings.search(sentence))

    def knows(self, d: Datum, voice: Voice, *, alone: bool = False) -> bool:
        """Say whether a source can stand for a figure of a report in which it speaks; `alone` says that nobody else does.

        It does where the report credits it with a figure of that measure.  Else it must be no body of another country or place, must not
        measure where people are counted, nor count where is measured, and must tell facts: figures, what the sentence is about, or be its subject.
        """
        given = self._given.get((d.report, self._voices.group(voice)), set())
        if d.claim.measure in given:
            return True
        science = self.measures(voice)
        if science or d.claim.measure in NATURE:
            return science and d.claim.measure in NATURE
        if self.abroad(d, voice) or self._anothers_deed(d, voice):
            return False
        if voice.kind == SourceKind.ANONYMOUS and not self._voices.body(voice).keys:
            return False  # "An officer": whatever he is heard on, he stands for nothing else.
        if given or self._acts(d, voice):
            return True
        if self._seated_elsewhere(d, voice):
            return False
        # What services do, a land office or a victim's son does not know, though nobody else speaks.
        members = self._voices.members(self._voices.group(voice))
        serves = any(self._voices.body(v).houses or self._voices.ranked(v) for v in members)
        near = alone or (serves and self._heard.get(d.report, 0) <= FEW)
        return (near and (serves or d.claim.measure not in self._acted)) or self._on_the_matter(d, voice)

    def _anothers_deed(self, d: Datum, voice: Voice) -> bool:
        """Say whether a sentence tells what another service than the source's did: a judge does not ask for a sentence."""
        doers = self._doers(d)
        keys = frozenset().union(*(self._voices.body(v).keys for v in self._voices.members(self._voices.group(voice))))
        services = frozenset(k for k in keys if k.startswith("service:"))
        return bool(doers and services) and not doers & services

    def _doers(self, d: Datum) -> frozenset[str]:
        """Give the services that a sentence says to have done what is counted: before the figure or close behind it; none where no service does such."""
        at = d.sentence.find(d.claim.evidence.exact)
        pack = load_pack(d.language)
        done = d.claim.measure in self._acted or (d.claim.measure == "money" and d.kinds & ORDERED)
        if pack is None or at < 0 or not done:
            return frozenset()
        end = at + len(d.claim.evidence.exact)
        # Those who are counted ("500 police were sent") did not do it.
        around = f"{d.sentence[:at]} … {d.sentence[end : end + BY]}"
        return frozenset(f"service:{a}" for a in pack.lexicon(BodyLexicon).doers(around, d.claim.evidence.exact))

    def whose_deed(self, d: Datum) -> Voice | None:
        """Give the one service that a sentence names as having done what is counted and that speaks in the report: it told of it."""
        named = self._doers(d)
        if len(named) != 1 or self._heard.get(d.report, 0) > FEW + 1:
            return None
        m = self._marked[d.report]
        heard = sorted({self._speaker(m, a) for a in m.attributions if a.source is not None and a.source.name})
        heard = [v for v in heard if self._voices.body(v).keys & named and not self._voices.nobody(v)]
        groups = {self._voices.group(v): v for v in heard}
        lands = self._voices.lands_of(d.sentence, named) if len(groups) > 1 else frozenset()
        own = {g: v for g, v in groups.items() if not lands or self._voices.settled(v) & lands}
        return next(iter(own.values())) if len(own) == 1 else None

    def who_measured(self, d: Datum) -> Voice | None:
        """Give the body that measures and speaks last before a figure that somebody must have measured, else the first behind it."""
        if d.claim.measure not in NATURE:
            return None
        m = self._marked[d.report]
        at = d.claim.evidence.start if d.claim.evidence.where == Where.TEXT else 0
        heard = [
            (a.content.start > at, abs(a.content.start - at), v)
            for a in m.attributions
            if a.source is not None and a.source.name and a.content.where == Where.TEXT
            for v in (self._speaker(m, a),)
            if self.measures(v) and not self._voices.nobody(v)
        ]
        return min(heard)[2] if heard else None

    def elsewhere(self, d: Datum, voice: Voice) -> bool:
        """Say whether a source is a body of another country or place than a figure's."""
        return self.abroad(d, voice) or self._seated_elsewhere(d, voice)

    def abroad(self, d: Datum, voice: Voice) -> bool:
        """Say whether a source is a body of another country than a figure's place."""
        lands = self._lands(d)
        members = self._voices.members(self._voices.group(voice))
        own = frozenset().union(*(self._voices.body(v).countries for v in members))
        return bool(lands and own) and not lands & own

    def _lands(self, d: Datum) -> frozenset[str]:
        """Give the countries of a figure's place, where need be by a known place whose name is in its name: "the Norwick Strip", in Norwick."""
        place = d.claim.place
        if place is None:
            return frozenset()
        known = (
            [place] if place.id or place.within else [p for p in self._placed(d.report) if place.name.startswith(f"{p.name} ")]
        )
        around = [a for p in known for a in (p.id or "", *p.within)]
        return frozenset(a.removeprefix(_COUNTRY).partition("-")[0] for a in around if a.startswith(_COUNTRY))

    def _seated_elsewhere(self, d: Datum, voice: Voice) -> bool:
        """Say whether the places in a source's name all lie apart from a figure's."""
        name = f" {voice.name} {voice.role} "
        seats = [p for p in self._placed(d.report) if f" {p.name} " in name]
        return bool(seats) and all(nearness(p, d.claim.place) == Nearness.APART for p in seats)

    def measures(self, voice: Voice) -> bool:
        """Say whether a source is a body that measures: a weather office, a volcano watch."""
        bodies = [self._voices.body(v) for v in self._voices.members(self._voices.group(voice))]
        return any(b.keys & SCIENCE or b.name & MATTERS for b in bodies)

    def _acts(self, d: Datum, voice: Voice) -> bool:
        """Say whether a sentence tells what the source's own body did: "the police named seven suspects"."""
        bodies = [self._voices.body(v) for v in self._voices.members(self._voices.group(voice))]
        keys = frozenset().union(*(b.keys for b in bodies))
        if keys & {f"service:{a}" for a in d.actors} or ("ministry" in d.actors and any(k.startswith("ministry:") for k in keys)):
            return True
        return bool({k.partition(":")[2] for k in keys if k.startswith("acronym:")} & d.names)

    def alike(self, d: Datum, sentence: str) -> bool:
        """Say whether a sentence shares content words with a figure's."""
        pack = load_pack(d.language)
        return pack is not None and len(d.content.intersection(pack.lexicon(StatementLexicon).keys(sentence))) >= SHARED

    def _on_the_matter(self, d: Datum, voice: Voice) -> bool:
        """Say whether a source says something in the report that shares content words with a figure's sentence."""
        m = self._marked[d.report]
        pack = load_pack(m.report.language)
        if pack is None:
            return False
        words = pack.lexicon(StatementLexicon)
        group = self._voices.group(voice)
        for a in m.attributions:
            if a.source is None or not a.source.name or self.feels(a.content.exact, m.report.language):
                continue
            if (
                self._voices.group(self._speaker(m, a)) == group
                and len(d.content.intersection(words.keys(a.content.exact))) >= SHARED
            ):
                return True
        return False

    def _speaker(self, m: MarkedReport, a: Attribution) -> Voice:
        assert a.source is not None
        return self._voices.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role)

    def _placed(self, report: str) -> tuple[Place, ...]:
        """List the places that a report names and the gazetteer knows."""
        if report not in self._places:
            self._places[report] = tuple(
                Place(name=e.name, id=e.place, within=e.within)
                for e in self._marked[report].entities
                if e.kind == EntityKind.PLACE and e.place is not None
            )
        return self._places[report]
