"""Who copies whom: shared runs of words, passage by passage, with a direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rujuk.model.report import Report
from rujuk.model.story import Passage, Piece, Reuse, ReuseKind
from rujuk.relate.notices import Run, closing, notices
from rujuk.relate.pairs import shared_keys
from rujuk.text.shingles import LENGTH, shingles
from rujuk.text.tokens import placed_words, words

LEAST_SHINGLES, LEAST_SHARE = 12, 0.15
"""Reuse is shared text of at least so many shingles (16 running words) and such a share of the shorter report's."""
COMMON = 60
"""A shingle that more reports hold is boilerplate."""
KEPT = 2000
"""So many reports are kept cut into words while pairs are looked at."""
NOTICE = 0.3
"""A closing notice is told as reuse, if it is such a part of the shorter report: then that report is little else."""
WHOLE = 0.5
"""From this share of the shorter report on, it is the report that was taken over, not passages of it."""
QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»\n]{12,2000})[\"“”»]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a report's text with their places, their shingles, and which words are quoted speech."""

    places: NDArray[np.int64]
    shingles: NDArray[np.uint64]
    quoted: NDArray[np.bool_]


def read_words(report: Report) -> Words:
    """Cut a report's text into words and shingles."""
    found, places = placed_words(report.text)
    quoted = np.zeros(len(found), dtype=np.bool_)
    placed = np.array(places, dtype=np.int64).reshape(-1, 2)
    for m in QUOTED.finditer(report.text):
        a, b = np.searchsorted(placed[:, 0], (m.start(), m.end()))
        quoted[a:b] = True
    return Words(places=placed, shingles=shingles(found), quoted=quoted)


def distinct_shingles(report: Report) -> NDArray[np.uint64]:
    """Give the distinct shingles of a report's text, ascending."""
    return np.unique(shingles(words(report.text)))


def find_reuse(reports: Sequence[Report]) -> tuple[Reuse, ...]:
    """Find the pairs of reports that share text.

    Returns:
        The reuse, in order of source and target.
    """
    distinct = [distinct_shingles(r) for r in reports]
    read = lru_cache(maxsize=KEPT)(lambda i: read_words(reports[i]))
    found = []
    for (i, j), count in shared_keys(distinct, most=COMMON, least=LEAST_SHINGLES).items():
        if enough(count, len(distinct[i]), len(distinct[j])):
            reuse = reuse_between(reports[i], reports[j], read(i), read(j))
            if reuse is not None:
                found.append(reuse)
    return tuple(sorted(found, key=lambda r: (r.source, r.target)))


def enough(shared: int, one: int, other: int) -> bool:
    """Say whether reports of `one` and `other` distinct shingles share so many that a copy is worth looking for."""
    return shared >= LEAST_SHINGLES and shared / min(one, other) >= LEAST_SHARE


def reuse_between(a: Report, b: Report, words_a: Words, words_b: Words) -> Reuse | None:
    """Find what one of two reports took from the other, passage by passage; None where nothing but closing notices is shared."""
    turned, reason = _direction(a, b, words_a, words_b)
    source, target, give, take = (b, a, words_b, words_a) if turned else (a, b, words_a, words_b)
    runs = _without_notices(_runs(give.shingles, take.shingles), source, target, give, take)
    if not runs:
        return None
    taken = np.zeros(len(take.places), dtype=np.bool_)
    given = np.zeros(len(give.places), dtype=np.bool_)
    passages = []
    for at, to, length in runs:
        taken[to : to + length] = True
        given[at : at + length] = True
        passages.append(Passage(source=_piece(give, at, length), target=_piece(take, to, length)))
    share = float(taken.mean())
    plain = int((taken & ~take.quoted).sum())
    shorter = max(share, float(given.mean()))
    if plain < LEAST_SHINGLES + LENGTH - 1 and plain < 0.4 * int(taken.sum()):
        kind = ReuseKind.SHARED_QUOTE
    else:
        kind = ReuseKind.SYNDICATED if shorter >= WHOLE else ReuseKind.EXCERPT
    return Reuse(
        source=source.id,
        target=target.id,
        kind=kind,
        share=round(share, 4),
        passages=tuple(passages),
        reason=reason,
    )


def _without_notices(runs: list[Run], source: Report, target: Report, give: Words, take: Words) -> list[Run]:
    """Leave out what closes every report of an outlet or an agency, and what is left if it is too little."""
    shorter = min(len(give.shingles), len(take.shingles))
    last = closing(runs, len(give.places), len(take.places))
    small = [n for n in notices(last, source, target) if n[2] < NOTICE * shorter]
    if not small:
        return runs
    left = [run for run in runs if run not in small]
    shared = {key for _, to, length in left for key in take.shingles[to : to + length - LENGTH + 1].tolist()}
    return left if shared and enough(len(shared), shorter, shorter) else []


def _piece(cut: Words, first: int, length: int) -> Piece:
    return Piece(start=int(cut.places[first, 0]), end=int(cut.places[first + length - 1, 1]))


def _runs(source: NDArray[np.uint64], target: NDArray[np.uint64]) -> list[Run]:
    """Give (first word in source, first word in target, number of words) of the common runs, longest extension first found."""
    where: dict[int, list[int]] = {}
    for a, key in enumerate(source.tolist()):
        where.setdefault(key, []).append(a)
    keys = target.tolist()
    origin = source.tolist()
    runs: list[Run] = []
    b = 0
    while b < len(keys):
        best, at = 0, -1
        for a in where.get(keys[b], ())[:20]:
            length = 1
            while b + length < len(keys) and a + length < len(origin) and origin[a + length] == keys[b + length]:
                length += 1
            if length > best:
                best, at = length, a
        if best:
            runs.append((at, b, best + LENGTH - 1))
            b += best + LENGTH - 1
        else:
            b += 1
    return runs


def _direction(a: Report, b: Report, words_a: Words, words_b: Words) -> tuple[bool, str]:
    """Whether the text comes from `b`, and why: from the earlier, else the credited, else the longer report."""
    if a.published and b.published and not a.published.days.meets(b.published.days):
        return not a.published.days < b.published.days, "earlier"
    names_a, names_b = _names(b, a), _names(a, b)
    if names_a != names_b:
        return names_b, "credited"
    moments = [r.published.local if r.published else None for r in (a, b)]
    if moments[0] and moments[1] and len(moments[0]) > 10 and len(moments[1]) > 10 and moments[0] != moments[1]:
        return not moments[0] < moments[1], "earlier"
    if len(words_a.places) != len(words_b.places):
        return len(words_b.places) > len(words_a.places), "longer"
    return not a.id < b.id, "order"


def _names(report: Report, other: Report) -> bool:
    """Say whether `report` names the outlet of `other` in its text."""
    if other.outlet is None or (report.outlet is not None and report.outlet.name == other.outlet.name):
        return False
    name = re.sub(r"\.(?:com|co|id|net|org)\b.*", "", other.outlet.name.casefold())
    return len(name) > 3 and name in report.text.casefold()
