"""What a site's robots.txt allows.

Source: RFC 9309 (Robots Exclusion Protocol); crawl-delay and request-rate as protego reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from rujuk.fetch.exchange import Exchange

TOKEN = "rujuk"
"""The name that a robots.txt calls us by."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; `code` says why nothing may be fetched, where that is so."""

    rules: Protego | None = None
    code: str = ""
    detail: str = ""

    def allows(self, url: str) -> bool:
        """Say whether the address may be fetched."""
        return not self.code and (self.rules is None or bool(self.rules.can_fetch(url, TOKEN)))

    @property
    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 where it asks for none."""
        if self.rules is None:
            return 0.0
        rate = self.rules.request_rate(TOKEN)
        paced = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.rules.crawl_delay(TOKEN) or 0.0), float(paced))


def read_rules(answer: Exchange, body: bytes) -> Rules:
    """Read the rules from the answer to a request for robots.txt.

    Without one (4xx) all is allowed; where the server fails (5xx) nothing is.  A redirect that leads nowhere counts as none.
    """
    if answer.status == 429:
        return Rules(code="rate-limited", detail="robots.txt: the server asks for fewer requests")
    if answer.status >= 500:
        return Rules(
            code="robots-unreachable", detail=f"robots.txt: the server answers {answer.status}, so nothing may be fetched"
        )
    if not 200 <= answer.status < 300:
        return Rules()
    return Rules(rules=Protego.parse(body.decode("utf-8", "replace").replace("\0", "")))
