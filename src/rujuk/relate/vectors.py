"""The features of several reports side by side, their words numbered without gaps so that a table can hold them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rujuk.relate.features import KINDS, SUBJECT, Features


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vectors:
    """The weighted words of some reports, one after the other.

    `keys` holds word number * `KINDS` + kind; those of report i stand at `edges[i]:edges[i + 1]`.  `subject` has the words of the names in each title, -1
    where there are fewer, `words` for a word that is left out: shape (reports, SUBJECT).  Words are numbered in the order of their features' numbers, so the terms of a sum come in
    the same order in every pile.
    """

    keys: NDArray[np.int64]
    weights: NDArray[np.float32]
    edges: NDArray[np.int64]
    subject: NDArray[np.int64]
    language: NDArray[np.int64]
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    words: int

    def __len__(self) -> int:
        return len(self.edges) - 1


def side_by_side(found: Sequence[Features], around: Features | None = None) -> Vectors:
    """Put features side by side.

    Args:
        found: the features.
        around: the one that all others are to be compared with: words that it lacks are left out, for they say nothing.
    """
    raw = np.concatenate([f.keys for f in found]) if found else np.empty(0, dtype=np.int64)
    weights = np.concatenate([f.weights for f in found]) if found else np.empty(0, dtype=np.float32)
    sizes = np.array([len(f.keys) for f in found], dtype=np.int64)
    known = np.unique((raw if around is None else around.keys) // KINDS)
    if around is not None:
        kept = _among(known, raw // KINDS)
        counts = np.concatenate(([0], np.cumsum(kept)))
        ends = np.cumsum(sizes)
        sizes = counts[ends] - counts[ends - sizes]
        raw, weights = raw[kept], weights[kept]
    keys = raw % KINDS
    for start in range(0, len(raw), 1 << 22):  # slice by slice: it bounds the memory
        part = slice(start, start + (1 << 22))
        keys[part] += np.searchsorted(known, raw[part] // KINDS) * KINDS
    subject = np.full((len(found), SUBJECT), -1, dtype=np.int64)
    for i, f in enumerate(found):
        at = np.searchsorted(known, f.subject)
        subject[i, : len(f.subject)] = at if around is None else np.where(_among(known, f.subject), at, len(known))
    order = {language: n for n, language in enumerate(sorted({f.language for f in found}))}
    return Vectors(
        keys=keys,
        weights=weights,
        edges=np.concatenate(([0], np.cumsum(sizes))).astype(np.int64),
        subject=subject,
        language=np.array([order[f.language] for f in found], dtype=np.int64),
        first=np.array([f.first for f in found], dtype=np.float64),
        last=np.array([f.last for f in found], dtype=np.float64),
        words=len(known),
    )


def _among(known: NDArray[np.int64], words: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Say which words are among the known ones; those are ascending."""
    if not len(known):
        return np.zeros(len(words), dtype=np.bool_)
    return np.asarray(known[np.minimum(np.searchsorted(known, words), len(known) - 1)] == words)
