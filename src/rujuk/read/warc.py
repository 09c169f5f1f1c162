"""Web archives (WARC): the stored pages, one after the other, whatever the archive's size."""

from __future__ import annotations

import os
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from rujuk.model.report import Failure
from rujuk.read import limits
from rujuk.read.documents import Document
from rujuk.read.packed import body_of
from rujuk.text.clean import clean_line

_TEXTUAL = re.compile(r"(?:text/(?:html|plain|markdown)|application/xhtml\+xml)\s*(?:;|$)", re.I)
_NO_PAGE = re.compile(r"/(?:robots\.txt|ads\.txt|app-ads\.txt|security\.txt|humans\.txt|favicon\.ico)$", re.I)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
MOST_BREAKS = 1000
"""Damaged places in one archive after which the rest is given up."""
_AHEAD = 1 << 20


def looks_like_warc(head: bytes) -> bool:
    """Say whether (unpacked) bytes open a WARC record."""
    return head.startswith((b"WARC/1.", b"WARC/0."))


def open_warc(file: BinaryIO, *, source: str, titles: dict[str, str] | None = None) -> Iterator[Document | Failure]:
    """Give the pages of an archive as documents, in the order of its records.

    Responses with status 200, resources and conversions that are HTML or text are pages; what else the archive stores is counted in one failure at its
    end.  A damaged record is a failure with its place, and reading goes on at the next record that can be found.

    Args:
        file: plain or gzip, a member a record; seekable where reading is to go on behind damage.
        titles: headlines by address that an index beside the archive gives.
    """
    passed: Counter[str] = Counter()
    breaks = reached = 0
    some = told = False
    while True:
        try:
            for record in _records(file):
                reached = max(reached, record.stream_pos)
                for item in _page(record, source, titles or {}, passed):
                    some = True
                    told = isinstance(item, Failure) and item.code == "broken-archive"
                    yield item
        except (OSError, EOFError, ValueError, RuntimeError) as e:
            breaks += 1
            yield _broken(source, f"damaged behind byte {reached}: {clean_line(str(e))[:200]}")
            following = _next_record(file, reached) if breaks < MOST_BREAKS else None
            if following is None:
                break
            reached = following
            continue
        if not breaks and not told and _is_cut(file, reached):
            some = True
            yield _broken(source, f"cut off behind byte {reached}")
        break
    if passed:
        kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(passed.items(), key=lambda x: (-x[1], x[0]))[:20])
        detail = f"{sum(passed.values())} records hold no page: {kinds}"
        yield Failure(source=source, stage="read", code="no-page", detail=detail, state="skipped")
    elif not some and not breaks:
        yield Failure(source=source, stage="read", code="empty", detail="the archive stores no page")


def _records(file: BinaryIO) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
    return iter(ArchiveIterator(file, record_types=wanted, parse_http=True, auto_decode="none"))


def _page(record: Any, source: str, titles: dict[str, str], passed: Counter[str]) -> Iterator[Document | Failure]:
    from fastwarc.warc import WarcRecordType

    address = clean_line(record.headers.get("WARC-Target-URI") or "").strip("<> ")[:4000]
    place = f"{source}#{address or record.record_id or record.stream_pos}"
    headers = record.http_headers if record.is_http_parsed else None
    kind = (record.http_content_type if headers is not None else None) or record.headers.get("Content-Type") or ""
    if headers is not None and (field := headers.get("Content-Type")):
        kind = field
    if record.record_type == WarcRecordType.revisit:
        passed["revisit"] += 1
    elif headers is not None and headers.status_code is None:
        yield _broken(place, "the stored answer is damaged in its head")
    elif headers is not None and headers.status_code not in (200, 203):
        passed[f"status {headers.status_code}"] += 1
    elif not address.lower().startswith(("http://", "https://", "urn:", "file:")) or _NO_PAGE.search(address.split("?")[0]):
        passed["robots.txt and the like" if address.lower().startswith("http") else "without a web address"] += 1
    elif kind and not _TEXTUAL.match(kind.strip()):
        passed[clean_line(kind.partition(";")[0]).lower()[:60] or "of no stated type"] += 1
    else:
        yield _document(record, place, address, headers, kind, titles)


def _document(record: Any, place: str, address: str, headers: Any, kind: str, titles: dict[str, str]) -> Document | Failure:
    most = limits.MAX_PAGE
    data = record.reader.read(most + 1)
    if len(data) > most:
        return Failure(source=place, stage="read", code="too-large", detail=f"larger than {most} bytes")
    if len(data) < record.content_length:
        return _broken(place, f"the record ends after {len(data)} of {record.content_length} bytes")
    if headers is not None:
        body = body_of(data, transfer=headers.get("Transfer-Encoding"), encoding=headers.get("Content-Encoding"), most=most)
        if body is None:
            return Failure(source=place, stage="read", code="broken-gzip", detail="the compressed body is damaged or cut off")
        if len(body) > most:
            return Failure(source=place, stage="read", code="too-large", detail=f"unpacks to more than {most} bytes")
        data = body
    charset = _CHARSET.search(kind)
    cut = clean_line(record.headers.get("WARC-Truncated") or "")[:40]
    web = address.lower().startswith(("http://", "https://"))
    return Document(
        data=data,
        source=place,
        given=False,
        address=address if web else None,
        charset=charset[1] if charset else None,
        title=titles.get(address),
        partial=f"cut off: the archive stopped storing the page ({cut})" if cut else None,
    )


def _broken(source: str, detail: str) -> Failure:
    return Failure(source=source, stage="read", code="broken-archive", detail=detail)


def _next_record(file: BinaryIO, after: int) -> int | None:
    """Find the start of a record behind a damaged place and put the file there; None where there is none, or the file cannot go back."""
    if not file.seekable():
        return None
    at = after + 1
    try:
        while True:
            file.seek(at)
            block = file.read(_AHEAD)
            places = [p for p in (block.find(b"\x1f\x8b\x08"), block.find(b"WARC/1.")) if p >= 0]
            if places:
                file.seek(at + min(places))
                return at + min(places)
            if len(block) < _AHEAD:
                return None
            at += len(block) - 8
    except (OSError, ValueError):
        return None


def _is_cut(file: BinaryIO, last: int) -> bool:
    """Say whether an archive ends before its last record does: FastWARC passes over a record that is cut off in its head.

    Args:
        last: where the last record begins that was found.
    """
    if not file.seekable():
        return False
    if last >= file.seek(0, os.SEEK_END):
        last = 0  # all records in one gzip member
    file.seek(last)
    tail, whole = b"", True
    unpacker: Any = None
    while block := file.read(_AHEAD):
        if unpacker is None and tail == b"" and block[:2] != b"\x1f\x8b":
            file.seek(max(last, file.seek(0, os.SEEK_END) - 64))
            tail = file.read()
            break
        while block:
            unpacker = unpacker or zlib.decompressobj(wbits=31)
            try:
                tail = (tail + unpacker.decompress(block, _AHEAD))[-64:]
            except zlib.error:
                return False  # bytes behind the last member, no record
            block = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
            whole = unpacker.eof
            unpacker = None if whole else unpacker
    return not whole or not tail.rstrip(b"\0").endswith((b"\r\n\r\n", b"\n\n"))
