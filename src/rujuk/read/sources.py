"""What was given, opened one report at a time."""

from __future__ import annotations

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from rujuk.model.report import Failure, Report
from rujuk.read.decode import Decoded, decode
from rujuk.read.jsonlines import read_json_lines, read_object
from rujuk.read.limits import MAX_PAGE
from rujuk.read.page import looks_like_page, read_page
from rujuk.read.plain import read_plain
from rujuk.read.walk import Entry, expand

_OTHER = re.compile(
    r"\.(?:ya?ml|csv|tsv|toml|ini|cfg|conf|css|js|mjs|py|sh|sql|log|lock|bib|tex|svg|xsl|xsd|dtd|map|ts|java|c|h|rs|go)$", re.I
)
_XML = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)*(?:<!--[^>]{0,2000}-->\s*)*<(rss|feed|urlset|sitemapindex|opml|svg|rdf:RDF|kml|gpx)\b", re.I
)
_JSON_LINES = re.compile(r"\.(?:jsonl|ndjson|jl)(?:\.gz)?$", re.I)


def read_inputs(inputs: Sequence[str]) -> Iterator[Report | Failure]:
    """Read files, folders and globs: plain text, Markdown, HTML and JSON, told apart by content.

    Yields one report or failure after the other, in the order of their sources, whatever the order of `inputs`; files are opened as they are
    reached.  Of inputs with the same bytes the first is read, and the others are named as duplicates of it.  Nothing is passed over in silence.
    """
    digests: dict[bytes, str] = {}
    for entry in expand(inputs):
        if isinstance(entry, Failure):
            yield entry
        else:
            yield from _read_entry(entry, digests)


def _read_entry(entry: Entry, digests: dict[bytes, str]) -> Iterator[Report | Failure]:
    try:
        with open(entry.path, "rb") as file:
            head = file.read(MAX_PAGE + 1)
            if _is_json_lines(entry.source, head):
                file.seek(0)
                yield from _read_json_lines(file, entry, digests)
                return
    except OSError as e:
        yield Failure(source=entry.source, stage="read", code="unreadable", detail=e.strerror or type(e).__name__)
        return
    if len(head) > MAX_PAGE:
        yield Failure(
            source=entry.source,
            stage="read",
            code="too-large",
            detail=f"larger than {MAX_PAGE} bytes; split it, or give JSON Lines",
        )
        return
    other = _already(head, entry.source, digests)
    yield other or read_bytes(head, source=entry.source, given=entry.given)


def read_bytes(data: bytes, *, source: str, given: bool = True) -> Report | Failure:
    """Read one document from its bytes.

    Args:
        given: whether the person named this very file; one found in a folder that is no report is skipped, not failed.
    """

    def fail(code: str, detail: str, state: str = "failed") -> Failure:
        return Failure(source=source, stage="read", code=code, detail=detail, state=state)

    digest = hashlib.sha256(data).hexdigest()
    if data[:2] == b"\x1f\x8b":
        unpacked = _unpacked(data)
        if unpacked is None:
            return fail("broken-gzip", "the compressed data is damaged or cut off")
        if len(unpacked) > MAX_PAGE:
            return fail("too-large", f"unpacks to more than {MAX_PAGE} bytes")
        data = unpacked
    if not data.strip():
        return fail("empty", "the file has no content")
    passed = "failed" if given else "skipped"
    decoded = decode(data)
    if decoded is None:
        return fail("not-text", "binary data (an image, archive or document)", passed)
    result = _read_text(decoded, source, digest, data)
    if result is None:
        return fail("not-a-report", "data or code, not a news report", passed)
    return result


def _read_text(decoded: Decoded, source: str, digest: str, data: bytes) -> Report | Failure | None:
    """Tell what decoded text is and read it; None where it is some other kind of file."""
    text = decoded.text
    if data.startswith(b"WARC/") or _XML.match(text):
        return None
    if looks_like_page(text):
        report = read_page(text, source=source, digest=digest)
    else:
        if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
            found = _read_json(text, source, digest)
            if not isinstance(found, bool):
                return found
        if _OTHER.search(source):
            return None
        plain = read_plain(text, source=source, digest=digest)
        report = plain or Failure(
            source=source, stage="read", code="no-body", detail="no words are left besides head data and page furniture"
        )
    if decoded.lossy and isinstance(report, Report):
        from dataclasses import replace

        return replace(report, warnings=(*report.warnings, f"some bytes are no {decoded.encoding} and were replaced"))
    return report


def _read_json(text: str, source: str, digest: str) -> Report | Failure | bool | None:
    """Read a JSON document with one report; False where the text is no JSON after all ("[AP] …")."""
    try:
        item = json.loads(text)
    except RecursionError:
        return Failure(source=source, stage="read", code="broken-json", detail="nested too deeply")
    except ValueError as e:
        if source.lower().endswith(".json"):
            return Failure(source=source, stage="read", code="broken-json", detail=str(e))
        return False
    found = read_object(item, source=source, digest=digest)
    if isinstance(found, Failure) and found.code in ("not-a-report", "no-body"):
        return None
    return found


def _is_json_lines(source: str, head: bytes) -> bool:
    """Say whether a file is JSON Lines: by its name, or by a first line that is an object followed by another one."""
    if _JSON_LINES.search(source) and head[:2] != b"\x1f\x8b":
        return True
    start = head[:3].replace(b"\xef\xbb\xbf", b"") + head[3:2_000_000]
    first, _, rest = start.lstrip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip()[:1] == b"{"


def _read_json_lines(file: BinaryIO, entry: Entry, digests: dict[bytes, str]) -> Iterator[Report | Failure]:
    count = 0
    for line, found in read_json_lines(_lines(file), source=entry.source, most=MAX_PAGE):
        count += 1
        yield (_already(line.strip(), found.source, digests) if isinstance(found, Report) else None) or found
    if not count:
        yield Failure(source=entry.source, stage="read", code="empty", detail="the file has no content")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Give lines without holding one that has no end: of a line beyond the limit only the start is given."""
    while line := file.readline(MAX_PAGE + 2):
        yield line
        while not line.endswith(b"\n") and len(line) == MAX_PAGE + 2:
            line = file.readline(MAX_PAGE + 2)


def _already(data: bytes, source: str, digests: dict[bytes, str]) -> Failure | None:
    key = hashlib.blake2b(data, digest_size=16).digest()
    first = digests.setdefault(key, source)
    if first == source or not data.strip():
        return None
    return Failure(source=source, stage="read", code="duplicate", detail=f"the same bytes as {first}", state="skipped")


def _unpacked(data: bytes) -> bytes | None:
    """Unpack gzip up to just over the limit; None where it is broken."""
    out = bytearray()
    try:
        while data and len(out) <= MAX_PAGE:
            unpacker = zlib.decompressobj(wbits=31)
            out += unpacker.decompress(data, MAX_PAGE + 1 - len(out))
            if not unpacker.eof:
                if len(out) > MAX_PAGE:
                    break
                return None
            data = unpacker.unused_data.lstrip(b"\0")
    except zlib.error:
        return None
    return bytes(out)
