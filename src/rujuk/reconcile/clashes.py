"""Why two sentences about one thing do not go together: clock times, amounts, opposites, denial, planned and done."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.reconcile.compare import later, moment_key
from rujuk.reconcile.points import Gauge, Point

ALIKE = 0.4
"""Share of content words from which a clash of words is taken for a contradiction.  Set by hand for precision."""
NEAR_AMOUNT = 0.25
"""Two amounts of one unit that differ by more than this share measure two things, not one thing twice."""

SURROUND = 2
"""So many keys must stand around both of two amounts that measure one thing."""
SAME = 0.6
"""The same for two clauses of which one only has a "not" more."""
ALIKE_CHANGE = 0.5
"""The same for what was planned and is done."""
MUCH = 0.6
"""From this share of the shorter clause's words on, two clauses are alike without a predicate that is known."""

ENOUGH = 0.45
"""From this share on, two clauses are alike though they name other places or bodies: one says the city, one the country."""


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
        found = _clocks(a, b) or _amounts(a, b) or _denial(a, b)
        if found is None and _alike(a, b):
            found = _antonyms(a, b)
        if found is None and _alike(a, b, ALIKE_CHANGE):
            found = _planned(a, b)
        if found is not None:
            return found
    return None


def _alike(a: Point, b: Point, least: float = ALIKE) -> bool:
    """Say whether two sentences are about one thing as wholes: what clashes in a sentence that only shares a stretch may be about another."""
    return len(a.keys & b.keys) >= least * math.sqrt(len(a.keys) * len(b.keys))


def _clocks(a: Point, b: Point) -> Clash | None:
    if len(a.clocks) == 1 and len(b.clocks) == 1:
        x, y = a.clocks[0], b.clocks[0]
        if x.day == y.day and x.minutes != y.minutes and x.near & y.near:
            return Clash("clock", a, b, (str(x), str(y)))
    return None


def _amounts(a: Point, b: Point) -> Clash | None:
    """Find one thing that is measured differently."""
    pair = next(_gauges(a, b, differing=True), None) if gauged(a, b) else None
    return Clash("number", a, b, (str(pair[0]), str(pair[1]))) if pair else None


def alike_gauges(a: Point, b: Point) -> bool:
    """Say whether two clauses measure one thing, alike or differently."""
    return a.datum.claim.modality == b.datum.claim.modality and next(_gauges(a, b, differing=False), None) is not None


def gauged(a: Point, b: Point) -> bool:
    """Say whether two clauses of two reports give one measure of one thing differently, and no measure of it alike."""
    return (
        a.datum.report != b.datum.report
        and alike_gauges(a, b)
        and all(x.value != y.value for x, y in _gauges(a, b, differing=False))
    )


def _gauges(a: Point, b: Point, *, differing: bool) -> Iterator[tuple[Gauge, Gauge]]:
    """Give the amounts of two clauses that measure one thing: of one unit, not far from each other, with `SURROUND` keys around both."""
    for x in a.gauges:
        for y in b.gauges:
            if x.unit == y.unit and abs(x.value - y.value) <= NEAR_AMOUNT * max(abs(x.value), abs(y.value)):
                if len(x.near & y.near) >= SURROUND and not (differing and x.value == y.value):
                    yield x, y


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
    """Find a denial of what the other says to happen."""
    return Clash("polarity", *((b, a) if a.denies else (a, b))) if disputed(a, b) else None


def opposed(a: Point, b: Point) -> frozenset[str]:
    """Give the predicates of both clauses that one of them negates; none where both negate one."""
    verbs = a.verbs & b.verbs
    return frozenset() if verbs & a.denied & b.denied else verbs & (a.denied ^ b.denied)


def disputed(a: Point, b: Point) -> bool:
    """Say whether one clause is a denial of what the other says to happen.

    A word of denial is enough; a mere "not" only where the two clauses are otherwise the same: "no bomb was found" disputes no threat of a bomb.
    """
    if a.denies == b.denies:
        return False
    x, y = (a, b) if a.denies else (b, a)
    if y.planned or x.planned or not opposed(a, b) & x.denied:
        return False
    return x.outright or (len(a.keys & b.keys) >= SAME * min(len(a.keys), len(b.keys)) and _alike(a, b, SAME))


def apart(a: Point, b: Point) -> bool:
    """Say whether two clauses cannot make, or dispute, one point, however many words they share.

    They need a predicate and one more thing in common, or nearly all of the shorter; persons, other names, days, and amounts of one unit must not
    all differ; and where one negates a predicate of the other, it must be in denial of it.
    """
    verbs = a.verbs & b.verbs
    both = (a.keys & b.keys) | (a.shared & b.shared)
    much = len(a.keys & b.keys) >= max(4, MUCH * min(len(a.keys), len(b.keys)))
    if not much and (not verbs or (not both - verbs and len(verbs) < 2)):
        return True
    if a.people and b.people and not any(x <= y or y <= x for x in a.people for y in b.people):
        return True
    enough = len(a.keys & b.keys) >= max(3, ENOUGH * min(len(a.keys), len(b.keys)))
    if not enough and a.language == b.language and a.named and b.named and not a.named & b.named:
        return True
    if a.days and b.days and not any(x.meets(y) for x in a.days for y in b.days):
        return True
    if opposed(a, b):
        return not disputed(a, b)
    return _other_amounts(a, b)


def _other_amounts(a: Point, b: Point) -> bool:
    """Say whether two clauses give different amounts of one unit that are not two measurements of one thing."""
    for unit in {u for u, _ in a.amounts} & {u for u, _ in b.amounts}:
        va, vb = {v for u, v in a.amounts if u == unit}, {v for u, v in b.amounts if u == unit}
        measured = unit in {g.unit for g in (*a.gauges, *b.gauges)}
        near = any(abs(x - y) <= NEAR_AMOUNT * max(abs(x), abs(y)) for x in va for y in vb)
        if not va & vb and not (measured and near):
            return True
    return False


def _planned(a: Point, b: Point) -> Clash | None:
    """Find what one clause plans and the other, later, tells as done."""
    before, after = (a, b) if a.planned else (b, a)
    done = (before.verbs & after.verbs & before.planned) - after.planned
    return Clash("planned-done", before, after) if done and not after.planned and later(after.datum, before.datum) else None
