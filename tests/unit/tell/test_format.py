"""Numbers, values and days in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from rujuk.model.claim import Value
from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Estimate
from rujuk.tell import format as fmt


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (7, "7", "7"),
        (20000, "20.000", "20,000"),
        (5.9, "5,9", "5.9"),
        (1_300_000, "1,3 juta", "1.3 million"),
        (1_234_567, "1.234.567", "1,234,567"),
        (2_500_000_000, "2,5 miliar", "2.5 billion"),
        (3e12, "3 triliun", "3 trillion"),
    ],
)
def test_number(value: float, indonesian: str, english: str) -> None:
    assert fmt.number(value, "id") == indonesian
    assert fmt.number(value, "en") == english


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (Value(low=30, best=30, high=30), "30", "30"),
        (Value(low=27, best=30, high=33, mod=Mod.APPROX), "sekitar 30", "about 30"),
        (Value(low=9000, best=10000, high=10000, mod=Mod.LESS_THAN), "hampir 10.000", "nearly 10,000"),
        (Value(low=None, best=50, high=50, mod=Mod.LESS_THAN), "kurang dari 50", "fewer than 50"),
        (Value(low=6, best=6, high=None, mod=Mod.EQUAL_OR_MORE), "sedikitnya 6", "at least 6"),
        (Value(low=100, best=100, high=None, mod=Mod.MORE_THAN), "lebih dari 100", "more than 100"),
        (Value(low=0, best=9, high=9, mod=Mod.EQUAL_OR_LESS), "hingga 9", "up to 9"),
        (Value(low=20, best=None, high=99), "puluhan (20–99)", "tens (20–99)"),
        (Value(low=20, best=None, high=30), "20–30", "20–30"),
        (Value(low=20, best=None, high=None), "sedikitnya 20", "at least 20"),
        (Value(low=None, best=None, high=8), "hingga 8", "up to 8"),
        (Value(low=2.5e9, best=2.5e9, high=2.5e9, unit="IDR"), "Rp 2,5 miliar", "Rp 2.5 billion"),
        (Value(low=6.4, best=6.4, high=6.4, unit="magnitude"), "M 6,4", "M 6.4"),
        (Value(low=10, best=10, high=10, unit="km"), "10\u00a0km", "10\u00a0km"),
        (None, "tanpa angka", "no figure"),
    ],
)
def test_figure_keeps_the_hedge(value: Value | None, indonesian: str, english: str) -> None:
    assert fmt.figure(value, "id") == indonesian
    assert fmt.figure(value, "en") == english


def test_estimate_without_a_best_is_a_range() -> None:
    estimate = Estimate(low=131, best=None, high=168, unit="person")
    assert fmt.estimated(estimate, Mod.APPROX, "en") == "131–168"
    assert fmt.estimated(None, Mod.EQUAL, "id") == "tanpa angka"


@pytest.mark.parametrize(
    ("first", "last", "indonesian", "english"),
    [
        ("2022-01-07", "2022-01-07", "7 Januari 2022", "7 January 2022"),
        ("2022-01-13", "2022-01-14", "13–14 Januari 2022", "13–14 January 2022"),
        ("2022-01-31", "2022-02-02", "31 Januari – 2 Februari 2022", "31 January – 2 February 2022"),
        ("2021-12-31", "2022-01-02", "31 Desember 2021 – 2 Januari 2022", "31 December 2021 – 2 January 2022"),
        ("2024-02-01", "2024-02-29", "Februari 2024", "February 2024"),
        ("2019-01-01", "2019-12-31", "2019", "2019"),
        ("2010-01-01", "2019-12-31", "2010–2019", "2010–2019"),
    ],
)
def test_days_keep_their_precision(first: str, last: str, indonesian: str, english: str) -> None:
    value = Days(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))
    assert fmt.days(value, "id") == indonesian
    assert fmt.days(value, "en") == english


def test_days_short_and_unknown() -> None:
    assert fmt.days(Days.on(date(2025, 8, 17)), "id", short=True) == "17 Agu 2025"
    assert fmt.days(None, "en") == "date unknown"


def test_weekday_only_of_a_single_day() -> None:
    assert fmt.weekday(Days.on(date(2022, 1, 7)), "id") == "Jumat"
    assert fmt.weekday(Days(earliest=date(2022, 1, 7), latest=date(2022, 1, 8)), "en") == ""


def test_share_and_counted_nouns() -> None:
    assert (fmt.share(0.62, "en"), fmt.share(0.62, "id"), fmt.share(0.0, "en")) == ("62%", "62 %", "1%")
    assert fmt.counted("report", 1).en == "1 report"
    assert fmt.counted("report", 1200).en == "1,200 reports"
    assert fmt.counted("report", 1200).id == "1.200 laporan"
