"""Do two figures answer the same question?  Vetoes first, then named features that add up.

Weights were set by hand on the development stories so that no single weak sign (a shared place, a shared word) reaches the threshold; they are read
as a table, see docs/verdicts.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rujuk.model.claim import Modality, Value
from rujuk.model.measure import Measure, Temporality
from rujuk.model.span import Days
from rujuk.reconcile.compare import compatible, digits, nominal, same, stretched
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.places import Nearness, nearness, plain_names

THRESHOLD = 0.5
RECOUNT = 2
"""Days within which a fixed magnitude or height is measured anew; after that another one is meant."""
SPANNED = 3.0
"""From so many times on, a count since a war or a year began is not that of one of its days, and a count that never changes not of one thing."""
SMALL = 3
"""Parts of so few are the same number in two places by chance."""
OPEN = 1.3
"""From so many times on, "at least 84" says little about 130."""
OUTSIZED = 1000.0
"""So many times a count does not grow between the reports of one story."""
CONTEXT = 3
"""Two sentences share a word or two by chance, the more so as words of one meaning are one key."""
LISTED = 2
"""Two sentences of a report's background that share fewer content words tell of two events."""
PERSON = "=person"
"""The concept of people in general, which every kind of person fits."""
TOLD_ALIKE = 3
"""Content words that two sentences share which tell one amount in two ways."""
LARGE = 1000
"""From here on a number is not the same twice by chance, round as it may be."""
MINUTES = 5
"""Clock times of one happening differ by no more than this, whole hours (of time zones) aside."""
SECURITY = frozenset({"=police", "=military", "=officer", "=soldier", "=troops"})
"""Concepts that papers change about for the same people: security forces, officers, police."""
GENERIC = {
    "=building": frozenset({"=house", "=school", "=shop", "=hospital"}),
    "=child": frozenset({"=student"}),
    "=woman": frozenset({"=student", "=child"}),
    "=vehicle": frozenset({"=car", "=bus", "=truck", "=fire_engine"}),
}
"""Concepts that hold or cross others: a house is a building, a schoolgirl a student, a child and a girl."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The score of a pair and the signs that made it; a veto has score -1."""

    score: float
    signs: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How many content words two sentences share, and what that is worth."""

    shared: int
    worth: float


def wording(shared: int, a: int, b: int) -> Wording:
    """Weigh the content words that two sentences of `a` and `b` such words share."""
    return Wording(shared, round(0.6 * (shared / math.sqrt(a * b)), 4) if shared >= CONTEXT else 0.0)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How two values stand to each other.  The signs look at this, and never at the values."""

    unit: bool
    """They have one unit."""
    equal: bool
    fits: bool
    telling: bool
    """They are one number that is no chance."""
    sharp: bool
    """They are one number of several digits."""
    small: bool
    spanned: bool
    outsized: bool
    spread: bool
    """They lie too far apart for one happening."""
    vague: bool
    """One is a word and no number."""
    sign: str
    worth: float


def numbers(a: Value, b: Value, measure: Measure) -> Numbers:
    """Hold two values of a measure against each other."""
    equal, fits = same(a, b), compatible(a, b)
    telling = equal and a.best is not None and (a.best >= 10 or digits(a.best) > 1)
    sign, worth = _value(a, b)
    return Numbers(
        unit=a.unit == b.unit,
        equal=equal,
        fits=fits,
        telling=telling,
        sharp=telling and a.best is not None and digits(a.best) > 1,
        small=min(nominal(a), nominal(b)) <= SMALL,
        spanned=_far(a, b, SPANNED),
        outsized=_far(a, b, OUTSIZED),
        spread=measure.spread is not None and abs(nominal(a) - nominal(b)) > measure.spread + EPSILON,
        vague=a.best is None or b.best is None,
        sign=sign,
        worth=worth,
    )


