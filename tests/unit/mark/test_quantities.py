"""Numbers with their values, hedges, units and nouns."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.quantities import find_quantities
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Mod, Quantity, QuantityKind, TimeKind, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days, Where


def find(text: str, pack: LanguagePack, title: str | None = None, times: tuple[TimeMention, ...] = ()) -> tuple[Quantity, ...]:
    report = Report(id="report:1", source="a.txt", language=pack.code, title=title, text=text)
    found = find_quantities(report, find_sentences(report, pack=pack), times, pack=pack)
    for q in found:
        home = text if q.span.where is Where.TEXT else title or ""
        assert home[q.span.start : q.span.end] == q.span.exact != ""
        assert q.number is not None
        assert q.span.covers(q.number)
    return found


def only(text: str, pack: LanguagePack) -> Quantity:
    found = find(text, pack)
    assert len(found) == 1, [q.span.exact for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Ada 20.000 orang.", 20000),
        ("Ada 20 ribu orang.", 20000),
        ("Ada 1,3 juta orang.", 1300000),
        ("Ada 16,500 orang.", 16500),
        ("Ada dua puluh lima orang.", 25),
        ("Ada tujuh ratus dua puluh satu ribu dua belas orang.", 721012),
        ("Ada sejuta orang.", 1000000),
        ("Ada setengah juta orang.", 500000),
        ("Ada seratus orang.", 100),
        ("Serangan menewaskan12 orang.", 12),
        ("Ada dua (2) orang.", 2),
    ],
)
def test_indonesian_values(text: str, best: float, indonesian: LanguagePack) -> None:
    q = only(text, indonesian)
    assert (q.best, q.low, q.high, q.noun, q.kind) == (best, best, best, "orang", QuantityKind.COUNT)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("There were twenty-one thousand people.", 21000),
        ("There were half a million people.", 500000),
        ("There were a dozen people.", 12),
        ("There were 3 million people.", 3000000),
        ("There were 20, 000 people.", 20000),
        ("There were seven hundred and four people.", 704),
        ("There were a couple of people.", 2),
    ],
)
def test_english_values(text: str, best: float, english: LanguagePack) -> None:
    q = only(text, english)
    assert (q.best, q.noun) == (best, "people")


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Rugi Rp5 miliar.", {"best": 5e9, "unit": "IDR", "kind": "money"}),
        ("Rugi Rp 2,3 T.", {"best": 2.3e12, "unit": "IDR", "kind": "money"}),
        ("Bantuan 20 juta dolar AS.", {"best": 2e7, "unit": "USD", "kind": "money"}),
        ("Gempa M 4,8 terasa.", {"best": 4.8, "unit": "magnitude", "kind": "measure"}),
        ("Lahan seluas 12 hektare.", {"best": 12, "unit": "ha", "kind": "measure"}),
        ("Naik 3,5 persen.", {"best": 3.5, "unit": "percent", "kind": "percent"}),
        ("Korban berusia 25 tahun.", {"best": 25, "kind": "age"}),
        ("Korban bernama Budi (25) itu.", {"best": 25, "kind": "age"}),
        ("Satu dari tiga anak lapar.", {"best": 1 / 3, "kind": "fraction"}),
        ("Serangan ke-3 terjadi.", {"best": 3, "kind": "ordinal"}),
        ("Ada 20 orang per hari.", {"best": 20, "kind": "rate"}),
        ("Ada 30 unit rumah.", {"best": 30, "noun": "rumah"}),
        ("Ada 30 unit.", {"best": 30, "noun": "unit"}),
        ("Ada 20-an orang.", {"best": 20, "mod": "APPROX"}),
        ("Harganya Rp 499 jutaan.", {"best": 499e6, "unit": "IDR"}),
        ("Kelima orang itu pulang.", {"best": 5, "rule": "id.ke-"}),
        ("Sebuah minibus jatuh.", {"best": 1, "rule": "id.article"}),
    ],
)
def test_indonesian_kinds(text: str, want: dict[str, Any], indonesian: LanguagePack) -> None:
    q = only(text, indonesian)
    assert {k: getattr(q, k) for k in want} == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("It cost $3M in all.", {"best": 3e6, "unit": "USD", "kind": "money"}),
        ("It cost more than 1 dollar and forty-two cents.", {"best": 1.42, "mod": "MORE_THAN"}),
        ("A 6.1-magnitude quake hit.", {"best": 6.1, "unit": "magnitude"}),
        ("A 6. 1-magnitude quake hit.", {"best": 6.1, "unit": "magnitude"}),
        ("The hole is 7 feet 10 inches deep.", {"best": 94, "unit": "in"}),
        ("Two-thirds of it is gone.", {"best": 2 / 3, "kind": "fraction"}),
        ("They handed over 21 girls.", {"best": 21, "mod": "EQUAL", "noun": "girls"}),
        ("They held 21 of the schoolgirls.", {"best": 21, "noun": "schoolgirls"}),
        ("Three killed in blast.", {"best": 3, "noun": None}),
        ("A woman died.", {"best": 1, "rule": "en.article", "noun": "woman"}),
        ("It was 45 (forty five) in all.", {"best": 45, "kind": "count"}),
        ("It was tenth of a gallon.", {"best": 0.1, "kind": "measure", "unit": "gal"}),
        ("It is 1⁄32 of it.", {"best": 1 / 32, "kind": "fraction"}),
        ("It cost $2.07 billion.", {"best": 2070000000, "unit": "USD"}),
        ("It cost PS21,700 there.", {"best": 21700, "unit": "GBP"}),
        ("The balance fell to $-50.8bn.", {"best": -50.8e9, "unit": "USD"}),
        ("It weighs 1.99×10−3 kilograms.", {"best": 1.99e-3, "unit": "kg"}),
        ("Gold was at $1,271.2 an ounce.", {"best": 1271.2, "unit": "USD"}),
        ("Ann Hill, 34, left.", {"best": 34, "kind": "age"}),
    ],
)
def test_english_kinds(text: str, want: dict[str, Any], english: LanguagePack) -> None:
    q = only(text, english)
    assert {k: getattr(q, k) for k in want} == want


@pytest.mark.parametrize(
    "text",
    ["Ia tinggal di RT 03/RW 05.", "Ia naik Boeing 737.", "Rumah di Jalan Melati No. 12.", "Nomor polisi B1234XY.", "Skor 9-8."],
)
def test_labels_are_no_quantities(text: str, indonesian: LanguagePack) -> None:
    assert find(text, indonesian) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The FTSE 100 rose.",
        "A category 4 hurricane came.",
        "It was a third-party firm.",
        "It is for both use and sale.",
        "They won in this half.",
        "They sold a PS5.",
        "He waited for a few minutes.",
    ],
)
def test_english_names_and_spans_are_no_quantities(text: str, english: LanguagePack) -> None:
    assert find(text, english) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The value rose from 24.2 to 33 billion euros.", [24.2e9, 33e9]),
        ("The toll rose from 12 to 19 people.", [12, 19]),
        ("It fell from 900 to 1.2 million.", [900, 1.2e6]),
    ],
)
def test_a_scale_said_once_holds_for_both_ends_of_a_change(text: str, values: list[float], english: LanguagePack) -> None:
    assert [q.best for q in find(text, english)] == values


def test_numbers_in_dates_are_left_to_the_times(indonesian: LanguagePack) -> None:
    text = "Pada 7 Januari 2022 ada 12 orang."
    report = Report(id="report:1", source="a.txt", text=text)
    day = TimeMention(span=report.piece(5, 19), kind=TimeKind.DATE, days=Days.on(date(2022, 1, 7)))
    assert [q.best for q in find(text, indonesian, times=(day,))] == [12]


@pytest.mark.parametrize("text", ["Sejak ratusan tahun lalu ada desa.", "Kelompok usia 35-54 tahun lalu turun."])
def test_a_unit_of_age_that_a_time_has_taken_is_left_to_it(text: str, indonesian: LanguagePack) -> None:
    at = text.index("tahun lalu")
    report = Report(id="report:1", source="a.txt", text=text)
    past = TimeMention(span=report.piece(at, at + 10), kind=TimeKind.DATE, days=Days.on(date(2022, 1, 7)))
    assert all(q.span.end <= at for q in find(text, indonesian, times=(past,)))


def test_title_comes_first(indonesian: LanguagePack) -> None:
    found = find("Ada 3 orang.", indonesian, title="12 Tewas")
    assert [(q.best, q.span.where) for q in found] == [(12, Where.TITLE), (3, Where.TEXT)]


@pytest.mark.parametrize("piece", ["12 ", "dua ", "sekitar ", "1.000.000", "dua puluh ", "10-", "(5) ", "Rp", "a of "])
def test_long_lines_take_linear_time(piece: str, indonesian: LanguagePack, english: LanguagePack) -> None:
    def seconds(text: str, pack: LanguagePack) -> float:
        report = Report(id="report:1", source="a.txt", text=text)
        sentences = find_sentences(report, pack=pack)
        start = time.process_time()
        find_quantities(report, sentences, (), pack=pack)
        return time.process_time() - start

    for pack in (indonesian, english):
        line = piece * (100_000 // len(piece))
        assert seconds(line, pack) < 16 * (seconds(line[: len(line) // 4], pack) + 0.02)


def test_hedge_does_not_reach_over_another_number(indonesian: LanguagePack) -> None:
    found = find("Sedikitnya 3 orang dan 5 rumah.", indonesian)
    assert [(q.best, q.mod) for q in found] == [(3, Mod.EQUAL_OR_MORE), (5, Mod.EQUAL)]
