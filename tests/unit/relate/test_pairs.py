"""Counting shared keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.relate import pairs
from rujuk.relate.pairs import shared_keys

KEYS = st.lists(st.sets(st.integers(0, 2**64 - 1) | st.integers(0, 5), max_size=12), max_size=8)


def arrays(sets: Sequence[set[int]]) -> list[np.ndarray[tuple[int], np.dtype[np.uint64]]]:
    return [np.array(sorted(s), dtype=np.uint64) for s in sets]


def counted(sets: Sequence[set[int]], most: int, least: int) -> dict[tuple[int, int], int]:
    holders = {key: sum(key in s for s in sets) for s in sets for key in s}
    both = {(i, j): sum(holders[k] <= most for k in sets[i] & sets[j]) for i, j in combinations(range(len(sets)), 2)}
    return {pair: n for pair, n in both.items() if n >= max(least, 1)}


@given(KEYS, st.integers(2, 8), st.integers(1, 3))
def test_it_counts_what_counting_all_with_all_counts(sets: list[set[int]], most: int, least: int) -> None:
    assert shared_keys(arrays(sets), most=most, least=least) == counted(sets, most, least)


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_the_slices_change_nothing(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr(pairs, "SLICE", size)
    sets = [{1, 2**63, 2**64 - 1}, {1, 2**62, 2**64 - 1}, {2**63, 5}, set()]
    assert shared_keys(arrays(sets), most=9) == {(0, 1): 2, (0, 2): 1}
