"""The floors of relating on the shared data: stories and reuse."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rujuk.engine.reading import read_reports
from rujuk.model.report import Report
from rujuk.relate.relate import relate

FLOORS = tomllib.loads((Path(__file__).parent / "floors_relate.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"

pytestmark = pytest.mark.shared


def scored(shared: Path, scorer: str) -> list[dict[str, Any]]:
    command = [sys.executable, scorer, str(shared / "data"), "--command", f"{RUJUK} relate", "--json"]
    run = subprocess.run(command, cwd=shared / "score", capture_output=True, text=True, check=True)
    rows: list[dict[str, Any]] = json.loads(run.stdout)
    return rows


@pytest.fixture(scope="module")
def stories(shared: Path) -> list[dict[str, Any]]:
    return scored(shared, "clusters.py")


@pytest.fixture(scope="module")
def reuse(shared: Path) -> list[dict[str, Any]]:
    return scored(shared, "reuse.py")


def check_digest(shared: Path, floor: dict[str, Any]) -> None:
    digest = hashlib.sha256((shared / floor["file"]).read_bytes()).hexdigest()
    assert digest == floor["sha256"], "the data changed: measure again and pin the new floors"


@pytest.mark.parametrize("name", FLOORS["stories"])
def test_floor_of_stories(shared: Path, stories: list[dict[str, Any]], name: str) -> None:
    floor = FLOORS["stories"][name]
    check_digest(shared, floor)
    row = next(r for r in stories if r["set"] == name and r["measure"] == "BCubed")
    assert row["F1"] >= floor["F1"], row


@pytest.mark.parametrize("name", FLOORS["reuse"])
def test_floor_of_reuse(shared: Path, reuse: list[dict[str, Any]], name: str) -> None:
    check_digest(shared, FLOORS["reuse"][name])
    rows = {r["measure"]: r for r in reuse if r["set"] == name}
    for measure, floors in FLOORS["reuse"][name]["floors"].items():
        for figure, least in floors.items():
            assert rows[measure][figure] >= least, rows[measure]


def test_every_folder_of_one_story_stays_one(shared: Path) -> None:
    """A person's small folder is about one thing: no gold story may fall apart."""
    apart = {}
    for folder in sorted(p for p in (shared / "stories").iterdir() if p.is_dir()):
        read = read_reports([str(p) for p in sorted(folder.glob("*.txt"))])
        related = relate([r for r in read if isinstance(r, Report)])
        if len(related) != 1:
            apart[folder.name] = [len(s.reports) for s in related]
    assert apart == {}
