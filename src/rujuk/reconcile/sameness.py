"""How likely two clauses of two reports make one point: a few signs, each with a learned weight."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files

from rujuk.reconcile.clashes import apart, disputed, opposed, opposite, other_amounts, passing, settles
from rujuk.reconcile.points import Nearness, Point, cosine

ALIKE = 0.55
"""From this likeness on clauses make one point.  Set for nine groups right in ten, on stories that nothing was learned from."""
ACROSS = 0.5
"""The weighted cosine of two clauses in two languages, where only concepts, names and numbers are compared, that is worth `ALIKE`."""
NEAR = 0.08
"""Clauses whose weighted cosine is lower make no one point."""
DISPUTE = 0.2
"""What a denial and what it denies are less alike than two that say the same."""
PLENTY = 20.0
"""What two clauses have in common counts up to this summed weight."""
LETTERS = 4
"""Two words that begin with so many letters alike may be one name, long and short."""


class Sign(IntEnum):
    """What tells for or against one point, from 0 to 1 or a little above."""

    START = 0
    """Always 1."""
    COSINE = 1
    """The weighted cosine of the keys."""
    MASS = 2
    """What the shared keys weigh together."""
    SPELLING = 3
    """Which share of the shorter clause's runs of letters the other has."""
    HEAD = 4
    """Whether what the one says first to happen, the other says too; both ways."""
    NUMBER = 5
    """Both have a number."""
    NAMES = 6
    """Each names something, and nothing in common."""
    SPEAKER = 7
    """The weighted cosine again, where one source is credited with both: a speaker says many things."""
    CONTEXT = 8
    """The weighted cosine of the keys of what stands around them."""


def signs(a: Point, b: Point, weights: Mapping[str, float]) -> tuple[float, ...]:
    """Give the signs of two clauses in one language, in order of `Sign`, with the weights of the story's keys."""
    both = a.keys & b.keys
    shared = sum(weights[k] for k in both)
    alike = cosine(a.keys, b.keys, weights)
    said = a.datum.claim.source, b.datum.claim.source
    return (
        1.0,
        alike,
        min(shared, PLENTY) / PLENTY,
        _spelling(a, b),
        ((a.head in b.verbs) + (b.head in a.verbs)) / 2 if a.head and b.head else 0.0,
        float(any(k[0] == "#" for k in both)),
        float(bool(a.named and b.named) and not a.named & b.named),
        alike if said[0] is not None and said[1] is not None and said[0].name == said[1].name else 0.0,
        cosine(a.context - both, b.context - both, weights),
    )


def never(a: Point, b: Point) -> bool:
    """Say whether two clauses cannot make or dispute one point.

    They tell of other persons, of other dates, of other steps of a case in court, or of other numbers at one word; one negates what the other says,
    without disputing it; or they give other amounts of one unit and no number in common.
    """
    if _other_people(a, b) or _other_in_role(a, b) or (a.steps and b.steps and not a.steps & b.steps):
        return True
    if a.dates and b.dates and not any(x.meets(y) for x in a.dates for y in b.dates):
        return True
    if opposed(a, b) and not disputed(a, b) and not opposite(a, b):
        return True
    return _other_numbers(a, b) or (other_amounts(a, b) and not any(k[0] == "#" for k in a.keys & b.keys))


def _other_numbers(a: Point, b: Point) -> bool:
    """Say whether at one word two clauses have different numbers, of which neither stands elsewhere in the other clause."""
    ours, theirs = {n for _, n in a.beside}, {n for _, n in b.beside}
    if not ours or not theirs or ours & theirs:
        return False
    return not {w for w, _ in a.beside}.isdisjoint(w for w, _ in b.beside)


def _other_people(a: Point, b: Point) -> bool:
    """Say whether two clauses name persons of whom none can be one."""
    return bool(a.people and b.people) and not any(_one_person(x, y) for x in a.people for y in b.people)


def _other_in_role(a: Point, b: Point) -> bool:
    """Say whether two clauses have other names at one word: "the accused A was found guilty", "the accused B was found guilty"."""
    return any(
        w == v and not _one_person(x, y) and x.isdisjoint(b.words) and y.isdisjoint(a.words)
        for w, x in a.roles
        for v, y in b.roles
    )


def _spelling(a: Point, b: Point) -> float:
    return len(a.pieces & b.pieces) / max(1, min(len(a.pieces), len(b.pieces)))


def _one_person(x: frozenset[str], y: frozenset[str]) -> bool:
    return not x.isdisjoint(y) or any(v.startswith(w[:LETTERS]) for v in x for w in y if len(w) >= LETTERS)


@lru_cache(maxsize=1)
def load_weights() -> tuple[float, ...]:
    """Read the learned weights of the signs."""
    table = tomllib.loads((files("rujuk.reconcile") / "sameness.toml").read_text(encoding="utf-8"))
    return tuple(float(table[sign.name.lower()]) for sign in Sign)


class Sameness:
    """How likely two clauses of a story make one point, from 0 to 1: by learned signs within a language, by closeness across two."""

    def __init__(self, near: Nearness) -> None:
        self._near = near

    def __call__(self, a: Point, b: Point) -> float:
        if a.language != b.language:
            return round(min(1.0, ALIKE * self._near(a, b) / ACROSS), 6)
        return _chance(sum(w * s for w, s in zip(load_weights(), signs(a, b, self._near.weights), strict=True)))

    def relation(self, a: Point, b: Point) -> tuple[int, float]:
        """Say whether two clauses can never stand in one group (1), and how likely they make, or dispute, one point; 0 for hardly."""
        clash = disputed(a, b) or opposite(a, b)
        if never(a, b):
            return 1, 0.0
        if (clash or a.language != b.language) and apart(a, b):
            return (1, 0.0) if clash else (0, 0.0)
        if not clash:
            return 0, self(a, b) if self._near(a, b) >= NEAR else 0.0
        about = min(1.0, self(a, b) + DISPUTE)
        return 0, about if passing(a, b) and not settles(a, b) else max(ALIKE, about)


def _chance(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 6)
