"""Which reports tell the same story: average-linkage grouping of the pairs that share telling words."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from rujuk.model.report import Report
from rujuk.relate.pairs import shared_keys
from rujuk.relate.vectors import Vector, cosine, vectors

BODY, HEAD = 0.6, 0.4
"""Weight of whole text and of headline with lead in the likeness of two reports."""
FADE = 60.0
"""Days after which likeness counts for 1/e."""
LIKENESS, LENIENT, CHOSEN, MANY = 0.14, 0.075, 10, 100
"""Average likeness at which two groups are one story: `LENIENT` in a pile of up to `CHOSEN` reports, which a person has put together and which
are most likely about one thing, `LIKENESS` from `MANY` on, where any two reports most likely are not; in between it grows with the
logarithm.  Weights, fade and likeness were chosen on the development parts of four sets of labelled stories together, not one by one;
neighbouring values give nearly the same."""
ALL_PAIRS = 200
"""Up to so many reports every pair is compared."""
TELLING, SHARED, COMMON = 30, 2, 150
"""A pair is looked at if it shares `SHARED` of the `TELLING` heaviest words, words of more than `COMMON` reports aside."""


def group(reports: Sequence[Report], copied: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Group reports by story.

    Args:
        reports: the reports, in any order.
        copied: (i, j) with i < j → share of common text, 0 to 1: copies belong together whatever their words.

    Returns:
        The groups as sorted positions, in order of their first.
    """
    weighed = vectors(reports)
    pairs = combinations(range(len(reports)), 2) if len(reports) <= ALL_PAIRS else _candidates(weighed)
    likeness = {pair: _likeness(reports, weighed, pair) for pair in pairs}
    for pair, share in copied.items():
        likeness[pair] = max(likeness.get(pair, 0.0), share)
    return _average_linkage(len(reports), likeness, least_likeness(len(reports)))


def least_likeness(count: int) -> float:
    """Give the average likeness that makes one story of two groups, in a pile of `count` reports."""
    grown = math.log(max(count, 1) / CHOSEN) / math.log(MANY / CHOSEN)
    return LENIENT + (LIKENESS - LENIENT) * min(max(grown, 0.0), 1.0)


def _candidates(weighed: Sequence[Vector]) -> Iterable[tuple[int, int]]:
    known: dict[str, int] = {}
    keys = [np.unique(np.array([known.setdefault(w, len(known)) for w in v.heaviest(TELLING)], dtype=np.uint64)) for v in weighed]
    return [pair for pair, count in shared_keys(keys, most=COMMON).items() if count >= SHARED]


def _likeness(reports: Sequence[Report], weighed: Sequence[Vector], pair: tuple[int, int]) -> float:
    a, b = weighed[pair[0]], weighed[pair[1]]
    likeness = BODY * cosine(a.body, b.body) + HEAD * cosine(a.head, b.head)
    first, second = reports[pair[0]].published, reports[pair[1]].published
    if first is None or second is None:
        return likeness
    if first.days.meets(second.days):
        return likeness
    gap = max((second.days.earliest - first.days.latest).days, (first.days.earliest - second.days.latest).days)
    return likeness * math.exp(-gap / FADE)


def _average_linkage(count: int, likeness: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Merge the two groups with the highest average likeness until none reaches `least`; pairs not given count 0."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (i, j), value in likeness.items():
        sums[i][j] = sums[j][i] = value
    members = [[i] for i in range(count)]
    version = [0] * count
    heap = [(-value, i, j, 0, 0) for (i, j), value in likeness.items() if value >= least]
    heapq.heapify(heap)
    while heap:
        _, i, j, version_i, version_j = heapq.heappop(heap)
        if version[i] != version_i or version[j] != version_j:
            continue
        version[i] += 1
        version[j] = -1
        members[i] += members[j]
        for k, value in sums[j].items():
            if k != i:
                sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + value
                del sums[k][j]
        sums[i].pop(j, None)
        sums[j] = {}
        for k, value in sums[i].items():
            average = value / (len(members[i]) * len(members[k]))
            if average >= least:
                a, b = min(i, k), max(i, k)
                heapq.heappush(heap, (-average, a, b, version[a], version[b]))
    return sorted(sorted(m) for i, m in enumerate(members) if version[i] >= 0)
