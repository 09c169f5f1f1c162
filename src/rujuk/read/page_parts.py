"""Articles in several pages: which page one is, and the pages of one article put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from rujuk.model.report import Block, Failure, Report, report_id
from rujuk.read.page_head import Element
from rujuk.read.titles import same_title

_PARAMETER = re.compile(r"(?:page|halaman|hal|pg|p)", re.I)
_NUMBER = re.compile(r"[1-9]\d?")
_ALL = re.compile(r"(?:all|semua|full)", re.I)
_TAIL = re.compile(
    r"^(?P<base>.*(?:\d{5,}[^/]*(?:/[^/\d][^/]*)?|/[^/]*-[^/-]+-[^/-]+-[^/]*))/(?:page/|halaman/)?(?P<page>[1-9]\d?)/?$"
)
"""A number behind an address that ends like an article's: with its number (and headline), or a headline of four words."""
_LINK = re.compile(r"\W*(?:\d{1,2}|[^\W\d]+(?:\s[^\W\d]+){0,2}\W*\d{0,2})\W*")
_STATED = re.compile(r"page (\d{1,2}) of (\d{1,2}|several)")
_CUT = re.compile(r"\s*[-–—|(]?\s*(?:page|halaman|hal\.?|part)\s\d{1,2}(?:\s(?:of|dari)\s\d{1,2})?\)?$", re.I)
MOST_LINKS = 500
"""Links of a page to its own address that are looked at."""
LONGEST_PATH = 400
"""Characters of a path that is looked through for a page's number."""
WHOLE = 0
"""Number of the page that shows the whole article ("?page=all")."""
MOST = 30
"""Pages an article has at most: a greater number counts comments or an archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page stands in its article: the address all its pages share, and its number (None where the address has none)."""

    base: str
    number: int | None


def place_of(url: str) -> Place:
    """Part an address into that of the article and the number of the page."""
    parts = urlsplit(url)
    kept, number = [], None
    for key, value in parse_qsl(parts.query, keep_blank_values=True):
        if number is None and _PARAMETER.fullmatch(key) and (_NUMBER.fullmatch(value) or _ALL.fullmatch(value)):
            number = WHOLE if _ALL.fullmatch(value) else int(value)
        else:
            kept.append((key, value))
    path = parts.path
    if number is None and len(path) <= LONGEST_PATH and (m := _TAIL.match(path)):
        path, number = m["base"], int(m["page"])
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return Place(base=urlunsplit(("https", host, path.rstrip("/"), urlencode(kept), "")), number=number)


def number_page(tree: Element, url: str | None, seen_at: str | None) -> tuple[str | None, str | None]:
    """Say which page of its article a page is: its own address with the number, and what is missing; (url, None) for a whole article.

    The number is in the address it was got from, in its own address, or follows from its links to the page before and after; how many there are
    from its links to other pages of the article.  The canonical address of a later page often names the first one.
    """
    if not url or not tree.xpath("boolean(//a|//link)"):
        return url, None
    own = place_of(url)
    numbers: set[int] = set()
    number = own.number
    if number is None and seen_at and (seen := place_of(seen_at)).base == own.base:
        number, url = seen.number, seen_at if seen.number else url
    near: dict[str, int] = {}
    seen_links = 0
    tail = own.base.split("?")[0].rsplit("/", 1)[-1]
    for e in tree.iter("a", "link"):
        href = e.get("href")
        rel = (e.get("rel") or "").casefold()
        if not href or (tail not in href and href[0] != "?"):
            continue
        if (e.tag == "link" and rel not in ("next", "prev")) or href.startswith("#"):
            continue
        if (
            e.tag == "a"
            and rel not in ("next", "prev")
            and not _LINK.fullmatch(" ".join(e.text_content().split())[:60] or "x" * 80)
        ):
            continue
        try:
            there = place_of(urljoin(url, href))
        except ValueError:
            continue
        if there.base != own.base or "#" in href:
            continue
        seen_links += 1
        if seen_links > MOST_LINKS:
            break
        if there.number is not None and there.number != WHOLE:
            numbers.add(there.number)
        if rel in ("next", "prev"):
            near[rel] = there.number if there.number is not None else 1
    if number is None and "prev" in near:
        number = near["prev"] + 1
    elif number is None and "next" in near:
        number = near["next"] - 1
    elif number is None and numbers and 1 not in numbers and max(numbers) > 1:
        number = 1
    if number == WHOLE:
        return url, None
    last = max([*numbers, number or 1])
    if last < 2 or last > MOST or (number is None and not near):
        return url, None
    number = number or 1
    if number > 1 and place_of(url).number != number:
        url = with_page(url, number)
    known = numbers >= set(range(1, last + 1)) - {number}
    return url, f"page {number} of {last if known or number == last else 'several'}"


