"""The `rujuk` command: one file a subcommand; heavy modules are loaded only by the one that runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from rujuk.cli import build, diff, explain, export, fetch, mark, read, relate, show
from rujuk.errors import ConfigError, RujukError, StoreError
from rujuk.version import __version__

COMMANDS = (build, show, explain, diff, export, fetch, read, mark, relate)


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="rujuk",
        description="Read news reports of one event and write the dossier: who says what, on whose word, "
        "where reports agree independently, where they contradict, and what changed.",
        epilog="Exit codes: 0 done, 1 done with failures, 2 wrong usage or configuration, 3 internal error, 4 no network (fetch).",
    )
    top.add_argument("--version", action="version", version=f"rujuk {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; give its exit code."""
    args = parser().parse_args(argv)
    try:
        return int(args.run(args))
    except (ConfigError, StoreError) as e:
        print(f"rujuk: {e}", file=sys.stderr)
        return 2
    except RujukError as e:
        print(f"rujuk: {e}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("rujuk: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away; that is its right
        return 0


def run() -> None:
    """Entry point of the console script: an unexpected error is told with its trace and exit code 3."""
    try:
        code = main()
    except Exception:
        import traceback

        traceback.print_exc()
        print("rujuk: this is a defect; please report it with the lines above", file=sys.stderr)
        code = 3
    raise SystemExit(code)
