"""What must hold of findings whatever the reports: copies, order, removal, strangers, language."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod
from rujuk.model.report import Outlet
from rujuk.model.story import Finding, Status
from rujuk.reconcile.findings import find_findings

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "reconcile"))
from newsroom import CATALOG, LOMAR, OTHER, SAHA, copy_of, day, make_report, office, person, said

OUTLETS = ("Harian A", "Harian B", "Harian C", "Harian D")
SOURCES = (
    None,
    office("BPBD Saha"),
    office("Polda Saha"),
    person("Rudi Anwar", "Kepala BPBD Saha"),
    office("pejabat"),
    office("PMI Saha"),
)
VERB = {"killed": "tewas", "detained": "ditahan", "displaced": "mengungsi"}

figures = st.fixed_dictionaries(
    {
        "measure": st.sampled_from(sorted(VERB)),
        "n": st.sampled_from([1, 3, 7, 12, 40, 1200]),
        "source": st.sampled_from(SOURCES),
        "mod": st.sampled_from([Mod.EQUAL, Mod.EQUAL, Mod.APPROX, Mod.EQUAL_OR_MORE]),
        "place": st.sampled_from([SAHA, SAHA, LOMAR]),
        "background": st.sampled_from([False, False, False, True]),
    }
)
reports = st.lists(st.tuples(st.integers(1, 6), st.lists(figures, min_size=1, max_size=3)), min_size=1, max_size=4)


def lay(drawn: list[tuple[int, list[dict[str, object]]]]) -> list[MarkedReport]:
    """Make reports of drawn figures; the same drawing gives the same reports."""
    out = []
    for i, (on, given_figures) in enumerate(drawn):
        text, claims = f"Laporan {i} dari Saha.", []
        for j, f in enumerate(given_figures):
            words = f"bagian {i}{j}: {f['n']} orang {VERB[str(f['measure'])]}"
            text += f" Pada {words} di wilayah itu."
            claims.append(
                said(
                    words,
                    str(f["measure"]),
                    f["n"],
                    mod=f["mod"],
                    source=f["source"],
                    place=f["place"],
                    background=bool(f["background"]),
                )
            )  # type: ignore[arg-type]
        out.append(make_report(OUTLETS[i], text, claims, on=day(on)))
    return out


def under_another_name(marked: MarkedReport, outlet: str) -> MarkedReport:
    """Print a report again, word for word, in another outlet."""
    new = f"{marked.report.id}-again"
    report = replace(marked.report, id=new, outlet=Outlet(name=outlet), source=f"{outlet}.txt")
    claims = tuple(replace(c, id=f"{c.id}-again") for c in marked.claims)
    return replace(marked, report=report, claims=claims)


def origin_names(findings: tuple[Finding, ...]) -> dict[str, set[str]]:
    return {c: {o.name for o in f.origins} for f in findings for c in f.claims}


@settings(max_examples=60, deadline=None)
@given(reports, st.integers(0, 3))
def test_a_verbatim_copy_adds_no_origin(drawn: list[tuple[int, list[dict[str, object]]]], which: int) -> None:
    pile = lay(drawn)
    source = pile[which % len(pile)]
    copy = under_another_name(source, "Harian Salin")
    before = find_findings("story:1", pile, (), catalog=CATALOG)
    after = find_findings("story:1", [*pile, copy], [copy_of(source, copy, 1.0)], catalog=CATALOG)
    assert not any(o.name == "Harian Salin" for f in after for o in f.origins)
    new = origin_names(after)
    # One body may be shown by its own name here and by its head's there.
    known = {name for f in before for o in f.origins for name in (o.name, *o.merged)}
    known |= {c.source.name for m in pile for c in m.claims if c.source is not None}
    for claim in (c.id for c in source.claims):
        assert new[f"{claim}-again"] <= known


@settings(max_examples=60, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_order_changes_nothing(drawn: list[tuple[int, list[dict[str, object]]]], random: object) -> None:
    pile = lay(drawn)
    mixed = list(pile)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert find_findings("story:1", pile, (), catalog=CATALOG) == find_findings("story:1", mixed, (), catalog=CATALOG)


@settings(max_examples=60, deadline=None)
@given(reports)
def test_every_figure_stands_in_one_finding(drawn: list[tuple[int, list[dict[str, object]]]]) -> None:
    pile = lay(drawn)
    findings = find_findings("story:1", pile, (), catalog=CATALOG)
    given_ids = sorted(c.id for m in pile for c in m.claims)
    assert sorted(c for f in findings for c in f.claims) == given_ids
    for f in findings:
        assert sorted(c for o in f.origins for c in o.claims) == sorted(f.claims)
        of = {c.id: m.report.id for m in pile for c in m.claims}
        assert (f.status == Status.SINGLE_REPORT) == (len({of[c] for c in f.claims}) == 1)
        assert f.background == (sum(c.background for m in pile for c in m.claims if c.id in f.claims) * 2 > len(f.claims))


@settings(max_examples=60, deadline=None)
@given(reports, st.integers(0, 3))
def test_removing_a_report_removes_its_claims_and_never_raises_agreement(
    drawn: list[tuple[int, list[dict[str, object]]]], which: int
) -> None:
    # One figure a report: with several, a report may itself show that two figures are two questions.
    pile = lay([(on, fs[:1]) for on, fs in drawn])
    gone = pile[which % len(pile)]
    rest = [m for m in pile if m is not gone]
    if not rest:
        return
    before = find_findings("story:1", pile, (), catalog=CATALOG)
    after = find_findings("story:1", rest, (), catalog=CATALOG)
    left = {c.id for c in gone.claims}
    assert not any(left & set(f.claims) for f in after)
    most = max(len(f.origins) for f in before)
    assert max(len(f.origins) for f in after) <= most
    # Nor does a claim come to rest on more words than before.
    home = {c: f for f in before for c in f.claims}
    for f in after:
        behind = {o.name for c in f.claims for o in home[c].origins}
        assert len(f.origins) <= len(behind)


@settings(max_examples=40, deadline=None)
@given(reports, st.lists(st.tuples(st.integers(1, 6), st.sampled_from([442, 7, 1500])), min_size=1, max_size=3))
def test_what_is_told_of_something_else_changes_nothing(
    drawn: list[tuple[int, list[dict[str, object]]]], strange: list[tuple[int, int]]
) -> None:
    """Reports of another matter, at another place and by others, leave the findings as they are, though they stand in the same pile."""
    pile = lay(drawn)
    others = [
        make_report(
            f"Warta {i}", f"Kapal {i} berlayar dari Tirta. Menurut nakhoda, {n} penumpang ada di kapal.",
            [said(f"{n} penumpang", "aboard", n, place=OTHER, counted="penumpang", source=person(f"Lodra {'ABC'[i]}wan", "nakhoda"))], on=day(on),
        )
        for i, (on, n) in enumerate(strange)
    ]  # fmt: skip
    alone = find_findings("story:1", pile, (), catalog=CATALOG)
    both = find_findings("story:1", [*pile, *others], (), catalog=CATALOG)
    assert [f for f in both if f.measure != "aboard"] == list(alone)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([3, 7, 12, 40]), st.sampled_from([3, 7, 12, 40]), st.integers(1, 2))
def test_a_translated_sentence_keeps_the_verdict(first: int, second: int, gap: int) -> None:
    a = make_report("Harian A", f"Banjir di Saha: {first} orang tewas.", [said(f"{first} orang tewas", best=first)], on=day(3))
    indonesian = make_report(
        "Harian B", f"Banjir di Saha: {second} orang tewas.", [said(f"{second} orang tewas", best=second)], on=day(3 + gap)
    )
    english = make_report(
        "Harian B",
        f"Flood in Saha: {second} people killed.",
        [said(f"{second} people killed", best=second, counted="people")],
        on=day(3 + gap),
        language="en",
    )
    one = find_findings("story:1", [a, indonesian], (), catalog=CATALOG)
    other = find_findings("story:1", [a, english], (), catalog=CATALOG)
    assert [(f.status, len(f.claims), len(f.origins)) for f in one] == [(f.status, len(f.claims), len(f.origins)) for f in other]
