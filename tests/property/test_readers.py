"""Readers break on no bytes: whatever is done to an archive, a mail, a feed or a page, it ends in clean reports and named failures, soon.

Seeds are small and valid; hypothesis cuts, doubles, mixes and spoils them.  The runs are the same each time; `RUJUK_FUZZ=5000` makes each
reader take so many random ones instead.  What was found is kept in `FOUND`.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archives import PROSE, channel, mail, message, page, parts, response, rss, wacz, warc, zipped
from rujuk.model.codec import dumps
from rujuk.model.report import Failure, Report
from rujuk.read.links import links_in
from rujuk.read.sources import read_inputs

RUNS = os.environ.get("RUJUK_FUZZ")
LONGEST = 6.0
"""CPU seconds that a few kilobytes may take at most, on a slow machine."""
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SITE = "https://contoh.id/2024/05/06"
INNER = parts("in", [("Content-Type: text/plain", "Teks."), ("Content-Type: text/html", "".join(f"<h2><a href='https://contoh.id/{n}'>Judul berita nomor {n}</a></h2><p>{p} {p}</p>" for n, p in enumerate(PROSE)))])  # fmt: skip
OUTER = parts(
    "out",
    [
        ('Content-Type: multipart/alternative; boundary="in"', INNER),
        ("Content-Type: message/rfc822", mail(f"<p>{PROSE[0]}</p>").decode()),
        ("Content-Type: text/html; charset=utf-16\r\nContent-Transfer-Encoding: base64", "PABwAD4AeAA="),
    ],
)
ENTRY = f"<item><title>Jembatan &amp; perahu</title><link>https://contoh.id/a</link><pubDate>Mon, 06 May 2024 10:15:00 +0700</pubDate><description><![CDATA[<p>{PROSE[0]}</p><p>{PROSE[1]}</p>]]></description><media:content><media:credit>A</media:credit></media:content></item>"  # fmt: skip
RECORDS = [
    response(f"{SITE}/1", page(1).encode()),
    response(f"{SITE}/2", gzip.compress(page(2).encode(), mtime=0), more="Content-Encoding: gzip\r\n"),
    response(f"{SITE}/3", b"5\r\n<p>x<\r\n0\r\n\r\n", more="Transfer-Encoding: chunked\r\n"),
]
LINES = "\n".join(
    json.dumps({"id": f"{n}", "text": p, "published": "2024-05-06", "authors": ["A B"]}) for n, p in enumerate(PROSE)
)
SEEDS: dict[str, bytes] = {
    "page.html": page(1, more="<table><tr><td>1<td>2</table><ul><li>a<li><a href=x>b</a></ul><figure><figcaption>c</figcaption></figure>").encode(),
    "text.md": ("---\ntitle: Jembatan\ndate: 2024-05-06\n---\n# Jembatan\n\n" + "\n\n".join(PROSE)).encode(),
    "lines.jsonl": LINES.encode(),
    "lines.jsonl.gz": gzip.compress(LINES.encode(), mtime=0),
    "crawl.warc": warc(RECORDS, packed=False),
    "crawl.warc.gz": warc(RECORDS),
    "crawl.wacz": wacz(RECORDS[:2], [{"url": f"{SITE}/1", "title": "Judul"}]),
    "pages.zip": zipped({"a.html": page(1).encode(), "b/c.txt": PROSE[0].encode(), "d.eml": mail(PROSE[1])}),
    "news.eml": mail(OUTER, kind='multipart/mixed; boundary="out"'),
    "box.mbox": b"".join(b"From x@y Mon May  6 06:00:00 2024\n" + mail(f"<p>{p}</p>") + b"\n\n" for p in PROSE),
    "saved.mhtml": mail(
        parts("x", [("Content-Type: text/html\r\nContent-Location: https://contoh.id/1", page(1)), ("Content-Type: image/png", "x")]),
        kind='multipart/related; boundary="x"',
        more="Snapshot-Content-Location: https://contoh.id/1\r\n",
    ),
    "feed.rss": rss(ENTRY * 2).encode(),
    "feed.atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Contoh</title><entry><title>J</title><link href="/a"/><updated>2024-05-06T03:15:00Z</updated><content type="xhtml"><div>{PROSE[0]}<br/>b</div></content></entry></feed>'.encode(),
    "feed.json": json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": f"{SITE}/1", "title": "J", "content_html": f"<p>{PROSE[0]}", "author": {"name": "A B"}}]}).encode(),
    "sitemap.xml": b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://contoh.id/a</loc></url></urlset>",
    "list.opml": b"<opml version='2.0'><body><outline xmlUrl='https://contoh.id/rss'/></body></opml>",
    "links.txt": b"# daftar\nhttps://contoh.id/a\nhttps://contoh.id/b Judul\n",
    "channel.html": channel([message(1, f"<b>Jembatan ambruk lagi</b><br>{PROSE[0]}", forwarded="A"), message(2, "")]).encode(),
}  # fmt: skip
TOKENS = (
    *(b"\0", b"\xff", b"\xed\xa0\x80", "\u202e".encode(), b"\r\n\r\n", b"\n", b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->"),
    *(b"<div>" * 300, b"<b>" * 300, b"</p>", b"<script>", b"<table><tr><td>", b"<a href='javascript:x'>", b"&lt;", b"&#0;", b"&#xD800;", b"&bogus;"),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"--out", b"--in--", b"Content-Type: multipart/mixed; boundary=out\r\n\r\n", b"Content-Length: 99999999999\r\n"),
    *(b"Content-Encoding: br\r\n", b"charset=utf-7", b"charset=zip", b"=?utf-8?b?", b"From ", b"WARC/1.0\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x05\x06"),
    *(b'{"', b"[" * 500, b"1e999", b"-1", b"0000-00-00", b"9999-12-31T99:99:99+99:99", b"http://[::1", b"https://contoh.id/%zz", b"../../x"),
)  # fmt: skip
FOUND: dict[str, bytes] = {
    "archive that ends in its first line": b"WARC/1.0\r\n",
    "comments before the first tag": b"<!-- a -->" * 20_000,
    "bare text between many children": b"<html><div><p>a</p>" + b"<span>x</span>y" * 25_000,
    "reference to half a character": rss("<item><title>&#xD800;&#55296;&#x110000;</title><link>&#xDFFF;</link></item>").encode(),
    "half a character in an attribute": b"<opml><outline xmlUrl='https://contoh.id/&#xD800;'/></opml>",
    "tags beyond any page": b"<html>" + b"<p>" * 400_000,
}
"""What fuzzing and trying found, each kept as a case: it crashed, came to nothing, or took the square of its length."""
places = st.floats(0, 1, allow_nan=False)
edits = st.lists(
    st.one_of(
        st.tuples(st.just("insert"), places, st.sampled_from(TOKENS)),
        st.tuples(st.just("insert"), places, st.binary(max_size=8)),
        st.tuples(st.just("cut"), places, places),
        st.tuples(st.just("double"), places, places),
        st.tuples(st.just("end"), places, st.just(b"")),
        st.tuples(st.just("spoil"), places, st.integers(1, 255)),
    ),
    min_size=1,
    max_size=6,
)


def edited(data: bytes, changes: list[tuple[str, float, object]]) -> bytes:
    """Apply the changes, places given as shares of the length."""
    for kind, place, what in changes:
        at = int(place * len(data))
        if isinstance(what, bytes):
            data = data[:at] + (what + data[at:] if kind == "insert" else b"")
        elif isinstance(what, float):
            a, b = sorted((at, int(what * len(data))))
            data = data[:a] + data[b:] if kind == "cut" else data[:b] + data[a:]
        elif isinstance(what, int) and at < len(data):
            data = data[:at] + bytes([data[at] ^ what]) + data[at + 1 :]
    return data[:200_000]


def check(data: bytes, name: str = "a") -> list[Report | Failure]:
    """Read bytes as a file and assert what holds of all that comes out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        begin = time.process_time()
        found = list(read_inputs([str(path)]))
        assert time.process_time() - begin < LONGEST
        assert os.listdir(folder) == [name]
    assert found
    for x in found:
        assert x.source.startswith(name) or isinstance(x, Report) or x.code in ("no-body", "duplicate", "broken-json"), x.source
        dumps(x).encode("utf-8")
        if isinstance(x, Report):
            assert x.text == x.text.strip() != ""
            assert not UNSEEN.search(x.text + (x.title or "") + " ".join(x.bylines))
            assert "\n".join(x.text[b.start : b.end] for b in x.blocks) == x.text
        else:
            assert x.code
            assert x.state in ("failed", "skipped")
    return found


