"""Mark one report: the report-scope stages in their order.  A pure function, so it runs anywhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from rujuk.claim.measures import load_catalog
from rujuk.engine.graph import STAGES
from rujuk.lang.base import load_pack
from rujuk.mark.dating import date_report
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.model.span import Days


def date_undated(report: Report, *, around: Days | None = None) -> Report:
    """Infer the days of publication where the report states none; a report in a language without a pack stays as it is.

    `around` are the days of the story's dated reports, once they are known.
    """
    pack = load_pack(report.language)
    if pack is None or report.published is not None:
        return report
    return date_report(report, pack=pack, around=around)


def mark_report(report: Report) -> MarkedReport:
    """Give the report with all its layers; one in a language without a pack has empty ones."""
    pack = load_pack(report.language)
    if pack is None:
        return MarkedReport(report=report)
    given: dict[str, Any] = {"report": report}
    options = {
        "pack": pack,
        "reference": report.published.days if report.published else None,
        "catalog": load_catalog(),
    }
    for stage in STAGES:
        given[stage.produces] = stage.run(*(given[x] for x in stage.requires), **{x: options[x] for x in stage.options})
    claims = (*given.pop("figures"), *given.pop("statements"))
    return MarkedReport(**given, claims=claims)


def only_used(marked: MarkedReport, used: frozenset[str]) -> MarkedReport:
    """Drop the candidate statements that no finding uses; figures stay, they are marks in their own right."""
    kept = tuple(c for c in marked.claims if c.kind == "figure" or c.id in used)
    return marked if len(kept) == len(marked.claims) else replace(marked, claims=kept)
