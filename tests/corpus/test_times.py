"""The floors of the times layer on the shared data."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_times.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def rows(scored: Callable[..., list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return scored("times.py", "data", "mark")


@pytest.mark.parametrize(("part", "measure"), [(part, m) for part in ("indotimex", "dateparser") for m in FLOORS[part]["floors"]])
def test_floor_of_expressions(shared: Path, rows: list[dict[str, Any]], part: str, measure: str) -> None:
    digest = hashlib.sha256((shared / FLOORS[part]["file"]).read_bytes()).hexdigest()
    assert digest == FLOORS[part]["sha256"], "the data changed: measure again and pin the new floors"
    row = next(r for r in rows if r["measure"] == measure)
    assert row["F1"] >= FLOORS[part]["floors"][measure], row


def test_floor_of_stories(board: dict[str, dict[str, Any]]) -> None:
    assert board["times"]["F1"] >= FLOORS["stories"]["floors"]["times"], board["times"]
