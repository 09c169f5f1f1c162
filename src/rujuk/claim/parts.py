"""Whether a figure counts a part of a whole, and which."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.claim.clause import Word
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
STATES = frozenset({"injured", "displaced", "hostages", "missing", "affected"})
"""Measures of people in a state, of whom some may be told to be in a further one."""

COUNTS = PEOPLE | {"suspects", "attackers", "protesters", "flights", "buildings", "vehicles", "deployed"}
"""Measures whose counts news breaks down into parts."""


LISTED = frozenset({"buildings", "vehicles"})
"""Measures of things of several kinds."""

MEASURED = frozenset({"height", "magnitude"})
"""Measures of one thing, of which several may be told."""

SHARED = frozenset({"killed", "injured", "displaced", "affected", "missing"})
"""Measures of victims, some of whom may be told of apart."""

FEW = 5
"""Victims up to which two smaller numbers that make them up are of the same ones; set by hand."""

KINDS = 3
"""Kinds in one list from which on each is a part: two may be all there is."""

BEHIND = 3
"""Words behind the event in which its grade may stand."""

WHERE = 8
"""Words that tell where some of a whole are."""


def part_of(draft: Draft, others: Sequence[Draft], report: Sequence[Draft] = ()) -> str | None:
    """Name the part that a figure counts, None where it counts the whole; `others` are the sentence's other figures of the measure, `report` all of it.

    A part is said to be one ("including", "di antaranya"), or it is a group or a side beside others of the same measure ("two women and
    one man"), or of a class of its own (companies among suspects, households among people).
    """
    counted, measure = draft.counted, draft.measure
    if measure in MEASURED:
        return _level(draft) if measure == "height" else _second(draft)
    if counted is None or measure not in COUNTS:
        return None
    words = draft.clause.words
    text = draft.clause.sentence.span.exact
    i = draft.number
    if draft.item is not None:
        return draft.item or text[words[i].start : words[i].end]
    if (group := _group_of(draft, text)) is not None:
        return group
    if draft.rule == "continued.group":
        return next((text[w.start : w.end] for w in words[:i] if "part-group" in w.term.marks), None)
    share = _share(draft, others, text)
    if share is not None:
        return share or None
    told = (
        _graded(draft, counted, report, text)
        or _aboard(draft, others, report, text)
        or _kind(draft, others, text)
        or _spread(draft, others, text)
        or _among_all(draft, report, text)
    )
    if told is not None:
        return told
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
        if "part-group" in counted.marks and (
            (_beside(draft, others) and not _alike(draft, others)) or "part-cue" in counted.marks or _among(draft)
        ):
            return name
    if measure in ("flights", "injured") and ("part-case" in counted.marks or (measure == "injured" and _case(draft, counted))):
        return name
    return None


def _level(draft: Draft) -> str | None:
    """Name the sea from which a height is counted, where it is: a column above the summit is another height."""
    words, i = draft.clause.words, draft.number
    text = draft.clause.sentence.span.exact
    for w in words[i : i + 3]:
        if "sea" in w.term.marks:
            return text[w.start : w.end]
    return None


def _second(draft: Draft) -> str | None:
    """Name the second of two quakes whose magnitudes are joined ("7.6 and 7.5 magnitude quakes")."""
    words, i = draft.clause.words, draft.number
    if draft.measure != "magnitude" or i < 2 or "coordinator" not in words[i - 1].term.marks:
        return None
    before = words[i - 2].quantity
    if before is None or before.best is None or draft.value.best is None or before.best == int(before.best) or before.best > 10:
        return None
    return draft.clause.sentence.span.exact[words[i].start : words[i].end]


def _alike(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a sentence counts one group several times over ("386 WNI there and 194 WNI here"), and no groups of one whole."""
    mine = _groups(draft)
    return bool(mine) and all(_groups(d) == mine for d in others)


def _groups(draft: Draft) -> frozenset[str]:
    return frozenset(w.text for w in _noun(draft) if "part-group" in w.term.marks)


def _among_all(draft: Draft, report: Sequence[Draft], text: str) -> str | None:
    """Name some of the dead that the report's largest figure counts in all, where two groups make them up; and some more in one state."""
    words, i, counted = draft.clause.words, draft.number, draft.counted
    size = draft.value.best
    if counted is None or size is None or draft.measure not in SHARED or draft.past:
        return None
    if draft.measure in STATES and any("part-further" in w.term.marks for w in words[max(0, i - 1) : i + 1]):
        return text[words[i].start : words[counted.end - 1].end] if _other(draft, report) else None
    more = {d.value.best for d in _other(draft, report) if d.value.best is not None}
    whole = max(more, default=0.0)
    if draft.measure != "killed" or whole <= size or whole - size not in more | {1.0}:
        return None
    near = words[max(0, i - 1) : min(len(words), counted.end + 2)]
    if whole > FEW and not any("part-rest" in w.term.marks for w in near):
        return None
    told = [w for w in words[i + 1 : counted.end] if w.text[0].isalnum()]
    return text[told[0].start : told[-1].end] if told else text[words[i].start : words[i].end]


def _other(draft: Draft, report: Sequence[Draft]) -> list[Draft]:
    """Give the report's figures of the same measure and event with another value."""
    return [d for d in report if d.measure == draft.measure and d.key != draft.key and d.past == draft.past]


def _graded(draft: Draft, counted: Counted, report: Sequence[Draft], text: str) -> str | None:
    """Name how badly some of the injured are hurt, where the report counts others too ("four had serious injuries")."""
    if draft.measure != "injured" or not _other(draft, report):
        return None
    words, said = draft.clause.words, draft.trigger
    end = max(counted.end, (said or 0) + 1)
    for w in words[draft.number + 1 : end + BEHIND]:
        if w.quantity is not None or w.text in ",;.":
            return None
        if "part-case" in w.term.marks:
            return text[w.start : w.end]
    return None


def _aboard(draft: Draft, others: Sequence[Draft], report: Sequence[Draft], text: str) -> str | None:
    """Name the crew, where others aboard are counted too, and the passengers beside a crew or where all aboard are counted."""
    if draft.measure != "aboard":
        return None
    noun = next((w for w in _noun(draft) if w.term.marks & {"part-crew", "part-passengers"}), None)
    if noun is None:
        return None
    if "part-crew" in noun.term.marks:
        whole = any(not _marked(d, "part-crew") for d in _other(draft, report))
    else:
        whole = any(_marked(d, "part-crew") for d in others) or any(
            not _marked(d, "part-crew") and not _marked(d, "part-passengers") and _size(d) > _size(draft)
            for d in _other(draft, report)
        )
    return text[noun.start : noun.end] if whole else None


def _noun(draft: Draft) -> Sequence[Word]:
    """Give the words that may tell who is counted: the noun phrase, and the noun to its left."""
    words, counted = draft.clause.words, draft.counted
    if counted is None:
        return ()
    left = [words[counted.left]] if counted.left is not None else []
    return [*left, *words[draft.number + 1 : counted.end]]


def _marked(draft: Draft, mark: str) -> bool:
    return any(mark in w.term.marks for w in _noun(draft))


def _size(draft: Draft) -> float:
    return draft.value.best or draft.value.low or 0.0


def _kind(draft: Draft, others: Sequence[Draft], text: str) -> str | None:
    """Name one of several kinds of buildings or vehicles that a sentence lists."""
    if draft.measure not in LISTED or any(d.item is not None for d in others):
        return None
    nouns = [frozenset(w.text for w in _noun(d) if w.term.classes) for d in (draft, *others) if d.past == draft.past]
    if len(set(nouns)) < KINDS or not all(nouns):
        return None
    words, counted = draft.clause.words, draft.counted
    assert counted is not None
    return text[words[draft.number + 1].start : words[counted.end - 1].end] if counted.end > draft.number + 1 else None


def _spread(draft: Draft, others: Sequence[Draft], text: str) -> str | None:
    """Name where some of those are whom a sentence counts place by place ("900 in a field, 500 in a yard")."""
    elided = [d for d in others if d.rule == "continued.elided" and d.number > draft.number]
    if draft.rule != "continued.elided" and not elided:
        return None
    words = draft.clause.words
    start = next((k for k in range(draft.number + 1, len(words)) if "preposition" in words[k].term.marks), None)
    if start is None or any(w.quantity is not None for w in words[draft.number + 1 : start]):
        return None
    end = start + 1
    while end < len(words) and end - start < WHERE and words[end].text not in ",;." and words[end].quantity is None:
        if "coordinator" in words[end].term.marks:
            break
        end += 1
    return text[words[start].start : words[end - 1].end]


def _case(draft: Draft, counted: Counted) -> bool:
    """Say whether the case of the injured is told behind them, before another number."""
    for w in draft.clause.words[counted.end - 1 : counted.end + 3]:
        if w.quantity is not None and w is not draft.clause.words[draft.number]:
            return False
        if "part-case" in w.term.marks:
            return True
    return False


def _share(draft: Draft, others: Sequence[Draft], text: str) -> str | None:
    """Name what befell some of a counted whole ("30 of the 80 injured remained in hospital"); empty for the whole itself, None for neither."""
    words = draft.clause.words
    for d in others:
        part, whole = sorted((draft, d), key=lambda x: x.number)
        between = words[part.number + 1 : whole.number]
        if not between or not all(w.term.marks & {"partitive", "skip", "definite"} for w in between) or whole.counted is None:
            continue
        if not any("partitive" in w.term.marks for w in between):
            continue
        if draft is whole:
            return ""
        said = part.trigger
        if draft.measure in STATES and said is not None and said >= whole.counted.end:
            return text[words[whole.counted.end].start : words[said].end]
    return None


def _beside(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a group stands beside other figures of its measure, and not before parts of itself ("nine sailors, including two women")."""
    if not others or draft.counted is None:
        return False
    end = draft.counted.end
    behind = draft.clause.words[end : end + 3]
    if behind and behind[0].text in ",(" and any("part-cue" in w.term.marks for w in behind[1:]):
        return False
    words = draft.clause.words[draft.number + 1 : end]
    if any("part-group" in w.term.marks and "origin" not in w.term.marks for w in words):
        return True
    return any(d.counted is not None and "part-group" in d.counted.marks for d in others)


def _among(draft: Draft) -> bool:
    """Say whether what befell the counted is that they are among a whole ("ten children were among the dead")."""
    said = draft.trigger
    if said is None or draft.counted is None:
        return False
    words = draft.clause.words
    return any(w.term.marks & {"part-cue", "among"} for w in words[draft.counted.end : said + 1]) and said >= draft.counted.end


def _group_of(draft: Draft, text: str) -> str | None:
    """Name the group that some of the victims are said to be ("eleven of the dead were children"); None where none is told."""
    words, i, said = draft.clause.words, draft.number, draft.trigger
    if said is None or not i < said <= i + 4 or not any("partitive" in w.term.marks for w in words[i + 1 : said]):
        return None
    if not all(w.term.marks & {"partitive", "skip", "definite"} for w in words[i + 1 : said]):
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
    if draft.rule == "continued.part" or any("part-behind" in w.term.marks for w in words[i + 1 : i + 3]):
        return _told_of_them(draft, text)
    return text[words[i].start : words[i].end]


def _told_of_them(draft: Draft, text: str) -> str | None:
    """Name some of a whole by what is told of them behind ("170,000 of them in Aceh"), None where nothing is."""
    words, k = draft.clause.words, draft.number + 1
    while k < len(words) and words[k].term.marks & {"part-behind", "skip", "link"} and "preposition" not in words[k].term.marks:
        k += 1
    end = k
    while (
        end < len(words) and end - k < 3 and words[end].text[0].isalnum() and words[end].quantity is None and not words[end].time
    ):
        end += 1
    return text[words[k].start : words[end - 1].end] if end > k else None
