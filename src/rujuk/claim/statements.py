"""Statements that are no figure: sentences of the body that another report may affirm or dispute."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.lang.base import LanguagePack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import Claim, ClaimKind, Credited, Modality, Place, Polarity
from rujuk.model.ids import make_id
from rujuk.model.marks import Attribution, Credit, Entity, EntityKind, Layer, Sentence, TimeMention
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

MOST = 30
"""How many candidates a report gives at most: those with most to say."""
LEAST_KEYS = 3
"""A sentence with fewer content words makes no point that could be found again."""
LONGEST = 600
"""A longer "sentence" is a table or a list that was not cut."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: Sentence
    weight: float


def find_statements(
    report: Report,
    sentences: Layer[Sentence],
    times: Layer[TimeMention],
    entities: Layer[Entity],
    credits: Layer[Credit],
    attributions: Layer[Attribution],
    *,
    pack: LanguagePack,
) -> Layer[Claim]:
    """Give the sentences of the body that make a point, in order of their place, at most `MOST`.

    A point has at least three content words; captions, questions, teasers and calls to the reader are none.  Each candidate names the source whose
    attribution covers most of it, whether its predicate is denied, and whether it is planned.  Which of them are points that two reports make or
    dispute is decided when the reports of a story are reconciled; the others are dropped there.
    """
    lexicon = pack.lexicon(StatementLexicon)
    found: list[_Candidate] = []
    for s in sentences:
        text = s.span.exact
        if s.span.where != Where.TEXT or s.kind == BlockKind.CAPTION or len(text) > LONGEST:
            continue
        if lexicon.not_a_point.match(text) or text.rstrip("\"”' ").endswith("?"):
            continue
        keys = frozenset(lexicon.keys(text))
        if len(keys) < LEAST_KEYS:
            continue
        known = sum(k.startswith("=") for k in keys)
        found.append(_Candidate(s, min(len(keys), 12) + known - 0.05 * s.paragraph))
    best = sorted(found, key=lambda c: (-c.weight, c.sentence.span.start))[:MOST]
    chosen = sorted(best, key=lambda c: c.sentence.span.start)
    places = [(m, e) for e in entities if e.kind == EntityKind.PLACE for m in e.mentions if m.where == Where.TEXT]
    said = [a for a in attributions if a.source is not None and a.content.where == Where.TEXT]
    return tuple(_claim(report, c.sentence.span, places, said, lexicon) for c in chosen)


def _claim(
    report: Report, span: Span, places: list[tuple[Span, Entity]], said: list[Attribution], lexicon: StatementLexicon
) -> Claim:
    place = next((Place(name=e.name, id=e.place, within=e.within) for m, e in places if span.covers(m)), None)
    attribution = max((a for a in said if span.overlaps(a.content)), key=lambda a: (_shared(span, a.content), a.id), default=None)
    if attribution is not None and _shared(span, attribution.content) * 3 < len(span):
        attribution = None
    source = None
    if attribution is not None and attribution.source is not None:
        source = Credited(name=attribution.source.name, kind=attribution.source.kind, entity=attribution.source.entity)
    text = span.exact
    return Claim(
        id=make_id("claim", report.id, "statement", span.start, span.end),
        kind=ClaimKind.STATEMENT,
        measure=None,
        evidence=span,
        place=place,
        polarity=Polarity.DENIED if lexicon.negated(text) else Polarity.AFFIRMED,
        modality=Modality.PLANNED if lexicon.planned.search(text) else Modality.ASSERTED,
        attribution=attribution.id if attribution is not None else None,
        source=source,
        via=attribution.via if attribution is not None else (),
        rule="statement.sentence",
    )


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))
