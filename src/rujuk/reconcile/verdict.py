"""The verdict on a finding: rules in order, the first that applies decides, and says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rujuk.model.claim import Polarity
from rujuk.model.marks import SourceKind
from rujuk.model.measure import Temporality
from rujuk.model.story import Origin, Status
from rujuk.reconcile.compare import compatible, later, moment_key, nominal, same
from rujuk.reconcile.datum import Datum

GROWTH = 1.02
"""From this ratio on, a later lower bound counts as grown: "at least 89", then "more than 100"."""

WITHIN_A_DAY = 1.5
"""How much a running toll may differ between reports of one day before it counts as a contradiction.  Set by hand."""

INCLUDED = 20
"""By how many figures may differ because one counts those who did it.  Set by hand: attacks of more are battles."""


@dataclass(frozen=True)
class Case:
    """What a rule may look at: the figures of one question and their origins.  What is derived from them is derived once."""

    data: tuple[Datum, ...]
    origins: tuple[Origin, ...]
    temporality: Temporality
    background: bool

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

    def first(self, d: Datum) -> Datum:
        """Give the figure with which the same origin gave the same number first: printed again, it is no newer."""
        home = self.home
        alike = [e for e in self.data if e.claim.value == d.claim.value and home.get(e.id) == home.get(d.id) and later(d, e)]
        return min(alike, key=lambda e: (moment_key(e), e.id), default=d)

    @cached_property
    def after(self) -> Mapping[str, int]:
        """For each affirmed figure, by its claim, those that hold for an earlier moment, as bits in their order: a story has many figures to hold together."""
        return {d.id: sum(1 << n for n, e in enumerate(self.stands) if later(d, e)) for d in self.stands}

    @cached_property
    def near(self) -> Mapping[str, int]:
        """For each affirmed figure, by its claim, the others that it fits and does not lie far below, as bits in their order."""
        return {
            d.id: sum(1 << n for n, e in enumerate(self.stands) if e is not d and _n(e) <= _n(d) * GROWTH and _fits(e, d))
            for d in self.stands
        }

    @cached_property
    def gone(self) -> tuple[Datum, ...]:
        """The figures that their own report gives as superseded."""
        return tuple(d for d in self.data if d.previous and d not in self.stands)


@dataclass(frozen=True, slots=True)
class Decision:
    """A status, the code of the rule that gave it, and the claims it used."""

    status: Status
    code: str
    claims: tuple[str, ...]
    latest: tuple[Datum, ...] = ()
    """The figures that stand, where the verdict puts some above others."""


Rule = Callable[[Case], Decision | None]


def one_report(case: Case) -> Decision | None:
    """One report alone gives it."""
    if case.reports > 1:
        return None
    return Decision(Status.SINGLE_REPORT, "one-report", _ids(case.data))


def denied(case: Case) -> Decision | None:
    """One origin says so, another says that it is not so.

    Who gives the figure himself denies something else beside it: "he denied that the 21 were exchanged".
    """
    against = [d for d in case.data if d.claim.polarity == Polarity.DENIED]
    for d in against:
        if any(case.home.get(d.id) == case.home.get(e.id) and _fits(d, e) for e in case.stands):
            continue
        for e in case.stands:
            if case.home.get(d.id) != case.home.get(e.id) and _fits(d, e):
                return Decision(Status.CONTESTED, "denied", _ids([d, e]))
    return None


def corrected(case: Case) -> Decision | None:
    """A report says in so many words that a figure was corrected downwards."""
    for d in case.stands:
        if not d.correction:
            continue
        higher = [e for e in (*case.stands, *case.gone) if not _fits(d, e) and _n(e) > _n(d) and (e.previous or not later(e, d))]
        if higher:
            return Decision(Status.REVISED, "corrected", _ids([*higher, d]), _like(d, case.stands))
    return None


def grown(case: Case) -> Decision | None:
    """The figure of a running event grew.

    A count that only grows may be told late: a lower figure of a later report is a step back only where nothing shows that it lags, that is where no
    report from then on has the higher one, and the lower one was not heard before it.  Any other count must not fall.
    """
    if case.over or not _differ(case.stands, grown=case.temporality == Temporality.CUMULATIVE):
        return None
    if case.temporality == Temporality.CUMULATIVE and (told := _told_to_have_grown(case.stands)):
        return told
    ordered = sorted(case.stands, key=moment_key)
    first = {d.id: case.first(d) if case.temporality == Temporality.CUMULATIVE else d for d in ordered}
    rose = [(a, b) for a, b in combinations(ordered, 2) if later(first[b.id], first[a.id]) and _higher(b, a)]
    if not rose or (case.temporality == Temporality.STATIC and not _one_voice(case)):
        return None
    for a, b in combinations(ordered, 2):
        if _fits(a, b):
            continue
        low, high = (a, b) if _n(a) < _n(b) else (b, a)
        if later(first[high.id], first[low.id]):
            continue
        if case.temporality == Temporality.CUMULATIVE and (_within_hours(low, high) or _lags(low, high, case, first)):
            continue
        if later(low, high) and low.earlier != high.earlier:
            continue
        # A step back is no growth; of one day, a figure is outgrown if a later one is as high as the other.
        if later(low, high) or not any(later(e, low) and not _higher(high, e) for e in case.stands):
            return None
    last = _highest(case.stands) if case.temporality == Temporality.CUMULATIVE else _standing(case.stands)
    before = min((a for a, _ in rose), key=lambda a: (a in last, a.vague))
    return Decision(Status.UPDATED, "grown", _ids([before, *last]), tuple(last))


def _told_to_have_grown(data: Sequence[Datum]) -> Decision | None:
    """Decide outright where a report says that the count rose to its highest number, and that number lies close above the next."""
    numbers = sorted({_n(d) for d in data if not d.vague}, reverse=True)
    if len(numbers) < 2 or numbers[0] > WITHIN_A_DAY * numbers[1] or any(d.correction for d in data):
        return None
    if not any(d.growth and _n(d) == numbers[0] for d in data):
        return None
    last = _highest(data)
    before = [d for d in data if d not in last and not d.vague]
    return Decision(Status.UPDATED, "grown", _ids([*before[:1], *last]), tuple(last)) if before else None


def _lags(low: Datum, high: Datum, case: Case, first: Mapping[str, Datum]) -> bool:
    """Say whether a report that gives `low` no earlier than another gives `high` only repeats an old count."""
    if low.correction:
        return False
    if low.as_of is None and low.said is None and case.reports > 2:
        return True  # Nobody knows when it was said: no step back.
    heard = bool(case.after[high.id] & case.near[low.id])
    if heard and low.report != high.report and case.home.get(low.id) != case.home.get(high.id):
        return True
    return any(later(first[e.id], low) and not _higher(high, e) for e in case.stands)


def _within_hours(low: Datum, high: Datum) -> bool:
    """Say whether two figures of a count that is known to run may be hours apart: nobody knows which is newer, and they differ by no more than half."""
    return not later(low, high) and _n(high) <= WITHIN_A_DAY * _n(low)


def _one_voice(case: Case) -> bool:
    """Say whether no two named origins differ; outlets in their own voice follow the ones they read."""
    named = {o.name for o in case.origins if o.kind != SourceKind.OUTLET}
    for a, b in combinations(case.stands, 2):
        homes = {case.home.get(a.id), case.home.get(b.id)}
        if not _fits(a, b) and len(homes & named) > 1:
            return False
    return True


def within_a_day(case: Case) -> Decision | None:
    """A toll of one day, told at hours that are not known: it may have grown by half, but not more."""
    if case.over or case.temporality != Temporality.CUMULATIVE or not _differ(case.stands):
        return None
    for a, b in combinations(case.stands, 2):
        if _fits(a, b):
            continue
        low, high = (a, b) if _n(a) < _n(b) else (b, a)
        if later(low, high) or (not later(high, low) and _n(high) > WITHIN_A_DAY * _n(low)):
            return None
    numbers = [d for d in case.stands if d.claim.value is not None and d.claim.value.best is not None] or list(case.stands)
    top = max(_n(d) for d in numbers)
    last = [d for d in numbers if _n(d) == top]
    before = [d for d in case.stands if not any(_fits(d, e) for e in last)]
    return Decision(Status.UPDATED, "within-a-day", _ids([*before[:1], *last]), tuple(last))


def named_earlier(case: Case) -> Decision | None:
    """A report gives the figure beside an earlier one and says which is which."""
    for a, b in combinations([*case.stands, *case.gone], 2):
        if a.report != b.report or _fits(a, b) or a.claim.modality != b.claim.modality or a.kinds != b.kinds:
            continue
        if a.previous != b.previous:
            old, new = (a, b) if a.previous else (b, a)
        elif a.earlier != b.earlier and a.claim.measure != "money":
            old, new = (a, b) if a.earlier else (b, a)
        else:
            continue
        if any(later(e, new) and not _fits(e, new) for e in case.stands):
            continue
        status = Status.UPDATED if _n(new) >= _n(old) else Status.REVISED
        return Decision(status, "named-earlier", _ids([old, new]), _like(new, case.stands))
    return None


def included(case: Case) -> Decision | None:
    """The figures differ by who is counted: one report says that it counts those who did it, or that it does not."""
    apart = [p for p in combinations(case.stands, 2) if not _fits(*p)]
    for a, b in apart:
        low, high = (a, b) if _n(a) < _n(b) else (b, a)
        if not (high.including or low.excluding) or low.including or not 0 < _n(high) - _n(low) <= INCLUDED:
            return None
    if not apart:
        return None
    low, high = sorted(apart[0], key=_n)
    status = Status.AGREED if len(case.origins) > 1 else Status.SINGLE_ORIGIN
    return Decision(status, "included", _ids([low, high]))


def counted_anew(case: Case) -> Decision | None:
    """One origin gives another figure later: its own recalculation, or a count that fell."""
    if not _differ(case.stands):
        return None
    home = case.home
    for a, b in combinations(sorted(case.stands, key=moment_key), 2):
        if _fits(a, b):
            continue
        if home.get(a.id) != home.get(b.id):
            return None
    last = _standing(case.stands)
    before = [d for d in case.stands if not any(_fits(d, e) for e in last)]
    if not before:
        last = _most_told(case.stands)
        before = [d for d in case.stands if not any(_fits(d, e) for e in last)]
    fell = case.temporality == Temporality.CUMULATIVE and all(_n(d) > _n(e) for d in before for e in last)
    ordered = all(later(e, d) for d in before for e in last)
    if fell and ordered:
        return Decision(Status.REVISED, "origin-lowered", _ids([*before, *last]), tuple(last))
    return Decision(Status.UPDATED, "counted-anew", _ids([*before, *last]), tuple(last))


def state_changed(case: Case) -> Decision | None:
    """The count holds at a moment, and the moments differ."""
    if case.temporality != Temporality.STATE or case.background or not _differ(case.stands):
        return None
    for a, b in combinations(case.stands, 2):
        if not _fits(a, b) and not (later(a, b) or later(b, a)):
            return None
    last = _standing(case.stands)
    before = [d for d in case.stands if not any(_fits(d, e) for e in last)]
    return Decision(Status.UPDATED, "state-changed", _ids([*before, *last]), tuple(last))


def replaced(case: Case) -> Decision | None:
    """Every later report gives the lower figure of another origin: it took the higher one's place."""
    if case.background or not _differ(case.stands):
        return None
    last = _standing(case.stands)
    before = [d for d in case.stands if not any(_fits(d, e) for e in last)]
    if not before or not all(later(e, d) for d in before for e in last) or not all(_n(d) > _n(e) for d in before for e in last):
        return None
    if len({d.report for d in last}) < 2:
        return None
    return Decision(Status.REVISED, "replaced", _ids([*before, *last]), tuple(last))


