"""Where a speaker says otherwise than before: the two claims of a finding that clash, both from one mouth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rujuk.model.claim import Claim, ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.model.story import Finding, Status

CLASHES = frozenset(f"statement-{c}" for c in ("polarity", "antonym", "changed", "number", "clock", "several"))
"""The reasons of findings whose two claims say otherwise; what was planned and is done is none."""
FIGURES = (Status.CONTESTED, Status.REVISED)
"""A figure that only grows takes nothing back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a speaker said once: the words, and the report that carries them."""

    marked: MarkedReport
    claim: Claim

    @property
    def day(self) -> date:
        published = self.marked.report.published
        return published.days.earliest if published else date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Two sayings of one speaker that do not go together, the earlier first; `finding` tells why."""

    earlier: Said
    later: Said
    finding: Finding


def speaker_turns(
    reports: Sequence[MarkedReport], findings: Sequence[Finding], names: Mapping[str, str]
) -> dict[str, tuple[Turn, ...]]:
    """Give, for each speaker's name as the board writes it (`names` maps the others to it), in which findings he or she says otherwise.

    Only what two reports credit to one named speaker counts; unnamed sources may be several.
    """
    said = {c.id: Said(marked=m, claim=c) for m in reports for c in m.claims}
    out: dict[str, list[Turn]] = {}
    for finding in findings:
        for name, earlier, later in _clashing(finding, said, names):
            out.setdefault(name.casefold(), []).append(Turn(earlier=earlier, later=later, finding=finding))
    return {name: tuple(turns) for name, turns in sorted(out.items())}


def _clashing(finding: Finding, said: Mapping[str, Said], names: Mapping[str, str]) -> list[tuple[str, Said, Said]]:
    if finding.kind == ClaimKind.STATEMENT:
        reason = finding.reasons[0] if finding.reasons else None
        if reason is None or reason.code not in CLASHES:
            return []
        pair = [said[c] for c in reason.claims if c in said]
        mouths = {_mouth(s, names) for s in pair}
        return (
            [(name, *_two(pair))] if len(pair) == 2 and len(mouths) == 1 and (name := mouths.pop()) and _two_reports(pair) else []
        )
    if finding.status not in FIGURES:
        return []
    by_name: dict[str, list[Said]] = {}
    for c in finding.claims:
        if c in said and (name := _mouth(said[c], names)):
            by_name.setdefault(name, []).append(said[c])
    out = []
    for name, mine in sorted(by_name.items()):
        ordered = sorted(mine, key=_order)
        first, last = ordered[0], ordered[-1]
        if _two_reports((first, last)) and first.day < last.day and _number(first) != _number(last):
            out.append((name, first, last))
    return out


def _mouth(s: Said, names: Mapping[str, str]) -> str:
    """Give who said it, by the board's name; nothing where nobody is named."""
    source = s.claim.source
    if source is None or source.kind == SourceKind.ANONYMOUS:
        return ""
    return names.get(source.name, source.name)


def _two_reports(pair: Sequence[Said]) -> bool:
    return len({s.marked.report.id for s in pair}) == 2


def _two(pair: Sequence[Said]) -> tuple[Said, Said]:
    first, second = sorted(pair, key=_order)
    return first, second


def _order(s: Said) -> tuple[date, str]:
    return (s.day, s.claim.id)


def _number(s: Said) -> float | None:
    return s.claim.value.best if s.claim.value else None
