"""For which days a figure holds, and whether it only adds to an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.drafts import Draft
from rujuk.model.marks import TimeMention
from rujuk.model.span import Days

REACH = 3
"""Words before a day in which the word stands that makes it the day of the count ("until", "per")."""


def as_of(draft: Draft, times: Sequence[TimeMention], said: Days | None) -> Days | None:
    """Give the days that the sentence itself sets for the count ("hingga Rabu", "as of Monday"), else those of publication.

    What a sentence tells of before ("sebelumnya ... pada Rabu") holds for its own day.
    """
    sentence = draft.clause.sentence.span
    words = draft.clause.words
    for t in times:
        if t.days is None or t.span.where is not sentence.where or not sentence.start <= t.span.start < sentence.end:
            continue
        at = next((k for k, w in enumerate(words) if w.time and sentence.start + w.start == t.span.start), None)
        if at is not None and any("as_of" in w.term.marks for w in words[max(0, at - REACH) : at]):
            return t.days
        if at is not None and said is not None and t.days.width <= 1 and t.days.latest < said.earliest and _told_before(draft):
            return t.days
    return said


def _told_before(draft: Draft) -> bool:
    """Say whether the clause of a figure tells of something earlier: such a word stands before it and nothing ends the clause between."""
    for w in reversed(draft.clause.words[: draft.first]):
        if "earlier" in w.term.marks:
            return True
        if w.text in ".;" or "coordinator" in w.term.marks:
            return False
    return False


def adds(draft: Draft) -> bool:
    """Say whether a figure only adds to an earlier one ("bertambah 5", "five more")."""
    words = draft.clause.words
    i = draft.number
    before = i > 0 and "adds" in words[i - 1].term.marks
    behind = draft.value.best is not None and i + 1 < len(words) and "more" in words[i + 1].term.marks
    again = draft.counted is not None and "again" in draft.counted.marks and i == draft.clause.numbers[0]
    return before or behind or again
