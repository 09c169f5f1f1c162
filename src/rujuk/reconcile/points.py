"""Candidate clauses as weighted bags of content, and how close two of them are."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from rujuk.lang.base import load_pack
from rujuk.lang.opposites import OppositeLexicon, Side
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import Claim, ClaimKind, Polarity
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import EntityKind, Quantity, QuantityKind, TimeKind, TimeMention
from rujuk.model.span import Days, Span
from rujuk.reconcile.datum import Datum, gather, sentence_of
from rujuk.reconcile.subjects import Subjects
from rujuk.reconcile.traits import WIDEST, beside, is_date, pieces, roles, spoken_of, words_in

HISTORY = 30
"""What lies longer before the first report is background."""
NEIGHBOURS = 60
"""How many characters before a clock time its happening is looked for, and on both sides of an amount what it measures."""
PLENTY = 10.0
"""From this summed weight of what two clauses have in common on, their cosine counts in full.  Set by hand."""
LEAST_SHARED = 2
"""Two clauses with fewer keys in common make no one point."""
COMMON = 0.12
"""A key in more than this share of a story's sentences is what the story is about.  Set by hand."""
REPEATED = 2.2
"""A key that a report says no oftener than this, on average, is no subject of the whole story.  Set by hand."""
DURATIONS = frozenset({"s", "min", "h", "day", "week", "month", "year"})
"""Units of time: how long things last is said of too many things to be held against each other.  Source: lang/*/units.toml."""
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_SMALL = re.compile(r"\b[a-z]\w+")
_NUMBER = re.compile(r"\d[\d.,:]*\d|\d")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time of a sentence: day, minutes, and what happens right before it, else right behind it."""

    day: str
    minutes: int
    near: frozenset[str]

    def __str__(self) -> str:
        return f"{self.minutes // 60:02d}.{self.minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class Gauge:
    """A measured amount of a sentence that is no claim's figure: unit, value, and the keys around it ("140 km southwest of Garut")."""

    unit: str
    value: float
    near: frozenset[str]
    written: str = ""
    """As the report writes it, where the unit is no word."""

    def __str__(self) -> str:
        return self.written or f"{self.value:g} {self.unit}"


@dataclass(frozen=True, slots=True)
class Stand:
    """A side that a clause takes, and the keys around it."""

    side: Side
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Point:
    """A candidate sentence: all its keys, those that other languages share (concepts, names, numbers), what it denies, its clocks and measures."""

    datum: Datum
    language: str
    keys: frozenset[str]
    shared: frozenset[str]
    clocks: tuple[Clock, ...]
    gauges: tuple[Gauge, ...]
    denied: frozenset[str]
    figures: frozenset[tuple[str, float]]
    """The figures of the clause that have findings of their own: measure and number."""
    figured: frozenset[str]
    """The keys of its figures: what is counted, and what became of it."""
    verbs: frozenset[str]
    """The keys of what the clause says to happen."""
    people: frozenset[frozenset[str]]
    """The names of persons in the clause, each as its words."""
    roles: frozenset[tuple[str, frozenset[str]]]
    """The names of the clause, each with the word before it, persons also with the word behind it."""
    words: frozenset[str]
    """All words, casefolded."""
    named: frozenset[str]
    """The words of all marked names in the clause."""
    amounts: frozenset[tuple[str, float]]
    """Counted and measured amounts: the key of what is counted or the unit, and the number."""
    outright: bool
    """The clause denies with a word of denial, not with a mere "not"."""
    planned: frozenset[str]
    """The keys of what is only to come."""
    days: tuple[Days, ...]
    """The days that the clause names."""
    dates: tuple[Days, ...]
    """Those of them that are written as dates, and hang on no other day."""
    stands: tuple[Stand, ...]
    """The sides of oppositions that the clause takes."""
    open: frozenset[str]
    """The keys of what the clause calls unclear."""
    pending: frozenset[str]
    """The keys of what the clause says is not so yet."""
    numbers: frozenset[tuple[str, bool]]
    """The nouns of which the clause says that there is one (False) or several (True)."""
    central: float
    """How much of the clause the headlines of the story say, 0 to 1."""
    head: str
    """The key of the first thing that the clause says to happen."""
    pieces: frozenset[str]
    """All runs of `PIECE` letters and digits: what is alike in clauses whose words were joined or spelt otherwise."""
    beside: frozenset[tuple[str, str]]
    """The numbers that are no time, each with the word before it and with the word behind it."""
    steps: frozenset[int]
    """The steps of a case in court that the clause tells of."""
    context: frozenset[str] = frozenset()
    """The keys of the clauses right before it and behind it in its report."""

    @property
    def figure(self) -> bool:
        """Say whether the clause holds a figure that has a finding of its own."""
        return bool(self.figures)

    @property
    def denies(self) -> bool:
        """Say whether the clause denies what it is about."""
        return self.datum.claim.polarity == Polarity.DENIED


