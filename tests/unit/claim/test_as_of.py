"""For which days a figure holds, and increments."""

from __future__ import annotations

from datetime import date

from rujuk.model.marks import QuantityKind


def test_the_day_of_the_count_or_of_publication(page) -> None:
    p = page("Hingga Rabu tercatat 12 orang tewas. Sebanyak 4 orang terluka.", language="id", published="2024-05-03")
    p.number("12", 12).number("Sebanyak 4", 4).day("Rabu", "2024-05-01")
    assert [c.as_of.earliest for c in p.figures()] == [date(2024, 5, 1), date(2024, 5, 3)]


def test_a_day_of_the_event_is_not_the_day_of_the_count(page) -> None:
    p = page("On Monday two men died.", published="2024-05-03").number("two", 2).day("Monday", "2024-04-29")
    (claim,) = p.figures()
    assert claim.as_of.earliest == date(2024, 5, 3)


def test_an_increment_and_a_new_total(page) -> None:
    p = (
        page("Korban tewas bertambah 5 orang. Korban tewas bertambah menjadi 31 orang.", language="id")
        .number("5", 5)
        .number("31", 31)
    )
    assert [c.increment for c in p.figures()] == [True, False]
    (claim,) = page("Rescuers found five more dead.").number("five", 5).figures()
    assert claim.increment


def test_what_was_before_holds_for_its_own_day(page) -> None:
    p = page(
        "Gunung itu sebelumnya meletus dengan kolom abu setinggi 750 meter pada Rabu.", language="id", published="2024-05-09"
    )
    p.number("750 meter", 750, unit="m", kind=QuantityKind.MEASURE).day("Rabu", "2024-05-01")
    assert [c.as_of.earliest for c in p.figures()] == [date(2024, 5, 1)]


def test_an_earlier_clause_does_not_date_the_next(page) -> None:
    p = page("Sebelumnya warga panik pada Rabu, lalu 4 orang tewas.", language="id", published="2024-05-09")
    p.number("4", 4).day("Rabu", "2024-05-01")
    assert [c.as_of.earliest for c in p.figures()] == [date(2024, 5, 9)]
