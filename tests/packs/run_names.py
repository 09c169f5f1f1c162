"""Run the examples of `names.toml`: an entity of that kind and name (office, gazetteer id) does or does not stand in a text."""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.mark.entities import find_entities
from rujuk.mark.sentences import find_sentences
from rujuk.model.report import Report


def _found(pack: LanguagePack, example: dict[str, Any]) -> list[dict[str, Any]]:
    report = Report(id="report:x", source="x", text=example["text"], language=pack.code)
    entities = find_entities(report, find_sentences(report, pack=pack), (), pack=pack)
    return [{"kind": str(e.kind), "name": e.name, "role": e.role, "place": e.place, "aliases": list(e.aliases)} for e in entities]


def _holds(found: list[dict[str, Any]], example: dict[str, Any]) -> bool:
    wanted = {k: v for k, v in example.items() if k != "text"}
    return any(wanted.items() <= e.items() for e in found)


def yes(pack: LanguagePack, rule: dict[str, Any], example: dict[str, Any]) -> None:
    found = _found(pack, example)
    assert _holds(found, example), found


def no(pack: LanguagePack, rule: dict[str, Any], example: dict[str, Any]) -> None:
    found = _found(pack, example)
    assert not _holds(found, example), found
