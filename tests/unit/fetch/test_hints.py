"""What a page's head says of its other addresses."""

from __future__ import annotations

import time

import pytest

from rujuk.fetch.hints import Hints, looks_like_page, read_hints

HERE = "https://warta.example/amp/kali"


def test_canonical_is_made_absolute() -> None:
    found = read_hints(b'<html><head><link rel="canonical" href="/kali#atas"></head><body></body></html>', HERE)
    assert found == Hints(canonical="https://warta.example/kali")


@pytest.mark.parametrize(
    "tag", ["<html amp>", '<html lang="id" \u26a1>', '<html amp="" lang="id">', '<!doctype html>\n<html \u26a1="">']
)
def test_amp(tag: str) -> None:
    assert read_hints(f"{tag}<head></head><body>x</body></html>".encode(), HERE).amp


@pytest.mark.parametrize("tag", ["<html>", '<html class="x amp y">', '<html data-amp="1">'])
def test_no_amp(tag: str) -> None:
    assert not read_hints(f"{tag}<body>tegangan 5 amp </body></html>".encode(), HERE).amp


def test_syndication() -> None:
    head = (
        '<meta name="original-source" content="https://kantor-berita.example/asli"/>'
        '<meta name="syndication-source" content=" https://kantor-berita.example/asli "/>'
        '<meta property="og:url" content="https://warta.example/kali"/>'
    )
    assert read_hints(f"<html><head>{head}</head></html>".encode(), HERE).sources == (
        ("og-url", "https://warta.example/kali"),
        ("original-source", "https://kantor-berita.example/asli"),
        ("syndication-source", "https://kantor-berita.example/asli"),
    )


@pytest.mark.parametrize("href", ["", "javascript:x", "mailto:a@b.example", "http://[x", "/" + "a" * 3000])
def test_no_canonical(href: str) -> None:
    assert read_hints(f'<html><link rel="canonical" href="{href}"></html>'.encode(), HERE).canonical is None


@pytest.mark.parametrize("body", [b"", b"\0\0\xff", b"<" * 200_000, b"<b>" * 200_000, b"<html " * 100_000, b"<meta " * 100_000])
def test_hostile(body: bytes) -> None:
    start = time.monotonic()
    read_hints(body, HERE)
    assert time.monotonic() - start < 2


def test_pages() -> None:
    assert looks_like_page(b"\n<!DOCTYPE html><title>x")
    assert not looks_like_page(b'<?xml version="1.0"?><rss><channel>')
