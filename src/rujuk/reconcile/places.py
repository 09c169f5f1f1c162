"""How the places of two figures stand to each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from rujuk.lang.base import BUILT_IN, load_pack
from rujuk.lang.landforms import LandformLexicon
from rujuk.model.claim import Place
from rujuk.model.story import Bilingual
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


_WORD = re.compile(r"\w+")


@cache
def _heads() -> frozenset[str]:
    """Places are named in either language, so every pack's words for kinds of places are asked."""
    packs = [load_pack(code) for code in BUILT_IN]
    return frozenset().union(*(p.lexicon(LandformLexicon).heads for p in packs if p is not None))


@cache
def _raw(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))


@cache
def _words(name: str) -> frozenset[str]:
    """Give the words of a place's own name: "Selat Bunga" and "Bunga Strait" have one, "Kota Bunga" too."""
    words = _raw(name)
    return (words - _heads()) or words


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
    wa, wb = (_raw(a.name), _raw(b.name)) if a.id and b.id else (_words(a.name), _words(b.name))
    if wa and wb and (wa <= wb or wb <= wa):
        return Nearness.SAME
    if not (a.within and b.within):
        return Nearness.APART if _two_of_a_kind(a.name, b.name) else Nearness.UNKNOWN
    return Nearness.APART


def _two_of_a_kind(a: str, b: str) -> bool:
    """Say whether two names are of two places of one kind: the same word for what they are, and nothing else in common."""
    x, y = _raw(a), _raw(b)
    kinds = _heads()
    return bool(x & y) and x & y <= kinds and bool(x - kinds) and bool(y - kinds)


def plain_names(a: Place | None, b: Place | None) -> bool:
    """Say whether two names tell no kind of place, so that they are two towns and no town and its airport."""
    return a is not None and b is not None and not (_raw(a.name) | _raw(b.name)) & _heads()


def sharper(a: Place, b: Place) -> Place:
    """Give the more specific of two places; where neither is, the one whose name comes first."""
    return min((a, b), key=lambda p: (-len(p.within), p.id is None, p.name))


def place_name(place: Place | None, data: Sequence[Datum]) -> Bilingual | None:
    """Name a place in both languages, each as the reports of that language mostly do; the one name where a language has none of its own."""
    if place is None:
        return None
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for d in data:
        if d.claim.place is not None and (d.claim.place == place or nearness(d.claim.place, place) is Nearness.SAME):
            count[d.language][d.claim.place.name] += 1
    best = {lang: min(names, key=lambda n: (-names[n], n != place.name, n)) for lang, names in count.items()}
    return Bilingual(id=best.get("id", place.name), en=best.get("en", place.name))


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
