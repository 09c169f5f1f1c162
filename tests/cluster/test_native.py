"""Work in partitions gives what one machine gives, byte for byte: on Daft's native runner."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from made_piles import stories, untidy, write_lines
from rujuk.engine.building import Counts, build
from rujuk.model.dossier import Dossier
from rujuk.relate.decisions import Decision, Decisions

daft = pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra rujuk[cluster]")

from rujuk.engine.cluster import blocking, building, components, opening, plan, repeats, runner  # noqa: E402
from rujuk.engine.cluster.building import build_parted  # noqa: E402

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = ("almaty", "feri", "gempa")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make partitions, buckets and blocks so small that even a test's pile has several of each, and has joins take every step."""
    monkeypatch.setattr(plan, "MOST_FILES", 3)
    monkeypatch.setattr(building, "FEW", 0)
    monkeypatch.setattr(components, "ONE_PLACE", 0)
    monkeypatch.setattr(blocking, "BUCKET", 700)
    monkeypatch.setattr(blocking, "BLOCK", 40)


def dossier_of(out: Path) -> str:
    return (out / "dossier.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("names", [("almaty",), NAMES], ids=["one", "all"])
def test_examples(tmp_path: Path, names: tuple[str, ...]) -> None:
    given = [str(EXAMPLES / n) for n in names]
    build_parted(given, tmp_path)
    assert dossier_of(tmp_path) == build(given).to_json()
    assert (tmp_path / "dossier.html").stat().st_size > 10_000


@pytest.mark.shared
def test_development_stories(tmp_path: Path, shared: Path) -> None:
    """Each story by itself, and all of them in one pile."""
    folders = sorted(p for p in (shared / "stories").iterdir() if p.is_dir())
    assert len(folders) > 5
    for folder in folders:
        build_parted([str(folder)], tmp_path / folder.name, jobs=1)
        assert dossier_of(tmp_path / folder.name) == build([str(folder)]).to_json(), folder.name


@pytest.mark.usefixtures("small")
def test_untidy_inputs(tmp_path: Path) -> None:
    """Repeats, pages of one article, live reports and failures fall in other partitions than what they belong to."""
    given = [str(untidy(tmp_path / "in")), str(EXAMPLES / "feri"), str(tmp_path / "nothing.txt")]
    counts, local = Counts(), Counts()
    done = build_parted(given, tmp_path / "out", jobs=1, counts=counts)
    expected = build(given, counts=local)
    codes = {f.code for f in expected.failures}
    assert codes >= {"duplicate", "page-of-article", "no-page", "not-text", "empty", "hidden", "broken-json", "not-found"}
    assert dossier_of(tmp_path / "out") == expected.to_json()
    assert done.parts > 3
    assert (counts.read, counts.failures, counts.statuses) == (local.read, local.failures, local.statuses)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], Dossier]:
    """Give more reports than are all compared, in two files, and their dossier."""
    folder = tmp_path_factory.mktemp("pile")
    rows = stories(100)
    assert len(rows) > 220
    given = [str(write_lines(folder / name, some)) for name, some in (("a.jsonl", rows[:90]), ("b.jsonl", rows[90:] + rows[:3]))]
    given.append(str(folder / "c.jsonl"))
    (folder / "c.jsonl").write_text('{"text": "Rusak\n{"title": "Tanpa isi"}\n', encoding="utf-8")
    return given, build(given, jobs=1)


@pytest.mark.usefixtures("small")
def test_pile_by_blocks(tmp_path: Path, pile: tuple[list[str], Dossier]) -> None:
    given, expected = pile
    assert sum(len(s.reports) > 1 for s in expected.stories) > 40
    assert sum(len(s.reuse) for s in expected.stories) > 10
    build_parted(given, tmp_path, jobs=1)
    assert dossier_of(tmp_path) == expected.to_json()


