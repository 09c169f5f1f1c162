"""What an editor would print today: low, best and high of a finding, by a named rule; and how the figure moved."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Estimate, HistoryPoint, Status
from rujuk.reconcile.compare import digits, grain, interval, later, moment_key, nominal
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.verdict import Decision

_HEDGES = {Mod.EQUAL: 0, Mod.APPROX: 1, Mod.EQUAL_OR_MORE: 2, Mod.LESS_THAN: 3, Mod.MORE_THAN: 3, Mod.EQUAL_OR_LESS: 4}
"""How much a hedge leaves open, least first."""


def make_estimate(data: Sequence[Datum], decision: Decision) -> Estimate:
    """Choose the figure to print.

    Contested: no best, the range of what is said.  Updated or revised: the sharpest of the figures that stand, the highest where a growing count has
    several.  Otherwise the sharpest figure: a number before a vague word, unhedged before hedged, more digits before fewer, then the one in most
    reports, then the latest.
    """
    unit = next((d.claim.value.unit for d in data if d.claim.value is not None), None)
    if decision.status == Status.CONTESTED:
        low, high = _range(data)
        return Estimate(low=low, best=None, high=high, unit=unit, as_of=_days(data), rule="range-of-what-is-said")
    pool, rule = [d for d in data if not d.previous] or list(data), "sharpest"
    if decision.status in (Status.UPDATED, Status.REVISED) and decision.latest:
        pool = list(decision.latest)
        rule = "latest"
    chosen = _sharpest(pool, highest=decision.code == "grown")
    assert chosen.claim.value is not None
    value = chosen.claim.value
    like = [d for d in pool if d.claim.value is not None and nominal(d.claim.value) == nominal(value)]
    low, high = _bounds(value.low, value.best, value.high, chosen)
    return Estimate(low=low, best=value.best, high=high, unit=unit, as_of=_days(like or [chosen]), rule=rule)


def make_history(data: Sequence[Datum], decision: Decision) -> tuple[HistoryPoint, ...]:
    """List the figures by the days they hold for, the same number of the same days once; what a later figure replaced is marked."""
    stands = {d.id for d in decision.latest}
    points: dict[tuple[str, float, str], list[Datum]] = {}
    for d in sorted(data, key=lambda d: (not d.previous, moment_key(d), d.report, d.rank, d.id)):
        assert d.claim.value is not None
        points.setdefault(("" if d.previous else moment_key(d)[0], nominal(d.claim.value), d.claim.value.mod.value), []).append(d)
    out = []
    for group in points.values():
        value = group[0].claim.value
        assert value is not None
        low, high = _bounds(value.low, value.best, value.high, group[0])
        gone = all(d.previous for d in group) or (bool(stands) and not any(d.id in stands for d in group))
        out.append(
            HistoryPoint(
                as_of=None if group[0].previous else group[0].as_of,
                low=low,
                best=value.best,
                high=high,
                claims=tuple(sorted(d.id for d in group)),
                superseded=gone,
            )
        )
    return tuple(out)


def sharpness(d: Datum) -> tuple[int, int, int]:
    """Rank a figure by how little it leaves open, sharpest first."""
    value = d.claim.value
    assert value is not None
    if value.best is None:
        return (1, 9, 0)
    return (0, _HEDGES[value.mod], -digits(value.best) if value.best >= 1000 or grain(value.best) < 1 else 0)


def _sharpest(pool: Sequence[Datum], *, highest: bool) -> Datum:
    def key(d: Datum) -> tuple[object, ...]:
        assert d.claim.value is not None
        n = nominal(d.claim.value)
        reports = len({e.report for e in pool if e.claim.value is not None and nominal(e.claim.value) == n})
        newest = sum(later(e, d) for e in pool)
        vague = d.claim.value.best is None
        lead = (vague, -n) if highest else (vague, 0.0)
        return (*lead, *sharpness(d), -reports, newest, -n, d.id)

    return min(pool, key=key)


def _bounds(low: float | None, best: float | None, high: float | None, d: Datum) -> tuple[float | None, float | None]:
    if low is not None or high is not None:
        return low, high
    if best is None or d.claim.value is None:
        return None, None
    a, b = interval(d.claim.value)
    return a, None if math.isinf(b) else b


def _range(data: Sequence[Datum]) -> tuple[float | None, float | None]:
    lows, highs = [], []
    # A vague word gives a bound only where nobody gives a number.
    data = [d for d in data if not d.vague] or data
    for d in data:
        value = d.claim.value
        assert value is not None
        if value.best is not None:
            lows.append(value.best)
            highs.append(value.best)
        else:
            lows += [value.low] if value.low is not None else []
            highs += [value.high] if value.high is not None else []
    return (min(lows) if lows else None), (max(highs) if highs else None)


def _days(data: Sequence[Datum]) -> Days | None:
    days = [d.as_of for d in data if d.as_of is not None]
    return max(days, key=lambda d: (d.latest, d.earliest)) if days else None
