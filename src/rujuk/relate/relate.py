"""Which reports tell the same story, and who copies whom."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.ids import make_id
from rujuk.model.report import Report
from rujuk.model.story import Related


def relate(reports: Sequence[Report]) -> tuple[Related, ...]:
    ids = tuple(sorted(r.id for r in reports))
    return (Related(story=make_id("story", *ids[:1]), reports=ids),) if ids else ()
