"""Tagged names sifted by what their word, and the whole report, say against them.

A capital says little at the start of a sentence: a single word there is kept as a name only where the language or the rest of the report
does not know it as an ordinary word.
"""

from __future__ import annotations

from collections.abc import Iterable

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import Words
from rujuk.mark.tagger import Name
from rujuk.model.marks import EntityKind

SHORT = 3
"""Letters of a tail behind a hyphen that is too short to tell ("X-men" from "al-X")."""


def spellings(lines: Iterable[Words]) -> frozenset[str]:
    """Give the words as a report writes them, so that one in lower case is found where it stands without a capital."""
    return frozenset().union(*(line.words for line in lines))


def sift(names: list[Name], line: Words, small: frozenset[str], lexicon: NameLexicon) -> list[Name]:
    """Drop what is no name, and cut from names what is no part of them.

    `small` are the words that the report also writes without a capital.
    """
    out: list[Name] = []
    for n in names:
        cut = _cut(n, line.words, lexicon)
        if cut is not None and not _ordinary(cut, line, small, lexicon):
            out.append(cut)
    return out


def _cut(n: Name, words: list[str], lexicon: NameLexicon) -> Name | None:
    """Cut words that are never a name's off both ends, half of a bracket, and the beginning of a next sentence off a known body; None if nothing is left."""
    first, end = n.first, n.end
    if end - first > 1:
        inside = words[first:end]
        if ")" in inside[:-1] and "(" not in inside[: inside.index(")")]:
            first += inside.index(")") + 1
        elif "(" in inside and ")" not in inside:
            end = first + inside.index("(")
    while first < end and (_never(words[first], lexicon) or (end - first > 1 and _compound(words[first], lexicon))):
        first += 1
    while end > first and len(words[end - 1]) > 1 and _never(words[end - 1], lexicon):
        end -= 1
    if end - first > 1:
        last = words[end - 1]
        if (
            last.istitle()
            and lexicon.ordinary(low := last.lower())
            and not (low in lexicon.organisations or low in lexicon.place_heads or low in lexicon.directions)
            and lexicon.fold(" ".join(words[first:end])) not in lexicon.known
            and lexicon.fold(" ".join(words[first : end - 1])) in lexicon.known
        ):
            end -= 1  # a credit and the sentence behind it: "Reuters Around"
    if first >= end:
        return None
    if end - first > 1 and all(w.lower() in lexicon.demonyms or w.lower() in lexicon.place_heads for w in words[first:end]):
        if words[end - 1].lower() in lexicon.demonyms:
            return None  # "North Korean"
    if n.kind is EntityKind.PERSON and all(
        w.lower() in lexicon.offices and w.lower() not in lexicon.given for w in words[first:end]
    ):
        return None  # "Chief Operation Officer"
    return n.cut(first, end)


def _never(word: str, lexicon: NameLexicon) -> bool:
    return (word.replace("’", "'") if "’" in word else word).lower() in lexicon.never


def _compound(word: str, lexicon: NameLexicon) -> bool:
    """Say whether a word is made of a name and an ordinary word: "Singapore-based"."""
    head, _, tail = word.rpartition("-")
    return bool(head) and len(tail) >= SHORT and tail.islower() and lexicon.ordinary(tail)


def _ordinary(n: Name, line: Words, small: frozenset[str], lexicon: NameLexicon) -> bool:
    """Say whether a single word is an ordinary one that a capital makes look like a name."""
    if n.end - n.first > 1:
        return False
    word = line.words[n.first]
    low = word.lower()
    if _compound(word, lexicon):
        return True
    if low in lexicon.things and n.kind is not EntityKind.PLACE:
        return True
    if not word.istitle() or low in lexicon.marks:
        return False
    opens = not n.first or line.words[n.first - 1] in lexicon.openers
    form = lexicon.fold(word)
    if form in lexicon.places or form in lexicon.known or form in lexicon.regions:
        return False
    if low in small and (opens or lexicon.ordinary(low)) and "u3" not in lexicon.use.get(low, ""):
        return True
    if not opens or form in lexicon.given:
        return False
    return lexicon.ordinary(low) or (low not in lexicon.use and low.endswith(lexicon.endings))
