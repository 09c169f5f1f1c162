"""Figures that a unit gives away: money, magnitudes, depths, heights, areas."""

from __future__ import annotations

from dataclasses import replace

from rujuk.claim.clause import Clause
from rujuk.claim.payers import paid
from rujuk.model.claim import Value
from rujuk.model.marks import Mod, Quantity, QuantityKind

LENGTHS = {"m": 0.001, "km": 1.0, "mi": 1.609, "ft": 0.0003048, "cm": 0.00001, "yd": 0.0009144}
"""Kilometres in a unit; a mile is 1.609 km as in the guideline of the readings.  Source: international yard and pound, 1959."""

AREAS = {"ha": 1.0, "km2": 100.0, "acre": 0.4047, "ac": 0.4047, "m2": 0.0001}
"""Hectares in a unit."""

LARGEST_MAGNITUDE = 10.0
DEEPEST = 800.0
"""Kilometres; the deepest earthquakes lie near 700.  Source: USGS, Determining the Depth of an Earthquake."""

SMALLEST_SUM = 1e6
"""A bare number under this is no amount of money."""

LARGEST_PRICE = 10_000.0
"""A sum over this beside a word of price is the worth of a thing, not a rate."""

NEAR = 6
"""Words within which a cue must stand."""


def measured(clause: Clause, i: int) -> tuple[str, Value, int | None] | None:
    """Give the measure and value of the number at index i by its unit, and the index of the word that says so; None for plain counts."""
    quantity = clause.words[i].quantity
    assert quantity is not None
    if quantity.kind is QuantityKind.MONEY:
        if (
            "coin" in clause.words[i].term.marks
            or any("note" in w.term.marks for w in clause.words[i + 1 : i + 2])
            or _price(clause, i)
        ):
            return None
        return "money", value_of(quantity, quantity.unit), paid(clause, i)
    if quantity.unit == "magnitude":
        return _magnitude(clause, i, quantity)
    if quantity.unit in AREAS:
        cue = _near(clause, i, "burnt", NEAR * 2)
        if quantity.unit != "ha" and cue is None:
            return None
        return "area", _scaled(quantity, AREAS[quantity.unit], "ha"), cue
    if quantity.unit in LENGTHS:
        return _length(clause, i, quantity)
    if quantity.unit is None and quantity.kind in (QuantityKind.COUNT, QuantityKind.MEASURE) and quantity.best is not None:
        quake = any("quake" in w.term.classes for w in clause.words[i + 1 : i + 2])
        joined = _joined(clause, i)
        cue = min(i + 1, len(clause.words) - 1) if quake or joined else _near(clause, i, "strong", 2)
        if cue is not None and quantity.best < LARGEST_MAGNITUDE and quantity.best != int(quantity.best):
            return _magnitude(clause, i, quantity)
    return None


def joined(clause: Clause, i: int, value: Value) -> Value:
    """Free a value from a word of limit that only joins clauses: "shot three, even (hingga) four others were hurt"."""
    words = clause.words
    if value.mod is Mod.EQUAL and i and "exceeds" in words[i - 1].term.marks:
        return replace(value, mod=Mod.MORE_THAN)
    if value.mod is not Mod.EQUAL_OR_LESS or "joiner" not in words[i].term.marks:
        return value
    if "reached" in words[i].term.marks:
        return _exact(value)
    if i == 0 or words[i - 1].term.marks & {"countable", "reach", "change", "part-cue"}:
        return value
    behind = any(w.term.triggers for w in words[i + 1 : i + 6])
    before = any(w.term.triggers for w in words[max(0, i - 8) : i])
    if not (behind and before) and value.best is not None and clause.sentence.paragraph >= 0:
        return value
    return _exact(value)


def _exact(value: Value) -> Value:
    top = value.high if value.best is None else value.best
    return replace(value, low=top, best=top, high=top, mod=Mod.EQUAL)


def _price(clause: Clause, i: int) -> bool:
    """Say whether a sum is the price of a unit or a change of one, which is a rate and no amount."""
    words = clause.words
    if any("loss" in w.term.marks for w in words[max(0, i - NEAR) : i]):
        return False
    behind = words[i + 1 : i + 5]
    if any("per-unit" in w.term.marks for w in behind) or (i and words[i - 1].text == "="):
        return True
    quantity = words[i].quantity
    top = (quantity.high if quantity.best is None else quantity.best) if quantity is not None else None
    return top is not None and top < LARGEST_PRICE and any("price" in w.term.marks for w in words[max(0, i - 2 * NEAR) : i])


