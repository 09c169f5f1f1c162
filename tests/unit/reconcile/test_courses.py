"""How figures that differ come together: lagging papers, earlier values, headlines, offices, places, amounts."""

from __future__ import annotations

import pytest
from newsroom import CATALOG, copy_of, day, make_report, office, person, said

from rujuk.model.claim import ClaimKind, Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Mod
from rujuk.model.story import Finding, Status
from rujuk.reconcile.datum import gather
from rujuk.reconcile.findings import find_findings
from rujuk.reconcile.nests import find_nests
from rujuk.reconcile.places import Nearness, nearness

BPBD = office("BPBD Saha")


def toll(outlet: str, n: int, d: int, source: object = BPBD) -> MarkedReport:
    return make_report(outlet, f"Banjir Saha: {n} orang tewas.", [said(f"{n} orang tewas", best=n, source=source)], on=day(d))  # type: ignore[arg-type]


def figures(*reports: MarkedReport, measure: str = "killed") -> list[Finding]:
    return [f for f in find_findings("story:1", reports, (), catalog=CATALOG) if f.measure == measure]


def test_a_paper_that_lags_does_not_undo_growth() -> None:
    (f,) = figures(toll("A", 60, 3), toll("B", 84, 4), toll("C", 60, 5, office("Dinas Damkar Saha")), toll("D", 85, 9))
    assert f.status == Status.UPDATED
    assert f.estimate is not None
    assert f.estimate.best == 85


def test_two_offices_of_one_day_stay_contested_though_one_is_printed_again() -> None:
    police = office("Polres Saha")
    (f,) = figures(toll("A", 66, 4), toll("B", 22, 4, police), toll("C", 66, 5))
    assert f.status == Status.CONTESTED


def test_a_vague_word_neither_contests_nor_widens() -> None:
    vague = make_report("A", "Puluhan orang tewas dalam banjir Saha.", [said("Puluhan orang", low=20, high=99)], on=day(4))
    (f,) = figures(vague, toll("B", 250, 4), toll("C", 250, 4, office("Dinas Damkar Saha")))
    assert f.status == Status.AGREED
    assert f.estimate is not None
    assert (f.estimate.best, f.estimate.low) == (250, 250)


def test_a_contested_range_is_of_numbers_only() -> None:
    vague = make_report("A", "Puluhan orang tewas dalam banjir Saha.", [said("Puluhan orang", low=20, high=99)], on=day(4))
    (f,) = figures(vague, toll("B", 66, 4), toll("C", 25, 4, office("Polres Saha")))
    assert f.status == Status.CONTESTED
    assert f.estimate is not None
    assert (f.estimate.low, f.estimate.high) == (25, 66)


def test_the_earlier_value_of_a_correction_is_history() -> None:
    new = make_report(
        "B", "Korban tewas banjir Saha kini 45 orang, sebelumnya 47 orang, kata BPBD Saha.",
        [said("45 orang", best=45, source=BPBD), said("47 orang", best=47, source=BPBD, rule="killed.previous")], on=day(5),
    )  # fmt: skip
    (f,) = figures(toll("A", 47, 4), new)
    assert f.status == Status.REVISED
    assert f.estimate is not None
    assert f.estimate.best == 45
    assert f.history[0].superseded
    assert not f.history[-1].superseded


def test_a_vague_headline_over_another_number_is_set_aside() -> None:
    a = make_report(
        "A", "Polisi menahan hampir 10.000 orang di Saha.",
        [said("Puluhan Ribu Orang", "detained", low=20000, high=99999), said("hampir 10.000 orang", "detained", 10000, mod=Mod.LESS_THAN)],
        on=day(4), title="Puluhan Ribu Orang Ditahan di Saha",
    )  # fmt: skip
    (f,) = figures(a, measure="detained")
    assert f.estimate is not None
    assert f.estimate.best == 10000
    assert any(r.code == "set-aside" for r in f.reasons)


def test_a_headline_goes_back_to_whom_the_body_credits() -> None:
    a = make_report(
        "A", "Jumlahnya kini 47 jiwa menurut BPBD Saha.",
        [said("47 Orang", best=47), said("47 jiwa", "displaced", 47, source=BPBD)], on=day(4), title="47 Orang Tewas di Saha",
    )  # fmt: skip
    (f,) = figures(a)
    assert [o.name for o in f.origins] == ["BPBD Saha"]


def test_an_agency_comes_before_a_person_who_speaks_in_its_report() -> None:
    a = make_report(
        "A", "Polisi menahan 900 orang. Presiden menyebut enam serangan.",
        [
            said("900 orang", "detained", 900),
            said("enam serangan", "attackers", 6, source=person("Arman Tulegen", "Presiden Lomar")),
        ],
        on=day(4), wires=["Reuters"],
    )  # fmt: skip
    (f,) = figures(a, measure="detained")
    assert [o.name for o in f.origins] == ["Reuters"]


