"""Which rules decided the verdicts of a story, for the page's account of its method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.story import Finding, Story
from rujuk.tell.order import deciding_reason, groups
from rujuk.tell.words import table


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule by its name in the documentation, and the findings it decided, in the page's order."""

    code: str
    findings: tuple[Finding, ...]


def rules_used(story: Story) -> tuple[RuleView, ...]:
    """Give the rules that decided, in the order in which they are tried; a rule without words comes last."""
    found: dict[str, list[Finding]] = {}
    for group in groups(story):
        for finding in group.findings:
            reason = deciding_reason(finding)
            if reason is not None:
                found.setdefault(reason.code.removeprefix("rule-"), []).append(finding)
    order: Sequence[str] = list(table("rule"))
    ranked = sorted(found, key=lambda code: (order.index(code) if code in order else len(order), code))
    return tuple(RuleView(code=code, findings=tuple(found[code])) for code in ranked)
