"""The findings of a story."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.marked import MarkedReport
from rujuk.model.measure import Catalog
from rujuk.model.story import Finding, Reuse


def find_findings(
    story: str, reports: Sequence[MarkedReport], reuse: Sequence[Reuse], *, catalog: Catalog
) -> tuple[Finding, ...]:
    return ()
