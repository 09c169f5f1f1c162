"""Findings end to end over reports made by hand: the verdicts of the product's table."""

from __future__ import annotations

from newsroom import CATALOG, LOMAR, OTHER, SAHA, copy_of, day, make_report, office, person, said

from rujuk.model.claim import Place
from rujuk.model.marks import Mod, SourceKind
from rujuk.model.story import Finding, Status
from rujuk.reconcile.findings import find_findings

PRESIDENT = person("Arman Tulegen", "Presiden Lomar")


def only(findings: tuple[Finding, ...], measure: str, part: str | None = None) -> Finding:
    found = [f for f in findings if f.measure == measure and f.part == part]
    assert len(found) == 1, [f.summary.en for f in found]
    return found[0]


def test_a_president_through_two_agencies_is_one_origin() -> None:
    a = make_report(
        "Harian A", "Presiden Lomar Arman Tulegen menulis ada sekitar 20.000 penyerang di Saha.",
        [said("sekitar 20.000 penyerang", "attackers", 20000, mod=Mod.APPROX, source=PRESIDENT, counted="penyerang")],
        on=day(8), wires=["TASS"],
    )  # fmt: skip
    b = make_report(
        "Harian B", "Penyerang di Saha berjumlah 20 ribu, kata Tulegen.",
        [said("20 ribu", "attackers", 20000, source=person("Tulegen"), counted="penyerang")],
        on=day(8), wires=["Reuters"],
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "attackers")
    assert f.status == Status.SINGLE_ORIGIN
    assert [o.name for o in f.origins] == ["Arman Tulegen"]
    assert f.origins[0].merged == ("Tulegen",)
    assert f.estimate is not None
    assert f.estimate.best == 20000


def test_a_count_that_grew_is_updated_and_the_latest_stands() -> None:
    a = make_report(
        "Harian A", "Sekitar 4.000 orang ditahan di Lomar.",
        [said("Sekitar 4.000 orang ditahan", "detained", 4000, mod=Mod.APPROX, place=LOMAR)], on=day(8), wires=["AFP"],
    )  # fmt: skip
    b = make_report(
        "Harian B", "Polisi Lomar menahan hampir 10.000 orang dalam kerusuhan.",
        [said("hampir 10.000 orang", "detained", 10000, mod=Mod.LESS_THAN, place=LOMAR)], on=day(13), wires=["Reuters"],
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "detained")
    assert f.status == Status.UPDATED
    assert f.estimate is not None
    assert (f.estimate.best, f.estimate.as_of) == (10000, day(13))
    assert [h.superseded for h in f.history] == [True, False]
    assert (
        f.summary.en == "Detained in Lomar: nearly 10,000 (13 Mar 2031), up from about 4,000 (8 Mar 2031); 2 independent origins."
    )
    assert f.summary.id.startswith("Ditahan di Lomar: hampir 10.000 (13 Mar 2031), naik dari sekitar 4.000")
    assert {o.name for o in f.origins} == {"AFP", "Reuters"}


def test_two_services_agree() -> None:
    a = make_report(
        "Harian A", "Dua orang tewas, kata BPBD Saha.",
        [said("Dua orang tewas", best=2, source=office("BPBD Saha"))], on=day(3),
    )  # fmt: skip
    b = make_report(
        "Harian B", "Dinas Damkar Saha mencatat dua orang tewas.",
        [said("dua orang tewas", best=2, source=office("Dinas Damkar Saha"))], on=day(3),
    )  # fmt: skip
    c = make_report(
        "Harian C", "Menurut Kepala BPBD Saha Rudi Anwar, dua orang tewas.",
        [said("dua orang tewas", best=2, source=person("Rudi Anwar", "Kepala BPBD Saha"))], on=day(3),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b, c], (), catalog=CATALOG), "killed")
    assert f.status == Status.AGREED
    assert [o.name for o in f.origins] == ["BPBD Saha", "Dinas Damkar Saha"]
    assert f.origins[0].merged == ("Rudi Anwar",)


def test_branches_of_the_police_are_one_origin() -> None:
    a = make_report(
        "Harian A", "Polda Saha menahan lima orang, kata Kombes Budi Raya.",
        [said("lima orang", "detained", 5, source=person("Budi Raya", "Kabid Humas Polda Saha"))], on=day(3),
    )  # fmt: skip
    b = make_report(
        "Harian B", "Polisi menahan lima orang pelaku, kata Kapolres Saha.",
        [said("lima orang", "detained", 5, source=office("Polres Saha"))], on=day(3),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "detained")
    assert f.status == Status.SINGLE_ORIGIN
    assert f.origins[0].name == "Polres Saha"


