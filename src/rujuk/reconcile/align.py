"""Which figures answer the same question: gather the figures of a story, best pair first, with vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.story import Bilingual
from rujuk.reconcile.aside import stray_headlines
from rujuk.reconcile.compare import compatible, nominal, same, stretched
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.gathering import Questions
from rujuk.reconcile.likeness import PERSON, sentence_mates
from rujuk.reconcile.pairing import Members, Pairing
from rujuk.reconcile.places import Nearness, nearness
from rujuk.reconcile.question import Question


def align(data: Sequence[Datum], *, catalog: Catalog) -> list[Question]:
    """Bring the figures of a story to their questions.

    Figures of one measure are joined best pair first while the score reaches the threshold.  Two groups stay apart where one report
    gives both of two figures that cannot both be right, since a report that gives two figures gives them to two questions, unless it
    credits them to two origins or says that one took the other's place.
    """
    by_measure: dict[str, list[Datum]] = defaultdict(list)
    for d in data:
        if d.claim.measure is not None and d.claim.value is not None:
            by_measure[d.claim.measure].append(d)
    out: list[Question] = []
    for name in sorted(by_measure):
        measure = catalog.get(name) or unknown_measure(name)
        kept, strays = stray_headlines(by_measure[name])
        mains, conversions = _conversions(kept)
        pairs = Pairing(mains, measure, principals(mains), singles(mains))
        questions = _unite(_cluster(pairs, measure), pairs, measure)
        home = {m.id: q for q in reversed(questions) for m in q.data}
        for d, base in conversions:
            if base.id in home:
                home[base.id].conversions.append(d)
        for d, beside in strays:
            if beside.id in home:
                home[beside.id].aside.append(d)
        out += questions
    return out


def _cluster(pairs: Pairing, measure: Measure) -> list[Question]:
    groups = Questions(pairs, lambda a, b: clash(a, b, measure)).run()
    return [Question(data=group) for group in groups]


def unknown_measure(name: str) -> Measure:
    """Make a measure that the catalogue does not know; it never changes."""
    label = Bilingual(id=name, en=name)
    return Measure(name=name, label=label, question=label, unit=None, temporality=Temporality.STATIC, weight=0.3)


SMALL = 3


def _unite(questions: list[Question], pairs: Pairing, measure: Measure) -> list[Question]:
    """Bring questions together that a reader could not tell apart and whose figures fit: of one place, one part, one event."""
    at = {id(d): n for n, d in enumerate(pairs.data)}
    out: list[tuple[Question, Members]] = []
    for q in sorted(questions, key=lambda q: (-len(q.data), min(d.id for d in q.data))):
        mine = pairs.group([at[id(d)] for d in q.data])
        home = next((o for o in out if _one_question(o[0].data, q.data, measure) and not pairs.crossing(o[1], mine)[0]), None)
        if home is None:
            out.append((q, mine))
        else:
            home[0].data += q.data
            home[1].take(mine)
    return [q for q, _ in out]


def _one_question(a: list[Datum], b: list[Datum], measure: Measure) -> bool:
    """Say whether two groups would print the same question, and their figures fit."""
    told = {(d.claim.doubt or "", d.claim.increment, d.claim.background, d.vague) for d in (*a, *b)}
    doubt, increment, _, _ = told.pop()
    if told or doubt or increment:
        return False
    of_b = {d.claim.value for d in b if d.claim.value is not None}
    if not all(compatible(v, w) for v in {d.claim.value for d in a if d.claim.value is not None} for w in of_b):
        return False
    # One here and one there are small numbers by chance, unless the sentences tell the same.
    small = {d.content for d in a if d.claim.value is not None and nominal(d.claim.value) <= SMALL}
    if small and any(len(x & y) < 2 for x in small for y in {d.content for d in b}):
        return False
    of_b_places = {d.claim.place for d in b if d.claim.place is not None}
    for place in {d.claim.place for d in a if d.claim.place is not None}:
        if any(nearness(place, other) in (Nearness.APART, Nearness.UNKNOWN) for other in of_b_places):
            return False
    return not clash(a, b, measure)


def clash(a: Sequence[Datum], b: Sequence[Datum], measure: Measure) -> bool:
    """Say whether one report gives both groups figures that cannot be one question's."""
    theirs: dict[str, list[Datum]] = defaultdict(list)
    reports = {d.report for d in a}
    for e in b:
        if e.report in reports:
            theirs[e.report].append(e)
    return any(_clash(d, e, measure) for d in a for e in theirs.get(d.report, ()))


def _clash(d: Datum, e: Datum, measure: Measure) -> bool:
    """Say whether two figures of one report cannot be one question's."""
    assert d.claim.value is not None
    assert e.claim.value is not None
    if d.previous != e.previous:
        return False
    if d.correction and e.correction and d.sentence == e.sentence and d.parts == e.parts and not d.kinds ^ e.kinds:
        return False  # "revised from 47 to 45"
    if sentence_mates(d, e):
        return True
    if compatible(d.claim.value, e.claim.value) and not stretched(d.claim.value, e.claim.value, STAGES):
        return False
    origins = d.claim.source and e.claim.source and d.claim.source.name != e.claim.source.name
    if origins and measure.temporality == Temporality.STATIC and d.claim.measure != "money":
        return False
    if d.claim.measure != "money" and (d.correction or e.correction):
        return False
    # What happened before is an earlier stage of a count, but another one of several happenings.
    if d.claim.measure != "money" and not measure.happening and d.earlier != e.earlier and _one_kind(d, e):
        return False
    return not (measure.temporality == Temporality.CUMULATIVE and _stages(d, e))


