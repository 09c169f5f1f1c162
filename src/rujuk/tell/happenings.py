"""The timeline as the page tells it: lines with their sentences, what is disputed in them, and the days to zoom into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rujuk.model.report import Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Anchor, Bilingual, Finding, Status, Story, TimelineEntry
from rujuk.tell import format as fmt
from rujuk.tell.evidence import Quoted, sentence_of, short
from rujuk.tell.lookup import Lookup


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """A line of the timeline with the sentences it rests on; `disputed` is the slug of a contested finding told in one of them."""

    entry: TimelineEntry
    days: Bilingual
    weekday: Bilingual
    evidence: tuple[tuple[Report, Quoted], ...]
    disputed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A day on which lines of the timeline begin: how many, and how many of them are planned or disputed."""

    day: date
    words: Bilingual
    lines: int
    planned: int
    disputed: int


def view_timeline(story: Story, lookup: Lookup) -> tuple[HappeningView, ...]:
    """Gather the lines of a story's timeline with their evidence."""
    contested = [f for f in story.findings if f.status == Status.CONTESTED]
    return tuple(_happening(e, contested, lookup) for e in story.timeline)


def view_days(lines: Sequence[HappeningView]) -> tuple[DayView, ...]:
    """Give the days to zoom into, in order."""
    starts = sorted({line.entry.days.earliest for line in lines})
    out = []
    for day in starts:
        mine = [line for line in lines if line.entry.days.earliest == day]
        out.append(
            DayView(
                day=day,
                words=_short(day, starts),
                lines=len(mine),
                planned=sum(line.entry.planned for line in mine),
                disputed=sum(line.disputed is not None for line in mine),
            )
        )
    return tuple(out)


def _short(day: date, starts: Sequence[date]) -> Bilingual:
    """Name a day briefly: without its year where all are of one."""
    words = {x: fmt.days(Days.on(day), x, short=True) for x in ("id", "en")}
    if len({d.year for d in starts}) == 1:
        words = {x: w.rsplit(" ", 1)[0] for x, w in words.items()}
    return Bilingual(id=words["id"], en=words["en"])


def _happening(entry: TimelineEntry, contested: Sequence[Finding], lookup: Lookup) -> HappeningView:
    evidence: list[tuple[Report, Quoted]] = []
    for anchor in entry.evidence:
        if anchor.report in lookup.reports and all(r.id != anchor.report for r, _ in evidence):
            marked = lookup.reports[anchor.report]
            evidence.append((marked.report, sentence_of(marked, _span(marked.report, anchor))))
    return HappeningView(
        entry=entry,
        days=Bilingual(id=fmt.days(entry.days, "id"), en=fmt.days(entry.days, "en")),
        weekday=Bilingual(id=fmt.weekday(entry.days, "id"), en=fmt.weekday(entry.days, "en")),
        evidence=tuple(evidence),
        disputed=next((short(f.id) for f in contested if _told_in(f, entry, lookup)), None),
    )


def _told_in(finding: Finding, entry: TimelineEntry, lookup: Lookup) -> bool:
    """Say whether a claim of the finding stands in a sentence of the line."""
    anchors = {(a.report, a.where or Where.TEXT): a for a in entry.evidence}
    for marked, claim in lookup.claims_of(finding.claims):
        anchor = anchors.get((marked.report.id, claim.evidence.where))
        if anchor is not None and anchor.start <= claim.evidence.start and claim.evidence.end <= anchor.end:
            return True
    return False


def _span(report: Report, anchor: Anchor) -> Span:
    where = anchor.where or Where.TEXT
    text = report.text if where == Where.TEXT else report.title or ""
    return Span(start=anchor.start, end=anchor.end, exact=text[anchor.start : anchor.end], where=where)
