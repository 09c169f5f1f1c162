"""Floors of reading pages copied as bare text: mark-up stripped, every visible block a line, with all menus and lists."""

from __future__ import annotations

import hashlib
import importlib
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from rujuk.model.report import BlockKind, Report
from rujuk.read.plain import read_plain
from rujuk.read.titles import same_title

ROOT = Path(__file__).resolve().parents[2]
FLOORS = tomllib.loads((Path(__file__).parent / "floors_bare.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bare() -> Any:
    """The rendering and labels that the tagger's training uses too."""
    sys.path.insert(0, str(ROOT / "training"))
    try:
        return importlib.import_module("bare_pages")
    finally:
        sys.path.pop(0)


def body_of(report: Report, gold: Any, grams: Any) -> str:
    """Give the lines of a report but captions and embedded posts that the gold leaves out: to tell one as such is no fault."""
    kept = []
    for block in report.blocks:
        for line in report.text[block.start : block.end].split("\n"):
            own = grams(line)
            if block.kind not in (BlockKind.CAPTION, BlockKind.QUOTED) or sum(1 for g in own if g in gold) > 0.6 * len(own):
                kept.append(line)
    return "\n".join(kept)


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_bare_pages_reach_their_floors(shared: Path, bare: Any, name: str) -> None:
    floors: dict[str, Any] = dict(FLOORS[name])
    digest = hashlib.sha256((shared / floors.pop("gold")).read_bytes()).hexdigest()
    assert f"sha256:{digest}" == floors.pop("digest"), "the data changed: measure again and pin the floors anew"
    precision, recall, titles, days, wrong = [], [], [], [], []
    for page in bare.load(shared / "data", name):
        if not page.text:
            continue
        report = read_plain("\n".join(page.lines), source="page.txt")
        gold = bare.grams(page.text)
        found = bare.grams(body_of(report, gold, bare.grams) if report else "")
        common = (gold & found).total()
        if found:
            precision.append(common / found.total())
        recall.append(common / gold.total())
        if page.title:
            titles.append(bool(report and same_title(report.title or "", page.title)))
        if page.days:
            day = report.published.days.earliest.isoformat() if report and report.published else None
            days.append(day in page.days)
            wrong.append(day is not None and day not in page.days)
    reached = {"precision": precision, "recall": recall, "title": titles, "date": days, "date wrong": wrong}
    for measure, floor in floors.items():
        share = sum(reached[measure]) / len(reached[measure])
        ok = share <= floor if measure == "date wrong" else share >= floor
        assert ok, f"{name} {measure}: {share:.3f} passes its floor {floor}"


@pytest.mark.shared
def test_clean_articles_lose_nothing_to_the_tagger(shared: Path) -> None:
    """Articles without a page around them are no copied pages, however many short lines they have."""
    import json

    from rujuk.read.focus import find_report
    from rujuk.read.line_features import stands_in_page
    from rujuk.read.packs import furniture_of
    from rujuk.read.plain import paragraphs

    lexicon = furniture_of("id")
    rows = (shared / "data/clustering/id_pool_june2025/dev.jsonl").read_text(encoding="utf-8").splitlines()
    many = 0
    for row in map(json.loads, rows):
        lines = paragraphs(f"{row['title']}\n\n{row['text']}")
        if find_report(lines):
            many += 1
            assert not stands_in_page(lines, lexicon), re.sub(r"\s+", " ", row["title"])
    assert many >= 3  # tables and lists that the tagger must be kept from
