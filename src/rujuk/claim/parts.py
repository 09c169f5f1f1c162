"""Whether a figure counts a part of a whole, and which."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.drafts import Draft

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
COUNTS = PEOPLE | {"suspects", "attackers", "protesters", "flights", "buildings", "vehicles", "deployed"}


def part_of(draft: Draft, others: Sequence[Draft]) -> str | None:
    """Name the part that a figure counts, None where it counts the whole; `others` are the sentence's other figures of the measure.

    A part is said to be one ("including", "di antaranya"), or it is a group or a side beside others of the same measure ("two women and
    one man"), or of a class of its own (companies among suspects, households among people).
    """
    counted, measure = draft.counted, draft.measure
    if counted is None or measure not in COUNTS:
        return None
    words = draft.clause.words
    text = draft.clause.sentence.span.exact
    i = draft.number
    noun = text[words[i].end : words[counted.end - 1].end].strip(" -") if counted.end > i + 1 else ""
    name = noun or text[words[i].start : words[i].end]
    if "firm" in counted.classes and measure == "suspects":
        return name
    if "family" in counted.classes and measure in PEOPLE:
        return name
    if draft.rule in ("continued.part", "continued.list"):
        return name
    if draft.rule != "continued.joined" and others and any("part-cue" in w.term.marks for w in words[max(0, i - 4) : i]):
        return name
    if any("part-behind" in w.term.marks and "link" not in w.term.marks for w in words[i + 1 : i + 3]):
        return name
    if measure in PEOPLE:
        if "part-side" in counted.marks and measure in ("killed", "injured"):
            return name
        if "part-group" in counted.marks and (others or "part-cue" in counted.marks):
            return name
    if measure in ("flights", "injured") and (
        "part-case" in counted.marks
        or (measure == "injured" and any("part-case" in w.term.marks for w in words[counted.end - 1 : counted.end + 3]))
    ):
        return name
    return None
