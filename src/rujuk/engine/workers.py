"""Run a pure function over many items, in this process or over several; the order of results is the order of items."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

WORTH_A_POOL = 200
"""Below so many items a pool costs more than it saves (a worker takes about half a second to load the packs)."""


def cores() -> int:
    """Number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered_map(work: Callable[[A], B], items: Iterable[A], *, jobs: int) -> Iterator[B]:
    """Give `work(item)` for each item, in order.

    With `jobs` of 1 the items are taken one at a time, so memory stays flat; else worker processes take them in blocks.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from itertools import islice
    from multiprocessing import get_context

    source = iter(items)
    # spawn: workers start from the same clean state on every platform
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        while block := list(islice(source, 2048)):
            yield from pool.map(work, block, chunksize=32)
