"""The quotes board: each utterance once, under the mouth it came from."""

from __future__ import annotations

import dossiers
from rujuk.model.marks import SourceKind
from rujuk.tell.quotes import Board, quotes_board


def _board(*desks: dossiers.Desk) -> Board:
    return quotes_board([d.done() for d in desks])


def _desk(outlet: str, text: str) -> dossiers.Desk:
    return dossiers.Desk(outlet, "id", dossiers.on(1), "Judul", text)


LONG = "Kami akan tetap mencari sampai semua orang ditemukan oleh tim di lapangan"


def test_one_utterance_in_two_reports_stands_once_in_its_fullest_wording() -> None:
    a = _desk("A", f"“{LONG},” kata Sari Wulan.")
    b = _desk("B", "“Kami akan tetap mencari sampai semua orang ditemukan,” kata Sari Wulan.")
    a.says("Sari Wulan", LONG)
    b.says("Sari Wulan", "Kami akan tetap mencari sampai semua orang ditemukan")
    for order in ((a, b), (b, a)):
        (speaker,) = _board(*order).speakers
        (quote,) = speaker.quotes
        assert quote.text == LONG
        assert {r.outlet.name for r in quote.reports if r.outlet} == {"A", "B"}


def test_other_words_are_other_utterances_and_direct_ones_come_first() -> None:
    a = _desk("A", f"{LONG} kata Sari Wulan. “Jalan ditutup mulai pagi ini juga,” katanya.")
    a.says("Sari Wulan", LONG, kind="indirect")
    a.says("Sari Wulan", "Jalan ditutup mulai pagi ini juga")
    (speaker,) = _board(a).speakers
    assert [q.kind.value for q in speaker.quotes] == ["direct", "indirect"]


def test_a_short_name_goes_to_the_one_fuller_name_only() -> None:
    a = _desk("A", "satu dua tiga empat. lima enam tujuh delapan.")
    a.says("Sari Wulan Dewi", "satu dua tiga empat")
    a.says("Sari", "lima enam tujuh delapan")
    assert [s.name for s in _board(a).speakers] == ["Sari Wulan Dewi"]
    b = _desk("B", "sembilan sepuluh sebelas dua belas")
    b.says("Sari Kusuma", "sembilan sepuluh sebelas dua belas")
    assert {s.name for s in _board(a, b).speakers} == {"Sari Wulan Dewi", "Sari Kusuma", "Sari"}


def test_unnamed_speakers_come_last_and_speakers_by_reports() -> None:
    a = _desk("A", "satu dua tiga empat. lima enam tujuh delapan. sepuluh sebelas dua belas tiga belas.")
    a.says("seorang warga", "satu dua tiga empat", who=SourceKind.ANONYMOUS)
    a.says("Anton", "lima enam tujuh delapan")
    a.says("Budi", "sepuluh sebelas dua belas tiga belas")
    b = _desk("B", "sepuluh sebelas dua belas tiga belas.")
    b.says("Budi", "sepuluh sebelas dua belas tiga belas")
    assert [s.name for s in _board(a, b).speakers] == ["Budi", "Anton", "seorang warga"]


def test_a_board_has_an_end_and_says_how_much_it_left() -> None:
    desks = []
    for n in range(30):
        desk = _desk(f"M{n}", " ".join(f"kata{n}x{k} lain{k} lagi{n} ujung{k}." for k in range(10)))
        for k in range(10):
            desk.says(f"Orang {n}", f"kata{n}x{k} lain{k} lagi{n} ujung{k}")
        desks.append(desk)
    board = _board(*desks)
    shown = sum(len(s.quotes) for s in board.speakers)
    assert shown + board.rest == 300
    assert 0 < board.rest < 300


def test_two_translations_into_one_language_are_one_utterance() -> None:
    a = _desk("A", "“Masa depan pelabuhan dan nasib nelayan kota ini sedang dipertaruhkan,” kata Sari Wulan.")
    b = _desk("B", "“Yang dipertaruhkan: masa depan pelabuhan, juga nasib para nelayan kota,” kata Sari Wulan.")
    c = _desk("C", "“Masa depan pelabuhan dan nasib nelayan kota ini tidak dipertaruhkan,” kata Sari Wulan.")
    a.says("Sari Wulan", "Masa depan pelabuhan dan nasib nelayan kota ini sedang dipertaruhkan")
    b.says("Sari Wulan", "Yang dipertaruhkan: masa depan pelabuhan, juga nasib para nelayan kota")
    (speaker,) = _board(a, b).speakers
    assert [len(q.reports) for q in speaker.quotes] == [2]
    c.says("Sari Wulan", "Masa depan pelabuhan dan nasib nelayan kota ini tidak dipertaruhkan")
    (speaker,) = _board(b, c).speakers
    assert [len(q.reports) for q in speaker.quotes] == [1, 1]


def test_the_opposite_in_nearly_the_same_words_is_another_utterance() -> None:
    a = _desk("A", "Pembagian makanan bagi pengungsi di kamp nelayan berjalan lambat.")
    b = _desk("B", "Pembagian makanan bagi pengungsi di kamp nelayan berjalan lancar.")
    a.says("Sari Wulan", "Pembagian makanan bagi pengungsi di kamp nelayan berjalan lambat", kind="indirect")
    b.says("Sari Wulan", "Pembagian makanan bagi pengungsi di kamp nelayan berjalan lancar", kind="indirect")
    (speaker,) = _board(a, b).speakers
    assert [len(q.reports) for q in speaker.quotes] == [1, 1]
