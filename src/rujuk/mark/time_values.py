"""TIMEX3 kinds and values of expressions, and clock times with their zone."""

from __future__ import annotations

from datetime import date

from rujuk.mark.time_atoms import Atom, Shape
from rujuk.model.marks import TimeKind
from rujuk.model.span import Days

_LETTER = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
}
_SEASON = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def kind_of(a: Atom) -> TimeKind:
    """Give the TIMEX3 type."""
    if a.repeated:
        return TimeKind.SET
    if a.shape is Shape.DURATION:
        return TimeKind.DURATION
    return TimeKind.TIME if a.clock is not None or a.part is not None else TimeKind.DATE


def value_of(a: Atom, days: Days | None) -> str | None:
    """Give the TIMEX3 value, as sharp as the expression is.  Source: TimeML 1.2.1, TIMEX3 `value`."""
    if a.ref is not None:
        return a.ref
    if a.shape is Shape.DURATION or (a.repeated and a.count is not None):
        return _period(a)
    if days is None:
        return None
    first = days.earliest
    if days.width == 0:
        return first.isoformat() + _time(a)
    if a.unit == "season":
        return f"{first.year}-{_SEASON[first.month]}"
    if a.unit == "decade" and days.latest.year - first.year == 9:
        return str(first.year)[:3]
    if a.unit in ("week", "weekend") and a.weekday is None:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if a.unit == "weekend" else "")
    if a.unit in ("quarter", "half") and a.month is None:
        size = 3 if a.unit == "quarter" else 6
        return f"{first.year}-{'Q' if size == 3 else 'H'}{(first.month - 1) // size + 1}"
    if a.ends is None and a.offset is None and (a.month is not None or a.unit == "month"):
        return f"{first.year}-{first.month:02}"
    if a.ends is None and a.offset is None and (a.year is not None or a.unit == "year"):
        return str(first.year)
    return f"{first.isoformat()}/{days.latest.isoformat()}"


def _time(a: Atom) -> str:
    if a.clock is not None:
        h, m, s = a.clock
        return f"T{h:02}" + (f":{m:02}" if a.sharp > 1 else "") + (f":{s:02}" if a.sharp > 2 else "")
    return f"T{a.part}" if a.part and a.part != "H" else ""


def _period(a: Atom) -> str | None:
    letter = _LETTER.get(a.unit or "")
    if a.unit in ("decade", "century"):
        number = None if a.count is None else a.count * (10 if a.unit == "decade" else 100)
        letter = "Y"
    else:
        number = a.count
    if letter is None:
        return None
    n = "X" if number is None else f"{number:g}"
    return f"P{'T' if a.unit in ('second', 'minute', 'hour') else ''}{n}{letter}"


def local_of(a: Atom, days: Days | None) -> str | None:
    """Give the clock time of a single day in ISO 8601, with its offset where the zone has one."""
    if a.clock is None or days is None or days.width or a.repeated or a.sharp < 1:
        return None
    h, m, s = a.clock
    return f"{date.isoformat(days.earliest)}T{h:02}:{m:02}:{s:02}{a.zone or ''}"
