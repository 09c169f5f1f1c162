"""Build a dossier: read, mark, relate, reconcile, tell."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from rujuk.engine.marking import date_undated, mark_report, only_used
from rujuk.engine.progress import Progress, Silent
from rujuk.engine.reading import again, read_all
from rujuk.engine.telling import by_day, date_by_story, tell_story
from rujuk.engine.workers import WORTH_A_POOL, cores, ordered_map
from rujuk.errors import ConfigError
from rujuk.lang.base import data_digests, folder_digest, load_pack
from rujuk.model.dossier import Dossier, Generator
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Failure, Report
from rujuk.model.story import Story
from rujuk.read.live import in_entries
from rujuk.relate.decisions import Decisions
from rujuk.relate.relate import relate
from rujuk.version import __version__

if TYPE_CHECKING:
    from rujuk.engine.fetching import Web


@dataclass(slots=True)
class Counts:
    """What became of everything that was given; each item is counted once."""

    read: int = 0
    marked: int = 0
    """Reports marked in this run."""
    told: int = 0
    """Stories reconciled in this run."""
    unmarked: int = 0
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(state, code) → how many."""
    statuses: Counter[str] = field(default_factory=Counter)
    stories: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    """Seconds per step, for the person at the keyboard; never part of a dossier."""


def build(
    inputs: Sequence[str],
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    counts: Counts | None = None,
    web: Web | None = None,
    decisions: Decisions | None = None,
    ids: Sequence[str] = (),
) -> Dossier:
    """Read reports and reconcile them into a dossier.

    Args:
        inputs: files, folders, globs or web addresses; what each may hold is in docs/inputs.md.
        jobs: worker processes for reading and marking; None takes one below a few hundred reports, else one a core.
        progress: told of every step.
        counts: filled with what became of everything that was given.
        web: how web addresses are fetched, and where their pages are kept; None keeps them for this call only.
        decisions: what a person merged and split.
        ids: story ids given before, oldest first; they stay with the reports they were made of.

    Returns:
        The dossier: the same reports give the same dossier, in any order and with any number of jobs.

    Raises:
        ConfigError: nothing that was given exists.
    """
    progress, counts = progress or Silent(), counts if counts is not None else Counts()
    clock = Clock(counts)
    items = read_all(inputs, jobs=jobs, web=web)
    found, failures = gather(items, progress)
    reports = sorted((date_undated(r) for r in found), key=by_day)
    if not reports and failures and all(f.code == "not-found" for f in failures):
        raise nothing_exists(failures)
    clock.step("read")
    marked = mark_all(reports, jobs, progress)
    clock.step("mark")
    counts.marked = len(marked)
    by_id = {m.report.id: m for m in marked}
    related = relate([m.report for m in marked], decisions, ids)
    clock.step("relate")
    stories = []
    progress.begin("reconcile", len(related))
    for story in related:
        members = date_by_story([by_id[i] for i in story.reports])
        by_id.update((m.report.id, m) for m in members)
        stories.append(tell_story(story, members))
        progress.advance("reconcile")
    progress.end("reconcile")
    counts.told = len(stories)
    clock.step("reconcile")
    return assemble(by_id.values(), stories, failures, counts)


def assemble(marked: Iterable[MarkedReport], stories: Iterable[Story], failures: Sequence[Failure], counts: Counts) -> Dossier:
    """Put a dossier together, in its fixed order, and count."""
    ordered = tuple(sorted(stories, key=lambda s: (-len(s.reports), s.id)))
    used = frozenset(c for s in ordered for f in s.findings for c in f.claims)
    reports = tuple(only_used(m, used) for m in sorted(marked, key=lambda m: by_day(m.report)))
    counts.read = len(reports)
    counts.unmarked = sum(load_pack(m.report.language) is None for m in reports)
    counts.failures.update((f.state, f.code) for f in failures)
    counts.stories = len(ordered)
    counts.statuses.update(f.status.value for s in ordered for f in s.findings)
    return Dossier(
        generator=Generator(name="rujuk", version=__version__, packs=all_digests()),
        reports=reports,
        stories=ordered,
        failures=tuple(failures),
    )


def nothing_exists(failures: Iterable[Failure]) -> ConfigError:
    """Say that nothing of what was given is there."""
    return ConfigError(
        f"nothing of what was given exists: {', '.join(f.source for f in failures)}",
        expected="files, folders or globs",
        remedy="check the paths",
        code="not-found",
    )


def gather(items: Iterable[Report | Failure], progress: Progress) -> tuple[list[Report], list[Failure]]:
    """Keep one report of each id (the one whose source comes first), and all failures, both in a fixed order."""
    progress.begin("read", None)
    by_id: dict[str, Report] = {}
    failures: list[Failure] = []
    for item in items:
        progress.advance("read")
        if isinstance(item, Failure):
            failures.append(item)
            continue
        for report in in_entries(item):
            other = by_id.get(report.id)
            if other is None:
                by_id[report.id] = report
                continue
            first, second = sorted((other, report), key=lambda r: r.source)
            by_id[report.id] = first
            failures.append(again(second, first.source))
    progress.end("read")
    return [by_id[i] for i in sorted(by_id)], sorted(failures, key=lambda f: (f.source, f.stage, f.code, f.detail))


def mark_all(reports: Sequence[Report], jobs: int | None, progress: Progress) -> list[MarkedReport]:
    """Mark reports, in their order, over `jobs` processes; None takes one for a few, else one a core."""
    workers = jobs if jobs is not None else cores() if len(reports) >= WORTH_A_POOL else 1
    progress.begin("mark", len(reports))
    out = []
    for m in ordered_map(mark_report, reports, jobs=workers):
        out.append(m)
        progress.advance("mark")
    progress.end("mark")
    return out


def all_digests() -> dict[str, str]:
    """Digests of everything but code that decides a dossier: language data and the catalogue of measures."""
    catalog = folder_digest(resources.files("rujuk.claim") / "catalog")
    return dict(sorted({**data_digests(), "catalog": catalog}.items()))


class Clock:
    """Seconds per step, into the counts."""

    def __init__(self, counts: Counts, now: Callable[[], float] = time.perf_counter) -> None:
        self.counts, self.now, self.last = counts, now, now()

    def step(self, name: str) -> None:
        """Book the time since the last step under `name`."""
        moment = self.now()
        self.counts.seconds[name] = moment - self.last
        self.last = moment