def likeness(
    a: Datum,
    b: Datum,
    measure: Measure,
    *,
    principal: bool,
    alone: bool = False,
    told: Wording | None = None,
    values: Numbers | None = None,
) -> Likeness:
    """Score two figures of one measure.

    `principal` says that each is its report's main figure of the measure, `alone` that each is its report's only number for the measure, part,
    event and place.  `told` is what their sentences share, `values` how their values stand to each other, where the caller knows it.
    """
    told = told or wording(len(a.content & b.content), len(a.content), len(b.content))
    if values is None and a.claim.value is not None and b.claim.value is not None:
        values = numbers(a.claim.value, b.claim.value, measure)
    veto = _veto(a, b, measure, told.shared, values)
    if veto or values is None:
        return Likeness(-1.0, ((veto or "doubt", -1.0),))
    signs = [
        s
        for s in (
            (values.sign, values.worth),
            _part(a, b),
            _nouns(a, b),
            _actors(a, b, measure),
            ("context", told.worth),
            _place(a, b, principal, values),
            _named_earlier(a, b),
            _prominence(a, b, principal, alone, values) if not _another_thing(values, measure) else ("prominence", 0.0),
        )
        if s[1]
    ]
    return Likeness(round(sum(w for _, w in signs), 4), tuple(signs))


def _veto(a: Datum, b: Datum, measure: Measure, shared: int, n: Numbers | None) -> str | None:
    if n is None or a.claim.doubt or b.claim.doubt:
        return "doubt"
    if not n.unit:
        return "unit"
    if bool(a.claim.part) != bool(b.claim.part) and not (n.telling and _part_is_counted(a, b)):
        return "part"
    if sentence_mates(a, b):
        return "same-sentence"
    if a.claim.part and b.claim.part and not _parts_meet(a, b, n):
        return "part"
    if a.claim.increment != b.claim.increment:
        return "increment"
    if a.report == b.report and a.claim.background and b.claim.background and a.sentence != b.sentence and shared < LISTED:
        return "another-event"  # A list of earlier events: each has its own.
    if a.claim.background != b.claim.background and not (n.telling and shared >= 2) and not _named_earlier(a, b)[1]:
        if not (a.placed and b.placed and n.fits and nearness(a.claim.place, b.claim.place) == Nearness.SAME):
            return "background"
    if (a.claim.modality == Modality.PLANNED) != (b.claim.modality == Modality.PLANNED) and not (
        n.equal and not a.kinds & b.kinds & FINED
    ):
        return "planned"  # Also where a court fines as much as the prosecutors asked for.
    if measure.acted and not n.fits and a.claim.modality == b.claim.modality == Modality.PLANNED:
        return "planned"  # Two plans that differ are two plans.
    if _nouns(a, b)[0] == "other-counted":
        if a.claim.measure == "money":
            return "counted"  # What is counted there is who pays.
        if not n.fits and not _lead_both(a, b):
            return "counted"
        if (a.few or b.few) and not n.telling:
            return "counted"  # Two children and two men of one toll are four of its dead.
    if (a.few or b.few) and not n.telling and n.small and not (a.nouns & b.nouns) - {PERSON} and not a.claim.part:
        return "counted"
    near = nearness(a.claim.place, b.claim.place)
    moving = measure.moving and bool((a.nouns & b.nouns) - {PERSON})
    # 276 is no chance; 20,000 in two towns may be.
    if near == Nearness.APART and not moving and a.placed and b.placed and not (n.sharp and shared >= 3):
        return "place"
    if near == Nearness.UNKNOWN and not moving and a.placed and b.placed:
        # A round number may be the same in two towns.
        if not n.fits or (not n.sharp and not n.vague and plain_names(a.claim.place, b.claim.place)):
            return "place"
    if near == Nearness.APART and a.claim.part and b.claim.part and n.equal and n.small:
        return "place"  # One company here and one there are two, also where a list names its places only once.
    if a.spans != b.spans and not n.fits and n.spanned:
        return "span"
    if a.kinds and b.kinds and not a.kinds & b.kinds and not (n.equal and not a.graded and shared > TOLD_ALIKE):
        return "kind"  # Where two sentences tell one amount alike, one word for it ("charge", "cost") is as good as the other.
    if a.graded != b.graded and not n.equal:
        return "kind"  # The critically injured are some of the injured.
    if measure.acted and a.actors and b.actors and not a.actors & b.actors and not n.telling:
        return "actor"  # Five whom the police arrest and five whom a ministry arrests.
    if a.claim.measure == "money" and not n.fits and not a.kinds & b.kinds:
        return "kind"  # Amounts that differ are of one thing only where both say of what.
    if measure.temporality == Temporality.STATIC and not n.fits and _days_apart(a, b, measure):
        return "another-time"
    if measure.repeated and _own_days_apart(a, b):
        return "another-time"
    if measure.happening and not n.fits and _another_happening(a, b, n):
        return "another-happening"
    if a.claim.background and b.claim.background and a.claim.as_of and b.claim.as_of:
        if not n.equal and a.claim.as_of.latest.year < b.claim.as_of.earliest.year:
            return "year"
        if not n.equal and b.claim.as_of.latest.year < a.claim.as_of.earliest.year:
            return "year"
    return None


