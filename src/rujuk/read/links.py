"""Addresses that a list names: feeds, OPML, sitemaps, and plain files of addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from rujuk.read.decode import decode
from rujuk.read.limits import MAX_PAGE
from rujuk.read.packed import unpacked
from rujuk.read.xmltree import Element, children, name_of, parse_xml, root_of, text_of

FEEDS = frozenset({"rss", "feed", "rdf"})
SITEMAPS = frozenset({"urlset", "sitemapindex"})
LISTS = FEEDS | SITEMAPS | {"opml"}
"""Root elements, in lower case, of XML that names reports."""
MOST = 50_000
"""Addresses taken of one list.  Source: sitemaps.org, the most a sitemap may hold."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]{3,4000}", re.I)
_TRACKING = re.compile(r"([?&])(?:(?:utm_\w{1,20}|fbclid|gclid|mc_[ce]id)=[^&#]{0,300}(?:&|$))+", re.I)
"""Parameters that say where a reader came from; the page is the same without them."""
_LINE = re.compile(r"\s*<?(https?://[^\s<>\"]{3,4000})>?(?:\s.{0,300})?", re.I)


def links_in(data: bytes, *, source: str) -> tuple[str, ...]:
    """Give the addresses that a list names, each once, in its order: absolute, http or https, without fragment.

    A feed (RSS 0.9 to 2.0, Atom, JSON Feed) names its entries, OPML its feeds and links, a sitemap its pages, a sitemap index its sitemaps, a text
    file one address a line.  Told apart by content; gzip is unpacked.  Anything else names none.

    Args:
        source: the address or path that the bytes came from; relative links are resolved against it.
    """
    if data[:2] == b"\x1f\x8b":
        data = unpacked(data, MAX_PAGE) or b""
    decoded = decode(data[: MAX_PAGE + 1])
    return links_of(decoded.text, base=source) if decoded is not None else ()


def links_of(text: str, *, base: str) -> tuple[str, ...]:
    """Give the addresses that a decoded list names; as `links_in`."""
    root = root_of(text)
    if root in LISTS:
        tree = parse_xml(text)
        found: Iterable[str] = () if tree is None else _in_tree(tree, root)
    elif text.lstrip("\ufeff \t\r\n")[:1] == "{":
        found = _in_json(text)
    elif is_address_list(text):
        found = (m[1] for line in text.splitlines() if (m := _LINE.fullmatch(line)))
    else:
        return ()
    out: dict[str, None] = {}
    for value in found:
        address = absolute(value, base)
        if address:
            out.setdefault(address)
            if len(out) >= MOST:
                break
    return tuple(out)


def is_address_list(text: str) -> bool:
    """Say whether a text is one address a line, blank lines and comments ("#") aside."""
    some = False
    for line in text[:200_000].splitlines():
        bare = line.strip("\ufeff \t")
        if bare and not bare.startswith("#"):
            if not _LINE.fullmatch(bare[:4400]):
                return False
            some = True
    return some


def absolute(link: str, base: str) -> str | None:
    """Give a link as an absolute web address without fragment; None where it is none."""
    link = "".join(link.split())
    try:
        whole = link if _ADDRESS.fullmatch(link) else urljoin(base, link) if _ADDRESS.match(base) else link
        parts = urlsplit(whole)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or not _ADDRESS.fullmatch(whole):
            return None
    except ValueError:
        return None
    return _TRACKING.sub(r"\1", whole.partition("#")[0]).rstrip("?&")


def entry_link(entry: Element) -> str:
    """Give the address of a feed entry: `<link>`, the alternate Atom link, a permanent `<guid>`; empty where there is none."""
    best = ""
    for link in children(entry, "link"):
        href = link.get("href")
        if href is None:
            best = best or text_of(link).strip()
        elif (link.get("rel") or "alternate") == "alternate":
            return str(href).strip()
        elif link.get("rel") == "self":
            best = best or str(href).strip()
    if not best:
        for guid in children(entry, "guid", "id", "origlink"):
            value = text_of(guid).strip()
            if _ADDRESS.fullmatch(value) and guid.get("isPermaLink") != "false":
                return value
    return best


def entries_of(tree: Element) -> Iterator[Element]:
    """Give the entries of a feed, wherever its kind puts them."""
    for element in tree.iter():
        if name_of(element) in ("item", "entry") and name_of(element.getparent()) in ("channel", "feed", "rdf", "items", "rss"):
            yield element


def _in_tree(tree: Element, root: str) -> Iterator[str]:
    if root == "opml":
        for outline in tree.iter():
            if name_of(outline) == "outline":
                address = outline.get("xmlUrl") or outline.get("xmlurl") or outline.get("url") or outline.get("htmlUrl")
                if address:
                    yield str(address)
    elif root in SITEMAPS:
        for loc in tree.iter():
            if name_of(loc) == "loc" and name_of(loc.getparent()) in ("url", "sitemap"):
                yield text_of(loc)
    else:
        base = next((str(v) for k, v in tree.attrib.items() if k.endswith("base")), "")
        for entry in entries_of(tree):
            link = entry_link(entry)
            if link:
                yield urljoin(base, link) if base else link


def _in_json(text: str) -> Iterator[str]:
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    for item in items if isinstance(items, list) and "jsonfeed.org" in str(feed.get("version", "")) else ():
        link = (item.get("url") or item.get("external_url")) if isinstance(item, dict) else None
        if isinstance(link, str):
            yield link
