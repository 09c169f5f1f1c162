"""Time expressions and the days they mean."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.marks import Layer, Sentence, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days


def find_times(report: Report, sentences: Layer[Sentence], *, pack: LanguagePack, reference: Days | None) -> Layer[TimeMention]:
    return ()
