"""Findings of the development stories, by the shared scorer: floors."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_findings.toml").read_text(encoding="utf-8"))


def digest(stories: Path) -> str:
    total = hashlib.sha256()
    for gold in sorted(stories.glob("*/gold.yaml")):
        total.update(gold.parent.name.encode() + b"\0" + hashlib.sha256(gold.read_bytes()).digest())
    return f"sha256:{total.hexdigest()}"


@pytest.fixture(scope="module")
def board(shared: Path) -> dict[str, float]:
    stories = shared / "stories"
    assert digest(stories) == FLOORS["digest"], "the gold changed: measure anew and set the floors"
    command = f"{Path(sys.executable).parent / 'rujuk'} build"
    run = subprocess.run(
        [sys.executable, "board.py", str(stories), "--command", command, "--json", "--only", *FLOORS["floor"]],
        cwd=shared / "score",
        capture_output=True,
        text=True,
        check=True,
    )
    rows = [r for r in json.loads(run.stdout) if r["story"] == "all" and r["layer"] in FLOORS["floor"]]
    return {r["layer"]: r["F1"] for r in rows}


@pytest.mark.shared
@pytest.mark.parametrize("layer", sorted(FLOORS["floor"]))
def test_floor(layer: str, board: dict[str, float]) -> None:
    assert board[layer] >= FLOORS["floor"][layer], f"{layer}: {board[layer]:.3f} below {FLOORS['floor'][layer]}"
