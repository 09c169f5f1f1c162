"""The example stories: the pages are what their source makes, and the dossiers say what an editor would."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from rujuk import build
from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Status

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def maker() -> Any:
    spec = importlib.util.spec_from_file_location("pages", EXAMPLES / "pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_what_their_source_makes() -> None:
    made = maker().pages()
    assert len(made) >= 24
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, f"run examples/pages.py: {path.name} differs"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return build([str(EXAMPLES / name) for name in ("almaty", "gempa", "feri")])


def findings(dossier: Dossier, report: str, measure: str) -> list[Finding]:
    """The figure findings of a measure in the story that holds the report file, wholes only, no background."""
    ident = next(m.report.id for m in dossier.reports if m.report.source.endswith(report))
    story = next(s for s in dossier.stories if ident in s.reports)
    return [f for f in story.findings if f.measure == measure and f.part is None and not f.background]


def one(dossier: Dossier, report: str, measure: str) -> Finding:
    (found,) = findings(dossier, report, measure)
    return found


def test_three_stories_are_told_apart(dossier: Dossier) -> None:
    assert [len(s.reports) for s in dossier.stories] == [8, 8, 8]
    assert not dossier.failures


@pytest.mark.parametrize(("measure", "best"), [("attackers", 20000), ("attacks", 6)])
def test_one_post_through_two_agencies_is_one_origin(dossier: Dossier, measure: str, best: float) -> None:
    found = one(dossier, "01-kabar-sentosa.html", measure)
    assert found.status is Status.SINGLE_ORIGIN
    assert [o.name for o in found.origins] == ["Kassym-Jomart Tokayev"]
    assert found.estimate is not None
    assert found.estimate.best == best
    assert len({r for o in found.origins for r in o.reports}) >= 4


def test_a_count_that_grew_is_updated(dossier: Dossier) -> None:
    found = one(dossier, "02-warta-lintang.html", "detained")
    assert found.status is Status.UPDATED
    assert found.estimate is not None
    assert found.estimate.best == 10000


def test_the_undated_report_is_dated_by_its_text(dossier: Dossier) -> None:
    report = next(m.report for m in dossier.reports if m.report.title and m.report.title.startswith("Pasukan Pimpinan Rusia"))
    assert report.published is not None
    assert report.published.basis == "inferred"
    assert report.published.days.earliest.isoformat() >= "2022-01-13"
    assert report.published.days.latest.isoformat() <= "2022-01-16"


def test_a_headline_that_says_more_than_its_body_is_an_alert(dossier: Dossier) -> None:
    ident = next(m.report.id for m in dossier.reports if m.report.title == "Puluhan Ribu Orang Ditahan di Kazakhstan")
    assert any(a.report == ident and a.code.startswith("headline") for s in dossier.stories for a in s.alerts)


def test_a_toll_that_was_corrected_is_revised(dossier: Dossier) -> None:
    found = one(dossier, "08-harbour-weekly.txt", "killed")
    assert found.status is Status.REVISED
    assert found.estimate is not None
    assert found.estimate.best == 45


def test_an_older_event_does_not_mix_in(dossier: Dossier) -> None:
    ident = next(m.report.id for m in dossier.reports if m.report.source.endswith("08-harbour-weekly.txt"))
    story = next(s for s in dossier.stories if ident in s.reports)
    old = [f for f in story.findings if f.background and f.measure == "killed"]
    assert [f.estimate.best for f in old if f.estimate] == [214]


def test_two_offices_that_contradict_each_other_are_contested(dossier: Dossier) -> None:
    ident = next(m.report.id for m in dossier.reports if m.report.title and m.report.title.startswith("Syahbandar: Manifes"))
    story = next(s for s in dossier.stories if ident in s.reports)
    (found,) = [f for f in story.findings if f.measure == "aboard" and not f.part and not f.background]
    assert found.status is Status.CONTESTED
    assert len(found.origins) == 2


def test_no_page_furniture_in_any_body(dossier: Dossier) -> None:
    for m in dossier.reports:
        for furniture in ("Terpopuler", "Baca juga", "Read more", "Most read", "Bagikan", "Resep Sambal", "Copyright", "2026"):
            assert furniture not in m.report.text, (m.report.source, furniture)
