"""Which figures answer the same question: gather the figures of a story, best pair first, with vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.story import Bilingual
from rujuk.reconcile.aside import stray_headlines
from rujuk.reconcile.compare import compatible, nominal, same, stretched
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.likeness import THRESHOLD, likeness, sentence_mates
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
        questions = _unite(_cluster(mains, measure), measure)
        _attach(questions, conversions)
        for d, beside in strays:
            home = next((q for q in questions if any(m.id == beside.id for m in q.data)), None)
            if home is not None:
                home.aside.append(d)
        out += questions
    return out


def _cluster(data: list[Datum], measure: Measure) -> list[Question]:
    groups: dict[int, list[int]] = {i: [i] for i in range(len(data))}
    home = list(range(len(data)))
    principal = principals(data)
    single = singles(data)
    signs: dict[int, list[str]] = {i: [] for i in groups}
    pairs = []
    vetoed = set()
    sure = set()
    for i, a in enumerate(data):
        for j in range(i + 1, len(data)):
            b = data[j]
            both = a.id in principal and b.id in principal and a.report != b.report
            alone = a.report != b.report and a.id in single and b.id in single
            found = likeness(a, b, measure, principal=both, alone=alone)
            if found.score < 0 and found.signs and found.signs[0][1] == -1.0:
                vetoed.add((i, j))
                if found.signs[0][0] in SURE and nearness(a.claim.place, b.claim.place) != Nearness.UNKNOWN:
                    sure.add((i, j))
            elif found.score >= THRESHOLD:
                pairs.append((-found.score, i, j, "+".join(s for s, _ in found.signs)))
    for _, i, j, sign in sorted(pairs):
        x, y = home[i], home[j]
        if x == y:
            continue
        crossing = [(min(p, q), max(p, q)) for p in groups[x] for q in groups[y]]
        if sum(c in vetoed for c in crossing) * 2 > len(crossing):
            continue
        # Figures that fit none of a group come to it only where none of it keeps them apart for sure.
        if any(c in sure for c in crossing) and not any(_fit(data[p], data[q]) for p, q in crossing):
            continue
        if clash([data[n] for n in groups[x]], [data[n] for n in groups[y]], measure):
            continue
        keep, gone = min(x, y), max(x, y)
        groups[keep] += groups.pop(gone)
        signs[keep] += [*signs.pop(gone), sign]
        for n in groups[keep]:
            home[n] = keep
    return [Question(data=[data[n] for n in groups[k]], joined=signs[k]) for k in sorted(groups)]


SURE = frozenset({"place", "kind", "another-time", "another-happening", "span", "background"})
"""Vetoes that keep a figure from a group that it fits nowhere; what is counted, and parts, are told too loosely for that."""


def _fit(a: Datum, b: Datum) -> bool:
    assert a.claim.value is not None
    assert b.claim.value is not None
    return compatible(a.claim.value, b.claim.value)


def unknown_measure(name: str) -> Measure:
    """Make a measure that the catalogue does not know; it never changes."""
    label = Bilingual(id=name, en=name)
    return Measure(name=name, label=label, question=label, unit=None, temporality=Temporality.STATIC, weight=0.3)


SMALL = 3


def _unite(questions: list[Question], measure: Measure) -> list[Question]:
    """Bring questions together that a reader could not tell apart and whose figures fit: of one place, one part, one event."""
    out: list[Question] = []
    for q in sorted(questions, key=lambda q: (-len(q.data), min(d.id for d in q.data))):
        home = next((o for o in out if _one_question(o.data, q.data, measure)), None)
        if home is None:
            out.append(q)
        else:
            home.data += q.data
            home.joined += [*q.joined, "one-question"]
    return out


def _one_question(a: list[Datum], b: list[Datum], measure: Measure) -> bool:
    """Say whether two groups would print the same question, and every pair of their figures fits without a veto."""
    for d in a:
        for e in b:
            if (
                d.claim.doubt
                or e.claim.doubt
                or d.claim.increment
                or e.claim.increment
                or d.claim.background != e.claim.background
            ):
                return False
            assert d.claim.value is not None
            assert e.claim.value is not None
            if not compatible(d.claim.value, e.claim.value) or d.vague != e.vague:
                return False
            # One here and one there are small numbers by chance, unless the sentences tell the same.
            if nominal(d.claim.value) <= SMALL and len(d.content & e.content) < 2:
                return False
            near = nearness(d.claim.place, e.claim.place)
            if near in (Nearness.APART, Nearness.UNKNOWN) and d.claim.place is not None and e.claim.place is not None:
                return False
            found = likeness(d, e, measure, principal=False)
            if found.signs and found.signs[0][1] == -1.0:
                return False
    return not clash(a, b, measure)


def clash(a: list[Datum], b: list[Datum], measure: Measure) -> bool:
    """Say whether one report gives both groups figures that cannot be one question's."""
    for d in a:
        for e in b:
            if d.report != e.report:
                continue
            assert d.claim.value is not None
            assert e.claim.value is not None
            if d.previous != e.previous:
                continue
            if d.correction and e.correction and d.sentence == e.sentence and d.parts == e.parts and not d.kinds ^ e.kinds:
                continue  # "revised from 47 to 45"
            if sentence_mates(d, e):
                return True
            if compatible(d.claim.value, e.claim.value) and not stretched(d.claim.value, e.claim.value, STAGES):
                continue
            origins = d.claim.source and e.claim.source and d.claim.source.name != e.claim.source.name
            if origins and measure.temporality == Temporality.STATIC and d.claim.measure != "money":
                continue
            if d.claim.measure != "money" and (d.correction or e.correction):
                continue
            # What happened before is an earlier stage of a count, but another one of several happenings.
            if d.claim.measure != "money" and not measure.happening and d.earlier != e.earlier and d.nouns == e.nouns:
                continue
            if measure.temporality == Temporality.CUMULATIVE and _stages(d, e):
                continue
            return True
    return False


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
    found: list[tuple[Datum, Datum]] = []
    for d in data:
        base = next((m for m in reversed(mains) if _converts(m, d)), None)
        if base is None:
            mains.append(d)
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


def _attach(questions: list[Question], conversions: list[tuple[Datum, Datum]]) -> None:
    for d, base in conversions:
        for q in questions:
            if any(m.id == base.id for m in q.data):
                q.conversions.append(d)
                break


def wholes(questions: Sequence[Question]) -> Mapping[int, int]:
    """For each question of a part, give the index of the question of its whole: same measure, not a part, most reports in common."""
    out: dict[int, int] = {}
    for i, q in enumerate(questions):
        if not q.data[0].claim.part:
            continue
        best: tuple[int, int, int] | None = None
        for j, w in enumerate(questions):
            if w.data[0].claim.part or w.data[0].claim.measure != q.data[0].claim.measure:
                continue
            if w.data[0].claim.background != q.data[0].claim.background:
                continue
            shared = len({d.report for d in q.data} & {d.report for d in w.data})
            rank = (-shared, -len({d.report for d in w.data}), j)
            if shared and (best is None or rank < best):
                best = rank
        if best is not None:
            out[i] = best[2]
    return out
