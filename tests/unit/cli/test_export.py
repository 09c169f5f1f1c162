"""`rujuk export` and `rujuk diff` from the command line: files, streams, exit codes; real dossiers of the examples."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from rujuk.claim.measures import load_catalog
from rujuk.cli.export import NAMES, POINTS
from rujuk.cli.main import main
from rujuk.model.dossier import Dossier
from rujuk.reconcile.whatif import what_if
from rujuk.tell.export.formats import FORMATS
from rujuk.tell.lookup import Lookup
from rujuk.tell.points import RULES

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
SINGLE = [f.name for f in FORMATS if f.single]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three examples, and one of them before its last reports."""
    out = {name: tmp_path_factory.mktemp(name) for name in ("almaty", "feri", "gempa", "early")}
    for name in ("almaty", "feri", "gempa"):
        assert main(["build", str(EXAMPLES / name), "-o", str(out[name]), "-q"]) == 0
    first = sorted(p for p in (EXAMPLES / "gempa").iterdir() if p.is_file())[:4]
    assert main(["build", *map(str, first), "-o", str(out["early"]), "-q"]) == 0
    return out


def test_the_help_names_what_there_is() -> None:
    assert tuple(f.name for f in FORMATS) == NAMES
    assert POINTS == RULES
    files = [f.file for f in FORMATS if f.single]
    assert len(files) == len(set(files))


@pytest.mark.parametrize("name", SINGLE)
def test_one_file_goes_to_output_or_a_file(
    name: str, built: dict[str, Path], tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", str(built["almaty"]), "-f", name]) == 0
    told = capsysbinary.readouterr()
    assert told.err == b""
    assert main(["export", str(built["almaty"] / "dossier.json"), "-f", name, "-o", str(tmp_path / "deep" / "x")]) == 0
    assert (tmp_path / "deep" / "x").read_bytes() == told.out


def test_several_formats_go_to_a_folder(built: dict[str, Path], tmp_path: Path) -> None:
    assert main(["export", str(built["gempa"]), "-f", "csv,markdown,prov", "-o", str(tmp_path)]) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims.csv", "dossier.md", "findings.csv", "prov.json"]
    assert (tmp_path / "findings.csv").read_bytes() == (built["gempa"] / "findings.csv").read_bytes()


def test_json_comes_out_as_it_went_in(built: dict[str, Path], tmp_path: Path) -> None:
    assert main(["export", str(built["feri"]), "-f", "json", "-o", str(tmp_path / "d.json")]) == 0
    assert (tmp_path / "d.json").read_bytes() == (built["feri"] / "dossier.json").read_bytes()


def test_points_reach_the_table(built: dict[str, Path], tmp_path: Path) -> None:
    assert main(["export", str(built["almaty"]), "-f", "csv", "--points", "acled", "-o", str(tmp_path)]) == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "findings.csv").read_text(encoding="utf-8"), newline="")))
    assert "10" in {r["best"] for r in rows if r["best_rule"] == "acled: tens"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_language_is_that_of_the_words_around(language: str, built: dict[str, Path], tmp_path: Path) -> None:
    assert main(["export", str(built["feri"]), "-f", "markdown", "--lang", language, "-o", str(tmp_path / "m")]) == 0
    assert ("The reports read" in (tmp_path / "m").read_text(encoding="utf-8")) is (language == "en")


@pytest.mark.parametrize(
    "argv",
    [["-f", "pdf"], ["-f", ""], [], ["-f", "atom", "--link", "javascript:x"], ["-f", "csv", "--points", "guess"]],
)
def test_wrong_usage_is_two(argv: list[str], built: dict[str, Path]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["export", str(built["almaty"]), *argv])
    assert stop.value.code == 2


@pytest.mark.parametrize(
    "argv",
    [["-f", "csv"], ["-f", "markdown,wiki"], ["-f", "markdown", "--points", "acled"], ["-f", "jsonld", "--since", "x"]],
)
def test_what_makes_no_sense_is_told(argv: list[str], built: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(built["almaty"]), *argv]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("rujuk: ")


def test_an_output_that_cannot_be_written(built: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["export", str(built["almaty"]), "-f", "wiki", "-o", str(tmp_path / "file" / "x")]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_the_documented_commands_run(built: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    commands = re.findall(r"`rujuk (export [^`]+)`", page.split("## findings.csv")[0])
    rows = [c for c in commands if "DOSSIER" not in c]
    (tmp_path / "out").symlink_to(built["gempa"])
    (tmp_path / "new").symlink_to(built["gempa"])
    (tmp_path / "old").symlink_to(built["early"])
    monkeypatch.chdir(tmp_path)
    for command in rows:
        assert main(command.split()) == 0, command
        assert (tmp_path / command.split()[-1]).exists(), command
    told = {n for c in rows for n in c.split()[c.split().index("-f") + 1].split(",")} | {"provn", "rss", "svg"}
    assert told == set(NAMES)
    assert all(f"`{name}`" in page for name in NAMES)


def test_diff_of_a_story_that_grew(built: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(built["early"]), str(built["gempa"]), "--language", "en"]) == 0
    text = capsys.readouterr().out
    assert "REVISED" in text
    assert "NEW REPORTS (4)" in text
    assert "different versions" not in text
    assert main(["diff", str(built["early"]), str(built["gempa"]), "--json", "--exit-code"]) == 1
    made = json.loads(capsys.readouterr().out)
    (story,) = made["stories"]
    killed = [c for c in story["changes"] if c["new"] and c["kind"] == "revised"]
    assert len(killed) == 1
    assert killed[0]["old"]["finding"] != killed[0]["new"]["finding"]


def test_diff_of_the_same(built: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(built["feri"]), str(built["feri"]), "--exit-code", "--lang", "en"]) == 0
    assert capsys.readouterr().out.strip() == "Nothing changed."


def test_changes_as_a_feed(built: dict[str, Path], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    argv = ["export", str(built["gempa"]), "-f", "atom", "--since", str(built["early"]), "--lang", "en"]
    assert main(argv) == 0
    first = capsysbinary.readouterr().out
    assert b"<title>Revised: How many were killed in " in first
    assert main(argv) == 0
    assert capsysbinary.readouterr().out == first


@pytest.mark.parametrize("name", ["almaty", "feri", "gempa"])
def test_every_verdict_of_the_examples_can_be_decided_anew(name: str, built: dict[str, Path]) -> None:
    """What `explain` redoes is what `build` did: else its counterfactuals would be about another verdict."""
    dossier = Dossier.from_json((built[name] / "dossier.json").read_text(encoding="utf-8"))
    lookup = Lookup.of(dossier)
    for story in dossier.stories:
        for finding in story.findings:
            change = what_if(story, finding, lookup.reports_of(story), catalog=load_catalog())
            assert change.now == finding.status, finding.summary.en
            assert change.outcomes, finding.summary.en


@pytest.mark.parametrize("language", ["id", "en"])
def test_explain_prints_in_both_languages(language: str, built: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    dossier = json.loads((built["feri"] / "dossier.json").read_text(encoding="utf-8"))
    for finding in dossier["stories"][0]["findings"]:
        assert main(["explain", str(built["feri"]), finding["id"], "--language", language]) == 0
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert ("WHAT WOULD CHANGE IT" in text) is (language == "en")
