"""The axis of days: even, and cut where nothing is for long."""

from __future__ import annotations

from datetime import date

import pytest

import dossiers
from rujuk.model.span import Days
from rujuk.tell.day_axis import DayAxis


def test_days_in_a_row_are_even() -> None:
    axis = DayAxis.over([dossiers.on(1), dossiers.on(2), dossiers.on(4)], 0, 400)
    first = date(2031, 6, 1).toordinal()
    assert [axis.at(first + n) for n in range(5)] == [0, 100, 200, 300, 400]
    assert axis.breaks == ()
    assert axis.at(first - 10) == 0
    assert axis.at(first + 99) == 400


def test_a_long_stretch_without_a_figure_is_cut() -> None:
    axis = DayAxis.over([dossiers.on(1), dossiers.on(2), dossiers.on(25)], 0, 400)
    first = date(2031, 6, 1).toordinal()
    assert len(axis.breaks) == 1
    assert axis.at(first + 1) - axis.at(first) > 80, "a day keeps room of its own"
    assert axis.at(first + 25) == 400
    assert axis.at(first + 2) < axis.breaks[0] < axis.at(first + 24)
    places = [axis.at(first + n / 2) for n in range(51)]
    assert places == sorted(places)


def test_overlapping_intervals_and_a_single_day() -> None:
    axis = DayAxis.over([dossiers.on(1, 9), dossiers.on(3)], 10, 110)
    assert axis.at(date(2031, 6, 1).toordinal()) == 10
    single = DayAxis.over([Days.on(date(2031, 6, 1))], 10, 110)
    assert single.at(date(2031, 6, 1).toordinal() + 0.5) == pytest.approx(60)
