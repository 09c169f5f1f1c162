"""Walk every pack: each rule's `yes` and `no` examples are run by the runner of its file.

A table `lang/<code>/<name>.toml` with `[[rule]]` needs `tests/packs/run_<name>.py` with `yes(pack, rule, example)` and `no(pack, rule, example)`,
which assert.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rujuk.lang.base import BUILT_IN, load_pack

HERE = Path(__file__).parent


def runner(name: str) -> ModuleType:
    file = HERE / f"run_{name}.py"
    assert file.is_file(), f"lang/*/{name}.toml has rules, but tests/packs/run_{name}.py is missing"
    spec = importlib.util.spec_from_file_location(f"run_{name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rules() -> list[Any]:
    found = []
    for code in BUILT_IN:
        pack = load_pack(code)
        assert pack is not None
        for file in pack.files():
            if not file.endswith(".toml"):
                continue
            name = file.removesuffix(".toml")
            for n, rule in enumerate(pack.table(name).get("rule", ())):
                found.append(pytest.param(code, name, rule, id=f"{code}-{name}-{rule.get('id', n)}"))
    return found


@pytest.mark.parametrize(("code", "name", "rule"), rules())
def test_rule_examples(code: str, name: str, rule: dict[str, Any]) -> None:
    pack = load_pack(code)
    assert pack is not None
    assert rule.get("id"), f"a rule of {code}/{name}.toml has no id"
    assert rule.get("yes"), f"{rule['id']} has no example"
    run = runner(name)
    for example in rule["yes"]:
        run.yes(pack, rule, example)
    for example in rule.get("no", ()):
        run.no(pack, rule, example)
