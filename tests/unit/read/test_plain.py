"""Plain text and Markdown: head data, furniture, blocks."""

from __future__ import annotations

import pytest

from rujuk.model.report import Report
from rujuk.read.plain import paragraphs, read_plain

LEAD = "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa."
MORE = "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu."


def plain(*lines: str) -> Report:
    report = read_plain("\n\n".join(lines), source="a.txt")
    assert report is not None
    return report


def test_front_matter() -> None:
    head = '---\ntitle: "Jembatan Ambruk"\noutlet: contoh.id\nurl: https://contoh.id/x\npublished: 2024-05-06T07:08:00+07:00\nauthor: "Sri Contoh -detikNews"\nlanguage: id\n---'
    report = read_plain(f"{head}\n\nJembatan Ambruk\n{LEAD}\n{MORE}\n", source="a.md")
    assert report is not None
    assert report.published is not None
    assert report.outlet is not None
    assert (report.title, report.text, report.language, report.bylines) == (
        "Jembatan Ambruk",
        f"{LEAD}\n{MORE}",
        "id",
        ("Sri Contoh",),
    )
    assert (report.published.local, report.published.basis, report.outlet.domain) == (
        "2024-05-06T07:08:00+07:00",
        "metadata",
        "contoh.id",
    )


def test_nonsense_date_is_unknown_with_a_warning() -> None:
    report = read_plain(f"---\ntitle: x\npublished: besok pagi\n---\n{LEAD}", source="a.md")
    assert report is not None
    assert report.published is None
    assert any("besok pagi" in w for w in report.warnings)


def test_broken_yaml_is_read_line_by_line() -> None:
    report = read_plain(
        f'---\ntitle: "Jembatan\noutlet: [contoh\nurl: https://contoh.id/2024/05/06/x\n---\n{LEAD}', source="a.md"
    )
    assert report is not None
    assert report.url == "https://contoh.id/2024/05/06/x"
    assert report.published is not None
    assert report.published.basis == "url"
    assert any("front matter" in w for w in report.warnings)


def test_shifted_day_gives_way_to_the_stamp_in_the_address() -> None:
    report = read_plain(f"---\nurl: https://contoh.id/x/20240506231500-20-1/a\npublished: 2024-05-07\n---\n{LEAD}", source="a.md")
    assert report is not None
    assert report.published is not None
    assert (str(report.published.days.earliest), report.published.basis) == ("2024-05-06", "url")


def test_copied_page() -> None:
    report = plain(
        "Berita",
        "Warga memandang sisa jembatan, Senin, 6 Mei 2024/Net",
        "Daerah",
        "Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus",
        "SENIN, 06 MEI 2024 | 10:15 WIB | LAPORAN: SRI CONTOH",
        LEAD,
        "SCROLL TO CONTINUE WITH CONTENT",
        MORE,
        "Baca juga: Harga Cabai Turun di Pasar Induk",
        "SUMBER: ANTARA",
        "Populer",
        "Harga Beras Naik Lagi di Dua Kota",
        "Selasa, 7 Mei 2024 | 04:16",
        "Selengkapnya",
    )
    assert report.title == "Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus"
    assert report.text.split("\n") == ["Warga memandang sisa jembatan, Senin, 6 Mei 2024/Net", LEAD, MORE, "SUMBER: ANTARA"]
    assert [b.kind for b in report.blocks] == ["caption", "body"]
    assert report.bylines == ("Sri Contoh",)
    assert report.published is not None
    assert (report.published.local, report.published.basis) == ("2024-05-06T10:15:00+07:00", "dateline")


def test_names_on_the_lines_after_their_label() -> None:
    report = plain("Jembatan Kayu di Desa Contoh Ambruk", "Reporter:", "Editor:", "Sri Contoh", "• Ukuran Font: - +", LEAD, MORE)
    assert (report.bylines, report.text) == (("Sri Contoh",), f"{LEAD}\n{MORE}")


