"""Figures that are set aside: they answer a question, but neither contest it nor widen its answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rujuk.model.measure import Temporality
from rujuk.reconcile.compare import compatible, later, nominal
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.question import Question


def set_lagging_aside(question: Question, temporality: Temporality) -> Question:
    """Set vague words aside that fit no number of their question: "dozens" beside 4,000 tells nothing that the number does not.

    Of a count that grows, an earlier vague word is its first stage and stays.
    """
    numbers = [d for d in question.data if not d.vague]
    if not numbers:
        return question
    grows = temporality == Temporality.CUMULATIVE
    gone = [d for d in question.data if d.vague and not any(_fits(d, e) or (grows and _outgrown(d, e)) for e in numbers)]
    if not gone:
        return question
    ids = {d.id for d in gone}
    return replace(question, data=[d for d in question.data if d.id not in ids], aside=[*question.aside, *gone])


def _fits(a: Datum, b: Datum) -> bool:
    assert a.claim.value is not None
    assert b.claim.value is not None
    return compatible(a.claim.value, b.claim.value)


def _outgrown(a: Datum, b: Datum) -> bool:
    """Say whether a vague word is an earlier and lower stage of a number, not too far below."""
    assert a.claim.value is not None
    assert b.claim.value is not None
    return (
        later(b, a) and nominal(b.claim.value) > nominal(a.claim.value) and compatible(a.claim.value, b.claim.value, lagging=True)
    )


def stray_headlines(data: Sequence[Datum]) -> tuple[list[Datum], list[tuple[Datum, Datum]]]:
    """Tell headline figures that fit no figure of their own body from the others, each with the body's main figure beside it.

    Only a vague word can be contradicted so: another number in the headline may be the sum of the body's, or a later count.
    """
    kept, strays = [], []
    bodies: dict[str, list[Datum]] = defaultdict(list)
    for e in data:
        if e.paragraph >= 0 and not e.claim.increment and not e.claim.background and not e.parts:
            bodies[e.report].append(e)
    for d in data:
        body = bodies.get(d.report)
        if d.paragraph >= 0 or not body or not d.vague or d.parts or any(_within(d, e) for e in body):
            kept.append(d)
        else:
            strays.append((d, min(body, key=lambda e: (-nominal(e.claim.value) if e.claim.value else 0.0, e.rank, e.id))))
    return kept, strays


def _within(headline: Datum, e: Datum) -> bool:
    assert headline.claim.value is not None
    assert e.claim.value is not None
    return compatible(headline.claim.value, e.claim.value)
