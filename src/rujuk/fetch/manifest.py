"""What became of each address: one JSON line each, added as it happens; of several lines for an address the last one counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from rujuk.errors import ConfigError

NAME = "fetch.jsonl"
"""The manifest's file name."""

FETCHED, LIST, UNCHANGED = "fetched", "list", "not-modified"
GOOD = frozenset({FETCHED, LIST, UNCHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of one address.

    `outcome` is `fetched`, `list` (a feed or sitemap, whose links were followed), `not-modified`, or the code of a failure.  `sha256` is that of the page,
    unpacked: the digest of the bytes that are read.  `warc` and `offset` say where its answer lies; those of `not-modified` point to the answer that is
    still good.
    """

    url: str
    outcome: str
    time: str
    final: str | None = None
    status: int | None = None
    detail: str = ""
    sha256: str | None = None
    bytes: int | None = None
    content_type: str | None = None
    warc: str | None = None
    offset: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    redirects: tuple[str, ...] = ()
    """Addresses passed on the way, the AMP page among them."""
    canonical: str | None = None
    sources: tuple[tuple[str, str], ...] = ()
    """What the page says of where it was taken from."""
    links: tuple[str, ...] = ()
    """Of a list: the addresses in it.  Of a page: those of the other pages of its article."""
    found_in: str | None = None
    """The list (or the page of the same article) that named this address, where one did."""

    @property
    def good(self) -> bool:
        """Whether there is a page (or list) to read."""
        return self.outcome in GOOD


def to_line(row: Row) -> str:
    """Write a row as a line of JSON, without what is empty."""
    held = {k: v for k, v in asdict(row).items() if v not in (None, "", ())}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n"


_NUMBERS = frozenset({"status", "bytes", "offset"})
_LISTS = frozenset({"redirects", "sources", "links"})


def from_object(found: dict[str, Any]) -> Row | None:
    """Read a row; None where the object is none, or a field holds what it cannot.  Unknown fields, of a later version, are passed over."""
    known = {f.name for f in fields(Row)}
    values = {k: _tupled(v) for k, v in found.items() if k in known}
    if not {"url", "outcome", "time"} <= values.keys():
        return None
    for name, value in values.items():
        wanted = int if name in _NUMBERS else tuple if name in _LISTS else str
        if not isinstance(value, wanted):
            return None
    if not all(isinstance(x, str) for name in ("redirects", "links") for x in values.get(name, ())):
        return None
    return Row(**values)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(v) for v in value) if isinstance(value, list) else value


def rows(folder: Path) -> Iterator[Row]:
    """Give all rows in the order they were written; a torn last line is passed over.

    Raises:
        ConfigError: the manifest cannot be read.
    """
    path = folder / NAME
    try:
        with open(path, "rb") as file:
            for raw in file:
                try:
                    found = json.loads(raw)
                except (ValueError, RecursionError):
                    continue
                row = from_object(found) if isinstance(found, dict) else None
                if row is not None:
                    yield row
    except FileNotFoundError:
        return
    except OSError as e:
        raise ConfigError(f"cannot read: {e.strerror or e}", where=str(path), expected="what rujuk fetch wrote") from e


def latest(folder: Path) -> dict[str, Row]:
    """Give the row that counts for each address: the last good one, else the last."""
    found: dict[str, Row] = {}
    for row in rows(folder):
        if row.good or row.url not in found or not found[row.url].good:
            found[row.url] = row
    return found


class Manifest:
    """The manifest of a folder, open for adding; the folder is made if it is missing, and held against a second process."""

    def __init__(self, folder: Path) -> None:
        """Open it.

        Raises:
            ConfigError: the folder cannot be written, or another process adds to it.
        """
        self.path = folder / NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.file = open(self.path, "a+b")  # noqa: SIM115 - closed by close()
        except OSError as e:
            raise ConfigError(
                f"cannot write: {e.strerror or e}",
                where=str(self.path),
                expected="a folder that can be written",
                remedy="give another -o",
            ) from e
        self._hold()
        self._mend()

    def _hold(self) -> None:
        try:
            import fcntl
        except ImportError:  # no such locks on this system; two processes in one folder are then the user's care
            return
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            self.file.close()
            raise ConfigError(
                "another process fetches into this folder", where=str(self.path.parent), remedy="wait for it, or give another -o"
            ) from e

    def _mend(self) -> None:
        """End a line that a killed process left open, so that the next one stands alone."""
        end = self.file.seek(0, 2)
        if end:
            self.file.seek(end - 1)
            if self.file.read(1) != b"\n":
                self.file.write(b"\n")

    def add(self, row: Row) -> None:
        """Write a row at once.

        Raises:
            ConfigError: the disk refuses it.
        """
        try:
            self.file.write(to_line(row).encode("utf-8", "replace"))
            self.file.flush()
        except OSError as e:
            raise ConfigError(
                f"cannot write: {e.strerror or e}", where=str(self.path), remedy="what is there stays; make room and run it again"
            ) from e

    def close(self) -> None:
        """Close the file and let others in."""
        self.file.close()
