"""Inputs in a store (`s3://`), against one that a test keeps on the loopback: listing, reading, refusals, and going on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from made_piles import stories, untidy, write_lines
from rujuk.cli.main import main
from rujuk.engine.building import Counts, build
from storehouse import Store, open_store

daft = pytest.importorskip("daft", reason="needs the extra rujuk[cluster]")
pytest.importorskip("pyarrow", reason="needs the extra rujuk[cluster]")

from rujuk.engine.cluster import opening, plan, runner  # noqa: E402
from rujuk.engine.cluster.building import build_parted  # noqa: E402

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def opened() -> Iterator[Store]:
    """Open a store and point the usual variables to it; Daft keeps the first that a process asks, so there is one for all tests."""
    with open_store(Store()) as found, pytest.MonkeyPatch.context() as env:
        env.setenv("AWS_ENDPOINT_URL", found.address)
        env.setenv("AWS_ACCESS_KEY_ID", "kunci")
        env.setenv("AWS_SECRET_ACCESS_KEY", "rahasia")
        env.setenv("AWS_REGION", "us-east-1")
        env.setenv("AWS_EC2_METADATA_DISABLED", "true")
        runner.start(None, 1)
        yield found


@pytest.fixture
def store(opened: Store) -> Store:
    """Give the store, empty and willing."""
    opened.objects.clear()
    opened.refused.clear()
    opened.busy.clear()
    opened.asked.clear()
    opened.page = 1000
    return opened


def keep(store: Store, folder: Path, under: str) -> None:
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        store.objects[f"{under}/{file.relative_to(folder).as_posix()}"] = file.read_bytes()


def test_files_are_listed_by_folder_pattern_and_name_page_by_page(store: Store) -> None:
    store.page = 2
    store.objects = {
        f"berita/{name}": b"x" * n for n, name in enumerate(("a/", "a/1.txt", "a/b/2.txt", "a/b/3.html", "c d&é.txt"))
    }

    def listed(address: str) -> list[tuple[str, int, bool]]:
        return [(p.source, p.size, p.given) for p in plan.stored_pieces(address, daft)]

    folder = [("s3://berita/a/1.txt", 1, False), ("s3://berita/a/b/2.txt", 2, False), ("s3://berita/a/b/3.html", 3, False)]
    assert listed("s3://berita/a/") == folder
    assert listed("s3://berita/a/**/*.txt") == folder[:2]
    assert listed("s3://berita/c d&é.txt") == [("s3://berita/c d&é.txt", 4, True)]
    assert len(listed("s3://berita/")) == 4
    assert listed("s3://berita/tidak-ada.txt") == listed("s3://berita/kosong/") == []


def test_stored_files_are_read_as_local_ones(store: Store, tmp_path: Path) -> None:
    """Whole, by ranges and behind one another: archives, zips, lines and pages."""
    folder = untidy(tmp_path / "in")
    keep(store, folder, "berita/in")
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    assert len(files) > 10
    for file in files:
        name = file.relative_to(folder).as_posix()
        local = plan.Piece(path=str(file), source="x", given=True, size=file.stat().st_size)
        stored = plan.Piece(path=f"s3://berita/in/{name}", source="x", given=True, size=file.stat().st_size)
        assert list(opening.open_piece(stored)) == list(opening.open_piece(local)), name


def test_a_large_file_is_not_fetched_for_its_beginning(store: Store) -> None:
    store.objects["berita/besar.bin"] = bytes(range(256)) * 40_000
    with opening.open_bytes("s3://berita/besar.bin") as file:
        assert file.read(4) == bytes(range(4))
        file.seek(5_000_000)
        assert file.read(3) == (bytes(range(256)) * 40_000)[5_000_000:5_000_003]


def test_a_store_gives_the_dossier_of_the_same_files_here(store: Store, tmp_path: Path) -> None:
    keep(store, EXAMPLES / "feri", "berita/feri")
    build_parted(["s3://berita/feri/"], tmp_path / "out", jobs=1)
    ours = (tmp_path / "out" / "dossier.json").read_text(encoding="utf-8")
    assert "s3://berita/feri/02-kabar-sentosa.html" in ours
    found, expected = json.loads(ours), json.loads(build([str(EXAMPLES / "feri")]).to_json())
    assert found["stories"] == expected["stories"]
    assert [r["id"] for r in found["reports"]] == [r["id"] for r in expected["reports"]]


def test_what_a_store_refuses_is_counted_and_asked_for_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run reads the partition that lacked something, and no other."""
    monkeypatch.setattr(plan, "MOST_FILES", 2)
    rows = stories(4)
    for n, row in enumerate(rows):
        write_lines(tmp_path / f"{n:02d}.jsonl", [row])
        store.objects[f"berita/{n:02d}.jsonl"] = (tmp_path / f"{n:02d}.jsonl").read_bytes()
    store.refused.add("berita/01.jsonl")
    counts = Counts()
    first = build_parted(["s3://berita/", "s3://berita/lain.jsonl"], tmp_path / "out", jobs=1, counts=counts)
    found = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    assert {(f["source"], f["code"]) for f in found["failures"]} == {
        ("s3://berita/01.jsonl", "unreadable"),
        ("s3://berita/lain.jsonl", "not-found"),
    }
    assert sum(counts.failures.values()) == 2
    assert counts.read == len(rows) - 1
    assert first.parts == first.parts_anew >= 2
    store.refused.clear()
    store.asked.clear()
    again = build_parted(["s3://berita/"], tmp_path / "out", jobs=1, counts=(second := Counts()))
    assert (again.parts_anew, second.read, sum(second.failures.values())) == (1, len(rows), 0)
    asked = {name for name in store.objects if store.asked[name]}
    assert "berita/01.jsonl" in asked
    assert len(asked) <= 2
    third = build_parted(["s3://berita/"], tmp_path / "out", jobs=1)
    assert (third.parts_anew, third.batches_anew) == (0, 0)


def test_a_busy_store_is_asked_again(store: Store) -> None:
    store.objects["berita/a.txt"], store.busy["berita/a.txt"] = b"Warga mengungsi.", 1
    with opening.open_bytes("s3://berita/a.txt") as file:
        assert file.read() == b"Warga mengungsi."
    assert store.asked["berita/a.txt"] >= 2


def test_nothing_there_and_no_store_to_write_to(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "s3://berita/tidak-ada.txt", "-o", str(tmp_path), "--engine", "daft"]) == 2
    assert "nothing of what was given exists" in capsys.readouterr().err
    assert main(["build", str(EXAMPLES / "feri"), "-o", "s3://berita/keluar", "--engine", "daft"]) == 2
    assert "not a store" in capsys.readouterr().err
    assert store.asked["list"] < 20