def test_caption_printed_twice_stays_twice() -> None:
    caption = "Warga memandang sisa jembatan di tepi sungai Contoh pada pagi hari"
    report = plain("Jembatan Kayu di Desa Contoh Ambruk", caption + " (Foto: Humas)", caption + " (Foto: Humas)", LEAD, MORE)
    assert report.text.count(caption) == 2
    assert report.blocks[0].kind == "caption"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 5, 2010", "2010-05-05"),
        ("11 / 28 / 05", "2005-11-28"),
        ("Last Updated: Monday, 28 November 2005, 02: 24 GMT", "2005-11-28"),
        ("Novemer 27, 2005", "2005-11-27"),
    ],
)
def test_english_date_lines(line: str, day: str) -> None:
    lead = "A bridge over the river has collapsed after three days of rain, the mayor said on Monday."
    for lines in ((line, "Bridge collapses after rain"), ("Bridge collapses after rain", line)):
        report = plain(*lines, lead, "Nobody was hurt, and the road will be closed for a week, he said.")
        assert report.title == "Bridge collapses after rain"
        assert report.text.startswith(lead)
        assert report.published is not None
        assert str(report.published.days.earliest) == day


def test_text_without_headline_has_none() -> None:
    assert plain(LEAD, MORE).title is None


def test_blocks_cover_the_text() -> None:
    report = plain("Jembatan Ambruk di Desa", LEAD, "Warga Mengungsi", MORE, MORE.replace("warga", "mereka"))
    assert [b.kind for b in report.blocks] == ["body", "subheading", "body"]
    assert "\n".join(report.text[b.start : b.end] for b in report.blocks) == report.text


def test_markdown_marks_go() -> None:
    report = read_plain(
        f"# Jembatan Ambruk\n\n**{LEAD}**\n\n![foto](a.png)\n\n## Warga\n\n{MORE} Lihat [kantor desa](https://contoh.id).",
        source="a.md",
    )
    assert report is not None
    assert report.title == "Jembatan Ambruk"
    assert report.text == f"{LEAD}\nWarga\n{MORE} Lihat kantor desa."


def test_hard_wrapped_lines_are_joined() -> None:
    words = (LEAD + " " + MORE).split()
    wrapped, line = [], ""
    for word in words * 2:
        line = f"{line} {word}".strip()
        if len(line) > 60:
            wrapped.append(line)
            line = ""
    assert paragraphs("\n".join(wrapped)) == [" ".join(wrapped)]
    assert paragraphs(f"{LEAD}\n{MORE}") == [LEAD, MORE]


@pytest.mark.parametrize(
    "title",
    [
        "Siap-siap! Jembatan Baru Dibuka Besok",
        "Jembatan Ambruk di Desa, Warga ...",
        "Mau Menyeberang? Pakai Perahu Saja, Gratis!",
    ],
)
def test_headlines_with_marks_of_sentences(title: str) -> None:
    report = plain(title, LEAD, MORE)
    assert (report.title, report.text) == (title, f"{LEAD}\n{MORE}")


def test_whole_page_copied_with_its_menus() -> None:
    menu = [f"Menu {n}" for n in range(20)]
    links = [f"Berita Nomor {n} Hari Ini" for n in range(20)]
    body = [LEAD, MORE, LEAD.replace("Jembatan", "Dermaga"), MORE.replace("perahu", "rakit"), LEAD.replace("Senin", "Selasa")]
    report = plain(*menu, "Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus", "Senin, 6 Mei 2024 10:15 WIB", *body, *links)
    assert report.text.split("\n") == body
    assert report.title == "Jembatan Kayu di Desa Contoh Ambruk Diterjang Arus"
    assert report.published is not None


def test_long_lists_of_a_report_are_no_menu() -> None:
    items = [f"{n}. Pos {n}: Jalan Contoh Nomor {n}" for n in range(1, 60)]
    report = plain("Jembatan Kayu di Desa Contoh Ambruk", LEAD, MORE, LEAD.replace("Jembatan", "Dermaga"), *items)
    assert all(x in report.text for x in items)


def test_a_stub_behind_a_paywall_says_so() -> None:
    assert plain("Jembatan Ambruk", LEAD, MORE, "Artikel ini khusus untuk pelanggan.").partial is not None
    assert plain("Jembatan Ambruk", LEAD, MORE).partial is None
