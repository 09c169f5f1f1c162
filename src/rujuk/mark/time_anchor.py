"""The day from which "hari ini" and the weekdays of a report are counted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from rujuk.mark.time_atoms import Atom
from rujuk.mark.time_days import Resolver
from rujuk.model.span import Days

_SLACK = timedelta(days=2)
"""How far a stated day of publication is moved by the report's own word: pages are dated by crawlers and other time zones."""


def narrowed(reference: Days | None, atoms: Iterable[Atom]) -> Days | None:
    """Narrow the days of publication by "hari ini, Rabu (9/8)": a pointing phrase that carries its own date."""
    if reference is None:
        return None
    resolver = Resolver(reference.latest, lambda a: None)
    found = set()
    for a in atoms:
        if (
            a.unit == "day"
            and a.shift is not None
            and a.day is not None
            and a.month is not None
            and a.ends is None
            and a.offset is None
        ):
            stated = resolver.days(a)
            if stated is not None and (a.weekday is None or stated.earliest.isoweekday() == a.weekday):
                found.add(stated.earliest - timedelta(days=a.shift))
    near = sorted(d for d in found if reference.earliest - _SLACK <= d <= reference.latest + _SLACK)
    return Days.on(near[0]) if len(near) == 1 else reference


def news_day(reference: Days | None, atoms: Iterable[Atom], days: Iterable[Days | None]) -> date | None:
    """Give the day that "hari ini" means where the report went out the day after it was written; None where it is the day of publication.

    That is so where its last stated day, by weekday and date, is the day before publication and nothing in it falls on the day of publication.
    Among 3,500 dated Indonesian reports 23 were so, and in nearly all of them "hari ini" was the day before.
    """
    if reference is None or reference.width:
        return None
    before = reference.earliest - timedelta(days=1)
    stated = False
    for a, d in zip(atoms, days, strict=True):
        if d is None or d.width or a.repeated:
            continue
        if (a.day is not None or a.weekday is not None) and d.earliest == reference.earliest:
            return None
        if a.day is not None and a.weekday is not None and d.earliest == before and before.isoweekday() == a.weekday:
            if a.unit is not None or a.direction is not None:
                return None
            stated = True
    return before if stated else None
