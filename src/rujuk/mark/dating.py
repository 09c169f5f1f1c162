"""The days in which an undated report must have been written."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.report import Report


def date_report(report: Report, *, pack: LanguagePack) -> Report:
    return report
