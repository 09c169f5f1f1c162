"""A saved web page: HTML to a report."""

from __future__ import annotations

import re

from rujuk.model.report import Failure, Report
from rujuk.read.given import Given

_OPENING = re.compile(r"(?is)\s*(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,300}\?>\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|section|meta|title|table|h1)\b")
_INNER = re.compile(r"(?i)<(?:html|head|body|article|div|p|span|h1|script|meta)\b")


def looks_like_page(text: str) -> bool:
    """Say whether decoded text is HTML: it opens with mark-up, or has much of it near its start."""
    head = text[:20_000].lstrip("\ufeff")
    return bool(_OPENING.match(head)) or len(_INNER.findall(head)) >= 8


def read_page(text: str, *, source: str, digest: str | None = None, given: Given | None = None) -> Report | Failure:
    return Failure(source=source, stage="read", code="no-body", detail="not yet")
