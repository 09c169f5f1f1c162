"""Web archives and zips: every page once, whole; what is no page counted; damage named and passed."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest

from archives import page, record, response, wacz, warc, zipped
from rujuk.model.report import Failure, Report
from rujuk.read import limits, sources
from rujuk.read.sources import read_inputs
from rujuk.read.warc import open_warc

SITE = "https://contoh.id/2024/05/06"


def read(folder: Path, name: str, data: bytes) -> list[Report | Failure]:
    (folder / name).write_bytes(data)
    return list(read_inputs([str(folder / name)]))


def codes(found: list[Report | Failure]) -> list[str]:
    return [x.code if isinstance(x, Failure) else "report" for x in found]


def records(count: int = 2) -> list[bytes]:
    return [
        record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
        record("request", f"{SITE}/1", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        *(response(f"{SITE}/{n}", page(n).encode()) for n in range(1, count + 1)),
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_an_archive(tmp_path: Path, packed: bool) -> None:
    more = [
        response(f"{SITE}/a.png", b"\x89PNG", kind="image/png"),
        response(f"{SITE}/lama", b"<p>x", status="404 Not Found"),
        response("https://contoh.id/robots.txt", b"User-agent: *", kind="text/plain"),
        record("revisit", f"{SITE}/1", b"HTTP/1.1 200 OK\r\n\r\n"),
    ]
    found = read(tmp_path, "a", warc([*records(), *more], packed=packed))
    first, second, note = found
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.source, first.url, first.title) == (f"a#{SITE}/1", f"{SITE}/1", "Jembatan Ambruk di Desa Contoh 1")
    assert (first.outlet and (first.outlet.name, first.outlet.domain)) == ("Harian Contoh", "contoh.id")
    assert isinstance(note, Failure)
    assert (note.code, note.state) == ("no-page", "skipped")
    assert note.detail == "4 records hold no page: 1 image/png, 1 revisit, 1 robots.txt and the like, 1 status 404"


@pytest.mark.parametrize(
    ("head", "pack"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress),
        ("Content-Encoding: deflate\r\n", zlib.compress),
        ("Content-Encoding: deflate\r\n", lambda b: zlib.compress(b)[2:-4]),
        ("Transfer-Encoding: chunked\r\n", lambda b: b"%x;ext=1\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (9, b[:9], len(b) - 9, b[9:])),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", lambda b: b),
    ],
)
def test_stored_bodies_are_decoded(tmp_path: Path, head: str, pack: object) -> None:
    body = pack(page().encode())  # type: ignore[operator]
    (found,) = read(tmp_path, "a.warc", warc([response(f"{SITE}/1", body, more=head)], packed=False))
    assert isinstance(found, Report)
    assert found.text.startswith("Berita nomor 1")


def test_brotli_body(tmp_path: Path) -> None:
    import brotli

    body = brotli.compress(page().encode())
    (found,) = read(tmp_path, "a.warc.gz", warc([response(f"{SITE}/1", body, more="Content-Encoding: br\r\n")]))
    assert isinstance(found, Report)


def test_the_servers_encoding_is_used(tmp_path: Path) -> None:
    text = "<html><body><h1>Мост</h1><p>" + "Мост через реку обрушился в понедельник утром. " * 12 + "</p></body></html>"
    (found,) = read(tmp_path, "a.warc", warc([response(f"{SITE}/1", text.encode("koi8-r"), kind="text/html; charset=KOI8-R")]))
    assert isinstance(found, Report)
    assert found.text.startswith("Мост через реку")


def test_same_page_twice_is_a_duplicate(tmp_path: Path) -> None:
    found = read(tmp_path, "a.warc.gz", warc([response(f"{SITE}/1", page().encode()), response(f"{SITE}/2", page().encode())]))
    assert codes(found) == ["report", "duplicate"]
    assert isinstance(found[1], Failure)
    assert found[1].detail == f"the same bytes as a.warc.gz#{SITE}/1"


def test_cut_off_archive_keeps_what_came_before(tmp_path: Path) -> None:
    whole = warc(records(3))
    found = read(tmp_path, "a.warc.gz", whole[:-300])
    assert codes(found)[:2] == ["report", "report"]
    assert codes(found)[-1] == "broken-archive"
    plain = warc(records(3), packed=False)
    assert codes(read(tmp_path, "b.warc", plain[:-300])) == ["report", "report", "broken-archive"]


def test_reading_goes_on_behind_damage(tmp_path: Path) -> None:
    pages = [gzip.compress(r, mtime=0) for r in records(4)]
    pages[3] = pages[3][:200] + b"\0" * 60 + pages[3][260:]
    found = read(tmp_path, "a.warc.gz", b"".join(pages))
    assert codes(found).count("report") == 3
    assert "broken-archive" in codes(found)


def test_reading_goes_on_behind_each_of_many_damages(tmp_path: Path) -> None:
    for packed in (True, False):
        pages = [warc([r], packed=packed) for r in records(12)[2:]]
        for n in (1, 4, 5, 9):
            pages[n] = pages[n][:40] + b"\0" * 400 + pages[n][440:]
        found = read(tmp_path, "a.warc.gz" if packed else "b.warc", b"".join(pages))
        assert codes(found).count("report") == 8
        assert codes(found).count("broken-archive") >= 4 or not packed
        assert codes(found) != ["report"] * 8


@pytest.mark.parametrize("packed", [True, False])
def test_no_cut_is_passed_over(packed: bool) -> None:
    members = [warc([r], packed=packed) for r in records(3)[2:]]
    whole = b"".join(members)
    ends = {sum(map(len, members[:n])) for n in range(4)}
    for cut in range(1, len(whole), 5):
        found = [x.code for x in open_warc(io.BytesIO(whole[:cut]), source="a") if isinstance(x, Failure)]
        assert cut in ends or "broken-archive" in found, cut
    assert not any(isinstance(x, Failure) for x in open_warc(io.BytesIO(whole), source="a"))


def test_page_cut_by_the_crawler_is_partial(tmp_path: Path) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode()
    (found,) = read(tmp_path, "a.warc", record("response", f"{SITE}/1", block, more="WARC-Truncated: length\r\n"))
    assert isinstance(found, Report)
    assert (found.partial or "").startswith("cut off: ")


def test_bomb_in_a_body(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGE", 100_000)
    bomb = gzip.compress(b"<p>" + b"a" * 5_000_000)
    found = read(tmp_path, "a.warc.gz", warc([response(f"{SITE}/1", bomb, more="Content-Encoding: gzip\r\n"), *records(1)]))
    assert codes(found) == ["too-large", "report"]


def test_wacz_takes_titles_of_its_index(tmp_path: Path) -> None:
    bare = page(1).replace("<title>Jembatan Ambruk di Desa Contoh 1 - Harian Contoh</title>", "")
    bare = bare.replace("<h1>Jembatan Ambruk di Desa Contoh 1</h1>", "")
    data = wacz(
        [response(f"{SITE}/1", bare.encode())], [{"format": "json-pages-1.0"}, {"url": f"{SITE}/1", "title": "Judul dari Daftar"}]
    )
    (found,) = read(tmp_path, "a.wacz", data)
    assert isinstance(found, Report)
    assert (found.source, found.title) == (f"a.wacz#{SITE}/1", "Judul dari Daftar")


def test_zip_of_pages(tmp_path: Path) -> None:
    members = {
        "b/2.html": page(2).encode(),
        "a.html": page(1).encode(),
        "../luar.html": page(3).encode(),
        "/akar.html": page(4).encode(),
        "c:\\x.html": page(5).encode(),
        ".DS_Store": b"x",
        "dalam.zip": zipped({"x.html": page(6).encode()}),
        "kecil.warc.gz": warc(records(1)[2:]),
    }
    found = read(tmp_path, "a.zip", zipped(members))
    assert {x.source: x.code if isinstance(x, Failure) else "report" for x in found} == {
        "a.zip/../luar.html": "unsafe-path",
        "a.zip//akar.html": "unsafe-path",
        "a.zip/.DS_Store": "hidden",
        "a.zip/a.html": "report",
        "a.zip/b/2.html": "report",
        "a.zip/c:\\x.html": "unsafe-path",
        "a.zip/dalam.zip": "not-text",
        "a.zip/kecil.warc.gz#https://contoh.id/2024/05/06/1": "duplicate",
    }
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip"]


def test_zip_bomb_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGE", 100_000)
    found = read(tmp_path, "a.zip", zipped({f"{n}.txt": bytes([97 + n]) * 3_000_000 for n in range(9)}))
    assert codes(found)[-1] == "too-large"
    assert set(codes(found)) == {"too-large"}
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress((b"{}" + b" " * 500 + b"\n") * 10_000))
    assert codes(list(read_inputs([str(tmp_path / "b.jsonl.gz")])))[-1] == "too-large"
    monkeypatch.setattr(sources, "MOST_BLANK", 1000)
    (tmp_path / "c.jsonl").write_bytes(b"\n" * 1002)
    assert codes(list(read_inputs([str(tmp_path / "c.jsonl")]))) == ["too-large"]


def test_broken_zip(tmp_path: Path) -> None:
    whole = zipped({"a.html": page().encode()})
    assert codes(read(tmp_path, "a.zip", whole[:-40])) == ["broken-archive"]
    damaged = whole[:60] + b"\xff" * 40 + whole[100:]
    assert codes(read(tmp_path, "b.zip", damaged)) == ["broken-archive"]
    assert codes(read(tmp_path, "c.docx", zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w/>"}))) == ["not-text"]


def test_old_archives_are_named(tmp_path: Path) -> None:
    found = read(tmp_path, "a.arc", b"filedesc://a.arc 0.0.0.0 20240506 text/plain 7\n1 0 x\n\n")
    assert isinstance(found[0], Failure)
    assert (found[0].code, "ARC" in found[0].detail) == ("not-a-report", True)


def test_assets_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "berita.html").write_text(page(), encoding="utf-8")
    (tmp_path / "berita_files").mkdir()
    for name in ("a.css", "b.js", "bingkai.html"):
        (tmp_path / "berita_files" / name).write_text(page(2), encoding="utf-8")
    (tmp_path / "lain_files").mkdir()
    (tmp_path / "lain_files" / "c.html").write_text(page(3), encoding="utf-8")
    found = list(read_inputs([str(tmp_path)]))
    assert [(x.source, x.code if isinstance(x, Failure) else "report") for x in found] == [
        ("berita.html", "report"),
        ("berita_files/", "page-assets"),
        ("lain_files/c.html", "report"),
    ]
    assert isinstance(found[1], Failure)
    assert found[1].detail.startswith("3 files")


def test_lines_of_a_packed_file_are_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_PAGE", 4000)
    import json

    lines = "".join(
        json.dumps({"id": f"x{n}", "text": f"Jembatan nomor {n} ambruk pada Senin pagi karena arus sungai."}) + "\n"
        for n in range(200)
    )
    assert len(lines) > 4000
    assert codes(read(tmp_path, "a.jsonl.gz", gzip.compress(lines.encode()))) == ["report"] * 200
    assert codes(read(tmp_path, "b.jsonl.gz", gzip.compress(lines.encode())[:-9]))[-1] == "broken-gzip"
