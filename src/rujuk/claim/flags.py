"""Whether a figure is denied, planned or only possible, and whether it is about another event."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.drafts import Draft
from rujuk.lang.figures import Role
from rujuk.model.claim import Modality, Polarity

SCOPE = 4
"""Words before the event within which a modal or a negation governs it."""

AFAR = 14
"""Words before the event within which a plan or a demand for it is looked for."""

WILLED = frozenset({"evacuated", "deployed", "detained", "released", "flights", "money", "vehicles", "attacks"})
"""Measures of what people do at will, and so plan."""

REACH = 8
"""Words around a sum within which a word of loss or aid ties it to the event."""

LEADING = 2
"""Paragraphs, counted from 0, in which a figure told as the event's own stays so, whatever the same number is later."""

VICTIMS = frozenset({"killed", "injured", "missing", "hostages", "magnitude", "attackers", "released", "evacuated"})
"""Measures whose presence in the lead makes a report one of victims."""


def polarity_of(draft: Draft) -> Polarity:
    """Say whether a figure is denied; a denial governs what stands close behind it in its clause, and what it is said of."""
    for w in draft.clause.words[max(0, draft.first - SCOPE) : draft.first]:
        if "denial" in w.term.marks:
            return Polarity.DENIED
    for w in draft.clause.words[draft.last + 1 : draft.last + 1 + SCOPE]:
        if w.text in ",;.:" or w.quantity is not None:
            break
        if "refuted" in w.term.marks:
            return Polarity.DENIED
    return Polarity.AFFIRMED


def modality_of(draft: Draft) -> Modality:
    """Say how sure a figure is put: asserted, planned, or possible.

    A word close before the event governs it; a plan or a demand further off does so too where the event is something that people do at
    will and nothing ends its clause.  A condition behind a sum governs only what follows it.
    """
    words = draft.clause.words
    first, trigger = draft.first, draft.trigger
    spots: list[int] = []
    for j in range(first - 1, max(-1, first - 1 - SCOPE), -1):
        if words[j].text in ",;:" or words[j].quantity is not None:
            break
        spots.append(j)
    if trigger is not None:
        spots += range(max(first, trigger - SCOPE), trigger + 1)
        spots += _between(draft, trigger)
    if draft.measure == "money":
        for j in range(draft.number + 1, min(draft.number + 5, len(words))):
            if words[j].text in ",;." or "relative" in words[j].term.marks or "subordinator" in words[j].term.marks:
                break
            spots.append(j)
    modality = Modality.ASSERTED
    for j in spots:
        marks = words[j].term.marks
        if "possible" in marks:
            return Modality.POSSIBLE
        if "planned" in marks or ("demand" in marks and draft.measure == "money"):
            modality = Modality.PLANNED
    if modality is Modality.ASSERTED and draft.measure in WILLED and _planned_afar(draft):
        return Modality.PLANNED
    return modality


def _between(draft: Draft, trigger: int) -> list[int]:
    """Give the words from a noun of happening to its number behind it ("the toll could exceed 100"), none where a sign stands there."""
    words, i = draft.clause.words, draft.number
    if trigger >= i or not any(t.role is Role.NAME for t in words[trigger].term.triggers):
        return []
    between = range(trigger + 1, i)
    return [] if any(words[j].text in ",;:.()" or words[j].quantity is not None for j in between) else list(between)


def _planned_afar(draft: Draft) -> bool:
    """Say whether a plan or a demand further before the figure governs it: no clause ends between, and nothing says that it was done."""
    words = draft.clause.words
    sums = draft.measure == "money"
    for j in range(draft.first - 1, max(-1, draft.first - 1 - AFAR), -1):
        w = words[j]
        marks = w.term.marks
        if sums and "demand" in marks:
            return True
        if "planned" in marks:
            return not sums
        if w.text in ';:.()"“”' or "real" in marks or "relative" in marks:
            return False
        if not sums and (w.text == "," or w.quantity is not None or "subordinator" in marks or "coordinator" in marks):
            return False
        if sums and "subordinator" in marks:
            return False
    return False


def settle(drafts: Sequence[Draft]) -> None:
    """Make mentions of one figure in a report agree on whose event it is, and set aside money that a report of victims only mentions.

    A figure told as another event's in at least half of its mentions, and not in the headline or first paragraphs, is another event's
    wherever it stands.
    """
    groups: dict[tuple[str, float | None, float | None], list[Draft]] = {}
    for d in drafts:
        groups.setdefault(d.key, []).append(d)
    for group in groups.values():
        if len(group) < 2:
            continue
        leading = any(d.clause.sentence.paragraph <= LEADING and not d.past for d in group)
        past = not leading and 2 * sum(d.past for d in group) >= len(group)
        for d in group:
            d.past = past
    told_free = {d.measure for d in drafts if d.clause.sentence.paragraph <= 1} & {"released", "rescued"}
    for d in drafts:
        if d.measure == "hostages" and told_free and d.trigger is not None:
            triggers = d.clause.words[d.trigger].term.triggers
            if not any(t.measure == "hostages" and t.role is Role.STATE for t in triggers):
                d.past = True
    told = {d.measure for d in drafts if d.clause.sentence.paragraph <= 1}
    for d in drafts:
        if d.measure == "money" and not told & VICTIMS and not d.clause.has("past"):
            d.past = False
    lead = [d for d in drafts if d.clause.sentence.paragraph <= 1]
    victims = {d.measure for d in lead} & VICTIMS
    if victims and not any(d.measure == "money" for d in lead):
        for d in drafts:
            if d.measure == "money" and not any(
                "loss" in w.term.marks for w in d.clause.words[max(0, d.number - REACH) : d.number + REACH]
            ):
                d.past = True
