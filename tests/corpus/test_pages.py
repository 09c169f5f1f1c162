"""Floors of reading saved pages, and of reading the stories' bare texts."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_pages.toml").read_text(encoding="utf-8"))
RUJUK = Path(sys.executable).parent / "rujuk"


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_pages_reach_their_floors(shared: Path, name: str) -> None:
    floors: dict[str, Any] = dict(FLOORS[name])
    digest = hashlib.sha256((shared / floors.pop("gold")).read_bytes()).hexdigest()
    assert f"sha256:{digest}" == floors.pop("digest"), "the data changed: measure again and pin the floors anew"
    done = subprocess.run(
        [sys.executable, "pages.py", str(shared / "data"), "--set", name, "--command", f"{RUJUK} read", "--json"],
        cwd=shared / "score",
        capture_output=True,
        check=True,
        text=True,
    )
    rows = {r["measure"]: r for r in json.loads(done.stdout)}
    for measure, floor in floors.items():
        if measure == "date invented":
            assert rows[measure]["recall"] <= floor
        else:
            reached = rows[measure]["recall" if measure == "index refused" else "F1"]
            assert reached >= floor, f"{name} {measure}: {reached:.3f} is below its floor {floor}"
