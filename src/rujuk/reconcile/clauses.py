"""Which clauses of a story are close enough to make one point, found over the keys that they share.

Clauses that every sign sees alike are of one kind, and two kinds are compared once.  A clause that leaves something open is a kind of its own: what it is
to another hangs on when each was said.  Opposite sides are taken by two reports, and never by one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from heapq import merge

import numpy as np

from rujuk.reconcile.gathering import Count, Gathering
from rujuk.reconcile.pairing import Members
from rujuk.reconcile.points import PLENTY, Nearness, Point
from rujuk.reconcile.sameness import ALIKE, NEAR, Sameness

RAREST = 2
"""So many of a clause's rarest keys are telling, whatever the story is about."""
SLACK = 1e-6
"""What sums may differ by for the order of their terms."""


class Clauses:
    """The clauses of a story by kind, with how close kinds are that share a telling key (`rare`)."""

    def __init__(self, points: Sequence[Point], near: Nearness, rare: frozenset[str]) -> None:
        self.data = points
        self._near = near
        self._same = Sameness(near)
        self._told = [((p.keys | p.shared) & rare) | _rarest(p, near.weights) for p in points]
        seen: dict[Hashable, int] = {}
        self._kind: list[int] = []
        self.members: list[list[int]] = []
        self._special: list[bool] = []
        for n, p in enumerate(points):
            special = bool(p.open or p.pending)
            kind = seen.setdefault(n if special else _shape(p), len(seen))
            if kind == len(self.members):
                self.members.append([])
                self._special.append(special)
            self.members[kind].append(n)
            self._kind.append(kind)
        self._known: dict[tuple[int, int], Count] = {}
        self._levels: dict[float, array[int]] = defaultdict(lambda: array("Q"))
        self._own: dict[float, list[tuple[int, int]]] = defaultdict(list)
        self._find()

    def _find(self) -> None:
        size = len(self.members)
        for x, y in self._candidates():
            if not self._special[x] and not self._special[y]:
                i, j = self.members[x][0], self.members[y][0]
                if x == y or self._one_report(i, j):
                    i, j = next(self.figures(x, y), (0, 0))
                if i == j:
                    continue
                barred, score = self._relation(i, j)
                if not barred and score >= ALIKE:
                    self._levels[score].append(x * size + y)
                continue
            for i, j in self.figures(x, y):
                barred, score = self._relation(i, j)
                if not barred and score >= ALIKE:
                    self._own[score].append((i, j))

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Give the pairs of kinds that can be close enough, or take opposite sides."""
        firsts = [self.data[members[0]] for members in self.members]
        close = _Close(firsts, self._near.weights)
        sides: dict[tuple[str, int], list[int]] = defaultdict(list)
        having: dict[str, list[int]] = defaultdict(list)
        for n, p in enumerate(firsts):
            for name, side in {(s.side.name, s.side.side) for s in p.stands}:
                sides[name, side].append(n)
            for k in p.keys:
                having[k].append(n)
        for x, p in enumerate(firsts):
            found = set(close.row(x))
            if len(self.members[x]) > 1:
                found.add(x)
            for name, side in {(s.side.name, s.side.side) for s in p.stands}:
                found.update(sides[name, 1 - side])
            for k in p.open | p.pending:
                found.update(having[k])
            for y in sorted(found):
                if y != x or len(self.members[x]) > 1:
                    yield min(x, y), max(x, y)

    def _relation(self, i: int, j: int) -> Count:
        """Say whether two clauses cannot make one point, and how close they are; nothing where they share no telling key."""
        x, y = self._kind[i], self._kind[j]
        alone = self._special[x] or self._special[y] or (self._sided(x, y) and self._one_report(i, j))
        key = (-1 - min(i, j), -1 - max(i, j)) if alone else (min(x, y), max(x, y))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._compare(min(i, j), max(i, j))
        return known

    def _sided(self, x: int, y: int) -> bool:
        """Say whether the clauses of two kinds take sides."""
        return bool(self.data[self.members[x][0]].stands and self.data[self.members[y][0]].stands)

    def _one_report(self, i: int, j: int) -> bool:
        return self.data[i].datum.report == self.data[j].datum.report

    def _compare(self, i: int, j: int) -> Count:
        if self._told[i].isdisjoint(self._told[j]):
            return 0, 0.0
        barred, score = self._same.relation(self.data[i], self.data[j])
        return barred, round(score, 9)

    def levels(self) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
        """Give the pairs of kinds, and of clauses, that are close enough, closest first."""
        size = len(self.members)
        for score in sorted({*self._levels, *self._own}, reverse=True):
            yield [divmod(k, size) for k in self._levels.get(score, ())], sorted(set(self._own.get(score, ())))

    def figures(self, x: int, y: int) -> Iterator[tuple[int, int]]:
        """Give the pairs of clauses of two kinds and of two reports, in order."""
        rows = self.members[x] if x == y else merge(self.members[x], self.members[y])
        for i in rows:
            others = self.members[y] if self._kind[i] == x else self.members[x]
            for j in others[bisect_right(others, i) :]:
                if self.data[i].datum.report != self.data[j].datum.report:
                    yield i, j

    def group(self, figures: Sequence[int]) -> Members:
        """Put clauses together."""
        out = Members()
        for n in figures:
            out.kinds.setdefault(self._kind[n], []).append(n)
        return out

    def crossing(self, a: Members, b: Members) -> Count:
        """Say whether a pair of two groups cannot make one point, and sum how close the pairs are."""
        total = 0.0
        for x, mine in a.kinds.items():
            for y, theirs in b.kinds.items():
                for i, j, times in self._held(x, y, mine, theirs):
                    barred, score = self._relation(i, j)
                    if barred:
                        return 1, 0.0
                    total += score * times
        return 0, total

    def _held(self, x: int, y: int, mine: Sequence[int], theirs: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        """Give the pairs to hold against each other for all clauses of two kinds, and for how many pairs each stands."""
        if self._special[x] or self._special[y]:
            yield from ((i, j, 1) for i in mine for j in theirs)
            return
        if not self._sided(x, y):
            yield mine[0], theirs[0], len(mine) * len(theirs)
            return
        by_report: dict[str, list[int]] = defaultdict(list)
        for j in theirs:
            by_report[self.data[j].datum.report].append(j)
        own = [(i, j, 1) for i in mine for j in by_report.get(self.data[i].datum.report, ())]
        yield from own
        other = next(((i, j) for i in mine for j in theirs if not self._one_report(i, j)), None)
        if other is not None:
            yield *other, len(mine) * len(theirs) - len(own)


class Told(Gathering[Point]):
    """The points of a story: clauses that tell one thing."""

    def apart(self, x: int, y: int) -> bool:
        """Say whether two clauses of two groups cannot make one point, or the groups are not close on average."""
        barred, total = self.count(x, y)
        return bool(barred) or total / (len(self.groups[x]) * len(self.groups[y])) < ALIKE


class _Close:
    """How close clauses are by the keys they share, a whole row at once."""

    def __init__(self, points: Sequence[Point], weights: Mapping[str, float]) -> None:
        self._points = points
        self._weights = weights
        self._languages = sorted({p.language for p in points})
        having: dict[tuple[str, bool, str], list[int]] = defaultdict(list)
        for n, p in enumerate(points):
            for k in p.keys:
                having[p.language, True, k].append(n)
            if len(self._languages) > 1:
                for k in p.shared:
                    having[p.language, False, k].append(n)
        self._having = {k: np.array(rows) for k, rows in having.items()}
        self._norms = {own: np.array([self._square(p.keys if own else p.shared) for p in points]) for own in (True, False)}

    def _square(self, keys: frozenset[str]) -> float:
        return sum(self._weights[k] ** 2 for k in keys)

    def row(self, x: int) -> list[int]:
        """Give the clauses behind one that are close enough to be looked at."""
        out: list[int] = []
        p = self._points[x]
        for language in self._languages:
            own = language == p.language
            dot, both = np.zeros(len(self._points)), np.zeros(len(self._points))
            for k in p.keys if own else p.shared:
                rows = self._having.get((language, own, k))
                if rows is not None:
                    rows = rows[np.searchsorted(rows, x + 1) :]
                    dot[rows] += self._weights[k] ** 2
                    both[rows] += self._weights[k]
            at = np.flatnonzero(dot)
            cosine = dot[at] / np.sqrt(self._norms[own][x] * self._norms[own][at])
            near = cosine * np.minimum(1.0, np.sqrt(both[at] / PLENTY))
            keep = near >= NEAR - SLACK
            out += at[keep].tolist()
        return out


def _rarest(p: Point, weights: Mapping[str, float]) -> frozenset[str]:
    return frozenset(sorted(p.keys, key=lambda k: (-weights[k], k))[:RAREST])


def _shape(p: Point) -> Hashable:
    """Give what signs look at in a clause that leaves nothing open."""
    return (
        p.language, p.keys, p.shared, p.verbs, p.people, p.named, p.days, p.amounts, p.gauges,
        p.denied, p.denies, p.outright, p.planned, p.numbers, p.clocks, p.stands,
        p.datum.claim.evidence.exact, p.datum.claim.source and p.datum.claim.source.name, p.roles, p.figures, p.context, p.dates,
    )  # fmt: skip
