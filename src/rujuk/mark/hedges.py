"""Hedges: the words around a number that say "about", "at least", "nearly"."""

from __future__ import annotations

import re
from typing import NamedTuple

from rujuk.lang.hedges import HedgeLexicon
from rujuk.lang.numbers import NumberLexicon
from rujuk.model.marks import Mod

_REACH = 56
_LOOSE = {Mod.EQUAL, Mod.APPROX}


class Hedge(NamedTuple):
    """A hedge and where it begins."""

    mod: Mod
    start: int
    rule: str


def hedge_before(text: str, start: int, at: int, lexicon: NumberLexicon, fillers: HedgeLexicon) -> Hedge | None:
    """Find the hedge that ends at `at`, not before `start`; a few empty words may stand between ("setidaknya ada enam").

    Of two hedges the outer one holds where the inner is only "about" ("at least about 30").
    """
    found: Hedge | None = None
    left = max(start, at - _REACH)
    last = _TOKEN.findall(text[max(left, text.rfind(" ", left, at - 1)) : at])
    if last and (word := last[-1].casefold()) not in lexicon.hedge_ends and word not in fillers.fillers:
        return None
    words = [(m.start() + left, m[0].casefold()) for m in _TOKEN.finditer(text[left:at])]
    n = len(words)
    skipped = 0
    while n:
        for k in range(min(4, n), 0, -1):
            phrase = " ".join(w for _, w in words[n - k : n])
            hit = lexicon.before.get(phrase)
            if hit is None:
                continue
            if n > k and words[n - k - 1][1] in fillers.not_after.get(phrase, ()):
                return found
            mod = Mod(hit[0])
            if found is None or (found.mod in _LOOSE and mod not in _LOOSE) or (found.mod is Mod.EQUAL and not skipped):
                keep = mod if mod is not Mod.EQUAL or found is None else found.mod
                found = Hedge(keep, words[n - k][0], hit[1])
            n -= k
            break
        else:
            word = words[n - 1][1]
            if word not in fillers.fillers or skipped >= 3:
                return found
            if word not in fillers.close and found is not None and found.mod not in _LOOSE:
                return found
            skipped += 1
            n -= 1
    return found


_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\.?|[~±]|[^\w\s]")


def hedge_after(text: str, at: int, end: int, lexicon: NumberLexicon) -> tuple[Mod, int, str] | None:
    """Find a hedge right after the number ("30 orang lebih", "ten or so", "20+"): its mod, its end and its rule."""
    if text[at : at + 1] == "+":
        return Mod.EQUAL_OR_MORE, at + 1, "plus"
    m = lexicon.after.match(text, at, end)
    if m is None:
        return None
    mod, rule = lexicon.after_rules[" ".join(m[1].casefold().split())]
    return Mod(mod), m.end(), rule


def bounds(best: float, mod: Mod) -> tuple[float | None, float | None]:
    """Give the low and high end that a hedge leaves open around a number.

    A tenth on either side of "about", and below "nearly": the width within which a desk takes two figures for one.
    """
    tenth = abs(best) * 0.1
    if mod is Mod.APPROX:
        return _clean(best - tenth), _clean(best + tenth)
    if mod is Mod.LESS_THAN:
        return _clean(best - tenth), best
    if mod in (Mod.MORE_THAN, Mod.EQUAL_OR_MORE):
        return best, None
    if mod is Mod.EQUAL_OR_LESS:
        return None, best
    return best, best


def _clean(x: float) -> float:
    """Drop the last bits that binary fractions leave."""
    return round(x, 6)
