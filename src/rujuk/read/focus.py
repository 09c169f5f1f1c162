"""The report inside a whole page copied as text: between the menus above it and the lists below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rujuk.text.lines import is_prose

_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•])\s?\S")
MANY = 25
"""Lines that are no prose from which a text may be a copied page; reports with their own lists and captions have fewer."""
PARAGRAPH = 0.8
"""What a line of prose counts for, besides 1 for each 200 characters (up to 400)."""
WIDEST_GAP = -8.0
"""What a run of other lines between paragraphs costs at most: a form or a list inside the report does not end it."""
_SHORT = -0.7
_STOPPED = 0.2


def find_report(lines: Sequence[str]) -> tuple[int, int] | None:
    """Give the first and last+1 line of the body in a copied page; None where the text is no copied page.

    The body is the run of lines with the greatest sum, where paragraphs count for their length and all other lines against.  Linear in the
    lines.  Source: maximum subsequence segmentation (Pasternack and Roth 2009).
    """
    prose = [is_prose(x) for x in lines]
    items = [not p and _ITEM.match(x) is not None for p, x in zip(prose, lines, strict=True)]
    short = len(lines) - sum(prose) - sum(items)
    if short < MANY or short < 1.5 * sum(prose) or sum(prose) < 3:
        return None
    first, last = densest_run(lines, prose)
    return (first, last) if last else None


def densest_run(lines: Sequence[str], prose: Sequence[bool]) -> tuple[int, int]:
    """Give the first and last+1 line of the run with the most running text; (0, 0) where there is none."""
    items = [not p and _ITEM.match(x) is not None for p, x in zip(prose, lines, strict=True)]
    gains = []
    gap = 0.0
    for n, text in enumerate(lines):
        gain = 0.0
        if prose[n]:
            gain = PARAGRAPH + min(len(text), 400) / 200
            gap = 0.0
        elif items[n] or text.endswith((".", '."', ".”", ".'")):
            gain = _STOPPED
        elif gap > WIDEST_GAP:
            gain = _SHORT
            gap += _SHORT
        gains.append(gain)
    return run_with_most(gains)


def run_with_most(gains: Sequence[float]) -> tuple[int, int]:
    """Give the first and last+1 place of the run with the greatest sum; (0, 0) where no sum is above nought."""
    best = total = 0.0
    start = first = last = 0
    for n, gain in enumerate(gains):
        total += gain
        if total <= 0:
            total, start = 0.0, n + 1
        elif total > best:
            best, first, last = total, start, n + 1
    return first, last