def one_origin(case: Case) -> Decision | None:
    """The figures fit together, and all go back to one origin."""
    if _differ(case.stands) or len(case.origins) > 1:
        return None
    return Decision(Status.SINGLE_ORIGIN, "one-origin", _ids(case.data))


def fits(case: Case) -> Decision | None:
    """The figures fit together, from two or more origins."""
    if _differ(case.stands):
        return None
    return Decision(Status.AGREED, "fits", _ids(case.data))


def unexplained(case: Case) -> Decision | None:
    """The figures differ, and nothing explains it."""
    pair = max(
        (p for p in combinations(case.stands, 2) if not _fits(*p)),
        key=lambda p: (abs(_n(p[0]) - _n(p[1])), p[0].id, p[1].id),
        default=case.data[:2],
    )
    return Decision(Status.CONTESTED, "unexplained", _ids(pair))


RULES: tuple[Rule, ...] = (
    one_report,
    denied,
    corrected,
    grown,
    named_earlier,
    one_origin,
    fits,
    included,
    counted_anew,
    within_a_day,
    state_changed,
    replaced,
    unexplained,
)


def decide(data: Sequence[Datum], origins: Sequence[Origin], *, temporality: Temporality, background: bool) -> Decision:
    """Run the rules in order; the last one always applies."""
    case = Case(
        tuple(sorted(data, key=lambda d: (moment_key(d), d.report, d.rank, d.id))), tuple(origins), temporality, background
    )
    for rule in RULES:
        found = rule(case)
        if found is not None:
            return found
    raise AssertionError("the last rule always applies")


