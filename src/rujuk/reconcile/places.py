"""How the places of two figures stand to each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from rujuk.model.claim import Place
from rujuk.reconcile.datum import Datum


class Nearness(StrEnum):
    """What two places are to each other."""

    SAME = "same"
    INSIDE = "inside"
    """One lies in the other: a part and a whole, or one question told more or less sharply."""
    UNKNOWN = "unknown"
    """One is not given, or the gazetteer does not know enough."""
    APART = "apart"
    """Two places of which neither holds the other."""


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def nearness(a: Place | None, b: Place | None) -> Nearness:
    """Say how two places stand to each other, by their ids, the places around them, and their names."""
    if a is None or b is None:
        return Nearness.UNKNOWN
    if (a.id and a.id == b.id) or a.name.casefold() == b.name.casefold():
        return Nearness.SAME
    for inner, outer in ((a, b), (b, a)):
        around = {w.casefold() for w in inner.within}
        if (outer.id and outer.id.casefold() in around) or outer.name.casefold() in around:
            return Nearness.INSIDE
    wa, wb = _words(a.name), _words(b.name)
    if wa and wb and (wa <= wb or wb <= wa):
        return Nearness.SAME
    if not (a.id and b.id) or not (a.within and b.within):
        return Nearness.UNKNOWN
    return Nearness.APART


def sharper(a: Place, b: Place) -> Place:
    """Give the more specific of two places; where neither is, the one whose name comes first."""
    return min((a, b), key=lambda p: (-len(p.within), p.id is None, p.name))


def place_of(data: Sequence[Datum]) -> Place | None:
    """Give the place that most of the figures name; of equals the more specific."""
    places: dict[str, Place] = {}
    count: Counter[str] = Counter()
    for d in data:
        if d.claim.place is not None:
            key = d.claim.place.id or d.claim.place.name.casefold()
            places[key] = sharper(places[key], d.claim.place) if key in places else d.claim.place
            count[key] += 1
    if not count:
        return None
    best = min(count, key=lambda k: (-count[k], -len(places[k].within), k))
    return places[best]
