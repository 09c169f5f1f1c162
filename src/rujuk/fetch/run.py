"""A run: many addresses at once, each host in its own line, what was done written down as it is done."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from rujuk.fetch.addresses import Access, check_url
from rujuk.fetch.archive import PAGES, TRAIL, Archive, Place
from rujuk.fetch.connect import CheckedBackend, Lookup, is_routed, system_lookup
from rujuk.fetch.exchange import Client, Exchange
from rujuk.fetch.limits import Limits
from rujuk.fetch.manifest import FETCHED, LIST, UNCHANGED, Manifest, Row, latest
from rujuk.fetch.pace import Pace
from rujuk.fetch.refusal import HOST, Refusal
from rujuk.fetch.retry import Retries
from rujuk.fetch.visit import Visit, Visitor

Links = Callable[[bytes, str], tuple[str, ...]]
"""Bytes and their address to the addresses that they list; empty where they are no list."""

Parts = Callable[[bytes, str, bool], tuple[str, ...]]
"""A page, its address, and whether another page of its article led to it, to the addresses of the other pages."""


def no_parts(data: bytes, url: str, onward: bool) -> tuple[str, ...]:
    """Find none."""
    return ()


KEPT = "kept"
"""How an address is counted whose page is there from an earlier run."""
DOWN = "network-down"
DEEP = "list-too-deep"
NAMELESS = 3
"""Hosts whose names are not found, before anything answered, that are taken for a network that is down."""

_HTML = re.compile(rb"[\xef\xbb\xbf\s]*<(?:!doctype\s+html|html)\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a run behaves; `lookup`, `routed` and `now` stand for the system's resolver, its routes and the clock."""

    agent: str
    limits: Limits = Limits()
    access: Access = Access()
    again: bool = False
    """Whether pages that are there are asked for again, under the condition that they changed."""
    lookup: Lookup = system_lookup
    routed: Callable[[], bool] = is_routed
    now: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(slots=True)
class Fetched:
    """What became of everything in a run, filled as it goes; each address is counted once."""

    rows: dict[str, Row] = field(default_factory=dict)
    """By address, those of earlier runs that were kept among them, in the order in which they were settled."""
    counts: Counter[str] = field(default_factory=Counter)
    down: str = ""
    """Why the run was given up, where the network is down."""
    left: int = 0
    """Addresses named by lists beyond the limit on addresses."""

    def settle(self, row: Row, state: str) -> None:
        """Count an address under its state."""
        self.rows[row.url] = row
        self.counts[state] += 1


@dataclass(frozen=True, slots=True)
class _Job:
    url: str
    depth: int = 0
    found_in: str | None = None
    part: bool = False
    """Whether another page of its article led to it."""


