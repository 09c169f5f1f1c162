"""Figures: typed counts with what is counted, where, as of when and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rujuk.claim.abroad import abroad
from rujuk.claim.as_of import adds, as_of
from rujuk.claim.background import Eras, aside, goes_on, heads, is_past, mixed, standing, tallied
from rujuk.claim.breakdown import items
from rujuk.claim.clause import Clause, read_clause
from rujuk.claim.continued import continue_from, is_previous
from rujuk.claim.counted import Counted, counted_by
from rujuk.claim.credit import around, carried_from, credited
from rujuk.claim.drafts import Draft
from rujuk.claim.echoes import Loose, echoes
from rujuk.claim.elsewhere import elsewhere
from rujuk.claim.flags import modality_of, polarity_of, settle
from rujuk.claim.measured import joined, measured, value_of, worth
from rujuk.claim.parts import part_of
from rujuk.claim.payers import Payers
from rujuk.claim.places import PlaceFinder
from rujuk.claim.triggers import best_match
from rujuk.lang.base import LanguagePack
from rujuk.lang.figures import FigureLexicon, Role
from rujuk.lang.names import NameLexicon
from rujuk.model.claim import Claim, Modality, Place
from rujuk.model.ids import make_id
from rujuk.model.marks import (
    Attribution,
    Credit,
    Entity,
    Layer,
    Quantity,
    QuantityKind,
    Sentence,
    TimeKind,
    TimeMention,
)
from rujuk.model.measure import Catalog
from rujuk.model.report import Report
from rujuk.model.span import Span, Where

CLAIMED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
"""Kinds of numbers that can be figures; ages, ordinals, rates, shares and labels cannot."""

VICTIMS = frozenset({"killed", "injured", "missing", "rescued", "released"})
"""Measures in which "a woman" counts as one; elsewhere an article is no number."""

MOVING = frozenset({"displaced", "evacuated", "deployed", "released", "rescued"})
"""Measures of people who move: the start or goal of their way is a place of the figure."""

EVENTS = frozenset({"attacks", "aftershocks"})
"""Measures of happenings, of which one alone is the event itself and no count."""

LEADING = 6
"""First figures of a report among which those of its event are looked for."""

FULLEST = 20_000
"""More people than any vehicle holds: those who travelled in a year are no one's passengers."""

ARTICLE_LIMIT = 3.5
"""Highest cost at which an article still counts."""


def find_figures(
    report: Report,
    sentences: Layer[Sentence],
    times: Layer[TimeMention],
    quantities: Layer[Quantity],
    entities: Layer[Entity],
    credits: Layer[Credit],
    attributions: Layer[Attribution],
    *,
    pack: LanguagePack,
    catalog: Catalog,
) -> Layer[Claim]:
    """Find every figure of the catalogue's measures, one claim a mention, in order of place, headline first.

    A value that the report itself gives up for a newer one ("revised down to 45 from 47") is a claim too: its rule ends in `.previous`,
    and its `as_of` is None, since it held on some day before that of the report.
    """
    lexicon = pack.lexicon(FigureLexicon)
    wanted = {m.name: m.unit for m in catalog.measures}
    reader = _Reader(report, sentences, times, quantities, lexicon, wanted)
    for sentence, inside in _by_sentence(sentences, quantities):
        reader.read(sentence, inside)
    if not reader.drafts:
        return ()
    reader.drafts = told_twice(reader.drafts, lexicon)
    told = echoes(reader.loose, reader.drafts)
    taken = {(id(d.clause), d.number) for d in told}
    free = [x for x in reader.loose if (id(x.clause), x.counted.number) not in taken]
    drafts = sorted([*reader.drafts, *told, *abroad(free, reader.drafts, lexicon)], key=_order)
    return _Finisher(report, sentences, times, entities, attributions, lexicon, pack.lexicon(NameLexicon), drafts).finish()


def told_twice(drafts: list[Draft], lexicon: FigureLexicon) -> list[Draft]:
    """Leave out what a weak rule found where no other one found a figure of its measure."""
    strong = {d.measure for d in drafts if d.rule not in lexicon.weak}
    return [d for d in drafts if d.measure in strong]


def _order(draft: Draft) -> tuple[bool, int, int]:
    """Order figures by place, headline first."""
    span = draft.clause.sentence.span
    return (span.where is not Where.TITLE, span.start, draft.clause.words[draft.number].start)


