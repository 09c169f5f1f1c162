"""The counted noun: the noun phrase right after a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from rujuk.lang.counted import CountedLexicon

_NEXT = re.compile(r"[ \u00a0]?(?<![.,;:!?])[ \u00a0]?(?:[\"“‘'#]?)([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_REACH = 6


class Noun(NamedTuple):
    """A counted noun as written, where its classifier (or itself, where none) ends, and where it ends."""

    text: str | None
    classifier: str
    unit_end: int
    end: int


def counted_noun(text: str, at: int, end: int, lexicon: CountedLexicon) -> Noun:
    """Read the noun phrase that begins after `at`; `text` of it is None where a number stands alone ("three killed")."""
    words: list[tuple[int, int, str]] = []
    here = at
    while len(words) < _REACH:
        m = _NEXT.match(text, here, end)
        if m is None or (words and text[here : m.start(1)].strip(" \xa0")):
            break
        first, here = m.span(1)
        words.append((first, here, m[1].casefold()))
    classifier, unit_start, unit_end, i = "", at, at, 0
    while i < len(words) and words[i][2] in lexicon.links:
        i += 1
    if i < len(words):
        two = f"{words[i][2]} {words[i + 1][2]}" if i + 1 < len(words) else ""
        for phrase, n in ((two, 2), (words[i][2], 1)):
            if phrase in lexicon.classifiers:
                classifier, unit_start, unit_end, i = phrase, words[i][0], words[i + n - 1][1], i + n
                break
    if not classifier and i < len(words) and words[i][2] in lexicon.partitive:
        if i + 1 < len(words) and words[i + 1][2] in lexicon.determiners:
            i += 2
        elif lexicon.plural_ends:
            i += 1
    phrase_ = _phrase(text, words[i:], lexicon)
    if phrase_ is None or classifier in lexicon.heads:
        if not classifier:
            return Noun(None, "", at, at)
        return Noun(text[unit_start:unit_end], classifier, unit_end, unit_end)
    start, stop = phrase_
    return Noun(text[start:stop], classifier, unit_end or stop, stop)


def _phrase(text: str, words: list[tuple[int, int, str]], lexicon: CountedLexicon) -> tuple[int, int] | None:
    """Give the bounds of the noun phrase that the words begin with."""
    taken: list[tuple[int, int, str]] = []
    last_end = words[0][0] if words else 0
    for start, stop, word in words[: lexicon.words]:
        if word in lexicon.stops or lexicon.verb(word) or (taken and text[last_end:start].strip(" \u00a0")):
            break
        if taken and not lexicon.plural_ends and text[start].isupper() and not text[taken[0][0]].isupper():
            break
        taken.append((start, stop, word))
        last_end = stop
        if lexicon.plural(word):
            break
    while len(taken) > 1 and lexicon.trims and taken[-1][2].endswith(lexicon.trims) and not lexicon.plural(taken[-1][2]):
        taken.pop()
    return (taken[0][0], taken[-1][1]) if taken else None
