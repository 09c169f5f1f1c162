"""Run the examples of measures: a `yes` text gives a figure of the rule's measure with that value, a `no` text gives none."""

from __future__ import annotations

from typing import Any

from rujuk.engine.marking import mark_report
from rujuk.lang.base import LanguagePack
from rujuk.model.claim import Claim
from rujuk.model.report import Block, BlockKind, Report, report_id


def _figures(pack: LanguagePack, text: str) -> list[Claim]:
    report = Report(
        id=report_id(url=None, outlet=None, title=None, text=text, published=None),
        source="example",
        language=pack.code,
        text=text,
        blocks=(Block(kind=BlockKind.BODY, start=0, end=len(text)),),
    )
    return [c for c in mark_report(report).claims if c.kind == "figure"]


def yes(pack: LanguagePack, rule: dict[str, Any], example: dict[str, Any]) -> None:
    found = _figures(pack, example["text"])
    values = [(c.measure, c.value.best if c.value and "best" in example else c.value.low if c.value else None) for c in found]
    assert (rule["measure"], example.get("best", example.get("low"))) in values, f"{example['text']}: {values}"
    if "not" in example:
        assert example["not"] not in [m for m, _ in values], values


def no(pack: LanguagePack, rule: dict[str, Any], example: str) -> None:
    assert rule["measure"] not in [c.measure for c in _figures(pack, example)]
