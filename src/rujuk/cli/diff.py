"""`rujuk diff`: what changed from one dossier to another."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rujuk.cli.build import Commands
from rujuk.cli.show import colour, language_of, load, width


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser(
        "diff",
        help="print what changed between two dossiers",
        description=__doc__,
        epilog="exit codes: 0 also where something changed, unless --exit-code is given: then 1; 2 wrong usage",
    )
    p.add_argument("old", type=Path, metavar="OLD", help="the earlier dossier.json, or its folder")
    p.add_argument("new", type=Path, metavar="NEW", help="the later one")
    p.add_argument("--json", action="store_true", help="write JSON (schema rujuk/diff/1)")
    p.add_argument("--exit-code", action="store_true", help="exit with 1 where something changed, as git diff does")
    p.add_argument("--language", "--lang", choices=("id", "en"), help="language of the words around (default: the reports' own)")
    p.add_argument("--no-colour", action="store_true", help="no colours; they are off in a pipe anyway")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the changes."""
    from rujuk.tell.changes import compare
    from rujuk.tell.changes_text import show_changes
    from rujuk.tell.lines import Writer

    old, new = load(args.old), load(args.new)
    diff = compare(old, new)
    if args.json:
        sys.stdout.write(diff.to_json())
    else:
        show_changes(diff, Writer(sys.stdout, language_of(new, args.language), colour(args), width()))
    return 1 if args.exit_code and diff.changed else 0
