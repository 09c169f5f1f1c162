"""The CSV tables: shape, order, and cells that a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

import dossiers
from rujuk.model.claim import Place
from rujuk.model.span import Days
from rujuk.tell.tables import (
    CLAIM_COLUMNS,
    FINDING_COLUMNS,
    RISKY,
    claims_csv,
    country,
    date_precision,
    findings_csv,
    where_precision,
)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_claim_and_its_words_stand_where_it_says() -> None:
    dossier = dossiers.ferry()
    rows = _rows(claims_csv(dossier))
    assert tuple(rows[0]) == CLAIM_COLUMNS
    assert len(rows) == sum(len(m.claims) for m in dossier.reports)
    reports = {m.report.id: m.report for m in dossier.reports}
    for row in rows:
        report = reports[row["report"]]
        text = report.title if row["in"] == "title" else report.text
        assert text is not None
        assert text[int(row["start"]) : int(row["end"])] == row["evidence"]


def test_a_claim_row_in_full() -> None:
    row = next(r for r in _rows(claims_csv(dossiers.ferry())) if r["evidence"].startswith("About 30"))
    assert (row["low"], row["best"], row["high"], row["mod"]) == ("27", "30", "33", "APPROX")
    assert (row["source"], row["source_kind"], row["carried"]) == ("RSUD Kelor", "office", "false")
    assert (row["as_of_earliest"], row["published"], row["background"]) == ("2031-06-04", "2031-06-04", "false")
    assert row["outlet"] == "The Strait Ledger"


def test_one_row_a_finding_counts_origins_and_reports() -> None:
    dossier = dossiers.ferry()
    rows = _rows(findings_csv(dossier))
    assert tuple(rows[0]) == FINDING_COLUMNS
    assert len(rows) == len(dossier.stories[0].findings)
    assert rows[0]["status"] == "contested"
    killed = next(r for r in rows if r["measure"] == "killed" and r["status"] == "updated")
    assert (killed["number_of_sources"], killed["reports"], killed["best"]) == ("1", "5", "14")
    contested = rows[0]
    assert (contested["low"], contested["best"], contested["high"]) == ("131", "", "168")
    assert contested["date_prec"] == "1"
    assert contested["question_en"] == "How many people were on board?"


def test_sources_are_listed_in_one_order_the_earliest_first() -> None:
    killed = next(r for r in _rows(findings_csv(dossiers.ferry())) if r["measure"] == "killed" and r["status"] == "updated")
    offices, dates, titles = (killed[c].split("; ") for c in ("source_office", "source_date", "source_headline"))
    assert len(offices) == len(dates) == int(killed["reports"])
    assert (offices[0], dates[0]) in {("Warta Pesisir", "2031-06-03"), ("Kabar Teluk", "2031-06-03")}
    assert dates == sorted(dates)
    assert len(titles) == len(offices)
    assert (killed["date_start"], killed["date_end"]) == ("2031-06-05", "2031-06-05")


def test_points_fill_best_and_say_so() -> None:
    plain, pointed = (_rows(findings_csv(dossiers.ferry(), points=p)) for p in (None, "acled"))
    assert (plain[0]["best"], plain[0]["best_rule"]) == ("", "")
    assert (pointed[0]["low"], pointed[0]["best"], pointed[0]["high"]) == ("131", "131", "168")
    assert pointed[0]["best_rule"] == "acled: lowest number said"
    assert [r for r in plain if r["best"]] == [r for r in pointed if r["best"] and not r["best_rule"].startswith("acled")]


@pytest.mark.parametrize(
    ("place", "code", "land"),
    [
        (None, None, None),
        (Place(name="Selat Randu"), None, None),
        (Place(name="Randu", id="geonames:1", within=("kemendagri:99", "iso3166:ID")), 1, "ID"),
        (Place(name="Randu", id="kemendagri:99.01.01.2001", within=("iso3166:ID",)), 1, "ID"),
        (Place(name="Randu", id="kemendagri:99.01.01", within=("iso3166:ID",)), 2, "ID"),
        (Place(name="Randu", id="kemendagri:99.01", within=("iso3166:ID",)), 3, "ID"),
        (Place(name="Randu", id="kemendagri:99", within=("iso3166:ID",)), 4, "ID"),
        (Place(name="Randu", id="iso3166:XA-B", within=("iso3166:XA",)), 4, "XA"),
        (Place(name="Randu", id="iso3166:XA"), 6, "XA"),
    ],
)
def test_how_sharply_a_place_is_known(place: Place | None, code: int | None, land: str | None) -> None:
    assert (where_precision(place), country(place)) == (code, land)


@pytest.mark.parametrize(("last", "code"), [(1, 1), (2, 2), (6, 2), (7, 3), (8, 4), (30, 4)])
def test_how_sharply_days_are_known(last: int, code: int) -> None:
    assert date_precision(dossiers.on(1, last)) == code


def test_unknown_days_and_long_ones() -> None:
    assert date_precision(None) is None
    assert date_precision(Days(earliest=date(2031, 1, 1), latest=date(2031, 6, 1))) == 5


def test_large_numbers_are_written_plainly() -> None:
    row = next(r for r in _rows(findings_csv(dossiers.ferry())) if r["measure"] == "money")
    assert (row["best"], row["unit"]) == ("2500000000", "IDR")


def test_no_cell_of_text_can_start_a_formula() -> None:
    desk = dossiers.Desk("=cmd|' /C calc'!A0", "id", dossiers.on(1), "@SUM(1+1)", "-12 orang tewas, kata warga.")
    claim = desk.claim("killed", "-12 orang tewas", 12, source="+62 warga")
    origin = dossiers.Origin(name="\t=1", kind=dossiers.SourceKind.PERSON, claims=(claim,), reports=(desk.id,))
    words = dossiers.two("=a", "-b")
    found = dossiers.finding("killed", dossiers.Status.SINGLE_REPORT, words, words, (origin,), dossiers.sure(12, dossiers.on(1)))
    story = dossiers.Story(id="story:1", title="x", reports=(desk.id,), findings=(found,))
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    for text in (claims_csv(dossier), findings_csv(dossier)):
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [c for c in row if c.startswith(RISKY)]
    assert _rows(claims_csv(dossier))[0]["evidence"] == "'-12 orang tewas"


def test_lines_end_as_the_standard_says_and_the_empty_dossier_has_a_header() -> None:
    assert claims_csv(dossiers.empty()) == ",".join(CLAIM_COLUMNS) + "\r\n"
    assert findings_csv(dossiers.ferry()).count("\r\n") == 12


def test_a_negative_number_stays_a_number() -> None:
    desk = dossiers.Desk("A", "id", dossiers.on(1), "T", "minus dua")
    desk.claim("height", "minus dua", -2)
    story = dossiers.Story(id="story:1", title="x", reports=(desk.id,))
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    assert _rows(claims_csv(dossier))[0]["best"] == "-2"
