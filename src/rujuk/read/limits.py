"""How much is read at most."""

from __future__ import annotations

MAX_PAGE = 16 * 1024 * 1024
"""Bytes of one document, unpacked.  A news page has 0.1 to 3 MB; what is larger is a dump, or a trap."""

MAX_TAGS = 300_000
"""Tags of one page.  The longest live blogs have 60,000; what has many more only costs time."""
