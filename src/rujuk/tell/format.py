"""Numbers, values and days as each language writes them."""

from __future__ import annotations

from calendar import monthrange

from rujuk.model.claim import Value
from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Bilingual, Estimate
from rujuk.tell.words import Language, count, known, say, table

NEAR = 0.8
"""A number hedged as "less than" counts as "nearly" where its low end is at least this share of it: a reader who
meets "nearly 10,000" expects some 8,000 to 10,000.  Set by hand."""


def number(value: float, language: Language) -> str:
    """Write a number with the language's group and decimal signs; round millions as words ("1,3 juta")."""
    size = abs(value)
    for power, word in sorted(table("scales")[language].items(), key=lambda kv: -int(kv[0])):
        step = 10 ** int(power)
        if size >= step and value * 100 % step == 0:
            return f"{_digits(value / step, language)} {word}"
    return _digits(value, language)


def _digits(value: float, language: Language) -> str:
    text = f"{value:,.0f}" if value == round(value) else f"{value:,.2f}".rstrip("0")
    return text if language == "en" else text.translate({ord(","): ".", ord("."): ","})


def with_unit(text: str, unit: str | None, language: Language) -> str:
    """Put a written number into the form its unit asks for."""
    units = table("unit")
    if unit is None:
        return text
    if unit in units:
        form: str = units[unit][language]
        return form.format(n=text)
    return f"{text}\u00a0{unit}"


def span_of(low: float | None, high: float | None, unit: str | None, language: Language) -> str:
    """Write a range, with the vague word where it is one; an open end becomes "at least" or "up to"."""
    if low is not None and high is not None:
        if low == high:
            return with_unit(number(low, language), unit, language)
        text = with_unit(say("hedge.RANGE", language, low=number(low, language), high=number(high, language)), unit, language)
        vague = f"vague.{low:.0f}-{high:.0f}"
        return say("hedge.VAGUE", language, word=say(vague, language), n=text) if known(vague) else text
    if low is not None:
        return hedged(low, Mod.EQUAL_OR_MORE, None, unit, language)
    if high is not None:
        return hedged(high, Mod.EQUAL_OR_LESS, None, unit, language)
    return say("hedge.NONE", language)


def hedged(best: float, mod: Mod, low: float | None, unit: str | None, language: Language) -> str:
    """Write a number with its hedge: "about 20,000", "sedikitnya 6"."""
    text = with_unit(number(best, language), unit, language)
    if mod == Mod.EQUAL:
        return text
    key = "NEARLY" if mod == Mod.LESS_THAN and low is not None and low >= NEAR * best else mod.value
    return say(f"hedge.{key}", language, n=text)


def figure(value: Value | None, language: Language, *, brief: bool = False) -> str:
    """Write a claim's value as a reader should see it; `brief` leaves the range behind a vague word to the picture."""
    if value is None:
        return say("hedge.NONE", language)
    if value.best is None:
        vague = f"vague.{value.low:.0f}-{value.high:.0f}" if value.low is not None and value.high is not None else ""
        if brief and vague and known(vague):
            return say(vague, language)
        return span_of(value.low, value.high, value.unit, language)
    return hedged(value.best, value.mod, value.low, value.unit, language)


def estimated(estimate: Estimate | None, mod: Mod, language: Language) -> str:
    """Write a finding's estimate, with the hedge of the claim it stands on."""
    if estimate is None:
        return say("hedge.NONE", language)
    return figure(Value(low=estimate.low, best=estimate.best, high=estimate.high, mod=mod, unit=estimate.unit), language)


def days(value: Days | None, language: Language, *, short: bool = False) -> str:
    """Write an interval of days: "7 Januari 2022", "7–9 Januari 2022", "Januari 2022", "2021".

    Whole months and years are written as such, since that is the precision the text gave.
    """
    if value is None:
        return say("date_unknown", language)
    a, b = value.earliest, value.latest
    months = table("months")[f"{language}_short" if short else language]
    if a == b:
        return f"{a.day} {months[a.month - 1]} {a.year}"
    if a.day == 1 and b.day == monthrange(b.year, b.month)[1]:
        if (a.month, b.month) == (1, 12):
            return str(a.year) if a.year == b.year else f"{a.year}–{b.year}"
        if (a.year, a.month) == (b.year, b.month):
            return f"{months[a.month - 1]} {a.year}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day}–{b.day} {months[a.month - 1]} {a.year}"
    if a.year == b.year:
        return f"{a.day} {months[a.month - 1]} – {b.day} {months[b.month - 1]} {a.year}"
    return f"{a.day} {months[a.month - 1]} {a.year} – {b.day} {months[b.month - 1]} {b.year}"


def weekday(value: Days, language: Language) -> str:
    """Give the name of the weekday of a single day, else nothing."""
    return str(table("weekdays")[language][value.earliest.weekday()]) if value.width == 0 else ""


def share(part: float, language: Language) -> str:
    """Write a share of 0 to 1 as a percentage; what rounds to nothing is "under 1"."""
    return with_unit(number(max(1, round(part * 100)), language), "percent", language)


def counted(key: str, n: int) -> Bilingual:
    """Write a counted noun in both languages: "7 laporan", "7 reports"."""
    return Bilingual(id=count(key, n, number(n, "id"), "id"), en=count(key, n, number(n, "en"), "en"))
