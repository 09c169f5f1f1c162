"""Made stories where counting goes wrong are read rightly: the cases of benchmarks/hard_cases.py, a few of each."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from rujuk import build

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from hard_cases import CASES
from synthetic import naive_on, right_of


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
@pytest.mark.parametrize("seed", [11, 12])
def test_the_truth_of_a_made_story_is_found(make: object, seed: int, tmp_path: Path) -> None:
    case = make(random.Random(seed))  # type: ignore[operator]
    for n, text in enumerate(case.reports):
        (tmp_path / f"{n:02}.md").write_text(text, encoding="utf-8")
    dossier = build([str(tmp_path)], jobs=1)
    for question in case.questions:
        right, says = right_of(question, dossier)
        assert right, f"{case.name}: {says} for {question}"


def test_counting_outlets_gets_most_cases_wrong() -> None:
    """Else the cases would not be hard."""
    wrong = [not naive_on(case, q) for make in CASES for case in [make(random.Random(1))] for q in case.questions]
    assert sum(wrong) > 0.7 * len(wrong)
