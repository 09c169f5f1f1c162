"""The headline, authors, outlet and address of a page, out of what its mark-up states."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from rujuk.model.report import Outlet
from rujuk.read.heads import split_names
from rujuk.read.outlets import domain_of, make_outlet
from rujuk.read.page_head import PageData, names_in, text_in
from rujuk.read.titles import same_title

_CUT = re.compile(r"\s+[|*\-–—»«•·]\s+|\s*\|\s*|\s+::\s+|\s+»\s*|\s[-–]\s?(?=[A-Z][\w.]+$)")
_CUT_SHORT = re.compile(r"\w\s?(?:\.{3}|…)$")
_ALNUM = re.compile(r"[\W_]+")
_HANDLE = re.compile(r"^@|https?:|www\.|\.com/|facebook\.com")


def find_outlet(data: PageData, url: str | None) -> Outlet | None:
    """Name the outlet: the publisher in JSON-LD, og:site_name, else the domain."""
    publisher = next((n for n, _ in names_in(data.article.get("publisher"), data)), None)
    name = data.meta("og:site_name") or publisher or data.meta("application-name", "al:ios:app_name")
    return make_outlet(name, url=url)


def find_address(data: PageData, base: str | None) -> str | None:
    """Give the page's own address: canonical link, og:url, JSON-LD; absolute, else None."""
    main = data.article.get("mainEntityOfPage")
    stated = main.get("@id") if isinstance(main, dict) else main
    for value in (data.canonical, data.meta("og:url"), data.meta("twitter:url"), data.article.get("url"), stated):
        if isinstance(value, str) and value.strip():
            whole = urljoin(base or "", value.strip())
            if whole.startswith(("http://", "https://")) and domain_of(whole):
                return whole
    return base


def find_title(data: PageData, outlet: Outlet | None) -> str | None:
    """Choose the headline that most of the page's own statements agree on, without the outlet's name after it.

    Statements weigh by how deliberately they are made: og:title and JSON-LD 2, twitter:title 1, the heading 3/4, the title element 1/4.
    """
    names = _site_names(data, outlet)
    stated = (
        (2.0, data.meta("og:title")),
        (2.0, text_in(data.article, "headline")),
        (1.0, data.meta("twitter:title")),
        *((0.75 / (n + 1), h) for n, h in enumerate(data.headings[:3])),
        (0.25, data.titles[0] if data.titles else None),
    )
    found: list[tuple[float, str]] = []
    for weight, text in stated:
        whole = without_site(text, names) if text else ""
        if not whole or _is_site(whole, names):
            continue
        weight *= 0.5 if _CUT_SHORT.search(whole) or len(whole.split()) < 3 else 1.0
        same = next((n for n, (_, other) in enumerate(found) if same_title(whole, other) or _is_start(whole, other)), None)
        if same is None:
            found.append((weight, whole))
        else:
            other = found[same][1]
            found[same] = (
                found[same][0] + weight,
                whole if other.isupper() or (len(whole) < len(other) and not same_title(whole, other)) else other,
            )
    return max(found, key=lambda x: x[0])[1] if found else None


def _is_start(whole: str, other: str) -> bool:
    """Say whether one title is the other with something after a separator."""
    short, long = sorted((whole, other), key=len)
    return len(short) > 25 and long.startswith(short) and bool(_CUT.match(long[len(short) :]))


def without_site(title: str, names: set[str]) -> str:
    """Take the outlet's name, or its section's, off the end (or start) of a title."""
    for _ in range(3):
        parts = list(_CUT.finditer(title))
        if not parts:
            return title
        last, first = parts[-1], parts[0]
        tail = title[last.end() :]
        if (_is_site(tail, names) or tail.startswith("by ")) and last.start() > 10:
            title = title[: last.start()].strip()
        elif _is_site(title[: first.start()], names) and len(title) - first.end() > 10:
            title = title[first.end() :].strip()
        else:
            return title
    return title


def _site_names(data: PageData, outlet: Outlet | None) -> set[str]:
    names = {_folded(x) for x in data.organisations[:8]}
    names.add(_folded(data.meta("og:site_name") or ""))
    names.add(_folded(data.meta("twitter:site") or ""))
    if outlet:
        names.add(_folded(outlet.name))
        if outlet.domain:
            names |= {_folded(outlet.domain), *(_folded(p) for p in outlet.domain.split(".") if len(p) > 3)}
    return {n for n in names if len(n) > 1}


def _is_site(part: str, names: set[str]) -> bool:
    folded = _folded(part)
    if not folded or len(part.split()) > 6:
        return not folded
    return any(
        folded == n or (len(n) > 3 and n in folded and len(folded) < 3 * len(n)) or (len(folded) > 3 and folded in n)
        for n in names
    )


def _folded(text: str) -> str:
    return _ALNUM.sub("", text.casefold())


def find_authors(data: PageData, outlet: Outlet | None) -> tuple[str, ...]:
    """Name the authors: JSON-LD persons, meta elements, else what the page marks as a byline; never the outlet itself."""
    names = _site_names(data, outlet)

    def people(found: list[str]) -> tuple[str, ...]:
        return tuple(
            n for n in split_names([x for x in found if not _HANDLE.search(x)]) if _folded(n) not in names and len(n.split()) <= 6
        )

    stated = list(names_in(data.article.get("author") or data.article.get("creator"), data))
    metas = (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "sailthru.author",
        "article:author_name",
        "cxenseparse:author",
        "mediator_author",
        "content_author",
    )
    for found in ([n for n, person in stated if person], *(list(data.metas.get(m, ())) for m in metas), data.names):
        kept = people(found)
        if kept:
            return kept
    return ()


def path_of(url: str | None) -> str:
    """Give the path of an address, without its slashes at the ends."""
    return urlsplit(url).path.strip("/") if url else ""
