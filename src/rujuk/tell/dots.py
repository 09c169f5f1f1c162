"""What a picture of a finding shows: each origin's figures with their days, and the frame they are drawn in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from rujuk.model.claim import Claim, Polarity, Value
from rujuk.model.marks import Mod
from rujuk.model.span import Days
from rujuk.model.story import Finding, HistoryPoint
from rujuk.tell import format as fmt
from rujuk.tell.claims import OriginView
from rujuk.tell.words import Language, in_language, say

WIDTH = 520
"""Width of a picture in its own units; the page scales it."""
DOTS, TOLD = 60, 16
"""Most figures in a picture and in its description, the latest first; the list of origins has them all."""
UP = (Mod.MORE_THAN, Mod.EQUAL_OR_MORE)
DOWN = (Mod.LESS_THAN, Mod.EQUAL_OR_LESS)
FROM_ZERO = (None, "person")
"""Units that count things: their axis starts at zero.  A magnitude or a height may start near its values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One figure of one origin; claims that say the same at the same time are one dot."""

    origin: int
    name: str
    value: Value
    days: Days | None
    superseded: bool

    @property
    def low(self) -> float:
        return next(v for v in (self.value.low, self.value.best, self.value.high) if v is not None)

    @property
    def high(self) -> float:
        return next(v for v in (self.value.high, self.value.best, self.value.low) if v is not None)

    @property
    def middle(self) -> float:
        return self.value.best if self.value.best is not None else (self.low + self.high) / 2


def gather(finding: Finding, origins: Sequence[OriginView]) -> list[Dot]:
    """Gather the affirmed figures in the estimate's unit; the same figure of one origin and time is one dot."""
    old = {c for p in finding.history if p.superseded for c in p.claims}
    unit = finding.estimate.unit if finding.estimate else None
    seen: dict[tuple[object, ...], Dot] = {}
    for view in origins:
        for claim in (v.claim for v in (*view.shown, *view.more)):
            if claim.value is None or _empty(claim) or claim.polarity == Polarity.DENIED or claim.value.unit != unit:
                continue
            key = (view.index, claim.value, claim.as_of)
            dot = Dot(origin=view.index, name=view.origin.name, value=claim.value, days=claim.as_of, superseded=claim.id in old)
            if key not in seen or (seen[key].superseded and not dot.superseded):
                seen[key] = dot
    return sorted(seen.values(), key=lambda d: -(d.days.latest.toordinal() if d.days else 0))[:DOTS]


def _empty(claim: Claim) -> bool:
    value = claim.value
    return value is None or (value.low is None and value.best is None and value.high is None)


def value_range(finding: Finding, dots: Sequence[Dot], steps: Sequence[HistoryPoint]) -> tuple[float, float]:
    """Give the ends of the axis: zero and a little above for counts, around the values for measures."""
    values = [v for d in dots for v in (d.low, d.high)]
    values += [v for p in steps for v in (p.low, p.best, p.high) if v is not None]
    low, high = min(values), max(values)
    unit = dots[0].value.unit
    if unit in FROM_ZERO:
        return 0.0, high * 1.08 or 1.0
    room = (high - low) * 0.25 or 1.0
    return max(0.0, low - room), high + room


def open_picture(finding: Finding, language: Language, height: float, kind: str, about: str) -> list[str]:
    """Open the picture with its title and description for those who cannot see it."""
    slug = f"{finding.id.partition(':')[2]}-{language}"
    title = f"{say(kind, language)}: {in_language(finding.question, language)}"
    return [
        f'<svg class="chart" viewBox="0 0 {WIDTH} {height:g}" role="img" lang="{language}" aria-labelledby="t-{slug}" aria-describedby="d-{slug}">',
        f'<title id="t-{slug}">{escape(title)}</title><desc id="d-{slug}">{escape(about)}</desc>',
    ]


def told(dots: Sequence[Dot], language: Language) -> str:
    """Tell the figures in words, in order of time."""
    ordered = sorted(dots, key=lambda d: (d.days.latest if d.days else date.min, d.origin, d.middle))
    return "; ".join(
        say(
            "chart_point",
            language,
            origin=d.name,
            value=fmt.figure(d.value, language),
            days=fmt.days(d.days, language) if d.days else say("chart_undated", language),
        )
        for d in ordered[-TOLD:]
    )