def _by_sentence(sentences: Sequence[Sentence], quantities: Sequence[Quantity]) -> list[tuple[Sentence, list[Quantity]]]:
    """Give the sentences that hold a number that can be a figure, each with all its numbers."""
    out: list[tuple[Sentence, list[Quantity]]] = []
    for where in (Where.TITLE, Where.TEXT):
        found = [q for q in quantities if q.span.where is where]
        starts = [q.span.start for q in found]
        for s in sentences:
            if s.span.where is not where or not found:
                continue
            inside = found[bisect_left(starts, s.span.start) : bisect_left(starts, s.span.end)]
            if any(q.kind in CLAIMED for q in inside):
                out.append((s, inside))
    return out


def _article(text: str, lexicon: FigureLexicon) -> bool:
    """Say whether a number is written as an article."""
    return text.split(" ", 1)[0] in lexicon.articles


def _named(clause: Clause, counted: Counted, trigger: int | None) -> bool:
    """Say whether an article opens a name's apposition ("Hana, a wounded teacher, said"), which counts nobody."""
    i, words = counted.number, clause.words
    if i < 2 or words[i - 1].text not in ",(" or trigger is None or trigger < i:
        return False
    if trigger < counted.end:
        return True
    text = clause.sentence.span.exact
    name = words[i - 2]
    capital = name.quantity is not None or (not name.time and not name.term.words and text[name.start].isupper())
    return capital and any("relative" in w.term.marks for w in words[counted.end : trigger])


def _described(clause: Clause, counted: Counted, trigger: int | None) -> bool:
    """Say whether an article only tells who somebody is, by a name or as a predicate."""
    return _named(clause, counted, trigger) or _predicate(clause, counted.number, trigger)


def _predicate(clause: Clause, i: int, trigger: int | None) -> bool:
    """Say whether an article only tells what somebody is ("he was a suspect"), or a noun of happening stands behind it."""
    words = clause.words
    if i and words[i - 1].term.marks & {"passive", "part-behind"}:
        return True
    return trigger is not None and trigger > i and all(t.role is Role.NAME for t in words[trigger].term.triggers)


def _holds(wide: Place, narrow: Place) -> bool:
    """Say whether the gazetteer has a place within another."""
    return wide.id is not None and wide.id in narrow.within


