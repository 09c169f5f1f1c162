"""Floors of dating undated reports: given days hidden, inferred and compared (benchmarks/dating.py)."""

from __future__ import annotations

import importlib
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors_dating.toml").read_text(encoding="utf-8"))


@pytest.mark.shared
def test_inferred_days_hold_the_given_one(shared: Path) -> None:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        found = {row.name: row.shares() for row in importlib.import_module("dating").rows(shared)}
    finally:
        sys.path.pop(0)
    assert set(FLOORS) == set(found)
    for name, floors in FLOORS.items():
        for measure, floor in floors.items():
            reached = found[name][measure]
            ok = reached <= floor if measure == "width" else reached >= floor
            assert ok, f"{name} {measure}: {reached:.3f} passes its floor {floor}"
