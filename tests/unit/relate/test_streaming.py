"""Stories that grow are the stories that all reports at once make."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from piles import make
from rujuk.model.report import Report
from rujuk.relate import candidates as near
from rujuk.relate import reuse, streaming
from rujuk.relate.decisions import Decision, Decisions
from rujuk.relate.naming import anchored
from rujuk.relate.relate import relate
from rujuk.relate.streaming import Stories
from rujuk.store.shelf import SqliteShelf

MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def growing(reports: list[Report], decisions: Decisions | None = None, *, keep: bool = False) -> tuple[Stories, SqliteShelf]:
    shelf = SqliteShelf.in_memory()
    return Stories(shelf, {r.id: r for r in reports}.__getitem__, decisions, keep=keep), shelf


@pytest.fixture
def tight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make piles of a dozen large: narrow windows, few holders of a shingle."""
    monkeypatch.setattr(near, "ALL_PAIRS", 6)
    monkeypatch.setattr(near, "NEAR", 2)
    monkeypatch.setattr(reuse, "COMMON", 4)
    monkeypatch.setattr(streaming, "COMMON", 4)


@MANY
@given(
    seeds=st.lists(st.integers(0, 120), unique=True, min_size=1, max_size=28),
    cuts=st.lists(st.integers(1, 9), min_size=28, max_size=28),
    bulk=st.sampled_from([1, 5, 2000]),
    left=st.integers(0, 6),
)
def test_any_order_in_any_batches_gives_the_stories_of_all_at_once(
    seeds: list[int], cuts: list[int], bulk: int, left: int, tight: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "BULK", bulk)
    reports = [make(s) for s in seeds]
    stories, shelf = growing(reports)
    rest = list(reports)
    for cut in cuts:
        if rest:
            stories.add_all(rest[:cut])
            rest = rest[cut:]
    assert tuple(stories.story(s) for s in shelf.stories()) == relate(reports)
    stories.add_all([], [r.id for r in reports[:left]])
    assert tuple(stories.story(s) for s in shelf.stories()) == relate(reports[left:])


@MANY
@given(seeds=st.lists(st.integers(0, 60), unique=True, min_size=2, max_size=12), data=st.data())
def test_decisions_hold_in_every_order(seeds: list[int], data: st.DataObject) -> None:
    reports = [make(s) for s in seeds]
    two = data.draw(st.permutations([r.id for r in reports]))[:2]
    decisions = Decisions(
        decisions=(Decision(what="merge", these=(two[0], anchored(two[1]))), Decision(what="split", these=(two[0],)))
        if data.draw(st.booleans())
        else (Decision(what="merge", these=(anchored(two[0]), two[1])),)
    )
    stories, shelf = growing(reports, decisions)
    for report in reports:
        stories.add(report)
    assert tuple(stories.story(s) for s in shelf.stories()) == relate(reports, decisions)


@MANY
@given(seeds=st.lists(st.integers(0, 120), unique=True, min_size=1, max_size=20))
def test_kept_ids_stay_and_name_what_a_run_with_them_names(seeds: list[int]) -> None:
    reports = [make(s) for s in seeds]
    stories, shelf = growing(reports, keep=True)
    for n, report in enumerate(reports, 1):
        before = {s: shelf.members(s) for s in shelf.stories()}
        change = stories.add_all([report])
        lost = set(before) - set(shelf.stories())
        assert lost == set(change.gone)
        assert lost <= {r.story for r in change.renamed if r.what in ("merged", "split")}
        assert tuple(stories.story(s) for s in shelf.stories()) == relate(reports[:n], ids=shelf.given())


def test_reports_in_order_of_days_keep_their_ids_without_being_told() -> None:
    reports = sorted(
        (make(s) for s in range(40) if s % 11), key=lambda r: (r.published.days.earliest if r.published else 0, r.id)
    )
    (kept, shelf), seen = growing(reports, keep=True), set()
    for report in reports:
        kept.add(report)
        seen |= set(shelf.stories())
    assert tuple(kept.story(s) for s in shelf.stories()) == relate(reports)
    assert set(shelf.stories()) <= seen


def test_a_report_that_is_known_changes_nothing() -> None:
    stories, _ = growing([make(1)])
    first = stories.add(make(1))
    assert stories.add_all([make(1)]).stories == ()
    assert stories.add(make(1)) == first


def test_an_earlier_report_renames_its_story_and_is_told() -> None:
    late, early = make(16), make(40)
    assert early.published
    assert late.published
    assert early.published.days < late.published.days
    stories, shelf = growing([late, early])
    first = stories.add(late)
    change = stories.add_all([early])
    assert [(r.what, r.story, r.other) for r in change.renamed] == [("renamed", first, anchored(early.id))]
    assert shelf.stories() == [anchored(early.id)]
