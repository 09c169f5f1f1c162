"""What a report is about, as weighted words of five kinds: its words, its head, its title, the names and the numbers in it."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from rujuk.lang.base import load_pack
from rujuk.lang.frequencies import Frequencies
from rujuk.model.report import Report
from rujuk.text.tokens import words

LEAD = 400
"""Characters of the text that count as its lead: about two paragraphs."""
UNTITLED = 120
"""Characters of the text that stand for a missing title."""
UNKNOWN_SHARE, SHORT_NUMBER_SHARE = 0.004, 0.05
"""Share of texts assumed to hold a word that is on no frequency list (below the lists' own cut, not zero), or a certain two-digit number."""
PRIOR = 200
"""Weight of the frequency lists, in reports: a pile of that size counts as much as the lists."""
MAIN = 3
"""So many names stand for the subject of a report."""

GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where link text was glued to the word before it: "PTBlue BirdTbk"."""
NAME = re.compile(r"(?:(?<=[\w,;)] )|(?<=\())[^\W\d_a-z][\w’'-]*\w")
"""A capitalised word that no sentence begins with."""
NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-])")
DAY = re.compile(r"\d+/\d+(?:/\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")


class Kind(IntEnum):
    """In what part or role a word counts."""

    BODY = 0
    HEAD = 1
    TITLE = 2
    NAMES = 3
    NUMBERS = 4


KINDS = len(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vectors:
    """The weighted words of some reports, one after the other.

    `keys` holds word number * `KINDS` + kind, `weights` are of unit length per report and kind, and those of report i stand at
    `edges[i]:edges[i + 1]`.  `main` has the word numbers of the names that are heaviest in each report, common words of the language aside, -1 where there are
    fewer: shape (reports, MAIN).
    """

    keys: NDArray[np.int64]
    weights: NDArray[np.float32]
    edges: NDArray[np.int64]
    main: NDArray[np.int64]
    words: int

    def __len__(self) -> int:
        return len(self.edges) - 1

    def heaviest(self, report: int, most: int) -> NDArray[np.int64]:
        """Give the `most` words that tell most about a report by its text and its head, heaviest first."""
        keys, weights = (a[self.edges[report] : self.edges[report + 1]] for a in (self.keys, self.weights))
        kept = keys % KINDS <= Kind.HEAD
        found, place = np.unique(keys[kept] // KINDS, return_inverse=True)
        both = np.bincount(place, weights[kept], minlength=len(found))
        return np.asarray(found[np.lexsort((found, -both))[:most]], dtype=np.int64)


def vectors(reports: Sequence[Report]) -> Vectors:
    """Weigh the words of each report by sublinear term frequency and inverse document frequency.

    The document frequency joins the reports given with the language's frequency list, so that a handful of reports on one event does not make
    the event's own words common.
    """
    numbers: dict[str, int] = {}
    frequency: Counter[str] = Counter()
    keys, counts, edges = array("q"), array("f"), array("q", [0])
    subjects: list[list[tuple[int, int]]] = []
    for report in reports:
        kinds = _count(report)
        frequency.update(kinds[Kind.BODY].keys() | kinds[Kind.HEAD].keys() | kinds[Kind.NUMBERS].keys())
        for kind, counted in enumerate(kinds):
            keys.extend([numbers.setdefault(w, len(numbers)) * KINDS + kind for w in counted])
            counts.extend(counted.values())
        edges.append(len(keys))
        titled = kinds[Kind.TITLE] if report.title else {}
        listed = _shares(report.language)
        subjects.append([(numbers[w], n + 2 * (w in titled)) for w, n in kinds[Kind.NAMES].items() if w not in listed])
    order = {language: n for n, language in enumerate(sorted({r.language for r in reports}))}
    rarity = _rarities(order, numbers, frequency, len(reports))
    placed = np.array(edges, dtype=np.int64)
    spoken = np.repeat(np.array([order[r.language] for r in reports], dtype=np.int64), np.diff(placed))
    key = np.array(keys, dtype=np.int64)
    raw = (1 + np.log(np.array(counts, dtype=np.float32))) * rarity[spoken, key // KINDS]
    part = np.repeat(np.arange(len(reports), dtype=np.int64), np.diff(placed)) * KINDS + key % KINDS
    length = np.sqrt(np.bincount(part, raw.astype(np.float64) ** 2, minlength=len(reports) * KINDS))
    weights = (raw / np.where(length[part] > 0, length[part], 1.0)).astype(np.float32)
    main = np.full((len(reports), MAIN), -1, dtype=np.int64)
    for i, (report, subject) in enumerate(zip(reports, subjects, strict=True)):
        known = rarity[order[report.language]]
        heavy = sorted((-count * float(known[word]), word) for word, count in subject)[:MAIN]
        main[i, : len(heavy)] = [word for weight, word in heavy if weight < 0] + [-1] * sum(weight == 0 for weight, _ in heavy)
    return Vectors(keys=key, weights=weights, edges=placed, main=main, words=len(numbers))


def _count(report: Report) -> tuple[Counter[str], ...]:
    """Count the words of a report, by kind; numbers carry a mark that no word has."""
    title, text = GLUED.sub(" ", report.title or ""), GLUED.sub(" ", report.text)
    body = Counter(w for w in words(text) if len(w) > 1 or w.isdigit())
    head = Counter(words(f"{title}\n{text[:LEAD]}"))
    titled = Counter(words(title or text[:UNTITLED]))
    names = Counter(words(" ".join(NAME.findall(text))))
    figures = Counter(f"#{n}" for n in NUMBER.findall(DAY.sub(" ", f"{title}\n{text}")) if len(n) > 1 and not YEAR.fullmatch(n))
    return body, head, titled, names, figures


def _rarities(
    order: Mapping[str, int], numbers: Mapping[str, int], frequency: Mapping[str, int], reports: int
) -> NDArray[np.float32]:
    """Give the inverse document frequency of each word in each language: shape (languages, words)."""
    unknown = [SHORT_NUMBER_SHARE if w[0] == "#" and len(w) < 4 else UNKNOWN_SHARE for w in numbers]
    expected = np.tile(np.array(unknown, dtype=np.float32), (len(order), 1))
    for language, row in order.items():
        for word, share in _shares(language).items():
            if word in numbers:
                expected[row, numbers[word]] = share
    seen = np.array([frequency[w] for w in numbers], dtype=np.float32)
    return np.maximum(0, np.log((reports + PRIOR) / (seen + PRIOR * expected + 0.5))).astype(np.float32)


def _shares(language: str) -> Mapping[str, float]:
    pack = load_pack(language)
    return pack.lexicon(Frequencies).share if pack else {}
