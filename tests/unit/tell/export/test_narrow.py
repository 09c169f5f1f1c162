"""One story, or one finding, cut out of a dossier: nothing points outside it."""

from __future__ import annotations

import pytest

import dossiers
from rujuk.errors import ConfigError
from rujuk.tell.export.narrow import narrow


def test_one_finding_with_its_reports() -> None:
    whole = dossiers.ferry()
    finding = whole.stories[0].findings[1]
    cut = narrow(whole, finding.id)
    (story,) = cut.stories
    assert story.findings == (finding,)
    claims = {c.id for m in cut.reports for c in m.claims}
    assert set(finding.claims) <= claims
    assert {m.report.id for m in cut.reports} == set(story.reports) == {r for o in finding.origins for r in o.reports}
    assert all({r.source, r.target} <= set(story.reports) for r in story.reuse)


def test_one_story_of_several() -> None:
    whole = dossiers.crowd(8, 6, stories=2)
    cut = narrow(whole, whole.stories[1].id)
    assert cut.stories == (whole.stories[1],)
    assert {m.report.id for m in cut.reports} == set(whole.stories[1].reports)


def test_the_beginning_of_an_id_is_enough() -> None:
    finding = dossiers.ferry().stories[0].findings[1]
    digest = finding.id.partition(":")[2]
    assert (
        narrow(dossiers.ferry(), digest[:9])
        == narrow(dossiers.ferry(), f"finding:{digest[:9]}")
        == narrow(dossiers.ferry(), finding.id)
    )


@pytest.mark.parametrize("ident", ["", "finding:", "story:zzz", "zzz", "claim:1"])
def test_what_is_not_there(ident: str) -> None:
    with pytest.raises(ConfigError, match="no story or finding is called"):
        narrow(dossiers.ferry(), ident)
