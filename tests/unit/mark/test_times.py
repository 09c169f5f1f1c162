"""Time expressions: where they stand, what days they mean, and what is none."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.sentences import find_sentences
from rujuk.mark.times import find_times
from rujuk.model.marks import TimeKind, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days, Where


def marked(
    pack: LanguagePack, text: str, reference: str | tuple[str, str] | None, title: str | None = None
) -> tuple[TimeMention, ...]:
    report = Report(id="report:0", source="example", language=pack.code, text=text, title=title)
    days = None
    if reference is not None:
        first, last = (reference, reference) if isinstance(reference, str) else reference
        days = Days(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))
    return find_times(report, find_sentences(report, pack=pack), pack=pack, reference=days)


def told(mentions: tuple[TimeMention, ...]) -> list[tuple[str, str | None]]:
    """Each expression with its days, one day or first/last."""
    out = []
    for t in mentions:
        days = None if t.days is None else str(t.days.earliest) + (f"/{t.days.latest}" if t.days.width else "")
        out.append((t.span.exact, days))
    return out


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("Ia tiba Senin dan pulang Rabu.", "2022-01-14", [("Senin", "2022-01-10"), ("Rabu", "2022-01-12")]),
        ("Uang Rp 4.000 dibayar pukul 17.41 WITA.", "2022-01-14", [("pukul 17.41 WITA", "2022-01-14")]),
        (
            "Rabu (12/1), pukul 15.24 WIB kapal tiba.",
            "2022-01-14",
            [("Rabu (12/1)", "2022-01-12"), ("pukul 15.24 WIB", "2022-01-12")],
        ),
        ("Kapal tiba Rabu (12/1) kemarin.", "2022-01-13", [("Rabu (12/1) kemarin", "2022-01-12")]),
        ("Sidang ditunda hingga 3 Februari.", "2022-01-14", [("3 Februari", "2022-02-03")]),
        ("Sidang digelar 3 November.", "2022-01-14", [("3 November", "2021-11-03")]),
        ("Jalan akan diperbaiki Maret.", "2022-01-14", [("Maret", "2022-03-01/2022-03-31")]),
        ("Kasus 2019-2021 ditutup.", "2022-01-14", [("2019-2021", "2019-01-01/2021-12-31")]),
        ("Selasa (12/1) rapat itu digelar.", "2022-01-12", [("Selasa (12/1)", "2022-01-11")]),
        ("Rabu (12/1/2023) rapat itu digelar.", "2022-01-12", [("Rabu (12/1/2023)", "2022-01-12")]),
        ("Rumah itu dibangun dua minggu yang lalu.", "2022-01-14", [("dua minggu yang lalu", "2021-12-27/2022-01-02")]),
        ("Letusan terjadi pada minggu kedua Juni 2021.", "2022-01-14", [("minggu kedua Juni 2021", "2021-06-08/2021-06-14")]),
        ("Ia pulang pekan terakhir bulan Juni.", "2021-07-14", [("pekan terakhir bulan Juni", "2021-06-24/2021-06-30")]),
        ("Ini minggu kedua pencarian.", "2021-07-14", []),
        ("Ia datang Minggu lalu.", "2022-01-14", [("Minggu lalu", "2022-01-09")]),
        ("Ia datang minggu lalu.", "2022-01-14", [("minggu lalu", "2022-01-03/2022-01-09")]),
    ],
)
def test_indonesian(indonesian: LanguagePack, text: str, reference: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(marked(indonesian, text, reference)) == expected


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("The port will open on Monday.", "2016-10-13", [("Monday", "2016-10-17")]),
        ("He said on Monday that he will leave.", "2016-10-13", [("Monday", "2016-10-10")]),
        ("On Monday, the court will sit.", "2016-10-13", [("Monday", "2016-10-17")]),
        ("Some 1,950 people and 2000 troops came.", "2016-10-13", []),
        ("He may march in May.", "2016-10-13", [("May", "2016-05-01/2016-05-31")]),
        ("They fled on Nov. 2, 2015, police said.", "2016-10-13", [("Nov. 2, 2015", "2015-11-02")]),
        ("Rain fell in the second week of June.", "2016-10-13", [("the second week of June", "2016-06-08/2016-06-14")]),
        ("It burnt in the last week of June 2015.", "2016-10-13", [("the last week of June 2015", "2015-06-24/2015-06-30")]),
        ("It was the second week of the strike.", "2016-10-13", []),
        ("Seven bridges were damaged by the Sunday quakes.", "2016-10-13", [("Sunday", "2016-10-09")]),
        ("They want to prevent a repeat of 2004's flood.", "2016-10-13", [("2004", "2004-01-01/2004-12-31")]),
        ("The fire began at 10 p.m. Tuesday.", "2016-10-13", [("10 p.m. Tuesday", "2016-10-11")]),
        ("A fifth of the second half of the house burnt.", "2016-10-13", []),
    ],
)
def test_english(english: LanguagePack, text: str, reference: str, expected: list[tuple[str, str | None]]) -> None:
    assert told(marked(english, text, reference)) == expected


def test_without_a_reference_only_full_dates_have_days(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Rabu lalu kapal tiba; 5 Mei kapal pergi; 6 Juni 2021 kapal tenggelam.", None)
    assert told(found) == [("Rabu lalu", None), ("5 Mei", None), ("6 Juni 2021", "2021-06-06")]


def test_days_of_publication_that_differ_stay_open(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Kapal tiba hari ini. Ia berlayar Senin.", ("2022-01-13", "2022-01-15"))
    assert told(found) == [("hari ini", "2022-01-13/2022-01-15"), ("Senin", "2022-01-10")]


def test_today_with_its_own_date_narrows_the_days_of_publication(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Kapal tiba hari ini, Kamis (13/1). Kapal lain berangkat kemarin.", ("2022-01-13", "2022-01-15"))
    assert told(found) == [("hari ini, Kamis (13/1)", "2022-01-13"), ("kemarin", "2022-01-12")]


def test_today_is_the_news_day_of_a_report_dated_the_day_after(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Kapal tiba hari ini, kata petugas. Ia ditemui Kamis (13/1).", "2022-01-14")
    assert told(found)[0] == ("hari ini", "2022-01-13")
    found = marked(indonesian, "Kapal tiba hari ini. Ia ditemui Kamis (13/1) dan Jumat (14/1).", "2022-01-14")
    assert told(found)[0] == ("hari ini", "2022-01-14")


def test_a_misprinted_weekday_stands_back_where_the_date_is_told_twice(indonesian: LanguagePack) -> None:
    text = "Kapal hilang Minggu (9/1/2022). Kapal berangkat Sabtu (9/1/2022). Bangkai ditemukan Selasa (11/1/2022)."
    assert told(marked(indonesian, text, "2022-01-11"))[1] == ("Sabtu (9/1/2022)", "2022-01-09")


def test_clock_time_takes_the_day_told_before(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Kapal hilang Senin. Petugas dihubungi pukul 06.14 WIB.", "2022-01-14")
    clock = found[1]
    assert clock.kind is TimeKind.TIME
    assert clock.local == "2022-01-10T06:14:00+07:00"
    assert clock.value == "2022-01-10T06:14"


def test_durations_and_repetitions_have_no_days(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Selama tiga hari mereka rapat setiap Senin; saat ini selesai.", "2022-01-14")
    assert [(t.span.exact, t.kind, t.days, t.value) for t in found] == [
        ("tiga hari", TimeKind.DURATION, None, "P3D"),
        ("setiap Senin", TimeKind.SET, None, None),
        ("saat ini", TimeKind.DATE, None, "PRESENT_REF"),
    ]


def test_values_are_as_sharp_as_the_words(indonesian: LanguagePack) -> None:
    text = "Pekan lalu, akhir Desember 2021, kuartal I 2021, tahun 2020, 1990-an, akhir pekan lalu."
    found = marked(indonesian, text, "2022-01-14")
    assert [(t.value, t.mod) for t in found] == [
        ("2022-W01", None), ("2021-12", "END"), ("2021-Q1", None), ("2020", None), ("199", None), ("2022-W01-WE", None),
    ]  # fmt: skip


def test_headline_comes_first_and_is_marked_as_such(indonesian: LanguagePack) -> None:
    found = marked(indonesian, "Kapal tiba Senin.", "2022-01-14", title="Kapal Tiba Hari Ini")
    assert [(t.span.exact, t.span.where) for t in found] == [("Hari Ini", Where.TITLE), ("Senin", Where.TEXT)]


@pytest.mark.parametrize(
    "piece", ["Minggu ", "pukul 10.15 ", "1/2 ", "2021 ", "tiga hari ", "12 ", "akhir tahun lalu, ", "Senin-", "dua puluh dua "]
)
def test_offsets_hold_and_time_is_linear_on_a_long_line(indonesian: LanguagePack, english: LanguagePack, piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for pack in (indonesian, english):
        begin = process_time()
        found = marked(pack, text, "2022-01-14")
        assert process_time() - begin < 10
        assert all(text[t.span.start : t.span.end] == t.span.exact != "" for t in found)
