"""One file that remembers what was read, marked, related and told, so that the next run does only what is new.

An SQLite database.  A run is one transaction: it is kept whole, or the file stays as it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rujuk.errors import StoreError
from rujuk.store.shelf import TABLES, SqliteShelf

MARK = 0x52756A6B
"""The application id in the file's head: "Rujk"."""
CACHE = 200_000
"""Kilobytes of the file that are held in memory at most: what a run adds goes to many places of it."""
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (source TEXT, digest TEXT, items BLOB NOT NULL, PRIMARY KEY (source, digest)) WITHOUT ROWID;
CREATE TABLE marked (report TEXT PRIMARY KEY, digest TEXT NOT NULL, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE told (story TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE history (number INTEGER PRIMARY KEY, run INTEGER NOT NULL, what TEXT NOT NULL, story TEXT NOT NULL, other TEXT NOT NULL);
"""


class State:
    """The open file, within its one transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.shelf = SqliteShelf(db)

    def has_document(self, source: str, digest: str) -> bool:
        """Say whether a source held a document of this digest when it was read last."""
        return self._db.execute("SELECT 1 FROM document WHERE source = ? AND digest = ?", (source, digest)).fetchone() is not None

    def keep_document(self, source: str, digest: str, items: str) -> None:
        """Keep what a document of a source held."""
        self._db.execute("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", (source, digest, _packed(items)))

    def drop_documents(self, source: str, but: Collection[str]) -> int:
        """Forget what a source held before, but for the documents of some digests; give how many were forgotten."""
        held = [d for (d,) in self._db.execute("SELECT digest FROM document WHERE source = ?", (source,))]
        gone = [(source, d) for d in held if d not in but]
        self._db.executemany("DELETE FROM document WHERE source = ? AND digest = ?", gone)
        return len(gone)

    def documents(self) -> Iterator[tuple[str, str, str]]:
        """Give source, digest and items of all that was read, in order of the sources."""
        for source, digest, items in self._db.execute("SELECT source, digest, items FROM document ORDER BY source, digest"):
            yield source, digest, _unpacked(items)

    def marks(self) -> dict[str, str]:
        """Give report id → digest of the report that was marked."""
        return dict(self._db.execute("SELECT report, digest FROM marked").fetchall())

    def marked(self, report: str) -> str:
        """Give the marks of a report."""
        return _unpacked(self._db.execute("SELECT body FROM marked WHERE report = ?", (report,)).fetchone()[0])

    def keep_marked(self, report: str, digest: str, body: str) -> None:
        """Keep the marks of a report."""
        self._db.execute("INSERT OR REPLACE INTO marked VALUES (?, ?, ?)", (report, digest, _packed(body)))

    def drop_marked(self, report: str) -> None:
        """Forget the marks of a report."""
        self._db.execute("DELETE FROM marked WHERE report = ?", (report,))

    def told(self) -> Iterator[tuple[str, str]]:
        """Give the stories as they were told, in order of their ids."""
        for story, body in self._db.execute("SELECT story, body FROM told ORDER BY story"):
            yield story, _unpacked(body)

    def keep_told(self, story: str, body: str) -> None:
        """Keep a story as it was told."""
        self._db.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (story, _packed(body)))

    def drop_told(self, story: str) -> None:
        """Forget a story."""
        self._db.execute("DELETE FROM told WHERE story = ?", (story,))

    def megabytes(self) -> float:
        """Give the size of everything that is kept."""
        pages, size = (self._db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        return float(pages * size) / 1e6

    def meta(self, name: str) -> str:
        """Give a note about the file, empty where there is none."""
        row = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def keep_meta(self, name: str, value: str) -> None:
        """Keep a note about the file."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def note(self, run: int, what: str, story: str, other: str) -> None:
        """Note what became of a story's id."""
        self._db.execute("INSERT INTO history (run, what, story, other) VALUES (?, ?, ?, ?)", (run, what, story, other))

    def history(self) -> Sequence[tuple[int, str, str, str]]:
        """Give all that became of stories' ids: run, what, story, other; oldest first."""
        return self._db.execute("SELECT run, what, story, other FROM history ORDER BY number").fetchall()


@contextmanager
def open_state(path: Path, made_by: str) -> Iterator[State]:
    """Open a state file for one run, or make it; the run's changes are kept when the block ends without an error.

    Args:
        made_by: what decides the content beside the reports: version and data.  A file made by something else is refused.

    Raises:
        StoreError: another process uses the file; it is damaged, of another version, or no state file; it cannot be made or written.
    """
    try:
        fresh = not path.exists() or path.stat().st_size == 0
        db = sqlite3.connect(path, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as e:
        raise StoreError(
            f"cannot be opened: {e}", where=str(path), expected="a file in a folder that can be written", code="state-unreadable"
        ) from e
    try:
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        db.execute("BEGIN EXCLUSIVE")
        if fresh and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
            _make(db, made_by)
        else:
            _check(db, path, made_by)
        yield State(db)
        db.execute("COMMIT")
    except sqlite3.Error as e:
        raise _wrong(path, e) from e
    finally:
        with contextlib.suppress(sqlite3.Error):
            if db.in_transaction:
                db.execute("ROLLBACK")
        db.close()


def digest_of(data: bytes) -> str:
    """Give the digest by which unchanged content is known again."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _make(db: sqlite3.Connection, made_by: str) -> None:
    for statement in (SCHEMA + TABLES).split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA application_id = {MARK}")
    db.execute("INSERT INTO meta VALUES ('made-by', ?)", (made_by,))


def _check(db: sqlite3.Connection, path: Path, made_by: str) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != MARK:
        raise StoreError(
            "a database of something else",
            where=str(path),
            expected="a state file of rujuk",
            remedy="give another file",
            code="state-foreign",
        )
    pages, size = (db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if os.path.getsize(path) != pages * size:
        raise sqlite3.DatabaseError("the file is cut off")
    row = db.execute("SELECT value FROM meta WHERE name = 'made-by'").fetchone()
    if row is None or row[0] != made_by:
        raise StoreError(
            f"made by another version or with other language data ({row[0] if row else 'unknown'})",
            where=str(path),
            expected=made_by,
            remedy="its marks may differ from today's: move the file away and build again from all reports",
            code="state-version",
        )


def _wrong(path: Path, e: sqlite3.Error) -> StoreError:
    if isinstance(e, sqlite3.OperationalError) and "locked" in str(e):
        return StoreError(
            "in use by another process",
            where=str(path),
            remedy="wait until that run is over, or give another file",
            code="state-locked",
        )
    if isinstance(e, sqlite3.OperationalError) and ("readonly" in str(e) or "disk" in str(e)):
        return StoreError(
            f"cannot be written: {e}", where=str(path), expected="a file that can be written", code="state-unwritable"
        )
    return StoreError(
        f"damaged or no state file: {e}",
        where=str(path),
        expected="a state file of rujuk",
        remedy="move it away and build again from all reports",
        code="state-broken",
    )


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(data: bytes) -> str:
    try:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as e:
        raise sqlite3.DatabaseError(f"a record cannot be read: {e}") from e
