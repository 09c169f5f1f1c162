"""A finding's figures as a picture: over time where they moved, side by side where origins differ at one time.

Drawn as plain SVG with classes, so that the page's colours (light, dark, print) apply.  What colour says, shape and letter say too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

from rujuk.model.claim import Claim, Polarity, Value
from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Finding, HistoryPoint, Status
from rujuk.tell import format as fmt
from rujuk.tell.axis import SHAPES, Scale, cut_words, shape, text, thinned, ticks
from rujuk.tell.claims import OriginView
from rujuk.tell.words import Language, in_language, say

WIDTH = 520
LEFT, RIGHT, TOP = 66, 78, 30
PLOT = 190
ROW = 46
LONG_TICK = 9
"""Of numbers longer than so many characters, every second one is written at the axis."""
ROWS = 14
"""Most rows of figures side by side; the list of origins below has them all."""
MONTH = 31
"""Days; a figure whose time is wider does not stretch the axis."""
ABREAST = 4
"""Signs of one figure on one day that stand side by side."""
DOTS, TOLD = 60, 16
"""Most figures in a picture and in its description, the latest first; the list of origins has them all."""
UP = (Mod.MORE_THAN, Mod.EQUAL_OR_MORE)
DOWN = (Mod.LESS_THAN, Mod.EQUAL_OR_LESS)
FROM_ZERO = (None, "person")
"""Units that count things: their axis starts at zero.  A magnitude or a height may start near its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One figure of one origin; claims that say the same at the same time are one dot."""

    origin: int
    name: str
    value: Value
    days: Days | None
    superseded: bool

    @property
    def low(self) -> float:
        return next(v for v in (self.value.low, self.value.best, self.value.high) if v is not None)

    @property
    def high(self) -> float:
        return next(v for v in (self.value.high, self.value.best, self.value.low) if v is not None)

    @property
    def middle(self) -> float:
        return self.value.best if self.value.best is not None else (self.low + self.high) / 2


def chart_kind(finding: Finding, origins: Sequence[OriginView]) -> str:
    """Choose the picture: `time` where the figure moved, `side` where origins differ at one time, nothing where all say the same."""
    dots = _dots(finding, origins)
    if len({d.value.best if d.value.best is not None else (d.low, d.high) for d in dots}) < 2:
        return ""
    moved = len({d.days for d in dots if d.days}) > 1 and len({p.as_of for p in finding.history if p.as_of}) > 1
    return "time" if moved and finding.status != Status.CONTESTED else "side"


def chart(finding: Finding, origins: Sequence[OriginView], kind: str, language: Language) -> str:
    """Draw the finding's figures as the chosen picture."""
    dots = _dots(finding, origins)
    if kind == "time":
        return _over_time(finding, [d for d in dots if d.days is not None], language)
    return _side_by_side(finding, dots, language)


def _dots(finding: Finding, origins: Sequence[OriginView]) -> list[Dot]:
    old = {c for p in finding.history if p.superseded for c in p.claims}
    unit = finding.estimate.unit if finding.estimate else None
    seen: dict[tuple[object, ...], Dot] = {}
    for view in origins:
        for claim in (v.claim for v in (*view.shown, *view.more)):
            if claim.value is None or _empty(claim) or claim.polarity == Polarity.DENIED or claim.value.unit != unit:
                continue
            key = (view.index, claim.value, claim.as_of)
            dot = Dot(origin=view.index, name=view.origin.name, value=claim.value, days=claim.as_of, superseded=claim.id in old)
            if key not in seen or (seen[key].superseded and not dot.superseded):
                seen[key] = dot
    return sorted(seen.values(), key=lambda d: -(d.days.latest.toordinal() if d.days else 0))[:DOTS]


def _empty(claim: Claim) -> bool:
    value = claim.value
    return value is None or (value.low is None and value.best is None and value.high is None)


def _value_range(finding: Finding, dots: Sequence[Dot], steps: Sequence[HistoryPoint]) -> tuple[float, float]:
    values = [v for d in dots for v in (d.low, d.high)]
    values += [v for p in steps for v in (p.low, p.best, p.high) if v is not None]
    low, high = min(values), max(values)
    unit = dots[0].value.unit
    if unit in FROM_ZERO:
        return 0.0, high * 1.08 or 1.0
    room = (high - low) * 0.25 or 1.0
    return max(0.0, low - room), high + room


def _open(finding: Finding, language: Language, height: float, kind: str, about: str) -> list[str]:
    slug = f"{finding.id.partition(':')[2]}-{language}"
    title = f"{say(kind, language)}: {in_language(finding.question, language)}"
    return [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img" lang="{language}" aria-labelledby="t-{slug}" aria-describedby="d-{slug}">',
        f'<title id="t-{slug}">{escape(title)}</title><desc id="d-{slug}">{escape(about)}</desc>',
    ]


def _told(dots: Sequence[Dot], language: Language) -> str:
    told = sorted(dots, key=lambda d: (d.days.latest if d.days else date.min, d.origin, d.middle))
    return "; ".join(
        say(
            "chart_point",
            language,
            origin=d.name,
            value=fmt.figure(d.value, language),
            days=fmt.days(d.days, language) if d.days else say("chart_undated", language),
        )
        for d in told[-TOLD:]
    )


