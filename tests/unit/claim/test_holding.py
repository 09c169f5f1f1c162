"""The sentence that holds a span is found by where sentences begin."""

from __future__ import annotations

from rujuk.claim.holding import Holding
from rujuk.model.marks import Sentence
from rujuk.model.span import Span, Where


def sentence(start: int, end: int, where: Where = Where.TEXT) -> Sentence:
    return Sentence(span=span(start, end, where), paragraph=0)


def span(start: int, end: int, where: Where = Where.TEXT) -> Span:
    return Span(start=start, end=end, exact="x" * (end - start), where=where)


def test_a_span_is_held_by_the_sentence_around_it() -> None:
    title, first, second = sentence(0, 9, Where.TITLE), sentence(2, 10), sentence(12, 20)
    holding = Holding([title, first, second])
    assert holding.of(span(2, 10)) is first
    assert holding.of(span(15, 16)) is second
    assert holding.of(span(0, 4, Where.TITLE)) is title
    assert holding.of(span(8, 13)) is None
    assert holding.of(span(0, 1)) is None
    assert Holding([]).of(span(0, 1)) is None
