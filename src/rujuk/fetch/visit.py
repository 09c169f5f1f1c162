"""One address followed to its page: robots.txt, redirects, AMP to canonical, conditions."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from rujuk.fetch.addresses import Access, Target, check_url
from rujuk.fetch.exchange import PAGE, Exchange
from rujuk.fetch.hints import Hints, looks_like_page, read_hints
from rujuk.fetch.limits import Limits
from rujuk.fetch.manifest import Row
from rujuk.fetch.pace import Pace
from rujuk.fetch.refusal import HOST, Refusal
from rujuk.fetch.retry import Retries
from rujuk.fetch.robots import Rules, read_rules
from rujuk.fetch.unpack import Broken, TooLarge, unpack

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Visit:
    """What visiting an address gave.

    `page` is the answer to read and `body` its unpacked bytes; both are there only where `refusal` is not, and `unchanged` is false.  `trail` holds the other
    answers on the way, in order.
    """

    url: str
    trail: list[Exchange]
    page: Exchange | None = None
    body: bytes = b""
    hints: Hints = Hints()
    refusal: Refusal | None = None
    unchanged: bool = False
    note: str = ""


class Visitor:
    """Visits addresses; keeps the rules of the sites seen."""

    def __init__(self, retries: Retries, pace: Pace, limits: Limits, access: Access) -> None:
        self.retries, self.pace, self.limits, self.access = retries, pace, limits, access
        self.rules: dict[str, Rules | Refusal] = {}
        self.asking: dict[str, asyncio.Lock] = {}
        self.paced: set[str] = set()

    async def visit(self, url: str, before: Row | None = None) -> Visit:
        """Visit an address.

        Args:
            before: the row of an earlier fetch; the answer may then be that nothing changed.
        """
        found = Visit(url=url, trail=[])
        try:
            await self._follow(url, found, before)
            if found.page is not None and found.hints.amp and found.hints.canonical:
                await self._canonical(found)
        except Refusal as e:
            found.refusal = e
        return found

    async def _follow(self, url: str, found: Visit, before: Row | None) -> None:
        """Follow redirects to an answer; put it into `found`."""
        passed: list[str] = []
        current = check_url(url, self.access)
        while True:
            passed.append(current.url)
            await self._allowed(current)
            answer = await self.retries.get(current, _conditions(before, current))
            if answer.status not in REDIRECTS:
                break
            found.trail.append(answer)
            current = self._next(answer, passed)
        if answer.status == 304 and before is not None:
            found.trail.append(answer)
            found.unchanged = True
            return
        if answer.status not in PAGE:
            found.trail.append(answer)
            code = "rate-limited" if answer.status == 429 else f"http-{answer.status}"
            raise Refusal(code, current.url, f"the server answers {answer.status} {answer.reason}".rstrip(), status=answer.status)
        try:
            body = self._unpacked(answer)
        except Refusal:
            found.trail.append(answer)
            raise
        if not body.strip():
            found.trail.append(answer)
            raise Refusal("empty", current.url, "the server answers with nothing in it", status=answer.status)
        found.page, found.body = answer, body
        found.hints = read_hints(body, current.url) if looks_like_page(body) else Hints()

    def _next(self, answer: Exchange, passed: Sequence[str]) -> Target:
        """Give where a redirect leads, checked like any address."""
        here, where = answer.target.url, answer.header("location").strip()
        if not where:
            raise Refusal("bad-redirect", here, f"the server answers {answer.status} and names no place", status=answer.status)
        try:
            # servers send UTF-8 and blanks in Location; browsers take both
            joined = urljoin(here, where.encode("latin-1").decode("utf-8", "replace").replace(" ", "%20"))
        except ValueError as e:
            raise Refusal("bad-redirect", here, f"leads to no address: {where[:200]}", status=answer.status) from e
        following = check_url(joined, self.access)
        if following.url in passed:
            raise Refusal("redirect-loop", following.url, f"leads back to itself after {len(passed)} steps", status=answer.status)
        if len(passed) > self.limits.redirects:
            raise Refusal(
                "too-many-redirects", following.url, f"more than {self.limits.redirects} redirects", status=answer.status
            )
        return following

    def _unpacked(self, answer: Exchange) -> bytes:
        try:
            return unpack(answer.body, answer.header("content-encoding"), most=self.limits.unpacked)
        except TooLarge as e:
            raise Refusal("too-large", answer.target.url, f"unpacks to {e}", status=answer.status) from e
        except Broken as e:
            raise Refusal("broken-encoding", answer.target.url, f"the packed page is {e}", status=answer.status) from e

    async def _canonical(self, found: Visit) -> None:
        """Put the canonical page in the place of an AMP page; where it cannot be had, the AMP page stays, with a note."""
        amp, canonical = found.page, found.hints.canonical
        assert amp is not None
        assert canonical is not None
        try:
            if check_url(canonical, self.access).url == amp.target.url:
                return
            whole = Visit(url=canonical, trail=[])
            await self._follow(canonical, whole, None)
        except Refusal as e:
            found.note = f"the AMP page; its canonical page {canonical} gives {e.code}"
            return
        if whole.page is not None and not whole.hints.amp and looks_like_page(whole.body):
            found.trail += [amp, *whole.trail]
            found.page, found.body, found.hints = whole.page, whole.body, whole.hints
        else:
            found.note = f"the AMP page; its canonical address {canonical} gives no other page"

    async def _allowed(self, target: Target) -> None:
        """Ask the site's robots.txt, once a run.

        Raises:
            Refusal: the address may not be fetched, or the site wants longer waits than are waited.
        """
        lock = self.asking.setdefault(target.site, asyncio.Lock())
        async with lock:
            if target.site not in self.rules:
                self.rules[target.site] = await self._read_rules(target)
        rules = self.rules[target.site]
        if isinstance(rules, Refusal):
            told = rules.detail if rules.code in HOST | {"private-address", "network-down"} else f"robots.txt: {rules.detail}"
            raise Refusal(rules.code, target.url, told, status=rules.status)
        if rules.code:
            raise Refusal(rules.code, target.url, rules.detail)
        if not rules.allows(target.url):
            raise Refusal("robots-denied", target.url, "the site's robots.txt does not allow it")
        if rules.delay > self.limits.longest_wait:
            if target.host in self.paced:
                raise Refusal(
                    "rate-limited", target.url, f"robots.txt asks for {rules.delay:.0f} s between requests; run it again later"
                )
            self.paced.add(target.host)
        else:
            self.pace.slow_down(target.host, rules.delay)

    async def _read_rules(self, target: Target) -> Rules | Refusal:
        passed: list[str] = []
        try:
            current = check_url(f"{target.site}/robots.txt", self.access)
            while True:
                passed.append(current.url)
                answer = await self.retries.get(current, most=self.limits.robots)
                if answer.status not in REDIRECTS:
                    break
                try:
                    current = self._next(answer, passed)
                except Refusal as e:
                    # RFC 9309, 2.3.1.2: redirects that lead nowhere are a missing robots.txt
                    return e if e.code == "private-address" else Rules()
            if answer.status not in PAGE:
                return read_rules(answer, b"")
            return read_rules(answer, unpack(answer.body, answer.header("content-encoding"), most=self.limits.robots * 8))
        except (Broken, TooLarge):
            return Rules(code="robots-unreachable", detail="robots.txt cannot be unpacked, so nothing may be fetched")
        except Refusal as e:
            return e


def _conditions(before: Row | None, target: Target) -> tuple[tuple[str, str], ...]:
    """The request headers that let a server say that nothing changed."""
    if before is None or (before.final or before.url) != target.url:
        return ()
    named = (("If-None-Match", before.etag), ("If-Modified-Since", before.last_modified))
    return tuple((k, v) for k, v in named if v and "\n" not in v and "\r" not in v)
