"""Where a figure holds: the place of its sentence that it is about, else the place of the event."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rujuk.claim.drafts import Draft
from rujuk.claim.holding import Holding
from rujuk.claim.located import Named, Standings
from rujuk.claim.naming import asides, before_figures, headed, namesakes, strangers
from rujuk.lang.figures import FigureLexicon
from rujuk.lang.names import NameLexicon
from rujuk.model.claim import Place
from rujuk.model.marks import Attribution, Entity, EntityKind, Sentence, TimeMention
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

INNER = 0.3
"""Share of a place's weight that a place inside it needs to be the event's; both set on development stories."""

FIGURED, ELSEWHERE = 1.5, 0.3
"""Weights of a mention in a sentence with figures of the event, and with figures of other events; set by hand."""

RIVALS = 2
"""Other places, none in another, that make an event one of the place around them all."""

RIVAL = 0.5
"""Share of the first place's weight that such a place needs; both set by hand."""

HOME = 0.4
"""Share of its weight that a place keeps where people only are from it."""

TITLED = 1.5
"""Weight of a town or region that the headline only describes somebody by; all three set by hand."""

BESIDE = 30
"""Characters beside a figure of people on the move within which the goal of their way is theirs."""


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
        times: Sequence[TimeMention] = (),
    ) -> None:
        self.report = report
        self.lexicon = lexicon
        self.seas = names.regions
        self.sentences = sentences
        self.holding = Holding(sentences)
        self.asides = before_figures(asides(sentences, attributions, lexicon), drafts)
        self.told = {id(d.clause.sentence): d.past for d in sorted(drafts, key=lambda d: not d.past)}
        self.standings = Standings(report, self.asides, lexicon)
        self.named: dict[Where, list[Named]] = {Where.TITLE: [], Where.TEXT: []}
        self._gather(entities, names, times)
        self._order()
        self.lead_end = 0
        self.main = self._main()

    def _gather(self, entities: Sequence[Entity], names: NameLexicon, times: Sequence[TimeMention]) -> None:
        """Read how every mention of a place stands; what lies within the name of something else or within a day is none."""
        lexicon = self.lexicon
        same, strange = namesakes(entities, lexicon), strangers(entities, names)
        known = {e.name for e in entities if e.kind is EntityKind.PLACE and e.place is not None}
        people = [e for e in entities if e.kind is EntityKind.PERSON]
        called = {x for e in people for x in (e.name, *e.aliases, *e.name.split())}
        others = [e for e in entities if e.kind is not EntityKind.PLACE and not (e.kind is EntityKind.PERSON and e.name in known)]
        spans = sorted((m for e in others for m in e.mentions), key=lambda m: (m.where, m.start, m.end))
        reach = _reach(spans)
        mistaken = {e.name: e.mentions for e in people if e.name in known}
        title, seen = self._text(Where.TITLE), set[tuple[Where, int, int]]()
        for e in entities:
            if e.kind is not EntityKind.PLACE or _unfit(e.name.lower(), lexicon) or (e.place is None and e.name in called):
                continue
            if e.place is not None:
                mentions = (*e.mentions, *mistaken.get(e.name, ()))
            else:
                mentions = tuple(
                    m
                    for m in e.mentions
                    if not any(t.span.where is m.where and t.span.start <= m.start < t.span.end for t in times)
                )
            e = same.get(e.id, e)
            e = replace(e, place=None, within=strange[e.id]) if e.id in strange else e
            spot = title.find(e.name)
            if spot >= 0 and len(e.name) > 3 and not any(m.where is Where.TITLE for m in e.mentions):
                span = Span(start=spot, end=spot + len(e.name), exact=e.name, where=Where.TITLE)
                if not any(o.overlaps(span) for o in spans) and not title[span.end : span.end + 1].isalnum():
                    mentions = (*mentions, span)
            for m in mentions:
                starts, tops = reach[m.where]
                k = bisect_right(starts, m.start) - 1
                at = (m.where, m.start, m.end)
                read = self.standings.read(m, e) if (k < 0 or tops[k] < m.end) and at not in seen else None
                if read is not None:
                    seen.add(at)
                    self.named[m.where].append(read)
        self.named[Where.TEXT] += [
            Named(e.mentions[0], e, 2)
            for e in headed(self.report.text, names)
            if not any(n.span.overlaps(e.mentions[0]) for n in self.named[Where.TEXT])
        ]

    def _order(self) -> None:
        """Sort the mentions, and read which of them stand before the place around them."""
        lexicon = self.lexicon
        for where, found in self.named.items():
            found.sort(key=lambda n: (n.span.start, n.span.end))
            text = self._text(where)
            for a, b in pairwise(found):
                between = text[a.span.end : b.span.start].strip().lower()
                if between in lexicon.standing.owners and not self._landmark(b):
                    a.located, b.located = min(a.located, 0), max(a.located, b.located)
                elif len(between) < 40 and lexicon.standing.inner.fullmatch(between) and not _contradict(a.entity, b.entity):
                    a.inner = a.entity.id != b.entity.id and not _is_country(a.entity)
                    if a.inner and (b.located < a.located or between.startswith(",")):
                        b.located = min(a.located, 1)

    def _text(self, where: Where) -> str:
        return self.standings.text(where)

    def of(self, sentence: Sentence) -> list[Named]:
        """Give the mentions of a sentence, in order."""
        span = sentence.span
        return [n for n in self.named[span.where] if span.start <= n.span.start and n.span.end <= span.end]

    def leads(self, named: Named) -> bool:
        """Say whether the headline or the lead names the place of a mention."""
        x = named.entity.id
        return any(n.entity.id == x for n in self.named[Where.TITLE]) or any(
            n.entity.id == x and n.span.start < self.lead_end and not self.standings.dateline(n.span)
            for n in self.named[Where.TEXT]
        )

    def own(
        self,
        sentence: Sentence,
        evidence: Span,
        within: Span | None,
        *,
        numbers: Sequence[int] = (),
        heading: bool = False,
        ways: bool = False,
        tall: bool = False,
    ) -> Place | None:
        """Give the place that the figure's sentence names for it, None where it names none.

        `within` is the quoted content around the figure, `numbers` are where the sentence's numbers start, `heading` is set
        where the sentence is a line like "Norwick mill: 12 killed"; with `ways` the start or goal of a way will do; the height of what is `tall` is
        the mountain's that the sentence names.  Of places that lie in each other the narrowest counts, else the nearest; a sea or region
        only where the report has no other place.
        """
        here = self.of(sentence)
        if tall:
            peak = next((n for n in here if self._mountain(n.entity)), None)
            if peak is not None:
                return _place(peak.entity)
            if self.main is not None and self._peak(self.main.name):
                return self.main
        if heading and sentence.paragraph >= 0:
            colon = sentence.span.start + sentence.span.exact.find(":")
            first = next((n for n in here if n.entity.place is not None and n.span.end <= colon), None)
            return _place(first.entity) if first is not None else None
        if within is not None and sentence.paragraph >= 0:
            here = [n for n in here if within.covers(n.span)]
        if self.main is not None and self.main.id is not None and self.main.name.lower() not in self.seas:
            here = [n for n in here if n.entity.name.lower() not in self.seas or (n.located == 2 and self._at_sea(n))]
        if sentence.paragraph >= 0:
            pool = [n for n in here if n.located == 2 and not n.calls] or [n for n in here if n.located == 2]
            behind = [n for n in here if n.located > 0 and 0 <= n.span.start - evidence.end <= BESIDE]
            if ways and behind and behind[0].located == 1:
                pool = behind[:1]
            elif ways and not pool:
                pool = [n for n in here if n.located == 1]
        else:
            pool = [n for n in here if n.located > 0] or [n for n in here if n.located == 0 and self._known(n)]
        pool = self._narrowest(self._beyond(self._of_own(pool, sentence, evidence, numbers), here))
        return _place(min(pool, key=lambda n: (_gap(n.span, evidence), n.span.start)).entity) if pool else None

    def _at_sea(self, named: Named) -> bool:
        """Say whether a name is of a gulf, a strait or a sea that the headline or the lead names too, in a story that is else of a whole country."""
        waters = self.lexicon.standing.waters
        wide = self.main is None or not self.main.within
        return wide and self.leads(named) and any(w in waters for w in named.entity.name.lower().split())

    def _known(self, named: Named) -> bool:
        """Say whether the gazetteer knows a place, or the report puts something in it."""
        return named.entity.place is not None or any(
            n.located > 0 and n.entity.id == named.entity.id for n in self.named[Where.TEXT]
        )

    def _mountain(self, entity: Entity) -> bool:
        return self._peak(entity.name)

    def _peak(self, name: str) -> bool:
        words = name.lower().split()
        return len(words) > 1 and (words[0] in self.lexicon.mountains or words[-1] in self.lexicon.mountains)

    def _of_own(self, pool: list[Named], sentence: Sentence, evidence: Span, numbers: Sequence[int]) -> list[Named]:
        """Leave out places where something was only felt, and those behind a later number of a list that has a place before it."""
        text, locatives = self._text(sentence.span.where), self.lexicon.locatives

        def others(n: Named) -> bool:
            if n.span.start < evidence.end:
                return False
            if self.lexicon.standing.felt.search(text, evidence.end, n.span.start):
                return True
            number = next((k for k in numbers if evidence.end <= k < n.span.start), None)
            return number is not None and any(w in locatives for w in text[evidence.end : number].lower().split())

        return [n for n in pool if not others(n)]

    def before(self, sentence: Sentence, *, across: bool) -> Place | None:
        """Give the place named last in the sentence before, in the same paragraph or, with `across`, in the one before."""
        k = next((k for k, s in enumerate(self.sentences) if s is sentence), 0)
        for s in self.sentences[max(0, k - 1) : k]:
            if s.paragraph < 0 or s.paragraph not in (
                sentence.paragraph,
                sentence.paragraph - 1 if across else sentence.paragraph,
            ):
                break
            pool = self._narrowest(
                [
                    n
                    for n in self.of(s)
                    if n.located == 2 and (n.entity.place or (len(n.entity.mentions) > 1 and not self._landmark(n)))
                ]
            )
            if pool:
                return _place(pool[0].entity)
        return None

    def _landmark(self, named: Named) -> bool:
        """Say whether a name is of a landmark within a town, which a figure of another sentence is not about."""
        low, standing = named.entity.name.lower(), self.lexicon.standing
        return any(w in standing.landmarks for w in (*low.split(), " ".join(low.split()[:2])))

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

    def _beyond(self, pool: list[Named], here: list[Named]) -> list[Named]:
        """Leave out a place that only begins the list of those in a wider one: "in Almond and other towns in Westland"."""
        beyond = self.lexicon.standing.beyond
        whole = {a.span: b for a, b in pairwise(here) if beyond.fullmatch(self._text(a.span.where), a.span.end, b.span.start)}
        found = {m.span: m for n in pool for m in [whole.get(n.span, n)]}
        return [found[span] for span in found]

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
                    weight = 3.5 if n.located > 0 else 2.5 if n.located == 0 else 0.3 if country else TITLED
                    if n.located == 0 and not self._known(n):
                        weight = COUNTRY
                elif n.span.start < self.lead_end and n.located > 0:
                    weight *= 2.0
                if n.entity.place is None and not n.entity.within:
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
        s = self.holding.of(span)
        past = self.told.get(id(s)) if s is not None else None
        return 1.0 if past is None else ELSEWHERE if past else FIGURED

    def _address(self, entity: Entity, end: int) -> Entity | None:
        """Find the narrower place that stands before this one in an address of the lead."""
        found = self.named[Where.TEXT]
        for a, b in pairwise(found):
            if (
                a.span.start < end
                and a.inner
                and a.located >= 0
                and not a.home
                and b.entity.id == entity.id
                and not _inside(entity, a.entity)
            ):
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
    if all(w in lexicon.heads or w in lexicon.narrows for w in words):
        return True
    if words[0] in lexicon.streets or name in lexicon.world or "(" in name or any(c.isdigit() for c in name):
        return True
    return any(w in lexicon.offices for w in words) if lexicon.head_first else words[-1] in lexicon.offices


def _contradict(a: Entity, b: Entity) -> bool:
    """Say whether the gazetteer has two places in different countries, or the second within the first."""
    if a.place is None or b.place is None:
        return False
    country = a.within[-1] if a.within else a.place
    return country != (b.within[-1] if b.within else b.place) or _inside(b, a)


def _is_country(entity: Entity) -> bool:
    return entity.place is not None and not entity.within


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
