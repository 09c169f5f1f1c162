"""The headline, authors, outlet and address of a page, out of what its mark-up states."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from rujuk.model.report import Outlet
from rujuk.read.heads import split_names
from rujuk.read.outlets import domain_of, make_outlet
from rujuk.read.page_head import PageData, names_in, text_in
from rujuk.read.titles import same_title

_CUT = re.compile(r"\s+[|\-–—»«•·]\s+|\s*\|\s*|\s+::\s+|\s+»\s*|\s[-–]\s?(?=[A-Z][\w.]+$)")
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
    """Choose the headline: JSON-LD, og:title or h1, without the outlet's name after it."""
    names = _site_names(data, outlet)
    stated = [t for t in (text_in(data.article, "headline"), data.meta("og:title"), data.meta("twitter:title", "dc.title", "title"), *data.titles[:1]) if t]
    cut = [c for c in (without_site(t, names) for t in stated) if c and not _is_site(c, names)]
    headings = [h for h in data.headings if not _is_site(h, names) and len(h) > 8]
    for h in headings:
        if any(same_title(h, c) for c in cut):
            return h if not h.isupper() else next(c for c in cut if same_title(h, c))
    title_words = _folded(data.titles[0]) if data.titles else ""
    for h in headings:
        if len(h.split()) >= 4 and title_words and _folded(h) in title_words:
            return h
    if cut:
        return cut[0]
    return headings[0] if headings else None


def without_site(title: str, names: set[str]) -> str:
    """Take the outlet's name, or its section's, off the end (or start) of a title."""
    for _ in range(3):
        parts = [m for m in _CUT.finditer(title)]
        if not parts:
            return title
        last, first = parts[-1], parts[0]
        if _is_site(title[last.end() :], names) and last.start() > 10:
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
    return any(folded == n or (len(n) > 3 and n in folded and len(folded) < 3 * len(n)) or (len(folded) > 3 and folded in n) for n in names)


def _folded(text: str) -> str:
    return _ALNUM.sub("", text.casefold())


def find_authors(data: PageData, outlet: Outlet | None) -> tuple[str, ...]:
    """Name the authors: JSON-LD persons, meta elements, else what the page marks as a byline; never the outlet itself."""
    names = _site_names(data, outlet)

    def people(found: list[str]) -> tuple[str, ...]:
        return tuple(n for n in split_names([x for x in found if not _HANDLE.search(x)]) if _folded(n) not in names and len(n.split()) <= 6)

    stated = list(names_in(data.article.get("author") or data.article.get("creator"), data))
    metas = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "article:author_name", "cxenseparse:author", "mediator_author", "content_author", "twitter:data1")
    for found in ([n for n, person in stated if person], *([v for v in data.metas.get(m, ())] for m in metas[:-1]), data.names):
        kept = people(found)
        if kept:
            return kept
    return ()


def path_of(url: str | None) -> str:
    """Give the path of an address, without its slashes at the ends."""
    return urlsplit(url).path.strip("/") if url else ""
