"""Run a pure function over many items, in this process or over several; the order of results is the order of items."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

WORTH_A_POOL = 200
"""Below so many items a pool costs more than it saves (a worker takes about half a second to load the packs)."""

AHEAD = 4
"""Batches under way a worker: one that is worked on, and enough behind it that no worker waits for a slow one's results to be taken."""


def cores() -> int:
    """Number of cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered_map(
    work: Callable[[A], B], items: Iterable[A], *, jobs: int, weight: Callable[[A], int] | None = None, batch: int = 32
) -> Iterator[B]:
    """Give `work(item)` for each item, in order, with little held at a time however many there are.

    With `jobs` of 1 the items are taken one at a time.  Else worker processes take them in batches that weigh about `batch` (an item weighs 1 where
    no `weight` is given); at most `AHEAD` batches a worker are under way, so memory stays flat.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    from collections import deque
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    # spawn: workers start from the same clean state on every platform
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[list[B]]] = deque()
        for some in _batches(items, weight, batch):
            waiting.append(pool.submit(_each, work, some))
            if len(waiting) >= AHEAD * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _each(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(item) for item in batch]


def _batches(items: Iterable[A], weight: Callable[[A], int] | None, full: int) -> Iterator[list[A]]:
    batch: list[A] = []
    total = 0
    for item in items:
        batch.append(item)
        total += weight(item) if weight else 1
        if total >= full:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch
