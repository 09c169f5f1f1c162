"""Whom a figure that its report tells without a source goes back to: somebody who can know of it, else the outlet."""

from __future__ import annotations

from newsroom import CATALOG, SAHA, day, make_report, office, person, said, with_attribution

from rujuk.model.claim import Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.reconcile.findings import find_findings

NORWICK = Place(name="Norwick", id="x:norwick", within=("x:west", "iso3166:US"))
KARSA = Place(name="Karsa", id="x:karsa", within=("iso3166:ID",))


def origins(*reports: MarkedReport, measure: str = "killed") -> list[list[str]]:
    found = find_findings("story:1", reports, (), catalog=CATALOG)
    return [sorted(o.name for o in f.origins) for f in found if f.measure == measure]


def test_a_body_of_another_place_that_says_something_else_is_no_origin() -> None:
    text = (
        "The police of Tarrow said officers had never had any contact with the couple. A gunman killed 59 people at a fair in Norwick. "
        "The police of Tarrow said the house would be searched."
    )
    m = make_report("Daily A", text, [said("killed 59 people", best=59, place=NORWICK)], on=day(3), language="en",
        places=[("Tarrow", "x:tarrow", ("x:east", "iso3166:US"))])  # fmt: skip
    m = with_attribution(m, "officers had never had any contact with the couple", "The police of Tarrow", SourceKind.OFFICE)
    m = with_attribution(m, "the house would be searched", "The police of Tarrow", SourceKind.OFFICE)
    assert origins(m) == [["Daily A"]]


def test_the_police_whose_account_goes_on_are_the_origin() -> None:
    text = "The police said a gunman had opened fire at a fair in Norwick. The gunman killed 59 people at the fair. The police said they had shot him."
    m = make_report("Daily A", text, [said("killed 59 people", best=59, place=NORWICK)], on=day(3), language="en")
    m = with_attribution(m, "a gunman had opened fire at a fair in Norwick", "The police", SourceKind.OFFICE)
    m = with_attribution(m, "they had shot him", "The police", SourceKind.OFFICE)
    assert origins(m) == [["The police"]]


def test_who_is_appalled_abroad_is_no_origin() -> None:
    minister = person("Edwin Marl", "British foreign secretary")
    text = "Edwin Marl said he was appalled by the shooting in Norwick that left 50 dead. The gunman killed 50 people in Norwick."
    m = make_report("Daily A", text, [
        said("left 50 dead", best=50, place=NORWICK, source=minister), said("killed 50 people", best=50, place=NORWICK)],
        on=day(3), language="en")  # fmt: skip
    assert origins(m) == [["Daily A"]]
    again = make_report("Daily A", "A gunman killed 50 people in Norwick.", [said("killed 50 people", best=50, place=NORWICK)],
        on=day(3), language="en")  # fmt: skip
    assert origins(m, again) == [["Daily A"]]


def test_who_measures_a_quake_counts_no_dead() -> None:
    text = (
        "Gempa menewaskan dua orang di Karsa. Badan Geologi mencatat gempa bermagnitudo 6,1. Guncangan bermagnitudo 5,2 menyusul."
    )
    m = make_report("Harian A", text, [
        said("menewaskan dua orang", best=2, place=KARSA), said("bermagnitudo 6,1", "magnitude", 6.1, place=KARSA, source=office("Badan Geologi"), counted=None),
        said("bermagnitudo 5,2", "magnitude", 5.2, place=KARSA, counted=None)], on=day(3))  # fmt: skip
    assert origins(m) == [["Harian A"]]
    assert origins(m, measure="magnitude") == [["Badan Geologi"], ["Badan Geologi"]]


def test_a_vague_headline_is_no_bystanders_figure() -> None:
    text = "Puluhan orang tewas di Saha. Rina Sari mendengar 80 orang tewas."
    sister = person("Rina Sari", "kakak korban")
    m = make_report(
        "Harian A",
        text,
        [said("Puluhan orang tewas", low=20, high=99), said("80 orang tewas", best=80, source=sister)],
        on=day(3),
    )
    assert sorted(n for names in origins(m) for n in names) == ["Harian A", "Rina Sari"]


def test_the_sentence_that_spells_a_count_out_is_its_sources() -> None:
    text = "Ribuan warga Saha mengungsi, kata Bupati Saha Budi Raya.\nSebanyak 1.000 warga mengungsi ke lapangan, 500 lainnya ke sekolah."
    head = person("Budi Raya", "Bupati Saha")
    m = make_report("Harian A", text, [
        said("Ribuan warga Saha mengungsi", "displaced", low=2000, high=9999, source=head),
        said("1.000 warga mengungsi", "displaced", 1000, part="ke lapangan", place=SAHA)], on=day(3))  # fmt: skip
    assert origins(m, measure="displaced") == [["Budi Raya"], ["Budi Raya"]]


