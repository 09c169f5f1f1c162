"""Time expressions and the days they mean."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from rujuk.lang.base import LanguagePack
from rujuk.lang.times import TimeLexicon
from rujuk.mark.time_anchor import narrowed, news_day
from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_cues import tense
from rujuk.mark.time_days import WEEKS, Resolver, later
from rujuk.mark.time_expressions import find_expressions
from rujuk.mark.time_values import kind_of, local_of, value_of
from rujuk.model.marks import Layer, Sentence, TimeKind, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days, Span, Where

_MEMORY = 6
"""How many sentences back a clock time looks for its day."""
_REACH = 12
"""How many expressions back."""


def find_times(report: Report, sentences: Layer[Sentence], *, pack: LanguagePack, reference: Days | None) -> Layer[TimeMention]:
    """Mark the time expressions of a report, the title's first, in order of their place.

    `reference` are the days of publication.  Where they are several, "hari ini" with its own date narrows them; what still differs
    between the first and the last of them keeps all the days it can mean.  Without a reference only full dates have days.
    """
    lexicon = pack.lexicon(TimeLexicon)
    body = find_expressions(report.text, lexicon)
    title = find_expressions(report.title, lexicon) if report.title else []
    if not body and not title:
        return ()
    reference = narrowed(reference, [*title, *body])
    starts = [s.span.start for s in sentences if s.span.where is Where.TEXT]
    out = _mentions(title, report.title or "", [0], lexicon, reference, Where.TITLE, body)
    return (*out, *_mentions(body, report.text, starts or [0], lexicon, reference, Where.TEXT, title))


def _mentions(
    atoms: list[Atom],
    text: str,
    starts: list[int],
    lexicon: TimeLexicon,
    reference: Days | None,
    where: Where,
    others: list[Atom],
) -> tuple[TimeMention, ...]:
    if not atoms:
        return ()
    ahead = tense(text, starts, lexicon)
    stated = cache(lambda: _stated([*atoms, *others], reference, ahead))
    resolvers = [
        Resolver(day, ahead, stated)
        for day in ((None,) if reference is None else dict.fromkeys((reference.earliest, reference.latest)))
    ]
    days = [resolve(a, resolvers, reference) for a in atoms]
    news = news_day(reference, atoms, days)
    if news is not None:
        days = [
            Days.on(news) if a.unit == "day" and a.shift == 0 and a.day is None and a.weekday is None else d
            for a, d in zip(atoms, days, strict=True)
        ]
    _leaning_days(atoms, days, starts, reference)
    out = []
    for a, d in zip(atoms, days, strict=True):
        kind = kind_of(a)
        span = Span(start=a.start, end=a.end, exact=text[a.start : a.end], where=where)
        plain = d if kind in (TimeKind.DATE, TimeKind.TIME) else None
        out.append(
            TimeMention(
                span=span, kind=kind, days=plain, value=value_of(a, plain), mod=(None if a.edge in WEEKS else a.edge) or ("APPROX" if a.approx else None), local=local_of(a, plain),
                rule="+".join(a.rules),
            )
        )  # fmt: skip
    return tuple(out)


def _stated(
    atoms: list[Atom], reference: Days | None, ahead: Callable[[Atom], bool | None]
) -> tuple[tuple[date, int | None], ...]:
    """Give the single days that the report states as dates, each with the weekday it names, for misprints."""
    plain = Resolver(reference.earliest if reference else None, ahead)
    return tuple(
        (d.earliest, a.weekday)
        for a in atoms
        if a.day is not None and (d := plain.days(replace(a, weekday=None))) is not None and d.width == 0
    )


def resolve(a: Atom, resolvers: list[Resolver], reference: Days | None) -> Days | None:
    """Give the days of one expression for all days the report may have been written on."""
    if reference is not None and reference.width > 6 and a.weekday is not None and a.day is None:
        return None
    found = [r.days(a) for r in resolvers]
    if len(found) == 1 or found[0] == found[1]:
        return found[0]
    if found[0] is None or found[1] is None:
        return None
    if a.unit in ("day",) and a.weekday is None and a.day is None:
        return Days(earliest=min(found[0].earliest, found[1].earliest), latest=max(found[0].latest, found[1].latest))
    return found[-1]


def _leaning_days(atoms: list[Atom], days: list[Days | None], starts: list[int], reference: Days | None) -> None:
    """Give days to what leans on a day said before it.

    A clock time has the day said last before it, in its sentence or one of those before, else the one after it in its sentence, else the day of
    writing.  "Sebulan kemudian" counts from a date said before it in its sentence or the four before.
    """
    homes = [bisect.bisect_right(starts, a.start) for a in atoms]

    def single(j: int) -> Days | None:
        d = days[j]
        return d if d is not None and d.width == 0 and atoms[j].shape is not Shape.CLOCK else None

    for i, a in enumerate(atoms):
        if a.repeated or days[i] is not None:
            continue
        back = range(i - 1, max(-1, i - 1 - _REACH), -1)
        if a.shape is Shape.CLOCK:
            before = next((d for j in back if homes[i] - _MEMORY <= homes[j] and (d := single(j))), None)
            after = next((d for j in range(i + 1, min(len(atoms), i + 4)) if homes[j] == homes[i] and (d := single(j))), None)
            days[i] = before or after or reference
        elif a.follows and a.count is not None and a.count == int(a.count):
            told = next((d for j in back if homes[i] - 4 <= homes[j] and atoms[j].day is not None and (d := single(j))), None)
            if told is not None:
                days[i] = later(told.earliest, a.unit or "", a.follows * int(a.count))
