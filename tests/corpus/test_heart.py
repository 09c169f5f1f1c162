"""The three reports where the project comes from: the main job is right on them, first and always."""

from __future__ import annotations

from pathlib import Path

import pytest

from rujuk import build
from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Status

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def dossier(shared: Path) -> Dossier:
    return build([str(f) for f in sorted((shared / "stories" / "id-kazakhstan-2022").glob("*.txt"))])


def figure(dossier: Dossier, measure: str) -> Finding:
    """The finding that gathers most claims of a measure, parts aside."""
    found = [f for s in dossier.stories for f in s.findings if f.measure == measure and not f.part]
    return max(found, key=lambda f: (len(f.claims), f.id))


def test_it_is_one_story(dossier: Dossier) -> None:
    assert [len(s.reports) for s in dossier.stories] == [3]


@pytest.mark.parametrize(("measure", "best"), [("attackers", 20000), ("attacks", 6)])
def test_one_president_through_two_agencies_is_one_origin(dossier: Dossier, measure: str, best: float) -> None:
    found = figure(dossier, measure)
    assert found.status is Status.SINGLE_ORIGIN
    assert [o.name for o in found.origins] == ["Kassym-Jomart Tokayev"]
    assert len(found.origins[0].reports) == 2
    assert found.estimate is not None
    assert found.estimate.best == best


def test_the_detained_grew(dossier: Dossier) -> None:
    found = figure(dossier, "detained")
    assert found.status is Status.UPDATED
    assert [p.best for p in found.history] == [4000, 10000]
    assert found.estimate is not None
    assert found.estimate.best == 10000


def test_the_undated_report_is_dated(dossier: Dossier) -> None:
    report = next(m.report for m in dossier.reports if m.report.source.startswith("003"))
    assert report.published is not None
    assert report.published.days.earliest.isoformat() >= "2022-01-13"
    assert report.published.days.latest.isoformat() <= "2022-01-15"


def test_no_list_of_other_stories_in_any_body(dossier: Dossier) -> None:
    for m in dossier.reports:
        for word in ("Populer", "Desember 2025", "Selengkapnya", "Newsletter", "Grafis"):
            assert word not in m.report.text


def test_every_direct_quote_has_its_speaker(dossier: Dossier) -> None:
    direct = [a for m in dossier.reports for a in m.attributions if a.kind == "direct"]
    assert len(direct) >= 13
    assert all(a.source is not None and a.source.name for a in direct)
