"""What would change a verdict: decide anew without an origin, without a report, or with one more origin.

Nothing is estimated: each answer is what the rules give on the changed figures.  The question itself is kept, that is, which figures answer it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import combinations

from rujuk.model.claim import ClaimKind, Polarity, Value
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.span import Days
from rujuk.model.story import Estimate, Finding, Origin, Reuse, Status, Story
from rujuk.model.whatif import Apart, Outcome, Sign, Supposed, WhatIf
from rujuk.reconcile.align import clash, principals, singles, unknown_measure
from rujuk.reconcile.aside import set_lagging_aside
from rujuk.reconcile.clashes import find_clash
from rujuk.reconcile.compare import compatible, moment_key, nominal
from rujuk.reconcile.copies import Copies
from rujuk.reconcile.datum import Datum, gather
from rujuk.reconcile.estimate import make_estimate
from rujuk.reconcile.findings import as_first_said
from rujuk.reconcile.likeness import THRESHOLD, Likeness, likeness
from rujuk.reconcile.merging import why_merged
from rujuk.reconcile.origins import Tracer
from rujuk.reconcile.points import make_points
from rujuk.reconcile.question import Question
from rujuk.reconcile.verdict import decide

SUPPOSED = "claim:supposed"
MOST = 40
"""Reports that are left out one by one; of a finding in more, each alone decides nothing."""


def what_if(story: Story, finding: Finding, reports: Sequence[MarkedReport], *, catalog: Catalog) -> WhatIf:
    """Say what would change a finding's verdict or figure.

    Args:
        story: the story that has the finding.
        finding: one of its findings.
        reports: the story's reports with their marks, as a dossier keeps them.
        catalog: the measures.
    """
    reports = sorted(reports, key=lambda m: m.report.id)
    if finding.kind == ClaimKind.STATEMENT:
        return _of_statement(finding, reports)
    measure = catalog.get(finding.measure or "")
    temporality = measure.temporality if measure else Temporality.STATIC
    data = as_first_said(gather(reports, ClaimKind.FIGURE), Copies(story.reuse))
    tracer = Tracer(reports, story.reuse, acted=frozenset(m.name for m in catalog.measures if m.acted))
    case = _Case(finding, data, tracer, story.reuse, temporality)
    now = case.verdict(case.question(), finding.origins)
    assert now is not None
    outcomes = [*_without(case, now), *_with_one_more(case, now)] if now[0] == finding.status else []
    pairs = _Pairs([d for d in data if d.claim.measure == finding.measure], measure or unknown_measure(finding.measure or ""))
    together, joined = _together(case.question().data, pairs)
    apart = _apart(finding, story, data, pairs)
    merged = why_merged(finding, reports, tracer.voices)
    return WhatIf(now=now[0], outcomes=tuple(outcomes), apart=apart, together=together, pairs=joined, merged=merged)


Verdict = tuple[Status, Estimate | None]


@dataclass(frozen=True, slots=True)
class _Case:
    """A finding with the figures behind it."""

    finding: Finding
    data: Sequence[Datum]
    tracer: Tracer
    reuse: Sequence[Reuse]
    temporality: Temporality

    def question(self, keep: Callable[[Datum], bool] = lambda d: True) -> Question:
        """Put the finding's figures, or those to keep, back into their question."""
        put = {r.code: set(r.claims) for r in self.finding.reasons if r.code in ("conversion", "set-aside")}
        aside, conversions = put.get("set-aside", set()), put.get("conversion", set())
        ours = [d for d in self.data if d.id in set(self.finding.claims) and keep(d)]
        main = [d for d in ours if d.id not in aside | conversions]
        beside = [d for d in ours if d.id in aside]
        if not main:
            main, beside = beside, []
        return Question(data=main, conversions=[d for d in ours if d.id in conversions], aside=beside)

    def verdict(self, question: Question, origins: Sequence[Origin]) -> Verdict | None:
        """Decide; None where no figure is left."""
        question = set_lagging_aside(question, self.temporality)
        data = sorted(question.data, key=lambda d: (d.report, d.rank, d.id))
        if not data:
            return None
        decision = decide(data, origins, temporality=self.temporality, background=self.finding.background)
        return decision.status, make_estimate(data, decision)

    def figures(self) -> list[Datum]:
        """Give the affirmed figures that are not set aside."""
        return [d for d in self.question().data if d.claim.polarity == Polarity.AFFIRMED and not d.previous]


