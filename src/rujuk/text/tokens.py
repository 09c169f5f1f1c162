"""Words of a text, language-free."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Give the words of a text in order, casefolded; numbers count as words."""
    return [word.casefold() for word in WORD.findall(text)]


def placed_words(text: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Give the words of a text, casefolded, and where each stands (start, end)."""
    found, places = [], []
    for m in WORD.finditer(text):
        found.append(m[0].casefold())
        places.append(m.span())
    return found, places
