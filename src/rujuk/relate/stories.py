"""Which reports tell the same story: average-linkage grouping of the pairs that most likely do."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from rujuk.relate.features import Features
from rujuk.relate.likeness import chances, least_odds, likely_pairs
from rujuk.relate.linkage import average_linkage
from rujuk.relate.vectors import side_by_side

CHOSEN, MANY = 10, 100
"""A pile of up to `CHOSEN` reports was put together by a person and is most likely about one thing; from `MANY` on it is a collection."""
LENIENT, SETTLED = 3.0, -0.25
"""Log-odds that are added to what the words of two reports say: `LENIENT` in a chosen pile, falling with the logarithm to `SETTLED` in one of
`MANY`, and the same from there on, so that a report more changes nothing between the others.  Set on the development parts of four sets of
labelled stories and on folders of one story each, all together; training/likeness.md has the neighbouring values."""
ONE = 0.5
"""Average chance that makes two groups one."""
JOINING = math.log(ONE / (1 - ONE)) - 1e-5
"""Log-odds from which on a pair may have that chance, with room for how chances are rounded."""
Pair = TypeVar("Pair")


def group(found: Sequence[Features]) -> list[list[int]]:
    """Group reports by story.

    Args:
        found: the features of the reports, in order of their ids.

    Returns:
        The groups as sorted positions, in order of their first.
    """
    return link(len(found), likely_pairs(found, side_by_side(found), least(len(found))), prior(len(found)))


def link(count: int, odds: Mapping[tuple[int, int], float], before: float) -> list[list[int]]:
    """Group by the log-odds of pairs and the prior."""
    return average_linkage(count, chances(odds, before), ONE)


def linked(odds: Mapping[Pair, float], before: float) -> Iterable[Pair]:
    """Give the pairs that could make two reports one story.

    Groups become one only where the average of their pairs reaches `ONE`, so some pair does: reports that no chain of such pairs joins are grouped
    independently of each other.
    """
    low = JOINING - before
    return (pair for pair, value in odds.items() if value >= low)


def prior(count: int) -> float:
    """Give the log-odds that two reports of a pile of `count` are of one story, beside those of the words."""
    if count >= MANY:
        return SETTLED
    return SETTLED + (LENIENT - SETTLED) * math.log(MANY / max(count, CHOSEN)) / math.log(MANY / CHOSEN)


def least(count: int) -> float:
    """Give the log-odds from which on a pair is kept in a pile of `count`."""
    return least_odds(count, LENIENT, SETTLED)
