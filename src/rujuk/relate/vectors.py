"""What a report is about, as weighted words: common words of its language count little, words of its headline and lead count twice."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.lang.base import load_pack
from rujuk.lang.frequencies import Frequencies
from rujuk.model.report import Report
from rujuk.text.tokens import words

LEAD = 400
"""Characters of the text that count as its lead: about two paragraphs."""
UNKNOWN_SHARE = 0.004
"""Share of texts assumed to hold a word that is on no frequency list: below the lists' own cut, not zero."""
PRIOR = 200
"""Weight of the frequency lists, in reports: a pile of that size counts as much as the lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """Unit-length word weights of a report: of all its words, and of headline and lead alone."""

    body: Mapping[str, float]
    head: Mapping[str, float]

    def heaviest(self, most: int) -> list[str]:
        """Give the `most` words that tell most about the report, heaviest first."""
        both = {w: self.body.get(w, 0.0) + self.head.get(w, 0.0) for w in self.body.keys() | self.head.keys()}
        return sorted(both, key=lambda w: (-both[w], w))[:most]


def vectors(reports: Sequence[Report]) -> list[Vector]:
    """Weigh the words of each report by sublinear term frequency and inverse document frequency.

    The document frequency joins the reports given with the language's frequency list, so that a handful of reports on one event does not make
    the event's own words common.
    """
    counted = [_counts(r) for r in reports]
    frequency: Counter[str] = Counter()
    for body, head in counted:
        frequency.update(body.keys() | head.keys())
    shares = {r.language: _shares(r.language) for r in reports}
    out = []
    for report, (body, head) in zip(reports, counted, strict=True):
        known = shares[report.language]

        def rarity(word: str, known: Mapping[str, float] = known) -> float:
            expected = frequency[word] + PRIOR * known.get(word, UNKNOWN_SHARE)
            return max(0.0, math.log((len(reports) + PRIOR) / (expected + 0.5)))

        out.append(Vector(body=_weights(body, rarity), head=_weights(head, rarity)))
    return out


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Give the cosine of two unit-length weightings."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b)


def _counts(report: Report) -> tuple[Counter[str], Counter[str]]:
    body = Counter(w for w in words(report.text) if len(w) > 1 or w.isdigit())
    head = Counter(words(f"{report.title or ''}\n{report.text[:LEAD]}"))
    return body, head


def _shares(language: str) -> Mapping[str, float]:
    pack = load_pack(language)
    return pack.lexicon(Frequencies).share if pack else {}


def _weights(counts: Counter[str], rarity: object) -> dict[str, float]:
    assert callable(rarity)
    raw = {w: (1 + math.log(n)) * rarity(w) for w, n in counts.items()}
    length = math.sqrt(sum(x * x for x in raw.values())) or 1.0
    return {w: x / length for w, x in raw.items() if x > 0}
