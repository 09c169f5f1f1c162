"""What is marked in one report: sentences, times, quantities, entities, credits, attributions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

from rujuk.model.codec import flat, optional
from rujuk.model.report import BlockKind
from rujuk.model.span import Days, Span

T = TypeVar("T")
Layer: TypeAlias = tuple[T, ...]
"""The marks of one kind, in order of their place (title first, then by start)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence; `paragraph` counts the lines of the text from 0 and is -1 for the title."""

    span: Span = flat()
    paragraph: int
    kind: BlockKind = BlockKind.BODY


class TimeKind(StrEnum):
    """TIMEX3 types.  Source: TimeML 1.2.1 / ISO 24617-1."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression.  `days` are None for durations, sets and what cannot be resolved.

    `value` is the TIMEX3 value (`2022-01-07`, `2022-W01`, `P3D`, `PRESENT_REF`), `mod` its TIMEX3 modifier (`START`, `MID`, `END`, `APPROX`, ...).
    `rule` names the pack rule that read it.
    """

    span: Span = flat()
    kind: TimeKind
    days: Days | None = flat(default=None)
    value: str | None = None
    mod: str | None = optional()
    local: str | None = optional()
    rule: str = ""


class Mod(StrEnum):
    """How a number is hedged.  Source: TIMEX3 `mod`."""

    EQUAL = "EQUAL"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"


class QuantityKind(StrEnum):
    """What a number does in its sentence.  Only `count`, `money` and `measure` can become figures."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    PERCENT = "percent"
    FRACTION = "fraction"
    ORDINAL = "ordinal"
    AGE = "age"
    RATE = "rate"
    LABEL = "label"
    """A house, road, flight, decree or phone number, a score, a list number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as written, with its hedge: `exact` covers hedge, number and unit.

    `low`, `best`, `high` are in base units as in the text (`20 ribu` is 20000); `best` is None for vague words and ranges.  An open end
    is None.  `unit` is an ISO 4217 code, or `km`, `m`, `ha`, `kg`, `percent`, `magnitude`, ...; None for a bare count.
    `noun` is the counted noun as written where one follows (`orang`, `houses`).
    """

    span: Span = flat()
    low: float | None
    best: float | None
    high: float | None
    mod: Mod = Mod.EQUAL
    unit: str | None = None
    noun: str | None = None
    kind: QuantityKind = QuantityKind.COUNT
    number: Span | None = optional()
    """The number alone, without hedge and unit."""
    rule: str = ""


class EntityKind(StrEnum):
    """Kinds of names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place of one report, with all its mentions.

    `name` is the fullest form in the report without titles; `role` the office as the report words it.  `place` is a gazetteer id
    (`geonames:1526384`, `iso3166:KZ`) where the gazetteer is sure; `within` lists the ids or names of places around it, nearest first.
    """

    id: str
    kind: EntityKind
    name: str
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()
    place: str | None = optional()
    within: tuple[str, ...] = ()


class CreditKind(StrEnum):
    """How a report rests on another house."""

    WIRE = "wire"
    """A news agency: by tag, dateline or "SUMBER: REUTERS"."""
    OUTLET = "outlet"
    """Another outlet: "dilansir dari ..." for the whole report."""
    PHOTO = "photo"
    """A picture credit: says nothing about the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An agency or outlet that the report credits with its account, as a whole (not one quote of it)."""

    agency: str
    kind: CreditKind = CreditKind.WIRE
    span: Span | None = flat(default=None)
    scope: str = "report"
    """`report`, or `sentence` where only the sentence around it is credited."""


class SourceKind(StrEnum):
    """Who speaks.  Source: PolNeAR source types, FIELD.md row 27."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The source of an attribution: `name` is resolved (the full name behind "ia"), the span is where it stands, if it does."""

    name: str
    kind: SourceKind = SourceKind.PERSON
    span: Span | None = flat(default=None)
    entity: str | None = None
    role: str | None = optional()


class AttributionKind(StrEnum):
    """Direct: in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says what with which cue.  Source: PARC3 / PolNeAR (source, cue, content)."""

    id: str
    kind: AttributionKind
    content: Span
    cue: Span | None = None
    source: Speaker | None = None
    medium: str | None = None
    via: tuple[str, ...] = ()
    rule: str = ""
