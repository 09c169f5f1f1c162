"""Dated happenings of a story, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.marked import MarkedReport
from rujuk.model.story import Finding, Reuse, TimelineEntry


def make_timeline(
    reports: Sequence[MarkedReport], findings: Sequence[Finding], reuse: Sequence[Reuse]
) -> tuple[TimelineEntry, ...]:
    return ()
