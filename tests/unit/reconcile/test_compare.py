"""What a hedge allows, and which of two figures is later."""

from __future__ import annotations

from datetime import datetime

import pytest
from newsroom import day, make_report, said

from rujuk.model.claim import ClaimKind, Value
from rujuk.model.marks import Mod
from rujuk.reconcile.compare import compatible, digits, grain, interval, later
from rujuk.reconcile.datum import gather


def number(best: float, mod: Mod = Mod.EQUAL) -> Value:
    return Value(low=None, best=best, high=None, mod=mod)


def words(low: float, high: float) -> Value:
    return Value(low=low, best=None, high=high)


@pytest.mark.parametrize(("value", "step"), [(1200, 100), (89, 1), (6.4, 0.1), (20000, 10000), (0, 1), (110, 10)])
def test_the_step_a_number_is_rounded_to(value: float, step: float) -> None:
    assert grain(value) == pytest.approx(step)


@pytest.mark.parametrize(("value", "count"), [(276, 3), (20000, 1), (6.4, 2), (5, 1), (328724, 6)])
def test_significant_digits(value: float, count: int) -> None:
    assert digits(value) == count


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (number(10000, Mod.LESS_THAN), number(9800), True),
        (number(6, Mod.EQUAL_OR_MORE), number(8), True),
        (number(4000, Mod.APPROX), number(10000), False),
        (number(200, Mod.MORE_THAN), number(276), True),
        (number(26000, Mod.MORE_THAN), number(31000, Mod.MORE_THAN), False),
        (number(400, Mod.MORE_THAN), number(500, Mod.MORE_THAN), False),
        (number(80, Mod.EQUAL_OR_LESS), number(80), True),
        (number(80, Mod.EQUAL_OR_LESS), number(90), False),
        (words(20, 99), number(73), True),
        (words(20, 99), number(300), False),
        (words(3, 9), number(2), True),
        (number(20000), number(20312), True),
        (number(7), number(8), False),
        (number(5.9), number(6.1), False),
        (number(6.0, Mod.APPROX), number(5.9), True),
    ],
)
def test_compatibility_goes_both_ways(a: Value, b: Value, fits: bool) -> None:
    assert compatible(a, b) is fits
    assert compatible(b, a) is fits


@pytest.mark.parametrize(
    ("a", "b", "fits"),
    [
        (words(20, 99), number(300), True),
        (words(20, 99), number(3000), False),
        (words(2000, 9999), number(14000, Mod.APPROX), True),
        (words(2000, 9999), number(450), False),
    ],
)
def test_a_vague_word_may_lag_behind_but_not_run_ahead(a: Value, b: Value, fits: bool) -> None:
    assert compatible(a, b, lagging=True) is fits
    assert compatible(b, a, lagging=True) is fits


def test_a_depth_converted_from_miles_is_the_same_depth() -> None:
    def km(n: float) -> Value:
        return Value(low=None, best=n, high=None, unit="km")

    assert compatible(km(35), km(35.4))
    assert not compatible(km(35), km(40))
    assert not compatible(number(6.0), number(6.1))


def test_open_ends_stay_open() -> None:
    assert interval(Value(low=5, best=None, high=None)) == (5, float("inf"))


def test_later_by_own_days_then_publication_then_clock() -> None:
    early, late = day(3), day(5)
    a = make_report("A", "Tiga orang tewas.", [said("Tiga orang tewas", best=3)], on=early)
    b = make_report("B", "Tiga orang tewas di sana.", [said("Tiga orang tewas", best=3)], on=late)
    c = make_report("C", "Tiga orang tewas kini.", [said("Tiga orang tewas", best=3, as_of=day(1))], on=late)
    d = make_report("D", "Tiga orang tewas lagi.", [said("Tiga orang tewas", best=3)], on=late, local="2031-03-05T08:00:00+07:00")
    e = make_report("E", "Tiga orang tewas pula.", [said("Tiga orang tewas", best=3)], on=late, local="2031-03-05T05:00:00+00:00")
    by = {x.outlet: x for x in gather([a, b, c, d, e], ClaimKind.FIGURE)}
    assert later(by["B"], by["A"])
    assert not later(by["A"], by["B"])
    assert later(by["E"], by["D"])
    assert not later(by["D"], by["E"])
    assert by["D"].clock == datetime.fromisoformat("2031-03-05T08:00:00+07:00")
    assert by["C"].as_of == day(1)
    own = make_report("F", "Tiga orang tewas juga.", [said("Tiga orang tewas", best=3, as_of=day(2))], on=early)
    (f,) = gather([own], ClaimKind.FIGURE)
    assert later(f, by["C"])
