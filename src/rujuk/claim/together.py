"""Numbers joined in a list that share one event: "20 units and 73 officers were sent", "killed two women and a man"."""

from __future__ import annotations

from collections.abc import Mapping

from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted
from rujuk.model.marks import QuantityKind

TOGETHER = frozenset({"force", "person", "vehicle", "building"})
"""Classes that one event may befall together."""


def chain_right(clause: Clause, counted: Counted, all_counted: Mapping[int, Counted]) -> tuple[int, float]:
    """Step over numbers joined behind this one ("20 units and 73 officers were sent"): where the search to the right starts, at what cost."""
    end, cost = counted.end, 0.0
    words = clause.words
    for _ in range(6):
        end = _members(clause, end)
        inserted = _insertion(clause, end, all_counted)
        if inserted is not None:
            end, cost = inserted, cost + 0.5
            continue
        j = end
        while j < len(words) and (words[j].text in ",/-–" or "coordinator" in words[j].term.marks):
            j += 1
        if j >= len(words) or j not in all_counted:
            return end, cost
        other = all_counted[j]
        if other.predicate is not None or (not other.classes & counted.classes and not other.classes & TOGETHER):
            return end, cost
        end, cost = other.end, cost + 1.0
    return end, cost


def _members(clause: Clause, j: int) -> int:
    """Step over a phrase that tells whose members are counted ("of an extended family"), where a comma ends it."""
    words = clause.words
    if j >= len(words) or "partitive" not in words[j].term.marks:
        return j
    for k in range(j + 1, min(j + 7, len(words))):
        if words[k].text == ",":
            return k
        if words[k].quantity is not None or not words[k].text[0].isalnum() or words[k].term.triggers:
            break
    return j


def _insertion(clause: Clause, j: int, all_counted: Mapping[int, Counted]) -> int | None:
    """Give the word behind an inserted part (", including 10 children,"), None where none starts at j."""
    words = clause.words
    if j + 1 >= len(words) or words[j].text not in ",(":
        return None
    if "relative" in words[j + 1].term.marks:
        return _beside(clause, j)
    n = next((k for k in range(j + 1, min(j + 5, len(words))) if k in all_counted), None)
    if n is None or not any("part-cue" in w.term.marks for w in words[j + 1 : n + 1]):
        return _apposition(clause, j)
    k = all_counted[n].end
    while k < len(words) and k - n <= 14:
        if words[k].text in ",)":
            return k + 1
        if words[k].text in ";.":
            return None
        k += 1
    return None


def _beside(clause: Clause, j: int) -> int | None:
    """Give the word behind a relative clause between commas, where the main verb follows it ("three men, who had fled, died")."""
    words = clause.words
    for k in range(j + 2, min(j + 20, len(words) - 1)):
        if words[k].text in ";.:":
            return None
        if words[k].text == ",":
            behind = words[k + 1].term
            return k + 1 if "passive" in behind.marks or (behind.triggers and not behind.classes) else None
    return None


def _apposition(clause: Clause, j: int) -> int | None:
    """Give the word behind names inserted between commas, where a verb follows ("two guards, A and B, were hurt")."""
    words = clause.words
    for k in range(j + 2, min(j + 12, len(words) - 1)):
        w = words[k]
        if w.quantity is not None and w.quantity.kind is not QuantityKind.AGE:
            return None
        if w.text in ",)":
            behind = words[k + 1].term
            if "passive" in behind.marks or (behind.triggers and not behind.classes):
                return k + 1
        elif w.term.triggers or w.text in ".;:(":
            return None
    return None


def chain_left(clause: Clause, counted: Counted, all_counted: Mapping[int, Counted]) -> tuple[int, float]:
    """The same to the left ("killed two women and a man")."""
    first, cost = counted.number, 0.0
    words = clause.words
    for _ in range(6):
        j = first - 1
        while j >= 0 and (words[j].text in ",/" or "coordinator" in words[j].term.marks or "skip" in words[j].term.marks):
            j -= 1
        if j == first - 1 or j < 0:
            return first, cost
        other = next((c for c in all_counted.values() if c.number <= j < c.end), None)
        if other is None or other.end != j + 1 or other.predicate is not None:
            return first, cost
        first, cost = other.number, cost + 1.5
    return first, cost
