"""Tell stories batch by batch: each batch is one worker's, who writes its dossier and its part of every table."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import fields
from pathlib import Path
from typing import Any

from rujuk.engine.building import Counts, assemble
from rujuk.engine.cluster.part import put
from rujuk.engine.cluster.rows import library, plain, structs, unpacked
from rujuk.engine.cluster.runner import Runner
from rujuk.engine.telling import date_by_story, tell_story
from rujuk.engine.writing import dossier_files
from rujuk.model.dossier import Dossier
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Failure
from rujuk.model.story import Related, Reuse
from rujuk.tell.export.cited import Options
from rujuk.tell.export.parquet import parquet

REPORTS = 1000
"""Reports that a batch has, about; a pile with fewer makes one dossier."""


def batches(count: int, reports: int = REPORTS) -> int:
    """Give the number of batches for so many reports: a power of two, so that most stories stay in their batch as the pile grows."""
    parts = 1
    while parts * reports < count:
        parts *= 2
    return parts


def batch_of(name: str, parts: int) -> int:
    """Give the batch of a story or of a failure's source, by its name alone."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=4).digest()) % parts


def tell(
    reports: Any, stories: Any, reuse: Any, failures: Any, parts: int, out: Path, made_by: str, run: Runner, jobs: int
) -> Any:
    """Tell all stories; a row a batch with the record of it."""
    col = run.daft.col

    def placed(names: Any) -> Any:
        return structs([("batch", library("pyarrow").int64())], [{"batch": batch_of(n, parts)} for n in names.to_pylist()])

    batch = run.step(placed, run.struct(batch="integer"), batch=1000)
    stories = stories.select("number", "story", batch(col("story"))).collect()
    members = stories.join(reports.select("number", "marked"), on="number")
    shared = reuse.join(stories, on="number").select("batch", col("story").alias("of"), "reuse")
    failed = failures.select("body", batch(col("source")))
    tasks = members.groupby("batch").agg(col("story").list_agg(), col("marked").list_agg())
    tasks = tasks.join(failed.groupby("batch").agg(col("body").list_agg().alias("failures")), on="batch", how="outer")
    tasks = tasks.join(shared.groupby("batch").agg(col("of").list_agg(), col("reuse").list_agg()), on="batch", how="left")

    def told(numbers: Any, *columns: Any) -> Any:
        records = [
            tell_batch(number, *(x or [] for x in lists), parts=parts, out=out, made_by=made_by)
            for number, *lists in zip(*(c.to_pylist() for c in (numbers, *columns)), strict=True)
        ]
        return structs([("record", library("pyarrow").large_string())], [{"record": r} for r in records])

    columns = ("batch", "story", "marked", "of", "reuse", "failures")
    return run.spread(tasks, parts).select(run.step(told, run.struct(record="text"), jobs=jobs)(*(col(c) for c in columns)))


def tell_batch(
    number: int, stories: list[str], marked: list[bytes], of: list[str], reuse: list[bytes], failures: list[bytes], *, parts: int, out: Path, made_by: str
) -> str:  # fmt: skip
    """Tell the stories of a batch and write what they come to, unless that is done already; give the record of it."""
    name = f"{number:05d}-of-{parts:05d}"
    note = out / "work" / "told" / f"{name}.json"
    lists = (sorted(zip(stories, marked, strict=True)), sorted(zip(of, reuse, strict=True)), sorted(failures))
    state = {"inputs": hashlib.blake2b(repr(lists).encode(), digest_size=16).hexdigest(), "made_by": made_by}
    if note.exists():
        done: dict[str, Any] = json.loads(note.read_text(encoding="ascii"))
        if {k: done[k] for k in state} == state and all((out / f).exists() for f in done["files"]):
            return plain({**done, "again": False})
    counts = Counts()
    dossier = _dossier(lists[0], lists[1], [unpacked(Failure, f) for f in failures], counts)
    folder = Path() if parts == 1 else Path("dossiers") / name
    files = {folder / f: text.encode("utf-8") for f, text in dossier_files(dossier).items()}
    tables = {**parquet(dossier, Options()), "failures.parquet": failure_table(dossier)}
    files.update({Path("tables") / f.removesuffix(".parquet") / f"{name}.parquet": data for f, data in tables.items()})
    for file, data in files.items():
        put(out / file, data)
    record = {
        **state,
        "files": sorted(f.as_posix() for f in files),
        "read": counts.read,
        "unmarked": counts.unmarked,
        "stories": counts.stories,
        "statuses": counts.statuses,
        "failures": [[state, code, n] for (state, code), n in sorted(counts.failures.items())],
    }
    put(note, plain(record).encode())
    return plain({**record, "again": True})


def _dossier(
    stories: list[tuple[str, bytes]], reuse: list[tuple[str, bytes]], failures: list[Failure], counts: Counts
) -> Dossier:
    members: dict[str, list[MarkedReport]] = defaultdict(list)
    shared: dict[str, list[Reuse]] = defaultdict(list)
    for story, body in stories:
        members[story].append(unpacked(MarkedReport, body))
    for story, body in reuse:
        shared[story].append(unpacked(Reuse, body))
    told, reports = [], []
    for story, found in sorted(members.items()):
        ordered = sorted(found, key=lambda m: m.report.id)
        taken = tuple(sorted(shared[story], key=lambda r: (r.source, r.target)))
        dated = date_by_story(ordered)
        reports += dated
        told.append(tell_story(Related(story=story, reports=tuple(m.report.id for m in ordered), reuse=taken), dated))
    return assemble(reports, told, sorted(failures, key=lambda f: (f.source, f.stage, f.code, f.detail)), counts)


def failure_table(dossier: Dossier) -> bytes:
    """Write the failures as Parquet."""
    pa, pq = library("pyarrow"), library("pyarrow.parquet")
    columns = [f.name for f in fields(Failure)]
    data = {c: [getattr(f, c) for f in dossier.failures] for c in columns}
    out = pa.BufferOutputStream()
    pq.write_table(pa.table(data, schema=pa.schema([(c, pa.string()) for c in columns])), out, compression="zstd", version="2.6")
    return bytes(out.getvalue())
