"""What a number counts: the noun phrase behind it, or the noun that it is linked to on its left."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.claim.clause import Clause, Word
from rujuk.lang.figures import FigureLexicon
from rujuk.model.marks import QuantityKind

LONGEST = 8
"""Words that a counted noun phrase may have; longer runs are clauses whose verb is unknown."""

GAP = 3
"""Characters between two words from which on something was left out between them."""

OLDEST = 110
"""Years that a person told of lives at most."""

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
        "overall",
        "part-cue",
    }
)
_LINKING = frozenset({"link", "of"})
_CLASSIFIERS = frozenset({"unit"})
_UNITS = frozenset({"building", "vehicle", "flight"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun phrase: words i+1 to end, its head noun done at `core`.  `bare` where no noun follows, `classes` empty where the noun is not known.

    `measures` are what the noun carries by itself, with the rule; `predicate` is a trigger that stands alone behind the number
    ("70 wounded").  `marks` are those of all its words.
    """

    number: int
    end: int
    core: int
    classes: frozenset[str]
    measures: tuple[tuple[str, str], ...]
    marks: frozenset[str]
    bare: bool
    predicate: int | None = None
    left: int | None = None
    """The noun to the left that a bare number belongs to."""
    single: bool = False
    """One of many: a figure only where it is itself the subject of the event."""


def counted_by(clause: Clause, i: int, lexicon: FigureLexicon) -> Counted:
    """Find what the number at index i counts."""
    words = clause.words
    head_first = lexicon.head_first
    n = len(words)
    nouns: list[tuple[int, Word]] = []
    plain: list[Word] = []
    marks: set[str] = set()
    filled = False
    end = i + 1
    predicate: int | None = None
    j = i + 1
    while j < n and j - i <= LONGEST:
        w = words[j]
        term = w.term
        if w.start - words[j - 1].end > GAP:
            break
        if w.quantity is not None and w.quantity.kind is QuantityKind.AGE and not filled and not head_first:
            j += 1
            continue
        if _compound(words, j) and not filled:
            j += 1
            continue
        if w.quantity is not None or w.time:
            break
        if not w.text[0].isalnum():
            if w.text in "-#\"“”'’" and j + 1 < n and (w.text != '"' or not filled):
                j += 1
                continue
            break
        if "skip" in term.marks and not (w.text == "of" and filled):
            if head_first and nouns and "definite" in term.marks:
                marks |= term.marks
                break
            marks |= term.marks
            if head_first or not filled:
                j += 1
                if head_first:
                    end = j
                continue
            break
        if term.triggers and not term.classes and not term.counted:
            if head_first or nouns or not _modifies(words, j):
                if not filled and j <= i + 3:
                    predicate = j
                break
            j += 1
            continue
        if "coordinator" in term.marks and not head_first and filled and _adjectives(nouns) and _noun_ahead(words, j):
            j += 1
            continue
        if term.marks & _STOPS and not term.classes and not term.counted:
            break
        if "link" in term.marks and not term.classes and not term.counted:
            break
        if term.triggers and not filled and not _continues(words, j):
            predicate = j
        if term.classes or term.counted:
            nouns.append((j, w))
        elif head_first and nouns and lexicon.closes(w.text):
            break
        else:
            plain.append(w)
        marks |= term.marks
        filled = True
        j += 1
        end = j
    if labelled(clause, i, lexicon) or _whose(words, i, lexicon.articles):
        return Counted(i, i + 1, i + 1, frozenset({"thing"}), (), frozenset(), True)
    single = _single(words, i, lexicon)
    left = _left_noun(clause, i, close=head_first)
    if not filled:
        if left is not None:
            term = words[left].term
            return Counted(i, i + 1, i + 1, term.classes, term.counted, frozenset(marks), True, predicate, left, single)
        classes = frozenset({"thing"}) if _of_thing(words, i) else frozenset()
        return Counted(i, i + 1, i + 1, classes, (), frozenset(marks), True, predicate, None, single)
    if not head_first and nouns:
        end = _closed(words, nouns[-1][0] + 1, end)
    classes = frozenset()
    measures: tuple[tuple[str, str], ...] = ()
    order = nouns if head_first else nouns[::-1]
    core = end
    for k, (j, w) in enumerate(order):
        if not classes or classes <= _CLASSIFIERS:
            classes = w.term.classes or classes
            core = j + 1
        if w.term.counted and not measures and (k == 0 or (head_first and not _of_thing_only(classes, w))):
            measures = w.term.counted
            core = max(core, j + 1) if head_first else core
    if not nouns and plain and lexicon.abstract.fullmatch((plain[0] if head_first else plain[-1]).text):
        classes = frozenset({"thing"})
    if "thing" in classes and not measures:
        classes = frozenset({"thing"})
    if classes == _CLASSIFIERS:
        classes |= _unit_of(words, i)
    beside = left == i - 1 and "joiner" not in words[i].term.marks
    if not measures and left is not None and "person" in classes and (beside or _at_large(order, words[left])):
        measures = words[left].term.counted
        if not measures:
            left = None
    else:
        left = None
    return Counted(i, end, core, classes, measures, frozenset(marks), False, predicate, left, single)


def _of_thing_only(classes: frozenset[str], word: Word) -> bool:
    """Say whether a noun behind a counted thing only tells what it is for ("39 merek mobil penumpang", "4 pesawat pengebom")."""
    return bool(classes & _UNITS) or ("thing" in classes and "person" in word.term.classes)


def _unit_of(words: list[Word], i: int) -> frozenset[str]:
    """Give what a classifier counts that has its noun before it ("rumah rusak 30 unit")."""
    for w in reversed(words[max(0, i - LONGEST) : i]):
        if w.quantity is not None or w.text in ",;.:":
            break
        if w.term.classes & _UNITS:
            return w.term.classes & _UNITS
    return frozenset()


