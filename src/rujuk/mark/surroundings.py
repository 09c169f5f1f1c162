"""What stands around a number and tells what it does: an age, a rate, a label, a span of time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rujuk.lang.base import LanguagePack
from rujuk.lang.counted import CountedLexicon
from rujuk.lang.hedges import HedgeLexicon
from rujuk.lang.numbers import NumberLexicon
from rujuk.lang.units import Unit, UnitLexicon
from rujuk.mark.counted import Noun
from rujuk.mark.numbers import WORD, Number
from rujuk.model.span import Where

_JOINED = re.compile(r"(?<!\w)[a-zß-ÿ]{4,}$")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
LAST_WORD = re.compile(r"([^\s(\"“]+)[\s(\"“]*$")
_NAMED = re.compile(r"[A-ZÀ-Þ][\w.'’-]*,? \(?$")
_LOWER = re.compile(r"(?<!\w)[a-zß-ÿ]{4,}(?!\w)")
_RATE_REACH = 14


@dataclass(slots=True)
class Draft:
    """A quantity in the making."""

    number: Number
    start: int
    end: int
    unit: Unit | None
    low: float
    best: float | None
    high: float
    range: bool = False


class Surroundings:
    """Asks one language's lexicons what the words around a number make of it."""

    def __init__(self, pack: LanguagePack) -> None:
        self.code = pack.code
        self.numbers = pack.lexicon(NumberLexicon)
        self.units = pack.lexicon(UnitLexicon)
        self.counted = pack.lexicon(CountedLexicon)
        self.fillers = pack.lexicon(HedgeLexicon)

    def _glued(self, text: str, at: int, start: int) -> bool:
        """Say whether digits belong to what stands right before them ("GA-123", "4:39", "B52").

        A whole lower-case word is scraping's lost blank ("menewaskan12 orang"), save for the 2 that doubles a word ("rata2"); a slash or colon after a word is punctuation.
        """
        left = text[at - 1]
        if left.isalnum():
            joined = _JOINED.search(text, max(start, at - 24), at)
            after = _DIGITS.match(text, at)
            return not (joined and after and after[0] != "2" and text[after.end() : after.end() + 1].isspace())
        if left not in "-/_@#.:&" or at - 2 < start or text[at - 2].isspace():
            return False
        if left == "-":
            word = LAST_WORD.search(text, max(start, at - 12), at - 1)
            return not (word and word[1].casefold() in self.numbers.negative)
        return not (left in "/:." and text[at - 2].isalpha() and text[max(start, at - 3)].isalpha())

    def _age(self, text: str, d: Draft, end: int, before: str, start: int) -> int:
        """Give where an age ends; 0 where the number is none."""
        if d.unit is not None or d.number.kind or (d.best is not None and not 0 <= d.best <= 120):
            return 0
        tail = text[d.end : d.end + 16].casefold().lstrip(" -")
        for word in self.units.age_after:
            if tail.startswith(word) and not tail[len(word) : len(word) + 1].isalpha():
                at = text[d.end : end].casefold().find(word)
                if at < 0:
                    continue  # the word belongs to a time behind the number: "ratusan" | "tahun lalu"
                stop = d.end + at + len(word)
                if " " in word or "-" in word or before in self.units.age_before:
                    return stop
                if text[stop : stop + 1] == ")" and _NAMED.search(text, max(start, d.start - 40), d.start):
                    return stop
        if before in self.units.age_before:
            return d.end
        left, right = text[d.start - 1 : d.start], text[d.end : d.end + 1]
        if d.number.plain and d.start - 2 > start and (left == "(" and right == ")"):
            return d.end if _NAMED.search(text, max(start, d.start - 40), d.start) else 0
        if d.number.plain and left == " " and right == "," and text[d.start - 2 : d.start - 1] == ",":
            return d.end if _NAMED.search(text, max(start, d.start - 40), d.start) and d.number.low >= 5 else 0
        return 0

    def _duration(self, text: str, at: int, end: int) -> tuple[Unit, int] | None:
        """Find the unit of time after `at` and where it ends."""
        m = time_word(text, at, end)
        unit = self.units.durations.get(m[0].casefold()) if m else None
        return (unit, m.end()) if m and unit else None

    def _is_label(self, text: str, d: Draft, start: int, end: int, where: Where, before: str, noun: Noun) -> bool:
        """Say whether a bare number only names something."""
        low = before.casefold().strip(":").rsplit("/", 1)[-1]
        if low in self.units.name_heads:
            return True
        if noun.text is not None and noun.text[0].isupper():
            if noun.text.rsplit(None, 1)[-1].casefold() in self.units.label_nouns:
                return True
            named = where is Where.TEXT and before[:1].isupper() and before[-1].isalnum() and d.start - len(before) - 1 > start
            if (
                named
                and _LOWER.search(text, start, d.start)
                and noun.end < end
                and not text[noun.end : noun.end + 2].strip()[:1].isupper()
            ):
                return True
        if low in self.units.labels and (noun.text is None or low.endswith(".") or noun.text[0].isupper()):
            return True
        if noun.text is None and d.best is not None and 1900 <= d.best <= 2099 and d.number.plain:
            return True
        if (
            noun.text is None
            and where is Where.TEXT
            and before
            and before[0].isupper()
            and before[-1].isalnum()
            and d.start - len(before) - 1 > start
        ):
            return text[d.end : d.end + 1] in ("", ".", ",", ")") or d.end == end
        if d.range and noun.text is None and text[d.number.end : d.number.end + 1] in "-–" and d.high < 100:
            return True
        return d.number.plain and sum(c.isdigit() for c in text[d.number.start : d.number.end]) > 9

    def _is_rate(self, text: str, at: int, end: int) -> bool:
        """Say whether "per day" or the like follows."""
        ahead = text[at : min(end, at + _RATE_REACH)]
        if ahead[:1] == "/":
            return ahead[1:2].isalpha()
        words = ahead.split()[:2]
        return (
            bool(words)
            and ahead[0] == " "
            and (words[0].casefold() in self.units.rates or " ".join(words).casefold() in self.units.rates)
        )


def time_word(text: str, at: int, end: int) -> re.Match[str] | None:
    """Match the word after `at` that could be a unit of time, past one blank or hyphen."""
    return WORD.match(text, at + 1, end) if text[at : at + 1] in (" ", "-", "\u00a0") else WORD.match(text, at, end)
