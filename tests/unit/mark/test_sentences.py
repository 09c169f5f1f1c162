"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.sentences import find_sentences
from rujuk.model.report import Report
from rujuk.model.span import Where


def cut(text: str, pack: LanguagePack) -> list[str]:
    report = Report(id="report:1", source="a.txt", language=pack.code, text=text)
    found = find_sentences(report, pack=pack)
    for s in found:
        assert text[s.span.start : s.span.end] == s.span.exact
    rest = list(text)
    for s in found:
        rest[s.span.start : s.span.end] = [" "] * len(s.span)
    assert "".join(rest).split() == []
    return [s.span.exact for s in found]


@pytest.mark.parametrize(
    "parts",
    [
        ["Kombes Pol. Budi tiba di Jl. Merdeka No. 5.", "Ia memeriksa rumah itu."],
        ["Kerugian ditaksir Rp. 20.000.", "Polisi datang."],
        ["Menurut M. Yusuf, S.T., M.Si. Hartono sudah pulang.", "Warga tenang."],
        ['"Kami datang.', 'Semua aman," katanya.'],
        ['"Apa benar?" kata Sari.', "Tidak ada jawaban."],
        ['"Awas!" teriak warga.', "Lalu hening."],
        ['"Sudah selesai."', "Ia pergi."],
        ["Gempa bermagnitudo 5.2 terasa.", "Warga lari."],
        ["Ini kata Tempo.Co hari ini.", "Situs itu memuatnya."],
        ["Ia hadir di A.S. kemarin.", "Menurut kantor itu, tidak."],
        ["Semua... eh, hampir semua selamat.", "Syukurlah..."],
    ],
)
def test_indonesian(parts: list[str], indonesian: LanguagePack) -> None:
    assert cut(" ".join(parts), indonesian) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Hill met Lt. Gen. Orr in the U.S. Senate on Jan. 7.", "He left."],
        ["They live in the U.S.", "The house burnt down."],
        ["It closed at 5 p.m.", "He went home."],
        ['"Run!" he said.', '"Now."'],
        ["It cost 22. 4bn in all.", "No one paid."],
        ["1. Stay inside.", "Keep calm."],
    ],
)
def test_english(parts: list[str], english: LanguagePack) -> None:
    assert cut(" ".join(parts), english) == parts


def test_lost_space_is_a_boundary(indonesian: LanguagePack) -> None:
    assert cut("Kota itu sudah aman.Polisi pulang.", indonesian) == ["Kota itu sudah aman.", "Polisi pulang."]
    assert cut("Lihat contoh.com.my atau Kabar.id saja.", indonesian) == ["Lihat contoh.com.my atau Kabar.id saja."]


def test_spaced_closing_quote_stays(indonesian: LanguagePack) -> None:
    assert cut('"Kami aman. " Warga lega.', indonesian) == ['"Kami aman. "', "Warga lega."]


def test_title_first(indonesian: LanguagePack) -> None:
    report = Report(id="report:1", source="a.txt", title="Gempa. Lagi?", text="Satu.\nDua. Tiga.")
    found = find_sentences(report, pack=indonesian)
    assert [(s.span.exact, s.paragraph) for s in found] == [("Gempa. Lagi?", -1), ("Satu.", 0), ("Dua.", 1), ("Tiga.", 1)]
    assert found[0].span.where is Where.TITLE


@pytest.mark.parametrize("line", ["a." * 50_000, '."' * 50_000, "Dr. " * 25_000, '" ' * 50_000, "!" * 100_000, ". " * 50_000])
def test_long_lines_take_linear_time(line: str, indonesian: LanguagePack) -> None:
    def seconds(text: str) -> float:
        report = Report(id="report:1", source="a.txt", text=text)
        start = time.process_time()
        find_sentences(report, pack=indonesian)
        return time.process_time() - start

    assert seconds(line) < 20 * (seconds(line[: len(line) // 4]) + 0.01)
