"""Read and mark one partition of inputs, and keep what came of it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rujuk.engine.cluster.opening import open_bytes, open_piece
from rujuk.engine.cluster.plan import STORED, Piece
from rujuk.engine.cluster.rows import SEPARATOR, library, number_of_id, packed, plain, schema, structs, table, text
from rujuk.engine.marking import date_undated, mark_report
from rujuk.errors import ConfigError
from rujuk.model.report import Failure, Report
from rujuk.read.contents import read_document
from rujuk.read.documents import Document
from rujuk.read.live import in_entries
from rujuk.read.page_parts import is_part, place_of
from rujuk.relate.features import features
from rujuk.relate.reuse import distinct_shingles

Row = dict[str, Any]
AT_ONCE = 500
"""Rows written at a time: it bounds what a worker holds."""
BLOCK = 1 << 20


def order(part: Sequence[Piece], key: str, folder: str, made_by: str) -> str:
    """Write down what a worker is to do."""
    return plain({"pieces": [asdict(p) for p in part], "key": key, "folder": folder, "made_by": made_by})


def read_parts(orders: Any) -> Any:
    """Carry out orders: columns of `order` in, of records out."""
    return structs([("record", library("pyarrow").string())], [{"record": read_part(o)} for o in orders.to_pylist()])


def read_part(line: str) -> str:
    """Read and mark a partition, unless that is done already; give the record of it."""
    task = json.loads(line)
    pieces = [Piece(**p) for p in task["pieces"]]
    file, note = (Path(task["folder"]) / f"{task['key']}.{kind}" for kind in ("parquet", "json"))
    state = {"inputs": digest_of(pieces), "made_by": task["made_by"]}
    if note.exists() and file.exists():
        done: dict[str, Any] = json.loads(note.read_text(encoding="ascii"))
        if {k: done[k] for k in state} == state:
            return plain({**done, "again": False})
    unread: list[str] = []
    marked = _write(file, part_rows(pieces, unread))
    if unread:  # a store that did not answer may answer next time, and then the digest would be the same
        state["inputs"] = ""
    record = {**state, "file": str(file), "marked": marked}
    put(note, plain(record).encode())
    return plain({**record, "again": True})


def digest_of(pieces: Sequence[Piece]) -> str:
    """Digest what a partition holds: the bytes of local files; of stored ones their places and sizes, for they are not written again."""
    found = hashlib.blake2b(digest_size=16)
    for p in pieces:
        found.update(plain(asdict(p)).encode())
        if not p.path.startswith(STORED):
            try:
                with open_bytes(p.path) as file:
                    while block := file.read(BLOCK):
                        found.update(block)
            except OSError as e:
                found.update(str(e.strerror).encode())
    return found.hexdigest()


def part_rows(pieces: Sequence[Piece], unread: list[str] | None = None) -> Iterator[Row]:
    """Give the rows of a partition; a document with the bytes of one before it is noted and not read.

    Args:
        pieces: the files of the partition.
        unread: is given the stored files that could not be read whole.
    """
    seen: dict[str, str] = {}
    for piece in pieces:
        for n, item in enumerate(open_piece(piece)):
            doc = SEPARATOR.join((text(piece.source), text(piece.path), f"{n:010d}", text(item.source)))
            if isinstance(item, Failure):
                if unread is not None and item.code == "unreadable" and piece.path.startswith(STORED):
                    unread.append(piece.path)
                yield {"kind": "failure", "doc": doc, "at": doc, "source": text(item.source), "body": packed(item)}
                continue
            digest = hashlib.blake2b(item.data, digest_size=16).hexdigest() if item.data and not item.data.isspace() else None
            yield {"kind": "document", "doc": doc, "at": doc, "digest": digest, "source": text(item.source)}
            if digest is None or seen.setdefault(digest, item.source) == item.source:
                yield from document_rows(item, doc)


def document_rows(document: Document, doc: str) -> Iterator[Row]:
    """Give the rows of what stands in a document."""
    for n, item in enumerate(read_document(document)):
        at = f"{doc}{SEPARATOR}{n:06d}"
        if isinstance(item, Failure):
            yield {"kind": "failure", "doc": doc, "at": at, "source": text(item.source), "body": packed(item)}
        elif is_part(item):
            base = text(place_of(item.url or "").base)
            yield {"kind": "page", "doc": doc, "at": at, "source": text(item.source), "base": base, "body": packed(item)}
        else:
            yield from report_rows(item, doc, at)


def report_rows(report: Report, doc: str, at: str) -> Iterator[Row]:
    """Mark a report, entry by entry where it has such, and take down what relating needs of it."""
    for n, entry in enumerate(in_entries(report)):
        dated = date_undated(entry)
        found = features(dated)
        yield {
            "kind": "report",
            "doc": doc,
            "at": f"{at}{SEPARATOR}{n:06d}",
            "id": dated.id,
            "number": number_of_id(dated.id),
            "source": text(dated.source),
            "day": found.day,
            "telling": found.telling,
            "features": found.pack(),
            "shingles": distinct_shingles(dated),
            "body": packed(dated),
            "marked": packed(mark_report(dated)),
        }


def _write(file: Path, rows: Iterator[Row]) -> int:
    """Write rows as Parquet, a few at a time; give the number of reports."""
    pq = library("pyarrow.parquet")
    count = 0
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}.half")
    with pq.ParquetWriter(half, schema(), compression="zstd") as out:
        some: list[Row] = []
        for row in rows:
            count += row["kind"] == "report"
            some.append(row)
            if len(some) >= AT_ONCE:
                out.write_table(table(some))
                some = []
        out.write_table(table(some))
    os.replace(half, file)
    return count


def put(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    half = file.with_name(f"{file.name}.{os.getpid()}.half")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        os.replace(half, file)
    except OSError as e:
        raise ConfigError(
            f"cannot write: {e.strerror or e}", where=str(file), expected="a folder that all machines can write"
        ) from e
