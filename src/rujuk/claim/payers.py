"""Who pays or takes a sum: a fine, a bribe and what was seized belong to a person, and are another's where another is named."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from rujuk.claim.clause import Clause
from rujuk.claim.drafts import Draft
from rujuk.claim.naming import asides
from rujuk.lang.figures import FigureLexicon
from rujuk.model.marks import Attribution, Entity, EntityKind, Sentence
from rujuk.model.span import Span, Where

NEAR = 9
"""Words before a sum within which the word that tells what it is for stands."""

BEHIND = 4
"""The same behind it."""

BACK = 2
"""Sentences before in which a person named last is still meant."""


def paid(clause: Clause, i: int) -> int | None:
    """Give the first of the words right before a sum that tell how it changes hands ("dihukum membayar denda"), None where there are none."""
    found = None
    for k in range(i - 1, max(-1, i - 1 - NEAR), -1):
        w = clause.words[k]
        if w.quantity is not None or w.time or w.text in ",;:.()" or w.term.marks & {"coordinator", "subordinator", "relative"}:
            break
        if "paid" in w.term.marks:
            found = k
    return found


def personal(draft: Draft) -> bool:
    """Say whether a sum is one that a single person pays or takes."""
    words, i = draft.clause.words, draft.number
    return any("personal" in w.term.marks for w in (*words[max(0, i - NEAR) : i], *words[i + 1 : i + 1 + BEHIND]))


class Payers:
    """The persons of one report, asked sum by sum in its order."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        entities: Sequence[Entity],
        attributions: Sequence[Attribution],
        lexicon: FigureLexicon,
    ) -> None:
        self.sentences, self.entities, self.attributions, self.lexicon = sentences, entities, attributions, lexicon
        self.last: str | None = None

    @cached_property
    def mentions(self) -> dict[Where, list[tuple[Span, str]]]:
        """Where people are named but as speakers, in order; few reports have sums that are anyone's, so this waits to be asked for."""
        people = [e for e in self.entities if e.kind is EntityKind.PERSON]
        spoken = asides(self.sentences, self.attributions, self.lexicon) if people else []
        out: dict[Where, list[tuple[Span, str]]] = {where: [] for where in Where}
        for e in people:
            for m in e.mentions:
                if not any(a.overlaps(m) for a in spoken):
                    out[m.where].append((m, e.name))
        for found in out.values():
            found.sort(key=lambda x: (x[0].start, x[0].end, x[1]))
        return out

    def of(self, draft: Draft) -> str | None:
        """Name the person whose sum it is: named last before it in its sentence, else the one before, else by the headline."""
        if draft.measure != "money" or not personal(draft):
            return None
        sentence = draft.clause.sentence
        number = sentence.span.start + draft.clause.words[draft.number].start
        before = [name for m, name in self._within(sentence.span) if m.end <= number]
        behind = [name for m, name in self._within(sentence.span) if m.start > number]
        named = (
            before[-1] if before else self._earlier(sentence) or (behind[0] if behind else None) or self.last or self._titled()
        )
        self.last = named or self.last
        return named

    def _within(self, span: Span) -> list[tuple[Span, str]]:
        found = self.mentions[span.where]
        start = bisect_left(found, span.start, key=lambda x: x[0].start)
        return [x for x in found[start:] if x[0].start < span.end]

    def _earlier(self, sentence: Sentence) -> str | None:
        """Name the person that the sentences just before are about: the one they name first."""
        k = next((k for k, s in enumerate(self.sentences) if s is sentence), 0)
        for s in reversed(self.sentences[max(0, k - BACK) : k]):
            if s.span.where is not sentence.span.where:
                break
            here = self._within(s.span)
            if here:
                return here[0][1]
        return None

    def _titled(self) -> str | None:
        found = self.mentions[Where.TITLE]
        return found[0][1] if found else None
