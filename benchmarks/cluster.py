"""What work in partitions costs a core: processor seconds and bytes a report, step by step.

    python benchmarks/cluster.py [INPUT...] [--made N] [--batch N] [--keep FOLDER]
    python benchmarks/cluster.py --relate N

Builds with `--engine daft` on this machine, in one process, so that processor seconds are those of one core however busy the machine is; then once
more, to see what a second run costs.  Without inputs a pile of N made stories is built (default 1,000: about 2,500 short reports).  Prints reports,
seconds and reports a core-second for each step, the bytes that a report takes in the partition files by column, and the highest memory.
Nothing is asserted.

With `--relate` only the joins are measured: N reports made by relate_scale.py are related in partitions and then as one machine does it, and it is said
whether stories and reuse are the same.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
from relate_scale import make

from rujuk.engine.building import Counts
from rujuk.engine.cluster import runner
from rujuk.engine.cluster.building import build_parted
from rujuk.engine.cluster.grouping import find_stories
from rujuk.engine.cluster.reusing import find_reuse
from rujuk.engine.cluster.rows import number_of_id, packed, schema, table
from rujuk.model.report import Report
from rujuk.relate.decisions import Decisions
from rujuk.relate.features import features
from rujuk.relate.relate import relate
from rujuk.relate.reuse import distinct_shingles

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from made_piles import stories, write_lines


class Meter:
    """Takes the place of a progress display: adds up processor seconds by step."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def begin(self, step: str, total: int | None) -> None:
        self.spent[step] -= time.process_time()

    def advance(self, step: str) -> None:
        pass

    def end(self, step: str) -> None:
        self.spent[step] += time.process_time()


def measure(inputs: list[str], out: Path, batch: int) -> None:
    """Build twice and print."""
    for name in ("first run", "second run"):
        meter, counts = Meter(), Counts()
        begin = time.perf_counter()
        done = build_parted(inputs, out, jobs=1, progress=meter, counts=counts, batch=batch)
        wall = time.perf_counter() - begin
        print(
            f"{name}: {counts.read} reports, {counts.stories} stories, {done.parts} partitions, {done.batches} batches; {wall:.0f} s by the clock"
        )
        for step, seconds in meter.spent.items():
            rate = counts.read / seconds if seconds else 0.0
            print(
                f"  {step:14} {seconds:8.1f} s   {1000 * seconds / max(1, counts.read):7.1f} ms a report   {rate:7.0f} a second"
            )
        if name == "first run":
            columns(out, counts.read)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"highest memory {memory} MB, the second run with its results included")


def relating(count: int, folder: Path) -> None:
    """Relate made reports both ways and print."""
    reports = sorted(make(count, 1), key=lambda r: r.id)
    file = folder / "rows.parquet"
    with pq.ParquetWriter(file, schema(), compression="zstd") as out:
        for start in range(0, count, 2000):
            out.write_table(table([row(r) for r in reports[start : start + 2000]]))
    run = runner.start(None, 1)
    begin, clock = time.process_time(), time.perf_counter()
    frame = run.daft.read_parquet(str(file))
    stories = find_stories(frame, count, Decisions(), run, 1, few=False).to_pydict()
    middle = time.process_time()
    reuse = find_reuse(frame, run, 1).to_pydict()["reuse"]
    report("in partitions", count, time.process_time() - begin, time.perf_counter() - clock, f"stories {middle - begin:.1f} s")
    begin, clock = time.process_time(), time.perf_counter()
    found = relate(reports)
    report("one machine", count, time.process_time() - begin, time.perf_counter() - clock, f"{len(found)} stories")
    same = {i: s.story for s in found for i in s.reports} == dict(zip(stories["id"], stories["story"], strict=True))
    shared = sorted(packed(r) for s in found for r in s.reuse) == sorted(reuse)
    print(f"the same stories: {same}; the same reuse: {shared} ({len(reuse)} pairs)")


def row(r: Report) -> dict[str, object]:
    """Give what a partition holds of a report for relating."""
    found = features(r)
    return {
        "kind": "report", "at": r.id, "id": r.id, "number": number_of_id(r.id), "source": r.source, "day": found.day, "telling": found.telling,
        "features": found.pack(), "shingles": distinct_shingles(r), "body": packed(r),
    }  # fmt: skip


def report(name: str, count: int, seconds: float, clock: float, more: str) -> None:
    """Print a line."""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:14} {seconds:8.1f} s of a core, {clock:.0f} s by the clock, {1000 * seconds / count:.1f} ms a report, {memory} MB; {more}",
        flush=True,
    )


def columns(out: Path, reports: int) -> None:
    """Print what a report takes in the partition files."""
    packed: dict[str, int] = defaultdict(int)
    plain: dict[str, int] = defaultdict(int)
    for record in (out / "work" / "parts").glob("*.json"):
        meta = pq.ParquetFile(json.loads(record.read_text())["file"]).metadata
        for group in range(meta.num_row_groups):
            for c in range(meta.num_columns):
                column = meta.row_group(group).column(c)
                name = column.path_in_schema.partition(".")[0]
                packed[name] += column.total_compressed_size
                plain[name] += column.total_uncompressed_size
    for name in sorted(plain, key=lambda n: -plain[n])[:6]:
        print(f"  {name:14} {plain[name] / reports:8.0f} bytes a report, {packed[name] / reports:.0f} as stored")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("inputs", nargs="*", metavar="INPUT")
    p.add_argument("--relate", type=int, default=0, metavar="N")
    p.add_argument("--made", type=int, default=1000, metavar="N")
    p.add_argument("--batch", type=int, default=1000, metavar="N")
    p.add_argument("--keep", type=Path, metavar="FOLDER")
    args = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if args.relate:
            relating(args.relate, Path(folder))
            return
        inputs = args.inputs or [str(write_lines(Path(folder) / "made.jsonl", stories(args.made)))]
        measure(inputs, args.keep or Path(folder) / "out", args.batch)


if __name__ == "__main__":
    main()
