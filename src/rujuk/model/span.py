"""Places in a report's text, and spans of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Where(StrEnum):
    """Which string of a report a span counts in."""

    TEXT = "text"
    TITLE = "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open piece of `report.text` (or of `report.title`) and what stands there.

    `start` and `end` are 0-based code points, `end` excluded; `exact` is `text[start:end]`.

    Source: W3C Web Annotation, Text Position Selector and Text Quote Selector.
    """

    start: int
    end: int
    exact: str
    where: Where = Where.TEXT

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        """Say whether `other` stands wholly inside this span."""
        return self.where == other.where and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.where == other.where and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Days:
    """A closed interval of calendar days, both ends included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"days run backwards: {self.earliest}..{self.latest}")

    @classmethod
    def on(cls, day: date) -> Days:
        """Make the interval of a single day."""
        return cls(earliest=day, latest=day)

    @property
    def width(self) -> int:
        """Number of days from first to last: 0 for one day."""
        return (self.latest - self.earliest).days

    def meets(self, other: Days) -> bool:
        """Say whether the two intervals share a day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, other: Days) -> bool:
        """Say whether this interval lies inside `other`."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def shifted(self, days: int) -> Days:
        """Move both ends by `days`."""
        step = timedelta(days=days)
        return Days(earliest=self.earliest + step, latest=self.latest + step)
