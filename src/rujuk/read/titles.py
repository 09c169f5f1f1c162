"""The headline of a bare text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rujuk.lang.furniture import FurnitureLexicon
from rujuk.read.dates import find_days
from rujuk.read.furniture import is_caption, is_furniture
from rujuk.read.packs import head_words
from rujuk.text.lines import is_title_like, title_share

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^#{1,6}\s+")


def choose_title(
    lines: Sequence[str], dated: frozenset[int], lexicon: FurnitureLexicon, *, copied: bool = False, seen: Sequence[str] = ()
) -> int | None:
    """Choose the headline among head lines; None where none looks like one.

    `seen` are other lines of the page: one that says the title again, or holds it beside the outlet's name, speaks for it.
    `dated` are the numbers of lines before which a date or byline stood taken off.  A Markdown heading wins; then the line before the date,
    then the first line that could be one; in a page `copied` whole, below its menus, the last one of four words or more.
    """
    best: tuple[float, int] | None = None
    for n, text in enumerate(lines):
        if _MARK.match(text):
            return n
        words = len(_WORD.findall(text))
        if (
            words < (4 if copied else 2)
            or not (is_title_like(text) or (n == 0 and not copied and words <= 28 and not text.endswith(".")))
            or is_caption(text, lexicon)
            or is_furniture(text, lexicon)
        ):
            continue
        if lexicon.section.search(text) or lexicon.listing.search(text) or lexicon.heading.search(text):
            continue
        if copied and _is_head_line(text, words):
            continue
        if copied:
            plain = any(w in lexicon.small for w in text.casefold().split())  # titles have small words, menus have none
            bonus = min(words, 10) / 5 + (1.5 if plain else 0.0) + n / len(lines)
        else:
            bonus = (0.0 if n else 3.0 if words >= 5 else 1.0) + title_share(text, lexicon.small) + min(words, 5) / 5
        again = words >= 4 and any(_holds(other, text) for other in (*seen, *lines[:n], *lines[n + 1 :]))
        score = (3.0 if n + 1 in dated else 0.0) + (2.0 if again else 0.0) + bonus
        if best is None or score > best[0]:
            best = (score, n)
    return best[1] if best else None


def _is_head_line(text: str, words: int) -> bool:
    """Say whether a line of a copied page opens like a byline, or is a date with a label or a counter."""
    head = head_words()
    if head.byline.match(text):
        return True
    return next(find_days(text, day_first=True), None) is not None and (words < 12 or head.label.match(text) is not None)


def _holds(other: str, title: str) -> bool:
    """Say whether another line is the title, or the title before or after a name ("Title - Outlet")."""
    if not len(title) <= len(other) <= len(title) + 60:
        return False
    a, b = other.casefold(), title.casefold()
    return a.startswith(b) or a.endswith(b)


def same_title(a: str, b: str) -> bool:
    """Say whether two lines are the same headline: their words agree to nine tenths."""
    x, y = Counter(_WORD.findall(a.casefold())), Counter(_WORD.findall(b.casefold()))
    return bool(x) and 2 * (x & y).total() >= 0.9 * (x.total() + y.total())
