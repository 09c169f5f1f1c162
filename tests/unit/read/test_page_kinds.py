"""What a page is: report, list, video page, teaser; embedded posts and words at links."""

from __future__ import annotations

import pytest

from rujuk.model.report import BlockKind, Failure, Report
from rujuk.read.page import read_page

FIRST = "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa setempat."
SECOND = "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu, ujarnya."
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
ARTICLE = "https://contoh.id/berita/123456/jembatan-ambruk-di-contoh"
TEASERS = "".join(
    f"<div><h2><a href='/berita/{n}/x'>Harga Cabai Turun di Pasar Induk Contoh {n}</a></h2><p>Harga cabai di pasar turun lagi sejak Senin pagi ke-{n}...</p></div>"
    for n in range(12)
)
OG = '<meta property="og:type" content="article">'


def read(body: str, *, url: str | None = ARTICLE, head: str = "") -> Report | Failure:
    link = f'<link rel="canonical" href="{url}">' if url else ""
    return read_page(
        f'<html lang="id"><head><title>Jembatan Ambruk di Contoh</title>{link}{head}</head><body>{body}</body></html>', source="a"
    )


@pytest.mark.parametrize(
    ("url", "head"),
    [
        ("https://contoh.id/tag/banjir", OG),
        ("https://contoh.id/search?q=banjir", ""),
        ("https://contoh.id/?s=banjir", ""),
        ("https://contoh.id/nasional", ""),
        ("https://contoh.id/penulis/sri", ""),
        ("https://contoh.id/indeks/2024-05-06", ""),
        ("https://contoh.id/2024/05/06", ""),
        (None, ""),
    ],
)
def test_lists_are_no_reports(url: str | None, head: str) -> None:
    found = read(TEASERS, url=url, head=head)
    assert isinstance(found, Failure)
    assert (found.code, found.state) == ("index-page", "skipped")


@pytest.mark.parametrize(
    ("url", "head"),
    [
        (ARTICLE, '<meta property="og:type" content="video.other">'),
        ("https://video.contoh.id/watch/12345/banjir-di-contoh-surut", ""),
        ("https://contoh.id/foto/12345/banjir-di-contoh-surut-pagi", OG),
        (ARTICLE, '<script type="application/ld+json">{"@type": "VideoObject", "name": "Banjir"}</script>'),
    ],
)
def test_pages_around_a_video_are_no_reports(url: str, head: str) -> None:
    found = read("<h1>Banjir</h1><video></video><p>Banjir di Contoh surut pagi ini.</p>", url=url, head=head)
    assert isinstance(found, Failure)
    assert "video" in found.detail


def test_a_short_article_is_a_report() -> None:
    found = read(f"<article><h1>Jembatan Ambruk di Contoh</h1>{BODY}</article>")
    assert isinstance(found, Report)
    assert (found.text, found.partial) == (f"{FIRST}\n{SECOND}", None)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("<p>Artikel ini khusus untuk pelanggan.</p>", "paywall"),
        ("<p>Bupati yang datang ke lokasi pada siang hari itu berkata bahwa ...</p>", "teaser"),
        ("<p>Baca selengkapnya di sini</p>", "teaser"),
    ],
)
def test_part_of_a_report_says_so(more: str, why: str) -> None:
    found = read(f"<article><h1>Jembatan Ambruk di Contoh</h1>{BODY}{more}</article>", head=OG)
    assert isinstance(found, Report)
    assert (found.partial or "").startswith(why)


def test_embedded_posts_are_quoted_and_calls_to_read_on_go() -> None:
    post = "Jembatan kami ambruk, tolong bantu warga Desa Contoh segera!"
    found = read(
        f'<article><h1>Jembatan Ambruk di Contoh</h1>{BODY}<blockquote class="twitter-tweet"><p>{post}</p>&mdash; Kepala Desa (@kades) '
        '<a href="https://twitter.com/kades/status/1">May 6, 2024</a></blockquote>'
        "<p><strong>Baca juga: <a href='/y'>Harga Cabai Turun di Pasar Induk</a></strong></p><p>SCROLL TO CONTINUE WITH CONTENT</p>"
        '<blockquote class="instagram-media"><p><a href="x">A post shared by Desa Contoh (@desa)</a></p></blockquote>'
        "<p>Warga berharap jembatan baru dibangun dari beton, demikian kata mereka.</p></article>"
    )
    assert isinstance(found, Report)
    kinds = {found.text[b.start : b.end]: b.kind for b in found.blocks}
    assert kinds[post] is BlockKind.QUOTED
    assert not any(x in found.text for x in ("Baca juga", "SCROLL", "post shared"))
    assert found.text.endswith("demikian kata mereka.")


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("<a href='/x'>Gempa</a>berkekuatan 5,1", "Gempa berkekuatan 5,1"),
        ("warga<a href='/x'>Desa Contoh</a> pindah", "warga Desa Contoh pindah"),
        ("<a href='/x'>rumah</a>nya rusak", "rumahnya rusak"),
        ("two <a href='/x'>ship</a>s sank", "two ships sank"),
        ("kata <a href='/x'>Sri</a>, warga", "kata Sri, warga"),
    ],
)
def test_words_at_links(marked: str, text: str) -> None:
    found = read(
        f"<article><h1>Jembatan Ambruk di Contoh</h1>{BODY}<p>Menurut catatan petugas pada pagi hari itu, {marked}.</p></article>"
    )
    assert isinstance(found, Report)
    assert text in found.text


def test_a_standfirst_is_told_by_its_mark_up() -> None:
    lead = "Warga tiga kampung memakai perahu untuk sementara waktu."
    found = read(f"<article><h1>Jembatan Ambruk di Contoh</h1><p class='standfirst'>{lead}</p>{BODY}</article>")
    assert isinstance(found, Report)
    assert next((found.text[b.start : b.end], b.kind) for b in found.blocks) == (lead, BlockKind.LEAD)
