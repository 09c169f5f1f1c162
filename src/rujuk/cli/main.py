"""The `rujuk` command: one file a subcommand; heavy modules are loaded only by the one that runs."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from rujuk.cli import build, diff, explain, export, fetch, mark, read, relate, show
from rujuk.errors import ConfigError, RujukError, StoreError
from rujuk.version import __version__

EXAMPLES = {
    "build": (
        "my-folder -o out",
        "'news/**/*.html' mail.mbox https://warta.example/kali -o out --contact you@example.org",
        "tuesday/ -o out --state desk.state",
    ),
    "show": ("out", "out --brief --language en"),
    "explain": ("out finding:3f2a", "out 3f2a --language en"),
    "diff": ("yesterday today", "yesterday today --json"),
    "export": (
        "out -f markdown --lang en -o story.md",
        "out -f csv,wiki,atom -o files",
        "out -f png --only finding:3f2a -o charts",
    ),
    "fetch": ("https://warta.example/kali feed.xml -o pages --contact you@example.org",),
    "read": ("my-folder --failures failed.jsonl > reports.jsonl",),
    "mark": ("reports.jsonl > marked.jsonl", "--explain reports.jsonl"),
    "relate": ("reports.jsonl > stories.jsonl",),
}
"""What a person types first, by command; shown below its help."""
COMMANDS = (build, show, explain, diff, export, fetch, read, mark, relate)


def parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="rujuk",
        description="Read news reports of one event and write the dossier: who says what, on whose word, "
        "where reports agree independently, where they contradict, and what changed.",
        epilog="examples:\n  rujuk build my-folder -o out          then open out/dossier.html\n  rujuk show out                        "
        "the same in the terminal\n  rujuk explain out finding:3f2a        how one finding came about\n\n"
        "rujuk COMMAND --help tells more of each.\n\n"
        "exit codes: 0 done, 1 done with failures, 2 wrong usage or configuration (nothing was done),\n"
        "3 internal error, 4 the network is down (fetch, build), 130 stopped",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"rujuk {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    for name, examples in EXAMPLES.items():
        p = commands.choices[name]
        p.description = (p.description or "").partition(": ")[2].capitalize()
        p.epilog = f"{p.epilog + chr(10) * 2 if p.epilog else ''}examples:\n" + "\n".join(f"  rujuk {name} {e}" for e in examples)
        p.formatter_class = argparse.RawDescriptionHelpFormatter
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; give its exit code."""
    args = parser().parse_args(argv)
    try:
        code = int(args.run(args))
        sys.stdout.flush()  # here, where a reader that went away is told from a defect
        return code
    except (ConfigError, StoreError) as e:
        print(f"rujuk: {e}", file=sys.stderr)
        return 2
    except RujukError as e:
        print(f"rujuk: {e}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("rujuk: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output went away; that is its right
        with contextlib.suppress(OSError, ValueError):  # what is still held goes nowhere, so that nothing complains at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _in_utf8(stream: TextIO) -> None:
    """Write UTF-8 into pipes and files whatever the locale says; on a terminal, what it cannot show as question marks."""
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def run() -> None:
    """Entry point of the console script: an unexpected error is told with its trace and exit code 3."""
    _in_utf8(sys.stdout)
    _in_utf8(sys.stderr)
    try:
        code = main()
    except Exception:
        import traceback

        traceback.print_exc()
        print("rujuk: this is a defect; please report it with the lines above", file=sys.stderr)
        code = 3
    raise SystemExit(code)
