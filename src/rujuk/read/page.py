"""A saved web page: HTML to a report."""

from __future__ import annotations

import re
from dataclasses import replace

from rujuk.model.report import BlockKind, Failure, Report
from rujuk.read import limits
from rujuk.read.dates import day_in_address
from rujuk.read.drafts import Draft, Line
from rujuk.read.furniture import clear_furniture, is_caption
from rujuk.read.given import Given
from rujuk.read.heads import read_head_line
from rujuk.read.language import detect_language
from rujuk.read.live import find_entries
from rujuk.read.packs import furniture_of
from rujuk.read.page_body import ALL_LINK, Piece, extract, marked_kinds, part_links, prune, unfold_tables, wrap_loose
from rujuk.read.page_date import find_modified, find_published, stated_day
from rujuk.read.page_head import PageData, gather
from rujuk.read.page_kind import is_index, why_partial
from rujuk.read.page_parts import number_page
from rujuk.read.page_rules import read_known
from rujuk.read.page_title import find_address, find_authors, find_outlet, find_title
from rujuk.read.titles import same_title
from rujuk.text.clean import clean_text
from rujuk.text.lines import is_prose

_OPENING = re.compile(
    r"(?is)\s*(?:<!--(?:[^-]|-(?!->)){0,4000}-->\s*|<\?xml[^>]{0,300}\?>\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|section|meta|title|table|h1)\b"
)
_INNER = re.compile(r"(?i)<(?:html|head|body|article|div|p|span|h1|script|meta)\b")
_LINK_KEPT = re.compile(r"https?://|www\.|[—–-] ")  # an address given as such; the author line of an embedded post
_TRACKBACK = re.compile(
    r'<rdf:Description[^<>]{0,2000}?\sdc:date="([^"<>]{8,40})"'
)  # Source: TrackBack 1.2, autodiscovery in a comment
_BARRED = re.compile(
    # characters that XML bars, written out or as a numeric reference
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|&#(?:0{0,6}(?:[0-8]|1[124-9]|2\d|3[01])|x0{0,6}(?:[0-8bcef]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef]))(?![0-9a-f]);?",
    re.I,
)
_XML = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")


def looks_like_page(text: str) -> bool:
    """Say whether decoded text is HTML: it opens with mark-up, or has much of it near its start."""
    head = text[:20_000].lstrip("\ufeff")
    return bool(_OPENING.match(head)) or len(_INNER.findall(head)) >= 8


def read_page(text: str, *, source: str, digest: str | None = None, given: Given | None = None) -> Report | Failure:
    """Read a report from a page's decoded HTML; index pages and pages without a text are failures with their reason.

    Args:
        given: head data stated beside the page; it wins over the page's own.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    def fail(code: str, detail: str) -> Failure:
        return Failure(source=source, stage="read", code=code, detail=detail)

    if text.count("<") > limits.MAX_TAGS:
        return fail("too-large", f"more than {limits.MAX_TAGS} tags")
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", huge_tree=False)
    try:
        tree = document_fromstring(_XML.sub("", _BARRED.sub(" ", text)).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return fail("no-body", "the mark-up holds no text")
    given = given or Given()
    data = gather(tree)
    data.metas.setdefault("dc.date", []).extend(_TRACKBACK.findall(text)[:1])
    url = find_address(data, given.url)
    url, part = number_page(tree, url, given.url)
    outlet = given.outlet or find_outlet(data, url)
    part_links(tree)
    known = read_known(tree, url, stated_day(data) or day_in_address(url))
    title = given.title or (known.title if known else None) or find_title(data, outlet)
    unfold_tables(tree)
    kinds = marked_kinds(tree)
    kinds |= dict.fromkeys(known.captions if known else (), BlockKind.CAPTION)
    prune(tree)
    wrap_loose(tree)
    pieces = list(known.pieces) if known else _extracted(tree, data)
    lines = [p.text for p in pieces]
    language = given.language or _language(data, lines)
    why = is_index(data, url, lines)
    if why and given.title is None:
        return Failure(source=source, stage="read", code="index-page", detail=why, state="skipped")
    pieces, signed = _signatures(pieces)
    body = _cleared(pieces, title, language, kinds)
    if not body:
        return fail("no-body", "no running text was found in this page")
    day_first = True if language != "en" else replace(given, outlet=outlet).day_first
    published = given.published or find_published(
        data, lines, url, tree, language=language, day_first=day_first, shown=known.moment if known else None
    )
    modified = given.modified or find_modified(data, day_first=day_first)
    return Draft(
        source=source,
        lines=tuple(body),
        url=url,
        outlet=outlet,
        title=title,
        bylines=given.bylines or (known.authors if known else ()) or find_authors(data, outlet) or signed,
        language=language,
        published=published,
        modified=modified,
        partial=why_partial(data, body, lines) or part,
        entries=find_entries([x.text for x in body], data, title=title, url=url, published=published, modified=modified),
        warnings=given.warnings,
        digest=digest,
    ).report()


def _extracted(tree: object, data: PageData) -> list[Piece]:
    """Extract the text; where JSON-LD states a much longer one, or the same with its paragraphs, that is taken."""
    pieces = extract(tree, precision=False)
    stated = data.article.get("articleBody")
    if isinstance(stated, str):
        found = sum(len(p.text) for p in pieces)
        paragraphs = [x for x in clean_text(_plain(stated)).split("\n") if x]
        total = sum(map(len, paragraphs))
        if total > 1.5 * found or (len(pieces) <= 2 and len(paragraphs) >= 4 and total > 0.8 * found):
            return [Piece(text=x, tag="p", links=0.0) for x in paragraphs]
    return pieces


def _plain(stated: str) -> str:
    import html

    return re.sub(r"<(?:br|/p)[^>]{0,40}>", "\n", html.unescape(stated))


def _language(data: PageData, lines: list[str]) -> str:
    found = detect_language("\n".join(lines))
    if found == "und" and data.language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)?", data.language) and not lines:
        return data.language[:2].lower()
    return found


def _signatures(pieces: list[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """Take lines with labelled names ("Editor: …") off; give the others and the authors named."""
    kept: list[Piece] = []
    names: list[str] = []
    for p in pieces:
        head = read_head_line(p.text) if len(p.text) <= 120 and ":" in p.text[:40] else None
        if head is not None and (head.bylines or head.editors) and head.published is None:
            names += head.bylines
        else:
            kept.append(p)
    return kept, tuple(dict.fromkeys(names))


def _cleared(pieces: list[Piece], title: str | None, language: str, kinds: dict[str, BlockKind]) -> list[Line]:
    """Drop links, head lines and the repeated title, then the furniture; tell subheadings, and what kinds the mark-up tells."""
    lexicon = furniture_of(language)
    kept: list[Piece] = []
    in_head = True
    for p in pieces:
        if p.links >= ALL_LINK and len(p.text) > 12 and not is_prose(p.text) and not _LINK_KEPT.match(p.text):
            continue
        if title and p.tag in ("head", "p") and len(p.text) < 300 and same_title(p.text, title):
            continue
        if in_head and read_head_line(p.text, day_first=True) is not None:
            continue
        in_head = in_head and not is_prose(p.text)
        kept.append(p)
    heads = {p.text for p in kept if p.tag == "head"}
    lines = clear_furniture([p.text for p in kept], lexicon)
    return [
        replace(x, kind=kinds[x.text])
        if x.text in kinds
        else replace(x, kind=BlockKind.SUBHEADING)
        if x.text in heads and x.kind == BlockKind.BODY and not is_caption(x.text, lexicon)
        else x
        for x in lines
    ]