def _joined(clause: Clause, i: int) -> bool:
    """Say whether a magnitude is joined behind ("7.6 and 7.5 magnitude quakes") or before ("measuring 7.6 and 7.4")."""
    behind = clause.words[i + 1 : i + 3]
    before = clause.words[max(0, i - 2) : i]
    if len(before) == 2 and "coordinator" in before[1].term.marks and before[0].quantity is not None:
        first = before[0].quantity
        if first.unit == "magnitude" or (first.best != int(first.best or 0) and _near(clause, i - 2, "strong", 2) is not None):
            return True
    if len(behind) < 2 or not (behind[0].text in ",-" or "coordinator" in behind[0].term.marks):
        return False
    return behind[1].quantity is not None and behind[1].quantity.unit == "magnitude"


def _magnitude(clause: Clause, i: int, quantity: Quantity) -> tuple[str, Value, int | None] | None:
    """A magnitude, unless it is a threshold ("earthquakes above magnitude 5")."""
    high = quantity.high if quantity.best is None else quantity.best
    if high is None or high > LARGEST_MAGNITUDE or quantity.mod in (Mod.MORE_THAN, Mod.LESS_THAN):
        return None
    if any("threshold" in w.term.marks for w in clause.words[max(0, i - 2) : i]):
        return None
    return "magnitude", value_of(quantity, "magnitude"), _near(clause, i, "strong", 3)


def _length(clause: Clause, i: int, quantity: Quantity) -> tuple[str, Value, int | None] | None:
    assert quantity.unit is not None
    deep = _near(clause, i, "deep", NEAR)
    if deep is not None and abs(deep - i) <= 4 and quantity.unit in ("km", "mi", "m"):
        value = _scaled(quantity, LENGTHS[quantity.unit], "km")
        top = value.best if value.best is not None else value.high
        quake = any("quake" in w.term.classes for w in clause.words) or quantity.unit != "m"
        return ("depth", value, deep) if quake and top is not None and 0 < top <= DEEPEST else None
    if quantity.unit in ("m", "ft", "km", "cm", "mi"):
        tall = _near(clause, i, "tall", 3 * NEAR)
        if tall is None or _near(clause, i, "flat", NEAR) is not None:
            return None
        behind = clause.words[i + 1 : i + 3]
        if quantity.unit in ("km", "mi") and any("summit" in w.term.marks for w in behind):
            return None
        if any("away" in w.term.marks for w in behind) or (quantity.unit in ("km", "mi") and abs(tall - i) > NEAR):
            return None
        return "height", joined(clause, i, _scaled(quantity, LENGTHS[quantity.unit] * 1000, "m")), tall
    return None


def worth(clause: Clause, i: int, quantity: Quantity, currency: str | None) -> Value | None:
    """Read a large bare number beside a word of worth as money of the report's or the language's currency."""
    top = quantity.high if quantity.best is None else quantity.best
    if currency is None or top is None or top < SMALLEST_SUM:
        return None
    near = any("worth" in w.term.marks for w in clause.words[max(0, i - NEAR) : i])
    return value_of(quantity, currency) if near or top >= 1000 * SMALLEST_SUM else None


def _near(clause: Clause, i: int, mark: str, reach: int) -> int | None:
    """Find the nearest word with a mark, the left one first where two are as near."""
    words = clause.words
    for distance in range(1, reach + 1):
        for j in (i - distance, i + distance):
            if 0 <= j < len(words) and mark in words[j].term.marks:
                return j
    return None


def value_of(quantity: Quantity, unit: str | None) -> Value:
    """Give a quantity's value with the unit of its measure."""
    return Value(low=quantity.low, best=quantity.best, high=quantity.high, mod=quantity.mod, unit=unit)


def _scaled(quantity: Quantity, factor: float, unit: str) -> Value:
    def scale(x: float | None) -> float | None:
        if x is None or factor == 1.0:
            return x
        return round(x * factor, 2 if factor < 1000 else 0)

    value = value_of(quantity, unit)
    return replace(value, low=scale(value.low), best=scale(value.best), high=scale(value.high))
