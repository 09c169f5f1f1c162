"""Whether two quotes of one speaker are one utterance, translated twice or in two languages: by their words, numbers and days."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.lang.base import load_pack
from rujuk.lang.opposites import OppositeLexicon
from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution

CONCEPT = "="
"""How the lexicon's keys begin that several packs share."""
SHARED, SHARE = 2, 0.6
"""How many concepts, numbers and days two quotes have in common at least, and which share of the shorter one's.  Set by eye, on
the side of caution: two quotes left apart are a small loss, two utterances made one a false one."""
WEEK = 7
WORDS, LIKE = 4, 0.6
"""How many content words two quotes of one language have in common at least, and which share of the longer one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What of a quote can be compared across languages."""

    concepts: frozenset[str]
    numbers: frozenset[float]
    days: frozenset[str]
    negative: bool


def sense_of(marked: MarkedReport, attribution: Attribution) -> Sense | None:
    """Gather the shared concepts, the numbers and the days in a quote; None where no pack knows the language."""
    pack = load_pack(marked.report.language)
    if pack is None:
        return None
    lexicon = pack.lexicon(StatementLexicon)
    content = attribution.content
    numbers = (q.best if q.best is not None else q.low for q in marked.quantities if content.covers(q.span))
    days = (t.days.earliest for t in marked.times if t.days and t.days.width < WEEK and content.covers(t.span))
    return Sense(
        concepts=frozenset(k for k in lexicon.keys(content.exact) if k.startswith(CONCEPT)),
        numbers=frozenset(n for n in numbers if n is not None),
        days=frozenset(d.isoformat() for d in days),
        negative=bool(lexicon.negation.search(content.exact)),
    )


def one_utterance(a: Sense, b: Sense) -> bool:
    """Say whether two quotes tell the same: the same numbers, no denial on one side alone, and most of what both packs know."""
    if a.numbers != b.numbers or a.negative != b.negative or (a.days and b.days and not a.days & b.days):
        return False
    shared = len(a.concepts & b.concepts) + len(a.numbers) + len(a.days & b.days)
    least = min(len(x.concepts) + len(x.numbers) + len(x.days) for x in (a, b))
    return shared >= SHARED and shared >= SHARE * least


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The content words of a quote, and what must not differ."""

    words: frozenset[str]
    sense: Sense | None


def opposed(language: str, one: str, other: str) -> bool:
    """Say whether two wordings in a language take opposite sides, or only one of them negates: never one utterance, however like."""
    pack = load_pack(language)
    if pack is None:
        return False
    negation = pack.lexicon(StatementLexicon).negation
    if bool(negation.search(one)) != bool(negation.search(other)):
        return True
    lexicon = pack.lexicon(OppositeLexicon)
    first, second = ({(s.name, s.side) for s in lexicon.sides_of(text)} for text in (one, other))
    return any((name, 1 - side) in second and (name, side) not in second for name, side in first)


def wording_of(marked: MarkedReport, attribution: Attribution) -> Wording:
    """Gather the content words of a quote; none where no pack knows the language."""
    pack = load_pack(marked.report.language)
    words = pack.lexicon(StatementLexicon).keys(attribution.content.exact) if pack else ()
    return Wording(words=frozenset(words), sense=sense_of(marked, attribution) if len(words) >= WORDS else None)


def worded_alike(a: Wording, b: Wording) -> bool:
    """Say whether two quotes of one language are one utterance in two translations: the same content but for a few words, numbers and all."""
    both = len(a.words & b.words)
    if both < WORDS or both < LIKE * max(len(a.words), len(b.words)) or a.sense is None or b.sense is None:
        return False
    return a.sense.numbers == b.sense.numbers and a.sense.negative == b.sense.negative
