"""`rujuk mark`: reports in, the same lines with their marks out."""

from __future__ import annotations

import argparse

from rujuk.cli.build import Commands


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("mark", help="mark times, quantities, names, quotes and claims", description=__doc__)
    p.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines with `id` and `text`; - for standard input")
    p.add_argument(
        "--explain", action="store_true", help="print each mark under its sentence with the rule or model that made it"
    )
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Mark each line as it comes."""
    from rujuk.cli.lines import complain, read_lines, write_line
    from rujuk.cli.rows import report_of
    from rujuk.engine.marking import date_undated, mark_report
    from rujuk.errors import InputError
    from rujuk.model.codec import encode
    from rujuk.tell.marks import explain_marks

    bad = 0
    for number, row in read_lines(args.file):
        try:
            if isinstance(row, InputError):
                raise row
            report = date_undated(report_of(row, f"line {number}"))
        except InputError as e:
            complain(e)
            bad += 1
            continue
        marked = mark_report(report)
        if args.explain:
            for line in explain_marks(marked):
                print(line)
            print()
            continue
        encoded = encode(marked)
        assert isinstance(encoded, dict)
        write_line({**row, **encoded})
    return 1 if bad else 0
