"""Furniture: what stays, and how long it takes."""

from __future__ import annotations

import time

import pytest

from rujuk.read.furniture import clear_furniture
from rujuk.read.heads import read_head_line
from rujuk.read.packs import furniture_of

KEPT = [
    "TEMPO.CO, Jakarta - Jembatan itu ambruk pada Senin pagi, kata kepala desa kepada wartawan.",
    "(Antara)",
    "SUMBER: REUTERS",
    '"Kami pulang," katanya.',
    "Daftar korban:",
    "1. Budi (32)",
    "2. Sri (40)",
    "3. Tono (9)",
]


def test_datelines_credits_and_lists_stay() -> None:
    assert [x.text for x in clear_furniture(KEPT, furniture_of("id"))] == KEPT


def test_list_that_ends_the_page_takes_its_teasers_along() -> None:
    lines = [
        KEPT[0],
        KEPT[0].replace("Jembatan", "Dermaga"),
        "Lihat Juga",
        "Harga Beras Naik Lagi",
        "Harga beras naik lagi di dua kota, kata pedagang.",
    ]
    assert [x.text for x in clear_furniture(lines, furniture_of("id"))] == lines[:2]


def test_report_that_goes_on_after_a_list_stays() -> None:
    more = [KEPT[0].replace("Jembatan", w) for w in ("Dermaga", "Menara", "Gudang")]
    lines = [KEPT[0], "Berita Terkait", "Harga Beras Naik Lagi di Dua Kota", *more]
    assert [x.text for x in clear_furniture(lines, furniture_of("id"))] == [KEPT[0], *more]


def test_dated_links_go() -> None:
    links = [f"Senin, 0{n}/05/2024 10:15 WIB Harga Beras Naik Lagi di Dua Kota" for n in (1, 2, 3)]
    assert [x.text for x in clear_furniture([KEPT[0], *links], furniture_of("id"))] == [KEPT[0]]


@pytest.mark.parametrize(
    "piece",
    ["a", "Baca juga ", "(Foto: ", "Simak Video ", "[", "Ab ", "1 ", "Updated ", "/", "A-", "Lihat juga: Xy ", "Get the latest "],
)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_long_line_takes_little_time(piece: str, language: str) -> None:
    line = piece * (100_000 // len(piece))
    lexicon = furniture_of(language)
    read_head_line(line)
    begin = time.perf_counter()
    clear_furniture([line], lexicon)
    assert time.perf_counter() - begin < 1.5
