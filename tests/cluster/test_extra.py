"""What the command says where work in partitions cannot be done."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from rujuk.cli.main import main

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples" / "feri")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    assert main(["build", EXAMPLE, "-o", str(tmp_path), "--engine", "daft"]) == 2
    assert "pip install 'rujuk[cluster]'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [(["--state", "s.db"], "--state"), (["--engine", "local", "--ray", "127.0.0.1:1"], "--engine local")],
)
def test_options_that_do_not_go_together(more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["build", EXAMPLE, "-o", str(tmp_path), "--engine", "daft", *more]
    assert main(given) == 2
    assert said in capsys.readouterr().err


def test_web_addresses_are_fetched_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
    assert main(["build", "https://contoh.id/berita", "-o", str(tmp_path), "--engine", "daft"]) == 2
    assert "rujuk fetch" in capsys.readouterr().err


def test_nothing_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
    assert main(["build", str(tmp_path / "no.txt"), "-o", str(tmp_path), "--engine", "daft"]) == 2
    assert "nothing of what was given exists" in capsys.readouterr().err


def test_no_cluster_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ray itself would end the process."""
    pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
    pytest.importorskip("ray", reason="needs the extra rujuk[cluster]")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"  # bound and not listening: nobody answers
        assert main(["build", EXAMPLE, "-o", str(tmp_path), "--engine", "daft", "--ray", address]) == 2
    assert "no Ray cluster answers" in capsys.readouterr().err
