"""Every kind of answer, good and bad, ends in one named outcome, in bounded time."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import newsstand
from newsstand import QUICK, Stand, page, sends
from rujuk.fetch.run import Fetched

Go = Callable[..., Fetched]

BAD = {
    "/slow": (newsstand.slow, "timeout"),
    "/drip": (newsstand.drip, "timeout"),
    "/drip-head": (newsstand.drip_head, "timeout"),
    "/endless": (newsstand.endless, "too-large"),
    "/announces": (newsstand.announces_much, "too-large"),
    "/bomb-gzip": (newsstand.bomb_gzip, "too-large"),
    "/bomb-brotli": (newsstand.bomb_brotli, "too-large"),
    "/cut": (newsstand.cut_off, "cut-off"),
    "/ssh": (newsstand.no_http, "bad-answer"),
    "/endless-error": (newsstand.endless_error, "http-404"),
    "/heads": (newsstand.many_heads, "bad-answer"),
    "/gone": (sends(b"gone", 410), "http-410"),
    "/busy": (sends(b"", 503), "http-503"),
    "/odd": (sends(b"<html>x", Content_Encoding="zstd"), "broken-encoding"),
    "/broken": (sends(b"\x1f\x8b\x08 not gzip", Content_Encoding="gzip"), "broken-encoding"),
    "/empty": (sends(b"  \n"), "empty"),
    "/image": (sends(b"\xff\xd8\xff", Content_Type="image/jpeg"), "http-200"),
    "/nowhere": (sends(b"", 302), "bad-redirect"),
    "/loop": (sends(b"", 302, Location="/loop"), "redirect-loop"),
    "/far": (sends(b"", 301, Location="/far/1"), "too-many-redirects"),
    "/file": (sends(b"", 302, Location="file:///etc/passwd"), "scheme-refused"),
    "/gopher": (sends(b"", 302, Location="gopher://warta.example/"), "scheme-refused"),
    "/user": (sends(b"", 302, Location="http://a:b@warta.example/"), "credentials"),
}


def set_up(stand: Stand) -> None:
    for path, (answer, _) in BAD.items():
        stand.answers[path] = answer
    stand.answers["/image"] = lambda h: h.send(b"\xff\xd8\xff", 200, "image/jpeg", {})
    for n in range(1, 12):
        stand.answers[f"/far/{n}"] = sends(b"", 301, Location=f"/far/{n + 1}")
    stand.put("/good", page())
    stand.answers["/chunked"] = newsstand.chunked
    stand.answers["/gzip"] = newsstand.gzipped
    stand.answers["/br"] = newsstand.brotlied
    stand.answers["/less"] = newsstand.says_less


def test_every_answer_in_bounded_time(stand: Stand, go: Go, tmp_path: Path) -> None:
    set_up(stand)
    good = ("/good", "/chunked", "/gzip", "/br", "/less")
    start = time.monotonic()
    # a host for each, so that they wait for nobody
    urls = {path: stand.url(path, f"h{n}.example") for n, path in enumerate((*BAD, *good, "/missing"))}
    done = go(*urls.values())
    assert time.monotonic() - start < 10
    outcomes = {path: done.rows[url].outcome for path, url in urls.items()}
    wanted = {path: code for path, (_, code) in BAD.items()} | {"/image": "wrong-type", "/missing": "http-404"}
    assert outcomes == wanted | dict.fromkeys(good, "fetched")
    assert sum(done.counts.values()) == len(urls)
    lines = [json.loads(line) for line in (tmp_path / "fetch.jsonl").read_text().splitlines()]
    assert {line["url"] for line in lines} == set(urls.values())
    chunked = done.rows[urls["/chunked"]]
    assert chunked.sha256 == hashlib.sha256(page("Jembatan Rekaan Dibuka")).hexdigest()
    assert done.rows[urls["/br"]].sha256 == hashlib.sha256(page("Harga Beras Rekaan Turun")).hexdigest()
    assert done.rows[urls["/less"]].bytes == 20


def test_a_failure_that_passes_is_tried_again(stand: Stand, go: Go) -> None:
    stand.answers["/a"] = newsstand.once_then(sends(b"", 500), sends(page()))
    stand.answers["/b"] = newsstand.once_then(newsstand.cut_off, sends(page()))
    done = go(stand.url("/a"), stand.url("/b"))
    assert done.counts == {"fetched": 2}
    assert stand.asked["/a"] == stand.asked["/b"] == 2


def test_a_failure_that_stays_is_not(stand: Stand, go: Go) -> None:
    done = go(stand.url("/missing"))
    assert done.counts == {"http-404": 1}
    assert stand.asked["/missing"] == 1


def test_retry_after_is_waited_for(stand: Stand, go: Go) -> None:
    stand.answers["/a"] = newsstand.once_then(sends(b"", 429, Retry_After="1"), sends(page()))
    stand.put("/b", page("Yang Lain"))
    done = go(stand.url("/a"), stand.url("/b"))
    assert done.counts == {"fetched": 2}
    asked = [t for p, t in stand.times if p == "/a"]
    assert asked[1] - asked[0] >= 1.0


def test_too_long_a_wait_is_left_for_another_run(stand: Stand, go: Go) -> None:
    stand.put("/a", b"", status=429, Retry_After="7200")
    stand.put("/b", b"", status=503, Retry_After="Mon, 12 May 2031 20:00:00 GMT")
    stand.put("/c", page())
    done = go(stand.url("/a"), stand.url("/c"), stand.url("/b", "lain.example"))
    assert done.counts == {"rate-limited": 3}
    assert stand.asked["/a"] == stand.asked["/b"] == 1
    assert stand.asked["/c"] == 0


def test_still_too_many_requests(stand: Stand, go: Go) -> None:
    stand.put("/a", b"", status=429)
    assert go(stand.url("/a"), stand.url("/b")).counts == {"rate-limited": 2}
    assert stand.asked["/a"] == QUICK.tries
    assert stand.asked["/b"] == 0


def test_a_host_that_fails_in_a_row_is_left(stand: Stand, go: Go) -> None:
    for n in range(6):
        stand.answers[f"/{n}"] = newsstand.slow
    done = go(*(stand.url(f"/{n}") for n in range(6)), limits=replace(QUICK, tries=1))
    assert done.counts == {"timeout": 3, "host-down": 3}


@pytest.mark.parametrize("port", [9, 1])
def test_nobody_there(go: Go, port: int) -> None:
    done = go(f"http://warta.example:{port}/a")
    assert done.counts == {"connect-failed": 1}


def test_tls_that_is_none(stand: Stand, go: Go) -> None:
    url = stand.url("/a").replace("http:", "https:")
    done = go(url)
    assert done.counts == {"tls-failed": 1}
    assert done.rows[url].detail
