"""Pages laid out with tables and line breaks, and copied texts with what stands around them: no word joined, none lost."""

from __future__ import annotations

from rujuk.model.report import BlockKind, Report
from rujuk.read.page import read_page
from rujuk.read.sources import read_bytes

LINES = (
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa.",
    "Dua warga masih dicari.",
    "Pemerintah kabupaten akan membangun jembatan beton di tempat itu setelah musim hujan berakhir, kata camat setempat.",
    "Sebanyak 14 perahu dan 9 rakit dipakai warga untuk menyeberang sampai jembatan beton selesai dibangun.",
)
MENU = "<b>Kabar Contoh</b> [<a href='/1'>Nasional</a>] [<a href='/2'>Dunia</a>] [<a href='/3'>Ekonomi</a>]"
ALSO = "Baca juga: <a href='/b'>Pasar Kota Tua Dibuka Lagi</a>"


def page(inside: str) -> Report:
    head = "<head><meta property=og:type content=article><title>Kabar Contoh: Jembatan Desa Contoh Ambruk</title></head>"
    foot = "<p align=center>Tentang Kami | Redaksi | Pedoman Media Siber | Karier<br><i>Situs ini dikelola oleh warga.</i></p>"
    text = f"<html>{head}<body><table><tr><td colspan=2>{MENU}</td></tr><tr><td>{inside}</td></tr></table>{foot}</body></html>"
    report = read_page(text, source="a.html")
    assert isinstance(report, Report), report
    return report


def copied(text: str) -> Report:
    report = read_bytes(text.encode(), source="a.txt")
    assert isinstance(report, Report), report
    return report


def test_table_layout_keeps_paragraphs_apart_and_whole() -> None:
    a, b, c, d = LINES
    report = page(
        f"<h1>Jembatan Desa Contoh Ambruk</h1><p><small>Sri Contoh | 6 Mei 2024, 10:15</small></p><p>{a}</p><p>{b}</p><p>{ALSO}</p><p>{c}</p><p>{d}</p>"
    )
    assert report.text == "\n".join(LINES)
    assert report.title == "Jembatan Desa Contoh Ambruk"


def test_line_breaks_in_a_cell_part_paragraphs() -> None:
    report = page(f"<b>Jembatan Desa Contoh Ambruk</b><br><br>{'<br><br>'.join(LINES)}")
    for line in LINES:
        assert line in report.text.split("\n")


def test_a_table_of_data_keeps_its_rows() -> None:
    rows = "".join(f"<tr><td>Kecamatan {n}</td><td>{n} rumah</td></tr>" for n in range(1, 5))
    text = f"<html><head><meta property=og:type content=article></head><body><article><h1>Jembatan Ambruk di Desa</h1>{''.join(f'<p>{x}</p>' for x in LINES)}<table>{rows}</table></article></body></html>"
    report = read_page(text, source="a.html")
    assert isinstance(report, Report)
    assert "Kecamatan 2 2 rumah" in report.text


def test_the_sentence_after_a_teaser_keeps_its_opening() -> None:
    report = copied(f"Jembatan Ambruk di Desa\n\n{LINES[0]} Baca juga: Pasar Kota Tua Dibuka Lagi {LINES[3]}\n\n{LINES[1]}\n")
    assert LINES[3] in report.text
    assert "Pasar Kota Tua" not in report.text


def test_a_line_with_its_photo_credit_at_the_end_is_a_caption() -> None:
    caption = "Petugas menarik perahu di tepi sungai, Desa Contoh, 2 Januari 2024. Foto: Arsip"
    report = copied(f"Jembatan Ambruk di Desa\n\n{caption}\n\n" + "\n\n".join(LINES))
    (block,) = [b for b in report.blocks if b.kind is BlockKind.CAPTION]
    assert report.text[block.start : block.end] == caption


def test_invitations_are_furniture() -> None:
    invitations = "Selalu ikuti kabar terbaru. Bergabunglah di kanal Telegram Kabar Contoh."
    report = copied("Jembatan Ambruk di Desa\n\n" + "\n\n".join(LINES) + f"\n\n{invitations}\n")
    assert report.text == "\n".join(LINES)


def test_menu_date_and_desk_above_and_list_below() -> None:
    body = (
        "The wooden bridge at the village fell on Monday morning, its mayor said.",
        "Nobody was hurt, and boats will cross the river until a new bridge stands.",
    )
    text = (
        "Village bridge falls after the rain\n\nHome  World  Tides  Weather  Subscribe\n\nMay 6, 2024\n\nBy River Weekly staff\n\n"
        + "\n\n".join(body)
        + "\n\nMost read\n\nOpening hours for the week\n\nFares to rise in June\n\n(Test page: nothing here took place, it was written for this test.)\n"
    )
    report = copied(text)
    assert report.title == "Village bridge falls after the rain"
    assert report.published is not None
    assert report.published.days.earliest.isoformat() == "2024-05-06"
    assert report.bylines == ()
    assert report.text == "\n".join(body)


def test_a_copied_page_says_its_headline_twice() -> None:
    menus = [f"Rubrik {n} Kota" for n in range(30)]
    lines = [
        "Jembatan Kayu Desa Ambruk - Kabar Contoh",
        *menus,
        "Jembatan Kayu Desa Ambruk",
        "Pilih Ukuran Huruf Anda Sendiri",
        *LINES,
        LINES[0],
    ]
    assert copied("\n".join(lines)).title == "Jembatan Kayu Desa Ambruk"


def test_a_byline_in_a_copied_page_is_no_headline() -> None:
    menus = [f"Rubrik {n} Kota" for n in range(30)]
    lines = [*menus, "Bridge falls after the rain at the village", "By Some Name and Other Person The Example Agency"]
    lines += ["The bridge fell on Monday morning after a night of rain, the mayor of the village said."] * 2
    lines += ["Nobody was hurt, and boats will cross the river until a new bridge stands, he said."]
    assert copied("\n".join(lines)).title == "Bridge falls after the rain at the village"
