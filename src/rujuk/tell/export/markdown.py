"""A dossier as Markdown for a newsletter: what is disputed, what changed, what stands, who said it, and the reports.

CommonMark with nothing of HTML.  Every text from a report is escaped, so that a headline can never become mark-up, an image or a link.

Source: CommonMark 0.31 (backslash escapes), GitHub Flavored Markdown 0.29 (autolinks, tables, strikethrough).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rujuk.model.dossier import Dossier
from rujuk.model.report import Report
from rujuk.model.story import Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import outlet_name, safe_url
from rujuk.tell.export.cited import Options, cited, one_line, outlet_count, reader_name
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import groups, independent_origins
from rujuk.tell.quotes import quotes_board
from rujuk.tell.words import Language, in_language, say

IN_GROUP, QUOTES, HAPPENINGS, LINKS = 6, 4, 10, 4
"""Findings of one group, quotes, happenings, and links behind one finding: what a newsletter has room for."""
CHANGED = "changed"
"""The one group whose findings do not say by themselves which of its verdicts they have: updated or revised."""
_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_START = re.compile(r"^(?:([#+\-=>:])|(\d{1,9})([.)]))")
_LINK = re.compile(r"(?i)(?<![\w])(www)(?=\.)|(?<=\w)(:)(?=//)|(?<=mailto)(:)|(?<=xmpp)(:)|(@)")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def markdown(dossier: Dossier, options: Options) -> str:
    """Write all stories, most reports first."""
    lookup = Lookup.of(dossier)
    parts = [_story(s, lookup, options) for s in dossier.stories]
    return "\n".join(parts) if parts else say("export.nothing", options.language) + "\n"


def escaped(text: str) -> str:
    """Write a text so that Markdown shows it as it is: one line, no sign has a meaning, no address becomes a link."""
    text = _SIGNS.sub(r"\\\1", one_line(text))
    text = _ENTITY.sub(r"\\&", text)
    text = _LINK.sub(lambda m: "\\" + m[0] if m[0] in ":@" else f"{m[0][:2]}&#119;", text)
    return _START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text)


def address(url: str) -> str:
    """Write an address so that it cannot end its link early."""
    return re.sub(r"[\s<>()\[\]\\\"'`]", lambda m: "".join(f"%{b:02X}" for b in m[0].encode()), url)


def linked(report: Report, words: str) -> str:
    """Write words as a link to a report, or bare where it has no address that is safe to follow."""
    url = safe_url(report)
    return f"[{escaped(words)}]({address(url)})" if url else escaped(words)


def sources(reports: Sequence[Report]) -> str:
    """List reports by outlet, each a link; several of one outlet are numbered behind its name."""
    by_name: dict[str, list[Report]] = {}
    for r in reports:
        by_name.setdefault(reader_name(r), []).append(r)
    out = []
    for name, found in by_name.items():
        if len(found) == 1 or not any(safe_url(r) for r in found):
            out.append(linked(found[0], name))
        else:
            out.append(" ".join([escaped(name), *(linked(r, str(n)) for n, r in enumerate(found, 1))]))
    return ", ".join(out)


def _story(story: Story, lookup: Lookup, options: Options) -> str:
    language = options.language
    reports = [m.report for m in lookup.reports_of(story)]
    lines = [f"# {escaped(story.title)}", "", f"*{_about(story, reports, language)}*", ""]
    for group in groups(story):
        if group.name == "background":
            continue
        lines += [f"## {escaped(say(f'group.{group.name}', language))}", ""]
        for finding in group.findings[:IN_GROUP]:
            summary = in_language(finding.summary, language)
            mixed = len({f.status for f in group.findings}) > 1 and group.name == CHANGED
            status = f"**{escaped(say(f'status.{finding.status.value}', language))}.** " if mixed else ""
            links = sources(cited(finding, lookup, LINKS))
            lines.append(f"- {status}{escaped(summary)} ({links})")
        lines.append("")
    lines += _quotes(story, lookup, language)
    lines += _timeline(story, lookup, language)
    lines += [f"## {escaped(say('export.sources', language))}", ""]
    lines += [f"- {_day(r, language)}{_outlet(r)}: {linked(r, r.title or say('no_title', language))}" for r in reports]
    many = in_language(fmt.counted("report", len(reports)), language)
    lines += ["", "---", "", f"*{escaped(say('export.method', language, reports=many))}*", ""]
    return "\n".join(lines)


def _about(story: Story, reports: list[Report], language: Language) -> str:
    counts = (("report", len(reports)), ("outlet", outlet_count(reports)), ("independent", len(independent_origins(story))))
    words = [in_language(fmt.counted(key, n), language) for key, n in counts]
    about = [fmt.days(story.period, language) if story.period else "", ", ".join(p.name for p in story.places), ", ".join(words)]
    return " · ".join(escaped(a) for a in about if a)


def _day(report: Report, language: Language) -> str:
    return escaped(fmt.days(report.published.days if report.published else None, language, short=True))


def _outlet(report: Report) -> str:
    name = outlet_name(report)
    return f", {escaped(name)}" if name else ""


def _quotes(story: Story, lookup: Lookup, language: Language) -> list[str]:
    board = quotes_board(lookup.reports_of(story))
    lines: list[str] = []
    for speaker in board.speakers:
        direct = [q for q in speaker.quotes if q.kind.value == "direct"][:1]
        for quote in direct:
            role = f", {escaped(speaker.role)}" if speaker.role else ""
            home = sources(quote.reports[:LINKS])
            lines += [f"> “{escaped(quote.text)}”", ">", f"> — {escaped(speaker.name)}{role} ({home})", ""]
        if len(lines) >= 4 * QUOTES:
            break
    return [f"## {escaped(say('export.quotes', language))}", "", *lines] if lines else []


def _timeline(story: Story, lookup: Lookup, language: Language) -> list[str]:
    best = sorted(range(len(story.timeline)), key=lambda i: (-story.timeline[i].origins, i))[:HAPPENINGS]
    lines = []
    for i in sorted(best):
        entry = story.timeline[i]
        home = [lookup.reports[a.report].report for a in entry.evidence if a.report in lookup.reports]
        links = sources(list({r.id: r for r in home}.values()))
        planned = f" ({escaped(say('export.planned', language))})" if entry.planned else ""
        when = escaped(fmt.days(entry.days, language, short=True))
        lines.append(f"- **{when}**{planned}: {escaped(in_language(entry.text, language))}" + (f" ({links})" if links else ""))
    return [f"## {escaped(say('export.timeline', language))}", "", *lines, ""] if lines else []
