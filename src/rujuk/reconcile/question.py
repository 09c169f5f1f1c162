"""A question of a story, and the figures that answer it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rujuk.reconcile.datum import Datum


@dataclass(slots=True)
class Question:
    """Figures that answer one question; `conversions` are the same amounts in another currency."""

    data: list[Datum]
    conversions: list[Datum] = field(default_factory=list)
    aside: list[Datum] = field(default_factory=list)
    """Headline figures that their own body contradicts: they neither contest nor widen."""

    @property
    def everything(self) -> list[Datum]:
        """All data, conversions included but nothing set aside, in order of report and place."""
        return sorted([*self.data, *self.conversions], key=lambda d: (d.report, d.rank, d.id))
