"""What one report is about, told without looking at any other: weighted words of six kinds, its telling words, and whom its title names.

Nothing here depends on the pile, so a report's features are computed once, kept, and are the same on every machine and in every partition.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from rujuk.lang.base import load_pack
from rujuk.lang.places import load_gazetteer
from rujuk.lang.rarity import UNLISTED, Rarity
from rujuk.model.report import Report
from rujuk.text.shingles import number_of
from rujuk.text.tokens import words

LEAD = 400
"""Characters of the text that count as its lead: about two paragraphs."""
UNTITLED = 120
"""Characters of the text that stand for a missing title."""
NUMBER_SHARE, SHORT_NUMBER_SHARE = 0.004, 0.05
"""Share of texts assumed to hold a certain number of three and more digits; and one of two, or a year."""
TELLING, SUBJECT = 30, 5
"""So many words stand for a report when candidates are sought, and so many names of the title for its subject."""
KNOWN_NAME, CAPITAL = 0.02, 2
"""A title without a rare name is about a common one, if no larger share of the texts has it and the report writes it as a name so many times as often as
not: a utility of the whole country, not "Minister"."""

GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
"""Where link text was glued to the word before it: "PTBlue BirdTbk"."""
NAME = re.compile(r"(?:(?<=[\w,;)] )|(?<=\())[^\W\d_a-z][\w’'-]*\w")
"""A capitalised word that no sentence begins with."""
NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-])")
DAY = re.compile(r"\d+/\d+(?:/\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SMALL = re.compile(r"\b[a-z][\w’'-]*\w")
CAPITALS = re.compile(r"[^\W\d_a-z][\w’'-]*\w(?: [^\W\d_a-z][\w’'-]*\w)?")


class Kind(IntEnum):
    """In what part or role a word counts."""

    BODY = 0
    """All words.  Their weights are no cosine: the share of what the lead tells, or `OUTSIDE` for a word that the lead lacks."""
    HEAD = 1
    TITLE = 2
    NAMES = 3
    NUMBERS = 4
    SHARED = 5
    """Names and numbers in the form that every language shares: places by their id, numbers by their digits."""


OUTSIDE = -1.0
KINDS = 8
"""Places for kinds in a key: a key is word * KINDS + kind."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Features:
    """What a report is about.

    `keys` are ascending, `weights` of unit length per kind, but for those of `Kind.BODY`.  `telling` are the words that tell most by text and head, heaviest first; `subject`
    the names in the title that the text has as well.  Words are 60-bit numbers.  `first` and `last` are day numbers, NaN where unknown.
    """

    keys: NDArray[np.int64]
    weights: NDArray[np.float32]
    telling: NDArray[np.int64]
    subject: NDArray[np.int64]
    language: str
    first: float
    last: float

    @property
    def day(self) -> float:
        """The first day; unknown ones count as the earliest."""
        return -1.0 if math.isnan(self.first) else self.first

    def pack(self) -> bytes:
        """Write as bytes, the same on every machine."""
        head = f"{self.language} {len(self.keys)} {len(self.telling)} {len(self.subject)} {self.first} {self.last}\n".encode()
        arrays = (self.keys.astype("<i8"), self.weights.astype("<f4"), self.telling.astype("<i8"), self.subject.astype("<i8"))
        return head + b"".join(a.tobytes() for a in arrays)

    @classmethod
    def unpack(cls, data: bytes) -> Features:
        """Read what `pack` wrote.

        Raises:
            ValueError: the bytes are cut off or are something else.
        """
        end = data.index(b"\n") + 1
        language, keys, telling, subject, first, last = data[:end].decode().split()
        k, t, s = int(keys), int(telling), int(subject)
        if len(data) != end + 12 * k + 8 * t + 8 * s:
            raise ValueError("features are cut off")
        return cls(
            keys=np.frombuffer(data, "<i8", k, end).astype(np.int64, copy=False),
            weights=np.frombuffer(data, "<f4", k, end + 8 * k).astype(np.float32, copy=False),
            telling=np.frombuffer(data, "<i8", t, end + 12 * k).astype(np.int64, copy=False),
            subject=np.frombuffer(data, "<i8", s, end + 12 * k + 8 * t).astype(np.int64, copy=False),
            language=language,
            first=float(first),
            last=float(last),
        )


