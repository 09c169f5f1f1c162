"""A figure over time: ranges of days and values as bars, signs by origin, the line of what stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rujuk.model.span import Days
from rujuk.model.story import Finding, HistoryPoint
from rujuk.tell import format as fmt
from rujuk.tell.axis import SHAPES, Scale, shape, text, thinned, ticks
from rujuk.tell.dots import DOWN, UP, WIDTH, Dot, open_picture, told, value_range
from rujuk.tell.words import Language

LEFT, RIGHT, TOP = 66, 78, 30
PLOT = 190
MONTH = 31
"""Days; a figure whose time is wider does not stretch the axis."""
ABREAST = 4
"""Signs of one figure on one day that stand side by side."""


def over_time(finding: Finding, dots: Sequence[Dot], language: Language) -> str:
    """Draw the figures by the days they hold for."""
    steps = sorted((p for p in finding.history if p.as_of), key=lambda p: p.as_of or Days.on(date.min))
    height = TOP + PLOT + 34
    low, high = value_range(finding, dots, steps)
    across = [d.days for d in dots if d.days] + [p.as_of for p in steps if p.as_of]
    across = [d for d in across if d.width <= MONTH] or across
    first = min(d.earliest for d in across).toordinal()
    last = max(d.latest for d in across).toordinal() + 1
    y = Scale(low=low, high=high, start=TOP + PLOT, end=TOP)
    levels = {t: fmt.with_unit(fmt.number(t, language), dots[0].value.unit, language) for t in ticks(low, high)}
    left = max(LEFT, 12 + max(len(words) for words in levels.values()) * 9)
    x = Scale(low=first, high=last, start=left, end=WIDTH - RIGHT)
    out = open_picture(finding, language, height, "chart_time", told(dots, language))
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
