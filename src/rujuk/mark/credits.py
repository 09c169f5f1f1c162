"""Agencies and outlets that a report credits with its account."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.marks import Credit, Entity, Layer, Sentence
from rujuk.model.report import Report


def find_credits(report: Report, sentences: Layer[Sentence], entities: Layer[Entity], *, pack: LanguagePack) -> Layer[Credit]:
    return ()
