"""How likely pairs of reports tell one story: blocks of reports meet, each pair of blocks at one worker."""

from __future__ import annotations

from typing import Any

import numpy as np

from rujuk.engine.cluster.arrays import columns_of, lists_of
from rujuk.engine.cluster.runner import Runner
from rujuk.relate.features import Features
from rujuk.relate.likeness import Comparison
from rujuk.relate.stories import least, linked, prior
from rujuk.relate.vectors import side_by_side


def likely(pairs: Any, reports: Any, count: int, run: Runner, jobs: int) -> Any:
    """Compare pairs (`a`, `b`, `block_a`, `block_b`); give those that may count, with their log-odds and whether they join reports (`joins`)."""
    col = run.daft.col
    both = ("block_a", "block_b")
    needed = pairs.select(col("a").alias("number"), *both).concat(pairs.select(col("b").alias("number"), *both)).distinct()
    brought = needed.join(reports.select("number", "features"), on="number")
    about = brought.groupby(*both).agg(col("number").list_agg(), col("features").list_agg())
    tasks = pairs.groupby(*both).agg(col("a").list_agg(), col("b").list_agg()).join(about, on=list(both))

    def compared(a: Any, b: Any, numbers: Any, features: Any) -> Any:
        return _compared(a, b, numbers, features, count)

    shape = run.struct(a=["number"], b=["number"], odds=["real"], joins=["integer"])
    made = tasks.select(run.step(compared, shape, jobs=jobs)(col("a"), col("b"), col("number"), col("features")))
    return made.explode("a", "b", "odds", "joins").where(col("a").not_null())


def _compared(a: Any, b: Any, numbers: Any, features: Any, count: int) -> Any:
    found = []
    low, before = least(count), prior(count)
    for ones, others, number, about in zip(columns_of(a), columns_of(b), columns_of(numbers), features, strict=True):
        order = np.argsort(number)
        number = number[order]
        brought = about.as_py()
        compare = Comparison(side_by_side([Features.unpack(brought[i]) for i in order.tolist()]))
        sorting = np.lexsort((others, ones))
        one, other = np.searchsorted(number, ones[sorting]), np.searchsorted(number, others[sorting])
        kept: dict[tuple[int, int], float] = {}
        for some in np.split(np.arange(len(one)), np.flatnonzero(np.diff(one)) + 1):
            if len(some):
                i, js = int(one[some[0]]), other[some].astype(np.int64)
                odds = compare.odds(i, js)
                kept.update({(i, int(j)): float(x) for j, x in zip(js, odds, strict=True) if x >= low})
        joining = set(linked(kept, before))
        places = np.array(list(kept), dtype=np.int64).reshape(-1, 2)
        joins = np.array([pair in joining for pair in kept], dtype=np.int64)
        found.append((number[places[:, 0]], number[places[:, 1]], np.array(list(kept.values()), dtype=np.float64), joins))
    return lists_of(found, ("a", "b", "odds", "joins"))
