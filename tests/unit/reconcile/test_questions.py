"""Which figures share a question and an origin, as an editor would have it."""

from __future__ import annotations

from newsroom import CATALOG, day, make_report, office, person, said

from rujuk.model.claim import Place
from rujuk.model.marks import SourceKind
from rujuk.model.story import Finding, Status
from rujuk.reconcile.findings import find_findings
from rujuk.reconcile.places import Nearness, nearness
from rujuk.reconcile.voices import Voices


def of(findings: tuple[Finding, ...], measure: str) -> list[Finding]:
    return [f for f in findings if f.measure == measure]


def test_the_critically_injured_are_some_of_the_injured() -> None:
    a = make_report(
        "Post A",
        "About 100 people were injured in the Saha attack.",
        [said("About 100 people were injured", "injured", 100, counted="people")],
        on=day(3),
        language="en",
    )
    b = make_report(
        "Post B", "In the Saha attack 18 people were injured critically.",
        [said("18 people were injured critically", "injured", 18, counted="people")], on=day(3), language="en",
    )  # fmt: skip
    c = make_report(
        "Harian C",
        "Di Saha 18 orang luka berat.",
        [said("18 orang luka", "injured", 18)],
        on=day(3),
    )
    found = of(find_findings("story:1", [a, b, c], (), catalog=CATALOG), "injured")
    assert sorted((f.question.en, f.status) for f in found) == [
        ("How many injured in Saha?", Status.SINGLE_REPORT),
        ("How many were seriously or critically injured in Saha?", Status.AGREED),
    ]
    assert "Berapa korban luka berat atau kritis di Saha?" in {f.question.id for f in found}


def test_a_ship_is_named_in_the_question() -> None:
    a = make_report(
        "Harian A", "Kapal itu mengangkut 129 orang di Saha.", [said("mengangkut 129 orang", "aboard", 129)], on=day(3)
    )
    (f,) = find_findings("story:1", [a], (), catalog=CATALOG)
    assert f.question.id == "Berapa orang di dalam kapal di Saha?"
    assert f.question.en == "How many were aboard the ship in Saha?"


def test_a_deal_in_cash_was_not_seized() -> None:
    a = make_report(
        "Post A", "Lomar Steel raised its bid to 60 dollars in cash.",
        [said("60 dollars", "money", 60, unit="USD", counted=None)], on=day(3), language="en",
    )  # fmt: skip
    (f,) = find_findings("story:1", [a], (), catalog=CATALOG)
    assert f.question.en == "How much was offered or paid in the deal?", "the place stands in no sentence"


def test_two_places_of_one_kind_are_apart() -> None:
    first, second = Place(name="Bandara Rawa"), Place(name="Bandara Lembah")
    assert nearness(first, second) == Nearness.APART
    assert nearness(first, Place(name="Bandara Internasional Rawa")) == Nearness.SAME
    assert nearness(first, Place(name="Lembah")) == Nearness.UNKNOWN


def test_a_part_may_be_told_by_its_sentence() -> None:
    a = make_report(
        "Post A", "At Saha 12 foreign nurses were arrested.",
        [said("12 foreign nurses", "detained", 12, part="foreign nurses", counted="nurses")], on=day(3), language="en",
    )  # fmt: skip
    b = make_report(
        "Post B", "Of the foreign people at Saha 33 nurses were arrested.",
        [said("33 nurses", "detained", 33, part="nurses", counted="nurses")], on=day(4), language="en",
    )  # fmt: skip
    (f,) = of(find_findings("story:1", [a, b], (), catalog=CATALOG), "detained")
    assert f.status == Status.UPDATED
    c = make_report(
        "Post B", "Of the local people at Saha 33 nurses were arrested.",
        [said("33 nurses", "detained", 33, part="local nurses", counted="nurses")], on=day(4), language="en",
    )  # fmt: skip
    assert len(of(find_findings("story:1", [a, c], (), catalog=CATALOG), "detained")) == 2


def test_one_newsroom_heard_it_once() -> None:
    """The house that credits a figure in one report is no second origin where it gives it in its own voice; another house is."""
    source = person("Rudi Anwar", "Kepala BPBD Saha")
    a = make_report(
        "Harian A",
        "Tiga puluh orang tewas di Saha, kata Kepala BPBD Saha Rudi Anwar.",
        [said("Tiga puluh orang tewas", best=30, source=source)],
        on=day(3),
    )
    again = make_report("Harian A", "Banjir di Saha menewaskan 30 orang.", [said("30 orang", best=30)], on=day(4))
    other = make_report("Harian B", "Banjir di Saha menewaskan 30 orang.", [said("30 orang", best=30)], on=day(4))
    (one,) = find_findings("story:1", [a, again], (), catalog=CATALOG)
    assert one.status == Status.SINGLE_ORIGIN
    assert [o.name for o in one.origins] == ["Rudi Anwar"]
    assert any(r.code == "origin-same-house" for r in one.reasons)
    (two,) = find_findings("story:1", [a, other], (), catalog=CATALOG)
    assert two.status == Status.AGREED


