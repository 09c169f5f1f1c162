"""When a page was published and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rujuk.model.report import Basis, Published
from rujuk.model.span import Days
from rujuk.read.dates import Moment, day_in_address, read_moment
from rujuk.read.heads import read_head_line
from rujuk.read.page_head import Element, PageData, text_in
from rujuk.text.clean import clean_line

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "article:published", "article.published", "pubdate", "publishdate", "publish_date", "publish-date",
    "publication_date", "published", "published_time", "published-date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "dcterms.created", "bt:pubdate", "displaydate", "originalpublicationdate", "date", "date.created", "date_published", "article_date_original", "rnews:datepublished", "release_date",
    "shareaholic:article_published_time", "gentime", "timestamp", "ptime", "citation_publication_date", "citation_date", "content_publisheddate", "og:pubdate", "article:publicationdate", "article:post_time", "dtk:publishdate",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dateupdate", "lastmod", "last-modified", "article:modified", "dcterms.modified")


def find_published(data: PageData, lines: list[str], url: str | None, tree: Element, *, day_first: bool | None) -> Published | None:
    """Find the day of publication and what it rests on; None where the page does not tell one.

    Order: JSON-LD, meta, `<time>`, a date line above the text, the address, and last htmldate's search for the original date.
    """
    for value in _stated(data):
        moment = read_moment(value, day_first=day_first)
        if moment is not None and _usable(moment):
            return _at_home(moment, url)
    shown = _shown(lines, day_first) or _beside_heading(tree, day_first)
    if shown is not None:
        return shown.published(Basis.DATELINE)
    day = day_in_address(url)
    if day is not None:
        return Published(days=Days.on(day), basis=Basis.URL)
    return _searched(tree, url)


def _at_home(moment: Moment, url: str | None) -> Published:
    """Give the day at the outlet's home: a time stated in UTC may lie a day beside the one in its address."""
    published = moment.published(Basis.METADATA)
    day = day_in_address(url)
    if day and moment.local and moment.local.endswith("+00:00") and abs((day - moment.days.earliest).days) == 1:
        return replace(published, days=Days.on(day))
    return published


def _beside_heading(tree: Element, day_first: bool | None) -> Moment | None:
    """Read a line that is nothing but a date, right after the page's heading (or shortly before it)."""
    before: list[str] = []
    after = 0
    found = False
    for e in tree.iter("h1", "h2", "span", "div", "p", "small", "a", "li", "td", "time", "abbr", "em", "strong", "b", "font"):
        if e.tag == "h1":
            found = True
            continue
        for text in (e.text, e.tail):
            line = clean_line(text) if text and len(text) < 200 else ""
            if not 6 <= len(line) <= 80 or not any(c.isdigit() for c in line):
                continue
            if found:
                head = read_head_line(line, day_first=day_first)
                moment = head and (head.published or head.updated)
                if moment is not None and _usable(moment):
                    return moment
            else:
                before.append(line)
        after += found
        if after > NEAR_HEADING:
            break
    for line in reversed(before[-3:] if found else []):
        head = read_head_line(line, day_first=day_first)
        if head is not None and head.published is not None and _usable(head.published):
            return head.published
    return None


NEAR_HEADING = 40
"""Elements after the heading among which its date line stands."""


def _usable(moment: Moment) -> bool:
    return moment.days.width == 0 and moment.days.earliest.year >= 1990


def _stated(data: PageData) -> Iterator[str]:
    for key in ("datePublished", "dateCreated", "uploadDate"):
        value = text_in(data.article, key)
        if value:
            yield value
    for name in PUBLISHED:
        yield from data.metas.get(name, ())
    for wanted in (("datepublished", "pubdate"), ("datecreated",), ("",)):
        yield from [v for kind, v in data.times if kind in wanted][:1]


def _shown(lines: list[str], day_first: bool | None) -> Moment | None:
    updated = None
    for line in lines[:12]:
        head = read_head_line(line, day_first=day_first)
        if head is not None and head.published is not None and _usable(head.published):
            return head.published
        if head is not None and head.updated is not None:
            updated = updated or head.updated
    return updated


def find_modified(data: PageData, *, day_first: bool | None) -> str | None:
    """Give when the page was last changed, ISO 8601, where it says so."""
    values = [text_in(data.article, "dateModified"), *(v for name in MODIFIED for v in data.metas.get(name, ())), *(v for k, v in data.times if k == "datemodified")]
    for value in values:
        moment = read_moment(value, day_first=day_first) if value else None
        if moment is not None:
            return moment.local or moment.days.earliest.isoformat()
    return None


def _searched(tree: Element, url: str | None) -> Published | None:
    """Search the page for its original date.  Source: htmldate (Barbaresi 2020), `find_date` with `original_date=True`."""
    from htmldate import find_date

    try:
        found = find_date(tree, original_date=True, extensive_search=True, url=url)
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    moment = read_moment(found) if found else None
    if moment is None or (moment.days.earliest.month, moment.days.earliest.day) == (1, 1):
        return None  # New Year's Day is what the search makes of a bare year
    return Published(days=moment.days, basis=Basis.INFERRED, clue="a date found in the page")
