"""Reports related to each other, and what their claims come to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.claim import ClaimKind, Place
from rujuk.model.codec import flat, named, optional
from rujuk.model.marks import SourceKind
from rujuk.model.span import Days, Span, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """The same words in both languages of the page; keys are BCP 47 tags."""

    id: str
    en: str


class ReuseKind(StrEnum):
    SYNDICATED = "syndicated"
    """The whole or most of one report stands in the other."""
    EXCERPT = "excerpt"
    """Passages of one stand in the other."""
    SHARED_QUOTE = "shared-quote"
    """Both quote the same speech; nobody copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Where a passage stands in a report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The same words at two places."""

    source: Piece = named("from")
    target: Piece = named("to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Text of report `source` that stands again in report `target`.

    `share` is the part of the target's words that stand in the passages, 0 to 1.  The source is the earlier one where days differ, else
    the credited or longer one.
    """

    source: str = named("from")
    target: str = named("to")
    kind: ReuseKind
    share: float
    passages: tuple[Passage, ...] = ()
    reason: str = ""
    """Why this direction: `earlier`, `credited`, `longer`, `order`."""


class Status(StrEnum):
    """Verdicts, as in the product's table."""

    SINGLE_REPORT = "single-report"
    SINGLE_ORIGIN = "single-origin"
    AGREED = "agreed"
    UPDATED = "updated"
    REVISED = "revised"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What an editor would print today; low/best/high as in UCDP GED."""

    low: float | None
    best: float | None
    high: float | None
    unit: str | None = None
    as_of: Days | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent origin: a person, office, agency or outlet on whose word claims rest, copying removed."""

    name: str
    kind: SourceKind
    claims: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    """Other names under which it appeared."""
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPoint:
    """The state of a figure on some days, by the claims that gave it then."""

    as_of: Days | None
    low: float | None
    best: float | None
    high: float | None
    claims: tuple[str, ...] = ()
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A step of the decision, with the claims it used; enough to redo it by hand."""

    code: str
    detail: Bilingual
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The answer of a story's reports to one question."""

    id: str
    kind: ClaimKind = ClaimKind.FIGURE
    measure: str | None
    part: str | None = None
    place: Place | None = None
    background: bool = False
    question: Bilingual
    status: Status
    estimate: Estimate | None = None
    claims: tuple[str, ...]
    origins: tuple[Origin, ...]
    history: tuple[HistoryPoint, ...] = ()
    reasons: tuple[Reason, ...] = ()
    summary: Bilingual
    whole: str | None = optional()
    """The finding that this one is a part of."""
    weight: float = 0.0
    """For ranking on the page: reports, origins and the measure's own weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A span in a named report."""

    report: str
    start: int
    end: int
    where: Where | None = optional("in")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """A dated happening; `origins` counts the independent origins that carry it."""

    days: Days = flat()
    text: Bilingual
    evidence: tuple[Anchor, ...]
    planned: bool = False
    origins: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """Something the editor should look at."""

    code: str
    report: str | None = None
    detail: Bilingual
    finding: str | None = optional()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One story as the `relate` command writes it: its reports, and the reuse among them."""

    story: str
    reports: tuple[str, ...]
    reuse: tuple[Reuse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What some reports tell together."""

    id: str
    title: str
    reports: tuple[str, ...]
    period: Days | None = None
    places: tuple[Place, ...] = ()
    findings: tuple[Finding, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    alerts: tuple[Alert, ...] = ()


def span_anchor(report: str, span: Span) -> Anchor:
    """Make the anchor of a span in a report; the body is the silent default."""
    return Anchor(report=report, start=span.start, end=span.end, where=span.where if span.where == Where.TITLE else None)
