"""Every failure code that reading can give, and every key it reads, is explained in docs/inputs.md."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from rujuk.read import jsonlines, matter

ROOT = Path(__file__).resolve().parents[3]
DOC = (ROOT / "docs" / "inputs.md").read_text(encoding="utf-8")
CALLS = {"fail": 0, "_fail": 1, "_skip": 1}


def codes() -> set[str]:
    """Give the code literals in the calls that make failures."""
    found: set[str] = set()
    for path in sorted((ROOT / "src" / "rujuk" / "read").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            name = node.func.id
            values = [k.value for k in node.keywords if k.arg == "code"] if name == "Failure" else []
            if name in CALLS:
                values = node.args[CALLS[name] : CALLS[name] + 1]
            found |= {v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)}
    return found


def test_the_table_holds_every_code_and_no_other() -> None:
    table = set(re.findall(r"(?m)^\| `([a-z-]+)` \| (?:failed|skipped)", DOC))
    assert len(table) >= 14
    assert table == codes()


def test_every_key_is_named() -> None:
    keys = {k for keys in (*jsonlines._KEYS.values(), *matter._KEYS.values(), jsonlines._TEXT) for k in keys}
    assert {k for k in keys if f"`{k}`" not in DOC} == set()
