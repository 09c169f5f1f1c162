"""Mailboxes: one message after the other out of an mbox file of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rujuk.model.report import Failure
from rujuk.read import limits
from rujuk.read.documents import Document, Form
from rujuk.read.mail import looks_like_mail

_QUOTED = re.compile(rb"(?m)^>(>*From )")


def looks_like_mbox(head: bytes) -> bool:
    """Say whether bytes open a mailbox: a "From " line, and a message's header below it."""
    return head.startswith(b"From ") and looks_like_mail(head)


def open_mbox(lines: Iterator[bytes], *, source: str) -> Iterator[Document | Failure]:
    """Give the messages of a mailbox as documents.  Source: RFC 4155, with ">From " unquoted as mboxrd does.

    Args:
        lines: with their ends; none longer than a document may be.
    """
    number = size = 0
    kept: list[bytes] = []
    blank = True
    for line in lines:
        if blank and line.startswith(b"From "):
            if number:
                yield _message(kept, size, f"{source}:{number}")
            number, size, kept = number + 1, 0, []
        elif number:
            size += len(line)
            if size <= limits.MAX_PAGE:
                kept.append(line)
        blank = not line.strip()
    if number:
        yield _message(kept, size, f"{source}:{number}")


def _message(lines: list[bytes], size: int, source: str) -> Document | Failure:
    if size > limits.MAX_PAGE:
        return Failure(source=source, stage="read", code="too-large", detail=f"a message larger than {limits.MAX_PAGE} bytes")
    return Document(data=_QUOTED.sub(rb"\1", b"".join(lines)), source=source, form=Form.MAIL)
