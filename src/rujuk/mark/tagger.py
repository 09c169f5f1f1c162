"""The name tagger: which words of a sentence name a person, an organisation or a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Self

import numpy as np

from rujuk.lang.base import LanguagePack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import GLUED, NAME, RANK, RUN, Words, join_runs, may_name, opens_run, unglue, words_of
from rujuk.mark.crf import Crf
from rujuk.mark.features import FeatureMaker, shouts
from rujuk.mark.scoring import Scorer
from rujuk.model.marks import EntityKind
from rujuk.text.remembered import Remembered

SHORT_JOINED, SHORT_NAMES = 4, 6
"""Letters of a word, and of one with a capital in front, that is too short to be two that lost their space."""
KINDS = {"P": EntityKind.PERSON, "O": EntityKind.ORGANISATION, "L": EntityKind.PLACE}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as tagged: its first word and the word after its last, and its kind."""

    first: int
    end: int
    kind: EntityKind

    def cut(self, first: int, end: int) -> Name:
        """Give the name with other ends, itself where they are the same."""
        return self if (first, end) == (self.first, self.end) else Name(first, end, self.kind)


@dataclass(frozen=True, slots=True)
class NameTagger:
    """A linear-chain CRF over the runs of capitalised words of a sentence."""

    lexicon: NameLexicon
    maker: FeatureMaker
    scorer: Scorer | None
    looks: Remembered[int]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        lexicon = pack.lexicon(NameLexicon)
        return cls.of(lexicon, lexicon.model)

    @classmethod
    def of(cls, lexicon: NameLexicon, model: bytes) -> Self:
        """Make the tagger of a model; without one it finds no names."""
        maker = FeatureMaker(lexicon)
        return cls(lexicon, maker, Scorer(Crf.read(model), maker) if model else None, Remembered(partial(_look, lexicon)))

    def split(self, sentence: str, *, title: bool = False) -> Words:
        """Cut a sentence, or the `title` of a report, into words and find its runs."""
        spans = words_of(sentence)
        words = [sentence[a:b] for a, b in spans]
        look, lexicon = self.looks, self.lexicon
        looks = list(map(look.__getitem__, words))
        for i in [n for n, x in enumerate(looks) if x & GLUED][::-1]:
            a, b = spans[i]
            ends = [0, *_cuts(lexicon, words[i]), b - a]
            spans[i : i + 1] = [(a + x, a + y) for x, y in pairwise(ends)]
            words[i : i + 1] = [words[i][x:y] for x, y in pairwise(ends)]
            looks[i : i + 1] = [look[w] & ~GLUED for w in words[i : i + len(ends) - 1]]
        found = join_runs([i for i, x in enumerate(looks) if x & RUN], words)
        capitals = sum(b - a for a, b in found)
        known = [lexicon.known_names(words, a, b) for a, b in found]
        shouting = 2 * capitals > len(words) and shouts(words, lexicon.use, lexicon.unheaded, title=title)
        return Words(spans, words, looks, found, known, shouting)

    def names(self, lines: Sequence[Words]) -> list[list[Name]]:
        """Give the names of each sentence in order; none overlap.

        Tags are `BP`, `IP`, `BO`, ..., `O`; an `I` that continues nothing begins a name.
        """
        out: list[list[Name]] = [[] for _ in lines]
        scorer = self.scorer
        runs = [
            (n, line, k)
            for n, line in enumerate(lines)
            for k, (_, end) in enumerate(line.runs)
            if end > 1 or not self._opens_only(line.words[0])
        ]
        if scorer is None or not runs:
            return out
        sizes = [line.runs[k][1] - line.runs[k][0] for _, line, k in runs]
        tags = scorer.crf.decode(scorer.states([(line, k) for _, line, k in runs]), sizes)
        begins = np.cumsum(sizes) - sizes
        named = np.flatnonzero(tags != scorer.crf.labels.index("O"))
        labels, last, latest = scorer.crf.labels, -2, "O"
        for at, run, tag in zip(
            named.tolist(), (np.searchsorted(begins, named, side="right") - 1).tolist(), tags[named].tolist(), strict=True
        ):
            n, line, k = runs[run]
            names, word, label = out[n], at - int(begins[run]) + line.runs[k][0], labels[tag]
            if label[0] == "I" and at == last + 1 and word > line.runs[k][0] and latest[1] == label[1]:
                names[-1] = Name(names[-1].first, word + 1, names[-1].kind)
            else:
                names.append(Name(word, word + 1, KINDS[label[1]]))
            last, latest = at, label
        return out

    def _opens_only(self, word: str) -> bool:
        """Say whether a word that stands alone at the start of a sentence is capitalised for that only."""
        lexicon = self.lexicon
        return "u0" in lexicon.use.get(word.lower(), "") and lexicon.fold(word) not in lexicon.places


def _look(lexicon: NameLexicon, word: str) -> int:
    """Give what the look of a word by itself tells."""
    look = (RUN if opens_run(word, lexicon.lower_heads) else 0) | (NAME if may_name(word) else 0)
    if word[0].isupper() and word.lower() in lexicon.ranks:
        look |= RANK
    if len(word) > SHORT_JOINED and not word.islower() and (word[0].islower() or len(word) > SHORT_NAMES):
        look |= GLUED if _cuts(lexicon, word) else 0
    return look


def _cuts(lexicon: NameLexicon, word: str) -> list[int]:
    """Give where a word comes apart."""
    return unglue(word, lexicon.use, lexicon.given, lexicon.marks, lexicon.places, lexicon.glued)
