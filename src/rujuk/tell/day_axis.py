"""The axis of days: even, but for long stretches without a figure, which are cut short and marked as cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from rujuk.model.span import Days

LONG = 0.34
"""Share of all days from which an empty stretch is cut short, if it is longer than `LEAST` days.  Set by eye: below it the axis reads well as it is."""
LEAST = 4
SHORT = 0.14
"""Share of the width that is left of a stretch that was cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayAxis:
    """Positions of days (as ordinals, fractions allowed); `breaks` are the positions where the axis was cut."""

    days: tuple[float, ...]
    places: tuple[float, ...]
    breaks: tuple[float, ...]

    @classmethod
    def over(cls, told: Sequence[Days], start: float, end: float) -> Self:
        """Lay the days out between two positions."""
        edges = sorted((d.earliest.toordinal(), d.latest.toordinal() + 1) for d in told)
        runs = [list(edges[0])]
        for a, b in edges[1:]:
            if a <= runs[-1][1]:
                runs[-1][1] = max(runs[-1][1], b)
            else:
                runs.append([a, b])
        first, last = runs[0][0], runs[-1][1]
        cut = [i for i in range(len(runs) - 1) if runs[i + 1][0] - runs[i][1] > max(LEAST, LONG * (last - first))]
        kept = (last - first) - sum(runs[i + 1][0] - runs[i][1] for i in cut)
        room = (end - start) * (1 - SHORT * len(cut))
        days, places, breaks = [float(first)], [start], []
        for i in cut:
            before = places[-1] + (runs[i][1] - days[-1]) / kept * room
            after = before + (end - start) * SHORT
            days += [runs[i][1], runs[i + 1][0]]
            places += [before, after]
            breaks.append(round((before + after) / 2, 1))
        return cls(days=(*days, float(last)), places=(*places, end), breaks=tuple(breaks))

    def at(self, day: float) -> float:
        """Give the position of a day, to a tenth; days outside are held at the ends."""
        i = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        a, b = self.days[i], self.days[i + 1]
        part = min(1.0, max(0.0, (day - a) / ((b - a) or 1.0)))
        return round(self.places[i] + part * (self.places[i + 1] - self.places[i]), 1)
