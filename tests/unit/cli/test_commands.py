"""The command line: exit codes, messages, streams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rujuk.cli.main import main

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
TEXT = "Tujuh orang tewas dalam kebakaran di pasar, kata polisi, Rabu (4/6/2031)."


def test_build_writes_four_files_and_says_what_became_of_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(EXAMPLES / "gempa"), "-o", str(tmp_path / "out")]) == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["claims.csv", "dossier.html", "dossier.json", "findings.csv"]
    told = capsys.readouterr()
    assert told.out == ""
    assert "8 read, 0 skipped, 0 failed" in told.err
    assert "findings" in told.err


def test_build_of_nothing_that_exists_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "none"), "-o", str(tmp_path / "out")]) == 2
    assert "check the paths" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_is_a_named_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    assert main(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out")]) == 1
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    assert dossier["reports"] == []
    assert dossier["failures"]
    assert dossier["failures"][0]["code"] in capsys.readouterr().err


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Pasar terbakar\n\n{TEXT}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "c.txt").write_bytes(b"")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "out"), "-q"]) == 1
    dossier = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    assert [r["source"] for r in dossier["reports"]] == ["a.txt"]
    assert [(f["source"], f["state"], f["code"]) for f in dossier["failures"]] == [
        ("b.txt", "skipped", "not-text"),
        ("c.txt", "failed", "empty"),
    ]


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("a file, no folder", encoding="utf-8")
    assert main(["build", str(EXAMPLES / "gempa"), "-o", str(tmp_path / "out"), "-q"]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_read_mark_and_relate_pass_lines_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(EXAMPLES / "feri")]) == 0
    lines = capsys.readouterr().out
    reports = [json.loads(line) for line in lines.splitlines()]
    assert len(reports) == 8
    assert "times" not in reports[0]
    file = tmp_path / "reports.jsonl"
    file.write_text(lines, encoding="utf-8")
    assert main(["mark", str(file)]) == 0
    marked = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [m["id"] for m in marked] == [r["id"] for r in reports]
    assert all(m["claims"] for m in marked if "orang" in m["text"] and m["language"] == "id")
    assert main(["relate", str(file)]) == 0
    stories = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted(r for s in stories for r in s["reports"]) == sorted(r["id"] for r in reports)


def test_mark_tells_bad_lines_by_number_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.jsonl"
    good = json.dumps({"id": "a", "text": TEXT, "language": "id", "kept": 1})
    file.write_text(
        f'{good}\n{{"id": "b"\n[1]\n\n{{"id": "c"}}\n{{"id": "d", "text": "x", "published": "besok"}}\n', encoding="utf-8"
    )
    assert main(["mark", str(file)]) == 1
    told = capsys.readouterr()
    (line,) = [json.loads(x) for x in told.out.splitlines()]
    assert line["id"] == "a"
    assert line["kept"] == 1
    for number in (2, 3, 5, 6):
        assert f"line {number}" in told.err


def test_an_unknown_language_is_kept_unmarked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"id": "a", "text": "Zazpi lagun hil dira.", "language": "eu"}) + "\n", encoding="utf-8")
    assert main(["mark", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["claims"] == []


@pytest.mark.parametrize("argv", [[], ["build"], ["build", "x"], ["nonsense"], ["build", "x", "-o", "y", "--jobs", "0"]])
def test_wrong_usage_is_two(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    assert stop.value.code == 2


def test_show_and_explain_print_a_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(EXAMPLES / "gempa"), "-o", str(tmp_path), "-q"])
    assert main(["show", str(tmp_path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b[" not in shown, "no colours in a pipe"
    dossier = json.loads((tmp_path / "dossier.json").read_text(encoding="utf-8"))
    finding = next(f for f in dossier["stories"][0]["findings"] if f["measure"] == "killed" and not f["part"])
    assert main(["explain", str(tmp_path), finding["id"], "--language", "en"]) == 0
    explained = capsys.readouterr().out
    claims = {c["id"]: c for r in dossier["reports"] for c in r["claims"]}
    for claim in finding["claims"]:
        assert claims[claim]["evidence"]["exact"].split()[0] in explained


def test_explain_of_no_finding_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(EXAMPLES / "gempa"), "-o", str(tmp_path), "-q"])
    assert main(["explain", str(tmp_path), "finding:none"]) == 2
    assert "rujuk show" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "{}", "not json", '{"schema": "other"}'])
def test_show_of_no_dossier_is_told(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dossier.json").write_text(text, encoding="utf-8")
    assert main(["show", str(tmp_path)]) == 2
    assert "dossier" in capsys.readouterr().err
