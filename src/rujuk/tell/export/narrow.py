"""A dossier cut down to one story, or to one finding with the reports that carry it."""

from __future__ import annotations

from dataclasses import replace

from rujuk.errors import ConfigError
from rujuk.model.dossier import Dossier
from rujuk.model.story import Finding, Story
from rujuk.tell.lookup import Lookup


def narrow(dossier: Dossier, ident: str) -> Dossier:
    """Keep the story or finding called `ident`: its whole id, or the beginning of it.

    Raises:
        ConfigError: there is none, or there are several.
    """
    stories = [s for s in dossier.stories if _called(s.id, ident)]
    findings = [(s, f) for s in dossier.stories for f in s.findings if _called(f.id, ident)]
    several = len(stories) + len(findings)
    if several != 1:
        raise ConfigError(
            f"{several} ids of stories and findings begin with {ident!r}"
            if several
            else f"no story or finding is called {ident!r}",
            expected="the id of one story or finding",
            remedy="rujuk show prints the ids of findings",
        )
    story = stories[0] if stories else _with_one(*findings[0], Lookup.of(dossier))
    return replace(
        dossier, stories=(story,), reports=tuple(m for m in dossier.reports if m.report.id in set(story.reports)), failures=()
    )


def _called(whole: str, ident: str) -> bool:
    kind, _, digest = whole.partition(":")
    given, colon, wanted = ident.rpartition(":")
    return bool(wanted) and digest.startswith(wanted) and (not colon or given == kind)


def _with_one(story: Story, finding: Finding, lookup: Lookup) -> Story:
    """Keep of a story what belongs to one finding."""
    held = {m.report.id for m, _ in lookup.claims_of(finding.claims)}
    return replace(
        story,
        reports=tuple(i for i in story.reports if i in held),
        findings=(finding,),
        reuse=tuple(r for r in story.reuse if {r.source, r.target} <= held),
        timeline=(),
        alerts=tuple(a for a in story.alerts if a.finding == finding.id),
    )
