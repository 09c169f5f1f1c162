"""Web addresses among the inputs: fetched into a folder, then opened from it like any archive."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
import threading
from collections.abc import Coroutine, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rujuk.engine.progress import Progress, Silent
from rujuk.engine.reading import is_address
from rujuk.errors import ConfigError, InputError
from rujuk.fetch.archive import stored
from rujuk.fetch.limits import Limits
from rujuk.fetch.manifest import FETCHED, LIST, NAME, UNCHANGED, Row, latest
from rujuk.fetch.run import Fetched, Settings, fetch
from rujuk.fetch.unpack import Broken, TooLarge, unpack
from rujuk.model.report import Failure
from rujuk.read.documents import Document
from rujuk.read.limits import MAX_PAGE
from rujuk.read.links import links_in
from rujuk.read.page_links import other_pages
from rujuk.version import __version__

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_CONTACT = re.compile(r"[^\x00-\x1f\x7f-\U0010ffff()<>]{3,200}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """How web addresses among the inputs are fetched.

    `folder` keeps the pages, and what is there is not fetched again; None keeps them for one call.  `contact` is an address of mail or web at which the
    owner of a site reaches whoever runs this; sites are told it.  `allow_private` lets it fetch from this machine and the network around it: for tests.
    """

    folder: Path | None = None
    contact: str = ""
    limits: Limits = Limits()
    again: bool = False
    allow_private: bool = False
    progress: Progress = field(default_factory=Silent)


def settings_of(web: Web) -> Settings:
    """Settings of a run.

    Raises:
        ConfigError: the contact is none that can be sent.
    """
    from rujuk.fetch.addresses import Access

    if web.contact and not _CONTACT.fullmatch(web.contact):
        raise ConfigError(
            "the contact cannot be sent", where=repr(web.contact), expected="a mail or web address in plain letters"
        )
    told = f"; +{web.contact}" if web.contact else ""
    access = Access(allow_private=True, ports=None) if web.allow_private else Access()
    return Settings(agent=f"Rujuk/{__version__} (news verification{told})", limits=web.limits, access=access, again=web.again)


def fetch_all(inputs: Sequence[str], web: Web, folder: Path, done: Fetched) -> list[Failure]:
    """Fetch addresses, and the addresses that local lists name, into a folder.

    Args:
        inputs: addresses of pages, feeds, sitemaps and lists; files that hold a list: addresses one a line, a feed, OPML, a sitemap.
        done: filled as it goes, and right even where this is stopped.

    Returns:
        What became of local files that are no lists.

    Raises:
        ConfigError: the folder cannot be written; another process fetches into it.
    """
    addresses: list[str] = []
    failures: list[Failure] = []
    for item in dict.fromkeys(inputs):
        if is_address(item):
            addresses.append(item.strip())
            continue
        found = _listed(item)
        if isinstance(found, Failure):
            failures.append(found)
        else:
            addresses += found
    addresses = list(dict.fromkeys(addresses))
    web.progress.begin("fetch", len(addresses) or None)
    run = fetch(
        addresses,
        folder,
        settings_of(web),
        links=_links,
        parts=other_pages,
        done=done,
        told=lambda row: web.progress.advance("fetch"),
    )
    if addresses:
        _finish(run)
    else:
        run.close()
    web.progress.end("fetch")
    return failures


def _links(data: bytes, source: str) -> tuple[str, ...]:
    return links_in(data, source=source)


def _listed(path: str) -> Failure | tuple[str, ...]:
    """Give the addresses in a local list."""
    try:
        with open(path, "rb") as file:
            data = file.read(MAX_PAGE + 1)
    except OSError as e:
        if isinstance(e, FileNotFoundError):
            return Failure(
                source=path, stage="fetch", code="not-found", detail="no such file; a web address starts with https://"
            )
        return Failure(source=path, stage="fetch", code="unreadable", detail=e.strerror or type(e).__name__)
    found = links_in(data, source=os.path.basename(path))
    return found or Failure(source=path, stage="fetch", code="no-links", detail="no addresses, feed, OPML or sitemap in it")


def _finish(run: Coroutine[object, object, None]) -> None:
    """Run to the end, in a thread of its own where this one runs a loop already (a notebook does)."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(run)
        return
    raised: list[BaseException] = []
    runner = asyncio.Runner()
    loop = runner.get_loop()

    def work() -> None:
        try:
            with runner:
                runner.run(run)
        except BaseException as e:  # handed to the caller's thread as it is
            raised.append(e)

    thread = threading.Thread(target=work, name="rujuk fetch")
    thread.start()
    try:
        thread.join()
    except KeyboardInterrupt:
        loop.call_soon_threadsafe(lambda: [task.cancel() for task in asyncio.all_tasks(loop)])
        thread.join()
        raise
    if raised:
        raise raised[0]


