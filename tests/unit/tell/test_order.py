"""The order in which findings are told, and what decided them."""

from __future__ import annotations

from dataclasses import replace

import dossiers
from rujuk.model.marks import Mod
from rujuk.model.story import Reason, Status
from rujuk.tell.lookup import Lookup
from rujuk.tell.order import deciding_reason, groups, hedge_of, independent_origins, key_findings


def test_groups_hold_every_finding_once() -> None:
    story = dossiers.ferry().stories[0]
    told = [f.id for g in groups(story) for f in g.findings]
    assert sorted(told) == sorted(f.id for f in story.findings)
    assert [g.name for g in groups(story)] == ["disputed", "changed", "stands", "one", "background"]


def test_order_of_findings_in_the_input_does_not_matter() -> None:
    story = dossiers.ferry().stories[0]
    turned = replace(story, findings=tuple(reversed(story.findings)))
    assert groups(turned) == groups(story)
    assert key_findings(turned) == key_findings(story)


def test_key_findings_put_the_whole_before_its_parts_and_leave_the_background() -> None:
    story = dossiers.ferry().stories[0]
    heavy = replace(story, findings=tuple(replace(f, weight=99.0) if f.part or f.background else f for f in story.findings))
    key = key_findings(heavy)
    assert len(key) == 6
    assert not [f for f in key if f.background or f.part]


def test_the_weightiest_dispute_is_never_left_out() -> None:
    story = dossiers.ferry().stories[0]
    light = replace(
        story,
        findings=tuple(
            replace(f, weight=-1.0) if f.status == Status.CONTESTED else f for f in story.findings if not f.background
        ),
    )
    key = key_findings(light)
    assert len(key) == 6
    assert [f.status for f in key].count(Status.CONTESTED) == 1
    assert key[-1].status == Status.CONTESTED
    agreed = replace(light, findings=tuple(f for f in light.findings if f.status != Status.CONTESTED))
    assert [f.id for f in key_findings(agreed)][:5] == [f.id for f in key[:5]], "the others keep their places"


def test_what_one_report_tells_in_passing_does_not_crowd_the_first_screen() -> None:
    story = dossiers.ferry().stories[0]
    own = [f for f in story.findings if not f.background and f.part is None]
    rest = [replace(f, status=Status.SINGLE_REPORT, weight=0.5 - 0.01 * n, reasons=()) for n, f in enumerate(own)]
    assert len(rest) > 3
    assert len(key_findings(replace(story, findings=tuple(rest)))) == 3
    heavy = [replace(f, weight=1.0) for f in rest]
    assert len(key_findings(replace(story, findings=tuple(heavy)))) == min(6, len(heavy)), "a toll that opens its report is told"


def test_two_spellings_of_a_name_are_left_to_the_page() -> None:
    story = dossiers.ferry().stories[0]
    own = [f for f in story.findings if not f.background and f.part is None]
    reason = replace(own[0].reasons[0], code="statement-name")
    spelled = replace(own[-1], status=Status.CONTESTED, weight=9.0, reasons=(reason,))
    key = key_findings(replace(story, findings=(*own[:-1], spelled)))
    assert spelled not in key


def test_only_background_is_still_told() -> None:
    story = dossiers.ferry().stories[0]
    only = replace(story, findings=tuple(f for f in story.findings if f.background))
    assert len(key_findings(only)) == 1


def test_the_hedge_that_leaves_least_open_is_printed() -> None:
    dossier = dossiers.ferry()
    lookup, killed = Lookup.of(dossier), dossier.stories[0].findings[0]
    assert hedge_of(killed, lookup) == Mod.EQUAL
    last = replace(killed, claims=killed.claims[4:5])
    assert hedge_of(last, lookup) == Mod.EQUAL_OR_MORE
    assert hedge_of(replace(killed, estimate=None), lookup) == Mod.EQUAL


def test_the_rule_decides_not_the_last_step() -> None:
    finding = dossiers.ferry().stories[0].findings[0]
    words = dossiers.two("a", "a")
    steps = tuple(Reason(code=c, detail=words) for c in ("same-question", "rule-grown", "estimate-latest"))
    found = deciding_reason(replace(finding, reasons=steps))
    assert found is not None
    assert found.code == "rule-grown"
    assert deciding_reason(replace(finding, reasons=())) is None


def test_the_origins_counted_are_those_of_the_main_figure() -> None:
    story = dossiers.ferry().stories[0]
    main = max((f for f in story.findings if f.measure and f.part is None and not f.background), key=lambda f: f.weight)
    assert independent_origins(story) == main.origins
    assert independent_origins(replace(story, findings=())) == ()
