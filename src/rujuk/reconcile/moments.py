"""The moments that a number of figures hold for, so that how many are later than another is known without holding each against it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime

from rujuk.model.span import Days
from rujuk.reconcile.compare import HOUR
from rujuk.reconcile.datum import Datum


class Moments:
    """The days and clock times of figures, gathered by day; answers as `later` does for each of them."""

    def __init__(self, data: Iterable[Datum]) -> None:
        self._days: dict[tuple[Days | None, Days | None], tuple[list[datetime], list[int]]] = {}
        self.size = 0
        for d in data:
            clocks, count = self._days.setdefault((d.claim.as_of, d.said), ([], [0]))
            count[0] += 1
            self.size += 1
            if d.clock is not None:
                clocks.append(d.clock)
        for clocks, _ in self._days.values():
            clocks.sort()

    def after(self, d: Datum) -> int:
        """Count the figures that are later than `d` for sure."""
        return self._count(d, 1)

    def before(self, d: Datum) -> int:
        """Count the figures that `d` is later than for sure."""
        return self._count(d, -1)

    def _count(self, d: Datum, way: int) -> int:
        total = 0
        own, said, clock = d.claim.as_of, d.said, d.clock
        for (other_own, other_said), (clocks, (count,)) in self._days.items():
            order = _order(other_own, own) or _order(other_said, said)
            if order:
                total += count if order == way else 0
            elif clock is not None and clocks:
                if way > 0:
                    total += len(clocks) - bisect_left(clocks, clock + HOUR)
                else:
                    total += bisect_right(clocks, clock - HOUR)
        return total

    def all_after(self, other: Moments) -> bool:
        """Say whether every figure is later than every one of the others by its days alone."""
        return all((_order(a, c) or _order(b, d)) > 0 for a, b in self._days for c, d in other._days)


def _order(a: Days | None, b: Days | None) -> int:
    """Say whether days lie behind others (1), before them (-1), or neither."""
    if a is None or b is None:
        return 0
    return 1 if a.earliest > b.latest else -1 if b.earliest > a.latest else 0
