"""Content-derived ids: `kind:` and a digest of the canonical JSON array of the identifying fields."""

from __future__ import annotations

import hashlib
import json
from typing import TypeAlias

Field: TypeAlias = "str | int | float | bool | tuple[Field, ...] | None"

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def make_id(kind: str, *fields: Field) -> str:
    """Make the id of a thing from what identifies it.

    The fields are written as one JSON array, so that no two lists of fields give the same string, and digested
    with BLAKE2b (10 bytes: 80 bits, a collision is not expected below 10^11 things).
    """
    line = f"[{','.join([str(x) if type(x) is int else _ENCODER.encode(x) for x in fields])}]"
    return f"{kind}:{hashlib.blake2b(line.encode('utf-8', 'surrogatepass'), digest_size=10).hexdigest()}"
