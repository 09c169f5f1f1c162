"""How likely pairs of reports tell one story: blocks of reports meet, each pair of blocks at one worker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.engine.cluster.arrays import columns_of, lists_of
from rujuk.engine.cluster.blocking import near_pairs
from rujuk.engine.cluster.runner import Runner
from rujuk.relate.candidates import ALL_PAIRS
from rujuk.relate.features import Features
from rujuk.relate.likeness import Comparison
from rujuk.relate.stories import least, linked, prior
from rujuk.relate.vectors import side_by_side


def likely(reports: Any, count: int, run: Runner, jobs: int) -> Any:
    """Give the pairs (numbers `a`, `b`, the smaller first) that may count, with their log-odds and whether they join reports (`joins`)."""
    col = run.daft.col

    def compared(numbers: Any, features: Any, *pairs: Any) -> Any:
        return _compared(numbers, features, *(pairs or (None, None)), count=count)

    shape = run.struct(a=["number"], b=["number"], odds=["real"], joins=["integer"])
    step = run.step(compared, shape, jobs=jobs)
    if count <= ALL_PAIRS:
        about = reports.select("number", "features").agg(col("number").list_agg(), col("features").list_agg())
        made = about.where(col("number").not_null()).select(step(col("number"), col("features")))
    else:
        pairs = near_pairs(reports, count, run)
        both = ("block_a", "block_b")
        needed = pairs.select(col("a").alias("number"), *both).concat(pairs.select(col("b").alias("number"), *both)).distinct()
        brought = needed.join(reports.select("number", "features"), on="number")
        about = brought.groupby(*both).agg(col("number").list_agg(), col("features").list_agg())
        tasks = pairs.groupby(*both).agg(col("a").list_agg(), col("b").list_agg()).join(about, on=list(both))
        made = tasks.select(step(*(col(c) for c in ("number", "features", "a", "b"))))
    return made.explode("a", "b", "odds", "joins").where(col("a").not_null())


def _compared(numbers: Any, features: Any, a: Any, b: Any, *, count: int) -> Any:
    """Compare pairs of reports whose features are brought along; all with all where no pairs are given."""
    found = []
    for n, number in enumerate(columns_of(numbers)):
        about = features[n].as_py()
        order = np.argsort(number)
        number = number[order]
        some = [Features.unpack(about[i]) for i in order.tolist()]
        if a is None:
            one, other = np.triu_indices(len(number), 1)
        else:
            one, other = (np.searchsorted(number, x[n].values.to_numpy(zero_copy_only=False)) for x in (a, b))
        found.append(_likely(number, some, one, other, count))
    return lists_of(found, ("a", "b", "odds", "joins"))


def _likely(
    number: NDArray[np.uint64], about: Sequence[Features], one: NDArray[np.int64], other: NDArray[np.int64], count: int
) -> tuple[NDArray[Any], ...]:
    order = np.lexsort((other, one))
    one, other = one[order], other[order]
    compare, low = Comparison(side_by_side(about)), least(count)
    kept: dict[tuple[int, int], float] = {}
    for some in np.split(np.arange(len(one)), np.flatnonzero(np.diff(one)) + 1) if len(one) else ():
        i, others = int(one[some[0]]), other[some].astype(np.int64)
        odds = compare.odds(i, others)
        near = np.flatnonzero(odds >= low)
        kept.update(zip([(i, j) for j in others[near].tolist()], odds[near].tolist(), strict=True))
    joining = set(linked(kept, prior(count)))
    places = np.array(list(kept), dtype=np.int64).reshape(-1, 2)
    joins = np.array([pair in joining for pair in kept], dtype=np.int64)
    return number[places[:, 0]], number[places[:, 1]], np.array(list(kept.values()), dtype=np.float64), joins
