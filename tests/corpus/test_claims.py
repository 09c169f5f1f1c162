"""The floors of the figures' layers on the shared stories, and the figures of one story by name."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_claims.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"

pytestmark = pytest.mark.shared


def test_the_gold_is_the_one_measured(gold_digest: str) -> None:
    assert f"sha256:{gold_digest}" == FLOORS["digest"], "the data changed: measure again and pin the new floors"


@pytest.mark.parametrize("layer", FLOORS["floors"])
def test_floor(board: dict[str, dict[str, Any]], layer: str) -> None:
    assert board[layer]["F1"] >= FLOORS["floors"][layer], board[layer]


def test_the_heart_of_the_main_story(shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "stories" / "id-kazakhstan-2022").glob("*.txt"))
    out = tmp_path / "out"
    subprocess.run([RUJUK, "build", *map(str, files), "-o", str(out)], check=True, capture_output=True)
    dossier = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    found = {
        (c["measure"], c["value"]["best"], c["value"]["mod"])
        for r in dossier["reports"]
        for c in r["claims"]
        if c["kind"] == "figure" and not c["background"]
    }
    assert {
        ("attackers", 20000, "APPROX"),
        ("attacks", 6, "EQUAL"),
        ("detained", 4000, "APPROX"),
        ("detained", 10000, "LESS_THAN"),
        ("deployed", 2500, "APPROX"),
    } <= found
