"""What is to be read, parted so that each part is read by one worker, and a part stays the same when inputs are added elsewhere."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rujuk.engine.cluster.stores import store_errors
from rujuk.engine.fetching import noted_failures
from rujuk.engine.reading import is_address
from rujuk.errors import ConfigError
from rujuk.model.report import Failure
from rujuk.read.walk import expand

MOST_BYTES, MOST_FILES = 64_000_000, 2000
"""A part has at most so many bytes or files, or is one file that has more."""
CUT = 500
"""One file in so many, told by its name, begins a part: so a file more moves only the part it falls into."""
STORED = "s3://"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file to read: its place, what it is called in reports, whether it was given itself, and its bytes."""

    path: str
    source: str
    given: bool
    size: int


def find_pieces(inputs: Sequence[str], daft: Any) -> tuple[list[Piece], list[Failure]]:
    """Find the files that the inputs name, in the order in which they count, and what of the inputs is no file.

    Raises:
        ConfigError: an input is a web address.
    """
    stored = [i for i in inputs if i.startswith(STORED)]
    web = [i for i in inputs if is_address(i) and i not in stored]
    if web:
        raise ConfigError(
            "web addresses are not read on several machines",
            where=web[0],
            remedy="fetch them first: rujuk fetch ADDRESS -o FOLDER, then give FOLDER",
            code="address",
        )
    local = [i for i in inputs if i not in stored]
    pieces, failures = [], list(noted_failures(local))
    for entry in expand(local) if local else ():
        if isinstance(entry, Failure):
            failures.append(entry)
            continue
        try:
            size = os.stat(entry.path).st_size
        except OSError:
            size = 0  # opening it will say why
        pieces.append(Piece(path=os.path.abspath(entry.path), source=entry.source, given=entry.given, size=size))
    for item in sorted(set(stored)):
        try:
            found = list(stored_pieces(item, daft))
        except OSError as e:
            failures.append(Failure(source=item, stage="read", code="unreadable", detail=e.strerror or type(e).__name__))
            continue
        pieces += found
        if not found:
            failures.append(Failure(source=item, stage="read", code="not-found", detail="no file is stored under this address"))
    return sorted(pieces, key=lambda p: (p.source, p.path)), failures


def stored_pieces(address: str, daft: Any) -> Iterator[Piece]:
    """List the files under an address of a store, by Daft's own reader; a file is called by its address.

    Raises:
        OSError: the store does not list them.
    """
    pattern = address if any(c in address for c in "*?[") else address.rstrip("/") + "/**" if address.endswith("/") else address
    with store_errors():
        try:
            listed = [(row["path"], row["size"] or 0) for row in daft.from_glob_path(pattern).select("path", "size").iter_rows()]
        except FileNotFoundError:
            return
    for path, size in sorted(listed):
        if path.endswith("/"):
            continue  # stands for a folder
        yield Piece(path=path, source=path, given=path == address, size=size)


def parts_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Part the files, in their order."""
    part: list[Piece] = []
    total = 0
    for piece in pieces:
        begins = int.from_bytes(hashlib.blake2b(piece.source.encode("utf-8", "replace"), digest_size=4).digest()) % CUT == 0
        if part and (begins or total + piece.size > MOST_BYTES or len(part) >= MOST_FILES):
            yield part
            part, total = [], 0
        part.append(piece)
        total += piece.size
    if part:
        yield part


def key_of(part: Sequence[Piece]) -> str:
    """Name a part after the files in it."""
    names = "\0".join(chain.from_iterable((p.source, p.path, str(p.given)) for p in part))
    return hashlib.blake2b(names.encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
