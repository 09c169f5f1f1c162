"""Statements: which clauses of a report make a point, without the frame around them."""

from __future__ import annotations

from rujuk.claim.statements import find_statements
from rujuk.lang.base import load_pack
from rujuk.mark.sentences import find_sentences
from rujuk.model.claim import Claim, Polarity
from rujuk.model.marks import Attribution, AttributionKind, Speaker
from rujuk.model.report import Report


def statements(text: str, *, said: str | None = None, cue: str | None = None, language: str = "id") -> tuple[Claim, ...]:
    report = Report(id="r", source="r.txt", language=language, text=text)
    pack = load_pack(language)
    assert pack is not None
    heard = ()
    if said:
        at = text.index(said)
        to = text.index(cue) if cue else 0
        heard = (
            Attribution(
                id="a",
                kind=AttributionKind.INDIRECT,
                content=report.piece(at, at + len(said)),
                cue=report.piece(to, to + len(cue)) if cue else None,
                source=Speaker(name="Rudi Anwar"),
            ),
        )
    return find_statements(report, find_sentences(report, pack=pack), (), (), (), heard, pack=pack)


def test_the_frame_is_no_evidence() -> None:
    (claim,) = statements(
        "Kepala BPBD Rudi Anwar mengatakan jembatan gantung itu putus diterjang banjir.",
        said="jembatan gantung itu putus diterjang banjir",
    )
    assert claim.evidence.exact == "jembatan gantung itu putus diterjang banjir"
    assert claim.source is not None
    assert claim.source.name == "Rudi Anwar"


def test_the_dateline_and_joining_words_are_cut() -> None:
    (claim,) = statements("SAHA (Kabar) - Jembatan gantung itu putus diterjang banjir.")
    assert claim.evidence.exact.startswith("Jembatan")
    (claim,) = statements("Sementara itu, jembatan gantung di hulu ditutup polisi.")
    assert claim.evidence.exact.startswith("jembatan")


def test_a_denied_account_is_denied_and_other_negations_are_not() -> None:
    (claim,) = statements(
        "Rudi Anwar membantah adanya penembakan di pasar ikan.", said="adanya penembakan di pasar ikan", cue="membantah"
    )
    assert claim.polarity == Polarity.DENIED
    (claim,) = statements("Orang tidak dikenal membakar gudang beras di pasar ikan.")
    assert claim.polarity == Polarity.AFFIRMED
    (claim,) = statements("Serangan itu mengenai bukan saja gudang militer tetapi juga rumah warga.")
    assert claim.polarity == Polarity.AFFIRMED


def test_lead_ins_appeals_and_boilerplate_are_no_points() -> None:
    for text in (
        "Hal ini disampaikan Kepala BPBD dalam keterangan resminya di kantor gubernur.",
        "Masyarakat diimbau tidak mendekati kawah gunung selama erupsi.",
        "Apakah jembatan gantung itu akan dibangun kembali tahun depan?",
    ):
        assert statements(text) == (), text


def test_a_long_sentence_gives_its_clauses() -> None:
    found = statements("The bridge was closed by police on Monday, while two houses near the river collapsed.", language="en")
    assert [c.evidence.exact for c in found] == [
        "The bridge was closed by police on Monday",
        "two houses near the river collapsed",
    ]


def test_a_joining_word_parts_clauses_and_two_names_stay_together() -> None:
    found = statements("Polisi menangkap pelaku pembakaran pasar dan membawa korban ke rumah sakit daerah.")
    assert [c.evidence.exact for c in found] == [
        "Polisi menangkap pelaku pembakaran pasar",
        "membawa korban ke rumah sakit daerah",
    ]
    found = statements("Warga dan petugas memadamkan api di pasar ikan kota lama.")
    assert [c.evidence.exact for c in found] == ["Warga dan petugas memadamkan api di pasar ikan kota lama"]
    found = statements("The road was closed because the river had flooded the old bridge.", language="en")
    assert len(found) == 1


def test_a_question_within_a_sentence_is_no_point() -> None:
    assert statements('Bendungan tua itu akan dibongkar tahun ini?" tanya warga di hilir sungai') == ()
