"""How likely two reports tell the same story."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rujuk.relate.candidates import ALL_PAIRS, candidates
from rujuk.relate.features import KINDS, Features, Kind
from rujuk.relate.vectors import Vectors

FLOOR = 0.02
"""Pairs less likely than this count as 0."""
FAR, COOLING = 30.0, 0.5
"""Days from which on a gap tells against one story, and the log-odds that each e-fold of it costs.  Soft: a date is often the day of capture,
and a story may go on for a year."""
FINE = 6
"""Decimals of log-odds and chances that are kept, so that no machine's last bits decide."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds of a likeness of 1 within a language (`cosines`, in order of `Kind`; that of `Kind.BODY` is no cosine but how much of a lead the other tells) and across two (`across`); `start` and `apart` without any
    likeness; `rival`: the part that is taken off the sum where each title names a subject that the other report does not know, for then the
    likeness is that of two events of one kind."""

    start: float
    apart: float
    rival: float
    cosines: tuple[float, ...]
    across: tuple[float, ...]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """Read the learned weights."""
    table = tomllib.loads((files("rujuk.relate") / "likeness.toml").read_text(encoding="utf-8"))
    within, across = table["within"], table["across"]
    return Weights(
        within["start"],
        across["start"],
        table["rival"],
        tuple(within.get(kind.name.lower(), 0.0) for kind in Kind),
        tuple(across.get(kind.name.lower(), 0.0) for kind in Kind),
    )


def likely_pairs(found: Sequence[Features], weighed: Vectors, least: float) -> dict[tuple[int, int], float]:
    """Give (i, j) with i < j → log-odds that both tell the same story beside the prior, where they reach `least`."""
    pairs: dict[tuple[int, int], float] = {}
    compare = Comparison(weighed)
    for i, others in candidates([f.telling for f in found], weighed.first):
        odds = compare.odds(i, others)
        kept = np.flatnonzero(odds >= least)
        pairs.update(zip([(i, j) for j in others[kept].tolist()], odds[kept].tolist(), strict=True))
    return pairs


def chances(odds: Mapping[tuple[int, int], float], prior: float) -> dict[tuple[int, int], float]:
    """Turn log-odds into chances by the prior; what is next to none is left out."""
    keys = list(odds)
    values = np.fromiter(odds.values(), dtype=np.float64, count=len(odds))
    found = np.round(1 / (1 + np.exp(-(values + prior))), FINE)
    return {k: v for k, v in zip(keys, found.tolist(), strict=True) if v >= FLOOR}


class Comparison:
    """Compares one report with many at a time, by way of a table with a place for each word."""

    def __init__(self, weighed: Vectors) -> None:
        self._weighed = weighed
        self._table = np.zeros((weighed.words + 1) * KINDS, dtype=np.float32)

    def odds(self, report: int, others: NDArray[np.int64]) -> NDArray[np.float64]:
        """Give the log-odds that `report` and each of `others` tell one story, beside the prior of the pile."""
        weights, w = load_weights(), self._weighed
        alike, rival = self(report, others)
        same = w.language[others] == w.language[report]
        each = np.where(same[:, None], np.array(weights.cosines), np.array(weights.across))
        total = (alike * each).sum(axis=1) * (1 - weights.rival * (rival & same))
        gap = np.nan_to_num(np.maximum(w.first[others] - w.last[report], w.first[report] - w.last[others]), nan=0.0)
        odds = total + np.where(same, weights.start, weights.apart) - COOLING * np.log(np.maximum(gap, FAR) / FAR)
        return np.asarray(np.round(odds, FINE), dtype=np.float64)

    def __call__(self, report: int, others: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Compare `report` with each of `others`.

        Returns:
            The likeness by kind, shape (others, kinds): cosines, and for `Kind.BODY` the larger share of what one lead tells that the other report
            has as well; and whether they are rivals: both titles name a subject, and neither report names that of the other.
        """
        w, count = self._weighed, len(others)
        own = slice(w.edges[report], w.edges[report + 1])
        starts, sizes = w.edges[others], w.edges[others + 1] - w.edges[others]
        row = np.repeat(np.arange(count, dtype=np.int64), sizes)
        place = np.arange(len(row), dtype=np.int64) + np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes)
        keys, weights = w.keys[place], w.weights[place]
        self._table[w.keys[own]] = w.weights[own]
        held, kind = self._table[keys], keys % KINDS
        sums = np.bincount(row * KINDS + kind, held * weights, minlength=count * KINDS)
        likeness = np.asarray(sums, dtype=np.float64).reshape(count, KINDS)[:, : len(Kind)]
        both = np.flatnonzero((kind == Kind.BODY) & (held != 0))
        told = (np.bincount(row[both], np.maximum(x[both], 0), minlength=count) for x in (held, weights))
        likeness[:, Kind.BODY] = np.maximum(*told)
        named = self._names(w.subject[others]) | self._named(report, keys, row, count)
        self._table[w.keys[own]] = 0.0
        subjects = (w.subject[report, 0] >= 0) & (w.subject[others, 0] >= 0)
        return likeness, subjects & ~named

    def _names(self, names: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say of each row of names whether the report in the table has one of them as a name or in its title."""
        at = np.maximum(names, 0) * KINDS
        found = (self._table[at + Kind.NAMES] > 0) | (self._table[at + Kind.TITLE] > 0)
        return np.asarray((found & (names >= 0)).any(axis=1))

    def _named(self, report: int, keys: NDArray[np.int64], row: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
        """Say of each of `count` reports whether it has a name in the title of `report` as a name or in its title."""
        found = np.zeros(count, dtype=np.bool_)
        for name in self._weighed.subject[report].tolist():
            for kind in (Kind.NAMES, Kind.TITLE) if name >= 0 else ():
                found[row[keys == name * KINDS + kind]] = True
        return found


def least_odds(count: int, lenient: float, settled: float) -> float:
    """Give the log-odds from which on a pair is kept in a pile of `count`: small piles keep what the most lenient prior could need."""
    return float(np.log(FLOOR / (1 - FLOOR))) - (lenient if count <= ALL_PAIRS else settled)
