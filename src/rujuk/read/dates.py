"""Days and times of publication out of metadata strings, head lines and addresses."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from rujuk.model.report import Basis, Published
from rujuk.model.span import Days
from rujuk.read.packs import head_words

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Years outside are misprints or counters, no days of publication."""

_ISO = re.compile(
    r"(\d{4})-?(\d{2})(?:-?(\d{2}))?(?:[T ]\s?(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?(?:\[[\w/]+\])?)?(?!\d)",
    re.I,
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})(?:\s?/\s?|[.-])(\d{1,2})(?:\s?/\s?|[.-])(\d{4}|\d{2})(?![\d/])")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:\s?[:.]\s?(\d{2}))(?:\s?[:.]\s?(\d{2}))?(?:\.\d{1,6})?\s?(?:\b(a\.?m|p\.?m)\b\.?|(am|pm)\b)?(?![\d:])",
    re.I,
)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s?([+-]\d{2}):?(\d{2})(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Days, and the local time where one is given, as ISO 8601 (with offset where one is stated)."""

    days: Days
    local: str | None = None

    def published(self, basis: Basis) -> Published:
        """Make the publication record."""
        return Published(days=self.days, basis=basis, local=self.local)


@dataclass(frozen=True, slots=True)
class _Patterns:
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    zone: re.Pattern[str]
    unpointed: re.Pattern[str]
    """A clock time in four digits: "1052 GMT"."""


@cache
def _patterns() -> _Patterns:
    words = head_words()
    names = "|".join(sorted((re.escape(m) for m in words.months), key=lambda m: (-len(m), m)))
    loose = r"[A-Z][a-z]{3,9}"  # a misprinted month: "Novemer"
    zones = "|".join(sorted((re.escape(z) for z in words.zones), key=lambda z: (-len(z), z)))
    return _Patterns(
        day_month=re.compile(
            rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s./-]{{1,3}}((?i:{names})(?!\w)|{loose})\.?,?[\s./-]{{1,3}}(\d{{4}}|['’]?\d{{2}}(?!\s?[:.]\s?\d))(?!\d)"
        ),
        month_day=re.compile(rf"(?<!\w)((?i:{names})(?!\w)|{loose})\.?\s?(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(\d{{4}})(?!\d)"),
        zone=re.compile(rf"\(?(?<!\w)({zones})(?!\w)\)?"),
        unpointed=re.compile(rf"(?<![\d:./-])([01]\d|2[0-3])([0-5]\d)(?=\s?(?:{zones})(?!\w))"),
    )


def month_number(name: str) -> int | None:
    """Give the number of a month's name in any pack's language, forgiving one wrong letter in names of six letters or more."""
    months = head_words().months
    folded = name.casefold().rstrip(".")
    if folded in months:
        return months[folded]
    if len(folded) < 6:
        return None
    from rapidfuzz.distance import Levenshtein

    near = sorted({n for m, n in months.items() if len(m) >= 5 and Levenshtein.distance(folded, m, score_cutoff=1) <= 1})
    return near[0] if len(near) == 1 else None


def read_moment(text: str, *, day_first: bool | None = None) -> Moment | None:
    """Read the day, and time, of a metadata value or head line; None where it is no date.

    ISO 8601, RFC 2822, day-month-year in the packs' languages, "11/28/05".  A numeric date whose day and month could change places is
    read by `day_first`, and given up where that is None.  A month ("2022-01") is an interval.
    """
    text = text.strip()
    iso = _ISO.match(text)
    if iso and not (iso[4] is None and iso.end() < len(text) and text[iso.end()] in "./-"):
        moment = _from_iso(iso)
        if moment is not None:
            return moment
    if _EPOCH.fullmatch(text):
        at = datetime.fromtimestamp(int(text[:10]), UTC)
        return Moment(days=Days.on(at.date()), local=at.isoformat())
    found = next(find_days(text, day_first=_order(text) if day_first is None else day_first), None)
    if found is None:
        return None
    day, start, end = found
    return Moment(days=Days.on(day), local=_clock(text[:start] + " " + text[end:], day))


def find_days(text: str, *, day_first: bool | None = None) -> Iterator[tuple[date, int, int]]:
    """Give the calendar dates that stand in a head line, with their places, in order."""
    pattern = _patterns()
    found: list[tuple[int, int, int | None, int | None, int]] = []
    for m in pattern.day_month.finditer(text):
        found.append((*m.span(), _year(m[3]), month_number(m[2]), int(m[1])))
    for m in pattern.month_day.finditer(text):
        found.append((*m.span(), int(m[3]), month_number(m[1]), int(m[2])))
    for m in _YEAR_FIRST.finditer(text):
        found.append((*m.span(), int(m[1]), int(m[2]), int(m[3])))
    for m in _SLASHED.finditer(text):
        a, b = int(m[1]), int(m[2])
        if a == b or a > 12:
            day, month = a, b
        elif b > 12:
            day, month = b, a
        elif day_first is None:
            continue
        else:
            day, month = (a, b) if day_first else (b, a)
        found.append((*m.span(), _year(m[3]), month, day))
    last = -1
    for start, end, year, number, day in sorted(found, key=lambda x: (x[0], -x[1])):
        made = _day(year, number, day) if start >= last else None
        if made is not None:
            last = end
            yield made, start, end


def _order(text: str) -> bool | None:
    """Say whether a zone's home writes the day before the month: North America does not, most others do."""
    m = _patterns().zone.search(text)
    if m is None:
        return None
    offset = head_words().zones[m[1]]
    return bool(offset) and not offset.startswith("-")


def clock_and_zone(text: str) -> Iterator[tuple[int, int]]:
    """Give the places of clock times, offsets and zone names."""
    for pattern in (_CLOCK, _patterns().unpointed, _OFFSET, _patterns().zone):
        for m in pattern.finditer(text):
            yield m.span()


def _from_iso(m: re.Match[str]) -> Moment | None:
    year, month = int(m[1]), int(m[2])
    if m[3] is None:
        if "-" not in m[0] or not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
            return None
        return Moment(days=Days(earliest=date(year, month, 1), latest=date(year, month, monthrange(year, month)[1])))
    day = _day(year, month, int(m[3]))
    if day is None:
        return None
    if m[4] is None:
        return Moment(days=Days.on(day))
    try:
        at = datetime(day.year, day.month, day.day, int(m[4]), int(m[5]), int(m[6] or 0))
    except ValueError:
        return Moment(days=Days.on(day))
    zone = (m[7] or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        at = at.replace(tzinfo=UTC)
    elif zone:
        at = at.replace(tzinfo=_offset(zone))
    return Moment(days=Days.on(day), local=at.isoformat())


def _offset(text: str) -> timezone | None:
    digits = text[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes)) if minutes <= 14 * 60 else None


def _clock(text: str, day: date) -> str | None:
    m = _CLOCK.search(text) or _patterns().unpointed.search(text)
    if m is None:
        return None
    pointed = m.re is _CLOCK
    hour, minute, second = int(m[1]), int(m[2]), int((m[3] if pointed else None) or 0)
    half = ((m[4] or m[5] or "") if pointed else "").lower().replace(".", "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    at = datetime(day.year, day.month, day.day, hour, minute, second)
    named = _patterns().zone.search(text, m.end())
    offset = _OFFSET.search(text, m.end())
    if offset:
        at = at.replace(tzinfo=_offset(offset[1] + offset[2]))
    elif named and head_words().zones[named[1]]:
        at = at.replace(tzinfo=_offset(head_words().zones[named[1]]))
    return at.isoformat()


def _year(text: str) -> int:
    digits = text.lstrip("'’")
    number = int(digits)
    return number if len(digits) == 4 else number + (2000 if number < 70 else 1900)


def _day(year: int | None, month: int | None, day: int) -> date | None:
    if year is None or month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


_IN_PATH = (
    re.compile(r"/((?:19|20)\d{2})/(\d{1,2})/(\d{1,2})(?=[/-]|$)"),
    re.compile(r"[/_-]((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)"),
    re.compile(r"[/_-]((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{2}(?:\d{2}){0,2})?(?=[/_.-]|$)"),
)
_STAMP = re.compile(r"[/_-]((?:19|20)\d{2})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?=[/_.-]|$)")
_IN_PATH_NAMED = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?=/)")


def stamp_in_address(url: str | None) -> Moment | None:
    """Give the day and second that an address is stamped with ("/20220108063900-"); None where it has no such stamp."""
    m = _STAMP.search(url.split("?")[0]) if url else None
    day = _day(int(m[1]), int(m[2]), int(m[3])) if m else None
    if m is None or day is None or day.year < 1990:
        return None
    return Moment(days=Days.on(day), local=datetime(day.year, day.month, day.day, int(m[4]), int(m[5]), int(m[6])).isoformat())


def day_in_address(url: str | None) -> date | None:
    """Give the day that stands in the path of an address, as news sites write it; None where there is none."""
    if not url:
        return None
    path = re.sub(r"^[a-z]+://[^/]*", "", url.split("?")[0].split("#")[0], flags=re.I)
    for pattern in _IN_PATH:
        m = pattern.search(path)
        if m:
            day = _day(int(m[1]), int(m[2]), int(m[3]))
            if day is not None and day.year >= 1990:
                return day
    m = _IN_PATH_NAMED.search(path)
    return _day(int(m[1]), month_number(m[2]), int(m[3])) if m else None
