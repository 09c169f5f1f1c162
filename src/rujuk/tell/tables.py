"""The dossier as CSV tables: a row a claim, a row a finding.

RFC 4180 (lines end in CRLF, fields with separators are quoted), UTF-8 without a byte order mark.  A cell of text that begins with `=`, `+`, `-`, `@`,
a tab, a carriage return or a line feed gets a leading apostrophe: a spreadsheet would run it as a formula.  Numbers are written plainly, with a point; numbers
that are unknown are empty cells.

Source: column words of findings.csv follow UCDP GED (best, low, high, number_of_sources, source_original, source_office, source_date,
source_headline, where_prec, date_prec, date_start, date_end); OWASP, CSV Injection.
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
from rujuk.tell.points import pointed

Cell: TypeAlias = "str | float | int | bool | Days | None"

CLAIM_COLUMNS = (
    "story", "finding", "report", "outlet", "published", "measure", "low", "best", "high", "mod", "unit", "part", "place", "as_of_earliest",
    "as_of_latest", "polarity", "modality", "background", "source", "source_kind", "carried", "via", "evidence", "start", "end", "in", "url",
)  # fmt: skip
FINDING_COLUMNS = (
    "story", "finding", "measure", "part", "place", "background", "status", "low", "best", "high", "unit", "as_of", "number_of_sources", "reports",
    "source_original", "source_office", "source_date", "where_prec", "date_prec", "question_id", "question_en", "summary_id", "summary_en",
    "best_rule", "source_headline", "date_start", "date_end", "place_id", "country",
)  # fmt: skip

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")


def claims_csv(dossier: Dossier) -> str:
    """Write one row for each claim, story by story, in the order of reports and places; claims without a finding have an empty one."""
    lookup = Lookup.of(dossier)
    rows: list[Sequence[Cell]] = []
    for story in dossier.stories:
        home = {c: f.id for f in story.findings for c in f.claims}
        for marked in lookup.reports_of(story):
            rows.extend(_claim_row(story.id, home.get(c.id), marked, c) for c in marked.claims)
    return _csv(CLAIM_COLUMNS, rows)


def findings_csv(dossier: Dossier, *, points: str | None = None) -> str:
    """Write one row for each finding, in the order in which the page tells them.

    `number_of_sources` counts independent origins; UCDP GED's column of that name counts reports, which are in `reports`.  `source_office`,
    `source_date` and `source_headline` list the reports in one order, the earliest first.  With `points`, a rule of `points.py`, a vague word or a
    range gets a best value, and `best_rule` says so.
    """
    lookup = Lookup.of(dossier)
    rows = [_finding_row(story.id, f, lookup, points) for story in dossier.stories for g in groups(story) for f in g.findings]
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


def _finding_row(story: str, finding: Finding, lookup: Lookup, points: str | None) -> Sequence[Cell]:
    estimate = pointed(finding.estimate, finding.status, points) if finding.estimate else None
    homes = behind(finding, lookup)
    days = estimate.as_of if estimate else None
    return (
        story, finding.id, finding.measure, finding.part, finding.place.name if finding.place else None, finding.background, finding.status.value,
        estimate.low if estimate else None, estimate.best if estimate else None, estimate.high if estimate else None,
        estimate.unit if estimate else None, days, len(finding.origins), len(homes),
        "; ".join(o.name for o in finding.origins), "; ".join(outlet_name(r) or "" for r in homes),
        "; ".join(r.published.days.earliest.isoformat() if r.published else "" for r in homes),
        where_precision(finding.place), date_precision(days),
        finding.question.id, finding.question.en, finding.summary.id, finding.summary.en,
        estimate.rule if estimate else None, "; ".join((r.title or "").replace(";", ",") for r in homes),
        days.earliest.isoformat() if days else None, days.latest.isoformat() if days else None,
        finding.place.id if finding.place else None, country(finding.place),
    )  # fmt: skip


def behind(finding: Finding, lookup: Lookup) -> list[Report]:
    """Give the reports that carry a finding, the earliest first."""
    found = {m.report.id: m.report for m, _ in lookup.claims_of(finding.claims)}
    return sorted(found.values(), key=lambda r: (r.published.days.earliest.isoformat() if r.published else "9", r.id))


def where_precision(place: Place | None) -> int | None:
    """Give UCDP's code of how sharply a place is known, from its id in a gazetteer; None for no place, and for one that no gazetteer knows.

    1 a town or village; 2 a district, which is about UCDP's "within 25 km"; 3 a regency or city as a whole (its second order of administration);
    4 a province (the first order); 6 a country.  5 (a region or a line) and 7 (sea and air) are never given.
    """
    if place is None or place.id is None:
        return None
    register, _, code = place.id.partition(":")
    if register == "iso3166":
        return 4 if "-" in code else 6
    if register == "kemendagri":
        return {0: 4, 1: 3, 2: 2}.get(code.count("."), 1)
    return 1


def date_precision(days: Days | None) -> int | None:
    """Give UCDP's code of how sharply the days are known; None where they are not.

    1 the day; 2 two to six days; 3 a week; 4 more than a week, up to a month; 5 more than a month.
    """
    if days is None:
        return None
    return next((level for level, width in ((1, 0), (2, 5), (3, 6), (4, 30)) if days.width <= width), 5)


def country(place: Place | None) -> str | None:
    """Give the ISO 3166 code of the country that a place lies in, where the gazetteer has it."""
    ids = [place.id or "", *place.within] if place else []
    found = [i.removeprefix("iso3166:") for i in ids if i.startswith("iso3166:")]
    return found[-1].partition("-")[0] if found else None


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
