"""Who says what with which cue."""

from __future__ import annotations

from rujuk.lang.base import LanguagePack
from rujuk.model.marks import Attribution, Credit, Entity, Layer, Sentence
from rujuk.model.report import Report


def find_attributions(
    report: Report,
    sentences: Layer[Sentence],
    entities: Layer[Entity],
    credits: Layer[Credit],
    *,
    pack: LanguagePack,
) -> Layer[Attribution]:
    return ()
