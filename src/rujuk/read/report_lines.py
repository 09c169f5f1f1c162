"""Which lines of a page copied whole are the report's: a tagger over the lines, and the run in which the report stands."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rujuk.lang.furniture import FurnitureLexicon
from rujuk.lang.lines import load_line_weights
from rujuk.read.focus import run_with_most
from rujuk.read.furniture import is_caption
from rujuk.read.line_features import features, thinned

SURE = 0.5
"""Probability from which a line is the report's."""
LIKELY = 0.4
"""Probability from which a line speaks for the run in which the report stands; set on the development pages, as are the two below."""
SHORTEST = 0.5
"""What a line counts for in that run, besides 1 for each 200 characters (up to 400)."""
STEP_DOWN = -0.2
WIDEST_GAP = -4.0
BESIDE = 2
"""Lines above the first and below the last paragraph in which a caption belongs to the report."""
GALLERY = 3
"""Captions that make a page without a paragraph a page of pictures."""


def report_lines(lines: Sequence[str], lexicon: FurnitureLexicon) -> list[int]:
    """Give the numbers of the lines that belong to the report, in order; none where no run of lines reads as one.

    Captions between them, or right above and below, belong to it; in a page of pictures the captions are the report.
    """
    left = thinned(lines, lexicon)
    shares = probabilities(features([lines[n] for n in left], lexicon))
    gains = []
    gap = 0.0
    for n, share in zip(left, shares, strict=True):
        gain = (share - LIKELY) * (SHORTEST + min(len(lines[n]), 400) / 200)
        if gain < 0:
            gain = min(0.0, max(gain, STEP_DOWN, WIDEST_GAP - gap))
            gap += gain
        else:
            gap = 0.0
        gains.append(gain)
    first, last = run_with_most(gains)
    kept = [left[n] for n in range(first, last) if shares[n] >= SURE]
    captions = [n for n, x in enumerate(lines) if is_caption(x, lexicon)]
    if not kept:
        return captions if len(captions) >= GALLERY else []
    return sorted({*kept, *(n for n in captions if kept[0] - BESIDE <= n <= kept[-1] + BESIDE)})


def probabilities(named: Sequence[Sequence[str]]) -> list[float]:
    """Give for each line, from the names of its features, how probable it is that it is the report's.

    Forward and backward sums of a linear chain with two labels, in logarithms.  Source: Lafferty et al. 2001.
    """
    weights = load_line_weights()
    (nn, ny, yn, yy), known = weights.steps, weights.features
    scores = [math.fsum(known.get(name, 0.0) for name in names) for names in named]
    forward: list[tuple[float, float]] = []
    for n, score in enumerate(scores):
        if n:
            a, b = forward[-1]
            forward.append((_sum(a + nn, b + yn), _sum(a + ny, b + yy) + score))
        else:
            forward.append((0.0, score))
    out = [0.0] * len(scores)
    a = b = 0.0
    for n in range(len(scores) - 1, -1, -1):
        no, yes = forward[n][0] + a, forward[n][1] + b
        out[n] = 1 / (1 + math.exp(min(700.0, no - yes)))
        s = scores[n]
        a, b = _sum(nn + a, ny + s + b), _sum(yn + a, yy + s + b)
    return out


def _sum(a: float, b: float) -> float:
    """Add two numbers given as logarithms."""
    high, low = (a, b) if a >= b else (b, a)
    return high + math.log1p(math.exp(low - high))