def _another_thing(n: Numbers, measure: Measure) -> bool:
    """Say whether two different numbers are too far apart for one thing: 16 aboard and 300, and of what changes 90 people and 430,000."""
    far = n.spanned if measure.temporality == Temporality.STATIC else n.outsized
    return far and not n.vague and not n.fits


def _far(a: Value, b: Value, times: float) -> bool:
    low, high = sorted((nominal(a), nominal(b)))
    return high >= times * max(low, EPSILON)


def _lead_both(a: Datum, b: Datum) -> bool:
    return a.paragraph < 0 or b.paragraph < 0 or (a.lead and b.lead)


def _part_is_counted(a: Datum, b: Datum) -> bool:
    """Say whether the part of one is what the other counts as a whole: "21 of the girls", "the 21 girls"."""
    part, whole = (a, b) if a.claim.part else (b, a)
    return part.parts <= whole.nouns | whole.content


def _days_apart(a: Datum, b: Datum, measure: Measure) -> bool:
    """Say whether two measurements are of two days: their own days do not meet, or their reports appeared more than `RECOUNT` days apart."""
    own = a.claim.as_of != a.said or b.claim.as_of != b.said or measure.happening
    if a.claim.as_of and b.claim.as_of and own:
        return not a.claim.as_of.meets(b.claim.as_of)
    if a.said and b.said and measure.happening:
        return max((a.said.earliest - b.said.latest).days, (b.said.earliest - a.said.latest).days) > RECOUNT
    return False


def _another_happening(a: Datum, b: Datum, n: Numbers) -> bool:
    """Say whether two different measurings are of two happenings: too far apart for one, or at two times of the clock."""
    if n.spread:
        return True
    if a.struck is None or b.struck is None:
        return False
    gap = abs(a.struck[1] - b.struck[1])
    return min(gap, 60 - gap) > MINUTES


def _own_days_apart(a: Datum, b: Datum) -> bool:
    """Say whether two measurements are of two days that their sentences themselves name, or one names and the other's report cannot mean."""
    x, y = (Days.on(d.struck[0]) if d.struck else d.claim.as_of for d in (a, b))
    if x is None or y is None or x.meets(y):
        return False
    gap = max((x.earliest - y.latest).days, (y.earliest - x.latest).days)
    return gap >= (1 if x != a.said and y != b.said else RECOUNT)


def sentence_mates(a: Datum, b: Datum) -> bool:
    """Say whether two figures stand in one sentence, as items of a list do: it does not tell one figure twice, unless in full."""
    if a.report != b.report or a.sentence != b.sentence or a.id == b.id:
        return False
    va, vb = a.claim.value, b.claim.value
    again = va is not None and vb is not None and va.best is not None and va.best >= 10 and same(va, vb) and a.nouns == b.nouns
    return not again


def _parts_meet(a: Datum, b: Datum, n: Numbers) -> bool:
    if a.parts and b.parts:
        shared = len(a.parts & b.parts)
        if 2 * shared > len(a.parts | b.parts) or a.parts == b.parts:
            return True
        if n.fits and a.parts & SECURITY and b.parts & SECURITY:
            return True
        short, long = (a, b) if len(a.parts) <= len(b.parts) else (b, a)
        if not short.parts <= long.parts:
            return False
        # "12 international departures", and of international flights "33 departures": the sentence says the rest.
        if long.parts - short.parts <= short.content:
            return True
        # "police officers" and "officers": a part told more or less sharply, if the figures fit.
        return n.fits and len(long.parts) <= 2
    return (a.claim.part or "").casefold() == (b.claim.part or "").casefold()


