"""Which reports are worth comparing, as rows: pairs that stand near each other under a telling word, or share shingles.

A bucket of words or shingles is one worker's; it sees ids and days, never a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.engine.cluster.arrays import columns_of, lists_of
from rujuk.engine.cluster.runner import Runner
from rujuk.relate.candidates import NEAR, SHARED
from rujuk.relate.pairs import shared_keys
from rujuk.relate.reuse import COMMON

BUCKET = 200_000
"""Words or shingles that a bucket holds, about."""
BLOCK = 5000
"""Reports that are compared with as many others by one worker: what they are about takes some tens of megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Reports parted by their days: those of a day stand in one block, or in several where there are many.

    Reports that are worth comparing are mostly of near days, so most blocks need not meet.
    """

    days: NDArray[np.float64]
    base: NDArray[np.int64]
    width: NDArray[np.int64]

    @classmethod
    def of(cls, counts: dict[float, int]) -> Blocks:
        """Part by the number of reports of each day."""
        days = sorted(counts)
        base, width = [], []
        at, filled = 0, 0
        for day in days:
            parts = -(-counts[day] // BLOCK)
            if filled and (parts > 1 or filled + counts[day] > BLOCK):
                at, filled = at + 1, 0
            base.append(at)
            width.append(parts)
            at, filled = (at + parts, 0) if parts > 1 else (at, filled + counts[day])
        return cls(days=np.array(days), base=np.array(base, dtype=np.int64), width=np.array(width, dtype=np.int64))

    def block(self, number: NDArray[np.uint64], day: NDArray[np.float64]) -> NDArray[np.int64]:
        """Give the block of each report."""
        at = np.searchsorted(self.days, day)
        return self.base[at] + (number % self.width[at].astype(np.uint64)).astype(np.int64)


def buckets(keys: int) -> int:
    """Give the number of buckets for so many keys."""
    return 1 + keys // BUCKET


def near_pairs(reports: Any, count: int, run: Runner) -> Any:
    """Give pairs `a`, `b` (numbers, the smaller first) that share telling words and stand near each other in time, with their blocks.

    The pairs are those of `rujuk.relate.candidates` in a pile where not all are compared.
    """
    col = run.daft.col
    shape = run.struct(a=["number"], b=["number"], block_a=["integer"], block_b=["integer"], times=["integer"])
    listed = reports.groupby("day").agg(col("number").count().alias("reports")).to_pydict()  # a row a day
    blocks = Blocks.of(dict(zip(listed["day"], listed["reports"], strict=True)))

    def neighbours(words: Any, numbers: Any, days: Any) -> Any:
        return _near(words, numbers, days, blocks)

    held = reports.select("number", "day", "telling").explode("telling").where(col("telling").not_null())
    parts = held.groupby((col("telling") % buckets(30 * count)).alias("bucket"))
    lists = parts.agg(col("telling").list_agg(), col("number").list_agg(), col("day").list_agg())
    met = lists.select(run.step(neighbours, shape)(col("telling"), col("number"), col("day")))
    met = met.explode("a", "b", "block_a", "block_b", "times").where(col("a").not_null())
    times = met.groupby("a", "b", "block_a", "block_b").agg(col("times").sum())
    return times.where(col("times") >= SHARED).exclude("times")


def _near(words: Any, numbers: Any, days: Any, blocks: Blocks) -> Any:
    found = []
    for word, number, day in zip(columns_of(words), columns_of(numbers), columns_of(days), strict=True):
        order = np.lexsort((number, day, word))
        word, number, day = word[order], number[order], day[order]
        block = blocks.block(number, day)
        pairs: list[NDArray[np.int64]] = []
        for step in range(1, NEAR + 1):
            at = np.flatnonzero(word[step:] == word[:-step]) if step < len(word) else np.empty(0, dtype=np.int64)
            if not len(at):
                break
            pairs.append(np.stack((at, at + step)))
        one, other = np.concatenate(pairs, axis=1) if pairs else np.empty((2, 0), dtype=np.int64)
        first = np.where(number[one] < number[other], one, other)
        second = one + other - first
        found.append(_counted(number[first], number[second], block[first], block[second]))
    return lists_of(found, ("a", "b", "block_a", "block_b", "times"))


def _counted(*columns: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    """Count equal pairs; the first two columns decide."""
    order = np.lexsort((columns[1], columns[0]))
    columns = tuple(c[order] for c in columns)
    a, b = columns[0], columns[1]
    starts = np.flatnonzero(np.concatenate(([True], (a[1:] != a[:-1]) | (b[1:] != b[:-1])))) if len(a) else np.empty(0, np.int64)
    return (*(c[starts] for c in columns), np.diff(np.concatenate((starts, [len(a)]))).astype(np.int64))


def shingle_pairs(reports: Any, keys: int, run: Runner) -> Any:
    """Give pairs `a`, `b` (numbers, the smaller first) that share shingles which are no boilerplate, and in `times` how many."""
    col = run.daft.col
    held = reports.select("number", "shingles").explode("shingles").where(col("shingles").not_null())
    parts = held.groupby((col("shingles") % buckets(keys)).alias("bucket"))
    lists = parts.agg(col("shingles").list_agg(), col("number").list_agg())
    shape = run.struct(a=["number"], b=["number"], times=["integer"])
    met = lists.select(run.step(sharing, shape)(col("shingles"), col("number"))).explode("a", "b", "times")
    return met.where(col("a").not_null()).groupby("a", "b").agg(col("times").sum())


def sharing(shingles: Any, numbers: Any) -> Any:
    """Count the shingles of a bucket that two reports share."""
    found = []
    for key, number in zip(columns_of(shingles), columns_of(numbers), strict=True):
        order = np.lexsort((key, number))
        key, number = key[order], number[order]
        reports, starts = np.unique(number, return_index=True)
        shared = shared_keys(np.split(key, starts[1:]), most=COMMON)
        a = reports[[i for i, _ in shared]] if shared else reports[:0]
        b = reports[[j for _, j in shared]] if shared else reports[:0]
        found.append((a, b, np.array(list(shared.values()), dtype=np.int64)))
    return lists_of(found, ("a", "b", "times"))
