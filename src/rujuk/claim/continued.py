"""Numbers that take their measure from a figure before them: "of the 87, 66 were", "(11 households/30 people)", "the five"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rujuk.claim.breakdown import PERSONS
from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted
from rujuk.claim.drafts import Draft
from rujuk.claim.parts import COUNTS
from rujuk.lang.figures import Role

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
        or _among(clause, counted, here)
        or _previous(clause, counted, here, earlier)
        or _elided(clause, counted, here)
        or _grouped(clause, counted, earlier)
        or _beside(clause, counted, here)
        or _summed(clause, counted, here)
        or _coordinated(clause, counted, here)
    )


def is_previous(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a figure is the value that its account gives up: "rose from 12 to 19", "earlier the toll was 12".

    `others` are the sentence's other figures and those before it in the report.
    """
    words, i = draft.clause.words, draft.number
    ahead = next((d for d in others if d.clause is draft.clause and d.measure == draft.measure and d.number > i), None)
    if ahead is not None and ahead.number - i <= 6 and i and "was" in words[i - 1].term.marks:
        changed = any("change" in w.term.marks for w in words[max(0, i - 6) : i])
        return changed and any("becomes" in w.term.marks for w in words[i + 1 : ahead.number + 1])
    if ahead is None and _as_told_before(draft):
        return any(_replaces(d, draft) for d in others[-3:])
    return False


def _as_told_before(draft: Draft) -> bool:
    """Say whether a sentence opens on what was said before ("Earlier the toll was 12"), and not on what happened before."""
    words, said = draft.clause.words, draft.trigger
    if not any("before" in w.term.marks for w in words[:2]):
        return False
    term = words[said].term if said is not None else None
    named = term is not None and bool(term.counted) and any(t.role is Role.NAME for t in term.triggers)
    return named or any(w.term.marks & {"says", "tallied"} for w in words[: draft.number])


def _replaces(new: Draft, old: Draft) -> bool:
    """Say whether a figure of a sentence before can be the newer value of the same count."""
    if (
        new.measure != old.measure
        or new.clause is old.clause
        or old.clause.sentence.paragraph - new.clause.sentence.paragraph > 2
    ):
        return False
    if new.counted is None or old.counted is None or new.counted.bare or old.counted.bare:
        return True
    return bool(new.counted.classes & old.counted.classes)


def _among(clause: Clause, counted: Counted, here: Mapping[int, Draft]) -> tuple[str, str] | None:
    """People who are among a counted whole ("three Danes were among the 84 killed")."""
    if counted.bare or "thing" in counted.classes:
        return None
    words = clause.words
    for k in range(counted.end, min(counted.end + 12, len(words))):
        w = words[k]
        if w.term.triggers or w.text in ";.:":
            return None
        if "among" in w.term.marks:
            whole = next((j for j in range(k + 1, min(k + 4, len(words))) if words[j].quantity is not None), None)
            return (here[whole].measure, "continued.among") if whole in here and whole is not None else None
    return None


