"""Pages of outlets whose layout is known: text and head data from where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rujuk.lang.outlets import OutletRule, load_outlet_rules
from rujuk.read.dates import Moment, find_days, read_moment
from rujuk.read.heads import split_names
from rujuk.read.outlets import domain_of
from rujuk.read.page_body import Piece
from rujuk.read.page_head import Element
from rujuk.text.clean import clean_line

_PART = re.compile(r"([.#]?)([\w-]+)")
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "tr",
        "td",
        "th",
        "dl",
        "dt",
        "dd",
        "pre",
        "aside",
        "header",
        "footer",
        "main",
    ]
)
_UNSEEN = frozenset({"script", "style", "noscript", "iframe", "svg", "template", "form", "button"})
_DATELINE = re.compile(r"[-–—]$")
LEAST = 80
"""Characters of text from which a rule's box is taken for the text."""
LONGEST_DATELINE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an outlet's rule found in a page; what it did not find is None or empty."""

    pieces: tuple[Piece, ...]
    captions: frozenset[str]
    title: str | None
    authors: tuple[str, ...]
    moment: Moment | None


def read_known(tree: Element, url: str | None, day: date | None) -> Known | None:
    """Read a page by its outlet's rule; None where no rule holds for the address and day, or its box is not on the page or all but empty."""
    domain = domain_of(url)
    if domain is None:
        return None
    for rule in load_outlet_rules():
        if (domain == rule.domain or domain.endswith(f".{rule.domain}")) and (day is None or rule.since <= day <= rule.until):
            found = _read(tree, rule)
            if found is not None:
                return found
    return None


def _read(tree: Element, rule: OutletRule) -> Known | None:
    boxes = _select(tree, rule.body)
    if not boxes:
        return None
    out = [e for box in boxes for e in _select(box, rule.drop)]
    captions = [x.text for e in _select(tree, rule.caption) for x in _pieces(e, out)]
    pieces = [Piece(text=x, tag="p", links=0.0) for x in captions]
    pieces += [x for box in boxes for x in _pieces(box, out) if x.text not in captions]
    if sum(len(p.text) for p in pieces) < LEAST:
        return None
    dates = [clean_line(e.text_content()) for e in _select(tree, rule.date)]
    return Known(
        pieces=tuple(pieces),
        captions=frozenset(captions),
        title=next((t for e in _select(tree, rule.title) if (t := clean_line(e.text_content()))), None),
        authors=split_names(_names(_select(tree, rule.author), rule.role)),
        moment=next(
            (m for t in dates if next(find_days(t, day_first=True), None) and (m := read_moment(t, day_first=True))), None
        ),
    )


def _names(found: Iterable[Element], role: str | None) -> list[str]:
    """Give the texts of author boxes; with a role, of those that have it, without it."""
    texts = [" ".join(t for t in map(clean_line, e.itertext()) if t) for e in found]
    if role is None:
        return texts
    return [t.removesuffix(role).strip() for t in texts if t.endswith(role) and t != role]


def _select(root: Element, selectors: Sequence[str]) -> list[Element]:
    """Give the elements that any selector means, in the order of the page."""
    if not selectors:
        return []
    found: list[Element] = root.xpath(" | ".join(_path(s) for s in selectors))
    return found


@cache
def _path(selector: str) -> str:
    steps = []
    for step in selector.split():
        tag, tests = "*", []
        for mark, name in _PART.findall(step):
            if mark == ".":
                tests.append(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')")
            elif mark == "#":
                tests.append(f"@id='{name}'")
            else:
                tag = name
        steps.append(tag + "".join(f"[{t}]" for t in tests))
    return ".//" + "//".join(steps)


def _pieces(box: Element, dropped: Sequence[Element]) -> list[Piece]:
    """Give the paragraphs of a box; a dateline that stands loose before the first one opens it."""
    gone = frozenset(dropped)
    lines: list[tuple[str, list[tuple[str, bool]]]] = [("p", [])]

    def walk(e: Element, tag: str, linked: bool) -> None:
        if not isinstance(e.tag, str) or e.tag in _UNSEEN or e in gone:
            return
        block = e.tag in _BLOCKS or e.tag == "br"
        tag = e.tag if e.tag in _BLOCKS else tag
        if block:
            lines.append((tag, []))
        linked = linked or e.tag == "a"
        lines[-1][1].append((e.text or "", linked))
        for child in e:
            walk(child, tag, linked)
            lines[-1][1].append((child.tail or "", linked))
        if block:
            lines.append((tag, []))

    walk(box, "p", False)
    out: list[Piece] = []
    waiting = ""
    for tag, parts in lines:
        text = clean_line("".join(t for t, _ in parts))
        if not text:
            continue
        if len(text) <= LONGEST_DATELINE and _DATELINE.search(text):
            waiting = f"{text} "
            continue
        letters = max(1, len("".join(text.split())))
        inside = sum(len("".join(t.split())) for t, linked in parts if linked)
        out.append(Piece(text=waiting + text, tag="head" if tag in ("h2", "h3", "h4") else "p", links=inside / letters))
        waiting = ""
    return out