def make_points(reports: Sequence[MarkedReport]) -> list[Point]:
    """Give every statement claim of a story as a point, in order of report and place."""
    by_report = {m.report.id: m for m in reports}
    headlines = _headlines(reports)
    subjects = Subjects(reports)
    first = min((m.report.published.days.earliest for m in reports if m.report.published), default=None)
    data = [d for d in gather(reports, ClaimKind.STATEMENT) if first is None or not _past(d, by_report[d.report], first)]
    small: dict[str, set[str]] = defaultdict(set)
    for m in reports:
        small[m.report.language].update(_SMALL.findall(m.report.text))
    points = [_point(d, by_report[d.report], headlines, subjects, small[by_report[d.report].report.language]) for d in data]
    around = [None, *points, None]
    return [
        replace(p, context=frozenset().union(*(q.keys for q in (before, after) if q and q.datum.report == p.datum.report)))
        for before, p, after in zip(around, points, around[2:], strict=False)
    ]


def _past(d: Datum, m: MarkedReport, first: date) -> bool:
    """Say whether a clause tells of what was long before the story: all its days lie more than `HISTORY` days before the first report."""
    days = [t.days for t in m.times if t.days is not None and d.claim.evidence.covers(t.span)]
    return bool(days) and all((first - x.latest).days > HISTORY for x in days)


def _headlines(reports: Sequence[MarkedReport]) -> frozenset[str]:
    """Give the keys that at least two headlines of the story have, or any where there are fewer than three."""
    count: Counter[str] = Counter()
    for m in reports:
        pack = load_pack(m.report.language)
        if pack is not None and m.report.title:
            count.update(frozenset(pack.lexicon(StatementLexicon).keys(m.report.title)))
    least = 2 if len(reports) > 2 else 1
    return frozenset(k for k, n in count.items() if n >= least)


def _point(d: Datum, m: MarkedReport, headlines: frozenset[str], subjects: Subjects, small: AbstractSet[str]) -> Point:
    span = d.claim.evidence
    pack = load_pack(m.report.language)
    lexicon = pack.lexicon(StatementLexicon) if pack else None
    moments = [t.span for t in m.times if t.kind in (TimeKind.DATE, TimeKind.TIME) and span.covers(t.span)]
    dated = {i for x in moments for i in range(x.start - span.start, x.end - span.start)}
    numbers = frozenset(f"#{n[0]}" for n in _NUMBER.finditer(span.exact) if n.start() not in dated)
    content = frozenset(lexicon.keys(span.exact)) if lexicon else frozenset()
    within = [(e, p) for e in m.entities for p in e.mentions if span.covers(p)]
    people = frozenset(frozenset(words_in(f"{e.name} {p.exact}")) for e, p in within if e.kind == EntityKind.PERSON)
    home = sentence_of(m, span)
    people = people or spoken_of(span, home, m)
    inner = frozenset(n[0].casefold() for n in _NAME.finditer(span.exact) if n.start() > 0)
    inside = frozenset(k for _, p in within for k in lexicon.keys(p.exact)) if lexicon else frozenset()
    names_here = [(p, subjects.key(m, e), e.kind) for e, p in within]
    order = _in_order(span, names_here, lexicon) if lexicon else ()
    subject = frozenset(k for k in order if k.startswith("@"))
    named = frozenset(w for _, p in within for w in words_in(p.exact)) | inner
    names = frozenset(f"@{w}" for w in named)
    clocks = tuple(c for t in m.times if span.covers(t.span) and (c := _clock(t, span, lexicon)) is not None)
    told = [c for c in m.claims if c.kind == ClaimKind.FIGURE and sentence_of(m, c.evidence) == home]
    figures = [c.evidence for c in told]
    opposites = pack.lexicon(OppositeLexicon) if pack else None
    stands = tuple(
        Stand(x, _around(span, _piece(span, x.start, x.end), names_here, lexicon) - frozenset(lexicon.keys(x.word)))
        for x in (opposites.sides_of(span.exact) if opposites else ())
        if lexicon
    )
    degrees = tuple(
        Gauge(f"°{axis}", value, frozenset((axis, "°")), written)
        for axis, value, written in (opposites.positions(span.exact) if opposites else ())
    )
    gauges = tuple(
        Gauge(q.unit, q.best, _around(span, q.span, names_here, lexicon))
        for q in m.quantities
        if lexicon
        and q.unit
        and q.unit not in DURATIONS
        and q.best is not None
        and q.kind == QuantityKind.MEASURE
        and span.covers(q.span)
        if not any(e.overlaps(q.span) for e in (*figures, *(t.span for t in m.times)))
    )
    verbs = lexicon.predicates(span.exact) - inside if lexicon else frozenset()
    return Point(
        datum=d,
        language=m.report.language,
        keys=frozenset(order) | numbers,
        shared=frozenset(k for k in content if k.startswith("=")) | names | subject | numbers,
        clocks=clocks,
        gauges=gauges + degrees,
        denied=_denied(d, lexicon, content),
        figures=frozenset((c.measure or "", _number(c)) for c in told if c.evidence.overlaps(span)),
        figured=frozenset(k for x in figures if x.overlaps(span) for k in lexicon.keys(x.exact)) if lexicon else frozenset(),
        verbs=verbs,
        outright=_outright(d, lexicon, m),
        planned=lexicon.planned_keys(span.exact) if lexicon else frozenset(),
        people=people,
        roles=roles(span, within, small, lexicon) if lexicon else frozenset(),
        named=named,
        words=frozenset(words_in(span.exact)),
        amounts=frozenset(a for q in m.quantities if span.covers(q.span) and (a := _amount(q, lexicon)) is not None),
        days=tuple(t.days for t in m.times if t.days is not None and t.days.width <= WIDEST and span.covers(t.span)),
        dates=tuple(t.days for t in m.times if t.days is not None and span.covers(t.span) and is_date(t)),
        stands=stands,
        open=opposites.left_open(span.exact) if opposites else frozenset(),
        pending=opposites.pending(span.exact) if opposites else frozenset(),
        numbers=opposites.numbers_of(span.exact) if opposites else frozenset(),
        central=len(content & headlines) / max(len(content), 6),
        head=next((k for k in order if k in verbs), ""),
        pieces=pieces(span.exact),
        beside=beside(span.exact, dated),
        steps=lexicon.steps_of(span.exact) if lexicon else frozenset(),
    )


