"""Frames of speech by their shape: texts of our own, in both languages; what is told and how far it goes."""

from __future__ import annotations

import time

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.attributions import find_attributions
from rujuk.mark.entities import find_entities
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Attribution
from rujuk.model.report import Report


def found(pack: LanguagePack, text: str, title: str | None = None) -> list[Attribution]:
    report = Report(id="report:x", source="x", text=text, title=title, language=pack.code)
    sentences = find_sentences(report, pack=pack)
    return list(find_attributions(report, sentences, find_entities(report, sentences, (), pack=pack), (), pack=pack))


def told(pack: LanguagePack, text: str) -> list[tuple[str | None, str]]:
    return [(a.source.name if a.source else None, a.content.exact) for a in found(pack, text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # a cue before its source, then the clause
        ("Dikatakan Kapolres, jalan itu masih ditutup petugas.", "Kapolres", "jalan itu masih ditutup petugas"),
        # whom a wish is told to
        (
            "Pengelola pasar menyampaikan kepada pedagang di lantai dua agar segera pindah ke luar.",
            "Pengelola pasar",
            "segera pindah ke luar",
        ),
        # verbs made nouns, and words for the speaker, open a clause
        ("Kepala desa membantah adanya pungutan di pasar itu.", "Kepala desa", "adanya pungutan di pasar itu"),
        ("Kepala desa membantah pihaknyamemungut uang parkir.", "Kepala desa", "pihaknyamemungut uang parkir"),
        # a time between commas, a date before the comma
        ("BMKG, Rabu, memperkirakan hujan turun sampai malam.", "BMKG", "hujan turun sampai malam"),
        (
            "Bank Sentral Utara (BSU) pada Senin (3/2), menyatakan bunga tidak berubah.",
            "Bank Sentral Utara (BSU)",
            "bunga tidak berubah",
        ),
        # a time right before the comma of "menurut"
        (
            "Pabrik itu membuat dua juta sepatu bulan lalu, menurut Badan Statistik.",
            "Badan Statistik",
            "Pabrik itu membuat dua juta sepatu bulan lalu",
        ),
        # one clause of two joined
        (
            "Dinas Air melaporkan data baru, sementara BMKG memperkirakan hujan turun lebih lama.",
            "BMKG",
            "hujan turun lebih lama",
        ),
        # what is urged belongs with whom, where that is more than a word
        (
            "Bupati meminta warga di tepi sungai untuk pindah ke balai desa.",
            "Bupati",
            "warga di tepi sungai untuk pindah ke balai desa",
        ),
        ("Bupati meminta, agar warga pindah ke balai desa.", "Bupati", "warga pindah ke balai desa"),
        # judged without a verb
        ("Lurah menilai penanganan banjir tahun ini cukup baik.", "Lurah", "penanganan banjir tahun ini cukup baik"),
        # a clause below another ends where that begins
        ("Meski bupati menyatakan jalan itu aman, tetapi warga tetap pindah.", "bupati", "jalan itu aman"),
    ],
)
def test_indonesian(indonesian: LanguagePack, text: str, source: str, content: str) -> None:
    assert told(indonesian, text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Nelayan itu dipanggil bersaksi di sidang setelah kapalnya disita.",
        "Bupati meminta dukungan untuk calon kepala desa yang baru.",
        "Kepala desa mengungkapkan kondisi terkini para nelayan.",
        "Kabar yang beredar yang menyebutkan bahwa jalan itu ditutup tidak benar.",
        "Polisi membenarkan penangkapan pria yang kerap disapa Bang Jago itu.",
        "Pintu itu guna memastikan air tidak masuk ke rumah warga.",
    ],
)
def test_nobody_speaks_in_indonesian(indonesian: LanguagePack, text: str) -> None:
    assert told(indonesian, text) == []


def test_the_sentence_before_that_was_told(indonesian: LanguagePack) -> None:
    text = "Dua kapal karam di selat itu. Kepala Pelabuhan menyampaikan hal itu, Kamis (6/2), di Kupang."
    assert told(indonesian, text) == [("Kepala Pelabuhan", "Dua kapal karam di selat itu")]


def test_urged_by_who_spoke_before(indonesian: LanguagePack) -> None:
    text = "BPBD Lumajang mengatakan air masih naik. Warga juga diminta tidak turun ke sungai.\nAnak-anak diimbau tetap di rumah."
    assert told(indonesian, text)[1:] == [("BPBD Lumajang", "Warga juga diminta tidak turun ke sungai")]