def _n(d: Datum) -> float:
    assert d.claim.value is not None
    return nominal(d.claim.value)


def _fits(a: Datum, b: Datum) -> bool:
    assert a.claim.value is not None
    assert b.claim.value is not None
    return compatible(a.claim.value, b.claim.value, lagging=True)


def _fits_now(a: Datum, b: Datum) -> bool:
    assert a.claim.value is not None
    assert b.claim.value is not None
    return compatible(a.claim.value, b.claim.value)


def _higher(b: Datum, a: Datum) -> bool:
    """Say whether `b` is clearly higher than `a`: it does not fit, or both are numbers and a lower bound was passed; a vague word was outgrown."""
    if not _fits(a, b) or (a.vague and not _fits_now(a, b)):
        return _n(b) > _n(a)
    exact = (
        a.claim.value is not None
        and a.claim.value.best is not None
        and b.claim.value is not None
        and b.claim.value.best is not None
    )
    return (
        exact
        and _n(b) > GROWTH * _n(a)
        and a.claim.value is not None
        and a.claim.value.mod in ("EQUAL_OR_MORE", "MORE_THAN", "EQUAL")
    )


def _differ(data: Sequence[Datum], *, grown: bool = False) -> bool:
    if grown and any(later(b, a) and _higher(b, a) for a in data for b in data):
        return True
    return any(not _fits(a, b) for a, b in combinations(data, 2))


def _standing(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures after which none is later, with earlier ones that fit all of them."""
    last = [d for d in data if not any(later(e, d) for e in data)]
    return [d for d in data if d in last or all(_fits(d, e) for e in last)]


def _highest(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures that fit the highest number of a growing count; a lower bound that it passed stands no more."""
    numbers = [d for d in data if not d.vague] or list(data)
    top = max(numbers, key=lambda d: (_n(d), moment_key(d), d.id))
    return [d for d in data if _fits(d, top) and not (later(top, d) and _higher(top, d))]


def _most_told(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures that fit the number that most reports have; of equals the highest."""
    numbers = [d for d in data if d.claim.value is not None and d.claim.value.best is not None] or list(data)
    best = min(numbers, key=lambda d: (-len({e.report for e in data if _fits(d, e)}), -_n(d), d.id))
    return [d for d in data if _fits(d, best)]


def _like(d: Datum, data: Sequence[Datum]) -> tuple[Datum, ...]:
    assert d.claim.value is not None
    return tuple(e for e in data if e.claim.value is not None and same(e.claim.value, d.claim.value))


def _ids(data: Sequence[Datum]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.id for d in data))
