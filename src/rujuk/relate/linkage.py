"""Average linkage of sparse likenesses: one odd pair glues nothing together."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def average_linkage(count: int, likeness: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Merge the two groups with the highest average likeness until none reaches `least`.

    Args:
        count: how many there are to group, 0 to count - 1.
        likeness: (i, j) with i < j → likeness; pairs not given count 0.
        least: average likeness of all pairs across two groups that makes them one.

    Returns:
        The groups as sorted positions, in order of their first.
    """
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
