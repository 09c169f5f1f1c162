"""Which words of a report stand in another that had them first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rujuk.model.story import Reuse, ReuseKind
from rujuk.reconcile.datum import Datum

WHOLE = 0.4
"""From this share of its words on, a report is a copy as a whole, also where its own words stand between: two fifths of a report are not quoted by
chance, and what stands between is then mostly the same account reworded."""

TWIN = 0.5
"""From this share of common three-word sequences on, two sentences are one that was copied."""
TWIN_WORDS = 8
"""A shorter sentence may be the same by chance."""
_WORD = re.compile(r"\w+")


@cache
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if len(words) >= TWIN_WORDS else frozenset()


def twins(a: str, b: str) -> bool:
    """Say whether two sentences are word for word, or nearly, the same."""
    x, y = _runs(a), _runs(b)
    return bool(x and y) and len(x & y) >= TWIN * min(len(x), len(y))


class Copies:
    """The reuse of a story, asked by report and by passage; chains are followed to the first report."""

    def __init__(self, reuse: Sequence[Reuse]) -> None:
        self._whole: dict[str, str] = {}
        self._passages: dict[str, list[tuple[int, int, str]]] = {}
        for r in sorted(reuse, key=lambda r: (r.target, -r.share, r.source)):
            if r.kind != ReuseKind.SHARED_QUOTE and r.share >= WHOLE and r.target not in self._whole:
                self._whole[r.target] = r.source
            if r.kind != ReuseKind.SHARED_QUOTE:
                for p in r.passages:
                    self._passages.setdefault(r.target, []).append((p.target.start, p.target.end, r.source))

    def source(self, report: str) -> str | None:
        """Give the report that `report` is a copy of, at the start of the chain; None for one of its own."""
        seen = {report}
        at = self._whole.get(report)
        while at is not None and at not in seen:
            seen.add(at)
            further = self._whole.get(at)
            if further is None or further in seen:
                return at
            at = further
        return at if at != report else None

    def source_of(self, datum: Datum) -> str | None:
        """Give the report that a claim's words were taken from: the copied report, or the one a passage with the claim comes from."""
        whole = self.source(datum.report)
        if whole is not None:
            return whole
        span = datum.claim.evidence
        if span.where != "text":
            return None
        for start, end, source in sorted(self._passages.get(datum.report, ())):
            if start <= span.start and span.end <= end:
                return self.source(source) or source
        return None
