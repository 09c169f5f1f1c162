"""Exchanges kept as WARC: each request and answer as it went over the wire, one gzip member a record.

Source: WARC 1.1 (ISO 28500:2017).  Bodies are stored without the chunks of the transfer, under a Content-Length, as Common Crawl does; the header that
told of them is kept as X-Archive-Orig-Transfer-Encoding.  What compressed the page itself stays as it was.
"""

from __future__ import annotations

import base64
import hashlib
import io
import uuid
import zlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from fastwarc import ArchiveIterator, GzipWriter, WarcRecord, WarcRecordType

from rujuk.errors import ConfigError, InputError
from rujuk.fetch.exchange import Exchange

PAGES = "pages"
"""Name of the files with the pages to read."""
TRAIL = "trail"
"""Name of the files with all else: redirects, lists, error answers, AMP pages whose canonical page was fetched, unchanged pages."""

Place = tuple[str, int]
"""File name and offset of a record."""


class Archive:
    """The WARC files of a folder, written to their ends.

    A record is made whole in memory and written in one go; a torn end that a killed process left is cut off before anything is added.
    """

    def __init__(self, folder: Path, *, software: str, most: int) -> None:
        self.folder, self.software, self.most = folder, software, most
        self.checked: set[Path] = set()

    def add(self, kind: str, exchange: Exchange, *, note: Sequence[tuple[str, str]] = ()) -> Place:
        """Append an exchange: its answer, its request, and where there is a note a metadata record; give the place of the answer.

        Args:
            kind: PAGES or TRAIL.
            note: name and value pairs that describe the answer.

        Raises:
            ConfigError: the folder cannot be written.
        """
        answer_id = f"<urn:uuid:{uuid.uuid4()}>"
        url, time = exchange.target.url, exchange.time
        answer = _record(WarcRecordType.revisit if exchange.status == 304 else WarcRecordType.response, url, time, answer_id)
        answer.headers["WARC-IP-Address"] = exchange.address
        if exchange.cut:
            answer.headers["WARC-Truncated"] = "length"
        if exchange.status == 304:
            answer.headers["WARC-Profile"] = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
        request = _record(WarcRecordType.request, url, time)
        request.headers["WARC-Concurrent-To"] = answer_id
        parts = [_member(answer, "application/http; msgtype=response", _answer_bytes(exchange), exchange.body)]
        parts.append(_member(request, "application/http; msgtype=request", _request_bytes(exchange)))
        if note:
            metadata = _record(WarcRecordType.metadata, url, time)
            metadata.headers["WARC-Concurrent-To"] = answer_id
            fields = "".join(f"{name}: {_line(value)}\r\n" for name, value in note)
            parts.append(_member(metadata, "application/warc-fields", fields.encode("utf-8")))
        return self._append(kind, b"".join(parts), time)

    def _append(self, kind: str, data: bytes, time: datetime) -> Place:
        path = self._file(kind)
        try:
            with open(path, "ab") as file:
                start = file.tell()
                if not start:
                    info = _record(WarcRecordType.warcinfo, None, time)
                    info.headers["WARC-Filename"] = path.name
                    fields = f"software: {self.software}\r\nformat: WARC File Format 1.1\r\nrobots: obeyed\r\n"
                    head = _member(info, "application/warc-fields", fields.encode("utf-8"))
                    file.write(head)
                    start = len(head)
                file.write(data)
        except OSError as e:
            raise ConfigError(
                f"cannot write: {e.strerror or e}",
                where=str(path),
                expected="a folder that can be written",
                remedy="what is there stays; make room and run it again",
            ) from e
        return path.name, start

    def _file(self, kind: str) -> Path:
        """Give the file to add to: the last one, or a new one where that is full."""
        files = sorted(self.folder.glob(f"{kind}-[0-9][0-9][0-9][0-9].warc.gz"))
        last = files[-1] if files else self.folder / f"{kind}-0001.warc.gz"
        if last not in self.checked:
            cut_torn_end(last)
            self.checked.add(last)
        if last.exists() and last.stat().st_size >= self.most:
            last = self.folder / f"{kind}-{int(last.name[len(kind) + 1 : len(kind) + 5]) + 1:04d}.warc.gz"
            self.checked.add(last)
        return last


def cut_torn_end(path: Path) -> int:
    """Cut off what follows the last whole gzip member of a file; give the number of bytes that went.

    A file that does not start as gzip is left alone: it is none of ours.
    """
    if not path.exists():
        return 0
    good = at = 0
    with open(path, "rb") as file:
        if file.read(2) not in (b"\x1f\x8b", b""):
            return 0
        file.seek(0)
        unpacker = zlib.decompressobj(wbits=31)
        try:
            while data := file.read(1 << 16):
                while data:
                    unpacker.decompress(data)
                    at += len(data) - len(unpacker.unused_data)
                    data = unpacker.unused_data
                    if unpacker.eof:
                        good, unpacker = at, zlib.decompressobj(wbits=31)
        except zlib.error:
            pass
    size = path.stat().st_size
    if good < size:
        with open(path, "r+b") as file:
            file.truncate(good)
    return size - good


def stored(folder: Path, place: Place) -> tuple[dict[str, str], bytes]:
    """Give the headers (names in lower case) and the body, as it was sent, of an answer in the archive.

    Raises:
        InputError: the record is not there.
    """
    name, offset = place
    try:
        with open(folder / name, "rb") as file:
            file.seek(offset)
            for record in ArchiveIterator(file, record_types=WarcRecordType.response):
                return {k.casefold(): v for k, v in record.http_headers.to_tuples()}, record.reader.read()
    except OSError as e:
        raise InputError(f"cannot be read: {e.strerror or e}", where=str(folder / name), code="archive-broken") from e
    raise InputError("the record is missing", where=f"{folder / name}, offset {offset}", code="archive-broken")


def _record(kind: WarcRecordType, url: str | None, time: datetime, ident: str | None = None) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind)
    record.headers["WARC-Record-ID"] = ident or f"<urn:uuid:{uuid.uuid4()}>"
    record.record_date = time
    if url is not None:
        record.headers["WARC-Target-URI"] = url
    return record


def _member(record: WarcRecord, content_type: str, content: bytes, payload: bytes | None = None) -> bytes:
    record.headers["Content-Type"] = content_type
    record.is_http = content_type.startswith("application/http")
    if payload is not None:
        digest = base64.b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode("ascii")
        record.headers["WARC-Payload-Digest"] = f"sha1:{digest}"
        content += payload
    record.set_bytes_content(content)
    out = io.BytesIO()
    writer = GzipWriter(out)
    record.write(writer, checksum_data=True)
    writer.finish()
    return out.getvalue()


def _answer_bytes(exchange: Exchange) -> bytes:
    """The head of the answer, with the length of the body as it is stored."""
    lines = [f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip()]
    for name, value in exchange.headers:
        lowered = name.casefold()
        if lowered == "transfer-encoding":
            name = "X-Archive-Orig-Transfer-Encoding"
        elif lowered == "content-length":
            if value.strip() == str(len(exchange.body)):
                continue
            name = "X-Archive-Orig-Content-Length"
        lines.append(f"{name}: {value}")
    lines.append(f"Content-Length: {len(exchange.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _request_bytes(exchange: Exchange) -> bytes:
    path = exchange.target.url.split("/", 3)[3] if exchange.target.url.count("/") > 2 else ""
    lines = [f"GET /{path} HTTP/1.1", *(f"{k}: {v}" for k, v in exchange.asked)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "replace")


def _line(value: str) -> str:
    return " ".join(value.split())