def test_a_witness_does_not_speak_for_a_newsroom() -> None:
    a = make_report(
        "Harian A",
        "Tiga puluh orang tewas di Saha, kata Rudi Anwar.",
        [said("Tiga puluh orang tewas", best=30, source=person("Rudi Anwar"))],
        on=day(3),
    )
    again = make_report("Harian A", "Banjir di Saha menewaskan 30 orang.", [said("30 orang", best=30)], on=day(4))
    (f,) = find_findings("story:1", [a, again], (), catalog=CATALOG)
    assert sorted(o.name for o in f.origins) == ["Harian A", "Rudi Anwar"]


def test_officials_are_not_the_militants() -> None:
    a = make_report(
        "Post A",
        "Officials said 21 people were killed in Saha.",
        [said("21 people", best=21, source=office("officials"), counted="people")],
        on=day(3),
        language="en",
    )
    b = make_report(
        "Post B",
        "The Red Dawn said 21 people were killed in Saha.",
        [said("21 people", best=21, source=("The Red Dawn", SourceKind.ORGANISATION, None), counted="people")],
        on=day(3),
        language="en",
    )
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert sorted(o.name for o in f.origins) == ["The Red Dawn", "officials"]


def test_an_origin_is_named_by_one_speaker() -> None:
    """Two speakers joined by "and" are one name in the text; the origin is called by the one who also speaks alone."""
    both = ("Dodi Irawan dan Rudi Anwar", SourceKind.ORGANISATION, None)
    a = make_report("Harian A", "Tiga puluh orang tewas di Saha.", [said("Tiga puluh orang", best=30, source=both)], on=day(3))
    b = make_report(
        "Harian B", "Di Saha 30 orang tewas.", [said("30 orang", best=30, source=person("Rudi Anwar", "Ketua Tim"))], on=day(3)
    )
    (f,) = find_findings("story:1", [a, b], (), catalog=CATALOG)
    assert [o.name for o in f.origins] == ["Rudi Anwar"]


def test_a_company_and_its_full_name_are_one() -> None:
    def joined(text: str, *names: str) -> bool:
        reports = [
            make_report(
                f"Post {i}",
                text,
                [said("30 million", "money", 3e7, source=(n, SourceKind.ORGANISATION, None))],
                on=day(3),
                language="en",
            )
            for i, n in enumerate(names)
        ]
        voices = Voices(reports)
        return len({voices.group(v) for v in voices._voices}) == 1

    assert joined("It lost 30 million.", "Karsama (KSM)", "Karsama Steel Group Inc.")
    assert not joined("The harbour lost 30 million.", "Harbour", "Harbour Steel Group Inc."), "a word, not a name"
    assert not joined("It lost 30 million.", "Karsama", "Karsama Steel Group", "Karsama Fishing"), "which of the two?"


def test_what_was_told_first_and_taken_back_is_one_question_with_what_is_told_now() -> None:
    text = "One man died in Saha. Local radio had originally reported that two people died in Saha."
    m = make_report(
        "Post A",
        text,
        [said("One man died", best=1, counted="man"), said("two people died", best=2, counted="people")],
        on=day(3),
        language="en",
    )
    other = make_report(
        "Post B", "One man died in Saha.", [said("One man died", best=1, counted="man")], on=day(3), language="en"
    )
    found = [f for f in find_findings("story:1", [m, other], (), catalog=CATALOG) if f.measure == "killed"]
    assert [(f.status, f.estimate.best if f.estimate else None) for f in found] == [(Status.REVISED, 1)]


def test_those_who_were_shot_are_no_wounded() -> None:
    text = "A gunman shot three people in Saha. One died and two were wounded."
    m = make_report(
        "Post A",
        text,
        [said("shot three people", "injured", best=3), said("two were wounded", "injured", best=2)],
        on=day(3),
        language="en",
    )
    other = make_report(
        "Post B",
        "Two people were wounded in Saha.",
        [said("Two people were wounded", "injured", best=2)],
        on=day(3),
        language="en",
    )
    found = [f for f in find_findings("story:1", [m, other], (), catalog=CATALOG) if f.measure == "injured"]
    assert sorted((len(f.claims), f.status) for f in found) == [(1, Status.SINGLE_REPORT), (2, Status.AGREED)]


