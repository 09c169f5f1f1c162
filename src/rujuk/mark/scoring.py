"""How much each word of a run speaks for each label, by the weights of a trained model.

What a word brings to the places around it depends on the word alone and is summed once; a place's score adds a few such sums.  The features are
those of `features`, from which the model was trained: `FeatureMaker.features` names them one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from rujuk.mark.chunks import Words
from rujuk.mark.crf import Crf
from rujuk.mark.features import EDGE_WORD, LONGEST, FeatureMaker, Seen

KEPT = 20_000
"""So many words are kept at most; the table starts anew beyond."""
OWN, BEFORE, AFTER, TWO_BEFORE, TWO_AFTER, HEAD, TAIL, AHEAD, BEHIND = range(9)
"""The roles in which a word has a sum: as the word itself, as one around it, and as an end of a stretch of capitals."""
ROLES = 9
AROUND_ROLES = ((OWN, 0), (BEFORE, -1), (AFTER, 1), (TWO_BEFORE, -2), (TWO_AFTER, 2))
"""The roles that words play for a place, by how far off they stand."""
AROUND = 2
"""Words on either side of a place that speak for it."""
_NONE = [""]
_EDGE = ""
"""Stands for the words before the first and behind the last."""


def _roles(seen: Seen) -> tuple[list[str], ...]:
    """Give the features of a word in each role, in their order; the edge has none in some."""
    return (
        seen.own or _NONE,
        seen.before,
        seen.after,
        [seen.two_before],
        [seen.two_after],
        seen.head or _NONE,
        seen.tail or _NONE,
        [seen.ahead_of],
        [seen.behind],
    )


@dataclass(slots=True)
class Scorer:
    """Scores runs with one model; `sums` has a row per known word: shape (words, roles, labels)."""

    crf: Crf
    maker: FeatureMaker
    number: dict[str, int] = field(default_factory=dict)
    sums: NDArray[np.float64] = field(init=False)
    shape_of: NDArray[np.intp] = field(init=False)
    """Of each known word the number of its shape; shapes that no pair of the model has are 0."""
    ahead: list[str] = field(default_factory=list)
    """Of each known word its first feature as the word before another."""
    shapes: dict[str, int] = field(default_factory=dict)
    pairs: NDArray[np.intp] = field(init=False)
    """The row of the feature that two neighbouring shapes make."""
    long: NDArray[np.intp] = field(init=False)
    """The row of the feature that the length of a stretch makes."""

    def __post_init__(self) -> None:
        found = [(p, n) for p, n in self.crf.row_of.items() if p.startswith("-") and p.rfind("h=") > 1]
        halves = [(p[: p.rfind("h=")], p[p.rfind("h=") :], n) for p, n in found]
        for first, second, _ in halves:
            for half in (first.removeprefix("-"), second):
                self.shapes.setdefault(half, len(self.shapes) + 1)
        self.pairs = np.full((len(self.shapes) + 1, len(self.shapes) + 1), self.crf.unknown)
        for first, second, n in halves:
            self.pairs[self.shapes[first.removeprefix("-")], self.shapes[second]] = n
        self.long = np.array([self.crf.row_of.get(f"n={n}", self.crf.unknown) for n in range(LONGEST + 1)])
        self._forget()

    def _forget(self) -> None:
        """Begin the table anew: with the edge alone."""
        self.number.clear()
        self.ahead.clear()
        self.sums = np.zeros((1024, ROLES, len(self.crf.labels)))
        self.shape_of = np.zeros(1024, dtype=np.intp)
        self._learn([_EDGE])

    def _learn(self, words: Sequence[str]) -> None:
        """Sum the weights of words met for the first time."""
        at = len(self.number)
        while at + len(words) > len(self.sums):
            self.sums = np.concatenate([self.sums, np.zeros_like(self.sums)])
            self.shape_of = np.concatenate([self.shape_of, np.zeros_like(self.shape_of)])
        features: list[str] = []
        begins: list[int] = []
        for n, word in enumerate(words, at):
            seen = self.maker.see(word) if word else EDGE_WORD
            for some in _roles(seen):
                begins.append(len(features))
                features += some
            self.number[word] = n
            self.ahead.append(seen.before[0])
            self.shape_of[n] = self.shapes.get(seen.shape or seen.shape_before.removeprefix("-"), 0)
        rows = np.fromiter(map(self.crf.row_of.get, features, repeat(self.crf.unknown)), dtype=np.intp, count=len(features))
        sums = np.add.reduceat(self.crf.weights.take(rows, axis=0), begins, axis=0)
        self.sums[at : at + len(words)] = sums.reshape(len(words), ROLES, -1)

    def states(self, runs: Sequence[tuple[Words, int]]) -> NDArray[np.float64]:
        """Give the scores of the words of runs (a sentence, and which of its runs), one behind the other: shape (words, labels)."""
        words: list[str] = []  # each run with the two words on either side of it
        places: list[int] = []  # where in `words` those of the runs stand
        first: list[int] = []  # the scores of words that open a sentence, and of those in headlines
        shouting: list[int] = []
        stretches: list[
            tuple[int, int, int]
        ] = []  # where in `words` and in the scores a stretch of capitals begins, and its length
        known: list[tuple[int, int, str]] = []  # the same of the words of known names, and what they name
        for line, n in runs:
            start, end = line.runs[n]
            done, shift = len(places), len(words) + AROUND - start
            words += [_EDGE] * (AROUND - start)
            words += line.words[max(0, start - AROUND) : end + AROUND]
            words += [_EDGE] * (end + AROUND - len(line.words))
            places += range(start + shift, end + shift)
            if not start:
                first.append(done)
            if line.shouting:
                shouting += range(done, len(places))
            known += [(i + shift, done + i - start, part) for i, part in line.known[n].items()]
            stretches += [(i + shift, done + i - start, size) for i, size in line.stretches(n)]
        number = self.number
        if fresh := {w for w in words if w not in number}:
            if len(number) > KEPT:
                self._forget()
                fresh = set(words) - {_EDGE}
            self._learn(sorted(fresh))
        rows = np.array([number[w] for w in words])
        at = np.array(places)
        sums, shape_of = self.sums.reshape(-1, len(self.crf.labels)), self.shape_of
        around = [rows[at + step] * ROLES + role for role, step in AROUND_ROLES]
        out: NDArray[np.float64] = np.add.reduce(sums.take(around, axis=0), axis=0)
        weights, row_of, unknown = self.crf.weights, self.crf.row_of, self.crf.unknown
        out += weights.take(self.pairs[shape_of[rows[at - 1]], shape_of[rows[at]]], axis=0)
        if stretches:
            begin, begun, size = np.array(stretches).T
            places_of = ((begin, HEAD), (begin + size - 1, TAIL), (begin - 1, AHEAD), (begin + size, BEHIND))
            ends = np.add.reduce(sums.take([rows[x] * ROLES + role for x, role in places_of], axis=0), axis=0)
            ends += weights.take(self.long[np.minimum(size, LONGEST)], axis=0)
            out[np.repeat(begun - np.cumsum(size) + size, size) + np.arange(size.sum())] += np.repeat(ends, size, axis=0)
        if known:
            ahead = self.ahead
            out[[i for _, i, _ in known]] += (
                weights[[row_of.get(part, unknown) for _, _, part in known]]
                + weights[[row_of.get(part + ahead[number[words[i - 1]]], unknown) for i, _, part in known]]
            )
        for name, where in (("first", first), ("shouting", shouting)):
            if where:
                out[where] += weights[row_of.get(name, unknown)]
        return out