def with_page(url: str, number: int) -> str:
    """Give an address with the number of a page as sites write it."""
    parts = urlsplit(url)
    return urlunsplit((*parts[:3], urlencode([*parse_qsl(parts.query), ("page", str(number))]), ""))


def is_part(report: Report) -> bool:
    """Say whether a report may be one page of several: its address or the page says so."""
    return bool(report.url) and (place_of(report.url or "").number is not None or _STATED.match(report.partial or "") is not None)


def joined(reports: Iterable[Report]) -> Iterator[Report | Failure]:
    """Put the pages of one article together; what each page was becomes a part of the report and is told as skipped.

    The pages of an article share its address but for the page's number, and the headline.  A page that shows the whole article stands for all, unless
    its text is shorter than that of the others together.  Pages come in the order of their numbers, each line once; the order of the input does not
    matter.  A page alone stays as it is.
    """
    ordered = sorted(reports, key=lambda r: (place_of(r.url or "").base, _number(r), r.source, r.id))
    for _, group in groupby(ordered, key=lambda r: place_of(r.url or "").base):
        waiting = list(group)
        while waiting:
            first = waiting[0]
            same = [r for r in waiting if r is first or same_title(_bare(first.title), _bare(r.title))]
            waiting = [r for r in waiting if not any(r is s for s in same)]
            yield from _article(same)


def _article(pages: Sequence[Report]) -> Iterator[Report | Failure]:
    by_number: dict[int, Report] = {}
    for page in pages:
        by_number.setdefault(_number(page), page)
    several = [page for number, page in sorted(by_number.items()) if number != WHOLE]
    whole = by_number.get(WHOLE)
    if len(by_number) == 1:
        report = pages[0]
    else:
        report = _together(several) if several else pages[0]
        if whole is not None and len(whole.text) >= len(report.text):
            report = whole
        sources = tuple(sorted({p.source for p in pages}))
        report = replace(report, parts=sources, source=report.source)
    yield report
    for page in pages:
        if page.source != report.source:
            detail = f"a page of the article read from {report.source}"
            yield Failure(source=page.source, stage="read", code="page-of-article", detail=detail, state="skipped")


def _together(pages: Sequence[Report]) -> Report:
    """Make one report of pages in their order: head data of the first that has them, each line once."""
    first = pages[0]
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    seen: set[str] = set()
    for page in pages:
        for block in page.blocks:
            for line in page.text[block.start : block.end].split("\n"):
                if line in seen:
                    continue
                seen.add(line)
                lines.append(line)
                end = at + len(line)
                if blocks and blocks[-1].kind == block.kind:
                    blocks[-1] = replace(blocks[-1], end=end)
                else:
                    blocks.append(Block(kind=block.kind, start=at, end=end))
                at = end + 1
    text = "\n".join(lines)
    published = next((p.published for p in pages if p.published), None)
    title = _bare(first.title) or None
    url = next((p.url for p in pages if p.url and place_of(p.url).number is None), first.url)
    day = f"{published.days.earliest}/{published.days.latest}" if published else None
    return replace(
        first,
        id=report_id(url=url, outlet=first.outlet.name if first.outlet else None, title=title, text=text, published=day),
        url=url,
        title=title,
        bylines=tuple(dict.fromkeys(n for p in pages for n in p.bylines)),
        published=published,
        text=text,
        blocks=tuple(blocks),
        partial=_missing(pages),
        warnings=tuple(dict.fromkeys(w for p in pages for w in p.warnings)),
    )


def _missing(pages: Sequence[Report]) -> str | None:
    """Say which pages of an article are missing; another reason why a page is partial stays."""
    have = {_number(p) for p in pages}
    lasts = [int(m[2]) for p in pages if (m := _STATED.match(p.partial or "")) and m[2] != "several"]
    other = next((p.partial for p in pages if p.partial and not _STATED.match(p.partial)), None)
    total = max([*lasts, *have])
    gaps = sorted(set(range(1, total + 1)) - have)
    if gaps:
        return f"pages of the article are missing: {', '.join(map(str, gaps))}"
    if not lasts and any(_STATED.match(p.partial or "") for p in pages):
        return "the last page of the article is not known"
    return other


def _number(report: Report) -> int:
    stated = _STATED.match(report.partial or "")
    number = place_of(report.url or "").number
    return number if number is not None else int(stated[1]) if stated else 1


def _bare(title: str | None) -> str:
    """Give a headline without the number of the page behind it."""
    return _CUT.sub("", title or "")
