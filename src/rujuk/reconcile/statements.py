"""Points that are no figure: sentences of several reports that say, or dispute, the same thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rujuk.model.claim import ClaimKind
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.story import Bilingual, Finding, Reason, Status
from rujuk.reconcile.clashes import Clash, find_clash
from rujuk.reconcile.compare import later
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.origins import Traced, Tracer
from rujuk.reconcile.places import place_of
from rujuk.reconcile.points import Point, closeness, make_points, telling, weigh
from rujuk.reconcile.wording import listing, say, template

JOIN = 0.38
"""Weighted cosine from which two sentences make one point.  Set on the development stories for precision by eye."""
ACROSS = 0.5
"""The same across languages, where only concepts, names and numbers are compared."""
HOLD = 0.25
"""A sentence joins a group only if it is on average this close to all of it."""
BESIDES = 8
"""A sentence with a figure and at most this many content words says the figure and little more."""
SAME_WORDS = 0.7
"""From this closeness on, a point that one report credits and another tells in its own voice goes back to the one credited."""
HOUR = 60
"""Clock times within so many minutes may be of one happening."""
_DATELINE = re.compile(r"^(?:[A-Z][\w.]*,? ?){1,6}(?:\([^)]{0,40}\) ?)?[-–—]{1,2}\s*(?=[A-Z“\"])")
MOST = 24
"""How many points a story shows at most."""


def find_points(story: str, reports: Sequence[MarkedReport], tracer: Tracer) -> tuple[Finding, ...]:
    """Give the points that two reports or more make or dispute, at most `MOST`, by weight, then id."""
    points = make_points(reports)
    weights = weigh(points)
    clocks = _clock_groups(points)
    timed = {p.datum.id for g in clocks for p in g}
    groups = clocks + _groups([p for p in points if p.datum.id not in timed], weights, telling(points))
    made = [_finding(story, g, tracer, weights) for g in groups if not _only_figures(g)]
    return tuple(sorted(made, key=lambda f: (-f.weight, f.id))[:MOST])


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


def _groups(points: Sequence[Point], weights: Mapping[str, float], rare: frozenset[str]) -> list[list[Point]]:
    near: dict[tuple[int, int], float] = {}
    for i, a in enumerate(points):
        for j in range(i + 1, len(points)):
            b = points[j]
            if len((a.keys | a.shared) & (b.keys | b.shared) & rare) < 2:
                continue
            score = closeness(a, b, weights)
            if score >= HOLD:
                near[(i, j)] = score
    home = list(range(len(points)))
    members: dict[int, list[int]] = {i: [i] for i in home}
    for (i, j), score in sorted(near.items(), key=lambda kv: (-kv[1], kv[0])):
        if points[i].datum.report == points[j].datum.report:
            continue
        if score < (JOIN if points[i].language == points[j].language else ACROSS):
            continue
        x, y = home[i], home[j]
        if x == y:
            continue
        links = [near.get((min(p, q), max(p, q)), 0.0) for p in members[x] for q in members[y]]
        if sum(links) / len(links) < HOLD:
            continue
        members[x] += members.pop(y)
        for m in members[x]:
            home[m] = x
    return [[points[m] for m in sorted(g)] for _, g in sorted(members.items()) if len(g) > 1]


def _only_figures(group: Sequence[Point]) -> bool:
    """Say whether most sentences of a group say little more than a figure, which has its own finding."""
    return sum(p.figure and len(p.keys) <= BESIDES for p in group) * 2 > len(group)


def _finding(story: str, group: list[Point], tracer: Tracer, weights: Mapping[str, float]) -> Finding:
    data = [p.datum for p in group]
    close = {(p.datum.id, q.datum.id) for p in group for q in group if closeness(p, q, weights) >= SAME_WORDS}
    traced = tracer.trace(data, lambda a, b: (a.id, b.id) in close or a.report == b.report, across=True)
    clash = find_clash(group)
    status, reason = _judge(group, traced, clash)
    lead = _lead(group, weights)
    text = _short(lead.datum.claim.evidence.exact)
    claims = tuple(d.id for d in data)
    return Finding(
        id=make_id("finding", story, "statement", *sorted(claims)),
        kind=ClaimKind.STATEMENT,
        measure=None,
        place=place_of(data),
        question=say("statement_question", text=text),
        status=status,
        claims=claims,
        origins=traced.origins,
        reasons=(reason,),
        summary=_summary(text, status, traced, data),
        weight=_rank(group, status, len(traced.origins), weights),
    )


def _judge(group: list[Point], traced: Traced, clash: Clash | None) -> tuple[Status, Reason]:
    claims = tuple(sorted(p.datum.id for p in group))
    if clash is not None:
        pair = (clash.a.datum.id, clash.b.datum.id)
        moved = later(clash.b.datum, clash.a.datum) or later(clash.a.datum, clash.b.datum)
        anew = clash.code == "number" and (moved or len(traced.origins) == 1)
        status = Status.UPDATED if (clash.code == "planned-done" and moved) or anew else Status.CONTESTED
        code = f"statement-{clash.code}"
        return status, Reason(code=code, detail=say("rule", code, first=clash.words[0], second=clash.words[1]), claims=pair)
    names = [o.name for o in traced.origins]
    if len(names) == 1:
        reports = len({p.datum.report for p in group})
        detail = say("rule", "statement-one-origin", reports=reports, name=names[0])
        return Status.SINGLE_ORIGIN, Reason(code="statement-one-origin", detail=detail, claims=claims)
    detail = say("rule", "statement-fits", origins=len(names), names=lambda language: listing(names, language))
    return Status.AGREED, Reason(code="statement-fits", detail=detail, claims=claims)


def _lead(group: list[Point], weights: Mapping[str, float]) -> Point:
    """Choose the sentence that stands for the group: the closest to all others, the shorter of equals."""
    return max(
        group,
        key=lambda p: (
            round(sum(closeness(p, q, weights) for q in group if q is not p), 6) - len(p.datum.sentence) / 2000,
            p.datum.id,
        ),
    )


def _rank(group: list[Point], status: Status, origins: int, weights: Mapping[str, float]) -> float:
    reports = len({p.datum.report for p in group})
    total = 0.2 + 0.1 * min(reports, 10) + 0.08 * min(origins, 5) + (0.3 if status == Status.CONTESTED else 0.0)
    total += 0.02 * min(sum(k.startswith("=") for k in group[0].keys & group[-1].keys), 6)
    if sum(p.figure for p in group) * 2 > len(group):
        total -= 0.15
    paragraphs = sum(p.datum.paragraph for p in group) / len(group)
    return round(max(0.05, total - 0.004 * min(paragraphs, 25)), 4)


def _short(text: str, most: int = 180) -> str:
    """Cut a sentence to what a line holds, without the dateline in front and a quotation mark that has no partner."""
    text = _DATELINE.sub("", text)
    if text.count('"') == 1 or text.count("“") != text.count("”"):
        text = text.strip('"“” ')
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0]
    return f"{cut} …"


def _summary(text: str, status: Status, traced: Traced, data: Sequence[Datum]) -> Bilingual:
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