def runs(count: int) -> settings:
    return settings(
        max_examples=int(RUNS) if RUNS else count,
        deadline=None,
        derandomize=not RUNS,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_read(name: str) -> None:
    found = check(SEEDS[name], name)
    if name not in ("sitemap.xml", "list.opml", "links.txt"):
        assert any(isinstance(x, Report) for x in found)


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND)
def test_what_was_found(data: bytes) -> None:
    assert all(isinstance(x, Failure) for x in check(data))


@pytest.mark.parametrize("name", SEEDS)
@runs(25)
@given(changes=edits)
def test_spoilt_files(name: str, changes: list[tuple[str, float, object]]) -> None:
    check(edited(SEEDS[name], changes))


@runs(60)
@given(first=st.sampled_from(sorted(SEEDS)), second=st.sampled_from(sorted(SEEDS)), place=places, changes=edits)
def test_files_in_files(first: str, second: str, place: float, changes: list[tuple[str, float, object]]) -> None:
    at = int(place * len(SEEDS[first]))
    check(edited(SEEDS[first][:at] + SEEDS[second] + SEEDS[first][at:], changes), second)


@runs(100)
@given(data=st.binary(max_size=600), opening=st.sampled_from([b"", b"PK\x03\x04", b"WARC/1.0\r\n", b"From a\nFrom: b\nReceived: c\n", b"<rss>", b"{", b"\x1f\x8b\x08\0"]))  # fmt: skip
def test_any_bytes(data: bytes, opening: bytes) -> None:
    check(opening + data)
    links_in(opening + data, source="https://contoh.id/")
