"""When a page was published and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from rujuk.lang.base import load_pack
from rujuk.lang.heads import HeadLexicon
from rujuk.model.report import Basis, Published
from rujuk.model.span import Days
from rujuk.read.dates import Moment, day_in_address, read_moment
from rujuk.read.heads import read_head_line
from rujuk.read.page_head import Element, PageData, text_in

PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "article:published", "article.published", "pubdate", "publishdate", "publish_date", "publish-date",
    "publication_date", "published", "published_time", "published-date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dc.date.created", "dcterms.created", "bt:pubdate", "displaydate", "originalpublicationdate", "date", "date.created", "date_published", "article_date_original", "rnews:datepublished", "release_date",
    "shareaholic:article_published_time", "gentime", "timestamp", "ptime", "citation_publication_date", "citation_date", "content_publisheddate", "og:pubdate", "article:publicationdate", "article:post_time", "dtk:publishdate",
)  # fmt: skip
MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdate",
    "lastmod",
    "last-modified",
    "article:modified",
    "dcterms.modified",
)


def find_published(
    data: PageData,
    lines: list[str],
    url: str | None,
    tree: Element,
    *,
    language: str,
    day_first: bool | None,
    shown: Moment | None = None,
) -> Published | None:
    """Find the day of publication and what it rests on; None where the page does not tell one.

    Order: JSON-LD, meta, `<time>`, a date line above the text (`shown`, where the outlet's layout is known), the address, and last htmldate's
    search for the original date.
    """
    for value in _stated(data):
        moment = read_moment(value, day_first=day_first)
        if moment is not None and _usable(moment):
            return _at_home(moment, url, language)
    shown = shown or _shown(lines, day_first) or _marked(data, day_first)
    if shown is not None:
        return shown.published(Basis.DATELINE)
    day = day_in_address(url)
    if day is not None:
        return Published(days=Days.on(day), basis=Basis.URL)
    return _searched(tree, url)


def stated_day(data: PageData) -> date | None:
    """Give the day that JSON-LD, meta elements or `<time>` state."""
    moments = (read_moment(value, day_first=True) for value in _stated(data))
    return next((m.days.earliest for m in moments if m is not None and _usable(m)), None)


def _marked(data: PageData, day_first: bool | None) -> Moment | None:
    """Read the first visible date line that stands after the page's heading."""
    for text in data.shown:
        head = read_head_line(text, day_first=day_first)
        moment = (head.published or head.updated) if head else None
        if moment is not None and _usable(moment):
            return moment
    return None


def _at_home(moment: Moment, url: str | None, language: str) -> Published:
    """Give the day at the outlet's home, which its own words count from, where a time is stated in UTC.

    The home is known for languages that live in one zone; else a day before the UTC one in the address tells of the Americas.
    """
    published = moment.published(Basis.METADATA)
    if moment.local is None or not moment.local.endswith("+00:00"):
        return published
    at = datetime.fromisoformat(moment.local)
    pack = load_pack(language)
    home = pack.lexicon(HeadLexicon).home if pack else ""
    if home:
        there = at.astimezone(datetime.fromisoformat(f"2000-01-01T00:00:00{home}").tzinfo)
        return replace(published, days=Days.on(there.date()), local=there.isoformat())
    day = day_in_address(url)
    if day and (moment.days.earliest - day).days == 1 and at.hour < FURTHEST_WEST:
        return replace(published, days=Days.on(day))
    return published


FURTHEST_WEST = 9
"""Hours that the Americas are behind UTC at most (Alaska in winter)."""


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
    values = [
        text_in(data.article, "dateModified"),
        *(v for name in MODIFIED for v in data.metas.get(name, ())),
        *(v for k, v in data.times if k == "datemodified"),
    ]
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
