"""Which figures of a measure are close, and which are kept apart, without holding each against each.

Figures that every sign sees alike are of one kind, and two kinds are compared once, whatever number of figures they have.  What two figures of one
report are to each other is asked for these alone.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import merge

from rujuk.model.claim import Value
from rujuk.model.measure import Measure, Temporality
from rujuk.model.span import Span
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.likeness import THRESHOLD, TOLD_ALIKE, Likeness, Numbers, Wording, likeness, numbers, wording
from rujuk.reconcile.places import Nearness, nearness

SURE = frozenset({"place", "kind", "another-time", "another-happening", "span", "background"})
"""Vetoes that keep a figure from a group that it fits nowhere; what is counted, and parts, are told too loosely for that."""
MANY = TOLD_ALIKE + 1
"""More shared words than these change no veto."""
VETO, SURE_VETO = 1, 2
_NOWHERE = Span(start=0, end=0, exact="")


@dataclass(slots=True)
class Members:
    """Some of the figures: those of each kind, and those of each report."""

    kinds: dict[int, list[int]] = field(default_factory=dict)
    reports: dict[str, list[int]] = field(default_factory=dict)

    def take(self, other: Members) -> None:
        """Add the figures of another group."""
        for kind, figures in other.kinds.items():
            self.kinds.setdefault(kind, []).extend(figures)
        for report, figures in other.reports.items():
            self.reports.setdefault(report, []).extend(figures)


class Pairing:
    """The figures of one measure by kind, with the likeness of every two kinds.

    `principal` and `single` name the claims that are their report's main, or only, figure.
    """

    def __init__(self, data: Sequence[Datum], measure: Measure, principal: frozenset[str], single: frozenset[str]) -> None:
        self.data = data
        self._measure = measure
        parts = frozenset().union(*(d.parts for d in data))
        dated = measure.temporality == Temporality.STATIC or measure.repeated or measure.happening
        faces: dict[tuple[Datum, bool, bool], int] = {}
        values: dict[Value | None, int] = {}
        seen: dict[tuple[int, int, frozenset[str]], int] = {}
        self.kind: list[int] = []
        self.members: list[list[int]] = []
        for n, d in enumerate(data):
            seems = (_face(d, parts, dated=dated or d.claim.background), d.id in principal, d.id in single)
            value = values.setdefault(d.claim.value, len(values))
            kind = seen.setdefault((faces.setdefault(seems, len(faces)), value, d.content), len(seen))
            if kind == len(self.members):
                self.members.append([])
            self.members[kind].append(n)
            self.kind.append(kind)
        self._faces = [(d, replace(d, report="another"), main, only) for d, main, only in faces]
        self._values = list(values)
        self._numbers: dict[Numbers | None, int] = {}
        self._beside_of: list[Numbers | None] = []
        self._kinds = list(seen)
        self._known: dict[tuple[int, int, int, int], float | None] = {}
        self._sure: set[tuple[int, int, int, int]] = set()
        self._codes = [bytearray(len(seen)) for _ in seen]
        self._levels: dict[float, array[int]] = defaultdict(lambda: array("Q"))
        self._own: dict[tuple[int, int], int] = {}
        self._own_levels: dict[float, list[tuple[int, int]]] = defaultdict(list)
        self._compare_kinds()
        self._compare_own()

    def _compare_kinds(self) -> None:
        number = {k: n for n, k in enumerate(sorted({k for _, _, words in self._kinds for k in words}))}
        bits = [sum(1 << number[k] for k in words) for _, _, words in self._kinds]
        size = len(self._kinds)
        rows: dict[int, list[tuple[int, float]]] = {}
        for x, (face, value, words) in enumerate(self._kinds):
            mine, codes = bits[x], self._codes[x]
            row = rows.get(value) or rows.setdefault(value, [self._beside(value, v) for v in range(len(self._values))])
            for y in range(x if len(self.members[x]) > 1 else x + 1, size):
                other, value, others = self._kinds[y]
                shared = (mine & bits[y]).bit_count()
                beside, worth = row[value]
                key = (face, other, beside, min(shared, MANY))
                base = self._known[key] if key in self._known else self._base(*key)
                if base is None:
                    codes[y] = self._codes[y][x] = SURE_VETO if key in self._sure else VETO
                    continue
                score = round(base + worth + wording(shared, len(words), len(others)).worth, 4)
                if score >= THRESHOLD:
                    self._levels[score].append(x * size + y)

    def _beside(self, a: int, b: int) -> tuple[int, float]:
        """Give the number of how two values stand to each other, but for what that is worth, and what it is worth."""
        v, w = self._values[a], self._values[b]
        found = numbers(v, w, self._measure) if v is not None and w is not None else None
        bare = replace(found, worth=0.0) if found else None
        number = self._numbers.setdefault(bare, len(self._numbers))
        if number == len(self._beside_of):
            self._beside_of.append(bare)
        return number, found.worth if found else 0.0

    def _base(self, a: int, b: int, beside: int, shared: int) -> float | None:
        """Score two kinds but for what their values and words are worth; None for a veto."""
        (x, _, main_x, only_x), (_, y, main_y, only_y) = self._faces[a], self._faces[b]
        values = self._beside_of[beside]
        main, only = main_x and main_y, only_x and only_y
        found = likeness(x, y, self._measure, principal=main, alone=only, told=Wording(shared, 0.0), values=values)
        if _vetoed(found) and _sure(found, x, y):
            self._sure.add((a, b, beside, shared))
        return self._known.setdefault((a, b, beside, shared), None if _vetoed(found) else found.score)

    def _compare_own(self) -> None:
        """Hold the figures of each report against each other."""
        by_report: dict[str, list[int]] = defaultdict(list)
        for n, d in enumerate(self.data):
            by_report[d.report].append(n)
        for own in by_report.values():
            for at, i in enumerate(own):
                for j in own[at + 1 :]:
                    found = likeness(self.data[i], self.data[j], self._measure, principal=False)
                    if _vetoed(found):
                        self._own[i, j] = SURE_VETO if _sure(found, self.data[i], self.data[j]) else VETO
                    elif found.score >= THRESHOLD:
                        self._own_levels[found.score].append((i, j))

    def levels(self) -> Iterator[tuple[list[tuple[int, int]], list[tuple[int, int]]]]:
        """Give the pairs that are close enough, closest first: pairs of kinds, and of figures of one report, that are equally close."""
        size = len(self._kinds)
        for score in sorted({*self._levels, *self._own_levels}, reverse=True):
            yield [divmod(k, size) for k in self._levels.get(score, ())], sorted(self._own_levels.get(score, ()))

    def figures(self, x: int, y: int) -> Iterator[tuple[int, int]]:
        """Give the pairs of figures of two kinds and of two reports, in order."""
        rows = self.members[x] if x == y else merge(self.members[x], self.members[y])
        for i in rows:
            others = self.members[y] if self.kind[i] == x else self.members[x]
            for j in others[bisect_right(others, i) :]:
                if self.data[i].report != self.data[j].report:
                    yield i, j

    def group(self, figures: Sequence[int]) -> Members:
        """Put figures together."""
        out = Members()
        for n in figures:
            out.kinds.setdefault(self.kind[n], []).append(n)
            out.reports.setdefault(self.data[n].report, []).append(n)
        return out

    def crossing(self, a: Members, b: Members) -> tuple[int, int]:
        """Count the pairs of two groups that a veto keeps apart, and those that one keeps apart for sure."""
        vetoed = sure = 0
        for x, mine in a.kinds.items():
            codes = self._codes[x]
            for y, theirs in b.kinds.items():
                if code := codes[y]:
                    vetoed += len(mine) * len(theirs)
                    sure += len(mine) * len(theirs) * (code == SURE_VETO)
        less, more = sorted((a.reports, b.reports), key=len)
        for report in less.keys() & more.keys():
            for p in less[report]:
                for q in more[report]:
                    was, is_ = self._codes[self.kind[p]][self.kind[q]], self._own.get((min(p, q), max(p, q)), 0)
                    vetoed += bool(is_) - bool(was)
                    sure += (is_ == SURE_VETO) - (was == SURE_VETO)
        return vetoed, sure


def _face(d: Datum, parts: frozenset[str], *, dated: bool) -> Datum:
    """Give a figure with nothing left but what the signs look at; `dated` says that its days count."""
    claim = replace(
        d.claim,
        id="",
        value=None,
        evidence=_NOWHERE,
        as_of=d.claim.as_of if dated else None,
        attribution=None,
        source=None,
        via=(),
        rule="",
    )  # fmt: skip
    return replace(
        d,
        claim=claim,
        report="",
        outlet="",
        sentence="",
        content=d.content & parts,
        names=frozenset(),
        paragraph=min(d.paragraph, 0),
        said=d.said if dated else None,
        clock=None,
        correction=False,
        earlier=False,
        growth=False,
        language="",
        including=False,
        excluding=False,
        struck=d.struck if dated else None,
        joined=False,
    )


def _vetoed(found: Likeness) -> bool:
    return bool(found.signs) and found.signs[0][1] == -1.0


def _sure(found: Likeness, a: Datum, b: Datum) -> bool:
    return found.signs[0][0] in SURE and nearness(a.claim.place, b.claim.place) != Nearness.UNKNOWN
