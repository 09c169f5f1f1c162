"""The pieces of time expressions: a weekday, a date, a clock time, a part of the day, a pointing phrase, each with what it states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What kind of piece it is; the letters of the merging table."""

    WEEKDAY = "W"
    DATE = "D"
    MONTH = "M"
    YEAR = "Y"
    RELATIVE = "R"
    PART = "P"
    CLOCK = "C"
    DURATION = "N"
    LOOSE = "L"
    """A time that has no days of its own: now, then, H+3, a Muslim month."""


@dataclass(slots=True, kw_only=True)
class Atom:
    """One piece, or several that were put together; offsets count in the string that was scanned.

    `ends` is the last day of a range as (day, month, year), with the month and year left 0 where they are the first day's.  `direction` is -1 for
    the one before, 0 for this one, 1 for the next.  `offset` are days from the day of writing.
    """

    start: int
    end: int
    shape: Shape
    last: Shape
    rules: tuple[str, ...]
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    ends: tuple[int, int, int] | None = None
    unit: str | None = None
    shift: int | None = None
    offset: tuple[int, int] | None = None
    direction: int | None = None
    order: int | None = None
    """Number of a quarter or half year, or the first month of a season."""
    edge: str | None = None
    approx: bool = False
    part: str | None = None
    clock: tuple[int, int, int] | None = None
    sharp: int = 0
    """How many of hour, minute, second were given."""
    zone: str | None = None
    count: float | None = None
    ref: str | None = None
    repeated: bool = False
    follows: int = 0
    """1 where it counts on from a day said before ("dua hari kemudian")."""
    weak: bool = False
    """Only a time beside another piece: an abbreviation, a bare part of the day."""
    bracket: bool = False
    eve: bool = False
    """The evening before the weekday ("malam Minggu")."""
    swapped: bool = False
    """Day and month may stand in the other order (4/9/2007)."""


def lowered(text: str) -> str:
    """Put a string into small letters without moving a character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
