"""The documentation is true: links resolve, Python runs, commands and targets exist, public names are documented."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import rujuk
from rujuk.cli.main import parser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md"), *(ROOT / "training").glob("*.md")]
)
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = {name for action in parser()._subparsers._group_actions for name in action.choices or ()}  # type: ignore[union-attr]


def ident(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=ident)
def test_links_resolve(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{ident(page)} links to {target}, which is not there"


@pytest.mark.parametrize("page", PAGES, ids=ident)
def test_commands_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.S):
        for command in re.findall(r"^(?:\.venv/bin/)?rujuk ([a-z]+)", block, re.M):
            assert command in COMMANDS, f"{ident(page)} speaks of `rujuk {command}`"
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        for target in re.findall(r"^make ([a-z-]+)", block, re.M):
            assert f"\n{target}:" in makefile, f"{ident(page)} speaks of `make {target}`"


def test_every_command_is_in_the_readme() -> None:
    for command in COMMANDS:
        assert f"rujuk {command}" in README


def test_the_readme_python_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", README, re.S)
    assert blocks
    for block in blocks:
        exec(compile(block, "README.md", "exec"), {})
    assert "single-origin" in capsys.readouterr().out


def test_public_names_say_what_they_are() -> None:
    for name in rujuk.__all__:
        thing = getattr(rujuk, name)
        assert isinstance(thing, str) or (thing.__doc__ or "").strip(), f"rujuk.{name} has no docstring"


PUBLIC = sorted((ROOT / "src" / "rujuk").rglob("*.py"))


@pytest.mark.parametrize("file", PUBLIC, ids=ident)
def test_public_functions_and_classes_have_docstrings(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    bare = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and not any(isinstance(base, ast.Name) and base.id in ("StrEnum", "Protocol") for base in getattr(node, "bases", ()))
    ]
    assert not bare, f"no docstring: {bare}"
