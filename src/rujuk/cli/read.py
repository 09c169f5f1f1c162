"""`rujuk read`: inputs to reports, one JSON line each, without marks."""

from __future__ import annotations

import argparse
import json
import sys

from rujuk.cli.build import Commands


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("read", help="read inputs, write one report a line", description=__doc__)
    p.add_argument("inputs", nargs="+", metavar="INPUT", help="files, folders or globs")
    p.add_argument("--failures", metavar="FILE", help="write what could not be read here, one JSON line each")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the inputs and write the reports as they come."""
    from rujuk.cli.lines import write_line
    from rujuk.engine.building import read_reports
    from rujuk.errors import ConfigError
    from rujuk.model.codec import encode
    from rujuk.model.report import Failure

    failures = []
    count = 0
    for item in read_reports(args.inputs):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            write_line(item)
            count += 1
    if args.failures:
        try:
            with open(args.failures, "w", encoding="utf-8", newline="") as file:
                file.writelines(json.dumps(encode(f), ensure_ascii=False) + "\n" for f in failures)
        except OSError as e:
            raise ConfigError(f"cannot write: {e.strerror}", where=args.failures, expected="a file that can be written") from e
    else:
        for f in failures:
            print(f"{f.state}: {f.source}: {f.code}: {f.detail}", file=sys.stderr)
    failed = sum(f.state == "failed" for f in failures)
    print(f"{count} read, {len(failures) - failed} skipped, {failed} failed", file=sys.stderr)
    return 1 if failed else 0
