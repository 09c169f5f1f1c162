"""Figures: typed counts with what is counted, where, as of when and on whose word."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.claim import Claim
from rujuk.model.marks import Attribution, Credit, Entity, Layer, Quantity, Sentence, TimeMention
from rujuk.model.measure import Catalog
from rujuk.model.report import Report


def find_figures(
    report: Report,
    sentences: Layer[Sentence],
    times: Layer[TimeMention],
    quantities: Layer[Quantity],
    entities: Layer[Entity],
    credits: Layer[Credit],
    attributions: Layer[Attribution],
    *,
    pack: LanguagePack,
    catalog: Catalog,
) -> Layer[Claim]:
    return ()
