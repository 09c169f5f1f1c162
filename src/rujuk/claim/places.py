"""Where a figure holds: the place of its sentence that it is about, else the place of the event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.lang.figures import FigureLexicon
from rujuk.model.claim import Place
from rujuk.model.marks import Entity, EntityKind, Sentence
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

LEAD = 5
"""Sentences, headline included, that name the place of the event."""

DATELINE = 40
"""Characters of the text in which a place before a dash is where the report was filed."""


@dataclass(slots=True)
class Named:
    """A mention of a place: `located` is 2 behind a preposition of place, 1 behind one of a way, 0 else; `inner` where a wider place follows."""

    span: Span
    entity: Entity
    located: int
    inner: bool = False


class PlaceFinder:
    """The places of one report, asked for figure by figure."""

    def __init__(self, report: Report, sentences: Sequence[Sentence], entities: Sequence[Entity], lexicon: FigureLexicon) -> None:
        self.report = report
        self.lexicon = lexicon
        self.sentences = sentences
        others = [m for e in entities if e.kind is not EntityKind.PLACE for m in e.mentions]
        self.named: dict[Where, list[Named]] = {Where.TITLE: [], Where.TEXT: []}
        for e in entities:
            if e.kind is not EntityKind.PLACE or e.name.split(" ", 1)[0].lower() in lexicon.streets:
                continue
            for m in e.mentions:
                if not any(o.covers(m) for o in others):
                    self.named[m.where].append(Named(m, e, self._located(m)))
        for where, found in self.named.items():
            found.sort(key=lambda n: (n.span.start, n.span.end))
            text = self._text(where)
            for a, b in zip(found, found[1:], strict=False):
                between = text[a.span.end : b.span.start].strip().lower()
                if between in (",", "") or (between.startswith(",") and len(between) < 14) or between in lexicon.locatives:
                    a.inner = a.entity.id != b.entity.id
                    if a.inner and b.located < a.located and between.startswith((",", "")):
                        b.located = min(a.located, 1)
        self.main = self._main()

    def _text(self, where: Where) -> str:
        return (self.report.title or "") if where is Where.TITLE else self.report.text

    def _located(self, m: Span) -> int:
        text = self._text(m.where)
        if m.where is Where.TEXT and m.start < DATELINE and text[m.end : m.end + 4].lstrip()[:1] in ("-", "–", "—", "("):
            return -1
        if text[m.end : m.end + 1] == ":":
            return 2
        before = [w.strip("(,\"“'") for w in text[max(0, m.start - 48) : m.start].lower().split()]
        lexicon = self.lexicon
        for k, w in enumerate(before[:-4:-1]):
            pair = " ".join(before[len(before) - k - 2 : len(before) - k]) if len(before) > k + 1 else ""
            if w in lexicon.locatives or pair in lexicon.locatives:
                return 2
            if w in lexicon.ways:
                return 1
            if k >= 2 or not w.isalpha():
                break
        return 0

    def of(self, sentence: Sentence) -> list[Named]:
        """Give the mentions of a sentence, in order."""
        span = sentence.span
        return [n for n in self.named[span.where] if span.start <= n.span.start and n.span.end <= span.end]

    def own(self, sentence: Sentence, evidence: Span, within: Span | None) -> Place | None:
        """Give the place that the figure's sentence names for it, None where it names none; `within` is the quoted content around it."""
        here = self.of(sentence)
        if within is not None and not sentence.paragraph < 0:
            inside = [n for n in here if within.covers(n.span)]
            here = inside
        best = max((n.located for n in here), default=0)
        if sentence.paragraph >= 0:
            here = [n for n in here if n.located == best] if best > 0 else []
        if not here:
            return None
        return _place(min(here, key=lambda n: (_gap(n.span, evidence), n.span.start)).entity)

    def _main(self) -> Place | None:
        """The place of the event: the one named most, the lead and the headline counting more; the inner one of an address."""
        score: dict[str, float] = {}
        by_id: dict[str, Entity] = {}
        lead_end = 0
        body = [s for s in self.sentences if s.paragraph >= 0 and s.kind is not BlockKind.CAPTION][:LEAD]
        if body:
            lead_end = body[-1].span.end
        first = {n.entity.id for n in self.named[Where.TEXT] if body and n.span.end <= body[0].span.end and n.located > 0}
        for where in (Where.TITLE, Where.TEXT):
            for n in self.named[where]:
                weight = {2: 1.0, 1: 0.3, 0: 0.3, -1: 0.1}[n.located]
                if where is Where.TITLE:
                    weight = 3.0 if n.located else 2.0
                elif n.span.start < lead_end and n.located > 0:
                    weight *= 2.0
                by_id[n.entity.id] = n.entity
                score[n.entity.id] = score.get(n.entity.id, 0.0) + weight
        if not score:
            return None
        for x in first:
            score[x] += 1.0
        best = max(sorted(score), key=lambda x: score[x])
        inner = [x for x in sorted(score) if x != best and _inside(by_id[x], by_id[best]) and score[x] >= 0.5 * score[best]]
        if inner:
            best = max(inner, key=lambda x: score[x])
        for _ in range(2):
            narrow = self._address(by_id[best], lead_end)
            if narrow is None:
                break
            best = narrow.id
        return _place(by_id[best])

    def _address(self, entity: Entity, end: int) -> Entity | None:
        """Find the narrower place that stands before this one in an address of the lead."""
        found = self.named[Where.TEXT]
        for a, b in zip(found, found[1:], strict=False):
            if a.span.start < end and a.inner and b.entity.id == entity.id and a.located > 0 and not _inside(entity, a.entity):
                return a.entity
        return None


def _inside(a: Entity, b: Entity) -> bool:
    return bool(a.within) and ((b.place is not None and b.place in a.within) or b.name in a.within or b.id in a.within)


def _gap(a: Span, b: Span) -> int:
    if a.overlaps(b):
        return 0
    return a.start - b.end if a.start >= b.end else (b.start - a.end) + 5


def _place(e: Entity) -> Place:
    return Place(name=e.name, id=e.place, within=e.within)
