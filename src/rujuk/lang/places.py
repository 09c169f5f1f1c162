"""The gazetteer of places: names of countries, provinces, regencies, districts and towns, and what lies around them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources

_LONG = {"g": "geonames:", "i": "iso3166:", "k": "kemendagri:"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    `level` is `i` for a country, `p` province, `r` regency or city, `d` district, `c` town.  `around` are ids, nearest first, the country last; `country` is its ISO 3166 code; `size` counts thousands of inhabitants (for
    Indonesian regions a rank of the same order).
    """

    id: str
    level: str
    around: tuple[str, ...]
    country: str
    size: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Places by folded name."""

    lines: dict[str, str]
    levels: dict[str, str] = field(default_factory=dict)

    def __contains__(self, folded: object) -> bool:
        return folded in self.lines

    def places(self, folded: str) -> tuple[Place, ...]:
        """Give the places of that name, the largest first."""
        found = []
        for line in self.lines.get(folded, "").split("\n"):
            if line:
                short, level, around, size = line.split("\t")
                ids = tuple(_long(x) for x in around.split(",") if x)
                country = (ids[-1] if ids else _long(short)).removeprefix("iso3166:")
                found.append(Place(id=_long(short), level="i" if not ids else level, around=ids, country=country, size=int(size)))
        return tuple(found)

    def level(self, folded: str) -> str:
        """Give the level of the largest place of that name: `i` country, `p` province, `r` regency, `d` district, `c` town; sized."""
        found = self.levels.get(folded)
        if found is None:
            short, level, _, size = self.lines[folded].split("\n", 1)[0].split("\t")
            found = level if level != "c" else "C" if int(size) >= 200 else "c"
            if short[0] == "i" and "-" not in short:
                found = "i"
            self.levels[folded] = found
        return found


def _long(short: str) -> str:
    return _LONG[short[0]] + short[1:]


@cache
def load_gazetteer() -> Gazetteer:
    """Read the gazetteer; it is the same for every language and read once."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "places.tsv").read_text(encoding="utf-8")
    lines: dict[str, str] = {}
    for line in text.split("\n"):
        if line and line[0] != "#":
            key, _, rest = line.partition("\t")
            lines[key] = f"{lines[key]}\n{rest}" if key in lines else rest
    for other, name in load_other_names().items():
        if name in lines:
            lines.setdefault(other, lines[name])
    return Gazetteer(lines)


@cache
def load_other_names() -> dict[str, str]:
    """Read the other names of places (abbreviations, older names, names in other languages), each with the name that the gazetteer has."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "other_names.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.split("\n") if line and line[0] != "#")


@cache
def load_given() -> dict[str, str]:
    """Read the words that are people's names: `f` first names, `l` last names, `m` both."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "given.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.split("\n") if line and line[0] != "#")


@cache
def load_organisations() -> frozenset[str]:
    """Read the folded names of organisations that news readers know."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "organisations.tsv").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and line[0] != "#")


@cache
def load_regions() -> frozenset[str]:
    """Read the folded names of continents, seas and regions."""
    text = (resources.files("rujuk.lang") / "gazetteer" / "regions.tsv").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and line[0] != "#")
