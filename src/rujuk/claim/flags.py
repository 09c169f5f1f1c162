"""Whether a figure is denied, planned or only possible, and whether it is about another event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rujuk.claim.clause import Clause
from rujuk.model.claim import Modality, Polarity
from rujuk.model.span import Days

SCOPE = 4
"""Words before the event within which a modal or a negation governs it."""

OLD = 45
"""Days before the report after which a dated figure is taken for another event's; set by hand: stories seldom run longer."""


def polarity_of(clause: Clause, first: int, last: int, trigger: int | None) -> Polarity:
    """Say whether the figure between two words is denied; a denial governs what stands behind it in its clause."""
    for w in clause.words[max(0, first - 2 * SCOPE) : first]:
        if "denial" in w.term.marks:
            return Polarity.DENIED
    return Polarity.AFFIRMED


def modality_of(clause: Clause, first: int, last: int, trigger: int | None) -> Modality:
    """Say how sure the figure is put: asserted, planned, or possible."""
    words = clause.words
    spots: list[int] = list(range(max(0, first - SCOPE), first))
    if trigger is not None:
        spots += range(max(first, trigger - SCOPE), trigger + 1)
    for j in reversed(spots):
        w = words[j]
        if w.text in ",;:" and j < first:
            spots = [k for k in spots if k > j]
            break
    modality = Modality.ASSERTED
    for j in spots:
        marks = words[j].term.marks
        if "possible" in marks:
            return Modality.POSSIBLE
        if "planned" in marks:
            modality = Modality.PLANNED
    return modality


def is_past(clause: Clause, days: Iterable[Days], said: Days | None) -> bool:
    """Say whether a sentence tells of another, earlier event: by a day long before the report, or by words."""
    dated = [d for d in days]
    if said is not None and dated:
        if any(_old(d, said) for d in dated) and not any(_fresh(d, said) for d in dated):
            return True
    return clause.has("past")


def _old(days: Days, said: Days) -> bool:
    return (said.earliest - days.latest).days > OLD


def _fresh(days: Days, said: Days) -> bool:
    return days.width < OLD and -OLD <= (said.earliest - days.latest).days <= OLD


def newest(days: Iterable[Days]) -> date | None:
    """Give the latest last day."""
    return max((d.latest for d in days), default=None)
