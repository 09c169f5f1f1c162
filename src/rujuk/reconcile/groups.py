"""Groups of voices that are one origin: joined pair by pair, never across countries, and only pairs that share a trait are looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations


class Groups:
    """Union of numbered members; each group knows its countries and how often it spoke, and is led by its first member."""

    def __init__(self, countries: Sequence[frozenset[str]], spoken: Sequence[int]) -> None:
        self._parent = list(range(len(countries)))
        self._countries = list(countries)
        self._spoken = list(spoken)

    def find(self, i: int) -> int:
        """Give the first member of a member's group."""
        root = i
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[i] != root:
            self._parent[i], i = root, self._parent[i]
        return root

    def countries(self, i: int) -> frozenset[str]:
        """Give the countries of a member's group."""
        return self._countries[self.find(i)]

    def spoken(self, i: int) -> int:
        """Count how often a member's group spoke."""
        return self._spoken[self.find(i)]

    def join(self, i: int, j: int) -> None:
        """Make one group of two, unless they are known to be of two countries."""
        x, y = sorted((self.find(i), self.find(j)))
        known = self._countries[x], self._countries[y]
        if x == y or (known[0] and known[1] and not known[0] & known[1]):
            return
        self._parent[y] = x
        self._countries[x] |= self._countries[y]
        self._spoken[x] += self._spoken[y]


def sharing(traits: Sequence[Iterable[str]]) -> list[tuple[int, int]]:
    """List the pairs of members that share a trait, in order."""
    having: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(traits):
        for trait in sorted(set(own)):
            having[trait].append(i)
    return sorted({pair for members in having.values() for pair in combinations(members, 2)})
