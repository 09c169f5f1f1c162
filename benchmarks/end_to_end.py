"""Reports a second from page to findings, beside trafilatura's own extraction of the same pages in the same run.

    python benchmarks/end_to_end.py [FOLDER] [--rounds N] [--profile]

FOLDER holds HTML pages (default: the bundled examples).  One core, one process, models loaded before the clock starts; the best of N rounds counts
for both, since noise only ever adds time.  Prints seconds, pages a second and the ratio; nothing is asserted.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from rujuk.engine.building import Counts, build

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def best(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of `rounds` calls."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLES)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    args = parser.parse_args()
    pages = sorted(args.folder.rglob("*.html"))
    pages = [p for p in pages if "layouts" not in p.parts]
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in pages]
    inputs = [str(p) for p in pages]

    def peer() -> None:
        for text in texts:
            trafilatura.bare_extraction(text, with_metadata=True, include_comments=False)

    def ours() -> Counts:
        counts = Counts()
        build(inputs, jobs=1, counts=counts)
        return counts

    counts = ours()  # warm: packs, models, patterns
    peer()
    theirs, mine = best(args.rounds, peer), best(args.rounds, ours)
    print(f"{len(pages)} pages, {counts.read} reports")
    print(f"{'':28}{'seconds':>9}{'pages/s':>9}")
    print(f"{'trafilatura, extraction':28}{theirs:9.3f}{len(pages) / theirs:9.0f}")
    print(f"{'rujuk, page to findings':28}{mine:9.3f}{len(pages) / mine:9.0f}   {theirs / mine:.2f} of trafilatura's speed")
    counts = ours()
    for step, seconds in counts.seconds.items():
        print(f"{'  ' + step:28}{seconds:9.3f}{len(pages) / seconds if seconds else 0:9.0f}")
    if args.profile:
        profile = cProfile.Profile()
        profile.runcall(ours)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


if __name__ == "__main__":
    main()
