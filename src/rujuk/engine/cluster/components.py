"""Which reports hang together by any chain of pairs, found by joins alone.

Source: Kiveris et al., "Connected Components in MapReduce and Beyond" (2014): large-star and small-star in turn.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from rujuk.engine.cluster.arrays import columns_of, lists_of
from rujuk.engine.cluster.runner import Runner
from rujuk.errors import RujukError

MOST_ROUNDS = 60
"""Rounds after which something is wrong: a chain of n reports takes about the square of log n, most piles under ten."""
ONE_PLACE = 2_000_000
"""Pairs up to which one worker follows the chains: 32 megabytes."""


def components(edges: Any, run: Runner) -> Any:
    """Give each number of the edges (`a`, `b`) with the smallest that it hangs together with, as `number` and `root`; the smallest itself is left out.

    Raises:
        RujukError: it does not come to an end.
    """
    col = run.daft.col
    edges = edges.select("a", "b").where(col("a") != col("b")).distinct().collect()
    if len(edges) <= ONE_PLACE:
        lists = edges.agg(col("a").list_agg(), col("b").list_agg()).where(col("a").not_null())
        step = run.step(joined, run.struct(number=["number"], root=["number"]))
        return lists.select(step(col("a"), col("b"))).explode("number", "root").where(col("number").not_null()).collect()
    for _ in range(MOST_ROUNDS):
        if _settled(edges, run):
            break
        edges = _star(_star(edges, run, large=True), run, large=False).collect()
    else:
        raise RujukError("reports that hang together could not be told apart", code="components")
    return edges.select(col("b").alias("number"), col("a").alias("root"))


def _star(edges: Any, run: Runner, *, large: bool) -> Any:
    """Tie the larger neighbours of each report (or the smaller ones and itself) to its smallest; edges are (smaller `a`, larger `b`)."""
    col = run.daft.col
    down = edges.select(col("b").alias("here"), col("a").alias("there"))
    around = down.concat(edges.select(col("a").alias("here"), col("b").alias("there"))) if large else down
    least = around.groupby("here").agg(col("there").min().alias("least"))
    met = around.join(least, on="here")
    if large:
        root = run.least(col("least"), col("here"))
        tied = met.where(col("there") > col("here")).select(root.alias("a"), col("there").alias("b"))
        return tied.where(col("a") != col("b")).distinct()
    tied = met.where(col("there") != col("least")).select(col("least").alias("a"), col("there").alias("b"))
    return tied.concat(least.select(col("least").alias("a"), col("here").alias("b"))).distinct()


def _settled(edges: Any, run: Runner) -> bool:
    """Say whether every report is tied to one other, and that one to none before it."""
    tips = edges.select(run.daft.col("b").alias("a"))
    return not edges.join(tips, on="a", how="semi").count_rows() and tips.distinct().count_rows() == edges.count_rows()


def joined(a: Any, b: Any) -> Any:
    """Follow the chains of a list of pairs."""
    found = []
    for ones, others in zip(columns_of(a), columns_of(b), strict=True):
        root: dict[int, int] = {}
        for one, other in zip(ones.tolist(), others.tolist(), strict=True):
            low, high = sorted((_root(root, one), _root(root, other)))
            if low != high:
                root[high] = low
        numbers = sorted(n for n in root)
        found.append((np.array(numbers, dtype=np.uint64), np.array([_root(root, n) for n in numbers], dtype=np.uint64)))
    return lists_of(found, ("number", "root"))


def _root(root: dict[int, int], number: int) -> int:
    while (up := root.get(number, number)) != number:
        root[number] = root.get(up, up)
        number = up
    return number
