"""`rujuk fetch`: addresses to a folder of stored pages, which `rujuk build` reads."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rujuk.cli.build import NO_NETWORK, Commands

if TYPE_CHECKING:
    from rujuk.fetch.run import Fetched
    from rujuk.model.report import Failure

SHOWN = 50
"""Failures told one by one; the manifest holds all."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("fetch", help="fetch pages from the web into a folder", description=__doc__)
    p.add_argument(
        "inputs",
        nargs="+",
        metavar="ADDRESS",
        help="addresses of pages, feeds and sitemaps; files that list them: text, feed, OPML",
    )
    p.add_argument(
        "-o", "--out", required=True, type=Path, metavar="FOLDER", help="where the pages are kept; gone on from if it is there"
    )
    p.add_argument(
        "--contact", default="", metavar="WHO", help="mail or web address at which sites reach you; sent with every request"
    )
    p.add_argument(
        "--delay",
        type=_seconds,
        metavar="SECONDS",
        help="between two requests to one host (default: 1; more where it asks for more)",
    )
    p.add_argument(
        "--most",
        type=_number,
        metavar="N",
        help="addresses at most, those that feeds and sitemaps name among them (default: 1000)",
    )
    p.add_argument("--again", action="store_true", help="ask again for what is there, and keep both where it changed")
    p.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")
    p.set_defaults(run=run)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.1 <= value <= 3600:
        raise argparse.ArgumentTypeError(f"{text!r} is no delay; give seconds, 0.1 to 3600")
    return value


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:12]) <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of addresses; give 1 to 1000000")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Fetch, and say what became of every address."""
    from rujuk.cli.progress import progress_on
    from rujuk.engine.fetching import Web, fetch_all, with_limits
    from rujuk.fetch.run import Fetched

    done = Fetched()
    failures: list[Failure] = []
    stopped = False
    with progress_on(sys.stderr, quiet=args.quiet) as progress:
        web = Web(contact=args.contact, limits=with_limits(delay=args.delay, most=args.most), again=args.again, progress=progress)
        try:
            failures = fetch_all(args.inputs, web, args.out, done)
        except KeyboardInterrupt:
            stopped = True
    if not args.quiet:
        summary(done, failures, args.out)
        if not args.contact:
            print("           give --contact next time, so that sites can reach you", file=sys.stderr)
    if stopped:
        print(f"rujuk: stopped; what was fetched is in {args.out}, and the same command goes on from there", file=sys.stderr)
        return 130
    if done.down:
        print(
            f"rujuk: the network is down: {done.down}; what was fetched is in {args.out}, and the same command goes on from there",
            file=sys.stderr,
        )
        return NO_NETWORK
    return 1 if failures or any(not row.good for row in done.rows.values()) else 0


def summary(done: Fetched, failures: list[Failure], out: Path) -> None:
    """Say on standard error what became of everything."""
    from rujuk.fetch.manifest import FETCHED, LIST, UNCHANGED
    from rujuk.fetch.run import DOWN, KEPT

    def say(text: str) -> None:
        print(text, file=sys.stderr)

    good = (FETCHED, UNCHANGED, KEPT, LIST)
    words = {FETCHED: "fetched", UNCHANGED: "not modified", KEPT: "there already", LIST: "lists followed"}
    failed = [r for r in done.rows.values() if not r.good and r.outcome != DOWN]
    told = [f"{done.counts[s]} {words[s]}" for s in good if done.counts[s] or s == FETCHED]
    say(f"addresses  {', '.join(told)}, {len(failed) + len(failures)} failed")
    if done.counts[DOWN]:
        say(f"           {done.counts[DOWN]} not tried: the network is down")
    if done.left:
        say(f"           {done.left} more that lists name were left out; raise --most")
    codes = {c: n for c, n in done.counts.items() if c not in (*good, DOWN)}
    for f in failures:
        codes[f.code] = codes.get(f.code, 0) + 1
    if codes:
        say(f"failures   {', '.join(f'{n} {c}' for c, n in sorted(codes.items(), key=lambda x: (-x[1], x[0])))}")
    for f in failures:
        say(f"  {f.state:8} {f.source}: {f.code}: {f.detail}")
    for row in failed[:SHOWN]:
        say(f"  failed   {row.url}: {row.outcome}: {row.detail}")
    if len(failed) > SHOWN:
        say(f"  … and {len(failed) - SHOWN} more, in {out / 'fetch.jsonl'}")
    if any(r.good for r in done.rows.values()):
        say(f"pages      {out}; read them with: rujuk build {out} -o DOSSIER")
