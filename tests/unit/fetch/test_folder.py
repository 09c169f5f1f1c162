"""The folder: evidence that stands, runs that go on where the last one stopped."""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator
from fastwarc.warc import has_valid_block_digest

import newsstand
from newsstand import QUICK, Stand, page, sends, settings
from rujuk.errors import ConfigError
from rujuk.fetch.archive import cut_torn_end
from rujuk.fetch.manifest import Manifest, Row, latest, rows
from rujuk.fetch.run import Fetched, fetch
from rujuk.read.sources import read_inputs

Go = Callable[..., Fetched]


def records(path: Path) -> list[tuple[str, str, bytes, dict[str, str]]]:
    """Type, address, content and headers of the records of a WARC file; each block digest holds."""
    with open(path, "rb") as file:
        for record in ArchiveIterator(file, parse_http=False):
            assert has_valid_block_digest(record)
    with open(path, "rb") as file:
        return [
            (r.headers["WARC-Type"], r.headers.get("WARC-Target-URI") or "", r.reader.read(), r.headers.to_dict())
            for r in ArchiveIterator(file, parse_http=False)
        ]


def test_the_archive_holds_what_went_over_the_wire(stand: Stand, go: Go, tmp_path: Path) -> None:
    stand.put("/a", b"", status=301, Location="/b")
    stand.answers["/b"] = newsstand.gzipped
    stand.answers["/c"] = newsstand.chunked
    done = go(stand.url("/a"), stand.url("/c"))
    assert done.counts == {"fetched": 2}
    found = records(tmp_path / "pages-0001.warc.gz")
    assert [(k, u) for k, u, _, _ in found] == [
        ("warcinfo", ""),
        *((k, stand.url("/b")) for k in ("response", "request", "metadata")),
        *((k, stand.url("/c")) for k in ("response", "request", "metadata")),
    ]
    head, _, body = found[1][2].partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"Content-Encoding: gzip" in head
    assert hashlib.sha256(gzip.decompress(body)).hexdigest() == done.rows[stand.url("/a")].sha256
    assert found[1][3]["WARC-IP-Address"] == "127.0.0.1"
    assert found[1][3]["WARC-Payload-Digest"].startswith("sha1:")
    assert found[1][3]["WARC-Date"] == "2031-05-12T08:00:00Z"
    assert found[2][3]["WARC-Concurrent-To"] == found[1][3]["WARC-Record-ID"]
    assert found[2][2].startswith(b"GET /b HTTP/1.1\r\nHost: warta.example")
    assert b"fetched-as: " + stand.url("/a").encode() in found[3][2]
    chunked = found[4][2]
    assert b"X-Archive-Orig-Transfer-Encoding: chunked" in chunked
    assert chunked.endswith(page("Jembatan Rekaan Dibuka"))
    assert [(k, u) for k, u, _, _ in records(tmp_path / "trail-0001.warc.gz")][1:] == [
        ("response", stand.url("/a")),
        ("request", stand.url("/a")),
    ]


def test_the_archive_is_plain_warc(stand: Stand, go: Go, tmp_path: Path) -> None:
    """Read with nothing but gzip and the words of the standard, as any other tool would."""
    stand.put("/a", page())
    go(stand.url("/a"))
    data = gzip.decompress((tmp_path / "pages-0001.warc.gz").read_bytes())
    kinds = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        version, *lines = head.decode().split("\r\n")
        fields = dict(line.split(": ", 1) for line in lines)
        assert version == "WARC/1.1"
        length = int(fields["Content-Length"])
        block, data = rest[:length], rest[length:]
        assert data.startswith(b"\r\n\r\n")
        data = data[4:]
        kinds.append(fields["WARC-Type"])
        if fields["WARC-Type"] == "response":
            body = block.partition(b"\r\n\r\n")[2]
            assert body == page()
            assert fields["WARC-Payload-Digest"] == f"sha1:{base64.b32encode(hashlib.sha1(body).digest()).decode()}"
            assert fields["WARC-Block-Digest"] == f"sha1:{base64.b32encode(hashlib.sha1(block).digest()).decode()}"
            assert fields["Content-Type"] == "application/http; msgtype=response"
    assert kinds == ["warcinfo", "response", "request", "metadata"]


def test_reading_takes_the_pages_and_nothing_else(stand: Stand, go: Go, tmp_path: Path) -> None:
    stand.put("/a", page())
    stand.put("/b", b"", status=302, Location="/a2")
    stand.put("/a2", page("Jalan Rekaan Putus"))
    go(stand.url("/a"), stand.url("/b"), stand.url("/missing"))
    found = list(read_inputs([str(tmp_path)]))
    assert sorted(getattr(r, "title", "?") for r in found) == ["Jalan Rekaan Putus", "Kali Meluap di Kampung Rekaan"]
    assert {getattr(r, "url", "?") for r in found} == {stand.url("/a"), stand.url("/a2")}


