"""News agencies and outlets by name, the same for every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from rujuk.lang.base import alternatives
from rujuk.text.remembered import Remembered

KEPT = 8
"""Of so many texts the houses are kept at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An agency (`wire`) or an outlet, by its usual name."""

    name: str
    wire: bool
    edition: bool = False
    """A local edition: a newsroom of its own below a house that bears the same name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """The houses that papers credit, and the networks that people post on."""

    houses: dict[str, House]
    pattern: re.Pattern[str]
    """Finds a house's name; names joined to lower-case words by scraping are found too (`dariAntara`)."""
    shape: re.Pattern[str]
    """Matches what is written like an outlet's name: an address of the web, "… News", "Tribun …"."""
    domain: re.Pattern[str]
    articles: tuple[str, ...]
    """Articles that open names of papers, and the blank behind them."""
    picture: re.Pattern[str]
    """Words of a picture credit, which says nothing about the text."""
    any_network: re.Pattern[str]
    networks: tuple[tuple[str, re.Pattern[str]], ...]
    sites: tuple[tuple[str, House], ...]
    """Ends of the addresses of known houses: a page below `.antaranews.com` is theirs."""
    found: Remembered[tuple[re.Match[str], ...]] = field(init=False, repr=False, compare=False)
    """The houses named in a text; several layers ask for those of one text, so the last few answers are kept."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", Remembered(self._find, kept=KEPT))

    def _find(self, text: str) -> tuple[re.Match[str], ...]:
        return tuple(m for m in self.pattern.finditer(text) if not (m.start() and text[m.start() - 1].isupper()))

    def find(self, text: str) -> Sequence[re.Match[str]]:
        """Find the houses named in a text; inside a run of capitals there is none."""
        return self.found[text]

    def named(self, text: str) -> House | None:
        """Give the house with exactly this name, if there is one."""
        return self.houses.get(text)

    def at(self, text: str, start: int) -> tuple[int, str, House | None] | None:
        """Give the house whose name, or what is written like one, stands at `start`: where it ends, its name, and the house if it is known."""
        known, shaped = self.pattern.match(text, start), self.shape.match(text, start)
        if shaped and (known is None or shaped.end() > known.end()):
            name = shaped[0]
            house = self.houses.get(name)
            if house is None and self.domain.fullmatch(name):
                house = next((h for n, h in self.sites if name.endswith(n)), None)
            return shaped.end(), house.name if house else name, house
        if known:
            house = self.houses[known[0]]
            return known.end(), house.name, house
        return None


@cache
def load_agencies() -> Agencies:
    """Read `lang/agencies.toml`."""
    table = tomllib.loads((resources.files("rujuk.lang") / "agencies.toml").read_text(encoding="utf-8"))
    houses = {
        alias: House(name=name, wire=kind == "wire")
        for kind in ("wire", "outlet")
        for name, aliases in table[kind].items()
        for alias in (name, *aliases)
    }
    for house, places in sorted(table["edition"].items()):
        for place in places:
            edition = House(name=house + place, wire=False, edition=True)
            for name in (house + place, house + place.lower(), house.capitalize() + place, house.capitalize() + place.lower()):
                houses[name] = edition
    networks = tuple(
        (name, re.compile(rf"(?<![A-Za-z])(?:{'|'.join(re.escape(a) for a in aliases)})(?![A-Z])"))
        for name, aliases in table["social"].items()
    )
    shape = table["shape"]
    domain = rf"(?:[A-Za-z0-9][A-Za-z0-9-]{{0,40}}\.){{1,4}}(?:{_either(shape['domains'])})(?![\w-])"
    word = r"[A-Z][\w&'’-]{0,30}"
    ending = rf"(?:{word} (?:(?:of|the|and) )?){{0,3}}{word} (?:{_either(shape['endings'])})(?![\w-])"
    joined = r"[A-Z]\w{1,30}(?:News|Times|Post|TV|FM)(?:\.com)?(?![\w-])"
    beginning = rf"(?:{_either(shape['beginnings'])})(?:(?:news)?[ -]?[A-Z][a-z]{{2,20}}){{1,2}}(?:\.com)?(?![\w-])"
    return Agencies(
        houses=houses,
        pattern=re.compile(rf"(?:{alternatives(houses, exact=True)})(?![A-Z0-9])(?!-[A-Z])"),
        picture=re.compile("|".join(re.escape(w) for w in table["picture"]["words"]), re.IGNORECASE),
        any_network=re.compile(alternatives((a for aliases in table["social"].values() for a in aliases), exact=True)),
        networks=networks,
        shape=re.compile(rf"(?:{domain}|[WK][A-Z]{{3}}(?:-TV|-FM|-AM)?(?!\w)|{beginning}|{ending}|{joined})"),
        domain=re.compile(domain),
        articles=tuple(f"{w} " for w in shape["articles"]),
        sites=tuple((f".{n}", houses[n]) for n in sorted(houses, key=lambda n: (-len(n), n)) if re.fullmatch(domain, n)),
    )


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))
