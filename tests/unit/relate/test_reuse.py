"""Who copies whom, on texts written for the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days
from rujuk.model.story import ReuseKind
from rujuk.relate.reuse import find_reuse

FERRY = (
    "Sebuah feri bernama Laut Biru karam di selat pada Senin malam setelah mesinnya mati dan ombak setinggi tiga meter "
    "menghantam lambung kiri, kata petugas pelabuhan yang memimpin pencarian sejak dini hari bersama nelayan setempat."
)
SPEECH = (
    "kami meminta semua pemilik kapal memeriksa mesin mereka sebelum berlayar karena musim angin barat belum selesai "
    "dan gelombang dapat naik dengan cepat dalam beberapa jam ke depan"
)
OTHER = "Harga cabai di pasar induk turun setelah panen raya di tiga kabupaten, sementara pedagang menunggu pasokan bawang dari luar pulau."


def report(name: str, text: str, day: int = 5, outlet: str | None = None) -> Report:
    published = Published(days=Days.on(date(2031, 3, day)), basis=Basis.METADATA)
    return Report(
        id=f"report:{name}", source=name, text=text, published=published, outlet=Outlet(name=outlet or name), language="id"
    )


def test_a_copy_is_found_with_its_passages_and_direction() -> None:
    late, early = report("a", f"Pembuka lain.\n{FERRY}", day=6), report("b", FERRY, day=5)
    (reuse,) = find_reuse([late, early])
    assert (reuse.source, reuse.target, reuse.reason) == ("report:b", "report:a", "earlier")
    assert reuse.kind is ReuseKind.SYNDICATED
    assert reuse.share > 0.8
    passage = reuse.passages[0]
    assert late.text[passage.target.start : passage.target.end] == early.text[passage.source.start : passage.source.end]


def test_the_credited_outlet_is_the_source() -> None:
    crediting = report("a", f"{FERRY} Demikian dilaporkan Kabar Selat.", outlet="Harian Pantai")
    credited = report("b", FERRY, outlet="Kabar Selat")
    (reuse,) = find_reuse([crediting, credited])
    assert (reuse.source, reuse.reason) == ("report:b", "credited")


def test_the_same_speech_is_no_copy() -> None:
    a = report("a", f'{FERRY}\n"{SPEECH}," kata kepala pelabuhan.')
    b = report(
        "b",
        f'{OTHER} Itu terpisah dari berita utama hari ini.\n"{SPEECH}," ujar pejabat itu di tempat lain kepada wartawan kami.',
    )
    (reuse,) = find_reuse([a, b])
    assert reuse.kind is ReuseKind.SHARED_QUOTE


QUAKE = (
    "Gempa mengguncang Lembah Karsa pada Rabu pagi dan merusak puluhan rumah, kata kepala badan penanggulangan bencana daerah. "
    "Warga Karsa berlari keluar rumah dan mendirikan tenda di lapangan, sementara tim penolong memeriksa sekolah dan puskesmas. "
    "Jaringan listrik ke Lembah Karsa terputus sampai siang hari. Ahli geologi menyebut sesar yang sama pernah bergerak dua puluh tahun lalu, "
    "ketika gedung balai desa runtuh. Bantuan pertama berupa selimut, beras dan air bersih tiba menjelang malam dengan tiga truk tentara. "
)
MARKET = (
    "Harga cabai di pasar induk Sembada turun setelah panen raya di tiga kabupaten, kata ketua paguyuban pedagang. "
    "Pembeli di Sembada mengaku senang karena bulan lalu harganya tiga kali lipat, sedangkan petani meminta harga dasar. "
    "Pemerintah kabupaten akan memantau pasokan bawang dari luar pulau sampai akhir bulan. Sopir truk sayur mengeluhkan jalan rusak di lereng, "
    "sebab waktu tempuh menjadi dua kali lebih lama. Koperasi setempat menawarkan gudang pendingin agar hasil panen tidak cepat busuk. "
)
NOTICE = (
    "Ikuti saluran kami di aplikasi percakapan untuk mendapatkan kabar pilihan setiap hari; pasang notifikasi, simpan tautan berlangganan, "
    "dan sampaikan kritik kepada redaksi lewat formulir pengaduan di laman kami."
)
FIRE = (
    "A fire destroyed the covered market of Port Alden on Tuesday night, and the fire chief said that nobody was hurt. "
    "Traders in Port Alden had left their stalls two hours earlier; the mayor promised them tents until the roof is rebuilt. "
    "Smoke drifted over the harbour until morning and two ferries were held back. Investigators took samples from a bakery at the northern "
    "gate, where a guard had seen the first flames. An old clock above the entrance, the pride of the quarter, could be saved. "
)
STRIKE = (
    "Bus drivers in Wexmouth stopped work at dawn because talks on their shifts had failed, the union said. "
    "Schools in Wexmouth stayed open, and the council asked parents to walk with their children until the talks go on. "
    "A mediator will meet both sides at the town hall on Friday. Taxi firms doubled their fares before noon, which angered commuters from the "
    "villages, and cyclists filled the bridges. The company wants longer breaks to be unpaid; its drivers want a pay rise of six per cent. "
)
RIGHTS = (
    "This material may not be published, broadcast, rewritten or redistributed without written permission; transcripts are prepared "
    "under deadline by a contractor, and accuracy and availability may vary."
)


@pytest.mark.parametrize(("one", "other", "notice"), [(QUAKE, MARKET, NOTICE), (FIRE, STRIKE, RIGHTS)], ids=["id", "en"])
@pytest.mark.parametrize(
    "outlets", [("Kabar Selat", "Kabar Selat"), ("Kabar Selat", "Harian Pantai")], ids=["one outlet", "an agency's"]
)
def test_a_closing_notice_is_no_reuse(one: str, other: str, notice: str, outlets: tuple[str, str]) -> None:
    language = "id" if notice is NOTICE else "en"
    a, b = (
        replace(report(name, f"{text}\n{notice}", outlet=outlet), language=language)
        for name, text, outlet in zip("ab", (one, other), outlets, strict=True)
    )
    assert find_reuse([a, b]) == ()


@pytest.mark.parametrize(("text", "notice"), [(QUAKE, NOTICE), (FIRE, RIGHTS)], ids=["id", "en"])
def test_a_notice_below_a_copy_is_no_passage_of_it(text: str, notice: str) -> None:
    a, b = report("a", f"{MARKET}{STRIKE}\n{text}\n{notice}"), report("b", f"{text}\n{notice}", day=6)
    (reuse,) = find_reuse([a, b])
    shared = [b.text[p.target.start : p.target.end] for p in reuse.passages]
    assert "".join(shared).count(text[:40]) == 1
    assert notice[-30:] not in "".join(shared)


@pytest.mark.parametrize(
    ("one", "other", "recap"),
    [
        (
            QUAKE,
            "Bupati meninjau tenda pengungsi. Dapur umum dibuka di tiga desa dan obat dikirim dari kota sejak kemarin. ",
            QUAKE,
        ),
        (FIRE, "The mayor spoke to traders. A fund was opened and two banks promised loans for new stalls by next week. ", FIRE),
    ],
    ids=["id", "en"],
)
def test_a_recap_at_the_end_is_reuse(one: str, other: str, recap: str) -> None:
    """An outlet tells again what was: that is its own text taken over, for it speaks of what the report is about."""
    a, b = report("a", one, outlet="Kabar Selat"), report("b", f"{other * 3}\n{recap}", day=6, outlet="Kabar Selat")
    (reuse,) = find_reuse([a, b])
    assert (reuse.source, reuse.target) == ("report:a", "report:b")


def test_a_report_that_is_little_but_a_notice_shares_it() -> None:
    a, b = report("a", f"{QUAKE}\n{NOTICE}"), report("b", f"Foto pasar malam. Lihat galeri.\n{NOTICE}")
    assert len(find_reuse([a, b])) == 1


def test_different_texts_share_nothing() -> None:
    assert find_reuse([report("a", FERRY), report("b", OTHER)]) == ()


WORDS = st.lists(st.sampled_from([f"kata{i}" for i in range(40)]), min_size=0, max_size=120)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_passages_hold_the_same_words_and_order_changes_nothing(texts: list[list[str]]) -> None:
    reports = [report(str(n), " ".join(words)) for n, words in enumerate(texts)]
    found = find_reuse(reports)
    again = find_reuse(reports[::-1])
    assert found == again
    text = {r.id: r.text for r in reports}
    for reuse in found:
        assert 0 < reuse.share <= 1
        for p in reuse.passages:
            assert text[reuse.source][p.source.start : p.source.end] == text[reuse.target][p.target.start : p.target.end]
