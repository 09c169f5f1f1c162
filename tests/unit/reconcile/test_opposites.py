"""Points that clash by opposite words, open questions, one and several, and degrees on the globe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from newsroom import CATALOG, day, make_report, statement

from rujuk.lang.base import load_pack
from rujuk.lang.opposites import OppositeLexicon
from rujuk.lang.statements import StatementLexicon
from rujuk.mark.quantities import find_quantities
from rujuk.model.claim import ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.story import Finding, Status
from rujuk.reconcile.findings import find_findings

FILLER = {
    "id": ("Harga cabai di pasar induk turun sejak pekan lalu.", "Pemain bola itu pindah ke klub lain.", "Panen padi melimpah."),
    "en": ("The price of chillies fell last week.", "The player moved to another club.", "The rice harvest was plentiful."),
}


def report(outlet: str, text: str, language: str = "id", d: int = 3) -> MarkedReport:
    m = make_report(outlet, " ".join((text, *FILLER[language])), on=day(d), language=language)
    for s in (text, *FILLER[language]):
        m = statement(m, s)
    pack = load_pack(language)
    assert pack is not None
    return replace(m, quantities=find_quantities(m.report, m.sentences, (), pack=pack))


def points(*reports: MarkedReport) -> list[Finding]:
    found = find_findings("story:1", reports, (), catalog=CATALOG)
    fillers = [f for two in FILLER.values() for f in two]
    return [f for f in found if f.kind == ClaimKind.STATEMENT and not any(x.rstrip(".") in f.summary.id for x in fillers)]


def verdict(
    a: str, b: str, *, languages: tuple[str, str] = ("id", "id"), days: tuple[int, int] = (3, 3)
) -> tuple[Status, str] | None:
    found = points(report("A", a, languages[0], days[0]), report("B", b, languages[1], days[1]))
    assert len(found) < 2
    return (found[0].status, found[0].reasons[0].code) if found else None


@pytest.mark.parametrize(
    ("languages", "a", "b"),
    [
        (("id", "id"), "Penyaluran bantuan makanan di desa itu berjalan lancar.", "Penyaluran bantuan makanan di desa itu berjalan lambat."),
        (("en", "en"), "Relief operations in the village were slow.", "The relief operations are going smoothly."),
        (("en", "en"), "The bridge over the river is safe for trucks.", "The bridge over the river is not safe for trucks."),
        (("id", "en"), "Operasi bantuan pangan untuk pengungsi di kamp itu lambat.", "Food aid operations for the displaced in the camp went smoothly."),
    ],
)  # fmt: skip
def test_opposites_of_one_thing_contest_it(languages: tuple[str, str], a: str, b: str) -> None:
    assert verdict(a, b, languages=languages) == (Status.CONTESTED, "statement-antonym")


def test_opposites_of_two_things_contest_nothing() -> None:
    assert (
        verdict("Relief operations in the village were slow.", "Trains to the harbour ran smoothly.", languages=("en", "en"))
        is None
    )


def test_what_time_turns_is_updated_by_the_later_report() -> None:
    a, b = "Jalan utama menuju kota Saha ditutup bagi truk besar.", "Jalan utama menuju kota Saha dibuka kembali bagi truk besar."
    assert verdict(a, b, days=(3, 5)) == (Status.UPDATED, "statement-antonym")


def test_an_open_question_is_answered_and_no_dispute() -> None:
    a = "It was unclear if the dead were customers or bank employees."
    b = "The three dead people were bank employees and no customers."
    assert verdict(a, b, languages=("en", "en"), days=(3, 4)) == (Status.UPDATED, "statement-changed")
    found = verdict(b, a, languages=("en", "en"), days=(3, 4))
    assert found is None or found[0] != Status.CONTESTED


def test_not_yet_and_done() -> None:
    a, b = "Polisi belum menahan sopir truk itu.", "Polisi menahan sopir truk itu pada malam hari."
    assert verdict(a, b, days=(3, 5)) == (Status.UPDATED, "statement-changed")
    assert verdict(a, b, days=(5, 3)) is None


def test_one_house_and_several() -> None:
    a = "Kebakaran melanda sebuah rumah di Jalan Kenari, Kelurahan Lio, Saha."
    b = "Kebakaran melanda sejumlah rumah di Jalan Kenari, Kelurahan Lio, Saha."
    assert verdict(a, b) == (Status.CONTESTED, "statement-several")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("8,72 LS", "8,27 LS", (Status.CONTESTED, "statement-number")),
        ("8,27 LS", "8,35 LS", (Status.UPDATED, "statement-number")),
    ],
)
def test_latitudes(a: str, b: str, expected: tuple[Status, str]) -> None:
    found = points(report("A", f"Titik gempa berada pada {a}.", d=3), report("B", f"Pusat gempa terletak di {b}.", d=4))
    assert [(f.status, f.reasons[0].code) for f in found] == [expected]
    assert a.replace(",", ".")[:4] in found[0].reasons[0].detail.en.replace(",", ".")


def test_latitudes_that_hardly_differ_are_one() -> None:
    found = points(report("A", "Titik gempa berada pada 8,27 LS."), report("B", "Pusat gempa terletak di 8,28 LS."))
    assert not [f for f in found if f.reasons[0].code == "statement-number"]


def test_a_round_number_stands_for_its_neighbours() -> None:
    a = report("A", "The quake struck 60 km southwest of the port of Saha.", "en")
    b = report("B", "The epicentre lay 58 km southwest of the port of Saha.", "en")
    assert not [f for f in points(a, b) if f.reasons[0].code == "statement-number"]


def test_refusing_is_not_denying_and_some_of_a_kind_deny_nothing() -> None:
    en, indonesian = load_pack("en"), load_pack("id")
    assert en is not None
    assert indonesian is not None
    words = en.lexicon(StatementLexicon)
    assert words.denied_outright("The ministry denied the report")
    assert not words.denied_outright("The judge denied bail to the driver")
    assert not words.denied_outright("The port denied international access to four ships")
    kata = indonesian.lexicon(StatementLexicon)
    assert kata.key("menutup") in kata.denied_keys("Petugas tidak menutup jalan")
    assert not kata.denied_keys("Warga yang tidak menutup jendela diberi masker")


def test_a_negation_turns_a_lasting_side_only() -> None:
    pack = load_pack("en")
    assert pack is not None
    lexicon = pack.lexicon(OppositeLexicon)
    assert [(s.name, s.side) for s in lexicon.sides_of("The dam is not safe.")] == [("safety", 1)]
    assert list(lexicon.sides_of("The boat was not found.")) == []