def test_a_figure_without_a_place_meets_the_main_one() -> None:
    strait = Place(name="Selat Bunga")
    a = make_report("A", "Kantor SAR menyebut 112 orang di feri.", [said("112 orang", "aboard", 112, place=strait, source=office("Kantor SAR Saha"))], on=day(4))  # fmt: skip
    b = make_report("B", "Manifes mencatat 83 orang, kata syahbandar.", [said("83 orang", "aboard", 83, place=None, source=office("Syahbandar Saha"))], on=day(5))  # fmt: skip
    (f,) = figures(a, b, measure="aboard")
    assert f.status == Status.CONTESTED
    assert len(f.origins) == 2


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Selat Bunga", "Bunga Strait"),
        ("Pulau Bunga", "Bunga island"),
        ("Kabupaten Bunga", "Bunga"),
        ("Gunung Bunga", "Mount Bunga"),
    ],
)
def test_kinds_of_places_fold_across_languages(a: str, b: str) -> None:
    assert nearness(Place(name=a), Place(name=b)) is Nearness.SAME


def test_a_fine_and_a_bribe_are_two_questions() -> None:
    a = make_report("A", "Hakim menjatuhkan denda Rp500 juta di Saha.", [said("Rp500 juta", "money", 5e8, unit="IDR", counted=None)], on=day(4))  # fmt: skip
    b = make_report("B", "Suap yang diterima di Saha Rp500 juta.", [said("Rp500 juta", "money", 5e8, unit="IDR", counted=None)], on=day(4))  # fmt: skip
    found = figures(a, b, measure="money")
    assert sorted(f.question.en for f in found) == ["How high was the bribe in Saha?", "How high was the fine in Saha?"]


def test_a_sum_is_no_conversion() -> None:
    a = make_report(
        "A", "Suapnya Rp1 miliar dan SGD308 ribu di Saha.",
        [said("Rp1 miliar", "money", 1e9, unit="IDR", counted=None), said("SGD308 ribu", "money", 308e3, unit="SGD", counted=None)], on=day(4),
    )  # fmt: skip
    assert len(figures(a, measure="money")) == 2


def test_two_eruptions_have_two_heights() -> None:
    a = make_report("A", "Kolom abu setinggi 600 meter, Kamis.", [said("600 meter", "height", 600, unit="m", as_of=day(5), counted=None)], on=day(6))  # fmt: skip
    b = make_report("B", "Kolom abu setinggi 600 meter, Rabu.", [said("600 meter", "height", 600, unit="m", as_of=day(11), counted=None)], on=day(12))  # fmt: skip
    found = figures(a, b, measure="height")
    assert len(found) == 2
    assert found[0].question.en == "How high was the ash column of Saha?"


def test_a_copy_with_another_figure_is_as_new_as_its_report() -> None:
    a, b = toll("A", 20, 3), toll("B", 31, 5)
    findings = find_findings("story:1", [a, b], [copy_of(a, b)], catalog=CATALOG)
    (f,) = [f for f in findings if f.measure == "killed"]
    assert f.status == Status.UPDATED
    assert f.estimate is not None
    assert (f.estimate.best, f.estimate.as_of) == (31, day(5))


def test_a_report_without_an_outlet_is_named_by_its_headline() -> None:
    a = make_report("", "Tiga orang tewas di Saha.", [said("Tiga orang tewas", best=3)], on=day(3), title="Kebakaran di Saha")
    (f,) = figures(a)
    assert [o.name for o in f.origins] == ["“Kebakaran di Saha”"]
    assert f.summary.en.endswith("one report without an outlet.")


def test_a_toll_that_a_report_says_rose_is_updated_though_nothing_is_dated() -> None:
    reports = [
        make_report(
            o, f"{n} people were killed in Saha.", [said(f"{n} people were killed", best=n, counted="people")], language="en"
        )
        for o, n in (("A", 77), ("B", 84))
    ]
    rose = make_report("C", "The toll rose to 85 in Saha.", [said("85", best=85, counted="people")], language="en")
    (f,) = figures(*reports, rose)
    assert f.status == Status.UPDATED
    assert f.estimate is not None
    assert f.estimate.best == 85
    (g,) = figures(*reports)
    assert g.status != Status.AGREED


def height(outlet: str, n: int, d: int) -> MarkedReport:
    text = f"Gunung Saha meletus. Tinggi kolom abu {n} meter."
    return make_report(outlet, text, [said(f"{n} meter", "height", n, counted=None, unit="m")], on=day(d))


