"""How fast pages come in, as a ratio to httpx alone against the same loopback server in the same run.

    python benchmarks/fetching.py

The delay between requests to a host is off: what is measured is the machinery (robots.txt, checks, digests, WARC, manifest), which in real use waits for
the delay.  The server runs in a process of its own; both sides make 16 requests at a time, a connection each.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path

import httpx

from rujuk.fetch.addresses import Access
from rujuk.fetch.limits import Limits
from rujuk.fetch.run import Fetched, Settings, fetch

HOSTS = 16
PAGE = (
    b"<!doctype html><html><head><title>Kali</title></head><body>"
    + b"<p>Kali meluap di kampung rekaan itu.</p>" * 2000
    + b"</body></html>"
)


class Handler(BaseHTTPRequestHandler):
    """Answers every path but robots.txt with the same page."""

    def do_GET(self) -> None:
        missing = self.path == "/robots.txt"
        self.send_response(404 if missing else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(0 if missing else len(PAGE)))
        self.end_headers()
        self.wfile.write(b"" if missing else PAGE)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def serve(told: Connection) -> None:
    """Serve for ever; tell the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    told.send(server.server_address[1])
    server.serve_forever()


async def lookup(host: str, port: int) -> list[str]:
    """Every host is this machine."""
    return ["127.0.0.1"]


async def alone(urls: Sequence[str]) -> None:
    """Get the pages with httpx and keep nothing."""
    places = asyncio.Semaphore(HOSTS)
    async with httpx.AsyncClient(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0)) as client:

        async def get(url: str) -> None:
            async with places:
                assert len((await client.get(url)).content) == len(PAGE)

        await asyncio.gather(*(get(u) for u in urls))


def main(argv: Sequence[str] | None = None) -> None:
    """Print pages a second of both, and the ratio."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--pages", type=int, default=800)
    pages = p.parse_args(argv).pages
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    port = ours.recv()
    try:
        start = time.perf_counter()
        asyncio.run(alone([f"http://127.0.0.1:{port}/{n}" for n in range(pages)]))
        peer = pages / (time.perf_counter() - start)
        done = Fetched()
        settings = Settings(
            agent="Rujuk/benchmark",
            limits=Limits(delay=0, hosts=HOSTS),
            access=Access(allow_private=True, ports=None),
            lookup=lookup,
        )
        urls = [f"http://h{n % HOSTS}.example:{port}/{n}" for n in range(pages)]
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            asyncio.run(fetch(urls, Path(folder), settings, links=lambda data, source: (), done=done))
            rate = pages / (time.perf_counter() - start)
            size = sum(f.stat().st_size for f in Path(folder).iterdir()) / pages
    finally:
        server.terminate()
    assert done.counts == {"fetched": pages}, done.counts
    print(f"httpx alone  {peer:6.0f} pages/s")
    print(f"rujuk fetch  {rate:6.0f} pages/s, {rate / peer:.2f} of httpx alone; {size:.0f} bytes kept a page of {len(PAGE)}")


if __name__ == "__main__":
    main()
