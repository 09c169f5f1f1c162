"""Learn what the likenesses of two reports say about their being one story: makes the weights of `src/rujuk/relate/likeness.toml`.

    python training/likeness.py DATA [--without SET]

DATA is the folder of shared data; see training/likeness.md.  A logistic regression of "same story" on the five cosines (within a language) and on the
sixth alone (across two: names and numbers in the form that every language shares), each set and each answer
weighing the same.  Prints the weights, and the BCubed F1 on every set at neighbouring priors; writes nothing.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days
from rujuk.relate.candidates import candidates
from rujuk.relate.features import Kind, features
from rujuk.relate.likeness import Comparison, load_weights
from rujuk.relate.linkage import average_linkage
from rujuk.relate.vectors import side_by_side

LEARNED = ("g5_news_cluster", "id_pool_june2025", "ecbplus")
"""The sets that are learned from; `basil_triples` is only measured on: its labels state no licence."""
SETS = (*LEARNED, "basil_triples")
OUT, NOISE = "?", None
"""Labels of reports that are not scored, and of distractors: two of these may or may not be one story."""
Floats = NDArray[np.float64]


def load(data: Path, name: str) -> tuple[list[Report], list[str | None]]:
    """Read the development part of a set: its reports in order of their ids, and their stories."""
    rows: list[tuple[Report, str | None]] = []
    with (data / "clustering" / name / "dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows.append((_report(row, name), _label(row, name)))
    rows.sort(key=lambda r: r[0].id)
    return [r for r, _ in rows], [x for _, x in rows]


def _report(row: dict[str, Any], name: str) -> Report:
    if name == "ecbplus":
        sentences: dict[int, list[str]] = {}
        for _, sentence, token in row["tokens"]:
            sentences.setdefault(sentence, []).append(token)
        texts = [" ".join(tokens) for _, tokens in sorted(sentences.items())][row["doc"].endswith("ecbplus") :]
        return Report(id=row["doc"], source=row["doc"], text="\n".join(texts), language="en")
    day = (row.get("published") or row.get("date") or "")[:10]
    ident = row.get("id") or row["file"]
    return Report(
        id=ident,
        source=ident,
        title=row["title"] or None,
        text=row["text"],
        language="id" if name.startswith("id_") else "en",
        outlet=Outlet(name=row.get("outlet") or ident),
        published=Published(days=Days.on(date.fromisoformat(day)), basis=Basis.METADATA) if day else None,
    )


def _label(row: dict[str, Any], name: str) -> str | None:
    if name.startswith("id_"):
        return row["story"] or (OUT if row["story_maybe"] else NOISE)
    return str(row.get("subtopic") or row.get("event_id") or row["event"])


Pairs = tuple[NDArray[np.int64], Floats, Floats]


def pairs(reports: list[Report]) -> Pairs:
    """Compare the reports: pairs, their cosines, and whether they are rivals (0, 1)."""
    found = [features(r) for r in reports]
    weighed = side_by_side(found)
    compare = Comparison(weighed)
    places, cosines, rival = [], [], []
    for i, others in candidates([f.telling for f in found], weighed.first):
        a, b = compare(i, others)
        places.append(np.stack([np.full_like(others, i), others], axis=1))
        cosines.append(a)
        rival.append(b.astype(np.float64))
    return np.concatenate(places), np.concatenate(cosines), np.concatenate(rival)


def fit(examples: Iterator[tuple[Floats, Floats]], ridge: float = 1e-4) -> Floats:
    """Fit a logistic regression by Newton's method: start, then the weights of the cosines."""
    x_all, y_all, weight = [], [], []
    for x, y in examples:
        x_all.append(np.hstack([np.ones((len(x), 1)), x]))
        y_all.append(y)
        weight.append(np.where(y > 0, 0.5 / y.sum(), 0.5 / (1 - y).sum()))
    x, y, w = np.concatenate(x_all), np.concatenate(y_all), np.concatenate(weight) / len(weight)
    pull = np.eye(x.shape[1]) * ridge
    pull[0, 0] = 0.0
    beta: Floats = np.zeros(x.shape[1])
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.solve((x * (w * p * (1 - p) + 1e-12)[:, None]).T @ x + pull, x.T @ (w * (p - y)) + pull @ beta)
        beta = beta - step
        if float(np.abs(step).max()) < 1e-6:
            break
    return beta


def examples(compared: Pairs, labels: list[str | None]) -> tuple[Floats, Floats]:
    """Keep the pairs whose answer is known."""
    places, cosines, _ = compared
    kept, answers = [], []
    for n, (i, j) in enumerate(places.tolist()):
        a, b = labels[i], labels[j]
        if OUT in (a, b) or (a is NOISE and b is NOISE):
            continue
        kept.append(n)
        answers.append(float(a == b))
    return cosines[kept], np.array(answers)


def bcubed(groups: list[list[int]], labels: list[str | None]) -> float:
    """Give the BCubed F1 of the scored reports; distractors lower the precision."""
    size = Counter(labels)
    precision = recall = scored = 0.0
    for group in groups:
        inside = Counter(labels[i] for i in group if labels[i] != OUT)
        for label, n in inside.items():
            if label is not NOISE:
                precision += n * n / sum(inside.values())
                recall += n * n / size[label]
                scored += n
    return 2 * precision * recall / (precision + recall) / scored


def main() -> None:
    """Learn, print the weights, and measure."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--without", choices=LEARNED, help="leave this set out of the learning")
    options = arguments.parse_args()
    loaded = {name: load(options.data, name) for name in SETS}
    compared = {name: pairs(reports) for name, (reports, _) in loaded.items()}
    for title, kinds in (("within", list(Kind)[: Kind.SHARED]), ("across", [Kind.SHARED])):
        learned = (examples(compared[n], loaded[n][1]) for n in LEARNED if n != options.without)
        beta = fit((cosines[:, kinds], answers) for cosines, answers in learned)
        print(title, " ".join(f"{n} = {v:.2f}" for n, v in zip(("start", *(k.name.lower() for k in kinds)), beta, strict=True)))
        print("prior  " + "  ".join(SETS))
        for prior in (0.25, 0.0, -0.25, -0.5, -0.75, -1.0):
            scores = (measure(compared[n], loaded[n][1], kinds, beta, prior) for n in SETS)
            print(f"{prior:5}  " + "  ".join(f"{score:{len(n)}.3f}" for n, score in zip(SETS, scores, strict=True)))


def measure(compared: Pairs, labels: list[str | None], kinds: list[Kind], beta: Floats, prior: float) -> float:
    """Group by the weights and score."""
    places, cosines, rival = compared
    odds = prior + beta[0] + cosines[:, kinds] @ beta[1:] * (1 - load_weights().rival * rival)
    likely = np.flatnonzero(odds > -math.log(49))
    chance = 1 / (1 + np.exp(-odds[likely]))
    likeness = {(i, j): float(p) for (i, j), p in zip(places[likely].tolist(), chance, strict=True)}
    return bcubed(average_linkage(len(labels), likeness, 0.5), labels)


if __name__ == "__main__":
    main()
