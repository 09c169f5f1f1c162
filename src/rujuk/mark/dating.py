"""The days in which an undated report must have been written, from the days it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rujuk.lang.base import LanguagePack
from rujuk.lang.times import TimeLexicon
from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_cues import tense
from rujuk.mark.time_days import real
from rujuk.mark.time_expressions import find_expressions
from rujuk.model.report import Basis, BlockKind, Published, Report
from rujuk.model.span import Days

REACH = 14
"""A report that speaks of weekdays is taken to be written at most so many days after its last dated event."""
WIDEST = 4
"""An interval of more days than that says too little to be given."""
_FRESH = (1.0, 1.0, 0.8, 0.3, 0.2, 0.1, 0.1)
"""How well a bare weekday fits a report written 0, 1, ... 6 days after it: reports name the day while it is the last of its name, and
mostly the day itself or the one before."""

_FADE = 0.05
"""What each day after the last day told in the text itself costs: reports end near the day they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """A day the report states; `news` where it is given with its weekday or as today, outside captions; `caption` where it dates a picture."""

    day: date
    exact: str
    ahead: bool
    news: bool
    caption: bool
    stated: bool
    shift: int | None


def date_report(report: Report, *, pack: LanguagePack, around: Days | None = None) -> Report:
    """Give an undated report the days it must have been written on, with the words that show it; a dated one stays as it is.

    Full dates set the year and bound the days from both sides (what happened before, what is announced after); "hari ini" with a date
    settles it; a date with its weekday is the news of that day or the day before; bare weekdays choose among the days left.
    `around` are the days of reports of the same story, for reports that state no year.  Without a clue the report stays undated.
    """
    if report.published is not None:
        return report
    lexicon = pack.lexicon(TimeLexicon)
    atoms = [a for a in find_expressions(report.text, lexicon) if not a.repeated]
    ahead = tense(report.text, _lines(report.text), lexicon)
    anchors = _current(_anchors(report, atoms, ahead, around), atoms, ahead)
    found = _settled(anchors) or _bounded(report.text, atoms, anchors, ahead, around)
    if found is None:
        return report
    days, clues = found
    clue = " · ".join(dict.fromkeys(clues)) or None
    return replace(report, published=Published(days=days, basis=Basis.INFERRED, clue=clue))


def _lines(text: str) -> list[int]:
    """Give the start of each sentence-like piece, for the words of tense."""
    starts = [0]
    for i, c in enumerate(text):
        if c == "\n" or (c in ".!?" and text[i + 1 : i + 2].isspace()):
            starts.append(i + 1)
    return starts


def _anchors(report: Report, atoms: list[Atom], ahead: Callable[[Atom], bool | None], around: Days | None) -> list[_Anchor]:
    """Read the days that the report states; days without a year take the year that brings them nearest to the dated ones."""
    full: list[tuple[Atom, date]] = []
    partial: list[Atom] = []
    for a in atoms:
        if a.day is None or a.month is None:
            continue
        if a.year is None:
            partial.append(a)
        elif (day := real(a.year, a.month, a.day)) is not None and (a.weekday is None or day.isoweekday() == a.weekday or a.ends):
            full.append((a, day))
    past = [d for a, d in full if not ahead(a) and a.direction != 1]
    base = around.latest if around else max(past, default=None)
    out = [_anchor(report, a, d, bool(ahead(a)) or a.direction == 1) for a, d in full]
    if base is None:
        return out
    for a in partial:
        assert a.month is not None
        assert a.day is not None
        near = [
            d
            for y in (base.year - 1, base.year, base.year + 1)
            if (d := real(y, a.month, a.day)) is not None
            and abs((d - base).days) <= 120
            and (a.weekday is None or d.isoweekday() == a.weekday)
        ]
        if near:
            day = min(near, key=lambda d: abs((d - base).days))
            out.append(_anchor(report, a, day, bool(ahead(a)) or a.direction == 1))
    return out


def _current(anchors: list[_Anchor], atoms: list[Atom], ahead: Callable[[Atom], bool | None]) -> list[_Anchor]:
    """Leave out days of history.

    A date in running text that states its year without a weekday ("on 10 October 2002") is one of another year, mostly; a day of a month that the
    report may call the last one, or of a year before the last one that it tells of, is past.
    """
    told = [a for a in atoms if not ahead(a) and a.direction != 1]
    year = max((a.year for a in told if a.year is not None), default=0)
    if any(a.unit == "month" and a.direction == -1 for a in told):
        return [x for x in anchors if x.news or x.caption]
    return [x for x in anchors if x.news or (x.day.year >= year and (x.caption or x.ahead or not x.stated))]


