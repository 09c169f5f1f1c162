"""Reading over processes: the same lines in the same order, and memory that does not grow with the archive."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from archives import PROSE, page, record, response, warc, zipped
from rujuk.engine.building import build
from rujuk.engine.reading import read_all, read_reports
from rujuk.engine.workers import ordered_map
from rujuk.model.report import Failure, Report
from rujuk.read import sources

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
SITE = "https://contoh.id/2024/05/06"


def test_jobs_change_neither_items_nor_order(tmp_path: Path) -> None:
    pages = [response(f"{SITE}/{n}", page(n % 9).encode()) for n in range(12)]
    (tmp_path / "b.warc.gz").write_bytes(warc(pages))
    (tmp_path / "a.txt").write_text("\n\n".join(PROSE), encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG\0\0")
    one = list(read_all([str(tmp_path)], jobs=1))
    assert one == list(read_all([str(tmp_path)], jobs=2)) == list(read_all([str(tmp_path)]))
    assert [x.code if isinstance(x, Failure) else x.source for x in one] == [
        "a.txt",
        *(f"b.warc.gz#{SITE}/{n}" for n in range(9)),
        *["duplicate"] * 3,
        "not-text",
    ]


def test_report_that_came_before_is_named(tmp_path: Path) -> None:
    for name, more in (("a.html", ""), ("b.html", "<!-- lain -->")):
        (tmp_path / name).write_text(page(1, more=more), encoding="utf-8")
    first, second = read_reports([str(tmp_path)])
    assert isinstance(first, Report)
    assert isinstance(second, Failure)
    assert (second.code, second.detail) == ("duplicate", "the same report as a.html")


def test_batches_are_taken_as_results_are() -> None:
    taken = 0

    def items():  # type: ignore[no-untyped-def]
        nonlocal taken
        for n in range(1000):
            taken += 1
            yield n

    results = ordered_map(abs, items(), jobs=2, weight=lambda _: 10, batch=50)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert taken <= 50
    assert list(results) == list(range(3, 1000))


def test_memory_does_not_grow_with_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "HEAD", 10_000)  # the start that is looked at would hide what is kept

    def peak(count: int) -> int:
        file = tmp_path / f"{count}.warc.gz"
        with open(file, "wb") as out:
            for n in range(count):
                text = f"Berita {n}\n\n" + "\n\n".join(f"{n}.{k} {p}" for k in range(25) for p in PROSE)
                out.write(warc([record("conversion", f"{SITE}/{n}", text.encode(), "text/plain")]))
        tracemalloc.start()
        read = sum(isinstance(x, Report) for x in read_reports([str(file)]))
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert read == count
        return size

    peak(4)  # packs, models, patterns
    small = peak(6)
    # two dozen documents more, of 10 kB each; only their names and digests are kept
    assert peak(30) - small < 120_000


def test_a_zip_makes_the_dossier_that_its_folder_makes(tmp_path: Path) -> None:
    folder = EXAMPLES / "gempa"
    data = zipped({p.name: p.read_bytes() for p in sorted(folder.iterdir())})
    (tmp_path / "gempa.zip").write_bytes(data)
    one, two = build([str(folder)]), build([str(tmp_path / "gempa.zip")])
    assert one.stories == two.stories
    assert one.stories[0].findings
    assert [r.report.source for r in two.reports] == [f"gempa.zip/{r.report.source}" for r in one.reports]
