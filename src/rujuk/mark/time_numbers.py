"""Times in digits: (18/6), 2025-06-18, clock times, years, decades."""

from __future__ import annotations

import re

from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_line import Line

_NUMERIC = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})(?:\s?/\s?(\d{4}|\d{2}))?")
_HOUR = re.compile(r"(\d{4}|\d{1,2})(?:[.:]\s?(\d\d))?(?:[.:]\s?(\d\d))?")


class NumberReader(Line):
    """Read the pieces that begin with a digit."""

    def _numeric(self, start: int, end: int) -> Atom | None:
        found = list(_NUMERIC.finditer(self.low, start, end))
        dates = []
        for m in found:
            a, b = int(m[1]), int(m[2])
            if b > 12 and a <= 12 and m[3]:
                a, b = b, a
            if not (1 <= a <= 31 and 1 <= b <= 12):
                return None
            year = int(m[3]) if m[3] else None
            if year is not None and year < 100:
                year += 2000
            if year is not None and not 1500 <= year < 2200:
                return None
            dates.append((a, b, year))
        if not dates:
            return None
        day, month, year = dates[0]
        atom = self._atom(start, end, Shape.DATE, "numeric", day=day, month=month, year=year)
        atom.bracket = self.low[start - 1 : start] == "(" and self.low[end : end + 1] == ")"
        if (
            self.lexicon.numeric_order == "either"
            and len(found) == 1
            and found[0].start() == start
            and max(day, month) <= 12
            and day != month
        ):
            atom.swapped = True
        if len(dates) > 1:
            atom.ends = (dates[1][0], dates[1][1], dates[1][2] or 0)
            atom.year = year or dates[1][2]
        else:
            lead = int(re.match(r"\d+", self.low[start:])[0])  # type: ignore[index]
            if found[0].start() > start and 1 <= lead < day:
                atom.day, atom.ends = lead, (day, 0, 0)
            elif found[0].start() > start:
                atom.start = found[0].start()
        atom.weak = year is None and not atom.bracket
        self._noun(atom)
        way = self.lexicon.direction_after.match(self.low, end + 1) if atom.bracket else None
        if way is not None:
            atom.direction = self.lexicon.after[re.sub(r"\s+", " ", way["w"])]
            atom.end = way.end()
        else:
            self._direct(atom)
        return atom

    def _bare_clock(self, start: int) -> Atom | None:
        m = self.lexicon.clock.match(self.low, start)
        if m is None:
            return None
        atom = self._clock_atom(start, m.end(), m[0])
        if atom is None:
            return None
        said = atom.zone is not None or re.search(r"[a-z]", m[0]) is not None
        colon = re.match(r"\d\d?:\s?\d\d(?!:?\d)", m[0]) is not None and len(m[0].split(":")[0]) == 2
        if not said and not colon:
            return None
        return atom

    def _clock(self, start: int, end: int, word: str) -> Atom | None:
        m = self.lexicon.clock_after.match(self.low, end)
        if m is None:
            return None
        return self._clock_atom(start, m.end(), m["clock"])

    def _clock_atom(self, start: int, end: int, piece: str) -> Atom | None:
        m = _HOUR.match(piece)
        if m is None:
            return None
        hour, minute, second = int(m[1]), int(m[2] or 0), int(m[3] or 0)
        sharp = 1 + (m[2] is not None) + (m[3] is not None)
        if len(m[1]) == 4:
            hour, minute, sharp = hour // 100, hour % 100, 2
        words = re.sub(r"\s+", " ", piece[m.end() :]).strip()
        zone = next((z for z in sorted(self.lexicon.zones, key=len, reverse=True) if words.endswith(z)), None)
        if zone is not None:
            words = words[: -len(zone)].strip()
        half = next((h for h in sorted(self.lexicon.meridiem, key=len, reverse=True) if words.endswith(h)), None)
        if half is not None:
            if hour > 12:
                return None
            hour = hour % 12 + self.lexicon.meridiem[half]
        if hour > 24 or minute > 59:
            return None
        atom = self._atom(start, end, Shape.CLOCK, "clock", clock=(hour % 24, minute, second), sharp=sharp)
        atom.zone = self.lexicon.zones[zone] if zone is not None else None
        m = self._behind(self.lexicon.approx_before, start)
        if m is not None:
            atom.start, atom.approx = m.start(), True
        return atom

    def _decade(self, start: int, end: int) -> Atom | None:
        m = self.lexicon.decade.match(self.low, start)
        if m is None:
            return None
        digits = m["y"]
        if len(digits) == 2 and self._behind(self.lexicon.noun_before, start):
            year = 1900 + int(digits)
        elif len(digits) == 4 and 1500 <= int(digits) < 2100:
            year = int(digits)
        else:
            return None
        if year % 10:
            return self._year(start, m.end("y")) if not self.low[m.end("y")].isalpha() else None  # "2004's"
        atom = self._atom(start, end, Shape.YEAR, "decade", year=year, unit="decade")
        self._noun(atom)
        self._edge(atom)
        self._article(atom)
        return atom

    def _year(self, start: int, end: int) -> Atom | None:
        numbers = [int(x) for x in re.findall(r"\d+", self.low[start:end])]
        first = numbers[0]
        if self.low[start - 1 : start] in (".", "_", "@", "#") or self.low[end : end + 1] == "-":
            return None
        if not 1500 <= first < 2100:
            return None
        atom = self._atom(start, end, Shape.YEAR, "year", year=first)
        if len(numbers) == 2:
            second = numbers[1] if numbers[1] > 99 else first // 100 * 100 + numbers[1]
            if second <= first or second - first > 120:
                return None
            atom.ends = (31, 12, second)
        token = self._token_before(start)
        noun = self._behind(self.lexicon.noun_before, start)
        bracket = self.low[start - 1 : start] == "(" and self.low[end : end + 1] == ")"
        if noun is None:
            if token in self.lexicon.label_before or token.endswith(tuple("$€£#")):
                return None
            if self._counted(end):
                return None
            cued = bracket or token in self.lexicon.year_before
            if not cued and (first % 100 == 0 or not 1900 <= first < 2100):
                return None
            if first < 1800 and not bracket:
                return None
        if noun is not None:
            if self._behind(self.lexicon.law_before, noun.start()):
                return None
            atom.start = noun.start()
        self._edge(atom)
        return atom
