"""A line of the stage commands as a report.

The text stays as it was sent, so that offsets count in it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from rujuk.errors import InputError
from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days
from rujuk.read.language import detect_language


def report_of(row: dict[str, Any], where: str) -> Report:
    """Read a report from a JSON object with at least `id` and `text`.

    Raises:
        InputError: a field is missing or has the wrong shape.
    """
    ident, text = row.get("id"), row.get("text")
    if not isinstance(ident, str) or not ident:
        raise InputError(
            f"`id` is {ident!r}", where=where, expected="a string", remedy="rujuk read writes such lines", code="bad-line"
        )
    if not isinstance(text, str):
        raise InputError(f"`text` is {type(text).__name__}", where=where, expected="a string", code="bad-line")
    title = row.get("title")
    if title is not None and not isinstance(title, str):
        raise InputError(f"`title` is {type(title).__name__}", where=where, expected="a string or null", code="bad-line")
    language = row.get("language")
    return Report(
        id=ident,
        source=str(row.get("source") or ident),
        url=row["url"] if isinstance(row.get("url"), str) else None,
        outlet=_outlet(row.get("outlet")),
        title=title or None,
        bylines=tuple(b for b in row.get("bylines") or () if isinstance(b, str)),
        language=language if isinstance(language, str) and language else detect_language(text),
        published=_published(row.get("published"), where),
        text=text,
    )


def _outlet(value: object) -> Outlet | None:
    if isinstance(value, str) and value:
        return Outlet(name=value)
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        domain = value.get("domain")
        return Outlet(name=value["name"], domain=domain if isinstance(domain, str) else None)
    return None


def _published(value: object, where: str) -> Published | None:
    if value is None:
        return None
    if isinstance(value, str):
        value = {"earliest": value[:10], "latest": value[:10], "local": value if len(value) > 10 else None}
    if not isinstance(value, dict):
        raise InputError(
            f"`published` is {type(value).__name__}", where=where, expected="a day, an object or null", code="bad-line"
        )
    try:
        days = Days(
            earliest=date.fromisoformat(str(value["earliest"])[:10]), latest=date.fromisoformat(str(value["latest"])[:10])
        )
        basis = Basis(value.get("basis") or Basis.METADATA)
    except (KeyError, ValueError) as e:
        raise InputError(
            f"`published` cannot be read: {e}", where=where, expected="ISO days `earliest` and `latest`", code="bad-line"
        ) from e
    local = value.get("local")
    return Published(days=days, basis=basis, local=local if isinstance(local, str) else None)
