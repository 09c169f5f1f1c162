"""Outlets' own layouts: each rule of lang/outlets.toml on a page made up for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rujuk.lang.outlets import OutletRule, load_outlet_rules
from rujuk.model.report import Report
from rujuk.read import page_rules
from rujuk.read.page import read_page

SAMPLES = Path(__file__).parent / "outlets"
RULES = load_outlet_rules()


def read(name: str, change: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """Read a rule's sample page, with one text changed, and give what its expected result has."""
    html = (SAMPLES / f"{name}.html").read_text(encoding="utf-8")
    assert change[0] in html
    found = read_page(html.replace(*change) if change[0] else html, source=f"{name}.html")
    assert isinstance(found, Report), found
    lines = [[b.kind.value, line] for b in found.blocks for line in found.text[b.start : b.end].split("\n")]
    local = found.published.local if found.published else None
    return {"title": found.title, "bylines": list(found.bylines), "local": local, "lines": lines}


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_each_rule_has_its_sample() -> None:
    assert (
        sorted(r.id for r in RULES)
        == sorted(f.stem for f in SAMPLES.glob("*.html"))
        == sorted(f.stem for f in SAMPLES.glob("*.json"))
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_reads_its_page(rule: OutletRule) -> None:
    assert read(rule.id) == expected(rule.id)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_the_general_reading_falls_short(rule: OutletRule, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_rules, "load_outlet_rules", lambda: ())
    assert read(rule.id) != expected(rule.id), "the rule is no longer needed"


def test_a_rule_holds_for_its_days_and_domain_only() -> None:
    name = "liputan6.gallery"
    assert read(name, ("2016-02-16T09:09", "2021-02-16T09:09"))["lines"] != expected(name)["lines"]
    assert read(name, ("photo.liputan6.com", "photo.contoh.com"))["lines"] != expected(name)["lines"]


def test_a_page_without_the_box_is_read_as_any_other() -> None:
    found = read("kompas.read", ('class="read__content"', 'class="konten"'))
    assert any("ambruk pada Senin" in line for _, line in found["lines"])
