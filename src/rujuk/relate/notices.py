"""What stands below every report of an outlet or an agency, whatever the report is about: that is no reuse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from rujuk.model.report import Report
from rujuk.relate.features import YEAR, rarity_of
from rujuk.text.tokens import words

KNOWN = 0.2
"""A closing passage is a notice, if of its telling words no larger part stands in what the two reports say before it: a recap takes up names that
the report has told, a notice speaks of rights, channels and programmes."""
SHORT, FEW = 3, 3
"""Words of fewer letters tell nothing here, and a passage of fewer telling words is not judged."""
BEHIND = 8
"""Up to so many words may stand behind a notice: a date, initials."""
Run: TypeAlias = tuple[int, int, int]
"""A shared run: its first word in the source, in the target, and its number of words."""


def closing(runs: Sequence[Run], source: int, target: int) -> list[Run]:
    """Give the runs that begin in the second half of texts of `source` and `target` words, and close both."""
    both = (source, target)
    return [
        (at, to, length)
        for at, to, length in runs
        if all(2 * first >= count <= first + length + BEHIND for first, count in zip((at, to), both, strict=True))
    ]


def notices(runs: Sequence[Run], source: Report, target: Report) -> list[Run]:
    """Give those of closing runs that hold no figure but a year, and have nothing to do with what either report says before."""
    if not runs:
        return []
    rare, said = rarity_of(target.language), (words(source.text), words(target.text))
    named = {w for r in (source, target) if r.outlet is not None for w in words(r.outlet.name)}
    titles = words(source.title or ""), words(target.title or "")
    found = []
    for at, to, length in runs:
        passage = said[1][to : to + length]
        if any(w.isdigit() and not YEAR.fullmatch(w) for w in passage):
            continue
        told = {w for w in passage if len(w) >= SHORT and not w.isdigit() and not rare.common(w)} - named
        before = {*titles[0], *said[0][:at]}, {*titles[1], *said[1][:to]}
        if len(told) >= FEW and sum(w in side for w in told for side in before) <= KNOWN * len(before) * len(told):
            found.append((at, to, length))
    return found
