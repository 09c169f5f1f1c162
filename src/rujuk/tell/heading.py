"""What a story is about: title, period, places."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.claim import Place
from rujuk.model.marked import MarkedReport
from rujuk.model.span import Days


def story_title(reports: Sequence[MarkedReport]) -> str:
    titles = [m.report.title for m in reports if m.report.title]
    return titles[0] if titles else "—"


def story_period(reports: Sequence[MarkedReport]) -> Days | None:
    days = [m.report.published.days for m in reports if m.report.published]
    return Days(earliest=min(d.earliest for d in days), latest=max(d.latest for d in days)) if days else None


def story_places(reports: Sequence[MarkedReport]) -> tuple[Place, ...]:
    return ()
