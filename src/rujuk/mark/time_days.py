"""The days that an expression means, seen from the day of writing."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rujuk.mark.time_atoms import Atom, Shape
from rujuk.model.span import Days

NEAR_AHEAD = 45
"""A day and month without a year lies ahead if it is at most so many days off and no "lalu" puts it behind; chosen so that a report of
mid-December still reads "19 Januari" ahead."""

FAR_AHEAD = 270
"""Not even a word for the future puts a day and month without a year further ahead than so many days: it lies just behind."""

MONTHS_AHEAD = 2
"""A month without a year that is so near ahead lies ahead unless a word puts it behind: the one behind is most of a year away."""


WEEKS = ("W1", "W2", "W3", "W4", "WL")
"""The weeks of a month as news counts them: seven days each from the first on; WL are the last seven days."""


def month_days(year: int, month: int, edge: str | None = None) -> Days:
    """Give the days of a month, or its first ten, middle ten or last days, or one of its `WEEKS`.

    Source: the guideline's "awal bulan", "akhir bulan".
    """
    last = calendar.monthrange(year, month)[1]
    if edge in WEEKS:
        start = last - 6 if edge == WEEKS[-1] else 7 * WEEKS.index(edge) + 1
        return Days(earliest=date(year, month, start), latest=date(year, month, start + 6))
    first, final = {None: (1, last), "START": (1, 10), "MID": (11, 20), "END": (21, last)}[edge]
    return Days(earliest=date(year, month, first), latest=date(year, month, final))


def year_days(year: int, edge: str | None = None) -> Days:
    """Give the days of a year, or of a third of it."""
    first, final = {None: (1, 12), "START": (1, 4), "MID": (5, 8), "END": (9, 12)}[edge]
    return Days(earliest=date(year, first, 1), latest=date(year, final, calendar.monthrange(year, final)[1]))


def week_days(day: date, edge: str | None = None) -> Days:
    """Give the week (Monday to Sunday) that holds `day`, or a part of it."""
    monday = day - timedelta(days=day.weekday())
    first, final = {None: (0, 6), "START": (0, 2), "MID": (2, 3), "END": (4, 6)}[edge]
    return Days(earliest=monday + timedelta(days=first), latest=monday + timedelta(days=final))


def real(year: int, month: int, day: int) -> date | None:
    """Give the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(day: date, shift: int) -> tuple[int, int]:
    """Give year and month `shift` months from the month of `day`."""
    total = day.year * 12 + day.month - 1 + shift
    return total // 12, total % 12 + 1


def later(day: date, unit: str, count: int) -> Days | None:
    """Give the day `count` days, weeks, months or years from `day`; None for other units."""
    if unit == "day":
        return Days.on(day + timedelta(days=count))
    if unit == "week":
        return Days.on(day + timedelta(days=7 * count))
    if unit in ("month", "year"):
        year, month = month_of(day, count * (12 if unit == "year" else 1))
        return Days.on(real(year, month, min(day.day, calendar.monthrange(year, month)[1])) or day)
    return None


