"""Feeds and channels: each entry or message a report with its own head data; summaries say what they are."""

from __future__ import annotations

import json

import pytest

from archives import PROSE, channel, message, rss
from rujuk.model.report import BlockKind, Failure, Report
from rujuk.read.contents import read_document
from rujuk.read.documents import Document
from rujuk.read.feeds import house_in

FULL = "".join(f"<p>{p}</p>" for p in PROSE * 2)


def read(text: str, *, given: bool = True) -> list[Report | Failure]:
    return list(read_document(Document(data=text.encode(), source="umpan", given=given)))


def only(text: str) -> Report:
    (found,) = read(text)
    assert isinstance(found, Report), found
    return found


def test_whole_entry() -> None:
    found = only(
        rss(
            "<item><title>Jembatan &amp; perahu</title><link>https://contoh.id/a</link><pubDate>Senin, 06 Mei 2024 10:15:00 WIB</pubDate>"
            f"<dc:creator>Sari Contoh</dc:creator><description>Ringkas.</description><content:encoded><![CDATA[{FULL}]]></content:encoded>"
            "<media:content url='a.jpg'><media:description>Warga menyeberang dengan perahu</media:description><media:credit>ANTARA</media:credit></media:content></item>"
        )
    )
    assert (found.source, found.url, found.title) == ("umpan#https://contoh.id/a", "https://contoh.id/a", "Jembatan & perahu")
    assert (found.outlet and (found.outlet.name, found.outlet.domain)) == ("Harian Contoh", "contoh.id")
    assert (found.published and found.published.local) == "2024-05-06T10:15:00+07:00"
    assert (found.bylines, found.partial, found.warnings, found.language) == (("Sari Contoh",), None, (), "id")
    assert found.text.startswith(PROSE[0])
    caption = found.blocks[-1]
    assert caption.kind == BlockKind.CAPTION
    assert found.text[caption.start : caption.end] == "Warga menyeberang dengan perahu (ANTARA)"


def test_summary_is_partial_and_names_the_link() -> None:
    found = only(
        rss(f"<item><title>Jembatan</title><link>https://contoh.id/a</link><description>{PROSE[0]}</description></item>")
    )
    assert (found.partial or "").startswith("summary: ")
    assert found.warnings == ("the full text was not fetched: https://contoh.id/a",)


def test_cut_content_is_partial() -> None:
    assert only(
        rss(f"<item><title>J</title><content:encoded><![CDATA[{FULL}<p>Lalu warga […]</p>]]></content:encoded></item>")
    ).partial


def test_source_of_an_entry_is_its_outlet() -> None:
    found = only(
        rss(f"<item><title>Jembatan</title><link>https://kumpulan.example/x</link><source url='https://lain.id/rss'>Harian Lain</source><description>{PROSE[0]}</description></item>")
    )  # fmt: skip
    assert (found.outlet and (found.outlet.name, found.outlet.domain)) == ("Harian Lain", "lain.id")


def test_credits_of_an_entry_are_kept() -> None:
    found = only(
        rss(
            f"<item><title>J</title><description>{PROSE[0]}</description><media:credit>Foto Contoh</media:credit>"
            "<media:credit role='author'>Budi Contoh</media:credit><dc:source>Kantor Berita</dc:source></item>"
        )
    )
    assert (found.stated_credit, found.bylines) == ("Kantor Berita", ("Budi Contoh",))
    # whose picture it is says nothing of whose account it is
    assert (found.text.split("\n")[-1], found.blocks[-1].kind) == ("Foto Contoh", BlockKind.CAPTION)


def test_entry_without_text_is_a_link() -> None:
    (found,) = read(rss("<item><title>Jembatan</title><link>https://contoh.id/a</link></item>"))
    assert isinstance(found, Failure)
    assert (found.code, found.state) == ("link-only", "skipped")
    assert "https://contoh.id/a" in found.detail


