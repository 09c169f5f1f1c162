"""Statements that are no figure: clauses of the body that another report may affirm or dispute."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.lang.base import LanguagePack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import Claim, ClaimKind, Credited, Modality, Place, Polarity
from rujuk.model.ids import make_id
from rujuk.model.marks import Attribution, Credit, Entity, EntityKind, Layer, Sentence, TimeMention
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

MOST = 60
"""How many candidates a report gives at most: those with most to say, early ones first."""
LEAST_KEYS = 3
"""A clause with fewer content words makes no point that could be found again."""
SHORT = 20
"""A clause of two content words says something from this many characters on: a verb and its subject."""
LONGEST = 600
"""A longer "sentence" is a table or a list that was not cut."""
SAID = 0.35
"""From this share of a sentence on, what is attributed is its matter and the rest only its frame."""


@dataclass(slots=True)
class _Candidate:
    span: Span
    weight: float


@dataclass(slots=True)
class _Said:
    """Where the content of an attribution stands in the text, and the attribution."""

    start: int
    end: int
    what: Attribution


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
    """Give the clauses of the body that make a point, in order of their place, at most `MOST`.

    A point has at least three content words, or two and a predicate.  Who says it, the dateline and joining words are left out of its evidence; captions,
    questions, teasers, appeals, lead-ins and sentences that only say who spoke are no points.  Each candidate names the source whose attribution
    covers most of it, whether it is denied, and whether it is planned.  Which of them are points that two reports make or dispute is decided when
    the reports of a story are reconciled; the others are dropped there.
    """
    lexicon = pack.lexicon(StatementLexicon)
    said = [_Said(a.content.start, a.content.end, a) for a in attributions if a.source and a.content.where is Where.TEXT]
    found: list[_Candidate] = []
    for s in sentences:
        text = s.span.exact
        if s.span.where is not Where.TEXT or s.kind == BlockKind.CAPTION or len(text) > LONGEST or text.rstrip(" ").endswith(":"):
            continue
        if lexicon.not_a_point.match(text) or lexicon.frames.match(text) or text.rstrip("\"”' ").endswith("?"):
            continue
        for span in _clauses(report, s.span, said, lexicon):
            keys = frozenset(lexicon.keys(span.exact))
            if len(keys) < LEAST_KEYS and not (
                len(keys) == LEAST_KEYS - 1 and len(span) >= SHORT and lexicon.predicates(span.exact)
            ):
                continue
            if (
                "?" in span.exact
                or lexicon.condition.match(span.exact)
                or lexicon.not_a_point.match(span.exact)
                or lexicon.frames.match(span.exact)
                or lexicon.appealing(span.exact)
            ):
                continue
            known = sum(k.startswith("=") for k in keys)
            found.append(_Candidate(span, min(len(keys), 12) + known - 0.1 * s.paragraph))
    best = sorted(found, key=lambda c: (-c.weight, c.span.start))[:MOST]
    chosen = sorted(best, key=lambda c: c.span.start)
    places = [(m.start, m.end, e) for e in entities if e.kind is EntityKind.PLACE for m in e.mentions if m.where is Where.TEXT]
    return tuple(_claim(report, c.span, places, said, lexicon) for c in chosen)


def _clauses(report: Report, sentence: Span, said: list[_Said], lexicon: StatementLexicon) -> list[Span]:
    """Cut a sentence into its clauses: what is attributed in it where that is most of it, or where the rest only says who spoke; else the sentence
    without its frame."""
    first, last = sentence.start, sentence.end
    inside = sorted({(max(x.start, first), min(x.end, last)) for x in said if x.start < last and first < x.end})
    pieces = [(sentence.start, sentence.end)]
    if sum(b - a for a, b in inside) >= SAID * len(sentence) or (inside and not lexicon.whole(_beside(sentence, said))):
        pieces = inside
    out: dict[tuple[int, int], None] = {}
    for start, end in pieces:
        a, b = lexicon.core(report.text[start:end])
        for x, y in lexicon.parts(report.text[start + a : start + b]):
            p, q = lexicon.core(report.text[start + a + x : start + a + y])
            if q > p:
                out[(start + a + x + p, start + a + x + q)] = None
    return [report.piece(a, b) for a, b in out]


def _beside(sentence: Span, said: list[_Said]) -> str:
    """Give what is left of a sentence without what is said in it, by whom, and the word that says so."""
    within = [x.what for x in said if x.start < sentence.end and sentence.start < x.end]
    parts = [(a.content, a.cue, a.source.span if a.source else None) for a in within]
    spans = [x for three in parts for x in three if x is not None]
    out, at = [], sentence.start
    for x in sorted(spans, key=lambda x: (x.start, x.end)):
        if x.where == sentence.where and x.start >= at:
            out.append(sentence.exact[at - sentence.start : x.start - sentence.start])
        at = max(at, x.end) if x.where == sentence.where else at
    out.append(sentence.exact[max(at, sentence.start) - sentence.start :] if at < sentence.end else "")
    return " ".join(out)


def _claim(
    report: Report, span: Span, places: list[tuple[int, int, Entity]], said: list[_Said], lexicon: StatementLexicon
) -> Claim:
    start, end = span.start, span.end
    place = next((Place(name=e.name, id=e.place, within=e.within) for a, b, e in places if start <= a and b <= end), None)
    shared = [(min(x.end, end) - max(x.start, start), x.what.id, x.what) for x in said if x.start < end and start < x.end]
    most, _, attribution = max(shared, key=lambda x: x[:2], default=(0, "", None))
    if most * 3 < end - start:
        attribution = None
    source = None
    if attribution is not None and attribution.source is not None:
        source = Credited(name=attribution.source.name, kind=attribution.source.kind, entity=attribution.source.entity)
    text = span.exact
    cue = attribution.cue.exact if attribution is not None and attribution.cue is not None else ""
    denied = lexicon.denied_outright(cue) or lexicon.denies(text)
    return Claim(
        id=make_id("claim", report.id, "statement", span.start, span.end),
        kind=ClaimKind.STATEMENT,
        measure=None,
        evidence=span,
        place=place,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        modality=Modality.PLANNED if lexicon.planning(text) else Modality.ASSERTED,
        attribution=attribution.id if attribution is not None else None,
        source=source,
        via=attribution.via if attribution is not None else (),
        rule="statement.clause",
    )
