"""Values as intervals: what a hedge allows, whether two figures are compatible, which of them is later."""

from __future__ import annotations

import math
from datetime import UTC, timedelta
from functools import lru_cache

from rujuk.model.claim import Value
from rujuk.model.marks import Mod
from rujuk.reconcile.datum import Datum

EXACT = 1e-9
BELOW = 0.99
"""The next step itself is not meant by "more than": "more than 400" is not 500."""


VAGUE_LOW, VAGUE_HIGH = 2 / 3, 1.1
"""Vague words are loose at their ends: two is "several" to some, 110 still "dozens" to others."""
OUTGROWN = 10.0
"""How many times its upper end a vague word may lie behind: papers go on writing "dozens" long after the first hundred."""
ROUNDED = 0.05
"""How much of itself a round large number in plain words leaves open."""
TELLING = 0.02
"""How much of itself "about" leaves open before a number of three digits and more: "about 3,932"."""
CONVERTED = 0.025
"""How far two measurements may lie apart because one was converted from another unit and rounded."""
REMEMBERED = 50_000
"""So many comparisons of values are remembered: the figures of a story are few, and compared again and again."""
HOUR = timedelta(hours=1)
"""Clock times nearer to each other do not say which of two reports is later."""
MEASURED = frozenset({"km", "m", "ha", "km2", "kmh"})


def grain(value: float) -> float:
    """Give the step that a written number is rounded to: 100 for 1,200, 1 for 89, 0.1 for 6.4."""
    if value == 0:
        return 1.0
    if value != int(value):
        text = f"{value:.6f}".rstrip("0")
        return float(10.0 ** -len(text.split(".")[1]))
    whole, step = int(abs(value)), 1
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return float(step)


def digits(value: float) -> int:
    """Count the significant digits of a written number."""
    return max(1, round(math.log10(max(abs(value) / grain(value), 1.0)) + 0.5))


@lru_cache(maxsize=REMEMBERED)
def interval(value: Value) -> tuple[float, float]:
    """Give what a figure allows, as low and high.

    A plain number allows itself, a round large one a twentieth; "about" a tenth, or half its last written step, up to a fifth, and little before a number of many digits; "more than" what lies up to the next step of its
    rounding ("more than 26,000" is under 27,000, "more than 200" under 300); "nearly" a fifth below; "at least" anything above; "up to"
    anything below.  Ranges have the bounds they came with, vague words a little more.
    """
    best = value.best
    if best is None:
        low = value.low if value.low is not None else 0.0
        high = value.high if value.high is not None else math.inf
        return (low * VAGUE_LOW, high * VAGUE_HIGH) if vague(value) else (low, high)
    step = grain(best)
    match value.mod:
        case Mod.APPROX:
            if digits(best) > 2:
                slack = max(step, TELLING * best)
            else:
                slack = max(0.1 * best if best == int(best) else step, min(0.5 * step, 0.2 * best))
            return best - slack, best + slack
        case Mod.LESS_THAN:
            return best - max(0.2 * best, min(step, 0.2 * best)), best
        case Mod.MORE_THAN:
            return best, best + BELOW * max(step, 0.02 * best)
        case Mod.EQUAL_OR_MORE:
            return best, math.inf
        case Mod.EQUAL_OR_LESS:
            return 0.0, best
        case _:
            # A round large number in plain words is still rounded: "20 thousand" beside 20,312.
            slack = min(0.5 * step, ROUNDED * best) if best >= 1000 and digits(best) <= 2 else 0.0
            return best - slack, best + slack


def vague(value: Value) -> bool:
    """Say whether a range is that of a vague word ("several", "dozens"): its upper end is all nines."""
    return value.best is None and value.high is not None and value.high >= 9 and set(str(int(value.high))) == {"9"}


def nominal(value: Value) -> float:
    """Give the number that stands for a figure in an ordering: the best, else the middle of its range."""
    if value.best is not None:
        return value.best
    low = value.low if value.low is not None else 0.0
    return low if value.high is None else (low + value.high) / 2


@lru_cache(maxsize=REMEMBERED)
def same(a: Value, b: Value) -> bool:
    """Say whether two figures are the same number, whatever their hedges."""
    if a.best is None or b.best is None:
        return a.best is None and b.best is None and (a.low, a.high) == (b.low, b.high)
    return abs(a.best - b.best) <= EXACT * max(1.0, abs(a.best))


@lru_cache(maxsize=REMEMBERED)
def compatible(a: Value, b: Value, *, lagging: bool = False) -> bool:
    """Say whether two figures can both be right at one moment; with `lagging`, a vague word binds little but its lower end."""
    if same(a, b):
        return True
    (al, ah), (bl, bh) = interval(a), interval(b)
    if lagging:
        ah, bh = (h * OUTGROWN if vague(v) else h for v, h in ((a, ah), (b, bh)))
    slack = CONVERTED if a.unit in MEASURED and b.unit in MEASURED else EXACT
    return al <= bh * (1 + slack) and bl <= ah * (1 + slack)


def stretched(a: Value, b: Value, times: float) -> bool:
    """Say whether two numbers lie so many times apart that they fit only because one is open upwards or downwards: "at least 84" and 130."""
    if a.best is None or b.best is None or not {a.mod, b.mod} & {Mod.EQUAL_OR_MORE, Mod.EQUAL_OR_LESS}:
        return False
    low, high = sorted((a.best, b.best))
    return high >= times * max(low, EXACT)


def later(a: Datum, b: Datum) -> bool:
    """Say whether `a` holds for a later moment than `b` for sure: by the days of the figures, else of publication, else by the clock."""
    if a.claim.as_of and b.claim.as_of and not a.claim.as_of.meets(b.claim.as_of):
        return a.claim.as_of.earliest > b.claim.as_of.latest
    if a.said and b.said:
        if a.said.earliest > b.said.latest:
            return True
        if b.said.earliest > a.said.latest:
            return False
    if a.clock and b.clock:
        return a.clock - b.clock >= HOUR
    return False


def moment_key(d: Datum) -> tuple[str, str, str]:
    """Give a key that sorts data by the moment they hold for; unknown days come first."""
    days = d.as_of
    said = d.said
    return (
        (days.latest.isoformat() + days.earliest.isoformat()) if days else "",
        (said.latest.isoformat() + said.earliest.isoformat()) if said else "",
        d.clock.astimezone(UTC).isoformat() if d.clock else "",
    )
