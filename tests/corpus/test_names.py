"""Names on the shared development data, by the shared scorer: floors."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

FLOORS = tomllib.loads((Path(__file__).parent / "floors_names.toml").read_text(encoding="utf-8"))


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_floor(name: str, shared: Path) -> None:
    floor = FLOORS[name]
    data = shared / "data/ner" / floor["file"]
    assert f"sha256:{hashlib.sha256(data.read_bytes()).hexdigest()}" == floor["digest"], (
        "the data changed: measure anew and set the floors"
    )
    command = f"{Path(sys.executable).parent / 'rujuk'} mark"
    run = subprocess.run(
        [sys.executable, "names.py", str(shared / "data"), "--command", command, "--set", name, "--json"],
        cwd=shared / "score",
        capture_output=True,
        text=True,
        check=True,
    )
    rows = {r["measure"]: r for r in json.loads(run.stdout) if r["set"] == name}
    for measure in ("exact", "overlap"):
        if measure in floor:
            assert rows[measure]["F1"] >= floor[measure], f"{name} {measure}: {rows[measure]['F1']:.3f} below {floor[measure]}"
