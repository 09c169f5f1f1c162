"""Points for vague words: ACLED's convention, and nothing where a number stands."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from rujuk.model.story import Estimate, Status
from rujuk.tell.points import RULES, pointed
from rujuk.tell.words import table


def _vague(low: float, high: float | None, status: Status = Status.AGREED) -> Estimate:
    return pointed(Estimate(low=low, best=None, high=high, rule="sharpest"), status, "acled")


@pytest.mark.parametrize(
    ("low", "high", "point"),
    [(20, 99, 10), (24, 99, 12), (200, 999, 100), (2000, 9999, 1000), (3, 9, 3), (20000, 99999, 10000)],
)
def test_a_vague_word(low: float, high: float, point: float) -> None:
    found = _vague(low, high)
    assert (found.best, found.high) == (point, high)
    assert found.low == min(low, point)
    assert found.rule.startswith("acled: ")


def test_a_range_or_a_dispute_gets_the_lowest_number_said() -> None:
    assert (_vague(30, 45).best, _vague(30, 45).low) == (30, 30)
    disputed = _vague(24, 99, Status.CONTESTED)
    assert (disputed.best, disputed.rule) == (24, "acled: lowest number said")
    assert _vague(6, None).best == 6


def test_numbers_and_the_default_stay() -> None:
    sure = Estimate(low=5, best=5, high=5, rule="sharpest")
    assert pointed(sure, Status.AGREED, "acled") is sure
    vague = Estimate(low=24, best=None, high=99)
    assert pointed(vague, Status.AGREED, None) is vague
    unknown = Estimate(low=None, best=None, high=50)
    assert pointed(unknown, Status.AGREED, "acled") is unknown


@pytest.mark.parametrize("rule", RULES)
def test_every_vague_word_that_is_shown_has_a_point(rule: str) -> None:
    points = tomllib.loads(resources.files("rujuk.tell").joinpath("points.toml").read_text(encoding="utf-8"))[rule]
    assert set(table("vague")) <= set(points)
    for key, entry in points.items():
        assert entry["point"] <= float(key.partition("-")[0]) or key == "3-9"
