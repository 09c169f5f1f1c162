"""Learn how likely two clauses make one point: makes the weights of `src/rujuk/reconcile/sameness.toml`.

    python training/sameness.py

Reads the signs of labelled pairs of clauses beside it (`sameness.tsv`: numbers only, no text; see sameness.md) and fits a logistic regression.  Prints
the weights, learned from the stories that are not held out, and precision and recall of pairs: on each story by the others, and on the held-out ones.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rujuk.reconcile.sameness import Sign

Floats = NDArray[np.float64]
RIDGE = 3.0
FOLDS = 9
LEVELS = (0.5, 0.55, 0.6, 0.7, 0.8)


class Pairs:
    """Labelled pairs: signs, whether they make one point, how many like them there are, and their stories."""

    def __init__(self, path: Path) -> None:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t"))
        signs = [s.name.lower() for s in Sign if s != Sign.START]
        self.signs: Floats = np.array([[1.0, *(float(r[s]) for s in signs)] for r in rows])
        self.same: Floats = np.array([float(r["same"]) for r in rows])
        self.weight: Floats = np.array([float(r["stands_for"]) for r in rows])
        self.story = np.array([int(r["story"]) for r in rows])
        self.held_out = np.array([r["part"] == "held-out" for r in rows])


def fit(signs: Floats, same: Floats, weight: Floats) -> Floats:
    """Fit a logistic regression by Newton's method: the start, then the weights of the signs."""
    pull = np.eye(signs.shape[1]) * RIDGE
    pull[0, 0] = 0.0
    beta: Floats = np.zeros(signs.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-signs @ beta))
        step = np.linalg.solve(
            (signs * (weight * p * (1 - p) + 1e-9)[:, None]).T @ signs + pull, signs.T @ (weight * (p - same)) + pull @ beta
        )
        beta = beta - step
        if float(np.abs(step).max()) < 1e-7:
            break
    return beta


def report(title: str, chance: Floats, same: Floats) -> None:
    """Print precision and recall of pairs at neighbouring levels."""
    print(title)
    for level in LEVELS:
        taken = chance >= level
        print(f"  {level:.2f}  precision {same[taken].mean():.3f}  recall {same[taken].sum() / same.sum():.3f}")


def main() -> None:
    """Learn, print the weights, and measure."""
    pairs = Pairs(Path(__file__).with_name("sameness.tsv"))
    chance = np.zeros(len(pairs.same))
    for fold in range(FOLDS):
        inside = pairs.story % FOLDS == fold
        beta = fit(pairs.signs[~inside], pairs.same[~inside], pairs.weight[~inside])
        chance[inside] = 1 / (1 + np.exp(-pairs.signs[inside] @ beta))
    learned, held = ~pairs.held_out, pairs.held_out
    beta = fit(pairs.signs[learned], pairs.same[learned], pairs.weight[learned])
    for sign, value in zip(Sign, beta, strict=True):
        print(f"{sign.name.lower()} = {value:.2f}")
    report(f"every story by the others ({len(pairs.same)} pairs)", chance, pairs.same)
    report(f"held-out stories ({held.sum()} pairs)", 1 / (1 + np.exp(-pairs.signs[held] @ beta)), pairs.same[held])


if __name__ == "__main__":
    main()
