"""One thing to read, still unread: its bytes, what it is called, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What the place a document was found in says about it."""

    FILE = "file"
    """Anything: its content tells."""
    JSON_LINE = "json-line"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes that hold a report or several.  Small enough to be sent to a worker process.

    `given` says whether the person named this very thing: what is no report is then a failure, else it is passed over.  `address` is where a crawler
    got it, `charset` what its server said of its encoding, `title` what an index calls it; `number` is its line in JSON Lines, from 1.
    """

    data: bytes
    source: str
    form: Form = Form.FILE
    given: bool = True
    address: str | None = None
    charset: str | None = None
    title: str | None = None
    number: int = 0
    warnings: tuple[str, ...] = ()
    partial: str | None = None
