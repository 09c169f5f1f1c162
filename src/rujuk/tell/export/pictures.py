"""The chart of each finding as a picture: the figures over time with their ranges, one colour and shape an origin.

Drawn by Vega-Lite through vl-convert, offline, from a specification that is made here and can be had by itself (`--format vega`).  An open end
("at least 6") has an arrow, a superseded figure is faded, and a line shows the figure that stood.  The labels are words of the chosen language.

Source: Vega-Lite 5; colours: Okabe and Ito (2008), which people with any colour vision can tell apart.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from rujuk.errors import ConfigError
from rujuk.model.dossier import Dossier
from rujuk.model.span import Days
from rujuk.model.story import Finding, Status, Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import view_origins
from rujuk.tell.dots import DOWN, FROM_ZERO, UP, Dot, gather
from rujuk.tell.evidence import short
from rujuk.tell.export.cited import Options, one_line, told
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import Language, in_language, say

VEGA_LITE = "5.20"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
"""Names the grammar, as every specification must; nothing is fetched from there."""
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")
SHAPES = ("circle", "square", "triangle-up", "diamond", "triangle-down", "cross", "triangle-left")
WIDTH, HEIGHT, SCALE = 560, 260, 2
ORIGINS = len(COLOURS)
"""Origins with a colour of their own; the others share the last."""
MONTH = 31
LABEL = 34
TITLE, SUBTITLE = 64, 100
"""Characters of an origin's name, and of a line of the title and of what stands below it."""
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"


def vega(dossier: Dossier, options: Options) -> dict[str, bytes]:
    """Write the specification of each chart."""
    return {f"{n}.vl.json": (json.dumps(s, ensure_ascii=False, indent=1) + "\n").encode() for n, s in charts(dossier, options)}


def svg(dossier: Dossier, options: Options) -> dict[str, bytes]:
    """Draw each chart as SVG."""
    convert = _convert()
    return {f"{n}.svg": convert.vegalite_to_svg(s, vl_version=VEGA_LITE).encode() for n, s in charts(dossier, options)}


def png(dossier: Dossier, options: Options) -> dict[str, bytes]:
    """Draw each chart as PNG, at twice the size for sharp screens."""
    convert = _convert()
    return {f"{n}.png": convert.vegalite_to_png(s, vl_version=VEGA_LITE, scale=SCALE) for n, s in charts(dossier, options)}


def _convert() -> Any:
    try:
        import vl_convert
    except ImportError as e:
        raise ConfigError(
            "pictures need vl-convert",
            remedy="pip install 'rujuk[export]'; in a checkout: .venv/bin/pip install -e '.[export]'",
            code="missing-extra",
        ) from e
    return vl_convert


def charts(dossier: Dossier, options: Options) -> list[tuple[str, dict[str, Any]]]:
    """Give name and specification of every chart: of findings with a dated figure, weightiest first."""
    lookup = Lookup.of(dossier)
    out = []
    for story in dossier.stories:
        for finding in told(story):
            spec = specification(finding, story, lookup, options.language)
            if spec is not None:
                out.append((f"{finding.measure}-{short(finding.id)}", spec))
    return out