class _Reader:
    """Reads the figures of one report, sentence by sentence."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        times: Sequence[TimeMention],
        quantities: Sequence[Quantity],
        lexicon: FigureLexicon,
        wanted: dict[str, str | None],
    ) -> None:
        self.lexicon = lexicon
        self.wanted = wanted
        self.times = times
        self.said = report.published.days if report.published else None
        self.drafts: list[Draft] = []
        self.loose: list[Loose] = []
        self.currency = next((q.unit for q in quantities if q.kind is QuantityKind.MONEY and q.unit), lexicon.currency)
        self.before: tuple[int, bool] = (-2, False)
        self.eras = Eras(report, times, self.said, lexicon)
        self.sentences = sentences

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> None:
        """Draft the figures of one sentence."""
        span = sentence.span
        times = [t for t in self.times if t.span.where is span.where and span.start <= t.span.start < span.end]
        marks = [
            (t.span.start - span.start, min(t.span.end, span.end) - span.start) for t in times if t.kind is not TimeKind.DURATION
        ]
        clause = read_clause(sentence, quantities, marks, self.lexicon)
        counted: dict[int, Counted] = {}
        here: dict[int, Draft] = {}
        for i in clause.numbers:
            q = clause.words[i].quantity
            if q is not None and q.kind is QuantityKind.COUNT:
                counted[i] = counted_by(clause, i, self.lexicon)
        for i in clause.numbers:
            q = clause.words[i].quantity
            if q is None or q.kind not in CLAIMED or (q.best is not None and q.best <= 0):
                continue
            article = clause.words[i].text in self.lexicon.articles
            unit = None if article else measured(clause, i)
            if unit is not None and not (unit[0] == "money" and q.best == 1 and _article(clause.words[i].text, self.lexicon)):
                here[i] = Draft(clause, i, unit[0], unit[1], f"unit.{unit[0]}", unit[2])
            elif i in counted and q.unit is None:
                match = best_match(clause, counted[i], counted)
                if article and match is not None and _described(clause, counted[i], match.trigger):
                    continue
                if match is not None and match.measure in EVENTS and q.best == 1:
                    continue
                if match is not None and match.measure == "aboard" and (q.best or q.low or 0) > FULLEST:
                    continue
                if match is not None and not (article and (match.measure not in VICTIMS or match.cost > ARTICLE_LIMIT)):
                    value = joined(clause, i, value_of(q, self.wanted.get(match.measure)))
                    here[i] = Draft(clause, i, match.measure, value, match.rule, match.trigger, counted[i])
                elif match is None and counted[i].bare:
                    sum_ = worth(clause, i, q, self.currency)
                    if sum_ is not None:
                        here[i] = Draft(clause, i, "money", sum_, "bare.money")
        self._break_down(clause, counted, here)
        for _ in range(2):
            if not self._go_on(clause, counted, here):
                break
        order = [here[i] for i in sorted(here)]
        for d in order:
            if not d.previous and is_previous(d, [*self.drafts[-3:], *order]):
                d.rule = f"{d.rule}.previous"
        dated = [t for t in times if t.kind is not TimeKind.DURATION]
        past = self._past(clause, dated)
        self.loose += [Loose(clause, what, past) for i, what in counted.items() if i not in here and what.predicate is None]
        for i in sorted(here):
            if here[i].measure in self.wanted:
                told = past and not aside(here[i], dated, self.eras)
                here[i].past = (
                    told
                    or mixed(here[i], dated, self.eras)
                    or standing(here[i])
                    or tallied(here[i], dated, self.eras, [*self.drafts[:LEADING], *order])
                )
                self.drafts.append(here[i])

    def _go_on(self, clause: Clause, counted: dict[int, Counted], here: dict[int, Draft]) -> bool:
        """Draft the numbers that go on with a figure before or beside them; say whether there were any."""
        drafted = False
        for i, what in counted.items():
            q = clause.words[i].quantity
            if i in here or q is None or clause.words[i].text in self.lexicon.articles or (q.best is not None and q.best <= 0):
                continue
            found = continue_from(clause, what, here, self.drafts, counted)
            if found is not None:
                value = joined(clause, i, value_of(q, self.wanted.get(found[0])))
                here[i] = Draft(clause, i, found[0], value, found[1], None, what, continued=True)
                self._break_down(clause, counted, here)
                drafted = True
        return drafted

    def _break_down(self, clause: Clause, counted: dict[int, Counted], here: dict[int, Draft]) -> None:
        """Draft the items of breakdowns, with the measure of their whole."""
        for i, item in items(clause, counted, here, self.drafts).items():
            q = clause.words[i].quantity
            if q is None or (i in here and here[i].item is not None):
                continue
            measure = item.whole.measure
            value = joined(clause, i, value_of(q, self.wanted.get(measure)))
            here[i] = Draft(clause, i, measure, value, "breakdown", item.noun, counted[i], continued=True, item=item.name)

    def _past(self, clause: Clause, times: list[TimeMention]) -> bool:
        """Say whether a sentence tells of another event, by itself or going on with the one before."""
        past = is_past(clause, times, self.eras)
        paragraph = clause.sentence.paragraph
        if not past and self.before[1] and self.before[0] in (paragraph, paragraph - 1) and not any(t.days for t in times):
            past = goes_on(clause, same=self.before[0] == paragraph)
        if not past and not times and heads(clause):
            past = self._explained(clause)
        self.before = (paragraph, past)
        return past

    def _explained(self, clause: Clause) -> bool:
        """Say whether the sentence after a heading line tells of another event."""
        k = next((k for k, s in enumerate(self.sentences) if s is clause.sentence), 0)
        for s in self.sentences[k + 1 : k + 3]:
            inside = [t for t in self.times if t.span.where is s.span.where and s.span.covers(t.span)]
            if inside:
                return any(self.eras.old(t) for t in inside) and not any(self.eras.fresh(t) for t in inside)
        return False


class _Finisher:
    """Places, credits and flags the drafts of one report."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        times: Sequence[TimeMention],
        entities: Sequence[Entity],
        attributions: Sequence[Attribution],
        lexicon: FigureLexicon,
        names: NameLexicon,
        drafts: Sequence[Draft],
    ) -> None:
        self.times = times
        self.lexicon = lexicon
        self.report = report
        self.sentences = sentences
        self.attributions = attributions
        self.places = PlaceFinder(report, sentences, entities, attributions, drafts, lexicon, names, times)
        self.payers = Payers(sentences, entities, attributions, lexicon)
        self.said = report.published.days if report.published else None
        self.drafts = drafts

    def finish(self) -> tuple[Claim, ...]:
        """Give the claims."""
        settle(self.drafts)
        claims = [self._claim(d) for d in self.drafts]
        claims = self._other_places(claims)
        known: dict[object, Place] = {}
        for d, c in zip(self.drafts, claims, strict=True):
            at = known.get((d.key, c.part))
            if c.place is not None and (at is None or _holds(at, c.place)):
                known[(d.key, c.part)] = c.place
        claims = [
            replace(c, place=at) if c.place and (at := known[(d.key, c.part)]) and _holds(c.place, at) else c
            for d, c in zip(self.drafts, claims, strict=True)
        ]
        wide = self.places.country()
        return tuple(
            c
            if c.place is not None
            else replace(c, place=wide)
            if c.background and wide is not None and (d.key, c.part) not in known
            else replace(c, place=self.places.narrower(known.get((d.key, c.part))))
            for d, c in zip(self.drafts, claims, strict=True)
        )

    def _other_places(self, claims: list[Claim]) -> list[Claim]:
        """Mark figures of a place that the report names only for another event."""
        main = self.places.main.name if self.places.main else None
        past = {c.place.name for c in claims if c.background and c.place and c.measure != "displaced"}
        leading = {d.clause.sentence.paragraph <= 0 and c.id for d, c in zip(self.drafts, claims, strict=True)}
        past -= {c.place.name for c in claims if not c.background and c.place and c.id in leading} | {main}
        own = [c.place.name for c in claims if not c.background and c.place]
        past = {
            name
            for name in past
            if own.count(name) <= sum(c.background and c.place is not None and c.place.name == name for c in claims)
        }
        told = {d.key for d, c in zip(self.drafts, claims, strict=True) if c.id in leading and not c.background}
        return [
            c if c.place is None or c.place.name not in past or d.key in told else replace(c, background=True)
            for d, c in zip(self.drafts, claims, strict=True)
        ]

    def _modality(self, d: Draft) -> Modality:
        """Give a figure's modality; an amount in brackets behind an amount shares that one's."""
        i = d.number
        if d.measure == "money" and i and d.clause.words[i - 1].text == "(":
            before = [x for x in self.drafts if x.clause is d.clause and x.measure == "money" and x.number < i]
            if before:
                return modality_of(before[-1])
        return modality_of(d)

    def _claim(self, d: Draft) -> Claim:
        words = d.clause.words
        sentence = d.clause.sentence
        span = sentence.span
        a, b = words[d.first].start, words[d.last].end
        evidence = Span(start=span.start + a, end=span.start + b, exact=span.exact[a:b], where=span.where)
        n = words[d.number]
        spot = Span(start=span.start + n.start, end=span.start + n.end, exact=span.exact[n.start : n.end], where=span.where)
        attribution = around(spot, self.attributions)
        source = credited(attribution) if attribution else None
        if attribution is None:
            earlier = carried_from(sentence, self.sentences, self.attributions)
            source = credited(earlier, carried=True) if earlier else None
        others = [x for x in self.drafts if x is not d and x.clause is d.clause and x.measure == d.measure]
        a = next((k for k in range(d.number + 1, d.counted.end) if words[k].text != "of"), d.number + 1) if d.counted else 0
        noun = span.exact[words[a].start : words[d.counted.end - 1].end].strip() if d.counted and d.counted.end > a else ""
        place = self._place(d, evidence, attribution)
        day = as_of(d, self.times, self.said)
        return Claim(
            id=make_id("claim", self.report.id, d.measure, span.where, spot.start, spot.end),
            measure=d.measure,
            evidence=evidence,
            value=d.value,
            part=part_of(d, others, self.drafts),
            place=place,
            as_of=None if d.previous and day == self.said else day,
            increment=adds(d),
            polarity=polarity_of(d),
            modality=self._modality(d),
            background=d.past or elsewhere(d, place, self.places, self._dated(span), self.lexicon, self.said),
            attribution=attribution.id if attribution else None,
            source=source,
            counted=noun or self.payers.of(d),
            via=attribution.via if attribution else (),
            rule=d.rule,
        )

    def _dated(self, span: Span) -> list[TimeMention]:
        """Give the days that a sentence names."""
        return [t for t in self.times if t.kind is TimeKind.DATE and t.span.where is span.where and span.covers(t.span)]

    def _place(self, d: Draft, evidence: Span, attribution: Attribution | None) -> Place | None:
        """Give the sentence's own place, else that of the sentence before in the paragraph, else None."""
        sentence = d.clause.sentence
        within = attribution.content if attribution else None
        numbers = [sentence.span.start + w.start for w in d.clause.words if w.quantity is not None]
        own = self.places.own(
            sentence,
            evidence,
            within,
            numbers=numbers,
            heading=heads(d.clause),
            ways=d.measure in MOVING,
            tall=d.measure == "height",
        )
        if own is None and d.measure == "flights":
            own = self.places.airport(sentence)
        if own is None and sentence.paragraph >= 0:
            own = self.places.before(sentence, across=any("anaphor" in w.term.marks for w in d.clause.words[:3]))
        return own