def _number(claim: Claim) -> float:
    value = claim.value
    return 0.0 if value is None else value.best or value.low or 0.0


def _in_order(span: Span, names: Sequence[tuple[Span, str, EntityKind]], lexicon: StatementLexicon) -> tuple[str, ...]:
    """Give the content keys of a clause in order, each name as one key; what an organisation's name says it is stays beside it."""
    out: list[str] = []
    at = span.start
    for piece, key, kind in sorted(names, key=lambda n: (n[0].start, -n[0].end, n[1])):
        if piece.start < at:
            continue
        out += lexicon.keys(span.exact[at - span.start : piece.start - span.start])
        out.append(key)
        if kind == EntityKind.ORGANISATION:
            out += [k for k in lexicon.keys(piece.exact) if k.startswith("=")]
        at = piece.end
    out += lexicon.keys(span.exact[at - span.start :])
    return tuple(out)


def _piece(span: Span, start: int, end: int) -> Span:
    """Give the part of a span between two places of its text."""
    return Span(start=span.start + start, end=span.start + end, exact=span.exact[start:end], where=span.where)


def _around(span: Span, at: Span, names: Sequence[tuple[Span, str, EntityKind]], lexicon: StatementLexicon) -> frozenset[str]:
    """Give the keys that stand within `NEIGHBOURS` characters of a place in a clause."""
    low, high = max(span.start, at.start - NEIGHBOURS), min(span.end, at.end + NEIGHBOURS)
    found: set[str] = set()
    for a, b in ((low, at.start), (at.end, high)):
        if b > a:
            piece = Span(start=a, end=b, exact=span.exact[a - span.start : b - span.start], where=span.where)
            found.update(_in_order(piece, [n for n in names if piece.covers(n[0])], lexicon))
    return frozenset(found)


def _outright(d: Datum, lexicon: StatementLexicon | None, m: MarkedReport) -> bool:
    if lexicon is None or d.claim.polarity != Polarity.DENIED:
        return False
    cue = next((a.cue.exact for a in m.attributions if a.id == d.claim.attribution and a.cue is not None), "")
    return lexicon.denied_outright(f"{cue} {d.claim.evidence.exact}")


def _denied(d: Datum, lexicon: StatementLexicon | None, content: frozenset[str]) -> frozenset[str]:
    """Give the keys that a clause denies: all of it where a word of denial governs it, else those in the reach of a negation."""
    if lexicon is None:
        return frozenset()
    text = d.claim.evidence.exact
    near = lexicon.denied_keys(text)
    if d.claim.polarity != Polarity.DENIED:
        return near
    word = lexicon.denial.search(text)
    return frozenset(lexicon.keys(text[word.end() :])) | near if word else near or content


