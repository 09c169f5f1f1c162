"""How a story grows: seconds per report from text to dossier, by stage, for stories of 50, 100, 200 and 400 reports on one event.

    python benchmarks/growth.py [--reports N ...] [--rounds N]

The story is made for this file: a flood whose toll two offices count over the days, with people missing and displaced, houses, and a line of each
report's own.  Beside it stands, in the same run, what holding each figure of a measure against each other takes (`each with each`, the plain way to
find which answer one question).  `growth` is seconds per report beside those of the smallest story: 1.0 is a line, twice for twice the reports a square.
The best of N rounds counts, since noise only ever adds time.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from itertools import combinations
from pathlib import Path

from rujuk.claim.measures import load_catalog
from rujuk.engine.building import Counts, build
from rujuk.engine.marking import mark_report
from rujuk.model.claim import ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.reconcile.datum import gather
from rujuk.reconcile.likeness import likeness
from rujuk.tell.html import html_page

WHERE = (
    "di dekat pasar lama",
    "di bantaran sungai",
    "di lereng bukit",
    "di sekitar terminal",
    "di belakang sekolah",
    "di tepi jalan desa",
)
DONE = (
    "Relawan membagikan selimut",
    "Petugas menyedot air",
    "Warga mengangkat lumpur",
    "Dokter memeriksa anak-anak",
    "Tentara memasang tenda",
)


def text(n: int, draw: random.Random) -> str:
    """Write report `n` of the story."""
    toll, on = 10 + n // 8, 1 + n // 20
    hurt, gone, fled, broken = 3 * toll, toll // 2, 40 * toll, draw.randint(20, 60)
    head = f"title: Banjir Seruni Tewaskan {toll} Orang\noutlet: Media {n % 30}\npublished: {day(on)}T{n % 24:02d}:00:00+07:00\nlanguage: id"
    return (
        f"---\n{head}\n---\nSERUNI - Banjir bandang melanda Kota Seruni. Sebanyak {toll} orang tewas dan {hurt} orang luka-luka, "
        f"kata Kepala BPBD Seruni Rudi Hartono.\n\n"
        f'"Kami masih mencari {gone} orang yang hilang," kata Rudi. Sebanyak {fled} warga mengungsi ke {draw.randint(3, 9)} posko.\n\n'
        f"Polres Seruni mencatat {toll + draw.randint(-1, 1)} orang tewas. {broken} rumah rusak berat di Kelurahan Mawar.\n\n"
        f"{draw.choice(DONE)} {draw.choice(WHERE)}. Laporan nomor {n} dari wartawan kami di lokasi banjir.\n"
    )


def day(n: int) -> str:
    """Give the n-th day from 1 March 2031 on."""
    return f"2031-{3 + (n - 1) // 28:02d}-{1 + (n - 1) % 28:02d}"


def each_with_each(dossier: Dossier) -> float:
    """Time the plain way: each figure of a measure held against each other."""
    catalog = load_catalog()
    data = gather([mark_report(m.report) for m in dossier.reports], ClaimKind.FIGURE)
    begin = time.perf_counter()
    for name in sorted({d.claim.measure or "" for d in data}):
        measure = catalog.get(name)
        if measure is not None:
            for a, b in combinations([d for d in data if d.claim.measure == name], 2):
                likeness(a, b, measure, principal=False)
    return time.perf_counter() - begin


def run(count: int, rounds: int) -> dict[str, float]:
    """Give the seconds of each stage, the best of some rounds."""
    best: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        draw = random.Random(1)
        for n in range(count):
            (Path(folder) / f"{n:05}.txt").write_text(text(n, draw), encoding="utf-8")
        for _ in range(rounds):
            counts = Counts()
            begin = time.perf_counter()
            dossier = build([folder], jobs=1, counts=counts)
            seconds = {"all": time.perf_counter() - begin, **counts.seconds, "stories": float(counts.stories)}
            begin = time.perf_counter()
            html_page(dossier)
            seconds["page"] = time.perf_counter() - begin
            seconds["each with each"] = each_with_each(dossier)
            best = {k: min(v, best.get(k, v)) for k, v in seconds.items()}
    return best


def main() -> None:
    """Print a line for each size of story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[50, 100, 200, 400])
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    run(5, 1)
    columns = ("all", "mark", "reconcile", "page", "each with each")
    print(f"{'reports':>8}{'stories':>8}{'MB':>6}" + "".join(f"{c + ' s':>18}{'growth':>8}" for c in columns))
    first: dict[str, float] = {}
    for count in args.reports:
        found = run(count, args.rounds)
        first = first or {c: found[c] / count for c in columns}
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        cells = "".join(f"{found[c]:>18.2f}{found[c] / count / first[c]:>8.2f}" for c in columns)
        print(f"{count:>8}{found['stories']:>8.0f}{megabytes:>6}{cells}", flush=True)


if __name__ == "__main__":
    main()
