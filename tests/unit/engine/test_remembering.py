"""A second run does what is new and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from piles import lay
from rujuk.cli.main import main
from rujuk.engine.building import Counts, build
from rujuk.engine.remembering import Remembered, build_on
from rujuk.errors import ConfigError


def run(state: Path, *inputs: str) -> tuple[str, Counts, Remembered]:
    counts, done = Counts(), Remembered()
    dossier = build_on(state, inputs, jobs=1, counts=counts, remembered=done)
    return dossier.to_json(), counts, done


def test_only_the_new_is_read_marked_and_told(tmp_path: Path) -> None:
    lay(tmp_path / "in", range(120))
    _, counts, done = run(tmp_path / "s", str(tmp_path / "in"))
    assert (done.documents, counts.marked) == (120, 120)
    stories = counts.told
    lay(tmp_path / "in", [121])
    _, counts, done = run(tmp_path / "s", str(tmp_path / "in"))
    assert (done.documents, counts.marked, counts.read) == (1, 1, 121)
    assert 1 <= counts.told < stories
    text, counts, done = run(tmp_path / "s", str(tmp_path / "in"))
    assert (done.documents, counts.marked, counts.told) == (0, 0, 0)
    assert text == build([str(tmp_path / "in")]).to_json()


def test_what_is_not_given_again_stays(tmp_path: Path) -> None:
    paths = lay(tmp_path, [1, 2, 3])
    run(tmp_path / "s", *paths[:2])
    assert run(tmp_path / "s", paths[2])[0] == build(paths).to_json()


def test_a_file_that_changed_takes_the_place_of_what_it_was(tmp_path: Path) -> None:
    paths = lay(tmp_path, [1, 2, 3, 13])
    run(tmp_path / "s", *paths)
    Path(paths[1]).write_text(Path(paths[1]).read_text() + "\nKepala desa membenarkan kabar itu pada malam hari.\n")
    text, counts, _ = run(tmp_path / "s", paths[1])
    assert counts.marked == 1
    assert text == build(paths).to_json()


def test_copies_and_what_is_no_report_are_told_as_in_one_run(tmp_path: Path) -> None:
    paths = lay(tmp_path, [1, 2])
    copy, data, empty = tmp_path / "0000-copy.txt", tmp_path / "data.bin", tmp_path / "empty.txt"
    copy.write_bytes(Path(paths[0]).read_bytes())
    data.write_bytes(bytes(range(256)) * 9)
    empty.write_text("")
    for some in ([paths[0]], [str(data), paths[1]], [str(copy), str(empty)]):
        text, _, _ = run(tmp_path / "s", *some)
    assert text == build([*paths, str(copy), str(data), str(empty)]).to_json()


def test_a_file_that_became_good_is_no_failure_any_more(tmp_path: Path) -> None:
    path = tmp_path / "0001.txt"
    path.write_text("")
    assert '"empty"' in run(tmp_path / "s", str(path))[0]
    lay(tmp_path, [1])
    text, _, _ = run(tmp_path / "s", str(path))
    assert text == build([str(path)]).to_json()


def test_a_wrong_path_changes_nothing(tmp_path: Path) -> None:
    paths = lay(tmp_path, [1])
    text, _, _ = run(tmp_path / "s", *paths)
    with pytest.raises(ConfigError, match="nothing of what was given exists"):
        run(tmp_path / "s", str(tmp_path / "none.txt"))
    assert run(tmp_path / "s", *paths)[0] == text


def test_the_command_remembers_and_tells_of_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    late, early = lay(tmp_path, [16, 40])
    out, state = str(tmp_path / "out"), str(tmp_path / "s")
    assert main(["build", late, "-o", out, "--state", state]) == 0
    assert main(["build", early, "-o", out, "--state", state]) == 0
    assert "renamed" in capsys.readouterr().err
    Path(state).write_text("no database at all, but longer than a head of a hundred bytes " * 9)
    assert main(["build", early, "-o", out, "--state", state]) == 2
    assert "move it away" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["[[merge]\n", "[[join]]\nthese = []\n", '[[merge]]\nthese = ["x"]\n', '[[split]]\nthese = ["story:a"]\n']
)
def test_a_decisions_file_that_is_wrong_is_refused(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = lay(tmp_path / "in", [1])
    (tmp_path / "d.toml").write_text(text)
    assert main(["build", *paths, "-o", str(tmp_path / "out"), "--decisions", str(tmp_path / "d.toml")]) == 2
    assert "d.toml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
