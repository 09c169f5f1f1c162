"""Speed and memory of relating: a pile of made reports with the statistics of a news pool.

    python benchmarks/relate_scale.py [--sizes 1000 10000 100000] [--seed S] [--one]

Prints reports, seconds, reports a second, peak memory and stories found for each size, each in a process of its own, and beside the smallest one
the peer on the same reports: TF-IDF of all words, all pairs compared, likeness fading with time, connected from 0.25 on.  `--one` times reports that come one by one to so many known ones instead.

What is made has the shape of 3,530 Indonesian reports of six days: 590 a day; 260 words a report with the spread of a log-normal; words
by Zipf's law, the most common ones those of the Indonesian frequency list; a third of the reports alone with their story, the others in stories of 2 to 60 over up to five days; one report in ten takes over
passages of an earlier one of its story.  Every story has names and figures of its own and shares topical words with others of its kind.
The same seed gives the same reports.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rujuk.lang.base import load_pack
from rujuk.lang.rarity import Rarity
from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days
from rujuk.relate.relate import relate
from rujuk.relate.streaming import Stories
from rujuk.store.state import open_state
from rujuk.text.tokens import words

A_DAY, WORDS, SPREAD = 590, 260, 0.5
VOCABULARY, KINDS, TOPICAL = 80_000, 120, 60
OUTLETS = ("Kabar Sentosa", "Warta Lintang", "Harian Cakrawala", "Nusa Raya", "Jurnal Samudra", "Suara Pelabuhan")
START = date(2031, 1, 1)
SYLLABLES = [a + b for a in ("b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "j") for b in "aiueo"]


def word(number: int) -> str:
    """Give the made word of a number; different numbers give different words."""
    out = ""
    number += len(SYLLABLES)
    while number:
        number, rest = divmod(number, len(SYLLABLES))
        out = SYLLABLES[rest] + out
    return out


def common_words() -> list[str]:
    """Give the vocabulary, most common word first: those of the language's frequency list, then made ones."""
    pack = load_pack("id")
    listed = pack.lexicon(Rarity).share if pack else {}
    known = sorted((w for w in listed if w.isalpha()), key=lambda w: (-listed[w], w))
    return [*known, *(word(n) for n in range(VOCABULARY - len(known)))]


COMMON = common_words()


def make(count: int, seed: int) -> list[Report]:
    """Make `count` reports, in an order that tells nothing of their stories."""
    chance = np.random.default_rng(seed)
    share = 1 / (np.arange(VOCABULARY) + 2.7)
    steps = np.cumsum(share / share.sum())
    made: list[Report] = []
    story = 0
    while len(made) < count:
        size = 1 if chance.random() < 0.6 else min(60, 1 + int(chance.zipf(1.8)))
        made += _story(chance, steps, story, size, first=int(len(made) / A_DAY), number=len(made))
        story += 1
    made = made[:count]
    return [made[i] for i in chance.permutation(count)]


def _story(
    chance: np.random.Generator, steps: NDArray[np.float64], story: int, size: int, first: int, number: int
) -> list[Report]:
    kind = int(chance.integers(KINDS))
    topical = [word(VOCABULARY + kind * TOPICAL + n) for n in range(TOPICAL)]
    names = [word(VOCABULARY + KINDS * TOPICAL + story * 8 + n).capitalize() for n in range(8)]
    figures = [str(n) for n in chance.integers(11, 9999, size=4)]
    out: list[Report] = []
    told: list[str] = []
    for n in range(size):
        length = max(60, int(chance.lognormal(math.log(WORDS), SPREAD)))
        sentences = []
        while length > 0:
            run = int(chance.integers(8, 24))
            common = np.searchsorted(steps, chance.random(run))
            parts = [COMMON[k] for k in common.tolist()]
            for place in np.flatnonzero(chance.random(run) < 0.3)[1:]:
                source = (names, names, topical, topical, topical, figures)[int(chance.integers(6))]
                parts[place] = source[int(chance.integers(len(source)))]
            sentences.append(" ".join([parts[0].capitalize(), *parts[1:]]) + ".")
            length -= run
        if told and chance.random() < 0.2:
            kept = told[: max(2, int(len(told) * chance.uniform(0.2, 1.0)))]
            sentences = kept + sentences[len(kept) :]
        told = sentences
        title = " ".join(
            w.capitalize() for w in (names[0], topical[0], names[int(chance.integers(1, 4))], topical[int(chance.integers(1, 6))])
        )
        day = START + timedelta(days=first + int(chance.integers(min(5, size))))
        out.append(
            Report(
                id=f"report:{number + n:07}",
                source=str(number + n),
                title=title,
                text="\n".join(sentences),
                language="id",
                outlet=Outlet(name=OUTLETS[int(chance.integers(len(OUTLETS)))]),
                published=Published(days=Days.on(day), basis=Basis.METADATA),
            )
        )
    return out


