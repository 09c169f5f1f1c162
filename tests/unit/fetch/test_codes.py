"""Every outcome that fetching can give is explained in docs/fetching.md, and every code there can happen."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
DOC = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
PLACES = [*sorted((ROOT / "src" / "rujuk" / "fetch").glob("*.py")), ROOT / "src" / "rujuk" / "engine" / "fetching.py"]
_CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")


def codes() -> set[str]:
    """Give the code literals in what makes refusals, rules and failures."""
    found: set[str] = set()
    for path in PLACES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id == "Refusal":
                    found |= _literals(node.args[0])
                found |= {c for k in node.keywords if k.arg == "code" for c in _literals(k.value)}
            elif (
                isinstance(node, ast.Assign)
                and isinstance(node.targets[0], ast.Name)
                and node.targets[0].id in ("code", "DOWN", "DEEP")
            ):
                found |= _literals(node.value)
    return found


def _literals(node: ast.expr) -> set[str]:
    """Give the strings that an expression may give: either side of a condition, none of what it asks."""
    if isinstance(node, ast.IfExp):
        return _literals(node.body) | _literals(node.orelse)
    return (
        {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value) else set()
    )


def test_the_table_holds_every_code_and_no_other() -> None:
    table = set(re.findall(r"(?m)^\| `([a-z-]+)` \|", DOC.partition("## Outcomes")[2]))
    assert len(table) > 25
    assert table == codes()


def test_the_limits_in_words_are_the_limits() -> None:
    from rujuk.fetch.addresses import PORTS
    from rujuk.fetch.limits import Limits

    limits = Limits()
    for value, words in [
        (limits.most, "1,000 addresses a run"),
        (limits.hosts, "up to 16 hosts"),
        (limits.redirects, "more than 8 redirects"),
        (limits.connect, "10 seconds to connect"),
        (limits.read, "20 without a byte"),
        (limits.total, "60 for an answer as a whole"),
    ]:
        assert words in DOC
        assert f"{value:g}" in words.replace(",", "")
    assert limits.raw == limits.unpacked == 16 * 1024 * 1024
    assert "16 MiB" in DOC
    assert sorted(PORTS) == [80, 443, 8080, 8443]
