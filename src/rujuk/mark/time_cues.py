"""Whether the words around a time expression put it ahead of the day of writing or behind it."""

from __future__ import annotations

import bisect
from collections.abc import Callable

from rujuk.lang.times import TimeLexicon
from rujuk.mark.time_atoms import Atom, Shape, lowered

_BACK = 90
"""How many characters before an expression are searched for cue words."""
_ON = 70
"""How many after it, where it opens its sentence."""

_BESIDE = 4
"""A past participle so close behind a word for the future belongs to it."""


def tense(text: str, starts: list[int], lexicon: TimeLexicon) -> Callable[[Atom], bool | None]:
    """Make the function that says whether the words around an expression put it ahead (True) or behind (False).

    Of the cue words before it in its sentence the last one counts; where it opens its sentence, the first one after it.
    """
    low = lowered(text)

    def ahead(a: Atom) -> bool | None:
        n = bisect.bisect_right(starts, a.start)
        start = starts[n - 1] if n else 0
        end = starts[n] if n < len(starts) else len(low)
        window = (max(start, a.start - _BACK), a.start)
        if a.start - start < 8:
            future = lexicon.future.search(low, a.end, min(end, a.end + _ON))
            past = lexicon.past.search(low, a.end, min(end, a.end + _ON))
            if future is not None or past is not None:
                return future is not None and (past is None or future.start() < past.start())
        named = (
            a.shape is Shape.WEEKDAY and low[: a.start].rstrip().rpartition(" ")[2] in lexicon.articles
        )  # "by the Sunday quakes"
        if not named and lexicon.future_before.search(low, window[0], a.start):
            return True
        futures = [m.span() for m in lexicon.future.finditer(low, *window)]
        # "will be held": the participle after a word for the future is no past
        pasts = [
            m.start()
            for m in lexicon.past.finditer(low, *window)
            if not any(0 <= m.start() - end <= _BESIDE for _, end in futures)
        ]
        if not futures and not pasts:
            return None
        return bool(futures) and (not pasts or futures[-1][0] > pasts[-1])

    return ahead
