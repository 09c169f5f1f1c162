"""A finding in words: its question, its summary, and the steps that led to its verdict."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from rujuk.model.claim import Modality, Value
from rujuk.model.marks import SourceKind
from rujuk.model.measure import Measure
from rujuk.model.story import Bilingual, Estimate, Origin, Reason, Status
from rujuk.reconcile.compare import moment_key, nominal
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.origins import Traced
from rujuk.reconcile.question import Question
from rujuk.reconcile.verdict import Decision
from rujuk.reconcile.wording import both, figure, found, listing, say, spread, template, when


def label_of(measure: Measure | None, name: str) -> Bilingual:
    """Give the measure's label, or its bare name where the catalogue lacks it."""
    return measure.label if measure else Bilingual(id=name, en=name)


def kind_of(data: Sequence[Datum]) -> str | None:
    """Give what most of the amounts are, "fine" or "ash"; None where no words say, and of how badly where not most do."""
    count = Counter(k for d in data for k in d.kinds)
    if any(d.graded for d in data) and 2 * sum(d.graded for d in data) <= len(data):
        return None
    return min(count, key=lambda k: (-count[k], k)) if count else None


def make_question(
    measure: Measure | None,
    name: str,
    part: str | None,
    place: Bilingual | None,
    kind: str | None = None,
    *,
    background: bool = False,
) -> Bilingual:
    """Write the question that a finding answers, by what the amount is where its words say."""

    def one(language: str) -> str:
        where = template(language, "place").format(place=getattr(place, language)) if place else ""
        text: str
        if kind and found(language, "kind_question", name, kind):
            text = template(language, "kind_question", name, kind).format(
                where=where, place=getattr(place, language) if place else "?"
            )
        elif found(language, "measure_question", name):
            text = template(language, "measure_question", name).format(where=where)
        elif measure is not None and place is None:
            text = _unplaced(getattr(measure.question, language), language)
        elif measure is not None and place is not None:
            where = getattr(place, language)
            text = getattr(measure.question, language).replace("{place}", where)
        else:
            text = template(language, "question").format(label=name)
        if part:
            text = template(language, "question_part").format(question=text.removesuffix("?"), part=part)
        return template(language, "question_background").format(question=text.removesuffix("?")) if background else text

    return both(one)


def make_summary(
    measure: Measure | None,
    name: str,
    part: str | None,
    place: Bilingual | None,
    background: bool,
    data: Sequence[Datum],
    decision: Decision,
    estimate: Estimate,
    traced: Traced,
) -> Bilingual:
    """Write the line that an editor reads: what, where, how many, as of when, how it moved, on how many words."""
    label = label_of(measure, name)
    kind = kind_of(data)
    chosen = _printed(data, estimate)
    before = _before(data, decision)
    planned = all(d.claim.modality == Modality.PLANNED for d in data)

    def one(language: str) -> str:
        head = getattr(label, language)
        if kind and found(language, "kind_label", name, kind):
            head = template(language, "kind_label", name, kind)
        text = chosen(language)
        if decision.status == Status.CONTESTED:
            text = spread(estimate.low, estimate.high, language)
        if all(d.claim.increment for d in data):
            text = template(language, "more").format(figure=text)
        line = template(language, "headline").format(
            label=head,
            place=_after_place(place, part, background, language) + (_planned(language) if planned else ""),
            figure=text,
            when=when(estimate.as_of, language),
        )
        if before is not None and before.claim.value is not None:
            key = _direction(before.claim.value, estimate)
            line += template(language, key).format(figure=figure(before.claim.value, language), when=when(before.as_of, language))
        if decision.status == Status.CONTESTED:
            line += _sides(data, traced.origins, language)
        return f"{line}; {_on_whose_word(data, decision, traced, language)}."

    return both(one)


def _after_place(place: Bilingual | None, part: str | None, background: bool, language: str) -> str:
    text = template(language, "place").format(place=getattr(place, language)) if place else ""
    if part:
        text += template(language, "part").format(part=part)
    return text + (template(language, "background") if background else "")


def _planned(language: str) -> str:
    return template(language, "part").format(part=template(language, "note", "planned"))


def _unplaced(question: str, language: str) -> str:
    """Take the place out of a catalogue's question, with the preposition before it."""
    bare = re.sub(rf"\s(?:{template(language, 'prepositions')})\s\{{place\}}", "", question)
    return bare.replace("{place}", template(language, "nowhere"))


def _printed(data: Sequence[Datum], estimate: Estimate):  # type: ignore[no-untyped-def]
    def write(language: str) -> str:
        for d in data:
            value = d.claim.value
            if value is not None and value.best is not None and value.best == estimate.best and value.low == estimate.low:
                return figure(value, language)
        for d in data:
            if d.claim.value is not None and d.claim.value.best == estimate.best and estimate.best is not None:
                return figure(d.claim.value, language)
        return figure(Value(low=estimate.low, best=estimate.best, high=estimate.high, unit=estimate.unit), language)

    return write


def _before(data: Sequence[Datum], decision: Decision) -> Datum | None:
    """Give the first figure that the printed one took the place of."""
    if decision.status not in (Status.UPDATED, Status.REVISED):
        return None
    stands = {d.id for d in decision.latest}
    old = [d for d in sorted(data, key=moment_key) if d.id not in stands and d.id in decision.claims]
    return old[0] if old else None


def _direction(old: Value, estimate: Estimate) -> str:
    new = estimate.best if estimate.best is not None else ((estimate.low or 0.0) + (estimate.high or 0.0)) / 2
    if new > nominal(old):
        return "from_before"
    return "down_before" if new < nominal(old) else "changed_before"


