"""How a finding came about, step by step: sentences, question, origins, values over time, the rule, and what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rujuk.model.claim import ClaimKind
from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Reason, Story
from rujuk.model.whatif import Apart, Merged, Outcome, Supposed, WhatIf
from rujuk.tell import format as fmt
from rujuk.tell.claims import shown_name, view_claim, view_origins
from rujuk.tell.export.cited import figure_words, one_line
from rujuk.tell.lines import Writer
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import hedge_of
from rujuk.tell.terminal import print_claim, print_origin, print_verdict
from rujuk.tell.words import known

APART = 6
"""Other questions of the same measure that are listed, the weightiest first."""
USED = 8
"""Sentences that a rule used that are listed."""
QUESTION = ("same-question", "alone", "conversion", "set-aside")
ORIGIN = ("origin-", "merged", "uncredited")


@dataclass(slots=True)
class _Steps:
    """Numbers the headings."""

    writer: Writer
    last: int = 0

    def __call__(self, key: str, count: int | None = None) -> None:
        self.last += 1
        self.writer.heading(f"{self.last}. {self.writer.say(f'waterfall.{key}')}" + (f" ({count})" if count is not None else ""))


def explain(dossier: Dossier, story: Story, finding: Finding, change: WhatIf, writer: Writer) -> None:
    """Print the steps of one finding; `change` is what `reconcile.whatif` found."""
    lookup = Lookup.of(dossier)
    writer.heading(writer.words(finding.question))
    print_verdict(finding, lookup, writer, indent=0)
    writer.line(finding.id, "dim")
    step = _Steps(writer)
    step("claims", len(finding.claims))
    _claims(finding, story, lookup, writer)
    step("question")
    told = [r for r in finding.reasons if r.code in QUESTION]
    for reason in told:
        _reason(reason, lookup, writer, named=reason.code in ("set-aside", "conversion"))
    if not told:
        key = "waterfall.alone" if len(finding.claims) == 1 else "waterfall.point"
        writer.line(writer.say(key), indent=2)
    signs = [writer.say(f"sign.{s.name}") + f" {s.pairs}" for s in change.together if known(f"sign.{s.name}")]
    if signs:
        writer.line(writer.say("waterfall.signs", n=change.pairs, signs=", ".join(signs)), indent=2)
    _apart(story, change.apart, lookup, writer)
    step("origins", len(finding.origins))
    _origins(finding, story, change.merged, lookup, writer)
    if finding.history:
        step("values")
        _values(finding, lookup, writer)
    step("rule")
    _rule(finding, lookup, writer)
    step("whatif")
    for line in outcome_lines(finding, change, lookup, writer):
        writer.line(line, indent=2)


def _claims(finding: Finding, story: Story, lookup: Lookup, writer: Writer) -> None:
    views = [view_claim(m, c, lookup, story.reuse) for m, c in lookup.claims_of(finding.claims)]
    for view in sorted(views, key=lambda v: (v.claim.as_of.latest.isoformat() if v.claim.as_of else "", v.claim.id)):
        print_claim(view, writer, indent=2)
        writer.line(view.claim.id, "dim", indent=4)


def _reason(reason: Reason, lookup: Lookup, writer: Writer, *, named: bool = False) -> None:
    writer.line(writer.words(reason.detail), indent=2)
    if named:
        for marked, claim in lookup.claims_of(reason.claims):
            writer.line(f"“{one_line(claim.evidence.exact)}” ({shown_name(marked.report)})", "dim", indent=4)


def _apart(story: Story, apart: Sequence[Apart], lookup: Lookup, writer: Writer) -> None:
    if not apart:
        return
    by_id = {f.id: f for f in story.findings}
    writer.line(writer.say("waterfall.out"), indent=2)
    for other in apart[:APART]:
        f = by_id[other.finding]
        fill = {
            "score": fmt.number(round(other.score, 2), writer.language),
            "threshold": fmt.number(other.threshold, writer.language),
        }
        why = writer.say(f"apart.{other.why}", **fill) if known(f"apart.{other.why}") else other.why
        figure = figure_words(f, lookup, writer.language)
        writer.line(writer.say("waterfall.out_item", figure=figure, question=writer.words(f.question), why=why), indent=4)
    if len(apart) > APART:
        writer.line(writer.say("waterfall.out_more", n=len(apart) - APART), indent=4)


def _merged(name: str, found: Merged | None, origin: str, writer: Writer) -> str:
    """Tell a name that was merged, and by which sign; to which other name where that is not the origin's own."""
    if found is None or not known(f"merge.{found.why}"):
        return writer.say("merged", names=name)
    to = f" → {found.other}" if found.other != origin else ""
    return writer.say("merged", names=f"{name}{to}: {writer.say(f'merge.{found.why}', detail=one_line(found.detail))}")


