"""Which reports tell the same story, and who copies whom."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.report import Report
from rujuk.model.story import Related
from rujuk.relate.decisions import Decisions, decide
from rujuk.relate.features import features
from rujuk.relate.naming import moment, name_groups
from rujuk.relate.reuse import find_reuse
from rujuk.relate.stories import group


def relate(reports: Sequence[Report], decisions: Decisions | None = None, ids: Sequence[str] = ()) -> tuple[Related, ...]:
    """Group reports into stories and find the text they share.

    Every report is in exactly one story.  Reuse stands with the story of its target; its source may be in another story (a paper's daily
    template).  A story is called after its earliest report, or keeps the first of `ids` that was made of one of its reports.

    Args:
        reports: the reports, in any order.
        decisions: what a person merged and split.
        ids: story ids given before, oldest first.

    Returns:
        The stories, in order of their ids.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    reuse = find_reuse(ordered)
    found = [features(r) for r in ordered]
    groups = decide([[ordered[i].id for i in members] for members in group(found)], decisions or Decisions())
    moments = {r.id: moment(r.id, f.day) for r, f in zip(ordered, found, strict=True)}
    serial = {story: n for n, story in enumerate(ids)}
    stories = name_groups(groups, moments, serial.get).stories
    related = []
    for story, members in sorted(stories.items()):
        inside = frozenset(members)
        related.append(Related(story=story, reports=members, reuse=tuple(r for r in reuse if r.target in inside)))
    return tuple(related)
