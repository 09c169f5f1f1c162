"""The ordered rules, one case each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from newsroom import day, make_report, office, said

from rujuk.model.claim import ClaimKind
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.measure import Temporality
from rujuk.model.story import Origin, Status
from rujuk.reconcile.datum import Datum, gather
from rujuk.reconcile.estimate import make_estimate, make_history
from rujuk.reconcile.verdict import RULES, decide
from rujuk.reconcile.wording import LANGUAGES, template

CUMULATIVE, STATE, STATIC = Temporality.CUMULATIVE, Temporality.STATE, Temporality.STATIC


def told(
    *figures: tuple[str, int, float, Mod], local: dict[str, str] | None = None, words: dict[str, str] | None = None
) -> list[Datum]:
    """Make data: outlet, day, value, hedge."""
    reports = []
    for outlet, d, n, mod in figures:
        text = f"Menurut catatan {outlet}, {n:g} orang tewas di Saha{(words or {}).get(outlet, '')}."
        claim = said(f"{n:g} orang tewas", best=n, mod=mod, source=office(outlet))
        reports.append(make_report(outlet, text, [claim], on=day(d), local=(local or {}).get(outlet)))
    return gather(reports, ClaimKind.FIGURE)


def origins(data: list[Datum], *, one: bool = False) -> list[Origin]:
    names = {d.id: "satu" if one else d.outlet for d in data}
    return [
        Origin(name=n, kind=SourceKind.OFFICE, claims=tuple(c for c, x in names.items() if x == n), reports=())
        for n in sorted(set(names.values()))
    ]


EQ, MORE, LEAST = Mod.EQUAL, Mod.MORE_THAN, Mod.EQUAL_OR_MORE


@pytest.mark.parametrize(
    ("figures", "temporality", "one", "status", "code"),
    [
        ((("A", 3, 5, EQ),), CUMULATIVE, False, Status.SINGLE_REPORT, "one-report"),
        ((("A", 3, 5, EQ), ("B", 3, 5, EQ)), CUMULATIVE, True, Status.SINGLE_ORIGIN, "one-origin"),
        ((("A", 3, 5, EQ), ("B", 3, 5, EQ)), CUMULATIVE, False, Status.AGREED, "fits"),
        ((("A", 3, 6, LEAST), ("B", 3, 8, EQ)), CUMULATIVE, False, Status.AGREED, "fits"),
        ((("A", 3, 5, EQ), ("B", 4, 9, EQ)), CUMULATIVE, False, Status.UPDATED, "grown"),
        ((("A", 3, 89, LEAST), ("B", 4, 100, MORE)), CUMULATIVE, False, Status.UPDATED, "grown"),
        ((("A", 3, 20, EQ), ("B", 3, 28, EQ)), CUMULATIVE, False, Status.UPDATED, "within-a-day"),
        ((("A", 3, 20, EQ), ("B", 3, 60, EQ)), CUMULATIVE, False, Status.CONTESTED, "unexplained"),
        ((("A", 3, 40, EQ), ("B", 5, 30, EQ)), CUMULATIVE, True, Status.REVISED, "origin-lowered"),
        ((("A", 3, 40, EQ), ("B", 5, 30, EQ)), CUMULATIVE, False, Status.CONTESTED, "unexplained"),
        ((("A", 3, 40, EQ), ("B", 5, 30, EQ), ("C", 6, 30, EQ)), CUMULATIVE, False, Status.REVISED, "replaced"),
        ((("A", 3, 400, EQ), ("B", 5, 300, EQ)), STATE, False, Status.UPDATED, "state-changed"),
        ((("A", 3, 48, EQ), ("B", 3, 49, EQ)), STATIC, True, Status.UPDATED, "counted-anew"),
        ((("A", 3, 48, EQ), ("B", 3, 61, EQ)), STATIC, False, Status.CONTESTED, "unexplained"),
    ],
)
def test_rule(
    figures: tuple[tuple[str, int, float, Mod], ...], temporality: Temporality, one: bool, status: Status, code: str
) -> None:
    data = told(*figures)
    found = decide(data, origins(data, one=one), temporality=temporality, background=False)
    assert (found.status, found.code) == (status, code)
    assert set(found.claims) <= {d.id for d in data}


def test_the_clock_orders_a_day() -> None:
    local = {"A": "2031-03-03T06:00:00+07:00", "B": "2031-03-03T15:00:00+07:00"}
    data = told(("A", 3, 20, EQ), ("B", 3, 60, EQ), local=local)
    assert decide(data, origins(data), temporality=CUMULATIVE, background=False).code == "grown"


def test_another_event_does_not_grow() -> None:
    data = told(("A", 3, 26000, EQ), ("B", 5, 31000, EQ))
    assert decide(data, origins(data), temporality=CUMULATIVE, background=True).status == Status.CONTESTED


def test_a_correction_in_words_comes_before_growth() -> None:
    data = told(("A", 3, 40, EQ), ("B", 5, 30, EQ), words={"B": ", setelah jumlahnya dikoreksi"})
    found = decide(data, origins(data), temporality=CUMULATIVE, background=False)
    assert (found.status, found.code) == (Status.REVISED, "corrected")
    estimate = make_estimate(data, found)
    assert (estimate.best, estimate.rule) == (30, "latest")
    assert [p.superseded for p in make_history(data, found)] == [True, False]


def test_a_contested_figure_has_a_range_and_no_best() -> None:
    data = told(("A", 3, 20, EQ), ("B", 3, 60, EQ))
    found = decide(data, origins(data), temporality=CUMULATIVE, background=False)
    estimate = make_estimate(data, found)
    assert (estimate.low, estimate.best, estimate.high) == (20, None, 60)


def test_the_sharpest_figure_is_printed() -> None:
    data = told(("A", 3, 20000, Mod.APPROX), ("B", 3, 20312, EQ))
    found = decide(data, origins(data), temporality=STATIC, background=False)
    assert make_estimate(data, found).best == 20312


def test_the_last_rule_always_applies() -> None:
    assert RULES[-1].__name__ == "unexplained"
    assert all(rule.__doc__ for rule in RULES)


def test_the_page_on_verdicts_lists_the_rules_in_their_order() -> None:
    page = (Path(__file__).parents[3] / "docs" / "verdicts.md").read_text(encoding="utf-8")
    section = page.split("## 4. The rules, in order")[1].split("##")[0]
    listed = re.findall(r"^\| ([a-z-]+) \| ", section, re.MULTILINE)
    assert [name for name in listed if name != "rule"] == [rule.__name__.replace("_", "-") for rule in RULES]


def test_every_rule_has_its_reason_in_both_languages() -> None:
    for rule in RULES:
        for language in LANGUAGES:
            assert template(language, "rule", rule.__name__.replace("_", "-"))


def test_figures_that_differ_by_who_is_counted_agree() -> None:
    data = told(("A", 3, 130, EQ), ("B", 3, 137, EQ), words={"B": ", termasuk tujuh pelaku"})
    found = decide(data, origins(data), temporality=CUMULATIVE, background=False)
    assert (found.status, found.code) == (Status.AGREED, "included")
    without = told(("A", 3, 130, EQ), ("B", 3, 237, EQ), words={"B": ", termasuk tujuh pelaku"})
    assert decide(without, origins(without), temporality=STATIC, background=False).status == Status.CONTESTED


def test_who_gives_a_figure_himself_does_not_deny_it() -> None:
    a = make_report(
        "A", "21 anak dibebaskan, kata Kapolres.", [said("21 anak", best=21, source=office("Polres Saha"))], on=day(3)
    )
    b = make_report(
        "B", "Kapolres membantah 21 anak itu ditukar. 21 anak dibebaskan, kata Kapolres.",
        [said("21 anak itu ditukar", best=21, source=office("Polres Saha"), denied=True), said("21 anak dibebaskan", best=21, source=office("Polres Saha"))],
        on=day(3),
    )  # fmt: skip
    data = gather([a, b], ClaimKind.FIGURE)
    assert decide(data, origins(data, one=True), temporality=CUMULATIVE, background=False).status == Status.SINGLE_ORIGIN
    other = make_report(
        "C",
        "PMI membantah 21 anak dibebaskan.",
        [said("21 anak dibebaskan", best=21, source=office("PMI"), denied=True)],
        on=day(3),
    )
    data = gather([a, other], ClaimKind.FIGURE)
    assert decide(data, origins(data), temporality=CUMULATIVE, background=False).code == "denied"


def test_a_running_count_may_differ_within_hours() -> None:
    """Once a later report is higher, two reports of one day need no hours."""
    data = told(("A", 3, 400, MORE), ("B", 4, 400, MORE), ("C", 4, 527, EQ), ("D", 2, 300, EQ))
    found = decide(data, origins(data), temporality=CUMULATIVE, background=False)
    assert (found.status, found.code) == (Status.UPDATED, "grown")
    assert make_estimate(data, found).best == 527


def test_a_vague_word_is_outgrown() -> None:
    vague = make_report(
        "A", "Puluhan orang tewas di Saha.", [said("Puluhan orang", low=20, high=99, source=office("A"))], on=day(3)
    )
    later = make_report("B", "Kini 164 orang tewas di Saha.", [said("164 orang", best=164, source=office("B"))], on=day(5))
    data = gather([vague, later], ClaimKind.FIGURE)
    assert decide(data, origins(data), temporality=CUMULATIVE, background=False).status == Status.UPDATED
