"""Bytes to text: which encoding they are in, told by the bytes."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})",
    re.I,
)
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_LATIN = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"}
HEAD = 4096
"""Bytes looked at to tell what a file is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, the encoding it was in, and whether bytes that do not fit were replaced."""

    text: str
    encoding: str
    lossy: bool = False


def decode(data: bytes, *, charset: str | None = None) -> Decoded | None:
    """Decode bytes by their byte order mark, their shape, what they declare, UTF-8, or Windows-1252; None where they are no text.

    Args:
        charset: the encoding that the sender names; it comes before what the bytes declare.

    A wrong declaration does not win over bytes that are good UTF-8.  Single bad bytes in UTF-8 become U+FFFD; a text with many of
    them is taken for Windows-1252, the commonest encoding of old news pages.

    Source: WHATWG Encoding Standard (labels of Latin-1 mean Windows-1252).
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with(data[len(bom) :], name)
    wide = _wide(data)
    if wide:
        return _with(data, wide)
    if _is_binary(data):
        return None
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        pass
    found = _DECLARED.search(data[:HEAD])
    declared = (found[1] or found[2]).decode("ascii") if found else ""
    for name in (n.strip().lower() for n in (charset or "", declared)):
        if name in _LATIN or name in ("utf-8", "utf8") or not _is_text_codec(name):
            continue
        try:
            return Decoded(text=data.decode(name), encoding=name)
        except (UnicodeError, ValueError):
            pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f") - bad
    if bad <= good:
        return Decoded(text=text, encoding="utf-8", lossy=True)
    return Decoded(text=data.decode("cp1252", "replace"), encoding="windows-1252")


def _is_text_codec(name: str) -> bool:
    """Say whether a name is that of a character encoding: Python's other codecs unpack or rewrite bytes."""
    try:
        return codecs.lookup(name)._is_text_encoding and name not in (
            "idna",
            "punycode",
            "unicode_escape",
            "raw_unicode_escape",
            "undefined",
        )
    except (LookupError, ValueError, UnicodeError):
        return False


def _with(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text=text, encoding=name, lossy="\ufffd" in text)


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in Latin script every other byte is zero."""
    head = data[:HEAD]
    half = len(head) // 2
    if half < 8:
        return None
    even, odd = head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    """Say whether bytes look like no text: many controls, or the opening of a known file kind.

    A few stray NUL bytes do not make a page binary: 1 % controls in the head is the line, far above what text has.
    """
    if data.startswith(_MAGIC) or data[4:12] in (b"ftypisom", b"ftypmp42", b"ftypM4A ", b"ftypheic", b"ftypavif"):
        return True
    head = data[:HEAD]
    return len(head) - len(head.translate(None, _CONTROLS)) > max(2, len(head) // 100)


_MAGIC = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x7fELF", b"MZ\x90", b"BM\x00", b"OggS", b"ID3", b"\x1f\x8b",
    b"RIFF", b"7z\xbc\xaf", b"Rar!", b"wOFF", b"wOF2", b"\x00\x01\x00\x00", b"SQLite format 3", b"PAR1", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0",
)  # fmt: skip
