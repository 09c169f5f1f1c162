"""What would change a verdict: decided anew, never guessed."""

from __future__ import annotations

from newsroom import CATALOG, copy_of, day, make_report, office, person, said

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.story import Finding, Reuse, Status, Story
from rujuk.model.whatif import Outcome, Supposed, WhatIf
from rujuk.reconcile import likeness as features
from rujuk.reconcile.findings import find_findings
from rujuk.reconcile.whatif import what_if
from rujuk.tell.words import table


def story_of(reports: list[MarkedReport], reuse: tuple[Reuse, ...] = ()) -> Story:
    findings = find_findings("story:1", reports, reuse, catalog=CATALOG)
    return Story(id="story:1", title="x", reports=tuple(m.report.id for m in reports), findings=findings, reuse=reuse)


def tried(reports: list[MarkedReport], measure: str = "killed", reuse: tuple[Reuse, ...] = ()) -> tuple[Finding, WhatIf]:
    story = story_of(reports, reuse)
    finding = next(f for f in story.findings if f.measure == measure)
    return finding, what_if(story, finding, reports, catalog=CATALOG)


def by(change: WhatIf, supposed: Supposed) -> list[Outcome]:
    return [o for o in change.outcomes if o.supposed == supposed]


def report(outlet: str, n: int, *, source: str | None = None, on: int = 3, name: str = "killed") -> MarkedReport:
    text = f"Sebanyak {n} orang tewas di Saha" + (f", kata {source}." if source else ".")
    claim = said(f"{n} orang tewas", name, n, source=office(source) if source else None)
    return make_report(outlet, text, [claim], on=day(on))


def test_a_second_origin_would_make_it_agreed() -> None:
    finding, change = tried([report("Harian A", 12, source="BPBD"), report("Harian B", 12, source="BPBD")])
    assert finding.status == change.now == Status.SINGLE_ORIGIN
    (agree,) = by(change, Supposed.AGREE)
    assert (agree.status, agree.changed) == (Status.AGREED, True)
    assert agree.value is not None
    assert agree.value.best == 12
    (differ,) = by(change, Supposed.DIFFER)
    assert differ.status == Status.CONTESTED
    (grow,) = by(change, Supposed.GROW)
    assert grow.status == Status.UPDATED
    assert grow.estimate is not None
    assert grow.estimate.best == 24


def test_without_an_origin_of_two_it_rests_on_one() -> None:
    finding, change = tried([report("Harian A", 12, source="BPBD"), report("Harian B", 12, source="Polisi")])
    assert finding.status == Status.AGREED
    assert [o.status for o in by(change, Supposed.WITHOUT_ORIGIN)] == [Status.SINGLE_REPORT] * 2
    assert not by(change, Supposed.AGREE)


def test_leaving_a_report_out_never_raises_agreement() -> None:
    reports = [
        report("Harian A", 12, source="BPBD"),
        report("Harian B", 12, source="Polisi"),
        report("Harian C", 12, source="BPBD"),
    ]
    finding, change = tried(reports)
    lost = {o.name: o for o in by(change, Supposed.WITHOUT_REPORT)}
    assert finding.status == Status.AGREED
    assert lost[reports[0].report.id].status == Status.AGREED
    assert lost[reports[1].report.id].status == Status.SINGLE_ORIGIN
    assert [o.changed for o in lost.values()].count(True) == 1


def test_what_the_disputed_figures_would_need() -> None:
    finding, change = tried([report("Harian A", 12, source="BPBD"), report("Harian B", 60, source="Polisi")])
    assert finding.status == Status.CONTESTED
    later = by(change, Supposed.GROW)
    assert [o.value.best for o in later if o.value] == [12, 60]
    assert {o.status for o in by(change, Supposed.WITHOUT_ORIGIN)} == {Status.SINGLE_REPORT}


