"""A report told from the page around it, in a text copied whole."""

from __future__ import annotations

import pytest

from rujuk.model.report import BlockKind, Report
from rujuk.read.line_features import features, stands_in_page, thinned
from rujuk.read.packs import furniture_of
from rujuk.read.plain import read_plain
from rujuk.read.report_lines import probabilities, report_lines

MENU_ID = [
    "Beranda",
    "Nasional",
    "Daerah",
    "Ekonomi",
    "Olahraga",
    "Gaya Hidup",
    "Teknologi",
    "Otomotif",
    "Wisata",
    "Kuliner",
    "Opini",
    "Kolom",
    "Indeks",
    "Masuk",
    "Daftar",
    "Cari",
    "Edisi Sore",
    "Arsip Lama",
    "Kota Tua",
    "Pesisir",
]
LIST_ID = [
    "Populer",
    "Harga Cabai Turun di Pasar Induk",
    "Klub Desa Menang Tiga Gol",
    "Resep Sayur Asem untuk Sahur",
    "Jadwal Kapal Pekan Ini",
    "Tips Merawat Sepeda Tua",
    "Cuaca Cerah di Pesisir Utara",
]
BODY_ID = (
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa.",
    "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu.",
    '"Kami sudah meminta bantuan kabupaten agar jembatan desa segera dibangun lagi," ujarnya di lokasi jembatan.',
    "Jembatan kayu itu dibangun warga tiga puluh tahun lalu dan terakhir diperbaiki pada musim kemarau.",
)
MENU_EN = [
    "Home",
    "World",
    "Business",
    "Politics",
    "Sport",
    "Culture",
    "Weather",
    "Opinion",
    "Science",
    "Health",
    "Travel",
    "Food",
    "Podcasts",
    "Video",
    "Jobs",
    "Puzzles",
    "Sign in",
    "Subscribe",
    "My account",
    "Saved items",
    "Harbour guide",
]
LIST_EN = [
    "Most read",
    "Potato prices fall in the old market",
    "Village side wins by three goals",
    "How to mend an old bicycle",
    "Ferry timetable for the week",
    "Sunny days on the north coast",
]
BODY_EN = (
    "A wooden bridge in the village of Example collapsed on Monday morning after heavy rain, its mayor said.",
    "Nobody was hurt, and people in the village will cross the river by boat for some weeks, she told reporters.",
    '"We have asked the county to build the bridge again before the winter," the mayor said beside the river.',
    "The bridge was built by the village thirty years ago and last repaired in the dry summer of that year.",
)


def copied(menu: list[str], head: list[str], body: tuple[str, ...], listed: list[str], foot: list[str]) -> Report:
    report = read_plain("\n".join([*menu, *head, *body, *listed, *foot]), source="a.txt")
    assert report is not None
    return report


def test_indonesian_page() -> None:
    head = ["Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus", "Sri Contoh", "Senin, 06/05/2024 10:15 WIB | 1.229 kali dibaca"]
    report = copied(MENU_ID, ["Daerah", *head], BODY_ID, LIST_ID, ["Tentang Kami", "Pedoman Siber", "Hak cipta dilindungi"])
    assert report.text.split("\n") == list(BODY_ID)
    assert (report.title, report.bylines) == (head[0], ("Sri Contoh",))
    assert report.published is not None
    assert (report.published.local, report.published.basis) == ("2024-05-06T10:15:00+07:00", "dateline")


def test_english_page() -> None:
    head = [
        "Bridge in Example village collapses after heavy rain",
        "By Ann Example - Sample News - Monday, 6 May 2024",
        "3 min read",
    ]
    report = copied(MENU_EN, ["World", *head], BODY_EN, LIST_EN, ["Contact us", "Privacy policy", "Terms of use"])
    assert report.text.split("\n") == list(BODY_EN)
    assert (report.title, report.bylines) == (head[0], ("Ann Example",))
    assert report.published is not None
    assert str(report.published.days.earliest) == "2024-05-06"


def test_masthead_day_gives_way_to_the_day_below_the_headline() -> None:
    head = ["Thursday, 9 May 2024", "Bridge in Example village collapses after heavy rain", "Monday, 6 May 2024"]
    report = copied(MENU_EN, head, BODY_EN, LIST_EN, [])
    assert report.published is not None
    assert str(report.published.days.earliest) == "2024-05-06"


def test_links_between_paragraphs_go() -> None:
    lexicon = furniture_of("id")
    lines = [
        *MENU_ID,
        "Jembatan Kayu di Desa Contoh Ambruk",
        *BODY_ID[:2],
        "Baca juga: Perahu Warga Karam",
        *BODY_ID[2:],
        *LIST_ID,
    ]
    kept = [lines[n] for n in report_lines(lines, lexicon)]
    assert [x for x in kept if x in BODY_ID] == list(BODY_ID)
    assert not any(x.startswith("Baca juga") for x in kept)


def test_article_with_a_table_is_no_page() -> None:
    rows = [f"Pos {n} naik {n} cm" for n in range(40)]
    lines = ["Tinggi Air di Empat Puluh Pos", *BODY_ID, *rows]
    assert not stands_in_page(lines, furniture_of("id"))
    report = read_plain("\n".join(lines), source="a.txt")
    assert report is not None
    assert all(row in report.text for row in rows)


@pytest.mark.parametrize("lines", [[], ["x"], ["..."] * 40, ["Beranda"] * 40])
def test_no_report(lines: list[str]) -> None:
    assert report_lines(lines, furniture_of("id")) == []


def test_probabilities_are_of_the_whole_chain() -> None:
    lexicon = furniture_of("en")
    shares = probabilities(features([*MENU_EN, *BODY_EN, *LIST_EN], lexicon))
    assert all(0 <= x <= 1 for x in shares)
    assert min(shares[len(MENU_EN) : len(MENU_EN) + 4]) > max(shares[: len(MENU_EN)])


def test_lines_said_over_and_over_go_first() -> None:
    lexicon = furniture_of("en")
    lines = ["Harbour pages", BODY_EN[0], "Harbour pages", BODY_EN[1], "Harbour pages"]
    assert thinned(lines, lexicon) == [1, 3]


def test_captions_stay_with_the_report_and_posts_are_quoted() -> None:
    caption = "Warga memandang sisa jembatan di tepi sungai. Foto: Dok. Desa"
    post = [
        "Jembatan kami ambruk, tolong bantu warga desa segera dengan perahu dan makanan!",
        "— Kepala Desa (@kades) May 6, 2024",
    ]
    lines = [
        "Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus",
        "Senin, 6 Mei 2024",
        *BODY_ID[:2],
        caption,
        *post,
        *BODY_ID[2:],
    ]
    report = copied(MENU_ID, lines, (), LIST_ID, [])
    kinds = {line: b.kind for b in report.blocks for line in report.text[b.start : b.end].split("\n")}
    assert kinds[caption] == BlockKind.CAPTION
    assert {kinds[x] for x in post if x in kinds} <= {BlockKind.QUOTED}
    assert all(kinds[x] == BlockKind.BODY for x in BODY_ID)


def test_a_page_of_pictures_is_its_captions() -> None:
    captions = [f"Warga menarik kayu nomor {n} dari sungai, Senin (6/5). (Foto: Dok. Desa)" for n in range(4)]
    lines = [*MENU_ID, "Jembatan Kayu di Desa Contoh", *captions, *LIST_ID]
    assert [lines[n] for n in report_lines(lines, furniture_of("id"))] == captions
