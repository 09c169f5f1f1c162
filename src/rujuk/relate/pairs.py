"""Pairs of reports that share rare keys, counted without comparing all with all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def shared_keys(keys: Sequence[NDArray[np.uint64]], *, most: int) -> dict[tuple[int, int], int]:
    """Count the keys that two reports share.

    Args:
        keys: the distinct keys of each report.
        most: a key that more reports hold is passed over: it is boilerplate or a common phrase, and its pairs would grow with the square of
            the pile.

    Returns:
        (i, j) with i < j → number of shared keys.
    """
    if not keys:
        return {}
    flat = np.concatenate(keys)
    owner = np.repeat(np.arange(len(keys), dtype=np.int64), [len(k) for k in keys])
    order = np.lexsort((owner, flat))
    flat, owner = flat[order], owner[order]
    edges = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1], [True])))
    sizes = np.diff(edges)
    codes: list[NDArray[np.int64]] = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]):
        members = owner[edges[:-1][sizes == size][:, None] + np.arange(size)]
        a, b = np.triu_indices(int(size), 1)
        codes.append((members[:, a] * len(keys) + members[:, b]).ravel())
    if not codes:
        return {}
    found, counts = np.unique(np.concatenate(codes), return_counts=True)
    return {(int(c) // len(keys), int(c) % len(keys)): int(n) for c, n in zip(found, counts, strict=True)}
