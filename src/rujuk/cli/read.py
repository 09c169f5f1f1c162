"""`rujuk read`: inputs to reports, one JSON line each, without marks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rujuk.cli.build import Commands, _jobs, web_arguments, web_of

if TYPE_CHECKING:
    from rujuk.model.report import Failure


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    p = commands.add_parser("read", help="read inputs, write one report a line", description=__doc__)
    p.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="files, folders, globs or web addresses: pages, texts, archives, feeds, mail"
    )
    p.add_argument("--failures", metavar="FILE", help="write what could not be read here, one JSON line each")
    p.add_argument(
        "--jobs", type=_jobs, metavar="N", help="worker processes (default: one a core, from a few hundred documents on)"
    )
    web_arguments(p, "they are not kept")
    p.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read the inputs; write reports and failures as they come, so that nothing piles up."""
    from rujuk.cli.lines import write_line
    from rujuk.engine.reading import read_reports
    from rujuk.model.report import Failure

    read = skipped = failed = 0
    with _failures(args.failures) as tell:
        for item in read_reports(args.inputs, jobs=args.jobs, web=web_of(args, None)):
            if isinstance(item, Failure):
                failed += item.state == "failed"
                skipped += item.state != "failed"
                tell(item)
            else:
                write_line(item)
                read += 1
    print(f"{read} read, {skipped} skipped, {failed} failed", file=sys.stderr)
    return 1 if failed else 0


@contextmanager
def _failures(path: str | None) -> Iterator[Callable[[Failure], None]]:
    """Give what tells of one failure: a line of JSON in a file, or of words on standard error."""
    from rujuk.errors import ConfigError
    from rujuk.model.codec import encode

    if path is None:
        yield lambda f: print(f"{f.state}: {f.source}: {f.code}: {f.detail}", file=sys.stderr)
        return
    try:
        file = open(path, "w", encoding="utf-8", newline="")  # noqa: SIM115 - closed below; only opening it may fail by the path
    except OSError as e:
        raise ConfigError(f"cannot write: {e.strerror}", where=path, expected="a file that can be written") from e
    with file:
        yield lambda f: print(json.dumps(encode(f), ensure_ascii=False), file=file)