def _anchor(report: Report, a: Atom, day: date, ahead: bool) -> _Anchor:
    caption = any(b.kind is BlockKind.CAPTION and b.start <= a.start < b.end for b in report.blocks)
    today = a.unit == "day" and a.shift is not None and a.offset is None
    news = not caption and a.direction != -1 and (a.weekday is not None or a.bracket or today)
    return _Anchor(
        day=day,
        exact=report.text[a.start : a.end],
        ahead=ahead,
        news=news,
        caption=caption,
        stated=a.year is not None,
        shift=a.shift if today else None,
    )


def _settled(anchors: list[_Anchor]) -> tuple[Days, list[str]] | None:
    """Take the day from "hari ini, Rabu (18/6/2025)" and its like, where all such phrases agree."""
    told = [(x.day - timedelta(days=x.shift), x.exact) for x in anchors if x.shift is not None and x.news]
    if told and len({d for d, _ in told}) == 1:
        return Days.on(told[0][0]), [exact for _, exact in told]
    return None


def _bounded(
    text: str, atoms: list[Atom], anchors: list[_Anchor], ahead: Callable[[Atom], bool | None], around: Days | None
) -> tuple[Days, list[str]] | None:
    past = sorted((x for x in anchors if not x.ahead), key=lambda x: x.day)
    bare = [
        a
        for a in atoms
        if a.shape is Shape.WEEKDAY
        and a.day is None
        and a.unit is None
        and a.direction is None
        and not ahead(a)
        and a.weekday is not None
    ]
    if not past and (around is None or not bare):
        return None
    last = past[-1] if past else None
    first_day = last.day if last is not None else (around.earliest if around else date.min)
    planned = sorted((x for x in anchors if x.ahead and x.day > first_day), key=lambda x: x.day)
    if last is not None and last.news:
        # the news of a day stands in the paper of that day or the next
        days = [last.day, last.day + timedelta(days=1)]
        if planned:
            days = [d for d in days if d < planned[0].day] or days[:1]
        return Days(earliest=days[0], latest=days[-1]), [last.exact]
    if not bare or (around is None and not planned and last is not None and last.caption):
        return None  # whether a picture is of the day or from the files, only an announced day or other reports tell
    if around is not None:
        reach = [around.earliest + timedelta(days=n) for n in range(-1, around.width + 2)]
    else:
        assert last is not None
        reach = [last.day + timedelta(days=n) for n in range(REACH)]
    if last is not None:
        reach = [d for d in reach if d >= last.day]
    if planned:
        reach = [d for d in reach if d < planned[0].day]
    stated = {x.day for x in past if x.caption}
    if last is not None and not last.caption:
        # the text's own last day lies in the week before; only a picture may be older
        reach = [d for d in reach if (d - last.day).days < 7]
    far = 0.0 if last is None or last.caption else _FADE
    scores = {d: _fit(d, bare, stated) - far * (d - first_day).days for d in reach}
    best = max(scores.values(), default=0.0)
    if best <= 0.3:
        return None
    kept = sorted(d for d, s in scores.items() if s >= best - 0.25)
    if (kept[-1] - kept[0]).days != len(kept) - 1 or len(kept) > WIDEST:
        return None
    if len(kept) == 1 and not (planned and kept[0] + timedelta(days=1) >= planned[0].day):
        kept.append(kept[0] + timedelta(days=1))  # bare weekdays do not tell the paper of the day from that of the next
    clues = [*([last.exact] if last else []), *(text[a.start : a.end] for a in bare), *([planned[0].exact] if planned else [])]
    return Days(earliest=kept[0], latest=kept[-1]), clues


def _fit(day: date, bare: list[Atom], stated: set[date]) -> float:
    """Say how well bare weekdays fit a report of that day, 0 to 1.

    A weekday that would be the day of a picture counts against it: a caption is dated because its day is not that of the news.
    """
    total = 0.0
    for a in bare:
        back = (day.isoweekday() - (a.weekday or 0)) % 7
        total += -1.0 if day - timedelta(days=back) in stated else _FRESH[back]
    return total / len(bare)
