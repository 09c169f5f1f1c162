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