class Resolver:
    """Turn expressions into days for one day of writing.

    `ahead` tells of an expression whether the words around it put it after the day of writing (True), before it (False) or leave it open (None).
    `stated` gives the days that the report states as dates, each with the weekday it names; it is asked only where a weekday and a date clash.
    """

    def __init__(
        self,
        today: date | None,
        ahead: Callable[[Atom], bool | None],
        stated: Callable[[], tuple[tuple[date, int | None], ...]] = tuple,
    ) -> None:
        self.today = today
        self.ahead = ahead
        self.stated = stated

    def days(self, a: Atom) -> Days | None:
        """Give the days, or None where the expression has none or they cannot be known."""
        if a.repeated or a.shape in (Shape.DURATION, Shape.LOOSE):
            return None
        if a.day is not None and a.month is not None:
            return self._date(a)
        if a.month is not None:
            return self._month(a)
        if a.year is not None and a.unit is None:
            return self._year(a, a.year)
        if a.unit == "decade" and a.year is not None:
            return Days(earliest=date(a.year, 1, 1), latest=date(a.year + 9, 12, 31))
        if a.unit in ("quarter", "half") and a.order is not None:
            return self._quarter(a)
        if a.unit == "season":
            return self._season(a)
        if self.today is None:
            return None
        if a.weekday is not None:
            days = self._weekday(a, self.today)
            return days.shifted(-1) if days is not None and a.eve else days
        return self._relative(a, self.today)

    # --- dates

    def _date(self, a: Atom) -> Days | None:
        assert a.day is not None
        assert a.month is not None
        if a.swapped:
            return self._either(a)
        year = a.year if a.year is not None else self._year_for(a, a.month, a.day)
        if year is None:
            return None
        first = real(year, a.month, a.day)
        if first is None:
            return None
        if a.weekday is not None and first.isoweekday() != a.weekday and a.ends is None:
            first = self._misprint(a, first)
        if a.ends is None:
            return Days.on(first)
        day, month, last_year = a.ends
        last = real(last_year or year, month or a.month, day)
        if last is not None and last < first and not last_year:
            last = real(year + 1, month or a.month, day)
        return Days(earliest=first, latest=last) if last is not None and last >= first else Days.on(first)

    def _either(self, a: Atom) -> Days | None:
        """Read a date whose order is not known: as its weekday has it, else as comes nearer to the day of writing; None without either."""
        both = [replace(a, swapped=False), replace(a, swapped=False, day=a.month, month=a.day)]
        found = [d for x in both if (d := self._date(replace(x, weekday=None))) is not None]
        fitting = [d for d in found if d.earliest.isoweekday() == a.weekday]
        if len(fitting) == 1:
            return fitting[0]
        if self.today is None or not found:
            return None
        today = self.today
        return min(found, key=lambda d: abs((d.earliest - today).days))

    def _year_for(self, a: Atom, month: int, day: int) -> int | None:
        """Find the year of a day and month: the one its weekday asks for, else the nearest behind, or ahead where words say so."""
        today = self.today
        if today is None:
            return None
        if a.unit == "year" and a.direction is not None:
            return today.year + (a.direction if abs(a.direction) <= 1 else 0)
        found = [d for y in (today.year - 1, today.year, today.year + 1) if (d := real(y, month, day)) is not None]
        if not found:
            return None
        if a.weekday is not None:
            fitting = [d for d in found if d.isoweekday() == a.weekday and abs((d - today).days) <= 200]
            if fitting:
                return min(fitting, key=lambda d: abs((d - today).days)).year
            return min(found, key=lambda d: (abs((d - today).days), d)).year
        behind = [d for d in found if d <= today]
        before = [d for d in found if d > today]
        ahead = self._ahead(a)
        far = (
            bool(before) and bool(behind) and (before[0] - today).days > FAR_AHEAD and (today - behind[-1]).days < 365 - FAR_AHEAD
        )
        if before and ((ahead is True and not far) or (a.direction != -1 and (before[0] - today).days <= NEAR_AHEAD)):
            return before[0].year
        return (behind or before)[-1].year if behind else before[0].year

    def _ahead(self, a: Atom) -> bool | None:
        if a.direction is not None and a.unit is None:
            return True if a.direction == 1 else False if a.direction == -1 else None
        return self.ahead(a)

    def _misprint(self, a: Atom, printed: date) -> date:
        """Resolve a clash of weekday and date: the weekday wins where the report bears it out, else the date stands.

        It bears it out where the day of the weekday is stated elsewhere in the report, or where it is in the last week while the printed date is
        the day of writing or the report's own news day, or lies ahead of it or far behind.  A date that is stated elsewhere with its right weekday stands.
        """
        near = [printed + timedelta(days=n) for n in (-1, 1, -2, 2, -3, 3)]
        other = [d for y, m in (month_of(printed, 1), month_of(printed, -1)) if (d := real(y, m, printed.day)) is not None]
        other += [d for y in (printed.year - 1, printed.year + 1) if (d := real(y, printed.month, printed.day)) is not None]
        fitting = [d for d in (*near, *other) if d.isoweekday() == a.weekday]
        today = self.today
        if today is None:
            return printed
        recent = [d for d in fitting if 0 <= (today - d).days <= 7]
        dates = self.stated()
        stated = {d for d, _ in dates}
        for d in recent:
            if d in stated:
                return d
        right = any(d == printed and w == printed.isoweekday() for d, w in dates)
        news = max((d for d, w in dates if w == d.isoweekday() and 0 <= (today - d).days <= 2), default=today)
        if recent and (printed in (today, news) or (not right and not 0 <= (today - printed).days <= 14)):
            return recent[0]
        return printed

    # --- months, years, quarters, seasons

    def _month(self, a: Atom) -> Days | None:
        assert a.month is not None
        year = a.year
        if year is None:
            if self.today is None:
                return None
            today = self.today
            if a.unit == "year" and a.direction is not None:
                year = today.year + (a.direction if abs(a.direction) <= 1 else 0)
            else:
                ahead = self._ahead(a)
                year = today.year
                if a.direction == 0 or a.month == today.month:
                    pass
                elif ahead is True or (ahead is None and a.direction is None and (a.month - today.month) % 12 <= MONTHS_AHEAD):
                    year += a.month < today.month
                else:
                    year -= a.month > today.month
        if a.ends is not None:
            last = month_days(a.ends[2] or year + (a.ends[1] < a.month), a.ends[1])
            return Days(earliest=month_days(year, a.month).earliest, latest=last.latest)
        return month_days(year, a.month, a.edge)

    def _year(self, a: Atom, year: int) -> Days | None:
        if a.ends is not None:
            return Days(earliest=date(year, 1, 1), latest=date(a.ends[2], 12, 31))
        return year_days(year, a.edge)

    def _base_year(self, a: Atom) -> int | None:
        if a.year is not None:
            return a.year
        if self.today is None:
            return None
        return self.today.year + (a.direction if a.direction in (-1, 1) else 0)

    def _quarter(self, a: Atom) -> Days | None:
        year = self._base_year(a)
        if year is None or a.order is None:
            return None
        size = 3 if a.unit == "quarter" else 6
        last = a.order * size
        return Days(earliest=date(year, last - size + 1, 1), latest=month_days(year, last).latest)

    def _season(self, a: Atom) -> Days | None:
        """Northern seasons of three whole months, winter from December.  Source: the guideline's "the summer"."""
        assert a.order is not None

        def of(year: int) -> Days:
            y, m = month_of(date(year, a.order or 1, 1), 2)
            return Days(earliest=date(year, a.order or 1, 1), latest=month_days(y, m).latest)

        if a.year is not None:
            return of(a.year)
        if self.today is None:
            return None
        today = self.today
        if a.direction == 0:
            return of(today.year)
        if a.direction == 1 or (a.direction is None and self.ahead(a)):
            return next(s for y in (today.year, today.year + 1) if (s := of(y)).earliest > today)
        past = [s for y in (today.year - 2, today.year - 1, today.year) if (s := of(y)).earliest <= today]
        if a.direction == -1 and past[-1].latest >= today:
            past.pop()
        return past[-1]

    # --- seen from today

    def _weekday(self, a: Atom, today: date) -> Days | None:
        assert a.weekday is not None
        if a.unit == "week" and a.direction is not None:
            # a paper of Sunday calls the week that ends "last week"
            monday = (
                today
                - timedelta(days=today.weekday())
                + timedelta(days=7 if today.isoweekday() == 7 and a.direction == -1 else 0)
            )
            return Days.on(monday + timedelta(days=7 * a.direction + a.weekday - 1)) if abs(a.direction) <= 1 else None
        if a.unit == "day" and a.shift is not None:
            day = today + timedelta(days=a.shift)
            if day.isoweekday() == a.weekday:
                return Days.on(day)
        back = (today.isoweekday() - a.weekday) % 7
        on = (a.weekday - today.isoweekday()) % 7
        direction = a.direction
        if direction == 9 or direction == -9:
            return None
        if direction == -1:
            return Days.on(today - timedelta(days=back or 7))
        if direction == 1:
            return Days.on(today + timedelta(days=on or 7))
        if direction == 0:
            return week_day(today, a.weekday)
        return Days.on(today + timedelta(days=on) if self.ahead(a) else today - timedelta(days=back))

    def _relative(self, a: Atom, today: date) -> Days | None:
        if a.offset is not None:
            return Days(earliest=today + timedelta(days=a.offset[0]), latest=today + timedelta(days=a.offset[1]))
        shift = a.shift if a.shift is not None else a.direction
        if shift is not None and abs(shift) == 9 and a.shift is None:
            return None
        if a.unit == "weekend":
            return self._weekend(a, today)
        if shift is None:
            shift = 0
        if a.unit == "day":
            return Days.on(today + timedelta(days=shift))
        if a.unit == "week":
            return week_days(today + timedelta(days=7 * shift), a.edge)
        if a.unit == "month":
            return month_days(*month_of(today, shift), a.edge)
        if a.unit == "quarter":
            total = today.year * 4 + (today.month - 1) // 3 + shift
            first = date(total // 4, total % 4 * 3 + 1, 1)
            return Days(earliest=first, latest=month_days(first.year, first.month + 2).latest)
        if a.unit == "year" and 1 <= today.year + shift <= 9990:
            return year_days(today.year + shift, a.edge)
        if a.unit == "decade" and today.year + 10 * shift > 10:
            year = (today.year // 10 + shift) * 10 if a.shift is None else today.year + 10 * shift
            return Days(earliest=date(year, 1, 1), latest=date(year + 9, 12, 31)) if a.shift is None else year_days(year)
        return None

    def _weekend(self, a: Atom, today: date) -> Days:
        saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
        if a.direction in (-1, 0, 1):
            saturday += timedelta(days=7 * (a.direction or 0))
        elif saturday > today and not self.ahead(a):
            saturday -= timedelta(days=7)
        return Days(earliest=saturday, latest=saturday + timedelta(days=1))


def week_day(today: date, weekday: int) -> Days:
    """Give the day of this week (Monday to Sunday) that has the weekday: "Rabu ini"."""
    return Days.on(today - timedelta(days=today.weekday()) + timedelta(days=weekday - 1))
