"""The words of a report outside its quotations, and the units in which someone says something."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.quotations import Quotation
from rujuk.model.marks import Layer, Sentence
from rujuk.model.span import Where

_TOKEN = re.compile(
    r"[^\W\d_]\w*+(?![-'’.])"  # most words; what follows is for the others, and costs more
    r"|@\w+|\x00+|\x01+|\d+(?:[.,:/]\d+)*|[^\W\d_]\w*(?:(?:[-'’]|\.(?=[a-z]{2}))\w+)*|[^\s\w]"
)
_INNER = re.compile(r"[A-Z](?<=[a-z].)")  # what is rare comes first, for the search skips to it
_SENTENCE_END = re.compile(r"[a-z]{4,}[.!?]$")
QUOTE = '"'
"""What stands for a whole quotation among the words."""


@dataclass(slots=True)
class Words:
    """Words and marks of a text in order: casefolded, with their places.  A masked quotation is one word, `QUOTE`."""

    text: str
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def capital(self, i: int) -> bool:
        """Say whether word `i` begins with a capital letter, or is a handle, which names someone too."""
        first = self.text[self.start[i]]
        return first.isupper() or first == "@"

    def piece(self, a: int, b: int) -> str:
        """Give the text of the words `a` to `b`, `b` excluded."""
        return self.text[self.start[a] : self.end[b - 1]] if b > a else ""

    def at(self, offset: int) -> int:
        """Give the index of the first word that starts at `offset` or later."""
        return bisect_left(self.start, offset)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence with the quotations that reach into it: words `first` to `last` (excluded) of a text."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


def split_words(text: str, masked: str, lexicon: SpeechLexicon, whole: Iterable[tuple[int, int]] = ()) -> Words:
    """Cut a masked text into words; runs that scraping joined are cut where a known cue or small word shows the joint.

    What lies in one of `whole` is a single word: the list of matters in a body's name ("Meteorologi, Klimatologi, dan Geofisika").
    """
    lowered = masked.lower()
    if len(lowered) != len(masked):  # a letter whose small form is longer; keep offsets
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in masked)
    spans = _undivided([m.span() for m in _TOKEN.finditer(masked)], whole)
    low = [lowered[a:b] if masked[a] > "\x01" else QUOTE for a, b in spans]
    for i, w in enumerate(low):
        if w in lexicon.names_in_capitals:
            low[i] = _abbreviation(masked, spans, i, w)
    glue = lexicon.glue
    joints = {m.start() for m in _INNER.finditer(masked)}
    cuts: dict[int, list[int]] = {}
    if joints:
        small = lexicon.sets["joints"]
        for at in sorted(joints):
            n = bisect_right(spans, (at, len(masked))) - 1
            a = spans[n][0]
            left = lowered[a:at]
            if n not in cuts and (left in small or (glue and any(c.frame == "say" for c in lexicon.cues.get(left, ())))):
                cuts[n] = [at]
            elif n not in cuts and glue:
                cue = next((c for c in lexicon.wire_stems if left.startswith(c) and len(left) > len(c) + 1), None)
                if cue is not None:
                    cuts[n] = [a + len(cue)]
    if glue:
        for n, w in enumerate(low):
            if len(w) > 7 and w.endswith(glue) and (n in cuts or masked[spans[n][0]].isupper()):
                at = spans[n][1] - next(len(g) for g in glue if w.endswith(g))
                if at > spans[n][0] + 1 and at not in cuts.get(n, ()):
                    cuts.setdefault(n, []).append(at)
    for n, w in enumerate(low):
        if w.startswith(lexicon.joint_heads) and n not in cuts:
            head = next(h for h in lexicon.joint_heads if w.startswith(h))
            if len(w) > len(head) + 1 and masked[spans[n][0] + len(head)].isalpha():
                cuts[n] = [spans[n][0] + len(head)]
    for n in sorted(cuts, reverse=True):
        a, b = spans[n]
        edges = [a, *sorted(cuts[n]), b]
        pieces = list(itertools.pairwise(edges))
        spans[n : n + 1] = pieces
        low[n : n + 1] = [lowered[x:y] for x, y in pieces]
    return Words(text=text, low=low, start=[a for a, _ in spans], end=[b for _, b in spans])


def _abbreviation(text: str, spans: list[tuple[int, int]], i: int, word: str) -> str:
    """Give a word as it stands where its capitals tell an abbreviation from it ("WHO" and "who"), which is not so among other capitals."""
    written = text[slice(*spans[i])]
    near = [text[slice(*spans[k])] for k in (i - 1, i + 1) if 0 <= k < len(spans)]
    return written if len(word) > 1 and written.isupper() and not any(len(n) > 1 and n.isupper() for n in near) else word


def _undivided(spans: list[tuple[int, int]], whole: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put the words of each whole piece together."""
    for start, end in sorted(whole, reverse=True):
        a, b = bisect_left(spans, (start, 0)), bisect_left(spans, (end, 0))
        if b - a > 1 and spans[a][0] == start and spans[b - 1][1] == end:
            spans[a:b] = [(start, end)]
    return spans


def cut_units(
    words: Words, sentences: Layer[Sentence], quotations: tuple[Quotation, ...], where: Where, lexicon: SpeechLexicon
) -> list[Unit]:
    """Join sentences whose boundary lies inside a quotation, and cut where a quotation opens right behind a full stop."""
    out: list[Unit] = []
    q = 0
    pending: tuple[int, int] | None = None
    text = words.text
    spans = [(s.span.start, s.span.end, s.paragraph) for s in sentences if s.span.where == where]
    n = len(quotations)
    for start, end, paragraph in spans:
        if pending is not None:
            start, paragraph = pending
            pending = None
        while q < n and quotations[q].close <= start:
            q += 1
        k = q
        inside = False
        while k < n and quotations[k].open < end:
            if quotations[k].close > end and quotations[k].end > end:
                inside = True
            k += 1
        if (
            not inside
            and k > q
            and quotations[k - 1].close == end
            and text[quotations[k - 1].end - 1] in "!?"
            and _said_after(words, end, lexicon)
        ):
            inside = True
        if inside:
            pending = (start, paragraph)
            continue
        _unit(out, words, start, end, paragraph, quotations, q, k)
    if pending is not None and spans:
        _unit(out, words, pending[0], spans[-1][1], pending[1], quotations, q, n)
    return out


def _said_after(words: Words, end: int, lexicon: SpeechLexicon) -> bool:
    """Say whether a cue stands soon behind a quotation that ends in ! or ?, in the same line."""
    i = words.at(end)
    for k in range(i, min(i + 7, len(words.low))):
        if "\n" in words.text[end : words.start[k]] or words.low[k] in (QUOTE, ".", ","):
            return False
        if any(c.frame in ("say", "beside", "root") for c in lexicon.cues.get(words.low[k], ())):
            return True
    return False


def _unit(
    out: list[Unit], words: Words, start: int, end: int, paragraph: int, quotations: tuple[Quotation, ...], q: int, k: int
) -> None:
    """Add the unit, in parts where a quotation opens behind a full stop without a gap, or stands alone between full sentences."""
    text = words.text
    cuts = []
    for i in range(q, k):
        o = quotations[i].open
        if start < o < end:
            before = text[max(start, o - 24) : o].rstrip()
            if before[-1:] in (".", "!", "?") and (quotations[i].words > 3 or _SENTENCE_END.search(before)):
                cuts.append(o)
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        first, last = words.at(a), words.at(b)
        if last > first:
            out.append(Unit(first, last, a, b, paragraph))
