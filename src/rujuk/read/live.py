"""Live reports: pages that grow while things happen, in their dated entries."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from rujuk.model.report import Basis, Block, Entry, Published, Report, report_id
from rujuk.model.span import Days
from rujuk.read.dates import read_moment
from rujuk.read.packs import head_words
from rujuk.read.page_head import Node, PageData, text_in
from rujuk.text.clean import clean_line

_CLOCK = re.compile(r"^\W{0,3}([01]?\d|2[0-3])[:.]([0-5]\d)\s?(am|pm|a\.m\.|p\.m\.)?(?![\d.:])", re.I)
_TAG = re.compile(r"<[^<>]{1,400}>")
_FOLD = re.compile(r"\W+")
LABEL = 70
"""Characters that the line with an entry's time has at most."""
FEWEST = 3
"""Entries from which a report is one in entries."""
SAME = 40
"""Letters by which the opening of a stated entry is found in the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Update:
    """One entry as the page's mark-up states it."""

    published: Published
    title: str | None
    url: str | None
    openings: tuple[str, ...]


def find_entries(
    lines: Sequence[str], data: PageData, *, title: str | None, url: str | None, published: Published | None, modified: str | None
) -> tuple[Entry, ...] | None:
    """Find the dated entries in a live report's lines: those that JSON-LD states, else those that open with a clock time; None where it is no live one.

    A clock alone is of the day of publication; where the clock jumps back (or forth, in a page with the newest on top) a midnight lies between.
    """
    live = "LiveBlogPosting" in data.types or any(
        head_words().live.search(x) for x in (title or "", (url or "").split("?")[0]) if x
    )
    if not live:
        return None
    starts = _stated(lines, data.article)
    if len(starts) < FEWEST and published is not None and published.days.width == 0:
        starts = _clocked(lines, published, modified)
    if len(starts) < FEWEST:
        return None
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line) + 1)
    ends = [n for n, _ in starts[1:]] + [len(lines)]
    return tuple(
        Entry(start=offsets[n], end=offsets[end] - 1, published=u.published, title=u.title, url=u.url)
        for (n, u), end in zip(starts, ends, strict=True)
    )


def _stated(lines: Sequence[str], article: Node) -> list[tuple[int, _Update]]:
    """Find where the updates of a schema.org LiveBlogPosting start; those that the page does not show have no place."""
    found = article.get("liveBlogUpdate")
    updates = [u for node in (found if isinstance(found, list) else [found]) if isinstance(node, dict) and (u := _update(node))]
    by_opening: dict[str, _Update] = {}
    for update in updates:
        for opening in update.openings:
            by_opening.setdefault(opening, update)
    starts: list[tuple[int, _Update]] = []
    placed: set[_Update] = set()
    for n, line in enumerate(lines):
        known = by_opening.get(_folded(line))
        if known is not None and known not in placed:
            placed.add(known)
            while n and len(lines[n - 1]) <= LABEL and _CLOCK.match(lines[n - 1]) and (not starts or n - 1 > starts[-1][0]):
                n -= 1
            starts.append((n, known))
    return starts


def _update(node: Node) -> _Update | None:
    stamp = text_in(node, "datePublished") or text_in(node, "dateModified")
    moment = read_moment(stamp) if stamp else None
    if moment is None:
        return None
    body = _TAG.sub(" ", html.unescape(node["articleBody"])) if isinstance(node.get("articleBody"), str) else ""
    title = text_in(node, "headline")
    first = next((x for x in body.split("\n") if x.strip()), "")
    openings = tuple(o for o in (_folded(title or ""), _folded(first)) if len(o) >= 12)
    url = node.get("url")
    return _Update(
        published=moment.published(Basis.METADATA),
        title=title,
        url=url.strip() if isinstance(url, str) and url.startswith("http") else None,
        openings=openings,
    )


def _folded(text: str) -> str:
    return _FOLD.sub("", clean_line(text).casefold())[:SAME]


def _clocked(lines: Sequence[str], published: Published, modified: str | None) -> list[tuple[int, _Update]]:
    """Find the entries that open with a clock time, and their days."""
    found: list[tuple[int, int, int]] = []
    for n, line in enumerate(lines):
        m = _CLOCK.match(line)
        if m is None or len(line) > LABEL:
            continue
        hour = int(m[1]) % 12 + (12 if m[3][0].lower() == "p" else 0) if m[3] else int(m[1])
        found.append((n, hour, int(m[2])))
    clocks = [60 * h + m for _, h, m in found]
    falling = sum((a - b) % 1440 for a, b in pairwise(clocks)) < sum((b - a) % 1440 for a, b in pairwise(clocks))
    day = published.days.earliest
    if falling and modified and (changed := read_moment(modified)) is not None and changed.days.width == 0:
        day = max(day, min(changed.days.earliest, day + timedelta(days=2)))
    zone = _zone(published)
    out: list[tuple[int, _Update]] = []
    for at, (n, hour, minute) in enumerate(found):
        if at and falling and clocks[at] > clocks[at - 1]:
            day -= timedelta(days=1)
        elif at and not falling and clocks[at] < clocks[at - 1]:
            day += timedelta(days=1)
        out.append((n, _Update(published=_at(day, hour, minute, zone), title=None, url=None, openings=())))
    return out


def _zone(published: Published) -> str:
    """Give the offset of a publication time as written, empty where there is none."""
    m = re.search(r"(?:Z|[+-]\d\d:\d\d)$", published.local or "")
    return m[0] if m else ""


def _at(day: date, hour: int, minute: int, zone: str) -> Published:
    local = datetime(day.year, day.month, day.day, hour, minute).isoformat() + zone
    return Published(days=Days.on(day), basis=Basis.DATELINE, local=local)


def in_entries(report: Report) -> Iterator[Report]:
    """Give a live report as one report an entry, each with its own time and address, and its opening if it has one; any other as it is."""
    if not report.entries:
        yield report
        return
    first = report.entries[0].start
    if report.text[:first].strip():
        yield _piece(report, 0, first - 1, report.published, report.title, report.url, report.source)
    for n, e in enumerate(report.entries, 1):
        address = e.url or (f"{report.url}#{n}" if report.url else None)
        yield _piece(report, e.start, e.end, e.published, e.title or report.title, address, f"{report.source}#{n}")


def _piece(
    report: Report, start: int, end: int, published: Published | None, title: str | None, url: str | None, source: str
) -> Report:
    text = report.text[start:end]
    blocks = tuple(
        Block(kind=b.kind, start=max(b.start, start) - start, end=min(b.end, end) - start)
        for b in report.blocks
        if b.start < end and b.end > start
    )
    day = f"{published.days.earliest}/{published.days.latest}" if published else None
    outlet = report.outlet.name if report.outlet else None
    ident = report_id(url=url, outlet=outlet, title=title, text=text, published=day)
    return replace(
        report,
        id=ident,
        source=source,
        url=url,
        title=title,
        published=published,
        text=text,
        blocks=blocks,
        entries=None,
        modified=None,
    )
