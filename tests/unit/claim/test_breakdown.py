"""Items of a breakdown have the measure of their whole and are parts of it."""

from __future__ import annotations

import pytest


def told(claims):
    return [(c.measure, c.value.best, c.part) for c in claims]


def test_items_behind_a_word_of_parting(page) -> None:
    p = page("Pesawat itu membawa 312 jemaah, termasuk 150 laki-laki dan 162 perempuan.", language="id")
    p.number("312", 312).number("150", 150).number("162", 162)
    assert told(p.figures()) == [("aboard", 312, None), ("aboard", 150, "laki-laki"), ("aboard", 162, "perempuan")]
    p = (
        page("Nine people were killed, including three women and one child.")
        .number("Nine", 9)
        .number("three", 3)
        .number("one", 1)
    )
    assert told(p.figures()) == [("killed", 9, None), ("killed", 3, "women"), ("killed", 1, "child")]


def test_the_noun_of_an_item_may_stand_before_its_number(page) -> None:
    p = page("Ada 20 orang yang mengungsi, terdiri dari dewasa 14 orang, perempuan 4 dan dua balita.", language="id")
    p.number("20", 20).number("14", 14).number("4", 4, nth=2).number("dua", 2)
    assert told(p.figures()) == [
        ("displaced", 20, None),
        ("displaced", 14, "dewasa"),
        ("displaced", 4, "perempuan"),
        ("displaced", 2, "balita"),
    ]
    assert [c.evidence.exact for c in p.figures()][1:3] == ["dewasa 14 orang", "perempuan 4"]


def test_what_carries_a_measure_by_itself_is_an_item_too(page) -> None:
    p = page("Polisi menangkap 63 orang, termasuk 40 pengunjuk rasa dan 23 pelajar.", language="id")
    p.number("63", 63).number("40", 40).number("23", 23)
    assert told(p.figures()) == [("detained", 63, None), ("detained", 40, "pengunjuk rasa"), ("detained", 23, "pelajar")]


@pytest.mark.parametrize(("second", "items"), [(3, True), (9, False)])
def test_a_bracket_opens_a_breakdown_that_adds_up(page, second: int, items: bool) -> None:
    p = page(f"Korban tewas 7 orang (4 warga desa, {second} pekerja tambang).", language="id")
    p.number("7", 7).number("4", 4).number(str(second), second)
    assert [c.part for c in p.figures() if c.rule == "breakdown"] == (["warga desa", "pekerja tambang"] if items else [])


def test_another_class_of_thing_is_no_item(page) -> None:
    p = page("Polisi menangkap 6 orang, termasuk menyita 3 motor.", language="id").number("6", 6).number("3", 3)
    assert ("detained", 3) not in [(c.measure, c.value.best) for c in p.figures()]
    p = page("Kebakaran menghanguskan 12 bangunan, terdiri dari 9 rumah dan 3 ruko.", language="id")
    p.number("12", 12).number("9", 9).number("3", 3)
    assert told(p.figures()) == [("buildings", 12, None), ("buildings", 9, "rumah"), ("buildings", 3, "ruko")]


def test_an_item_is_never_larger_than_its_whole(page) -> None:
    p = page("Three people were hurt, among them 40 students.").number("Three", 3).number("40", 40)
    assert ("injured", 40) not in [(c.measure, c.value.best) for c in p.figures()]


def test_a_sentence_opens_on_a_part_of_the_count_before(page) -> None:
    p = page("The storm displaced 4,000 people.", "Of those, 1,200 are in schools.").number("4,000", 4000).number("1,200", 1200)
    assert told(p.figures()) == [("displaced", 4000, None), ("displaced", 1200, "are in schools")]
    p = page("Sebanyak 2.100 warga mengungsi. Dari jumlah tersebut, 1.400 jiwa berada di balai desa.", language="id")
    p.number("2.100", 2100).number("1.400", 1400)
    assert told(p.figures())[1][:2] == ("displaced", 1400)
    assert told(p.figures())[1][2] is not None


def test_one_family_is_no_item(page) -> None:
    p = page("Tiga orang tewas, termasuk satu keluarga.", language="id").number("Tiga", 3).number("satu", 1)
    assert [c.value.best for c in p.figures()] == [3]


def test_a_group_beside_what_the_sentence_before_counts(page) -> None:
    p = (
        page("Kapal itu membawa 312 orang. Sedangkan warga asing berjumlah 7 orang.", language="id")
        .number("312", 312)
        .number("7", 7)
    )
    assert told(p.figures())[1] == ("aboard", 7, "warga asing")
