"""Why two sentences about one thing do not go together: clock times, amounts, opposites, denial, planned and done."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.reconcile.compare import later, moment_key
from rujuk.reconcile.points import Gauge, Point

ALIKE = 0.4
"""Share of content words from which a clash of words is taken for a contradiction.  Set by hand for precision."""
NEAR_AMOUNT = 0.25
"""Two amounts of one unit that differ by more than this share measure two things, not one thing twice."""
ELSEWHERE = 1.0
"""Coordinates that lie more degrees apart are of two happenings."""
SETTLED = 0.03
"""Coordinates that differ by no more degrees are the same place, about 3 km."""
ROUND = 20
"""From here on a number of one digit and zeros is round."""
MOVED = 0.2
"""Coordinates of one happening that are measured anew move by fewer degrees: about 20 km, what first and later locations of a quake differ by."""

SURROUND = 2
"""So many keys must stand around both of two amounts that measure one thing."""
ALIKE_DENIED = 0.35
"""The same for a clause that denies with a word of denial: it names what it denies in few words."""
SAME = 0.6
"""The same for two clauses of which one only has a "not" more."""
ALIKE_CHANGE = 0.5
"""The same for what was planned and is done."""
OPEN = 0.6
"""From this share of what is left open on, a clause tells it."""
DONE = 0.8
"""The same for what is not so yet."""
LEAST = 3
"""Two clauses with fewer words in common tell nothing of one another's course."""
HALF = 0.5
"""With so few words in common, they must be so much of the longer clause."""
MUCH = 0.6
"""From this share of the shorter clause's words on, two clauses are alike without a predicate that is known."""

ENOUGH_NOT = 4
"""So many words must be shared by two clauses of which one only has a "not" more: "no alarm was raised" may be of another day."""
PLAINLY = 5
"""So many are always enough."""
ENOUGH = 0.45
"""From this share on, two clauses are alike though they name other places or bodies: one says the city, one the country."""


@dataclass(frozen=True, slots=True)
class Clash:
    """The kind of a contradiction, the two sentences, and the words that clash."""

    code: str
    a: Point
    b: Point
    words: tuple[str, str] = ("", "")
    passing: bool = False
    """Time may explain it: said later, the one brings the other up to date."""


def find_clash(group: Sequence[Point]) -> Clash | None:
    """Find the first contradiction between two sentences of a group, earlier sentences first."""
    for a, b in combinations(sorted(group, key=lambda p: (moment_key(p.datum), p.datum.id)), 2):
        if a.datum.report == b.datum.report:
            continue
        found = _clocks(a, b) or _denial(a, b) or _opposites(a, b) or _settled(a, b) or _several(a, b)
        if found is None and _alike(a, b, ALIKE_CHANGE):
            found = _planned(a, b)
        if found is not None:
            return found
    return None


def _alike(a: Point, b: Point, least: float = ALIKE) -> bool:
    """Say whether two sentences are about one thing as wholes: what clashes in a sentence that only shares a stretch may be about another."""
    ka, kb = _keys(a, b)
    return len(ka & kb) >= least * math.sqrt(len(ka) * len(kb))


def _keys(a: Point, b: Point) -> tuple[frozenset[str], frozenset[str]]:
    """Give the keys by which two clauses are compared: all in one language; across, concepts and names, each name as one."""
    if a.language == b.language:
        return a.keys, b.keys
    ka, kb = (frozenset(k for k in p.keys & p.shared) for p in (a, b))
    return ka, kb


def _clocks(a: Point, b: Point) -> Clash | None:
    if len(a.clocks) == 1 and len(b.clocks) == 1:
        x, y = a.clocks[0], b.clocks[0]
        if x.day == y.day and x.minutes != y.minutes and x.near & y.near:
            return Clash("clock", a, b, (str(x), str(y)))
    return None


def amount_clash(group: Sequence[Point], unit: str) -> Clash | None:
    """Find two measurings of one thing in a unit that differ: the ones farthest from each other, earlier clauses first."""
    ordered = sorted(group, key=lambda p: (moment_key(p.datum), p.datum.id))
    pairs = [(a, b, x, y) for a, b in combinations(ordered, 2) if gauged(a, b, unit) for x, y in _gauges(a, b, unit)]
    if not pairs:
        return None
    a, b, x, y = max(pairs, key=lambda p: (round(abs(p[2].value - p[3].value), 6), -pairs.index(p)))
    return Clash("number", a, b, (str(x), str(y)), passing=unit[0] != "°" or abs(x.value - y.value) < MOVED)


