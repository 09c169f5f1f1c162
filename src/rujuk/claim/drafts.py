"""A figure on its way: a number with its measure, before it is placed, credited and flagged."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted
from rujuk.model.claim import Value


@dataclass(slots=True)
class Draft:
    """A number at word `number` of a clause that is a figure of `measure`; `trigger` is the word that says so, if one does.

    `continued` is set where the measure was taken from a figure before, `past` where it is about another event.
    """

    clause: Clause
    number: int
    measure: str
    value: Value
    rule: str
    trigger: int | None = None
    counted: Counted | None = None
    continued: bool = False
    past: bool = False

    @property
    def first(self) -> int:
        """The first word of the evidence."""
        return self.number if self.trigger is None else min(self.number, self.trigger)

    @property
    def last(self) -> int:
        """The last word of the evidence."""
        end = self.number
        if self.counted is not None:
            behind = self.trigger is not None and self.trigger > self.number
            end = max(end, (self.counted.end if behind else self.counted.core) - 1)
        return end if self.trigger is None else max(end, self.trigger)

    @property
    def key(self) -> tuple[str, float | None, float | None]:
        """What the figure says, for comparing mentions in one report."""
        return (self.measure, self.value.best, self.value.low if self.value.best is None else None)
