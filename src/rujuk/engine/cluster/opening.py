"""Open a file of a partition, wherever it is stored, as the documents it holds."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, cast

from rujuk.engine.cluster.plan import STORED, Piece
from rujuk.engine.cluster.rows import library
from rujuk.engine.cluster.stores import store_errors
from rujuk.model.report import Failure
from rujuk.read.documents import Document, Form
from rujuk.read.sources import open_stream

ROWS = 256
"""Rows of a Parquet file read at a time."""
MAGIC = b"PAR1"


def open_piece(piece: Piece) -> Iterator[Document | Failure]:
    """Give the documents in a file; a row of a Parquet file is read as the same object in JSON Lines would be."""
    try:
        with open_bytes(piece.path) as file:
            head = file.read(len(MAGIC))
            file.seek(0)
            if head == MAGIC:
                yield from _rows(file, piece)
            else:
                yield from open_stream(file, source=piece.source, given=piece.given, size=piece.size)
    except OSError as e:
        yield Failure(source=piece.source, stage="read", code="unreadable", detail=e.strerror or type(e).__name__)


def open_bytes(path: str) -> BinaryIO:
    """Open a local file, or one in a store, there by Daft's own reader."""
    if not path.startswith((STORED, "file://")):
        return open(path, "rb")
    return cast(BinaryIO, io.BufferedReader(_Stored(path)))


class _Stored(io.RawIOBase):
    """A file in a store, as Python's readers want it."""

    def __init__(self, path: str) -> None:
        with store_errors():
            self._context = library("daft").File(path).open()
            self._file = self._context.__enter__()

    def close(self) -> None:
        if not self.closed:
            self._context.__exit__(None, None, None)
        super().close()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with store_errors():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())


def _rows(file: BinaryIO, piece: Piece) -> Iterator[Document | Failure]:
    pa, pq = library("pyarrow"), library("pyarrow.parquet")
    number = 0
    try:
        for batch in pq.ParquetFile(file).iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                number += 1
                given = {k: v for k, v in row.items() if v is not None and not isinstance(v, bytes)}
                line = json.dumps(given, ensure_ascii=True, default=_written).encode()
                yield Document(data=line, source=f"{piece.source}:{number}", form=Form.JSON_LINE, number=number)
    except pa.ArrowException as e:
        yield Failure(source=piece.source, stage="read", code="broken-parquet", detail=f"behind row {number}: {e}"[:300])
        return
    if not number:
        yield Failure(source=piece.source, stage="read", code="empty", detail="the file has no rows")


def _written(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
