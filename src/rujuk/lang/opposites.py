"""What a language opposes: two sides of one thing, what is not known or not yet so, one and several, degrees on the globe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from rujuk.lang.base import LanguagePack, alternatives, words_of
from rujuk.lang.statements import StatementLexicon

BEFORE = 18
"""So many characters before a side its negation is looked for."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Side:
    """A word that stands on one side (0 or 1) of an opposition; `lasting` is False where time may turn it to the other."""

    name: str
    side: int
    lasting: bool
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OppositeLexicon:
    """Finds sides of oppositions, what is left open, grammatical number, and coordinates."""

    pattern: re.Pattern[str]
    sides: dict[str, tuple[str, int, bool]]
    statements: StatementLexicon
    unclear: re.Pattern[str]
    not_yet: re.Pattern[str]
    one: re.Pattern[str]
    several: re.Pattern[str]
    degrees: re.Pattern[str]
    axes: dict[str, tuple[str, int]]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("opposites")
        where = f"lang/{pack.code}/opposites.toml"
        sides: dict[str, tuple[str, int, bool]] = {}
        for kind, lasting in (("opposite", True), ("state", False)):
            for name, pair in table.get(kind, {}).items():
                for side, words in enumerate(pair):
                    for word in words:
                        sides.setdefault(word, (name, side, lasting))
        signs = {"south": ("latitude", -1), "north": ("latitude", 1), "east": ("longitude", 1), "west": ("longitude", -1)}
        axes = {w.casefold(): signs[k] for k, words in sorted(table["coordinates"].items()) for w in words}
        words = [w for v in table["coordinates"].values() for w in v]
        short, long = [w for w in words if w.isupper()], [w for w in words if not w.isupper()]
        return cls(
            pattern=_whole(sides),
            sides=sides,
            statements=pack.lexicon(StatementLexicon),
            unclear=_whole(words_of(table, "unclear", where=where)),
            not_yet=_whole(words_of(table, "not_yet", where=where)),
            one=_noun_behind(words_of(table, "one", where=where)),
            several=_noun_behind(words_of(table, "several", where=where)),
            degrees=re.compile(
                rf"(?<![\d.,])(\d{{1,3}}[.,]\d{{1,4}})\s?°?\s?(?:degrees\s|derajat\s)?({alternatives(short)}|(?i:{alternatives(long)}))(?!\w)"
            ),
            axes=axes,
        )

    def sides_of(self, text: str) -> Iterator[Side]:
        """Give the sides that a text takes; a negation right before one turns it, but not what time may turn: "not found" is not missing."""
        for m in self.pattern.finditer(text):
            word = _SPACE.sub(" ", m[0]).casefold()
            name, side, lasting = self.sides[word]
            before = text[max(0, m.start() - BEFORE) : m.start()]
            if self.statements.negated(before):
                if not lasting:
                    continue
                side = 1 - side
            yield Side(name, side, lasting, m.start(), m.end(), m[0])

    def left_open(self, text: str) -> frozenset[str]:
        """Give the keys of what a text calls unclear."""
        m = self.unclear.search(text)
        return frozenset(self.statements.keys(text[m.end() :])) if m else frozenset()

    def pending(self, text: str) -> frozenset[str]:
        """Give the keys of what a text says is not so yet."""
        return frozenset(k for m in self.not_yet.finditer(text) for k in self.statements.reached(text[m.end() :]))

    def numbers_of(self, text: str) -> frozenset[tuple[str, bool]]:
        """Give the keys of nouns that are one (False) or several (True) in a text."""
        out: set[tuple[str, bool]] = set()
        for pattern, several in ((self.one, False), (self.several, True)):
            out.update((key, several) for m in pattern.finditer(text) for key in self.statements.keys(m[1])[:1])
        return frozenset(out)

    def positions(self, text: str) -> Iterator[tuple[str, float, str]]:
        """Give the coordinates in a text: "latitude" or "longitude", degrees, negative to the south and west, and as written."""
        for m in self.degrees.finditer(text):
            axis, sign = self.axes[m[2].casefold()]
            yield axis, sign * float(m[1].replace(",", ".")), m[0]


def _whole(words: Any) -> re.Pattern[str]:
    listed = [str(w) for w in words]
    return re.compile(rf"\b(?:{alternatives(listed)})\b", re.IGNORECASE)


def _noun_behind(words: Any) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives([str(w) for w in words])})\s(\w+)", re.IGNORECASE)
