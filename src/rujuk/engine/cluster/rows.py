"""What a partition of inputs becomes: rows of plain columns, the same on every machine."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, TypeVar

from rujuk.errors import ConfigError
from rujuk.model.codec import decode, dumps

T = TypeVar("T")
COLUMNS = {
    "kind": "text",
    "doc": "text",
    "digest": "text",
    "at": "text",
    "id": "text",
    "number": "number",
    "source": "text",
    "base": "text",
    "day": "real",
    "telling": "integers",
    "features": "bytes",
    "shingles": "numbers",
    "body": "bytes",
    "marked": "bytes",
}
"""`kind` is `document`, `report`, `page` (of several of an article) or `failure`.  `doc` and `at` order documents and what is in them as one machine
would meet them; `digest` is that of a document's bytes, in letters:
Daft 0.7 joins bytes with any bytes.  `body` is the report or failure as JSON, `marked` the report with its marks.
`number` stands for a report's id in joins, in the same order; `day`, `telling`, `features` and `shingles` are what relating needs of it."""
SEPARATOR = "\0"


def library(name: str) -> Any:
    """Load a library of the extra `cluster`, which brings no types.

    Raises:
        ConfigError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as e:
        raise ConfigError(
            f"more than one machine needs {name.partition('.')[0]}", remedy="pip install 'rujuk[cluster]'", code="missing-extra"
        ) from e


def schema() -> Any:
    """Give the columns as Arrow has them."""
    pa = library("pyarrow")
    kinds = {
        "text": pa.large_string(),
        "bytes": pa.large_binary(),
        "number": pa.uint64(),
        "real": pa.float64(),
        "integers": pa.large_list(pa.int64()),
        "numbers": pa.large_list(pa.uint64()),
    }
    return pa.schema([pa.field(name, kinds[kind]) for name, kind in COLUMNS.items()])


def table(rows: list[dict[str, Any]]) -> Any:
    """Put rows into an Arrow table; columns that a row lacks are null."""
    return library("pyarrow").Table.from_pylist(rows, schema=schema())


def packed(noun: object) -> bytes:
    """Write a noun as the bytes of its JSON."""
    return dumps(noun).encode("utf-8", "surrogatepass")


def unpacked(kind: type[T], data: bytes) -> T:
    """Read a noun from what `packed` wrote."""
    return decode(kind, json.loads(data.decode("utf-8", "surrogatepass")))


def text(value: str) -> str:
    """Give a string as a column can hold it."""
    return value.encode("utf-8", "replace").decode()


def number_of_id(ident: str) -> int:
    """Give the first 64 bits of an id's digest: numbers in the order of the ids."""
    return int(ident.rpartition(":")[2][:16], 16)


def plain(values: Mapping[str, object]) -> str:
    """Write a record that workers pass to each other."""
    return json.dumps(values, ensure_ascii=True, sort_keys=True)


def structs(fields: Sequence[tuple[str, Any]], rows: Sequence[dict[str, Any]]) -> Any:
    """Put rows into an Arrow array of structs."""
    pa = library("pyarrow")
    return pa.array(rows, type=pa.struct(list(fields)))
