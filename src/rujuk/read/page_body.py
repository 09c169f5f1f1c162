"""The text of a page: paragraphs, subheadings, captions, without menus and links to other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rujuk.read.page_head import Element
from rujuk.text.clean import clean_line

_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|terkait|terpopuler|populer|popular|most-?read|baca-?juga|bacajuga|lihat-?juga|read-?also|readmore|read-?more|see-?also|newsletter|rekomendasi|recommend\w*|"
    r"share|sharing|social|sosmed|breadcrumbs?|tags?|taglist|topik|komentar|comments?|disqus|advert\w*|ads?|iklan|sponsor\w*|promo|subscribe|paging|pagination|trending|sidebar|copyright|"
    r"author-?(?:bio|box|info)|about-?author|outbrain|taboola)(?:$|[\s_-])",
    re.I,
)
MOST_OF_PAGE = 0.3
"""Share of the page's paragraph text that an element may hold and still be taken for furniture by its class."""
ALL_LINK = 0.85
"""Share of a paragraph that stands in links from which it is a link to another page, no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One paragraph as extracted: its text, element and how much of it stands in links (0..1)."""

    text: str
    tag: str
    links: float


def prune(tree: Element) -> None:
    """Take elements off the page whose class says furniture, as long as they hold little of its text."""
    total = sum(len(p.text_content()) for p in tree.iter("p")) or 1
    for e in list(tree.iter("div", "section", "aside", "ul", "nav", "footer", "p", "ol", "table")):
        named = f"{e.get('class') or ''} {e.get('id') or ''}"
        if len(named) > 1 and _CLASS.search(named) and e.getparent() is not None:
            held = sum(len(p.text_content()) for p in e.iter("p"))
            if held <= MOST_OF_PAGE * total and e.tag not in ("body", "html", "article", "main"):
                e.drop_tree()


def extract(tree: Element, *, precision: bool) -> list[Piece]:
    """Extract the main text with trafilatura, as pieces in reading order.  Source: Barbaresi 2021 (trafilatura)."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, with_metadata=False, include_comments=False, include_links=True, favor_precision=precision)
    body = getattr(found, "body", None)
    return [] if body is None else list(_pieces(body))


def _pieces(body: Any) -> list[Piece]:
    out: list[Piece] = []
    for e in body.iter("p", "head", "item", "quote", "cell", "code", "ab"):
        if e.tag in ("quote", "item", "cell") and any(c.tag in ("p", "item", "head", "quote") for c in e.iterdescendants()):
            text = clean_line(e.text)
            if text:
                out.append(Piece(text=text, tag=e.tag, links=0.0))
            continue
        if any(a.tag in ("p", "head") for a in e.iterancestors()):
            continue
        out += _lines(e)
    return out


def _lines(e: Any) -> list[Piece]:
    """Give the lines of one paragraph element: a line break parts it."""
    parts: list[list[tuple[str, bool]]] = [[]]

    def walk(node: Any, linked: bool) -> None:
        linked = linked or node.tag == "ref"
        if node.text:
            parts[-1].append((node.text, linked))
        for child in node:
            if child.tag == "lb":
                parts.append([])
            else:
                walk(child, linked)
            if child.tail:
                parts[-1].append((child.tail, linked))

    walk(e, False)
    out = []
    for part in parts:
        text = clean_line("".join(t for t, _ in part))
        if text:
            inside = sum(len("".join(t.split())) for t, linked in part if linked)
            out.append(Piece(text=text, tag=e.tag, links=inside / max(1, len("".join(text.split())))))
    return out
