"""The state file: one transaction a run, refused when it cannot be trusted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rujuk.errors import StoreError
from rujuk.store.state import open_state

MADE = "rujuk 1"


def filled(path: Path) -> Path:
    with open_state(path, MADE) as state:
        for n in range(300):
            state.keep_document(f"{n}.txt", "d", "laporan " * 200 + str(n))
        state.keep_marked("report:a", "d", "marks")
    return path


def fail(path: Path) -> None:
    with open_state(path, MADE) as state:
        state.keep_document("new.txt", "d", "")
        raise RuntimeError


def code(path: Path, made_by: str = MADE) -> str:
    with pytest.raises(StoreError) as e, open_state(path, made_by) as state:
        assert len(list(state.documents())) < 300
    assert str(path) in str(e.value)
    return e.value.code


def test_what_a_run_keeps_the_next_finds(tmp_path: Path) -> None:
    with open_state(filled(tmp_path / "s.db"), MADE) as state:
        assert state.has_document("1.txt", "d")
        assert not state.has_document("1.txt", "e")
        assert state.marked("report:a") == "marks"
        assert len(list(state.documents())) == 300


def test_a_run_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    with pytest.raises(RuntimeError):
        fail(path)
    with open_state(path, MADE) as state:
        assert not state.has_document("new.txt", "d")
        assert state.has_document("1.txt", "d")


def test_a_first_run_that_fails_leaves_a_file_the_next_can_use(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        fail(tmp_path / "s.db")
    filled(tmp_path / "s.db")


def test_two_at_once_are_refused(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    with open_state(path, MADE):
        assert code(path) == "state-locked"


def test_another_version_is_refused_and_named(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    with pytest.raises(StoreError, match=r"rujuk 1.*rujuk 2"), open_state(path, "rujuk 2"):
        pass
    assert code(path, "rujuk 2") == "state-version"


def test_a_file_that_is_no_state_is_refused_and_kept(tmp_path: Path) -> None:
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("Catatan rapat redaksi.\n" * 100)
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE t (x)")
    db.commit()
    db.close()
    before = other.read_bytes()
    assert code(text) == "state-broken"
    assert code(other) == "state-foreign"
    assert (text.read_text()[:7], other.read_bytes()) == ("Catatan", before)


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_file_that_is_cut_off_is_refused(tmp_path: Path, part: float) -> None:
    path = filled(tmp_path / "s.db")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part)])
    assert code(path) == "state-broken"


def test_damaged_pages_are_no_records(tmp_path: Path) -> None:
    path = filled(tmp_path / "s.db")
    data = bytearray(path.read_bytes())
    data[8192:-4096] = b"\xa5" * (len(data) - 8192 - 4096)
    path.write_bytes(data)
    assert code(path) == "state-broken"


def test_a_folder_is_no_state_file(tmp_path: Path) -> None:
    assert code(tmp_path) == "state-unreadable"
    assert code(tmp_path / "none" / "s.db") == "state-unreadable"
