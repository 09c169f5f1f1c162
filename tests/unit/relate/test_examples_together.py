"""The bundled examples, each told in two languages, among many reports of other things."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_piles import stories, write_lines
from rujuk.engine.reading import read_reports
from rujuk.model.report import Report
from rujuk.relate.relate import relate
from rujuk.relate.stories import MANY

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def reports_of(paths: list[str]) -> list[Report]:
    return [r for r in read_reports(paths) if isinstance(r, Report)]


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    found = reports_of([str(write_lines(tmp_path_factory.mktemp("pile") / "pile.jsonl", stories(60)))])
    assert len(found) > MANY
    return found


@pytest.mark.parametrize("name", ["almaty", "feri", "gempa"])
def test_an_example_is_one_story_of_two_languages(name: str, others: list[Report]) -> None:
    """The pile is a collection, so nothing speaks for one story but the reports."""
    example = reports_of([str(EXAMPLES / name)])
    assert {r.language for r in example} == {"id", "en"}
    inside = {r.id for r in example}
    found = [set(s.reports) for s in relate([*example, *others]) if inside & set(s.reports)]
    assert found == [inside]
