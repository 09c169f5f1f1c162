"""The verdict on a finding: rules in order, the first that applies decides, and says why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.model.claim import Polarity, Value
from rujuk.model.marks import SourceKind
from rujuk.model.measure import Temporality
from rujuk.model.story import Origin, Status
from rujuk.reconcile.case import Case, by_value, higher, misfits, of_one_report
from rujuk.reconcile.compare import compatible, later, moment_key, nominal, same
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.moments import Moments

WITHIN_A_DAY = 1.5
"""How much a running toll may differ between reports of one day before it counts as a contradiction.  Set by hand."""

INCLUDED = 20
"""By how many figures may differ because one counts those who did it.  Set by hand: attacks of more are battles."""


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
    cumulative = case.temporality == Temporality.CUMULATIVE
    if case.over or not (case.differ or (cumulative and case.outgrown)):
        return None
    if cumulative and (told := _told_to_have_grown(case.stands)):
        return told
    course = _Course(case)
    if not course.rose or (case.temporality == Temporality.STATIC and not _one_voice(case)):
        return None
    if any(course.falls(low, high) for low, high in case.unfit):
        return None
    last = _highest(case.stands) if cumulative else _standing(case.stands)
    return Decision(Status.UPDATED, "grown", _ids([course.outgrown(last), *last]), tuple(last))


class _Course:
    """The affirmed figures of a case in the order of their moments, told again or not."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._cumulative = case.temporality == Temporality.CUMULATIVE
        self._ordered = sorted(case.stands, key=moment_key)
        self._first = {d.id: case.first(d) if self._cumulative else d for d in self._ordered}
        self._moments = {v: Moments(self._first[d.id] for d in data) for v, data in case.values.items()}
        self._higher = {v: [w for w in case.values if higher(w, v)] for v in case.values}
        self.rose = any(self._rises(n) for n in range(len(self._ordered)))

    def _rises(self, n: int) -> bool:
        """Say whether a figure is followed by a higher one."""
        a = self._ordered[n]
        first = self._first[a.id]
        assert a.claim.value is not None
        if not any(self._moments[w].after(first) for w in self._higher[a.claim.value]):
            return False
        above = set(self._higher[a.claim.value])
        return any(b.claim.value in above and later(self._first[b.id], first) for b in self._ordered[n + 1 :])

    def outgrown(self, last: Sequence[Datum]) -> Datum:
        """Give the earliest figure that a higher one followed, before all one that does not stand, and a number."""
        stands = {d.id for d in last}
        order = sorted(range(len(self._ordered)), key=lambda n: (self._ordered[n].id in stands, self._ordered[n].vague, n))
        return next(self._ordered[n] for n in order if self._rises(n))

    def falls(self, low: Value, high: Value) -> bool:
        """Say whether a figure of the lower value is a step back from one of the higher."""
        case, above = self._case, self._moments[high]
        if above.all_after(self._moments[low]):
            return False
        hours = nominal(high) <= WITHIN_A_DAY * nominal(low)
        # No report from then on has less: whatever else is told lags.
        reached = [w for w in case.values if not higher(high, w)]
        for d in case.values[low]:
            first = self._first[d.id]
            if above.after(first) == above.size:
                continue
            if self._cumulative and not d.correction and any(self._moments[w].after(d) for w in reached):
                continue
            if self._cumulative and hours and not case.moments[high].before(d):
                continue
            kept: bool | None = None
            for e in case.values[high]:
                if later(self._first[e.id], first):
                    continue
                if self._cumulative and (_within_hours(d, e) or _lags(d, e, case)):
                    continue
                fell = later(d, e)
                if fell and d.earlier != e.earlier:
                    continue
                if kept is None:
                    kept = any(case.moments[w].after(d) for w in reached)
                # A step back is no growth; of one day, a figure is outgrown if a later one is as high as the other.
                if fell or not kept:
                    return True
        return False


