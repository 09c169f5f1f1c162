"""Why two sentences about one thing do not go together: clock times, amounts, opposites, denial, planned and done."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import Modality
from rujuk.reconcile.compare import later, moment_key
from rujuk.reconcile.points import Point

ALIKE = 0.4
"""Share of content words from which a clash of words is taken for a contradiction.  Set by hand for precision."""
NEAR_AMOUNT = 0.25
"""Two amounts of one unit that differ by more than this share measure two things, not one thing twice."""


@dataclass(frozen=True, slots=True)
class Clash:
    """The kind of a contradiction, the two sentences, and the words that clash."""

    code: str
    a: Point
    b: Point
    words: tuple[str, str] = ("", "")


def find_clash(group: Sequence[Point]) -> Clash | None:
    """Find the first contradiction between two sentences of a group, earlier sentences first."""
    for a, b in combinations(sorted(group, key=lambda p: (moment_key(p.datum), p.datum.id)), 2):
        if a.datum.report == b.datum.report:
            continue
        found = _clocks(a, b)
        if found is None and _alike(a, b):
            found = _amounts(a, b) or _antonyms(a, b) or _denial(a, b) or _planned(a, b)
        if found is not None:
            return found
    return None


def _alike(a: Point, b: Point) -> bool:
    """Say whether two sentences are about one thing as wholes: what clashes in a sentence that only shares a stretch may be about another."""
    return len(a.keys & b.keys) >= ALIKE * math.sqrt(len(a.keys) * len(b.keys))


def _clocks(a: Point, b: Point) -> Clash | None:
    if len(a.clocks) == 1 and len(b.clocks) == 1:
        x, y = a.clocks[0], b.clocks[0]
        if x.day == y.day and x.minutes != y.minutes and x.near & y.near:
            return Clash("clock", a, b, (str(x), str(y)))
    return None


def _amounts(a: Point, b: Point) -> Clash | None:
    """Find one amount of one unit in each sentence that differ, but not by much."""
    if len(a.measures) != 1 or len(b.measures) != 1:
        return None
    (ua, va), (ub, vb) = next(iter(a.measures)), next(iter(b.measures))
    if ua == ub and va != vb and abs(va - vb) <= NEAR_AMOUNT * max(abs(va), abs(vb)):
        return Clash("number", a, b, (f"{va:g} {ua}", f"{vb:g} {ub}"))
    return None


def _antonyms(a: Point, b: Point) -> Clash | None:
    pack = load_pack(a.language)
    if pack is None or a.language != b.language:
        return None
    ta, tb = a.datum.claim.evidence.exact, b.datum.claim.evidence.exact
    for one, other in pack.lexicon(StatementLexicon).antonyms:
        for x, y in ((one, other), (other, one)):
            first, second = x.search(ta), y.search(tb)
            if first and second and not y.search(ta) and not x.search(tb):
                return Clash("antonym", a, b, (first[0], second[0]))
    return None


def _denial(a: Point, b: Point) -> Clash | None:
    """Find a concept that one sentence denies and the other, close to it and without any denial, affirms."""
    if a.language != b.language or len(a.keys & b.keys) * 2 < min(len(a.keys), len(b.keys)):
        return None
    for x, y in ((a, b), (b, a)):
        if not y.denied and any(k.startswith("=") for k in x.denied & y.keys):
            return Clash("polarity", y, x)
    return None


def _planned(a: Point, b: Point) -> Clash | None:
    if (a.datum.claim.modality == Modality.PLANNED) == (b.datum.claim.modality == Modality.PLANNED):
        return None
    before, after = (a, b) if a.datum.claim.modality == Modality.PLANNED else (b, a)
    return Clash("planned-done", before, after) if later(after.datum, before.datum) else None
