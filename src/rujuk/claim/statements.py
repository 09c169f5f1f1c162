"""Statements that are no figure: sentences of the body and reported speech that another report may affirm or dispute."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.claim import Claim
from rujuk.model.marks import Attribution, Credit, Entity, Layer, Sentence, TimeMention
from rujuk.model.report import Report


def find_statements(
    report: Report,
    sentences: Layer[Sentence],
    times: Layer[TimeMention],
    entities: Layer[Entity],
    credits: Layer[Credit],
    attributions: Layer[Attribution],
    *,
    pack: LanguagePack,
) -> Layer[Claim]:
    return ()
