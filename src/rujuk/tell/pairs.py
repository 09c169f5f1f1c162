"""Who copies whom: pairs of reports with the passages they share, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.report import Report
from rujuk.model.story import Bilingual, Passage, Reuse, Story
from rujuk.model.story import Piece as Stretch
from rujuk.tell import format as fmt
from rujuk.tell.evidence import Mark, Piece, cut
from rujuk.tell.lookup import Lookup

PAIRS, PAIRS_WITH_TEXT = 200, 40
"""Most pairs of reports that share text, largest share first, and how many of them with the passages."""

CLOSE, AROUND = 80, 60
"""Characters between passages of one run, and characters shown around it."""

SIDE_BY_SIDE = 12
"""Passages of one pair of reports that are set side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseView:
    """A pair of reports with the passages they share."""

    reuse: Reuse
    source: Report
    target: Report
    share: Bilingual
    passages: tuple[tuple[tuple[Piece, ...], tuple[Piece, ...]], ...]


def view_pairs(story: Story, lookup: Lookup) -> tuple[ReuseView, ...]:
    """Gather the pairs of a story, largest share first, at most `PAIRS`."""
    pairs = sorted(story.reuse, key=lambda r: (-r.share, r.source, r.target))[:PAIRS]
    views = (_view_reuse(r, lookup, with_text=n < PAIRS_WITH_TEXT) for n, r in enumerate(pairs))
    return tuple(v for v in views if v is not None)


def _view_reuse(pair: Reuse, lookup: Lookup, *, with_text: bool) -> ReuseView | None:
    if pair.source not in lookup.reports or pair.target not in lookup.reports:
        return None
    source, target = lookup.reports[pair.source].report, lookup.reports[pair.target].report
    runs = _runs(pair.passages)[:SIDE_BY_SIDE] if with_text else []
    share = Bilingual(id=fmt.share(pair.share, "id"), en=fmt.share(pair.share, "en"))
    return ReuseView(
        reuse=pair,
        source=source,
        target=target,
        share=share,
        passages=tuple((_framed(source.text, [p.source for p in r]), _framed(target.text, [p.target for p in r])) for r in runs),
    )


def _runs(passages: Sequence[Passage]) -> list[list[Passage]]:
    """Put passages together that follow each other closely in both reports: a copied paragraph with a word changed here and there."""
    runs: list[list[Passage]] = []
    for passage in sorted(passages, key=lambda p: (p.target.start, p.source.start)):
        last = runs[-1][-1] if runs else None
        if last and all(0 <= b.start - a.end <= CLOSE for a, b in ((last.source, passage.source), (last.target, passage.target))):
            runs[-1].append(passage)
        else:
            runs.append([passage])
    return runs


def _framed(text: str, places: Sequence[Stretch]) -> tuple[Piece, ...]:
    """Cut the passages of a run with a few whole words around them; the passages themselves are marked."""
    start, end = places[0].start, places[-1].end
    a = 0 if start <= AROUND else text.find(" ", start - AROUND, start) + 1 or start
    b = len(text) if end + AROUND >= len(text) else max(end, text.rfind(" ", end, end + AROUND))
    return cut(text, [Mark(start=p.start, end=p.end, kind="p") for p in places], a, b)
