"""A store in the manner of S3 on this machine's loopback, for tests: objects in memory, listed, told of and given out, whole or in part.

What it speaks: ListObjectsV2 (prefix, delimiter, pages of `page` names), HeadObject, GetObject with a range.  It takes any signature and writes nothing.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape


@dataclass
class Store:
    """The objects by bucket/name, and how the store behaves."""

    objects: dict[str, bytes] = field(default_factory=dict)
    page: int = 1000
    """Names a page of a listing holds."""
    refused: set[str] = field(default_factory=set)
    """Objects that nobody may read: listed, but answered with 403."""
    busy: dict[str, int] = field(default_factory=dict)
    """So many times an object is answered with "slow down" first."""
    asked: Counter[str] = field(default_factory=Counter)
    """Requests by kind, and those for an object by its name."""
    address: str = ""


class _Door(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    store: Store

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        self._answer(head=True)

    def do_GET(self) -> None:
        self._answer(head=False)

    def _answer(self, *, head: bool) -> None:
        place = urlsplit(self.path)
        bucket, _, name = unquote(place.path).lstrip("/").partition("/")
        if not name:
            self.store.asked["list"] += 1
            self._send(200, self._listing(bucket, parse_qs(place.query, keep_blank_values=True)), "application/xml", head)
            return
        key = f"{bucket}/{name}"
        self.store.asked["head" if head else "get"] += 1
        self.store.asked[key] += 1
        if self.store.busy.get(key, 0) > 0:
            self.store.busy[key] -= 1
            self._error(503, "SlowDown", head)
        elif key in self.store.refused:
            self._error(403, "AccessDenied", head)
        elif key not in self.store.objects:
            self._error(404, "NoSuchKey", head)
        else:
            self._object(self.store.objects[key], head)

    def _object(self, data: bytes, head: bool) -> None:
        unit, _, span = self.headers.get("Range", "").partition("=")
        if unit != "bytes":
            self._send(200, data, "application/octet-stream", head)
            return
        first, _, last = span.partition("-")
        start = int(first) if first else max(0, len(data) - int(last))
        stop = min(len(data), int(last) + 1) if first and last else len(data)
        if start >= len(data):
            self._error(416, "InvalidRange", head)
            return
        self._send(206, data[start:stop], "application/octet-stream", head, f"bytes {start}-{stop - 1}/{len(data)}")

    def _listing(self, bucket: str, asked: dict[str, list[str]]) -> bytes:
        prefix, delimiter = asked.get("prefix", [""])[0], asked.get("delimiter", [""])[0]
        after = asked.get("continuation-token", asked.get("start-after", [""]))[0]
        names = sorted(k.partition("/")[2] for k in self.store.objects if k.startswith(f"{bucket}/"))
        entries: dict[str, str] = {}
        for name in names:
            if name.startswith(prefix):
                folder, found, _ = name[len(prefix) :].partition(delimiter) if delimiter else ("", "", "")
                if found:
                    shown = f"{prefix}{folder}{delimiter}"
                    entries[shown] = f"<CommonPrefixes><Prefix>{escape(shown)}</Prefix></CommonPrefixes>"
                else:
                    size = len(self.store.objects[f"{bucket}/{name}"])
                    when = "<LastModified>2031-03-01T00:00:00.000Z</LastModified>"
                    entries[name] = f"<Contents><Key>{escape(name)}</Key>{when}<Size>{size}</Size></Contents>"
        left = [n for n in sorted(entries) if n > after]
        page = left[: min(self.store.page, int(asked.get("max-keys", ["1000"])[0]))]
        more = len(left) > len(page)
        token = f"<NextContinuationToken>{escape(page[-1])}</NextContinuationToken>" if more and page else ""
        body = "".join(entries[n] for n in page)
        head = f"<Name>{escape(bucket)}</Name><Prefix>{escape(prefix)}</Prefix><KeyCount>{len(page)}</KeyCount>"
        whole = f"{head}<IsTruncated>{str(more).lower()}</IsTruncated>{token}{body}"
        return f'<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{whole}</ListBucketResult>'.encode()

    def _error(self, status: int, code: str, head: bool) -> None:
        self._send(status, f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode(), "application/xml", head)

    def _send(self, status: int, body: bytes, kind: str, head: bool, span: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", formatdate(1_900_000_000, usegmt=True))
        self.send_header("ETag", f'"{len(body)}"')
        self.send_header("Accept-Ranges", "bytes")
        if span:
            self.send_header("Content-Range", span)
        self.end_headers()
        if not head:
            self.wfile.write(body)


@contextmanager
def open_store(store: Store) -> Iterator[Store]:
    """Serve a store until the block ends."""
    door = type("Door", (_Door,), {"store": store})
    server = ThreadingHTTPServer(("127.0.0.1", 0), door)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    store.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield store
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