def specification(finding: Finding, story: Story, lookup: Lookup, language: Language) -> dict[str, Any] | None:
    """Make the Vega-Lite specification of a finding's figures over time; None where no figure has a day."""
    dots = [d for d in gather(finding, view_origins(finding.origins, lookup, story.reuse)) if d.days is not None]
    if not dots:
        return None
    rows = [_row(d, language) for d in sorted(dots, key=_by_time)]
    names = list(dict.fromkeys(r["origin"] for r in sorted(rows, key=lambda r: r["index"])))
    low, high = min(r["low"] for r in rows), max(r["high"] for r in rows)
    zero = dots[0].value.unit in FROM_ZERO
    room = (high - low) * 0.25 or max(abs(high) * 0.1, 1.0)
    domain = [0, high * 1.12 or 1] if zero else [low - room, high + room]
    question = one_line(in_language(finding.question, language))
    summary = f"{say(f'status.{finding.status.value}', language)}. {one_line(in_language(finding.summary, language))}"
    first, last = _ends(dots)
    _label(rows, (first, last), domain)
    shared = {"x": _axis_x(dots, (first, last), language), "y": _axis_y(domain, rows, language)}
    faded = {"condition": {"test": "datum.old", "value": 0.4}, "value": 1}
    colour = {
        "field": "origin", "type": "nominal", "title": say("export.chart_origin", language),
        "scale": {"domain": names, "range": [COLOURS[min(i, ORIGINS - 1)] for i in range(len(names))]},
        "legend": {"orient": "bottom", "columns": 2, "labelLimit": 260, "symbolSize": 90, "symbolOpacity": 1},
    }  # fmt: skip
    shape = {
        "field": "origin", "type": "nominal", "title": say("export.chart_origin", language),
        "scale": {"domain": names, "range": [SHAPES[min(i, ORIGINS - 1)] for i in range(len(names))]},
    }  # fmt: skip
    layers: list[dict[str, Any]] = []
    line = _line(finding)
    if len(line) > 1:
        layers.append(
            {
                "data": {"values": line},
                "mark": {"type": "line", "interpolate": "step-after", "color": "#888888", "strokeWidth": 1.5, "strokeDash": [4, 3]},
                "encoding": {"x": {"field": "day", "type": "temporal", "timeUnit": "utcyearmonthdate"}, "y": {"field": "value", "type": "quantitative"}},
            }
        )  # fmt: skip
    layers += [
        {
            "transform": [{"filter": "datum.high > datum.low"}],
            "mark": {"type": "rule", "strokeWidth": 5, "strokeCap": "butt"},
            "encoding": {
                "y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}, "color": colour,
                "opacity": {"condition": {"test": "datum.old", "value": 0.15}, "value": 0.35},
            },
        },
        {
            "transform": [{"filter": "datum.first != datum.last"}],
            "mark": {"type": "rule", "strokeWidth": 1.5},
            "encoding": {
                "x": {"field": "first", "type": "temporal"}, "x2": {"field": "last"}, "y": {"field": "value", "type": "quantitative"},
                "color": colour, "opacity": faded,
            },
        },
        *(
            {
                "transform": [{"filter": f"datum.open == '{way}'"}],
                "mark": {"type": "text", "text": sign, "dy": shift, "fontSize": 15, "fontWeight": "bold"},
                "encoding": {"color": colour, "opacity": faded},
            }
            for way, sign, shift in (("up", "↑", -13), ("down", "↓", 13))
        ),
        {
            "transform": [{"filter": "datum.sharp"}],
            "mark": {"type": "point", "filled": True, "size": 90},
            "encoding": {"color": colour, "shape": shape, "opacity": faded}},
        *(
            {
                "transform": [{"filter": f"datum.told == '{side}'"}],
                "mark": {"type": "text", "align": side, "dx": aside, "dy": -9, "fontSize": 12, "color": "#222222"},
                "encoding": {"text": {"field": "label"}, "opacity": faded},
            }
            for side, aside in (("left", 8), ("right", -8))
        ),
    ]  # fmt: skip
    return {
        "$schema": SCHEMA,
        "description": f"{question} {summary}",
        "title": {"text": _folded(question, TITLE), "subtitle": _folded(summary, SUBTITLE), "anchor": "start", "fontSize": 15, "subtitleFontSize": 12, "offset": 14},
        "width": WIDTH, "height": HEIGHT, "background": "#FFFFFF", "padding": {"left": 12, "top": 12, "right": 40, "bottom": 12},
        "data": {"values": rows},
        "encoding": shared,
        "layer": layers,
        "config": {"font": FONT, "view": {"stroke": None}, "axis": {"gridColor": "#E4E4E4", "labelFontSize": 12, "domainColor": "#888888"}},
    }  # fmt: skip


def _by_time(d: Dot) -> tuple[object, ...]:
    assert d.days is not None
    return (d.days.latest, d.days.earliest, d.middle, d.origin)


def _row(d: Dot, language: Language) -> dict[str, Any]:
    assert d.days is not None
    name = one_line(d.name)
    way = "up" if d.value.mod in UP or d.value.high is None else "down" if d.value.mod in DOWN else ""
    return {
        "origin": name if len(name) <= LABEL else f"{name[: LABEL - 1].rstrip()}…",
        "index": d.origin,
        "day": _noon(d.days),
        "first": d.days.earliest.isoformat(),
        "last": d.days.latest.isoformat(),
        "value": d.middle if d.value.best is not None else d.high,
        "sharp": d.value.best is not None,
        "low": d.low if d.value.best is None or d.value.mod == "APPROX" else d.middle,
        "high": d.high if d.value.best is None or d.value.mod == "APPROX" else d.middle,
        "open": way if d.value.best is not None else "",
        "old": d.superseded,
        "label": one_line(fmt.figure(d.value, language, brief=True)),
        "told": "",
    }


