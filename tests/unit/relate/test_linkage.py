"""Grouping by average likeness."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rujuk.relate.linkage import average_linkage


def test_one_odd_pair_glues_no_groups_together() -> None:
    likeness = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9, (3, 4): 0.9, (2, 3): 0.9}
    assert average_linkage(5, likeness, 0.5) == [[0, 1, 2], [3, 4]]


def test_a_weak_pair_goes_along_with_strong_ones() -> None:
    assert average_linkage(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.2}, 0.5) == [[0, 1, 2]]


def test_below_the_least_all_stand_alone() -> None:
    assert average_linkage(3, {(0, 1): 0.49}, 0.5) == [[0], [1], [2]]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=45
)


@given(PAIRS, st.floats(0.1, 0.9))
def test_everyone_is_in_one_group_whose_average_reaches_the_least(likeness: dict[tuple[int, int], float], least: float) -> None:
    groups = average_linkage(10, likeness, least)
    assert sorted(i for g in groups for i in g) == list(range(10))
    assert groups == average_linkage(10, dict(reversed(likeness.items())), least)
    for g in groups:
        if len(g) == 2:
            assert likeness[g[0], g[1]] >= least
