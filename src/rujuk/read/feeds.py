"""Feeds: each entry with its text is a report; an entry that only sums up is a partial one and says what was not fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from rujuk.model.report import BlockKind, Failure, Report
from rujuk.read.drafts import Line
from rujuk.read.given import Given, checked
from rujuk.read.links import absolute, entries_of, entry_link
from rujuk.read.outlets import domain_of
from rujuk.read.passages import Passage, read_passages
from rujuk.read.plain import read_lines
from rujuk.read.xmltree import Element, children, name_of, parse_xml, space_of, text_of
from rujuk.text.clean import clean_line
from rujuk.text.lines import is_prose

MOST_ENTRIES = 5000
"""Entries read of one feed; feeds have 10 to 200, what has more is a dump."""
WHOLE = 1200
"""Characters of prose from which a bare description is the whole text; summaries have 100 to 500."""
FULL = 600
"""Characters of prose from which what a feed calls the content is one; some put the summary there."""
ALL_LINK = 0.85
_CUT = re.compile(r"(?:\[?(?:…|\.{3})\]?|&hellip;)\s*$")
_PERSON = re.compile(r"^\S+@\S+\s*\(([^()]{2,100})\)$")
_MAILBOX = re.compile(r"^\S+@\S+$")
_PART = re.compile(r"\s*(?:[|:»›·•]|\s[-–—]\s)\s*")
_TAG = re.compile(r"<[a-zA-Z!/][^<>]{0,2000}>|&(?:[a-zA-Z]{2,8}|#\d{2,6});")
_WRITERS = frozenset({"author", "writer", "reporter", "editor", "journalist", "contributor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as the feed states it; `content` and `summary` may be mark-up, `outlet` is stated for the entry itself."""

    title: str = ""
    link: str | None = None
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    content: str = ""
    summary: str = ""
    outlet: str = ""
    outlet_link: str = ""
    credit: str = ""
    captions: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed says of itself."""

    title: str = ""
    link: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()


def is_json_feed(item: object) -> bool:
    """Say whether a JSON value is a JSON Feed.  Source: JSON Feed 1.1."""
    return isinstance(item, dict) and "jsonfeed.org" in str(item.get("version", ""))[:200] and isinstance(item.get("items"), list)


def read_feed(text: str, *, source: str, digest: str, address: str | None = None) -> Iterator[Report | Failure]:
    """Read the entries of an RSS or Atom feed."""
    tree = parse_xml(text)
    if tree is None:
        yield Failure(source=source, stage="read", code="broken-feed", detail="the XML cannot be parsed")
        return
    channel = next((e for e in tree.iter() if name_of(e) in ("channel", "feed")), tree)
    feed = Feed(
        title=_text(channel, "title"),
        link=entry_link(channel),
        language=_text(channel, "language") or next((str(v) for k, v in tree.attrib.items() if k.endswith("}lang")), ""),
        authors=tuple(_names(channel)),
    )
    base = next((str(v) for k, v in tree.attrib.items() if k.endswith("}base")), "") or feed.link or address or ""
    yield from _reports((_entry(e, base) for e in entries_of(tree)), feed, source, digest)


def read_json_feed(item: dict[str, object], *, source: str, digest: str) -> Iterator[Report | Failure]:
    """Read the items of a JSON Feed."""
    feed = Feed(
        title=_string(item, "title"),
        link=_string(item, "home_page_url"),
        language=_string(item, "language"),
        authors=tuple(_people(item)),
    )
    items = item.get("items")
    entries = (_json_entry(x, feed.link) for x in (items if isinstance(items, list) else ()) if isinstance(x, dict))
    yield from _reports(entries, feed, source, digest)


def _reports(entries: Iterator[Entry], feed: Feed, source: str, digest: str) -> Iterator[Report | Failure]:
    number = 0
    for number, entry in enumerate(entries, 1):
        if number > MOST_ENTRIES:
            detail = f"the feed has more than {MOST_ENTRIES} entries; the others were not read"
            yield Failure(source=source, stage="read", code="too-large", detail=detail)
            return
        yield _report(entry, feed, f"{source}#{entry.link or number}", digest)
    if not number:
        yield Failure(source=source, stage="read", code="empty", detail="the feed has no entries")


def _report(entry: Entry, feed: Feed, source: str, digest: str) -> Report | Failure:
    content, summary = _passages(entry.content), _passages(entry.summary)
    said, summed = _prose(content), _prose(summary)
    passages = content if said >= summed else summary
    cut = bool(passages) and bool(_CUT.search(passages[-1].text))
    whole = max(said, summed) >= (FULL if said >= summed and entry.content else WHOLE) and not cut
    lines = [p.text for p in passages if not (p.linked >= ALL_LINK and not is_prose(p.text))]
    given = _given(entry, feed)
    draft = read_lines(lines, given=given, source=source, digest=digest) if lines else None
    if draft is None:
        detail = f"{given.title or 'an entry'}: {entry.link or 'no address'} (`rujuk fetch` reads it)"
        return Failure(source=source, stage="read", code="link-only", detail=detail, state="skipped")
    captions = tuple(Line(text=c, kind=BlockKind.CAPTION) for c in entry.captions if c not in lines)
    language = draft.language
    if language == "und" and (entry.language or feed.language):
        language = (entry.language or feed.language).split("-")[0].lower()
    warnings = draft.warnings if whole else (*draft.warnings, f"the full text was not fetched: {entry.link or 'no address'}")
    return replace(
        draft,
        lines=(*draft.lines, *captions),
        language=language,
        partial=draft.partial or (None if whole else "summary: the feed has only the start of it"),
        warnings=warnings,
        stated_credit=entry.credit or None,
    ).report()


def _passages(markup: str) -> list[Passage]:
    if _TAG.search(markup):
        return read_passages(markup)
    return [Passage(text=t) for x in markup.splitlines() if (t := clean_line(x))]


def _prose(passages: list[Passage]) -> int:
    return sum(len(p.text) for p in passages if p.linked < ALL_LINK)


def _given(entry: Entry, feed: Feed) -> Given:
    """Put an entry's head data together; an entry without a source of its own comes from the feed's outlet."""
    link = entry.outlet_link or entry.link or feed.link
    host = domain_of(link)
    own = host in (None, domain_of(feed.link))
    name = clean_line(entry.outlet) or next((n for t in (feed.title, *feed.authors) if own and (n := house_in(t, host))), "")
    return checked(
        {
            "title": _bare(entry.title),
            "url": entry.link or "",
            "outlet": {"name": name, "domain": host} if name or host else None,
            "published": clean_line(entry.published)[:100] or None,
            "modified": clean_line(entry.modified)[:100] or None,
            "author": [a for a in (entry.authors or feed.authors) if a.casefold() != name.casefold()],
        }
    )


def house_in(title: str, host: str | None) -> str:
    """Give the outlet's name in the title of a feed: the part of it that the domain spells; the title itself where there is no domain to ask.

    Titles name a section as often as the outlet ("Technology"), so what the domain does not bear out is no name.
    """
    parts = [p for p in _PART.split(clean_line(title)) if p]
    labels = [x for x in (host or "").lower().replace("-", "").split(".")[:-1] if len(x) > 2 and x != "www"]
    for part in parts:
        folded = re.sub(r"[\W_]+", "", part.casefold())
        words = part.casefold().split()
        if any((x in folded if len(x) > 3 else x in words) or (len(folded) > 3 and folded in x) for x in labels):
            return part
    return parts[0] if host is None and len(parts) == 1 and len(parts[0].split()) <= 4 else ""


def _bare(title: str) -> str:
    """Give a title without mark-up: feeds escape it once, twice or not at all."""
    from html import unescape

    for _ in range(2):
        title = unescape(title)
    return clean_line(re.sub(r"</?(?:b|i|em|strong|span|sup|sub|br|p|font)\b[^<>]{0,300}>", " ", title, flags=re.I))


def _entry(e: Element, base: str) -> Entry:
    source = next((c for c in children(e, "source") if not _is_dublin(c)), None)
    taken = next((clean_line(text_of(c))[:200] for c in children(e, "source") if _is_dublin(c)), "")
    link = entry_link(e)
    content = next((c for c in children(e, "encoded")), None)
    if content is None:
        content = next((c for c in children(e, "content") if "media" not in space_of(c) and "mrss" not in space_of(c)), None)
    writers, captions = _media(e)
    return Entry(
        title=_markup(next(children(e, "title"), None)),
        link=absolute(urljoin(base, link) if base else link, base) if link else None,
        published=_text(e, "pubdate", "published", "date", "issued", "created") or _text(e, "updated", "modified"),
        modified=_text(e, "updated", "modified"),
        authors=(*_names(e), *writers),
        content=_markup(content),
        summary=_markup(next(children(e, "description", "summary"), None)),
        outlet=clean_line(_text(source, "title") or (source.text or "")) if source is not None else "",
        outlet_link=str(source.get("url") or entry_link(source)) if source is not None else "",
        credit="" if "://" in taken else taken,
        captions=captions,
        language=next((str(v) for k, v in e.attrib.items() if k.endswith("}lang")), ""),
    )


def _is_dublin(e: Element) -> bool:
    """Say whether an element is of Dublin Core, whose source is what a text was taken from, not where it was published."""
    return space_of(e) == "dc" or "purl.org/dc/" in space_of(e)


def _media(e: Element) -> tuple[list[str], tuple[str, ...]]:
    """Give the writers among an entry's media credits, and the captions of its pictures with theirs.  Source: Media RSS 1.5.1."""
    writers: list[str] = []
    captions: dict[str, None] = {}
    boxes = [
        b
        for b in e.iter()
        if name_of(b) in ("content", "thumbnail", "group") and ("media" in space_of(b) or "mrss" in space_of(b))
    ]
    for box in (e, *boxes):
        said = clean_line(next((text_of(d) for d in children(box, "description", "text") if box is not e), ""))[:1000]
        who = ""
        for c in children(box, "credit", "copyright") if box is not e else children(box, "credit"):
            if (c.get("role") or "").strip().lower() in _WRITERS:
                writers.append(clean_line(text_of(c))[:200])
            else:
                who = who or clean_line(text_of(c))[:200]
        line = f"{said} ({who})" if said and who and who not in said else said or who
        if line:
            captions.setdefault(line)
    return writers, tuple(captions)[:20]


