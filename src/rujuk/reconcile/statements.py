"""Points that are no figure: sentences of several reports that say, or dispute, the same thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from rujuk.model.claim import ClaimKind
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.story import Bilingual, Finding, Reason, Status
from rujuk.reconcile.clashes import Clash, alike_gauges, amount_clash, disputed, find_clash, opposed, opposite
from rujuk.reconcile.clauses import Clauses, Told
from rujuk.reconcile.compare import later, moment_key
from rujuk.reconcile.copies import twins
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.namesakes import name_groups
from rujuk.reconcile.origins import Traced, Tracer
from rujuk.reconcile.places import place_of
from rujuk.reconcile.points import Nearness, Point, make_points, telling, weigh
from rujuk.reconcile.sameness import Sameness
from rujuk.reconcile.wording import listing, say, template

BESIDES = 4
"""So many words that clauses share besides a figure say little more."""
TELLING = 10.0
"""From this number on a figure is what a clause is about; smaller ones go with what happened to somebody."""
SAME_WORDS = 0.7
"""From this closeness on, a point that one report credits and another tells in its own voice goes back to the one credited."""
BESIDE = 0.4
"""The same within one report, and between two reports of one outlet: it tells again what it was told."""
LEAD = 0.5
"""How like a clause must be to the one that stands for the point."""
HOUR = 60
"""Clock times within so many minutes may be of one happening."""
MOST = 24
"""How many points a story shows at most.  Source: the guideline of the gold, "up to six points", and two to spare."""
FIGURES = 0.25
"""What a point loses in rank where all its clauses hold figures, which have findings of their own."""
NAMES = 0.4
"""What a name that is written differently weighs beside a point that is disputed."""
TOP = 0.75
"""The weight of a point that is not disputed stays below this: figures come first."""


def find_points(story: str, reports: Sequence[MarkedReport], tracer: Tracer) -> tuple[Finding, ...]:
    """Give the points that two reports or more make or dispute, at most `MOST`, by weight, then id."""
    points = make_points(reports)
    near = Nearness(weigh(points))
    clocks = _clock_groups(points)
    gauges = _gauge_groups(_left(points, clocks))
    taken = clocks + [g for g, _ in gauges]
    groups = clocks + _groups(_left(points, taken), near, telling(points))
    found = [(g, find_clash(g)) for g in (_around_lead(g, near) for g in groups)] + gauges
    made = [
        _finding(story, g, tracer, near, clash)
        for g, clash in found
        if not _only_figures(g) and (_units(g, tracer) > 1 or _credited(g))
    ]
    made += [_finding(story, g, tracer, near, clash) for g, clash in name_groups(points, reports)]
    return tuple(sorted(made, key=lambda f: (-f.weight, f.id))[:MOST])


def _around_lead(group: list[Point], near: Nearness) -> list[Point]:
    """Leave out of a point the clauses that are like others of it but not like the one that stands for it."""
    lead, same = _lead(group, near), Sameness(near)
    if len({p.clocks for p in group}) > 1:
        return group
    return [p for p in group if p is lead or disputed(p, lead) or opposite(p, lead) or same(p, lead) >= LEAD]


def _units(group: Sequence[Point], tracer: Tracer) -> int:
    """Count the reports that make a point in words of their own: a copy, and a sentence that an outlet took over word for word, is none."""
    ordered = sorted(group, key=lambda p: (moment_key(p.datum), p.datum.report, p.datum.id))
    reports = {p.datum.report for p in group}
    own: list[Point] = []
    for p in ordered:
        copied = tracer.copies.source_of(p.datum) in reports - {p.datum.report}
        if not copied and not (p.datum.claim.source is None and any(_twin(p, q) for q in own)):
            own.append(p)
    return len({tracer.copies.source_of(p.datum) or p.datum.report for p in own})


def _credited(group: Sequence[Point]) -> bool:
    """Say whether two reports make a point and one credits it: words that only went from outlet to outlet are no point of their own."""
    return len({p.datum.report for p in group}) > 1 and any(p.datum.claim.source is not None for p in group)


def _twin(p: Point, q: Point) -> bool:
    """Say whether one report took a clause over from another, word for word and meaning the same."""
    a, b = p.datum, q.datum
    return a.report != b.report and twins(a.claim.evidence.exact, b.claim.evidence.exact) and find_clash([p, q]) is None


def _clock_groups(points: Sequence[Point]) -> list[list[Point]]:
    """Bring sentences together that give a clock time of one happening: the same day, within the hour, the same concept right before the time.

    Only where the times differ: a time that all agree on is part of what the sentence tells otherwise.
    """
    single = [p for p in points if len(p.clocks) == 1]
    groups: list[list[Point]] = []
    for p in sorted(single, key=lambda p: (p.clocks[0].day, p.clocks[0].minutes, p.datum.id)):
        for g in groups:
            first, last = g[0].clocks[0], p.clocks[0]
            common = frozenset.intersection(*(q.clocks[0].near for q in g))
            if first.day == last.day and last.minutes - first.minutes <= HOUR and common & last.near:
                g.append(p)
                break
        else:
            groups.append([p])
    return [g for g in groups if len({p.datum.report for p in g}) > 1 and len({p.clocks[0].minutes for p in g}) > 1]


def _left(points: Sequence[Point], groups: Sequence[Sequence[Point]]) -> list[Point]:
    taken = {p.datum.id for g in groups for p in g}
    return [p for p in points if p.datum.id not in taken]


def _gauge_groups(points: Sequence[Point]) -> list[tuple[list[Point], Clash]]:
    """Bring clauses together that measure one thing differently: one unit, like values, and what stands around them ("136 km", "140 km southwest of").

    Each unit has its own groups: a clause with a distance and a latitude may differ from others in both.
    """
    out: list[tuple[list[Point], Clash]] = []
    for unit in sorted({g.unit for p in points for g in p.gauges}):
        groups: list[list[Point]] = []
        for p in sorted((p for p in points if any(g.unit == unit for g in p.gauges)), key=lambda p: p.datum.id):
            home = next((g for g in groups if all(alike_gauges(p, q, unit) for q in g)), None)
            if home is None:
                groups.append([p])
            else:
                home.append(p)
        out += [(g, clash) for g in groups if (clash := amount_clash(g, unit)) is not None]
    return out


def _groups(points: Sequence[Point], near: Nearness, rare: frozenset[str]) -> list[list[Point]]:
    at = {id(p): n for n, p in enumerate(points)}
    groups = Told(Clauses(points, near, rare)).run()
    return [sorted(g, key=lambda p: at[id(p)]) for g in groups if len(g) > 1]


def _only_figures(group: Sequence[Point]) -> bool:
    """Say whether what the clauses of a group have in common is a figure, which has its own finding, and little more."""
    numbers = Counter(f for p in group for f in p.figures)
    if not any(n * 2 > len(group) and value >= TELLING for (_, value), n in numbers.items()):
        return False
    count = Counter(k for p in group for k in p.keys if k[0] != "#")
    figured = frozenset().union(*(p.figured for p in group))
    return sum(n * 2 > len(group) and k not in figured for k, n in count.items()) <= BESIDES


def _finding(story: str, group: list[Point], tracer: Tracer, near: Nearness, clash: Clash | None) -> Finding:
    data = [p.datum for p in group]
    of = {p.datum.id: p for p in group}

    def alike(a: Datum, b: Datum) -> bool:
        p, q = of[a.id], of[b.id]
        return not opposed(p, q) and near.wording(p, q) >= (BESIDE if _one_house(p, q) else SAME_WORDS)

    traced = tracer.trace(data, alike, across=True)
    status, reason = _judge(group, traced, clash)
    lead = _lead(group, near)
    text = _short(lead.datum.claim.evidence.exact)
    claims = tuple(d.id for d in data)
    weight = _rank(group, status, _units(group, tracer), len(traced.origins), near)
    question, summary = say("statement_question", text=text), _summary(text, status, traced)
    if clash is not None and clash.code == "name":
        weight = NAMES * weight
        question, summary = (say(key, first=clash.words[0], second=clash.words[1]) for key in ("name_question", "name_summary"))
    return Finding(
        id=make_id("finding", story, "statement", *sorted(claims)),
        kind=ClaimKind.STATEMENT,
        measure=None,
        place=place_of(data),
        question=question,
        status=status,
        claims=claims,
        origins=traced.origins,
        reasons=(reason,),
        summary=summary,
        weight=round(weight, 4),
    )


def _one_house(p: Point, q: Point) -> bool:
    return p.datum.report == q.datum.report or bool(p.datum.outlet and p.datum.outlet == q.datum.outlet)


def _judge(group: list[Point], traced: Traced, clash: Clash | None) -> tuple[Status, Reason]:
    claims = tuple(sorted(p.datum.id for p in group))
    if clash is not None:
        pair = (clash.a.datum.id, clash.b.datum.id)
        moved = later(clash.b.datum, clash.a.datum) or later(clash.a.datum, clash.b.datum)
        anew = clash.code == "number" and clash.passing and (moved or len(traced.origins) == 1)
        overtaken = clash.code == "changed" or (clash.code in ("planned-done", "antonym") and clash.passing and moved)
        status = Status.UPDATED if overtaken or anew else Status.CONTESTED
        code = f"statement-{clash.code}"
        return status, Reason(code=code, detail=say("rule", code, first=clash.words[0], second=clash.words[1]), claims=pair)
    names = [o.name for o in traced.origins]
    if len(names) == 1:
        reports = len({p.datum.report for p in group})
        detail = say("rule", "statement-one-origin", reports=reports, name=names[0])
        return Status.SINGLE_ORIGIN, Reason(code="statement-one-origin", detail=detail, claims=claims)
    detail = say("rule", "statement-fits", origins=len(names), names=lambda language: listing(names, language))
    return Status.AGREED, Reason(code="statement-fits", detail=detail, claims=claims)


def _lead(group: list[Point], near: Nearness) -> Point:
    """Choose the sentence that stands for the group: the closest to all others, the shorter of equals."""
    sums = near.sums(group)
    return max(group, key=lambda p: (round(sums[near.of(p)], 6) - len(p.datum.claim.evidence.exact) / 600, p.datum.id))


def _cohesion(group: Sequence[Point], near: Nearness) -> float:
    """Give how close the clauses of different reports are on average."""
    by_report: dict[str, list[Point]] = defaultdict(list)
    for p in group:
        by_report[p.datum.report].append(p)
    own = [pair for mine in by_report.values() for pair in combinations(mine, 2)]
    pairs = len(group) * (len(group) - 1) // 2 - len(own)
    sums = near.sums(group)
    total = sum(sums[near.of(p)] for p in group) / 2 - sum(near(p, q) for p, q in own)
    return total / pairs if pairs else 0.0


def _rank(group: list[Point], status: Status, units: int, origins: int, near: Nearness) -> float:
    """Say how much a point matters: how many report it in words of their own, how near the headlines and the leads it stands, and whether it is
    disputed."""
    total = 0.06 * min(units, 8) + 0.03 * min(origins, 5) + 0.3 * max(p.central for p in group)
    total += 0.15 * sum(p.datum.lead for p in group) / len(group)
    total += 0.3 * _cohesion(group, near)
    total -= FIGURES * sum(p.figure for p in group) / len(group)
    total = min(TOP, max(0.05, total))
    return round(total + (0.4 if status == Status.CONTESTED else 0.0), 4)


def _short(text: str, most: int = 140) -> str:
    """Cut a clause to what a line holds, with no quotation mark left alone."""
    text = re.sub(r"\s+", " ", text).strip()
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r'["“”]', "", text)
    if text.count("(") != text.count(")"):
        text = text.replace("(", "").replace(")", "")
    if len(text) > most:
        text = f"{text[:most].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
    return text[:1].upper() + text[1:]


def _summary(text: str, status: Status, traced: Traced) -> Bilingual:
    names = [o.name for o in traced.origins]

    def one(language: str) -> str:
        quoted = template(language, "statement").format(text=text)
        verdict = template(language, "status", status.value)
        whose = (
            template(language, "origins", "one").format(name=names[0])
            if len(names) == 1
            else template(language, "origins", "many").format(n=len(names))
        )
        return f"{quoted}: {verdict}; {whose}."

    return Bilingual(id=one("id"), en=one("en"))
