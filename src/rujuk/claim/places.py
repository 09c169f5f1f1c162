"""Where a figure holds: the place of its sentence that it is about, else the place of the event."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.claim.drafts import Draft
from rujuk.claim.naming import asides, before_figures, headed, namesakes
from rujuk.lang.figures import FigureLexicon
from rujuk.lang.names import NameLexicon
from rujuk.model.claim import Place
from rujuk.model.marks import Attribution, Entity, EntityKind, Sentence
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

LEAD = 5
"""Sentences, headline included, that name the place of the event."""

UNKNOWN = 0.8
"""Weight of a place that the gazetteer does not know, or not for sure."""

COUNTRY = 0.3
"""Weight of a country that only describes ("Kenyan" would too); other places weigh more unlocated, since fewer offices bear them."""

NEARBY = 900
"""Characters before a sentence in which the airport that its flights belong to was named."""

INNER = 0.35
"""Share of a place's weight that a place inside it needs to be the event's; both set on development stories."""

FIGURED, ELSEWHERE = 1.5, 0.3
"""Weights of a mention in a sentence with figures of the event, and with figures of other events; set by hand."""

RIVALS = 2
"""Other places, none in another, that make an event one of the place around them all."""

RIVAL = 0.5
"""Share of the first place's weight that such a place needs; both set by hand."""

HOME = 0.4
"""Share of its weight that a place keeps where people only are from it."""

BESIDE = 30
"""Characters beside a figure of people on the move within which the goal of their way is theirs."""

DATELINE = 40
"""Characters of the text in which a place before a dash is where the report was filed."""

_WORD = re.compile(r"[ ]+([^\W\d_]+)")
_PEOPLE = frozenset({"person", "force", "family"})
_BEARERS = frozenset({"person", "force", "building", "firm"})
"""Classes of nouns that a place before them only describes ("Paris residents")."""


@dataclass(slots=True)
class Named:
    """A mention of a place: `located` is 2 behind a preposition of place, 1 behind one of a way, 0 else; `inner` where a wider place follows,
    `home` where it only tells where somebody is from."""

    span: Span
    entity: Entity
    located: int
    inner: bool = False
    home: bool = False


