"""Figures from hand-built marks: which measure, whose words, which evidence."""

from __future__ import annotations

import pytest

from rujuk.claim.figures import find_figures
from rujuk.claim.measures import load_catalog
from rujuk.model.marks import Mod, QuantityKind
from rujuk.model.span import Where


def measures(claims):
    return [(c.measure, c.value.best) for c in claims]


def test_each_item_of_a_toll_is_its_own_figure(page) -> None:
    p = page("Sebanyak 3 orang tewas, 27 terluka, dan 12 hilang.", language="id")
    p.number("Sebanyak 3", 3).number("27", 27).number("12", 12)
    assert measures(p.figures()) == [("killed", 3), ("injured", 27), ("missing", 12)]


def test_active_and_passive_of_one_verb(page) -> None:
    p = (
        page("Polisi menangkap 12 orang. Sebanyak 7 orang ditangkap polisi.", language="id")
        .number("12", 12)
        .number("Sebanyak 7", 7)
    )
    assert measures(p.figures()) == [("detained", 12), ("detained", 7)]
    p = page("Police killed three men. Four guards were killed.").number("three", 3).number("Four", 4)
    assert measures(p.figures()) == [("killed", 3), ("killed", 4)]


def test_the_doer_is_not_counted(page) -> None:
    p = page("Warga itu dibunuh oleh 3 orang.", language="id").number("3", 3)
    assert "killed" not in [c.measure for c in p.figures()]
    p = page("Twelve gunmen killed 40 villagers.").number("Twelve", 12).number("40", 40)
    assert measures(p.figures()) == [("attackers", 12), ("killed", 40)]


def test_a_toll_before_its_number(page) -> None:
    p = page("Korban tewas mencapai 31 orang.", language="id").number("mencapai 31", 31)
    assert measures(p.figures()) == [("killed", 31)]
    p = page("The death toll rose to 31.").number("31", 31)
    assert measures(p.figures()) == [("killed", 31)]


def test_the_main_verb_outweighs_a_participle(page) -> None:
    p = page("Nine pupils abducted by bandits in March have been freed.").number("Nine", 9)
    assert measures(p.figures()) == [("released", 9)]


def test_a_man_and_two_women_are_two_figures_with_parts(page) -> None:
    p = page("A man and two women died in the fire.").number("A", 1).number("two", 2)
    assert [(c.measure, c.value.best, c.part) for c in p.figures()] == [("killed", 1, "man"), ("killed", 2, "women")]


def test_an_inserted_part_leaves_the_whole_its_verb(page) -> None:
    p = page("At least 50 people, including 9 children, were killed in the camp.").number(
        "At least 50", 50, mod=Mod.EQUAL_OR_MORE
    )
    p.number("9", 9)
    assert [(c.measure, c.value.best, c.part) for c in p.figures()] == [("killed", 50, None), ("killed", 9, "children")]


def test_the_whole_of_a_part_keeps_its_own_verb(page) -> None:
    p = page("The army freed 21 of the 200 girls kidnapped in the spring.").number("21", 21).number("200", 200)
    assert measures(p.figures()) == [("released", 21), ("hostages", 200)]


@pytest.mark.parametrize(
    ("language", "text", "words", "best"),
    [
        ("id", "Sebuah kapal tenggelam di teluk.", "Sebuah", 1),
        ("id", "Massa berjalan 12 kilometer ke kota.", "12", 12),
        ("id", "Rapat dihadiri wakil 12 desa.", "12", 12),
        ("en", "A minibus crashed near the bridge.", "A", 1),
        ("en", "Troops passed through 12 villages.", "12", 12),
    ],
)
def test_what_is_no_figure(page, language: str, text: str, words: str, best: float) -> None:
    assert page(text, language=language).number(words, best).figures() == ()


def test_numbers_of_other_kinds_are_no_figures(page) -> None:
    p = page("Korban tewas berusia 31 tahun.", language="id").number("31", 31, kind=QuantityKind.AGE)
    assert p.figures() == ()


def test_money_needs_no_trigger_and_keeps_its_currency(page) -> None:
    (claim,) = page("The city set aside $4 million.").number("$4 million", 4e6, unit="USD", kind=QuantityKind.MONEY).figures()
    assert (claim.measure, claim.value.unit, claim.value.best) == ("money", "USD", 4e6)


def test_evidence_is_the_shortest_piece_with_number_and_event(page) -> None:
    p = page("Officials said on Monday that two sailors drowned off the cape.").number("two", 2)
    (claim,) = p.figures()
    assert claim.evidence.exact == "two sailors drowned"
    assert p.text[claim.evidence.start : claim.evidence.end] == claim.evidence.exact


def test_the_headline_is_a_sentence(page) -> None:
    p = page("The blaze began at noon.", title="Blaze kills four workers").number("four", 4, title=True)
    (claim,) = p.figures()
    assert (claim.measure, claim.evidence.where, claim.evidence.exact) == ("killed", Where.TITLE, "kills four workers")


def test_an_item_goes_on_with_the_whole_before_it(page) -> None:
    p = page("Sebanyak 12 penerbangan dibatalkan. Dari jumlah itu, 8 di antaranya rute dalam negeri.", language="id")
    p.number("Sebanyak 12", 12).number("8", 8)
    assert [(c.measure, c.value.best, c.part is not None) for c in p.figures()] == [("flights", 12, False), ("flights", 8, True)]


def test_ids_do_not_depend_on_order_and_report_without_numbers_has_none(page, indonesian) -> None:
    p = page("Gempa merusak 5 rumah dan menewaskan 2 orang.", language="id").number("5", 5).number("2", 2)
    assert len({c.id for c in p.figures()}) == 2
    assert p.figures() == p.figures()
    empty = page("Tidak ada korban.", language="id")
    assert find_figures(empty.report, empty.sentences, (), (), (), (), (), pack=indonesian, catalog=load_catalog()) == ()


def test_a_relative_clause_on_another_noun_does_not_reach_back(page) -> None:
    p = page("Some 90 students held a vigil for a boy who was killed in May.").number("90", 90).number("a", 1)
    assert ("killed", 90) not in measures(p.figures())


def test_a_name_behind_an_active_verb_is_its_object(page) -> None:
    p = page("Two officers shot and killed Gray near the park.").number("Two", 2)
    assert "killed" not in [c.measure for c in p.figures()]
