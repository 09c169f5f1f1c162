"""Where a figure holds: the place of its sentence that it is about, else the place of the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.claim import Place
from rujuk.model.marks import Entity, EntityKind, Sentence
from rujuk.model.report import Report
from rujuk.model.span import Span, Where

LEAD = 4
"""Sentences, headline included, that name the place of the event."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a place: `located` where a preposition of place stands before it, `inner` where a wider place follows it."""

    span: Span
    entity: Entity
    located: bool
    depth: int


class PlaceFinder:
    """The places of one report, asked for figure by figure."""

    def __init__(
        self, report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity], locatives: frozenset[str]
    ) -> None:
        self.report = report
        places = [e for e in entities if e.kind is EntityKind.PLACE]
        others = [m for e in entities if e.kind is not EntityKind.PLACE for m in e.mentions]
        self.named: dict[Where, list[Named]] = {Where.TITLE: [], Where.TEXT: []}
        for e in places:
            for m in e.mentions:
                if any(o.covers(m) for o in others):
                    continue
                self.named[m.where].append(Named(m, e, self._located(m, locatives), len(e.within)))
        for found in self.named.values():
            found.sort(key=lambda n: (n.span.start, n.span.end))
        self.sentences = sentences
        self.main = self._main()

    def _located(self, m: Span, locatives: frozenset[str]) -> bool:
        text = self.report.title or "" if m.where is Where.TITLE else self.report.text
        before = text[max(0, m.start - 40) : m.start].lower().split()
        return any(w.strip("(,") in locatives for w in before[-2:])

    def of(self, sentence: Sentence) -> list[Named]:
        """Give the mentions of a sentence, in order."""
        span = sentence.span
        return [n for n in self.named[span.where] if span.start <= n.span.start and n.span.end <= span.end]

    def find(self, sentence: Sentence, evidence: Span) -> Place | None:
        """Give the place of a figure: in its sentence, the nearest that is located; else the place of the event."""
        here = self.of(sentence)
        located = [n for n in here if n.located]
        pool = located or (here if sentence.paragraph < 0 else [])
        if pool:
            best = min(pool, key=lambda n: (_gap(n.span, evidence), n.span.start))
            return _place(best.entity)
        return self.main

    def _main(self) -> Place | None:
        """The place of the event: the one that the lead names most, the more specific of two where one lies in the other."""
        lead = self.sentences[:LEAD]
        score: dict[str, float] = {}
        by_id: dict[str, Entity] = {}
        for k, s in enumerate(lead):
            for n in self.of(s):
                by_id[n.entity.id] = n.entity
                weight = (2.0 if n.located else 1.0) + (1.0 if s.paragraph < 0 else 0.0) - 0.3 * k
                score[n.entity.id] = score.get(n.entity.id, 0.0) + weight
        if not score:
            for where in (Where.TITLE, Where.TEXT):
                for n in self.named[where]:
                    by_id[n.entity.id] = n.entity
                    score[n.entity.id] = score.get(n.entity.id, 0.0) + (1.0 if n.located else 0.5)
        if not score:
            return None
        best = max(sorted(score), key=lambda x: score[x])
        inner = [x for x in sorted(score) if x != best and _inside(by_id[x], by_id[best])]
        if inner:
            best = max(inner, key=lambda x: (score[x], len(by_id[x].within)))
        return _place(by_id[best])


def _inside(a: Entity, b: Entity) -> bool:
    return bool(a.within) and ((b.place is not None and b.place in a.within) or b.name in a.within or b.id in a.within)


def _gap(a: Span, b: Span) -> int:
    if a.overlaps(b):
        return 0
    return a.start - b.end if a.start >= b.end else (b.start - a.end) + 5


def _place(e: Entity) -> Place:
    return Place(name=e.name, id=e.place, within=e.within)
