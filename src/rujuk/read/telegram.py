"""The preview page of a public Telegram channel (t.me/s/NAME): each message a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rujuk.model.report import Failure, Outlet, Report
from rujuk.read.given import checked
from rujuk.read.passages import Passage, parse_fragment, passages_in
from rujuk.read.plain import read_lines
from rujuk.read.xmltree import Element
from rujuk.text.clean import clean_line

_MESSAGE = "tgme_widget_message"
_OPENS = re.compile(r"class=[\"'][^\"'<>]{0,200}\btgme_widget_message\b")
_POST = re.compile(r"[\w-]{1,64}/\d{1,12}")


def is_channel_page(text: str) -> bool:
    """Say whether a page's HTML is a channel's preview: it has messages in Telegram's own boxes."""
    return _MESSAGE in text and _OPENS.search(text) is not None


def read_channel(text: str, *, source: str, digest: str) -> Iterator[Report | Failure]:
    """Read the messages in their order: text, day and time, address, who signed it, and the channel it was forwarded from.

    The outlet is the channel.  A message of pictures alone, or of one link, has no text to read and says so.
    """
    tree = parse_fragment(text)
    boxes = [] if tree is None else _all(tree, _MESSAGE)
    channel = clean_line(_first(tree, "tgme_channel_info_header_title")) if tree is not None else ""
    count = 0
    for box in boxes:
        post = (box.get("data-post") or "").strip()
        if not _POST.fullmatch(post):
            continue
        count += 1
        yield _message(box, post, channel, f"{source}#{post.partition('/')[2]}", digest)
    if not count:
        yield Failure(source=source, stage="read", code="no-body", detail="the channel's page holds no message")


def _message(box: Element, post: str, channel: str, source: str, digest: str) -> Report | Failure:
    name = channel or clean_line(_first(box, "tgme_widget_message_owner_name")) or post.partition("/")[0]
    bodies = [
        e
        for e in _all(box, "tgme_widget_message_text")
        if not any("_reply" in (a.get("class") or "") for a in (e, *e.iterancestors()))
    ]
    passages = passages_in(bodies[0]) if bodies else []
    lines = [p.text for p in passages]
    if not any(c.isalpha() for p in passages if p.linked < 0.99 for c in p.text):
        link = next((p.link for p in passages if p.link), None)
        if link:
            detail = f"{clean_line(_first(box, 'link_preview_title')) or 'a link'}: {link} (`rujuk fetch` reads it)"
            return Failure(source=source, stage="read", code="link-only", detail=detail, state="skipped")
        return Failure(source=source, stage="read", code="no-text", detail="a message without text", state="skipped")
    times = [e.get("datetime") for e in box.iter("time") if e.get("datetime")]
    author = clean_line(_first(box, "tgme_widget_message_from_author"))
    title = _headline(bodies[0], passages)
    given = replace(
        checked({"published": times[-1] if times else None, "author": author or None}),
        title=title,
        url=f"https://t.me/{post}",
        outlet=Outlet(name=name),
    )
    draft = read_lines(lines, given=given, source=source, digest=digest)
    if draft is None:
        return Failure(source=source, stage="read", code="no-text", detail="a message without text", state="skipped")
    forwarded = clean_line(_first(box, "tgme_widget_message_forwarded_from_name"))
    return replace(draft, stated_credit=forwarded or None).report()


def _headline(body: Element, passages: list[Passage]) -> str | None:
    """Give the first line where it is set in bold alone and more follows; channels write their headlines so."""
    if len(passages) < 2 or (body.text or "").strip() or not len(body):
        return None
    first = body[0]
    text = clean_line(first.text_content()) if first.tag in ("b", "strong") else ""
    return text if text and text == passages[0].text and len(text.split()) >= 3 and len(text) <= 250 else None


def _all(tree: Element, name: str) -> list[Element]:
    return [e for e in tree.iter("div", "span", "a", "i") if name in (e.get("class") or "").split()]


def _first(tree: Element, name: str) -> str:
    found = _all(tree, name)
    return found[0].text_content() if found else ""
