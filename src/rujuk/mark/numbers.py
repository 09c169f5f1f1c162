"""Numbers: what is written in digits or words at one place, read with its bounds."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from rujuk.lang.numbers import NumberLexicon

WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"\s+|\s?-\s?|—")
_BLANK = re.compile(r"\s+")
_SLASH = re.compile(r"[/\u2044](\d{1,4})(?![\d/])")
_POWER = re.compile(r"\s?[×x]\s?10\^?([-−]?\d{1,2})(?!\d)")


@dataclass(slots=True, kw_only=True)
class Number:
    """A number at `start..end`: `best` is None for a vague word; `kind` is "", "fraction", "ordinal", "collective", "article"."""

    start: int
    end: int
    low: float
    best: float | None
    high: float
    rule: str
    kind: str = ""
    plain: bool = False
    """In bare digits, without group, decimal, suffix or scale."""
    classifier: str = ""
    about: bool = False
    """With an ending like "-an": about so many."""


class _Sum:
    """Adds number words up, as they come."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group = 0.0
        self.parts = 0
        self.scale = float("inf")
        self.scaled = False

    def atom(self, v: float) -> bool:
        g = self.group
        if self.parts == 0 or g == 0 or (self.scaled and g == 0):
            self.group = v
        elif (v < 10 and v > 0 and g % 10 == 0 and g % 100 != 10) or (10 <= v < 100 and g % 100 == 0):
            self.group = g + v
        elif 10 <= v < 100 and g < 10 and v % 10 == 0 and self.parts == 1 and v >= 20:
            self.group = g * 100 + v
        else:
            return False
        if self.parts and v == 0:
            return False
        self.parts += 1
        return True

    def maker(self, add: float, times: float) -> bool:
        if times >= 100:
            if self.group >= 100:
                return False
            self.group = (self.group or 1.0) * times
        elif add:
            digit = self.group % 10
            if not digit:
                return False
            self.group += add
        else:
            digit = self.group % 10 if self.group == int(self.group) else self.group
            if self.parts == 0:
                self.group = times
            elif times > 10:
                self.group *= times
            elif not digit:
                return False
            else:
                self.group += digit * (times - 1)
        self.parts += 1
        return True

    def close(self, scale: float) -> bool:
        if self.parts and self.group == 0 and not self.scaled:
            return False
        if self.group == 0 and self.scaled:
            self.total *= scale
        elif scale < self.scale:
            self.total += (self.group or 1.0) * scale
        else:
            self.total = (self.total + self.group) * scale
        self.scale, self.group, self.scaled = scale, 0.0, True
        self.parts += 1
        return True

    @property
    def value(self) -> float:
        return self.total + self.group


def read_number(text: str, at: int, end: int, lexicon: NumberLexicon, *, money: bool = False) -> Number | None:
    """Read the number that begins at `at`, within `end`; None where none does.  `money`: a currency stands before it."""
    if text[at].isdigit() or (text[at] == lexicon.decimal and text[at + 1 : at + 2].isdigit()):
        return _from_digits(text, at, end, lexicon, money=money)
    word = WORD.match(text, at, end)
    if word is None:
        return None
    low = word[0].casefold()
    if low in lexicon.vague_first:
        vague = _from_vague(text, at, end, lexicon, low)
        if vague is not None:
            return vague
    if low in lexicon.ordinals:
        return Number(start=at, end=word.end(), low=(v := lexicon.ordinals[low]), best=v, high=v, rule="ordinal", kind="ordinal")
    if low in lexicon.collectives:
        v = lexicon.collectives[low]
        return Number(start=at, end=word.end(), low=v, best=v, high=v, rule="ke-", kind="collective")
    if low in lexicon.pronouns:
        v = lexicon.pronouns[low]
        return Number(start=at, end=word.end(), low=v, best=v, high=v, rule="pronoun", kind="pronoun")
    if low in lexicon.ones:
        kind = "" if lexicon.ones[low] else "article"
        return Number(
            start=at,
            end=word.end(),
            low=1.0,
            best=1.0,
            high=1.0,
            rule=low if not kind else "article",
            kind=kind,
            classifier=lexicon.ones[low],
        )
    if low in lexicon.fractions and low not in lexicon.atoms:
        return _from_fraction(text, at, word.end(), end, lexicon, lexicon.fractions[low])
    return _from_words(text, at, end, lexicon, low, word.end())


