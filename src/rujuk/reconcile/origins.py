"""On whose word a finding rests: each claim goes back to its origin, copies and common sources removed.

The order: whom the claim is credited to; whom the same report credits with the same figure elsewhere; the agency its sentence is taken from; for copied
words, the origin they have in the report they come from; the source that speaks right before and behind it; the one source or agency on which the report rests its whole account; its outlet.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, CreditKind, SourceKind
from rujuk.model.span import Where
from rujuk.model.story import Origin, Reuse
from rujuk.reconcile.compare import compatible, moment_key, same
from rujuk.reconcile.copies import Copies, twins
from rujuk.reconcile.datum import Datum, outlet_of, sentence_of
from rujuk.reconcile.houses import house
from rujuk.reconcile.knowing import Knowing
from rujuk.reconcile.voices import Voice, Voices

_HOUSE = re.compile(r"^\S+\.(?:com|co\.id|id|net|org)\s*[-–—]\s*")
"""A dateline that was taken for a part of a name: "Harian.com - "."""
TELLING = 10
"""From here on a number in a headline and the same number in the body are one figure."""
LONG_PAST = 60
"""Days before publication beyond which what a source tells is background."""
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
SPOKE = frozenset({"credited", "same-report"})
"""Steps by which somebody himself gave a figure."""
AROUND = 700
"""How many characters away the words of a source may stand for its account to go on: three or four short paragraphs."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a claim goes back to, and by which step: credited, same-report, sentence, copied, between, account, measured, deed, outlet,
    behind-officials, same-house."""

    voice: Voice
    step: str


@dataclass(frozen=True, slots=True)
class Traced:
    """The origins of a finding, and each claim's step towards them."""

    origins: tuple[Origin, ...]
    steps: Mapping[str, str]

    @property
    def uncredited(self) -> bool:
        """Say whether nobody is credited anywhere: outlets speak in their own voice."""
        return set(self.steps.values()) <= {"outlet", "copied"} and all(o.kind == SourceKind.OUTLET for o in self.origins)


