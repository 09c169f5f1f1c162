"""What every export tells of a finding: its figure in words, whose word it is, and the reports to cite."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rujuk.model.claim import Claim, ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.model.report import Report
from rujuk.model.story import Finding, Story
from rujuk.tell import format as fmt
from rujuk.tell.claims import outlet_name, safe_url, shown_name
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import hedge_of
from rujuk.tell.words import Language, say

NAMED = 4
"""Origins that are named in a line; the others are counted."""
TITLE = 48
"""Characters of a headline that stand for a report without an outlet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the person asked for.

    `since` is an earlier dossier: feeds then tell what changed.  `link` is where the page is published, so that entries can lead to it.
    `points` names a rule that turns vague words into numbers (see `tell/points.py`).
    """

    language: Language = "en"
    points: str | None = None
    since: Dossier | None = None
    link: str | None = None


def one_line(text: str) -> str:
    """Put a text on one line and keep control characters out of it."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def figure_words(finding: Finding, lookup: Lookup, language: Language) -> str:
    """Write a finding's estimate with its hedge; nothing for a statement."""
    if finding.estimate is None:
        return ""
    return one_line(fmt.estimated(finding.estimate, hedge_of(finding, lookup), language))


def point_words(finding: Finding) -> str:
    """Give the words of a statement's finding: what stands between the quotation marks of its question."""
    text = finding.question.en
    start, end = text.find("“"), text.rfind("”")
    return text[start + 1 : end] if 0 <= start < end else text


def listed(names: Sequence[str], language: Language, most: int = NAMED) -> str:
    """Write a list of names: A, B and C; after `most` the rest is counted."""
    if len(names) > most:
        return say("export.more_names", language, names=", ".join(names[: most - 1]), n=len(names) - most + 1)
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('and', language)} {names[-1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one origin says last: the figure in words, the origin's name, the reports that carry it."""

    figure: str
    name: str
    reports: tuple[Report, ...]


def sides(finding: Finding, lookup: Lookup, language: Language) -> list[Side]:
    """Tell who says what, the latest figure of each origin; for findings whose origins differ."""
    out = []
    for origin in finding.origins:
        held = [(m, c) for m, c in lookup.claims_of(origin.claims) if c.value is not None]
        if held:
            _, last = max(held, key=lambda mc: (mc[1].as_of.latest.toordinal() if mc[1].as_of else 0, mc[1].id))
            reports = {m.report.id: m.report for m, c in held if c.value == last.value}
            figure = one_line(fmt.figure(last.value, language))
            out.append(Side(figure=figure, name=one_line(origin.name), reports=tuple(reports.values())))
    return out


def printed(finding: Finding, claim: Claim) -> bool:
    """Say whether a claim gives what is printed: the estimate's figure, or the point itself."""
    estimate = finding.estimate
    if claim.kind == ClaimKind.STATEMENT or estimate is None or estimate.best is None:
        return True
    return claim.value is not None and (claim.value.best, claim.value.unit) == (estimate.best, estimate.unit)


def cited(finding: Finding, lookup: Lookup, most: int | None = None, *, only_printed: bool = False) -> list[Report]:
    """Give the reports to cite: those with the printed figure first (or alone), one for each origin before a second, the earliest first."""
    rows: list[tuple[bool, int, bool, int, str]] = []
    for origin in finding.origins:
        nth = {True: 0, False: 0}
        for marked, claim in lookup.claims_of(origin.claims):
            report, fits = marked.report, printed(finding, claim)
            day = report.published.days.earliest.toordinal() if report.published else 0
            rows.append((not fits, nth[fits], safe_url(report) is None, day, report.id))
            nth[fits] += 1
    keep = [r for r in rows if not r[0]] if only_printed else rows
    ids = dict.fromkeys(r[-1] for r in sorted(keep or rows))
    return [lookup.reports[i].report for i in ids][:most]


def voices(finding: Finding, lookup: Lookup, language: Language) -> str:
    """List the origins that give what is printed."""
    held = [o for o in finding.origins if any(printed(finding, c) for _, c in lookup.claims_of(o.claims))]
    return listed([one_line(o.name) for o in held or finding.origins], language)


def reader_name(report: Report) -> str:
    """Name a report as a reader would: by its outlet, else by the beginning of its headline; a file's name is the last resort."""
    name = outlet_name(report)
    if name or not report.title:
        return one_line(name or shown_name(report))
    title = one_line(report.title)
    return f"“{title}”" if len(title) <= TITLE else f"“{title[:TITLE].rsplit(' ', 1)[0]} …”"


def told(story: Story) -> list[Finding]:
    """Give the findings that an export for readers tells: of the story's own event, weightiest first."""
    return sorted((f for f in story.findings if not f.background), key=lambda f: (-f.weight, -len(f.claims), f.id))


def outlet_count(reports: Sequence[Report]) -> int:
    """Count the outlets behind reports; reports without a named outlet count one each."""
    return len({shown_name(r) for r in reports})


def moment(report: Report) -> datetime | None:
    """Give the moment of publication: its own with an offset, else midnight UTC of its last day; None where no day is known."""
    if report.published is None:
        return None
    local = report.published.local
    if local and "T" in local:
        try:
            at = datetime.fromisoformat(local)
        except ValueError:
            at = None
        if at is not None and at.tzinfo is not None:
            return at
    return datetime.fromisoformat(f"{report.published.days.latest.isoformat()}T00:00:00+00:00")
