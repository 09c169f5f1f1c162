"""Numbers in words and digits, with hedges, units and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rujuk.lang.base import LanguagePack
from rujuk.lang.numbers import NumberLexicon
from rujuk.mark.quantity_reader import Reader
from rujuk.model.marks import Layer, Quantity, Sentence, TimeKind, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Where

_ANCHOR = re.compile(r"\d|[^\W\d_]+")


def find_quantities(
    report: Report, sentences: Layer[Sentence], times: Layer[TimeMention], *, pack: LanguagePack
) -> Layer[Quantity]:
    """Find every number of a report with its value, hedge, unit, counted noun and kind, in order of place, title first.

    Numbers inside dates and times are left to the times layer; spans of time are no quantities, unless they are an age.
    """
    lexicon = pack.lexicon(NumberLexicon)
    reader = Reader(pack)
    out: list[Quantity] = []
    for where in (Where.TITLE, Where.TEXT):
        text = (report.title or "") if where is Where.TITLE else report.text
        if not text:
            continue
        bounds = [(s.span.start, s.span.end) for s in sentences if s.span.where is where]
        taken = sorted((t.span.start, t.span.end, _solid(t)) for t in times if t.span.where is where)
        out += _find(text, where, bounds, taken, lexicon, reader)
    return tuple(out)


def _solid(time: TimeMention) -> bool:
    """Say whether no number inside the time can be a quantity."""
    return time.kind in (TimeKind.DATE, TimeKind.TIME)


def _find(
    text: str,
    where: Where,
    bounds: list[tuple[int, int]],
    taken: list[tuple[int, int, bool]],
    lexicon: NumberLexicon,
    reader: Reader,
) -> Iterator[Quantity]:
    """Walk over the places where a number can begin, sentence by sentence."""
    s = t = done = free = 0
    # `done`: read so far; `free`: where the last quantity ended, before which no hedge is looked for
    begins = lexicon.begins
    for m in [m for m in _ANCHOR.finditer(text) if begins[m[0]]]:
        at = m.start()
        if at < done:
            continue
        word = m[0]
        while s < len(bounds) and bounds[s][1] <= at:
            s += 1
        if s == len(bounds):
            return
        if at < bounds[s][0]:
            continue
        while t < len(taken) and taken[t][1] <= at:
            t += 1
        inside = t < len(taken) and taken[t][0] <= at
        if inside and taken[t][2]:
            done = taken[t][1]
            continue
        limit = next((a for a, _, solid in taken[t : t + 2] if a > at and solid), bounds[s][1])
        stop, quantity = reader.read(text, at, max(bounds[s][0], free), min(limit, bounds[s][1]), where, timed=inside)
        done = max(stop, m.end() if not word[0].isdigit() else at + 1)
        if quantity is not None:
            free = done
            yield quantity