def features(report: Report) -> Features:
    """Weigh the words of a report by sublinear term frequency and by how rare they are in the language."""
    title, text = GLUED.sub(" ", report.title or ""), GLUED.sub(" ", report.text)
    whole = f"{title}\n{text}"
    rare = rarity_of(report.language)
    body = Counter(w for w in words(whole) if len(w) > 1 or w.isdigit())
    head = Counter(words(f"{title}\n{text[:LEAD]}"))
    titled = Counter(words(title or text[:UNTITLED]))
    names = Counter(words(" ".join(NAME.findall(text))))
    found = [n for n in NUMBER.findall(DAY.sub(" ", whole)) if len(n) > 1 and not YEAR.fullmatch(n)]
    figures = Counter(f"#{n}" for n in found)
    shared = _shared(names, found, text, rare)
    lead = _lead(text, rare)
    keys: list[int] = []
    weights: list[float] = []
    telling: dict[int, float] = {}
    for kind, counted in zip(Kind, (body, head, titled, names, figures, shared), strict=True):
        numbers = [word_number(w) for w in counted]
        raw = [(1 + math.log(n)) * _rarity(w, rare) for w, n in counted.items()]
        length = math.sqrt(math.fsum(x * x for x in raw)) or 1.0
        keys += [n * KINDS + kind for n in numbers]
        weights += [lead.get(w, OUTSIDE) for w in counted] if kind is Kind.BODY else [x / length for x in raw]
        if kind <= Kind.HEAD:
            for number, x in zip(numbers, raw, strict=True):
                telling[number] = round(telling.get(number, 0.0) + x / length, 9)
    order = np.argsort(np.array(keys, dtype=np.int64), kind="stable")
    heaviest = sorted((n for n, x in telling.items() if x > 0), key=lambda n: (-telling[n], n))
    days = report.published.days if report.published else None
    return Features(
        keys=np.array(keys, dtype=np.int64)[order],
        weights=np.array(weights, dtype=np.float32)[order],
        telling=np.array(heaviest[:TELLING], dtype=np.int64),
        subject=np.array([word_number(w) for w in _subject(titled, names, text, rare)], dtype=np.int64),
        language=report.language,
        first=float(days.earliest.toordinal()) if days else math.nan,
        last=float(days.latest.toordinal()) if days else math.nan,
    )


def _lead(text: str, rare: Rarity) -> dict[str, float]:
    """Give what each word of the lead tells, as a share of what all tell."""
    telling = {w: _rarity(w, rare) ** 2 for w in words(text[:LEAD]) if len(w) > 1 or w.isdigit()}
    total = math.fsum(telling.values()) or 1.0
    return {w: x / total for w, x in telling.items()}


def _subject(titled: Iterable[str], names: Mapping[str, int], text: str, rare: Rarity) -> list[str]:
    """Give the names in the title that the text has as well, the most frequent first: the rare ones; where there are none, common ones."""
    named = [w for w in titled if w in names and not w.isdigit()]
    found = [w for w in named if not rare.common(w)]
    if named and not found:
        small = Counter(SMALL.findall(text))
        found = [w for w in named if rare.of(w) < KNOWN_NAME and names[w] >= CAPITAL * small[w]]
    return sorted(found, key=lambda w: (-names[w], word_number(w)))[:SUBJECT]


def word_number(word: str) -> int:
    """Give the 60-bit number of a word, the same on every machine."""
    return number_of(word) >> 4


def _shared(names: Mapping[str, int], numbers: Iterable[str], text: str, rare: Rarity) -> Counter[str]:
    """Count what a report in another language would have as well: places by id, other names, the digits of numbers of three and more."""
    found = Counter({w: n for w, n in names.items() if not rare.common(w)})
    gazetteer = load_gazetteer()
    for phrase in CAPITALS.findall(text):
        low = phrase.casefold()
        for part in dict.fromkeys((low, *low.split(" "))):
            if part in gazetteer and gazetteer.level(part) in ("i", "p"):
                found.pop(part, None)
                found[f"@{gazetteer.places(part)[0].id}"] += 1
                break
    found.update(f"#{digits}" for n in numbers if len(digits := re.sub("[.,]", "", n)) > 1)
    return found


def _rarity(word: str, rare: Rarity) -> float:
    """Give the inverse document frequency, in texts of the language; numbers carry a mark that no word has."""
    if word[0] == "#" or word.isdigit():
        digits = word.lstrip("#")
        return -math.log(SHORT_NUMBER_SHARE if len(digits) < 3 or YEAR.fullmatch(digits) else NUMBER_SHARE)
    return -math.log(rare.of(word))


def rarity_of(language: str) -> Rarity:
    """Give how rare the words of a language are; all are, where it has no pack."""
    pack = load_pack(language)
    return pack.lexicon(Rarity) if pack else UNLISTED
