"""One utterance in two languages: told apart from two utterances with care."""

from __future__ import annotations

import pytest

import dossiers
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Quantity
from rujuk.model.span import Span
from rujuk.tell.quotes import quotes_board
from rujuk.tell.translated import one_utterance, sense_of


def _said(language: str, text: str, *numbers: tuple[str, float]) -> MarkedReport:
    desk = dossiers.Desk(f"Media {language} {text[:9]}", language, dossiers.on(1), "Judul", text)
    for words, value in numbers:
        at = text.index(words)
        desk.quantities.append(Quantity(span=Span(start=at, end=at + len(words), exact=words), low=value, best=value, high=value))
    desk.says("Sari Wulan", text, kind="indirect")
    return desk.done()


SAME = (
    _said("id", "sedikitnya 12 orang tewas dalam kebakaran itu", ("12", 12)),
    _said("en", "at least 12 people were killed in the fire", ("12", 12)),
)
OTHERS = [
    _said("en", "at least 14 people were killed in the fire", ("14", 14)),
    _said("en", "nobody was killed in the fire, not 12 people", ("12", 12)),
    _said("en", "the road to the harbour will open on Monday"),
]


def _one(a: MarkedReport, b: MarkedReport) -> bool:
    x, y = sense_of(a, a.attributions[0]), sense_of(b, b.attributions[0])
    assert x is not None
    assert y is not None
    return one_utterance(x, y) and one_utterance(y, x)


def test_the_same_numbers_and_concepts_are_one_utterance() -> None:
    assert _one(*SAME)


@pytest.mark.parametrize("other", OTHERS)
def test_other_numbers_denials_and_matters_are_not(other: MarkedReport) -> None:
    assert not _one(SAME[0], other)


def test_the_board_shows_both_wordings_under_one() -> None:
    for order in (SAME, SAME[::-1]):
        (speaker,) = quotes_board(order).speakers
        (quote,) = speaker.quotes
        assert [q.language for q in quote.others] == [{"id": "en", "en": "id"}[quote.language]]
        assert len(quote.reports) == 2
    apart = quotes_board((SAME[0], OTHERS[0]))
    assert len(apart.speakers[0].quotes) == 2


def test_a_language_without_a_pack_is_left_alone() -> None:
    other = _said("xx", "zwölf Tote 12", ("12", 12))
    assert sense_of(other, other.attributions[0]) is None
    assert len(quotes_board((*SAME, other)).speakers[0].quotes) == 2