def _sides(data: Sequence[Datum], origins: Sequence[Origin], language: str) -> str:
    """List who says what, one figure an origin."""
    items = []
    by_id = {d.id: d for d in data}
    for o in origins[:4]:
        mine = [by_id[c] for c in o.claims if c in by_id]
        if mine and mine[-1].claim.value is not None:
            value = max(mine, key=moment_key).claim.value
            assert value is not None
            items.append(template(language, "contested_item").format(figure=figure(value, language), name=o.name))
    return template(language, "contested").format(list=", ".join(items)) if len(items) > 1 else ""


def _on_whose_word(data: Sequence[Datum], decision: Decision, traced: Traced, language: str) -> str:
    origins = traced.origins
    if decision.status == Status.SINGLE_REPORT:
        if data[0].outlet_missing:
            return template(language, "origins", "single-report-unnamed")
        return template(language, "origins", "single-report").format(name=data[0].outlet)
    if len(origins) == 1:
        return template(language, "origins", "one").format(name=origins[0].name)
    key = "outlets" if traced.uncredited else "many"
    return template(language, "origins", key).format(n=len(origins))


def make_reasons(question: Question, traced: Traced, decision: Decision, estimate: Estimate) -> tuple[Reason, ...]:
    """Write the steps: what was brought together, what goes back to whom, which rule decided, what is printed."""
    data = question.data
    by_id = {d.id: d for d in question.everything}
    out: list[Reason] = []
    doubt = data[0].claim.doubt
    if doubt:
        out.append(Reason(code="alone", detail=say("step", "alone", doubt=doubt), claims=(data[0].id,)))
    elif len(data) > 1:
        out.append(Reason(code="same-question", detail=say("step", "same-question", n=len(data)), claims=_ids(data)))
    if question.conversions:
        ids = _ids(question.conversions)
        out.append(Reason(code="conversion", detail=say("step", "conversion", n=len(ids)), claims=ids))
    if question.aside:
        ids = _ids(question.aside)
        out.append(Reason(code="set-aside", detail=say("step", "set-aside", n=len(ids)), claims=ids))
    steps: dict[str, list[str]] = defaultdict(list)
    for claim, step in traced.steps.items():
        steps[step].append(claim)
    home = {c: o.name for o in traced.origins for c in o.claims}
    for step in (
        "same-report",
        "sentence",
        "copied",
        "between",
        "account",
        "measured",
        "deed",
        "behind-officials",
        "same-house",
        "outlet",
    ):
        ids = tuple(sorted(steps.get(step, ())))
        if ids:
            names = sorted({home[c] for c in ids if c in home})

            def joined(language: str, names: list[str] = names) -> str:
                return listing(names, language)

            out.append(Reason(code=f"origin-{step}", detail=say("step", step, n=len(ids), name=joined, names=joined), claims=ids))
    for o in traced.origins:
        if o.merged:
            names = [o.name, *o.merged]
            out.append(
                Reason(code="merged", detail=say("step", "merged", names="; ".join(names)), claims=tuple(sorted(o.claims)))
            )
    unnamed = [o for o in traced.origins if _unnamed(o, by_id)]
    if unnamed and len(traced.origins) > 1:
        sure = max(1, len(traced.origins) - len(unnamed))
        nameless = "; ".join(o.name for o in unnamed)
        ids = tuple(sorted(c for o in unnamed for c in o.claims))
        out.append(
            Reason(code="origin-unnamed", detail=say("step", "unnamed", n=len(unnamed), names=nameless, sure=sure), claims=ids)
        )
    out.append(_rule(decision, by_id, traced.origins))
    if decision.status == Status.AGREED and traced.uncredited:
        out.append(Reason(code="uncredited", detail=say("step", "uncredited"), claims=_ids(data)))
    printed = _printed(data, estimate)
    if decision.status == Status.CONTESTED:

        def printed(language: str) -> str:
            return spread(estimate.low, estimate.high, language)

    out.append(
        Reason(
            code=f"estimate-{estimate.rule}",
            detail=say("step", f"estimate-{estimate.rule}", figure=printed),
            claims=decision.claims,
        )
    )
    return tuple(out)


def _unnamed(origin: Origin, by_id: Mapping[str, Datum]) -> bool:
    """Say whether an origin has no name of its own: "a source", or a report without an outlet."""
    own = any(by_id[c].outlet_missing and by_id[c].outlet == origin.name for c in origin.claims if c in by_id)
    return origin.kind == SourceKind.ANONYMOUS or own


def _rule(decision: Decision, by_id: dict[str, Datum], origins: Sequence[Origin]) -> Reason:
    used = [by_id[c] for c in decision.claims if c in by_id]
    first, last = used[0], used[-1]
    home = {c: o.name for o in origins for c in o.claims}
    names = [o.name for o in origins]
    empty = Value(low=None, best=None, high=None)
    return Reason(
        code=f"rule-{decision.code}",
        detail=say(
            "rule",
            decision.code,
            outlet=first.outlet,
            first=home.get(last.id, last.outlet),
            second=home.get(first.id, first.outlet),
            old=lambda language: figure(first.claim.value or empty, language),
            new=lambda language: figure(last.claim.value or empty, language),
            old_when=lambda language: when(first.as_of, language),
            new_when=lambda language: when(last.as_of, language),
            reports=len({d.report for d in by_id.values()}),
            origins=len(origins),
            name=names[0] if names else "",
            names=lambda language: listing(names, language),
        ),
        claims=decision.claims,
    )


def _ids(data: Sequence[Datum]) -> tuple[str, ...]:
    return tuple(sorted(d.id for d in data))
