"""Put tests/ on the path, so that the hand-made dossiers in tests/dossiers.py can be imported under any import mode."""

from __future__ import annotations

import sys
from pathlib import Path

_TESTS = str(Path(__file__).resolve().parents[2])
if _TESTS not in sys.path:
    sys.path.insert(0, _TESTS)