def test_each_eruption_has_its_own_column() -> None:
    reports = [height("A", 600, 5), height("B", 750, 11), height("C", 1000, 14), height("D", 1000, 14)]
    found = figures(*reports, measure="height")
    assert sorted(len(f.claims) for f in found) == [1, 1, 2]
    assert all(f.status != Status.UPDATED for f in found)


def test_two_quakes_of_a_week_are_two() -> None:
    def quake(outlet: str, n: float, d: int) -> MarkedReport:
        return make_report(
            outlet, f"Gempa magnitudo {n} mengguncang Saha.", [said(f"magnitudo {n}", "magnitude", n, counted=None)], on=day(d)
        )

    found = figures(quake("A", 7.6, 3), quake("B", 7.5, 3), quake("C", 6.1, 3), measure="magnitude")
    assert sorted(len(f.claims) for f in found) == [1, 2]


def test_the_toll_of_a_war_is_not_that_of_a_day() -> None:
    day_ = make_report("A", "Serangan Selasa menewaskan 40 orang di Saha.", [said("40 orang", best=40)], on=day(4))
    war = make_report(
        "B",
        "Sebanyak 640 orang tewas di Saha sejak perang itu pecah, kata BPBD Saha.",
        [said("640 orang", best=640, source=BPBD)],
        on=day(5),
    )
    assert len(figures(day_, war)) == 2


def test_becoming_suspects_is_no_growth() -> None:
    a = make_report("A", "Lima orang jadi tersangka di Saha. 5 orang ditahan.", [said("5 orang", "detained", 5)], on=day(4))
    (d,) = gather([a], ClaimKind.FIGURE)
    assert not d.growth
    b = make_report("A", "Korban menjadi 84 orang di Saha.", [said("84 orang", best=84)], on=day(4))
    (d,) = gather([b], ClaimKind.FIGURE)
    assert d.growth


def test_places_lie_where_a_report_says() -> None:
    ward, market = Place(name="Kelurahan Lio"), Place(name="Pasar Lio")
    inner = make_report(
        "A", "Kebakaran di Kelurahan Lio, Saha menewaskan 7 orang.", [said("7 orang", best=7, place=ward)], on=day(4),
        places=[("Kelurahan Lio", None, ()), ("Saha", "x:saha", ("x:lomar", "Lomar"))],
    )  # fmt: skip
    nests = find_nests([inner])
    settled = nests.settle(ward)
    assert settled is not None
    assert "x:saha" in settled.within
    assert nearness(settled, Place(name="Saha", id="x:saha", within=("x:lomar",))) == Nearness.INSIDE
    assert nests.settle(market) == market


def test_items_of_a_list_hold_nothing() -> None:
    listed = make_report(
        "A", "Gempa terasa di Lio, Saha dan Tirta.", [], on=day(4),
        places=[("Lio", None, ()), ("Saha", "x:saha", ("x:lomar",)), ("Tirta", "x:tirta", ("x:lomar",))],
    )  # fmt: skip
    assert find_nests([listed]).around == {}


def test_the_toll_of_a_war_that_is_background_still_grows() -> None:
    def war(outlet: str, n: int, d: int) -> MarkedReport:
        text = f"Sebanyak {n} orang tewas di Saha sejak perang itu pecah."
        return make_report(outlet, text, [said(f"{n} orang", best=n, background=True)], on=day(d))

    (f,) = figures(war("A", 600, 3), war("B", 640, 4), war("C", 680, 5))
    assert (f.background, f.status) == (True, Status.UPDATED)
    old = [
        make_report(o, f"Gempa 2004 menewaskan {n} orang di Saha.", [said(f"{n} orang", best=n, background=True)], on=day(d))
        for o, n, d in (("A", 600, 3), ("B", 680, 5))
    ]
    (f,) = figures(*old)
    assert f.status == Status.CONTESTED


def test_two_ships_are_not_one() -> None:
    a = make_report("A", "Pemilik menyebut 16 orang menumpang trawler itu.", [said("16 orang", "aboard", 16)], on=day(4))
    b = make_report(
        "B", "Perompak masih menyandera 300 orang dari belasan kapal asing.", [said("300 orang", "aboard", 300)], on=day(4)
    )
    assert len(figures(a, b, measure="aboard")) == 2


def test_amounts_that_differ_need_a_kind() -> None:
    a = make_report("A", "KPK menyebut uang 156 juta.", [said("156 juta", "money", 156e6, counted=None, unit="IDR")], on=day(4))
    b = make_report("B", "KPK menyebut uang 300 juta.", [said("300 juta", "money", 300e6, counted=None, unit="IDR")], on=day(4))
    assert len(figures(a, b, measure="money")) == 2