def _without(case: _Case, now: Verdict) -> Iterable[Outcome]:
    origins = case.finding.origins
    if len(origins) > 1:
        for gone in origins:
            rest = [o for o in origins if o is not gone]
            found = case.verdict(case.question(lambda d, gone=gone: d.id not in gone.claims), rest)  # type: ignore[misc]
            yield _outcome(Supposed.WITHOUT_ORIGIN, found, now, name=gone.name)
    ids = sorted({d.report for d in case.question().everything})
    if 1 < len(ids) <= MOST:
        for ident in ids:
            left = case.question(lambda d, ident=ident: d.report != ident)  # type: ignore[misc]
            # Who is who stays as all reports tell it; only what was copied from the report, or by it, is no copy any more.
            tracer = copy(case.tracer)
            tracer.copies = Copies([r for r in case.reuse if ident not in (r.source, r.target)])
            found = case.verdict(left, tracer.trace(left.everything).origins) if left.data else None
            yield _outcome(Supposed.WITHOUT_REPORT, found, now, name=ident)


def _with_one_more(case: _Case, now: Verdict) -> Iterable[Outcome]:
    status, estimate = now
    figures = case.figures()
    if not figures or estimate is None or case.finding.background:
        return
    if status == Status.CONTESTED:
        told: dict[float, Datum] = {}
        for d in sorted(figures, key=lambda d: (d.vague, moment_key(d), d.id)):
            if d.claim.value is not None and all(
                not compatible(d.claim.value, e.claim.value) for e in told.values() if e.claim.value
            ):
                told[nominal(d.claim.value)] = d
        for n in sorted(told):
            yield _supposing(case, now, told[n], told[n].claim.value, Supposed.GROW, days=1)
        return
    base = next((d for d in figures if d.claim.value and d.claim.value.best == estimate.best and not d.vague), figures[-1])
    value = base.claim.value
    assert value is not None
    if status in (Status.SINGLE_REPORT, Status.SINGLE_ORIGIN):
        yield _supposing(case, now, base, value, Supposed.AGREE)
    other = _other(value)
    yield _supposing(case, now, base, other, Supposed.DIFFER)
    if case.temporality != Temporality.STATIC:
        yield _supposing(case, now, base, other, Supposed.GROW, days=1)


def _other(value: Value) -> Value:
    """Suppose a figure that surely does not fit: one step more on a scale of magnitudes, else twice as much."""
    top = value.high if value.best is None and value.high is not None else nominal(value)
    number = float(round(top + 1, 1)) if value.unit == "magnitude" else float(2 * (top + 1 if value.best is None else top) or 1)
    return Value(low=number, best=number, high=number, mod=Mod.EQUAL, unit=value.unit)


def _supposing(case: _Case, now: Verdict, base: Datum, value: Value | None, supposed: Supposed, *, days: int = 0) -> Outcome:
    """Decide with one more report of an origin that nobody else has, which gives `value`."""
    as_of, said = base.claim.as_of, base.said
    known = [x.latest for d in case.figures() for x in (d.as_of, d.said) if x]
    if days and known:
        as_of = said = Days.on(max(known)).shifted(days)
    more = replace(
        base,
        claim=replace(base.claim, id=SUPPOSED, value=value, source=None, attribution=None, via=(), as_of=as_of, rule=""),
        report="report:supposed",
        outlet="",
        paragraph=1,
        said=said,
        clock=None if days else base.clock,
        correction=False,
        earlier=False,
        growth=False,
    )
    origin = Origin(name="", kind=SourceKind.OFFICE, claims=(SUPPOSED,), reports=(more.report,))
    question = case.question()
    question.data.append(more)
    return _outcome(supposed, case.verdict(question, [*case.finding.origins, origin]), now, value=value)


def _outcome(supposed: Supposed, found: Verdict | None, now: Verdict, *, name: str = "", value: Value | None = None) -> Outcome:
    status, estimate = found or (None, None)

    def numbers(e: Estimate | None) -> tuple[object, ...]:
        return (e.low, e.best, e.high) if e else ()

    changed = status != now[0] or numbers(estimate) != numbers(now[1])
    return Outcome(supposed=supposed, name=name, value=value, status=status, estimate=estimate, changed=changed)