def peer(reports: list[Report]) -> int:
    """Group by TF-IDF and time, all pairs compared; give the number of groups."""
    known: dict[str, int] = {}
    rows = []
    for report in reports:
        found, times = np.unique(
            [known.setdefault(w, len(known)) for w in words(f"{report.title} {report.text}")], return_counts=True
        )
        rows.append((found, times))
    matrix = np.zeros((len(reports), len(known)), dtype=np.float32)
    for i, (found, times) in enumerate(rows):
        matrix[i, found] = 1 + np.log(times)
    matrix *= np.log(len(reports) / np.count_nonzero(matrix, axis=0)).astype(np.float32) + 1
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    days = np.array([r.published.days.earliest.toordinal() if r.published else 0 for r in reports], dtype=np.float32)
    close = (matrix @ matrix.T) * np.exp(-np.abs(days[:, None] - days[None, :]) / 7) >= 0.25
    group = list(range(len(reports)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for a, b in np.argwhere(np.triu(close, 1)).tolist():
        group[root(a)] = root(b)
    return len({root(i) for i in range(len(reports))})


def measure(count: int, seed: int, what: str) -> dict[str, float]:
    """Run one side on a pile and give its figures; memory is that of this process, the reports included."""
    reports = make(count, seed)
    began, used = time.perf_counter(), time.process_time()
    stories = len(relate(reports)) if what == "rujuk" else peer(reports)
    seconds, cpu = time.perf_counter() - began, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "cpu": cpu, "stories": stories, "peak": peak}


ARRIVALS = 100
"""Reports that come one by one, to be timed."""


def measure_one(count: int, seed: int) -> dict[str, float]:
    """Put `count` reports on a shelf, then time those that come one at a time (CPU time); the shelf is a file, as that of `rujuk build --state`."""
    reports = make(count + ARRIVALS, seed)
    known, coming = reports[:count], reports[count:]
    by_id = {r.id: r for r in reports}
    with tempfile.TemporaryDirectory() as folder, open_state(Path(folder) / "state", "benchmark") as state:
        stories = Stories(state.shelf, by_id.__getitem__)
        began = time.perf_counter()
        stories.add_all(known)
        filled = time.perf_counter() - began
        took = []
        for report in coming:
            began = time.process_time()
            stories.add(report)
            took.append(1000 * (time.process_time() - began))
        size = state.megabytes()
    took.sort()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "filled": filled,
        "median": took[len(took) // 2],
        "p95": took[int(len(took) * 0.95)],
        "most": took[-1],
        "peak": peak,
        "size": size,
    }


def print_arrivals(sizes: Sequence[int], seed: int) -> None:
    """Measure one report against each number of known ones, in a process of its own."""
    print(f"{'known':>8} {'filled s':>9} {'CPU ms':>10} {'95 %':>8} {'most':>8} {'peak MB':>8} {'file MB':>8}")
    for count in sizes:
        command = [sys.executable, __file__, "--seed", str(seed), "--measure", "one", str(count)]
        row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        print(
            f"{count:8} {row['filled']:9.1f} {row['median']:10.1f} {row['p95']:8.1f} {row['most']:8.1f} {row['peak']:8.0f} {row['size']:8.0f}",
            flush=True,
        )


def main() -> None:
    """Measure every size in a process of its own."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    arguments.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--one", action="store_true", help="time one new report against so many known ones")
    arguments.add_argument("--measure", nargs=2, metavar=("WHAT", "SIZE"), help=argparse.SUPPRESS)
    options = arguments.parse_args()
    if options.measure:
        what, size = options.measure[0], int(options.measure[1])
        print(json.dumps(measure_one(size, options.seed) if what == "one" else measure(size, options.seed, what)))
        return
    if options.one:
        print_arrivals(sorted(options.sizes), options.seed)
        return
    print(f"{'':6} {'reports':>8} {'seconds':>8} {'CPU s':>8} {'a second':>9} {'ms each':>8} {'peak MB':>8} {'stories':>8}")
    sides = [("peer", min(options.sizes))] + [("rujuk", n) for n in sorted(options.sizes)]
    for what, count in sides:
        command = [sys.executable, __file__, "--seed", str(options.seed), "--measure", what, str(count)]
        row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        s = row["seconds"]
        print(
            f"{what:6} {count:8} {s:8.1f} {row['cpu']:8.1f} {count / s:9.0f} {1000 * row['cpu'] / count:8.2f} "
            f"{row['peak']:8.0f} {row['stories']:8.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
