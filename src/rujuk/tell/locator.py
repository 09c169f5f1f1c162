"""A small map of a story's places: where they lie, among the towns around them.

Drawn from the coordinates of the gazetteer alone: a dot a town, so that coasts and valleys show by where people live.  No border is
drawn, since none is known here.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rujuk.lang.coordinates import Position, load_coordinates
from rujuk.model.claim import Place
from rujuk.tell.axis import cut_words, text

WIDTH, HEIGHT = 320, 190
DEGREE = 111.2
"""Kilometres in a degree of latitude."""
NARROWEST = 420.0
"""Kilometres from the middle of the map to its side, at least: less shows no coast to know the place by."""
AREA = 400
"""Kilometres; an area that reaches further is a country, and no place on the map of a town."""
NEAR = 2500.0
"""Kilometres from the first place to what still stands on one map with it."""
COUNTRY = "iso3166:"
DOTS, NAMED = 420, 3
LETTER = 7.0


_Town: TypeAlias = tuple[Position, tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The picture, the places that are not on it, and whether some stand at the middle of an area."""

    svg: str
    off: tuple[str, ...]
    rough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    place: Place
    at: Position
    rough: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """A piece of the globe as a plane: kilometres to the east and south of its middle, `scale` units a kilometre."""

    latitude: float
    longitude: float
    scale: float

    def put(self, p: Position) -> tuple[float, float]:
        east = ((p.longitude - self.longitude + 180) % 360 - 180) * DEGREE * math.cos(math.radians(self.latitude))
        south = (self.latitude - p.latitude) * DEGREE
        return round(WIDTH / 2 + east * self.scale, 1), round(HEIGHT / 2 + south * self.scale, 1)


