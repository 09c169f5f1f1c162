"""Which reports hang together by any chain of pairs, found by joins alone.

Source: Kiveris et al., "Connected Components in MapReduce and Beyond" (2014): large-star and small-star in turn.
"""

from __future__ import annotations

from typing import Any

from rujuk.engine.cluster.runner import Runner
from rujuk.errors import RujukError

MOST_ROUNDS = 60
"""Rounds after which something is wrong: a chain of n reports takes about the square of log n, most piles under ten."""


def components(edges: Any, run: Runner) -> Any:
    """Give each number of the edges (`a`, `b`) with the smallest that it hangs together with, as `number` and `root`; the smallest itself is left out.

    Raises:
        RujukError: it does not come to an end.
    """
    col = run.daft.col
    edges = edges.select("a", "b").where(col("a") != col("b")).distinct().collect()
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
