"""A figure over time: ranges of days and values as bars, signs by origin, the line of what stood."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rujuk.model.span import Days
from rujuk.model.story import Finding, HistoryPoint
from rujuk.tell import format as fmt
from rujuk.tell.axis import Scale, colour_of, shape, text, thinned, ticks
from rujuk.tell.day_axis import DayAxis
from rujuk.tell.dots import DOWN, UP, WIDTH, Dot, open_picture, told, value_range
from rujuk.tell.words import Language

LEFT, RIGHT, TOP = 66, 40, 34
PLOT = 190
MONTH = 31
"""Days; a figure whose time is wider does not stretch the axis."""
LANE, ABREAST = 15.0, 7
"""Room of a sign that stands beside others of its day, and most that do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A figure with the position of its sign."""

    dot: Dot
    x: float
    y: float


def over_time(finding: Finding, dots: Sequence[Dot], language: Language) -> str:
    """Draw the figures by the days they hold for."""
    steps = sorted((p for p in finding.history if p.as_of), key=lambda p: p.as_of or Days.on(date.min))
    height = TOP + PLOT + 34
    low, high = value_range(finding, dots, steps)
    across = [d.days for d in dots if d.days] + [p.as_of for p in steps if p.as_of]
    across = [d for d in across if d.width <= MONTH] or across
    y = Scale(low=low, high=high, start=TOP + PLOT, end=TOP)
    levels = {t: fmt.with_unit(fmt.number(t, language), dots[0].value.unit, language) for t in ticks(low, high)}
    left = max(LEFT, 12 + max(len(words) for words in levels.values()) * 9)
    x = DayAxis.over(across, left + 12, WIDTH - RIGHT - 12)
    out = open_picture(finding, language, height, "chart_time", told(dots, language))
    for tick, words in levels.items():
        out.append(f'<path class="grid" d="M{left} {y.at(tick):g}H{WIDTH - RIGHT}"/>')
        out.append(text(left - 8, y.at(tick) + 4, words, "tick", "end"))
    out.append(f'<path class="base" d="M{left} {TOP + PLOT}H{WIDTH - RIGHT}"/>')
    out.extend(
        _day_ticks(sorted({d.earliest.toordinal() for d in across} | {d.latest.toordinal() for d in across}), x, height, language)
    )
    out.extend(f'<path class="cut" d="M{at - 6:g} {TOP + PLOT + 6}l5 -12m2 12l5 -12"/>' for at in x.breaks)
    out.append(_step_line(steps, x, y))
    placed = _spread(dots, x, y)
    for one in placed:
        out.extend(_mark_in_time(one, x, y))
    out.extend(_labels(placed, y, language, left))
    return "".join(out) + "</svg>"


def _day_ticks(days: list[int], x: DayAxis, height: float, language: Language) -> list[str]:
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


def _step_line(steps: Sequence[HistoryPoint], x: DayAxis, y: Scale) -> str:
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


def _spread(dots: Sequence[Dot], x: DayAxis, y: Scale) -> list[_Placed]:
    """Set what would lie on each other side by side, superseded figures first so that they lie below."""
    lanes: dict[float, list[list[tuple[float, float]]]] = {}
    out: list[_Placed] = []
    for dot in sorted(dots, key=lambda d: (d.superseded, d.origin, -d.middle)):
        if dot.days is None:
            continue
        middle = (x.at(dot.days.earliest.toordinal()) + x.at(dot.days.latest.toordinal() + 1)) / 2
        top, bottom = y.at(dot.high) - 9, y.at(dot.low) + 9
        column = next((c for c in lanes if abs(c - middle) < LANE), middle)
        taken = lanes.setdefault(column, [[] for _ in range(ABREAST)])
        free = next((i for i, lane in enumerate(taken) if all(b < top or bottom < a for a, b in lane)), 0)
        taken[free].append((top, bottom))
        aside = LANE * ((free + 1) // 2) * (1 if free % 2 else -1)
        out.append(_Placed(dot=dot, x=round(middle + aside, 1), y=y.at(dot.middle)))
    return sorted(out, key=lambda p: not p.dot.superseded)


def _mark_in_time(one: _Placed, x: DayAxis, y: Scale) -> list[str]:
    """Draw a figure: its range of values as an upright bar, its range of days as a lying one, its sign, an arrow at an open end."""
    dot, days = one.dot, one.dot.days
    old = " old" if dot.superseded else ""
    colour = f"range o{colour_of(dot.origin)}{old}"
    top, bottom = y.at(dot.high), y.at(dot.low)
    out = []
    if days is not None and days.width:
        a, b = x.at(days.earliest.toordinal()), x.at(days.latest.toordinal() + 1)
        out.append(
            f'<rect class="{colour}" x="{a + 1:g}" y="{one.y - 2:g}" width="{max(4.0, b - a - 2):.1f}" height="4" rx="2"/>'
        )
    if bottom - top > 1:
        out.append(f'<rect class="{colour}" x="{one.x - 4.5:g}" y="{top:g}" width="9" height="{bottom - top:.1f}" rx="1.5"/>')
    out.extend(_arrow(dot, one.x, one.y, old))
    if dot.value.best is not None:
        out.append(shape(dot.origin, one.x, one.y, 6, old.strip()))
    return out


def _arrow(dot: Dot, at: float, level: float, old: str) -> list[str]:
    """An open end: the hedge says that the figure may be higher or lower."""
    if dot.value.mod in UP:
        return [f'<path class="arrow{old}" d="M{at:g} {level - 7:g}v-11m-4 4l4-5l4 5"/>']
    if dot.value.mod in DOWN:
        return [f'<path class="arrow{old}" d="M{at:g} {level + 7:g}v11m-4 -4l4 5l4-5"/>']
    return []


def _labels(placed: Sequence[_Placed], y: Scale, language: Language, left: float) -> list[str]:
    """Write each figure once a day above its highest sign, latest first, leaving out those that would lie on another."""
    taken: list[tuple[float, float, float]] = []
    out: list[str] = []
    order = sorted(
        placed, key=lambda p: (p.dot.superseded, -p.dot.days.latest.toordinal() if p.dot.days else 0, -p.dot.middle, p.x)
    )
    for one in order:
        dot = one.dot
        words = fmt.figure(dot.value, language, brief=True)
        level = y.at(dot.high) - (22 if dot.value.mod in UP else 11)
        half = len(words) * 4.7
        centre = min(max(one.x, left + half), WIDTH - half)
        if any(abs(level - ty) < 17 and abs(centre - tx) < half + th for tx, ty, th in taken) or level < 10:
            continue
        taken.append((centre, level, half))
        out.append(text(round(centre, 1), level, words, "value old" if dot.superseded else "value", "middle"))
    return out
