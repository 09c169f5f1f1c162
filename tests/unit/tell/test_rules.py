"""The rules that decided, for the method section."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib import resources

import dossiers
from rujuk.tell.rules import rules_used
from rujuk.tell.words import table


def test_rules_come_in_the_order_in_which_they_are_tried_with_what_they_decided() -> None:
    story = dossiers.ferry().stories[0]
    codes = ["rule-unexplained", "rule-one-report", "statement-fits", "own-rule", "rule-one-report"]
    findings = tuple(
        replace(f, reasons=(dossiers.Reason(code=c, detail=dossiers.two("x", "x")),))
        for f, c in zip(story.findings, codes, strict=False)
    )
    used = rules_used(replace(story, findings=findings))
    assert [(r.code, len(r.findings)) for r in used] == [
        ("one-report", 2),
        ("unexplained", 1),
        ("statement-fits", 1),
        ("own-rule", 1),
    ]
    assert rules_used(replace(story, findings=())) == ()


def test_every_rule_of_the_verdicts_has_words() -> None:
    told = tomllib.loads((resources.files("rujuk.reconcile") / "words.toml").read_text(encoding="utf-8"))
    assert set(told["en"]["rule"]) == set(table("rule"))
