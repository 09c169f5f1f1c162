"""Findings of the development stories, by the shared scorer: floors."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_findings.toml").read_text(encoding="utf-8"))


def digest(stories: Path) -> str:
    total = hashlib.sha256()
    for gold in sorted(stories.glob("*/gold.yaml")):
        total.update(gold.parent.name.encode() + b"\0" + hashlib.sha256(gold.read_bytes()).digest())
    return f"sha256:{total.hexdigest()}"


@pytest.mark.shared
def test_the_gold_is_the_one_measured(shared: Path) -> None:
    assert digest(shared / "stories") == FLOORS["digest"], "the gold changed: measure anew and set the floors"


@pytest.mark.shared
@pytest.mark.parametrize("layer", sorted(FLOORS["floor"]))
def test_floor(layer: str, board: dict[str, dict[str, Any]]) -> None:
    found = board[layer]["F1"]
    assert found >= FLOORS["floor"][layer], f"{layer}: {found:.3f} below {FLOORS['floor'][layer]}"
