"""What the floors share: the scorers' output, each run made once, and the digest of the stories' gold."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

Row = dict[str, Any]
RUJUK = Path(sys.executable).parent / "rujuk"


@pytest.fixture(scope="session")
def scored(shared: Path) -> Callable[..., list[Row]]:
    """Run a scorer with the product's command (`mark`, `build`, ...) on a folder of the shared data; give its rows."""

    @cache
    def run(scorer: str, folder: str, command: str) -> list[Row]:
        line = [sys.executable, scorer, str(shared / folder), "--command", f"{RUJUK} {command}", "--json"]
        done = subprocess.run(line, cwd=shared / "score", capture_output=True, text=True, check=True)
        rows: list[Row] = json.loads(done.stdout)
        return rows

    return run


@pytest.fixture(scope="session")
def board(scored: Callable[..., list[Row]]) -> dict[str, Row]:
    """Layer → its row over all development stories: the whole way is run once for all the floors on it."""
    return {r["layer"]: r for r in scored("board.py", "stories", "build") if r.get("story") == "all"}


@pytest.fixture(scope="session")
def gold_digest(shared: Path) -> str:
    """SHA-256 of the stories' gold files, in order of their names, one after the other."""
    return hashlib.sha256(b"".join(f.read_bytes() for f in sorted((shared / "stories").glob("*/gold.yaml")))).hexdigest()
