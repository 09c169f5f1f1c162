"""Who copies whom, on texts written for the test."""

from __future__ import annotations

from datetime import date

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
