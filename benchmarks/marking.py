"""CPU milliseconds of marking per 2,500 characters, stage by stage, beside the name tagger's own CRF in the same run.

    python benchmarks/marking.py [FILE] [--step N] [--rounds N] [--profile STAGE]

FILE holds JSON Lines with `id` and `text`, as `rujuk mark` reads them; every N-th line is taken.  Without it the bundled examples are marked.  One
core, one process, packs and caches warm; the best of N rounds counts for each stage, since noise only ever adds time.  The peer is python-crfsuite
tagging the runs of the same text with the same model, its features made beforehand: what a learned tagger costs by itself.  Nothing is asserted.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import pstats
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pycrfsuite

from rujuk.claim.measures import load_catalog
from rujuk.cli.rows import report_of
from rujuk.engine.graph import STAGES, Stage
from rujuk.engine.marking import date_undated
from rujuk.lang.base import load_pack
from rujuk.mark.tagger import NameTagger
from rujuk.model.report import Report
from rujuk.read.sources import read_inputs

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
UNIT = 2_500
"""Characters of a middling report."""


def load(file: Path | None, step: int) -> list[Report]:
    """Give the reports in a language with a pack."""
    if file is None:
        reports = [r for r in read_inputs([str(EXAMPLES)]) if isinstance(r, Report)]
    else:
        lines = file.read_text(encoding="utf-8").splitlines()[::step]
        reports = [report_of(json.loads(line), f"line {n}") for n, line in enumerate(lines, 1) if line.strip()]
    return [date_undated(r) for r in reports if load_pack(r.language) is not None]


def run(stage: Stage, given: dict[str, Any]) -> Any:
    """Run one stage on one report's layers."""
    report = given["report"]
    options = {
        "pack": load_pack(report.language),
        "reference": report.published.days if report.published else None,
        "catalog": load_catalog(),
    }
    return stage.run(*(given[x] for x in stage.requires), **{x: options[x] for x in stage.options})


def best(rounds: int, work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of `rounds` calls."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--step", type=int, default=1, help="take every N-th line of FILE")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", choices=[s.name for s in STAGES], help="print where this stage's time goes")
    args = parser.parse_args()
    marked: list[dict[str, Any]] = [{"report": r} for r in load(args.file, args.step)]
    for given in marked:
        for stage in STAGES:
            given[stage.produces] = run(stage, given)
    units = sum(len(g["report"].text) for g in marked) / UNIT
    sentences = sum(len(g["sentences"]) for g in marked)
    gc.freeze()
    print(f"{len(marked)} reports, {units * UNIT:,.0f} characters, {sentences} sentences")
    print(f"{'':24}{'ms / 2,500 chars':>18}{'reports/s':>11}")
    total = 0.0
    for stage in STAGES:
        seconds = best(args.rounds, lambda s=stage: [run(s, g) for g in marked])  # type: ignore[misc]
        total += seconds
        print(f"{stage.name:24}{seconds * 1000 / units:18.3f}{units / seconds:11.0f}")
    print(f"{'all stages':24}{total * 1000 / units:18.3f}{units / total:11.0f}   {sentences / total:,.0f} sentences/s")
    peer = best(args.rounds, tagging(marked))
    print(f"{'peer: CRF tagging alone':24}{peer * 1000 / units:18.3f}{units / peer:11.0f}   {sentences / peer:,.0f} sentences/s")
    print(f"all stages take {total / peer:.1f} times as long as the CRF by itself")
    if args.profile:
        stage = next(s for s in STAGES if s.name == args.profile)
        profile = cProfile.Profile()
        profile.runcall(lambda: [run(stage, g) for g in marked])
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)


def tagging(marked: list[dict[str, Any]]) -> Callable[[], object]:
    """Make the peer's work: the features of every run are made here, so that only python-crfsuite is timed."""
    work = []
    peers: dict[str, Any] = {}
    for given in marked:
        pack = load_pack(given["report"].language)
        assert pack is not None
        tagger = pack.lexicon(NameTagger)
        if pack.code not in peers:
            peers[pack.code] = pycrfsuite.Tagger()
            peers[pack.code].open_inmemory(tagger.lexicon.model)
        for sentence in given["sentences"]:
            line = tagger.split(sentence.span.exact)
            for (a, b), known in zip(line.runs, line.known, strict=True):
                work.append((peers[pack.code], tagger.maker.features(line.words, a, b, known, shouting=line.shouting)))
    return lambda: [crf.tag(features) for crf, features in work]


if __name__ == "__main__":
    main()
