"""What the editor should look at."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.marked import MarkedReport
from rujuk.model.measure import Catalog
from rujuk.model.story import Alert, Finding


def find_alerts(reports: Sequence[MarkedReport], findings: Sequence[Finding], *, catalog: Catalog) -> tuple[Alert, ...]:
    return ()
