"""Pairs of reports that share rare keys, counted without comparing all with all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SLICE = 1 << 22
"""So many keys are sorted at a time; it bounds the memory."""


def shared_keys(keys: Sequence[NDArray[np.uint64]], *, most: int, least: int = 1) -> dict[tuple[int, int], int]:
    """Count the keys that two reports share.

    Args:
        keys: the distinct keys of each report, in ascending order.
        most: a key that more reports hold is passed over: it is boilerplate or a common phrase, and its pairs would grow with the square of
            the pile.
        least: pairs that share fewer are left out.

    Returns:
        (i, j) with i < j → number of shared keys.
    """
    total = sum(len(k) for k in keys)
    slices = total // SLICE + 1
    edges = np.array([(1 << 64) * n // slices for n in range(1, slices)], dtype=np.uint64)
    cuts = [np.concatenate(([0], np.searchsorted(k, edges), [len(k)])) for k in keys]
    codes, counts = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    for n in range(slices):
        flat = np.concatenate([k[c[n] : c[n + 1]] for k, c in zip(keys, cuts, strict=True)] or [np.empty(0, dtype=np.uint64)])
        owner = np.repeat(np.arange(len(keys), dtype=np.int64), [c[n + 1] - c[n] for c in cuts])
        found = _pairs(flat, owner, len(keys), most)
        codes, place = np.unique(np.concatenate([codes, found]), return_inverse=True)
        counts = np.bincount(place, np.concatenate([counts, np.ones(len(found), dtype=np.int64)]), minlength=len(codes)).astype(
            np.int64
        )
    codes, counts = codes[counts >= least], counts[counts >= least]
    return {(int(c) // len(keys), int(c) % len(keys)): int(n) for c, n in zip(codes, counts, strict=True)}


def _pairs(keys: NDArray[np.uint64], owner: NDArray[np.int64], owners: int, most: int) -> NDArray[np.int64]:
    """Give i * owners + j for each key that i and j hold, i < j, as often as they share one."""
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    edges = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1], [True]))) if len(keys) else np.zeros(1, dtype=np.int64)
    sizes = np.diff(edges)
    codes = [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= most)]):
        members = owner[edges[:-1][sizes == size][:, None] + np.arange(size)]
        a, b = np.triu_indices(int(size), 1)
        codes.append((members[:, a] * owners + members[:, b]).ravel())
    return np.concatenate(codes)