def test_what_is_there_is_not_fetched_again(stand: Stand, go: Go) -> None:
    stand.put("/a", page())
    stand.answers["/b"] = newsstand.once_then(sends(b"", 404), sends(page("Baru Ada")))
    assert go(stand.url("/a"), stand.url("/b")).counts == {"fetched": 1, "http-404": 1}
    assert go(stand.url("/a"), stand.url("/b")).counts == {"kept": 1, "fetched": 1}
    assert stand.asked["/a"] == 1


def test_again_asks_whether_it_changed(stand: Stand, go: Go, tmp_path: Path) -> None:
    def answer(h: newsstand.Handler) -> None:
        if h.headers.get("If-None-Match") == '"1"' and h.headers.get("If-Modified-Since"):
            h.head(304, {"ETag": '"1"'})
        else:
            h.send(page(), 200, "text/html", {"ETag": '"1"', "Last-Modified": "Mon, 12 May 2031 01:00:00 GMT"})

    stand.answers["/a"] = answer
    stand.put("/same", page("Tetap Sama"))
    stand.answers["/new"] = lambda h: h.send(page(f"Versi {h.stand.asked['/new']}"), 200, "text/html", {})
    urls = [stand.url(p) for p in ("/a", "/same", "/new")]
    first = go(*urls)
    assert first.counts == {"fetched": 3}
    size = (tmp_path / "pages-0001.warc.gz").stat().st_size
    second = go(*urls, again=True)
    assert second.counts == {"not-modified": 2, "fetched": 1}
    assert second.rows[urls[0]].warc == "pages-0001.warc.gz"
    assert second.rows[urls[0]].offset == first.rows[urls[0]].offset
    assert second.rows[urls[1]].offset == first.rows[urls[1]].offset
    assert second.rows[urls[2]].offset is not None
    assert second.rows[urls[2]].offset >= size
    assert "revisit" in [k for k, _, _, _ in records(tmp_path / "trail-0001.warc.gz")]
    titles = sorted(getattr(r, "title", "?") for r in read_inputs([str(tmp_path)]))
    assert titles == ["Kali Meluap di Kampung Rekaan", "Tetap Sama", "Versi 1", "Versi 2"]
    assert go(*urls).counts == {"kept": 3}


def test_a_failure_does_not_take_away_what_is_there(stand: Stand, go: Go) -> None:
    stand.answers["/a"] = newsstand.once_then(sends(page()), sends(b"", 404))
    assert go(stand.url("/a")).counts == {"fetched": 1}
    assert go(stand.url("/a"), again=True).counts == {"http-404": 1}
    assert go(stand.url("/a")).counts == {"kept": 1}


def test_amp_leads_to_the_canonical_page(stand: Stand, go: Go, tmp_path: Path) -> None:
    amp = page("Kali", head='<link rel="canonical" href="/kali">').replace(b"<html", b"<html amp")
    stand.put("/amp/kali", amp)
    source = "https://kantor-berita.example/kali"
    stand.put("/kali", page("Kali", head=f'<meta name="original-source" content="{source}">'))
    stand.put("/amp/lost", amp.replace(b'"/kali"', b'"/lost"'))
    stand.put("/amp/own", amp.replace(b'"/kali"', b'"/amp/own"'))
    done = go(*(stand.url(p) for p in ("/amp/kali", "/amp/lost", "/amp/own")))
    assert done.counts == {"fetched": 3}
    row = done.rows[stand.url("/amp/kali")]
    assert row.final == stand.url("/kali")
    assert row.redirects == (stand.url("/amp/kali"),)
    assert row.sources == (("original-source", source),)
    assert "http-404" in done.rows[stand.url("/amp/lost")].detail
    assert done.rows[stand.url("/amp/own")].detail == ""
    notes = [c for k, u, c, _ in records(tmp_path / "pages-0001.warc.gz") if k == "metadata" and u == stand.url("/kali")]
    assert f"original-source: {source}".encode() in notes[0]
    addresses = {getattr(r, "source", "").partition("#")[2] for r in read_inputs([str(tmp_path)])}
    assert addresses == {stand.url(p) for p in ("/kali", "/amp/lost", "/amp/own")}


def test_lists_are_followed_and_are_no_pages(stand: Stand, go: Go, tmp_path: Path) -> None:
    item = "<item><title>x</title><link>{}</link></item>"
    stand.put("/opml", f'<opml version="2.0"><body><outline xmlUrl="{stand.url("/feed")}"/></body></opml>', kind="text/x-opml")
    stand.put(
        "/feed",
        f"<rss version='2.0'><channel>{''.join(item.format(stand.url(p)) for p in ('/1', '/2'))}</channel></rss>",
        kind="application/rss+xml",
    )
    for path in ("/1", "/2"):
        stand.put(path, page(path))
    done = go(stand.url("/opml"))
    assert done.counts == {"list": 2, "fetched": 2}
    assert done.rows[stand.url("/1")].found_in == stand.url("/feed")
    assert len([r for r in read_inputs([str(tmp_path)]) if hasattr(r, "title")]) == 2
    # a second run goes through the lists that are there without asking anyone
    before = dict(stand.asked)
    assert go(stand.url("/opml")).counts == {"kept": 4}
    assert stand.asked == before