def _origins(finding: Finding, story: Story, merged: Sequence[Merged], lookup: Lookup, writer: Writer) -> None:
    for view in view_origins(finding.origins, lookup, story.reuse):
        print_origin(view, writer)
        for name in view.origin.merged:
            found = next((m for m in merged if (m.origin, m.name) == (view.origin.name, name)), None)
            writer.line(_merged(name, found, view.origin.name, writer), indent=7)
        if view.origin.via:
            writer.line(writer.say("waterfall.via", names="; ".join(view.origin.via)), indent=7)
        outlets = list(dict.fromkeys(shown_name(v.report) for v in (*view.shown, *view.more)))
        writer.line(writer.say("waterfall.outlets", names=", ".join(outlets)), indent=7)
    for reason in finding.reasons:
        if reason.code.startswith(ORIGIN) and reason.code != "merged":
            _reason(reason, lookup, writer)


def _values(finding: Finding, lookup: Lookup, writer: Writer) -> None:
    unit = finding.estimate.unit if finding.estimate else None
    for point in finding.history:
        value = next((c.value for _, c in lookup.claims_of(point.claims) if c.value is not None), None)
        words = fmt.figure(value, writer.language) if value else fmt.span_of(point.low, point.high, unit, writer.language)
        old = f" ({writer.say('superseded')})" if point.superseded else ""
        writer.line(f"{fmt.days(point.as_of, writer.language, short=True)}: {words}{old}", indent=2)


def _rule(finding: Finding, lookup: Lookup, writer: Writer) -> None:
    for reason in finding.reasons:
        if reason.code not in QUESTION and not reason.code.startswith((*ORIGIN, "estimate-")):
            writer.line(writer.words(reason.detail), indent=2)
            writer.line(writer.say("waterfall.rule_code", code=reason.code.removeprefix("rule-")), "dim", indent=4)
            writer.line(writer.say("waterfall.used"), "dim", indent=4)
            used = lookup.claims_of(reason.claims)
            for marked, claim in used[:USED]:
                writer.line(f"“{one_line(claim.evidence.exact)}” ({shown_name(marked.report)})", "dim", indent=6)
            if len(used) > USED:
                writer.line(f"… +{len(used) - USED}", "dim", indent=6)
    for reason in finding.reasons:
        if reason.code.startswith("estimate-"):
            writer.line(writer.words(reason.detail), indent=2)


def outcome_lines(finding: Finding, change: WhatIf, lookup: Lookup, writer: Writer) -> list[str]:
    """Write what would change the finding, one line each; what would change nothing is counted."""
    if change.now != finding.status:
        now, then = (writer.say(f"status.{s.value}") for s in (change.now, finding.status))
        return [writer.say("waterfall.stale", now=now, then=then)]
    lines: list[str] = []
    for supposed, all_same, many in (
        (Supposed.WITHOUT_ORIGIN, "same_origins", "same_origin_many"),
        (Supposed.WITHOUT_REPORT, "same_reports", "same_report_many"),
    ):
        tried = [o for o in change.outcomes if o.supposed == supposed]
        moved = [o for o in tried if o.changed]
        lines += [
            writer.say(f"waterfall.{supposed.value}", name=_name(o, lookup, writer), then=_then(o, finding, lookup, writer))
            for o in moved
        ]
        if tried and not moved:
            lines.append(writer.say(f"waterfall.{all_same}"))
        elif len(tried) == len(moved) + 1:
            lines.append(writer.say("waterfall.same_other"))
        elif len(tried) > len(moved):
            lines.append(writer.say(f"waterfall.{many}", n=len(tried) - len(moved)))
    for o in change.outcomes:
        if o.supposed in (Supposed.AGREE, Supposed.DIFFER, Supposed.GROW):
            figure = fmt.figure(o.value, writer.language)
            lines.append(writer.say(f"waterfall.{o.supposed.value}", figure=figure, then=_then(o, finding, lookup, writer)))
    if finding.kind == ClaimKind.STATEMENT:
        lines.append(writer.say("waterfall.no_statement"))
    return lines


def _name(outcome: Outcome, lookup: Lookup, writer: Writer) -> str:
    marked = lookup.reports.get(outcome.name)
    if marked is None:
        return one_line(outcome.name)
    day = fmt.days(marked.report.published.days, writer.language, short=True) if marked.report.published else ""
    return ", ".join(x for x in (shown_name(marked.report), day) if x)


def _then(outcome: Outcome, finding: Finding, lookup: Lookup, writer: Writer) -> str:
    if outcome.status is None:
        return writer.say("waterfall.nothing")
    words = writer.say(f"status.{outcome.status.value}").lower()
    if outcome.estimate is not None:
        mod = hedge_of(replace(finding, estimate=outcome.estimate), lookup)
        words = writer.say("waterfall.verdict", status=words, figure=fmt.estimated(outcome.estimate, mod, writer.language))
    return writer.say("waterfall.changed" if outcome.status != finding.status else "waterfall.unchanged", then=words)