def _json_entry(item: dict[str, object], base: str) -> Entry:
    link = _string(item, "url") or _string(item, "external_url") or _string(item, "id")
    html = _string(item, "content_html")
    return Entry(
        title=_string(item, "title"),
        link=absolute(link, base),
        published=_string(item, "date_published") or _string(item, "date_modified"),
        modified=_string(item, "date_modified"),
        authors=tuple(_people(item)),
        content=html or _string(item, "content_text"),
        summary=_string(item, "summary"),
        language=_string(item, "language"),
    )


def _people(item: dict[str, object]) -> Iterator[str]:
    found = item.get("authors") or item.get("author")
    for person in found if isinstance(found, list) else [found]:
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, str) and clean_line(name):
            yield clean_line(name)[:200]


def _string(item: dict[str, object], key: str) -> str:
    value = item.get(key)
    return value if isinstance(value, str) else ""


def _names(e: Element) -> Iterator[str]:
    """Give the authors: dc:creator, Atom's persons, RSS's "address (name)"."""
    for person in children(e, "creator", "author", "byline"):
        inner = next(children(person, "name"), None)
        name = clean_line(text_of(inner if inner is not None else person))[:200]
        m = _PERSON.match(name)
        name = m[1] if m else "" if _MAILBOX.match(name) else name
        if name:
            yield name


def _text(e: Element, *names: str) -> str:
    for name in names:
        for child in children(e, name):
            text = text_of(child).strip()
            if text:
                return text
    return ""


def _markup(e: Element | None) -> str:
    """Give an element's content as text or HTML: escaped mark-up as its text, XHTML written out."""
    if e is None:
        return ""
    if len(e) == 0:
        return text_of(e)
    from lxml import etree

    return str(etree.tostring(e, method="html", encoding="unicode", with_tail=False))
