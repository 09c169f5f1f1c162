"""What a number counts: the noun phrase behind it, or the noun that it is linked to on its left."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.claim.clause import Clause, Word

LONGEST = 8
"""Words that a counted noun phrase may have; longer runs are clauses whose verb is unknown."""

_STOPS = frozenset(
    {
        "relative",
        "coordinator",
        "subordinator",
        "preposition",
        "agent",
        "passive",
        "negation",
        "planned",
        "possible",
        "total",
        "of",
    }
)
_CLASSIFIERS = frozenset({"unit"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: words i+1 to end.  `bare` where no noun follows, `classes` empty where the noun is not known.

    `measures` are what the noun carries by itself, with the rule; `predicate` is a trigger that stands alone behind the number
    ("70 wounded").  `marks` are those of all its words.
    """

    number: int
    end: int
    classes: frozenset[str]
    measures: tuple[tuple[str, str], ...]
    marks: frozenset[str]
    bare: bool
    predicate: int | None = None
    left: int | None = None
    """The noun to the left that a bare number belongs to."""


def counted_by(clause: Clause, i: int, *, head_first: bool) -> Counted:
    """Find what the number at index i counts."""
    words = clause.words
    n = len(words)
    nouns: list[Word] = []
    marks: set[str] = set()
    filled = False
    end = i + 1
    predicate: int | None = None
    j = i + 1
    while j < n and j - i <= LONGEST:
        w = words[j]
        term = w.term
        if w.quantity is not None or w.time:
            break
        if not w.text[0].isalnum():
            if w.text in "-#\"“”'’" and j + 1 < n and (w.text != '"' or not filled):
                j += 1
                continue
            break
        if "skip" in term.marks and not (w.text == "of" and filled):
            marks |= term.marks
            if head_first or not filled:
                j += 1
                if head_first:
                    end = j
                continue
            break
        if term.triggers and not term.classes and not term.counted:
            if head_first or not _modifies(words, j):
                if not filled and j <= i + 3:
                    predicate = j
                break
            j += 1
            continue
        if term.marks & _STOPS and not term.classes and not term.counted:
            break
        if "link" in term.marks and not term.classes and not term.counted:
            break
        if term.triggers and not filled and not _continues(words, j):
            predicate = j
        if term.classes or term.counted:
            nouns.append(w)
        marks |= term.marks
        filled = True
        j += 1
        end = j
    if not filled:
        left = _left_noun(clause, i)
        if left is not None:
            term = words[left].term
            return Counted(i, i + 1, term.classes, term.counted, frozenset(marks), True, predicate, left)
        return Counted(i, i + 1, frozenset(), (), frozenset(marks), True, predicate)
    classes: frozenset[str] = frozenset()
    measures: tuple[tuple[str, str], ...] = ()
    order = nouns if head_first else nouns[::-1]
    for w in order:
        if not classes or classes <= _CLASSIFIERS:
            classes = w.term.classes or classes
        if w.term.counted and not measures and (w is order[0] or head_first):
            measures = w.term.counted
    if "thing" in classes and not measures:
        classes = frozenset({"thing"})
    return Counted(i, end, classes, measures, frozenset(marks), False, predicate)


def _modifies(words: list[Word], j: int) -> bool:
    """Say whether the trigger at j stands before a noun that it modifies ("kidnapped schoolgirls")."""
    for w in words[j + 1 : j + 4]:
        if w.quantity is not None or w.time or not w.text[0].isalnum():
            return False
        if w.term.classes or w.term.counted:
            return True
        if w.term.marks or w.term.triggers:
            return False
    return False


def _continues(words: list[Word], j: int) -> bool:
    """Say whether the noun phrase goes on behind j."""
    if j + 1 >= len(words):
        return False
    w = words[j + 1]
    return bool(w.term.classes or w.term.counted) and w.quantity is None


def _left_noun(clause: Clause, i: int) -> int | None:
    """Find the noun that links to a bare number at i: "jumlah teroris sekitar 20.000", "jumlah totalnya 20 ribu"."""
    words = clause.words
    total = False
    j = i - 1
    while j >= 0 and i - j <= 5:
        w = words[j]
        marks = w.term.marks
        if "total" in marks:
            total = True
        elif w.term.classes or w.term.counted:
            return j if not w.term.triggers or w.term.classes else None
        elif "link" not in marks and w.text != ":":
            break
        j -= 1
    if not total:
        return None
    return next((k for k in range(j, -1, -1) if words[k].term.counted), None)
