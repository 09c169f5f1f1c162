"""What stories are called.  An id is made of one report, the anchor; it goes where its anchor goes, and the id given first stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from rujuk.model.ids import make_id

Moment: TypeAlias = tuple[float, str]
LATEST = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """What became of a story's id: `merged` into another story, `split` so that some of its reports are in another, or `renamed` after an earlier
    report.  An id that is gone went where its anchor went; what else was in its story is split off."""

    what: str
    story: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Groups by story id, and the ids given now for the first time, oldest story first."""

    stories: dict[str, tuple[str, ...]]
    new: tuple[str, ...] = field(default=())

    def renamed(self, was: Mapping[str, Sequence[str]]) -> tuple[Renamed, ...]:
        """Say what became of the ids of stories as they were."""
        of = {report: story for story, group in self.stories.items() for report in group}
        heirs = {story: {of[r] for r in reports if r in of} for story, reports in was.items()}
        out = []
        for story in sorted(was):
            now = sorted(heirs[story] - {story})
            rest = set().union(*(found for other, found in heirs.items() if other != story))
            home = next((of[r] for r in was[story] if r in of and anchored(r) == story), None)
            for other in now:
                if story in heirs[story] or (len(now) > 1 and other != home):
                    what = "split"
                else:
                    what = "merged" if other in rest else "renamed"
                out.append(Renamed(what=what, story=story, other=other))
        return tuple(out)


def moment(report: str, day: float) -> Moment:
    """Give the place of a report in time; one without a day comes last."""
    return (LATEST if day < 0 else day, report)


def anchored(report: str) -> str:
    """Give the id of the story that is called after a report."""
    return make_id("story", report)


def name_groups(
    groups: Sequence[Sequence[str]], moments: Mapping[str, Moment], serial: Callable[[str], int | None] = lambda _: None
) -> Named:
    """Name groups of reports.

    A group keeps the id that was given first of those whose anchor it holds; a group that holds none is called after its earliest report.

    Args:
        groups: ids of reports.
        moments: when each report is from.
        serial: the number under which an id was given, None for one never given.
    """
    stories: dict[str, tuple[str, ...]] = {}
    new: list[tuple[Moment, str]] = []
    for group in groups:
        given = [(number, story) for r in group if (number := serial(story := anchored(r))) is not None]
        if given:
            story = min(given)[1]
        else:
            first = min(moments[r] for r in group)
            story = anchored(first[1])
            new.append((first, story))
        stories[story] = tuple(sorted(group))
    return Named(stories=stories, new=tuple(story for _, story in sorted(new)))