class PlaceFinder:
    """The places of one report, asked for figure by figure."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        attributions: Sequence[Attribution],
        drafts: Sequence[Draft],
        lexicon: FigureLexicon,
        names: NameLexicon,
    ) -> None:
        self.report = report
        self.lexicon = lexicon
        self.seas = names.regions
        self.sentences = sentences
        self.asides = before_figures(asides(sentences, attributions, lexicon), drafts)
        self.told = {id(d.clause.sentence): d.past for d in sorted(drafts, key=lambda d: not d.past)}
        same = namesakes(entities, lexicon)
        people = {x for e in entities if e.kind is EntityKind.PERSON for x in (e.name, *e.aliases, *e.name.split())}
        others = sorted(
            (m for e in entities if e.kind is not EntityKind.PLACE for m in e.mentions), key=lambda m: (m.where, m.start, m.end)
        )
        reach = _reach(others)
        self.named: dict[Where, list[Named]] = {Where.TITLE: [], Where.TEXT: []}
        for e in entities:
            if e.kind is not EntityKind.PLACE or _unfit(e.name.lower(), lexicon):
                continue
            if e.place is None and e.name in people:
                continue
            e = same.get(e.id, e)
            for m in e.mentions:
                starts, tops = reach[m.where]
                k = bisect_right(starts, m.start) - 1
                if k < 0 or tops[k] < m.end:
                    self.named[m.where].append(Named(m, e, self._located(m), home=self._home(m)))
            title = self._text(Where.TITLE)
            at = title.find(e.name)
            if at >= 0 and len(e.name) > 3 and not any(m.where is Where.TITLE for m in e.mentions):
                span = Span(start=at, end=at + len(e.name), exact=e.name, where=Where.TITLE)
                if not any(o.overlaps(span) for o in others) and not title[at + len(e.name) : at + len(e.name) + 1].isalnum():
                    self.named[Where.TITLE].append(Named(span, e, self._located(span)))
        self.named[Where.TEXT] += [
            Named(e.mentions[0], e, 2)
            for e in headed(report.text, names)
            if not any(n.span.overlaps(e.mentions[0]) for n in self.named[Where.TEXT])
        ]
        for where, found in self.named.items():
            found.sort(key=lambda n: (n.span.start, n.span.end))
            text = self._text(where)
            for a, b in pairwise(found):
                between = text[a.span.end : b.span.start].strip().lower()
                if between in (",", "") or (between.startswith(",") and len(between) < 14) or between in lexicon.insides:
                    a.inner = a.entity.id != b.entity.id and not _is_country(a.entity)
                    if a.inner and b.located < a.located and between.startswith((",", "")):
                        b.located = min(a.located, 1)
        self.lead_end = 0
        self.main = self._main()

    def _text(self, where: Where) -> str:
        return (self.report.title or "") if where is Where.TITLE else self.report.text

    def _located(self, m: Span) -> int:
        text, lexicon = self._text(m.where), self.lexicon
        if m.where is Where.TEXT and m.start < DATELINE and text[m.end : m.end + 4].lstrip()[:1] in ("-", "–", "—", "("):
            return -1
        if text[m.end : m.end + 1] == ":":
            return 2
        if m.where is Where.TEXT and any(a.overlaps(m) for a in self.asides):
            return -1
        behind = _WORD.match(text, m.end)
        if behind is not None:
            word = behind[1].lower()
            second = _WORD.match(text, behind.end())
            if lexicon.names(word) & _BEARERS and not (second is not None and second[1].lower() in lexicon.narrows):
                return -1
            if word in lexicon.heads and second is not None and second[1] in lexicon.heads:
                return 0
        before = [w.strip("(,\"“'").lower() for w in text[max(0, m.start - 48) : m.start].split()]
        while before:
            w = before.pop()
            pair = f"{before[-1]} {w}" if before else w
            if w in lexicon.locatives or pair in lexicon.locatives:
                return 2
            if w in lexicon.ways:
                return 2 if w in lexicon.goals and _leads_on(text, m.end, lexicon) else 1
            if w not in lexicon.heads:
                return 0
        return 0

    def _home(self, m: Span) -> bool:
        """Say whether a place tells where people are from ("a woman from Norwick")."""
        words = self._text(m.where)[max(0, m.start - 40) : m.start].lower().split()
        if len(words) < 2 or words[-1] not in self.lexicon.ways or words[-1] in self.lexicon.goals:
            return False
        counted = len(words) > 2 and words[-3].isdigit()
        return not counted and bool(self.lexicon.names(words[-2]) & _PEOPLE)

    def of(self, sentence: Sentence) -> list[Named]:
        """Give the mentions of a sentence, in order."""
        span = sentence.span
        return [n for n in self.named[span.where] if span.start <= n.span.start and n.span.end <= span.end]

    def leads(self, named: Named) -> bool:
        """Say whether the headline or the lead names the place of a mention."""
        x = named.entity.id
        return any(n.entity.id == x for n in self.named[Where.TITLE]) or any(
            n.entity.id == x and n.span.start < self.lead_end for n in self.named[Where.TEXT]
        )

    def own(self, sentence: Sentence, evidence: Span, within: Span | None, *, ways: bool, tall: bool = False) -> Place | None:
        """Give the place that the figure's sentence names for it, None where it names none.

        `within` is the quoted content around the figure; with `ways` the start or goal of a way will do; the height of what is `tall` is
        the mountain's that the sentence names.  Of places that lie in each other the narrowest counts, else the nearest; a sea or region
        only where the report has no other place.
        """
        here = self.of(sentence)
        if tall:
            peak = next((n for n in here if self._mountain(n.entity)), None)
            if peak is not None:
                return _place(peak.entity)
        if within is not None and sentence.paragraph >= 0:
            here = [n for n in here if within.covers(n.span)]
        if self.main is not None and self.main.id is not None and self.main.name.lower() not in self.seas:
            here = [n for n in here if n.entity.name.lower() not in self.seas]
        if sentence.paragraph >= 0:
            pool = [n for n in here if n.located == 2]
            behind = [n for n in here if n.located > 0 and 0 <= n.span.start - evidence.end <= BESIDE]
            if ways and behind and behind[0].located == 1:
                pool = behind[:1]
            elif ways and not pool:
                pool = [n for n in here if n.located == 1]
        else:
            pool = [n for n in here if n.located > 0] or [n for n in here if n.located == 0]
        pool = self._narrowest(self._of_own(pool, sentence, evidence))
        return _place(min(pool, key=lambda n: (_gap(n.span, evidence), n.span.start)).entity) if pool else None

    def _mountain(self, entity: Entity) -> bool:
        words = entity.name.lower().split()
        return len(words) > 1 and (words[0] in self.lexicon.mountains or words[-1] in self.lexicon.mountains)

    def _of_own(self, pool: list[Named], sentence: Sentence, evidence: Span) -> list[Named]:
        """Leave out places behind a later number of a list, where something nearer already says where the figure is."""
        text = self._text(sentence.span.where)

        def others(n: Named) -> bool:
            between = text[evidence.end : n.span.start].lower()
            number = re.search(r"\d", between)
            if number is None or n.span.start < evidence.end:
                return False
            return any(w in self.lexicon.locatives for w in between[: number.start()].split())

        return [n for n in pool if not others(n)] or pool[:0]

    def before(self, sentence: Sentence, *, across: bool) -> Place | None:
        """Give the place named last in the sentence before, in the same paragraph or, with `across`, in the one before."""
        k = next((k for k, s in enumerate(self.sentences) if s is sentence), 0)
        for s in self.sentences[max(0, k - 1) : k]:
            if s.paragraph < 0 or s.paragraph not in (
                sentence.paragraph,
                sentence.paragraph - 1 if across else sentence.paragraph,
            ):
                break
            pool = self._narrowest([n for n in self.of(s) if n.located == 2 and (n.entity.place or len(n.entity.mentions) > 1)])
            if pool:
                return _place(pool[0].entity)
        return None

    def narrower(self, place: Place | None) -> Place | None:
        """Give `place`, where another mention of a figure has it, if it lies in the event's place or is unknown to the gazetteer, else the event's."""
        if place is None or self.main is None or place == self.main:
            return place or self.main
        main = self.main
        inside = main.name in place.within or (main.id is not None and main.id in place.within)
        return place if inside or place.id is None else main

    def country(self) -> Place | None:
        """Give the country around the event's place, where the report names it."""
        if self.main is None:
            return None
        around = self.main.within
        if not around and self.main.id is None:
            named = Counter(n.entity.id for w in Where for n in self.named[w] if n.entity.place and not n.entity.within)
            by_id = {n.entity.id: n.entity for w in Where for n in self.named[w]}
            return _place(by_id[min(named, key=lambda x: (-named[x], x))]) if named else None
        return next(
            (
                _place(n.entity)
                for w in Where
                for n in self.named[w]
                if n.entity.place and n.entity.place in around and not n.entity.within
            ),
            None,
        )

    def airport(self, sentence: Sentence) -> Place | None:
        """Give the airport named last up to the end of a sentence, by the way airports are named: name taggers cut such names short."""
        if sentence.paragraph < 0:
            return None
        found = list(self.lexicon.airport.finditer(self.report.text, max(0, sentence.span.start - NEARBY), sentence.span.end))
        return Place(name=found[-1][0]) if found else None

    def _narrowest(self, pool: list[Named]) -> list[Named]:
        """Leave out places that hold another of the pool, by the gazetteer or by the order of an address."""
        ids = {n.entity.id for n in pool}
        wide = {m.entity.id for m in pool for n in pool if n.entity.id != m.entity.id and _inside(n.entity, m.entity)}
        for a, b in pairwise(pool):
            if a.inner and b.entity.id in ids and not _inside(a.entity, b.entity) and _adjacent(a.span, b.span):
                wide.add(b.entity.id)
        return [n for n in pool if n.entity.id not in wide] or pool

    def _main(self) -> Place | None:
        """The place of the event: the one named most, the lead and the headline counting more; the inner one of an address."""
        score: dict[str, float] = {}
        by_id: dict[str, Entity] = {}
        body = [s for s in self.sentences if s.paragraph >= 0 and s.kind is not BlockKind.CAPTION][:LEAD]
        if body:
            self.lead_end = body[-1].span.end
        first = {n.entity.id for n in self.named[Where.TEXT] if body and n.span.end <= body[0].span.end and n.located > 0}
        captions = [s.span for s in self.sentences if s.kind is BlockKind.CAPTION]
        for where in (Where.TITLE, Where.TEXT):
            for n in self.named[where]:
                if any(c.covers(n.span) for c in captions):
                    continue
                country = _is_country(n.entity)
                weight = {2: 1.0, 1: 0.5, 0: COUNTRY if country else 0.4, -1: 0.1}[n.located]
                if where is Where.TITLE:
                    weight = 3.5 if n.located > 0 else 2.5 if n.located == 0 else 0.3
                elif n.span.start < self.lead_end and n.located > 0:
                    weight *= 2.0
                if n.entity.place is None:
                    weight *= UNKNOWN
                weight *= HOME if n.home else self._telling(n.span)
                by_id[n.entity.id] = n.entity
                score[n.entity.id] = score.get(n.entity.id, 0.0) + weight
        if not score:
            return None
        for x in first & set(score):
            score[x] += 1.0
        best = max(sorted(score), key=lambda x: score[x])
        located = Counter(n.entity.id for n in self.named[Where.TEXT] if n.located == 2)
        named = Counter(n.entity.id for n in self.named[Where.TEXT])
        lead = {n.entity.id for n in self.named[Where.TEXT] if n.located == 2 and n.span.start < self.lead_end}
        country = _is_country(by_id[best])
        inner = [
            x
            for x in sorted(score)
            if x != best
            and score[x] >= INNER * score[best]
            and (located[x] >= 2 or x in first or (named[x] >= 2 and x in lead and _inside(by_id[x], by_id[best])))
            and (_inside(by_id[x], by_id[best]) or (country and by_id[x].place is None))
        ]
        if inner:
            best = max(inner, key=lambda x: score[x])
        best = self._scattered(best, score, by_id, located)
        for _ in range(2):
            narrow = self._address(by_id[best], self.lead_end)
            if narrow is None:
                break
            by_id[narrow.id] = narrow
            best = narrow.id
        return _place(by_id[best])

    def _scattered(self, best: str, score: dict[str, float], by_id: dict[str, Entity], located: Counter[str]) -> str:
        """Give the place around several scenes of an event instead of the first of them."""
        rivals = [
            x
            for x in sorted(score)
            if x != best
            and located[x]
            and score[x] >= RIVAL * score[best]
            and not _is_country(by_id[x])
            and not _inside(by_id[x], by_id[best])
            and not _inside(by_id[best], by_id[x])
        ]
        if len(rivals) < RIVALS:
            return best
        around = [
            x
            for x in sorted(score)
            if score[x] >= INNER * score[best] and all(_inside(by_id[y], by_id[x]) for y in (best, *rivals))
        ]
        return max(around, key=lambda x: score[x], default=best)

    def _telling(self, span: Span) -> float:
        """Weigh a mention by what its sentence tells: figures of the event, or of another one."""
        s = next((s for s in self.sentences if s.span.where is span.where and s.span.covers(span)), None)
        past = self.told.get(id(s)) if s is not None else None
        return 1.0 if past is None else ELSEWHERE if past else FIGURED

    def _address(self, entity: Entity, end: int) -> Entity | None:
        """Find the narrower place that stands before this one in an address of the lead."""
        found = self.named[Where.TEXT]
        for a, b in pairwise(found):
            if a.span.start < end and a.inner and b.entity.id == entity.id and not _inside(entity, a.entity):
                return a.entity
        return None


