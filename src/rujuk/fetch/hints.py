"""What a page's head says of other addresses of itself: canonical, AMP, and where it was taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree, html

HEAD = 1024 * 1024
"""Bytes of a page that are searched; heads end long before."""

LONGEST = 2000
"""Characters of a hint that are kept."""

_SYNDICATION = {
    "original-source": "original-source",
    "syndication-source": "syndication-source",
    "article:original_source": "original-source",
    "parsely-link": "parsely-link",
    "og:url": "og-url",
}
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """Addresses that a page gives of itself, absolute; None where it gives none.

    `sources` holds (name, value) pairs of what tells of syndication: `original-source`, `syndication-source` and the like.
    """

    canonical: str | None = None
    amp: bool = False
    """Whether the page is an AMP page."""
    sources: tuple[tuple[str, str], ...] = ()


def looks_like_page(body: bytes) -> bool:
    """Say whether bytes are HTML."""
    return _PAGE.search(body[:4096]) is not None


def read_hints(body: bytes, url: str) -> Hints:
    """Read the hints of a page; a page that cannot be parsed has none."""
    try:
        tree = html.document_fromstring(body[:HEAD])
    except (etree.LxmlError, ValueError):
        return Hints()
    amp = tree.tag == "html" and any(k in tree.attrib for k in ("amp", "\u26a1"))
    canonical: str | None = None
    found: dict[str, str] = {}
    for element in tree.iter("link", "meta"):
        if element.tag == "link":
            if "canonical" in (element.get("rel") or "").casefold().split():
                canonical = canonical or _absolute(url, element.get("href"))
            continue
        name = (element.get("name") or element.get("property") or "").strip().casefold()
        value = " ".join((element.get("content") or "").split())
        if name in _SYNDICATION and value:
            found.setdefault(_SYNDICATION[name], value[:LONGEST])
    return Hints(canonical=canonical, amp=amp, sources=tuple(sorted(found.items())))


def _absolute(base: str, href: str | None) -> str | None:
    href = (href or "").strip()
    if not href or len(href) > LONGEST:
        return None
    try:
        joined = urljoin(base, href)
    except ValueError:
        return None
    return joined.partition("#")[0] if joined.startswith(("http://", "https://")) else None