def alike_gauges(a: Point, b: Point, unit: str) -> bool:
    """Say whether two clauses measure one thing in a unit, alike or differently."""
    if a.days and b.days and not any(x.meets(y) for x in a.days for y in b.days):
        return False
    if a.named - b.named and b.named - a.named:
        return False
    return a.datum.claim.modality == b.datum.claim.modality and next(_gauges(a, b, unit), None) is not None


def gauged(a: Point, b: Point, unit: str) -> bool:
    """Say whether two clauses of two reports give one measure of one thing differently, and no measure of it alike."""
    return a.datum.report != b.datum.report and alike_gauges(a, b, unit) and all(_differ(x, y) for x, y in _gauges(a, b, unit))


def _gauges(a: Point, b: Point, unit: str) -> Iterator[tuple[Gauge, Gauge]]:
    """Give the amounts of two clauses that measure one thing: of one unit, not far from each other, with `SURROUND` keys around both."""
    for x in a.gauges:
        for y in b.gauges:
            if x.unit == y.unit == unit and abs(x.value - y.value) <= _reach(x, y) and len(x.near & y.near) >= SURROUND:
                yield x, y


def _differ(x: Gauge, y: Gauge) -> bool:
    """Say whether two amounts of one thing differ by more than their rounding: 60 stands for 58 too, one digit being all it gives."""
    gap = abs(x.value - y.value)
    if x.unit[0] == "°":
        return gap > SETTLED
    return gap > 0 and not any(gap <= _half_step(g.value) for g in (x, y))


def _half_step(value: float) -> float:
    """Give half the step of a round number of one digit and zeros, 0 for another."""
    digits = f"{value:.0f}"
    round_one = value >= ROUND and value == int(value) and not digits[1:].strip("0")
    return 10.0 ** (len(digits) - 1) / 2 if round_one else 0.0


def _reach(x: Gauge, y: Gauge) -> float:
    """Give how far two amounts of one unit may lie apart and yet measure one thing."""
    return ELSEWHERE if x.unit[0] == "°" else NEAR_AMOUNT * max(abs(x.value), abs(y.value))


def _opposites(a: Point, b: Point) -> Clash | None:
    """Find a word in one clause whose opposite the other has about the same thing.

    Both stand among the same words, in clauses that name the same, or in clauses that are alike as wholes; a clause that takes both sides
    compares, and clauses with other amounts tell of other moments.
    """
    if a.amounts and b.amounts and not a.amounts & b.amounts:
        return None
    for x in a.stands:
        for y in b.stands:
            if x.side.name != y.side.name or x.side.side == y.side.side:
                continue
            if any(len({s.side.side for s in p.stands if s.side.name == x.side.name}) > 1 for p in (a, b)):
                continue
            common = x.near & y.near
            things = frozenset(k for k in common if k[0] != "@")
            if (len(things) >= SURROUND and (common - things or a.named & b.named)) or (common and _alike(a, b)):
                return Clash("antonym", a, b, (x.side.word, y.side.word), passing=not x.side.lasting)
    return None


def _settled(a: Point, b: Point) -> Clash | None:
    """Find what one clause leaves open, or says is not so yet, and the other, not earlier, tells."""
    for x, y in ((a, b), (b, a)):
        if not (x.open or x.pending) or later(x.datum, y.datum):
            continue
        told = (x.open & y.keys) - y.denied
        if not y.open and len(told) >= max(LEAST, OPEN * len(x.open)):
            return Clash("changed", x, y, passing=True)
        done = (x.pending & y.verbs & x.verbs) - y.denied - y.planned
        enough = len(x.pending & y.keys) >= DONE * len(x.pending) and len(x.keys & y.keys) >= LEAST
        if done and enough and later(y.datum, x.datum) and _alike(x, y):
            return Clash("changed", x, y, passing=True)
    return None


