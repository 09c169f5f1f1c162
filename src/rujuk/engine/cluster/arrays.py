"""Lists in columns as arrays, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.engine.cluster.rows import library


def columns_of(column: Any) -> list[NDArray[Any]]:
    """Give the lists of a column as arrays."""
    return [x.values.to_numpy(zero_copy_only=False) for x in column]


def lists_of(rows: Sequence[tuple[NDArray[Any], ...]], names: tuple[str, ...]) -> Any:
    """Give rows of arrays as an array of structs of lists."""
    pa = library("pyarrow")
    out = []
    for place in range(len(names)):
        parts = [row[place] for row in rows]
        kind = (
            pa.uint64()
            if names[place] in ("a", "b", "number", "root")
            else pa.float64()
            if names[place] == "odds"
            else pa.int64()
        )
        edges = pa.array(np.cumsum([0, *(len(p) for p in parts)]), type=pa.int64())
        flat = pa.array(np.concatenate(parts) if parts else [], type=kind)
        out.append(pa.LargeListArray.from_arrays(edges, flat))
    return pa.StructArray.from_arrays(out, names=list(names))
