"""What must hold for any pile of reports: order, copies, removal, jobs."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rujuk import build
from rujuk.model.dossier import Dossier
from rujuk.model.story import Status

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted(p for story in ("almaty", "gempa", "feri") for p in (EXAMPLES / story).iterdir())
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def lay(folder: Path, files: list[Path]) -> Path:
    """Copy files into an empty folder, named by story so that none collide."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in files:
        shutil.copy(file, folder / f"{file.parent.name}-{file.name}")
    return folder


def origins(dossier: Dossier) -> dict[tuple[str | None, str | None, str | None], int]:
    """(measure, part, question) → number of origins."""
    return {(f.measure, f.part, f.question.en): len(f.origins) for s in dossier.stories for f in s.findings if f.kind == "figure"}


def test_the_same_input_gives_the_same_bytes() -> None:
    folders = [str(EXAMPLES / name) for name in ("almaty", "gempa", "feri")]
    assert build(folders).to_json() == build(folders).to_json()


@SLOW
@given(seed=st.integers(0, 1000))
def test_order_of_inputs_changes_nothing(seed: int, tmp_path: Path) -> None:
    lay(tmp_path / "in", FILES)
    paths = [str(p) for p in (tmp_path / "in").iterdir()]
    expected = build(sorted(paths)).to_json()
    random.Random(seed).shuffle(paths)
    assert build(paths).to_json() == expected


def test_worker_processes_change_nothing() -> None:
    folders = [str(EXAMPLES / name) for name in ("almaty", "gempa")]
    assert build(folders, jobs=2).to_json() == build(folders, jobs=1).to_json()


@SLOW
@given(which=st.sampled_from([f for f in FILES if f.suffix == ".txt"]), day=st.sampled_from(["", "published: 2031-05-30\n"]))
def test_a_verbatim_copy_under_another_name_adds_no_origin(which: Path, day: str, tmp_path: Path) -> None:
    story = [f for f in FILES if f.parent == which.parent]
    folder = lay(tmp_path / "in", story)
    before = origins(build([str(folder)]))
    title, _, body = which.read_text(encoding="utf-8").partition("\n")
    head = f'---\ntitle: "{title}"\noutlet: Salinan Setia\n{day}---\n'
    (folder / "zz-copy.txt").write_text(head + body, encoding="utf-8")
    after = origins(build([str(folder)]))
    assert sum(after.values()) <= sum(before.values()), (before, after)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f"{f.parent.name}/{f.name}")
def test_a_report_that_goes_takes_its_claims_along(file: Path, tmp_path: Path) -> None:
    story = [f for f in FILES if f.parent == file.parent]
    whole = build([str(lay(tmp_path / "whole", story))])
    gone = next(m for m in whole.reports if m.report.source.endswith(f"{file.parent.name}-{file.name}"))
    rest = build([str(lay(tmp_path / "rest", [f for f in story if f != file]))])
    assert not {c.id for c in gone.claims} & {c.id for m in rest.reports for c in m.claims}
    assert not {c.id for c in gone.claims} & {c for s in rest.stories for f in s.findings for c in f.claims}


def test_another_story_changes_nothing(tmp_path: Path) -> None:
    alone = build([str(EXAMPLES / "gempa")])
    both = build([str(EXAMPLES / "gempa"), str(EXAMPLES / "feri")])
    (story,) = alone.stories
    assert story in both.stories


def test_a_single_report_agrees_with_nobody(tmp_path: Path) -> None:
    for file in FILES:
        dossier = build([str(file)])
        statuses = {f.status for s in dossier.stories for f in s.findings if f.kind == "figure"}
        assert statuses <= {Status.SINGLE_REPORT}, (file.name, statuses)
