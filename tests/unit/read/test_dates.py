"""Days and times of publication in the forms that outlets write."""

from __future__ import annotations

from datetime import date

import pytest

from rujuk.model.span import Days
from rujuk.read.dates import day_in_address, month_number, read_moment, stamp_in_address


@pytest.mark.parametrize(
    ("text", "day", "local"),
    [
        ("2022-01-08", "2022-01-08", None),
        ("2022-01-08T06:39:00+07:00", "2022-01-08", "2022-01-08T06:39:00+07:00"),
        ("2022-01-08T06:39:00.123Z", "2022-01-08", "2022-01-08T06:39:00+00:00"),
        ("20220108T063900Z", "2022-01-08", "2022-01-08T06:39:00+00:00"),
        ("2022-01-08 06:39", "2022-01-08", "2022-01-08T06:39:00"),
        ("Sat, 08 Jan 2022 06:39:00 GMT", "2022-01-08", "2022-01-08T06:39:00+00:00"),
        ("Sabtu, 08 Januari 2022 | 06:39 WIB", "2022-01-08", "2022-01-08T06:39:00+07:00"),
        ("08/01/2022, 06:39 WIB", "2022-01-08", "2022-01-08T06:39:00+07:00"),
        ("Diperbarui 08 Agt 2022, 06.39 WITA", "2022-08-08", "2022-08-08T06:39:00+08:00"),
        ("January 8th, 2022 at 6:39 PM EST", "2022-01-08", "2022-01-08T18:39:00-05:00"),
        ("7: 00pm UK, Saturday 08 January 2022", "2022-01-08", "2022-01-08T19:00:00"),
        ("Sat 8 Jan 2022, 9: 03am AEST", "2022-01-08", "2022-01-08T09:03:00+10:00"),
        ("12:05 AM Jan. 8, 2022", "2022-01-08", "2022-01-08T00:05:00"),
        ("28/11/05", "2005-11-28", None),
        ("1641600000", "2022-01-08", "2022-01-08T00:00:00+00:00"),
    ],
)
def test_moments(text: str, day: str, local: str | None) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert (str(moment.days.earliest), moment.days.width, moment.local) == (day, 0, local)


@pytest.mark.parametrize(
    "text",
    ["", "kemarin", "2022-13-45", "0000-00-00", "31 Februari 2022", "99/99/9999", "5 korban", "2022", "12:30", "05/06/2010"],
)
def test_no_dates(text: str) -> None:
    assert read_moment(text) is None


def test_ambiguous_order_is_decided_by_the_caller() -> None:
    first, second = read_moment("05/06/2010", day_first=True), read_moment("05/06/2010", day_first=False)
    assert first is not None
    assert second is not None
    assert (str(first.days.earliest), str(second.days.earliest)) == ("2010-06-05", "2010-05-06")


def test_month_is_an_interval() -> None:
    moment = read_moment("2024-02")
    assert moment is not None
    assert moment.days.width == 28


def test_misprinted_month() -> None:
    assert month_number("Novemer") == 11
    assert month_number("Ma") is None
    assert month_number("Marvel") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://contoh.id/read/2019/08/27/18014761/judul", "2019-08-27"),
        ("https://contoh.id/nasional/20170804182650-12-232578/judul", "2017-08-04"),
        ("https://contoh.id/2005-11-27-judul.htm", "2005-11-27"),
        ("https://contoh.id/news/2005/nov/27/judul", "2005-11-27"),
        ("https://contoh.id/berita/d-7970439/judul-20-tahun", None),
        ("https://contoh.id/?d=2020/01/01", None),
        (None, None),
    ],
)
def test_days_in_addresses(url: str | None, day: str | None) -> None:
    found = day_in_address(url)
    assert (str(found) if found else None) == day


def test_stamp_in_address() -> None:
    stamp = stamp_in_address("https://contoh.id/nasional/20170804182650-12-232578/judul")
    assert stamp is not None
    assert stamp.local == "2017-08-04T18:26:50"
    assert stamp_in_address("https://contoh.id/20170804/judul") is None


def test_a_day_of_one_digit_is_no_month() -> None:
    moment = read_moment("2014-12-2")
    assert moment is not None
    assert moment.days == Days.on(date(2014, 12, 2))