class Tracer:
    """Traces the claims of a story to their origins."""

    def __init__(self, reports: Sequence[MarkedReport], reuse: Sequence[Reuse], acted: frozenset[str] = frozenset()) -> None:
        """Hear all sources of a story; `acted` names the measures of what services do."""
        self._marked = {m.report.id: m for m in reports}
        self.voices = Voices(reports)
        self.copies = Copies(reuse)
        self._knowing = Knowing(reports, self.voices, acted)
        self._account = {m.report.id: self._rests_on(m) for m in reports}

    def trace(
        self, data: Sequence[Datum], agree: Callable[[Datum, Datum], bool] | None = None, *, across: bool = False
    ) -> Traced:
        """Give the origins of the claims of one finding, most claims first, then by name.

        `agree` says which two claims make the same point (figures: which values fit).  With `across`, an uncredited claim also goes back to whom
        another report credits with the same: words that two reports share were said by somebody once.
        """
        like = agree or _agree
        traces = {d.id: self._credited(d) for d in data}
        of_report: dict[str, list[Datum]] = defaultdict(list)
        for d in data:
            of_report[d.report].append(d)
        for d in data:
            traces[d.id] = traces[d.id] or self._same_report(d, of_report[d.report], traces, like)
        if across:
            credited = [e for e in data if e.claim.source is not None]
            for d in data:
                near = [e for e in credited if traces[d.id] is None and e.report != d.report and like(d, e)]
                if near:
                    first = traces[min(near, key=lambda e: (moment_key(e), e.id)).id]
                    traces[d.id] = Trace(first.voice, "copied") if first else None
        for d in data:
            traces[d.id] = traces[d.id] or self._known(d)
        open_ = [d for d in data if traces[d.id] is None]
        own = [d for d in open_ if self.copies.source_of(d) not in self._marked]
        for d in own:
            traces[d.id] = self._goes_on(d) or self._between(d) or self._fallback(d, d.report)
        self._twins(own, traces)
        # Copies last: they go where the words they were copied from have gone by then.
        for d in open_:
            traces[d.id] = traces[d.id] or self._copied(d, data, traces, like)
        done = {k: t for k, t in traces.items() if t is not None}
        self._behind_officials(data, done, like)
        self._of_one_house(data, done, like)
        groups: dict[Voice, list[Datum]] = defaultdict(list)
        for d in data:
            groups[self.voices.group(done[d.id].voice)].append(d)
        groups = _one_outlet(groups)
        origins = [self._origin(group, done) for group in groups.values()]
        ordered = tuple(sorted(origins, key=lambda o: (-len(o.reports), -len(o.claims), o.name)))
        return Traced(ordered, {k: t.step for k, t in done.items()})

    def _credited(self, d: Datum) -> Trace | None:
        source = d.claim.source
        if source is None or self.voices.hollow(source.name):
            named = (self.voices.named_in(d.sentence) or self.voices.of_service(d.actors)) if d.correction else None
            return Trace(named, "credited") if named is not None else None
        voice = self.voices.voice(self._marked[d.report], source.name, source.kind, source.entity)
        if self._knowing.feels(d.sentence, d.language) and self._knowing.elsewhere(d, voice) and not self._quoted(d):
            return None  # A minister abroad who is "appalled by the attack that killed 50" has read of it.
        return Trace(voice, "credited")

    def _quoted(self, d: Datum) -> bool:
        """Say whether a figure stands in somebody's own words, in quotation marks."""
        said = (a for a in self._marked[d.report].attributions if a.id == d.claim.attribution)
        return any(a.kind == AttributionKind.DIRECT for a in said)

    def _same_report(
        self, d: Datum, data: Sequence[Datum], traces: Mapping[str, Trace | None], like: Callable[[Datum, Datum], bool]
    ) -> Trace | None:
        if d.previous:
            # The value that was given up is whose the new one is.
            new = [e for e in data if e.report == d.report and not e.previous and traces[e.id] is not None]
            found = traces[min(new, key=lambda e: (e.claim.source is None, e.rank, e.id)).id] if new else None
            if found:
                return Trace(found.voice, "same-report")
        beside = [
            e
            for e in data
            if e.report == d.report and e.claim.source and e is not d and not self.voices.hollow(e.claim.source.name)
        ]
        # "It had earlier given 30": the figure before is the same source's, though it does not fit.
        near = [
            e
            for e in beside
            if traces[e.id] is not None and (d.earlier or d.correction or (like(d, e) and self._told_again(d, e)))
        ]
        if d.vague and d.claim.value is not None and len({self.voices.group(self._voice_of(e)) for e in near}) > 1:
            near = [e for e in near if _equal(d, e)]  # "Dozens", where two give two numbers: nobody knows whose.
        if not near and d.paragraph < 0:
            body = self._body_says(d)
            if body is not None:
                return Trace(body, "same-report")
        if not near:
            parts = self._parts_say(d)
            if parts is not None:
                return Trace(parts, "same-report")
        if not near:
            via = d.claim.via
            return Trace(Voice(name=via[0], kind=SourceKind.OUTLET), "sentence") if via else None
        best = min(near, key=lambda e: (not _equal(d, e), e.claim.source is not None and e.claim.source.carried, e.rank, e.id))
        found = traces[best.id]
        return Trace(found.voice, "same-report") if found else None

    def _told_again(self, d: Datum, e: Datum) -> bool:
        """Say whether a figure is one that the same report credits: of the same event, and of a vague word and a number only one whom the report heard as a body."""
        if d.claim.value is None or e.claim.value is None:
            return True
        if d.claim.background != e.claim.background:
            return False
        heard = self.voices.members(self.voices.group(self._voice_of(e)))
        return d.vague == e.vague or (d.lead and any(self.voices.speaks(v) for v in heard))

    def _voice_of(self, d: Datum) -> Voice:
        source = d.claim.source
        assert source is not None
        return self.voices.voice(self._marked[d.report], source.name, source.kind, source.entity)

    def _body_says(self, d: Datum) -> Voice | None:
        """Give the source to whom the body credits words with the number of a headline figure; None for small numbers and where two sources have it."""
        number = _NUMBER.search(d.claim.evidence.exact)
        if number is None or d.claim.value is None or d.claim.value.best is None or d.claim.value.best < TELLING:
            return None
        m = self._marked[d.report]
        token = re.compile(rf"(?<![\d.,]){re.escape(number[0])}(?![\d]|[.,]\d)")
        found = {
            self.voices.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role)
            for a in m.attributions
            if a.source is not None and a.source.name and a.content.where == Where.TEXT and token.search(a.content.exact)
        }
        groups = {self.voices.group(v) for v in found if not self.voices.hollow(v.name)}
        return min(found) if len(groups) == 1 else None

    def _parts_say(self, d: Datum) -> Voice | None:
        """Give the one source of the same report whose parts in one sentence add up to a figure: "two women and one man died, police said"."""
        m = self._marked[d.report]
        sums: dict[tuple[int, Voice], float] = defaultdict(float)
        for c in m.claims:
            s = sentence_of(m, c.evidence)
            if (
                c.measure != d.claim.measure
                or not c.part
                or c.source is None
                or c.value is None
                or c.value.best is None
                or s is None
            ):
                continue
            voice = self.voices.voice(m, c.source.name, c.source.kind, c.source.entity)
            sums[(s.span.start, self.voices.group(voice))] += c.value.best
        whole = d.claim.value.best if d.claim.value is not None and not d.claim.background else None
        found = {v for (_, v), n in sums.items() if whole is not None and n == whole and not self.voices.hollow(v.name)}
        return min(found) if len(found) == 1 else None

    def _copied(
        self, d: Datum, data: Sequence[Datum], traces: Mapping[str, Trace | None], like: Callable[[Datum, Datum], bool]
    ) -> Trace:
        source = self.copies.source_of(d) or d.report
        there = [e for e in data if e.report == source and traces[e.id] is not None and like(d, e)]
        if there:
            first = min(there, key=lambda e: (not _equal(d, e), e.rank, e.id))
            found = traces[first.id]
            if found is not None:
                return Trace(found.voice, "copied")
        return Trace(self._fallback(d, source).voice, "copied")

    def _twins(self, own: Sequence[Datum], traces: dict[str, Trace | None]) -> None:
        """Give a sentence that nobody is credited with the origin of the first report that has it nearly word for word."""
        ordered = sorted(own, key=lambda d: (moment_key(d), d.report, d.rank, d.id))
        for n, d in enumerate(ordered):
            found = traces[d.id]
            if found is None or found.step != "outlet":
                continue
            for e in ordered[:n]:
                if e.report != d.report and twins(e.sentence, d.sentence):
                    traces[d.id] = Trace(traces[e.id].voice, "copied")  # type: ignore[union-attr]
                    break

    def _known(self, d: Datum) -> Trace | None:
        """Give who must have measured a figure, or whose deed it tells, where the report hears them: whatever it copied, they told it."""
        if d.claim.background:
            return None
        for step, found in (("measured", self._knowing.who_measured(d)), ("deed", self._knowing.whose_deed(d))):
            if found is not None:
                return Trace(found, step)
        return None

    def _goes_on(self, d: Datum) -> Trace | None:
        """Give the source of the sentence right before, where it tells the same measure and the figure's sentence only spells it out."""
        m = self._marked[d.report]
        span = d.claim.evidence
        here = sentence_of(m, span)
        if here is None or span.where != Where.TEXT or d.claim.background:
            return None
        before = max(
            (s for s in m.sentences if s.span.where == Where.TEXT and s.span.end <= here.span.start),
            key=lambda s: s.span.end,
            default=None,
        )
        if before is None or here.paragraph - before.paragraph > 1:
            return None
        told = [c for c in m.claims if c.measure == d.claim.measure and before.span.covers(c.evidence) and not c.background]
        voices = {self.voices.voice(m, c.source.name, c.source.kind, c.source.entity) for c in told if c.source is not None}
        if len({self.voices.group(v) for v in voices}) != 1 or any(c.source is None for c in told):
            return None
        voice = min(voices)
        if not self._knowing.alike(d, before.span.exact):
            return None
        if self.voices.nobody(voice) or any(here.span.overlaps(a.content) for a in m.attributions if a.source is not None):
            return None
        return Trace(voice, "between") if self._knowing.knows(d, voice) else None

    def _between(self, d: Datum) -> Trace | None:
        """Give the source whose account goes on around a claim: it speaks last before and first behind it, both close by."""
        m = self._marked[d.report]
        span = d.claim.evidence
        if span.where != Where.TEXT or d.claim.background:
            return None
        said = sorted(
            (a for a in m.attributions if a.source is not None and a.source.name and a.content.where == Where.TEXT),
            key=lambda a: (a.content.start, a.content.end),
        )
        before = [a for a in said if a.content.end <= span.start]
        behind = [a for a in said if a.content.start >= span.end]
        if (
            not before
            or not behind
            or span.start - before[-1].content.end > AROUND
            or behind[0].content.start - span.end > AROUND
        ):
            return None
        voices = []
        for a in (before[-1], behind[0]):
            assert a.source is not None
            voices.append(self.voices.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role))
        if self.voices.group(voices[0]) != self.voices.group(voices[1]) or self.voices.nobody(voices[0]):
            return None
        return Trace(voices[0], "between") if self._knowing.knows(d, voices[0]) else None

    def _fallback(self, d: Datum, report: str) -> Trace:
        """Give the one source on which a report rests its account, if it can know of a figure; else the outlet."""
        account = self._account[report]
        if account is not None and (
            account.kind == SourceKind.OUTLET or (not d.claim.background and self._knowing.knows(d, account, alone=True))
        ):
            return Trace(account, "account")
        return Trace(Voice(name=outlet_of(self._marked[report]), kind=SourceKind.OUTLET), "outlet")

    def _rests_on(self, m: MarkedReport) -> Voice | None:
        """Give the one source or agency that a report rests its whole account on, if there is only one.

        An agency that is credited for the whole report comes first: a person who merely speaks in it was heard by the agency.  A source must be a body, or
        speak for one.  An agency that is credited in passing counts where it is the only one and the report tells of another country than its readers'.
        """
        own = house(outlet_of(m))
        others = [c for c in m.credits if c.kind in (CreditKind.WIRE, CreditKind.OUTLET) and house(c.agency) != own]
        whole = sorted({c.agency for c in others if c.scope == "report"})
        if len(whole) == 1:
            return Voice(name=whole[0], kind=SourceKind.OUTLET)
        said = Counter(
            self.voices.group(self.voices.voice(m, a.source.name, a.source.kind, a.source.entity, a.source.role))
            for a in m.attributions
            if a.source is not None and a.source.name and not _recalls(m, a)
        )
        if len(said) == 1:
            (voice, _), *_rest = said.most_common(1)
            named = not any(self.voices.nobody(v) for v in self.voices.members(voice))
            if named and voice.kind != SourceKind.OUTLET and any(self.voices.speaks(v) for v in self.voices.members(voice)):
                return voice
        agencies = whole or sorted({c.agency for c in others if self.voices.abroad(m)})
        return Voice(name=agencies[0], kind=SourceKind.OUTLET) if len(agencies) == 1 else None

    def _behind_officials(self, data: Sequence[Datum], traces: dict[str, Trace], like: Callable[[Datum, Datum], bool]) -> None:
        """Give what officials without a name say to the named body behind the same figure, where there is one."""
        named = [d for d in data if not self.voices.nobody(traces[d.id].voice) and self.voices.official(traces[d.id].voice)]
        for d in data:
            if not self.voices.nobody(traces[d.id].voice):
                continue
            near = [e for e in named if like(d, e) and not self.voices.strangers(traces[d.id].voice, traces[e.id].voice)]
            near = [e for e in near if d.vague == e.vague and not self._knowing.abroad(d, traces[e.id].voice)]
            if not near:
                own = self.voices.government(traces[d.id].voice)
                traces[d.id] = Trace(own, traces[d.id].step) if own is not None else traces[d.id]
            if near:
                count = Counter(self.voices.group(traces[e.id].voice) for e in near)
                best = min(
                    near, key=lambda e: (e.report != d.report, -count[self.voices.group(traces[e.id].voice)], traces[e.id].voice)
                )
                traces[d.id] = Trace(traces[best.id].voice, "behind-officials")

    def _of_one_house(self, data: Sequence[Datum], traces: dict[str, Trace], like: Callable[[Datum, Datum], bool]) -> None:
        """Give what a house tells in its own voice to the source that another report of the same house credits with it: one newsroom heard it once."""
        credited = [d for d in data if self.voices.speaks(traces[d.id].voice) and not d.outlet_missing and not d.vague]
        credited = [d for d in credited if traces[d.id].voice.kind != SourceKind.OUTLET and d.claim.source is not None]
        for d in data:
            if traces[d.id].step != "outlet" or d.outlet_missing:
                continue
            own = house(d.outlet)
            near = [e for e in credited if e.report != d.report and house(e.outlet) == own and like(d, e)]
            near = [e for e in near if d.vague == e.vague and not self._knowing.elsewhere(e, traces[e.id].voice)]
            if near:
                best = min(near, key=lambda e: (not _equal(d, e), moment_key(e), e.report, e.rank, e.id))
                traces[d.id] = Trace(traces[best.id].voice, "same-house")

    def _origin(self, data: Sequence[Datum], traces: Mapping[str, Trace]) -> Origin:
        used = Counter(traces[d.id].voice for d in data)
        persons = {v.name for v in used if v.kind == SourceKind.PERSON}
        # Somebody without a name ("the governor of Saha") names an origin only where nobody with one does.
        bodies = sorted(v for v in used if v.kind != SourceKind.PERSON and not (persons and self.voices.nameless(v)))
        bodies = [v for v in bodies if not self.voices.joint(v)] or ([] if persons else bodies)
        pool = bodies or sorted(v for v in used if not persons or v.kind == SourceKind.PERSON)
        lead = min(pool, key=self._telling)
        spoke = any(traces[d.id].step in SPOKE for d in data)
        if persons and not bodies and (len({self.voices.shown(v) for v in used}) > 1 or not spoke):
            # Several people of one body, or what the body did and nobody says.
            lead = self.voices.employer(lead) or lead
        if lead.kind in (SourceKind.OFFICE, SourceKind.ORGANISATION) and self.voices.unnamed(lead):
            lead = self.voices.employer(lead) or lead
        name = _HOUSE.sub("", self.voices.shown(lead))
        via = sorted({x for d in data for x in d.claim.via} - {lead.name})
        return Origin(
            name=name,
            kind=lead.kind,
            claims=tuple(d.id for d in data),
            reports=tuple(sorted({d.report for d in data})),
            merged=tuple(sorted({self.voices.shown(v) for v in used} - {name})),
            via=tuple(via),
        )

    def _telling(self, voice: Voice) -> tuple[bool, bool, bool, bool, int, str]:
        """Order the names of one origin by what they tell: a name before a description ("the rescue office"), a longer one before a shorter."""
        shown = self.voices.shown(voice)
        return (
            self.voices.nobody(voice),
            self.voices.clumsy(voice),
            _HOUSE.match(voice.name) is not None,
            shown[:1].islower(),
            -len(shown),
            voice.name,
        )


