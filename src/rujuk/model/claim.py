"""Claims: what one report says, bound to the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.codec import optional
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.span import Days, Span


class ClaimKind(StrEnum):
    FIGURE = "figure"
    STATEMENT = "statement"


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """An interval with its modifier; `best` is None for vague words and ranges, an open end is None."""

    low: float | None
    best: float | None
    high: float | None
    mod: Mod = Mod.EQUAL
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as the report names it; `within` are the places around it, nearest first."""

    name: str
    id: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """Whom a claim is credited to; `carried` where it goes on with an earlier sentence's account."""

    name: str
    kind: SourceKind = SourceKind.PERSON
    entity: str | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure of a measure, or a statement, with its evidence.

    `counted` is the noun that is counted as written.  `increment` is set for "five more", `remaining` for "still missing" of a falling count.
    `wire` is the agency of the sentence or report that carries it, if any.  `rule` names trigger and rules.
    """

    id: str
    kind: ClaimKind = ClaimKind.FIGURE
    measure: str | None
    evidence: Span
    value: Value | None = None
    part: str | None = None
    place: Place | None = None
    as_of: Days | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    background: bool = False
    attribution: str | None = None
    source: Credited | None = None
    counted: str | None = None
    increment: bool = False
    via: tuple[str, ...] = ()
    doubt: str | None = optional()
    """Why the figure's meaning is not sure; such a figure stays alone."""
    rule: str = ""
