"""Items of a breakdown: "40 arrested, among them 12 students and eight teachers", "312 (150 men, 162 women)", "dewasa 24 orang, dua anak"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.claim.clause import Clause, Word
from rujuk.claim.counted import Counted
from rujuk.claim.drafts import Draft
from rujuk.claim.parts import COUNTS
from rujuk.lang.figures import Role
from rujuk.model.marks import QuantityKind

PERSONS = frozenset({"person", "force", "family"})

REACH = 14
"""Words between a whole and the word that opens its breakdown."""

LEAD = 4
"""Words between that word and the first number."""

OPENING = 2
"""Words before those that open a sentence on a part of the count before."""

GAP = 7
"""Words between two items."""

SIDE = 4
"""Words before a number among which the noun of its item stands ("dewasa 24 orang")."""

TOLD = 3
"""Words that are taken to tell an item without a noun ("three in the valley")."""


@dataclass(frozen=True, slots=True)
class Item:
    """A number that is an item of `whole`; `name` is what it counts, empty where nothing tells it, `noun` the word before the number that does."""

    whole: Draft
    name: str
    noun: int | None = None


def items(
    clause: Clause, all_counted: Mapping[int, Counted], here: Mapping[int, Draft], earlier: Sequence[Draft]
) -> dict[int, Item]:
    """Find the items of every breakdown in a clause, by the index of their number.

    A word opens a breakdown ("terdiri dari", "including"), or a colon, a bracket or a comma does where the items add up to the whole.
    """
    found: dict[int, Item] = {}
    for c, w in enumerate(clause.words):
        strong = "part-cue" in w.term.marks or ("part-open" in w.term.marks and c <= OPENING)
        if not strong and w.text not in ":(,–—-" and "namely" not in w.term.marks:
            continue
        whole = _whole(clause, c, all_counted, here, earlier, strong=strong)
        if whole is None:
            continue
        run = [i for i in _run(clause, c, whole, all_counted, here) if i not in found]
        if not run:
            continue
        names = {i: name_of(clause, all_counted[i], c) for i in run}
        if strong or _adds_up(clause, run, whole, names, exact=w.text == ","):
            found |= {i: Item(whole, *names[i]) for i in run}
    return found


def fits(whole: Draft, counted: Counted) -> bool:
    """Say whether what a number counts can be among a whole: of its class of thing, or not known."""
    if whole.counted is None or "thing" in counted.classes:
        return False
    classes = whole.counted.classes
    if not counted.classes:
        return True
    if classes & PERSONS or not classes:
        return bool(counted.classes & PERSONS)
    return bool(classes & counted.classes)


def _whole(
    clause: Clause,
    c: int,
    all_counted: Mapping[int, Counted],
    here: Mapping[int, Draft],
    earlier: Sequence[Draft],
    *,
    strong: bool,
) -> Draft | None:
    """Give the figure that a breakdown opening at c breaks down."""
    words = clause.words
    before = [k for k in clause.numbers if k < c and _counts(words[k]) and not _labels(all_counted.get(k))]
    if before:
        draft = here.get(before[-1])
        if draft is None or draft.counted is None or draft.measure not in COUNTS or draft.item is not None:
            return None
        gap = words[before[-1] + 1 : c]
        if len(gap) > REACH or any(w.text in ";.!?" for w in gap):
            return None
        return draft
    if not strong or c > LEAD or not earlier:
        return None
    last = earlier[-1]
    if last.item is not None:
        last = next((d for d in reversed(earlier) if d.item is None and d.clause is last.clause), last)
    near = 0 <= clause.sentence.paragraph - last.clause.sentence.paragraph <= 1
    return last if near and last.measure in COUNTS and last.counted is not None else None


def _counts(word: Word) -> bool:
    return word.quantity is not None and word.quantity.kind is QuantityKind.COUNT


def _run(clause: Clause, c: int, whole: Draft, all_counted: Mapping[int, Counted], here: Mapping[int, Draft]) -> list[int]:
    """Give the numbers that follow the opening word as a list, up to the first that cannot be an item."""
    words, run, at, reach = clause.words, list[int](), c + 1, LEAD
    top = whole.value.high if whole.value.best is None else whole.value.best
    for i in clause.numbers:
        if i <= c or not _counts(words[i]):
            continue
        counted = all_counted.get(i)
        quantity = words[i].quantity
        if _labels(counted):
            reach += GAP
            continue
        if counted is None or quantity is None or not _light(words[at:i], reach):
            break
        one = quantity.best == 1 and counted.classes == {"family"}  # "are of one family"
        if (
            one
            or not fits(whole, counted)
            or (top is not None and (quantity.best or quantity.low or 0) > top)
            or (quantity.best or 1) <= 0
        ):
            break
        own = here.get(i)
        if own is not None and own.trigger is not None and own.measure != whole.measure and not _inside(own, counted):
            break
        run.append(i)
        at, reach = max(counted.end, i + 1), GAP
    return run


def _labels(counted: Counted | None) -> bool:
    """Say whether a number only tells an age, a name or whose members are counted."""
    return counted is not None and counted.bare and counted.classes == {"thing"}


def _inside(draft: Draft, counted: Counted) -> bool:
    """Say whether the word that makes a figure stands within what it counts ("40 pengunjuk rasa"), as its noun."""
    return draft.trigger is not None and draft.number < draft.trigger < counted.end


def _light(words: Sequence[Word], most: int) -> bool:
    """Say whether words between two items belong to a list: few, and no clause of their own."""
    if len(words) > most:
        return False
    for w in words:
        marks = w.term.marks
        if w.text in ";.!?" or "subordinator" in marks or "agent" in marks or "passive" in marks:
            return False
        if any(t.role is not Role.NAME for t in w.term.triggers) and not w.term.classes and "part-case" not in marks:
            return False
    return True


def _adds_up(
    clause: Clause, run: Sequence[int], whole: Draft, names: Mapping[int, tuple[str, int | None]], *, exact: bool
) -> bool:
    """Say whether numbers behind a mere sign are items: two or more that make up the whole, or named groups within it."""
    sizes = [q.best for i in run if (q := clause.words[i].quantity) is not None and q.best is not None]
    words = clause.words
    if exact and len(run) == 1 and whole.value.best is not None and sizes and sizes[0] < whole.value.best:
        i = run[0]
        bare = i + 1 < len(words) and words[i - 1].text == "," and bool(words[i + 1].term.marks & {"preposition", "of"})
        return bare and bool(names[i][0])  # "five soldiers died, four in the valley"
    if len(run) < 2 or len(sizes) != len(run) or whole.value.best is None or not all(names[i][0] for i in run):
        return False
    return sum(sizes) == whole.value.best or (not exact and sum(sizes) < whole.value.best and all(_group(clause, i) for i in run))


def _group(clause: Clause, i: int) -> bool:
    """Say whether the noun right behind a number names a group."""
    return any(w.term.marks & {"part-group", "part-side", "part-case"} for w in clause.words[i + 1 : i + 3])


def name_of(clause: Clause, counted: Counted, c: int) -> tuple[str, int | None]:
    """Name what an item counts, by its noun, by one before the number, or by where they are; with the index of a noun before it.

    Nothing up to the word at c belongs to it.
    """
    words, text, i = clause.words, clause.sentence.span.exact, counted.number
    a, b = i + 1, counted.end
    while a < b and (words[a].term.marks & {"part-behind", "skip", "part-anyone"} or not words[a].text[0].isalnum()):
        a += 1
    while b > a and words[b - 1].term.marks & {"skip", "definite"} and not words[b - 1].term.classes:
        b -= 1
    if a < b and not all("part-whole" in w.term.marks for w in words[a:b]):
        return text[words[a].start : words[b - 1].end].strip(" -"), None
    end = counted.end
    while end < len(words) and words[end].term.marks & {"part-behind", "skip", "of"}:
        end += 1
    if end == len(words) or not words[end].term.marks & {"part-group", "part-side"}:
        noun = _before(words, i, c)
        if noun is not None:
            return text[words[noun].start : words[noun].end], noun
    k = end
    while k < len(words) and k - end <= TOLD and words[k].text[0].isalnum() and words[k].quantity is None:
        if "coordinator" in words[k].term.marks or "part-cue" in words[k].term.marks:
            break
        k += 1
    return (text[words[end].start : words[k - 1].end] if k > end else ""), None


def _before(words: Sequence[Word], i: int, c: int) -> int | None:
    """Find the noun of an item that stands before its number ("dewasa 24 orang"), behind the word at c."""
    for k in range(i - 1, max(c, i - SIDE) - 1, -1):
        w = words[k]
        if w.quantity is not None or w.text in ",;" or "coordinator" in w.term.marks or k == c:
            return None
        known = w.term.marks & {"part-group", "part-side", "part-case"} or "person" in w.term.classes
        opens = not w.term.words and w.text[0].isalpha() and words[k - 1].text in ",:(;"
        if (known or opens) and "part-whole" not in w.term.marks:
            return k
    return None
