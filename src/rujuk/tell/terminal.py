"""The dossier in the terminal: the page's order, in plain lines."""

from __future__ import annotations

from typing import TextIO

from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Status, Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import ClaimView, OriginView, outlet_name, shown_name, view_origins
from rujuk.tell.happenings import view_timeline
from rujuk.tell.lines import Writer
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import deciding_reason, groups, hedge_of, independent_origins, key_findings, standing
from rujuk.tell.provenance import by_origin, sourcing
from rujuk.tell.quotes import quotes_board
from rujuk.tell.words import in_language, known

COLOURS = {
    Status.AGREED: "green",
    Status.CONTESTED: "bold red",
    Status.UPDATED: "blue",
    Status.REVISED: "magenta",
    Status.SINGLE_ORIGIN: "yellow",
    Status.SINGLE_REPORT: "dim",
}
QUOTES = 3
"""Quotes of one speaker that are printed."""
ORIGINS = 20
"""Origins whose ways to the outlets are printed."""


def show_dossier(dossier: Dossier, out: TextIO, *, language: str, colour: bool, width: int, brief: bool = False) -> None:
    """Print a dossier: how it stands, what matters, alerts, findings with their sentences, whose word it is, who said what, timeline, reports, failures.

    With `brief` only what matters and the alerts of each story, and the failures.
    """
    writer = Writer(out, language, colour, width)
    lookup = Lookup.of(dossier)
    for story in dossier.stories:
        _story(story, lookup, writer, brief=brief)
    if not dossier.stories:
        writer.line(writer.say("no_stories"))
    if dossier.failures:
        writer.heading(writer.say("failures"))
        for failure in dossier.failures:
            code = f"failure.{failure.code}"
            why = writer.say(code) if known(code) else failure.code
            writer.line(f"{failure.source}: {why}" + (f" ({failure.detail})" if failure.detail else ""), indent=2)


def _story(story: Story, lookup: Lookup, writer: Writer, *, brief: bool) -> None:
    reports = lookup.reports_of(story)
    outlets = {outlet_name(m.report) for m in reports} - {None}
    writer.title(story.title)
    about = [fmt.days(story.period, writer.language)] if story.period else []
    about += [", ".join(p.name for p in story.places)] if story.places else []
    about += [writer.many("report", len(reports)), writer.many("outlet", len(outlets))]
    writer.line(" · ".join([*about, writer.many("independent", len(independent_origins(story)))]), "dim")
    if story.findings:
        writer.line(" · ".join(f"{n} {writer.say(f'standing.{name}')}" for name, n in standing(story)), "bold")
    writer.heading(writer.say("key_findings"))
    for finding in key_findings(story):
        print_verdict(finding, lookup, writer, indent=2)
    if not story.findings:
        writer.line(writer.say("no_findings"), indent=2)
    if story.alerts:
        writer.heading(writer.say("alerts"))
        for alert in story.alerts:
            writer.line(f"! {writer.words(alert.detail)}", indent=2)
    if brief:
        return
    for group in groups(story):
        writer.heading(writer.say(f"group.{group.name}"))
        for finding in group.findings:
            _finding(finding, story, lookup, writer)
    _sources(story, lookup, writer)
    board = quotes_board(reports, story.findings)
    if board.speakers:
        writer.heading(writer.say("quotes"))
        for speaker in board.speakers:
            writer.line(speaker.name + (f" ({speaker.role})" if speaker.role else ""), "bold", indent=2)
            for quote in speaker.quotes[:QUOTES]:
                home = ", ".join(shown_name(r) for r in quote.reports[:4])
                words = f"“{quote.text}”" if quote.kind.value == "direct" else quote.text
                writer.line(f"{words} — {home}", indent=4)
                for other in quote.others:
                    tongue = writer.say(f"tongue.{other.language}") if known(f"tongue.{other.language}") else other.language
                    writer.line(f"{writer.say('in_language')} {tongue}: {other.text}", "dim", indent=6)
            for turn in speaker.turns:
                first, last = (
                    f"“{said.claim.evidence.exact}” ({shown_name(said.marked.report)})" for said in (turn.earlier, turn.later)
                )
                writer.line(f"! {first} → {last}", indent=4)
                writer.line(writer.words(turn.finding.reasons[0].detail), "dim", indent=6)
    if story.timeline:
        writer.heading(writer.say("timeline"))
        for happening in view_timeline(story, lookup):
            entry = happening.entry
            flags = [name for name, so in (("planned", entry.planned), ("disputed", happening.disputed is not None)) if so]
            tags = "".join(f" [{writer.say(name)}]" for name in flags)
            writer.line(f"{fmt.days(entry.days, writer.language, short=True)}  {writer.words(entry.text)}{tags}", indent=2)
    writer.heading(writer.say("reports_section"))
    for marked in reports:
        report = marked.report
        day = fmt.days(report.published.days if report.published else None, writer.language, short=True)
        writer.line(f"{day}  {shown_name(report)}: {report.title or writer.say('no_title')}", indent=2)
    if story.reuse:
        writer.heading(writer.say("reuse_section"))
    for pair in story.reuse:
        if {pair.source, pair.target} <= lookup.reports.keys():
            a, b = (lookup.reports[i].report for i in (pair.target, pair.source))
            part = fmt.share(pair.share, writer.language)
            words = writer.say("reuse_share", share=part)
            writer.line(f"{shown_name(a)}: {words} {shown_name(b)}", "dim", indent=2)


