"""Figures of other events: by days, wording, headings, and standing stocks."""

from __future__ import annotations


def past(page_) -> list[bool]:
    return [c.background for c in page_.figures()]


def test_a_year_in_a_report_whose_day_is_unknown(page) -> None:
    p = page("A quake on Sunday killed 4 people.", "A quake in 2004 killed 900 people.").number("4", 4).number("900", 900)
    p.day("2004", "2004-01-01", "2004-12-31").unresolved("Sunday")
    assert past(p) == [False, True]


def test_a_year_that_is_only_a_running_count(page) -> None:
    p = page("Minggu lalu 4 orang tewas.", "Sebanyak 90 orang tewas sepanjang 2019.", language="id").number("4", 4)
    p.number("Sebanyak 90", 90).day("2019", "2019-01-01", "2019-12-31").unresolved("Minggu lalu")
    assert past(p) == [False, False]


def test_last_year_without_a_calendar(page) -> None:
    p = page("On Monday 3 men died.", "A gunman killed 9 men in Norwick on June 2 last year.").number("3", 3).number("9", 9)
    p.unresolved("Monday").unresolved("June 2 last year")
    assert past(p) == [False, True]


def test_the_nearest_day_decides_in_a_sentence_of_two_events(page) -> None:
    p = page("Monday’s attack on the mill follows one in 2012 that killed 12 people.", published="2019-05-07")
    p.number("12", 12, nth=2)
    p.day("Monday", "2019-05-06").day("2012", "2012-01-01", "2012-12-31")
    assert past(p) == [True]
    p = page("The attack killed 5 people on Monday, two years after a first one in 2012.", published="2019-05-07").number("5", 5)
    p.day("Monday", "2019-05-06").day("2012", "2012-01-01", "2012-12-31")
    assert past(p) == [False]


def test_a_memory_that_a_figure_calls_up_does_not_date_it(page) -> None:
    p = page("A flood injured 40 people, which recalled the flood of 2002.", published="2019-05-07").number("40", 40)
    assert past(p.day("2002", "2002-01-01", "2002-12-31")) == [False]


def test_a_heading_has_the_event_of_the_line_below(page) -> None:
    p = page("A gunman killed 3 men on Monday.", "Norwick mill: 12 killed", "In 2012 a worker killed 12 men.",
             published="2019-05-07")  # fmt: skip
    p.number("3", 3).number("12", 12).number("12", 12, nth=3).day("Monday", "2019-05-06").day("2012", "2012-01-01", "2012-12-31")
    assert past(p) == [False, True, True]


def test_a_record_in_history_is_this_event(page) -> None:
    p = page("Banjir menewaskan 90 orang, terparah dalam sejarah.", language="id").number("90", 90)
    assert past(p) == [False]


def test_a_standing_stock_of_refugees(page) -> None:
    p = page("Saat ini sudah ada 400 pengungsi di Ngalam.", "Sebanyak 30 warga mengungsi.", language="id")
    assert past(p.number("400", 400).number("Sebanyak 30", 30)) == [True, False]


def test_what_came_the_next_day_goes_on_with_the_other_event(page) -> None:
    p = page("A blast killed 9 people in Norwick.", "It was loud.", "On December 21, 2014 a man killed 11 people. The next day a driver killed two people.",
             published="2016-07-15")  # fmt: skip
    p.number("9", 9).number("11", 11).number("two", 2).day("December 21, 2014", "2014-12-21")
    assert [c.background for c in p.figures()] == [False, True, True]


def test_a_day_with_its_year_in_a_report_without_a_day(page) -> None:
    p = page("A quake on Sunday killed 9 people in Norwick.", "It was loud.", "Rescuers came.", "They dug.", "They slept.",
             "The last quake was on October 10, 2002, killing 3 people.")  # fmt: skip
    p.number("9", 9).number("3", 3).unresolved("Sunday").day("October 10, 2002", "2002-10-10")
    assert [c.background for c in p.figures()] == [False, True]