def _told_to_have_grown(data: Sequence[Datum]) -> Decision | None:
    """Decide outright where a report says that the count rose to its highest number, and that number lies close above the next."""
    numbers = sorted({_n(d) for d in data if not d.vague}, reverse=True)
    if len(numbers) < 2 or numbers[0] > WITHIN_A_DAY * numbers[1] or any(d.correction for d in data):
        return None
    if not any(d.growth and _n(d) == numbers[0] for d in data):
        return None
    last = _highest(data)
    stands = {d.id for d in last}
    before = [d for d in data if d.id not in stands and not d.vague]
    return Decision(Status.UPDATED, "grown", _ids([*before[:1], *last]), tuple(last)) if before else None


def _lags(low: Datum, high: Datum, case: Case) -> bool:
    """Say whether a report that gives `low` no earlier than another gives `high` only repeats an old count, where none from then on has the higher one."""
    if low.correction:
        return False
    if low.as_of is None and low.said is None and case.reports > 2:
        return True  # Nobody knows when it was said: no step back.
    return low.report != high.report and case.home.get(low.id) != case.home.get(high.id) and case.heard(low, high)


def _within_hours(low: Datum, high: Datum) -> bool:
    """Say whether two figures of a count that is known to run may be hours apart: nobody knows which is newer, and they differ by no more than half."""
    return not later(low, high) and _n(high) <= WITHIN_A_DAY * _n(low)


def _one_voice(case: Case) -> bool:
    """Say whether no two named origins differ; outlets in their own voice follow the ones they read."""
    named = {o.name for o in case.origins if o.kind != SourceKind.OUTLET}
    homes = {v: {case.home.get(d.id) for d in data} & named for v, data in case.values.items()}
    return not any(len(homes[v] | homes[w]) > 1 for v, w in case.unfit)


def within_a_day(case: Case) -> Decision | None:
    """A toll of one day, told at hours that are not known: it may have grown by half, but not more."""
    if case.over or case.temporality != Temporality.CUMULATIVE or not case.differ:
        return None
    for low, high in case.unfit:
        far, above = nominal(high) > WITHIN_A_DAY * nominal(low), case.moments[high]
        if any(above.before(d) or (far and above.after(d) < above.size) for d in case.values[low]):
            return None
    numbers = [d for d in case.stands if d.claim.value is not None and d.claim.value.best is not None] or list(case.stands)
    top = max(_n(d) for d in numbers)
    last = [d for d in numbers if _n(d) == top]
    before = misfits(case.stands, last)
    return Decision(Status.UPDATED, "within-a-day", _ids([*before[:1], *last]), tuple(last))


def named_earlier(case: Case) -> Decision | None:
    """A report gives the figure beside an earlier one and says which is which."""
    for a, b in of_one_report([*case.stands, *case.gone]):
        if _fits(a, b) or a.claim.modality != b.claim.modality or a.kinds != b.kinds:
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
    if not any(d.including or d.excluding for d in case.stands):
        return None
    apart = None
    for a, b in combinations(case.stands, 2):
        if _fits(a, b):
            continue
        low, high = (a, b) if _n(a) < _n(b) else (b, a)
        if not (high.including or low.excluding) or low.including or not 0 < _n(high) - _n(low) <= INCLUDED:
            return None
        apart = apart or (low, high)
    if apart is None:
        return None
    low, high = apart
    status = Status.AGREED if len(case.origins) > 1 else Status.SINGLE_ORIGIN
    return Decision(status, "included", _ids([low, high]))


def counted_anew(case: Case) -> Decision | None:
    """One origin gives another figure later: its own recalculation, or a count that fell."""
    if not case.differ or case.unlike:
        return None
    last = _standing(case.stands)
    before = misfits(case.stands, last)
    if not before:
        last = _most_told(case.stands)
        before = misfits(case.stands, last)
    fell = case.temporality == Temporality.CUMULATIVE and all(_n(d) > _n(e) for d in before for e in last)
    if fell and _all_later(last, before):
        return Decision(Status.REVISED, "origin-lowered", _ids([*before, *last]), tuple(last))
    return Decision(Status.UPDATED, "counted-anew", _ids([*before, *last]), tuple(last))