def _of_statement(finding: Finding, reports: Sequence[MarkedReport]) -> WhatIf:
    """Decide a point anew without each origin and each report: two reports must be left, and a clash among those left contests it."""
    data = [d for d in gather(reports, ClaimKind.STATEMENT) if d.id in set(finding.claims)]
    points = [p for p in make_points(reports) if p.datum.id in set(finding.claims)]
    pair = {c for r in finding.reasons for c in r.claims}
    home = {c: o.name for o in finding.origins for c in o.claims}

    def verdict(keep: Callable[[Datum], bool]) -> Verdict | None:
        left = {d.id: d for d in data if keep(d)}
        if len({d.report for d in left.values()}) < 2:
            return None
        if finding.status not in (Status.AGREED, Status.SINGLE_ORIGIN):
            if pair <= left.keys() or find_clash([p for p in points if p.datum.id in left]) is not None:
                return finding.status, None
        return (Status.AGREED if len({home.get(i) for i in left}) > 1 else Status.SINGLE_ORIGIN), None

    whole = verdict(lambda d: True)
    now = whole[0] if whole else finding.status
    outcomes: list[Outcome] = []
    if whole is not None and now == finding.status:
        if len(finding.origins) > 1:
            for o in finding.origins:
                found = verdict(lambda d, o=o: d.id not in o.claims)  # type: ignore[misc]
                outcomes.append(_outcome(Supposed.WITHOUT_ORIGIN, found, whole, name=o.name))
        for ident in sorted({d.report for d in data}):
            found = verdict(lambda d, ident=ident: d.report != ident)  # type: ignore[misc]
            outcomes.append(_outcome(Supposed.WITHOUT_REPORT, found, whole, name=ident))
    merged = why_merged(finding, reports, Tracer(reports, ()).voices) if any(o.merged for o in finding.origins) else ()
    return WhatIf(now=now, outcomes=tuple(outcomes), merged=merged)


class _Pairs:
    """The likeness of two figures of a measure, as the alignment saw it."""

    def __init__(self, data: Sequence[Datum], measure: Measure) -> None:
        self._main, self._single, self.measure = principals(list(data)), singles(list(data)), measure

    def __call__(self, a: Datum, b: Datum) -> Likeness:
        two = a.report != b.report
        return likeness(
            a,
            b,
            self.measure,
            principal=two and a.id in self._main and b.id in self._main,
            alone=two and a.id in self._single and b.id in self._single,
        )


def _vetoed(found: Likeness) -> bool:
    return bool(found.signs) and found.signs[0][1] == -1.0


def _together(data: Sequence[Datum], pairs: _Pairs) -> tuple[tuple[Sign, ...], int]:
    """Count the signs that speak for one question among the pairs that were close enough."""
    count: Counter[str] = Counter()
    joined = 0
    for a, b in combinations(data, 2):
        found = pairs(a, b)
        if not _vetoed(found) and found.score >= THRESHOLD:
            joined += 1
            count.update(name for name, weight in found.signs if weight > 0)
    return tuple(Sign(name=n, pairs=count[n]) for n in sorted(count, key=lambda n: (-count[n], n))), joined


def _apart(finding: Finding, story: Story, data: Sequence[Datum], pairs: _Pairs) -> tuple[Apart, ...]:
    """Say of every other finding of the measure why it is another question, the weightiest first."""
    by_id = {d.id: d for d in data if d.claim.measure == finding.measure}
    mine = [by_id[c] for c in finding.claims if c in by_id]
    out = []
    for other in sorted(story.findings, key=lambda f: (-f.weight, f.id)):
        theirs = [by_id[c] for c in other.claims if c in by_id]
        if other.id == finding.id or other.measure != finding.measure or not theirs or not mine:
            continue
        seen = [pairs(a, b) for a in mine for b in theirs]
        vetoes = Counter(x.signs[0][0] for x in seen if _vetoed(x))
        best = max((x.score for x in seen if not _vetoed(x)), default=-1.0)
        if best >= THRESHOLD and clash(mine, theirs, pairs.measure):
            out.append(Apart(finding=other.id, why="one-report-both"))
        elif vetoes and (sum(vetoes.values()) * 2 > len(seen) or best < 0):
            out.append(Apart(finding=other.id, why=min(vetoes, key=lambda v: (-vetoes[v], v))))
        elif best >= THRESHOLD:
            out.append(Apart(finding=other.id, why="group"))
        else:
            out.append(Apart(finding=other.id, why="unlike", score=best, threshold=THRESHOLD))
    return tuple(out)
