"""Words that bad scraping joined: where they come apart, as far as the lexicon is sure."""

from __future__ import annotations

import re
from itertools import pairwise

from rujuk.lang.figures import FigureLexicon

SHORTEST = 6
"""Letters of the shortest word that is looked at; two words of news that are shorter than this together are rare."""

PART = 3
"""Letters that each half needs, the small words of place aside."""

NAME = 4
"""Letters of the shortest name on which a verb is looked for."""

KEPT = 4096
"""Words that are remembered; a bound on memory only."""

_CAPITAL = re.compile(r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z]{3})(?=[a-z]{3})")
"""Between a small letter and a capital ("letusanGunung"), and behind an abbreviation ("WNIdari")."""


def apart(word: str, exact: str, lexicon: FigureLexicon) -> list[int]:
    """Give the places within a word where it comes apart, in order; none in a word that is whole or of which a half is not known.

    `word` is folded, `exact` the same as it is written.
    """
    if len(word) < SHORTEST or _known(word, lexicon) or not word.isalpha():
        return []
    if exact.istitle():
        end = _verb_of_name(word, exact, 0, lexicon)
        return [end] if end else []
    if not exact.islower():
        cuts = [m.start() for m in _CAPITAL.finditer(exact)]
        bounds = [0, *cuts, len(word)]
        known = [_known(word[x:y], lexicon) for x, y in pairwise(bounds)]
        cuts = [cut for cut, near in zip(cuts, pairwise(known), strict=True) if any(near)]
        end = _verb_of_name(word, exact, cuts[-1] if cuts else 0, lexicon)
        return [*cuts, end] if end else cuts
    found = lexicon.cuts.get(word)
    if found is None:
        if len(lexicon.cuts) >= KEPT:
            lexicon.cuts.clear()
        found = lexicon.cuts[word] = _cut(word, lexicon)
    return [found] if found else []


def _known(word: str, lexicon: FigureLexicon) -> bool:
    return word in lexicon.phrases or word in lexicon.common


def _verb_of_name(word: str, exact: str, start: int, lexicon: FigureLexicon) -> int:
    """Give where a verb of figures begins that hangs on a name ("Iranmenangkap"), 0 where none does; the longest verb holds."""
    if not exact[start].isupper() or not exact[start + 1 :].islower() or _known(word[start:], lexicon):
        return 0
    for k in range(start + NAME, len(word) - SHORTEST + 1):
        verb = word[k:]
        if lexicon.ends.verb(verb) and lexicon.telling(verb):
            return k
    return 0


def _cut(word: str, lexicon: FigureLexicon) -> int:
    """Give the one place where two known words meet, one of them of figures; 0 where there is none or more than one."""
    if word.endswith(lexicon.clitics) and any(_known(word.removesuffix(c), lexicon) for c in lexicon.clitics if word.endswith(c)):
        return 0
    found = 0
    for k in range(2, len(word) - PART + 1):
        first, second = word[:k], word[k:]
        if (k < PART and first not in lexicon.small) or first in lexicon.affixes or second in lexicon.affixes:
            continue
        if not (_known(first, lexicon) and _known(second, lexicon)):
            continue
        if not (lexicon.telling(first) or lexicon.telling(second)):
            continue
        if found:
            return 0
        found = k
    return found
