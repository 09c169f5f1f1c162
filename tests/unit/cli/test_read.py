"""`rujuk read`: the same lines with any number of processes; failures written as they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archives import mail, page, response, rss, warc, zipped
from rujuk.cli.main import main

SITE = "https://contoh.id/2024/05/06"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One of each."""
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.warc.gz").write_bytes(warc(response(f"{SITE}/{n}", page(n).encode()) for n in range(4))[:-50])
    (inner / "b.zip").write_bytes(zipped({"c.html": page(7).encode(), "../d.html": page(8).encode()}))
    (inner / "e.eml").write_bytes(
        mail("<p>Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras.</p>")
    )
    (inner / "f.rss").write_text(rss(f"<item><title>Jembatan</title><link>{SITE}/9</link></item>"), encoding="utf-8")
    return inner


def test_jobs_change_no_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [main(["read", str(folder), "--failures", str(folder.parent / "1.jsonl"), "--jobs", "1"])]
    one = capsys.readouterr()
    codes.append(main(["read", str(folder), "--failures", str(folder.parent / "2.jsonl"), "--jobs", "2"]))
    two = capsys.readouterr()
    assert codes == [1, 1]
    assert one.out == two.out
    assert one.err == two.err == "5 read, 2 skipped, 1 failed\n"
    assert [json.loads(x)["source"] for x in one.out.splitlines()] == [
        *(f"a.warc.gz#{SITE}/{n}" for n in range(3)),
        "b.zip/c.html",
        "e.eml",
    ]
    failures = (folder.parent / "1.jsonl").read_text(encoding="utf-8")
    assert failures == (folder.parent / "2.jsonl").read_text(encoding="utf-8")
    assert [json.loads(x)["code"] for x in failures.splitlines()] == ["broken-archive", "unsafe-path", "link-only"]


def test_failures_go_to_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder / "f.rss")]) == 0
    assert capsys.readouterr().err.startswith(f"skipped: f.rss#{SITE}/9: link-only: Jembatan: {SITE}/9")


def test_file_for_failures_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--failures", str(folder / "none" / "x.jsonl")]) == 2
    assert "cannot write" in capsys.readouterr().err
