"""What a line of a copied page looks like beside the others: features by which a tagger tells the report from what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.lang.function_words import FunctionWords
from rujuk.lang.furniture import FurnitureLexicon
from rujuk.lang.lines import LineWords
from rujuk.read.focus import densest_run
from rujuk.read.furniture import is_caption, is_furniture, is_menu
from rujuk.read.heads import read_head_line
from rujuk.read.packs import all_packs
from rujuk.text.lines import is_prose, is_title_like, title_share

_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[.!?][\"'”’»)\]]*$")
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 25, 40, 80)
"""Bounds of the classes of length, in words."""
NEAR = 3
"""Lines on either side whose kind a line is seen with."""
OFTEN = 3
"""Times that a short line stands in a page from which it is furniture."""
ABOVE = 3
"""Lines above the first paragraph that a bare article does not have: headline, byline and dateline at most."""
SIGNS = 5
"""Different lines of furniture from which a text is a page; articles carry a few "read also" lines."""
CONTENT = 4
"""Letters a word has at least to count as one of content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What is measured of one line by itself."""

    size: int
    end: str
    kind: str
    words: tuple[str, ...]


def features(lines: Sequence[str], lexicon: FurnitureLexicon) -> list[list[str]]:
    """Give the names of the features of each line, in a fixed order."""
    shapes = [_shape(x, lexicon) for x in lines]
    prose = [s.kind == "prose" for s in shapes]
    run = densest_run(lines, prose)
    seen = Counter(" ".join(s.words) for s in shapes)
    themes = _themes(shapes, run)
    before, after = _distances(prose), _distances(prose[::-1])[::-1]
    small = _small()
    words = _words()
    talk = [(*(sum(1 for w in x.words if w in part) for part in words),) for x in shapes]
    out = []
    total = max(1, len(lines))
    for n, (text, s) in enumerate(zip(lines, shapes, strict=True)):
        place = "in" if run[0] <= n < run[1] else "above" if n < run[0] else "below"
        away = _class(max(run[0] - n, n - run[1] + 1), (1, 2, 4, 8, 16, 32)) if place != "in" else 0
        little = sum(1 for w in s.words if w in small) / max(1, len(s.words))
        content = [w for w in s.words if len(w) >= CONTENT]
        shared = sum(1 for w in content if themes[w] > (1 if place == "in" else 0)) / max(1, len(content))
        own = [
            f"size={s.size}",
            f"end={s.end}",
            f"kind={s.kind}",
            f"kind|size={s.kind}|{s.size}",
            f"kind|end={s.kind}|{s.end}",
            f"capitals={int(5 * title_share(text, lexicon.small))}",
            f"upper={text.isupper()}",
            f"digits={_class(len(_DIGIT.findall(text)), (1, 2, 4, 8))}",
            f"opens={_opening(text)}",
            f"again={min(seen[' '.join(s.words)], 4)}",
            f"little={int(10 * min(little, 0.49))}",
            f"little|size={int(10 * min(little, 0.49))}|{s.size}",
            f"shared={int(5 * shared)}|{min(len(content), 4)}",
            f"place={place}|{away}",
            f"place|kind={place}|{s.kind}",
            f"place|shared={place}|{int(4 * shared)}",
            f"part={int(8 * n / total)}",
            *(
                f"{name}={_class(m, (1, 2, 3, 5))}"
                for name, m in (("reader", talk[n][0]), ("social", talk[n][1]), ("telling", talk[n][2]))
            ),
            f"talk={_most(talk[n])}|{s.kind}",
            f"gap={_class(before[n], (1, 2, 3, 6, 12))}|{_class(after[n], (1, 2, 3, 6, 12))}",
        ]
        for away_by in range(-NEAR, NEAR + 1):
            m = n + away_by
            if away_by and 0 <= m < len(lines):
                own.append(f"{away_by:+d}:kind={shapes[m].kind}")
                own.append(f"{away_by:+d}:size={shapes[m].size}")
                if abs(away_by) == 1:
                    own.append(f"{away_by:+d}:talk={_most(talk[m])}|{shapes[m].kind}")
                    own.append(f"{away_by:+d}:kinds={shapes[m].kind}|{s.kind}|{s.size}")
            elif away_by:
                own.append(f"{away_by:+d}:none")
        near = sum(prose[max(0, n - 5) : n + 6])
        own.append(f"near={near}")
        own.append(f"near|kind={near}|{s.kind}")
        out.append(own)
    return out


def _shape(text: str, lexicon: FurnitureLexicon) -> Shape:
    words = tuple(w.casefold() for w in _WORD.findall(text[:3000]))
    return Shape(size=_class(len(words), _LENGTHS), end=_ending(text), kind=_kind(text, lexicon), words=words)


def _kind(text: str, lexicon: FurnitureLexicon) -> str:
    if is_menu(text):
        return "menu"
    if len(text) <= 60 and (lexicon.listing.search(text) or lexicon.heading.search(text)):
        return "list"
    if is_furniture(text, lexicon):
        return "furniture"
    if len(text) <= 40 and lexicon.section.search(text):
        return "section"
    head = read_head_line(text, day_first=True)
    if head is not None:
        return "date" if head.published or head.updated else "byline"
    if is_prose(text):
        return "prose"
    if is_title_like(text):
        return "title"
    return "stop" if _STOP.search(text) else "other"


def _ending(text: str) -> str:
    if _STOP.search(text):
        return "stop" if text[-1] in ".!?" else "closed"
    if text[-1] in ":;,…-–—»›>":
        return text[-1]
    if text[-1] in "\"'”’)]":
        return "close"
    return "digit" if text[-1].isdigit() else "letter" if text[-1].isalpha() else "sign"


def _opening(text: str) -> str:
    if text[0] in "\"'“‘":
        return "quote"
    if text[0].isdigit():
        return "digit"
    if text[0].isalpha():
        return "upper" if text[0].isupper() else "lower"
    return "bullet" if text[0] in "-–—•*·»›>" else "sign"


def _class(number: int, bounds: Sequence[int]) -> int:
    return sum(1 for b in bounds if number >= b)


def _distances(marks: Sequence[bool]) -> list[int]:
    """Give how many lines before each the last marked one stands (99 where there is none)."""
    out, last = [], -99
    for n, mark in enumerate(marks):
        out.append(min(99, n - last))
        if mark:
            last = n
    return out


def _themes(shapes: Sequence[Shape], run: tuple[int, int]) -> Counter[str]:
    """Count in how many lines of the densest run each word of content stands."""
    return Counter(w for s in shapes[run[0] : run[1]] for w in set(s.words) if len(w) >= CONTENT)


def _most(talk: tuple[int, ...]) -> str:
    """Name the speaker whose words a line has most of."""
    most = max(talk)
    return "none" if not most else "rts"[talk.index(most)] if talk.count(most) == 1 else "even"


def thinned(lines: Sequence[str], lexicon: FurnitureLexicon) -> list[int]:
    """Give the numbers of the lines that are left when those go that are furniture by themselves, captions, or said over and over."""
    times = Counter(lines)
    return [
        n
        for n, x in enumerate(lines)
        if any(c.isalnum() for c in x)
        and not (is_furniture(x, lexicon) and not is_menu(x))
        and not is_caption(x, lexicon)
        and not (times[x] >= OFTEN and len(x) <= 60 and not is_prose(x))
    ]


def stands_in_page(lines: Sequence[str], lexicon: FurnitureLexicon) -> bool:
    """Say whether a report of many short lines has a page around it: lines above its first paragraph, or furniture in words.

    An article with a table, a list of results or a recipe has neither.
    """
    first = next((n for n, x in enumerate(lines) if is_prose(x)), 0)
    if first >= ABOVE:
        return True
    signs = {x for x in lines if any(c.isalpha() for c in x) and _kind(x, lexicon) in ("furniture", "menu", "section", "list")}
    return len(signs) >= SIGNS


def _words() -> tuple[frozenset[str], ...]:
    found = [p.lexicon(LineWords) for p in all_packs()]
    return tuple(frozenset().union(*(getattr(f, key) for f in found)) for key in ("reader", "social", "telling"))


def _small() -> frozenset[str]:
    return frozenset().union(*(p.lexicon(FunctionWords).words for p in all_packs()))
