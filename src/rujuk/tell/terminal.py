"""The dossier in the terminal: the page's order, in plain lines.

`rich` wraps and colours; without colour nothing but text is written, so that output can be piped and compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Status, Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import ClaimView, OriginView, outlet_name, shown_name, view_claim, view_origins
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import deciding_reason, groups, hedge_of, independent_origins, key_findings
from rujuk.tell.quotes import quotes_board
from rujuk.tell.words import Language, in_language, known, say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

COLOURS = {
    Status.AGREED: "green",
    Status.CONTESTED: "bold red",
    Status.UPDATED: "blue",
    Status.REVISED: "magenta",
    Status.SINGLE_ORIGIN: "yellow",
    Status.SINGLE_REPORT: "dim",
}
QUOTED = ('"', "“", "”", "'")
"""Marks with which a sentence brings its own quotation."""
QUOTES = 3
"""Quotes of one speaker that are printed."""


def show_dossier(dossier: Dossier, out: TextIO, *, language: str, colour: bool, width: int, brief: bool = False) -> None:
    """Print a dossier: what matters, alerts, findings with their sentences, who said what, timeline, reports, failures.

    With `brief` only what matters and the alerts of each story, and the failures.
    """
    writer = _Writer(out, language, colour, width)
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


def explain_finding(dossier: Dossier, finding: str, out: TextIO, *, language: str, colour: bool, width: int) -> None:
    """Print why a finding has its verdict: question, sentences, origins and what was merged, values over time, the rules.

    `finding` is its id, or the beginning of its digest.

    Raises:
        KeyError: there is no such finding, or several.
    """
    writer = _Writer(out, language, colour, width)
    lookup = Lookup.of(dossier)
    found = [(s, f) for s in dossier.stories for f in s.findings if f.id == finding or f.id.partition(":")[2].startswith(finding)]
    if len(found) != 1 or not finding:
        raise KeyError(writer.say("not_found", id=finding))
    story, it = found[0]
    origins = view_origins(it.origins, lookup, story.reuse)
    writer.heading(writer.words(it.question))
    _verdict(it, lookup, writer, indent=0)
    writer.line(it.id, "dim")
    writer.heading(writer.say("explain_claims"))
    views = [view_claim(m, c, lookup, story.reuse) for m, c in lookup.claims_of(it.claims)]
    for view in sorted(views, key=lambda v: (v.claim.as_of.latest.isoformat() if v.claim.as_of else "", v.claim.id)):
        _claim(view, writer, indent=2)
        writer.line(view.claim.id, "dim", indent=4)
    writer.heading(writer.say("explain_origins"))
    for origin in origins:
        _origin_head(origin, writer)
        if origin.origin.merged:
            writer.line(writer.say("merged", names=", ".join(origin.origin.merged)), indent=6)
        outlets = dict.fromkeys(shown_name(v.report) for v in (*origin.shown, *origin.more))
        writer.line("→ " + ", ".join(outlets), indent=6)
    if it.history:
        writer.heading(writer.say("explain_history"))
        for point in it.history:
            unit = it.estimate.unit if it.estimate else None
            low, high = (point.best, point.best) if point.best is not None else (point.low, point.high)
            words = fmt.span_of(low, high, unit, writer.language)
            old = f" ({writer.say('superseded')})" if point.superseded else ""
            writer.line(f"{fmt.days(point.as_of, writer.language, short=True)}: {words}{old}", indent=2)
    writer.heading(writer.say("explain_rule"))
    for reason in it.reasons:
        writer.line(f"{reason.code}: {writer.words(reason.detail)}", indent=2)
    if it.estimate and it.estimate.rule:
        writer.line(it.estimate.rule, "dim", indent=2)


def _story(story: Story, lookup: Lookup, writer: _Writer, *, brief: bool) -> None:
    reports = lookup.reports_of(story)
    outlets = {outlet_name(m.report) for m in reports} - {None}
    writer.title(story.title)
    about = [fmt.days(story.period, writer.language)] if story.period else []
    about += [", ".join(p.name for p in story.places)] if story.places else []
    about += [writer.many("report", len(reports)), writer.many("outlet", len(outlets))]
    writer.line(" · ".join([*about, writer.many("independent", len(independent_origins(story)))]), "dim")
    writer.heading(writer.say("key_findings"))
    for finding in key_findings(story):
        _verdict(finding, lookup, writer, indent=2)
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
    board = quotes_board(reports)
    if board.speakers:
        writer.heading(writer.say("quotes"))
        for speaker in board.speakers:
            writer.line(speaker.name + (f" ({speaker.role})" if speaker.role else ""), "bold", indent=2)
            for quote in speaker.quotes[:QUOTES]:
                home = ", ".join(shown_name(r) for r in quote.reports[:4])
                words = f"“{quote.text}”" if quote.kind.value == "direct" else quote.text
                writer.line(f"{words} — {home}", indent=4)
    if story.timeline:
        writer.heading(writer.say("timeline"))
        for entry in story.timeline:
            planned = f" ({writer.say('planned')})" if entry.planned else ""
            writer.line(f"{fmt.days(entry.days, writer.language, short=True)}  {writer.words(entry.text)}{planned}", indent=2)
    writer.heading(writer.say("reports_section"))
    for marked in reports:
        report = marked.report
        day = fmt.days(report.published.days if report.published else None, writer.language, short=True)
        writer.line(f"{day}  {shown_name(report)}: {report.title or writer.say('no_title')}", indent=2)
    for pair in story.reuse:
        if {pair.source, pair.target} <= lookup.reports.keys():
            a, b = (lookup.reports[i].report for i in (pair.target, pair.source))
            part = fmt.share(pair.share, writer.language)
            words = writer.say("reuse_share", share=part)
            writer.line(f"{shown_name(a)}: {words} {shown_name(b)}", "dim", indent=2)


def _verdict(finding: Finding, lookup: Lookup, writer: _Writer, indent: int) -> None:
    badge = f"[{writer.say(f'status.{finding.status.value}')}]"
    writer.line(f"{badge} {writer.words(finding.summary)}", indent=indent, lead=(len(badge), COLOURS[finding.status]))
    reason = deciding_reason(finding)
    if reason:
        writer.line(writer.words(reason.detail), "dim", indent=indent + 2)


def _finding(finding: Finding, story: Story, lookup: Lookup, writer: _Writer) -> None:
    value = f"  {fmt.estimated(finding.estimate, hedge_of(finding, lookup), writer.language)}" if finding.estimate else ""
    writer.line(f"{writer.words(finding.question)}{value}", "bold", indent=2)
    status = writer.say(f"status.{finding.status.value}")
    writer.line(
        f"{status} · {writer.many('origin', len(finding.origins))} · {finding.id}",
        indent=4,
        lead=(len(status), COLOURS[finding.status]),
    )
    for origin in view_origins(finding.origins, lookup, story.reuse):
        _origin_head(origin, writer)
        for view in origin.shown:
            _claim(view, writer, indent=8)


def _origin_head(origin: OriginView, writer: _Writer) -> None:
    kind = writer.say(f"kind.{origin.kind}")
    writer.line(f"{origin.letter}  {origin.origin.name} ({kind}, {writer.many('report', len(origin.origin.reports))})", indent=4)


def _claim(view: ClaimView, writer: _Writer, indent: int) -> None:
    value = in_language(view.value, writer.language) if view.claim.value else ""
    day = f" ({in_language(view.days, writer.language)})" if view.days else ""
    flags = "".join(f" [{writer.say(flag)}]" for flag in view.flags)
    copy = f" [{writer.say('copy_of')} {view.copy_of}]" if view.copy_of else ""
    head = f"{value}{day}{flags}{copy}".strip()
    chain = " → ".join(in_language(s, writer.language) for s in view.chain)
    writer.line(f"{head}: {chain}" if head else chain, indent=indent)
    writer.quote(view.sentence.before, view.sentence.mark, view.sentence.after, indent + 2)


class _Writer:
    """Lines of a fixed width in one language, with colour or without."""

    def __init__(self, out: TextIO, language: str, colour: bool, width: int) -> None:
        from rich.console import Console

        self.language: Language = "en" if language == "en" else "id"
        self.console: Console = Console(
            file=out, width=max(40, width), force_terminal=colour, color_system="standard" if colour else None, no_color=not colour,
            highlight=False, markup=False, emoji=False, soft_wrap=False, legacy_windows=False,
        )  # fmt: skip

    def say(self, key: str, **fields: object) -> str:
        return say(key, self.language, **fields)

    def many(self, key: str, n: int) -> str:
        return in_language(fmt.counted(key, n), self.language)

    def words(self, words: object) -> str:
        from rujuk.model.story import Bilingual

        return in_language(words, self.language) if isinstance(words, Bilingual) else ""

    def title(self, words: str) -> None:
        self.console.print()
        self._print(_text(words, "bold underline"), 0)

    def heading(self, words: str) -> None:
        self.console.print()
        self._print(_text(words.upper(), "bold"), 0)

    def line(self, words: str, style: str = "", *, indent: int = 0, lead: tuple[int, str] | None = None) -> None:
        text = _text(words, style)
        if lead:
            text.stylize(lead[1], 0, lead[0])
        self._print(text, indent)

    def quote(self, before: str, mark: str, after: str, indent: int) -> None:
        marks = ("", "") if (before + mark)[:1] in QUOTED or (mark + after)[-1:] in QUOTED else ("“", "”")
        text = _text(marks[0] + before, "dim")
        text.append(_plain(mark), "bold underline")
        text.append(_plain(after + marks[1]), "dim")
        self._print(text, indent)

    def _print(self, text: Text, indent: int) -> None:
        for line in text.wrap(self.console, self.console.width - indent):
            line.rstrip()
            self.console.print(" " * indent, line, sep="")


def _plain(words: str) -> str:
    """Keep a report's control characters away from the terminal."""
    return "".join(
        " " if c in "\n\r\t\x0b\x0c\u2028\u2029" else c
        for c in words
        if (c >= " " and not "\x7f" <= c <= "\x9f") or c in "\n\r\t"
    )


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(_plain(words), style=style)


__all__: Sequence[str] = ["explain_finding", "show_dossier"]
