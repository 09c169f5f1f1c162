"""Bodies that are named after a list of matters: "Badan Meteorologi, Klimatologi, dan Geofisika", "Ministry of Culture, Sports and Tourism"."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import Words
from rujuk.mark.tagger import Name
from rujuk.model.marks import EntityKind

MATTERS = 5
"""A name lists at most so many matters behind its first."""
LONGEST = 3
"""Words of one matter."""
LAST = 2
"""Words of the last one: behind it a name may follow ("Kementerian Agraria dan Tata Ruang Budi Santoso")."""

OWNED = frozenset(("'s", "’s"))


def whole_bodies(names: Sequence[Name], line: Words, lexicon: NameLexicon) -> list[Name]:
    """Let bodies reach over the matters they are named after, and take out what was tagged among these."""
    out: list[Name] = []
    people = {i for n in names if n.kind is EntityKind.PERSON and n.end - n.first > 1 for i in range(n.first, n.end)}
    for n in names:
        if out and n.first < out[-1].end:
            continue
        if n.kind is EntityKind.ORGANISATION:
            first = _start(n, people, line.words, lexicon)
            while out and out[-1].end > first:
                out.pop()
            n = n.cut(first, _end(n, people, line.words, lexicon))
        out.append(n)
    return out


def _start(n: Name, people: set[int], words: Sequence[str], lexicon: NameLexicon) -> int:
    """Give where a body's name begins that lists its matters before its head: "the Meteorology, Climatology and Geophysics Agency"."""
    if words[n.end - 1].lower() not in lexicon.matter_heads:
        return n.first
    first = n.first
    if first >= 2 and words[first - 1].lower() in lexicon.list_words:
        first -= 3 if words[first - 2] == "," else 2
        if first < 0 or not _matter(first, 1, people, words, lexicon):
            return n.first
    elif not any(w.lower() in lexicon.list_words for w in words[first : n.end]):
        return n.first
    listed = first
    while first >= 2 and words[first - 1] == "," and _matter(first - 2, 1, people, words, lexicon):
        first -= 2
    opened = first > 0 and (words[first - 1].lower() in lexicon.articles or words[first - 1] in OWNED)
    return first if first < listed and opened else n.first


def _end(n: Name, people: set[int], words: Sequence[str], lexicon: NameLexicon) -> int:
    """Give where a body's name ends: behind the last matter of its list, else where it was tagged."""
    if lexicon.matter_heads.isdisjoint(w.lower() for w in words[n.first : n.end]):
        return n.end
    i, listed = n.end, 0
    while listed <= MATTERS and i < len(words):
        comma = words[i] == ","
        j = i + comma
        if j >= len(words):
            break
        if words[j].lower() in lexicon.list_words:
            return _matter(j + 1, LAST, people, words, lexicon) or n.end
        stop = _matter(j, LONGEST, people, words, lexicon) if comma else 0
        if not stop or stop >= len(words) or not (words[stop] == "," or words[stop].lower() in lexicon.list_words):
            break
        i, listed = stop, listed + 1
    return n.end


def _matter(i: int, most: int, people: set[int], words: Sequence[str], lexicon: NameLexicon) -> int:
    """Give where a matter of up to `most` capitalised words that begins at `i` ends; 0 where none does."""
    start = i
    while i < len(words) and i - start < most and i not in people:
        word, low = words[i], words[i].lower()
        if not (word.isalpha() and word[0].isupper()) or (word.isupper() and len(word) > 1):
            break
        if low in lexicon.organisations or low in lexicon.offices or low in lexicon.place_heads or low in lexicon.honorifics:
            break
        if lexicon.fold(word) in lexicon.places.lines:
            break
        i += 1
    return i if i > start else 0
