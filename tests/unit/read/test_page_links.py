"""Which other pages an article has."""

from __future__ import annotations

import pytest

from rujuk.read.page_links import other_pages

HERE = "https://warta.example/2031/05/12/kali-meluap-di-kampung-rekaan"


def page(*links: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>Kali meluap.</p>{''.join(links)}</body></html>".encode()


def a(href: str, text: str = "2") -> str:
    return f'<a href="{href}">{text}</a>'


def test_numbered_pages_in_order() -> None:
    body = page(a("?page=3", "3"), a("?page=2", "2"), a("?page=2", "Selanjutnya"), a("?page=1", "1"), a(HERE, "awal"))
    assert other_pages(body, HERE) == (f"{HERE}?page=2", f"{HERE}?page=3")
    assert other_pages(body, f"{HERE}?page=2") == (f"{HERE}?page=1", f"{HERE}?page=3")
    assert other_pages(body, f"{HERE}?page=2", onward=True) == (f"{HERE}?page=3",)


def test_the_whole_article_is_enough() -> None:
    body = page(a("?page=2"), a("?page=all", "Tampilkan semua"))
    assert other_pages(body, HERE) == (f"{HERE}?page=all",)
    assert other_pages(body, f"{HERE}?page=all") == ()


def test_next_in_the_head_and_a_number_in_the_path() -> None:
    assert other_pages(page(head=f'<link rel="next" href="{HERE}/2">'), HERE) == (f"{HERE}/2",)


@pytest.mark.parametrize(
    ("link", "here"),
    [
        (a("?page=2"), "https://warta.example/tag/banjir"),
        (a("?page=2"), "https://warta.example/"),
        (a("https://lain.example/kali-meluap-di-kampung-rekaan?page=2"), HERE),
        (a("/2031/05/12/jalan-putus-di-kampung-rekaan?page=2"), HERE),
        (a("?page=2", "Warga kampung rekaan itu mengungsi ke balai desa sejak Senin malam"), HERE),
        (a("?page=99"), HERE),
        (a("#page2"), HERE),
        (a("http://[/?page=2"), HERE),
    ],
)
def test_what_is_no_other_page(link: str, here: str) -> None:
    assert other_pages(page(link), here) == ()


@pytest.mark.parametrize("data", [b"", b"\0\1\2\3" * 100, b"<", b"\x89PNG"])
def test_what_is_no_page(data: bytes) -> None:
    assert other_pages(data, HERE) == ()


def test_head_data_may_say_that_it_is_an_article() -> None:
    stated = '<meta property="article:published_time" content="2031-05-12">'
    assert other_pages(page(a("?page=2"), head=stated), "https://warta.example/banjir") == (
        "https://warta.example/banjir?page=2",
    )
