"""How likely two reports tell the same story."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rujuk.model.report import Report
from rujuk.relate.candidates import candidates
from rujuk.relate.vectors import KINDS, Kind, Vectors

FLOOR = 0.02
"""Pairs less likely than this count as 0."""
FAR, COOLING = 30.0, 0.5
"""Days from which on a gap tells against one story, and the log-odds that each e-fold of it costs.  Soft: a date is often the day of capture,
and a story may go on for a year."""
UNNAMED = 0.2
"""Cosine of the names below which two reports may have different subjects."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of a cosine of 1, in order of `Kind`; `start` without any likeness; `foreign`: the part that is taken off the sum where the subjects
    differ, for then the likeness is that of two events of one kind."""

    start: float
    foreign: float
    cosines: tuple[float, ...]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the learned weights."""
    table = tomllib.loads((files("rujuk.relate") / "likeness.toml").read_text(encoding="utf-8"))
    return Weights(table["start"], table["foreign"], tuple(table[kind.name.lower()] for kind in Kind))


def likely_pairs(reports: Sequence[Report], weighed: Vectors, prior: float) -> dict[tuple[int, int], float]:
    """Give (i, j) with i < j → chance that both tell the same story, for the pairs where it is not next to none.

    Args:
        reports: the reports.
        weighed: their words.
        prior: log-odds that two reports of such a pile are about one thing, before their words are read.
    """
    weights = load_weights()
    each = np.array(weights.cosines)
    first, last = days_of(reports)
    found: dict[tuple[int, int], float] = {}
    compare = Comparison(weighed)
    for i, others in candidates(weighed, first):
        cosines, foreign = compare(i, others)
        gap = np.nan_to_num(np.maximum(first[others] - last[i], first[i] - last[others]), nan=0.0)
        odds = prior + weights.start + (cosines * each).sum(axis=1) * (1 - weights.foreign * foreign)
        odds -= COOLING * np.log(np.maximum(gap, FAR) / FAR)
        chance = np.round(1 / (1 + np.exp(-odds)), 6)  # so that no machine's last bits decide
        kept = np.flatnonzero(chance >= FLOOR)
        found.update(zip([(i, j) for j in others[kept].tolist()], chance[kept].tolist(), strict=True))
    return found


def days_of(reports: Sequence[Report]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the first and the last day each report may be of, as day numbers; NaN where nothing is known."""
    days = [r.published.days if r.published else None for r in reports]
    first = np.array([d.earliest.toordinal() if d else np.nan for d in days], dtype=np.float64)
    return first, np.array([d.latest.toordinal() if d else np.nan for d in days], dtype=np.float64)


class Comparison:
    """Compares one report with many at a time, by way of a table with a place for each word."""

    def __init__(self, weighed: Vectors) -> None:
        self._weighed = weighed
        self._table = np.zeros((weighed.words + 1) * KINDS, dtype=np.float32)

    def __call__(self, report: int, others: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Compare `report` with each of `others`.

        Returns:
            The cosines, shape (others, kinds); and whether the subjects differ: few names are shared, and neither has a main name of the other.
        """
        w, count = self._weighed, len(others)
        own = slice(w.edges[report], w.edges[report + 1])
        starts, sizes = w.edges[others], w.edges[others + 1] - w.edges[others]
        row = np.repeat(np.arange(count, dtype=np.int64), sizes)
        place = np.arange(len(row), dtype=np.int64) + np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        keys = w.keys[place]
        self._table[w.keys[own]] = w.weights[own]
        part = row * KINDS + keys % KINDS
        sums = np.bincount(part, self._table[keys] * w.weights[place], minlength=count * KINDS)
        cosines = np.asarray(sums, dtype=np.float64).reshape(count, KINDS)
        named = self._holds(w.main[others]) | self._held(report, keys, row, count)
        self._table[w.keys[own]] = 0.0
        told = (w.main[report, 0] >= 0) & (w.main[others, 0] >= 0)
        return cosines, told & ~named & (cosines[:, Kind.NAMES] < UNNAMED)

    def _holds(self, names: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say of each row of names whether the report in the table has one of them in text or head."""
        at = np.maximum(names, 0) * KINDS
        found = (self._table[at + Kind.BODY] > 0) | (self._table[at + Kind.HEAD] > 0)
        return np.asarray((found & (names >= 0)).any(axis=1))

    def _held(self, report: int, keys: NDArray[np.int64], row: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
        """Say of each of `count` reports whether it has a main name of `report` in text or head."""
        found = np.zeros(count, dtype=np.bool_)
        for name in self._weighed.main[report]:
            for kind in (Kind.BODY, Kind.HEAD):
                found[row[keys == name * KINDS + kind]] = True
        return found
