"""The floors of the attribution and credit layers on the shared data."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_quotes.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def polnear(scored: Callable[..., list[dict[str, Any]]]) -> list[dict[str, Any]]:
    return scored("quotes.py", "data", "mark")


@pytest.mark.parametrize("measure", FLOORS["polnear"]["floors"])
def test_floor_of_polnear(shared: Path, polnear: list[dict[str, Any]], measure: str) -> None:
    digest = hashlib.sha256((shared / FLOORS["polnear"]["file"]).read_bytes()).hexdigest()
    assert digest == FLOORS["polnear"]["sha256"], "the data changed: measure again and pin the new floors"
    row = next(r for r in polnear if r["measure"] == measure)
    assert row.get("F1", row["recall"]) >= FLOORS["polnear"]["floors"][measure], row


@pytest.mark.parametrize("layer", FLOORS["stories"]["floors"])
def test_floor_of_stories(gold_digest: str, board: dict[str, dict[str, Any]], layer: str) -> None:
    assert gold_digest == FLOORS["stories"]["sha256"], "the gold changed: measure again and pin the new floors"
    assert board[layer]["F1"] >= FLOORS["stories"]["floors"][layer], board[layer]