def _compound(words: list[Word], i: int) -> bool:
    """Say whether a number only makes an adjective with the word joined to it ("two three-storey hotels"), behind a number."""
    if not 0 < i < len(words) - 2 or words[i].quantity is None or words[i - 1].quantity is None:
        return False
    sign, noun = words[i + 1], words[i + 2]
    return sign.text == "-" and sign.start == words[i].end and noun.start == sign.end and noun.text[0].isalpha()


def _closed(words: list[Word], last: int, end: int) -> int:
    """Give the end of a noun phrase whose last known noun ends before `last`: a word shaped as a verb there is its verb."""
    if last < end and "verb" in words[last].term.marks and words[last].term.words == ():
        return last
    return end


def _at_large(nouns: list[tuple[int, Word]], left: Word) -> bool:
    """Say whether a counted noun means just people, so that the noun to its left tells who they are."""
    return all("part-anyone" in w.term.marks or "skip" in w.term.marks or w.text == left.text for _, w in nouns)


def labelled(clause: Clause, i: int, lexicon: FigureLexicon) -> bool:
    """Say whether a number names or dates something instead of counting: a level, a floor, an age, a year."""
    words = clause.words
    k = i - 1
    while k >= 1 and words[k - 1].quantity is not None and (words[k].text in ",/" or "coordinator" in words[k].term.marks):
        k -= 2
    if k < i - 1 and i + 1 < len(words) and words[i + 1].term.classes:
        k = i - 1  # "aged from one to 12, three women"
    if k >= 0 and (
        "label" in words[k].term.marks or (k and words[k].text in lexicon.ways and "label" in words[k - 1].term.marks)
    ):
        return True
    if _compound(words, i):
        return True
    quantity = words[i].quantity
    if quantity is None or quantity.best is None:
        return False
    if _aged(clause, i) or (words[i].text[0] == "0" and words[i].text.isdigit()):
        return True
    if (
        any(w.quantity is not None and w.text.isdigit() for w in (*words[max(0, i - 1) : i], *words[i + 1 : i + 2]))
        and words[i].text.isdigit()
    ):
        return True
    if i and words[i - 1].text in "'’‘" and words[i].text.isdigit() and len(words[i].text) == 2:
        return True
    behind = words[i + 1] if i + 1 < len(words) else None
    if not (words[i].text.isdigit() and len(words[i].text) == 4 and 1800 <= quantity.best <= 2100):
        return False
    return (behind is not None and behind.text in "'’") or (
        k >= 0 and words[k].text in lexicon.dating and not (behind is not None and behind.term.classes)
    )


def _aged(clause: Clause, i: int) -> bool:
    """Say whether a number behind a name tells an age ("Ann Lee, 67 of Lund, was arrested")."""
    words, text = clause.words, clause.sentence.span.exact
    if i < 2 or i + 1 >= len(words) or words[i - 1].text != "," or not words[i].text.isdigit() or int(words[i].text) > OLDEST:
        return False
    name = words[i - 2]
    named = not name.term.words and name.quantity is None and not name.time and text[name.start].isupper()
    return named and "of" in words[i + 1].term.marks and clause.sentence.paragraph >= 0


def _whose(words: list[Word], i: int, articles: frozenset[str]) -> bool:
    """Say whether a one only tells whose members were counted before it ("seven members of one family")."""
    quantity = words[i].quantity
    if i and "parent" in words[max(0, i - 2 if "of" in words[i - 1].term.marks else i - 1)].term.marks:
        return True  # "ibu dua anak", "a mother of two"
    if quantity is None or quantity.best != 1 or i < 3 or "of" not in words[i - 1].term.marks:
        return False
    if words[i].text in articles and "person" in words[i - 2].term.classes:
        return True  # "the mother of a boy"
    return bool(words[i - 2].term.classes) and any(w.quantity is not None for w in words[max(0, i - 5) : i - 2])


def _single(words: list[Word], i: int, lexicon: FigureLexicon) -> bool:
    """Say whether a number is one of many ("one of the girls", "salah satu direktur")."""
    quantity = words[i].quantity
    if quantity is None or quantity.best != 1 or words[i].text in lexicon.articles:
        return False
    if i and "one-of" in words[i - 1].term.marks:
        return True
    return i + 1 < len(words) and "partitive" in words[i + 1].term.marks


def _of_thing(words: list[Word], i: int) -> bool:
    """Say whether a bare number belongs to a thing before it ("a city of 500,000")."""
    return i >= 2 and "of" in words[i - 1].term.marks and "thing" in words[i - 2].term.classes


def _adjectives(nouns: list[tuple[int, Word]]) -> bool:
    """Say whether what is read of a noun phrase can all describe a noun to come."""
    return all("origin" in w.term.marks for _, w in nouns)


def _noun_ahead(words: list[Word], j: int) -> bool:
    """Say whether a joining word at j joins modifiers of a noun right behind it ("government and private buildings")."""
    for w in words[j + 1 : j + 4]:
        if w.quantity is not None or w.term.triggers or not w.text[0].isalnum():
            return False
        if w.term.classes:
            return True
    return False


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


def _left_noun(clause: Clause, i: int, *, close: bool) -> int | None:
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
            if j == i - 1 and not close:
                return None
            return j if not w.term.triggers or w.term.classes else None
        elif not marks & _LINKING and w.text != ":":
            break
        j -= 1
    if not total:
        return None
    return next((k for k in range(j, -1, -1) if words[k].term.counted), None)
