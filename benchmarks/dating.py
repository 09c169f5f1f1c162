"""How well undated reports are dated: the given day is hidden, inferred, and compared.

    python benchmarks/dating.py --shared ../shared

For dated reports with one day: how many get an interval from their own text (`own`), how many with the days of their story's other reports (`story`),
how often it holds the given day, and how many days wide it is.  Given days are as published, some of them by another time zone's calendar.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rujuk.engine.marking import date_undated
from rujuk.model.report import Report
from rujuk.model.span import Days
from rujuk.read.plain import read_plain

EVERY = 4
"""Of the pool of single reports every fourth is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What became of a set of reports."""

    name: str
    reports: int
    dated: int
    held: int
    days: int

    def shares(self) -> dict[str, float]:
        """Give the share that was dated, the share of those that hold the day, and the mean width in days."""
        some = max(1, self.dated)
        return {"dated": self.dated / max(1, self.reports), "held": self.held / some, "width": self.days / some}


def stories(shared: Path, language: str) -> Iterator[list[Report]]:
    """Give the dated reports of each unmarked story."""
    for folder in sorted((shared / "data/unmarked_stories" / language).iterdir()):
        if not (folder / "meta.json").is_file():
            continue
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        found = []
        for article in meta["articles"]:
            _, _, body = (folder / article["file"]).read_text(encoding="utf-8").partition("\n\n")
            report = _report(article, body, f"{folder.name}/{article['file']}")
            found += [report] if report else []
        yield found


def pool(shared: Path) -> Iterator[Report]:
    """Give dated reports of the pool of single ones."""
    rows = (shared / "data/clustering/id_pool_june2025/dev.jsonl").read_text(encoding="utf-8").splitlines()
    for n, row in enumerate(map(json.loads, rows[::EVERY])):
        report = _report(row, row["text"], f"pool/{n}")
        if report:
            yield report


def _report(article: dict[str, Any], body: str, source: str) -> Report | None:
    head = "\n".join(
        f"{k}: {json.dumps(article[k], ensure_ascii=False)}" for k in ("title", "published", "url") if article.get(k)
    )
    report = read_plain(f"---\n{head}\n---\n{body}", source=source)
    return report if report and report.published and report.published.days.width == 0 else None


def measure(name: str, groups: Sequence[Sequence[Report]], *, story: bool) -> Row:
    """Hide each report's day, infer it, compare; with `story` the days of the others of its group are known."""
    reports = dated = held = days = 0
    for group in groups:
        for report in group:
            given = report.published
            others = [r.published.days.earliest for r in group if r is not report and r.published]
            hidden = date_undated(replace(report, published=None))
            if story and hidden.published is None and others:
                hidden = date_undated(hidden, around=Days(earliest=min(others), latest=max(others)))
            reports += 1
            if hidden.published is not None and given is not None:
                found = hidden.published.days
                dated += 1
                held += found.earliest <= given.days.earliest <= found.latest
                days += found.width + 1
    return Row(name=name, reports=reports, dated=dated, held=held, days=days)


def rows(shared: Path) -> list[Row]:
    """Measure everything."""
    single = [[r] for r in pool(shared)]
    out = [measure("pool, own", single, story=False)]
    for language in ("id", "en"):
        groups = list(stories(shared, language))
        out += [
            measure(f"stories {language}, own", groups, story=False),
            measure(f"stories {language}, story", groups, story=True),
        ]
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the shared folder with data/")
    print(f"{'set':22}{'reports':>8}{'dated':>8}{'hold it':>9}{'days wide':>11}")
    for row in rows(parser.parse_args().shared):
        s = row.shares()
        print(f"{row.name:22}{row.reports:8}{s['dated']:8.2f}{s['held']:9.3f}{s['width']:11.2f}")


if __name__ == "__main__":
    main()
