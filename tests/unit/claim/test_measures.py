"""The catalogue."""

from __future__ import annotations

from rujuk.claim.measures import load_catalog
from rujuk.lang.base import load_pack


def test_every_measure_has_triggers_in_every_language_or_is_read_by_its_unit() -> None:
    by_unit = {"magnitude", "depth", "height", "area", "money"}
    names = {m.name for m in load_catalog().measures}
    assert len(names) == 25
    for code in ("id", "en"):
        pack = load_pack(code)
        assert pack is not None
        assert {r["measure"] for r in pack.table("measures")["rule"]} == names - by_unit


def test_questions_hold_their_place() -> None:
    for m in load_catalog().measures:
        assert "{place}" in m.question.id
        assert "{place}" in m.question.en
        assert 0 <= m.weight <= 1