def _from_digits(text: str, at: int, end: int, lexicon: NumberLexicon, *, money: bool) -> Number | None:
    m = lexicon.digits.match(text, at, end)
    if m is None:
        return None
    value, plain = _digit_value(m, lexicon)
    stop = m.end()
    kind = ""
    slash = _SLASH.match(text, stop, end) if plain else None
    if slash and value < float(slash[1]) and float(slash[1]) > 0 and value > 0 and lexicon.slashes:
        v = value / float(slash[1])
        return Number(start=at, end=slash.end(), low=v, best=v, high=v, rule="slash", kind="fraction")
    point = lexicon.point.match(text, stop, end) if plain else None
    if point and (point[1].isdigit() or point[1].casefold() in lexicon.atoms):
        digits = point[1] if point[1].isdigit() else str(int(lexicon.atoms[point[1].casefold()]))
        value, stop, plain = value + float("0." + digits), point.end(), False
    power = _POWER.match(text, stop, end)
    if power:
        value *= 10.0 ** int(power[1].replace("−", "-"))
        return Number(start=at, end=power.end(), low=value, best=value, high=value, rule="digits")
    tail = WORD.match(text, stop, end)
    if tail:
        scale = lexicon.suffixes.get(tail[0]) or (lexicon.money_suffixes.get(tail[0]) if money else None)
        if scale:
            value, stop, plain = value * scale, tail.end(), False
    sum_ = _Sum()
    sum_.group, sum_.parts = value, 1
    stop2 = _go_on(text, stop, end, lexicon, sum_)
    if stop2 == stop and money:
        blank = WORD.match(text, stop + 1, end) if text[stop : stop + 1] == " " else None
        if blank and blank[0] in lexicon.money_suffixes and blank[0].isupper():
            sum_.group *= lexicon.money_suffixes[blank[0]]
            stop2 = blank.end()
    plain = plain and stop2 == stop
    v = sum_.value
    number = Number(start=at, end=stop2, low=v, best=v, high=v, rule="digits", kind=kind, plain=plain)
    for suffix in lexicon.about_suffix:
        if text.startswith(suffix, stop2) and not text[stop2 + len(suffix) : stop2 + len(suffix) + 1].isalnum():
            number.end, number.about = stop2 + len(suffix), True
            break
    return number


def _digit_value(m: re.Match[str], lexicon: NumberLexicon) -> tuple[float, bool]:
    """Give the value of matched digits, and whether they are bare."""
    if m["grouped"]:
        whole = m["grouped"].replace(lexicon.group, "")
        if m["grouped"][0] == "0" and m["grouped"].count(lexicon.group) == 1 and len(m["grouped"]) > 1:
            return float(m["grouped"].replace(lexicon.group, ".")), False
        return float(whole + "." + (m["rest"] or "0")), False
    if m["broken"]:
        return float(m["broken"].replace(lexicon.group + " ", "")), False
    if m["other"]:
        return float(m["other"].replace(lexicon.decimal, "")), False
    if m["split"]:
        return float(m["split"].replace(". ", ".")), False
    if m["odd"]:
        return float(m["plain"].replace(lexicon.decimal, ".") + "." + m["odd"]) if lexicon.decimal not in m[
            "plain"
        ] else 0.0, False
    return float(m["plain"].replace(lexicon.decimal, ".")), m["plain"].isdigit()