def _recalls(m: MarkedReport, said: Attribution) -> bool:
    """Say whether somebody speaks of what is long past: background that the report's account does not rest on."""
    published = m.report.published
    if published is None:
        return False
    days = [t.days for t in m.times if t.days is not None and said.content.covers(t.span)]
    return bool(days) and all((published.days.earliest - d.latest).days > LONG_PAST for d in days)


def _equal(a: Datum, b: Datum) -> bool:
    return a.claim.value is not None and b.claim.value is not None and same(a.claim.value, b.claim.value)


def _agree(a: Datum, b: Datum) -> bool:
    return a.claim.value is not None and b.claim.value is not None and compatible(a.claim.value, b.claim.value)


def _one_outlet(groups: Mapping[Voice, list[Datum]]) -> dict[Voice, list[Datum]]:
    """Bring houses of one name together, whatever its spelling: a domain and the house's name are one, quoted or credited."""
    out: dict[Voice, list[Datum]] = {}
    for voice in sorted(groups):
        houses = [v for v in out if SourceKind.OUTLET in (v.kind, voice.kind) and SourceKind.PERSON not in (v.kind, voice.kind)]
        home = next((v for v in houses if house(v.name) == house(voice.name)), voice)
        out.setdefault(home, []).extend(groups[voice])
    return out
