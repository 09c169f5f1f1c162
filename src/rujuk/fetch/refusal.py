"""Why an address gave no page: an error with a stable code and the address."""

from __future__ import annotations

from rujuk.errors import InputError

PASSING = frozenset({"timeout", "cut-off", "connect-failed", "dns-failed", "bad-answer"})
"""Failures of one attempt that another attempt may mend."""

HOST = frozenset({"timeout", "connect-failed", "dns-failed", "tls-failed", "robots-unreachable"})
"""Failures that speak of the host rather than of the one address."""


class Refusal(InputError):
    """An address that is not fetched, or gave no usable answer.

    Args:
        code: the stable name listed in docs/fetching.md.
        url: the address at fault; after a redirect, the one that was redirected to.
        detail: what happened, in words.
        status: the HTTP status, where there was an answer.
    """

    def __init__(self, code: str, url: str, detail: str, *, status: int | None = None) -> None:
        super().__init__(detail, where=url, code=code)
        self.url, self.detail, self.status = url, detail, status
