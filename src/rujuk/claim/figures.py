"""Figures: typed counts with what is counted, where, as of when and on whose word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rujuk.claim.clause import Clause, read_clause
from rujuk.claim.counted import Counted, counted_by
from rujuk.claim.credit import around, carried_from, credited
from rujuk.claim.flags import is_past, modality_of, polarity_of
from rujuk.claim.measured import measured, value_of
from rujuk.claim.parts import part_of
from rujuk.claim.places import PlaceFinder
from rujuk.claim.triggers import Match, best_match
from rujuk.lang.base import LanguagePack
from rujuk.lang.figures import FigureLexicon
from rujuk.model.claim import Claim, Value
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
from rujuk.model.span import Days, Span, Where

CLAIMED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
"""Kinds of numbers that can be figures; ages, ordinals, rates, shares and labels cannot."""


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
    """Find every figure of the catalogue's measures, one claim a mention, in order of place, headline first."""
    lexicon = pack.lexicon(FigureLexicon)
    wanted = {m.name: m.unit for m in catalog.measures}
    reader = _Reader(report, sentences, times, entities, credits, attributions, lexicon, wanted)
    out: list[Claim] = []
    for sentence, inside in _by_sentence(sentences, quantities):
        out += reader.read(sentence, inside)
    return tuple(out)


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


class _Reader:
    """Reads the figures of one report, sentence by sentence."""

    def __init__(
        self,
        report: Report,
        sentences: Sequence[Sentence],
        times: Sequence[TimeMention],
        entities: Sequence[Entity],
        credits: Sequence[Credit],
        attributions: Sequence[Attribution],
        lexicon: FigureLexicon,
        wanted: dict[str, str | None],
    ) -> None:
        self.report = report
        self.sentences = sentences
        self.times = times
        self.credits = credits
        self.attributions = attributions
        self.lexicon = lexicon
        self.wanted = wanted
        self.said = report.published.days if report.published else None
        self.entities = entities
        self._places: PlaceFinder | None = None
        self.past_paragraph: tuple[int, bool] = (-2, False)

    @property
    def places(self) -> PlaceFinder:
        if self._places is None:
            self._places = PlaceFinder(self.report, self.sentences, self.entities, self.lexicon.locatives)
        return self._places

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[Claim]:
        """Give the figures of one sentence."""
        span = sentence.span
        times = [t for t in self.times if t.span.where is span.where and span.start <= t.span.start < span.end]
        clause = read_clause(
            sentence,
            quantities,
            [
                (t.span.start - span.start, min(t.span.end, span.end) - span.start)
                for t in times
                if t.kind is not TimeKind.DURATION
            ],
            self.lexicon,
        )
        counted: dict[int, Counted] = {}
        for i in clause.numbers:
            q = clause.words[i].quantity
            if q is not None and q.kind is QuantityKind.COUNT:
                counted[i] = counted_by(clause, i, head_first=self.lexicon.head_first)
        drafts: list[tuple[int, str, Value, Match | None, int | None]] = []
        for i in clause.numbers:
            q = clause.words[i].quantity
            if q is None or q.kind not in CLAIMED:
                continue
            unit = measured(clause, i)
            if unit is not None:
                drafts.append((i, unit[0], unit[1], None, unit[2]))
            elif i in counted and q.unit is None and (q.best is None or q.best > 0):
                match = best_match(clause, counted[i], counted)
                if match is not None:
                    drafts.append((i, match.measure, value_of(q, self.wanted.get(match.measure)), match, match.trigger))
        if not drafts:
            return []
        days = [t.days for t in times if t.days is not None]
        past = self._past(clause, days)
        return [
            self._claim(clause, d, counted, [x for x in drafts if x is not d], past, days) for d in drafts if d[1] in self.wanted
        ]

    def _past(self, clause: Clause, days: list[Days]) -> bool:
        """Say whether a sentence tells of another event, by itself or going on with one before."""
        past = is_past(clause, days, self.said)
        paragraph = clause.sentence.paragraph
        if not past and not days and self.past_paragraph == (paragraph, True):
            past = any("anaphor" in w.term.marks for w in clause.words[:4])
        self.past_paragraph = (paragraph, past)
        return past

    def _claim(
        self,
        clause: Clause,
        draft: tuple[int, str, Value, Match | None, int | None],
        counted: dict[int, Counted],
        others: list[tuple[int, str, Value, Match | None, int | None]],
        past: bool,
        days: list[Days],
    ) -> Claim:
        i, measure, value, match, trigger = draft
        noun = counted.get(i)
        last = max(noun.end - 1 if noun and match else i, trigger if trigger is not None else i)
        first = min(i, trigger if trigger is not None else i)
        span = clause.sentence.span
        a, b = clause.words[first].start, clause.words[last].end
        evidence = Span(start=span.start + a, end=span.start + b, exact=span.exact[a:b], where=span.where)
        number = clause.words[i]
        spot = Span(
            start=span.start + number.start,
            end=span.start + number.end,
            exact=span.exact[number.start : number.end],
            where=span.where,
        )
        attribution = around(spot, self.attributions)
        source = credited(attribution) if attribution else None
        if attribution is None:
            earlier = carried_from(clause.sentence, self.sentences, self.attributions)
            source = credited(earlier, carried=True) if earlier else None
        beside = [counted[x[0]] for x in others if x[0] in counted and x[1] == measure]
        words = clause.words
        return Claim(
            id=make_id("claim", self.report.id, measure, span.where, spot.start, spot.end),
            measure=measure,
            evidence=evidence,
            value=value,
            part=part_of(clause, noun, measure, beside) if noun and match else None,
            place=self.places.find(clause.sentence, evidence),
            as_of=self.said,
            polarity=polarity_of(clause, first, last, trigger),
            modality=modality_of(clause, first, last, trigger),
            background=past,
            attribution=attribution.id if attribution else None,
            source=source,
            counted=span.exact[words[i].end : words[noun.end - 1].end].strip() or None if noun and noun.end > i + 1 else None,
            via=attribution.via if attribution else (),
            rule=match.rule if match else f"unit.{measure}",
        )
