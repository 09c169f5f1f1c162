"""The shelf of relating, as tables of an SQLite database in memory or on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

TABLES = """
CREATE TABLE known (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE, features BLOB NOT NULL, shingles BLOB NOT NULL, story TEXT);
CREATE INDEX known_story ON known (story, report);
CREATE TABLE telling (word INTEGER, day REAL, report TEXT, PRIMARY KEY (word, day, report)) WITHOUT ROWID;
CREATE TABLE shingle (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE pair (one TEXT, other TEXT, odds REAL NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE reuse (one TEXT, other TEXT, body TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE given (serial INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL UNIQUE);
"""
SHEAF, HANDFUL = 8_000_000, 100_000
"""So many shingles wait at most (130 MB) to be written in order, and so many are handed over at a time."""
Kept: TypeAlias = tuple[str, float, bytes, bytes, Sequence[int]]
"""A report, its day, its features, its shingles, and the words it is found by."""


class SqliteShelf:
    """Reports' features, shingles, pairs, reuse and stories.  Nothing is committed here."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._held = lru_cache(maxsize=4096)(self._unpacked)
        self._size: int | None = None  # SQLite counts by walking through

    @classmethod
    def in_memory(cls) -> SqliteShelf:
        """Make one that lasts as long as the process."""
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.executescript(TABLES)
        return cls(db)

    def reports(self) -> list[str]:
        return [r for (r,) in self._db.execute("SELECT report FROM known ORDER BY report")]

    def count(self) -> int:
        if self._size is None:
            self._size = int(self._db.execute("SELECT count(*) FROM known").fetchone()[0])
        return self._size

    def known(self, report: str) -> bool:
        return self._db.execute("SELECT 1 FROM known WHERE report = ?", (report,)).fetchone() is not None

    def put_all(self, reports: Iterable[Kept]) -> None:
        size, self._size = self.count(), None
        telling: list[tuple[int, float, str]] = []
        keys: list[NDArray[np.int64]] = []
        numbers: list[int] = []
        waiting = 0
        for report, day, features, shingles, words in reports:
            row = (report, features, shingles)
            numbers.append(
                self._db.execute("INSERT INTO known (report, features, shingles) VALUES (?, ?, ?)", row).lastrowid or 0
            )
            size += 1
            keys.append(np.frombuffer(shingles, "<u8").astype(np.uint64).view(np.int64))
            telling += [(word, day, report) for word in words]
            waiting += len(keys[-1])
            if waiting >= SHEAF:
                self._file(telling, keys, numbers)
                telling, keys, numbers, waiting = [], [], [], 0
        if numbers:
            self._file(telling, keys, numbers)
        self._size = size

    def _file(self, telling: list[tuple[int, float, str]], keys: list[NDArray[np.int64]], numbers: list[int]) -> None:
        """Write rows in the order in which the tables hold them: places that lie together are touched once."""
        self._db.executemany("INSERT INTO telling VALUES (?, ?, ?)", sorted(telling))
        owner = np.repeat(np.array(numbers, dtype=np.int64), [len(k) for k in keys])
        key = np.concatenate(keys)
        order = np.lexsort((owner, key))
        for start in range(0, len(order), HANDFUL):
            some = order[start : start + HANDFUL]
            rows = zip(key[some].tolist(), owner[some].tolist(), strict=True)
            self._db.executemany("INSERT INTO shingle VALUES (?, ?)", rows)

    def take(self, report: str) -> None:
        row = self._db.execute("SELECT number FROM known WHERE report = ?", (report,)).fetchone()
        if row is None:
            return
        size, self._size = self.count(), None
        self._db.execute("DELETE FROM shingle WHERE number = ?", row)
        self._db.execute("DELETE FROM telling WHERE report = ?", (report,))
        for table in ("pair", "reuse"):
            others = self._db.execute(f"SELECT other FROM {table} WHERE one = ?", (report,)).fetchall()
            self._db.executemany(f"DELETE FROM {table} WHERE one = ? AND other = ?", [(o, report) for (o,) in others])
            self._db.execute(f"DELETE FROM {table} WHERE one = ?", (report,))
        self._db.execute("DELETE FROM known WHERE report = ?", (report,))
        self._held.cache_clear()
        self._size = size - 1

    def features(self, reports: Iterable[str]) -> list[bytes]:
        return [self._held(r) for r in reports]

    def _unpacked(self, report: str) -> bytes:
        return bytes(self._db.execute("SELECT features FROM known WHERE report = ?", (report,)).fetchone()[0])

    def shingles(self, report: str) -> bytes:
        return bytes(self._db.execute("SELECT shingles FROM known WHERE report = ?", (report,)).fetchone()[0])

    def around(self, word: int, day: float, report: str, near: int) -> tuple[list[str], list[str]]:
        low = "SELECT report FROM telling WHERE word = ? AND (day, report) < (?, ?) ORDER BY day DESC, report DESC LIMIT ?"
        high = "SELECT report FROM telling WHERE word = ? AND (day, report) > (?, ?) ORDER BY day, report LIMIT ?"
        before, after = ([r for (r,) in self._db.execute(q, (word, day, report, near))] for q in (low, high))
        return before, after

    def between(self, word: int, one: tuple[float, str], other: tuple[float, str], most: int) -> int:
        inside = "SELECT 1 FROM telling WHERE word = ? AND (day, report) >= (?, ?) AND (day, report) <= (?, ?) LIMIT ?"
        return int(self._db.execute(f"SELECT count(*) FROM ({inside})", (word, *one, *other, most)).fetchone()[0])

    def holders(self, key: int, most: int) -> list[str]:
        query = "SELECT k.report FROM shingle s JOIN known k ON k.number = s.number WHERE s.key = ? LIMIT ?"
        return [r for (r,) in self._db.execute(query, (key, most))]

    def pairs(self, report: str) -> dict[str, float]:
        return dict(self._db.execute("SELECT other, odds FROM pair WHERE one = ? ORDER BY other", (report,)).fetchall())

    def pair(self, one: str, other: str, odds: float | None) -> None:
        if odds is None:
            self._db.executemany("DELETE FROM pair WHERE one = ? AND other = ?", [(one, other), (other, one)])
        else:
            self._db.executemany("INSERT OR REPLACE INTO pair VALUES (?, ?, ?)", [(one, other, odds), (other, one, odds)])

    def unpair(self) -> None:
        self._db.execute("DELETE FROM pair")

    def reuse(self, report: str) -> dict[str, str]:
        return dict(self._db.execute("SELECT other, body FROM reuse WHERE one = ? ORDER BY other", (report,)).fetchall())

    def share(self, one: str, other: str, reuse: str | None) -> None:
        if reuse is None:
            self._db.executemany("DELETE FROM reuse WHERE one = ? AND other = ?", [(one, other), (other, one)])
        else:
            self._db.executemany("INSERT OR REPLACE INTO reuse VALUES (?, ?, ?)", [(one, other, reuse), (other, one, reuse)])

    def story(self, report: str) -> str | None:
        row = self._db.execute("SELECT story FROM known WHERE report = ?", (report,)).fetchone()
        return row[0] if row else None

    def members(self, story: str) -> list[str]:
        return [r for (r,) in self._db.execute("SELECT report FROM known WHERE story = ? ORDER BY report", (story,))]

    def enter(self, report: str, story: str) -> None:
        self._db.execute("UPDATE known SET story = ? WHERE report = ?", (story, report))

    def serial(self, story: str) -> int | None:
        row = self._db.execute("SELECT serial FROM given WHERE story = ?", (story,)).fetchone()
        return row[0] if row else None

    def give(self, story: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO given (story) VALUES (?)", (story,))

    def given(self) -> list[str]:
        """Give all story ids ever given, oldest first."""
        return [s for (s,) in self._db.execute("SELECT story FROM given ORDER BY serial")]

    def stories(self) -> list[str]:
        """Give the ids of the stories that have reports, in order."""
        return [s for (s,) in self._db.execute("SELECT DISTINCT story FROM known WHERE story IS NOT NULL ORDER BY story")]
