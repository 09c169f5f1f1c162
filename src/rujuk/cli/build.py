"""`rujuk build`: reports in, dossier out."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rujuk.engine.building import Counts
    from rujuk.engine.fetching import Web
    from rujuk.engine.progress import Progress
    from rujuk.errors import ConfigError
    from rujuk.model.dossier import Dossier
    from rujuk.relate.decisions import Decisions

Commands = argparse._SubParsersAction  # the only name argparse gives it
NO_NETWORK = 4
"""Exit code where the network is down: the same command goes on from what is there."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("build", help="read reports and write a dossier", description=__doc__)
    p.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="files, folders, globs or web addresses: text, pages, archives, feeds, mail"
    )
    p.add_argument("-o", "--out", required=True, type=Path, metavar="OUT", help="folder for dossier.json, .html and tables")
    p.add_argument("--jobs", type=_jobs, metavar="N", help="worker processes for marking (default: by the number of reports)")
    p.add_argument(
        "--state", type=Path, metavar="FILE", help="remember everything in FILE: add the inputs to what earlier runs had"
    )
    p.add_argument(
        "--keep-ids", action="store_true", help="with --state: a story keeps its first id even if an earlier report comes"
    )
    p.add_argument("--decisions", type=Path, metavar="FILE", help="TOML with the stories that a person merged and split")
    p.add_argument("--engine", choices=("local", "daft"), help="daft: work in partitions, on a cluster too (docs/scale.md)")
    p.add_argument(
        "--ray",
        metavar="ADDRESS",
        help="with --engine daft: the Ray cluster to work on (default: RAY_ADDRESS, else this machine)",
    )
    web_arguments(p, "OUT/fetched")
    p.add_argument("-q", "--quiet", action="store_true", help="no progress and no summary")
    p.set_defaults(run=run)


def web_arguments(p: argparse.ArgumentParser, default: str) -> None:
    """Add what commands take that fetch the web addresses among their inputs."""
    p.add_argument("--contact", default="", metavar="WHO", help="mail or web address that sites are told when pages are fetched")
    p.add_argument("--fetched", type=Path, metavar="FOLDER", help=f"where fetched pages are kept (default: {default})")


