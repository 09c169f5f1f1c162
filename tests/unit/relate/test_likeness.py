"""How likely two reports tell the same story, on texts written for the test."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.relate import candidates as module
from rujuk.relate.candidates import candidates
from rujuk.relate.features import Kind, features
from rujuk.relate.likeness import FLOOR, Comparison, chances, likely_pairs, load_weights
from rujuk.relate.stories import CHOSEN, LENIENT, MANY, SETTLED, prior
from rujuk.relate.vectors import Vectors, side_by_side


def report(name: str, text: str, day: int | None = 0, title: str | None = None) -> Report:
    published = Published(days=Days.on(date(2031, 3, 1) + timedelta(days=day)), basis=Basis.METADATA) if day is not None else None
    return Report(id=f"report:{name}", source=name, text=text, title=title, published=published, language="id")


def eruption(name: str, mountain: str, height: int, day: int | None = 0) -> Report:
    text = (
        f"Gunung {mountain} erupsi pada pagi hari. Kolom abu dari {mountain} teramati {height} meter di atas puncak.\n"
        f"Petugas pos pengamatan {mountain} meminta warga dan wisatawan menjauh dari kawah."
    )
    return report(name, text, day, title=f"Gunung {mountain} Erupsi, Kolom Abu {height} Meter")


def vectors(reports: list[Report]) -> Vectors:
    return side_by_side([features(r) for r in reports])


def likely(*reports: Report) -> dict[tuple[int, int], float]:
    found = [features(r) for r in reports]
    return chances(likely_pairs(found, side_by_side(found), -20.0), prior(MANY))


def found_candidates(reports: list[Report]) -> set[tuple[int, int]]:
    found = [features(r) for r in reports]
    days = np.array([f.first for f in found])
    return {(i, int(j)) for i, others in candidates([f.telling for f in found], days) for j in others}


def test_two_events_of_one_kind_are_told_apart_by_their_names() -> None:
    later = (
        "Abu dari Gunung {0} mencapai desa-desa di lereng timur. Warga {0} memakai masker, kata kepala desa.\n"
        "Status {0} belum berubah sejak erupsi pagi tadi."
    )
    same = report("b", later.format("Sembada"), title="Abu Gunung Sembada Capai Desa di Lereng Timur")
    other = report("c", later.format("Karsajaya"), title="Abu Gunung Karsajaya Capai Desa di Lereng Timur")
    found = likely(eruption("a", "Sembada", 700), same, other)
    assert found[0, 1] > 0.9
    assert found[0, 2] < 0.5


def test_reports_whose_titles_name_others_are_rivals() -> None:
    reports = [eruption("a", "Sembada", 700), eruption("b", "Sembada", 900), eruption("c", "Karsajaya", 800)]
    cosines, rival = Comparison(vectors(reports))(0, np.array([1, 2]))
    assert rival.tolist() == [False, True]
    assert cosines[0, Kind.NAMES] > cosines[1, Kind.NAMES] + 0.3
    meeting = report("d", "Abu dari puncak Karsajaya sampai ke Sembada.", title="Abu Karsajaya sampai jauh")
    assert Comparison(vectors([*reports, meeting]))(0, np.array([2, 3]))[1].tolist() == [True, False]


def test_a_common_word_is_not_the_name_it_looks_like() -> None:
    """A company called Armada Karsa is not named by a report on another one's fleet ("armada")."""
    one = report("a", "Laba Armada Karsa naik. Direksi Armada Karsa membagi dividen.", title="Armada Karsa Tebar Dividen")
    other = report("b", "Taksi Sembada menambah armada. Direksi Sembada membagi dividen.", title="Sembada Tebar Dividen")
    assert Comparison(vectors([one, other]))(0, np.array([1]))[1].tolist() == [True]


@pytest.mark.parametrize("turned", [False, True])
def test_a_lead_is_told_by_a_report_that_holds_its_words_anywhere(turned: bool) -> None:
    """The one that tells more of the other's lead counts, whichever it is."""
    lead = "Feri Bahtera karam di Selat Karsa."
    brief, long = report("a", lead), report("b", "Warga berduka di dermaga. " * 30 + lead)
    v = vectors([long, brief] if turned else [brief, long])
    assert Comparison(v)(0, np.array([1]))[0][0, Kind.BODY] == pytest.approx(1, abs=1e-5)


def test_words_that_one_report_lacks_change_nothing_for_it() -> None:
    """One report against some, by its own words alone, gives what all words give."""
    found = [
        features(r) for r in (eruption("a", "Sembada", 700), eruption("b", "Karsajaya", 900), report("c", "Harga cabai turun."))
    ]
    whole, own = (Comparison(v).odds(0, np.array([1, 2])) for v in (side_by_side(found), side_by_side(found, around=found[0])))
    assert (whole == own).all()


def test_reports_that_name_nobody_are_no_rivals() -> None:
    reports = [report("a", "harga cabai turun di pasar"), report("b", "harga bawang naik di pasar")]
    assert Comparison(vectors(reports))(0, np.array([1]))[1].tolist() == [False]


def test_a_comparison_leaves_nothing_behind_for_the_next() -> None:
    reports = [eruption("a", "Sembada", 700), eruption("b", "Karsajaya", 900), report("c", "Harga cabai turun.")]
    compare = Comparison(vectors(reports))
    once = compare(1, np.array([2]))[0]
    compare(0, np.array([1, 2]))
    assert (compare(1, np.array([2]))[0] == once).all()


def test_a_month_costs_nothing_and_a_year_little() -> None:
    a, other = report("a", "Warga Sembada mengungsi dari lereng."), "Ternak warga Sembada mati kehausan di ladang."
    near, year = (likely(a, report("b", other, day))[0, 1] for day in (29, 365))
    assert near == likely(a, report("b", other, None))[0, 1]
    assert near - 0.3 < year < near


def test_the_prior_falls_until_the_pile_is_a_collection() -> None:
    assert prior(0) == prior(1) == prior(CHOSEN) == LENIENT
    assert LENIENT > prior(30) > prior(MANY - 1) > prior(MANY) == SETTLED == prior(10**6)


def test_the_weights_reward_likeness() -> None:
    weights = load_weights()
    assert len(weights.cosines) == len(weights.across) == len(Kind)
    assert min(weights.cosines[: Kind.SHARED]) > 0 > weights.start
    assert weights.cosines[Kind.SHARED] == 0 < weights.across[Kind.SHARED]


def test_no_words_at_all_are_no_error() -> None:
    assert FLOOR < 0.5
    assert all(chance < 0.5 for chance in likely(report("a", ""), report("b", "")).values())


def test_the_candidates_of_a_large_pile_are_near_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALL_PAIRS", 0)
    monkeypatch.setattr(module, "NEAR", 2)
    reports = [eruption(str(n), "Sembada", 100 + n, day=9 - n) for n in range(10)]
    assert found_candidates(reports) == {(i, j) for i in range(10) for j in (i + 1, i + 2) if j < 10}


def test_a_shared_telling_word_alone_makes_no_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ALL_PAIRS", 0)
    reports = [report("a", "Feri karam kemarin malam"), report("b", "Feri baru dipesan pelabuhan")]
    assert found_candidates(reports) == set()
