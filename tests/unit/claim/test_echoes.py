"""A number that says again what another sentence tells is a figure of the same measure."""

from __future__ import annotations


def told(claims):
    return [(c.measure, c.value.best, c.part) for c in claims]


def test_a_large_number_is_of_the_same_people(page) -> None:
    p = page("Kapal itu mengangkut 312 jemaah.", "Kondisi 312 orang itu sehat.", language="id", title="312 Jemaah Tiba Sore Ini")
    p.number("312", 312).number("312", 312, nth=2).number("312", 312, title=True)
    assert told(p.figures()) == [("aboard", 312, None)] * 3


def test_small_numbers_need_the_same_noun(page) -> None:
    p = page("Bandits abducted six pupils.", "Six farmers came to the school. The six pupils were calm.")
    p.number("six", 6).number("Six", 6).number("six", 6, nth=2)
    assert [c.evidence.exact for c in p.figures()] == ["abducted six pupils", "six pupils"]


def test_what_is_only_planned_is_not_repeated(page) -> None:
    p = page("Pemerintah akan mengevakuasi 386 warga.", "Di sana terdapat 386 warga.", language="id")
    p.number("386", 386).number("386", 386, nth=2)
    assert [c.value.best for c in p.figures()] == [386]


def test_a_number_of_two_measures_is_not_repeated(page) -> None:
    p = page("The blast killed 60 people and hurt 60 people.", "The 60 people came by bus.")
    p.number("60", 60).number("60", 60, nth=2).number("60", 60, nth=3)
    assert "echo" not in [c.rule for c in p.figures()]


def test_two_groups_that_make_up_a_figure(page) -> None:
    p = page(
        "Jemaah sehat dengan jumlah 150 dari laki-laki dan 162 dari perempuan.", "Kapal itu mengangkut 312 jemaah.", language="id"
    )
    p.number("150", 150).number("162", 162).number("312", 312)
    assert told(p.figures()) == [("aboard", 150, "laki-laki"), ("aboard", 162, "perempuan"), ("aboard", 312, None)]
    p = page(
        "Jemaah sehat dengan jumlah 150 dari laki-laki dan 100 dari perempuan.", "Kapal itu mengangkut 312 jemaah.", language="id"
    )
    p.number("150", 150).number("100", 100).number("312", 312)
    assert told(p.figures()) == [("aboard", 312, None)]