def _noon(days: Days) -> str:
    """Give the middle day of an interval."""
    return days.earliest.fromordinal((days.earliest.toordinal() + days.latest.toordinal()) // 2).isoformat()


def _ends(dots: Sequence[Dot]) -> tuple[date, date]:
    """Give the first and last day of the axis; a figure whose time is wider than a month does not stretch it."""
    days = [d.days for d in dots if d.days]
    near = [d for d in days if d.width <= MONTH] or days
    first, last = min(d.earliest for d in near), max(d.latest for d in near)
    return (first, last) if first < last else (first - timedelta(days=1), last + timedelta(days=1))


def _label(rows: list[dict[str, Any]], across: tuple[date, date], domain: Sequence[float]) -> None:
    """Choose the figures that are written beside their signs, and on which side: those that stand first, none over another."""
    first, days = across[0], (across[1] - across[0]).days
    taken: list[tuple[float, float, float]] = []
    for row in sorted(
        rows, key=lambda r: (r["old"], -date.fromisoformat(r["day"]).toordinal(), -r["value"], r["index"], r["label"])
    ):
        x = min(max((date.fromisoformat(row["day"]) - first).days / days, 0.0), 1.0) * WIDTH
        y = (row["value"] - domain[0]) / ((domain[1] - domain[0]) or 1) * HEIGHT
        wide = len(row["label"]) * 7 + 12
        side = "right" if x + wide > WIDTH else "left"
        left = x - wide if side == "right" else x
        if any(abs(y - ty) < 15 and left < tr and tl < left + wide for tl, tr, ty in taken):
            continue
        taken.append((left, left + wide, y))
        row["told"] = side


def _axis_x(dots: Sequence[Dot], ends: tuple[date, date], language: Language) -> dict[str, Any]:
    """Label the days that figures have, in the language's words; Vega would write English months."""
    days = sorted({day for d in dots if d.days and ends[0] <= (day := date.fromisoformat(_noon(d.days))) <= ends[1]})
    apart = max(1, -(-(ends[1] - ends[0]).days // 6))
    shown: list[date] = []
    for day in reversed(days):
        if not shown or (shown[-1] - day).days >= apart:
            shown.append(day)
    words = {day.isoformat(): fmt.days(Days.on(day), language, short=True) for day in reversed(shown)}
    return {
        "field": "day", "type": "temporal", "title": None,
        "scale": {"type": "utc", "domain": [d.isoformat() for d in ends], "nice": False, "padding": 24, "clamp": True},
        "axis": {
            "values": list(words), "grid": False,
            "labelExpr": f"({json.dumps(words, ensure_ascii=False)})[utcFormat(datum.value, '%Y-%m-%d')]",
        },
    }  # fmt: skip


def _axis_y(domain: Sequence[float], rows: Sequence[dict[str, Any]], language: Language) -> dict[str, Any]:
    signs = ".," if language == "id" else ",."
    # Vega writes numbers the English way; for Indonesian the two signs change places.
    text = "format(datum.value, ',~f')"
    expr = f"replace(replace(replace({text}, /,/g, '_'), /[.]/g, '{signs[1]}'), /_/g, '{signs[0]}')"
    whole = all(float(r["value"]).is_integer() for r in rows)
    axis: dict[str, Any] = {"labelExpr": expr, "tickCount": 5}
    if whole:
        axis["tickMinStep"] = 1
    return {
        "field": "value",
        "type": "quantitative",
        "title": None,
        "scale": {"domain": list(domain), "nice": False, "zero": False},
        "axis": axis,
    }


def _line(finding: Finding) -> list[dict[str, Any]]:
    """Give the figures that stood, one a day: what was superseded only where nothing else is of that day, the highest of several."""
    if finding.status not in (Status.UPDATED, Status.REVISED):
        return []
    best: dict[str, tuple[bool, float]] = {}
    for p in finding.history:
        if p.as_of is not None and p.best is not None:
            day, now = _noon(p.as_of), (not p.superseded, p.best)
            best[day] = max(now, best.get(day, now))
    return [{"day": d, "value": best[d][1]} for d in sorted(best)]


def _folded(text: str, most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
