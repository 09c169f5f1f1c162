"""Compressed bytes, unpacked up to a limit: what is larger is cut, so that nothing small can become everything."""

from __future__ import annotations

import zlib


def unpacked(data: bytes, most: int) -> bytes | None:
    """Unpack gzip (of one or several members) up to `most` + 1 bytes; None where it is broken."""
    return _inflated(data, most, 31)


def _inflated(data: bytes, most: int, wbits: int) -> bytes | None:
    out = bytearray()
    try:
        while data and len(out) <= most:
            unpacker = zlib.decompressobj(wbits=wbits)
            out += unpacker.decompress(data, most + 1 - len(out))
            if not unpacker.eof:
                if len(out) > most:
                    break
                return None
            data = unpacker.unused_data.lstrip(b"\0")
    except zlib.error:
        return None
    return bytes(out)


def body_of(data: bytes, *, transfer: str | None, encoding: str | None, most: int) -> bytes | None:
    """Take the transfer and content encoding off a stored HTTP body, up to `most` + 1 bytes; None where it is broken or unknown.

    A body that is not what its headers say (archives keep decoded bodies with their old headers) is given as it is.

    Source: RFC 9112 section 7.1 (chunks), RFC 9110 section 8.4 (content codings).
    """
    if transfer and "chunked" in transfer.lower():
        data = _joined(data)
    for coding in reversed([c.strip().lower() for c in (encoding or "").split(",") if c.strip()][:4]):
        if coding in ("gzip", "x-gzip"):
            found = unpacked(data, most) if data[:2] == b"\x1f\x8b" else data
        elif coding == "deflate":
            found = _inflated(data, most, 15) or _inflated(data, most, -15) or (data if b"<" in data[:200] else None)
        elif coding == "br":
            found = _from_brotli(data, most)
        else:
            found = data if coding == "identity" or b"<" in data[:200] else None
        if found is None:
            return None
        data = found
    return data


def _joined(data: bytes) -> bytes:
    """Join the chunks of a body; a body without chunks is given as it is."""
    out = bytearray()
    at = 0
    while at < len(data):
        end = data.find(b"\r\n", at, at + 64)
        size = data[at:end].split(b";")[0].strip() if end > 0 else b""
        try:
            count = int(size, 16) if 0 < len(size) <= 8 else -1
        except ValueError:
            count = -1
        if count < 0:
            return bytes(out) if out else data
        if count == 0:
            break
        out += data[end + 2 : end + 2 + count]
        at = end + 2 + count + 2
    return bytes(out)


def _from_brotli(data: bytes, most: int) -> bytes | None:
    import brotli  # type: ignore[import-untyped]

    unpacker = brotli.Decompressor()
    out = bytearray()
    try:
        out += unpacker.process(data, output_buffer_limit=most + 1)
        while not unpacker.is_finished() and len(out) <= most:
            more = unpacker.process(b"", output_buffer_limit=most + 1 - len(out))
            if not more:
                break
            out += more
    except brotli.error:
        return data if b"<" in data[:200] else None
    return bytes(out) if len(out) > most or unpacker.is_finished() else None
