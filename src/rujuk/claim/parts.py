"""Whether a figure counts a part of a whole, and which."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.counted import Counted
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
    if (group := _group_of(draft, text)) is not None:
        return group
    name = _name(draft, counted, text, alone=not others and not draft.continued)
    if name is None:
        return None
    if "firm" in counted.classes and measure == "suspects":
        return name
    if "family" in counted.classes and measure in PEOPLE:
        return name
    if draft.rule in ("continued.part", "continued.list", "continued.among"):
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


def _group_of(draft: Draft, text: str) -> str | None:
    """Name the group that some of the victims are said to be ("eleven of the dead were children"); None where none is told."""
    words, i, said = draft.clause.words, draft.number, draft.trigger
    if said is None or not i < said <= i + 4 or not any("partitive" in w.term.marks for w in words[i + 1 : said]):
        return None
    for w in words[said + 1 : said + 6]:
        if w.quantity is not None or w.text in ",;.":
            return None
        if w.term.classes & {"person", "force"} or "part-group" in w.term.marks:
            return text[w.start : w.end]
    return None


def _name(draft: Draft, counted: Counted, text: str, *, alone: bool) -> str | None:
    """Name what is counted as a group: its noun, or where it has none the group or case told behind it; None for people at large.

    A number without a noun that stands `alone` in its measure is the whole of it ("of the six, three were arrested").
    """
    words, i = draft.clause.words, draft.number
    a, b = i + 1, counted.end
    while a < b and (words[a].term.marks & {"part-behind", "skip"} or not words[a].text[0].isalnum()):
        a += 1
    while b > a and words[b - 1].term.marks & {"skip", "definite"} and not words[b - 1].term.classes:
        b -= 1
    if a < b:
        if all("part-whole" in w.term.marks for w in words[a:b]):
            return None
        return text[words[a].start : words[b - 1].end].strip(" -")
    for w in words[i + 1 : i + 8]:
        if w.quantity is not None or w.text in ",;.":
            break
        if w.term.marks & {"part-group", "part-case"}:
            return text[w.start : w.end]
    if alone:
        return None
    said = draft.trigger if draft.trigger is not None else counted.predicate
    if said is not None and said > i:
        return text[words[said].start : words[said].end]
    return text[words[i].start : words[i].end]
