"""The features that a trained model knows, read from its file."""

from __future__ import annotations

import struct

from rujuk.errors import PackError

_HEADER = 48
"""Bytes of the file's own header; the place of the features stands in the last but two of its numbers."""
_TABLES = 256
"""Hash tables of a constant database, (place, size) each, behind six numbers of its header."""


def features_of(model: bytes) -> dict[str, bytes]:
    """Give the features of a CRFsuite model, each with its bytes in UTF-8.

    Raises:
        PackError: the bytes are no such model.

    Source: Okazaki 2007, the file layouts of CRFsuite and its constant quark database (CQDB).
    """
    if len(model) < _HEADER or model[:4] != b"lCRF":
        raise PackError("no CRFsuite model", expected="bytes that begin with lCRF", where="names.crfsuite")
    (start,) = struct.unpack_from("<I", model, 36)
    if model[start : start + 4] != b"CQDB":
        raise PackError("a model without features", expected="a CQDB section", where="names.crfsuite")
    tables = struct.unpack_from(f"<{2 * _TABLES}I", model, start + 24)
    end = start + min((place for place in tables[::2] if place), default=0)
    at = start + 24 + 8 * _TABLES
    found: dict[str, bytes] = {}
    while at < end:
        _, size = struct.unpack_from("<2I", model, at)
        key = model[at + 8 : at + 7 + size]
        found[key.decode("utf-8")] = key
        at += 8 + size
    return found
