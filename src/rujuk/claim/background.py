"""Whether a sentence, or a figure in it, tells of another event than the report's: by its days, by words, by another place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rujuk.claim.clause import Clause
from rujuk.claim.drafts import Draft
from rujuk.lang.figures import FigureLexicon
from rujuk.model.marks import TimeKind, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days, Where

OLD = 45
"""Days before the report after which a dated figure is taken for another event's; set by hand: stories seldom run longer."""

WIDE = 27
"""Days from which on a time is a month or a year, and not a day of the event."""

YEAR = 300
"""Days from which on a time is a year."""

FULL = 7
"""Widest time that can be the day of a report whose day is unknown."""

LEAD = 4
"""Lines of a report that tell the day of its event, if any do."""

HAPPENINGS = frozenset({"attacks", "vehicles", "hostages", "buildings", "flights", "killed", "injured"})
"""Measures whose counts over a year are sums of events; others may be the story itself."""

HEADING = 9
"""Most words of a line that only heads the one after it."""


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Eras:
    """Which times of a report are long before it; where its own day is unknown, before the latest day that it names in full.

    In such a report, a month or year that can be resolved is another event's where the days that tell the event cannot; and so is a day
    given with its year, where the lead has none: news spares the year of its own event.
    """

    def __init__(self, report: Report, times: Sequence[TimeMention], said: Days | None, lexicon: FigureLexicon) -> None:
        self.report = report
        self.lexicon = lexicon
        self.undated = said is None and any(t.days is None and t.kind is TimeKind.DATE for t in times)
        days = [t.days for t in times if t.days is not None and t.days.width <= FULL and t.kind is not TimeKind.DURATION]
        self.latest = said or max(days, key=lambda d: d.earliest, default=None)
        lead = "\n".join(report.text.split("\n", LEAD)[:LEAD])
        self.loose = self.undated and not any(
            t.days is not None and t.days.width <= FULL and t.span.where is Where.TEXT and t.span.start < len(lead) for t in times
        )

    def old(self, time: TimeMention) -> bool:
        """Say whether a time is too long ago to be the event's."""
        if time.days is None:
            text = time.span.exact.lower()
            return any(text.endswith(x) for x in self.lexicon.old_days)
        if self._yeared(time):
            return True
        if self.undated and time.days.width >= WIDE:
            return time.days.width < YEAR or self._dates(time)
        return self.latest is not None and (self.latest.earliest - time.days.latest).days > OLD

    def running(self, time: TimeMention) -> bool:
        """Say whether a time is the year up to the report ("so far this year"), whose counts are no event's."""
        text = time.span.exact.lower()
        return any(text.endswith(x) for x in self.lexicon.running)

    def _dates(self, time: TimeMention) -> bool:
        """Say whether a bare year stands as the date of something ("in 2004"), and not as a label or a running count."""
        text = self.report.text if time.span.where is Where.TEXT else self.report.title or ""
        before = text[max(0, time.span.start - 12) : time.span.start].lower().split()
        return bool(before) and before[-1] in self.lexicon.dating

    def _yeared(self, time: TimeMention) -> bool:
        """Say whether a day is given with its year where the day of the event is not."""
        return self.loose and time.days is not None and time.days.width <= FULL and _YEAR.search(time.span.exact) is not None

    def fresh(self, time: TimeMention) -> bool:
        """Say whether a time can be the event's."""
        if time.days is None:
            return time.kind is TimeKind.DATE and not self.old(time)
        if self.latest is None or time.days.width >= OLD or self._yeared(time):
            return False
        return -OLD <= (self.latest.earliest - time.days.latest).days <= OLD


def is_past(clause: Clause, times: Sequence[TimeMention], eras: Eras) -> bool:
    """Say whether a sentence tells of another, earlier event: by a day long before the report, or by words."""
    if any(eras.old(t) for t in times) and not any(eras.fresh(t) for t in times):
        return True
    return clause.has("past")


def mixed(draft: Draft, times: Sequence[TimeMention], eras: Eras) -> bool:
    """Say whether a figure is an older event's in a sentence that also has a day of this one: an old time is nearest, in its own clause."""
    words = draft.clause.words
    start = draft.clause.sentence.span.start
    at = {w.start + start: k for k, w in enumerate(words) if w.time}
    best: tuple[float, bool] | None = None
    for t in times:
        k = at.get(t.span.start)
        if k is None:
            continue
        a, b = (k + 1, draft.first) if k < draft.first else (draft.last + 1, k)
        crossed = any(w.text in ",;" or "coordinator" in w.term.marks for w in words[a:b])
        far = draft.clause.between(a, b) + (100.0 if crossed else 0.0)
        if best is None or far < best[0]:
            best = (far, eras.old(t))
    return best is not None and best[1] and best[0] < 100.0


def aside(draft: Draft, times: Sequence[TimeMention], eras: Eras) -> bool:
    """Say whether the old times of a sentence all stand in a clause that only adds to it behind the figure (", which recalled 2002")."""
    words = draft.clause.words
    start = draft.clause.sentence.span.start
    at = {w.start + start: k for k, w in enumerate(words) if w.time}
    opened = next(
        (k for k in range(draft.last + 1, len(words) - 1) if words[k].text == "," and "relative" in words[k + 1].term.marks),
        None,
    )
    old = [at.get(t.span.start) for t in times if eras.old(t)]
    return opened is not None and bool(old) and all(k is not None and k > opened for k in old)


def goes_on(clause: Clause, *, same: bool) -> bool:
    """Say whether a sentence without days goes on with the event of the one before; `same` where they share a paragraph."""
    if any("anaphor" in w.term.marks for w in clause.words[:4]):
        return True
    return same and clause.has("same_time")


def heads(clause: Clause) -> bool:
    """Say whether a sentence is a line like "Norwick: 12 killed", which the next one explains."""
    words = clause.words
    return len(words) <= HEADING and any(w.text == ":" for w in words[: clause.numbers[0] if clause.numbers else 0])


def tallied(draft: Draft, times: Sequence[TimeMention], eras: Eras, lead: Sequence[Draft]) -> bool:
    """Say whether a figure is the sum of many events, where the lead has one: of the year so far, or of a conflict since it began.

    `lead` are the figures of the headline and the first paragraphs.
    """
    if draft.clause.sentence.paragraph <= 1:
        return False
    if draft.measure in HAPPENINGS and any(eras.running(t) for t in times):
        return True
    if not _overall(draft):
        return False
    tops = [_top(d) for d in lead if d.measure == draft.measure and not _overall(d)]
    return bool(tops) and all(_top(draft) > 2 * x for x in tops)


def _overall(draft: Draft) -> bool:
    """Say whether words of a whole conflict belong to a figure: no other number stands between."""
    words, i = draft.clause.words, draft.number
    for k, w in enumerate(words):
        if "overall" in w.term.marks and not any(x.quantity is not None for x in words[min(k, i) + 1 : max(k, i)]):
            return True
    return False


def _top(draft: Draft) -> float:
    return draft.value.best or draft.value.high or draft.value.low or 0.0


def standing(draft: Draft) -> bool:
    """Say whether a figure is a standing stock of refugees: they are there, and nothing says that they came."""
    if draft.measure != "displaced" or draft.trigger is not None:
        return False
    return draft.clause.has("stock")
