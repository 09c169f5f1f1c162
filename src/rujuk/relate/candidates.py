"""Which pairs of reports are worth comparing: those that share telling words and lie near each other in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

ALL_PAIRS = 200
"""Up to so many reports every pair is compared."""
SHARED, NEAR = 2, 75
"""A pair is compared if it shares `SHARED` telling words; of the reports that share a word, in order of their days, only the
`NEAR` before and after a report are looked at.  So the work grows with the pile and not with its square."""


def candidates(telling: Sequence[NDArray[np.int64]], first: NDArray[np.float64]) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Give each report with the later ones (by position) that it is worth comparing with, in order; reports with none are left out.

    Args:
        telling: the telling words of the reports.
        first: first day of each, NaN where unknown; those count as the earliest.
    """
    count = len(telling)
    if count <= ALL_PAIRS:
        yield from ((i, np.arange(i + 1, count, dtype=np.int64)) for i in range(count - 1))
        return
    rank = np.empty(count, dtype=np.int64)
    rank[np.lexsort((np.arange(count), np.nan_to_num(first, nan=-1.0)))] = np.arange(count)
    word = np.concatenate(telling)
    owner = np.repeat(np.arange(count, dtype=np.int64), [len(t) for t in telling])
    order = np.lexsort((rank[owner], word))
    holders = owner[order]
    sorted_words = word[order]
    starts = np.searchsorted(sorted_words, sorted_words, side="left")
    ends = np.searchsorted(sorted_words, sorted_words, side="right")
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    at = 0
    for i, own in enumerate(telling):
        mine = place[at : at + len(own)]
        at += len(own)
        lows, highs = np.maximum(starts[mine], mine - NEAR).tolist(), np.minimum(ends[mine], mine + NEAR + 1).tolist()
        met = [holders[low:high] for low, high in zip(lows, highs, strict=True) if high - low > 1]
        if not met:
            continue
        found, times = np.unique(np.concatenate(met), return_counts=True)
        found = found[(times >= SHARED) & (found > i)]
        if len(found):
            yield i, found
