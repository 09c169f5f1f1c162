"""The shape of the house: imports point down, files stay small, stage code holds no words of a language."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "rujuk"
ROOMS = {
    "model": {"model", "errors"},
    "text": {"model", "text", "errors"},
    "lang": {"model", "text", "lang", "errors"},
    **{room: {"model", "text", "lang", "errors", room} for room in ("read", "mark", "claim", "relate", "reconcile", "tell")},
    "fetch": {"model", "text", "errors", "fetch"},
    "store": {"model", "errors", "store"},
    "engine": {
        "model",
        "text",
        "lang",
        "errors",
        "fetch",
        "store",
        "read",
        "mark",
        "claim",
        "relate",
        "reconcile",
        "tell",
        "engine",
        "version",
    },
}
FILES = sorted(SRC.rglob("*.py"))
LONGEST = 500
VAGUE = {"utils.py", "helpers.py", "common.py", "misc.py", "util.py", "helper.py"}


def imported(file: Path) -> set[str]:
    """Rooms of the project that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            names = [node.module] if node.module != "rujuk" else [f"rujuk.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        found |= {n.split(".")[1] for n in names if n.startswith("rujuk.")}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SRC)))
def test_file(file: Path) -> None:
    room = file.relative_to(SRC).parts[0]
    if room in ROOMS:
        wrong = imported(file) - ROOMS[room]
        assert not wrong, f"{room} must not import {sorted(wrong)}"
    assert file.name not in VAGUE, "a file is named for its domain word"
    lines = file.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST, f"{lines} lines; split it at {LONGEST}"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SRC)))
def test_module_says_what_it_is(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), "a module starts by saying what it is"


STAGES = [f for f in FILES if f.relative_to(SRC).parts[0] in ("mark", "claim", "relate", "reconcile", "engine")]
FUNCTION_WORDS = {
    *("yang", "dari", "dengan", "untuk", "orang", "tewas", "kata", "menurut", "pada", "kemarin", "sekitar", "hampir"),
    *("said", "according", "yesterday", "about", "nearly", "people", "police", "died"),
}


@pytest.mark.parametrize("file", STAGES, ids=lambda f: str(f.relative_to(SRC)))
def test_no_word_lists_in_stage_code(file: Path) -> None:
    """Collections of words belong to `lang/`: a literal list, set, tuple or pattern in stage code may not hold a language's words."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.List | ast.Set | ast.Tuple):
            held = {e.value.casefold() for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)}
            assert not held & FUNCTION_WORDS, f"line {node.lineno}: {sorted(held & FUNCTION_WORDS)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile":
            for arg in node.args:
                if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
                    held = set(arg.value.casefold().replace("|", " ").replace("(", " ").replace(")", " ").split())
                    assert not held & FUNCTION_WORDS, f"line {node.lineno}: {sorted(held & FUNCTION_WORDS)}"