@pytest.mark.usefixtures("small")
def test_decisions(tmp_path: Path) -> None:
    given = [str(write_lines(tmp_path / "a.jsonl", stories(20, seed=3)))]
    before = build(given, jobs=1)
    several = [s for s in before.stories if len(s.reports) > 2]
    merged = Decision(what="merge", these=(several[0].id, several[1].reports[0]))
    split = Decision(what="split", these=several[2].reports[:1])
    decisions = Decisions(decisions=(merged, split))
    build_parted(given, tmp_path / "out", jobs=1, decisions=decisions)
    assert dossier_of(tmp_path / "out") == build(given, jobs=1, decisions=decisions).to_json()


def test_batches_hold_everything_once(tmp_path: Path, pile: tuple[list[str], Dossier]) -> None:
    """In worker processes: several dossiers and tables that together are the one."""
    given, expected = pile
    assert len(expected.failures) == 5
    done = build_parted(given, tmp_path / "out", batch=150)
    assert done.batches == 2
    found = [Dossier.from_json(dossier_of(tmp_path / "out" / d)) for d in done.dossiers]
    assert sorted(s.id for d in found for s in d.stories) == sorted(s.id for s in expected.stories)
    told = {s.id: s for s in expected.stories}
    assert all(s == told[s.id] for d in found for s in d.stories)
    assert sorted(m.report.id for d in found for m in d.reports) == sorted(m.report.id for m in expected.reports)
    assert sorted(map(str, (f for d in found for f in d.failures))) == sorted(map(str, expected.failures))
    tables = {t: pq.read_table(tmp_path / "out" / "tables" / t) for t in ("reports", "claims", "findings", "failures")}
    assert tables["reports"].num_rows == len(expected.reports)
    assert tables["findings"].num_rows == sum(len(s.findings) for s in expected.stories)
    assert tables["claims"].num_rows == sum(len(m.claims) for m in expected.reports)
    assert sorted(tables["failures"]["source"].to_pylist()) == sorted(f.source for f in expected.failures)


def test_second_run_does_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST_FILES", 4)
    out, folder = tmp_path / "out", tmp_path / "in"
    folder.mkdir()
    for n, row in enumerate(stories(4)):
        write_lines(folder / f"{n:02d}.jsonl", [row])
    first = build_parted([str(folder)], out, jobs=1)
    assert first.parts == first.parts_anew >= 2
    again = build_parted([str(folder)], out, jobs=1)
    assert (again.parts, again.parts_anew, again.batches_anew) == (first.parts, 0, 0)
    write_lines(folder / "00.jsonl", stories(1, seed=5)[:1])
    changed = build_parted([str(folder)], out, jobs=1)
    assert (changed.parts_anew, changed.batches_anew) == (1, 1)
    assert dossier_of(out) == build([str(folder)]).to_json()
    record = next((out / "work" / "parts").glob("*.json"))
    record.write_text(json.dumps({**json.loads(record.read_text()), "made_by": "an older one"}))
    assert build_parted([str(folder)], out, jobs=1).parts_anew == 1
    record.with_suffix(".parquet").unlink()
    (out / "dossier.html").unlink()
    lost = build_parted([str(folder)], out, jobs=1)
    assert (lost.parts_anew, lost.batches_anew) == (1, 1)


def test_a_run_that_broke_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read before the break is not read again, and the dossier is the same."""
    rows = [str(write_lines(tmp_path / f"{n}.jsonl", [row])) for n, row in enumerate(stories(3))]
    with monkeypatch.context() as m:
        m.setattr(building, "find_stories", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            build_parted(rows, tmp_path / "out", jobs=1)
    done = build_parted(rows, tmp_path / "out", jobs=1)
    assert (done.parts_anew, done.batches_anew) == (0, 1)
    assert dossier_of(tmp_path / "out") == build(rows).to_json()


def test_parquet_is_read_as_json_lines_are(tmp_path: Path) -> None:
    import pyarrow as pa

    rows = stories(3)
    write_lines(tmp_path / "a.jsonl", rows)
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and nothing behind it")
    build_parted([str(tmp_path / "a.parquet"), str(tmp_path / "broken.parquet")], tmp_path / "out", jobs=1)
    expected = build([str(tmp_path / "a.jsonl")]).to_json().replace("a.jsonl:", "a.parquet:")
    found = json.loads(dossier_of(tmp_path / "out"))
    assert [r["id"] for r in found["reports"]] == [r["id"] for r in json.loads(expected)["reports"]]
    assert found["stories"] == json.loads(expected)["stories"]
    assert [f["code"] for f in found["failures"]] == ["broken-parquet"]


def test_stored_files_are_read_as_local_ones(tmp_path: Path) -> None:
    """By Daft's own reader, which reads s3:// too; here it is given file addresses."""
    folder = untidy(tmp_path / "in")
    count = 0
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        size = file.stat().st_size
        local = plan.Piece(path=str(file), source="x", given=True, size=size)
        stored = plan.Piece(path=f"file://{file}", source="x", given=True, size=size)
        assert list(opening.open_piece(stored)) == list(opening.open_piece(local)), file.name
        count += 1
    listed = list(plan.stored_pieces(f"file://{folder}/**/*.warc.gz", daft))
    assert [Path(p.path).name for p in listed] == ["b.warc.gz", "c.warc.gz"]
    assert all(p.size == Path(p.path.removeprefix("file://")).stat().st_size for p in listed)
    assert count > 10


