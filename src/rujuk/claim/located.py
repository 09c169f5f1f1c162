"""How a mention of a place stands: where something happened, on a way, only describing, or part of another name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.lang.figures import FigureLexicon
from rujuk.model.marks import Entity
from rujuk.model.report import Report
from rujuk.model.span import Span, Where

DATELINE = 40
"""Characters of the text in which a place before a dash is where the report was filed."""

BEFORE = 48
"""Characters before a place in which the words that locate it are looked for."""

NAMED = 5
"""Most words of a company's name before a place that is part of it."""

_WORD = re.compile(r"[ ]+([^\W\d_]+)")
_PEOPLE = frozenset({"person", "force", "family"})
_BEARERS = frozenset({"person", "force", "building", "firm"})
"""Classes of nouns that a place before them only describes ("Paris residents")."""


@dataclass(slots=True)
class Named:
    """A mention of a place: `located` is 2 where something happens in it, 1 behind a word of a way, -1 where it only says who speaks or
    what is meant, 0 else; `inner` where a wider place follows, `home` where it only tells where somebody is from, `calls` where a
    happening is called by it."""

    span: Span
    entity: Entity
    located: int
    inner: bool = False
    home: bool = False
    calls: bool = False


class Standings:
    """How mentions of places stand in one report; `asides` are the pieces that tell who speaks and where."""

    def __init__(self, report: Report, asides: Sequence[Span], lexicon: FigureLexicon) -> None:
        self.report = report
        self.asides = {where: [(a.start, a.end) for a in asides if a.where is where] for where in Where}
        self.lexicon = lexicon

    def read(self, m: Span, entity: Entity) -> Named | None:
        """Give how a mention stands, None where it is part of the name of a company or a vessel."""
        text, lexicon = self.text(m.where), self.lexicon
        words = text[max(0, m.start - BEFORE) : m.start].split()
        before = [w.strip("(,\"“'") for w in words]
        if before and (before[-1].lower() in lexicon.standing.vessels or self._of_firm(words)):
            return None
        low = [w.lower() for w in before]
        known = entity.place is not None
        calls = self._calls(m, low)
        return Named(m, entity, self._located(m, low, known=known, calls=calls), home=self._home(low), calls=calls)

    def text(self, where: Where) -> str:
        """Give the headline or the text."""
        return (self.report.title or "") if where is Where.TITLE else self.report.text

    def dateline(self, m: Span) -> bool:
        """Say whether a place is where the report was filed ("NORWICK - ")."""
        if m.where is not Where.TEXT or m.start >= DATELINE:
            return False
        return self.report.text[m.end : m.end + 4].lstrip()[:1] in ("-", "–", "—", "(")

    def _of_firm(self, words: list[str]) -> bool:
        """Say whether a company's first word stands shortly before, with no sign or preposition between; the second word is a name."""
        lexicon = self.lexicon
        for k in range(len(words) - 1, max(-1, len(words) - 1 - NAMED), -1):
            low = words[k].lower()
            if low in lexicon.locatives or low in lexicon.ways:
                return False
            if words[k][-1] in ",;:)" or (words[k][-1] == "." and low not in lexicon.standing.firms):
                return False
            if low in lexicon.standing.firms and words[k][:1].isupper():
                return k + 1 == len(words) or words[k + 1][:1].isupper()
        return False

    def _calls(self, m: Span, before: list[str]) -> bool:
        """Say whether a happening is called by a place ("the Norwick attack")."""
        lexicon = self.lexicon
        if lexicon.head_first:
            return bool(before) and "event" in lexicon.marks(before[-1])
        text = self.text(m.where)
        behind = _WORD.match(text, m.end)
        if behind is None:
            return False
        second = _WORD.match(text, behind.end())
        return any("event" in lexicon.marks(w[1].lower()) for w in (behind, second) if w is not None)

    def _located(self, m: Span, before: list[str], *, known: bool, calls: bool) -> int:
        text, lexicon = self.text(m.where), self.lexicon
        aside = any(start < m.end and m.start < end for start, end in self.asides[m.where])
        if self.dateline(m) or (aside and m.where is Where.TEXT) or lexicon.standing.telling.match(text, m.end):
            return -1
        if text[m.end : m.end + 1] == ":":
            return 0 if aside else 2
        behind = _WORD.match(text, m.end)
        if behind is not None:
            word = behind[1].lower()
            second = _WORD.match(text, behind.end())
            told = second[1].lower() if second is not None else ""
            if calls and not lexicon.head_first:
                return 2
            classes = lexicon.names(word)
            if classes & _BEARERS and told not in lexicon.narrows and not lexicon.head_first:
                return 2 if "building" in classes and self._before(before, m, known=known) == 2 else -1
            if word in lexicon.heads and second is not None and second[1] in lexicon.heads:
                return 0
        found = 2 if calls else self._before(before, m, known=known)
        if lexicon.standing.felt.search(" ".join(before)):
            return min(found, 0)
        if found < 2 and (lexicon.standing.befallen.match(text, m.end) or lexicon.standing.scene.match(text, m.end)):
            return 2
        return found

    def _before(self, before: list[str], m: Span, *, known: bool) -> int:
        """Say how the words before a place locate it; what is a kind of place is passed over."""
        text, lexicon = self.text(m.where), self.lexicon
        words, found = list(before), 0
        while words:
            w = words.pop()
            if words and f"{words[-1]} {w}" in lexicon.locatives:
                found = 2
                words.pop()
            elif w in lexicon.locatives or self._glued(w):
                return 2
            elif w in lexicon.ways:
                return 2 if w in lexicon.goals and _leads_on(text, m.end, lexicon) else 1
            elif w not in lexicon.heads and not (known and "determiner" in lexicon.marks(w)):
                return found or self._behind_street(before, text[max(0, m.start - 2) : m.start])
        return found

    def _behind_street(self, before: list[str], text: str) -> int:
        """Give 2 behind the street of an address ("di Jalan Melati, Ngalam")."""
        if not text.endswith((",", ", ")):
            return 0
        pairs = pairwise(before)
        return 2 if any(b in self.lexicon.streets and a in self.lexicon.locatives for a, b in pairs) else 0

    def _glued(self, word: str) -> bool:
        """Say whether a word ends in a small word of place that lost its space ("kebakarandi")."""
        small = self.lexicon.small
        return bool(small) and len(word) > 6 and word not in self.lexicon.common and word.endswith(tuple(small))

    def _home(self, words: list[str]) -> bool:
        """Say whether a place tells where people are from ("a woman from Norwick")."""
        lexicon = self.lexicon
        if words and (words[-1] in lexicon.standing.origins or " ".join(words[-2:]) in lexicon.standing.origins):
            return True
        if len(words) < 2 or words[-1] not in lexicon.ways or words[-1] in lexicon.goals:
            return False
        counted = len(words) > 2 and words[-3].isdigit()
        return not counted and bool(lexicon.names(words[-2]) & _PEOPLE)


def _leads_on(text: str, end: int, lexicon: FigureLexicon) -> bool:
    """Say whether a relative clause follows: what went to a place did there what the clause tells."""
    behind = _WORD.match(text, end)
    return behind is not None and behind[1].lower() in lexicon.openers
