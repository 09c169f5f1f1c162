"""JSON: one report a line, one object, or a list of objects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

from rujuk.model.report import Failure, Report
from rujuk.read import limits
from rujuk.read.documents import Document, Form
from rujuk.read.given import checked
from rujuk.read.plain import paragraphs, read_lines
from rujuk.text.clean import clean_line, clean_text

_TEXT = ("text", "body", "content", "article", "articleBody", "maintext")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "source_name", "site", "source_domain"),
    "domain": ("domain",),
    "url": ("url", "link"),
    "published": ("published", "date", "published_at", "date_publish", "datePublished", "pubdate"),
    "modified": ("modified", "updated", "date_modify", "dateModified"),
    "author": ("bylines", "author", "authors", "byline"),
    "language": ("language", "lang"),
}


def read_object(item: object, *, source: str, digest: str | None = None, where: str = "") -> Report | Failure:
    """Read a report from one JSON object; `where` names its line in failures."""
    at = f"{where}: " if where else ""
    if not isinstance(item, dict):
        return Failure(
            source=source, stage="read", code="not-a-report", detail=f"{at}expected a JSON object, found {_kind(item)}"
        )
    values = {name: next((item[k] for k in keys if item.get(k) is not None), None) for name, keys in _KEYS.items()}
    named = (
        item.get("source") if isinstance(item.get("source"), str) else item.get("id") if isinstance(item.get("id"), str) else None
    )
    source = clean_line(named)[:500] or source
    given = checked({k: v for k, v in values.items() if v is not None})
    text = next((item[k] for k in _TEXT if isinstance(item.get(k), str) and item[k].strip()), None)
    page = item.get("html")
    if text is None and isinstance(page, str) and page.strip():
        from rujuk.read.page import read_page

        # an address alone does not name the outlet: the page may
        outlet = given.outlet if values["outlet"] or values["domain"] else None
        return read_page(page, source=source, digest=digest, given=replace(given, outlet=outlet))
    if text is None:
        return Failure(source=source, stage="read", code="no-body", detail=f"{at}no text or html in this object")
    draft = read_lines(paragraphs(clean_text(text)), given=given, source=source, digest=digest)
    if draft is None:
        return Failure(source=source, stage="read", code="no-body", detail=f"{at}the text has no words")
    partial, credit = (clean_line(v)[:500] if isinstance(v := item.get(k), str) else None for k in ("partial", "stated_credit"))
    return replace(draft, partial=draft.partial or partial or None, stated_credit=credit or None).report()


def open_json_lines(lines: Iterator[bytes], *, source: str) -> Iterator[Document | Failure]:
    """Give the lines of JSON Lines as documents.  Blank lines are passed over; one longer than a document may be is a failure."""
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        bare = line.strip()
        at = f"{source}:{number}"
        if len(line) > limits.MAX_PAGE:
            detail = f"line {number} is longer than {limits.MAX_PAGE} bytes"
            yield Failure(source=at, stage="read", code="too-large", detail=detail)
        elif bare:
            yield Document(data=bare, source=at, form=Form.JSON_LINE, number=number)


def read_line(line: Document) -> Report | Failure:
    """Read one line of JSON Lines."""
    where = f"line {line.number}"
    try:
        item = json.loads(line.data)
    except (ValueError, RecursionError) as e:
        return Failure(source=line.source, stage="read", code="broken-json", detail=f"{where}: {_why(e)}")
    return read_object(item, source=line.source, digest=hashlib.sha256(line.data).hexdigest(), where=where)


def _why(e: Exception) -> str:
    return "nested too deeply" if isinstance(e, RecursionError) else str(e)


def _kind(item: object) -> str:
    return {list: "a list", str: "a string", int: "a number", float: "a number", bool: "a truth value", type(None): "null"}.get(
        type(item), "something else"
    )
