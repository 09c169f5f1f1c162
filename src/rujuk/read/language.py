"""Which language a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rujuk.lang.function_words import FunctionWords
from rujuk.read.packs import all_packs

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 6000
"""Characters looked at: two pages tell."""
ENOUGH = 0.12
"""Least share of a language's function words among all words.  News has .2 to .4 (measured on Indonesian and English news), lists of names near 0."""
SOME = 0.05
"""Least share that supports the model's word where it names the language or a near relative of it: reports full of names have so few."""
CLEAR = 3.0
"""How many times the runner-up the winner must have."""
SURE = 0.9
"""Least probability at which the model's word is taken."""


def detect_language(text: str) -> str:
    """Give the BCP 47 tag of the text's language, `und` where it is not known.

    Function words of the packs decide; where they do not, a model of many languages is asked, and believed where it is sure of a text of some
    length.  Near relatives (Malay beside Indonesian) are told apart by words that only one of them has.
    """
    words = [w.casefold() for w in _WORD.findall(text[:_LOOKED_AT])]
    if not words:
        return "und"
    counts = Counter(words)
    shares = sorted(
        ((sum(counts[w] for w in f.words) / len(words), code, f) for code, f in _function_words()), key=lambda x: (-x[0], x[1])
    )
    best, code, found = shares[0]
    if best >= ENOUGH and (len(shares) < 2 or best >= CLEAR * shares[1][0]) and sum(counts[w] > 0 for w in found.words) >= 3:
        for tag, ours, theirs in found.against:
            other = [counts[w] for w in theirs if counts[w]]
            if len(other) >= 2 and sum(other) > sum(counts[w] for w in ours):
                return tag
        return code
    if len(words) < 12:
        return code if best >= 0.3 and len(words) >= 4 else "und"
    tag, sure = _by_model(text[:_LOOKED_AT])
    if best >= SOME and tag in (code, *(t for t, _, _ in found.against)):
        return code
    return tag if sure >= SURE else "und"


@cache
def _function_words() -> tuple[tuple[str, FunctionWords], ...]:
    return tuple((p.code, p.lexicon(FunctionWords)) for p in all_packs())


@cache
def _model() -> object:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _by_model(text: str) -> tuple[str, float]:
    tag, sure = _model().classify(text)  # type: ignore[attr-defined]
    return str(tag), float(sure)
