"""Answers and addresses made to break things: a named outcome, never an error of ours, and the others go on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from newsstand import Handler, Stand, page
from rujuk.fetch.addresses import Access, check_address, check_url
from rujuk.fetch.manifest import GOOD
from rujuk.fetch.refusal import Refusal
from rujuk.fetch.run import Fetched

Go = Callable[..., Fetched]

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
RAW = {
    "nothing": b"",
    "half a status line": b"HTTP/1.",
    "no status": b"HTTP/1.1\r\n\r\n",
    "a status of letters": b"HTTP/1.1 abc OK\r\n\r\n",
    "a status of 4 digits": b"HTTP/1.1 9999 OK\r\n\r\n",
    "HTTP/0.9": b"<html>x</html>",
    "HTTP/9": b"HTTP/9.9 200 OK\r\nContent-Length: 1\r\n\r\nx",
    "a header without a colon": b"HTTP/1.1 200 OK\r\nabc\r\n\r\nx",
    "a NUL in a header": b"HTTP/1.1 200 OK\r\nX: \x00\r\n\r\nx",
    "two lengths": OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
    "a negative length": OK + b"Content-Length: -1\r\n\r\nxy",
    "a length of letters": OK + b"Content-Length: x\r\n\r\nxy",
    "a length beyond numbers": OK + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\nxy",
    "a chunk of letters": OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "a chunk without end": OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc",
    "chunks of another coding": OK + b"Transfer-Encoding: gzip\r\n\r\nabc",
    "a switch of protocols": b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nabc",
    "early hints for ever": b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2000,
    "a redirect to bytes": b"HTTP/1.1 302 F\r\nLocation: \xff\xfe\xc3\r\nContent-Length: 0\r\n\r\n",
    "a redirect to brackets": b"HTTP/1.1 302 F\r\nLocation: http://[/\r\nContent-Length: 0\r\n\r\n",
    "a redirect to a port": b"HTTP/1.1 302 F\r\nLocation: http://a.example:99999/\r\nContent-Length: 0\r\n\r\n",
    "a redirect to a script": b"HTTP/1.1 302 F\r\nLocation: javascript:alert(1)\r\nContent-Length: 0\r\n\r\n",
    "a long redirect": b"HTTP/1.1 302 F\r\nLocation: /" + b"a" * 9000 + b"\r\nContent-Length: 0\r\n\r\n",
    "an encoding of nonsense": OK + b"Content-Encoding: ,,gzip;q=1,\r\nContent-Length: 3\r\n\r\nabc",
    "wait for ever": b"HTTP/1.1 503 S\r\nRetry-After: " + b"9" * 400 + b"\r\nContent-Length: 0\r\n\r\n",
    "wait till never": b"HTTP/1.1 429 S\r\nRetry-After: Thu, 99 Foo 99999 25:61:61 GMT\r\nContent-Length: 0\r\n\r\n",
    "not modified unasked": b"HTTP/1.1 304 Not Modified\r\n\r\n",
    "partial content unasked": b"HTTP/1.1 206 P\r\nContent-Length: 3\r\n\r\nabc",
}


def writes(data: bytes) -> Callable[[Handler], None]:
    return lambda h: (h.wfile.write(data) and None) or None


def test_raw_answers(stand: Stand, go: Go) -> None:
    urls = {}
    for n, (name, data) in enumerate(RAW.items()):
        stand.answers[f"/{n}"] = writes(data)
        urls[name] = stand.url(f"/{n}", f"h{n}.example")
    stand.put("/good", page())
    done = go(*urls.values(), stand.url("/good"))
    assert sum(done.counts.values()) == len(urls) + 1
    assert {name for name, url in urls.items() if done.rows[url].outcome in GOOD} <= {"HTTP/9"}
    assert done.rows[stand.url("/good")].good


@pytest.mark.parametrize(
    "body", [b"\xff\xfe<\x00", b"<html amp><link rel=canonical href='http://['>x", b"<rss><channel>" * 5000, b"{" * 100_000]
)
def test_bodies(stand: Stand, go: Go, body: bytes) -> None:
    stand.put("/a", body)
    assert go(stand.url("/a")).counts == {"fetched": 1}


@profile(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(max_size=60),
    st.sampled_from(["", "http://", "https://", "http://a.example", "http://127.0.0.1", "http://[::1", "http://0x"]),
)
def test_any_text_is_an_address_or_refused(text: str, start: str) -> None:
    try:
        target = check_url(start + text, Access())
    except Refusal:
        return
    assert target.url.isascii()
    assert target.scheme in ("http", "https")
    assert check_url(target.url, Access()) == target


@profile(max_examples=300, deadline=None, derandomize=True)
@given(st.ip_addresses())
def test_an_address_is_judged_the_same_in_a_url_and_after_a_lookup(address: object) -> None:
    def code(work: Callable[[], object]) -> str:
        try:
            work()
        except Refusal as e:
            return e.code
        return ""

    literal = f"[{address}]" if ":" in str(address) else str(address)
    assert code(lambda: check_url(f"http://{literal}/", Access())) == code(lambda: check_address(str(address), "x", Access()))
