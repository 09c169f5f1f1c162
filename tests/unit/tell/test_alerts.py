"""Alerts over reports made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from rujuk.model.claim import Claim, Modality, Value
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.model.measure import Catalog, Measure, Temporality
from rujuk.model.report import Basis, Outlet, Published, Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Bilingual, Finding, Origin, Status
from rujuk.tell.alerts import find_alerts

TEXT = "Tujuh rumah terbakar di Saha. Lima orang tewas."
CATALOG = Catalog(
    measures=(
        Measure(
            name="killed", label=Bilingual(id="Tewas", en="Killed"), question=Bilingual(id="?", en="?"), unit="person",
            temporality=Temporality.CUMULATIVE, weight=1.0,
        ),
        Measure(
            name="suspects", label=Bilingual(id="Tersangka", en="Suspects"), question=Bilingual(id="?", en="?"), unit="person",
            temporality=Temporality.CUMULATIVE, weight=0.7,
        ),
        Measure(
            name="money", label=Bilingual(id="Uang", en="Money"), question=Bilingual(id="?", en="?"), unit=None,
            temporality=Temporality.STATIC, weight=0.4,
        ),
    )
)  # fmt: skip


def claim(
    key: str,
    best: float | None,
    *,
    low: float | None = None,
    high: float | None = None,
    title: bool = False,
    as_of: Days | None = None,
    planned: bool = False,
    measure: str = "killed",
    unit: str | None = None,
) -> Claim:
    where = Where.TITLE if title else Where.TEXT
    exact = TEXT[30:46]
    return Claim(
        id=key, measure=measure, evidence=Span(start=30, end=46, exact=exact, where=where), as_of=as_of,
        value=Value(low=low or best, best=best, high=high or best, unit=unit), modality=Modality.PLANNED if planned else Modality.ASSERTED,
    )  # fmt: skip


def report(
    key: str, *claims: Claim, on: date | None = date(2031, 3, 3), partial: str | None = None, whole: bool = True
) -> MarkedReport:
    published = Published(days=Days.on(on), basis=Basis.METADATA) if on else None
    return MarkedReport(
        report=Report(
            id=key,
            source=f"{key}.txt",
            outlet=Outlet(name=f"Harian {key}"),
            title="Judul",
            text=LONG if whole else TEXT,
            published=published,
            partial=partial,
        ),
        claims=claims,
    )


def finding(status: Status, origins: tuple[Origin, ...], *claims: str) -> Finding:
    return Finding(
        id="finding:1", measure="killed", question=Bilingual(id="?", en="?"), status=status, claims=claims, origins=origins,
        summary=Bilingual(id="Tewas: 5", en="Killed: 5"), weight=1.0,
    )  # fmt: skip


LONG = TEXT + " Warga membersihkan puing rumah bersama petugas." * 10


def codes(reports: list[MarkedReport], *findings: Finding) -> list[str]:
    return [a.code for a in find_alerts(reports, findings, catalog=CATALOG)]


def test_a_headline_figure_that_the_body_lacks() -> None:
    assert codes([report("a", claim("c1", 50, title=True))]) == ["headline-not-in-body"]


def test_a_headline_against_the_body_names_both_figures() -> None:
    (alert,) = find_alerts([report("a", claim("c1", 50, title=True), claim("c2", 5))], (), catalog=CATALOG)
    assert alert.code == "headline-against-body"
    assert alert.detail.en == "The headline of Harian a says 50, but its body says 5."
    assert alert.detail.id == "Judul Harian a menyebut 50, tetapi isinya menyebut 5."


def test_a_teaser_cannot_be_checked() -> None:
    assert codes([report("a", claim("c1", 50, title=True), whole=False)]) == ["headline-on-teaser"]


def test_a_vague_headline_against_the_body() -> None:
    vague = claim("c1", None, low=20000, high=99999, title=True)
    (alert,) = find_alerts([report("a", vague, claim("c2", 10000))], (), catalog=CATALOG)
    assert alert.code == "headline-against-body"
    assert "puluhan ribu" in alert.detail.id
    assert codes([report("a", vague, claim("c2", 25000))]) == []


def test_a_figure_of_another_size_is_about_something_else() -> None:
    assert codes([report("a", claim("c1", 50000, title=True), claim("c2", 5))]) == ["headline-not-in-body"]


def test_items_of_a_sum_do_not_clash() -> None:
    reports = [report("a", claim("c1", 50), claim("c2", 250), claim("c3", 300))]
    origin = Origin(name="BPBD", kind=SourceKind.OFFICE, claims=("c1", "c2"), reports=("a",))
    assert codes(reports, finding(Status.SINGLE_REPORT, (origin,), "c1", "c2")) == []


def test_undated_reports_are_one_line() -> None:
    (alert,) = find_alerts([report(k, on=None) for k in "abc"], (), catalog=CATALOG)
    assert alert.code == "undated"
    assert "3" in alert.detail.en


def test_a_headline_that_rounds_is_no_alert() -> None:
    assert codes([report("a", claim("c1", 5, title=True), claim("c2", 5))]) == []


@pytest.mark.parametrize(("planned", "want"), [(False, ["impossible-day"]), (True, [])])
def test_a_day_after_publication(planned: bool, want: list[str]) -> None:
    assert codes([report("a", claim("c1", 5, as_of=Days.on(date(2031, 3, 9)), planned=planned))]) == want


def test_the_next_day_may_be_the_same_day_elsewhere() -> None:
    assert codes([report("a", claim("c1", 5, as_of=Days.on(date(2031, 3, 4))))]) == []


def test_money_may_be_due_on_a_later_day() -> None:
    owed = claim("c1", 28000, as_of=Days.on(date(2031, 11, 1)), measure="money", unit="USD")
    assert codes([report("a", owed)]) == []


@pytest.mark.parametrize(("measure", "want"), [("suspects", []), ("killed", ["headline-not-in-body"])])
def test_a_small_number_of_the_headline_may_count_names(measure: str, want: list[str]) -> None:
    assert codes([report("a", claim("c1", 3, title=True, measure=measure))]) == want


def test_a_toll_of_one_report_that_nobody_is_credited_with() -> None:
    own = Origin(name="Harian a", kind=SourceKind.OUTLET, claims=("c1",), reports=("a",))
    assert codes([report("a", claim("c1", 5))], finding(Status.SINGLE_REPORT, (own,), "c1")) == ["uncredited"]


def test_a_report_that_clashes_with_itself() -> None:
    reports = [report("a", claim("c1", 5), claim("c2", 9))]
    origin = Origin(name="BPBD", kind=SourceKind.OFFICE, claims=("c1", "c2"), reports=("a",))
    assert codes(reports, finding(Status.SINGLE_REPORT, (origin,), "c1", "c2")) == ["report-clash"]


def test_one_origin_behind_three_reports() -> None:
    reports = [report(k, claim(f"c{k}", 5)) for k in "abc"]
    origin = Origin(name="BPBD", kind=SourceKind.OFFICE, claims=("ca", "cb", "cc"), reports=("a", "b", "c"))
    alerts = find_alerts(reports, [finding(Status.SINGLE_ORIGIN, (origin,), "ca", "cb", "cc")], catalog=CATALOG)
    assert [a.code for a in alerts] == ["one-origin"]
    assert "Looks like 3 confirmations" in alerts[0].detail.en
    assert codes(reports[:2], finding(Status.SINGLE_ORIGIN, (origin,), "ca", "cb")) == []


def test_nobody_is_credited() -> None:
    reports = [report(k, claim(f"c{k}", 5)) for k in "ab"]
    origins = tuple(Origin(name=f"Harian {k}", kind=SourceKind.OUTLET, claims=(f"c{k}",), reports=(k,)) for k in "ab")
    assert codes(reports, finding(Status.AGREED, origins, "ca", "cb")) == ["uncredited"]


def test_undated_and_partial() -> None:
    assert codes([report("a", on=None, partial="paywall")]) == ["undated", "partial-text"]


@pytest.mark.parametrize(
    ("reason", "indonesian", "english"),
    [
        ("paywall: the text ends with a call to subscribe", "selebihnya berbayar", "the rest is not free"),
        ("pages of the article are missing: 2, 3", "yang tidak ada: 2, 3", "that are missing: 2, 3"),
        ("cut off: the archive stopped storing the page (time)", "terpotong", "cut off"),
        ("a reason {of} its own", "a reason {of} its own", "a reason {of} its own"),
    ],
)
def test_why_a_report_is_not_whole_is_told_in_both_languages(reason: str, indonesian: str, english: str) -> None:
    (alert,) = find_alerts([report("a", partial=reason)], [], catalog=CATALOG)
    assert indonesian in alert.detail.id
    assert english in alert.detail.en
