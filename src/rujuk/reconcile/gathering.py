"""Gather figures, or clauses, into groups, closest pair first, where nothing keeps the groups apart."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from typing import Generic, Protocol, TypeVar

from rujuk.reconcile.compare import compatible
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.pairing import Members

Clashing = Callable[[Sequence[Datum], Sequence[Datum]], bool]
Item = TypeVar("Item")
Count = tuple[int, float]


class Pairs(Protocol[Item]):
    """What is gathered, by kind: items of one kind are alike to all others."""

    data: Sequence[Item]
    members: list[list[int]]

    def levels(self) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
        """Give the pairs of kinds, and of items, that are close enough, closest first."""
        ...

    def figures(self, x: int, y: int) -> Iterator[tuple[int, int]]:
        """Give the pairs of items of two kinds and of two reports, in order."""
        ...

    def group(self, figures: Sequence[int]) -> Members:
        """Put items together."""
        ...

    def crossing(self, a: Members, b: Members) -> Count:
        """Say what two groups are to each other; what two make together is the sum."""
        ...


class Gathering(ABC, Generic[Item]):
    """Groups of items, each named by its first; what two groups are to each other is kept while they grow."""

    def __init__(self, pairs: Pairs[Item]) -> None:
        self._pairs = pairs
        self.groups: dict[int, list[int]] = {n: [n] for n in range(len(pairs.data))}
        self._home = list(self.groups)
        self._homes = [set(members) for members in pairs.members]
        """The groups that the items of each kind are in."""
        self._members: dict[int, Members] = {n: pairs.group([n]) for n in self.groups}
        self._crossing: dict[int, dict[int, Count]] = {}
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}
        """How large two groups were when they last stayed apart."""

    @abstractmethod
    def apart(self, x: int, y: int) -> bool:
        """Say whether something keeps two groups apart."""

    def run(self) -> list[list[Item]]:
        """Join pair by pair; give the groups in order of their first items."""
        for kinds, own in self._pairs.levels():
            kinds = [k for k in kinds if not self._together(*k)]
            if not any(self._open(x, y) for k, other in kinds for x in self._homes[k] for y in self._homes[other]) and not any(
                self._open(self._home[i], self._home[j]) for i, j in own
            ):
                continue
            for i, j in merge(own, *(self._figures(x, y) for x, y in kinds)):
                self._try(self._home[i], self._home[j])
        return [[self._pairs.data[n] for n in self.groups[k]] for k in sorted(self.groups)]

    def _together(self, x: int, y: int) -> bool:
        """Say whether all items of two kinds are in one group already."""
        return len(self._homes[x]) == 1 and self._homes[x] == self._homes[y]

    def _figures(self, x: int, y: int) -> Iterator[tuple[int, int]]:
        for i, j in self._pairs.figures(x, y):
            if self._home[i] != self._home[j]:
                yield i, j
            elif self._together(x, y):
                return

    def _open(self, x: int, y: int) -> bool:
        """Say whether two groups may come together: they are two, and at least one has grown since they stayed apart."""
        x, y = min(x, y), max(x, y)
        return x != y and self._refused.get((x, y)) != (len(self.groups[x]), len(self.groups[y]))

    def _try(self, x: int, y: int) -> None:
        if not self._open(x, y):
            return
        x, y = min(x, y), max(x, y)
        if self.apart(x, y):
            self._refused[x, y] = len(self.groups[x]), len(self.groups[y])
        else:
            self._join(x, y)

    def count(self, x: int, y: int) -> Count:
        """Say what two groups are to each other."""
        known = self._crossing.setdefault(x, {})
        if y not in known:
            known[y] = self._crossing.setdefault(y, {})[x] = self._pairs.crossing(self._members[x], self._members[y])
        return known[y]

    def _join(self, keep: int, gone: int) -> None:
        for other in sorted((self._crossing.get(keep, {}).keys() | self._crossing.get(gone, {}).keys()) - {keep, gone}):
            a, b = self.count(keep, other), self.count(gone, other)
            self._crossing[keep][other] = self._crossing[other][keep] = a[0] + b[0], a[1] + b[1]
            del self._crossing[other][gone]
        self._crossing.pop(gone, None)
        self._crossing.get(keep, {}).pop(gone, None)
        moved = self.groups.pop(gone)
        self.groups[keep] += moved
        theirs = self._members.pop(gone)
        self._members[keep].take(theirs)
        for kind in theirs.kinds:
            self._homes[kind].discard(gone)
            self._homes[kind].add(keep)
        for n in moved:
            self._home[n] = keep


class Questions(Gathering[Datum]):
    """The figures of one measure."""

    def __init__(self, pairs: Pairs[Datum], clashing: Clashing) -> None:
        super().__init__(pairs)
        self._clashing = clashing

    def apart(self, x: int, y: int) -> bool:
        """Say whether vetoes, or two figures of one report, keep two groups apart."""
        vetoed, sure = self.count(x, y)
        if vetoed * 2 > len(self.groups[x]) * len(self.groups[y]):
            return True
        # Figures that fit none of a group come to it only where none of it keeps them apart for sure.
        if sure and not self._fit(x, y):
            return True
        data = self._pairs.data
        return self._clashing([data[n] for n in self.groups[x]], [data[n] for n in self.groups[y]])

    def _fit(self, x: int, y: int) -> bool:
        a, b = ({v for n in self.groups[g] if (v := self._pairs.data[n].claim.value) is not None} for g in (x, y))
        return any(compatible(v, w) for v in a for w in b)
