"""Whether a figure counts a part of a whole, and which."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted

PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "missing",
        "rescued",
        "displaced",
        "evacuated",
        "affected",
        "detained",
        "released",
        "hostages",
        "aboard",
    }
)


def part_of(clause: Clause, counted: Counted, measure: str, others: Sequence[Counted]) -> str | None:
    """Name the part that a figure counts, None where it counts the whole.

    A part is said to be one ("12 of them", "including", "di antaranya"), or it is a group or a side beside others of the same measure
    in the sentence ("two women and one man"), or of a class of its own (companies among suspects, households among people).
    """
    words = clause.words
    text = clause.sentence.span.exact
    i = counted.number
    noun = text[words[i].end : words[counted.end - 1].end].strip(" -") if counted.end > i + 1 else ""
    if "firm" in counted.classes and measure == "suspects":
        return noun or text[words[i].start : words[i].end]
    if "family" in counted.classes and measure in PEOPLE:
        return noun
    if measure in PEOPLE or measure in ("suspects", "attackers", "protesters", "flights", "buildings", "vehicles"):
        for j in range(max(0, i - 4), i):
            if "part-cue" in words[j].term.marks and others:
                return noun or words[j].text
        for j in range(counted.end, min(counted.end + 3, len(words))):
            if "part-cue" in words[j].term.marks:
                return noun or words[j].text
        for j in range(i + 1, min(i + 3, len(words))):
            if "part-cue" in words[j].term.marks or "part-from" in words[j].term.marks:
                follows = any(w.quantity is not None for w in words[j : j + 5])
                if "part-cue" in words[j].term.marks or follows:
                    return noun or words[j].text
    if measure in PEOPLE:
        if "part-side" in counted.marks and measure in ("killed", "injured"):
            return noun
        if "part-group" in counted.marks and others:
            return noun
    if "part-case" in counted.marks and measure in ("flights", "injured"):
        return noun
    return None
