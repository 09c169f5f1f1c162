"""A report with all its layers of marks: what the `mark` command writes, one line a report."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.model.claim import Claim
from rujuk.model.codec import flat
from rujuk.model.marks import Attribution, Credit, Entity, Layer, Quantity, Sentence, TimeMention
from rujuk.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedReport:
    """A report and what was found in it.  A report in a language without a pack has empty layers."""

    report: Report = flat()
    sentences: Layer[Sentence] = ()
    credits: Layer[Credit] = ()
    times: Layer[TimeMention] = ()
    quantities: Layer[Quantity] = ()
    entities: Layer[Entity] = ()
    attributions: Layer[Attribution] = ()
    claims: Layer[Claim] = ()
