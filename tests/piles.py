"""Invented reports of invented events, for piles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from rujuk.model.report import Basis, Outlet, Published, Report, report_id
from rujuk.model.span import Days

PLACES = ("Sembada", "Karsajaya", "Telukmas", "Pulau Randu")
EVENTS = (
    ("Gempa Guncang {0}", "Gempa bermagnitudo {1},6 mengguncang {0} dan merusak puluhan rumah. Warga {0} mengungsi ke lapangan."),
    ("Feri Karam di {0}", "Sebuah feri karam di perairan {0} dengan {1} penumpang. Tim penyelamat {0} mencari korban feri itu."),
    ("Buruh {0} Mogok", "Ribuan buruh pabrik sepatu di {0} mogok menuntut upah {1} ribu. Pemilik pabrik di {0} menolak."),
)
PEOPLE = ("Sekar Anjani", "Yoga Prasetyo", "Laras Puspita", "Damar Wicaksono", "Intan Kirana", "Bayu Saputra")
CLOSINGS = (
    "Pemerintah daerah menyiapkan bantuan makanan, selimut dan obat untuk keluarga yang terdampak sejak pagi hari tadi.",
    "Seorang saksi mengatakan peristiwa itu berlangsung cepat sekali sehingga tidak ada yang sempat menyelamatkan barang miliknya.",
    "",
)
OUTLETS = ("Kabar Sentosa", "Warta Lintang", "Nusa Raya")


def make(seed: int) -> Report:
    """Make the report of a number; neighbours in number share events, closings and days."""
    place, event = PLACES[seed % 4], EVENTS[seed // 4 % 3]
    day = date(2031, 3, 1) + timedelta(days=seed % 5)
    text = (
        f"{event[1].format(place, 3 + seed % 7)}\n{CLOSINGS[seed % 3]}\n{CLOSINGS[seed // 5 % 3]}".strip()
        + f" Laporan ke-{seed}."
    )
    title, outlet = event[0].format(place), OUTLETS[seed % len(OUTLETS)]
    published = None if seed % 11 == 0 else Published(days=Days.on(day), basis=Basis.METADATA)
    ident = report_id(url=None, outlet=outlet, title=title, text=text, published=day.isoformat())
    return Report(
        id=ident, source=f"{seed:04}.txt", title=title, text=text, language="id", outlet=Outlet(name=outlet), published=published
    )


def lay(folder: Path, seeds: Iterable[int]) -> list[str]:
    """Write the reports of some numbers into a folder, a file each, and give the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for seed in seeds:
        r = make(seed)
        head = f'---\ntitle: "{r.title}"\noutlet: {r.outlet.name if r.outlet else ""}\n'
        if r.published:
            head += f"published: {r.published.days.earliest.isoformat()}\n"
        path = folder / r.source
        path.write_text(f"{head}language: id\n---\n{r.text}\n", encoding="utf-8")
        paths.append(str(path))
    return paths