def test_a_round_number_in_two_towns_is_no_one_count() -> None:
    norwick, tarrow, airport = Place(name="Norwick"), Place(name="Tarrow"), Place(name="Norwick Field airport")

    def reports(place: Place, name: str) -> list[Finding]:
        a = make_report(
            "Post A",
            "About 20,000 people marched through Norwick.",
            [said("20,000 people marched", "injured", best=20000, place=norwick)],
            on=day(3),
            language="en",
        )
        b = make_report(
            "Post B",
            f"Some 20,000 people marched through {name}.",
            [said("20,000 people marched", "injured", best=20000, place=place)],
            on=day(3),
            language="en",
        )
        return of(find_findings("story:1", [a, b], (), catalog=CATALOG), "injured")

    assert len(reports(tarrow, "Tarrow")) == 2
    assert len(reports(airport, "Norwick Field airport")) == 1


def test_two_plans_that_differ_are_two_plans() -> None:
    a = make_report(
        "Post A",
        "The party wants 580 citizens evacuated from Saha.",
        [said("580 citizens evacuated", "detained", best=580, planned=True)],
        on=day(3),
        language="en",
    )
    b = make_report(
        "Post B",
        "The ministry is ready to evacuate 380 citizens from Saha.",
        [said("evacuate 380 citizens", "detained", best=380, planned=True)],
        on=day(3),
        language="en",
    )
    assert len(of(find_findings("story:1", [a, b], (), catalog=CATALOG), "detained")) == 2


def test_an_office_that_was_cut_at_its_and_is_completed() -> None:
    text = (
        "Two people died, said Ann Lee, spokeswoman for the UN Relief and Works Agency. Two people died in the camp, UNRWA said."
    )
    claims = [
        said("Two people died,", best=2, source=("Ann Lee", SourceKind.PERSON, "spokeswoman for the UN Relief")),
        said("Two people died in the camp", best=2, source=office("UNRWA")),
    ]
    m = make_report("Post A", text, claims, on=day(3), language="en")
    assert [[o.name for o in f.origins] for f in find_findings("story:1", [m], (), catalog=CATALOG)] == [["UNRWA"]]


def test_what_was_reported_first_is_no_other_event() -> None:
    text = "One man died in Saha, police said. Television had originally reported two dead in Saha."
    claims = [said("One man died", best=1, source=office("police")), said("two dead", best=2, background=True)]
    a = make_report("Post A", text, claims, on=day(3), language="en")
    b = make_report("Post B", "Two people died in Saha.", [said("Two people died", best=2)], on=day(3), language="en")
    found = of(find_findings("story:1", [a, b], (), catalog=CATALOG), "killed")
    assert [f.status for f in found] == [Status.REVISED]


def test_a_post_and_a_name_taken_for_a_body_are_called_by_the_body() -> None:
    text = "KPK menahan tiga orang di Saha. Penahanan berlangsung 20 hari, kata Ketua KPK Agus Bo."
    m = make_report(
        "Harian A", text, [said("menahan tiga orang", "detained", best=3, source=office("Ketua KPK Agus Bo"))], on=day(3)
    )
    assert [[o.name for o in f.origins] for f in find_findings("story:1", [m], (), catalog=CATALOG)] == [["KPK"]]


def test_the_sum_of_the_dead_and_the_hurt_counts_all_who_were_hit() -> None:
    text = "One man died and two were wounded in Saha. The three victims were taken to hospital."
    claims = [
        said("One man died", best=1),
        said("two were wounded", "injured", best=2),
        said("three victims", "injured", best=3, counted="victims"),
    ]
    a = make_report("Post A", text, claims, on=day(3), language="en")
    b = make_report(
        "Post B",
        "Two people were wounded in Saha.",
        [said("Two people were wounded", "injured", best=2)],
        on=day(3),
        language="en",
    )
    found = of(find_findings("story:1", [a, b], (), catalog=CATALOG), "injured")
    assert sorted((len(f.claims), str(f.status)) for f in found) == [(1, "single-report"), (2, "agreed")]


def test_a_fine_says_whose_it_is_and_whether_it_is_only_asked_for() -> None:
    text = "Jaksa menuntut denda Rp 750 juta untuk Rudi Kor. Hakim menjatuhkan denda Rp 1 miliar kepada Rudi Kor."
    claims = [
        said("denda Rp 750 juta", "money", best=7.5e8, unit="IDR", counted="Rudi Kor", planned=True),
        said("denda Rp 1 miliar", "money", best=1e9, unit="IDR", counted="Rudi Kor"),
    ]
    found = of(find_findings("story:1", [make_report("Harian A", text, claims, on=day(3))], (), catalog=CATALOG), "money")
    told = {f.estimate.best: f.question.en for f in found if f.estimate}
    assert told[1e9].endswith("Rudi Kor?")
    assert "planned" in told[7.5e8]
    assert all("planned" in f.summary.en for f in found if f.estimate and f.estimate.best == 7.5e8)
