"""One string that is searched for times: what stands before and after a place in it."""

from __future__ import annotations

import re

from rujuk.lang.times import TimeLexicon
from rujuk.mark.time_atoms import Atom, Shape, lowered
from rujuk.mark.time_days import WEEKS

_WINDOW = 48
"""How far before a trigger word its parts are looked for, in characters."""
_NEXT = re.compile(r"[^\S\n]?([\w-]+)")


class Line:
    """A string, the same in small letters, and the words of its language."""

    def __init__(self, text: str, lexicon: TimeLexicon) -> None:
        self.text = text
        self.low = lowered(text)
        self.lexicon = lexicon

    def _atom(self, start: int, end: int, shape: Shape, form: str, **more: object) -> Atom:
        return Atom(start=start, end=end, shape=shape, last=shape, rules=(self.lexicon.forms.get(form, form),), **more)  # type: ignore[arg-type]

    def _behind(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match a pattern that ends right before `start`, on the same line."""
        floor = max(0, start - _WINDOW, self.low.rfind("\n", max(0, start - _WINDOW), start) + 1)
        return pattern.search(self.low, floor, start)

    def _token_before(self, start: int) -> str:
        """Give the word (or sign) before `start`, on the same line, in small letters."""
        head = self.low[max(0, start - 24) : start].rsplit("\n", 1)[-1].rstrip(" \xa0(\"“'‘")
        return head[max(head.rfind(" "), head.rfind("\xa0"), head.rfind("(")) + 1 :] if head else ""

    def _token_after(self, end: int) -> str:
        m = _NEXT.match(self.low, end)
        return m[1] if m else ""

    def _counted(self, end: int) -> bool:
        """Say whether what follows is a thing that is counted, so that the number before it is an amount."""
        return self._token_after(end) in self.lexicon.counted

    def _opens(self, start: int) -> bool:
        """Say whether nothing but white space or an opening quote stands before `start` in its sentence."""
        head = self.text[max(0, start - _WINDOW) : start].rstrip(" \xa0\"“'‘(-—–")
        return not head or head[-1] in "\n.!?:"

    def _noun(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.noun_before, atom.start)
        if m is not None:
            atom.start = m.start()

    def _edge(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.edge_before, atom.start)
        if m is None:
            return
        edge = self.lexicon.edges[re.sub(r"\s+", " ", m["w"])]
        if edge in WEEKS and (atom.month is None or atom.day is not None):
            return  # only a month has a second week
        atom.start, atom.edge = m.start(), edge

    def _repeat(self, atom: Atom) -> None:
        m = self._behind(self.lexicon.every_before, atom.start)
        if m is not None:
            atom.start, atom.repeated, atom.rules = m.start(), True, (self.lexicon.forms["set"],)

    def _article(self, atom: Atom) -> None:
        """Take along the article before a season or decade."""
        word = self._token_before(atom.start)
        if word and word in self.lexicon.articles:
            atom.start = self.low.rfind(word, 0, atom.start)

    def _zone(self, atom: Atom) -> None:
        m = self.lexicon.zone_after.match(self.low, atom.end)
        if m is not None:
            atom.end = m.end()

    def _direct(self, atom: Atom) -> None:
        m = self.lexicon.direction_after.match(self.low, atom.end)
        if m is not None:
            atom.end, atom.direction = m.end(), self.lexicon.after[re.sub(r"\s+", " ", m["w"])]
            return
        m = self._behind(self.lexicon.direction_before, atom.start)
        if m is not None:
            atom.start, atom.direction = m.start(), self.lexicon.before[re.sub(r"\s+", " ", m["w"])]
