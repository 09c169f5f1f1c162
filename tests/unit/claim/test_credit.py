"""Whom a figure is credited to."""

from __future__ import annotations


def test_the_source_of_the_content_around_the_number(page) -> None:
    p = page("Mayor Lena Ortiz said four people died.").number("four", 4).quote("four people died", "Lena Ortiz")
    (claim,) = p.figures()
    assert claim.source is not None
    assert (claim.source.name, claim.source.carried, claim.attribution) == ("Lena Ortiz", False, "attribution:0")


def test_the_same_paragraph_goes_on_with_a_source(page) -> None:
    p = page("The mayor said the fire was out. Four people died.", "Nine houses burned.")
    p.number("Four", 4).number("Nine", 9).quote("the fire was out", "Lena Ortiz")
    first, second = p.figures()
    assert first.source is not None
    assert first.source.carried
    assert first.attribution is None
    assert second.source is None


def test_the_outlets_own_voice_is_credited_to_nobody(page) -> None:
    (claim,) = page("Four people died in the fire.").number("Four", 4).figures()
    assert (claim.source, claim.attribution) == (None, None)
