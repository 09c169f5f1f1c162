"""In which order findings are told: the same for the page, the tables and the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.model.claim import ClaimKind
from rujuk.model.marks import Mod
from rujuk.model.story import Finding, Origin, Reason, Status, Story
from rujuk.tell.lookup import Lookup

KEY_FINDINGS = 6
"""How many findings the first screen tells.  Source: issue 7, "three to six"."""

LEAST_FINDINGS = 3
"""How many findings the first screen tells in any case."""
ALONE = 0.75
"""From this weight on, what one report alone has is told on the first screen beside the first three.  Set by eye: a toll that opens its report is."""

GROUPS: tuple[tuple[str, tuple[Status, ...]], ...] = (
    ("disputed", (Status.CONTESTED,)),
    ("changed", (Status.UPDATED, Status.REVISED)),
    ("stands", (Status.AGREED,)),
    ("one", (Status.SINGLE_ORIGIN, Status.SINGLE_REPORT)),
)


HEDGES = (Mod.EQUAL, Mod.APPROX, Mod.EQUAL_OR_MORE, Mod.LESS_THAN, Mod.MORE_THAN, Mod.EQUAL_OR_LESS)
"""Hedges by how much they leave open, least first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Findings that are told together, weightiest first."""

    name: str
    findings: tuple[Finding, ...]


def _rank(finding: Finding) -> tuple[float, int, str]:
    return (-finding.weight, -len(finding.claims), finding.id)


def key_findings(story: Story) -> tuple[Finding, ...]:
    """Give the findings that the first screen tells: the weightiest, the story's own before those about its parts.

    Beyond the first three, what one report tells in passing is left to the page, as are two spellings of a name.
    Where something is disputed, the weightiest dispute is among them: who looks for ten seconds must not miss it.
    """
    own = sorted((f for f in story.findings if not f.background), key=lambda f: (_spelling(f), *_rank(f)))
    if not own:
        return tuple(sorted(story.findings, key=_rank)[:KEY_FINDINGS])
    whole = [f for f in own if f.part is None]
    ordered = whole + [f for f in own if f.part is not None]
    chosen = ordered[:LEAST_FINDINGS]
    chosen += [
        f for f in ordered[LEAST_FINDINGS:] if (f.status != Status.SINGLE_REPORT or f.weight >= ALONE) and not _spelling(f)
    ]
    chosen = chosen[:KEY_FINDINGS]
    disputes = [f for f in own if f.status == Status.CONTESTED and not _spelling(f)]
    if disputes and not any(f.status == Status.CONTESTED for f in chosen):
        chosen[-1] = disputes[0]
    return tuple(chosen)


def _spelling(finding: Finding) -> bool:
    """Say whether a finding only tells that a name is written in two ways."""
    return any(r.code == "statement-name" for r in finding.reasons)


def groups(story: Story) -> tuple[Group, ...]:
    """Put the findings of a story into the groups in which they are told; empty groups are left out."""
    ranked = sorted(story.findings, key=_rank)
    out = [Group(name=n, findings=tuple(f for f in ranked if f.status in s and not f.background)) for n, s in GROUPS]
    out.append(Group(name="background", findings=tuple(f for f in ranked if f.background)))
    return tuple(g for g in out if g.findings)


def standing(story: Story) -> tuple[tuple[str, int], ...]:
    """Count the findings of each group; that nothing is disputed is worth a word, that there is no background is not."""
    count = {g.name: len(g.findings) for g in groups(story)}
    named = [name for name, _ in GROUPS] + (["background"] if "background" in count else [])
    return tuple((name, count.get(name, 0)) for name in named)


def independent_origins(story: Story) -> tuple[Origin, ...]:
    """Give the origins of the main finding: the weightiest figure of the whole event, else the weightiest finding.

    Counting every voice of every finding would tell many confirmations where one stands behind the figure that matters.
    """
    own = [f for f in sorted(story.findings, key=_rank) if not f.background] or list(story.findings)
    main = next((f for f in own if f.kind == ClaimKind.FIGURE and f.part is None), own[0] if own else None)
    return main.origins if main is not None else ()


def hedge_of(finding: Finding, lookup: Lookup) -> Mod:
    """Give the hedge of a finding's estimate: the one that leaves least open among its claims with that figure, else none."""
    estimate = finding.estimate
    if estimate is None or estimate.best is None:
        return Mod.EQUAL
    values = [c.value for _, c in lookup.claims_of(finding.claims) if c.value and c.value.best == estimate.best]
    same = [v.mod for v in values if v.low == estimate.low] or [v.mod for v in values]
    return min(same, key=HEDGES.index, default=Mod.EQUAL)


def deciding_reason(finding: Finding) -> Reason | None:
    """Give the reason that decided: the rule among the steps, else the last step."""
    rules = [r for r in finding.reasons if r.code.startswith(("rule-", "statement-"))]
    return next(reversed(rules or finding.reasons), None)
