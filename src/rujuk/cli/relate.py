"""`rujuk relate`: reports in, one line a story out, with who copies whom."""

from __future__ import annotations

import argparse

from rujuk.cli.build import Commands


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("relate", help="group reports into stories and find reused text", description=__doc__)
    p.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON Lines with `id` and `text`; - for standard input")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Relate all lines; every report is in exactly one story."""
    from rujuk.cli.lines import complain, read_lines, write_line
    from rujuk.cli.rows import report_of
    from rujuk.errors import InputError
    from rujuk.relate.relate import relate

    reports, bad, seen = [], 0, set()
    for number, row in read_lines(args.file):
        try:
            if isinstance(row, InputError):
                raise row
            report = report_of(row, f"line {number}")
            if report.id in seen:
                raise InputError(f"id {report.id!r} again", where=f"line {number}", expected="one line a report", code="same-id")
        except InputError as e:
            complain(e)
            bad += 1
            continue
        seen.add(report.id)
        reports.append(report)
    for story in relate(reports):
        write_line(story)
    return 1 if bad else 0
