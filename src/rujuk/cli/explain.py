"""`rujuk explain`: how a finding came about, step by step, and what would change it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from rujuk.cli.build import Commands
from rujuk.cli.show import colour, dossier_arguments, language_of, load, width

if TYPE_CHECKING:
    from rujuk.model.dossier import Dossier
    from rujuk.model.story import Finding, Story


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("explain", help="print how a finding came about and what would change it", description=__doc__)
    dossier_arguments(p)
    p.add_argument("id", metavar="ID", help="the id of a finding or a claim, or its first characters")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the steps of the finding."""
    from rujuk.claim.measures import load_catalog
    from rujuk.reconcile.whatif import what_if
    from rujuk.tell.lines import Writer
    from rujuk.tell.lookup import Lookup
    from rujuk.tell.waterfall import explain

    dossier = load(args.dossier)
    story, finding = named(dossier, args.id, str(args.dossier))
    change = what_if(story, finding, Lookup.of(dossier).reports_of(story), catalog=load_catalog())
    writer = Writer(sys.stdout, language_of(dossier, args.language), colour(args), width())
    explain(dossier, story, finding, change, writer)
    return 0


def named(dossier: Dossier, ident: str, where: str) -> tuple[Story, Finding]:
    """Find the one finding that is called so, or that rests on the claim called so.

    Raises:
        ConfigError: there is none, or there are several.
    """
    from rujuk.errors import ConfigError

    found = [(s, f) for s in dossier.stories for f in s.findings]
    kind, _, digest = ident.rpartition(":")
    exact = [x for x in found if x[1].id == ident]
    near = [x for x in found if digest and kind in ("", "finding") and x[1].id.partition(":")[2].startswith(digest)]
    claims = [
        x for x in found if digest and kind in ("", "claim") and any(c.partition(":")[2].startswith(digest) for c in x[1].claims)
    ]
    hits = exact or near or claims
    if len(hits) != 1:
        raise ConfigError(
            f"the ids of {len(hits)} findings begin with {ident!r}" if hits else f"no finding is called {ident!r}",
            where=where,
            expected="the id of one finding or claim",
            remedy="rujuk show prints the ids",
        )
    return hits[0]
