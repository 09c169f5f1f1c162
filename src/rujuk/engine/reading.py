"""Read what was given over several processes: documents are opened here, in order, and read in the workers."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rujuk.engine.marking import date_undated
from rujuk.engine.workers import WORTH_A_POOL, cores, ordered_map
from rujuk.fetch.manifest import NAME
from rujuk.model.report import Failure, Report
from rujuk.read.contents import read_document
from rujuk.read.documents import Document
from rujuk.read.page_parts import is_part, joined
from rujuk.read.sources import open_inputs

if TYPE_CHECKING:
    from rujuk.engine.fetching import Web

Item = Report | Failure
BATCH = 500_000
"""Bytes of documents sent to a worker at once: some pages, a tenth of a second of work."""
_ADDRESS = re.compile(r"\s*[a-z][a-z0-9+.-]{1,20}://", re.I)


def is_address(item: str) -> bool:
    """Say whether an input is a web address (of whatever scheme), not a path."""
    return _ADDRESS.match(item) is not None


def read_all(inputs: Sequence[str], *, jobs: int | None = None, web: Web | None = None) -> Iterator[Item]:
    """Read files, folders, globs and web addresses, one item after the other; as `rujuk.read.sources.read_inputs`, over `jobs` processes.

    A page of several of an article waits for the others and comes last, put together with them.

    Args:
        web: how addresses are fetched; they come behind what lies on disk.
        jobs: worker processes; None starts one a core as soon as a few hundred documents have come.  The items and their order do not depend on it.
    """
    yield from together(_read_apart(inputs, jobs, web))


def together(items: Iterable[Item]) -> Iterator[Item]:
    """Give the items; a page of several of an article waits for the others and comes last, put together with them."""
    parts: list[Report] = []
    for item in items:
        if isinstance(item, Report) and is_part(item):
            parts.append(item)
        else:
            yield item
    yield from joined(parts)


def _read_apart(inputs: Sequence[str], jobs: int | None, web: Web | None) -> Iterator[Item]:
    opened = open_all(sorted(dict.fromkeys(inputs)), web)
    if jobs is None:
        for _, item in zip(range(WORTH_A_POOL), opened, strict=False):
            yield from read_one(item)
    workers = cores() if jobs is None else jobs
    for found in ordered_map(read_one, opened, jobs=workers, weight=document_size, batch=BATCH):
        yield from found


def open_all(inputs: Sequence[str], web: Web | None) -> Iterator[Document | Failure]:
    """Open what lies on disk, then what is fetched; the machinery of the web is loaded only where it is wanted."""
    paths = [i for i in inputs if not is_address(i)]
    opened = open_inputs(paths)
    if len(paths) == len(inputs) and not any(os.path.isfile(os.path.join(p, NAME)) for p in paths):
        return opened
    from rujuk.engine.fetching import Web, noted_failures, open_web

    return chain(opened, noted_failures(paths), open_web(inputs, web or Web()))


def read_reports(inputs: Sequence[str], *, jobs: int | None = 1, web: Web | None = None) -> Iterator[Item]:
    """Read what was given, one at a time, undated reports dated where their text allows it; a report that came before is skipped."""
    return without_repeats(read_all(inputs, jobs=jobs, web=web))


def without_repeats(items: Iterable[Item]) -> Iterator[Item]:
    """Give the items in order, undated reports dated where their text allows it, a report that came before as a failure that names the first."""
    sources: dict[str, str] = {}
    for item in items:
        if isinstance(item, Failure):
            yield item
        elif item.id in sources:
            yield again(item, sources[item.id])
        else:
            sources[item.id] = item.source
            yield date_undated(item)


def again(report: Report, first: str) -> Failure:
    """Say that a report is the one that was read from `first` already."""
    return Failure(source=report.source, stage="read", code="duplicate", detail=f"the same report as {first}", state="skipped")


def read_one(item: Document | Failure) -> tuple[Item, ...]:
    """Give what a document holds; a failure stays one."""
    return (item,) if isinstance(item, Failure) else read_document(item)


def document_size(item: Document | Failure) -> int:
    """Bytes that an item holds, a little more than nothing for a failure."""
    return len(item.data) + 500 if isinstance(item, Document) else 500
