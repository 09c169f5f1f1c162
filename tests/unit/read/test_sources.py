"""Bad and odd input: each has a named failure or a defined result."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.model.report import Failure, Report
from rujuk.read import limits
from rujuk.read import sources as module
from rujuk.read.sources import read_bytes, read_inputs

TEXT = (
    "Jembatan Kayu di Desa Contoh Ambruk\n\n"
    "Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa.\n\n"
    "Tidak ada korban dalam peristiwa itu dan warga akan memakai perahu untuk sementara waktu."
)
PAGE = (
    "<html lang='id'><head><title>Jembatan Ambruk - Harian Contoh</title></head><body><h1>Jembatan Ambruk</h1>"
    + "<p>Jembatan kayu di Desa Contoh ambruk pada Senin pagi karena arus sungai yang deras, kata kepala desa kepada wartawan.</p>"
    * 3
    + "</body></html>"
)


def read(*inputs: Path | str) -> list[Report | Failure]:
    return list(read_inputs([str(i) for i in inputs]))


def only(items: list[Report | Failure]) -> Report:
    (item,) = items
    assert isinstance(item, Report), item
    return item


def failure(items: list[Report | Failure]) -> Failure:
    (item,) = items
    assert isinstance(item, Failure), item
    return item


def test_empty_folder(tmp_path: Path) -> None:
    assert failure(read(tmp_path)).code == "no-reports"


def test_missing_path_and_pattern(tmp_path: Path) -> None:
    found = read(tmp_path / "absent.txt", tmp_path / "*.txt")
    assert [(f.code, f.state) for f in found if isinstance(f, Failure)] == [("not-found", "failed")] * 2


def test_the_books_of_fetching_are_no_reports(tmp_path: Path) -> None:
    for name in ("fetch.jsonl", "trail-0001.warc.gz"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.txt").write_text("Kali meluap di kampung rekaan itu, kata kepala desa pada Senin malam.")
    assert [x.source for x in read(tmp_path)] == ["a.txt"]
    (tmp_path / "fetch.jsonl").unlink()
    assert [x.source for x in read(tmp_path)] == ["a.txt", "trail-0001.warc.gz"]


@pytest.mark.parametrize("data", [b"", b"  \n\t\n", gzip.compress(b"")])
def test_empty_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert failure(read(tmp_path / "a.txt")).code == "empty"


def test_binary_fails_when_given_and_is_skipped_when_found(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    given, found = failure(read(tmp_path / "a.png")), failure(read(tmp_path))
    assert (given.code, given.state) == ("not-text", "failed")
    assert (found.code, found.state) == ("not-text", "skipped")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gold.yaml", b"a: 1\n"),
        ("a.csv", b"a,b\n1,2\n"),
        ("a.json", b'{"count": 3}'),
        ("a.xml", b'<?xml version="1.0"?><catalog><a>1</a></catalog>'),
    ],
)
def test_other_files_in_a_folder_are_skipped(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = failure(read(tmp_path))
    assert (found.source, found.code, found.state) == (name, "not-a-report", "skipped")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace("arus", "‘arus’").encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-8-sig"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        gzip.compress(TEXT.encode()),
        TEXT.replace("deras", "de\0ras").encode(),
        TEXT.replace("deras", "de\u202eras\u2066").encode(),
    ],
)
def test_encodings_and_unseen_marks_are_read_by_content(data: bytes) -> None:
    report = read_bytes(data, source="a.txt")
    assert isinstance(report, Report)
    assert report.title == "Jembatan Kayu di Desa Contoh Ambruk"
    assert report.text.replace("‘", "").replace("’", "") == "\n".join(TEXT.split("\n\n")[1:])
    assert (report.language, report.warnings) == ("id", ())


def test_invalid_bytes_in_utf8_are_replaced_with_a_warning() -> None:
    report = read_bytes((TEXT + " Élan, café, naïf: é, ü, ñ.").encode() + b" \xff.", source="a.txt")
    assert isinstance(report, Report)
    assert "\ufffd" in report.text
    assert report.warnings


def test_declared_encoding_of_a_page_is_used() -> None:
    page = (
        "<html><head><meta charset='windows-1251'></head><body><p>"
        + "Мост через реку обрушился в понедельник утром. " * 12
        + "</p></body></html>"
    )
    report = read_bytes(page.encode("cp1251"), source="a.html")
    assert isinstance(report, Report)
    assert report.text.startswith("Мост через реку")


def test_text_of_one_word() -> None:
    report = read_bytes(b"Gempa", source="a.txt")
    assert isinstance(report, Report)
    assert (report.title, report.text, report.language) == (None, "Gempa", "und")


@pytest.mark.parametrize("data", [b"***\n---\n", b'---\ntitle: "Jembatan"\n---\n'])
def test_text_without_words(data: bytes) -> None:
    report = read_bytes(data, source="a.md")
    assert isinstance(report, Failure)
    assert report.code == "no-body"


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<html><head><title>x</title></head>", "<div><img src='a.png'></div>", "<p>"]
)
def test_page_without_body(page: str) -> None:
    found = read_bytes(page.encode(), source="a.html")
    assert isinstance(found, Failure)
    assert found.code in ("no-body", "index-page")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGE", 2000)
    (tmp_path / "a.html").write_bytes(b"<html>" + b"x" * 3000)
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(b"y" * 3000))
    assert [f.code for f in read(tmp_path) if isinstance(f, Failure)] == ["too-large", "too-large"]


def test_twenty_megabytes_are_refused(tmp_path: Path) -> None:
    with open(tmp_path / "a.html", "wb") as file:
        file.write(b"<html><body><p>")
        file.truncate(20 * 1024 * 1024)
    assert failure(read(tmp_path)).code == "too-large"


def test_json_lines_name_the_broken_line(tmp_path: Path) -> None:
    good = {
        "url": "https://contoh.id/2024/05/06/a",
        "title": "Jembatan Ambruk",
        "text": TEXT,
        "published": "2024-05-06",
        "outlet": {"name": "Contoh"},
    }
    lines = [
        json.dumps(good),
        "{broken",
        "",
        json.dumps([1]),
        json.dumps({"id": "x"}),
        json.dumps({"id": "b", "html": PAGE}),
        "[" * 100_000,
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path)
    assert [x.source if isinstance(x, Report) else (x.source, x.code) for x in found] == [
        "a.jsonl:1",
        ("a.jsonl:2", "broken-json"),
        ("a.jsonl:4", "not-a-report"),
        ("x", "no-body"),
        "b",
        ("a.jsonl:7", "broken-json"),
    ]
    assert "line 2" in found[1].detail  # type: ignore[union-attr]
    first = found[0]
    assert isinstance(first, Report)
    assert first.published is not None
    assert (first.outlet and first.outlet.name, str(first.published.days.earliest)) == ("Contoh", "2024-05-06")


def test_json_interval_of_the_contract_is_kept() -> None:
    given = {"earliest": "2024-05-06", "latest": "2024-05-08", "basis": "inferred", "local": None}
    report = read_bytes(json.dumps({"text": TEXT, "published": given}).encode(), source="a.json")
    assert isinstance(report, Report)
    assert report.published is not None
    assert (report.published.basis, report.published.days.width) == ("inferred", 2)


def test_what_read_wrote_is_kept_when_it_is_given_again() -> None:
    line = {
        "text": TEXT,
        "partial": "summary: the feed has only the start of it",
        "stated_credit": "Kantor Berita",
        "warnings": [],
    }
    report = read_bytes(json.dumps(line).encode(), source="a.json")
    assert isinstance(report, Report)
    assert (report.partial, report.stated_credit) == (line["partial"], "Kantor Berita")


def test_unknown_language_is_kept() -> None:
    report = read_bytes(b"Qwx zvb lkj. Hgf dsa poi uyt rew. Mnb vcx zas dfg hjk.", source="a.txt")
    assert isinstance(report, Report)
    assert report.language == "und"


def test_same_bytes_are_named_as_a_duplicate(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    first, second = read(tmp_path)
    assert isinstance(first, Report)
    assert isinstance(second, Failure)
    assert (first.source, second.source, second.code, second.state) == ("a.txt", "b.txt", "duplicate", "skipped")
    assert "a.txt" in second.detail


def test_order_of_inputs_changes_nothing(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT.replace("Contoh", name), encoding="utf-8")
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    assert read(one, two) == read(two, one)
    assert [x.source for x in read(tmp_path, one)] == ["a.txt", "a.txt", "b.txt"]


def test_link_loops(tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    (inner / "a.txt").write_text(TEXT, encoding="utf-8")
    os.symlink(tmp_path, inner / "back")
    os.symlink("self", tmp_path / "self")
    os.symlink("nowhere", tmp_path / "dead")
    codes = {x.source: x.code for x in read(tmp_path) if isinstance(x, Failure)}
    assert codes == {"in/back": "link-loop", "self": "link-loop", "dead": "not-found"}


def test_hidden_files_and_pipes_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    found = {x.source: x.code for x in read(tmp_path) if isinstance(x, Failure)}
    assert found == {".cache": "hidden", "pipe": "not-a-file"}


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(module, "open", refuse, raising=False)
    found = failure(read(tmp_path))
    assert (found.code, found.detail) == ("unreadable", "Permission denied")


def test_broken_gzip() -> None:
    found = read_bytes(gzip.compress(TEXT.encode())[:-20], source="a.gz")
    assert isinstance(found, Failure)
    assert found.code == "broken-gzip"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "x" + "</div>" * 20_000,
        "<html><body>" + "<b><i>" * 5000 + "Jembatan" + "</body></html>",
        "<html><body><p>" + "<a href='x'>" * 3000 + "teks</p>",
        "<html><script>" + "x" * 100_000,
        "<html><body><div class='ads'>a</div>\x01&#1;&#x1f;&#xD800;<p>teks</p></body></html>",
        "<html><body><table>" + "<tr><td>" * 3000 + "</table>",
    ],
)
def test_hostile_mark_up_ends_in_a_report_or_a_failure(page: str) -> None:
    assert isinstance(read_bytes(page.encode(), source="a.html"), Report | Failure)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=400), st.sampled_from(["", "---\n", "<html><body><p>", "{", "[", "# ", "\ufeff"]))
def test_any_bytes_end_in_a_report_or_a_failure(data: bytes, opening: str) -> None:
    found = read_bytes(opening.encode() + data, source="a")
    assert isinstance(found, Report | Failure)
    if isinstance(found, Report):
        assert found.text == found.text.strip()
        assert "\n".join(found.text[b.start : b.end] for b in found.blocks) == found.text


def test_type_is_told_by_content_not_by_name() -> None:
    report = read_bytes(PAGE.encode(), source="saved.txt")
    assert isinstance(report, Report)
    assert "<" not in report.text
    assert report.title == "Jembatan Ambruk"


def test_several_folders_keep_their_names(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.txt").write_text(TEXT + name, encoding="utf-8")
    assert [x.source for x in read(tmp_path / "y", tmp_path / "x")] == ["x/1.txt", "y/1.txt"]
