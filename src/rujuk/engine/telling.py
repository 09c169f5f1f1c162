"""One story at a time: date its undated reports by the others, find what its reports come to, and tell it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rujuk.claim.measures import load_catalog
from rujuk.engine.marking import date_undated, mark_report
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.model.span import Days
from rujuk.model.story import Related, Story
from rujuk.reconcile.findings import find_findings
from rujuk.tell.alerts import find_alerts
from rujuk.tell.heading import story_period, story_places, story_title
from rujuk.tell.timeline import make_timeline


def by_day(report: Report) -> tuple[date, str]:
    """Order reports by their first day, the undated last."""
    return (report.published.days.earliest if report.published else date.max, report.id)


def date_by_story(marked: Sequence[MarkedReport]) -> list[MarkedReport]:
    """Date the reports of a story whose own text was not enough by the days of its dated reports, and mark them again."""
    days = [m.report.published.days for m in marked if m.report.published]
    if not days or len(days) == len(marked):
        return list(marked)
    around = Days(earliest=min(d.earliest for d in days), latest=max(d.latest for d in days))
    out = []
    for m in marked:
        dated = date_undated(m.report, around=around)
        out.append(m if dated == m.report else mark_report(dated))
    return out


def tell_story(related: Related, reports: Sequence[MarkedReport]) -> Story:
    """Find what the reports of a story come to, and tell it."""
    catalog = load_catalog()
    reports = sorted(reports, key=lambda m: by_day(m.report))
    findings = find_findings(related.story, reports, related.reuse, catalog=catalog)
    return Story(
        id=related.story,
        title=story_title(reports, findings),
        reports=tuple(m.report.id for m in reports),
        period=story_period(reports),
        places=story_places(reports),
        findings=findings,
        reuse=related.reuse,
        timeline=make_timeline(reports, findings, related.reuse),
        alerts=find_alerts(reports, findings, catalog=catalog),
    )