def test_papers_below_one_suffix_are_no_house() -> None:
    first = make_report(
        "news01.example",
        "Dua orang tewas di Saha, kata Polres Saha.",
        [said("Dua orang tewas", best=2, source=office("Polres Saha"))],
        on=day(3),
    )
    other = make_report("news02.example", "Dua orang tewas di Saha kemarin.", [said("Dua orang tewas", best=2)], on=day(3))
    assert origins(first, other) == [["Polres Saha", "news02.example"]]


def test_a_deed_goes_back_to_the_service_that_did_it_and_speaks() -> None:
    text = (
        "The Norwick navy arrested 23 pirates on Saturday. Lom Ha of the port union said ships were late. "
        "The pirates surrendered at once, navy sources said. Captains were glad, the port union said."
    )
    m = make_report("Daily A", text, [said("arrested 23 pirates", "detained", best=23, place=NORWICK)], on=day(3), language="en")
    m = with_attribution(m, "ships were late", "Lom Ha", SourceKind.PERSON)
    m = with_attribution(m, "The pirates surrendered at once", "navy sources", SourceKind.ORGANISATION)
    m = with_attribution(m, "Captains were glad", "the port union", SourceKind.ORGANISATION)
    assert origins(m, measure="detained") == [["navy sources"]]


def test_a_judge_does_not_ask_for_the_fine() -> None:
    text = (
        'Hakim menghukum Rudi Kor membayar denda Rp500 juta. "Terdakwa terbukti bersalah," kata hakim. '
        'Sebelumnya Rudi Kor dituntut membayar denda Rp750 juta. "Menuntut agar terdakwa dihukum," kata jaksa.'
    )
    m = make_report("Harian A", text, [
        said("denda Rp500 juta", "money", best=5e8, unit="IDR", counted=None), said("denda Rp750 juta", "money", best=7.5e8, unit="IDR", counted=None, planned=True)],
        on=day(3))  # fmt: skip
    m = with_attribution(m, "Terdakwa terbukti bersalah", "hakim", SourceKind.OFFICE)
    m = with_attribution(m, "Menuntut agar terdakwa dihukum", "jaksa", SourceKind.OFFICE)
    assert sorted(origins(m, measure="money")) == [["hakim"], ["jaksa"]]


def test_what_a_body_did_is_the_bodys_though_one_man_speaks() -> None:
    chief = person("Agus Bo", "Ketua KPK")
    text = "KPK menahan dua orang di Saha. Uang itu suap, kata Ketua KPK Agus Bo."
    m = make_report("Harian A", text, [said("menahan dua orang", "detained", best=2)], on=day(3))
    m = with_attribution(m, "Uang itu suap", *chief)
    assert origins(m, measure="detained") == [["KPK"]]


def test_each_event_of_a_list_has_its_own_question() -> None:
    text = (
        "Two people were killed in Norwick.\nTarrow fair: 13 dead\nA guard shot dead 13 people at a fair in Tarrow in 1999.\n"
        "Lomar harbour: 13 dead\nA sailor stabbed to death 13 people on a ferry in 2004."
    )
    claims = [
        said("13 dead", best=13, place=None, background=True),
        said("shot dead 13 people", best=13, place=None, background=True),
        said("stabbed to death 13 people", best=13, place=None, background=True),
    ]
    m = make_report("Daily A", text, claims, on=day(3), language="en")
    found = [f for f in find_findings("story:1", [m], (), catalog=CATALOG) if f.measure == "killed"]
    assert sorted(len(f.claims) for f in found) == [1, 2]


def test_a_land_office_that_speaks_alone_names_no_suspects() -> None:
    clerk = person("Yuni Sari", "Humas Kantor Pertanahan Saha")
    text = "Sebanyak tujuh orang ditetapkan sebagai tersangka di Saha. Sertifikat itu diblokir, kata Yuni Sari."
    m = make_report("Harian A", text, [said("tujuh orang ditetapkan sebagai tersangka", "detained", best=7)], on=day(3))
    m = with_attribution(m, "Sertifikat itu diblokir", *clerk)
    assert origins(m, measure="detained") == [["Harian A"]]


def test_the_police_among_few_voices_stand_for_what_lies_between_their_words() -> None:
    text = (
        "The police said a gunman had fled. One worker died. The police said they were looking for a car.\n"
        "The shop is closed, its owner said."
    )
    m = make_report("Daily A", text, [said("One worker died", best=1)], on=day(3), language="en")
    m = with_attribution(m, "a gunman had fled", "The police", SourceKind.OFFICE)
    m = with_attribution(m, "they were looking for a car", "The police", SourceKind.OFFICE)
    m = with_attribution(m, "The shop is closed", "its owner", SourceKind.ANONYMOUS)
    assert origins(m) == [["The police"]]
