"""Units of time: "two years ago", "last week", "the first quarter", "three days"."""

from __future__ import annotations

import re

from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_line import Line


class UnitReader(Line):
    """Read the pieces around a unit of time."""

    def _one(self, start: int, end: int, word: str) -> Atom | None:
        return self._counted_unit(start, end, self.lexicon.one[word], 1.0)

    def _unit(self, start: int, end: int, word: str) -> Atom | None:
        unit = self.lexicon.units[word]
        if unit == "none":
            return None
        if unit in ("quarter", "half"):
            return self._quarter(start, end, unit)
        m = self._behind(self.lexicon.number_before, start)
        if m is not None:
            if unit == "second" and not m[0][0].isdigit() and word not in self.lexicon.plural:
                return None  # "a second man": an ordinal
            return self._counted_unit(m.start(), end, unit, self._number(m["n"]) if m["n"] else None)
        if word not in self.lexicon.units or unit in ("second", "minute", "hour", "night"):
            return None
        atom = self._atom(start, end, Shape.RELATIVE, "unit", unit=unit)
        self._repeat(atom)
        if atom.repeated:
            return atom
        self._direct(atom)
        self._edge(atom)
        if atom.direction is None and self._named(end):
            return None
        if atom.direction is None and (atom.edge is None or self.lexicon.capital or unit == "day"):
            return None
        if word in self.lexicon.plural or unit == "day":
            # "the next day" leans on the day told before; "hari ini" is a phrase of its own
            return None
        head = self.low[atom.start : start].strip()
        return None if head in self.lexicon.lasting else atom

    def _named(self, end: int) -> bool:
        """Say whether a year or a month follows, so that the unit is only its noun: "akhir tahun 2017", "awal bulan Maret"."""
        year = self.lexicon.digits.match(self.low, end + 1)
        if year is not None and year.lastgroup == "year":
            return True
        word = self.lexicon.words.match(self.low, end + 1)
        return word is not None and word[0] in self.lexicon.months

    def _counted_unit(self, start: int, end: int, unit: str, count: float | None) -> Atom | None:
        if self.low[end : end + 1] == "-" or (start and self.low[start - 1] in "-/"):
            return None
        if self._token_before(start).rstrip(".,") in self.lexicon.age_before or self.lexicon.age_after.match(self.low, end):
            return None
        tail = self.lexicon.unit_tail.match(self.low, end)
        atom = self._atom(start, end, Shape.DURATION, "duration", unit=unit, count=count)
        if tail is not None:
            atom.end = tail.end()
            way = tail.lastgroup
            if way == "later":
                atom.shape = atom.last = Shape.LOOSE
                atom.rules = (self.lexicon.forms["later"],)
                atom.follows = int(re.sub(r"\s+", " ", tail["later"]) in self.lexicon.onwards)
                return atom
            if way in ("ago", "ahead"):
                atom.rules = (self.lexicon.forms["ago"],)
                atom.shape = atom.last = Shape.RELATIVE
                sign = -1 if way == "ago" else 1
                if count is None or count != int(count):
                    atom.shape = atom.last = Shape.LOOSE
                    atom.ref = "PAST_REF" if sign < 0 else "FUTURE_REF"
                elif unit in ("second", "minute", "hour", "night"):
                    atom.unit, atom.shift = "day", 0
                    atom.part = "H"
                else:
                    atom.shift = sign * int(count)
                m = self._behind(self.lexicon.vague_before, atom.start)
                if m is not None or unit in ("decade", "century"):
                    atom.shape = atom.last = Shape.LOOSE
                    atom.start = m.start() if m is not None else atom.start
                    return atom
                m = self._behind(self.lexicon.approx_before, atom.start)
                if m is not None:
                    atom.start, atom.approx = m.start(), True
                return atom
        self._repeat(atom)
        return atom

    def _number(self, words: str) -> float:
        """Give the value of a number in digits or words."""
        if words[0].isdigit():
            return float(words.replace(",", ".")) if re.fullmatch(r"\d+[.,]\d{1,2}", words) else float(re.sub(r"\D", "", words))
        total = 0
        for w in re.split(r"[\s-]+", words):
            if w in self.lexicon.teen:
                total += self.lexicon.teen[w]
            elif w in self.lexicon.tens:
                total *= self.lexicon.tens[w]
            elif self.lexicon.numbers[w] == 100 and total:
                total *= 100
            else:
                total += self.lexicon.numbers[w]
        return float(total)

    def _quarter(self, start: int, end: int, unit: str) -> Atom | None:
        lexicon = self.lexicon
        before = self._behind(lexicon.ordinal_before, start)
        after = lexicon.ordinal_after.match(self.low, end)
        order = before["o"] if before else (after["o"] if after else None)
        atom = self._atom(before.start() if before else start, end, Shape.RELATIVE, "quarter", unit=unit)
        if after is not None and (after["o"] or (before is not None and after["y"])):
            atom.end = after.end()
            atom.year = int(after["y"]) if after["y"] else None
        if order is not None:
            atom.order = lexicon.ordinals[order]
            if unit == "half" and atom.order > 2:
                return None
            # "the second half" may be of a match: alone it is no time
            atom.weak = before is not None and atom.year is None
            return atom
        self._direct(atom)
        return atom if atom.direction is not None and unit == "quarter" else None
