"""Build with Daft: read and mark by partition, relate by joins, tell by batch of stories."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rujuk.engine.building import Clock, Counts, nothing_exists
from rujuk.engine.cluster.grouping import find_stories
from rujuk.engine.cluster.part import order, put, read_parts
from rujuk.engine.cluster.plan import find_pieces, key_of, parts_of
from rujuk.engine.cluster.repeats import without_repeats
from rujuk.engine.cluster.reusing import find_reuse
from rujuk.engine.cluster.rows import library, packed, plain, table, text
from rujuk.engine.cluster.runner import Runner, start
from rujuk.engine.cluster.telling import REPORTS, batches, tell
from rujuk.engine.progress import Progress, Silent
from rujuk.engine.remembering import made_by
from rujuk.errors import ConfigError, RujukError
from rujuk.relate.decisions import Decisions

FORM = 1
"""Counts up when what is kept of a partition changes its form or its meaning."""
FEW = 2000
"""Reports below which no workers are kept for comparing, and one groups all: more of them would cost more than they save."""


@dataclass(slots=True)
class Done:
    """What a run did: partitions and batches in all, and those that were done anew."""

    parts: int = 0
    parts_anew: int = 0
    batches: int = 0
    batches_anew: int = 0
    dossiers: list[str] = field(default_factory=list)
    """The folders of the dossiers, below the one that was given."""


def build_parted(
    inputs: Sequence[str],
    out: Path,
    *,
    ray: str | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    counts: Counts | None = None,
    decisions: Decisions | None = None,
    batch: int = REPORTS,
) -> Done:
    """Read reports and write dossiers, tables, and what is kept for the next run.

    Args:
        inputs: files, folders, globs, and addresses of stored files (s3://).
        out: folder for everything; all machines see it.
        ray: address of a Ray cluster; None takes this machine's cores.
        jobs: workers at a time; None takes one a core.
        progress: told of every step.
        counts: filled with what became of everything that was given.
        decisions: what a person merged and split.
        batch: reports that a dossier has, about.

    Returns:
        What was done.  A pile of up to `batch` reports has one dossier, the one that `build` makes.

    Raises:
        ConfigError: the extra is not installed, the cluster cannot be reached, nothing that was given exists, or `out` cannot be written.
    """
    if str(out).startswith("s3:/"):
        raise ConfigError(
            "the output is a folder, not a store", where=str(out), expected="a folder that all machines see", code="stored-output"
        )
    progress, counts = progress or Silent(), counts if counts is not None else Counts()
    run, done, out = start(ray, jobs), Done(), out.absolute()
    clock, version = Clock(counts), f"{made_by()} {FORM}"
    progress.begin("read and mark", None)
    files = _read(inputs, out, version, run, counts, done)
    progress.end("read and mark")
    clock.step("read and mark")
    col = run.daft.col
    reports, failures = without_repeats(run.daft.read_parquet(files), run)
    counted = reports.agg(col("number").count().alias("all"), col("number").count_distinct().alias("distinct")).to_pydict()
    total = int(counted["all"][0] or 0)
    if counted["distinct"][0] not in (None, total):
        raise RujukError("two reports have ids that start alike", code="id-collision", remedy="build the pile in two runs")
    few = total < FEW
    keep = 1 if few else run.jobs
    progress.begin("relate", None)
    stories = find_stories(reports, total, decisions or Decisions(), run, keep, few=few).collect()
    reuse = find_reuse(reports, run, keep).collect()
    progress.end("relate")
    clock.step("relate")
    parts = batches(total, batch)
    progress.begin("reconcile", None)
    told = tell(reports, stories, reuse, failures, parts, out, version, run, run.jobs if parts > 1 else 1)
    records = [json.loads(r) for r in told.sort(col("record")).to_pydict()["record"]]
    progress.end("reconcile")
    _summed(records, counts, done)
    _sweep(out, {f for r in records for f in r["files"]}, set(files), version)
    clock.step("reconcile")
    return done


def _read(inputs: Sequence[str], out: Path, version: str, run: Runner, counts: Counts, done: Done) -> list[str]:
    """Read and mark all partitions that are not done; give their files."""
    folder = out / "work" / "parts"
    pieces, failures = find_pieces(inputs, run.daft)
    if not pieces and failures and all(f.code == "not-found" for f in failures):
        raise nothing_exists(failures)
    rows = [{"kind": "failure", "doc": "", "at": "", "source": text(f.source), "body": packed(f)} for f in failures]
    given = library("pyarrow").BufferOutputStream()
    library("pyarrow.parquet").write_table(table(rows), given, compression="zstd")
    put(folder / "given.parquet", bytes(given.getvalue()))
    orders = [order(part, key_of(part), str(folder), version) for part in parts_of(pieces)]
    records: list[dict[str, Any]] = []
    if orders:
        frame = run.spread(run.daft.from_pydict({"order": orders}), len(orders))
        step = run.step(read_parts, run.struct(record="text"), jobs=min(run.jobs, len(orders)))
        records = [json.loads(r) for r in frame.select(step(run.daft.col("order"))).to_pydict()["record"]]
    done.parts, done.parts_anew = len(records), sum(r["again"] for r in records)
    counts.marked = sum(r["marked"] for r in records if r["again"])
    return sorted([str(folder / "given.parquet"), *(r["file"] for r in records)])


def _summed(records: Sequence[dict[str, Any]], counts: Counts, done: Done) -> None:
    """Add up what became of everything."""
    for r in records:
        counts.read += r["read"]
        counts.unmarked += r["unmarked"]
        counts.stories += r["stories"]
        counts.told += r["stories"] if r["again"] else 0
        counts.statuses.update(r["statuses"])
        counts.failures.update(Counter({(state, code): n for state, code, n in r["failures"]}))
        done.dossiers += [f.removesuffix("dossier.json") for f in r["files"] if f.endswith("dossier.json")]
    done.dossiers.sort()
    done.batches, done.batches_anew = len(records), sum(r["again"] for r in records)


def _sweep(out: Path, files: set[str], parts: set[str], version: str) -> None:
    """Remove what an earlier run with other inputs left, and write down what there is now."""
    for folder in ("dossiers", "tables"):
        for file in sorted(p for p in (out / folder).rglob("*") if p.is_file()):
            if file.relative_to(out).as_posix() not in files:
                file.unlink()
    for empty in sorted((out / "dossiers").glob("*")):
        if empty.is_dir() and not any(empty.iterdir()):
            shutil.rmtree(empty)
    for file in sorted((out / "work" / "parts").glob("*")):
        if str(file.with_suffix(".parquet")) not in parts:
            file.unlink()
    put(
        out / "work" / "run.json",
        plain({"dossiers": sorted(f for f in files if f.endswith("dossier.json")), "made_by": version}).encode(),
    )