def test_a_copy_without_its_source_has_an_origin_of_its_own() -> None:
    a = report("Harian A", 12, source="BPBD")
    b = make_report("Harian B", a.report.text, [said("12 orang tewas", best=12)], on=day(4))
    finding, change = tried([a, b], reuse=(copy_of(a, b),))
    assert finding.status == Status.SINGLE_ORIGIN
    assert all(o.status == Status.SINGLE_REPORT for o in by(change, Supposed.WITHOUT_REPORT))


def test_one_report_alone_can_only_gain() -> None:
    finding, change = tried([report("Harian A", 12)])
    assert finding.status == Status.SINGLE_REPORT
    assert {o.supposed for o in change.outcomes} == {Supposed.AGREE, Supposed.DIFFER, Supposed.GROW}


def test_other_questions_of_the_measure_are_named_with_the_reason() -> None:
    text = "Sebanyak 12 orang tewas di Saha, 3 di antaranya anak. Gempa 2004 menewaskan 9.000 orang di Saha."
    claims = [
        said("12 orang tewas", best=12),
        said("3 di antaranya anak", best=3, part="anak"),
        said("9.000 orang", best=9000, background=True),
    ]
    reports = [make_report("Harian A", text, claims, on=day(3))]
    story = story_of(reports)
    main = next(f for f in story.findings if f.part is None and not f.background)
    change = what_if(story, main, reports, catalog=CATALOG)
    why = {next(f for f in story.findings if f.id == a.finding).background: a.why for a in change.apart}
    assert why == {False: "part", True: "background"}


def test_every_veto_and_sign_has_words() -> None:
    import inspect
    import re

    source = inspect.getsource(features._veto)
    vetoes = set(re.findall(r'return "([a-z-]+)"', source))
    assert vetoes
    assert vetoes <= set(table("apart"))
    whole = inspect.getsource(features)
    signs = {n for n, w in re.findall(r'\("([a-z-]+)", (-?[\d.]+)', whole) if float(w) > 0}
    assert signs <= set(table("sign")) | {"prominence"}, signs - set(table("sign"))


def test_the_signs_that_made_one_question_are_counted() -> None:
    reports = [report("Harian A", 12, source="BPBD"), report("Harian B", 12, source="BPBD")]
    _, change = tried(reports)
    assert change.pairs == 1
    assert {"same-number", "same-place"} <= {s.name for s in change.together}


def test_why_names_were_merged() -> None:
    def one(outlet: str, source: tuple[str, SourceKind, str | None], on: int) -> MarkedReport:
        text = f"Sebanyak 12 orang tewas di Saha, kata {source[2] or ''} {source[0]}."
        return make_report(outlet, text, [said("12 orang tewas", best=12, source=source)], on=day(on))

    chief = person("Arman Tulegen", "Kepala BPBD Lomar")
    reports = [one("A", chief, 3), one("B", person("Tulegen"), 3), one("C", office("BPBD Lomar"), 4)]
    finding, change = tried(reports)
    assert len(finding.origins) == 1
    why = {m.name: m.why for m in change.merged}
    assert set(why) == set(finding.origins[0].merged)
    assert why["Tulegen"] in ("inside", "role")
    assert {m.why for m in change.merged} <= set(table("merge"))
    assert "role" in why.values()


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = [report("Harian A", 12, source="BPBD"), report("Harian B", 60, source="Polisi"), report("Harian C", 12)]
    assert tried(reports)[1] == tried(reports[::-1])[1]


def test_a_vague_figure_supposes_a_number_beyond_its_range() -> None:
    claim = said("Puluhan orang tewas", low=20, high=99, mod=Mod.EQUAL)
    reports = [make_report("Harian A", "Puluhan orang tewas di Saha.", [claim], on=day(3))]
    _, change = tried(reports)
    (agree,) = by(change, Supposed.AGREE)
    assert agree.status == Status.AGREED
    (differ,) = by(change, Supposed.DIFFER)
    assert differ.value is not None
    assert differ.value.best == 200
