"""What changed between two dossiers, in lines for the terminal: what an editor must look at first comes first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rujuk.model.story import Status
from rujuk.tell import format as fmt
from rujuk.tell.changes import Change, Diff, Kind, Seen, StoryChange
from rujuk.tell.lines import Writer
from rujuk.tell.terminal import COLOURS
from rujuk.tell.words import in_language

TOLD = 12
"""Findings of one kind, reports and origins that are listed; the others are counted."""


def show_changes(diff: Diff, writer: Writer) -> None:
    """Print the changes story by story."""
    if not diff.stories:
        writer.line(writer.say("change.none"))
    for story in diff.stories:
        _story(story, writer)
    if diff.stories and not diff.same_versions:
        writer.blank()
        writer.line(writer.say("change.versions"), "dim")


def _story(story: StoryChange, writer: Writer) -> None:
    writer.title(story.title)
    if story.old is None or story.new is None:
        writer.line(writer.say("change.story_new" if story.old is None else "change.story_gone"), "dim")
    for kind, changes in groupby(story.changes, key=lambda c: c.kind):
        writer.heading(writer.say(f"change.{kind.value}"))
        listed = list(changes)
        for change in listed[:TOLD]:
            _change(change, writer)
        if len(listed) > TOLD:
            writer.line(writer.say("change.more", n=len(listed) - TOLD), "dim", indent=2)
    _reports("change.reports", story.reports_new, writer)
    _reports("change.gone", story.reports_gone, writer)
    _names("change.origins", story.origins_new, writer)
    _names("change.origins_gone", story.origins_gone, writer)


def _change(change: Change, writer: Writer) -> None:
    state = change.new or change.old
    assert state is not None
    badge = f"[{writer.say(f'status.{state.status.value}')}]"
    writer.line(f"{badge} {writer.words(state.summary)}", indent=2, lead=(len(badge), COLOURS[state.status]))
    if change.old and change.new and _tells(change):
        writer.line(writer.say("change.was", text=writer.words(change.old.summary)), "dim", indent=4)
    if change.old and change.new and change.old.status != change.new.status:
        status: Status = change.old.status
        writer.line(writer.say("change.status_was", status=writer.say(f"status.{status.value}")), "dim", indent=4)
    if change.origins_new:
        writer.line(writer.say("change.added", names="; ".join(change.origins_new)), "dim", indent=4)
    if change.origins_gone:
        writer.line(writer.say("change.lost", names="; ".join(change.origins_gone)), "dim", indent=4)
    if change.reason:
        question = in_language(change.moved_to, writer.language) if change.moved_to else ""
        writer.line(writer.say(f"change.why_{change.reason}", question=question), "dim", indent=4)


def _tells(change: Change) -> bool:
    """Say whether the old line tells a reader something: not where only reports were added."""
    return (
        change.kind != Kind.SUPPORTED
        and change.old is not None
        and change.new is not None
        and change.old.summary != change.new.summary
    )


def _reports(key: str, reports: Sequence[Seen], writer: Writer) -> None:
    if not reports:
        return
    writer.heading(f"{writer.say(key)} ({len(reports)})")
    for report in reports[:TOLD]:
        day = fmt.days(report.published, writer.language, short=True)
        writer.line(f"{day}  {report.outlet or report.source}: {report.title or writer.say('no_title')}", indent=2)
    if len(reports) > TOLD:
        writer.line(f"… {writer.many('report', len(reports) - TOLD)}", "dim", indent=2)


def _names(key: str, names: Sequence[str], writer: Writer) -> None:
    if names:
        rest = f" … +{len(names) - TOLD}" if len(names) > TOLD else ""
        writer.heading(f"{writer.say(key)} ({len(names)})")
        writer.line("; ".join(names[:TOLD]) + rest, indent=2)
