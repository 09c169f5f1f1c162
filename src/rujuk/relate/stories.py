"""Which reports tell the same story: average-linkage grouping of the pairs that most likely do."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rujuk.model.report import Report
from rujuk.relate.likeness import likely_pairs
from rujuk.relate.linkage import average_linkage
from rujuk.relate.vectors import vectors

CHOSEN, MANY = 10, 100
"""A pile of up to `CHOSEN` reports was put together by a person and is most likely about one thing; from `MANY` on it is a collection."""
LENIENT, FALL = 3.0, 0.5
"""Log-odds that are added to what the words of two reports say: `LENIENT` in a chosen pile, falling with the logarithm to 0 in one of `MANY`, and
then by `FALL` for every ten times the size, for a larger pile holds more stories.  Set on the development parts of four sets of labelled stories,
two of them thinned, and on folders of one story each, all together; training/likeness.md has the neighbouring values."""


def group(reports: Sequence[Report]) -> list[list[int]]:
    """Group reports by story.

    Args:
        reports: the reports, in any order.

    Returns:
        The groups as sorted positions, in order of their first.
    """
    likeness = likely_pairs(reports, vectors(reports), prior(len(reports)))
    return average_linkage(len(reports), likeness, 0.5)


def prior(count: int) -> float:
    """Give the log-odds that two reports of a pile of `count` are of one story, beside those of the words."""
    if count > MANY:
        return -FALL * math.log10(count / MANY)
    return LENIENT * math.log(MANY / max(count, CHOSEN)) / math.log(MANY / CHOSEN)
