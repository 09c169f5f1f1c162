"""MHTML: a page that the browser saved with its pictures in one file."""

from __future__ import annotations

from collections.abc import Iterator

from rujuk.model.report import Failure, Report
from rujuk.read.given import Given
from rujuk.read.mime import Part
from rujuk.read.page import read_page

_PLACE = "content-location"


def is_saved_page(message: Part) -> bool:
    """Say whether a message is a saved page: related parts with an HTML root and the page's address, and no reader addressed."""
    return message.kind == "multipart/related" and (
        "snapshot-content-location" in message.fields
        or ("to" not in message.fields and any(p.kind == "text/html" and _PLACE in p.fields for p in message.parts[:3]))
    )


def read_saved_page(message: Part, *, source: str, digest: str) -> Report | Failure:
    """Read the page; the other parts are its pictures, styles and frames."""
    root = _root(message)
    text = root.text() if root else None
    if root is None or text is None:
        return Failure(source=source, stage="read", code="no-body", detail="the saved page holds no HTML")
    address = message.fields.get("snapshot-content-location") or root.fields.get(_PLACE, "")
    url = address.strip() if address.strip().lower().startswith(("http://", "https://")) else None
    return read_page(text[0], source=source, digest=digest, given=Given(url=url))


def _root(message: Part) -> Part | None:
    """Give the part that `start` names, else the first HTML."""
    start = (message.parameter("start") or "").strip("<> ")
    pages = [p for p in _flat(message) if p.kind in ("text/html", "application/xhtml+xml")]
    named = [p for p in pages if start and p.fields.get("content-id", "").strip("<> ") == start]
    return next(iter(named or pages), None)


def _flat(part: Part) -> Iterator[Part]:
    for p in part.parts:
        yield p
        yield from _flat(p)
