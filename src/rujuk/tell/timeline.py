"""Dated happenings of a story, one line each, merged across reports."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, Sentence, TimeKind, TimeMention
from rujuk.model.report import BlockKind
from rujuk.model.span import Days, Where
from rujuk.model.story import Anchor, Bilingual, Finding, Reuse, ReuseKind, TimelineEntry, span_anchor

WIDEST = 31
"""A happening dated no sharper than a month is still a line; "in 2018" is not."""
MOST = 40
"""How many lines a story shows at most: those that most origins carry, then the sharper dated."""
ALIKE = 0.4
"""Share of content words from which two sentences of one day tell one happening.  Set by hand."""
LONGEST = 240
COPY = 0.4
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_DATELINE = re.compile(r"^(?:[A-Z][\w.]*,? ?){1,6}(?:\([^)]{0,40}\) ?)?[-–—]{1,2}\s*(?=[A-Z“\"])")


@dataclass(frozen=True, slots=True)
class _Happening:
    report: str
    origin: str
    days: Days
    anchor: Anchor
    text: str
    keys: frozenset[str]
    planned: bool
    clock: str
    """Hour and minute where the text gives them, to order the lines of a day."""


def make_timeline(
    reports: Sequence[MarkedReport], findings: Sequence[Finding], reuse: Sequence[Reuse]
) -> tuple[TimelineEntry, ...]:
    """Give the dated happenings of a story in order of their days, at most `MOST`.

    A happening is a sentence of the body with a day of its own and a predicate; a day that only says when somebody spoke is none.  Sentences of
    one day that share enough content are one line, told in the words of the one closest to the others.  `origins` counts whom the sentences go
    back to: a source, or the first report of a chain of copies.
    """
    first = _first_reports(reuse)
    told = [h for m in sorted(reports, key=lambda m: m.report.id) for h in _happenings(m, first)]
    entries = [(min((h.clock for h in g if h.clock), default=""), _entry(g)) for g in _groups(told)]
    best = sorted(entries, key=lambda ce: (-ce[1].origins, -len(ce[1].evidence), ce[1].days.width, ce[1].days, ce[1].text.id))[
        :MOST
    ]
    best.sort(key=lambda ce: (ce[1].days.earliest, ce[1].days.latest, ce[0] or "99", -ce[1].origins, ce[1].text.id))
    return tuple(e for _, e in best)


def _first_reports(reuse: Sequence[Reuse]) -> Mapping[str, str]:
    """Map each copied report to the one at the start of its chain."""
    source = {
        r.target: r.source
        for r in sorted(reuse, key=lambda r: (r.target, r.share, r.source))
        if r.kind != ReuseKind.SHARED_QUOTE and r.share >= COPY
    }
    out = {}
    for report in sorted(source):
        at, seen = report, {report}
        while at in source and source[at] not in seen:
            at = source[at]
            seen.add(at)
        out[report] = at
    return out


def _happenings(m: MarkedReport, first: Mapping[str, str]) -> list[_Happening]:
    pack = load_pack(m.report.language)
    if pack is None:
        return []
    lexicon = pack.lexicon(StatementLexicon)
    out = []
    for s in m.sentences:
        if s.span.where != Where.TEXT or s.kind != BlockKind.BODY or lexicon.not_a_point.match(s.span.exact):
            continue
        said = [a for a in m.attributions if a.content.where == Where.TEXT and s.span.overlaps(a.content)]
        mention = next((t for t in m.times if _dates(t, s, said)), None)
        keys = frozenset(lexicon.keys(s.span.exact))
        if mention is None or mention.days is None or sum(k.startswith("=") for k in keys) < 1 or len(keys) < 4:
            continue
        published = m.report.published
        coming = published is not None and mention.days.earliest > published.days.latest
        source = next((a.source.name for a in said if a.source is not None), None)
        out.append(
            _Happening(
                report=m.report.id,
                origin=source.casefold() if source else first.get(m.report.id, m.report.id),
                days=mention.days,
                anchor=span_anchor(m.report.id, s.span),
                text=_DATELINE.sub("", s.span.exact),
                keys=keys,
                planned=coming,
                clock=at[1] if (at := _CLOCK.search(mention.value or "")) else "",
            )
        )
    return out


def _dates(t: TimeMention, sentence: Sentence, said: Sequence[Attribution]) -> bool:
    """Say whether a time dates what the sentence tells, and not only when somebody said it."""
    if t.days is None or t.kind not in (TimeKind.DATE, TimeKind.TIME) or t.days.width > WIDEST:
        return False
    if not sentence.span.covers(t.span):
        return False
    return not said or any(a.content.overlaps(t.span) for a in said)


def _groups(told: Sequence[_Happening]) -> list[list[_Happening]]:
    """Bring happenings of the same days together by their content, best pair first."""
    pairs = []
    for i, a in enumerate(told):
        for j in range(i + 1, len(told)):
            b = told[j]
            if a.days == b.days and a.planned == b.planned and a.report != b.report:
                score = _alike(a, b)
                if score >= ALIKE:
                    pairs.append((-score, i, j))
    home = list(range(len(told)))
    members = {i: [i] for i in home}
    for _, i, j in sorted(pairs):
        x, y = home[i], home[j]
        if x == y or {told[n].report for n in members[x]} & {told[n].report for n in members[y]}:
            continue
        members[x] += members.pop(y)
        for n in members[x]:
            home[n] = x
    return [[told[n] for n in sorted(g)] for _, g in sorted(members.items())]


def _alike(a: _Happening, b: _Happening) -> float:
    return len(a.keys & b.keys) / math.sqrt(len(a.keys) * len(b.keys))


def _entry(group: Sequence[_Happening]) -> TimelineEntry:
    lead = min(group, key=lambda h: (-round(sum(_alike(h, o) for o in group), 6), len(h.text), h.report, h.anchor.start))
    text = lead.text if len(lead.text) <= LONGEST else lead.text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return TimelineEntry(
        days=lead.days,
        text=Bilingual(id=text, en=text),
        evidence=tuple(h.anchor for h in sorted(group, key=lambda h: (h is not lead, h.report, h.anchor.start))),
        planned=lead.planned,
        origins=len({h.origin for h in group}),
    )
