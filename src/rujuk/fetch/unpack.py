"""Bodies unpacked within bounds: gzip, deflate and Brotli in steps, so that a bomb stops at the limit."""

from __future__ import annotations

import zlib

import brotli  # type: ignore[import-untyped]

MOST_LAYERS = 2
"""Encodings of one body, one around the other; servers use one."""

_STEP = 64 * 1024


class TooLarge(ValueError):
    """The body unpacks to more than the limit."""


class Broken(ValueError):
    """The body is not in the encoding that its header names, or is cut off."""


def unpack(body: bytes, encoding: str, *, most: int) -> bytes:
    """Undo the Content-Encoding of a body.

    Args:
        encoding: the header's value; empty for none.
        most: bytes that the body may unpack to.

    Raises:
        TooLarge: it unpacks to more.
        Broken: it does not unpack, or the encoding is unknown.
    """
    layers = [x for x in (part.strip().casefold() for part in encoding.split(",")) if x and x != "identity"]
    if len(layers) > MOST_LAYERS:
        raise Broken(f"{len(layers)} encodings around one another")
    for name in reversed(layers):
        if not body:
            return body
        if name in ("gzip", "x-gzip"):
            body = gunzip(body, most=most)
        elif name == "deflate":
            body = _inflate(body, most)
        elif name == "br":
            body = _unbrotli(body, most)
        else:
            raise Broken(f"unknown encoding {name[:40]}")
    return body


def gunzip(body: bytes, *, most: int) -> bytes:
    """Unpack gzip, of several members too.

    Raises:
        TooLarge: it unpacks to more than `most` bytes.
        Broken: it is damaged or cut off.
    """
    out = bytearray()
    while body:
        part, body = _member(body, 31, most - len(out))
        out += part
        body = body.lstrip(b"\0")
        if body and body[:2] != b"\x1f\x8b":
            break  # some servers leave bytes behind the last member; browsers pass over them
    return bytes(out)


def _inflate(body: bytes, most: int) -> bytes:
    """Unpack "deflate": zlib by the standard, bare by many servers."""
    try:
        return _member(body, zlib.MAX_WBITS, most)[0]
    except Broken:
        return _member(body, -zlib.MAX_WBITS, most)[0]


def _member(body: bytes, bits: int, most: int) -> tuple[bytes, bytes]:
    unpacker = zlib.decompressobj(wbits=bits)
    try:
        out = unpacker.decompress(body, most + 1)
    except zlib.error as e:
        raise Broken(f"damaged: {e}") from e
    if len(out) > most:
        raise TooLarge(f"more than {most} bytes")
    if not unpacker.eof:
        raise Broken("cut off")
    return out, unpacker.unused_data


def _unbrotli(body: bytes, most: int) -> bytes:
    unpacker = brotli.Decompressor()
    out = bytearray()
    try:
        for start in range(0, len(body), _STEP):
            piece = body[start : start + _STEP]
            while True:
                # the buffer limit is what keeps a few kilobytes from becoming gigabytes in one call
                found = unpacker.process(piece, output_buffer_limit=_STEP)
                out += found
                if len(out) > most:
                    raise TooLarge(f"more than {most} bytes")
                if not found or unpacker.is_finished():
                    break
                piece = b""  # what is held back comes first
            if unpacker.is_finished():
                break
    except brotli.error as e:
        raise Broken(f"damaged: {e}") from e
    if not unpacker.is_finished():
        raise Broken("cut off")
    return bytes(out)
