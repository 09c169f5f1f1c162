"""Live reports in their dated entries."""

from __future__ import annotations

import json

from rujuk.model.report import Report
from rujuk.read.live import in_entries
from rujuk.read.page import read_page
from rujuk.read.plain import read_plain

ENTRIES = (
    (
        "Jembatan ditutup total",
        "2024-05-07T00:20:00+07:00",
        "Petugas menutup jembatan di Desa Contoh setelah air sungai naik dua meter dalam satu jam.",
    ),
    (
        "Warga mulai pindah",
        "2024-05-06T23:05:00+07:00",
        "Warga dari tiga kampung di tepi sungai mulai pindah ke balai desa pada malam ini.",
    ),
    (
        "Hujan belum reda",
        "2024-05-06T21:40:00+07:00",
        "Hujan deras masih turun di hulu dan petugas meminta warga menjauh dari tepi sungai.",
    ),
)
INTRO = "Sungai Contoh meluap sejak Senin sore dan petugas memantau jembatan kayu di desa itu sepanjang malam."
SITE = "https://contoh.id/2024/05/06/sungai-contoh-meluap-live"


def page(*, stated: bool, title: str = "Liputan Langsung: Sungai Contoh Meluap") -> Report:
    updates = [
        {"@type": "BlogPosting", "headline": h, "datePublished": t, "articleBody": f"<p>{b}</p>", "url": f"{SITE}#{n}"}
        for n, (h, t, b) in enumerate(ENTRIES, 10)
    ]
    kind = {"@type": "LiveBlogPosting", "liveBlogUpdate": updates} if stated else {"@type": "NewsArticle"}
    data = {**kind, "headline": title, "datePublished": "2024-05-06T21:00:00+07:00", "dateModified": "2024-05-07T00:30:00+07:00"}
    body = "".join(f"<div><p>{t[11:16]} WIB</p><h3>{h}</h3><p>{b}</p></div>" for h, t, b in ENTRIES)
    found = read_page(
        f'<html lang="id"><head><title>{title}</title><link rel="canonical" href="{SITE if stated or "Langsung" in title else "https://contoh.id/2024/05/06/jadwal"}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body><article><h1>{title}</h1><p>{INTRO}</p>{body}</article></body></html>',
        source="live.html",
    )
    assert isinstance(found, Report)
    return found


def test_stated_entries() -> None:
    report = page(stated=True)
    assert report.entries is not None
    assert [(e.title, e.published.local, e.url) for e in report.entries] == [
        (h, t, f"{SITE}#{n}") for n, (h, t, _) in enumerate(ENTRIES, 10)
    ]
    for entry, (_, _, body) in zip(report.entries, ENTRIES, strict=True):
        assert body in report.text[entry.start : entry.end]
    assert report.text[: report.entries[0].start].strip() == INTRO


def test_entries_by_their_clocks_over_midnight() -> None:
    report = page(stated=False)
    assert report.entries is not None
    assert [e.published.local for e in report.entries] == [t for _, t, _ in ENTRIES]


def test_each_entry_is_a_report_of_its_own_day() -> None:
    report = page(stated=True)
    opening, *entries = in_entries(report)
    assert (opening.text, opening.source, opening.entries) == (INTRO, "live.html", None)
    assert [(r.source, str(r.published.days.earliest) if r.published else None) for r in entries] == [
        ("live.html#1", "2024-05-07"),
        ("live.html#2", "2024-05-06"),
        ("live.html#3", "2024-05-06"),
    ]
    assert "\n".join([opening.text, *(r.text for r in entries)]) == report.text
    assert all(r.text[b.start : b.end] for r in entries for b in r.blocks)
    assert len({r.id for r in (opening, *entries)}) == 4


def test_a_schedule_is_no_live_report() -> None:
    report = page(stated=False, title="Jadwal Kapal di Sungai Contoh")
    assert report.entries is None
    assert list(in_entries(report)) == [report]


def test_bare_text() -> None:
    lines = ["Liputan Langsung: Sungai Contoh Meluap", "Senin, 6 Mei 2024 21:00 WIB", INTRO]
    lines += [x for h, t, b in reversed(ENTRIES) for x in (f"{t[11:16]} WIB", h, b)]
    report = read_plain("\n".join(lines), source="a.txt")
    assert report is not None
    assert report.entries is not None
    assert [e.published.local for e in report.entries] == [t for _, t, _ in reversed(ENTRIES)]
