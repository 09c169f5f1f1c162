"""Runs the examples of `opposites.toml`: two texts that take opposite sides, texts with coordinates."""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.lang.opposites import OppositeLexicon


def _holds(pack: LanguagePack, rule: dict[str, Any], example: Any) -> bool:
    lexicon = pack.lexicon(OppositeLexicon)
    if rule["check"] == "sides":
        first, second = ({(s.name, s.side) for s in lexicon.sides_of(text)} for text in example)
        return any((name, 1 - side) in second for name, side in first)
    if rule["check"] == "coordinates":
        return any(True for _ in lexicon.positions(example))
    raise AssertionError(f"unknown check {rule['check']!r}")


def yes(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    assert _holds(pack, rule, example), example


def no(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    assert not _holds(pack, rule, example), example
