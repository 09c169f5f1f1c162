"""The order of the stages, and the runners."""

from __future__ import annotations

from pathlib import Path

import pytest

from rujuk.engine.building import Counts, build
from rujuk.engine.graph import STAGES, Stage, check
from rujuk.engine.marking import mark_report
from rujuk.engine.workers import ordered_map
from rujuk.errors import ConfigError, RujukError
from rujuk.model.report import Report


def test_every_stage_finds_what_it_needs() -> None:
    check(STAGES)


def test_a_stage_that_lacks_a_layer_is_refused() -> None:
    lonely = Stage(name="lonely", version=1, run=lambda: None, requires=("nothing",), produces="x")
    with pytest.raises(RujukError, match="needs"):
        check((lonely,))
    twin = Stage(name="twin", version=1, run=lambda: None, requires=("report",), produces="sentences")
    with pytest.raises(RujukError, match="two stages"):
        check((*STAGES, twin))


def test_a_report_without_a_pack_has_empty_layers() -> None:
    report = Report(id="r", source="s", text="Zazpi lagun hil dira.", language="und")
    marked = mark_report(report)
    assert marked.report == report
    assert marked.sentences == ()


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("text", ["", "x", " ", "\n\n", "1", '"', "“" * 50, "(" * 50, "3.", "a" * 3000, "Ā̈ 5 org"])
def test_odd_texts_do_no_harm(language: str, text: str) -> None:
    marked = mark_report(Report(id="r", source="s", title=text or None, text=text, language=language))
    for layer in (marked.times, marked.quantities, marked.credits):
        for mark in layer:
            assert mark.span is None or mark.span.exact


def test_the_order_of_results_is_the_order_of_items() -> None:
    assert list(ordered_map(abs, range(-300, 0), jobs=2)) == list(range(300, 0, -1))


def test_a_build_of_nothing_that_exists_is_refused() -> None:
    with pytest.raises(ConfigError, match="exists"):
        build(["/nowhere/at/all"])


def test_a_build_counts_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Pasar terbakar\n\nTujuh orang tewas dalam kebakaran di pasar itu.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    counts = Counts()
    dossier = build([str(tmp_path)], counts=counts)
    assert counts.read == len(dossier.reports) == 1
    assert sum(counts.failures.values()) == len(dossier.failures) == 1
    assert counts.stories == 1
    assert sum(counts.statuses.values()) == sum(len(s.findings) for s in dossier.stories)
