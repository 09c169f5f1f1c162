"""The floors of the attribution and credit layers on the shared data."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_quotes.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"

pytestmark = pytest.mark.shared


def scored(shared: Path, *arguments: str) -> list[dict[str, Any]]:
    run = subprocess.run([sys.executable, *arguments, "--json"], cwd=shared / "score", capture_output=True, text=True, check=True)
    rows: list[dict[str, Any]] = json.loads(run.stdout)
    return rows


@pytest.fixture(scope="module")
def polnear(shared: Path) -> list[dict[str, Any]]:
    return scored(shared, "quotes.py", str(shared / "data"), "--command", f"{RUJUK} mark")


@pytest.fixture(scope="module")
def stories(shared: Path) -> list[dict[str, Any]]:
    return scored(shared, "board.py", str(shared / "stories"), "--command", f"{RUJUK} build")


@pytest.mark.parametrize("measure", FLOORS["polnear"]["floors"])
def test_floor_of_polnear(shared: Path, polnear: list[dict[str, Any]], measure: str) -> None:
    digest = hashlib.sha256((shared / FLOORS["polnear"]["file"]).read_bytes()).hexdigest()
    assert digest == FLOORS["polnear"]["sha256"], "the data changed: measure again and pin the new floors"
    row = next(r for r in polnear if r["measure"] == measure)
    assert row.get("F1", row["recall"]) >= FLOORS["polnear"]["floors"][measure], row


@pytest.mark.parametrize("layer", FLOORS["stories"]["floors"])
def test_floor_of_stories(shared: Path, stories: list[dict[str, Any]], layer: str) -> None:
    total = hashlib.sha256()
    for gold in sorted((shared / "stories").glob("*/gold.yaml")):
        total.update(gold.read_bytes())
    assert total.hexdigest() == FLOORS["stories"]["sha256"], "the gold changed: measure again and pin the new floors"
    row = next(r for r in stories if r.get("story") == "all" and r.get("layer") == layer)
    assert row["F1"] >= FLOORS["stories"]["floors"][layer], row
