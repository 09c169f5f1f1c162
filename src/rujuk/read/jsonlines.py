"""JSON: one report a line, one object, or a list of objects."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from rujuk.model.report import Failure, Report
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

        return read_page(page, source=source, digest=digest, given=given)
    if text is None:
        return Failure(source=source, stage="read", code="no-body", detail=f"{at}no text or html in this object")
    draft = read_lines(paragraphs(clean_text(text)), given=given, source=source, digest=digest)
    if draft is None:
        return Failure(source=source, stage="read", code="no-body", detail=f"{at}the text has no words")
    return draft.report()


def read_json_lines(lines: Iterator[bytes], *, source: str, most: int) -> Iterator[tuple[bytes, Report | Failure]]:
    """Read JSON Lines; give each line's bytes with its report or failure.  Blank lines are passed over.

    A line longer than `most` bytes is not parsed.
    """
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        if not line.strip():
            continue
        at = f"{source}:{number}"
        if len(line) > most:
            yield (
                line[:64],
                Failure(source=at, stage="read", code="too-large", detail=f"line {number} is longer than {most} bytes"),
            )
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as e:
            yield line, Failure(source=at, stage="read", code="broken-json", detail=f"line {number}: {_why(e)}")
            continue
        yield line, read_object(item, source=at, digest=hashlib.sha256(line.strip()).hexdigest(), where=f"line {number}")


def _why(e: Exception) -> str:
    return "nested too deeply" if isinstance(e, RecursionError) else str(e)


def _kind(item: object) -> str:
    return {list: "a list", str: "a string", int: "a number", float: "a number", bool: "a truth value", type(None): "null"}.get(
        type(item), "something else"
    )
