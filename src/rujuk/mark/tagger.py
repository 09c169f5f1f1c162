"""The name tagger: which words of a sentence name a person, an organisation or a place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

import pycrfsuite

from rujuk.lang.base import LanguagePack
from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import named_runs, starts_name, unglue, words_of
from rujuk.mark.features import KEPT, FeatureMaker, shouts
from rujuk.mark.model_file import features_of
from rujuk.model.marks import EntityKind

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


class Joints(dict[str, tuple[int, ...]]):
    """Where a word comes apart that bad scraping joined, remembered."""

    def __init__(self, lexicon: NameLexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) > KEPT:
            self.clear()
        cuts: list[int] = []
        if len(word) > (4 if word[0].islower() else 6) and not word.islower():
            lexicon = self.lexicon
            cuts = unglue(word, lexicon.use, lexicon.given, lexicon.marks, lexicon.places, lexicon.glued)
        self[word] = found = tuple(cuts)
        return found


class Starts(dict[str, bool]):
    """Whether a word may stand first or last in a name, remembered."""

    def __init__(self, lexicon: NameLexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, word: str) -> bool:
        if len(self) > KEPT:
            self.clear()
        self[word] = found = starts_name(word, self.lexicon.lower_heads)
        return found


@dataclass(frozen=True, slots=True)
class NameTagger:
    """A linear-chain CRF (CRFsuite) over the runs of capitalised words of a sentence.

    Source: Lafferty, McCallum and Pereira 2001; Okazaki 2007 (CRFsuite).
    """

    lexicon: NameLexicon
    maker: FeatureMaker
    crf: Any
    joints: Joints
    starts: Starts

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        lexicon = pack.lexicon(NameLexicon)
        crf = None
        if lexicon.model:
            crf = pycrfsuite.Tagger()
            crf.open_inmemory(lexicon.model)
        return cls.of(lexicon, FeatureMaker(lexicon, features_of(lexicon.model)) if crf else FeatureMaker(lexicon), crf)

    @classmethod
    def of(cls, lexicon: NameLexicon, maker: FeatureMaker, crf: Any) -> Self:
        """Make a tagger of its parts; training does so with a model that no pack holds yet."""
        return cls(lexicon, maker, crf, Joints(lexicon), Starts(lexicon))

    def split(self, sentence: str) -> Words:
        """Cut a sentence into words and find its runs."""
        spans = words_of(sentence)
        words = [sentence[a:b] for a, b in spans]
        joints, starts = self.joints, self.starts
        for i in [i for i, w in enumerate(words) if joints[w]][::-1]:
            a, b = spans[i]
            ends = [0, *joints[words[i]], b - a]
            spans[i : i + 1] = [(a + x, a + y) for x, y in pairwise(ends)]
            words[i : i + 1] = [words[i][x:y] for x, y in pairwise(ends)]
        found = named_runs([i for i, w in enumerate(words) if starts[w]], words)
        capitals = sum(b - a for a, b in found)
        known = [self.lexicon.known_names(words, a, b) for a, b in found]
        return Words(spans, words, found, known, 2 * capitals > len(words) and shouts(words, self.lexicon.use))

    def names(self, line: Words) -> list[Name]:
        """Give the names of a sentence in order; none overlap."""
        if self.crf is None:
            return []
        out: list[Name] = []
        for (start, end), known in zip(line.runs, line.known, strict=True):
            out.extend(_names(self.crf.tag(self.maker.features(line.words, start, end, known, shouting=line.shouting)), start))
        return out


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