def _amount(q: Quantity, lexicon: StatementLexicon | None) -> tuple[str, float] | None:
    """Give what a number counts and the number, where it counts, measures or tells an age."""
    if q.best is None or q.kind not in (QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.AGE):
        return None
    if q.kind == QuantityKind.AGE:
        return ("age", q.best)
    noun = next(iter(lexicon.keys(q.noun)), "") if lexicon and q.noun else ""
    return (q.unit or noun, q.best) if q.unit or noun else None


def _clock(t: TimeMention, span: Span, lexicon: StatementLexicon | None) -> Clock | None:
    m = _CLOCK.match(t.value or "") if t.kind == TimeKind.TIME else None
    if m is None or lexicon is None:
        return None
    start, end = t.span.start - span.start, t.span.end - span.start
    sides = (span.exact[max(0, start - NEIGHBOURS) : start], span.exact[end : end + NEIGHBOURS])
    found = (lexicon.predicates(side) & lexicon.happenings for side in sides)
    return Clock(m[1], int(m[2]) * 60 + int(m[3]), next((keys for keys in found if keys), frozenset()))


def weigh(points: Sequence[Point]) -> dict[str, float]:
    """Weigh keys by how few sentences of the story hold them: what the whole story is about tells nothing apart."""
    count: Counter[str] = Counter()
    for p in points:
        count.update(p.keys | p.shared)
    n = max(len(points), 2)
    return {k: math.log(1 + n / c) for k, c in count.items()}


def telling(points: Sequence[Point]) -> frozenset[str]:
    """Give the keys that tell clauses of the story apart: those in at most `COMMON` of them, in three, or that each report hardly repeats."""
    count: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    for p in points:
        for k in p.keys | p.shared:
            count[k] += 1
            where[k].add(p.datum.report)
    most = max(3.0, COMMON * len(points))
    return frozenset(k for k, c in count.items() if c <= most or c <= REPEATED * len(where[k]))


def closeness(a: Point, b: Point, weights: Mapping[str, float]) -> float:
    """Give the weighted cosine of two clauses times what they have in common weighs: over all keys in one language, over shared ones across.

    Two long clauses with much in common make one point more surely than two short ones with a word or two; from `PLENTY` on it is the cosine.
    """
    ka, kb = (a.keys, b.keys) if a.language == b.language else (a.shared, b.shared)
    both = ka & kb
    if len(both) < LEAST_SHARED:
        return 0.0
    return cosine(ka, kb, weights) * min(1.0, math.sqrt(sum(weights[k] for k in both) / PLENTY))


class Nearness:
    """How close two points of a story are; each pair of wordings is compared once."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._numbers: dict[tuple[str, frozenset[str], frozenset[str]], int] = {}
        self._known: dict[tuple[int, int], float] = {}
        self._words: dict[tuple[int, int], float] = {}

    def of(self, p: Point) -> int:
        """Give the number of a clause's wording: clauses of one wording are equally close to all others."""
        return self._numbers.setdefault((p.language, p.keys, p.shared), len(self._numbers))

    def __call__(self, a: Point, b: Point) -> float:
        x, y = self.of(a), self.of(b)
        pair = (x, y) if x <= y else (y, x)
        if pair not in self._known:
            self._known[pair] = closeness(a, b, self.weights)
        return self._known[pair]

    def wording(self, a: Point, b: Point) -> float:
        """Give how much two points are the same words: the weighted cosine alone."""
        x, y = self.of(a), self.of(b)
        pair = (x, y) if x <= y else (y, x)
        if pair not in self._words:
            ka, kb = (a.keys, b.keys) if a.language == b.language else (a.shared, b.shared)
            self._words[pair] = cosine(ka, kb, self.weights)
        return self._words[pair]

    def sums(self, group: Sequence[Point]) -> dict[int, float]:
        """Sum, for each wording of a group, how close one clause of it is to all other clauses."""
        count = Counter(self.of(p) for p in group)
        one = {self.of(p): p for p in group}
        return {x: sum(n * self(one[x], one[y]) for y, n in count.items()) - self(one[x], one[x]) for x in count}


def cosine(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """Give the weighted cosine of two sets of keys."""
    dot = sum(weights[k] ** 2 for k in a & b)
    norm = math.sqrt(sum(weights[k] ** 2 for k in a) * sum(weights[k] ** 2 for k in b))
    return dot / norm if norm else 0.0