def _go_on(text: str, at: int, end: int, lexicon: NumberLexicon, sum_: _Sum) -> int:
    """Read number words from `at` on into the sum; give where they end."""
    stop = at
    linked = False
    while True:
        gap = _GAP.match(text, stop if not linked else at, end)
        if gap is None:
            return stop
        word = WORD.match(text, gap.end(), end)
        if word is None:
            digits = lexicon.digits.match(text, gap.end(), end)
            if digits and sum_.scaled and sum_.group == 0 and gap[0].isspace():
                after = _BLANK.match(text, digits.end(), end)
                scale = WORD.match(text, after.end(), end) if after else None
                s = lexicon.scales.get(scale[0].casefold()) if scale else None
                v = _digit_value(digits, lexicon)[0]
                if scale and s and s < sum_.scale and v < 1000:
                    sum_.group = v
                    sum_.close(s)
                    stop = at = scale.end()
                    continue
            return stop
        low = word[0].casefold()
        if "-" in gap[0] and not (low in lexicon.atoms and lexicon.links and sum_.group >= 20 and sum_.group % 10 == 0):
            if low not in lexicon.scales and low not in lexicon.makers:
                return stop
        if low in lexicon.atoms and (sum_.scaled or lexicon.atoms[low] < 1000):
            v = lexicon.atoms[low]
            if v >= 100 and (sum_.group or not sum_.scaled):
                return stop
            if (sum_.parts == 1 and stop == at and not sum_.scaled and text[max(0, stop - 1)].isdigit()) or not sum_.atom(v):
                return stop
        elif low in lexicon.makers:
            if not sum_.maker(*lexicon.makers[low]):
                return stop
        elif low in lexicon.scales:
            if not sum_.close(lexicon.scales[low]):
                return stop
        elif low in lexicon.links and not linked and sum_.parts and (sum_.scaled or sum_.group >= 100):
            linked, at = True, word.end()
            continue
        elif low in lexicon.links and not linked and _half_next(text, word.end(), end, lexicon):
            return _half(text, word.end(), end, lexicon, sum_)
        elif low in lexicon.half and not lexicon.links:
            sum_.group += 0.5
            sum_.parts += 1
        else:
            return stop
        stop = at = word.end()
        linked = False


def _half_next(text: str, at: int, end: int, lexicon: NumberLexicon) -> bool:
    words = [w.casefold() for w in text[at : min(end, at + 12)].split()[:2]]
    return bool(words) and (
        words[0] in lexicon.half or (len(words) > 1 and words[0] in lexicon.articles and words[1] in lexicon.half)
    )


def _half(text: str, at: int, end: int, lexicon: NumberLexicon, sum_: _Sum) -> int:
    """Read "and a half": half of the last scale, or of one, which a scale may follow."""
    stop = at
    for m in WORD.finditer(text, at, end):
        stop = m.end()
        if m[0].casefold() in lexicon.half:
            break
    sum_.group += 0.5
    return _go_on(text, stop, end, lexicon, sum_)


def _from_vague(text: str, at: int, end: int, lexicon: NumberLexicon, first: str) -> Number | None:
    words = [m for _, m in zip(range(lexicon.vague_first[first] + 2), WORD.finditer(text, at, min(end, at + 60)), strict=False)]
    for n in range(min(lexicon.vague_first[first], len(words)), 0, -1):
        phrase = " ".join(m[0].casefold() for m in words[:n])
        vague = lexicon.vague.get(phrase)
        if vague is None or any(text[a.end() : b.start()].strip(" ") for a, b in itertools.pairwise(words[:n])):
            continue
        if vague.first and at and text[:at].rstrip(" \"'“‘")[-1:] not in ("", ".", ",", ":", ";", "\n", "-", "–", "—"):
            continue
        low, high, stop = vague.low, vague.high, words[n - 1].end()
        for m in words[n : n + 2]:
            if text[stop : m.start()].strip():
                break
            w = m[0].casefold()
            times = lexicon.scales.get(w) or (lexicon.makers[w][1] if w in lexicon.makers else 0.0)
            if times > 1:
                low, high, stop = low * times, (high + 1) * times - 1 if high > low else high * times, m.end()
            elif n + 1 < len(words) and m is words[n] and len(w) == 2 and lexicon.links and _scale(words[n + 1], lexicon):
                stop = m.end()
            else:
                break
        best = low if low == high else None
        return Number(start=at, end=stop, low=low, best=best, high=high, rule=vague.rule)
    return None


