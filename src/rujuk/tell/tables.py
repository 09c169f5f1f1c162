"""The dossier as CSV tables: a row a claim, a row a finding.

RFC 4180 (lines end in CRLF, fields with separators are quoted), UTF-8 without a byte order mark.  A cell of text that begins with `=`, `+`, `-`, `@`,
a tab or a carriage return gets a leading apostrophe: a spreadsheet would run it as a formula.  Numbers are written plainly, with a point; numbers
that are unknown are empty cells.

Source: column words of findings.csv follow UCDP GED (best, low, high, number_of_sources, source_original, where_prec, date_prec);
OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from rujuk.model.claim import Claim, Place
from rujuk.model.dossier import Dossier
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.model.span import Days, Where
from rujuk.model.story import Finding
from rujuk.tell.claims import outlet_name
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import groups

Cell: TypeAlias = "str | float | int | bool | Days | None"

CLAIM_COLUMNS = (
    "story", "finding", "report", "outlet", "published", "measure", "low", "best", "high", "mod", "unit", "part", "place", "as_of_earliest",
    "as_of_latest", "polarity", "modality", "background", "source", "source_kind", "carried", "via", "evidence", "start", "end", "in", "url",
)  # fmt: skip
FINDING_COLUMNS = (
    "story", "finding", "measure", "part", "place", "background", "status", "low", "best", "high", "unit", "as_of", "number_of_sources", "reports",
    "source_original", "source_office", "source_date", "where_prec", "date_prec", "question_id", "question_en", "summary_id", "summary_en",
)  # fmt: skip

RISKY = ("=", "+", "-", "@", "\t", "\r")


def claims_csv(dossier: Dossier) -> str:
    """Write one row for each claim, story by story, in the order of reports and places; claims without a finding have an empty one."""
    lookup = Lookup.of(dossier)
    rows: list[Sequence[Cell]] = []
    for story in dossier.stories:
        home = {c: f.id for f in story.findings for c in f.claims}
        for marked in lookup.reports_of(story):
            rows.extend(_claim_row(story.id, home.get(c.id), marked, c) for c in marked.claims)
    return _csv(CLAIM_COLUMNS, rows)


def findings_csv(dossier: Dossier) -> str:
    """Write one row for each finding, in the order in which the page tells them.

    `number_of_sources` counts independent origins, `reports` the reports that carry the figure.  `where_prec` is 1 for a place with
    an id in a gazetteer, 2 for a named one, 7 for none; `date_prec` is 1 for a day, 2 for up to a week, 3 for up to a
    month, 4 for more, 5 for unknown, as in UCDP GED.
    """
    lookup = Lookup.of(dossier)
    rows = [_finding_row(story.id, f, lookup) for story in dossier.stories for g in groups(story) for f in g.findings]
    return _csv(FINDING_COLUMNS, rows)


def _claim_row(story: str, finding: str | None, marked: MarkedReport, claim: Claim) -> Sequence[Cell]:
    value, source, report = claim.value, claim.source, marked.report
    return (
        story, finding, report.id, outlet_name(report), report.published.days if report.published else None, claim.measure,
        value.low if value else None, value.best if value else None, value.high if value else None, value.mod.value if value else None,
        value.unit if value else None, claim.part, claim.place.name if claim.place else None,
        claim.as_of.earliest.isoformat() if claim.as_of else None, claim.as_of.latest.isoformat() if claim.as_of else None,
        claim.polarity.value, claim.modality.value, claim.background, source.name if source else None, source.kind.value if source else None,
        source.carried if source else None, "; ".join(claim.via), claim.evidence.exact, claim.evidence.start, claim.evidence.end,
        "title" if claim.evidence.where == Where.TITLE else "text", report.url,
    )  # fmt: skip


def _finding_row(story: str, finding: Finding, lookup: Lookup) -> Sequence[Cell]:
    estimate = finding.estimate
    homes = [m.report for m, _ in lookup.claims_of(finding.claims)]
    return (
        story, finding.id, finding.measure, finding.part, finding.place.name if finding.place else None, finding.background, finding.status.value,
        estimate.low if estimate else None, estimate.best if estimate else None, estimate.high if estimate else None,
        estimate.unit if estimate else None, estimate.as_of if estimate else None, len(finding.origins), len({r.id for r in homes}),
        "; ".join(o.name for o in finding.origins), "; ".join(dict.fromkeys(n for r in homes if (n := outlet_name(r)))),
        _first_day(homes), _where_precision(finding.place), _date_precision(estimate.as_of if estimate else None),
        finding.question.id, finding.question.en, finding.summary.id, finding.summary.en,
    )  # fmt: skip


def _first_day(reports: Iterable[Report]) -> str | None:
    days = [r.published.days.earliest for r in reports if r.published]
    return min(days).isoformat() if days else None


def _where_precision(place: Place | None) -> int:
    if place is None:
        return 7
    return 1 if place.id else 2


def _date_precision(days: Days | None) -> int:
    if days is None:
        return 5
    return next((level for level, width in ((1, 0), (2, 6), (3, 30)) if days.width <= width), 4)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(c) for c in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:.15g}"
        case Days():
            return value.earliest.isoformat() if value.width == 0 else f"{value.earliest.isoformat()}/{value.latest.isoformat()}"
        case _:
            text = value.replace("\x00", "")
            return f"'{text}" if text.startswith(RISKY) else text
