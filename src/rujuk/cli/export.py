"""`rujuk export`: a dossier in the formats that others read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rujuk.cli.build import Commands
from rujuk.cli.show import language_of, load

if TYPE_CHECKING:
    from rujuk.model.dossier import Dossier
    from rujuk.tell.export.cited import Options
    from rujuk.tell.export.formats import Format

POINTS = ("acled",)
NAMES = (
    "json", "html", "csv", "parquet", "markdown", "wiki", "jsonld", "webannotation", "prov", "provn", "rss", "atom", "svg", "png", "vega",
)  # fmt: skip
"""The names in `tell/export/formats.py`, told here so that the help needs nothing loaded; a test holds the two together."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser(
        "export",
        help="write a dossier in another format",
        description=__doc__,
        epilog="docs/exports.md says who needs which format, and what is lost in it.",
    )
    p.add_argument("dossier", type=Path, metavar="DOSSIER", help="dossier.json, or the folder that holds it")
    p.add_argument(
        "-f", "--format", required=True, type=_formats, metavar="FORMAT[,...]", help=f"one or more of {', '.join(NAMES)}"
    )
    p.add_argument(
        "-o", "--out", metavar="OUT", help="file, or folder where there are several files (default: one file to standard output)"
    )
    p.add_argument("--language", "--lang", choices=("id", "en"), help="language of the words around (default: the reports' own)")
    p.add_argument("--only", metavar="ID", help="only this story, or this finding with the reports that carry it")
    p.add_argument("--points", choices=POINTS, help="csv, parquet: a number for vague words and ranges, by the rule of ACLED")
    p.add_argument("--since", type=Path, metavar="OLD", help="rss, atom: tell what changed since this earlier dossier")
    p.add_argument("--link", type=_address, metavar="URL", help="where the page is published, for links back to it")
    p.set_defaults(run=run)


def _formats(text: str) -> list[str]:
    names = [n for n in text.split(",") if n]
    wrong = [n for n in names if n not in NAMES]
    if wrong or not names:
        raise argparse.ArgumentTypeError(f"no format {', '.join(wrong) or text!r}; there are {', '.join(NAMES)}")
    return list(dict.fromkeys(names))


def _address(text: str) -> str:
    if not text.lower().startswith(("http://", "https://")) or any(c.isspace() for c in text):
        raise argparse.ArgumentTypeError(f"{text!r} is no http or https address")
    return text


def run(args: argparse.Namespace) -> int:
    """Write the formats."""
    from rujuk.errors import ConfigError
    from rujuk.tell.export.cited import Options
    from rujuk.tell.export.formats import find_format
    from rujuk.tell.export.narrow import narrow

    formats = [f for name in args.format if (f := find_format(name)) is not None]
    for option in ("points", "since", "link"):
        if getattr(args, option) is not None and not any(option in f.takes for f in formats):
            raise ConfigError(
                f"--{option} changes nothing in {', '.join(args.format)}",
                expected="a format that takes it",
                remedy="rujuk export --help",
            )
    dossier = load(args.dossier)
    if args.only:
        dossier = narrow(dossier, args.only)
    options = Options(
        language="en" if language_of(dossier, args.language) == "en" else "id",
        points=args.points,
        since=load(args.since) if args.since else None,
        link=args.link,
    )
    if args.out is None or args.out == "-":
        return _to_output(formats, dossier, options)
    several = len(formats) > 1 or not formats[0].single
    out = Path(args.out)
    folder = several or out.is_dir() or args.out.endswith(("/", "\\"))
    for f in formats:
        files = f.write(dossier, options)
        if not files:
            print(f"rujuk: {f.name}: no figure with a day, so there is no chart", file=sys.stderr)
        for name, data in files.items():
            _write(out / name if folder else out, data)
    return 0


def _to_output(formats: list[Format], dossier: Dossier, options: Options) -> int:
    from rujuk.errors import ConfigError

    if len(formats) > 1 or not formats[0].single:
        raise ConfigError("there are several files", expected="a folder for them", remedy="give -o OUT")
    (data,) = formats[0].write(dossier, options).values()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


def _write(file: Path, data: bytes) -> None:
    from rujuk.errors import ConfigError

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    except OSError as e:
        raise ConfigError(
            f"cannot write: {e.strerror or e}", where=str(file), expected="a place that can be written", remedy="give another -o"
        ) from e
