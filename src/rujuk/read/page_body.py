"""The text of a page: paragraphs, subheadings, captions, without menus and links to other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rujuk.model.report import BlockKind
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
LONG_TEASER = 160
"""Characters that the teaser below a link in a list has at most."""
LAYOUT = 200
"""Characters in one cell, in blocks, from which its table lays out the page."""
CROWDED = 1000
"""Children of one element from which bare text between them is wrapped however short: extraction takes the square of their number."""
LOOSE = 40
"""Characters of bare text beside paragraphs that are worth a paragraph of their own."""
_INLINE = frozenset(
    {"a", "b", "strong", "em", "i", "u", "span", "br", "font", "small", "sup", "sub", "mark", "q", "cite", "abbr", "code", "time"}
)
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "cell", "list", "table", "div", "ab"})
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


def unfold_tables(tree: Element) -> None:
    """Turn tables that lay out a page into boxes, so that what stands in them is read as paragraphs; tables of data stay.

    A layout table has a cell with a paragraph's worth of text in blocks of its own, or set with line breaks.
    """
    for table in list(tree.iter("table")):
        cells = [c for c in table.iter("td", "th") if next(c.iterancestors("table"), None) is table]
        if not any(_lays_out(c) for c in cells):
            continue
        rows = [
            e for e in table.iter("caption", "thead", "tbody", "tfoot", "tr") if next(e.iterancestors("table"), None) is table
        ]
        for e in (table, *rows, *cells):
            e.tag = "div"


def _lays_out(cell: Element) -> bool:
    blocks = sum(1 for _ in cell.iter("p", "h1", "h2", "h3", "div", "br", "table"))
    return blocks >= 2 and len(" ".join(cell.text_content().split())) >= LAYOUT


def wrap_loose(tree: Element) -> None:
    """Put text that stands bare beside paragraphs into paragraphs of its own: extraction takes only those.

    Old pages set their first paragraphs with line breaks and only later ones with `<p>`.
    """
    boxes = list(tree.iter("div", "article", "section", "td", "main", "span"))
    for box in [e for e in boxes if len(e) > CROWDED or any(c.tag in ("p", "div") for c in e)]:
        few = len(box) <= CROWDED and len((box.text or "").strip()) < LOOSE
        if few and not any(len((c.tail or "").strip()) >= LOOSE for c in box):
            continue
        run = None
        if (box.text or "").strip():
            run = box.makeelement("p")
            run.text, box.text = box.text, None
            box.insert(0, run)
        for child in list(box):
            if child is run:
                continue
            tail, child.tail = child.tail, None
            if child.tag in _INLINE:
                if run is None and (child.tag == "br" or not child.text_content().strip()) and not (tail or "").strip():
                    continue
                if run is None:
                    run = box.makeelement("p")
                    child.addprevious(run)
                child.tail = tail
                run.append(child)
                continue
            run = None
            if (tail or "").strip():
                run = box.makeelement("p")
                run.text = tail
                child.addnext(run)


_POST = re.compile(
    r"(?:^|[\s_-])(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|reddit-embed-bq|threads-post|text-post-media)(?:$|[\s_-])",
    re.I,
)
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:standfirst|deck|dek|article-?(?:lead|summary|subtitle)|sub-?headline|sinopsis)(?:$|[\s_-])", re.I
)
LEAST_LEAD, MOST_LEAD = 40, 500
"""Characters of a standfirst."""
_LETTERS_END = re.compile(r"([^\W\d_]+)$")
_LETTERS_START = re.compile(r"^([^\W\d_]+)")
ENDING = 3
"""Letters up to which a piece of a word right behind a link may be an ending of the linked word ("-nya", "s", "ing")."""


def marked_kinds(tree: Element) -> dict[str, BlockKind]:
    """Give the paragraphs whose kind the mark-up tells: standfirsts, embedded posts."""
    found: dict[str, BlockKind] = {}
    for e in tree.iter("p", "div", "h2", "span"):
        if _LEAD.search(e.get("class") or "") and len(e) <= 3:
            text = clean_line(e.text_content())
            if LEAST_LEAD <= len(text) <= MOST_LEAD:
                found[text] = BlockKind.LEAD
    for e in tree.iter("blockquote", "div"):
        if _POST.search(e.get("class") or ""):
            for p in e.iter("p"):
                found[clean_line(p.text_content())] = BlockKind.QUOTED
                found[clean_line(p.tail)] = BlockKind.QUOTED
    found.pop("", None)
    return found


def part_links(tree: Element) -> None:
    """Part words that run together where link mark-up begins or ends ("<a>quake</a>struck"); an ending behind a link stays.

    What a browser shows joined is joined by the outlet's own editor, by mistake: a link is a word or several.
    """
    for a in tree.iter("a"):
        text = a.text_content()
        if not text:
            continue
        after = _LETTERS_START.match(a.tail or "")
        if after and len(after[1]) > ENDING and after[1].islower() and _LETTERS_END.search(text):
            a.tail = " " + (a.tail or "")
        before = a.getprevious()
        parent = a.getparent()
        said = (before.tail if before is not None else parent.text if parent is not None else None) or ""
        ends = _LETTERS_END.search(said)
        if ends and len(ends[1]) > 1 and ends[1][-1].islower() and text[0].isupper():
            if before is not None:
                before.tail = said + " "
            elif parent is not None:
                parent.text = said + " "


def extract(tree: Element, *, precision: bool) -> list[Piece]:
    """Extract the main text with trafilatura, as pieces in reading order.  Source: Barbaresi 2021 (trafilatura)."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, with_metadata=False, include_comments=False, include_links=True, favor_precision=precision)
    body = getattr(found, "body", None)
    return [] if body is None else list(_pieces(body))


def _pieces(body: Any) -> list[Piece]:
    out: list[Piece] = []
    for e in body.iter("p", "head", "item", "quote", "row", "code", "ab"):
        if e.tag == "row":
            cells = [[x.text for x in _lines(c)] for c in e]
            whole = [[" ".join(x for c in cells for x in c)]] if all(len(c) <= 1 for c in cells) else cells
            out += [Piece(text=x, tag="row", links=0.0) for c in whole for x in c]
            continue
        if any(a.tag in ("p", "head", "row") for a in e.iterancestors()):
            continue
        if e.tag in ("quote", "item") and any(c.tag in ("p", "item", "head", "quote") for c in e.iterdescendants()):
            text = clean_line(e.text)
            if text:
                out.append(Piece(text=text, tag=e.tag, links=0.0))
            continue
        lines = _lines(e)
        if (
            e.tag == "item"
            and len(lines) > 1
            and lines[0].links >= ALL_LINK
            and not any(len(x.text) > LONG_TEASER for x in lines[1:])
        ):
            continue  # a link with its teaser
        out += lines
    return [x for x in out if x.text]


def _lines(e: Any) -> list[Piece]:
    """Give the lines of one paragraph element: a line break parts it, and so does a block inside it."""
    parts: list[list[tuple[str, bool]]] = [[]]

    def walk(node: Any, linked: bool) -> None:
        linked = linked or node.tag == "ref"
        if node.text:
            parts[-1].append((node.text, linked))
        for child in node:
            if child.tag == "lb":
                parts.append([])
            elif child.tag in _BLOCKS:
                parts.append([])
                walk(child, linked)
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
