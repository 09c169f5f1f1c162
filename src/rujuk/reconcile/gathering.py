"""Gather the figures of a measure into groups, closest pair first, where nothing keeps the groups apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import merge

from rujuk.reconcile.compare import compatible
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.pairing import Members, Pairing

Clashing = Callable[[Sequence[Datum], Sequence[Datum]], bool]


class Gathering:
    """Groups of figures, each named by its first; what two groups are to each other is kept while they grow."""

    def __init__(self, pairs: Pairing, clashing: Clashing) -> None:
        self._pairs = pairs
        self._clashing = clashing
        self.groups: dict[int, list[int]] = {n: [n] for n in range(len(pairs.data))}
        self._home = list(self.groups)
        self._homes = [set(members) for members in pairs.members]
        """The groups that the figures of each kind are in."""
        self._members: dict[int, Members] = {n: pairs.group([n]) for n in self.groups}
        self._crossing: dict[int, dict[int, tuple[int, int]]] = {}
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}
        """How large two groups were when they last stayed apart."""

    def run(self) -> list[list[Datum]]:
        """Join pair by pair; give the groups in order of their first figures."""
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
        """Say whether all figures of two kinds are in one group already."""
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
        if self._apart(x, y):
            self._refused[x, y] = len(self.groups[x]), len(self.groups[y])
        else:
            self._join(x, y)

    def _apart(self, x: int, y: int) -> bool:
        vetoed, sure = self._count(x, y)
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

    def _count(self, x: int, y: int) -> tuple[int, int]:
        """Count the pairs of two groups that a veto keeps apart, and those for sure."""
        known = self._crossing.setdefault(x, {})
        if y not in known:
            known[y] = self._crossing.setdefault(y, {})[x] = self._pairs.crossing(self._members[x], self._members[y])
        return known[y]

    def _join(self, keep: int, gone: int) -> None:
        for other in sorted((self._crossing.get(keep, {}).keys() | self._crossing.get(gone, {}).keys()) - {keep, gone}):
            a, b = self._count(keep, other), self._count(gone, other)
            self._crossing[keep][other] = self._crossing[other][keep] = a[0] + b[0], a[1] + b[1]
            del self._crossing[other][gone]
        self._crossing.pop(gone, None)
        self._crossing.get(keep, {}).pop(gone, None)
        self.groups[keep] += self.groups.pop(gone)
        theirs = self._members.pop(gone)
        self._members[keep].take(theirs)
        for kind in theirs.kinds:
            self._homes[kind].discard(gone)
            self._homes[kind].add(keep)
        for n in self.groups[keep][-sum(theirs.kinds.values()) :]:
            self._home[n] = keep
