"""What was given, opened one document at a time."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, cast

from rujuk.model.report import Failure, Report
from rujuk.read import limits
from rujuk.read.contents import read_bytes, read_document
from rujuk.read.documents import Document
from rujuk.read.jsonlines import open_json_lines
from rujuk.read.mbox import looks_like_mbox, open_mbox
from rujuk.read.walk import expand
from rujuk.read.warc import looks_like_warc, open_warc
from rujuk.read.zips import MOST_RATIO, looks_like_zip, open_zip

__all__ = ["open_inputs", "open_stream", "read_bytes", "read_inputs"]

_JSON_LINES = re.compile(r"\.(?:jsonl|ndjson|jl)(?:\.gz)?$", re.I)
HEAD = 2_000_000
"""Bytes looked at to tell whether a file holds many documents."""
MOST_BLANK = 1_000_000
"""Blank lines in a row after which a file of lines is given up."""
Opened = Iterator[Document | Failure]


def read_inputs(inputs: Sequence[str]) -> Iterator[Report | Failure]:
    """Read files, folders and globs: pages, texts, archives, feeds, mail, told apart by content.

    Yields one report or failure after the other, in the order of their sources, whatever the order of `inputs`; files are opened as they are
    reached.  Of documents with the same bytes the first is read, and the others are named as duplicates of it.  Nothing is passed over in silence.
    """
    for item in open_inputs(inputs):
        if isinstance(item, Failure):
            yield item
        else:
            yield from read_document(item)


def open_inputs(inputs: Sequence[str]) -> Opened:
    """Give what the inputs hold as documents, unread, in the order of `read_inputs`; only one at a time is held in memory."""
    digests: dict[bytes, str] = {}
    for entry in expand(inputs):
        if isinstance(entry, Failure):
            yield entry
            continue
        try:
            with open(entry.path, "rb") as file:
                size = os.fstat(file.fileno()).st_size
                for item in _open(file, entry.source, entry.given, {}, size=size):
                    yield (_already(item, digests) if isinstance(item, Document) else None) or item
        except OSError as e:
            yield Failure(source=entry.source, stage="read", code="unreadable", detail=e.strerror or type(e).__name__)


def open_stream(file: BinaryIO, *, source: str, given: bool, size: int) -> Opened:
    """Give the documents in an opened file of `size` bytes, as `open_inputs` does for each file; documents with the same bytes are all given."""
    return _open(file, source, given, {}, size=size)


def _open(file: BinaryIO, source: str, given: bool, titles: dict[str, str], *, size: int = 0) -> Opened:
    """Give the documents in a stream; `size` is that of the file, 0 for a member of a zip."""
    head = file.read(HEAD)
    stream = cast(BinaryIO, _Stream(head, file))
    if looks_like_zip(head):
        if not size:
            yield Failure(source=source, stage="read", code="not-text", detail="a zip inside a zip", state="skipped")
        else:
            file.seek(0)
            yield from open_zip(file, source=source, given=given, size=size, opened=_open)
        return
    packed = head[:2] == b"\x1f\x8b"
    front = _front(head) if packed else head
    if looks_like_warc(front):
        if size:
            file.seek(0)
        yield from open_warc(file if size else stream, source=source, titles=titles)
    elif _is_json_lines(source, front, packed):
        yield from _line_by_line(open_json_lines, stream, source, packed, size)
    elif looks_like_mbox(front):
        yield from _line_by_line(open_mbox, stream, source, packed, size)
    else:
        yield Document(data=stream.read(limits.MAX_PAGE + 1), source=source, given=given)


def _line_by_line(opened: Callable[..., Opened], stream: BinaryIO, source: str, packed: bool, size: int) -> Opened:
    """Open a file of lines, plain or gzip."""
    some = False
    most = MOST_RATIO * size + limits.MAX_PAGE if packed else None
    try:
        lines = _lines(cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if packed else stream, most)
        for item in opened(lines, source=source):
            some = True
            yield item
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Failure(source=source, stage="read", code="broken-gzip", detail="the compressed data is damaged or cut off")
        return
    except _Endless:
        detail = f"unpacks to more than {MOST_RATIO} times its size, or to blank lines; the rest was not read"
        yield Failure(source=source, stage="read", code="too-large", detail=detail)
        return
    if not some:
        yield Failure(source=source, stage="read", code="empty", detail="the file has no content")


class _Endless(Exception):
    """A packed file gives far more than it could hold."""


def _lines(file: BinaryIO, most: int | None) -> Iterator[bytes]:
    """Give lines without holding one that has no end: of a line beyond the limit only the start is given.

    Raises:
        _Endless: more than `most` bytes came, or nothing but blank lines.
    """
    longest = limits.MAX_PAGE + 2
    count = blank = 0
    while line := file.readline(longest):
        blank = blank + 1 if len(line) <= 2 and line.isspace() else 0
        if blank > MOST_BLANK:
            raise _Endless
        yield line
        while True:
            count += len(line)
            if most is not None and count > most:
                raise _Endless
            if line.endswith(b"\n") or len(line) < longest:
                break
            line = file.readline(longest)


def _is_json_lines(source: str, head: bytes, packed: bool) -> bool:
    """Say whether a file is JSON Lines: by its name, or by a first line that is an object followed by another one."""
    if _JSON_LINES.search(source) and (packed or head[:2] != b"\x1f\x8b"):
        return True
    start = head[:3].replace(b"\xef\xbb\xbf", b"") + head[3:]
    first, _, rest = start.lstrip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{"


def _front(head: bytes) -> bytes:
    """Unpack the start of gzip data, as far as it goes."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, HEAD)
    except zlib.error:
        return b""


def _already(item: Document, digests: dict[bytes, str]) -> Failure | None:
    if not item.data or item.data.isspace():
        return None
    key = hashlib.blake2b(item.data, digest_size=16).digest()
    first = digests.setdefault(key, item.source)
    if first == item.source:
        return None
    return Failure(source=item.source, stage="read", code="duplicate", detail=f"the same bytes as {first}", state="skipped")


class _Stream:
    """A stream whose start was read already, put back in front of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.at, self.rest = head, 0, rest

    def read(self, size: int = -1) -> bytes:
        if self.at >= len(self.head):
            return self.rest.read(size)
        block = self.head[self.at :] if size < 0 else self.head[self.at : self.at + size]
        self.at += len(block)
        more = self.rest.read(size - len(block) if size >= 0 else -1) if size < 0 or len(block) < size else b""
        return block + more

    def readline(self, size: int = -1) -> bytes:
        end = self.head.find(b"\n", self.at) + 1
        if self.at >= len(self.head):
            return self.rest.readline(size)
        line = self.head[self.at : end or None]
        if 0 <= size < len(line):
            line = line[:size]
        self.at += len(line)
        if not line.endswith(b"\n") and (size < 0 or len(line) < size):
            line += self.rest.readline(size - len(line) if size >= 0 else -1)
        return line

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self.at

    def close(self) -> None:
        """Leave the stream to whoever opened it."""
