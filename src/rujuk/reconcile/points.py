"""Candidate sentences as weighted bags of content, and how close two of them are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import QuantityKind, TimeKind, TimeMention
from rujuk.model.span import Span
from rujuk.reconcile.datum import Datum, gather, sentence_of

NEIGHBOURS = 60
"""How many characters before a clock time its happening is looked for."""
STRETCH = 5
"""How many content words a clause has, about."""
COMMON = 0.12
"""A key in more than this share of a story's sentences is what the story is about.  Set by hand."""
LOCAL = 0.85
"""How much two close stretches count beside two close sentences."""
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of a sentence: day, minutes, and the concepts that stand right before it."""

    day: str
    minutes: int
    near: frozenset[str]

    def __str__(self) -> str:
        return f"{self.minutes // 60:02d}.{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class Point:
    """A candidate sentence: all its keys, those that other languages share (concepts, names, numbers), what it denies, its clocks and measures."""

    datum: Datum
    language: str
    order: tuple[str, ...]
    """The keys in the order of the sentence, each time it stands there."""
    keys: frozenset[str]
    shared: frozenset[str]
    clocks: tuple[Clock, ...]
    measures: frozenset[tuple[str, float]]
    """Measured amounts that are no claim's figure: unit and value ("136 km")."""
    denied: frozenset[str]
    figure: bool
    """The sentence holds a figure that has a finding of its own."""


def make_points(reports: Sequence[MarkedReport]) -> list[Point]:
    """Give every statement claim of a story as a point, in order of report and place."""
    by_report = {m.report.id: m for m in reports}
    return [_point(d, by_report[d.report]) for d in gather(reports, ClaimKind.STATEMENT)]


def _point(d: Datum, m: MarkedReport) -> Point:
    span = d.claim.evidence
    pack = load_pack(m.report.language)
    lexicon = pack.lexicon(StatementLexicon) if pack else None
    dated = {i for t in m.times if span.covers(t.span) for i in range(t.span.start - span.start, t.span.end - span.start)}
    numbers = frozenset(f"#{n[0]}" for n in _NUMBER.finditer(span.exact) if n.start() not in dated)
    names = frozenset(f"@{n}" for n in d.names)
    clocks = tuple(c for t in m.times if span.covers(t.span) and (c := _clock(t, span, lexicon)) is not None)
    home = sentence_of(m, span)
    figures = [c.evidence for c in m.claims if c.kind == ClaimKind.FIGURE and sentence_of(m, c.evidence) == home]
    measures = frozenset(
        (q.unit, q.best)
        for q in m.quantities
        if q.unit and q.best is not None and q.kind == QuantityKind.MEASURE and span.covers(q.span)
        if not any(e.overlaps(q.span) for e in figures)
    )
    return Point(
        datum=d,
        language=m.report.language,
        order=tuple(lexicon.keys(span.exact)) if lexicon else (),
        keys=d.content | numbers,
        shared=frozenset(k for k in d.content if k.startswith("=")) | names | numbers,
        clocks=clocks,
        measures=measures,
        denied=lexicon.denied_keys(span.exact) if lexicon else frozenset(),
        figure=bool(figures),
    )


def _clock(t: TimeMention, span: Span, lexicon: StatementLexicon | None) -> Clock | None:
    m = _CLOCK.match(t.value or "") if t.kind == TimeKind.TIME else None
    if m is None or lexicon is None:
        return None
    at = t.span.start - span.start
    before = span.exact[max(0, at - NEIGHBOURS) : at]
    near = frozenset(k for k in lexicon.keys(before) if k.startswith("="))
    return Clock(m[1], int(m[2]) * 60 + int(m[3]), near)


def weigh(points: Sequence[Point]) -> dict[str, float]:
    """Weigh keys by how few sentences of the story hold them: what the whole story is about tells nothing apart."""
    count: Counter[str] = Counter()
    for p in points:
        count.update(p.keys | p.shared)
    n = max(len(points), 2)
    return {k: math.log(1 + n / c) for k, c in count.items()}


def telling(points: Sequence[Point]) -> frozenset[str]:
    """Give the keys that tell sentences of the story apart: those in at most `COMMON` of them, or in three."""
    count: Counter[str] = Counter()
    for p in points:
        count.update(p.keys | p.shared)
    most = max(3.0, COMMON * len(points))
    return frozenset(k for k, c in count.items() if c <= most)


def closeness(a: Point, b: Point, weights: Mapping[str, float]) -> float:
    """Give the weighted cosine of two sentences, over all keys in one language, over shared ones across.

    Long sentences make several points: where two stretches of `STRETCH` content words are closer than the whole, that counts, somewhat less.
    """
    same = a.language == b.language
    ka, kb = (a.keys, b.keys) if same else (a.shared, b.shared)
    both = ka & kb
    if len(both) < 3:
        return 0.0
    whole = _cosine(ka, kb, weights)
    if not same or whole >= 0.6:
        return whole
    return max(whole, LOCAL * _closest_stretches(a, b, both, weights))


def _cosine(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    dot = sum(weights[k] ** 2 for k in a & b)
    norm = math.sqrt(sum(weights[k] ** 2 for k in a) * sum(weights[k] ** 2 for k in b))
    return dot / norm if norm else 0.0


def _closest_stretches(a: Point, b: Point, both: frozenset[str], weights: Mapping[str, float]) -> float:
    """Give the best cosine of a stretch of one sentence with a stretch of the other; at least three keys in common, one of them a concept."""
    best = 0.0
    for x in _stretches(a, both):
        for y in _stretches(b, both):
            common = x & y
            if len(common) >= 3 and any(k.startswith("=") for k in common):
                best = max(best, _cosine(x, y, weights))
    return best


def _stretches(p: Point, both: frozenset[str]) -> list[frozenset[str]]:
    """Give the stretches of a sentence that begin with a key both sentences have."""
    return [frozenset(p.order[i : i + STRETCH]) for i, k in enumerate(p.order) if k in both]
