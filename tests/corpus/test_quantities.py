"""The floors of the quantities layer on the shared data."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_quantities.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def rows(shared: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "quantities.py", str(shared / "data"), "--command", f"{RUJUK} mark", "--json"]
    run = subprocess.run(command, cwd=shared / "score", capture_output=True, text=True, check=True)
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize(("part", "measure"), [(part, m) for part in FLOORS for m in FLOORS[part]["floors"]])
def test_floor(shared: Path, rows: list[dict[str, Any]], part: str, measure: str) -> None:
    digest = hashlib.sha256((shared / FLOORS[part]["file"]).read_bytes()).hexdigest()
    assert digest == FLOORS[part]["sha256"], "the data changed: measure again and pin the new floors"
    row = next(r for r in rows if r["set"] == part and r["measure"] == measure)
    assert row[FLOORS[part]["figure"]] >= FLOORS[part]["floors"][measure], row
