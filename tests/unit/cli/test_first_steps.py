"""What a newcomer runs into: help, own outputs given again, places that cannot be written, readers that go away, foreign dossiers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rujuk.cli import build
from rujuk.cli.main import COMMANDS, EXAMPLES, main

TEXT = "Banjir di Kota Arungbaya\n\nTujuh orang tewas dalam banjir di Kota Arungbaya, kata polisi, Rabu (4/6/2031).\n"
REPORTS = Path(__file__).resolve().parents[3] / "examples" / "gempa"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    assert main(["build", str(REPORTS), "-o", str(folder), "-q"]) == 0
    return folder


@pytest.mark.parametrize("command", [c.__name__.rpartition(".")[2] for c in COMMANDS])
def test_each_help_has_examples_that_parse(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from rujuk.cli.main import parser

    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    told = capsys.readouterr().out
    for example in EXAMPLES[command]:
        assert f"rujuk {command} {example}" in told
        parser().parse_args([command, *example.partition(" >")[0].replace("'", "").split()])


def test_a_dossier_among_the_inputs_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(tmp_path), "-o", str(tmp_path), "-q"]) == 0
    first = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    main(["export", str(tmp_path), "-f", "rss,atom", "-o", str(tmp_path)])
    assert main(["build", str(tmp_path), "-o", str(tmp_path), "-q"]) == 0
    again = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    assert again["stories"] == first["stories"]
    assert {f["source"]: f["code"] for f in again["failures"]} == {
        "claims.csv": "not-a-report",
        "findings.csv": "not-a-report",
        "dossier.html": "own-output",
        "dossier.json": "own-output",
        "feed.rss": "own-output",
        "feed.atom": "own-output",
    }


def test_a_place_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text(TEXT, encoding="utf-8")
    assert main(["build", str(REPORTS), "-o", str(tmp_path / "file" / "out")]) == 2
    told = capsys.readouterr().err
    assert "cannot write" in told
    assert "read" not in told


def test_a_run_that_is_stopped_while_writing_leaves_the_dossier_there_was(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rujuk.cli.show import load

    dossier = load(out)
    build.write(dossier, tmp_path)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    written = Path.write_text

    def stopped(self: Path, data: str, *args: object, **options: object) -> int:
        if "html" in self.name:
            written(self, data[:100], encoding="utf-8")
            raise KeyboardInterrupt
        return written(self, "{}", encoding="utf-8")

    monkeypatch.setattr(Path, "write_text", stopped)
    with pytest.raises(KeyboardInterrupt):
        build.write(dossier, tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_a_dossier_without_a_report_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert main(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 0
    assert "no report could be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["show"], ["explain"], ["diff"], ["export", "-f", "markdown"]])
@pytest.mark.parametrize("change", ["schema", "reports", "deep"])
def test_a_dossier_that_does_not_hold_together_is_refused(
    command: list[str], change: str, out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    value = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    changed: dict[str, object] = {"schema": "rujuk/dossier/0"} if change == "schema" else {"reports": []}
    value |= changed
    file = tmp_path / "dossier.json"
    file.write_text("[" * 100_000 if change == "deep" else json.dumps(value), encoding="utf-8")
    more = {"explain": ["finding:aa"], "diff": [str(out)]}.get(command[0], [])
    assert main([*command, str(file), *more]) == 2
    assert "no dossier" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "export -f json", "export -f html", "diff {} --json"])
def test_a_reader_that_goes_away_is_no_error(command: str, out: Path) -> None:
    name, *more = command.format(out).split()
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run(
        [sys.executable, "-c", "from rujuk.cli.main import run; run()", name, str(out), *more],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_pipe_gets_utf_8_whatever_the_locale(out: Path) -> None:
    env = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": os.environ["PATH"]}
    run = subprocess.run(
        [sys.executable, "-c", "from rujuk.cli.main import run; run()", "show", str(out)],
        env=env,
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "“" in run.stdout.decode("utf-8")


def test_no_and_several_of_an_id_are_told_apart(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(out), "finding:none"]) == 2
    assert "no finding is called 'finding:none'" in capsys.readouterr().err
    dossier = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    starts = [f["id"].partition(":")[2][0] for s in dossier["stories"] for f in s["findings"]]
    double = next(c for c in starts if starts.count(c) > 1)
    assert main(["explain", str(out), f"finding:{double}"]) == 2
    assert f"the ids of {starts.count(double)} findings begin with" in capsys.readouterr().err
    assert main(["export", str(out), "-f", "json", "--only", "finding:none"]) == 2
    assert "no story or finding is called" in capsys.readouterr().err


def test_a_file_that_takes_anothers_place_in_a_state_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for day, text in (("monday", TEXT), ("tuesday", TEXT.replace("Tujuh", "Delapan"))):
        (tmp_path / day).mkdir()
        (tmp_path / day / "1.txt").write_text(text, encoding="utf-8")
        assert main(["build", str(tmp_path / day), "-o", str(tmp_path / "out"), "--state", str(tmp_path / "state")]) == 0
        assert ("replaced   1.txt" in capsys.readouterr().err) == (day == "tuesday")


def test_a_report_that_is_not_marked_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = {"id": "a", "text": "Zazpi lagun hil dira uholdeetan.", "language": "eu"}
    (tmp_path / "in.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main(["build", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out")]) == 0
    assert "unmarked a: language eu" in capsys.readouterr().err
