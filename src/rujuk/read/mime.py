"""MIME: a message as a tree of parts, read in time linear in its size, with bounded depth and number."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rujuk.errors import InputError
from rujuk.read.decode import decode
from rujuk.text.clean import clean_line

MOST_PARTS = 1000
"""Parts of one message at most.  A newsletter has under 10, a saved page a few hundred."""
DEEPEST = 12
"""Parts inside parts at most: a mail forwarded four times has about so many."""
_HEAD = 256 * 1024
_BLANK = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_FIELD = re.compile(rb"([!-9;-~]{1,76})[ \t]{0,20}:[ \t]*(.*)", re.S)
_PARAMETER = re.compile(r';\s{0,20}([\w*-]{1,40})\s{0,5}=\s{0,5}(?:"((?:[^"\\]|\\.){0,2000})"|([^\s;"]{0,2000}))')
_FOLD = re.compile(rb"\r?\n(?=[ \t])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part: its header fields by lower-case name (the first of each), its bytes as sent, and the parts inside it."""

    fields: dict[str, str]
    body: bytes = b""
    parts: tuple[Part, ...] = field(default=())

    @property
    def kind(self) -> str:
        """The media type in lower case; text/plain where none is stated."""
        stated = self.fields.get("content-type", "").partition(";")[0].strip().lower()
        return stated if "/" in stated else "text/plain"

    def parameter(self, name: str, of: str = "content-type") -> str | None:
        """Give a parameter of a header field."""
        for key, quoted, bare in _PARAMETER.findall(self.fields.get(of, "")[:8000]):
            if key.lower().rstrip("*") == name:
                return str(quoted or bare)
        return None

    @property
    def attached(self) -> bool:
        """Whether the part is sent along to be saved, not to be shown."""
        return self.fields.get("content-disposition", "").strip().lower().startswith("attachment")

    def data(self) -> bytes:
        """The content with its transfer encoding taken off; what is broken in it is left out."""
        coding = self.fields.get("content-transfer-encoding", "").strip().lower()
        if coding == "base64":
            bare = re.sub(rb"[^A-Za-z0-9+/]", b"", self.body)
            try:
                return binascii.a2b_base64(bare[: len(bare) - (len(bare) % 4 == 1)] + b"=" * (-len(bare) % 4))
            except binascii.Error:
                return b""
        return quopri.decodestring(self.body) if coding == "quoted-printable" else self.body

    def text(self) -> tuple[str, bool] | None:
        """The content as text, and whether bytes in it had to be replaced; None where it is no text."""
        data = self.data()
        found = decode(data, charset=self.parameter("charset")) if data.strip() else None
        return (found.text, found.lossy) if found else None


def parse_mime(data: bytes) -> Part:
    """Parse a message.

    Raises:
        InputError: it has more parts, or parts deeper inside parts, than any message has.

    Source: RFC 5322 (header), RFC 2046 section 5.1 (multipart).
    """
    return _parse(data, 0, [0])


def fields_of(head: bytes) -> dict[str, str]:
    """Give the header fields by lower-case name, unfolded, the first of each name; lines that are none are passed over."""
    out: dict[str, str] = {}
    for line in _FOLD.sub(b"", head[:_HEAD]).splitlines():
        m = _FIELD.fullmatch(line)
        if m and len(out) < 500:
            out.setdefault(m[1].decode("ascii", "replace").lower(), _raw(m[2][:20_000]))
    return out


def words_of(value: str) -> str:
    """Decode the encoded words of a header field into one clean line.  Source: RFC 2047."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    if "=?" not in value:
        return clean_line(value)
    out = []
    try:
        for piece, charset in decode_header(value[:4000]):
            found = decode(piece, charset=charset) if isinstance(piece, bytes) else None
            out.append(found.text if found else piece if isinstance(piece, str) else "")
    except (HeaderParseError, ValueError):  # broken base64, unknown names
        return clean_line(value)
    return clean_line("".join(out)) or clean_line(value)


def leaves(part: Part) -> Iterator[Part]:
    """Give the parts that hold content, in order; of alternatives the richest that can be read: HTML, else text."""
    if not part.parts:
        yield part
    elif part.kind == "multipart/alternative":
        found = [x for p in part.parts for x in leaves(p)]
        rich = any(x.kind == "text/html" and x.body.strip() for x in found)
        yield from (x for x in found if x.kind != "text/plain" or not rich)
    else:
        for p in part.parts:
            yield from leaves(p)


def _parse(data: bytes, depth: int, count: list[int]) -> Part:
    count[0] += 1
    if count[0] > MOST_PARTS or depth > DEEPEST:
        raise InputError(
            f"more than {MOST_PARTS} parts" if depth <= DEEPEST else f"parts nested more than {DEEPEST} deep", code="broken-mail"
        )
    blank = _BLANK.search(data, 0, _HEAD)
    head, body = (data[: blank.start()], data[blank.end() :]) if blank else (data[:_HEAD], b"")
    part = Part(fields=fields_of(head), body=body)
    if part.kind == "message/rfc822":
        return Part(fields=part.fields, parts=(_parse(part.data(), depth + 1, count),))
    boundary = part.parameter("boundary") if part.kind.startswith("multipart/") else None
    if not boundary:
        return part
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]{0,80}(?=\r?\n|\Z)")
    parts: list[Part] = []
    start: int | None = None
    for m in line.finditer(body):
        if start is not None:
            parts.append(_parse(_content(body[start : m.start()]), depth + 1, count))
        start = None if m[1] else m.end()
        if m[1]:
            break
    if start is not None:  # no closing line: the message is cut off
        parts.append(_parse(_content(body[start:]), depth + 1, count))
    return Part(fields=part.fields, parts=tuple(parts)) if parts else part


def _content(data: bytes) -> bytes:
    """Take the end of the boundary line off the start of a part."""
    return data[2:] if data.startswith(b"\r\n") else data[1:] if data.startswith(b"\n") else data


def _raw(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
