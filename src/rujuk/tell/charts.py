"""A finding's figures as a picture: over time where they moved, side by side where origins differ at one time.

Drawn as plain SVG with classes, so that the page's colours (light, dark, print) apply.  What colour says, shape and letter say too.
"""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.story import Finding, Status
from rujuk.tell.claims import OriginView
from rujuk.tell.dots import gather
from rujuk.tell.over_time import over_time
from rujuk.tell.side_by_side import side_by_side
from rujuk.tell.words import Language


def chart_kind(finding: Finding, origins: Sequence[OriginView]) -> str:
    """Choose the picture: `time` where the figure moved, `side` where origins differ at one time, nothing where all say the same."""
    dots = gather(finding, origins)
    if len({d.value.best if d.value.best is not None else (d.low, d.high) for d in dots}) < 2:
        return ""
    moved = len({d.days for d in dots if d.days}) > 1 and len({p.as_of for p in finding.history if p.as_of}) > 1
    return "time" if moved and finding.status != Status.CONTESTED else "side"


def chart(finding: Finding, origins: Sequence[OriginView], kind: str, language: Language) -> str:
    """Draw the finding's figures as the chosen picture."""
    dots = gather(finding, origins)
    if kind == "time":
        return over_time(finding, [d for d in dots if d.days is not None], language)
    return side_by_side(finding, dots, language)