def state_changed(case: Case) -> Decision | None:
    """The count holds at a moment, and the moments differ."""
    if case.temporality != Temporality.STATE or case.background or not case.differ:
        return None
    for low, high in case.unfit:
        above = case.moments[high]
        if any(above.before(d) + above.after(d) < above.size for d in case.values[low]):
            return None
    last = _standing(case.stands)
    before = misfits(case.stands, last)
    return Decision(Status.UPDATED, "state-changed", _ids([*before, *last]), tuple(last))


def replaced(case: Case) -> Decision | None:
    """Every later report gives the lower figure of another origin: it took the higher one's place."""
    if case.background or not case.differ:
        return None
    last = _standing(case.stands)
    before = misfits(case.stands, last)
    if not before or not _all_later(last, before) or not all(_n(d) > _n(e) for d in before for e in last):
        return None
    if len({d.report for d in last}) < 2:
        return None
    return Decision(Status.REVISED, "replaced", _ids([*before, *last]), tuple(last))


def one_origin(case: Case) -> Decision | None:
    """The figures fit together, and all go back to one origin."""
    if case.differ or len(case.origins) > 1:
        return None
    return Decision(Status.SINGLE_ORIGIN, "one-origin", _ids(case.data))


def fits(case: Case) -> Decision | None:
    """The figures fit together, from two or more origins."""
    if case.differ:
        return None
    return Decision(Status.AGREED, "fits", _ids(case.data))


def unexplained(case: Case) -> Decision | None:
    """The figures differ, and nothing explains it."""
    pair = _farthest(case) if case.differ else case.data[:2]
    return Decision(Status.CONTESTED, "unexplained", _ids(pair))


def _farthest(case: Case) -> tuple[Datum, Datum]:
    """Give the two figures that differ most; of equals, those whose ids come last."""
    gap = max(abs(nominal(v) - nominal(w)) for v, w in case.unfit)
    at = {d.id: n for n, d in enumerate(case.stands)}
    found = []
    for v, w in case.unfit:
        if abs(nominal(v) - nominal(w)) == gap:
            sides = case.values[v], case.values[w]
            for mine, theirs in (sides, sides[::-1]):
                for a in sorted(mine, key=lambda d: d.id, reverse=True):
                    behind = [b for b in theirs if at[b.id] > at[a.id]]
                    if behind:
                        found.append((a, max(behind, key=lambda d: d.id)))
                        break
    return max(found, key=lambda p: (p[0].id, p[1].id))


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


def _standing(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures after which none is later, with earlier ones that fit all of them."""
    moments = Moments(data)
    last = [d for d in data if not moments.after(d)]
    ids, values = {d.id for d in last}, list(by_value(last))
    return [d for d in data if d.id in ids or all(d.claim.value and compatible(d.claim.value, v, lagging=True) for v in values)]


def _all_later(last: Sequence[Datum], before: Sequence[Datum]) -> bool:
    """Say whether all of some figures are later than all of others."""
    moments = Moments(last)
    return all(moments.after(d) == moments.size for d in before)


def _highest(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures that fit the highest number of a growing count; a lower bound that it passed stands no more."""
    numbers = [d for d in data if not d.vague] or list(data)
    top = max(numbers, key=lambda d: (_n(d), moment_key(d), d.id))
    return [d for d in data if _fits(d, top) and not (later(top, d) and _above(top, d))]


def _above(b: Datum, a: Datum) -> bool:
    assert a.claim.value is not None
    assert b.claim.value is not None
    return higher(b.claim.value, a.claim.value)


def _most_told(data: Sequence[Datum]) -> list[Datum]:
    """Give the figures that fit the number that most reports have; of equals the highest."""
    values = by_value(data)
    pool = [v for v in values if v.best is not None] or list(values)

    def told(v: Value) -> int:
        return len({d.report for w, theirs in values.items() if compatible(v, w, lagging=True) for d in theirs})

    best = min(pool, key=lambda v: (-told(v), -nominal(v), min(d.id for d in values[v])))
    return [d for d in data if d.claim.value and compatible(d.claim.value, best, lagging=True)]


def _like(d: Datum, data: Sequence[Datum]) -> tuple[Datum, ...]:
    assert d.claim.value is not None
    return tuple(e for e in data if e.claim.value is not None and same(e.claim.value, d.claim.value))


def _ids(data: Sequence[Datum]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.id for d in data))
