"""Mail: a newsletter, its articles each a report of its own where it holds several; or one report sent as a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rujuk.errors import InputError
from rujuk.model.report import Failure, Outlet, Report
from rujuk.read.given import Given, checked
from rujuk.read.items import Item, split_items
from rujuk.read.mhtml import is_saved_page, read_saved_page
from rujuk.read.mime import Part, fields_of, leaves, parse_mime, words_of
from rujuk.read.outlets import domain_of, make_outlet
from rujuk.read.passages import Passage, read_passages
from rujuk.read.plain import paragraphs, read_lines
from rujuk.text.clean import clean_line, clean_text
from rujuk.text.lines import is_name_like, is_prose, is_title_like

_FIELDS = "from to subject date message-id mime-version received return-path delivered-to content-type reply-to sender list-id x-mailer snapshot-content-location"
_KNOWN = frozenset(_FIELDS.split())
_SURE = frozenset({"mime-version", "received", "message-id", "return-path", "delivered-to", "snapshot-content-location"})
_FIRST = re.compile(rb"(?:From [^\r\n]{1,300}\r?\n)?[!-9;-~]{1,76}[ \t]{0,5}:")
_ADDRESS = re.compile(r"<?([\w.+=/-]{1,200})@([\w.-]{3,200})>?")
_LEAVE = re.compile(r"unsub|opt[-_]?out|preference|subscription|email[-_]?settings|list-manage", re.I)
_NAME = re.compile(r'^\s*"?([^"<>]{1,200}?)"?\s*<')
_AT_LINK = re.compile(r"^(.{0,80}?)[<(\[]?\b(https?://[^\s<>\")\]]{3,2000})[>)\]]?\.?$")
_POSTMEN = (
    "gmail.com googlemail.com yahoo.com yahoo.co.id ymail.com outlook.com hotmail.com live.com icloud.com me.com proton.me protonmail.com gmx.com aol.com "
    "substack.com beehiiv.com mailchimpapp.net mcsv.net sendgrid.net amazonses.com ghost.io googlegroups.com groups.io medium.com"
)
POSTMEN = frozenset(_POSTMEN.split())
"""Houses that carry anybody's mail: their domain says nothing of the sender."""
_DOOR_LABELS = "news email mail newsletter newsletters e em m info nl send mailer reply notifications updates mg"
_DOORS = frozenset(_DOOR_LABELS.split())
_PATHS = 2


def looks_like_mail(data: bytes) -> bool:
    """Say whether bytes open with the header of a message."""
    if not _FIRST.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:65_536], maxsplit=1)[0]
    names = fields_of(head).keys()
    return len(names & _KNOWN) >= 2 and (bool(names & _SURE) or {"from", "date", "subject"} <= names)


def read_mail(data: bytes, *, source: str, digest: str) -> tuple[Report | Failure, ...]:
    """Read a message: its articles, or itself; then the messages sent along in it, what it only links to, and how many files it carries."""
    try:
        message = parse_mime(data)
    except InputError as e:
        return (Failure(source=source, stage="read", code="broken-mail", detail=e.found),)
    if is_saved_page(message):
        return (read_saved_page(message, source=source, digest=digest),)
    return tuple(_numbered(_read(message, source, digest), source))


def _numbered(items: Iterator[Report | Failure], source: str) -> Iterator[Report | Failure]:
    """Call the reports of one message by number where it has several."""
    found = list(items)
    several = sum(isinstance(x, Report) for x in found) > 1
    number = 0
    for x in found:
        if isinstance(x, Report) and several:
            number += 1
            yield replace(x, source=f"{source}#{number}")
        else:
            yield x


def _read(message: Part, source: str, digest: str) -> Iterator[Report | Failure]:
    head = _head(message)
    shown, sent, carried = _contents(message)
    lossy = False
    passages: list[Passage] = []
    for part in shown:
        text = part.text()
        if text is not None:
            lossy = lossy or text[1]
            passages += read_passages(text[0]) if part.kind == "text/html" else _lines(text[0])
    warning = ("some bytes do not fit the mail's encoding and were replaced",) if lossy else ()
    items = split_items(_without_foot(passages), subject=head.title)
    made = 0
    for item in items:
        result = _item(item, head, source, digest, warning)
        made += isinstance(result, Report)
        if result is not None:
            yield result
    for inner in sent:
        yield from _read(inner, source, digest)
    if not made and not sent and not any(i.only_link for i in items):
        yield Failure(
            source=source, stage="read", code="no-body", detail="the mail has no words besides its head and page furniture"
        )
    if carried:
        yield Failure(
            source=source, stage="read", code="attachments", detail=f"{carried} attached files were not read", state="skipped"
        )


