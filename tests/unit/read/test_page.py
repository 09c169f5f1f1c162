"""Web pages: head data, body, what is refused."""

from __future__ import annotations

import json

import pytest

from rujuk.model.report import Failure, Report
from rujuk.read.page import read_page

PROSE = [
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa.",
    "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu.",
    "Pemerintah kabupaten akan membangun jembatan beton di tempat itu setelah musim hujan berakhir.",
    "Menurut warga, arus mulai naik pada malam sebelumnya dan membawa batang pohon dari hulu.",
]


def page(
    *, head: str = "", before: str = "", inside: str = "", after: str = "", h1: str = "Jembatan Kayu di Desa Contoh Ambruk"
) -> str:
    body = "".join(f"<p>{p}</p>" for p in PROSE[:2]) + inside + "".join(f"<p>{p}</p>" for p in PROSE[2:])
    return f"<!doctype html><html lang='id'><head>{head}</head><body><nav><a href='/'>Beranda</a></nav>{before}<article><h1>{h1}</h1>{body}</article>{after}</body></html>"


def read(text: str) -> Report:
    report = read_page(text, source="a.html")
    assert isinstance(report, Report), report
    return report


def linked(**more: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_json_ld_head() -> None:
    head = linked(
        headline="Jembatan Kayu di Desa Contoh Ambruk",
        datePublished="2024-05-06T10:15:00+07:00",
        dateModified="2024-05-06T12:00:00+07:00",
        author=[{"@type": "Person", "name": "Sri Contoh"}, {"@type": "Organization", "name": "Harian Contoh"}],
        publisher={"@type": "Organization", "name": "Harian Contoh"},
    )
    report = read(page(head=head + '<link rel="canonical" href="https://www.harian-contoh.id/daerah/1/jembatan-ambruk">'))
    assert report.published is not None
    assert report.outlet is not None
    assert report.title == "Jembatan Kayu di Desa Contoh Ambruk"
    assert (report.published.local, report.published.basis) == ("2024-05-06T10:15:00+07:00", "metadata")
    assert report.modified == "2024-05-06T12:00:00+07:00"
    assert (report.bylines, report.outlet.name, report.outlet.domain) == (("Sri Contoh",), "Harian Contoh", "harian-contoh.id")
    assert report.url == "https://www.harian-contoh.id/daerah/1/jembatan-ambruk"
    assert report.text == "\n".join(PROSE)
    assert report.language == "id"


@pytest.mark.parametrize("wrapped", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};"])
def test_json_ld_in_wrappings_and_with_a_stray_comma(wrapped: str) -> None:
    node = '{"@type": "NewsArticle", "headline": "Jembatan Ambruk di Desa", "datePublished": "2024-05-06",}'
    report = read(page(head=f'<script type="application/ld+json">{wrapped.replace("{}", node)}</script>'))
    assert report.published is not None
    assert str(report.published.days.earliest) == "2024-05-06"


def test_site_name_is_cut_off_the_title() -> None:
    head = '<title>Jembatan Ambruk di Desa | Harian Contoh</title><meta property="og:site_name" content="Harian Contoh">'
    assert read(page(head=head, h1="")).title == "Jembatan Ambruk di Desa"
    head = '<title>Banjir - Longsor: Dua Desa Terputus</title><meta property="og:site_name" content="Harian Contoh">'
    assert read(page(head=head, h1="")).title == "Banjir - Longsor: Dua Desa Terputus"


def test_time_in_utc_is_told_at_home() -> None:
    report = read(page(head=linked(headline="Jembatan Ambruk di Desa", datePublished="2024-05-05T23:15:00Z")))
    assert report.published is not None
    assert (str(report.published.days.earliest), report.published.local) == ("2024-05-06", "2024-05-06T06:15:00+07:00")


def test_visible_date_line() -> None:
    text = page(h1="Jembatan Kayu di Desa Contoh Ambruk</h1><div class='meta'><span>Senin, 6 Mei 2024 10:15 WIB</span></div><h1>")
    report = read(text)
    assert report.published is not None
    assert (report.published.local, report.published.basis) == ("2024-05-06T10:15:00+07:00", "dateline")


def test_date_in_the_address_and_none_at_all() -> None:
    with_address = read(page(head='<link rel="canonical" href="https://contoh.id/2024/05/06/jembatan-ambruk-di-desa">'))
    assert with_address.published is not None
    assert with_address.published.basis == "url"
    assert read(page()).published is None


def test_furniture_inside_the_body_goes() -> None:
    inside = "<p><a href='/x'>Harga Cabai Turun di Pasar Induk</a></p><p>Baca juga: <a href='/y'>Dua Rumah Hangus</a></p><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>"
    after = "<div class='terpopuler'><h3>Terpopuler</h3><ul><li><a href='/z'>Harga Beras Naik Lagi</a></li></ul></div><footer>Copyright 2024</footer>"
    assert read(page(inside=inside, after=after)).text == "\n".join(PROSE)


def test_words_are_not_joined_where_a_link_ends() -> None:
    inside = (
        "<p>Warga <a href='/t'>Desa Contoh</a> dan <b>relawan</b> membersihkan sisa kayu pada sore hari, kata camat setempat.</p>"
    )
    assert "Warga Desa Contoh dan relawan membersihkan" in read(page(inside=inside)).text


def test_bare_first_paragraph_is_kept() -> None:
    body = f"<div class='read'><b>Desa Contoh</b> - {PROSE[0]}<br><br>{PROSE[1]}<p>{PROSE[2]}</p><p>{PROSE[3]}</p></div>"
    report = read(f"<html><body><h1>Jembatan Ambruk di Desa Contoh</h1>{body}</body></html>")
    assert report.text.split("\n") == [f"Desa Contoh - {PROSE[0]}", *PROSE[1:]]


def test_subheadings_are_told() -> None:
    report = read(page(inside="<h2>Warga Memakai Perahu</h2>"))
    assert [b.kind for b in report.blocks] == ["body", "subheading", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><link rel='canonical' href='https://contoh.id/'></head><body>"
        + "".join(
            f"<h2><a href='/{n}'>Judul Berita Nomor {n} Hari Ini</a></h2><p>Ringkasan berita nomor {n} yang pendek saja.</p>"
            for n in range(20)
        )
        + "</body></html>",
        "<html><head><meta property='og:url' content='https://contoh.id/tag/gempa'></head><body>"
        + "".join(f"<div><a href='/{n}'>Judul Berita Nomor {n}</a><p>{PROSE[n % 4]}</p></div>" for n in range(20))
        + "</body></html>",
        "<html><head><link rel='canonical' href='https://contoh.id/search?q=gempa'></head><body><p>"
        + "</p><p>".join(PROSE)
        + "</p></body></html>",
    ],
)
def test_index_pages_are_refused(text: str) -> None:
    found = read_page(text, source="a.html")
    assert isinstance(found, Failure)
    assert found.code == "index-page"


def test_paywall_stub_is_partial() -> None:
    report = read(page(head=linked(headline="Jembatan Ambruk di Desa", isAccessibleForFree=False)))
    assert report.partial is not None
    assert read(page()).partial is None


def test_body_stated_in_json_ld_wins_where_the_page_has_little() -> None:
    head = linked(headline="Jembatan Ambruk di Desa", articleBody="\n".join(PROSE * 4))
    report = read(f"<html><head>{head}</head><body><h1>Jembatan Ambruk di Desa</h1><p>{PROSE[0]}</p></body></html>")
    assert report.text.split("\n") == PROSE * 4
