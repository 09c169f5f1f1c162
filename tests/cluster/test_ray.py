"""Work in partitions gives what one machine gives, byte for byte: on a Ray cluster of two machines, both on this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from rujuk.engine.building import build

pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
pytest.importorskip("ray", reason="needs the extra rujuk[cluster]")

EXAMPLES = [str(Path(__file__).resolve().parents[2] / "examples" / n) for n in ("almaty", "feri", "gempa")]
SCRIPT = Path(__file__).with_name("on_ray.py")
LONGEST = 400
"""Seconds after which it is given up; alone on two cores it takes about 40, and most of that is Ray's start and its workers'."""


def on_ray(runs: Iterable[list[str]]) -> str:
    """Build on a cluster in a process of its own; give what it said."""
    words = [w for run in runs for w in ("--", *run)]
    env = {k: v for k, v in os.environ.items() if not k.startswith(("RAY_", "DAFT_"))}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *words], capture_output=True, text=True, timeout=LONGEST, check=False, env=env
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stderr


def test_examples_and_stories_on_two_machines(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """One story; the example stories with every step by joins; and, where they are at hand, all development stories as one pile."""
    piles = {"one": EXAMPLES[:1], "joins": EXAMPLES}
    shared = Path(os.environ.get("RUJUK_SHARED") or SCRIPT.parents[3] / "shared") / "stories"
    if shared.is_dir():
        piles["stories"] = [str(shared)]
    said = on_ray(
        [*(["--joins"] if name == "joins" else []), str(tmp_path / name), *given]
        for name, given in sorted(piles.items(), reverse=True)
    )
    for name, given in piles.items():
        assert (tmp_path / name / "dossier.json").read_text(encoding="utf-8") == build(given).to_json(), name
    assert "partitions 8, 8 read and marked in this run" in said
