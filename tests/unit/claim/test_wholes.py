"""What is told of a whole, of its part, of one that an act brought into a state; addresses, nationals abroad, miscounts."""

from __future__ import annotations

import pytest

from rujuk.model.claim import Modality
from rujuk.model.marks import Mod


def told(page, text: str, *numbers: tuple[str, float], language: str = "en") -> list[tuple[str, float | None]]:
    p = page(*text.split("|"), language=language)
    for words, value in numbers:
        p.number(words, value)
    return [(c.measure, c.value.best) for c in p.figures()]


@pytest.mark.parametrize(
    ("text", "number", "measure"),
    [
        ("Police shot one man dead.", ("one", 1), "killed"),
        ("Crews pulled 14 people alive from the rubble.", ("14", 14), "rescued"),
        ("Officers took four men into custody.", ("four", 4), "detained"),
        ("All 90 people aboard survived.", ("90", 90), "rescued"),
        ("A farmer lost two sons.", ("two", 2), "killed"),
    ],
)
def test_a_result_outweighs_the_act(page, text: str, number: tuple[str, float], measure: str) -> None:
    assert told(page, text, number) == [(measure, number[1])]


def test_what_is_told_of_a_part_is_not_told_of_its_whole(page) -> None:
    found = told(page, "Seven of the eight crew members survived.", ("Seven", 7), ("eight", 8))
    assert found == [("rescued", 7), ("aboard", 8)]
    text = "Dari lima orang yang berada di lokasi, tiga selamat."
    assert told(page, text, ("lima", 5), ("tiga", 3), language="id") == [("rescued", 3)]


def test_the_commas_of_an_address_end_no_clause(page) -> None:
    text = "Tujuh rumah di Jalan Melati, Kelurahan Suka, Ngalam, Jawa Barat, hangus terbakar."
    assert told(page, text, ("Tujuh", 7), language="id") == [("buildings", 7)]
    assert told(page, "Two leaders of the sect in Lund, B.C., have been arrested.", ("Two", 2)) == [("detained", 2)]


def test_an_age_is_no_toll(page) -> None:
    assert told(page, "The boss dies in prison at 77.", ("77", 77)) == []
    assert told(page, "Ann Lee, 67 of Lund, was arrested.", ("67", 67)) == []


def test_a_number_that_names_is_no_count(page) -> None:
    assert told(page, "Mereka memaksa kemenangan 02.", ("02", 2), language="id") == []
    assert told(page, "That van was the same one seized on Friday.", ("one", 1)) == []
    assert told(page, "Ada 39 merek mobil penumpang di pameran.", ("39", 39), language="id") == []


def test_those_counted_wrongly_are_no_figure(page) -> None:
    assert told(page, "Two bodies had been counted twice.", ("Two", 2)) == []


def test_a_toll_that_could_exceed_a_number_is_possible_and_more(page) -> None:
    (claim,) = page("The toll could exceed 100.").number("100", 100).figures()
    assert (claim.modality, claim.value.mod) == (Modality.POSSIBLE, Mod.MORE_THAN)


def test_nationals_abroad_are_affected_where_some_are_evacuated(page) -> None:
    text = "The navy evacuated 40 tourists.|There are 580 Danes in Norwick."
    assert told(page, text, ("40", 40), ("580", 580)) == [("evacuated", 40), ("affected", 580)]
    assert told(page, "There are 580 Danes in Norwick.", ("580", 580)) == []


def test_a_second_object_shares_the_verb(page) -> None:
    found = told(page, "The army has lost seven soldiers and four civilians.", ("seven", 7), ("four", 4))
    assert found == [("killed", 7), ("killed", 4)]


def test_a_classifier_counts_what_stands_before_it(page) -> None:
    assert told(page, "Jumlah rumah rusak mencapai 314 unit.", ("mencapai 314", 314), language="id") == [("buildings", 314)]
