"""A dossier as MediaWiki mark-up: a table of the reported figures and the points, each with its references.

A draft for an editor of Wikipedia: whose word it is stands beside every figure, each reference is a `{{cite news}}` (a template that
the Indonesian and the English Wikipedia both have), named once and used again.  Text from reports is written with character
references, so that none of it can be mark-up, a template, a signature or a link.

Source: MediaWiki, Help:Formatting, Help:Tables, Extension:Cite; Template:Cite news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rujuk.model.claim import ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.model.report import Report
from rujuk.model.story import Finding, Status, Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import outlet_name, safe_url
from rujuk.tell.export.cited import Options, cited, figure_words, one_line, point_words, sides, told, voices
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import Language, in_language, say

SIDES = 6
"""Sides of a dispute that are told; the table's fourth column counts the others."""
REFS = 4
"""References behind one figure: more is citation overkill to Wikipedia's editors."""
_SIGNS = re.compile(r"&(?=#?\w+;)|[<>\[\]{}|]|'{2,}|~{3,}|__+|(?<=\w):(?=//)|^[*#:;=!+\-]+|(?i:\b(?:ISBN|RFC|PMID)(?= ?\d))")
"""What means something to MediaWiki where it stands; an apostrophe or a tilde by itself does not, and stays readable."""


def wiki(dossier: Dossier, options: Options) -> str:
    """Write all stories, most reports first, each with its own list of references."""
    lookup = Lookup.of(dossier)
    parts = [_story(s, lookup, options.language) for s in dossier.stories]
    return "\n".join(parts) if parts else say("export.nothing", options.language) + "\n"


def escaped(text: str) -> str:
    """Write a text so that MediaWiki shows it as it is."""
    return _SIGNS.sub(lambda m: "".join(f"&#{ord(c)};" for c in m[0]), one_line(text))


@dataclass(slots=True)
class _References:
    """References by report: written in full where first used, by name after that."""

    language: Language
    names: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def to(self, report: Report) -> str:
        name = self.name(report)
        if report.id in self.used:
            return f'<ref name="{name}" />'
        self.used.add(report.id)
        return f'<ref name="{name}">{_cite(report, self.language)}</ref>'

    def all_to(self, reports: list[Report]) -> str:
        return "".join(self.to(r) for r in reports)

    def name(self, report: Report) -> str:
        if report.id not in self.names:
            day = report.published.days.earliest.isoformat() if report.published else ""
            outlet = re.sub(r"[^a-z0-9]+", "-", (outlet_name(report) or "").casefold()).strip("-")
            base = "-".join(x for x in (outlet or "report", day) if x)
            taken = set(self.names.values())
            nth = next(n for n in range(1, len(taken) + 2) if (base if n == 1 else f"{base}-{n}") not in taken)
            self.names[report.id] = base if nth == 1 else f"{base}-{nth}"
        return self.names[report.id]


def _cite(report: Report, language: Language) -> str:
    url = safe_url(report)
    fields = {
        **{f"author{n if len(report.bylines) > 1 else ''}": escaped(b) for n, b in enumerate(report.bylines, 1)},
        "title": escaped(report.title or say("no_title", language)),
        "url": re.sub(r"[\s|{}\[\]<>\"']", lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), url) if url else "",
        "work": escaped(outlet_name(report) or ""),
        "date": _date(report, language),
        "language": escaped(report.language) if report.language not in ("und", language) else "",
    }
    return "{{cite news" + "".join(f" |{k}={v}" for k, v in fields.items() if v) + "}}"


def _date(report: Report, language: Language) -> str:
    """Give the day of publication in the words of the wiki's language; a span of days only as far as it is one month."""
    if report.published is None:
        return ""
    days = report.published.days
    if days.width == 0:
        return fmt.days(days, language)
    return f"{days.earliest.day}–{fmt.days(days, language).partition('–')[2]}" if _one_month(report) else ""


def _one_month(report: Report) -> bool:
    days = report.published.days if report.published else None
    return days is not None and (days.earliest.year, days.earliest.month) == (days.latest.year, days.latest.month)


def _story(story: Story, lookup: Lookup, language: Language) -> str:
    refs = _References(language)
    findings = told(story)
    figures = [f for f in findings if f.kind == ClaimKind.FIGURE]
    points = [f for f in findings if f.kind == ClaimKind.STATEMENT]
    lines = [f"<!-- {_comment(say('export.wiki_note', language))} -->"]
    if figures:
        heads = ("question", "figure", "as_of", "who", "state")
        lines += [f"== {say('export.wiki_figures', language)} ==", '{| class="wikitable"']
        lines += [f"|+ {escaped(story.title)}", "! " + " !! ".join(say(f"export.wiki_{h}", language) for h in heads)]
        for finding in figures:
            lines += ["|-", *_row(finding, lookup, refs, language)]
        lines += ["|}", ""]
    if points:
        lines.append(f"== {say('export.wiki_points', language)} ==")
        for finding in points:
            who = escaped(voices(finding, lookup, language))
            text = escaped(point_words(finding))
            state = say(f"status.{finding.status.value}", language).lower()
            lines.append(f"* “{text}” ({who}; {state}){refs.all_to(cited(finding, lookup, REFS))}")
        lines.append("")
    dated = [e for e in story.timeline if not e.planned and e.evidence]
    if dated:
        lines.append(f"== {say('export.timeline', language)} ==")
        for entry in dated:
            home = {a.report: lookup.reports[a.report].report for a in entry.evidence if a.report in lookup.reports}
            when = escaped(fmt.days(entry.days, language))
            lines.append(f"* '''{when}''': {escaped(in_language(entry.text, language))}{refs.all_to(list(home.values())[:REFS])}")
        lines.append("")
    lines += [f"== {say('export.wiki_refs', language)} ==", "<references />", ""]
    return "\n".join(lines)


def _row(finding: Finding, lookup: Lookup, refs: _References, language: Language) -> list[str]:
    estimate = finding.estimate
    told_by = sides(finding, lookup, language)[:SIDES] if finding.status == Status.CONTESTED else []
    figure = "<br />".join(
        escaped(say("export.side", language, figure=s.figure, name=s.name)) + refs.all_to(list(s.reports[:2])) for s in told_by
    )
    if not figure:
        refs_to = cited(finding, lookup, REFS, only_printed=True)
        figure = escaped(figure_words(finding, lookup, language)) + refs.all_to(refs_to)
    state = say(f"status.{finding.status.value}", language)
    return [
        f"| {escaped(in_language(finding.question, language))}",
        f"| {figure}",
        f"| {escaped(fmt.days(estimate.as_of, language)) if estimate and estimate.as_of else ''}",
        f"| {escaped(voices(finding, lookup, language))}",
        f"| {escaped(state)}",
    ]


def _comment(text: str) -> str:
    return text.replace("--", "–")
