"""The words that the page, the terminal and the exports print by themselves, in both languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeAlias

from rujuk.model.story import Bilingual

Language: TypeAlias = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


FILES = ("words.toml", "telling.toml")
"""The page's and the terminal's words; those of exports, changes and explanations.  No table stands in both."""


@cache
def _tables() -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in FILES:
        out |= tomllib.loads(resources.files("rujuk.tell").joinpath(name).read_text(encoding="utf-8"))
    return out


def table(name: str) -> dict[str, Any]:
    """Give the table `name` as it stands in its file."""
    found: dict[str, Any] = _tables()[name]
    return found


def _split(key: str) -> tuple[str, str]:
    group, dot, name = key.partition(".")
    return (group, name) if dot else ("word", key)


def say(key: str, language: Language, **fields: object) -> str:
    """Give the words under `key` (`table.name`, or a name in `[word]`) with its fields filled in.

    Raises:
        KeyError: there are no such words (a bug).
    """
    group, name = _split(key)
    words: str = _tables()[group][name][language]
    return words.format(**fields) if fields else words


def both(key: str, **fields: object) -> Bilingual:
    """Give the words under `key` in both languages."""
    return Bilingual(id=say(key, "id", **fields), en=say(key, "en", **fields))


def known(key: str) -> bool:
    """Say whether there are words under `key`."""
    group, name = _split(key)
    return name in _tables()[group]


def why_partial(reason: str) -> Bilingual:
    """Give in both languages why a report is not whole; a reason that has no words here is given as it is."""
    head, _, rest = reason.partition(":")
    key = f"partial.{(head.split() or [''])[0]}"
    return both(key, rest=rest.strip()) if known(key) else Bilingual(id=reason, en=reason)


def count(key: str, number: int, shown: str, language: Language) -> str:
    """Give a counted noun: `shown` is the number as written, `number` decides between one and many."""
    forms = _tables()["many"][key]
    form: str = forms["one"] if language == "en" and number == 1 else forms[language]
    return form.format(n=shown)


def in_language(words: Bilingual, language: Language) -> str:
    """Give the words of one language."""
    return words.id if language == "id" else words.en
