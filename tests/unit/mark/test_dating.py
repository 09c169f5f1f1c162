"""Undated reports get the days that they themselves bear out, or none."""

from __future__ import annotations

from datetime import date

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.dating import date_report
from rujuk.model.report import Basis, Block, BlockKind, Published, Report
from rujuk.model.span import Days


def dated(pack: LanguagePack, text: str, *, caption: int = 0, around: Days | None = None) -> tuple[str, str] | None:
    """The days given to a report whose first `caption` characters are a caption."""
    blocks = (Block(kind=BlockKind.CAPTION, start=0, end=caption), Block(kind=BlockKind.BODY, start=caption, end=len(text)))
    report = Report(id="report:0", source="example", language=pack.code, text=text, blocks=blocks if caption else ())
    published = date_report(report, pack=pack, around=around).published
    if published is None:
        return None
    assert published.basis is Basis.INFERRED
    assert published.clue
    return str(published.days.earliest), str(published.days.latest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal tiba, kata petugas, Senin (23/9/2019).", ("2019-09-23", "2019-09-24")),
        ("Kapal tiba hari ini, Senin (23/9/2019).", ("2019-09-23", "2019-09-23")),
        ("Kapal tiba Senin (23/9/2019) lalu.", None),
        ("Kapal tiba Senin (23/9/2019). Sidang akan digelar Selasa (24/9/2019).", ("2019-09-23", "2019-09-23")),
        ("Kapal tiba Senin (23/9).", None),
        ("Kapal tiba Senin lalu.", None),
        ("Ia lahir 7 November 1990 di kota itu.", None),
        ("Kapal dibangun pada 2019.", None),
    ],
)
def test_from_dates(indonesian: LanguagePack, text: str, expected: tuple[str, str] | None) -> None:
    assert dated(indonesian, text) == expected


def test_from_a_caption_weekdays_and_an_announced_day(indonesian: LanguagePack) -> None:
    caption = "Kapal bantuan di pelabuhan, 6 Januari 2022."
    text = f"{caption}\nMenteri mengatakan pada Kamis, penarikan akan selesai pada 19 Januari.\nUpacara digelar Kamis."
    assert dated(indonesian, text, caption=len(caption)) == ("2022-01-13", "2022-01-15")


def test_from_reports_of_the_same_story(indonesian: LanguagePack) -> None:
    around = Days(earliest=date(2019, 9, 21), latest=date(2019, 9, 24))
    assert dated(indonesian, "Kapal tiba, kata petugas, Senin (23/9).", around=around) == ("2019-09-23", "2019-09-24")


def test_from_the_last_day_told_and_a_weekday(indonesian: LanguagePack) -> None:
    around = Days(earliest=date(2022, 1, 8), latest=date(2022, 1, 15))
    text = "Presiden mengatakan pada Jumat malam, demikian laporan 8 Januari. Unjuk rasa meletus pada 2 Januari."
    assert dated(indonesian, text, around=around) == ("2022-01-08", "2022-01-09")
    assert dated(indonesian, text) is None


def test_english(english: LanguagePack) -> None:
    assert dated(english, "The port was shut on Monday, Nov. 6, 2017, officials said.") == ("2017-11-06", "2017-11-07")
    assert dated(english, "The port was shut on Monday.") is None


def test_a_dated_report_stays_as_it_is(indonesian: LanguagePack) -> None:
    published = Published(days=Days.on(date(2020, 1, 1)), basis=Basis.METADATA)
    report = Report(id="report:0", source="x", language="id", text="Kapal tiba Senin (23/9/2019).", published=published)
    assert date_report(report, pack=indonesian) is report


@pytest.mark.parametrize(
    "text",
    [
        "A quake struck on Sunday. In 2004 a wave hit the coast, and on Oct. 10, 2002, one killed three. Aid came on Monday.",
        "A quake struck on Sunday. The largest there was on Oct. 10, 2002. Aid came on Monday.",
        "The ship was stopped on Saturday. On November 19, 2008 another was sunk. Last month a third got away. Aid came on Sunday.",
    ],
)
def test_days_of_history_date_no_report(english: LanguagePack, text: str) -> None:
    assert dated(english, text) is None


def test_history_beside_the_news_of_a_day(indonesian: LanguagePack) -> None:
    text = "Kapal tiba, kata petugas, Senin (23/9/2019). Kapal lain karam pada 4 Mei 2017, Kamis."
    assert dated(indonesian, text) == ("2019-09-23", "2019-09-24")


def test_a_picture_and_a_weekday_tell_no_day(english: LanguagePack) -> None:
    """The picture may be of the day or from the files: nothing in the text decides."""
    caption = "A ship in the harbour, Nov. 6, 2017."
    assert dated(english, f"{caption}\nThe port was shut on Monday, officials said.", caption=len(caption)) is None


def test_bare_weekdays_leave_the_day_after(english: LanguagePack) -> None:
    around = Days(earliest=date(2017, 11, 5), latest=date(2017, 11, 9))
    assert dated(english, "The port was shut on Thursday. The ship left on Wednesday.", around=around) == (
        "2017-11-09",
        "2017-11-10",
    )
