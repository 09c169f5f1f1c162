"""People, organisations and places, one entity each with all its mentions."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.marks import Entity, Layer, Sentence, TimeMention
from rujuk.model.report import Report


def find_entities(report: Report, sentences: Layer[Sentence], times: Layer[TimeMention], *, pack: LanguagePack) -> Layer[Entity]:
    return ()