def _several(a: Point, b: Point) -> Clash | None:
    """Find one of a thing here and several there, in clauses that else tell the same."""
    for key in sorted({k for k, _ in a.numbers} & {k for k, _ in b.numbers}):
        x, y = ({many for k, many in p.numbers if k == key} for p in (a, b))
        if len(x) == len(y) == 1 and x != y and _alike(a, b, SAME):
            return Clash("several", a, b)
    return None


def _denial(a: Point, b: Point) -> Clash | None:
    """Find a denial of what the other says to happen."""
    return Clash("polarity", *((b, a) if a.denies else (a, b))) if disputed(a, b) else None


def opposed(a: Point, b: Point) -> frozenset[str]:
    """Give the predicates of both clauses that one of them negates; none where both negate one thing."""
    verbs = a.verbs & b.verbs
    return frozenset() if a.denied & b.denied else verbs & (a.denied ^ b.denied)


def disputed(a: Point, b: Point) -> bool:
    """Say whether one clause is a denial of what the other says to happen.

    A word of denial is enough; a mere "not" only where the two clauses are otherwise the same: "no bomb was found" disputes no threat of a bomb.
    """
    if a.denies == b.denies:
        return False
    x, y = (a, b) if a.denies else (b, a)
    if y.planned or x.planned or not (opposed(a, b) & x.denied) - x.pending:
        return False
    ka, kb = _keys(a, b)
    if x.outright:
        return len(ka & kb) >= LEAST and _alike(a, b, ALIKE_DENIED)
    return len(ka & kb) >= max(ENOUGH_NOT, SAME * min(len(ka), len(kb))) and _alike(a, b, SAME)


def opposite(a: Point, b: Point) -> bool:
    """Say whether two clauses take opposite sides about one thing, or one tells what the other leaves open."""
    return a.datum.report != b.datum.report and (_opposites(a, b) or _settled(a, b)) is not None


def passing(a: Point, b: Point) -> bool:
    """Say whether two clauses take opposite sides of what time may turn, or one tells what the other leaves open."""
    clash = _opposites(a, b) or _settled(a, b)
    return clash is not None and clash.passing


def settles(a: Point, b: Point) -> bool:
    """Say whether one clause tells what the other calls unclear, in most of its words: they are of one thing, however else they differ."""
    clash = _settled(a, b)
    return clash is not None and bool(clash.a.open)


def apart(a: Point, b: Point) -> bool:
    """Say whether two clauses cannot make, or dispute, one point, however many words they share.

    They need a predicate and one more thing in common, or nearly all of the shorter; persons, other names, days, and amounts of one unit must not
    all differ; and where one negates a predicate of the other, it must be in denial of it.
    """
    verbs = a.verbs & b.verbs
    both = (a.keys & b.keys) | (a.shared & b.shared)
    opposing = opposite(a, b)
    much = opposing or len(a.keys & b.keys) >= max(4, MUCH * min(len(a.keys), len(b.keys)))
    if not much and (not verbs or (not both - verbs and len(verbs) < 2)):
        return True
    if (
        not opposing
        and a.language == b.language
        and len(a.keys & b.keys) < LEAST
        and len(a.keys & b.keys) < HALF * max(len(a.keys), len(b.keys))
    ):
        return True
    if a.people and b.people and not any(x <= y or y <= x for x in a.people for y in b.people):
        return True
    enough = len(a.keys & b.keys) >= min(PLAINLY, max(LEAST, ENOUGH * min(len(a.keys), len(b.keys))))
    if not enough and a.language == b.language and a.named and b.named and not a.named & b.named:
        return True
    if not (opposing and passing(a, b)) and a.days and b.days and not any(x.meets(y) for x in a.days for y in b.days):
        return True
    if opposing:
        return other_amounts(a, b)
    if opposed(a, b):
        return not disputed(a, b)
    return other_amounts(a, b)


def other_amounts(a: Point, b: Point) -> bool:
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
    if a.steps or b.steps:
        return None
    done = (before.verbs & after.verbs & before.planned) - after.planned
    return (
        Clash("planned-done", before, after, passing=True)
        if done and not after.planned and len(before.keys & after.keys) >= LEAST and later(after.datum, before.datum)
        else None
    )