def web_of(args: argparse.Namespace, default: Path | None, progress: Progress | None = None) -> Web | None:
    """How the addresses among the inputs are fetched; None where there are none."""
    from rujuk.engine.reading import is_address

    if not any(is_address(i) for i in args.inputs):
        return None
    from rujuk.engine.fetching import Web
    from rujuk.engine.progress import Silent

    return Web(folder=args.fetched or default, contact=args.contact, progress=progress or Silent())


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Build and write the dossier."""
    from rujuk.cli.progress import progress_on
    from rujuk.engine.building import Counts, build
    from rujuk.engine.remembering import Remembered, build_on

    counts = Counts()
    check_out(args.out)
    if args.engine == "daft" or args.ray:
        return _parted(args, counts)
    with progress_on(sys.stderr, quiet=args.quiet) as progress:
        web = web_of(args, args.out / "fetched", progress)
        decisions = decisions_of(args.decisions)
        more = Remembered()
        options: Any = {"jobs": args.jobs, "progress": progress, "counts": counts, "web": web, "decisions": decisions}
        if args.state:
            dossier = build_on(args.state, args.inputs, keep_ids=args.keep_ids, remembered=more, **options)
        else:
            dossier = build(args.inputs, **options)
    write(dossier, args.out)
    for source in more.replaced:
        print(f"replaced   {source}: it holds something else than in an earlier run", file=sys.stderr)
    for r in () if args.quiet else more.renamed:
        print(f"{r.what:10} {r.story} -> {r.other}", file=sys.stderr)
    if not args.quiet:
        summary(counts, dossier, args.out)
    if counts.failures["failed", "network-down"]:
        print("rujuk: the network is down; run it again for what is missing", file=sys.stderr)
        return NO_NETWORK
    return 1 if any(state == "failed" for state, _ in counts.failures) else 0


def _parted(args: argparse.Namespace, counts: Counts) -> int:
    """Build in partitions, here or on a cluster."""
    from rujuk.cli.progress import progress_on
    from rujuk.errors import ConfigError

    if args.state or args.engine == "local":
        other = "--state" if args.state else "--engine local"
        raise ConfigError(
            f"{other} does not go with --engine daft",
            expected="one of them",
            remedy="an engine that works in partitions remembers them itself",
        )
    from rujuk.engine.cluster.building import build_parted

    ray = args.ray or os.environ.get("RAY_ADDRESS") or None
    decisions = decisions_of(args.decisions)
    with progress_on(sys.stderr, quiet=args.quiet) as progress:
        done = build_parted(args.inputs, args.out, ray=ray, jobs=args.jobs, progress=progress, counts=counts, decisions=decisions)
    if not args.quiet:
        totals(counts)
        print(f"partitions {done.parts}, {done.parts_anew} read and marked in this run", file=sys.stderr)
        print(f"batches    {done.batches}, {done.batches_anew} told in this run", file=sys.stderr)
        print(
            f"dossier    {args.out / done.dossiers[0] / 'dossier.html'}{' ...' if len(done.dossiers) > 1 else ''}",
            file=sys.stderr,
        )
    return 1 if any(state == "failed" for state, _ in counts.failures) else 0


def decisions_of(file: Path | None) -> Decisions | None:
    """Read the decisions file.

    Raises:
        ConfigError: it cannot be read, or is not as it must be.
    """
    from rujuk.errors import ConfigError
    from rujuk.relate.decisions import read_decisions

    if file is None:
        return None
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise ConfigError(f"cannot be read: {e}", where=str(file), expected="a TOML file") from e
    return read_decisions(text, where=str(file))


def check_out(out: Path) -> None:
    """See before the work that the folder `out` can be written, or made.

    Raises:
        ConfigError: it is no folder, or lies where nothing can be written.
    """
    there = next((p for p in (out, *out.absolute().parents) if p.exists()), out)
    if not there.is_dir():
        raise _unwritable(out, f"{there} is no folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise _unwritable(out, "no permission")


def write(dossier: Dossier, out: Path) -> None:
    """Write dossier.json, dossier.html, claims.csv and findings.csv into the folder `out`, made if it is missing.

    All four are written beside their places and then put there: a run that is stopped, or finds the disk full, leaves what was there before.

    Raises:
        ConfigError: the folder cannot be made or written.
    """
    from rujuk.engine.writing import dossier_files

    files = dossier_files(dossier)
    parts = {out / f".{name}.part": out / name for name in files}
    try:
        out.mkdir(parents=True, exist_ok=True)
        for part, text in zip(parts, files.values(), strict=True):
            part.write_text(text, encoding="utf-8", newline="")
        for part, file in parts.items():
            os.replace(part, file)
    except OSError as e:
        raise _unwritable(out, e.strerror or str(e)) from e
    finally:
        with contextlib.suppress(OSError):
            for part in parts:
                part.unlink(missing_ok=True)


def _unwritable(out: Path, why: str) -> ConfigError:
    from rujuk.errors import ConfigError

    return ConfigError(f"cannot write: {why}", where=str(out), expected="a folder that can be written", remedy="give another -o")


def summary(counts: Counts, dossier: Dossier, out: Path) -> None:
    """Say on standard error what became of everything."""
    totals(counts, dossier)
    print(f"dossier    {out / 'dossier.html'}", file=sys.stderr)
    if not dossier.reports:
        print("rujuk: no report could be read, so the dossier is empty; docs/inputs.md tells what can be given", file=sys.stderr)


def totals(counts: Counts, dossier: Dossier | None = None) -> None:
    """Say on standard error how much there was, and of a dossier what in it was passed over."""
    from rujuk.lang.base import load_pack

    def say(text: str) -> None:
        print(text, file=sys.stderr)

    skipped = sum(n for (state, _), n in counts.failures.items() if state == "skipped")
    failed = sum(n for (state, _), n in counts.failures.items() if state == "failed")
    say(f"reports    {counts.read} read, {skipped} skipped, {failed} failed")
    if counts.unmarked:
        say(f"           {counts.unmarked} in a language without a pack: listed and related, not marked")
    for f in dossier.failures if dossier else ():
        say(f"  {f.state:8} {f.source}: {f.code}{': ' + f.detail if f.detail else ''}")
    for m in dossier.reports if dossier else ():
        if load_pack(m.report.language) is None:
            say(f"  unmarked {m.report.source}: language {m.report.language}")
        for warning in m.report.warnings:
            say(f"  warning  {m.report.source}: {warning}")
    say(f"stories    {counts.stories}")
    told = ", ".join(f"{counts.statuses[s]} {s}" for s in sorted(counts.statuses, key=lambda s: (-counts.statuses[s], s)))
    say(f"findings   {sum(counts.statuses.values())}{': ' + told if told else ''}")
    took = sum(counts.seconds.values())
    say(f"time       {took:.1f} s ({', '.join(f'{k} {v:.1f}' for k, v in counts.seconds.items())})")
