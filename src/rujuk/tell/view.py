"""A story as the page tells it: everything the templates print, worked out beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Alert, Anchor, Bilingual, Finding, Reason, ReuseKind, Status, Story, TimelineEntry
from rujuk.tell import format as fmt
from rujuk.tell.charts import chart, chart_kind
from rujuk.tell.claims import OriginView, outlet_name, view_origins
from rujuk.tell.evidence import Quoted, sentence_of, short
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import GROUPS, deciding_reason, groups, hedge_of, independent_origins, key_findings
from rujuk.tell.pairs import PAIRS, ReuseView, view_pairs
from rujuk.tell.provenance import Sourcing, provenance_svg, sourcing
from rujuk.tell.quotes import Board, quotes_board
from rujuk.tell.words import LANGUAGES

MATRIX_REPORTS, MATRIX_FINDINGS = 24, 30
"""Most columns and rows of the table "who reports what"; beyond that nobody reads it as a table."""

SMALL = 3
"""A finding of up to so many sentences, and without a picture, shows them at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """A finding with its value in words, its origins and its picture (SVG, a language each)."""

    finding: Finding
    slug: str
    group: str
    value: Bilingual
    days: Bilingual | None
    origins: tuple[OriginView, ...]
    reports: int
    outlets: int
    chart: Bilingual | None
    kind: str
    reason: Reason | None
    steps: tuple[Reason, ...]
    open: bool
    small: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The findings of one group of the page, in order."""

    name: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """A line of the timeline with the sentences it rests on."""

    entry: TimelineEntry
    days: Bilingual
    weekday: Bilingual
    evidence: tuple[tuple[Report, Quoted], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report in the list: its number in the story, its day in words, what it copies."""

    marked: MarkedReport
    slug: str
    number: int
    days: Bilingual
    copies: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One finding across all reports: what each gives, or nothing."""

    finding: Finding
    cells: tuple[Bilingual | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """One story, ready for the page."""

    story: Story
    slug: str
    language: str | None
    period: Bilingual | None
    outlets: int
    origins: int
    languages: tuple[str, ...]
    verdicts: tuple[tuple[Status, int], ...]
    key: tuple[FindingView, ...]
    groups: tuple[GroupView, ...]
    sourcing: Sourcing
    graph: Bilingual | None
    matrix_reports: tuple[ReportView, ...]
    matrix: tuple[MatrixRow, ...]
    board: Board
    timeline: tuple[HappeningView, ...]
    reports: tuple[ReportView, ...]
    reuse: tuple[ReuseView, ...]
    more_reuse: int
    alerts: tuple[Alert, ...]
    used: dict[str, str]


def in_both(value: Days, *, short: bool = False) -> Bilingual:
    """Write days in both languages."""
    return Bilingual(id=fmt.days(value, "id", short=short), en=fmt.days(value, "en", short=short))


def view_story(story: Story, lookup: Lookup) -> StoryView:
    """Work out everything the page tells of a story."""
    reports = lookup.reports_of(story)
    views = {f.id: _view_finding(f, g.name, story, lookup, at < 10) for g in groups(story) for at, f in enumerate(g.findings)}
    listed = _view_reports(reports, story, lookup)
    found = sourcing(story, lookup)
    graphs = [provenance_svg(found, story, language) for language in LANGUAGES]
    rows = _matrix(story, listed, lookup)
    count = {s: sum(f.status == s for f in story.findings) for _, told in GROUPS for s in told}
    title = next((m.report.language for m in reports if m.report.title == story.title), None)
    return StoryView(
        story=story,
        slug=short(story.id),
        language=title,
        period=in_both(story.period) if story.period else None,
        outlets=len({outlet_name(m.report) for m in reports} - {None}),
        origins=len(independent_origins(story)),
        languages=tuple(sorted({m.report.language for m in reports})),
        verdicts=tuple((s, n) for s, n in count.items() if n),
        key=tuple(views[f.id] for f in key_findings(story)),
        groups=tuple(GroupView(name=g.name, findings=tuple(views[f.id] for f in g.findings)) for g in groups(story)),
        sourcing=found,
        graph=Bilingual(id=graphs[0], en=graphs[1]) if graphs[0] and graphs[1] else None,
        matrix_reports=tuple(r for r in listed if rows)[:MATRIX_REPORTS],
        matrix=rows,
        board=quotes_board(reports),
        timeline=tuple(_view_happening(e, lookup) for e in story.timeline),
        reports=listed,
        reuse=view_pairs(story, lookup),
        more_reuse=max(0, len(story.reuse) - PAIRS),
        alerts=story.alerts,
        used={c: short(f.id) for f in story.findings for c in f.claims},
    )


def _view_finding(finding: Finding, group: str, story: Story, lookup: Lookup, early: bool) -> FindingView:
    origins = view_origins(finding.origins, lookup, story.reuse)
    mod = hedge_of(finding, lookup)
    reason = deciding_reason(finding)
    kind = chart_kind(finding, origins)
    charts = [chart(finding, origins, kind, language) for language in LANGUAGES] if kind else [None, None]
    homes = [m.report for m, _ in lookup.claims_of(finding.claims)]
    as_of = finding.estimate.as_of if finding.estimate else None
    return FindingView(
        finding=finding,
        slug=short(finding.id),
        group=group,
        value=Bilingual(id=fmt.estimated(finding.estimate, mod, "id"), en=fmt.estimated(finding.estimate, mod, "en")),
        days=in_both(as_of, short=True) if as_of else None,
        origins=origins,
        reports=len({r.id for r in homes}),
        outlets=len({outlet_name(r) for r in homes}),
        chart=Bilingual(id=charts[0], en=charts[1]) if charts[0] and charts[1] else None,
        kind=kind,
        reason=reason,
        steps=tuple(r for r in finding.reasons if r is not reason),
        open=early and group in ("disputed", "changed"),
        small=not kind and len(finding.claims) <= SMALL,
    )


def _view_reports(reports: Sequence[MarkedReport], story: Story, lookup: Lookup) -> tuple[ReportView, ...]:
    copied: dict[str, list[Report]] = {}
    for pair in story.reuse:
        if pair.kind != ReuseKind.SHARED_QUOTE and pair.source in lookup.reports:
            copied.setdefault(pair.target, []).append(lookup.reports[pair.source].report)
    out = []
    for number, marked in enumerate(reports, start=1):
        published = marked.report.published
        days = in_both(published.days, short=True) if published else Bilingual(id=fmt.days(None, "id"), en=fmt.days(None, "en"))
        copies = tuple(copied.get(marked.report.id, ()))
        out.append(ReportView(marked=marked, slug=short(marked.report.id), number=number, days=days, copies=copies))
    return tuple(out)


def _matrix(story: Story, reports: Sequence[ReportView], lookup: Lookup) -> tuple[MatrixRow, ...]:
    columns = [r.marked.report.id for r in reports[:MATRIX_REPORTS]]
    if len(columns) < 2:
        return ()
    rows = []
    told = [f for g in groups(story) for f in g.findings if f.kind == ClaimKind.FIGURE]
    for finding in told[:MATRIX_FINDINGS]:
        latest: dict[str, tuple[int, str, Bilingual]] = {}
        for marked, claim in lookup.claims_of(finding.claims):
            when = claim.as_of.latest.toordinal() if claim.as_of else 0
            words = Bilingual(id=fmt.figure(claim.value, "id", brief=True), en=fmt.figure(claim.value, "en", brief=True))
            entry = (when, claim.id, words)
            if marked.report.id not in latest or entry[:2] > latest[marked.report.id][:2]:
                latest[marked.report.id] = entry
        rows.append(MatrixRow(finding=finding, cells=tuple(latest[c][2] if c in latest else None for c in columns)))
    return tuple(rows)


def _view_happening(entry: TimelineEntry, lookup: Lookup) -> HappeningView:
    evidence: list[tuple[Report, Quoted]] = []
    for anchor in entry.evidence:
        if anchor.report in lookup.reports and all(r.id != anchor.report for r, _ in evidence):
            marked = lookup.reports[anchor.report]
            evidence.append((marked.report, sentence_of(marked, _span(marked.report, anchor))))
    return HappeningView(
        entry=entry,
        days=in_both(entry.days),
        weekday=Bilingual(id=fmt.weekday(entry.days, "id"), en=fmt.weekday(entry.days, "en")),
        evidence=tuple(evidence),
    )


def _span(report: Report, anchor: Anchor) -> Span:
    where = anchor.where or Where.TEXT
    text = report.text if where == Where.TEXT else report.title or ""
    return Span(start=anchor.start, end=anchor.end, exact=text[anchor.start : anchor.end], where=where)
