"""Who copies whom: pairs that share shingles are counted by key, and only their texts are brought together, pair by pair."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rujuk.engine.cluster.blocking import shingle_pairs
from rujuk.engine.cluster.rows import library, packed, structs, unpacked
from rujuk.engine.cluster.runner import Runner
from rujuk.model.report import Report
from rujuk.relate.reuse import LEAST_SHARE, LEAST_SHINGLES, Words, enough, read_words, reuse_between

AT_ONCE = 200
"""Pairs of texts a worker is given at a time."""


def find_reuse(reports: Any, run: Runner, jobs: int) -> Any:
    """Give what reports share: `number` of the one that took it over, and `reuse` as JSON."""
    col = run.daft.col
    sizes = reports.select("number", col("shingles").list_count().alias("size"))
    keys = int(sizes.agg(col("size").sum()).to_pydict()["size"][0] or 0)
    pairs = shingle_pairs(reports, keys, run).where(col("times") >= LEAST_SHINGLES)
    pairs = pairs.join(sizes.select(col("number").alias("a"), col("size").alias("size_a")), on="a")
    pairs = pairs.join(sizes.select(col("number").alias("b"), col("size").alias("size_b")), on="b")
    shorter = run.least(col("size_a"), col("size_b"))
    pairs = pairs.where(col("times") >= shorter * (LEAST_SHARE * 0.99))  # the worker decides by the exact rule
    texts = reports.select("number", "body")
    pairs = pairs.join(texts.select(col("number").alias("a"), col("body").alias("body_a")), on="a")
    pairs = pairs.join(texts.select(col("number").alias("b"), col("body").alias("body_b")), on="b")
    step = run.step(taken_over, run.struct(number="number", reuse="bytes"), jobs=jobs, batch=AT_ONCE)
    found = pairs.select(step(*(col(c) for c in ("a", "b", "times", "size_a", "size_b", "body_a", "body_b"))))
    return found.where(col("reuse").not_null())


def taken_over(*columns: Any) -> Any:
    """Look at pairs of texts; null where nothing that counts is shared."""

    @lru_cache(maxsize=2 * AT_ONCE)
    def read(body: bytes) -> tuple[Report, Words]:
        report = unpacked(Report, body)
        return report, read_words(report)

    rows = []
    for one, other, times, size, other_size, body, other_body in zip(*(c.to_pylist() for c in columns), strict=True):
        found = None
        if enough(times, size, other_size):
            (a, words_a), (b, words_b) = read(body), read(other_body)
            found = reuse_between(a, b, words_a, words_b)
            if found is not None:
                rows.append({"number": other if found.target == b.id else one, "reuse": packed(found)})
                continue
        rows.append({"number": None, "reuse": None})
    pa = library("pyarrow")
    return structs([("number", pa.uint64()), ("reuse", pa.large_binary())], rows)
