"""Numbers that take their measure from a figure before them: "of the 87, 66 were", "(11 households/30 people)", "the five"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted
from rujuk.claim.drafts import Draft

LISTED = frozenset({"flight"})
"""Classes of things that news lists item by item after naming what befell them all."""

BACK = 6
"""Figures back in the report that a number may go on from."""


def continue_from(
    clause: Clause, counted: Counted, here: Mapping[int, Draft], earlier: Sequence[Draft], all_counted: Mapping[int, Counted]
) -> tuple[str, str] | None:
    """Give the measure and rule that an unclaimed number goes on with, None where it goes on with nothing."""
    return (
        _joined(clause, counted, here, all_counted)
        or _partitive(clause, counted, here, earlier)
        or _again(counted, clause, earlier)
        or _listed(clause, counted, here, earlier)
    )


def _joined(
    clause: Clause, counted: Counted, here: Mapping[int, Draft], all_counted: Mapping[int, Counted]
) -> tuple[str, str] | None:
    """People beside the households they make up."""
    if "person" not in counted.classes:
        return None
    j = counted.number - 1
    words = clause.words
    while j >= 0 and (not words[j].text[0].isalnum() or words[j].term.marks & {"part-cue", "link", "coordinator"}):
        j -= 1
    for i, draft in here.items():
        other = all_counted.get(i)
        if other is not None and "family" in other.classes and other.number <= j < max(other.end, other.number + 4):
            return draft.measure, "continued.joined"
    return None


def _partitive(clause: Clause, counted: Counted, here: Mapping[int, Draft], earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """A bare number with a word of parting behind it, or after its whole in the sentence."""
    words = clause.words
    behind = any("part-behind" in w.term.marks for w in words[counted.number + 1 : counted.number + 3])
    if not behind:
        return None
    left = [i for i in clause.numbers if i < counted.number]
    if left:
        before = [here[left[-1]]] if left[-1] in here else []
    else:
        before = [d for d in earlier[-1:] if clause.sentence.paragraph - d.clause.sentence.paragraph <= 1]
    if not before or before[-1].measure in ("money", "magnitude", "depth", "height", "area"):
        return None
    return before[-1].measure, "continued.part"


def _again(counted: Counted, clause: Clause, earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """A definite number that was given before for the same class of thing."""
    number = clause.words[counted.number].quantity
    if number is None or number.best is None or number.best < 2:
        return None
    definite = "definite" in counted.marks or any(
        "definite" in w.term.marks for w in clause.words[max(0, counted.number - 1) : counted.number]
    )
    behind = clause.words[counted.end : counted.end + 1]
    if not definite and not any("definite" in w.term.marks for w in behind):
        return None
    for draft in reversed(earlier):
        if draft.value.best == number.best and draft.counted is not None:
            classes = draft.counted.classes
            if (counted.bare and "person" in classes) or counted.classes & classes:
                return draft.measure, "continued.again"
    return None


def _listed(clause: Clause, counted: Counted, here: Mapping[int, Draft], earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """An item of a list of things whose lot was told before."""
    classes = counted.classes & LISTED
    number = clause.words[counted.number].quantity
    if not classes or number is None or number.best is None:
        return None
    for draft in [*earlier[-BACK:], *here.values()][::-1]:
        if draft.counted is not None and draft.counted.classes & classes:
            return draft.measure, "continued.list" if draft.value.best is not None else "continued.total"
    return None
