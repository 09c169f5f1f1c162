"""`rujuk explain`: how a finding came about, down to the sentences."""

from __future__ import annotations

import argparse
import sys

from rujuk.cli.build import Commands
from rujuk.cli.show import colour, dossier_arguments, language_of, load, width


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("explain", help="print a finding's reasons down to the sentences", description=__doc__)
    dossier_arguments(p)
    p.add_argument("id", metavar="ID", help="the id of a finding or a claim, or its first characters")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the finding's reasons."""
    from rujuk.errors import ConfigError
    from rujuk.tell.terminal import explain_finding

    dossier = load(args.dossier)
    found = [f for s in dossier.stories for f in s.findings]
    named = [f.id for f in found if f.id == args.id] or [
        f.id for f in found if f.id.startswith(args.id) or f.id.removeprefix("finding:").startswith(args.id)
    ]
    named = named or [f.id for f in found if any(c.startswith(args.id) for c in f.claims)]
    if len(named) != 1:
        raise ConfigError(
            f"{len(named)} findings are called {args.id!r}",
            where=str(args.dossier),
            expected="the id of one finding or claim",
            remedy="rujuk show prints the ids",
        )
    explain_finding(
        dossier, named[0], sys.stdout, language=language_of(dossier, args.language), colour=colour(args), width=width()
    )
    return 0
