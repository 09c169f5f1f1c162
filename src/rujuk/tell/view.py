"""A story as the page tells it: everything the templates print, worked out beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.model.span import Days
from rujuk.model.story import Alert, Bilingual, Finding, Reason, ReuseKind, Status, Story
from rujuk.tell import format as fmt
from rujuk.tell.charts import chart, chart_kind
from rujuk.tell.claims import OriginView, outlet_name, view_origins
from rujuk.tell.evidence import short
from rujuk.tell.facets import Facets, facets
from rujuk.tell.happenings import DayView, HappeningView, view_days, view_timeline
from rujuk.tell.locator import Locator, locator
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import GROUPS, deciding_reason, groups, hedge_of, independent_origins, key_findings, standing
from rujuk.tell.pairs import PAIRS, ReuseView, view_pairs
from rujuk.tell.provenance import Sourcing, provenance_svg, sourcing
from rujuk.tell.quotes import Board, quotes_board
from rujuk.tell.rules import RuleView, rules_used
from rujuk.tell.words import LANGUAGES

MATRIX_REPORTS, MATRIX_FINDINGS = 24, 30
"""Most columns and rows of the table "who reports what"; beyond that nobody reads it as a table."""

ORIGINS = 3
"""Origins of a finding without a picture whose sentences are shown at once."""


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
    plain: bool
    facets: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """The findings of one group of the page, in order."""

    name: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """A report in the list: its number in the story, its day in words, what it copies."""

    marked: MarkedReport
    slug: str
    number: int
    days: Bilingual
    copies: tuple[Report, ...]
    facets: tuple[str, str, str]


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
    facets: Facets
    map: Locator | None
    verdicts: tuple[tuple[Status, int], ...]
    standing: tuple[tuple[str, int], ...]
    key: tuple[FindingView, ...]
    groups: tuple[GroupView, ...]
    sourcing: Sourcing
    graph: Bilingual | None
    matrix_reports: tuple[ReportView, ...]
    matrix: tuple[MatrixRow, ...]
    board: Board
    timeline: tuple[HappeningView, ...]
    days: tuple[DayView, ...]
    reports: tuple[ReportView, ...]
    reuse: tuple[ReuseView, ...]
    more_reuse: int
    alerts: tuple[Alert, ...]
    rules: tuple[RuleView, ...]
    used: dict[str, str]


def in_both(value: Days, *, short: bool = False) -> Bilingual:
    """Write days in both languages."""
    return Bilingual(id=fmt.days(value, "id", short=short), en=fmt.days(value, "en", short=short))


def view_story(story: Story, lookup: Lookup) -> StoryView:
    """Work out everything the page tells of a story."""
    reports = lookup.reports_of(story)
    board = quotes_board(reports, story.findings)
    voices = _voices(story, board)
    sieve = facets(reports, voices)
    views = {
        f.id: _view_finding(f, g.name, story, lookup, sieve, at < 10) for g in groups(story) for at, f in enumerate(g.findings)
    }
    listed = _view_reports(reports, story, lookup, sieve, voices)
    lines = view_timeline(story, lookup)
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
        facets=sieve,
        map=locator(story.places, {e.place for m in reports for e in m.entities if e.place}),
        verdicts=tuple((s, n) for s, n in count.items() if n),
        standing=standing(story),
        key=tuple(views[f.id] for f in key_findings(story)),
        groups=tuple(GroupView(name=g.name, findings=tuple(views[f.id] for f in g.findings)) for g in groups(story)),
        sourcing=found,
        graph=Bilingual(id=graphs[0], en=graphs[1]) if graphs[0] and graphs[1] else None,
        matrix_reports=tuple(r for r in listed if rows)[:MATRIX_REPORTS],
        matrix=rows,
        board=board,
        timeline=lines,
        days=view_days(lines),
        reports=listed,
        reuse=view_pairs(story, lookup),
        more_reuse=max(0, len(story.reuse) - PAIRS),
        alerts=story.alerts,
        rules=rules_used(story),
        used={c: short(f.id) for f in story.findings for c in f.claims} | _said(board),
    )


def _voices(story: Story, board: Board) -> list[tuple[str, set[str]]]:
    """List who is heard in which reports: speakers of quotes and origins of figures."""
    quoted = [(p.name, {r.id for q in p.quotes for r in q.reports}) for p in board.speakers]
    return quoted + [(o.name, set(o.reports)) for f in story.findings for o in f.origins]


def _said(board: Board) -> dict[str, str]:
    """Map each quote of the board to its speaker's place, so that its words can be found in the report."""
    shown = (q for p in board.speakers for q in p.quotes)
    return {a.id: "" for quote in shown for q in (quote, *quote.others) for _, a in q.carried}


def _view_finding(finding: Finding, group: str, story: Story, lookup: Lookup, sieve: Facets, early: bool) -> FindingView:
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
        plain=not kind,
        facets=sieve.at(homes, (o.name for o in finding.origins)),
    )


def _view_reports(
    reports: Sequence[MarkedReport], story: Story, lookup: Lookup, sieve: Facets, voices: Sequence[tuple[str, set[str]]]
) -> tuple[ReportView, ...]:
    heard: dict[str, set[str]] = {}
    for name, where in voices:
        for report in where:
            heard.setdefault(report, set()).add(name)
    copied: dict[str, list[Report]] = {}
    for pair in story.reuse:
        if pair.kind != ReuseKind.SHARED_QUOTE and pair.source in lookup.reports:
            copied.setdefault(pair.target, []).append(lookup.reports[pair.source].report)
    out = []
    for number, marked in enumerate(reports, start=1):
        published = marked.report.published
        days = in_both(published.days, short=True) if published else Bilingual(id=fmt.days(None, "id"), en=fmt.days(None, "en"))
        copies = tuple(copied.get(marked.report.id, ()))
        within = sieve.at([marked.report], heard.get(marked.report.id, ()))
        out.append(
            ReportView(marked=marked, slug=short(marked.report.id), number=number, days=days, copies=copies, facets=within)
        )
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