def _over_time(finding: Finding, dots: Sequence[Dot], language: Language) -> str:
    steps = sorted((p for p in finding.history if p.as_of), key=lambda p: p.as_of or Days.on(date.min))
    height = TOP + PLOT + 34
    low, high = _value_range(finding, dots, steps)
    across = [d.days for d in dots if d.days] + [p.as_of for p in steps if p.as_of]
    across = [d for d in across if d.width <= MONTH] or across
    first = min(d.earliest for d in across).toordinal()
    last = max(d.latest for d in across).toordinal() + 1
    y = Scale(low=low, high=high, start=TOP + PLOT, end=TOP)
    levels = {t: fmt.with_unit(fmt.number(t, language), dots[0].value.unit, language) for t in ticks(low, high)}
    left = max(LEFT, 12 + max(len(words) for words in levels.values()) * 9)
    x = Scale(low=first, high=last, start=left, end=WIDTH - RIGHT)
    out = _open(finding, language, height, "chart_time", _told(dots, language))
    for tick, words in levels.items():
        out.append(f'<path class="grid" d="M{left} {y.at(tick):g}H{WIDTH - RIGHT}"/>')
        out.append(text(left - 8, y.at(tick) + 4, words, "tick", "end"))
    out.append(f'<path class="base" d="M{left} {TOP + PLOT}H{WIDTH - RIGHT}"/>')
    out.extend(
        _day_ticks(sorted({d.earliest.toordinal() for d in across} | {d.latest.toordinal() for d in across}), x, height, language)
    )
    out.append(_step_line(steps, x, y))
    for dot, aside in _spread(dots):
        out.extend(_mark_in_time(dot, aside, x, y))
    out.extend(_labels(dots, x, y, language))
    return "".join(out) + "</svg>"


def _day_ticks(days: list[int], x: Scale, height: float, language: Language) -> list[str]:
    out: list[str] = []
    edge = -1000.0
    for day in thinned(days, 7):
        at = x.at(day + 0.5)
        if at - edge < 58:
            continue
        edge = at
        when = date.fromordinal(day)
        words = fmt.days(Days.on(when), language, short=True).rsplit(" ", 1)[0]
        out.append(f'<path class="base" d="M{at:g} {TOP + PLOT}v5"/>')
        out.append(text(at, height - 12, words, "tick", "middle"))
    return out


def _step_line(steps: Sequence[HistoryPoint], x: Scale, y: Scale) -> str:
    path = ""
    for point in steps:
        best = point.best if point.best is not None else _mean(point)
        if point.as_of is None or best is None or (point.superseded and point is steps[-1]):
            continue
        at = x.at((point.as_of.earliest.toordinal() + point.as_of.latest.toordinal() + 1) / 2)
        path += f"{'H' if path else 'M'}{at:g}{'V' if path else ' '}{y.at(best):g}"
    return f'<path class="line" d="{path}"/>' if "H" in path else ""


def _mean(point: HistoryPoint) -> float | None:
    ends = [v for v in (point.low, point.high) if v is not None]
    return sum(ends) / len(ends) if ends else None


def _spread(dots: Sequence[Dot]) -> list[tuple[Dot, float]]:
    """Set signs that would lie on each other side by side, superseded ones first so that they lie below; at most `ABREAST`."""
    at_one: dict[tuple[Days | None, float], list[Dot]] = {}
    for dot in sorted(dots, key=lambda d: (not d.superseded, d.origin)):
        at_one.setdefault((dot.days, dot.middle), []).append(dot)
    out: list[tuple[Dot, float]] = []
    for same in at_one.values():
        shown = same[-ABREAST:]
        out.extend((dot, (i - (len(shown) - 1) / 2) * 14) for i, dot in enumerate(shown))
    return sorted(out, key=lambda pair: not pair[0].superseded)


def _mark_in_time(dot: Dot, aside: float, x: Scale, y: Scale) -> list[str]:
    if dot.days is None:
        return []
    old = " old" if dot.superseded else ""
    a, b = x.at(dot.days.earliest.toordinal()), x.at(dot.days.latest.toordinal() + 1)
    top, bottom = y.at(dot.high), y.at(dot.low)
    middle, level = (a + b) / 2, y.at(dot.middle)
    wide = max(b - a - 2, 6)
    out = [
        f'<rect class="range o{dot.origin % SHAPES}{old}" x="{middle - wide / 2:.1f}" y="{top - 1.5:g}" width="{wide:.1f}" height="{bottom - top + 3:g}" rx="1.5"/>'
    ]
    out.extend(_arrow(dot, middle + aside, level, old))
    if dot.value.best is not None:
        out.append(shape(dot.origin, middle + aside, level, 6, old.strip()))
    return out


