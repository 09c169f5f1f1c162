"""Dated happenings of a story, one line each, merged across reports."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from heapq import heapify, heappop, heappush

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, Sentence, TimeKind, TimeMention
from rujuk.model.report import BlockKind
from rujuk.model.span import Days, Where
from rujuk.model.story import Anchor, Bilingual, Finding, Reuse, ReuseKind, TimelineEntry, span_anchor
from rujuk.tell.heading import story_period

WIDEST = 31
"""A happening dated no sharper than a month is still a line; "in 2018" is not."""
MOST = 12
"""How many lines a story shows: those that most origins carry, then the sharper dated."""
FURTHER = 20
"""How many at most, where further days have a line that two origins carry."""
ALIKE = 0.16
"""Share of content words from which two sentences of one day with a predicate in common tell one happening.  Set by hand."""
ALIKE_NEAR = 0.3
"""The same where one is dated less sharply ("last night", "this morning"), or tells as planned what the other tells as done."""
NIGHT = 2
"""Days dated no wider than this may be those of one happening."""
ABOUT = 2
"""A line of one origin alone needs so many words of the headlines: else it sets a scene."""
HISTORY = timedelta(days=30)
"""What lies longer before the story's period is history."""
LONGEST = 180
COPY = 0.4
_CLOCK = re.compile(r"T(\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class _Happening:
    report: str
    origin: str
    days: Days
    anchor: Anchor
    text: str
    keys: frozenset[str]
    verbs: frozenset[str]
    planned: bool
    quoted: bool
    """Somebody's words, not the outlet's."""
    denied: frozenset[str]
    """The keys of what the sentence negates."""
    clock: str
    """Hour and minute where the text gives them, to order the lines of a day."""


def make_timeline(
    reports: Sequence[MarkedReport], findings: Sequence[Finding], reuse: Sequence[Reuse]
) -> tuple[TimelineEntry, ...]:
    """Give the dated happenings of a story in order of their days.

    A happening is a sentence of the body with a day of its own and a predicate, not the quoted words of one report alone; a day that only says when somebody spoke is none, nor is one long before
    the story.  Sentences of one day with a predicate and enough else in common are one line, told in the outlets' voice where there is one, in the
    words closest to the others.  What only one origin tells, and shares no words with the headlines, sets a scene and is left out.  `origins` counts whom the sentences go back to: a source, or the first report of a chain of copies.  A story whose
    sentences date nothing has one line: what its leads tell, on the day of the first report.
    """
    first = _first_reports(reuse)
    ordered = sorted(reports, key=lambda m: m.report.id)
    period = story_period(ordered)
    told = [h for m in ordered for h in _happenings(m, first) if period is None or h.days.latest >= period.earliest - HISTORY]
    groups = [g for g in _groups(told) if len({h.report for h in g}) > 1 or not all(h.quoted for h in g)]
    topic = _topic(ordered)
    groups = [g for g in groups if len({h.origin for h in g}) > 1 or any(len(h.keys & topic) >= ABOUT for h in g)] or groups
    groups = groups or _groups([h for m in ordered for h in _lead(m, first)])[:1]
    entries = [(min((h.clock for h in g if h.clock), default=""), _entry(g)) for g in groups]
    ranked = sorted(entries, key=lambda ce: (-ce[1].origins, -len(ce[1].evidence), ce[1].days.width, ce[1].days, ce[1].text.id))
    best = ranked[:MOST]
    shown = {e.days for _, e in best}
    best += [ce for ce in ranked[MOST:] if ce[1].days not in shown and ce[1].origins > 1][: FURTHER - MOST]
    best.sort(key=lambda ce: (ce[1].days.earliest, ce[1].days.latest, ce[0] or "99", -ce[1].origins, ce[1].text.id))
    return tuple(e for _, e in best)


def _topic(reports: Sequence[MarkedReport]) -> frozenset[str]:
    """Give the content keys of the headlines."""
    packs = [(load_pack(m.report.language), m.report.title) for m in reports]
    return frozenset(k for pack, title in packs if pack and title for k in pack.lexicon(StatementLexicon).keys(title))


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
        if s.span.where != Where.TEXT or s.kind != BlockKind.BODY or _no_happening(s.span.exact, lexicon):
            continue
        said = [a for a in m.attributions if a.content.where == Where.TEXT and s.span.overlaps(a.content)]
        mention = next((t for t in m.times if _dates(t, s, said)), None)
        if mention is not None and mention.days is not None:
            clock = at[1] if (at := _CLOCK.search(mention.value or "")) else ""
            told = _told(m, s, said, mention.days, first, lexicon, at=mention.span.start - s.span.start, clock=clock)
            out += [told] if told is not None else []
    return out


def _no_happening(text: str, lexicon: StatementLexicon) -> bool:
    """Say whether a sentence only says who spoke, calls on the reader, asks, or points elsewhere."""
    if lexicon.not_a_point.match(text) or lexicon.frames.match(text) or lexicon.appealing(text):
        return True
    return text.rstrip("\"”' ").endswith(("?", ":"))


def _told(
    m: MarkedReport,
    s: Sentence,
    said: Sequence[Attribution],
    days: Days,
    first: Mapping[str, str],
    lexicon: StatementLexicon,
    *,
    at: int = 0,
    clock: str = "",
) -> _Happening | None:
    """Make a happening of a sentence, or nothing where it lacks a predicate, says too little, or is dated only in who said it when."""
    text = s.span.exact
    if at >= lexicon.core(text)[1]:
        return None
    keys, verbs = frozenset(lexicon.keys(text)), lexicon.predicates(text)
    if not verbs or len(keys) < 4:
        return None
    published = m.report.published
    source = next((a.source.name for a in said if a.source is not None), None)
    return _Happening(
        report=m.report.id,
        origin=source.casefold() if source else first.get(m.report.id, m.report.id),
        days=days,
        anchor=span_anchor(m.report.id, s.span),
        text=_voice(s, said, at, lexicon),
        keys=keys,
        verbs=verbs,
        planned=published is not None and days.earliest > published.days.latest,
        denied=lexicon.denied_keys(text),
        quoted=any(a.kind == AttributionKind.DIRECT for a in said) or text[:1] in '"“',
        clock=clock,
    )


def _voice(s: Sentence, said: Sequence[Attribution], at: int, lexicon: StatementLexicon) -> str:
    """Give what is reported to have happened, without who says so, where the day stands in it."""
    here = s.span.start + at
    for a in said:
        start, end = max(a.content.start, s.span.start), min(a.content.end, s.span.end)
        inside = s.span.exact[start - s.span.start : end - s.span.start]
        if a.kind == AttributionKind.INDIRECT and start <= here < end and lexicon.whole(inside):
            return _clause(inside, here - start, lexicon)
    return _clause(s.span.exact, at, lexicon)


def _clause(text: str, at: int, lexicon: StatementLexicon) -> str:
    """Give the clause that holds the date where it can stand alone and the sentence is long, else the sentence without its frame."""
    start, end = lexicon.core(text)
    whole = text[start:end]
    if len(whole) > LONGEST:
        for a, b in lexicon.clauses(whole):
            if a <= at - start < b:
                p, q = lexicon.core(whole[a:b])
                whole = whole[a + p : a + q] if q > p else whole
                break
    return whole[:1].upper() + whole[1:]


def _lead(m: MarkedReport, first: Mapping[str, str]) -> list[_Happening]:
    """Give what the lead of a report tells, on the day of the report."""
    pack, published = load_pack(m.report.language), m.report.published
    if pack is None or published is None or published.days.width > WIDEST:
        return []
    lexicon = pack.lexicon(StatementLexicon)
    for s in m.sentences:
        if s.span.where == Where.TEXT and s.kind == BlockKind.BODY and not _no_happening(s.span.exact, lexicon):
            said = [a for a in m.attributions if a.content.where == Where.TEXT and s.span.overlaps(a.content)]
            told = _told(m, s, said, published.days, first, lexicon)
            if told is not None:
                return [told]
    return []


def _dates(t: TimeMention, sentence: Sentence, said: Sequence[Attribution]) -> bool:
    """Say whether a time dates what the sentence tells, and not only when somebody said it."""
    if t.days is None or t.kind not in (TimeKind.DATE, TimeKind.TIME) or t.days.width > WIDEST:
        return False
    if not sentence.span.covers(t.span):
        return False
    return not said or any(a.content.overlaps(t.span) for a in said)


def _groups(told: Sequence[_Happening]) -> list[list[_Happening]]:
    """Bring happenings of the same days together by predicate and content, the richest groups first."""
    near: dict[int, set[int]] = {i: {i} for i in range(len(told))}
    at: dict[Days, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, a in enumerate(told):
        for verb in a.verbs:
            at[a.days][verb].append(i)
    met = {days: [other for other in at if _one_time(days, other)] for days in at}
    for i, a in enumerate(told):
        for j in {j for days in met.get(a.days, ()) for verb in a.verbs for j in at[days].get(verb, ()) if j > i}:
            b = told[j]
            least = ALIKE if a.days == b.days and a.planned == b.planned else ALIKE_NEAR
            if not a.verbs & b.verbs & (a.denied ^ b.denied) and _alike(a, b) >= least:
                near[i].add(j)
                near[j].add(i)
    left = set(near)
    out = []

    def wealth(i: int) -> tuple[int, int, int]:
        mine = near[i] & left
        return -len({told[n].report for n in mine}), -len(mine), i

    # What is taken only makes others poorer, so the richest is known once its own wealth is counted again.
    richest = [wealth(i) for i in near]
    heapify(richest)
    while left:
        lead = heappop(richest)[2]
        if lead not in left:
            continue
        now = wealth(lead)
        if richest and richest[0] < now:
            heappush(richest, now)
            continue
        out.append([told[n] for n in sorted(near[lead] & left)])
        left -= near[lead]
    return out


def _one_time(a: Days, b: Days) -> bool:
    """Say whether two spans may be of one happening: the same, a night and its day, or "late November" and "November"."""
    if a == b:
        return True
    if min(a.width, b.width) > NIGHT:
        return a.within(b) or b.within(a)
    return a.meets(b) and max(a.width, b.width) <= NIGHT


def _alike(a: _Happening, b: _Happening) -> float:
    return len(a.keys & b.keys) / math.sqrt(len(a.keys) * len(b.keys))


def _entry(group: Sequence[_Happening]) -> TimelineEntry:
    lead = min(
        group,
        key=lambda h: (
            h.planned,
            h.quoted,
            round(len(h.text) / LONGEST - sum(_alike(h, o) for o in group), 6),
            h.report,
            h.anchor.start,
        ),
    )
    text = lead.text if len(lead.text) <= LONGEST else lead.text[:LONGEST].rsplit(" ", 1)[0] + " …"
    return TimelineEntry(
        days=min((h.days for h in group), key=lambda d: (d.width, sum(h.days != d for h in group), d)),
        text=Bilingual(id=text, en=text),
        evidence=tuple(h.anchor for h in sorted(group, key=lambda h: (h is not lead, h.report, h.anchor.start))),
        planned=all(h.planned for h in group),
        origins=len({h.origin for h in group}),
    )
