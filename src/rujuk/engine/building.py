"""Build a dossier: read, mark, relate, reconcile, tell."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

from rujuk.claim.measures import load_catalog
from rujuk.engine.marking import date_undated, mark_report, only_used
from rujuk.engine.progress import Progress, Silent
from rujuk.engine.reading import again, read_all
from rujuk.engine.workers import WORTH_A_POOL, cores, ordered_map
from rujuk.errors import ConfigError
from rujuk.lang.base import data_digests, folder_digest, load_pack
from rujuk.model.dossier import Dossier, Generator
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Failure, Report
from rujuk.model.span import Days
from rujuk.model.story import Related, Story
from rujuk.read.live import in_entries
from rujuk.reconcile.findings import find_findings
from rujuk.relate.relate import relate
from rujuk.tell.alerts import find_alerts
from rujuk.tell.heading import story_period, story_places, story_title
from rujuk.tell.timeline import make_timeline
from rujuk.version import __version__

if TYPE_CHECKING:
    from rujuk.engine.fetching import Web


@dataclass(slots=True)
class Counts:
    """What became of everything that was given; each item is counted once."""

    read: int = 0
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
) -> Dossier:
    """Read reports and reconcile them into a dossier.

    Args:
        inputs: files, folders, globs or web addresses; what each may hold is in docs/inputs.md.
        jobs: worker processes for reading and marking; None takes one below a few hundred reports, else one a core.
        progress: told of every step.
        counts: filled with what became of everything that was given.
        web: how web addresses are fetched, and where their pages are kept; None keeps them for this call only.

    Returns:
        The dossier: the same reports give the same dossier, in any order and with any number of jobs.

    Raises:
        ConfigError: nothing that was given exists.
    """
    progress, counts = progress or Silent(), counts if counts is not None else Counts()
    clock = _Clock(counts)
    reports, failures = _gather(read_all(inputs, jobs=jobs, web=web), progress)
    if not reports and failures and all(f.code == "not-found" for f in failures):
        raise ConfigError(
            f"nothing of what was given exists: {', '.join(f.source for f in failures)}",
            expected="files, folders or globs",
            remedy="check the paths",
            code="not-found",
        )
    clock.step("read")
    marked = _marked(reports, jobs, progress)
    clock.step("mark")
    related = relate([m.report for m in marked])
    marked = _dated_by_story(marked, related)
    clock.step("relate")
    stories = _stories(related, {m.report.id: m for m in marked}, progress)
    clock.step("reconcile")
    used = frozenset(c for s in stories for f in s.findings for c in f.claims)
    counts.read = len(reports)
    counts.unmarked = sum(load_pack(r.language) is None for r in reports)
    counts.failures.update((f.state, f.code) for f in failures)
    counts.stories = len(stories)
    counts.statuses.update(f.status.value for s in stories for f in s.findings)
    return Dossier(
        generator=Generator(name="rujuk", version=__version__, packs=_data_digests()),
        reports=tuple(only_used(m, used) for m in marked),
        stories=stories,
        failures=tuple(failures),
    )


def _gather(items: Iterable[Report | Failure], progress: Progress) -> tuple[list[Report], list[Failure]]:
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
    dated = [date_undated(r) for r in by_id.values()]
    return sorted(dated, key=_by_day), sorted(failures, key=lambda f: (f.source, f.stage, f.code, f.detail))


def _by_day(report: Report) -> tuple[date, str]:
    return (report.published.days.earliest if report.published else date.max, report.id)


def _marked(reports: Sequence[Report], jobs: int | None, progress: Progress) -> list[MarkedReport]:
    workers = jobs if jobs is not None else cores() if len(reports) >= WORTH_A_POOL else 1
    progress.begin("mark", len(reports))
    out = []
    for m in ordered_map(mark_report, reports, jobs=workers):
        out.append(m)
        progress.advance("mark")
    progress.end("mark")
    return out


def _dated_by_story(marked: list[MarkedReport], related: Sequence[Related]) -> list[MarkedReport]:
    """Date the reports whose own text was not enough by the days of their story's dated reports, and mark them again."""
    by_id = {m.report.id: m for m in marked}
    for story in related:
        days = [p.days for i in story.reports if (p := by_id[i].report.published)]
        if not days:
            continue
        around = Days(earliest=min(d.earliest for d in days), latest=max(d.latest for d in days))
        for ident in story.reports:
            report = by_id[ident].report
            dated = date_undated(report, around=around)
            if dated != report:
                by_id[ident] = mark_report(dated)
    return sorted(by_id.values(), key=lambda m: _by_day(m.report))


def _stories(related: Sequence[Related], marked: dict[str, MarkedReport], progress: Progress) -> tuple[Story, ...]:
    progress.begin("reconcile", len(related))
    stories = []
    for r in related:
        stories.append(_story(r, [marked[i] for i in r.reports]))
        progress.advance("reconcile")
    progress.end("reconcile")
    return tuple(sorted(stories, key=lambda s: (-len(s.reports), s.id)))


def _story(related: Related, reports: list[MarkedReport]) -> Story:
    catalog = load_catalog()
    reports = sorted(reports, key=lambda m: _by_day(m.report))
    findings = find_findings(related.story, reports, related.reuse, catalog=catalog)
    return Story(
        id=related.story,
        title=story_title(reports, findings),
        reports=tuple(m.report.id for m in reports),
        period=story_period(reports),
        places=story_places(reports),
        findings=findings,
        reuse=related.reuse,
        timeline=make_timeline(reports, findings, related.reuse),
        alerts=find_alerts(reports, findings, catalog=catalog),
    )


def _data_digests() -> dict[str, str]:
    """Digests of everything but code that decides a dossier: language data and the catalogue of measures."""
    catalog = folder_digest(resources.files("rujuk.claim") / "catalog")
    return dict(sorted({**data_digests(), "catalog": catalog}.items()))


class _Clock:
    """Seconds per step, into the counts."""

    def __init__(self, counts: Counts, now: Callable[[], float] = time.perf_counter) -> None:
        self.counts, self.now, self.last = counts, now, now()

    def step(self, name: str) -> None:
        """Book the time since the last step under `name`."""
        moment = self.now()
        self.counts.seconds[name] = moment - self.last
        self.last = moment
