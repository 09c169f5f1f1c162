"""How mentions of places stand."""

from __future__ import annotations

import pytest

from rujuk.claim.located import Standings
from rujuk.model.marks import Entity, EntityKind


@pytest.fixture
def standing(page):
    """Read how a place stands in a line: its degree, or None where it is part of another name."""

    def read(line: str, name: str = "Norwick", *, language: str = "en", known: bool = True):
        p = page("Nothing happened at all on that long and quiet day, said nobody.", line, language=language)
        entity = Entity(id="e", kind=EntityKind.PLACE, name=name, mentions=(), place="x:n" if known else None)
        found = Standings(p.report, [], p.lexicon).read(p.span(name), entity)
        return found if found is None else found.located

    return read


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("Norwick was hit by six waves of attacks", 2),
        ("Norwick province was also rocked by a blast", 2),
        ("a mill in the town of Norwick burned", 2),
        ("they fled to the town of Norwick", 1),
        ("he moved from Norwick, where 12 people died", 2),
        ("the dead of the Norwick mine blast", 2),
        ("outside a Norwick school", 2),
        ("two Norwick residents died", -1),
        ("the survey office in Norwick, Mass., said it was stronger", -1),
        ("police in Norwick said so", -1),
        ("the blast was felt in Norwick", 0),
        ("Norwick has a mill", 0),
        ("the ferry Norwick sank", None),
    ],
)
def test_english(standing, line: str, degree: int | None) -> None:
    assert standing(line) == degree


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("Kota Ngalam menghadapi enam gelombang serangan", 2),
        ("Ngalam kembali diguncang gempa", 2),
        ("korban gempa Ngalam bertambah", 2),
        ("akibatkebakarandi Ngalam kemarin", 2),
        ("rumah di Jalan Melati, Ngalam, terbakar", 2),
        ("polisi di Ngalam mengatakan hal itu", -1),
        ("getaran dirasakan di Ngalam", 0),
        ("warga Ngalam ramah", 0),
        ("milik PT Sawit Subur Ngalam", None),
        ("milik PT Sawit nabati Ngalam", None),
        ("milik PT Sawit Subur, Ngalam", 0),
        ("PT itu di Ngalam", 2),
        ("kebun PT Sawit Subur di Ngalam", 2),
        ("feri Ngalam tenggelam", None),
    ],
)
def test_indonesian(standing, line: str, degree: int | None) -> None:
    assert standing(line, "Ngalam", language="id") == degree


def test_an_article_before_a_name_that_the_gazetteer_lacks_locates_nothing(standing) -> None:
    assert standing("shells in a Norwick outside his flat", known=False) == 0


def test_people_from_a_place(page) -> None:
    p = page("Pesawat itu mengangkut 12 jemaah asal Ngalam.", language="id")
    entity = Entity(id="e", kind=EntityKind.PLACE, name="Ngalam", mentions=(), place="x:n")
    found = Standings(p.report, [], p.lexicon).read(p.span("Ngalam"), entity)
    assert found is not None
    assert found.home
