"""The name tagger: which words of a sentence name a person, an organisation or a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Self

import pycrfsuite

from rujuk.lang.base import LanguagePack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import runs, unglue, words_of
from rujuk.mark.features import KEPT, FeatureMaker, shouts
from rujuk.model.marks import EntityKind

SHORT_JOINED, SHORT_NAMES = 4, 6
"""Letters of a word, and of one with a capital in front, that is too short to be two that lost their space."""
KINDS = {"P": EntityKind.PERSON, "O": EntityKind.ORGANISATION, "L": EntityKind.PLACE}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tagged: its first word and the word after its last, and its kind."""

    first: int
    end: int
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in words: their places in it, their strings, the runs that may hold names, the known
    names in each run, and whether it reads like a headline."""

    spans: list[tuple[int, int]]
    words: list[str]
    runs: list[tuple[int, int]]
    known: list[dict[int, str]]
    shouting: bool


@dataclass(frozen=True, slots=True)
class NameTagger:
    """A linear-chain CRF (CRFsuite) over the runs of capitalised words of a sentence.

    Source: Lafferty, McCallum and Pereira 2001; Okazaki 2007 (CRFsuite).
    """

    lexicon: NameLexicon
    maker: FeatureMaker
    crf: Any
    glued: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        lexicon = pack.lexicon(NameLexicon)
        crf = None
        if lexicon.model:
            crf = pycrfsuite.Tagger()
            crf.open_inmemory(lexicon.model)
        return cls(lexicon, FeatureMaker(lexicon), crf)

    def split(self, sentence: str, *, title: bool = False) -> Words:
        """Cut a sentence, or the `title` of a report, into words and find its runs."""
        spans = words_of(sentence)
        words = [sentence[a:b] for a, b in spans]
        for i in [n for n, w in enumerate(words) if len(w) > SHORT_JOINED and not w.islower()][::-1]:
            if (words[i][0].islower() or len(words[i]) > SHORT_NAMES) and (cuts := self._cuts(words[i])):
                a, b = spans[i]
                ends = [0, *cuts, b - a]
                spans[i : i + 1] = [(a + x, a + y) for x, y in pairwise(ends)]
                words[i : i + 1] = [words[i][x:y] for x, y in pairwise(ends)]
        found = runs(words, self.lexicon.lower_heads)
        capitals = sum(b - a for a, b in found)
        known = [self.lexicon.known_names(words, a, b) for a, b in found]
        lexicon = self.lexicon
        shouting = 2 * capitals > len(words) and shouts(words, lexicon.use, lexicon.unheaded, title=title)
        return Words(spans, words, found, known, shouting)

    def _cuts(self, word: str) -> list[int]:
        """Give where a word comes apart, remembered."""
        if word not in self.glued:
            if len(self.glued) > KEPT:
                self.glued.clear()
            lexicon = self.lexicon
            self.glued[word] = unglue(word, lexicon.use, lexicon.given, lexicon.marks, lexicon.places, lexicon.glued)
        return self.glued[word]

    def names(self, line: Words) -> list[Name]:
        """Give the names of a sentence in order; none overlap."""
        if self.crf is None:
            return []
        out: list[Name] = []
        for (start, end), known in zip(line.runs, line.known, strict=True):
            if end == 1 and self._opens_only(line.words[0]):
                continue
            out.extend(_names(self.crf.tag(self.maker.features(line.words, start, end, known, shouting=line.shouting)), start))
        return out

    def _opens_only(self, word: str) -> bool:
        """Say whether a word that stands alone at the start of a sentence is capitalised for that only."""
        lexicon = self.lexicon
        return "u0" in lexicon.use.get(word.lower(), "") and lexicon.fold(word) not in lexicon.places


def _names(tags: list[str], first: int) -> list[Name]:
    """Read tags (`BP`, `IP`, `BO`, ..., `O`) into names; an `I` that continues nothing begins a name."""
    out: list[Name] = []
    last = "O"
    for i, tag in enumerate(tags, first):
        if tag != "O":
            if tag[0] == "I" and last != "O" and last[1] == tag[1]:
                out[-1] = Name(out[-1].first, i + 1, out[-1].kind)
            else:
                out.append(Name(i, i + 1, KINDS[tag[1]]))
        last = tag
    return out
