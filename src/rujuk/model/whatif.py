"""What would change a finding: the verdict decided anew with something left out, or supposed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.claim import Value
from rujuk.model.story import Estimate, Status


class Supposed(StrEnum):
    """What is supposed to be otherwise."""

    WITHOUT_ORIGIN = "without_origin"
    WITHOUT_REPORT = "without_report"
    AGREE = "agree"
    """Another independent origin gives the same figure."""
    DIFFER = "differ"
    """Another origin gives a figure that does not fit, for the same moment."""
    GROW = "grow"
    """Another origin gives a figure that does not fit, or one of those in dispute, a day later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the verdict would be; `status` is None where no finding would be left.

    `name` is the origin's name or the report's id, `value` the figure that is supposed.
    """

    supposed: Supposed
    name: str = ""
    value: Value | None = None
    status: Status | None
    estimate: Estimate | None = None
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Another finding of the same measure, and why its figures answer another question.

    `why` is the veto that most pairs of figures meet, `one-report-both`, or `unlike` where the signs are too weak: `score` is then that of the
    closest pair, and `threshold` what it would have to reach.
    """

    finding: str
    why: str
    score: float = 0.0
    threshold: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A sign by which figures were brought to one question, and how many pairs of them show it."""

    name: str
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Why a name counts as one origin with another: `why` is a code, `detail` the role, acronym or name that decided."""

    origin: str
    name: str
    other: str
    why: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The verdict as this version decides it on what the dossier holds, what would change it, and what made its question.

    `together` are the signs of the pairs that were close enough to be joined, most frequent first, out of `pairs` such pairs.
    """

    now: Status
    outcomes: tuple[Outcome, ...]
    apart: tuple[Apart, ...] = ()
    together: tuple[Sign, ...] = ()
    pairs: int = 0
    merged: tuple[Merged, ...] = ()
