"""What a story is about: title, period, places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import ClaimKind, Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import EntityKind, TimeKind
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Finding

BEFORE = 10
"""How many days before the first report an event may lie and still open the story's period."""
MOST_PLACES = 4
CARRIES = 0.5
"""What it is worth to a headline to give the figure that stands, beside the share of the story's words that it has (0 to 1).  Set by eye."""
STALE = -0.4
"""A headline with a figure that no longer stands."""
PLACED = 0.1
"""A headline that names the place of the main finding."""
UNFIT = -0.25
"""A headline that was cut off, asks, or is no headline but an address in small letters."""
_DATELINE = re.compile(r"\W*(?:\S{2,30}\.(?:com|co|co\.id|id|net|org)\b\W*)?$", re.IGNORECASE)
_BEHIND = re.compile(r"\s*(?:\([^)]{0,40}\)\s*)?[-–—]|,\s+\S{2,30}\.(?:com|co|id|net)\b", re.IGNORECASE)


def story_title(reports: Sequence[MarkedReport], findings: Sequence[Finding] = ()) -> str:
    """Give the headline that stands nearest the middle of the story and carries its main figure or place.

    The middle are the content words that most reports have in headline or lead.  Of equals the latest, then the first in the alphabet.  Headlines in
    the language of most reports come first.
    """
    titled = [m for m in sorted(reports, key=lambda m: m.report.id) if m.report.title and m.report.title.strip()]
    if not titled:
        first = next((m.sentences[0].span.exact for m in sorted(reports, key=lambda m: m.report.id) if m.sentences), "—")
        return first if len(first) <= 140 else first[:140].rsplit(" ", 1)[0] + " …"
    main = next((f for f in findings if f.kind == ClaimKind.FIGURE and not f.background and f.part is None), None)
    languages = Counter(m.report.language for m in titled)
    usual = min(languages, key=lambda x: (-languages[x], x))
    keys = {m.report.id: _keys(m) for m in reports}
    count = Counter(k for title, lead in keys.values() for k in title | lead)

    def rank(m: MarkedReport) -> tuple[bool, float, int, str]:
        title = keys[m.report.id][0]
        shared = sum(count[k] for k in title) / (len(reports) * (len(title) + 3))
        published = m.report.published
        day = published.days.latest.toordinal() if published else 0
        return (m.report.language != usual, -round(shared + _worth(m, main), 2), -day, _title(m))

    return _title(min(titled, key=rank))


def _title(m: MarkedReport) -> str:
    return (m.report.title or "").strip()


def _keys(m: MarkedReport) -> tuple[frozenset[str], frozenset[str]]:
    """Give the content words of the headline and of the lead."""
    pack = load_pack(m.report.language)
    if pack is None:
        return frozenset(), frozenset()
    lexicon = pack.lexicon(StatementLexicon)
    lead = next((s.span.exact for s in m.sentences if s.span.where == Where.TEXT), "")
    return frozenset(lexicon.keys(_title(m))), frozenset(lexicon.keys(lead))


def _worth(m: MarkedReport, main: Finding | None) -> float:
    """Say what a headline gains or loses by what it carries: the main figure, an older one, its place, its form."""
    title = _title(m)
    total = UNFIT if title.endswith(("...", "…", "?")) or title == title.lower() else 0.0
    if main is None:
        return total
    if main.place is not None and main.place.name.casefold() in title.casefold():
        total += PLACED
    used = set(main.claims)
    told = [c.value for c in m.claims if c.id in used and c.evidence.where == Where.TITLE and c.value is not None]
    if told and main.estimate is not None and main.estimate.best is not None:
        total += CARRIES if any(v.best == main.estimate.best for v in told) else STALE
    return total


def story_period(reports: Sequence[MarkedReport]) -> Days | None:
    """Give the days of the story: from the day that most reports date the event to (if it lies close before), to the last publication."""
    days = [m.report.published.days for m in reports if m.report.published]
    if not days:
        return None
    first, last = min(d.earliest for d in days), max(d.latest for d in days)
    named: dict[date, set[str]] = defaultdict(set)
    for m in reports:
        for t in m.times:
            if t.kind in (TimeKind.DATE, TimeKind.TIME) and t.days is not None and t.days.width == 0:
                if 0 <= (first - t.days.earliest).days <= BEFORE:
                    named[t.days.earliest].add(m.report.id)
    if named:
        event, which = min(named.items(), key=lambda kv: (-len(kv[1]), kv[0]))
        if 2 * len(which) >= len(reports):
            first = min(first, event)
    return Days(earliest=first, latest=last)


def story_places(reports: Sequence[MarkedReport]) -> tuple[Place, ...]:
    """Give the places of the story, at most four: those in most reports, figures counted twice, then by mentions, then by name.

    The city of a dateline is where the reporter sat; a name all in capitals is a dateline too.
    """
    seen: dict[str, Place] = {}
    where: dict[str, set[str]] = defaultdict(set)
    weight: Counter[str] = Counter()
    for m in sorted(reports, key=lambda m: m.report.id):
        for e in m.entities:
            told = [p for p in e.mentions if not _in_dateline(m.report.text, p)]
            if e.kind == EntityKind.PLACE and e.place and told and _named(e.name):
                key = e.place
                place = Place(name=e.name, id=e.place, within=e.within)
                seen[key] = min((seen.get(key, place), place), key=lambda p: (len(p.name), p.name))
                where[key].add(m.report.id)
                weight[key] += min(len(told), 5)
        for c in m.claims:
            if c.kind == ClaimKind.FIGURE and c.place is not None and c.place.id in seen and not c.background:
                weight[c.place.id] += 2
    enough = 2 if len(reports) >= 3 else 1
    ranked = sorted((k for k in seen if len(where[k]) >= enough), key=lambda k: (-len(where[k]), -weight[k], seen[k].name, k))
    return tuple(seen[k] for k in ranked[:MOST_PLACES])


def _in_dateline(text: str, mention: Span) -> bool:
    """Say whether a place stands in front of the first sentence: behind the house's name, or before a dash."""
    if mention.where != Where.TEXT or mention.start > 60:
        return False
    before = text[: mention.start]
    return bool(before.strip() and _DATELINE.fullmatch(before)) or bool(_BEHIND.match(text, mention.end))


def _named(name: str) -> bool:
    """Say whether a name is written like a place's: not in capitals alone (but "US"), nor a clipped word."""
    return len(name) <= 3 if name.isupper() else len(name) > 2
