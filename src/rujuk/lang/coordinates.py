"""Where the places of the gazetteer lie, and the towns around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import islice

_SHORT = (("geonames:", "g"), ("iso3166:", "i"), ("kemendagri:", "k"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A point in degrees; `radius` is 0 for a town, else the kilometres that hold most towns of the area around the point."""

    latitude: float
    longitude: float
    radius: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Coordinates:
    """Positions by short id (`g` GeoNames, `i` ISO 3166, `k` Kemendagri), the largest towns first."""

    lines: dict[str, str]

    def at(self, place: str) -> Position | None:
        """Give the position of a place by its id, or None."""
        for long, short in _SHORT:
            if place.startswith(long):
                place = short + place.removeprefix(long)
        line = self.lines.get(place)
        if line is None:
            return None
        latitude, longitude, radius, *name = line.split("\t")
        return Position(latitude=float(latitude), longitude=float(longitude), radius=int(radius), name=name[0] if name else "")

    def towns(self, south: float, north: float, west: float, east: float, *, most: int) -> list[Position]:
        """Give the towns inside a window of degrees, the largest first, at most so many."""
        inside = (t for t in _towns() if south <= t[0] <= north and west <= t[1] <= east)
        return [Position(latitude=lat, longitude=lon, name=name) for lat, lon, name in islice(inside, most)]


@cache
def load_coordinates() -> Coordinates:
    """Read the coordinates; they are the same for every language and read once."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "coordinates.tsv").read_text(encoding="utf-8")
    return Coordinates(dict(line.split("\t", 1) for line in text.split("\n") if line and line[0] != "#"))


@cache
def _towns() -> tuple[tuple[float, float, str], ...]:
    cut = (line.split("\t") for key, line in load_coordinates().lines.items() if key[0] == "g")
    return tuple((float(c[0]), float(c[1]), c[3] if len(c) > 3 else "") for c in cut)