@pytest.mark.parametrize(
    ("title", "told_in_it"),
    [
        ("Bupati Minta Warga Tepi Sungai Siapkan Tempat Mengungsi", ["Warga Tepi Sungai Siapkan Tempat Mengungsi"]),
        ("Jemaah Haji Ungkap Tidak Tahu Pesawat Terlambat", ["Tidak Tahu Pesawat Terlambat"]),
        ("Penjelasan Bupati Soal Klaim Warga atas Tanah di Tepi Sungai", []),
        ("Bupati Minta Maaf kepada Warga", []),
    ],
)
def test_headlines(indonesian: LanguagePack, title: str, told_in_it: list[str]) -> None:
    assert [a.content.exact for a in found(indonesian, "Jalan itu sepi.", title)] == told_in_it


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The fire chief was saying they looked tired.", "The fire chief", "they looked tired"),
        ("The mayor called for the harbour to be closed at night.", "The mayor", "the harbour to be closed at night"),
        ("The mayor warned against drawing hasty conclusions.", "The mayor", "drawing hasty conclusions"),
        ("The mayor told a news conference Tuesday the bridge was safe.", "The mayor", "the bridge was safe"),
        ("The mayor has also warned residents that the bridge was closed.", "The mayor", "the bridge was closed"),
        ("The fire chief put the number of burnt barns at 12.", "The fire chief", "the number of burnt barns at 12"),
        ("The WHO said about 135 houses were damaged.", "The WHO", "about 135 houses were damaged"),
        ("The coast guard said at least 195 people were rescued.", "The coast guard", "at least 195 people were rescued"),
        ("The ship, which the coast guard says was empty of people, sank on Monday.", "the coast guard", "was empty of people"),
        ("A wall fell on a girl, said local hospital director Nils Aaker.", "Nils Aaker", "A wall fell on a girl"),
        (
            "Fifty people were hurt in the fall, Nils Aaker a local doctor, said.",
            "Nils Aaker",
            "Fifty people were hurt in the fall",
        ),
        (
            "Some witnesses told police that the man looked calm, fire chief Nils Aaker said.",
            "Nils Aaker",
            "Some witnesses told police that the man looked calm",
        ),
        ("Residents evacuated from the village said the river was still rising.", "Residents", "the river was still rising"),
        ("The toll grew through the night, with officials saying 77 people died.", "officials", "77 people died"),
        (
            "His wife released a statement saying they had been separated for weeks.",
            "His wife",
            "they had been separated for weeks",
        ),
        ("The mayor opened the bridge and said it would last a hundred years.", "The mayor", "it would last a hundred years"),
        ("The police continue to insist the road was safe.", "The police", "the road was safe"),
        ("But growers say the harvest will be late this year.", "growers", "the harvest will be late this year"),
        (
            "Police and port officials, however, said they believed him at once.",
            "Police and port officials",
            "they believed him at once",
        ),
        ("The budget office said about half of the money was spent.", "The budget office", "about half of the money was spent"),
        (
            "The race will be tight, said Nils Aaker, director of the Harbour Board in the old town.",
            "Nils Aaker",
            "The race will be tight",
        ),
        # the outlet goes on
        (
            "State television said two villages were hit, but no footage was broadcast.",
            "State television",
            "two villages were hit",
        ),
        (
            "A spokeswoman said the victims were taken away but could not give further details.",
            "A spokeswoman",
            "the victims were taken away",
        ),
        ("The mayor said the bridge would close, even though nobody had asked for that.", "The mayor", "the bridge would close"),
        ("After the mayor said the bridge would close, crowds gathered on it.", "the mayor", "the bridge would close"),
        (
            "The police ordered staff to stay in their offices but later evacuated the house.",
            "The police",
            "to stay in their offices",
        ),
    ],
)
def test_english(english: LanguagePack, text: str, source: str, content: str) -> None:
    assert told(english, text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The invasion has yet to reach what the council says is its aim.",
        "The storm has claimed more than 660 lives in the past few days.",
        "There had been reports that the ship had sunk in the storm.",
        "The news follows a South Korean report that ships carried oil there.",
        "He led attacks on three farms near the river.",
    ],
)
def test_nobody_speaks_in_english(english: LanguagePack, text: str) -> None:
    assert told(english, text) == []


def test_a_turn_of_a_transcript_is_no_subject(english: LanguagePack) -> None:
    text = "MARY HALE, HOST: The fire chief was saying they looked tired. And he says that nobody slept that night."
    assert [n for n, _ in told(english, text)] == ["The fire chief", "The fire chief"]


def test_the_statement_is_of_who_gave_it_out(english: LanguagePack) -> None:
    text = 'The Harbour Ministry said in a statement the ship was empty. "It will be towed away on Friday," the statement said.'
    assert [n for n, _ in told(english, text)] == ["The Harbour Ministry", "The Harbour Ministry"]


def test_a_quotation_over_lines_of_one_sentence(english: LanguagePack) -> None:
    text = '"We hoped it would be safe," said Nils Aaker.\n"We were twenty in one room.\nWe had no food.\n"Then we heard a bomb.\nWindows broke.\n"\nThe school is closed.'
    assert [a.content.exact for a in found(english, text)][1:] == [
        "We were twenty in one room.\nWe had no food.",
        "Then we heard a bomb.\nWindows broke.",
    ]


def test_a_quoted_headline_has_its_speaker_from_the_body(english: LanguagePack) -> None:
    text = '"The road is shut for good," said Nils Aaker. "Nobody may pass here now," said Ada Lind.'
    (title, *_) = found(english, text, '"The road is shut for good"')
    assert title.source is not None
    assert title.source.name == "Nils Aaker"


def test_time_is_linear(indonesian: LanguagePack, english: LanguagePack) -> None:
    start = time.perf_counter()
    found(english, "The mayor of A and B, who said on Monday that he told " * 1800)
    found(indonesian, "Dikatakan Kepala Dinas di A, diminta agar warga untuk " * 1800)
    assert time.perf_counter() - start < 20
