"""What relating keeps of the reports it knows, as a protocol: a table in memory or on disk can stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

Kept: TypeAlias = tuple[str, float, bytes, bytes, Sequence[int]]
"""A report, its day, its features, its shingles as little-endian 64-bit numbers, and the words it is found by."""


class Shelf(Protocol):
    """Reports' features and shingles, the likeness of pairs, the text they share, and the story each is in.

    Everything is plain: ids are strings, words and shingles integers, features and shingles bytes.
    """

    def reports(self) -> list[str]:
        """Give the ids of all reports, in order."""

    def count(self) -> int:
        """Give the number of reports."""

    def known(self, report: str) -> bool:
        """Say whether the report is here."""

    def put_all(self, reports: Iterable[Kept]) -> None:
        """Keep what is known of reports."""

    def take(self, report: str) -> None:
        """Remove a report with its pairs."""

    def features(self, reports: Iterable[str]) -> list[bytes]:
        """Give the features of some reports, in their order."""

    def shingles(self, report: str) -> bytes:
        """Give a report's shingles."""

    def around(self, word: int, day: float, report: str, near: int) -> tuple[list[str], list[str]]:
        """Give up to `near` reports with a telling word that stand before and after a place in the order of days and ids, nearest first."""

    def between(self, word: int, one: tuple[float, str], other: tuple[float, str], most: int) -> int:
        """Count the reports with a telling word from one place to another, both included, up to `most`."""

    def holders(self, key: int, most: int) -> list[str]:
        """Give up to `most` reports that hold a shingle."""

    def pairs(self, report: str) -> dict[str, float]:
        """Give the kept pairs of a report: the other report and the log-odds."""

    def pair(self, one: str, other: str, odds: float | None) -> None:
        """Keep the log-odds of a pair, or drop it."""

    def unpair(self) -> None:
        """Drop all pairs."""

    def reuse(self, report: str) -> dict[str, str]:
        """Give what a report shares with others: the other report and the reuse as JSON."""

    def share(self, one: str, other: str, reuse: str | None) -> None:
        """Keep the reuse of a pair, or drop it."""

    def story(self, report: str) -> str | None:
        """Give the story a report is in."""

    def members(self, story: str) -> list[str]:
        """Give the reports of a story, in order."""

    def enter(self, report: str, story: str) -> None:
        """Put a report into a story."""

    def serial(self, story: str) -> int | None:
        """Give the number under which a story's id was first given."""

    def give(self, story: str) -> None:
        """Note that a story's id is given from now on."""