def _without_foot(passages: list[Passage]) -> list[Passage]:
    """Cut a newsletter's foot off: from the passage on that links to where one leaves the list, if it stands in the last third."""
    for n in range(len(passages) * 2 // 3, len(passages)):
        if _LEAVE.search(passages[n].link or ""):
            return passages[:n]
    return passages


def _contents(message: Part) -> tuple[list[Part], list[Part], int]:
    """Give the parts that are shown, the messages sent along, and how many files are attached."""
    shown: list[Part] = []
    sent: list[Part] = []
    carried = 0

    def walk(part: Part) -> None:
        nonlocal carried
        if part.kind == "message/rfc822":
            sent.extend(part.parts)
        elif part.kind == "multipart/alternative":
            shown.extend(p for p in leaves(part) if p.kind in ("text/html", "text/plain"))
        elif part.parts:
            for p in part.parts:
                walk(p)
        elif part.attached or part.kind not in ("text/html", "text/plain"):
            carried += part.attached
        else:
            shown.append(part)

    walk(message)
    return shown, sent, carried


def _head(message: Part) -> Given:
    """Read the sender, day and subject as head data."""
    sender = words_of(message.fields.get("from", ""))[:500]
    m = _NAME.match(sender)
    address = _ADDRESS.search(sender)
    name = clean_line(m[1]) if m else "" if address else sender
    if "@" in name:
        name = ""
    domain = _house(address[2]) if address else None
    listed = _NAME.match(words_of(message.fields.get("list-id", "")))
    newsletter = bool(message.fields.keys() & {"list-id", "list-unsubscribe", "list-post"})
    byline: tuple[str, ...] = ()
    if name and not newsletter and len(name.split()) > 1 and is_name_like(name):
        byline, name = (name,), ""
    elif listed and is_name_like(name) and len(name.split()) > 1 and clean_line(listed[1]).casefold() != name.casefold():
        byline, name = (name,), clean_line(listed[1])
    given = checked({"published": clean_line(message.fields.get("date", ""))[:100] or None})
    outlet: Outlet | None = make_outlet(name or None, domain)
    return replace(given, title=words_of(message.fields.get("subject", ""))[:500] or None, outlet=outlet, bylines=byline)


def _house(host: str) -> str | None:
    """Give the domain of the house that sends from a host."""
    domain = domain_of(host.lower())
    labels = domain.split(".") if domain else []
    while len(labels) > _PATHS and labels[0] in _DOORS:
        labels = labels[1:]
    house = ".".join(labels)
    return house if house and house not in POSTMEN else None


def _lines(text: str) -> list[Passage]:
    """Give the paragraphs of a text mail; a line that ends in an address is a link, one like a headline above running text a heading."""
    out: list[Passage] = []
    for line in paragraphs(clean_text(text)):
        m = _AT_LINK.match(line)
        if m:
            out.append(Passage(text=clean_line(m[1]) or m[2], link=m[2], linked=1.0))
        else:
            above = out[-1] if out else None
            if above and not above.link and is_prose(line) and len(above.text.split()) >= 3 and is_title_like(above.text):
                out[-1] = replace(above, heading=True)
            out.append(Passage(text=line))
    return out


def _item(item: Item, head: Given, source: str, digest: str, warnings: tuple[str, ...]) -> Report | Failure | None:
    if item.only_link:
        return Failure(
            source=source,
            stage="read",
            code="link-only",
            detail=f"{item.title}: {item.link} (`rujuk fetch` reads it)",
            state="skipped",
        )
    own = item.link if item.link and head.outlet and _house(domain_of(item.link) or "") == head.outlet.domain else None
    draft = read_lines(
        list(item.lines), given=replace(head, title=item.title or head.title, url=own), source=source, digest=digest
    )
    if draft is None:
        return None
    partial = None
    if item.teaser:
        partial = "summary: the mail has only the start of it"
        warnings = (*warnings, f"the full text was not fetched: {item.link}")
    return replace(draft, partial=draft.partial or partial, warnings=(*draft.warnings, *warnings)).report()
