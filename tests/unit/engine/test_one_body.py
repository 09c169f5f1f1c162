"""A body is one origin under its full name, its letters and its name in another language."""

from __future__ import annotations

from pathlib import Path

from rujuk import build

REPORTS = {
    "warta.txt": (
        "warta.example",
        "Gempa M 5,2 Guncang Kota Bima",
        "Gempa mengguncang Kota Bima pada Senin (3/2/2031). Berdasarkan data Badan Meteorologi, Klimatologi, dan Geofisika (BMKG), gempa "
        "bermagnitudo 5,2 itu berpusat di kedalaman 10 km.",
    ),
    "kabar.txt": (
        "kabar.example",
        "Bima Diguncang Gempa 5,2",
        "Menurut BMKG, gempa bermagnitudo 5,2 di Kota Bima pada Senin (3/2/2031) itu berada pada kedalaman 10 km.",
    ),
    "news.txt": (
        "news.example",
        "Quake of magnitude 5.2 hits Bima",
        "A magnitude 5.2 earthquake hit Bima on Monday at a depth of 10 km, the Meteorology, Climatology and Geophysics Agency said.",
    ),
}


def test_three_names_are_one_origin(tmp_path: Path) -> None:
    for name, (outlet, title, text) in REPORTS.items():
        (tmp_path / name).write_text(
            f"---\ntitle: {title}\noutlet: {outlet}\npublished: 2031-02-03\n---\n\n{text}\n", encoding="utf-8"
        )
    (story,) = build([str(tmp_path)]).stories
    figures = {f.measure: f for f in story.findings if f.measure in ("magnitude", "depth")}
    assert {m: len(f.origins) for m, f in figures.items()} == {"magnitude": 1, "depth": 1}
    assert {str(f.status) for f in figures.values()} == {"single-origin"}