def _one_kind(a: Datum, b: Datum) -> bool:
    """Say whether two figures may count the same kind: "one man", and first "two people"."""
    x, y = a.nouns - {PERSON}, b.nouns - {PERSON}
    return not x or not y or bool(x & y)


STAGES = 1.5
"""How many times the first of two stages of one count, told in one report, the second may be at most."""


def _stages(a: Datum, b: Datum) -> bool:
    """Say whether one report tells two stages of one count: of one place, grown, or each on another's word and not far apart."""
    if nearness(a.claim.place, b.claim.place) == Nearness.APART or a.parts or b.parts:
        return False
    if (a.nouns and b.nouns and a.nouns != b.nouns) or a.spans != b.spans:
        return False
    assert a.claim.value is not None
    assert b.claim.value is not None
    low, high = sorted((a, b), key=lambda d: nominal(d.claim.value) if d.claim.value else 0.0)
    if high.growth or low.earlier:
        return True
    names = {d.claim.source.name if d.claim.source else "" for d in (a, b)}
    x, y = nominal(a.claim.value), nominal(b.claim.value)
    return (low.growth or len(names) == 2) and min(x, y) >= 10 and max(x, y) <= STAGES * min(x, y)


def principals(data: list[Datum]) -> frozenset[str]:
    """Name the claims that are their report's main figure: the first of the story's own event, and its repetitions.

    A part has a main figure of its own where it stands in the headline or the lead.
    """
    first: dict[tuple[str, frozenset[str]], Datum] = {}
    plain = [d for d in data if not (d.claim.background or d.claim.increment or d.claim.doubt) and (not d.claim.part or d.lead)]
    for d in sorted(plain, key=lambda d: (d.report, d.rank, d.id)):
        first.setdefault((d.report, d.parts), d)
    out: set[str] = set()
    for d in plain:
        main = first[(d.report, d.parts)]
        assert main.claim.value is not None
        assert d.claim.value is not None
        if d is main or (same(main.claim.value, d.claim.value) and (not main.nouns or not d.nouns or main.nouns & d.nouns)):
            out.add(d.id)
    return frozenset(out)


def singles(data: list[Datum]) -> frozenset[str]:
    """Name the claims whose report gives no other number for their measure, part, event and place."""
    groups: dict[tuple[str, frozenset[str], bool, str], list[Datum]] = defaultdict(list)
    for d in data:
        if d.claim.place is not None and not d.claim.increment and not d.claim.doubt:
            place = d.claim.place.id or d.claim.place.name.casefold()
            groups[(d.report, d.parts, d.claim.background, place)].append(d)
    out: set[str] = set()
    for group in groups.values():
        values = [d.claim.value for d in group if d.claim.value is not None]
        if all(compatible(values[0], v) for v in values):
            out.update(d.id for d in group)
    return frozenset(out)


def _conversions(data: list[Datum]) -> tuple[list[Datum], list[tuple[Datum, Datum]]]:
    """Tell amounts from their conversions: another currency right behind an amount in the same sentence, in brackets or nearly so."""
    mains: list[Datum] = []
    of_report: dict[str, list[Datum]] = defaultdict(list)
    found: list[tuple[Datum, Datum]] = []
    for d in data:
        base = next((m for m in reversed(of_report[d.report]) if _converts(m, d)), None)
        if base is None:
            mains.append(d)
            of_report[d.report].append(d)
        else:
            found.append((d, base))
    return mains, found


def _converts(base: Datum, d: Datum) -> bool:
    """Say whether an amount is another one in other money; what is added to it is a sum's second part."""
    if base.report != d.report or base.sentence != d.sentence or base.claim.value is None or d.claim.value is None:
        return False
    units = (base.claim.value.unit, d.claim.value.unit)
    gap = d.claim.evidence.start - base.claim.evidence.start
    if base.claim.measure != "money" or units[1] is None or units[0] == units[1] or len(units[1]) != 3 or not 0 <= gap <= 60:
        return False
    at = d.sentence.find(base.claim.evidence.exact)
    between = d.sentence[at : d.sentence.find(d.claim.evidence.exact, at + 1)] if at >= 0 else ""
    return "(" in between or not d.joined


def wholes(questions: Sequence[Question]) -> Mapping[int, int]:
    """For each question of a part, give the index of the question of its whole: same measure, not a part, most reports in common."""
    out: dict[int, int] = {}
    reports = [{d.report for d in q.data} for q in questions]
    candidates: dict[tuple[str | None, bool], list[int]] = defaultdict(list)
    for j, w in enumerate(questions):
        if not w.data[0].claim.part:
            candidates[w.data[0].claim.measure, w.data[0].claim.background].append(j)
    for i, q in enumerate(questions):
        if not q.data[0].claim.part:
            continue
        best: tuple[int, int, int] | None = None
        for j in candidates[q.data[0].claim.measure, q.data[0].claim.background]:
            shared = len(reports[i] & reports[j])
            rank = (-shared, -len(reports[j]), j)
            if shared and (best is None or rank < best):
                best = rank
        if best is not None:
            out[i] = best[2]
    return out
