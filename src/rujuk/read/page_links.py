"""Addresses of the other pages of an article, as one of its pages links to them: what is to be fetched to have it whole."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from rujuk.read.decode import decode
from rujuk.read.page_parts import MOST, WHOLE, place_of

_ARTICLE = re.compile(r"\d{5,}|[^/]*-[^/-]+-[^/-]+-[^/]*$")
"""A path that ends like an article's: with its number somewhere, or a headline of four words."""
_LABEL = 40
"""Characters of a link's words: a number, "next", "show all"; headlines are longer."""


def other_pages(data: bytes, url: str, onward: bool = False) -> tuple[str, ...]:
    """Give the addresses of an article's other pages, in the order of their numbers; only that of the whole article where there is one.

    Nothing for a page that is no article by its address or its head data: the pages of a list of articles are not pages of one.

    Args:
        data: the page.
        url: the address that it was got from.
        onward: the page was reached from another page of its article, so the first one, by whatever address, is there.
    """
    own = place_of(url)
    if own.number == WHOLE or not urlsplit(url).path.strip("/"):
        return ()
    decoded = decode(data)
    if decoded is None or not decoded.text.strip():
        return ()
    try:
        tree = html.document_fromstring(decoded.text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return ()
    stated = bool(tree.xpath("boolean(//meta[@property='article:published_time'])"))
    if not stated and not _ARTICLE.search(urlsplit(own.base).path):
        return ()
    found: dict[int, str] = {}
    for e in tree.iter("a", "link"):
        href, rel = (e.get("href") or "").strip(), (e.get("rel") or "").casefold()
        if not href or href.startswith("#") or (e.tag == "link" and rel not in ("next", "prev")):
            continue
        try:
            there = urljoin(url, href).partition("#")[0]
            place = place_of(there)
        except ValueError:
            continue
        if place.base != own.base or place.number is None or place.number == (own.number or 1) or place.number > MOST:
            continue
        if e.tag == "link" or len(" ".join(e.text_content().split())) <= _LABEL:
            found.setdefault(place.number, there)
    if onward:
        found.pop(1, None)
    if WHOLE in found:
        return (found[WHOLE],)
    return tuple(there for _, there in sorted(found.items()))
