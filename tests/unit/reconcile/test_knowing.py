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
