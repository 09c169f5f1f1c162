"""The figures of different origins for one moment, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rujuk.model.claim import Value
from rujuk.model.story import Finding
from rujuk.tell import format as fmt
from rujuk.tell.axis import Scale, colour_of, cut_words, shape, text, ticks
from rujuk.tell.dots import DOWN, UP, WIDTH, Dot, open_picture, told, value_range
from rujuk.tell.words import Language

ROW = 46
LONG_TICK = 9
"""Of numbers longer than so many characters, every second one is written at the axis."""
ROWS = 14
"""Most rows; the list of origins below the picture has them all."""


def side_by_side(finding: Finding, dots: Sequence[Dot], language: Language) -> str:
    """Draw one row for each origin and figure."""
    first: dict[tuple[int, Value], Dot] = {}
    for dot in sorted(dots, key=lambda d: d.superseded):
        first.setdefault((dot.origin, dot.value), dot)
    rows = sorted(first.values(), key=lambda d: (d.origin, d.middle))[:ROWS]
    tops = _tops(rows)
    bottom = tops[-1] + ROW
    low, high = value_range(finding, rows, ())
    x = Scale(low=low, high=high, start=8, end=WIDTH - 42)
    out = open_picture(finding, language, bottom + 28, "chart_side", told(rows, language))
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
        f'<rect class="range o{colour_of(dot.origin)}{old}" x="{a - 2:g}" y="{level - 5:g}" width="{b - a + 4:.1f}" height="10" rx="1.5"/>'
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
