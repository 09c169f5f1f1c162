"""The shelf of relating, as tables of an SQLite database in memory or on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

TABLES = """
CREATE TABLE known (number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE, features BLOB NOT NULL, shingles BLOB NOT NULL, story TEXT);
CREATE INDEX known_story ON known (story, report);
CREATE TABLE telling (word INTEGER, day REAL, report TEXT, PRIMARY KEY (word, day, report)) WITHOUT ROWID;
CREATE TABLE shingle (key INTEGER, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE pair (one TEXT, other TEXT, odds REAL NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE reuse (one TEXT, other TEXT, body TEXT NOT NULL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE TABLE given (serial INTEGER PRIMARY KEY AUTOINCREMENT, story TEXT NOT NULL UNIQUE);
"""


class SqliteShelf:
    """Reports' features, shingles, pairs, reuse and stories.  Nothing is committed here."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._held = lru_cache(maxsize=4096)(self._unpacked)

    @classmethod
    def in_memory(cls) -> SqliteShelf:
        """Make one that lasts as long as the process."""
        db = sqlite3.connect(":memory:", isolation_level=None)
        db.executescript(TABLES)
        return cls(db)

    def reports(self) -> list[str]:
        return [r for (r,) in self._db.execute("SELECT report FROM known ORDER BY report")]

    def count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM known").fetchone()[0])

    def known(self, report: str) -> bool:
        return self._db.execute("SELECT 1 FROM known WHERE report = ?", (report,)).fetchone() is not None

    def put(self, report: str, day: float, features: bytes, shingles: bytes, telling: Sequence[int], keys: Sequence[int]) -> None:
        added = self._db.execute("INSERT INTO known (report, features, shingles) VALUES (?, ?, ?)", (report, features, shingles))
        self._db.executemany("INSERT INTO telling VALUES (?, ?, ?)", [(w, day, report) for w in telling])
        number = added.lastrowid
        self._db.executemany("INSERT INTO shingle VALUES (?, ?)", [(k, number) for k in keys])

    def take(self, report: str) -> None:
        row = self._db.execute("SELECT number FROM known WHERE report = ?", (report,)).fetchone()
        if row is None:
            return
        self._db.execute("DELETE FROM shingle WHERE number = ?", row)
        self._db.execute("DELETE FROM telling WHERE report = ?", (report,))
        for table in ("pair", "reuse"):
            others = self._db.execute(f"SELECT other FROM {table} WHERE one = ?", (report,)).fetchall()
            self._db.executemany(f"DELETE FROM {table} WHERE one = ? AND other = ?", [(o, report) for (o,) in others])
            self._db.execute(f"DELETE FROM {table} WHERE one = ?", (report,))
        self._db.execute("DELETE FROM known WHERE report = ?", (report,))
        self._held.cache_clear()

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
