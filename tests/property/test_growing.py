"""A dossier that grew with a state is the dossier of a run from scratch, byte for byte, in any order of arrival and any batches."""

from __future__ import annotations

import shutil
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from piles import lay
from rujuk.engine.building import Counts, build
from rujuk.engine.remembering import Remembered, build_on
from rujuk.relate.decisions import Decision, Decisions

FEW = settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
SEEDS = st.lists(st.integers(0, 80), unique=True, min_size=2, max_size=12)
CUTS = st.lists(st.integers(1, 5), min_size=12, max_size=12)


def fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def batches(paths: list[str], cuts: list[int]) -> list[list[str]]:
    out, rest = [], list(paths)
    for cut in cuts:
        if rest:
            out.append(rest[:cut])
            rest = rest[cut:]
    return [*out, rest] if rest else out


@FEW
@given(seeds=SEEDS, cuts=CUTS, again=st.booleans())
def test_any_order_in_any_batches_gives_the_same_bytes(seeds: list[int], cuts: list[int], again: bool, tmp_path: Path) -> None:
    here = fresh(tmp_path / "x")
    paths, state = lay(here / "in", seeds), here / "state"
    before: list[str] = []
    for batch in batches(paths, cuts):
        counts = Counts()
        grown = build_on(state, [*before, *batch] if again else batch, jobs=1, counts=counts)
        before += batch
        assert counts.marked == len(batch)
        assert grown.to_json() == build(before, jobs=1).to_json()


@FEW
@given(seeds=SEEDS, cuts=CUTS)
@example(seeds=[40, 59, 12, 33, 36, 51, 41], cuts=[1] * 12)
def test_kept_ids_stay_in_every_order(seeds: list[int], cuts: list[int], tmp_path: Path) -> None:
    here = fresh(tmp_path / "x")
    paths, state = lay(here / "in", seeds), here / "state"
    ids: set[str] = set()
    for batch in batches(paths, cuts):
        done = Remembered()
        grown = build_on(state, batch, jobs=1, keep_ids=True, remembered=done)
        ids -= {r.story for r in done.renamed if r.what == "merged"}
        assert ids <= {s.id for s in grown.stories}
        ids = {s.id for s in grown.stories}
    assert grown.to_json() == build(paths, jobs=1, ids=done.ids).to_json()


@FEW
@given(seeds=SEEDS, cuts=CUTS)
def test_decisions_hold_on_every_run(seeds: list[int], cuts: list[int], tmp_path: Path) -> None:
    here = fresh(tmp_path / "x")
    paths, state = lay(here / "in", seeds), here / "state"
    some = [m.report.id for m in build(paths[:2], jobs=1).reports]
    decisions = Decisions(decisions=(Decision(what="merge", these=tuple(some)),))
    for batch in batches(paths, cuts):
        grown = build_on(state, batch, jobs=1, decisions=decisions)
    assert grown.to_json() == build(paths, jobs=1, decisions=decisions).to_json()
    assert any(set(some) <= set(s.reports) for s in grown.stories)
    without = build_on(state, paths[:1], jobs=1)
    assert without.to_json() == build(paths, jobs=1).to_json()
