"""Run the examples of lang/*/speech.toml: each frame's cues on texts of our own."""

from __future__ import annotations

from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.mark.attributions import find_attributions
from rujuk.mark.entities import find_entities
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Attribution
from rujuk.model.report import Report


def attributions(pack: LanguagePack, rule: dict[str, Any], example: Any) -> list[Attribution]:
    given = example if isinstance(example, dict) else {"text": example}
    report = Report(
        id="report:example", source="example", text=given.get("text", ""), title=given.get("title"), language=pack.code
    )
    sentences = find_sentences(report, pack=pack)
    entities = find_entities(report, sentences, (), pack=pack)
    return [a for a in find_attributions(report, sentences, entities, (), pack=pack) if a.rule == rule["id"]]


def yes(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    found = attributions(pack, rule, example)
    contents = [a.content.exact.rstrip(".") for a in found]
    assert example["content"] in contents, (contents, example)
    if "source" in example:
        speaker = found[contents.index(example["content"])].source
        assert speaker is not None
        assert speaker.name == example["source"], speaker


def no(pack: LanguagePack, rule: dict[str, Any], example: Any) -> None:
    assert attributions(pack, rule, example) == []
