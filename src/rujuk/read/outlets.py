"""Who published a report: names and domains."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from rujuk.model.report import Outlet
from rujuk.text.clean import clean_line

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I)
_DATELINE = re.compile(
    r"^(?:[A-Z][\w .'-]{2,30},\s)?((?:[\w-]+\.)+(?:com|co|id|net|org|tv|news))(?:,\s[^-–—]{2,40})?\s?[-–—]", re.I
)


def domain_of(url: str | None) -> str | None:
    """Give the host of an address without "www"; None where it has none."""
    if not url:
        return None
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".").lower()
    except ValueError:
        return None
    host = host.removeprefix("www.")
    return host if _DOMAIN.fullmatch(host) else None


def make_outlet(name: object, domain: object = None, *, url: str | None = None) -> Outlet | None:
    """Make an outlet of a given name (which may be a domain itself), a domain and the report's address, as far as they go."""
    named = clean_line(name) if isinstance(name, str) else ""
    host = domain_of(domain) if isinstance(domain, str) else None
    if named and _DOMAIN.fullmatch(named) and "." in named:
        host = host or named.lower().removeprefix("www.")
    host = host or domain_of(url)
    return Outlet(name=named or host or "", domain=host) if named or host else None


def outlet_in_dateline(line: str) -> Outlet | None:
    """Read the outlet off a dateline that opens with its address ("EXAMPLE.CO, Jakarta - ")."""
    m = _DATELINE.match(line)
    if m is None:
        return None
    stem, _, ending = m[1].partition(".")
    shown = f"{stem.capitalize() if stem.isupper() else stem}.{ending.lower()}"
    return Outlet(name=shown, domain=shown.lower())