class Run:
    """One run over one folder."""

    def __init__(
        self, folder: Path, settings: Settings, done: Fetched, told: Callable[[Row], None], *, links: Links, parts: Parts
    ) -> None:
        """Open the folder.

        Raises:
            ConfigError: it cannot be written, or another process fetches into it.
        """
        self.settings, self.done, self.told, self.links, self.parts = settings, done, told, links, parts
        limits = settings.limits
        self.manifest = Manifest(folder)
        self.before = latest(folder)
        self.archive = Archive(folder, software=settings.agent, most=limits.archive)
        self.places: dict[tuple[str, str], Place] = {
            (r.final or r.url, r.sha256): (r.warc, r.offset)
            for r in self.before.values()
            if r.sha256 and r.warc and r.offset is not None and r.outcome != LIST
        }
        self.pace = Pace(limits.delay, limits.hosts)
        self.client = Client(
            CheckedBackend(settings.access, settings.lookup, settings.routed), limits, agent=settings.agent, now=settings.now
        )
        self.retries = Retries(self.client, self.pace, limits)
        self.visitor = Visitor(self.retries, self.pace, limits, settings.access)
        self.lines: dict[str, deque[_Job]] = {}
        self.tasks: set[asyncio.Task[None]] = set()
        self.seen: set[str] = set()
        self.nameless: set[str] = set()

    async def all(self, urls: Iterable[str]) -> None:
        """Fetch the addresses and what the lists among them name.

        Raises:
            ConfigError: the folder cannot be written any more.
        """
        try:
            for url in urls:
                self._add(_Job(url))
            while self.tasks and not self.done.down:
                over, _ = await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
                self.tasks -= over
                for task in over:
                    task.result()
        finally:
            for task in self.tasks:
                task.cancel()
            await asyncio.gather(*self.tasks, return_exceptions=True)
            await self.client.pool.aclose()
            self.manifest.close()
        self._tell_untried()

    def _add(self, job: _Job) -> None:
        if job.url in self.seen:
            return
        if len(self.seen) >= self.settings.limits.most:
            self.done.left += 1
            return
        self.seen.add(job.url)
        before = self.before.get(job.url)
        if before is not None and before.good and not self.settings.again:
            self.done.settle(before, KEPT)
            self.told(before)
            self._add_links(before, job)
            return
        try:
            host = check_url(job.url, self.settings.access).host
        except Refusal as e:
            self._refused(job, e, ())
            return
        line = self.lines.get(host)
        if line is None:
            self.lines[host] = deque([job])
            self.tasks.add(asyncio.get_running_loop().create_task(self._serve(host)))
        else:
            line.append(job)

    def _add_links(self, row: Row, job: _Job) -> None:
        for link in row.links:
            self._add(_Job(link, job.depth + 1, row.url, part=row.outcome != LIST))

    async def _serve(self, host: str) -> None:
        """Fetch what waits in a host's line, one after the other, until it is empty."""
        line, gate, limits = self.lines[host], self.pace.gate(host), self.settings.limits
        while line and not self.done.down:
            job = line[0]  # it leaves the line when it is settled, so that a run that ends early still knows it
            if gate.failed >= limits.patience:
                why = f"{gate.failed} addresses of {host} failed in a row; run it again later"
                self._refused(job, Refusal("host-down", job.url, why), ())
                line.popleft()
                continue
            before = self.before.get(job.url)
            visit = await self.visitor.visit(job.url, before if before is not None and before.good else None)
            if visit.refusal is None:
                gate.failed = 0
                self._arrived(job, visit, before)
            elif self._is_down(host, visit.refusal):
                return
            else:
                gate.failed = gate.failed + 1 if visit.refusal.code in HOST else 0
                self._refused(job, visit.refusal, visit.trail)
            line.popleft()
        if not line:
            del self.lines[host]

    def _is_down(self, host: str, why: Refusal) -> bool:
        """Say whether a failure means that the network is down; the run then ends, with nothing written of what was not tried."""
        if why.code == "dns-failed" and not self.retries.reached:
            self.nameless.add(host)
        if why.code != DOWN and len(self.nameless) < NAMELESS:
            return False
        self.done.down = why.detail if why.code == DOWN else f"none of {len(self.nameless)} host names could be resolved"
        return True

    def _tell_untried(self) -> None:
        for line in self.lines.values():
            for job in line:
                row = Row(url=job.url, outcome=DOWN, time=self._time(), detail=self.done.down, found_in=job.found_in)
                self.done.settle(row, DOWN)
                self.told(row)

    def _refused(self, job: _Job, why: Refusal, trail: Iterable[Exchange]) -> None:
        trail = list(trail)
        for exchange in trail:
            self.archive.add(TRAIL, exchange)
        row = Row(
            url=job.url,
            outcome=why.code,
            time=self._time(),
            final=why.url if why.url != job.url else None,
            status=why.status,
            detail=why.detail,
            redirects=tuple(x.target.url for x in trail if x.status < 400),
            found_in=job.found_in,
        )
        self._write(row, row.outcome)

    def _arrived(self, job: _Job, visit: Visit, before: Row | None) -> None:
        """Keep what a visit gave, and go on with the addresses of a list."""
        for exchange in visit.trail:
            self.archive.add(TRAIL, exchange)
        if visit.unchanged:
            assert before is not None
            row = replace(before, outcome=LIST if before.outcome == LIST else UNCHANGED, time=self._time(), detail="")
            self._write(row, UNCHANGED)
        else:
            row = self._page_row(job, visit, before)
            self._write(row, row.outcome)
        self._add_links(row, job)

    def _page_row(self, job: _Job, visit: Visit, before: Row | None) -> Row:
        page, body = visit.page, visit.body
        assert page is not None
        final, digest = page.target.url, hashlib.sha256(body).hexdigest()
        links = () if _HTML.match(body) else self.links(body, final)
        deep = bool(links) and job.depth >= self.settings.limits.depth
        place = self.places.get((final, digest))
        outcome = DEEP if deep else LIST if links else FETCHED
        if links:
            place = self.archive.add(TRAIL, page)
        elif place is not None:
            self.archive.add(TRAIL, page)
            if before is not None and before.good and before.sha256 == digest:
                outcome = UNCHANGED
        else:
            place = self.archive.add(PAGES, page, note=_note(job, visit, digest))
            self.places[final, digest] = place
        return Row(
            url=job.url,
            outcome=outcome,
            time=_stamp(page.time),
            final=final if final != job.url else None,
            status=page.status,
            detail="a list in a list in a list; its links are not followed" if deep else visit.note,
            sha256=digest,
            bytes=len(body),
            content_type=page.header("content-type") or None,
            warc=place[0],
            offset=place[1],
            etag=page.header("etag") or None,
            last_modified=page.header("last-modified") or None,
            redirects=tuple(x.target.url for x in visit.trail),
            canonical=visit.hints.canonical,
            sources=visit.hints.sources,
            links=() if deep else links or self.parts(body, final, job.part),
            found_in=job.found_in,
        )

    def _write(self, row: Row, state: str) -> None:
        self.manifest.add(row)
        self.done.settle(row, state)
        self.told(row)

    def _time(self) -> str:
        return _stamp(self.settings.now())


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _note(job: _Job, visit: Visit, digest: str) -> list[tuple[str, str]]:
    """What the metadata record of a page says."""
    hints = visit.hints
    held = [("fetched-as", job.url), ("sha256", digest), ("canonical", hints.canonical or ""), ("via", job.found_in or "")]
    held += [("amp", "yes")] if hints.amp else []
    return [(k, v) for k, v in (*held, *hints.sources) if v]


async def fetch(
    urls: Iterable[str],
    folder: Path,
    settings: Settings,
    *,
    links: Links,
    done: Fetched,
    parts: Parts = no_parts,
    told: Callable[[Row], None] = lambda row: None,
) -> None:
    """Fetch addresses into a folder; `done` is filled as it goes, and holds what was done even where this is stopped.

    Args:
        urls: addresses of pages, feeds, sitemaps and other lists; each is fetched once.
        folder: made if it is missing; what an earlier run left there is kept and gone on from.
        links: finds the addresses in a list.
        parts: finds those of the other pages of an article, which are fetched too.
        told: called with each row as it is settled.

    Raises:
        ConfigError: the folder cannot be written, or another process fetches into it.
    """
    await Run(folder, settings, done, told, links=links, parts=parts).all(urls)
