"""Find the pieces of time expressions in one string, in one pass over its words and one over its numbers."""

from __future__ import annotations

import re

from rujuk.lang.times import Meaning
from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_days import WEEKS
from rujuk.mark.time_numbers import NumberReader
from rujuk.mark.time_units import UnitReader

_NUMBER = re.compile(r"\d+")


class Scanner(NumberReader, UnitReader):
    """Find the pieces in one string."""

    def atoms(self) -> list[Atom]:
        """Give the pieces in order; none overlaps another."""
        out: list[Atom] = []
        at = 0
        low = self.low
        found = list(self.lexicon.words.finditer(low))
        for number in _NUMBER.finditer(low):
            start = number.start()
            if not start or not (low[start - 1].isalnum() or low[start - 1] == "/"):
                m = self.lexicon.digits.match(low, start)
                if m is not None:
                    found.append(m)
        for m in sorted(found, key=re.Match.start):
            if m.start() < at:
                continue
            atom = self._read(m)
            if atom is None:
                continue
            while out and out[-1].start >= atom.start and (out[-1].weak or atom.edge in WEEKS):
                out.pop()
                at = out[-1].end if out else 0
            if atom.start < at:
                atom.start = at
                while self.low[atom.start].isspace():
                    atom.start += 1
            out.append(atom)
            at = atom.end
        return out

    def _read(self, m: re.Match[str]) -> Atom | None:
        kind = m.lastgroup
        start, end = m.span()
        if kind is None:
            if m[0][-1].isdigit():
                return self._atom(start, end, Shape.LOOSE, "h-plus") if self.text[start] == "H" else None
            return self._word(start, end)
        if kind == "numeric":
            return self._numeric(start, end)
        if kind == "clock":
            return self._bare_clock(start)
        if kind == "year":
            return self._year(start, end)
        if kind in ("iso", "dashed"):
            a, b, c = (int(x) for x in re.split(r"[-.]", m[0]))
            day, month, year = (c, b, a) if kind == "iso" else (a, b, c)
            if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year < 2100 and self.low[start - 1 : start] != ".":
                return self._atom(start, end, Shape.DATE, "numeric", day=day, month=month, year=year)
            return None
        if kind == "decade":
            return self._decade(start, end)
        return None

    def _word(self, start: int, end: int) -> Atom | None:
        word = re.sub(r"\s", " ", self.low[start:end])
        kinds = self.lexicon.classes.get(word, ())
        if start and self.low[start - 1] == "-" and not {"weekday", "month"} & set(kinds):
            return None
        for kind in kinds:
            atom: Atom | None = getattr(self, f"_{kind}")(start, end, word)
            if atom is not None:
                return atom
        return None

    def _phrase(self, start: int, end: int, word: str) -> Atom | None:
        meaning = self.lexicon.phrases[word]
        if meaning.unit == "day" and word.split(" ")[0] in self.lexicon.units and self._behind(self.lexicon.number_before, start):
            return None  # "beberapa hari ini"
        if meaning.ref:
            return Atom(start=start, end=end, shape=Shape.LOOSE, last=Shape.LOOSE, rules=(meaning.rule,), ref=meaning.ref)
        if meaning.day is not None:
            return self._feast(start, end, meaning)
        atom = Atom(
            start=start, end=end, shape=Shape.RELATIVE, last=Shape.RELATIVE, rules=(meaning.rule,), unit=meaning.unit, shift=meaning.shift, part=meaning.part,
            offset=None if meaning.first is None or meaning.last is None else (meaning.first, meaning.last),
        )  # fmt: skip
        if meaning.unit == "weekend":
            self._repeat(atom)
            self._direct(atom)
            if word in self.lexicon.bare_weekend and atom.direction is None and not atom.repeated:
                return None
        return atom

    def _feast(self, start: int, end: int, meaning: Meaning) -> Atom | None:
        """Read a feast of a fixed date: it is written with capitals, and a year may follow."""
        if not self.text[start].isupper() and not self.text[self.low.rfind(" ", start, end) + 1].isupper():
            return None
        atom = self._atom(start, end, Shape.DATE, "date", day=meaning.day, month=meaning.month)
        atom.rules = (meaning.rule,)
        year = self.lexicon.year_after.match(self.low, end)
        if year is not None:
            atom.year, atom.end = int(year["y"]), year.end()
        return atom

    def _weekday(self, start: int, end: int, word: str) -> Atom | None:
        lexicon = self.lexicon
        capital = self.text[start].isupper()
        if not capital and (lexicon.capital or (start and self.low[start - 1] == "-")):
            return None
        if word in lexicon.units and not self._is_day(start, end, capital):
            return None
        if self._token_before(start) in lexicon.not_before:
            return None
        atom = self._atom(start, end, Shape.WEEKDAY, "weekday", weekday=lexicon.weekdays[word])
        if word in lexicon.short:
            atom.weak = True
            if self.low[end : end + 1] == ".":
                atom.end += 1
            return atom
        self._noun(atom)
        token = self._token_before(atom.start)
        if token in self.lexicon.eve:
            atom.start, atom.eve, atom.part = self.low.rfind(token, 0, atom.start), True, self.lexicon.parts.get(token)
        self._repeat(atom)
        self._direct(atom)
        self._edge(atom)
        self._zone(atom)
        return atom

    def _is_day(self, start: int, end: int, capital: bool) -> bool:
        """Say whether a word that is both a day and a unit (Sunday, week) is the day here."""
        if self._behind(self.lexicon.number_before, start):
            return False
        m = self.lexicon.direction_after.match(self.low, end)
        opening = self._opens(start)
        if capital and not opening:
            if m is None:
                return True
            return self.text[m.start("w")].islower()
        noun = self._behind(self.lexicon.noun_before, start) is not None
        rest = self.lexicon.glue.match(self.low, end)
        dated = rest is not None and self.low[rest.end() : rest.end() + 1].isdigit()
        parted = rest is not None and any(self.low.startswith(p, rest.end()) for p in self.lexicon.parts)
        return noun or dated or parted or (capital and m is None and not self._behind(self.lexicon.edge_before, start))

    def _month(self, start: int, end: int, word: str) -> Atom | None:
        lexicon, low = self.lexicon, self.low
        number = lexicon.months[word]
        short = word in lexicon.short
        capital = self.text[start].isupper()
        if not capital and lexicon.capital:
            return None
        before = self._behind(lexicon.day_before, start)
        if before is not None and not (lexicon.capital and not capital):
            atom = self._atom(before.start(), end, Shape.DATE, "date", month=number)
            self._days(atom, before.group("d1"), before.group("d2") or before.group("d3"))
            year = lexicon.year_after.match(low, end)
        else:
            after = lexicon.day_year_after.match(low, end) if lexicon.month_first else None
            if after is not None and not self._counted(after.end("d2") if after["d2"] else after.end("d1")):
                atom = self._atom(
                    start, after.end(), Shape.DATE, "date", month=number, year=int(after["y"]) if after["y"] else None
                )
                self._days(atom, after["d1"], after["d2"])
                return self._dress(atom)
            atom = self._atom(start, end, Shape.MONTH, "month", month=number)
            year = lexicon.year_after.match(low, end)
        if year is not None and (atom.shape is Shape.DATE or not self._counted(year.end())):
            atom.year, atom.end = int(year["y"]), year.end()
        elif short and low[end : end + 1] == "." and atom.shape is Shape.DATE:
            atom.end = end + 1
        if atom.shape is Shape.MONTH and atom.year is None:
            if short or (word in lexicon.verb_months and self._token_before(start) not in lexicon.verb_before):
                return None
            if start and low[start - 1] == "-" and not low[max(0, start - 12) : start - 1].endswith(tuple(lexicon.months)):
                edge = self._behind(lexicon.edge_before, start)
                if edge is None:
                    return None
            if low[end : end + 1] == "-" and not low.startswith(tuple(lexicon.months), end + 1):
                return None
        return self._dress(atom)

    def _days(self, atom: Atom, first: str, last: str | None) -> None:
        atom.day = int(re.sub(r"\D", "", first))
        if last:
            day = int(re.sub(r"\D", "", last))
            if day > atom.day:
                atom.ends = (day, 0, 0)

    def _dress(self, atom: Atom) -> Atom:
        """Add what may stand around a date or month: a noun before it, early or late, a pointing word."""
        self._noun(atom)
        self._edge(atom)
        self._direct(atom)
        if atom.shape is Shape.MONTH:
            self._repeat(atom)
        return atom

    def _part(self, start: int, end: int, word: str) -> Atom | None:
        atom = self._atom(start, end, Shape.PART, "part", part=self.lexicon.parts[word], weak=True)
        self._repeat(atom)
        if atom.repeated:
            atom.weak = False
        return atom

    def _season(self, start: int, end: int, word: str) -> Atom | None:
        atom = self._atom(start, end, Shape.RELATIVE, "season", unit="season", order=self.lexicon.seasons[word])
        self._direct(atom)
        year = self.lexicon.year_after.match(self.low, end)
        if year is not None:
            atom.end, atom.year = year.end(), int(year["y"])
            return atom
        if atom.direction is not None:
            return atom
        m = self._behind(self.lexicon.season_before, start)
        if m is None:
            return None
        self._article(atom)
        return atom

    def _hijri(self, start: int, end: int, word: str) -> Atom | None:
        if not self.text[start].isupper():
            return None
        after = self.lexicon.hijri_after.match(self.low, end)
        before = self._behind(self.lexicon.hijri_before, start)
        return self._atom(before.start() if before else start, after.end() if after else end, Shape.LOOSE, "hijri")