def _arrow(dot: Dot, at: float, level: float, old: str) -> list[str]:
    """An open end: the hedge says that the figure may be higher or lower."""
    if dot.value.mod in UP:
        return [f'<path class="arrow{old}" d="M{at:g} {level - 7:g}v-11m-4 4l4-5l4 5"/>']
    if dot.value.mod in DOWN:
        return [f'<path class="arrow{old}" d="M{at:g} {level + 7:g}v11m-4 -4l4 5l4-5"/>']
    return []


def _labels(dots: Sequence[Dot], x: Scale, y: Scale, language: Language) -> list[str]:
    """Write the figures beside their signs, latest first, leaving out those that would lie on another."""
    taken: list[tuple[float, float, float]] = []
    out: list[str] = []
    for dot in sorted(dots, key=lambda d: (d.superseded, -(d.days.latest.toordinal() if d.days else 0), -d.middle)):
        if dot.days is None:
            continue
        at = x.at((dot.days.earliest.toordinal() + dot.days.latest.toordinal() + 1) / 2)
        words = fmt.figure(dot.value, language, brief=True)
        level = y.at(dot.high) - (22 if dot.value.mod in UP else 10)
        half = len(words) * 4.8
        anchor, centre = ("end", at - half + 6) if at + half > WIDTH else ("middle", at)
        if anchor == "middle" and at - half < x.start:
            anchor, centre = "start", x.start + half
        if any(abs(level - ty) < 17 and abs(centre - tx) < half + th for tx, ty, th in taken) or level < 10:
            continue
        taken.append((centre, level, half))
        place = at + 6 if anchor == "end" else x.start + 2 if anchor == "start" else at
        out.append(text(place, level, words, "value old" if dot.superseded else "value", anchor))
    return out


def _side_by_side(finding: Finding, dots: Sequence[Dot], language: Language) -> str:
    first: dict[tuple[int, Value], Dot] = {}
    for dot in sorted(dots, key=lambda d: d.superseded):
        first.setdefault((dot.origin, dot.value), dot)
    rows = sorted(first.values(), key=lambda d: (d.origin, d.middle))[:ROWS]
    tops = _tops(rows)
    bottom = tops[-1] + ROW
    low, high = _value_range(finding, rows, ())
    x = Scale(low=low, high=high, start=8, end=WIDTH - 42)
    out = _open(finding, language, bottom + 28, "chart_side", _told(rows, language))
    unit = rows[0].value.unit
    marks = {t: fmt.with_unit(fmt.number(t, language), unit, language) for t in ticks(low, high)}
    if max(len(words) for words in marks.values()) > LONG_TICK:
        marks = dict(list(marks.items())[::2])
    for tick, words in marks.items():
        at, half = x.at(tick), len(words) * 4.7
        anchor = "start" if at < half else "end" if at + half > WIDTH else "middle"
        out.append(f'<path class="grid" d="M{at:g} 4V{bottom:g}"/>')
        out.append(text(WIDTH if anchor == "end" else at, bottom + 20, words, "tick", anchor))
    for index, dot in enumerate(rows):
        out.extend(_row(dot, tops[index], x, language, named=index == 0 or rows[index - 1].origin != dot.origin))
    return "".join(out) + "</svg>"


def _tops(rows: Sequence[Dot]) -> list[float]:
    """Place the rows: the second figure of one origin needs no name and less room."""
    tops = [6.0]
    for before, dot in pairwise(rows):
        tops.append(tops[-1] + (ROW if before.origin != dot.origin else ROW - 22))
    return tops


def _row(dot: Dot, top: float, x: Scale, language: Language, *, named: bool) -> list[str]:
    """One origin's figure: its name above, range and sign below, the figure beside the sign."""
    level = top + 30
    old = " old" if dot.superseded else ""
    a, b, at = x.at(dot.low), x.at(dot.high), x.at(dot.middle)
    out = [text(0, top + 14, cut_words(dot.name, 40), "name")] if named else []
    out.append(
        f'<rect class="range o{dot.origin % SHAPES}{old}" x="{a - 2:g}" y="{level - 5:g}" width="{b - a + 4:.1f}" height="10" rx="1.5"/>'
    )
    arrow = 0
    if dot.value.mod in UP:
        arrow = 16
        out.append(f'<path class="arrow{old}" d="M{at + 8:g} {level:g}h12m-4 -4l5 4l-5 4"/>')
    if dot.value.mod in DOWN:
        out.append(f'<path class="arrow{old}" d="M{at - 8:g} {level:g}h-12m4 -4l-5 4l5 4"/>')
    if dot.value.best is not None:
        out.append(shape(dot.origin, at, level, 6, old.strip()))
    words = fmt.figure(dot.value, language, brief=True)
    long = len(words) * 9.5
    right = max(b, at + arrow) + 11
    left = min(a, at - (18 if dot.value.mod in DOWN else 0)) - 11
    if right + long < WIDTH:
        out.append(text(right, level + 4.5, words, f"value{old}"))
    elif left - long > 0:
        out.append(text(left, level + 4.5, words, f"value{old}", "end"))
    else:
        out.append(text(WIDTH, top + 14, words, f"value{old}", "end"))
    return out
