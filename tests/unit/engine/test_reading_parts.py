"""Pages of one article that are given together come as one report, whatever their order and the number of processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from rujuk.engine.reading import read_reports
from rujuk.model.report import Failure, Report

SITE = "https://contoh.id/berita/123456/jembatan-kayu-di-desa-contoh-ambruk"
TEXTS = (
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa setempat itu.",
    "Warga memakai perahu untuk menyeberang sungai selama jembatan diperbaiki oleh petugas dari kabupaten, ujarnya lagi.",
)


@pytest.mark.parametrize("jobs", [1, 2])
def test_pages_of_an_article_are_joined(tmp_path: Path, jobs: int) -> None:
    names = ("z.html", "a.html")  # the second page comes first by name
    for n, (name, text) in enumerate(zip(names, TEXTS, strict=True), 1):
        other = f'<a href="{SITE}?page={3 - n}">{3 - n}</a>'
        own = SITE if n == 1 else f"{SITE}?page=2"
        (tmp_path / name).write_text(
            f'<html lang="id"><head><title>Jembatan Kayu di Desa Contoh Ambruk</title><link rel="canonical" href="{own}">'
            f'<meta property="og:type" content="article"></head><body><article><p>{text}</p></article><div>{other}</div></body></html>',
            encoding="utf-8",
        )
    items = list(read_reports([str(tmp_path)], jobs=jobs))
    reports = [x for x in items if isinstance(x, Report)]
    assert [r.text.split("\n") for r in reports] == [list(TEXTS)]
    assert (reports[0].parts, reports[0].url, reports[0].partial) == (("a.html", "z.html"), SITE, None)
    assert [(x.source, x.code) for x in items if isinstance(x, Failure)] == [("a.html", "page-of-article")]