def test_police_of_two_countries_are_two_origins() -> None:
    a = make_report(
        "Post A", "Police in Lomar said 12 people were killed in the border clash.",
        [said("12 people were killed", best=12, source=office("Lomar police"), counted="people")], on=day(3), language="en",
    )  # fmt: skip
    b = make_report(
        "Post B", "Saha's mayor said 12 people were killed in the border clash.",
        [said("12 people were killed", best=12, source=office("Saha mayor's office"), counted="people")], on=day(3), language="en",
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.AGREED


def test_a_copy_adds_no_origin() -> None:
    text = "Tujuh orang tewas dalam kebakaran di pasar Saha pada Senin."
    a = make_report("Harian A", text, [said("Tujuh orang tewas", best=7)], on=day(3))
    b = make_report("Harian B", text, [said("Tujuh orang tewas", best=7)], on=day(4))
    f = only(find_findings("story:1", [a, b], [copy_of(a, b)], catalog=CATALOG), "killed")
    assert f.status == Status.SINGLE_ORIGIN
    assert [o.name for o in f.origins] == ["Harian A"]
    other = make_report(
        "Harian C", "Kebakaran pasar Saha menelan tujuh korban jiwa.", [said("tujuh korban jiwa", best=7)], on=day(4)
    )
    more = only(find_findings("story:1", [a, b, other], [copy_of(a, b)], catalog=CATALOG), "killed")
    assert more.status == Status.AGREED
    assert {o.name for o in more.origins} == {"Harian A", "Harian C"}
    assert any(r.code == "uncredited" for r in more.reasons)


def test_a_sentence_word_for_word_adds_no_origin_even_where_no_reuse_is_known() -> None:
    text = "Tujuh orang tewas dalam kebakaran besar di pasar induk Saha pada Senin malam."
    a = make_report("Harian A", text, [said("Tujuh orang tewas", best=7)], on=day(3))
    b = make_report("Harian B", text, [said("Tujuh orang tewas", best=7)], on=day(4))
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert (f.status, [o.name for o in f.origins]) == (Status.SINGLE_ORIGIN, ["Harian A"])


def test_two_agencies_differ_about_one_quake() -> None:
    a = make_report(
        "Harian A", "BMKG mencatat gempa magnitudo 5,9 di Saha.",
        [said("magnitudo 5,9", "magnitude", 5.9, source=office("BMKG"), counted=None)], on=day(3),
    )  # fmt: skip
    b = make_report(
        "Harian B", "USGS mencatat gempa magnitudo 6,4 di Saha.",
        [said("magnitudo 6,4", "magnitude", 6.4, source=office("USGS"), counted=None)], on=day(3),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "magnitude")
    assert f.status == Status.CONTESTED
    assert f.estimate is not None
    assert (f.estimate.low, f.estimate.best, f.estimate.high) == (5.9, None, 6.4)
    assert "5.9 according to BMKG" in f.summary.en
    assert "5,9 menurut BMKG" in f.summary.id


def test_an_origin_that_recalculates_is_updated() -> None:
    a = make_report(
        "Harian A", "Gempa magnitudo 4,8 mengguncang Saha, kata BMKG.",
        [said("magnitudo 4,8", "magnitude", 4.8, source=office("BMKG"), counted=None)], on=day(3),
    )  # fmt: skip
    b = make_report(
        "Harian B", "BMKG memutakhirkan kekuatan gempa Saha: magnitudo 4,9.",
        [said("magnitudo 4,9", "magnitude", 4.9, source=office("BMKG"), counted=None)], on=day(4),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "magnitude")
    assert f.status == Status.UPDATED
    assert f.estimate is not None
    assert f.estimate.best == 4.9


def test_a_correction_in_words_is_revised() -> None:
    a = make_report(
        "Harian A", "Banjir Saha: 30 orang tewas.", [said("30 orang tewas", best=30, source=office("BPBD Saha"))], on=day(3)
    )
    b = make_report(
        "Harian B", "BPBD Saha meralat jumlah korban banjir: 21 orang tewas.",
        [said("21 orang tewas", best=21, source=office("BPBD Saha"))], on=day(5),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.REVISED
    assert f.estimate is not None
    assert f.estimate.best == 21


def test_a_lower_count_of_another_origin_is_contested() -> None:
    a = make_report(
        "Harian A", "Banjir Saha: 30 orang tewas.", [said("30 orang tewas", best=30, source=office("BPBD Saha"))], on=day(3)
    )
    b = make_report(
        "Harian B", "Banjir Saha menelan 12 orang tewas.", [said("12 orang tewas", best=12, source=office("PMI Saha"))], on=day(3)
    )
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.CONTESTED


def test_a_denial_is_contested() -> None:
    a = make_report(
        "Harian A",
        "Tiga orang tewas ditembak di Saha, kata warga.",
        [said("Tiga orang tewas", best=3, source=office("warga"))],
        on=day(3),
    )
    b = make_report(
        "Harian B", "Polisi membantah tiga orang tewas ditembak di Saha.",
        [said("tiga orang tewas", best=3, source=office("Polisi"), denied=True)], on=day(3),
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.CONTESTED
    assert f.reasons[-2].code == "rule-denied"


def test_another_event_another_place_and_a_part_have_their_own_findings() -> None:
    a = make_report(
        "Harian A",
        "Gempa di Saha: 10 orang tewas. Tiga anak termasuk korban tewas. Di Tirta 4 orang tewas. Gempa 2004 menewaskan 300 orang.",
        [
            said("10 orang tewas", best=10),
            said("Tiga anak", best=3, part="anak", counted="anak"),
            said("4 orang tewas", best=4, place=OTHER),
            said("300 orang", best=300, background=True),
        ],
        on=day(3),
    )  # fmt: skip
    findings = find_findings("story:1", [a], (), catalog=CATALOG)
    assert len(findings) == 4
    part = only(findings, "killed", "anak")
    whole = next(f for f in findings if f.id == part.whole)
    assert whole.estimate is not None
    assert whole.estimate.best == 10
    assert [f.background for f in findings].count(True) == 1
    assert [f.part or f.background for f in findings] == [False, False, "anak", True]


def test_a_wider_place_answers_the_same_question_where_nothing_competes() -> None:
    a = make_report("Harian A", "Ledakan di Saha menewaskan 12 orang.", [said("12 orang", best=12, place=SAHA)], on=day(3))
    b = make_report("Harian B", "Ledakan di Lomar menewaskan 12 orang.", [said("12 orang", best=12, place=LOMAR)], on=day(3))
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.AGREED
    assert f.place is not None
    assert f.place.name == "Saha"


def test_a_doubtful_figure_stays_alone_with_its_reason() -> None:
    a = make_report("Harian A", "12 orang tewas di Saha.", [said("12 orang tewas", best=12)], on=day(3))
    b = make_report("Harian B", "12 orang tewas di Saha.", [said("12 orang tewas", best=12, doubt="unclear-count")], on=day(3))
    findings = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert len(findings) == 2
    assert any(r.code == "alone" for f in findings for r in f.reasons)


def test_a_conversion_belongs_to_the_amount() -> None:
    a = make_report(
        "Post A", "The loss is put at 30 million euros ($40 million) in Saha.",
        [
            said("30 million euros", "money", 30_000_000, unit="EUR", counted=None),
            said("$40 million", "money", 40_000_000, unit="USD", counted=None),
        ],
        on=day(3), language="en",
    )  # fmt: skip
    f = only(find_findings("story:1", [a], (), catalog=CATALOG), "money")
    assert len(f.claims) == 2
    assert f.estimate is not None
    assert (f.estimate.best, f.estimate.unit) == (30_000_000, "EUR")


def test_both_languages_meet_in_one_finding() -> None:
    a = make_report(
        "Harian A",
        "Kebakaran di Saha menghanguskan tujuh rumah.",
        [said("tujuh rumah", "buildings", 7, counted="rumah")],
        on=day(3),
    )
    b = make_report(
        "Post B", "The fire in Saha destroyed seven houses.",
        [said("seven houses", "buildings", 7, counted="houses")], on=day(3), language="en",
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "buildings")
    assert f.status == Status.AGREED


def test_officials_are_the_named_body_behind_the_figure() -> None:
    a = make_report(
        "Post A",
        "Officials said 44 people were killed in Saha.",
        [said("44 people were killed", best=44, source=office("officials"), counted="people")],
        on=day(3),
        language="en",
    )
    b = make_report(
        "Post B", "The Saha Disaster Agency (SDA) said 44 people were killed.",
        [said("44 people were killed", best=44, source=office("Saha Disaster Agency (SDA)"), counted="people")], on=day(3), language="en",
    )  # fmt: skip
    f = only(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert f.status == Status.SINGLE_ORIGIN
    assert f.origins[0].name == "Saha Disaster Agency (SDA)"


def test_every_finding_shows_its_steps() -> None:
    a = make_report("Harian A", "Banjir Saha: 30 orang tewas.", [said("30 orang tewas", best=30)], on=day(3))
    b = make_report("Harian B", "Banjir Saha: 30 orang tewas.", [said("30 orang tewas", best=30)], on=day(3))
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    codes = [r.code for r in f.reasons]
    assert codes == ["same-question", "origin-outlet", "rule-fits", "uncredited", "estimate-sharpest"]
    for r in f.reasons:
        assert "{" not in r.detail.id + r.detail.en
        assert r.claims


def test_origins_without_a_name_are_said_to_be_unsure() -> None:
    a = make_report(
        "Harian A", "Polres Saha mencatat 12 orang tewas.", [said("12 orang", best=12, source=office("Polres Saha"))], on=day(3)
    )
    b = make_report(
        "Harian B",
        "Seorang sumber menyebut 12 orang tewas.",
        [said("12 orang", best=12, source=("seorang sumber", SourceKind.ANONYMOUS, None))],
        on=day(3),
    )
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert f.status == Status.AGREED
    (reason,) = [r for r in f.reasons if r.code == "origin-unnamed"]
    assert "seorang sumber" in reason.detail.id
    assert "1" in reason.detail.en


def test_five_more_are_told_as_more() -> None:
    a = make_report("Harian A", "Lima jenazah lagi ditemukan di Saha.", [said("Lima jenazah", best=5, increment=True)], on=day(3))
    (f,) = find_findings("story:1", [a], (), catalog=CATALOG)
    assert "5 more" in f.summary.en
    assert "tambahan 5" in f.summary.id


def test_each_language_names_the_place_its_own_way() -> None:
    strait = Place(name="Selat Bunga", within=("x:lomar",))
    english = Place(name="Bunga Strait", within=("x:lomar",))
    a = make_report("Harian A", "30 orang tewas di Selat Bunga.", [said("30 orang", best=30, place=strait)], on=day(3))
    b = make_report(
        "Post B", "30 people died in Bunga Strait.", [said("30 people", best=30, place=english)], on=day(3), language="en"
    )
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert "Selat Bunga" in f.summary.id
    assert "Bunga Strait" in f.summary.en
    assert "Bunga Strait" in f.question.en


def test_money_is_written_with_its_sign() -> None:
    a = make_report(
        "Harian A", "Kerugian Rp2 miliar di Saha.", [said("Rp2 miliar", "money", 2e9, unit="IDR", counted=None)], on=day(3)
    )
    (f,) = find_findings("story:1", [a], (), catalog=CATALOG)
    assert "Rp 2 miliar" in f.summary.id
    assert "Rp 2 billion" in f.summary.en


def test_a_few_of_a_toll_are_told_by_who_they_are() -> None:
    text = "Banjir Saha menewaskan 84 orang. Dua anak tewas di rumah sakit."
    a = make_report("Harian A", text, [said("84 orang", best=84), said("Dua anak", best=2, counted="anak")], on=day(3))
    other = "Banjir Saha menewaskan 84 orang. Dua nelayan juga tewas."
    b = make_report("Harian B", other, [said("84 orang", best=84), said("Dua nelayan", best=2, counted="nelayan")], on=day(3))
    found = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert sorted((f.part or "", f.status) for f in found) == [
        ("", Status.AGREED), ("anak", Status.SINGLE_REPORT), ("nelayan", Status.SINGLE_REPORT),
    ]  # fmt: skip


def test_an_officer_by_rank_speaks_for_a_house_too() -> None:
    officer = person("Wira Kencana", "Brigjen")
    a = make_report(
        "Harian A",
        "Brigjen Wira Kencana menyebut 12 orang tewas di Saha.",
        [said("12 orang", best=12, source=officer)],
        on=day(3),
    )
    b = make_report("Harian A", "Sebanyak 12 orang tewas di Saha, tulis harian ini lagi.", [said("12 orang", best=12)], on=day(4))
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert [o.name for o in f.origins] == ["Wira Kencana"]
