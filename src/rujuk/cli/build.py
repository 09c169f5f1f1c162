"""`rujuk build`: reports in, dossier out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rujuk.engine.building import Counts
    from rujuk.engine.fetching import Web
    from rujuk.engine.progress import Progress
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
    for r in () if args.quiet else more.renamed:
        print(f"{r.what:10} {r.story} -> {r.other}", file=sys.stderr)
    if not args.quiet:
        summary(counts, dossier, args.out)
    if counts.failures["failed", "network-down"]:
        print("rujuk: the network is down; run it again for what is missing", file=sys.stderr)
        return NO_NETWORK
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


def write(dossier: Dossier, out: Path) -> None:
    """Write dossier.json, dossier.html, claims.csv and findings.csv into the folder `out`, made if it is missing.

    Raises:
        ConfigError: the folder cannot be made or written.
    """
    from rujuk.errors import ConfigError
    from rujuk.tell.html import html_page
    from rujuk.tell.tables import claims_csv, findings_csv

    files = {
        "dossier.json": dossier.to_json(),
        "dossier.html": html_page(dossier),
        "claims.csv": claims_csv(dossier),
        "findings.csv": findings_csv(dossier),
    }
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (out / name).write_text(text, encoding="utf-8", newline="")
    except OSError as e:
        raise ConfigError(
            f"cannot write: {e.strerror or e}", where=str(out), expected="a folder that can be written", remedy="give another -o"
        ) from e


def summary(counts: Counts, dossier: Dossier, out: Path) -> None:
    """Say on standard error what became of everything."""

    def say(text: str) -> None:
        print(text, file=sys.stderr)

    skipped = sum(n for (state, _), n in counts.failures.items() if state == "skipped")
    failed = sum(n for (state, _), n in counts.failures.items() if state == "failed")
    say(f"reports    {counts.read} read, {skipped} skipped, {failed} failed")
    if counts.unmarked:
        say(f"           {counts.unmarked} in a language without a pack: listed and related, not marked")
    for f in dossier.failures:
        say(f"  {f.state:8} {f.source}: {f.code}{': ' + f.detail if f.detail else ''}")
    for m in dossier.reports:
        for warning in m.report.warnings:
            say(f"  warning  {m.report.source}: {warning}")
    say(f"stories    {counts.stories}")
    told = ", ".join(f"{counts.statuses[s]} {s}" for s in sorted(counts.statuses, key=lambda s: (-counts.statuses[s], s)))
    say(f"findings   {sum(counts.statuses.values())}{': ' + told if told else ''}")
    took = sum(counts.seconds.values())
    say(f"time       {took:.1f} s ({', '.join(f'{k} {v:.1f}' for k, v in counts.seconds.items())})")
    say(f"dossier    {out / 'dossier.html'}")
