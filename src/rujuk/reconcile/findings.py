"""The findings of a story: figures brought to their questions, traced to their origins, and judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rujuk.model.claim import ClaimKind
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.measure import Catalog, Temporality
from rujuk.model.story import Finding, Reuse, Status
from rujuk.reconcile.align import align, wholes
from rujuk.reconcile.aside import set_lagging_aside
from rujuk.reconcile.copies import Copies
from rujuk.reconcile.datum import Datum, gather
from rujuk.reconcile.distinct import tell_apart
from rujuk.reconcile.estimate import make_estimate, make_history
from rujuk.reconcile.explain import kind_of, make_question, make_reasons, make_summary
from rujuk.reconcile.likeness import PERSON
from rujuk.reconcile.origins import Tracer
from rujuk.reconcile.places import place_name, place_of
from rujuk.reconcile.question import Question
from rujuk.reconcile.statements import find_points
from rujuk.reconcile.verdict import decide


def find_findings(
    story: str, reports: Sequence[MarkedReport], reuse: Sequence[Reuse], *, catalog: Catalog
) -> tuple[Finding, ...]:
    """Give the findings of a story: figures, and the statements that two reports or more make or dispute.

    Ordered by weight (most first), then measure, then id.  A finding's id is made of the story and its claims.  Statement claims that stand
    in no finding of the result were not grouped.
    """
    ordered = sorted(reports, key=lambda m: m.report.id)
    tracer = Tracer(ordered, reuse, acted=frozenset(m.name for m in catalog.measures if m.acted))
    questions = align(as_first_said(gather(ordered, ClaimKind.FIGURE), tracer.copies), catalog=catalog)
    made = [_finding(story, q, tracer, catalog) for q in questions]
    ids = [f.id for f in made]
    made = tell_apart(made, dict(zip(ids, (q.data for q in questions), strict=True)))
    for part, whole in wholes(questions).items():
        made[part] = replace(made[part], whole=ids[whole])
    made += find_points(story, ordered, tracer)
    return tuple(sorted(made, key=lambda f: (-f.weight, f.measure or "", f.id)))


def as_first_said(data: Sequence[Datum], copies: Copies) -> list[Datum]:
    """Give copied figures the moment of the report they were copied from: printing again a day later makes nothing newer."""
    by_report: dict[str, list[Datum]] = defaultdict(list)
    for d in data:
        by_report[d.report].append(d)
    out = []
    for d in data:
        there = by_report.get(copies.source_of(d) or "", [])
        if there and there[0].said is not None:
            same = next((e for e in there if e.claim.measure == d.claim.measure and e.claim.value == d.claim.value), None)
            # A figure that the source does not have was put in anew, and is as new as its report.
            if same is not None:
                d = replace(d, said=same.said, clock=same.clock, claim=replace(d.claim, as_of=same.claim.as_of))
        out.append(d)
    return out


def _finding(story: str, question: Question, tracer: Tracer, catalog: Catalog) -> Finding:
    name = question.data[0].claim.measure or ""
    measure = catalog.get(name)
    temporality = measure.temporality if measure else Temporality.STATIC
    question = set_lagging_aside(question, temporality)
    data = sorted(question.data, key=lambda d: (d.report, d.rank, d.id))
    background = sum(d.claim.background for d in data) * 2 > len(data)
    traced = tracer.trace(question.everything)
    decision = decide(data, traced.origins, temporality=temporality, background=background)
    estimate = make_estimate(data, decision)
    place = place_of(decision.latest or data) or place_of(data)
    # Money is rarely anywhere: a place that no sentence gives it is not printed.
    where = place_name(place, data) if name != "money" or any(d.placed for d in data) else None
    part = _part(data)
    payer = _payer(data) if name == "money" else None
    claims = tuple(d.id for d in sorted([*question.everything, *question.aside], key=lambda d: (d.report, d.rank, d.id)))
    weight = measure.weight if measure else 0.3
    return Finding(
        id=make_id("finding", story, name, *sorted(claims)),
        measure=name,
        part=part,
        place=place,
        background=background,
        question=make_question(measure, name, part or payer, where, kind_of(data), background=background),
        status=decision.status,
        estimate=estimate,
        claims=claims,
        origins=traced.origins,
        history=make_history(data, decision),
        reasons=make_reasons(question, traced, decision, estimate),
        summary=make_summary(measure, name, part or payer, where, background, data, decision, estimate, traced),
        weight=rank(weight, data, len(traced.origins), decision.status, background=background, part=bool(part)),
    )


def _part(data: Sequence[Datum]) -> str | None:
    """Name the part of a whole that is counted; of a few beside a far larger figure, who they are ("two children") is the part."""
    if data[0].claim.part:
        return min((d.claim.part for d in data if d.claim.part), key=lambda p: (len(p), p))
    if all(d.few and d.nouns - {PERSON} for d in data):
        return min((d.claim.counted for d in data if d.claim.counted), key=lambda c: (len(c), c), default=None)
    return None


def _payer(data: Sequence[Datum]) -> str | None:
    """Name the person whom an amount is about, where the words beside it say so: whose fine it is."""
    names = Counter(d.claim.counted for d in data if d.claim.counted and d.claim.counted[:1].isupper())
    return min(names, key=lambda n: (-names[n], -len(n), n)) if names else None


def rank(weight: float, data: Sequence[Datum], origins: int, status: Status, *, background: bool, part: bool) -> float:
    """Say how much a finding matters to a reader, 0 to about 3: its measure, how many report it, on how many words, whether it is disputed or moved, how prominently."""
    reports = len({d.report for d in data})
    total = weight + 0.1 * min(reports, 10) + 0.05 * min(origins, 6)
    if status in (Status.CONTESTED, Status.REVISED):
        total += 0.4
    elif status == Status.UPDATED:
        total += 0.2
    if any(d.paragraph < 0 for d in data):
        total += 0.2
    elif not any(d.lead for d in data):
        total *= 0.6 if reports == 1 else 0.8  # No report opens with it.
    if part:
        total *= 0.6
    if background:
        total *= 0.4
    return round(total, 4)
