"""Points that are no figure: sentences of several reports that say, or dispute, the same thing."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.lang.base import LanguagePack, load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import ClaimKind, Modality
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import TimeKind
from rujuk.model.story import Bilingual, Finding, Reason, Status
from rujuk.reconcile.compare import later, moment_key
from rujuk.reconcile.datum import Datum, gather, sentence_of
from rujuk.reconcile.origins import Traced, Tracer
from rujuk.reconcile.places import place_of
from rujuk.reconcile.wording import listing, say, template

JOIN = 0.42
"""Weighted cosine from which two sentences make one point.  Set on the development stories for precision by eye."""
ACROSS = 0.5
"""The same across languages, where only concepts, names and numbers are compared."""
HOLD = 0.3
"""A sentence joins a group only if it is on average this close to all of it."""
BESIDES = 8
"""A sentence with a figure and at most this many content words says the figure and little more."""
MOST = 14
"""How many points a story shows at most."""
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")


@dataclass(frozen=True, slots=True)
class Point:
    """A candidate sentence as a weighted bag of keys."""

    datum: Datum
    language: str
    keys: frozenset[str]
    shared: frozenset[str]
    """The keys that other languages have too: concepts, names, numbers."""
    numbers: frozenset[str]
    clocks: frozenset[str]
    days: frozenset[str]
    denied: frozenset[str]
    """The content keys that stand in the reach of a negation."""
    figure: bool
    """The sentence holds a figure of its own finding."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Why two sentences of a group do not go together."""

    code: str
    a: Point
    b: Point
    words: tuple[str, str] = ("", "")


def find_points(story: str, reports: Sequence[MarkedReport], tracer: Tracer) -> tuple[Finding, ...]:
    """Give the points that two reports or more make or dispute, at most `MOST`, by weight, then id."""
    points = _points(reports)
    weights = _weights(points)
    groups = _groups(points, weights)
    made = [_finding(story, g, tracer, weights) for g in groups if not _only_figures(g)]
    return tuple(sorted(made, key=lambda f: (-f.weight, f.id))[:MOST])


def _points(reports: Sequence[MarkedReport]) -> list[Point]:
    by_report = {m.report.id: m for m in reports}
    out = []
    for d in gather(reports, ClaimKind.STATEMENT):
        m = by_report[d.report]
        span = d.claim.evidence
        inside = [t for t in m.times if span.covers(t.span)]
        clocks = frozenset(c for t in inside if t.kind == TimeKind.TIME and (c := _clock(t.value or t.local or "")))
        days = frozenset(t.days.earliest.isoformat() for t in inside if t.days is not None and t.days.width <= 1)
        numbers = frozenset(_NUMBER.findall(span.exact))
        names = frozenset(f"@{n}" for n in d.names)
        shared = frozenset(k for k in d.content if k.startswith("=")) | names | frozenset(f"#{n}" for n in numbers)
        figure = any(c.kind == ClaimKind.FIGURE and sentence_of(m, c.evidence) == sentence_of(m, span) for c in m.claims)
        keys = d.content | frozenset(f"#{n}" for n in numbers)
        pack = load_pack(m.report.language)
        denied = pack.lexicon(StatementLexicon).denied_keys(span.exact) if pack else frozenset()
        out.append(Point(d, m.report.language, keys, shared, numbers, clocks, days, denied, figure))
    return out


def _clock(value: str) -> str:
    m = re.search(r"T(\d\d:\d\d)", value)
    return m[1] if m else ""


def _weights(points: Sequence[Point]) -> dict[str, float]:
    """Weigh keys by how few sentences of the story hold them: what the whole story is about tells nothing apart."""
    count: Counter[str] = Counter()
    for p in points:
        count.update(p.keys | p.shared)
    n = max(len(points), 2)
    return {k: math.log(1 + n / c) for k, c in count.items()}