def open_web(inputs: Sequence[str], web: Web) -> Iterator[Document | Failure]:
    """Fetch the addresses among the inputs and give their pages as documents, and a failure for each that gave none, sorted by address.

    The documents are those of the archive: the same fetched bytes give the same documents, whenever they were fetched.
    """
    addresses = sorted(dict.fromkeys(i.strip() for i in inputs if is_address(i)))
    if not addresses:
        return
    if web.folder is None:
        with tempfile.TemporaryDirectory(prefix="rujuk-") as folder:
            yield from _opened(addresses, web, Path(folder))
    else:
        yield from _opened(addresses, web, web.folder)


def _opened(addresses: Sequence[str], web: Web, folder: Path) -> Iterator[Document | Failure]:
    done = Fetched()
    yield from fetch_all(addresses, web, folder, done)
    for _, row in sorted(done.rows.items()):
        if row.outcome in (FETCHED, UNCHANGED):
            yield document_of(row, folder)
        elif row.outcome != LIST:
            yield failure_of(row)
    if done.left:
        detail = f"lists name {done.left} addresses more than the {web.limits.most} that one run takes"
        yield Failure(source="fetch", stage="fetch", code="too-many-addresses", detail=detail, state="skipped")


def document_of(row: Row, folder: Path) -> Document | Failure:
    """Open the page of a row from the archive of its folder."""
    try:
        if row.warc is None or row.offset is None or row.warc != os.path.basename(row.warc):
            raise InputError("the manifest does not say where it lies", where=row.url, code="archive-broken")
        headers, body = stored(folder, (row.warc, row.offset))
        data = unpack(body, headers.get("content-encoding", ""), most=MAX_PAGE)
    except InputError as e:
        return Failure(source=row.url, stage="fetch", code=e.code, detail=e.found)
    except (Broken, TooLarge) as e:
        return Failure(source=row.url, stage="fetch", code="archive-broken", detail=f"the stored page is {e}")
    charset = _CHARSET.search(headers.get("content-type", ""))
    return Document(data=data, source=row.url, address=row.final or row.url, charset=charset[1] if charset else None)


def failure_of(row: Row) -> Failure:
    """Give the failure that a row tells of; nothing of when it happened."""
    where = f" ({row.final})" if row.final and row.final != row.url else ""
    return Failure(source=row.url, stage="fetch", code=row.outcome, detail=f"{row.detail}{where}")


def noted_failures(inputs: Sequence[str]) -> Iterator[Failure]:
    """Give the addresses that could not be fetched into folders among the inputs, as their manifests say."""
    for item in inputs:
        if not is_address(item) and os.path.isfile(os.path.join(item, NAME)):
            for _, row in sorted(latest(Path(item)).items()):
                if not row.good:
                    yield failure_of(row)


def with_limits(*, delay: float | None = None, most: int | None = None) -> Limits:
    """Give the limits with what the person changed."""
    limits = Limits()
    limits = limits if delay is None else replace(limits, delay=delay)
    return limits if most is None else replace(limits, most=most)
