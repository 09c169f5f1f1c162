"""`rujuk show`: a dossier, readable in the terminal."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rujuk.cli.build import Commands

if TYPE_CHECKING:
    from rujuk.model.dossier import Dossier


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("show", help="print a dossier", description=__doc__)
    dossier_arguments(p)
    p.add_argument("--brief", action="store_true", help="only what matters most, and what the editor should look at")
    p.set_defaults(run=run)


def dossier_arguments(p: argparse.ArgumentParser) -> None:
    """Add what every command that prints a dossier takes."""
    p.add_argument("dossier", type=Path, metavar="DOSSIER", help="dossier.json, or the folder that holds it")
    p.add_argument("--language", "--lang", choices=("id", "en"), help="language of the words around (default: the reports' own)")
    p.add_argument("--no-colour", action="store_true", help="no colours; they are off in a pipe anyway")


def load(path: Path) -> Dossier:
    """Read a dossier.

    Raises:
        ConfigError: there is none, or it is not what `rujuk build` writes.
    """
    from rujuk.errors import ConfigError
    from rujuk.model.dossier import Dossier

    file = path / "dossier.json" if path.is_dir() else path
    try:
        return Dossier.from_json(file.read_text(encoding="utf-8"))
    except OSError as e:
        raise ConfigError(
            f"cannot read: {e.strerror}", where=str(file), expected="a dossier.json", remedy="run rujuk build first"
        ) from e
    except ValueError as e:
        raise ConfigError(f"no dossier: {e}", where=str(file), expected="what rujuk build writes as dossier.json") from e


def language_of(dossier: Dossier, wanted: str | None) -> str:
    """The language asked for, else that of most reports, Indonesian first."""
    if wanted:
        return wanted
    counted = Counter(m.report.language for m in dossier.reports)
    return "en" if counted["en"] > counted["id"] else "id"


def run(args: argparse.Namespace) -> int:
    """Print the dossier."""
    from rujuk.tell.terminal import show_dossier

    dossier = load(args.dossier)
    show_dossier(
        dossier,
        sys.stdout,
        language=language_of(dossier, args.language),
        colour=colour(args),
        width=width(),
        brief=args.brief,
    )
    return 0


def width() -> int:
    """Columns to write in: the terminal's, 120 at most; 100 in a pipe."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if sys.stdout.isatty() else 100


def colour(args: argparse.Namespace) -> bool:
    """Say whether to write colours: on a terminal that does not refuse them (https://no-color.org)."""
    return sys.stdout.isatty() and not args.no_colour and not os.environ.get("NO_COLOR")