def locator(places: Sequence[Place], named: Collection[str] = ()) -> Locator | None:
    """Draw the places whose position is known; None where there is none.

    `named` are the ids of all places that the reports name.  A small place that lies only somewhere in an area is drawn if the reports name that
    area, or one around it, too: a name alone may be another place's.
    """
    spots = [s for p in places if (s := _spot(p, named)) is not None]
    if not spots:
        return None
    local = [s for s in spots if s.at.radius < AREA] or spots[:1]
    near = [s for s in local if _apart(local[0].at, s.at) <= NEAR]
    held = {i for s in near for i in s.place.within}
    shown = [s for s in near if not (s.rough and s.place.id in held)]
    around = {i for s in shown for i in (s.place.id, *s.place.within)}
    off = tuple(p.name for p in places if all(p is not s.place for s in shown) and p.id not in around)
    window = _window(shown)
    towns = _near(window)
    out = [f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">', _dots(towns)]
    taken: list[tuple[float, float, float]] = []
    for s in shown:
        x, y = window.put(s.at)
        out.append(f'<circle class="{"rough" if s.rough else "spot"}" cx="{x:g}" cy="{y:g}" r="{7 if s.rough else 5}"/>')
        taken.append((x, y, 8))
    out.extend(words for s in shown if (words := _label(s.place.name, window.put(s.at), "place", taken)))
    out.extend(_orientation(towns, taken))
    out.append(_measure(window))
    return Locator(svg="".join(out) + "</svg>", off=off, rough=any(s.rough for s in shown))


def _spot(place: Place, named: Collection[str]) -> _Spot | None:
    """Find where a place lies; one without coordinates lies in the nearest area around it that has some, if that is no country."""
    known = load_coordinates()
    at = known.at(place.id) if place.id else None
    if at is not None:
        return _Spot(place=place, at=at, rough=at.radius > 0)
    if not any(outer in named for outer in place.within if not outer.startswith(COUNTRY)):
        return None
    for outer in place.within:
        at = known.at(outer)
        if at is not None and at.radius < AREA:
            return _Spot(place=place, at=at, rough=True)
    return None


def _apart(a: Position, b: Position) -> float:
    east = ((b.longitude - a.longitude + 180) % 360 - 180) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return math.hypot(east, b.latitude - a.latitude) * DEGREE


def _window(shown: Sequence[_Spot]) -> _Window:
    """Choose a window with all spots, the area around them and room for their names."""
    first = shown[0].at
    east = [((s.at.longitude - first.longitude + 180) % 360 - 180) for s in shown]
    latitude = (min(s.at.latitude for s in shown) + max(s.at.latitude for s in shown)) / 2
    longitude = first.longitude + (min(east) + max(east)) / 2
    flat = math.cos(math.radians(latitude))
    radius = max(s.at.radius for s in shown)
    wide = max((max(east) - min(east)) / 2 * DEGREE * flat * 1.5, radius * 1.1, NARROWEST)
    tall = max((max(s.at.latitude for s in shown) - latitude) * DEGREE * 1.4, radius * 0.8)
    return _Window(latitude=latitude, longitude=longitude, scale=min(WIDTH / 2 / wide, HEIGHT / 2 / max(tall, 1)))


def _near(window: _Window) -> list[_Town]:
    """Give the towns of the window with their points, the largest first."""
    tall = HEIGHT / 2 / window.scale / DEGREE
    wide = WIDTH / 2 / window.scale / DEGREE / max(0.05, math.cos(math.radians(window.latitude)))
    south, north = window.latitude - tall, window.latitude + tall
    towns: list[Position] = []
    for turn in (-360, 0, 360):
        west, east = window.longitude - wide + turn, window.longitude + wide + turn
        if west <= 180 and east >= -180:
            towns.extend(load_coordinates().towns(south, north, max(-180.0, west), min(180.0, east), most=3 * DOTS))
    return [(p, window.put(p)) for p in towns]


def _dots(near: Sequence[_Town]) -> str:
    seen = dict.fromkeys((round(x), round(y)) for _, (x, y) in near)
    path = "".join(f"M{x} {y}h0" for x, y in list(seen)[:DOTS])
    return f'<path class="towns" d="{path}"/>' if path else ""


def _label(name: str, at: tuple[float, float], kind: str, taken: list[tuple[float, float, float]]) -> str:
    """Write a name beside its point where it lies on no other; nothing where there is no room."""
    words = cut_words(name, 22)
    long = len(words) * LETTER * (1.1 if kind == "place" else 0.85)
    x, y = at
    for left, level in ((x + 9, y + 4), (x - 9 - long, y + 4), (x - long / 2, y - 11), (x - long / 2, y + 20)):
        box = (left + long / 2, level - 4, long / 2)
        inside = left >= 2 and left + long <= WIDTH - 2 and 12 <= level <= HEIGHT - 18
        if inside and not any(abs(box[0] - a) < box[2] + w and abs(box[1] - b) < 13 for a, b, w in taken if (a, b) != at):
            taken.append(box)
            return text(round(left, 1), round(level, 1), words, kind)
    return ""


def _orientation(near: Sequence[_Town], taken: list[tuple[float, float, float]]) -> list[str]:
    """Name the largest towns of the window that lie apart from the places."""
    out: list[str] = []
    for p, (x, y) in near:
        if p.name and len(out) < NAMED and all(math.hypot(x - a, y - b) > 22 for a, b, _ in taken):
            words = _label(p.name, (x, y), "town", taken)
            if words:
                out += [f'<circle class="known" cx="{x:g}" cy="{y:g}" r="2"/>', words]
                taken.append((x, y, 4))
    return out


def _measure(window: _Window) -> str:
    """Draw the scale: a round number of kilometres, a fifth to a third of the width."""
    most = WIDTH / 3.2 / window.scale
    power = 10.0 ** math.floor(math.log10(most))
    length = next(m * power for m in (5, 2, 1) if m * power <= most)
    end = 10 + length * window.scale
    return f'<path class="base" d="M10 {HEIGHT - 12}v4H{end:.1f}v-4"/>' + text(
        round(end + 6, 1), HEIGHT - 7, f"{length:g} km", "tick"
    )
