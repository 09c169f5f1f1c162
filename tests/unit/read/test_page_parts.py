"""Articles in several pages are one report again."""

from __future__ import annotations

from itertools import permutations

import pytest

from rujuk.model.report import Failure, Report
from rujuk.read.page import read_page
from rujuk.read.page_parts import WHOLE, is_part, joined, place_of

SITE = "https://contoh.id/read/2024/05/06/10150011/jembatan-kayu-desa-contoh-ambruk"
TEXTS = {
    1: "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa.",
    2: "Warga memakai perahu untuk menyeberang sungai selama jembatan diperbaiki oleh petugas kabupaten.",
    3: "Bupati menyatakan jembatan baru akan dibangun dari beton dan selesai sebelum musim hujan tiba.",
}


def page(number: int, *, last: int = 3, canonical: str | None = None, text: str = "") -> Report:
    links = "".join(f'<a href="{SITE}?page={n}">{n}</a> ' for n in range(1, last + 1) if n != number)
    own = canonical or (SITE if number == 1 else f"{SITE}?page={number}")
    back = f'<link rel="prev" href="{SITE}{"" if number == 2 else f"?page={number - 1}"}">' if number > 1 else ""
    on = f'<link rel="next" href="{SITE}?page={number + 1}">' if number < last else ""
    html = (
        f'<html lang="id"><head><title>Jembatan Kayu di Desa Contoh Ambruk{f" Halaman {number}" if number > 1 else ""}</title>'
        f'<link rel="canonical" href="{own}">{back}{on}<meta property="article:published_time" content="2024-05-06T10:15:00+07:00"></head>'
        f"<body><article><h1>Jembatan Kayu di Desa Contoh Ambruk</h1><p>{text or TEXTS[number]}</p>"
        f"<p>{'Petugas berjaga di lokasi sejak pagi dan meminta warga menjauh dari tepi sungai.'}</p></article><div class='paging'>{links}</div></body></html>"
    )
    found = read_page(html, source=f"{number}.html")
    assert isinstance(found, Report)
    return found


@pytest.mark.parametrize(
    ("url", "base", "number"),
    [
        (f"{SITE}?page=2", SITE, 2),
        (f"{SITE}?page=all", SITE, WHOLE),
        ("https://www.contoh.com/berita/d-7000001/jembatan-ambruk/2", "https://contoh.com/berita/d-7000001/jembatan-ambruk", 2),
        ("https://contoh.com/a/12345678/x?page=3&id=9", "https://contoh.com/a/12345678/x?id=9", 3),
        ("https://contoh.com/2024/05/06", "https://contoh.com/2024/05/06", None),
        ("https://contoh.com/tim/2", "https://contoh.com/tim/2", None),
    ],
)
def test_place(url: str, base: str, number: int | None) -> None:
    place = place_of(url)
    assert place.number == number
    assert number is None or place.base == base


def test_a_page_says_which_it_is() -> None:
    assert [page(n).partial for n in (1, 2, 3)] == ["page 1 of 3", "page 2 of 3", "page 3 of 3"]


def test_a_later_page_whose_canonical_address_is_the_first_keeps_its_own() -> None:
    report = page(2, canonical=SITE)
    assert report.url == f"{SITE}?page=2"
    assert report.partial == "page 2 of 3"


def test_pages_are_one_report_in_any_order() -> None:
    pages = [page(1), page(2), page(3)]
    results = [list(joined(order)) for order in permutations(pages)]
    assert all(r == results[0] for r in results)
    report, *skipped = results[0]
    assert isinstance(report, Report)
    assert report.text.split("\n") == [
        TEXTS[1],
        "Petugas berjaga di lokasi sejak pagi dan meminta warga menjauh dari tepi sungai.",
        TEXTS[2],
        TEXTS[3],
    ]
    assert (report.url, report.title, report.partial) == (SITE, "Jembatan Kayu di Desa Contoh Ambruk", None)
    assert report.parts == ("1.html", "2.html", "3.html")
    assert [(f.source, f.code, f.state) for f in skipped if isinstance(f, Failure)] == [
        ("2.html", "page-of-article", "skipped"),
        ("3.html", "page-of-article", "skipped"),
    ]


def test_a_missing_page_is_named() -> None:
    report = next(iter(joined([page(1), page(3)])))
    assert isinstance(report, Report)
    assert report.partial == "pages of the article are missing: 2"


def test_the_whole_article_stands_for_its_pages() -> None:
    html = f'<html><head><title>Jembatan Kayu di Desa Contoh Ambruk</title><link rel="canonical" href="{SITE}?page=all"></head><body><article>'
    html += (
        "".join(f"<p>{t}</p>" for t in TEXTS.values())
        + "<p>Petugas berjaga di lokasi sejak pagi hari itu juga.</p></article></body></html>"
    )
    whole = read_page(html, source="all.html")
    assert isinstance(whole, Report)
    assert is_part(whole)
    report, *rest = joined([page(1), page(2), whole])
    assert isinstance(report, Report)
    assert (report.source, len(rest)) == ("all.html", 2)
    assert all(t in report.text for t in TEXTS.values())


def test_other_articles_of_an_outlet_stay_apart() -> None:
    other = read_page(
        '<html><head><title>Pasar Induk Contoh Dibuka Lagi</title><link rel="canonical" href="https://contoh.id/read/2024/05/06/10150099/pasar-induk-contoh?page=2"><meta property="og:type" content="article">'
        f"</head><body><article><p>{TEXTS[3]}</p><p>{TEXTS[2]}</p></article></body></html>",
        source="o.html",
    )
    assert isinstance(other, Report)
    assert len([r for r in joined([page(1), other]) if isinstance(r, Report)]) == 2


def test_an_article_of_one_page_is_no_part() -> None:
    html = f'<html><head><title>Jembatan</title><link rel="canonical" href="{SITE}"><meta property="og:type" content="article"></head><body><article><p>{TEXTS[1]}</p><p>{TEXTS[2]}</p></article><a href="{SITE}?page=2#komentar">2</a></body></html>'
    report = read_page(html, source="a.html")
    assert isinstance(report, Report)
    assert report.partial is None
    assert not is_part(report)
