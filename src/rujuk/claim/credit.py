"""On whose word a figure stands: the attribution around it, or the account that its sentence goes on with."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.claim import Credited
from rujuk.model.marks import Attribution, Sentence
from rujuk.model.span import Span


def around(span: Span, attributions: Sequence[Attribution]) -> Attribution | None:
    """Find the attribution whose content holds the span; of several the shortest with a source."""
    found = [a for a in attributions if a.content.covers(span)]
    if not found:
        found = [a for a in attributions if a.content.overlaps(span) and a.content.start <= span.start < a.content.end]
    if not found:
        return None
    return min(found, key=lambda a: (a.source is None, len(a.content), a.content.start, a.id))


def credited(attribution: Attribution, *, carried: bool = False) -> Credited | None:
    """Give the credit of an attribution, None where it names nobody."""
    s = attribution.source
    return Credited(name=s.name, kind=s.kind, entity=s.entity, carried=carried) if s is not None else None


def carried_from(sentence: Sentence, sentences: Sequence[Sentence], attributions: Sequence[Attribution]) -> Attribution | None:
    """Find whose account a sentence without a source of its own goes on with: the last one of the same paragraph.

    Nothing is carried into the headline or into a sentence that has a source of its own.
    """
    if sentence.paragraph < 0:
        return None
    here = [s for s in sentences if s.paragraph == sentence.paragraph and s.span.start < sentence.span.start]
    if not here:
        return None
    own = [a for a in attributions if _meets(a, sentence.span)]
    if own:
        return None
    first = here[0].span.start
    before = [
        a for a in attributions if a.content.where == sentence.span.where and first <= a.content.start < sentence.span.start
    ]
    before = [a for a in before if a.source is not None]
    return max(before, key=lambda a: (a.content.end, a.id)) if before else None


def _meets(a: Attribution, span: Span) -> bool:
    return a.content.overlaps(span) or (a.cue is not None and a.cue.overlaps(span))
