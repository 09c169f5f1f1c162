"""Scales and ticks of charts, and small SVG pieces."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight map from values `low..high` to positions `start..end`; values outside are held at the ends."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Give the position of a value, to a tenth."""
        width = self.high - self.low or 1.0
        part = min(1.0, max(0.0, (value - self.low) / width))
        return round(self.start + part * (self.end - self.start), 1)


def ticks(low: float, high: float, wanted: int = 4) -> list[float]:
    """Choose about `wanted` round values between low and high: steps of 1, 2 or 5 times a power of ten."""
    width = high - low
    if width <= 0:
        return [low]
    raw = width / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= raw)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


def thinned(values: Sequence[int], most: int) -> list[int]:
    """Keep at most `most` of the values, evenly, the first among them."""
    step = max(1, math.ceil(len(values) / most))
    return list(values[::step])


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    """Write a text element."""
    more = f' text-anchor="{anchor}"' if anchor != "start" else ""
    css = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{css}{more}>{escape(words)}</text>'


SHAPES = 6
"""How many shapes and how many colours there are: 36 origins are told apart before a pair comes round again."""


def colour_of(index: int) -> int:
    """Give the number of an origin's colour."""
    return index % SHAPES


def shape_of(index: int) -> int:
    """Give the number of an origin's shape: another one each time the colours come round."""
    return (index + index // SHAPES) % SHAPES


def shape(index: int, x: float, y: float, size: float, kind: str = "") -> str:
    """Draw the sign of an origin: circle, square, triangle, diamond, lying triangle, cross."""
    css = f"o{colour_of(index)} {kind}".strip()
    r = size
    match shape_of(index):
        case 0:
            return f'<circle class="{css}" cx="{x:g}" cy="{y:g}" r="{r:g}"/>'
        case 1:
            return f'<rect class="{css}" x="{x - r * 0.9:g}" y="{y - r * 0.9:g}" width="{r * 1.8:g}" height="{r * 1.8:g}"/>'
        case 2:
            points = [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]
        case 3:
            points = [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
        case 4:
            points = [(0, 1.15), (1.1, -0.85), (-1.1, -0.85)]
        case _:
            a = 0.42
            points = [(-a, -1), (a, -1), (a, -a), (1, -a), (1, a), (a, a), (a, 1), (-a, 1), (-a, a), (-1, a), (-1, -a), (-a, -a)]
    path = " ".join(f"{x + dx * r:.1f},{y + dy * r:.1f}" for dx, dy in points)
    return f'<polygon class="{css}" points="{path}"/>'


def cut_words(words: str, most: int) -> str:
    """Shorten a label to `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
