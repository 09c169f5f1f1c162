"""The things of a dossier by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from rujuk.model.claim import Claim
from rujuk.model.dossier import Dossier
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution
from rujuk.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """Reports, claims and attributions by id; a claim with the report it stands in."""

    reports: dict[str, MarkedReport] = field(default_factory=dict)
    claims: dict[str, tuple[MarkedReport, Claim]] = field(default_factory=dict)
    attributions: dict[str, Attribution] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """Look through a dossier once."""
        return cls(
            reports={m.report.id: m for m in dossier.reports},
            claims={c.id: (m, c) for m in dossier.reports for c in m.claims},
            attributions={a.id: a for m in dossier.reports for a in m.attributions},
        )

    def claims_of(self, ids: Iterable[str]) -> list[tuple[MarkedReport, Claim]]:
        """Give the claims with these ids, in their order; ids that lead nowhere are passed over."""
        return [self.claims[i] for i in ids if i in self.claims]

    def reports_of(self, story: Story) -> list[MarkedReport]:
        """Give the reports of a story in the dossier's order (by day)."""
        wanted = set(story.reports)
        return [m for i, m in self.reports.items() if i in wanted]
