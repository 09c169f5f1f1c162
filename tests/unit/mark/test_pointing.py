"""Whom a phrase or a pronoun means: texts of our own, entities built by hand."""

from __future__ import annotations

import pytest

from rujuk.lang.base import LanguagePack
from rujuk.mark.attributions import find_attributions
from rujuk.mark.sentences import find_sentences
from rujuk.model.marks import Entity, EntityKind
from rujuk.model.report import Report
from rujuk.model.span import Span


def speakers(pack: LanguagePack, text: str, *names: str) -> list[str | None]:
    entities = [
        Entity(
            id=f"person:{n}",
            kind=EntityKind.PERSON,
            name=n,
            mentions=tuple(Span(start=at, end=at + len(n), exact=n) for at in range(len(text)) if text.startswith(n, at)),
        )
        for n in names
    ]
    report = Report(id="report:x", source="x", text=text, language=pack.code)
    out = find_attributions(report, find_sentences(report, pack=pack), tuple(entities), (), pack=pack)
    return [a.source.name if a.source else None for a in out]


@pytest.mark.parametrize(
    ("text", "name", "speaker"),
    [
        ("A friend of Mr. Holt said that he was ill.", "Holt", "A friend of Mr. Holt"),
        ("A report on Mr. Holt said that he was ill.", "Holt", "A report on Mr. Holt"),
        ("Mr. Holt's lawyer said that he was ill.", "Holt", "Mr. Holt's lawyer"),
        ("One of John Holt's ex-wives, who lives nearby, said that he was ill.", "John Holt", "One of John Holt's ex-wives"),
        ("A lawyer for the elder Mr. Holt said that he was ill.", "Holt", "A lawyer for the elder Mr. Holt"),
        ("Mayor John Holt said that he was ill.", "John Holt", "John Holt"),
    ],
)
def test_whose_friend_speaks(english: LanguagePack, text: str, name: str, speaker: str) -> None:
    assert speakers(english, text, name) == [speaker]


@pytest.mark.parametrize("kin", ["Istri", "Keluarga", "Teman", "Rekan"])
def test_whose_relative_speaks(indonesian: LanguagePack, kin: str) -> None:
    text = f"{kin} Budi Santoso mengatakan korban dikenal ramah."
    assert speakers(indonesian, text, "Budi Santoso") == [f"{kin} Budi Santoso"]


def test_somebody_told_of_without_a_name_speaks_next(english: LanguagePack) -> None:
    before = "Governor Ada Lind praised the crew.\n\n"
    told = 'The captain of the ship was in tears. "I could not save them all," he said.'
    assert speakers(english, before + told, "Ada Lind") == ["The captain"]
    told = 'At noon, an officer on the scene sounds the alarm. "We got shots fired at the gate," he says.'
    assert speakers(english, before + told, "Ada Lind") == ["an officer"]


def test_what_merely_happens_to_somebody_makes_no_speaker(english: LanguagePack) -> None:
    text = 'Governor Ada Lind was on the pier. A man was arrested. "We will rebuild the whole harbour," she said.'
    assert speakers(english, text, "Ada Lind") == ["Ada Lind"]


def test_who_speaks_in_the_paragraph_keeps_the_word(english: LanguagePack) -> None:
    text = 'Ada Lind said the pier was lost. A nurse came by. "We will rebuild the whole harbour," she said.'
    assert speakers(english, text, "Ada Lind") == ["Ada Lind", "Ada Lind"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said no one was hurt.", "no one was hurt"),
        ("The mayor said nothing was stolen.", "nothing was stolen"),
        ("The mayor said no decision had been made.", "no decision had been made"),
    ],
)
def test_clauses_that_open_with_nobody_or_nothing(english: LanguagePack, text: str, content: str) -> None:
    report = Report(id="report:x", source="x", text=text, language="en")
    (a,) = find_attributions(report, find_sentences(report, pack=english), (), (), pack=english)
    assert a.content.exact == content


@pytest.mark.parametrize("text", ["The mayor said no to the plan.", "The mayor said nothing after the meeting ended."])
def test_a_word_that_is_said_is_no_clause(english: LanguagePack, text: str) -> None:
    assert speakers(english, text) == []


@pytest.mark.parametrize(
    "aside", ["45, of Springfield", "whose shop burned down", "senior associate for planning at the Institute", "a former nurse"]
)
def test_asides_between_a_name_and_its_verb(english: LanguagePack, aside: str) -> None:
    assert speakers(english, f"Mia Tan, {aside}, said she saw the blast.", "Mia Tan") == ["Mia Tan"]


def test_a_second_clause_has_its_own_subject(english: LanguagePack) -> None:
    text = "The ship sank on Monday, and the captain, a Greek, said he was sorry."
    assert speakers(english, text) == ["the captain"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Menurut informasi tersebut, jenazah dibawa ke Bandung.", "informasi tersebut"),
        ("Menurut laporan itu, sebanyak 12 rumah rusak.", "laporan itu"),
        ("Menurut pendirinya, Ani Lestari, belajar bahasa bukan hanya menghafal.", "Ani Lestari"),
        ("Menurut Product Manager Merek Raya, Budi Santoso, banyak pemilik melupakan ban.", "Budi Santoso"),
        ("Menurut Budi Santoso, Jawa Barat akan diguyur hujan.", "Budi Santoso"),
    ],
)
def test_whom_a_clause_is_according_to(indonesian: LanguagePack, text: str, speaker: str) -> None:
    assert speakers(indonesian, text) == [speaker]


def test_what_something_is_for_is_not_said(indonesian: LanguagePack) -> None:
    assert speakers(indonesian, "Petugas datang guna memastikan api sudah padam.") == []


def test_whom_an_offer_is_for_does_not_make_it(english: LanguagePack) -> None:
    text = "Norwick unveils its 'best and final and very last' offer for Holtcom."
    assert "for Holtcom" not in speakers(english, text)
    assert speakers(english, '"We need to change our ways," said campaign manager Robby Holt.', "Robby Holt") == ["Robby Holt"]
