"""Measures: the questions that figures answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.story import Bilingual


class Temporality(StrEnum):
    """How a measure behaves over time; it decides whether a difference is an update, a revision or a conflict."""

    STATIC = "static"
    """Does not change: a magnitude, the people aboard."""
    CUMULATIVE = "cumulative"
    """Only grows while the event goes on: a toll."""
    STATE = "state"
    """Holds at a moment: people in shelters now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of the catalogue.  `question` holds `{place}`; `weight` (0 to 1) ranks measures for the reader.

    The last fields say when two figures of the measure answer the same question.
    """

    name: str
    label: Bilingual
    question: Bilingual
    unit: str | None
    temporality: Temporality
    weight: float
    acted: bool = False
    """What a service does: the police and a ministry that each arrest people give two counts."""
    moving: bool = False
    """People go from one place to another: where one report names the start, another names the end."""
    happening: bool = False
    """A property of one happening, of which a story may hold several: the magnitude of a quake."""
    repeated: bool = False
    """The happening comes again and again, each with its own: the columns of a volcano."""
    spread: float | None = None
    """How far two measurings of one happening may lie apart, in the measure's unit; None where they may differ by anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All measures, by name."""

    measures: tuple[Measure, ...]

    def get(self, name: str) -> Measure | None:
        """Give the measure called `name`, or None."""
        return next((m for m in self.measures if m.name == name), None)
