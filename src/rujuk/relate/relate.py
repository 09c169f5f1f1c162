"""Which reports tell the same story, and who copies whom."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.ids import make_id
from rujuk.model.report import Report
from rujuk.model.story import Related
from rujuk.relate.reuse import find_reuse
from rujuk.relate.stories import group


def relate(reports: Sequence[Report]) -> tuple[Related, ...]:
    """Group reports into stories and find the text they share.

    Every report is in exactly one story.  Reuse stands with the story of its target; its source may be in another story (a paper's daily
    template).  A story's id comes from its earliest report, so it stays while reports are added.

    Returns:
        The stories, in order of their ids.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    reuse = find_reuse(ordered)
    stories = []
    for members in group(ordered):
        ids = tuple(ordered[i].id for i in members)
        first = min((ordered[i] for i in members), key=_moment)
        inside = frozenset(ids)
        stories.append(
            Related(story=make_id("story", first.id), reports=ids, reuse=tuple(r for r in reuse if r.target in inside))
        )
    return tuple(sorted(stories, key=lambda s: s.story))


def _moment(report: Report) -> tuple[str, str]:
    return (report.published.days.earliest.isoformat() if report.published else "9999", report.id)
