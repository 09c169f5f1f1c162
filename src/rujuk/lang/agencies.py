"""News agencies and outlets by name, the same for every language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """An agency (`wire`) or an outlet, by its usual name."""

    name: str
    wire: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agencies:
    """The houses that papers credit, and the networks that people post on."""

    houses: dict[str, House]
    pattern: re.Pattern[str]
    """Finds a house's name; names joined to lower-case words by scraping are found too (`dariAntara`)."""
    picture: re.Pattern[str]
    """Words of a picture credit, which says nothing about the text."""
    any_network: re.Pattern[str]
    networks: tuple[tuple[str, re.Pattern[str]], ...]

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """Find the houses named in a text; inside a run of capitals there is none."""
        for m in self.pattern.finditer(text):
            if not (m.start() and text[m.start() - 1].isupper()):
                yield m

    def named(self, text: str) -> House | None:
        """Give the house with exactly this name, if there is one."""
        return self.houses.get(text)


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
    names = sorted(houses, key=lambda n: (-len(n), n))
    by_letter: dict[str, list[str]] = {}
    for n in names:
        by_letter.setdefault(n[0], []).append(re.escape(n[1:]))
    short = "|".join(f"{re.escape(c)}(?:{'|'.join(rest)})" for c, rest in sorted(by_letter.items()))
    networks = tuple(
        (name, re.compile(rf"(?<![A-Za-z])(?:{'|'.join(re.escape(a) for a in aliases)})(?![A-Z])"))
        for name, aliases in table["social"].items()
    )
    return Agencies(
        houses=houses,
        pattern=re.compile(rf"(?:{short})(?![A-Z0-9])(?!-[A-Z])"),
        picture=re.compile("|".join(re.escape(w) for w in table["picture"]["words"]), re.IGNORECASE),
        any_network=re.compile("|".join(sorted(re.escape(a) for aliases in table["social"].values() for a in aliases))),
        networks=networks,
    )
