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
    item: str | None = None
    """The name of an item of a breakdown; empty where nothing names it, None for what is no item."""

    @property
    def first(self) -> int:
        """The first word of the evidence."""
        return self.number if self.trigger is None or self._crossed else min(self.number, self.trigger)

    @property
    def last(self) -> int:
        """The last word of the evidence."""
        end = self.number
        if self.counted is not None:
            behind = self.trigger is not None and self.trigger > self.number
            end = max(end, (self.counted.end if behind or self.item else self.counted.core) - 1)
        return end if self.trigger is None or self._crossed else max(end, self.trigger)

    @property
    def _crossed(self) -> bool:
        """Whether another number stands between a measured number and its word, so that the piece would hold two."""
        if self.trigger is None or not self.rule.startswith("unit."):
            return False
        a, b = sorted((self.number, self.trigger))
        return any(w.quantity is not None for w in self.clause.words[a + 1 : b])

    @property
    def previous(self) -> bool:
        """Whether it is a value that its own account gives up for a newer one."""
        return self.rule.endswith(".previous")

    @property
    def key(self) -> tuple[str, float | None, float | None]:
        """What the figure says, for comparing mentions in one report."""
        return (self.measure, self.value.best, self.value.low if self.value.best is None else None)
