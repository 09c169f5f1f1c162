"""Run the examples of furniture rules: `yes` lines go (or what is `left` stays), `no` lines stay as they are.

An example is a line, or a table with `lines` and what is `left` of them.
"""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.lang.furniture import FurnitureLexicon
from rujuk.read.furniture import clear_furniture


def _left(pack: LanguagePack, lines: list[str]) -> list[str]:
    return [line.text for line in clear_furniture(lines, pack.lexicon(FurnitureLexicon))]


def yes(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    if rule["kind"] == "caption":
        (line,) = clear_furniture([example], pack.lexicon(FurnitureLexicon))
        assert (line.text, line.kind) == (example, "caption")
        return
    lines, left = ([example], []) if isinstance(example, str) else (example["lines"], example["left"])
    assert _left(pack, lines) == left


def no(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    kept = clear_furniture([example], pack.lexicon(FurnitureLexicon))
    assert [line.text for line in kept] == [example]
    assert rule["kind"] != "caption" or kept[0].kind != "caption"
