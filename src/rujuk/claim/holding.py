"""Which sentence of a report holds a piece of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rujuk.model.marks import Sentence
from rujuk.model.span import Span, Where


class Holding:
    """The sentences of a report by where they begin; none overlap."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences: dict[Where, list[Sentence]] = {where: [] for where in Where}
        for s in sorted(sentences, key=lambda s: s.span.start):
            self.sentences[s.span.where].append(s)
        self.starts = {where: [s.span.start for s in found] for where, found in self.sentences.items()}

    def of(self, span: Span) -> Sentence | None:
        """Give the sentence that holds all of a span."""
        n = bisect_right(self.starts[span.where], span.start) - 1
        if n < 0:
            return None
        found = self.sentences[span.where][n]
        return found if span.end <= found.span.end else None
