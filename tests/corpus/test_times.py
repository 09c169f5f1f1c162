"""The floors of the times layer on the shared data."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_times.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"

pytestmark = pytest.mark.shared


def scored(shared: Path, *arguments: str) -> list[dict[str, Any]]:
    run = subprocess.run([sys.executable, *arguments, "--json"], cwd=shared / "score", capture_output=True, text=True, check=True)
    rows: list[dict[str, Any]] = json.loads(run.stdout)
    return rows


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    return scored(shared, "times.py", str(shared / "data"), "--command", f"{RUJUK} mark")


@pytest.mark.parametrize(("part", "measure"), [(part, m) for part in ("indotimex", "dateparser") for m in FLOORS[part]["floors"]])
def test_floor_of_expressions(shared: Path, rows: list[dict[str, Any]], part: str, measure: str) -> None:
    digest = hashlib.sha256((shared / FLOORS[part]["file"]).read_bytes()).hexdigest()
    assert digest == FLOORS[part]["sha256"], "the data changed: measure again and pin the new floors"
    row = next(r for r in rows if r["measure"] == measure)
    assert row["F1"] >= FLOORS[part]["floors"][measure], row


def test_floor_of_stories(shared: Path) -> None:
    rows = scored(shared, "board.py", str(shared / "stories"), "--command", f"{RUJUK} build", "--only", "times")
    total = next(r for r in rows if r.get("story") == "all" and r.get("layer") == "times")
    assert total["F1"] >= FLOORS["stories"]["floors"]["times"], total