def _reach(spans: Sequence[Span]) -> dict[Where, tuple[list[int], list[int]]]:
    """Give, for headline and text, where sorted spans start and how far those up to each reach."""
    out: dict[Where, tuple[list[int], list[int]]] = {where: ([], []) for where in Where}
    for s in spans:
        starts, tops = out[s.where]
        starts.append(s.start)
        tops.append(max(s.end, tops[-1] if tops else 0))
    return out


def _unfit(name: str, lexicon: FigureLexicon) -> bool:
    """Say whether a name is a street, an office, a part of the world or no name at all."""
    words = name.split()
    if len(words) == 1 and (name in lexicon.narrows or name in lexicon.heads):
        return True
    if words[0] in lexicon.streets or name in lexicon.world or "(" in name or any(c.isdigit() for c in name):
        return True
    return (words[0] if lexicon.head_first else words[-1]) in lexicon.offices


def _is_country(entity: Entity) -> bool:
    return entity.place is not None and not entity.within


def _leads_on(text: str, end: int, lexicon: FigureLexicon) -> bool:
    """Say whether a relative clause follows: what went to a place did there what the clause tells."""
    behind = _WORD.match(text, end)
    return behind is not None and behind[1].lower() in lexicon.openers


def _inside(a: Entity, b: Entity) -> bool:
    return bool(a.within) and ((b.place is not None and b.place in a.within) or b.name in a.within or b.id in a.within)


def _adjacent(a: Span, b: Span) -> bool:
    return 0 <= b.start - a.end <= 16


def _gap(a: Span, b: Span) -> int:
    if a.overlaps(b):
        return 0
    return a.start - b.end if a.start >= b.end else (b.start - a.end) + 5


def _place(e: Entity) -> Place:
    return Place(name=e.name, id=e.place, within=e.within)
