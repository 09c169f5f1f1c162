"""A web server on the loopback that answers as badly as the web does."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import brotli

from rujuk.fetch.addresses import Access
from rujuk.fetch.limits import Limits
from rujuk.fetch.run import Settings

QUICK = Limits(
    connect=2.0, read=0.5, total=1.5, tries=2, backoff=0.02, delay=0.0, longest_wait=1.0, raw=2_000_000, unpacked=3_000_000
)
"""The limits of the tests: the same machinery, over in no time."""


async def lookup(host: str, port: int) -> list[str]:
    """Resolve the invented hosts to this machine; what is called "nowhere" has no address."""
    if "nowhere" in host:
        raise OSError("no such name")
    return ["127.0.0.1"]


def settings(**changes: object) -> Settings:
    """Settings that let the tests reach this machine."""
    values: dict[str, object] = {
        "agent": "Rujuk/test",
        "limits": QUICK,
        "access": Access(allow_private=True, ports=None),
        "lookup": lookup,
        "routed": lambda: True,
        "now": lambda: datetime(2031, 5, 12, 8, 0, tzinfo=UTC),
    }
    return Settings(**(values | changes))  # type: ignore[arg-type]


GZIP_BOMB = gzip.compress(bytes(20_000_000), 1)
BROTLI_BOMB = brotli.compress(bytes(20_000_000), quality=1)
PAGE = """<!doctype html><html lang="id"><head><title>{title}</title><meta property="og:type" content="article">{head}</head><body><article><h1>{title}</h1>
<p>Kali meluap di kampung rekaan itu pada Senin (12/5) malam, kata kepala desa.</p>
<p>Sebanyak 40 rumah terendam dan warga mengungsi ke balai desa, ujarnya.</p></article></body></html>"""


def page(title: str = "Kali Meluap di Kampung Rekaan", head: str = "") -> bytes:
    """A short page of an invented report."""
    return PAGE.format(title=title, head=head).encode()


class Stand:
    """The server: `answers` maps a path to a function that writes the answer; `asked` counts the requests by path."""

    def __init__(self) -> None:
        self.answers: dict[str, Callable[[Handler], None]] = {}
        self.asked: Counter[str] = Counter()
        self.heads: list[tuple[str, dict[str, str]]] = []
        self.times: list[tuple[str, float]] = []
        self.over = threading.Event()
        stand = self

        class Bound(Handler):
            pass

        Bound.stand = stand
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Bound)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()

    def url(self, path: str, host: str = "warta.example") -> str:
        """The address of a path on one of the server's invented hosts."""
        return f"http://{host}:{self.port}{path}"

    def put(
        self, path: str, body: bytes | str = b"", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        """Let a path answer so."""
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = lambda h: h.send(data, status, kind, {k.replace("_", "-"): v for k, v in headers.items()})

    def stop(self) -> None:
        """End the server and the answers that never end."""
        self.over.set()
        self.server.shutdown()
        self.server.server_close()


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    stand: Stand

    def do_GET(self) -> None:
        self.stand.asked[self.path] += 1
        self.stand.heads.append((self.path, dict(self.headers.items())))
        self.stand.times.append((self.path, time.monotonic()))
        answer = self.stand.answers.get(self.path)
        try:
            if answer is None:
                self.send(b"none", 404, "text/plain", {})
            else:
                answer(self)
        except OSError:
            pass  # the client left
        self.close_connection = True

    def send(self, body: bytes, status: int, kind: str, headers: dict[str, str]) -> None:
        """Write a whole answer."""
        self.head(status, {"Content-Type": kind, "Content-Length": str(len(body)), **headers})
        self.wfile.write(body)

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Write the head of an answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def slow(h: Handler) -> None:
    """Nothing at all."""
    h.stand.over.wait(20)


def drip(h: Handler) -> None:
    """A byte now and then, for ever: each read is in time, the whole never is."""
    h.head(200, {"Content-Type": "text/html"})
    while not h.stand.over.wait(0.05):
        h.wfile.write(b"x")


def drip_head(h: Handler) -> None:
    """A head that never ends, line by line."""
    h.wfile.write(b"HTTP/1.1 200 OK\r\n")
    number = 0
    while not h.stand.over.wait(0.05):
        number += 1
        h.wfile.write(b"X-%d: a\r\n" % number)


def endless(h: Handler) -> None:
    """As much as the line takes, for ever."""
    h.head(200, {"Content-Type": "text/html"})
    while not h.stand.over.is_set():
        h.wfile.write(b"<p>lagi</p>" * 6000)


def endless_error(h: Handler) -> None:
    """An error page without end: that it is an error is all there is to know."""
    h.head(404, {"Content-Type": "text/html"})
    while not h.stand.over.is_set():
        h.wfile.write(b"<p>tidak ada</p>" * 6000)


def many_heads(h: Handler) -> None:
    """A head of megabytes."""
    h.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Lagi: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 50_000 + b"\r\n")


def chunked(h: Handler) -> None:
    """A page in chunks."""
    h.head(200, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"})
    body = page("Jembatan Rekaan Dibuka")
    for start in range(0, len(body), 100):
        piece = body[start : start + 100]
        h.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
    h.wfile.write(b"0\r\n\r\n")


def gzipped(h: Handler) -> None:
    """A page packed with gzip."""
    h.send(gzip.compress(page("Harga Cabai Rekaan Naik")), 200, "text/html", {"Content-Encoding": "gzip"})


def brotlied(h: Handler) -> None:
    """A page packed with Brotli."""
    h.send(brotli.compress(page("Harga Beras Rekaan Turun")), 200, "text/html", {"Content-Encoding": "br"})


def bomb_gzip(h: Handler) -> None:
    """A few kilobytes that unpack to far more than is taken."""
    h.send(GZIP_BOMB, 200, "text/html", {"Content-Encoding": "gzip"})


def bomb_brotli(h: Handler) -> None:
    """The same with Brotli, smaller still."""
    h.send(BROTLI_BOMB, 200, "text/html", {"Content-Encoding": "br"})


def announces_much(h: Handler) -> None:
    """A Content-Length beyond all bounds."""
    h.head(200, {"Content-Type": "text/html", "Content-Length": "99999999999"})
    h.wfile.write(b"<html>")


def cut_off(h: Handler) -> None:
    """Less than was announced."""
    h.head(200, {"Content-Type": "text/html", "Content-Length": "5000"})
    h.wfile.write(b"<html><body>mulai")


def says_less(h: Handler) -> None:
    """More than was announced: what is beyond is no next answer."""
    h.head(200, {"Content-Type": "text/html", "Content-Length": "20"})
    h.wfile.write(b"<html><p>pendek</p> HTTP/1.1 200 OK\r\n\r\nselundupan")


def no_http(h: Handler) -> None:
    """What is no HTTP."""
    h.wfile.write(b"SSH-2.0-rekaan\r\n\r\n\r\n")


def once_then(first: Callable[[Handler], None], later: Callable[[Handler], None]) -> Callable[[Handler], None]:
    """One answer to the first request, another to those after it."""
    return lambda h: (first if h.stand.asked[h.path] == 1 else later)(h)


def sends(body: bytes, status: int = 200, **headers: str) -> Callable[[Handler], None]:
    """An answer as a function."""
    return lambda h: h.send(body, status, "text/html", {k.replace("_", "-"): v for k, v in headers.items()})