def _sources(story: Story, lookup: Lookup, writer: Writer) -> None:
    """Print on whose word the figures rest: each origin with the ways to the outlets."""
    found = by_origin(sourcing(story, lookup))
    if found:
        writer.heading(writer.say("sources"))
    for name, claims, paths in found[:ORIGINS]:
        ways = ", ".join(f"{p.via} → {p.outlet}" if p.via else p.outlet for p in paths)
        writer.line(f"{name} ({writer.many('claim', claims)}) → {ways}", indent=2)
    if len(found) > ORIGINS:
        writer.line(writer.many("more_origins", len(found) - ORIGINS), "dim", indent=2)


def print_verdict(finding: Finding, lookup: Lookup, writer: Writer, indent: int) -> None:
    """Print a finding as one line with its verdict, and the reason below."""
    badge = f"[{writer.say(f'status.{finding.status.value}')}]"
    writer.line(f"{badge} {writer.words(finding.summary)}", indent=indent, lead=(len(badge), COLOURS[finding.status]))
    reason = deciding_reason(finding)
    if reason:
        writer.line(writer.words(reason.detail), "dim", indent=indent + 2)


def _finding(finding: Finding, story: Story, lookup: Lookup, writer: Writer) -> None:
    value = f"  {fmt.estimated(finding.estimate, hedge_of(finding, lookup), writer.language)}" if finding.estimate else ""
    writer.line(f"{writer.words(finding.question)}{value}", "bold", indent=2)
    status = writer.say(f"status.{finding.status.value}")
    writer.line(
        f"{status} · {writer.many('origin', len(finding.origins))} · {finding.id}",
        indent=4,
        lead=(len(status), COLOURS[finding.status]),
    )
    for origin in view_origins(finding.origins, lookup, story.reuse):
        print_origin(origin, writer)
        for view in origin.shown:
            print_claim(view, writer, indent=8)


def print_origin(origin: OriginView, writer: Writer) -> None:
    """Print an origin's letter, name and kind, and how many reports go back to it."""
    kind = writer.say(f"kind.{origin.kind}")
    writer.line(f"{origin.letter}  {origin.origin.name} ({kind}, {writer.many('report', len(origin.origin.reports))})", indent=4)


def print_claim(view: ClaimView, writer: Writer, indent: int) -> None:
    """Print a claim: figure, day, chain of sources, and its sentence."""
    value = in_language(view.value, writer.language) if view.claim.value else ""
    day = f" ({in_language(view.days, writer.language)})" if view.days else ""
    flags = "".join(f" [{writer.say(flag)}]" for flag in view.flags)
    copy = f" [{writer.say('copy_of')} {view.copy_of}]" if view.copy_of else ""
    head = f"{value}{day}{flags}{copy}".strip()
    chain = " → ".join(in_language(s, writer.language) for s in view.chain)
    writer.line(f"{head}: {chain}" if head else chain, indent=indent)
    writer.quote(view.sentence.before, view.sentence.mark, view.sentence.after, indent + 2)
