"""Planned, possible, denied figures, and those of other events."""

from __future__ import annotations

import pytest

from rujuk.model.claim import Polarity
from rujuk.model.marks import QuantityKind


def test_planned_and_feared(page) -> None:
    p = (
        page("Polda akan mengerahkan 400 personel. Dikhawatirkan 30 orang tewas.", language="id")
        .number("400", 400)
        .number("30", 30)
    )
    assert [c.modality for c in p.figures()] == ["planned", "possible"]
    (claim,) = page("The state will deploy 400 officers.").number("400", 400).figures()
    assert claim.modality == "planned"


def test_a_modal_of_another_clause_does_not_reach(page) -> None:
    (claim,) = page("Sekolah akan libur besok, 30 orang tewas.", language="id").number("30", 30).figures()
    assert claim.modality == "asserted"


def test_denial(page) -> None:
    (claim,) = page("Militer membantah menewaskan 30 orang.", language="id").number("30", 30).figures()
    assert claim.polarity == "denied"


def test_an_old_day_makes_another_event_and_the_next_sentence_goes_on(page) -> None:
    p = page(
        "Gempa hari ini melukai 4 orang.",
        "Gempa pada 2009 menewaskan 700 orang. Gempa itu juga melukai 1.200 orang.",
        language="id",
        published="2024-05-03",
    )
    p.number("4", 4).number("700", 700).number("1.200", 1200).day("2009", "2009-01-01", "2009-12-31").day(
        "hari ini", "2024-05-03"
    )
    assert [c.background for c in p.figures()] == [False, True, True]


def test_mentions_of_one_figure_agree(page) -> None:
    p = page(
        "Rebels freed 21 pupils on Monday.",
        "A crowd met them.",
        "The 21 pupils were released three years after 300 girls were abducted in 2019.",
        "The 300 girls abducted came from one town.",
        published="2022-05-03",
    )
    p.number("21", 21).number("21", 21, nth=2).number("300", 300).number("300", 300, nth=2).day(
        "2019", "2019-01-01", "2019-12-31"
    )
    assert [(c.measure, c.background) for c in p.figures()] == [
        ("released", False),
        ("released", False),
        ("hostages", True),
        ("hostages", True),
    ]


def test_a_plan_reaches_through_its_clause(page) -> None:
    p = page("Rencana pengamanan pasar malam di alun-alun kota akan melibatkan ratusan warga dan 400 personel.", language="id")
    assert [c.modality for c in p.number("400", 400).figures()] == ["planned"]
    p = page("Kantor Imigrasi Minta Bupati Siapkan Skenario Evakuasi 60 Warga", language="id").number("60", 60)
    assert [c.modality for c in p.figures()] == ["planned"]
    p = page("Sebanyak 11 orang menyatakan keinginan untuk dievakuasi.", language="id").number("Sebanyak 11", 11)
    assert [c.modality for c in p.figures()] == ["planned"]


def test_what_was_done_is_no_plan(page) -> None:
    p = page("Polda yang akan bertugas malam nanti telah mengerahkan 400 personel.", language="id").number("400", 400)
    assert [c.modality for c in p.figures()] == ["asserted"]


def test_a_death_is_not_planned_from_afar(page) -> None:
    p = page("The mayor will meet with the families of 20 people killed.").number("20", 20)
    assert [c.modality for c in p.figures()] == ["asserted"]


def test_a_demand_before_a_court(page) -> None:
    money = {"unit": "IDR", "kind": QuantityKind.MONEY}
    p = page("Ia dituntut 4 tahun penjara serta denda sebesar Rp 30 juta.", language="id")
    p.number("4", 4).number("Rp 30 juta", 30_000_000, **money)
    assert [c.modality for c in p.figures() if c.measure == "money"] == ["planned"]


def test_a_condition_behind_a_sum_does_not_govern_it(page) -> None:
    money = {"unit": "IDR", "kind": QuantityKind.MONEY}
    p = page("Ia dikenai denda Rp 30 juta, yang apabila tidak dibayar diganti kurungan.", language="id")
    (claim,) = p.number("Rp 30 juta", 30_000_000, **money).figures()
    assert claim.modality == "asserted"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Police said it was not true that 5 people had died."),
        ("id", "Kabar 5 orang tewas itu hoaks."),
        ("id", "Tidak benar bahwa 5 orang tewas."),
    ],
)
def test_a_denial_before_or_behind(page, language: str, text: str) -> None:
    (claim,) = page(text, language=language).number("5", 5).figures()
    assert claim.polarity is Polarity.DENIED


def test_the_whole_of_some_is_not_told_to_share_their_lot(page) -> None:
    p = page("Dari 53 penumpang, 30 orang selamat.", language="id").number("53", 53).number("30", 30)
    assert [(c.measure, c.value.best) for c in p.figures()] == [("aboard", 53), ("rescued", 30)]


def test_more_found_adds_to_the_toll(page) -> None:
    p = (
        page("Lima jenazah lagi ditemukan sehingga korban tewas menjadi 45 orang.", language="id")
        .number("Lima", 5)
        .number("45", 45)
    )
    assert [(c.value.best, c.increment) for c in p.figures()] == [(5, True), (45, False)]


def test_a_rumour_of_a_toll_is_no_toll(page) -> None:
    (claim,) = page("He ruled out the rumour of 5 deaths.").number("5", 5).figures()
    assert claim.polarity == "denied"