def _value(va: Value, vb: Value) -> tuple[str, float]:
    if same(va, vb):
        best = va.best
        if best is None:
            return ("same-vague-word", 0.3)
        if best <= 3:
            return ("same-small-number", 0.3)
        if digits(best) > 1 or best >= LARGE:
            return ("same-number", 0.55)
        return ("same-number", 0.4 if best < 10 else 0.45)
    if compatible(va, vb):
        if va.best is None or vb.best is None:
            return ("compatible-vague", 0.2)
        if stretched(va, vb, OPEN):
            return ("compatible-far", 0.1)
        return ("compatible", 0.35 if digits(va.best) + digits(vb.best) > 2 else 0.25)
    x, y = max(nominal(va), EPSILON), max(nominal(vb), EPSILON)
    return ("different", -min(0.3, 0.04 * abs(math.log2(x / y))))


EPSILON = 1e-6

FINED = frozenset({"fine"})
"""Kinds of amounts that are asked for by one and set by another."""


def _nouns(a: Datum, b: Datum) -> tuple[str, float]:
    if not a.nouns or not b.nouns:
        return ("counted", 0.0)
    special_a, special_b = a.nouns - {PERSON}, b.nouns - {PERSON}
    if special_a & special_b:
        return ("same-counted", 0.2)
    for generic, kinds in GENERIC.items():
        if (generic in a.nouns and b.nouns & kinds) or (generic in b.nouns and a.nouns & kinds):
            return ("counted-generic", 0.05)
    if special_a and special_b:
        return ("other-counted", -0.25)
    return ("same-people", 0.12) if a.nouns & b.nouns else ("counted-person", 0.0)


def _part(a: Datum, b: Datum) -> tuple[str, float]:
    """The same part of a whole is a question of its own, whatever the figure."""
    return ("same-part", 0.3) if a.claim.part and b.claim.part else ("part", 0.0)


def _actors(a: Datum, b: Datum, measure: Measure) -> tuple[str, float]:
    """The police and a ministry that each arrest, send or charge people give two counts."""
    if measure.acted and a.actors and b.actors and not a.actors & b.actors:
        return ("other-actor", -0.3)
    return ("actor", 0.0)


def _place(a: Datum, b: Datum, principal: bool, n: Numbers) -> tuple[str, float]:
    match nearness(a.claim.place, b.claim.place):
        case Nearness.SAME:
            return ("same-place", 0.12)
        case Nearness.INSIDE:
            return ("place-inside", 0.08)
        case Nearness.APART:
            if n.fits:
                return ("place-apart", -0.1)
            return ("place-apart", -0.4 if a.placed or b.placed else -0.25)
        case _:
            if a.claim.place is None or b.claim.place is None:
                # A report's main figure without a place is for the place that the story is about.
                return ("place-left-open", 0.1) if principal else ("place", 0.0)
            return ("other-place-name", -0.08 if n.fits else -0.25)


def _named_earlier(a: Datum, b: Datum) -> tuple[str, float]:
    """A report that says what was told before tells it of the figure that it gives: "originally reported two dead"."""
    if a.report != b.report or a.earlier == b.earlier or a.claim.part or b.claim.part or a.claim.measure == "money":
        return ("named-earlier", 0.0)
    return ("named-earlier", 0.45 if nearness(a.claim.place, b.claim.place) in (Nearness.SAME, Nearness.INSIDE) else 0.0)


def _prominence(a: Datum, b: Datum, principal: bool, alone: bool, n: Numbers) -> tuple[str, float]:
    if principal:
        return ("main-figures", 0.3 if n.fits else 0.45)
    if alone and nearness(a.claim.place, b.claim.place) == Nearness.SAME and (n.fits or (a.placed and b.placed)):
        return ("only-figures-there", 0.45)
    if a.lead and b.lead and a.report != b.report:
        return ("both-lead", 0.12)
    return ("prominence", 0.0)
