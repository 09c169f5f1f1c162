"""How much, how long and how often: the bounds of fetching."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on time (seconds), size (bytes) and number.

    A news page has 0.1 to 3 MB; `read` takes documents up to 16 MiB, so nothing larger is worth its way.
    """

    connect: float = 10.0
    """To look the name up and connect."""
    read: float = 20.0
    """Between two pieces of an answer."""
    total: float = 60.0
    """For one answer as a whole: a server that drips a byte now and then ends here."""
    raw: int = 16 * 1024 * 1024
    """Of a body as it is sent."""
    unpacked: int = 16 * 1024 * 1024
    """Of a body unpacked."""
    other: int = 64 * 1024
    """Of the body of a redirect or an error that is kept."""
    robots: int = 500 * 1024
    """Of robots.txt; what follows is not looked at (RFC 9309, section 2.5)."""
    redirects: int = 8
    """For one address."""
    tries: int = 3
    """For one request."""
    backoff: float = 1.0
    """Before the second try; doubled each time."""
    delay: float = 1.0
    """Between two requests to one host, where its robots.txt asks for no more."""
    longest_wait: float = 60.0
    """That a host may ask for (crawl-delay, Retry-After) and be waited for."""
    hosts: int = 16
    """Requests at a time, each to another host."""
    patience: int = 3
    """Addresses of one host that may fail in a row before the rest of the host is left for another run."""
    most: int = 1_000
    """Addresses of one run, those found in fetched feeds and sitemaps among them."""
    depth: int = 3
    """Lists on the way to a page: OPML, feed, page; or sitemap index, sitemap, page."""
    archive: int = 1024 * 1024 * 1024
    """Of one WARC file, roughly; the next record opens another one."""
