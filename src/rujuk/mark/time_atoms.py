"""The pieces of time expressions: a weekday, a date, a clock time, a part of the day, a pointing phrase, each with what it states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rujuk.lang.times import TimeLexicon

_WINDOW = 48
"""How far before a trigger word its parts are looked for, in characters."""
_NUMERIC = re.compile(r"(\d{1,2})\s?/\s?(\d{1,2})(?:\s?/\s?(\d{4}|\d{2}))?")
_HOUR = re.compile(r"(\d{4}|\d{1,2})(?:[.:]\s?(\d\d))?(?:[.:]\s?(\d\d))?")


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
    swapped: bool = False
    """Day and month may stand in the other order (4/9/2007)."""


def lowered(text: str) -> str:
    """Put a string into small letters without moving a character."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Scanner:
    """Find the pieces in one string."""

    def __init__(self, text: str, lexicon: TimeLexicon) -> None:
        self.text = text
        self.low = lowered(text)
        self.lexicon = lexicon

    def atoms(self) -> list[Atom]:
        """Give the pieces in order; none overlaps another."""
        out: list[Atom] = []
        at = 0
        low = self.low
        numbers = [m for m in self.lexicon.digits.finditer(low) if not m.start() or not (low[m.start() - 1].isalnum() or low[m.start() - 1] == "/")]
        for m in sorted([*self.lexicon.words.finditer(low), *numbers], key=re.Match.start):
            if m.start() < at:
                continue
            atom = self._read(m)
            if atom is None:
                continue
            if atom.start < at:
                atom.start = at
                while self.low[atom.start].isspace():
                    atom.start += 1
            out.append(atom)
            at = atom.end
        return out

    # --- one trigger

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
            if 1 <= day <= 31 and 1 <= month <= 12 and 1500 <= year < 2200:
                return self._atom(start, end, Shape.DATE, "numeric", day=day, month=month, year=year)
            return None
        if kind == "decade":
            return self._decade(start, end)
        return None

    def _atom(self, start: int, end: int, shape: Shape, form: str, **more: object) -> Atom:
        return Atom(start=start, end=end, shape=shape, last=shape, rules=(self.lexicon.forms.get(form, form),), **more)  # type: ignore[arg-type]

    def _behind(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match a pattern that ends right before `start`, on the same line."""
        floor = max(0, start - _WINDOW, self.low.rfind("\n", max(0, start - _WINDOW), start) + 1)
        return pattern.search(self.low, floor, start)

    def _token_before(self, start: int) -> str:
        """Give the word (or sign) before `start`, on the same line, in small letters."""
        head = self.low[max(0, start - 24) : start].rsplit("\n", 1)[-1].rstrip(" \xa0(\"“'‘")
        return head[max(head.rfind(" "), head.rfind("\xa0"), head.rfind("(")) + 1 :] if head else ""

    def _token_after(self, end: int) -> str:
        m = re.compile(r"[^\S\n]?([\w-]+)").match(self.low, end)
        return m[1] if m else ""

    # --- words

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
        if meaning.ref:
            return Atom(start=start, end=end, shape=Shape.LOOSE, last=Shape.LOOSE, rules=(meaning.rule,), ref=meaning.ref)
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

    def _opens(self, start: int) -> bool:
        """Say whether nothing but white space or an opening quote stands before `start` in its sentence."""
        head = self.text[:start].rstrip(" \xa0\"“'‘(-—–")
        return not head or head[-1] in "\n.!?:"

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
                atom = self._atom(start, after.end(), Shape.DATE, "date", month=number, year=int(after["y"]) if after["y"] else None)
                self._days(atom, after["d1"], after["d2"])
                return self._dress(atom)
            atom = self._atom(start, end, Shape.MONTH, "month", month=number)
            year = lexicon.year_after.match(low, end)
        if year is not None and not self._counted(year.end()):
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

    def _noun(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.noun_before, atom.start)
        if m is not None:
            atom.start = m.start()

    def _edge(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.edge_before, atom.start)
        if m is not None:
            atom.start, atom.edge = m.start(), self.lexicon.edges[re.sub(r"\s+", " ", m["w"])]

    def _repeat(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.every_before, atom.start)
        if m is not None:
            atom.start, atom.repeated, atom.rules = m.start(), True, (self.lexicon.forms["set"],)

    def _article(self, atom: Atom) -> None:
        """Take along the article before a season or decade."""
        word = self._token_before(atom.start)
        if word and word in self.lexicon.articles:
            atom.start = self.low.rfind(word, 0, atom.start)

    def _zone(self, atom: Atom) -> None:
        m = self.lexicon.zone_after.match(self.low, atom.end)
        if m is not None:
            atom.end = m.end()

    def _direct(self, atom: Atom) -> None:
        m = self.lexicon.direction_after.match(self.low, atom.end)
        if m is not None:
            atom.end, atom.direction = m.end(), self.lexicon.after[re.sub(r"\s+", " ", m["w"])]
            return
        m = self._behind(self.lexicon.direction_before, atom.start)
        if m is not None:
            atom.start, atom.direction = m.start(), self.lexicon.before[re.sub(r"\s+", " ", m["w"])]

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

    # --- units: "two years ago", "last week", "the first quarter", "three days"

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
            return self._counted_unit(m.start(), end, unit, self._number(m["n"]) if m["n"] else None)
        if word not in self.lexicon.units or unit in ("second", "minute", "hour", "night"):
            return None
        atom = self._atom(start, end, Shape.RELATIVE, "unit", unit=unit)
        self._repeat(atom)
        if atom.repeated:
            return atom
        self._direct(atom)
        self._edge(atom)
        if atom.direction is None and (atom.edge is None or self.lexicon.capital or unit == "day"):
            return None
        if unit == "day":
            # "the next day" leans on the day told before; "hari ini" is a phrase of its own
            return None
        head = self.low[atom.start : start].strip()
        return None if head in self.lexicon.lasting else atom

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
            return atom
        self._direct(atom)
        return atom if atom.direction is not None and unit == "quarter" else None

    # --- numbers

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
        if self.lexicon.numeric_order == "either" and len(found) == 1 and found[0].start() == start and max(day, month) <= 12 and day != month:
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
        if atom.bracket and self.lexicon.direction_after.match(self.low, end + 1):
            m = self.lexicon.direction_after.match(self.low, end + 1)
            assert m is not None
            atom.direction = self.lexicon.after[re.sub(r"\s+", " ", m["w"])]
            atom.end = m.end()
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
            return None
        atom = self._atom(start, end, Shape.YEAR, "decade", year=year, unit="decade")
        self._noun(atom)
        self._edge(atom)
        self._article(atom)
        return atom

    def _year(self, start: int, end: int) -> Atom | None:
        numbers = [int(x) for x in re.findall(r"\d+", self.low[start:end])]
        first = numbers[0]
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

    def _counted(self, end: int) -> bool:
        """Say whether what follows is a thing that is counted, so that the number before it is an amount."""
        return self._token_after(end) in self.lexicon.counted