@pytest.mark.parametrize(
    "text",
    [
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harian Contoh</title><link href="https://contoh.id/"/><entry><title type="html">&lt;b&gt;Jembatan&lt;/b&gt;</title>
        <link href="/a"/><published>2024-05-06T03:15:00Z</published><author><name>Sari Contoh</name></author>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{FULL}</div></content></entry></feed>""",
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Harian Contoh</title><link>https://contoh.id/</link></channel><item><title>Jembatan</title><link>https://contoh.id/a</link><dc:date>2024-05-06T03:15:00Z</dc:date>
        <dc:creator>Sari Contoh</dc:creator><description><![CDATA[{FULL * 2}]]></description></item></rdf:RDF>""",
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Harian Contoh",
                "home_page_url": "https://contoh.id/",
                "items": [
                    {"id": "1", "url": "https://contoh.id/a", "title": "Jembatan", "date_published": "2024-05-06T03:15:00Z", "authors": [{"name": "Sari Contoh"}], "content_html": FULL}
                ],
            }
        ),
    ],
    ids=["atom", "rdf", "json"],
)  # fmt: skip
def test_other_kinds_of_feeds(text: str) -> None:
    found = only(text)
    assert (found.title, found.url, found.bylines) == ("Jembatan", "https://contoh.id/a", ("Sari Contoh",))
    assert (found.outlet and (found.outlet.name, found.outlet.domain)) == ("Harian Contoh", "contoh.id")
    assert (found.published and found.published.local) == "2024-05-06T03:15:00+00:00"
    assert (found.partial, found.text.startswith(PROSE[0])) == (None, True)


def test_lists_name_the_command_that_fetches() -> None:
    for text in (
        "<urlset><url><loc>https://contoh.id/a</loc></url></urlset>",
        "<opml version='2.0'><body><outline xmlUrl='https://contoh.id/rss'/></body></opml>",
        "# daftar\nhttps://contoh.id/a\n",
    ):
        (found,) = read(text)
        assert isinstance(found, Failure)
        assert (found.code, found.state) == ("link-list", "failed")
        assert "1 addresses" in found.detail
        assert "rujuk fetch" in found.detail
        assert [x.state for x in read(text, given=False) if isinstance(x, Failure)] == ["skipped"]


@pytest.mark.parametrize(
    ("title", "host", "house"),
    [
        ("Harian Contoh - Terkini", "harian.contoh.id", "Harian Contoh"),
        ("RSS | Harian Contoh", "hariancontoh.com", "Harian Contoh"),
        ("Berita Utama", "contoh.id", ""),
        ("Berita Utama", None, "Berita Utama"),
        ("ABC News: Dunia", "abc.example", "ABC News"),
        ("Semua berita hari ini dari kami - terbaru", "contoh.id", ""),
    ],
)
def test_house_in_a_title(title: str, host: str | None, house: str) -> None:
    assert house_in(title, host) == house


def test_messages_of_a_channel() -> None:
    text = channel(
        [
            message(1, f"<b>Jembatan kayu ambruk di Desa Contoh</b><br/><br/>{PROSE[0]}<br/>{PROSE[1]}"),
            message(2, PROSE[2], forwarded="Kantor Berita Contoh"),
            message(3, ""),
            message(4, '<a href="https://contoh.id/a">https://contoh.id/a</a>'),
        ]
    )
    first, second, third, fourth = read(text)
    assert isinstance(first, Report)
    assert (first.source, first.url) == ("umpan#1", "https://t.me/contohkanal/1")
    assert (first.title, first.text) == ("Jembatan kayu ambruk di Desa Contoh", f"{PROSE[0]}\n{PROSE[1]}")
    assert (first.outlet and (first.outlet.name, first.outlet.domain)) == ("Kanal Contoh", None)
    assert (first.published and first.published.local) == "2024-05-06T03:00:00+00:00"
    assert isinstance(second, Report)
    assert (second.text, second.stated_credit) == (PROSE[2], "Kantor Berita Contoh")
    assert [x.code for x in (third, fourth) if isinstance(x, Failure)] == ["no-text", "link-only"]
