"""Head data of a web page: JSON-LD first, then meta elements, then what the page shows."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from rujuk.text.clean import clean_line

Node: TypeAlias = "dict[str, Any]"
Element: TypeAlias = Any  # lxml.html.HtmlElement; lxml has no types

ARTICLE_TYPES = frozenset({"BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
"""Types of schema.org beside those that end in "Article"."""
LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ProfilePage"})
_LATER = frozenset(
    {
        "itemListElement",
        "hasPart",
        "mentions",
        "isPartOf",
        "relatedLink",
        "review",
        "comment",
        "associatedMedia",
        "image",
        "video",
        "about",
        "liveBlogUpdate",
    }
)
_COMMA = re.compile(r",\s*([}\]])")
_WRAP = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_DIGIT = re.compile(r"\d")
NEAR_HEADING = 60
"""Elements after the heading among which its date line stands."""
MAX_NODES = 3000
MAX_SCRIPT = 2_000_000


@dataclass(slots=True, kw_only=True)
class PageData:
    """What the mark-up of a page states, not yet judged: metas by casefolded name (all values in order), the article's JSON-LD node, links."""

    metas: dict[str, list[str]] = field(default_factory=dict)
    article: Node = field(default_factory=dict)
    types: set[str] = field(default_factory=set)
    nodes: dict[str, Node] = field(default_factory=dict)
    organisations: list[str] = field(default_factory=list)
    canonical: str | None = None
    titles: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    language: str | None = None
    times: list[tuple[str, str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    articles: int = 0
    """Number of `<article>` elements: one is a report, many are a list."""
    shown: list[str] = field(default_factory=list)
    """Short texts with a digit that stand after the first heading, in order: date lines are among them."""

    def meta(self, *names: str) -> str | None:
        """Give the first value of the first of these metas that has one."""
        return next((v for n in names for v in self.metas.get(n, ()) if v), None)


def gather(tree: Element) -> PageData:
    """Walk a parsed page once and take what its mark-up states."""
    data = PageData(language=tree.get("lang") or tree.get("xml:lang"))
    scripts = []
    passed = 0
    for e in tree.iter(
        "meta", "script", "link", "title", "h1", "time", "a", "span", "div", "p", "abbr", "address", "li", "ul", "article"
    ):
        tag = e.tag
        if tag == "meta":
            name = e.get("property") or e.get("name") or e.get("itemprop") or e.get("http-equiv")
            if name and e.get("content"):
                data.metas.setdefault(name.strip().casefold(), []).append(clean_line(html.unescape(e.get("content")[:5000])))
        elif tag == "script":
            if "ld+json" in (e.get("type") or "").casefold() and e.text:
                scripts.append(e.text)
        elif tag == "link":
            if (e.get("rel") or "").casefold() == "canonical" and e.get("href"):
                data.canonical = data.canonical or e.get("href").strip()
        elif tag == "title":
            if not data.titles or (e.getparent() is not None and e.getparent().tag == "head"):
                data.titles.append(clean_line(e.text_content()))
        elif tag == "article":
            data.articles += 1
        elif tag == "h1":
            text = clean_line(e.text_content())
            if text and len(data.headings) < 20:
                data.headings.append(text)
            passed = NEAR_HEADING
        else:
            _visible(e, data)
            if passed and len(data.shown) < 12:
                passed -= 1
                for text in (e.text, e.get("title")):
                    if text and 6 <= len(text.strip()) <= 90 and _DIGIT.search(text):
                        data.shown.append(clean_line(text))
    for script in scripts:
        _linked_data(script, data)
    return data


def _visible(e: Element, data: PageData) -> None:
    """Take visible times and author names of an element marked as such."""
    prop = (e.get("itemprop") or "").casefold()
    if e.tag == "time" or prop in ("datepublished", "datecreated", "datemodified"):
        value = e.get("datetime") or e.get("content") or (clean_line(e.text_content()) if len(e) < 6 else "")
        kind = prop or (
            "pubdate"
            if e.get("pubdate") is not None or "publish" in (e.get("class") or "") or "entry-date" in (e.get("class") or "")
            else ""
        )
        if value and len(data.times) < 50:
            data.times.append((kind, value.strip()[:200]))
    if len(data.names) < 12 and (
        prop == "author" or "author" in (e.get("rel") or "").casefold().split() or _BYLINE.search(e.get("class") or "")
    ):
        text = clean_line(e.text_content())
        if 3 <= len(text) <= 140:
            data.names.append(text)


_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|reporter|penulis|wartawan)(?:$|[\s_-]?(?:name|s|link|title)?(?:$|\s))", re.I
)


def _linked_data(script: str, data: PageData) -> None:
    found = _loaded(script)
    if found is None:
        return
    best = _rank(data.article)
    for node, depth in _nodes(found):
        types = _types(node)
        data.types |= types
        if isinstance(node.get("@id"), str):
            data.nodes.setdefault(node["@id"], node)
        if any(t.endswith("Organization") or t in ("WebSite",) for t in types) and isinstance(node.get("name"), str):
            data.organisations.append(clean_line(node["name"]))
        if any(t.endswith("Article") or t in ARTICLE_TYPES for t in types) and depth < 4:
            rank = _rank(node)
            if rank > best:
                data.article, best = node, rank


def _rank(node: Node) -> int:
    """Rank an article node by how much of a report's head it holds."""
    return sum(1 for k in ("headline", "datePublished", "author", "articleBody", "publisher", "name") if node.get(k))


def _loaded(script: str) -> Any:
    text = _WRAP.sub("", script[:MAX_SCRIPT]).strip().rstrip(";")
    for attempt in (text, _COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(found: Any) -> Iterator[tuple[Node, int]]:
    """Give the objects of a JSON-LD document, outer before inner, without those that belong to other pages."""
    queue: list[tuple[Any, int]] = [(found, 0)]
    count = 0
    while queue and count < MAX_NODES:
        item, depth = queue.pop(0)
        count += 1
        if isinstance(item, list):
            queue += [(x, depth) for x in item]
        elif isinstance(item, dict):
            yield item, depth
            queue += [(v, depth + 1) for k, v in item.items() if isinstance(v, dict | list) and k not in _LATER and depth < 8]


def _types(node: Node) -> set[str]:
    value = node.get("@type")
    return {value} if isinstance(value, str) else {x for x in value if isinstance(x, str)} if isinstance(value, list) else set()


def names_in(value: Any, data: PageData) -> Iterator[tuple[str, bool]]:
    """Give names stated under a JSON-LD key, and whether each is a person as far as the data says."""
    if isinstance(value, str):
        if not value.startswith(("http:", "https:", "#")):
            yield clean_line(html.unescape(value)), True
    elif isinstance(value, list):
        for item in value[:20]:
            yield from names_in(item, data)
    elif isinstance(value, dict):
        node = data.nodes.get(str(value.get("@id")), value) if "name" not in value else value
        name = node.get("name")
        person = not any(t.endswith("Organization") for t in _types(node))
        for item in name if isinstance(name, list) else [name]:
            if isinstance(item, str) and item.strip():
                yield clean_line(html.unescape(item)), person


def text_in(node: Node, key: str) -> str | None:
    """Give a string under a JSON-LD key (the first of a list), clean, or None."""
    value = node.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    return clean_line(html.unescape(html.unescape(value))) or None if isinstance(value, str) else None
