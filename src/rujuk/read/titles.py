"""The headline of a bare text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rujuk.lang.function_words import FunctionWords
from rujuk.lang.furniture import FurnitureLexicon
from rujuk.lang.lines import LineWords
from rujuk.read.dates import find_days
from rujuk.read.furniture import is_caption, is_furniture
from rujuk.read.heads import read_head_line
from rujuk.read.packs import all_packs, head_words
from rujuk.text.lines import is_prose, is_title_like, title_share

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"^#{1,6}\s+")


def choose_title(lines: Sequence[str], dated: frozenset[int], lexicon: FurnitureLexicon) -> int | None:
    """Choose the headline among head lines; None where none looks like one.

    `dated` are the numbers of lines before which a date or byline stood taken off.  A Markdown heading wins; then the line before the date,
    then the first line that could be one.
    """
    best: tuple[float, int] | None = None
    for n, text in enumerate(lines):
        if _MARK.match(text):
            return n
        words = len(_WORD.findall(text))
        if (
            words < 2
            or not (is_title_like(text) or (n == 0 and words <= 28 and not text.endswith(".")))
            or _is_other(text, lexicon)
            or head_words().ago.search(text)
        ):
            continue
        bonus = (0.0 if n else 3.0 if words >= 5 else 1.0) + title_share(text, lexicon.small) + min(words, 5) / 5
        again = words >= 4 and any(_holds(other, text) for other in (*lines[:n], *lines[n + 1 :]))
        score = (3.0 if n + 1 in dated else 0.0) + (2.0 if again else 0.0) + bonus
        if best is None or score > best[0]:
            best = (score, n)
    return best[1] if best else None


def title_in_page(lines: Sequence[str], kept: Sequence[int], lexicon: FurnitureLexicon) -> int | None:
    """Choose the headline in a page copied whole; None where none looks like one.

    `kept` are the numbers of the report's lines.  A headline stands shortly above the first of them (or is it), shares its words with the report,
    is said again elsewhere on the page (in its title, above its comments), and stands before a date or byline; a link has other links around it.
    """
    first = next((n for n in kept if is_prose(lines[n])), kept[0])
    own = frozenset(kept)
    little = frozenset().union(*(p.lexicon(FunctionWords).words for p in all_packs()))
    told = Counter(w for n in kept for w in set(_words(lines[n])) if len(w) > 3 and w not in little)
    to_reader = frozenset().union(*(p.lexicon(LineWords).reader for p in all_packs()))
    best: tuple[float, int] | None = None
    for n in range(max(0, first - TITLE_ROOM), first):
        text = lines[n]
        words = _words(text)
        if not 4 <= len(words) <= 28 or not _reads_as_title(text) or _is_other(text, lexicon) or _is_head_line(text, len(words)):
            continue
        content = [w for w in words if w in told or (len(w) > 3 and w not in little)]
        shared = sum(1 for w in content if told[w] > (n in own)) / (len(content) + 1)
        again = any(_holds(other, text) for m, other in enumerate(lines[:MOST_LINES]) if m != n)
        small = any(w in lexicon.small for w in words)
        near = [lines[m] for m in (n - 1, n + 1) if 0 <= m < len(lines)]
        above = next((x for x in reversed(lines[max(0, n - 2) : n]) if _reads_as_title(x) and len(_words(x)) >= 4), "")
        of_above = [w for w in _words(above) if len(w) > 3 and w not in little]
        second = sum(1 for w in of_above if told[w]) >= 0.25 * len(of_above) > 0 and not same_title(above, text)
        links = sum(1 for x in near if len(x.split()) >= 5 and is_title_like(x) and not same_title(x, text)) == 2
        dated = any(read_head_line(x, day_first=True) is not None for x in lines[n + 1 : n + 4])
        score = (
            4.0 * shared
            + (1.5 if again else 0.0)
            + (1.0 if dated else 0.0)
            + (0.5 if small else 0.0)
            + min(len(words), 8) / 8
            - (1.5 if links else 0.0)
            - (1.5 if second and not links else 0.0)
            - 4.0 * sum(1 for w in words if w in to_reader) / len(words)
            - min(2.0, (first - n) / 25)
            - (1.0 if text.endswith(".") else 0.0)
        )
        if best is None or score > best[0]:
            best = (score, n)
    return best[1] if best and best[0] >= LEAST else None


TITLE_ROOM = 80
"""Lines above the first paragraph in which the headline of a copied page stands."""
MOST_LINES = 2000
"""Lines of a page that are looked through for the headline said again."""
LEAST = 2.0
"""Least sum of a headline's signs in a copied page."""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _reads_as_title(text: str) -> bool:
    """Say whether a line could be a headline: no stop at its end, or one behind a quotation or question."""
    return is_title_like(text) or (len(text) <= 160 and text[-1] in "?!\"”’'")


def _is_other(text: str, lexicon: FurnitureLexicon) -> bool:
    """Say whether a line is a caption, furniture, or a section's or list's name."""
    return (
        is_caption(text, lexicon)
        or is_furniture(text, lexicon)
        or any(p.search(text) is not None for p in (lexicon.section, lexicon.listing, lexicon.heading))
    )


def _is_head_line(text: str, words: int) -> bool:
    """Say whether a line of a copied page opens like a byline, or is a date with a label or a counter."""
    head = head_words()
    if head.byline.match(text) or head.ago.search(text):
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
