"""Findings in words, in both languages of the page: numbers, days and templates from words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Any

from rujuk.model.claim import Value
from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Bilingual

LANGUAGES = ("id", "en")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = (resources.files("rujuk.reconcile") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def template(language: str, *path: str) -> str:
    """Give the template at `path` of a language's table."""
    at: Any = _tables()[language]
    for key in path:
        at = at[key]
    return str(at)


def found(language: str, *path: str) -> bool:
    """Say whether a language's table has a template at `path`."""
    at: Any = _tables()[language]
    for key in path:
        if not isinstance(at, dict) or key not in at:
            return False
        at = at[key]
    return True


def both(make: Callable[[str], str]) -> Bilingual:
    """Make a text in both languages."""
    return Bilingual(id=make("id"), en=make("en"))


def say(*path: str, **fill: Callable[[str], str] | str | int) -> Bilingual:
    """Fill a template in both languages; a function is asked for its words in each."""

    def one(language: str) -> str:
        words = {k: v(language) if callable(v) else str(v) for k, v in fill.items()}
        return template(language, *path).format(**words)

    return both(one)


def number(n: float, language: str) -> str:
    """Write a number with the language's signs: 20.000 in Indonesian, 20,000 in English; millions and more in words."""
    table = _tables()[language]
    for size, word in table["scales"]:
        short = round(n / size, 2)
        if abs(n) >= size and abs(short * size - n) < 0.5:
            return f"{_signs(short, table)} {word}"
    return _signs(n, table)


def _signs(n: float, table: dict[str, Any]) -> str:
    text = f"{int(n):,}" if n == int(n) else f"{n:,.6f}".rstrip("0")
    return "".join({",": str(table["group"]), ".": str(table["decimal"])}.get(ch, ch) for ch in text)


def figure(value: Value, language: str) -> str:
    """Write a figure with its hedge, or its vague word, or its range."""
    unit = value.unit if value.unit and len(value.unit) == 3 and value.unit.isupper() else ""
    before = template(language, "currency", unit) if found(language, "currency", unit) else f"{unit} " if unit else ""
    if value.best is not None:
        after = f" {value.unit}" if value.unit in ("km", "m", "ha") else ""
        return template(language, "hedge", (value.mod or Mod.EQUAL).value).format(
            n=f"{before}{number(value.best, language)}{after}"
        )
    return before + spread(value.low, value.high, language)


def spread(low: float | None, high: float | None, language: str) -> str:
    """Write a range, as the vague word where it is one."""
    if low is None and high is None:
        return "?"
    if high is None or low is None:
        return template(language, "from").format(low=number(low if low is not None else high or 0.0, language))
    words = _tables()[language]["vague"]
    key = f"{low:g}-{high:g}" if high < 1e6 else f"{int(low)}-{int(high)}"
    if key in words:
        return str(words[key])
    if low == high:
        return number(low, language)
    return template(language, "between").format(low=number(low, language), high=number(high, language))


def days(when: Days | None, language: str) -> str:
    """Write days: 8 Jan 2022, 13–15 Jan 2022, 30 Jan – 2 Feb 2022; nothing where they are unknown."""
    if when is None:
        return ""
    months = _tables()[language]["months"]
    a, b = when.earliest, when.latest
    last = f"{b.day} {months[b.month - 1]} {b.year}"
    if a == b:
        return last
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{last}"
    if a.year == b.year:
        return f"{a.day} {months[a.month - 1]} – {last}"
    return f"{a.day} {months[a.month - 1]} {a.year} – {last}"


def when(of: Days | None, language: str) -> str:
    """Write days in brackets, with a space before; nothing where they are unknown."""
    text = days(of, language)
    return template(language, "when").format(days=text) if text else ""


def listing(names: list[str], language: str) -> str:
    """Write a list of names: A, B and C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {template(language, 'and')} {names[-1]}"
