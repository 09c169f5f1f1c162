"""Run the examples of `times.toml`: a sentence, the expression in it, and what it means from a day of writing."""

from __future__ import annotations

from datetime import date
from typing import Any

from rujuk.lang.base import LanguagePack
from rujuk.mark.sentences import find_sentences
from rujuk.mark.times import find_times
from rujuk.model.marks import TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Days


def marked(pack: LanguagePack, text: str, reference: str | None) -> tuple[TimeMention, ...]:
    report = Report(id="report:0", source="example", language=pack.code, text=text)
    day = date.fromisoformat(reference) if reference else None
    return find_times(report, find_sentences(report, pack=pack), pack=pack, reference=Days.on(day) if day else None)


def yes(pack: LanguagePack, rule: dict[str, Any], example: dict[str, str]) -> None:
    found = marked(pack, example["text"], example.get("reference"))
    here = [t for t in found if t.span.exact == example.get("mark", example["text"])]
    assert here, f"{example}: found {[t.span.exact for t in found]}"
    mention = here[0]
    assert rule["id"] in mention.rule.split("+"), mention
    if "value" in example:
        first, _, last = example["value"].partition("/")
        assert mention.days is not None, mention
        assert (str(mention.days.earliest), str(mention.days.latest)) == (first, last or first), mention
    else:
        assert mention.days is None, mention
    if "kind" in example:
        assert mention.kind == example["kind"], mention
    if "local" in example:
        assert mention.local == example["local"], mention


def no(pack: LanguagePack, rule: dict[str, Any], example: str) -> None:
    found = marked(pack, example, "2022-01-13")
    assert not [t for t in found if rule["id"] in t.rule.split("+")], found