def test_lists_without_end(stand: Stand, go: Go) -> None:
    for n in range(6):
        stand.put(
            f"/{n}", f"<sitemapindex><sitemap><loc>{stand.url(f'/{n + 1}')}</loc></sitemap></sitemapindex>", kind="text/xml"
        )
    assert go(stand.url("/0")).counts == {"list": 3, "list-too-deep": 1}


def test_more_addresses_than_wanted(stand: Stand, go: Go) -> None:
    locs = "".join(f"<url><loc>{stand.url(f'/p{n}')}</loc></url>" for n in range(20))
    stand.put("/map", f"<urlset>{locs}</urlset>", kind="text/xml")
    done = go(stand.url("/map"), limits=replace(QUICK, most=5))
    assert sum(done.counts.values()) == 5
    assert done.left == 16


def test_a_torn_end_is_cut_and_gone_on_from(stand: Stand, go: Go, tmp_path: Path) -> None:
    for path in ("/a", "/b"):
        stand.put(path, page(path))
    go(stand.url("/a"))
    file = tmp_path / "pages-0001.warc.gz"
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:100])
    with open(tmp_path / "fetch.jsonl", "ab") as manifest:
        manifest.write(b'{"url": "http://torn')
    assert go(stand.url("/a"), stand.url("/b")).counts == {"kept": 1, "fetched": 1}
    assert len(records(file)) == 7
    assert file.read_bytes().startswith(whole)
    assert len(latest(tmp_path)) == 2


@pytest.mark.parametrize("cut", [0, 1, 7, 18, 30])
def test_torn_ends(tmp_path: Path, cut: int) -> None:
    member = gzip.compress(b"WARC/1.1 " * 40)
    file = tmp_path / "pages-0001.warc.gz"
    file.write_bytes(member * 3 + member[:cut])
    assert cut_torn_end(file) == cut
    assert file.read_bytes() == member * 3


def test_a_file_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "pages-0001.warc.gz"
    file.write_bytes(b"WARC/1.0\r\nplain")
    assert cut_torn_end(file) == 0
    assert file.read_bytes() == b"WARC/1.0\r\nplain"


def test_a_full_file_is_followed_by_another(stand: Stand, go: Go, tmp_path: Path) -> None:
    for path in ("/a", "/b", "/c"):
        stand.put(path, page(path))
    go(*(stand.url(p) for p in ("/a", "/b", "/c")), limits=replace(QUICK, archive=100))
    assert sorted(p.name for p in tmp_path.glob("pages*")) == [f"pages-000{n}.warc.gz" for n in (1, 2, 3)]
    assert {r.warc for r in rows(tmp_path)} == {f"pages-000{n}.warc.gz" for n in (1, 2, 3)}


def test_two_processes_do_not_share_a_folder(go: Go, tmp_path: Path) -> None:
    held = Manifest(tmp_path)
    with pytest.raises(ConfigError, match="another process"):
        go("http://warta.example/")
    held.close()


def test_an_interrupt_leaves_a_folder_to_go_on_from(stand: Stand, go: Go, tmp_path: Path) -> None:
    stand.put("/a", page())
    stand.answers["/b"] = newsstand.once_then(newsstand.slow, sends(page("Akhirnya")))
    urls = [stand.url("/a"), stand.url("/b")]
    done = Fetched()

    async def interrupted() -> None:
        run = asyncio.create_task(
            fetch(urls, tmp_path, settings(limits=replace(QUICK, read=5, total=5)), links=lambda data, source: (), done=done)
        )
        while not done.counts["fetched"]:
            await asyncio.sleep(0.01)
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run

    asyncio.run(interrupted())
    assert done.counts == {"fetched": 1}
    assert go(*urls).counts == {"kept": 1, "fetched": 1}


def test_rows_survive_the_way_through_the_file(tmp_path: Path) -> None:
    row = Row(
        url="http://a.example/", outcome="fetched", time="t", redirects=("x",), sources=(("k", "v"),), links=("l",), offset=0
    )
    manifest = Manifest(tmp_path)
    manifest.add(row)
    manifest.close()
    (tmp_path / "fetch.jsonl").open("ab").write(
        b'[]\n{"url": 1}\n\xff\n{"url":"u","outcome":"o","time":"t","offset":"x"}\n{"url":"u","outcome":"o","time":"t","links":[1]}\n'
        + json.dumps({"url": "u", "outcome": "o", "time": "t", "later": 1}).encode()
    )
    assert list(rows(tmp_path)) == [row, Row(url="u", outcome="o", time="t")]
