"""One question's figures as the rules of `verdict` look at them: by value and by moment, so that many figures cost little more than few."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from rujuk.model.claim import Polarity, Value
from rujuk.model.measure import Temporality
from rujuk.model.story import Origin
from rujuk.reconcile.compare import compatible, later, moment_key, nominal
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.moments import Moments

GROWTH = 1.02
"""From this ratio on, a later lower bound counts as grown: "at least 89", then "more than 100"."""


@dataclass(frozen=True)
class Case:
    """What a rule may look at: the figures of one question and their origins.  What is derived from them is derived once."""

    data: tuple[Datum, ...]
    origins: tuple[Origin, ...]
    temporality: Temporality
    background: bool
    _lower: dict[Value, list[Value]] = field(default_factory=dict, compare=False)

    @cached_property
    def reports(self) -> int:
        """How many reports give the figure."""
        return len({d.report for d in self.data})

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The name of each claim's origin."""
        return {c: o.name for o in self.origins for c in o.claims}

    @cached_property
    def stands(self) -> tuple[Datum, ...]:
        """The affirmed figures, without those that their own report gives as superseded."""
        held = tuple(d for d in self.data if d.claim.polarity == Polarity.AFFIRMED and not d.previous)
        return held or tuple(d for d in self.data if d.claim.polarity == Polarity.AFFIRMED)

    @property
    def over(self) -> bool:
        """Say whether the figures are of another event that is over; a war around the event still runs."""
        return self.background and not any(d.spans for d in self.stands)

    @cached_property
    def gone(self) -> tuple[Datum, ...]:
        """The figures that their own report gives as superseded."""
        stands = {d.id for d in self.stands}
        return tuple(d for d in self.data if d.previous and d.id not in stands)

    @cached_property
    def values(self) -> Mapping[Value, Sequence[Datum]]:
        """The affirmed figures by their value."""
        return by_value(self.stands)

    @cached_property
    def moments(self) -> Mapping[Value, Moments]:
        """The moments of the affirmed figures of each value."""
        return {v: Moments(data) for v, data in self.values.items()}

    @cached_property
    def unfit(self) -> Sequence[tuple[Value, Value]]:
        """The pairs of values that do not fit, lower first."""
        pairs = combinations(self.values, 2)
        return [(v, w) if nominal(v) < nominal(w) else (w, v) for v, w in pairs if not compatible(v, w, lagging=True)]

    @cached_property
    def differ(self) -> bool:
        """Say whether two affirmed figures do not fit."""
        return bool(self.unfit)

    @cached_property
    def outgrown(self) -> bool:
        """Say whether an affirmed figure is clearly higher than an earlier one."""
        return any(
            higher(w, v) and any(self.moments[w].after(d) for d in data) for v, data in self.values.items() for w in self.values
        )

    @cached_property
    def unlike(self) -> bool:
        """Say whether figures of two origins do not fit."""
        homes = {v: {self.home.get(d.id) for d in data} for v, data in self.values.items()}
        return any(len(homes[v] | homes[w]) > 1 for v, w in self.unfit)

    @cached_property
    def _alike(self) -> Mapping[tuple[Value | None, str | None], tuple[Sequence[Datum], Moments]]:
        """The figures of one value and origin, earliest first, and their moments."""
        out: dict[tuple[Value | None, str | None], list[Datum]] = defaultdict(list)
        for d in sorted(self.data, key=lambda d: (moment_key(d), d.id)):
            out[d.claim.value, self.home.get(d.id)].append(d)
        return {k: (data, Moments(data)) for k, data in out.items()}

    def first(self, d: Datum) -> Datum:
        """Give the figure with which the same origin gave the same number first: printed again, it is no newer."""
        alike, known = self._alike[d.claim.value, self.home.get(d.id)]
        return next((e for e in alike if later(d, e)), d) if known.before(d) else d

    def heard(self, low: Datum, high: Datum) -> bool:
        """Say whether something that `low` fits, and does not lie far below, was told before `high`."""
        value = low.claim.value
        assert value is not None
        if value not in self._lower:
            self._lower[value] = [
                v for v in self.values if nominal(v) <= nominal(value) * GROWTH and compatible(v, value, lagging=True)
            ]
        return any(self.moments[v].before(high) > (v == value and later(high, low)) for v in self._lower[value])


def by_value(data: Iterable[Datum]) -> dict[Value, list[Datum]]:
    """Gather figures by their value, in their order."""
    out: dict[Value, list[Datum]] = defaultdict(list)
    for d in data:
        if d.claim.value is not None:
            out[d.claim.value].append(d)
    return dict(out)


def higher(b: Value, a: Value) -> bool:
    """Say whether a figure is clearly higher than another: it does not fit, or both are numbers and a lower bound was passed; a vague word was outgrown."""
    if not compatible(a, b, lagging=True) or (a.best is None and not compatible(a, b)):
        return nominal(b) > nominal(a)
    exact = a.best is not None and b.best is not None
    return exact and nominal(b) > GROWTH * nominal(a) and a.mod in ("EQUAL_OR_MORE", "MORE_THAN", "EQUAL")


def misfits(data: Iterable[Datum], others: Sequence[Datum]) -> list[Datum]:
    """Give the figures that fit none of the others."""
    known: dict[Value, bool] = {}
    values = list(by_value(others))
    out = []
    for d in data:
        value = d.claim.value
        assert value is not None
        if value not in known:
            known[value] = any(compatible(value, v, lagging=True) for v in values)
        if not known[value]:
            out.append(d)
    return out


def of_one_report(data: Sequence[Datum]) -> Iterator[tuple[Datum, Datum]]:
    """Give the pairs of figures of one report, in order."""
    own: dict[str, list[int]] = defaultdict(list)
    for n, d in enumerate(data):
        own[d.report].append(n)
    for n, d in enumerate(data):
        for other in own[d.report]:
            if other > n:
                yield d, data[other]