def _previous(clause: Clause, counted: Counted, here: Mapping[int, Draft], earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """A value that was given before: "to 45 from 47", "19, up from 12", "Earlier it had spoken of 47"."""
    words, i = clause.words, counted.number
    new = next((here[k] for k in reversed(clause.numbers) if k < i and k in here), None)
    if new is not None:
        left = words[new.number - 1].term.marks if new.number else frozenset()
        gap = words[new.number + 1 : i + 1]
        if "was" in left and len(gap) <= 6 and any("becomes" in w.term.marks for w in gap):
            before = words[max(0, new.number - 6) : new.number]
            return (new.measure, "continued.changed") if any("change" in w.term.marks for w in before) else None
        same = counted.bare or (new.counted is not None and (new.counted.bare or bool(counted.classes & new.counted.classes)))
        known = any("was" in w.term.marks for w in words[max(0, i - 2) : i])
        changed = any("change" in w.term.marks for w in words[max(0, new.number - 8) : i])
        return (new.measure, "continued.previous") if same and known and changed else None
    if earlier and any("before" in w.term.marks for w in words[:3]) and i <= 6:
        last = earlier[-1]
        near = 0 <= clause.sentence.paragraph - last.clause.sentence.paragraph <= 1
        same = counted.bare or (last.counted is not None and bool(counted.classes & last.counted.classes))
        if near and same and not clause.triggers and clause.numbers == [i]:
            return last.measure, "continued.previous"
    return None


def _elided(clause: Clause, counted: Counted, here: Mapping[int, Draft]) -> tuple[str, str] | None:
    """An item of a list whose verb was said once ("900 had taken shelter in a field, 500 in a yard and 70 others in a hall")."""
    words, i = clause.words, counted.number
    left = [k for k in clause.numbers if k < i]
    if not left or left[-1] not in here or not (counted.bare or counted.classes == {"person"}):
        return None
    draft = here[left[-1]]
    if draft.counted is None or "person" not in draft.counted.classes | ({"person"} if draft.continued else set()):
        return None
    end = counted.end
    while end < len(words) and "skip" in words[end].term.marks:
        end += 1
    behind = words[end].term.marks if end < len(words) else frozenset()
    between = words[draft.last + 1 : i]
    joined = bool(between) and (between[-1].text == "," or "coordinator" in between[-1].term.marks)
    if "preposition" not in behind or not joined or any(w.term.triggers for w in between):
        return None
    return (draft.measure, "continued.elided") if any("preposition" in w.term.marks for w in between) else None


def _beside(clause: Clause, counted: Counted, here: Mapping[int, Draft]) -> tuple[str, str] | None:
    """A group in a list behind a counted one ("seven children aged one to 12, three women and two men")."""
    words, i = clause.words, counted.number
    left = next((here[k] for k in reversed(clause.numbers) if k < i and k in here), None)
    right = next((here[k] for k in clause.numbers if k > i and k in here), None)
    other = next((d for d in (left, right) if d is not None and d.counted is not None and "part-group" in d.counted.marks), None)
    if other is None or other.counted is None or "part-group" not in counted.marks:
        return None
    between = words[other.counted.end : i] if other.number < i else words[counted.end : other.number]
    if not between or not (between[-1].text == "," or "coordinator" in between[-1].term.marks) or len(between) > 7:
        return None
    if any(w.term.triggers or w.text in ";." or "relative" in w.term.marks for w in between):
        return None
    return other.measure, "continued.beside"


def _coordinated(clause: Clause, counted: Counted, here: Mapping[int, Draft]) -> tuple[str, str] | None:
    """A second object of the verb before a counted one ("lost seven soldiers and four civilians"); nothing else is told of it."""
    words, i = clause.words, counted.number
    if counted.bare or not counted.classes & PERSONS or counted.single:
        return None
    draft = next((here[k] for k in reversed(clause.numbers) if k < i and k in here), None)
    if draft is None or draft.counted is None or draft.trigger is None or not draft.counted.classes & PERSONS:
        return None
    roles = {t.role for t in words[draft.trigger].term.triggers}
    between = words[draft.counted.end : i]
    light = all(w.text == "," or w.term.marks & {"coordinator", "skip"} for w in between) and bool(between)
    if draft.trigger > draft.number or not roles & {Role.ACT, Role.DONE} or not light:
        return None
    behind = words[counted.end : counted.end + 3]
    if any(w.term.triggers or w.term.marks & {"passive", "verb", "relative"} for w in behind):
        return None
    return draft.measure, "continued.list"


def _summed(clause: Clause, counted: Counted, here: Mapping[int, Draft]) -> tuple[str, str] | None:
    """A number that the groups listed right behind it make up ("at least 12 of one family, seven children, three women and two men")."""
    behind = [here[k] for k in clause.numbers if k > counted.number and k in here]
    quantity = clause.words[counted.number].quantity
    if (
        len(behind) < 2
        or quantity is None
        or len({d.measure for d in behind}) > 1
        or not (counted.bare or counted.classes & PERSONS)
    ):
        return None
    if quantity.best is None or sum(d.value.best or 0.0 for d in behind) != quantity.best:
        return None
    return behind[0].measure, "continued.whole"


def _grouped(clause: Clause, counted: Counted, earlier: Sequence[Draft]) -> tuple[str, str] | None:
    """A group set beside what the sentence before counts ("Sedangkan warga asing berjumlah 7 orang", "while foreigners number seven")."""
    words, i = clause.words, counted.number
    if i != clause.numbers[0] or not earlier or not any("coordinator" in w.term.marks for w in words[:1]):
        return None
    if not any("part-group" in w.term.marks for w in words[1:i]) or any(
        w.term.triggers and not w.term.classes for w in words[:i]
    ):
        return None
    last = next((d for d in reversed(earlier) if d.item is None), earlier[-1])
    near = 0 <= clause.sentence.paragraph - last.clause.sentence.paragraph <= 1
    people = (
        last.counted is not None and bool(last.counted.classes & PERSONS) and (counted.bare or bool(counted.classes & PERSONS))
    )
    return (last.measure, "continued.group") if near and people and last.measure in COUNTS else None


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
        before = [d for d in earlier[-3:] if clause.sentence.paragraph - d.clause.sentence.paragraph <= 1]
        dead = [d for d in before if d.measure == "killed"]
        before = (
            dead
            if dead and any("part-victims" in w.term.marks for w in words[counted.number + 1 : counted.number + 3])
            else before
        )
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