def test_parts_stay_when_files_are_added() -> None:
    pieces = [plan.Piece(path=f"/x/{n:05d}.html", source=f"{n:05d}.html", given=False, size=1000) for n in range(4000)]
    before = {plan.key_of(p) for p in plan.parts_of(pieces)}
    more = sorted([*pieces, plan.Piece(path="/x/02000a.html", source="02000a.html", given=False, size=9)], key=lambda p: p.source)
    after = {plan.key_of(p) for p in plan.parts_of(more)}
    assert len(before) > 3
    assert len(after - before) <= 2


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("most", [0, 10**6], ids=["joins", "one-place"])
def test_components(seed: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components, "ONE_PLACE", most)
    run = runner.start(None, 1)
    dice = random.Random(seed)
    numbers = [2**63 + dice.getrandbits(62) for _ in range(60)]
    chain = sorted(numbers[:25], key=lambda _: dice.random())
    edges = [*pairwise(chain), *(tuple(dice.sample(numbers[25:], 2)) for _ in range(18))]
    ordered = [(min(e), max(e)) for e in edges]
    kind = daft.DataType.uint64()
    frame = daft.from_pydict({"a": [a for a, _ in ordered], "b": [b for _, b in ordered]})
    found = components.components(frame.select(daft.col("a").cast(kind), daft.col("b").cast(kind)), run).to_pydict()
    groups: dict[int, set[int]] = {n: {n} for n in numbers}
    for a, b in ordered:
        union = groups[a] | groups[b]
        groups.update(dict.fromkeys(union, union))
    expected = {n: min(g) for n, g in groups.items() if n != min(g)}
    assert dict(zip(found["number"], found["root"], strict=True)) == expected


def test_numbers_keep_the_order_of_ids() -> None:
    from rujuk.engine.cluster.rows import number_of_id
    from rujuk.model.ids import make_id

    idents = sorted(make_id("report", n) for n in range(200))
    numbers = [number_of_id(i) for i in idents]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 200
    assert max(numbers) >= 2**63


def test_same_report_three_times() -> None:
    """The first source stays, whatever the order; each of the others is told once, as one machine tells it."""
    import pyarrow as pa

    found = repeats.same_ids(pa.array(["i"]), pa.array([["1", "2", "3"]]), pa.array([["c", "a", "b"]])).to_pylist()[0]
    assert found["at"] == ["1", "3"]
    assert [json.loads(b)["detail"] for b in found["body"]] == ["the same report as a"] * 2


def test_nothing_is_sent_out() -> None:
    """In a process that sets nothing itself, Daft's usage reports are off before Daft is loaded."""
    code = (
        "import sys; from rujuk.engine.cluster import building, runner; assert 'daft' not in sys.modules; runner.start(None, 1); "
        "import daft.scarf_telemetry as t; assert t.opted_out(); assert t.track_import_on_scarf()[0] is None"
    )
    env = {k: v for k, v in os.environ.items() if k not in runner.QUIET}
    subprocess.run([sys.executable, "-c", code], check=True, env=env, timeout=100)
