"""What a story is about: title, period, places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from rujuk.model.claim import ClaimKind, Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import EntityKind, TimeKind
from rujuk.model.span import Days

BEFORE = 10
"""How many days before the first report an event may lie and still open the story's period."""
MOST_PLACES = 5
_WORD = re.compile(r"\w+")


def story_title(reports: Sequence[MarkedReport]) -> str:
    """Give the headline that has most in common with the others; of equals the longer, then the first in the alphabet.

    Words are weighed by how many headlines have them, so that the middle of the story wins over one outlet's turn of phrase.
    """
    titles = sorted({m.report.title.strip() for m in reports if m.report.title and m.report.title.strip()})
    if not titles:
        first = next((m.sentences[0].span.exact for m in sorted(reports, key=lambda m: m.report.id) if m.sentences), "—")
        return first if len(first) <= 140 else first[:140].rsplit(" ", 1)[0] + " …"
    words = {t: frozenset(w for w in _WORD.findall(t.casefold()) if len(w) > 2) for t in titles}
    count = Counter(w for t in titles for w in words[t])

    def rank(t: str) -> tuple[float, int, str]:
        shared = sum(count[w] - 1 for w in words[t]) / (len(words[t]) + 3)
        return (-round(shared, 6), -len(t), t)

    return min(titles, key=rank)


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
    """Give the places of the story, at most five: those in most reports, figures counted twice, then by mentions, then by name."""
    seen: dict[str, Place] = {}
    where: dict[str, set[str]] = defaultdict(set)
    weight: Counter[str] = Counter()
    for m in sorted(reports, key=lambda m: m.report.id):
        for e in m.entities:
            if e.kind == EntityKind.PLACE and e.place:
                key = e.place
                place = Place(name=e.name, id=e.place, within=e.within)
                seen[key] = min((seen.get(key, place), place), key=lambda p: (len(p.name), p.name))
                where[key].add(m.report.id)
                weight[key] += min(len(e.mentions), 5)
        for c in m.claims:
            if c.kind == ClaimKind.FIGURE and c.place is not None and c.place.id in seen and not c.background:
                weight[c.place.id] += 2
    enough = 2 if len(reports) >= 3 else 1
    ranked = sorted((k for k in seen if len(where[k]) >= enough), key=lambda k: (-len(where[k]), -weight[k], seen[k].name, k))
    return tuple(seen[k] for k in ranked[:MOST_PLACES])