def _scale(m: re.Match[str], lexicon: NumberLexicon) -> bool:
    return m[0].casefold() in lexicon.scales


def _from_fraction(text: str, at: int, stop: int, end: int, lexicon: NumberLexicon, value: float) -> Number:
    """Read "half", and "half a million" with the scale that follows."""
    at_, times = stop, 1.0
    for m in WORD.finditer(text, stop, min(end, stop + 24)):
        if text[at_ : m.start()].strip():
            break
        w = m[0].casefold()
        if w in lexicon.articles and at_ == stop:
            at_ = m.end()
            continue
        scale = lexicon.scales.get(w) or (lexicon.makers[w][1] if w in lexicon.makers else 0.0)
        if scale > 1:
            times, stop = times * scale, m.end()
            at_ = stop
            continue
        break
    v = value * times
    return Number(start=at, end=stop, low=v, best=v, high=v, rule="fraction", kind="fraction" if times == 1 else "")


def _from_words(text: str, at: int, end: int, lexicon: NumberLexicon, low: str, stop: int) -> Number | None:
    sum_ = _Sum()
    if low in lexicon.articles:
        after = WORD.match(text, stop + 1, end)
        if text[stop : stop + 1] != " ":
            return None
        if after is None:
            return Number(start=at, end=stop, low=1.0, best=1.0, high=1.0, rule="article", kind="article")
        w = after[0].casefold()
        if w in lexicon.parts and text[after.end() : after.end() + 4] == " of ":
            return _from_fraction(text, at, after.end(), end, lexicon, 1 / lexicon.parts[w])
        if w in lexicon.fractions and w not in lexicon.parts:
            return _from_fraction(text, at, after.end(), end, lexicon, lexicon.fractions[w])
        if w not in lexicon.scales and w not in lexicon.makers:
            return Number(start=at, end=stop, low=1.0, best=1.0, high=1.0, rule="article", kind="article")
        sum_.parts, sum_.group = 1, 1.0
    elif low in lexicon.atoms:
        if lexicon.atoms[low] >= 1000:
            sum_.group = 1.0
            sum_.close(lexicon.atoms[low])
        else:
            sum_.atom(lexicon.atoms[low])
    elif low in lexicon.makers and lexicon.links:
        sum_.maker(*lexicon.makers[low])
    elif low in lexicon.scales and lexicon.links:
        sum_.close(lexicon.scales[low])
    else:
        return None
    stop = _go_on(text, stop, end, lexicon, sum_)
    v = sum_.value
    number = Number(start=at, end=stop, low=v, best=v, high=v, rule="words")
    return _with_tail(text, number, end, lexicon)


def _with_tail(text: str, number: Number, end: int, lexicon: NumberLexicon) -> Number:
    """Add what makes words a decimal ("two point two"), a fraction ("two-thirds") or an ordinal ("twenty-fifth")."""
    gap = _GAP.match(text, number.end, end)
    after = WORD.match(text, gap.end(), end) if gap else None
    if after is None or number.best is None:
        return number
    w = after[0].casefold()
    v: float | None = None
    if (
        w in lexicon.parts
        and number.best < lexicon.parts[w] * 3
        and not (w in lexicon.ordinals and not w.endswith("s") and number.best != 1)
    ):
        v, number.kind, number.rule = number.best / lexicon.parts[w], "fraction", "fraction"
    elif w in lexicon.ordinals and lexicon.ordinals[w] < 10 and number.best >= 20 and number.best % 10 == 0:
        v, number.kind, number.rule = number.best + lexicon.ordinals[w], "ordinal", "ordinal"
    elif (point := lexicon.point.match(text, number.end, end)) and (point[1].isdigit() or point[1].casefold() in lexicon.atoms):
        digits = point[1] if point[1].isdigit() else str(int(lexicon.atoms[point[1].casefold()]))
        sum_ = _Sum()
        sum_.group, sum_.parts = number.best + float("0." + digits), 1
        number.end = _go_on(text, point.end(), end, lexicon, sum_)
        number.low = number.high = number.best = sum_.value
        return number
    if v is not None:
        number.end = after.end()
        number.low = number.high = number.best = v
    return number