def closeness(a: Point, b: Point, weights: Mapping[str, float]) -> float:
    """Give the weighted cosine of two sentences, over all keys in one language, over shared ones across."""
    ka, kb = (a.keys, b.keys) if a.language == b.language else (a.shared, b.shared)
    both = ka & kb
    if len(both) < 3:
        return 0.0
    dot = sum(weights[k] ** 2 for k in both)
    norm = math.sqrt(sum(weights[k] ** 2 for k in ka) * sum(weights[k] ** 2 for k in kb))
    score = dot / norm if norm else 0.0
    # A short sentence that stands whole in a long one: the same point with more around it.
    part = dot / min(sum(weights[k] ** 2 for k in ka), sum(weights[k] ** 2 for k in kb))
    return max(score, 0.75 * part if len(both) >= 4 else 0.0)


def _groups(points: Sequence[Point], weights: Mapping[str, float]) -> list[list[Point]]:
    near: dict[tuple[int, int], float] = {}
    for i, a in enumerate(points):
        for j in range(i + 1, len(points)):
            b = points[j]
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
    traced = tracer.trace(data, lambda a, b: True)
    clash = _clash(group)
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
        status = Status.UPDATED if clash.code == "planned-done" and moved else Status.CONTESTED
        code = f"statement-{clash.code}"
        return status, Reason(code=code, detail=say("rule", code, first=clash.words[0], second=clash.words[1]), claims=pair)
    names = [o.name for o in traced.origins]
    if len(names) == 1:
        reports = len({p.datum.report for p in group})
        detail = say("rule", "statement-one-origin", reports=reports, name=names[0])
        return Status.SINGLE_ORIGIN, Reason(code="statement-one-origin", detail=detail, claims=claims)
    detail = say("rule", "statement-fits", origins=len(names), names=lambda language: listing(names, language))
    return Status.AGREED, Reason(code="statement-fits", detail=detail, claims=claims)


def _clash(group: list[Point]) -> Clash | None:
    """Find the first sign of a contradiction between two sentences of a group."""
    for a, b in combinations(sorted(group, key=lambda p: (moment_key(p.datum), p.datum.id)), 2):
        found = _clocks(a, b) or _antonyms(a, b) or _polarity(a, b) or _planned(a, b)
        if found is not None:
            return found
    return None


def _clocks(a: Point, b: Point) -> Clash | None:
    if len(a.clocks) == 1 and len(b.clocks) == 1 and a.clocks != b.clocks and (a.days == b.days or not a.days or not b.days):
        return Clash("clock", a, b, (min(a.clocks), min(b.clocks)))
    return None


def _lexicon(point: Point) -> StatementLexicon | None:
    pack: LanguagePack | None = load_pack(point.language)
    return pack.lexicon(StatementLexicon) if pack else None


def _antonyms(a: Point, b: Point) -> Clash | None:
    lexicon = _lexicon(a)
    if lexicon is None or a.language != b.language:
        return None
    ta, tb = a.datum.claim.evidence.exact, b.datum.claim.evidence.exact
    for one, other in lexicon.antonyms:
        for x, y in ((one, other), (other, one)):
            first, second = x.search(ta), y.search(tb)
            if first and second and not y.search(ta) and not x.search(tb):
                return Clash("antonym", a, b, (first[0], second[0]))
    return None


def _polarity(a: Point, b: Point) -> Clash | None:
    """Find a content word that one sentence denies and the other, close to it, affirms."""
    if a.language != b.language:
        return None
    for x, y in ((a, b), (b, a)):
        if x.denied & y.keys - y.denied and x.denied - y.denied and len(x.keys & y.keys) * 2 >= min(len(x.keys), len(y.keys)):
            return Clash("polarity", y, x)
    return None


def _planned(a: Point, b: Point) -> Clash | None:
    if (a.datum.claim.modality == Modality.PLANNED) == (b.datum.claim.modality == Modality.PLANNED):
        return None
    before, after = (a, b) if a.datum.claim.modality == Modality.PLANNED else (b, a)
    return Clash("planned-done", before, after) if later(after.datum, before.datum) else None


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
