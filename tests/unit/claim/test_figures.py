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


@pytest.mark.parametrize(
    ("language", "text", "words", "best"),
    [
        ("id", "Status kota itu menjadi siaga 1 menyusul meningkatnya serangan.", "1", 1),
        ("id", "Ia didakwa menyuap tiga hakim agar perkaranya ringan.", "tiga", 3),
        ("id", "Ia membantu keduanya agar lolos dalam seleksi.", "keduanya", 2),
        ("en", "Police would not release the names of the two men.", "two", 2),
        ("en", "Each cartridge contained nine pellets, and he was wounded.", "nine", 9),
        ("en", "The region remembers the 2004's massive death.", "2004", 2004),
        ("en", "Two powerful earthquakes flattened buildings.", "Two", 2),
        ("en", "It was one of the deadliest shootings.", "one", 1),
    ],
)
def test_a_number_counts_only_its_own_noun_in_its_own_clause(page, language: str, text: str, words: str, best: float) -> None:
    assert page(text, language=language).number(words, best).figures() == ()


def test_one_of_many_counts_only_as_the_subject(page) -> None:
    p = page("One of the girls was rescued.").number("One", 1)
    assert measures(p.figures()) == [("rescued", 1)]
    assert page("Salah satu tersangka sakit.", language="id").number("satu", 1).figures() == ()


def test_the_gerund_behind_an_accusation_has_the_number(page) -> None:
    p = page("A man suspected of shooting three people at a firm was arrested.").number("three", 3)
    assert measures(p.figures()) == [("injured", 3)]


def test_the_captor_decides_between_arrest_and_abduction(page) -> None:
    p = page("Pirates captured 22 fishermen. Soldiers captured 9 pirates.").number("22", 22).number("9", 9)
    assert measures(p.figures()) == [("hostages", 22), ("detained", 9)]


@pytest.mark.parametrize(
    ("language", "text", "new", "old"),
    [
        ("en", "The death toll has been revised down to 45 from 47.", "45", "47"),
        ("en", "The death toll rose from 47 to 45.", "45", "47"),
        ("en", "The death toll stood at 45, up from 47.", "45", "47"),
        ("id", "Korban tewas diralat menjadi 45 orang. Sebelumnya disebut 47 orang.", "45", "47"),
        ("id", "Korban tewas bertambah dari 47 orang menjadi 45 orang.", "45", "47"),
    ],
)
def test_a_value_given_up_is_marked_and_not_of_the_day(page, language: str, text: str, new: str, old: str) -> None:
    p = page(text, language=language)
    for word in sorted((new, old), key=text.index):
        p.number(word, float(word))
    found = {c.value.best: c for c in p.figures()}
    assert found[47].measure == found[45].measure == "killed"
    assert found[47].rule.endswith(".previous")
    assert found[47].as_of is None
    assert not found[45].rule.endswith(".previous")


def test_items_of_a_list_share_the_verb_said_once(page) -> None:
    p = page("Some 900 residents had taken shelter in a field, 500 in a yard and 70 others in a hall.")
    p.number("900", 900).number("500", 500).number("70", 70)
    assert measures(p.figures()) == [("displaced", 900), ("displaced", 500), ("displaced", 70)]


def test_those_among_a_counted_whole_are_its_parts(page) -> None:
    p = page("Three Danes and four Finns were among the 84 people killed.").number("Three", 3).number("four", 4).number("84", 84)
    assert [(c.measure, c.value.best, c.part) for c in p.figures()] == [
        ("killed", 3, "Danes"),
        ("killed", 4, "Finns"),
        ("killed", 84, None),
    ]


def test_of_them_names_the_group_told_behind_it(page) -> None:
    p = page("Fifty people died, and 10 of them were children.").number("Fifty", 50).number("10", 10)
    assert [(c.measure, c.value.best, c.part) for c in p.figures()] == [("killed", 50, None), ("killed", 10, "children")]


def test_a_word_of_limit_that_joins_clauses_sets_no_limit(page) -> None:
    p = page("Mereka menembak mati 3 warga hingga 4 warga lainnya terluka.", language="id").number("3", 3)
    p.number("hingga 4", 4, mod=Mod.EQUAL_OR_LESS)
    assert [(c.measure, c.value.best, c.value.mod) for c in p.figures()] == [
        ("killed", 3, Mod.EQUAL),
        ("injured", 4, Mod.EQUAL),
    ]


def test_prices_of_a_unit_and_coins_are_rates(page) -> None:
    p = page("Harga minyak naik 84 sen menjadi 63 dolar.", language="id")
    p.number("84 sen", 84, unit="USD", kind=QuantityKind.MONEY).number("63 dolar", 63, unit="USD", kind=QuantityKind.MONEY)
    assert p.figures() == ()


def test_people_on_a_vessel_are_aboard_though_another_item_has_an_event(page) -> None:
    p = page("Tujuh hari berlalu.", title="SAR: 112 Orang di Feri Kencana, 7 Tewas", language="id")
    p.number("112", 112, title=True).number("7", 7, title=True)
    assert measures(p.figures()) == [("aboard", 112), ("killed", 7)]


def test_where_people_are_does_not_count_a_bare_number(page) -> None:
    text = "Divers found more bodies on Sunday, bringing the death toll from the fire on the ferry Bahari to 11, officials said."
    assert measures(page(text).number("to 11", 11).figures()) == [("killed", 11)]


def test_some_of_the_dead_are_a_part(page) -> None:
    (claim,) = page("Eleven of the dead were children, the mayor said.").number("Eleven", 11).figures()
    assert (claim.measure, claim.part) == ("killed", "children")


def test_an_insertion_that_tells_who_speaks_parts_no_figure(page) -> None:
    p = page("Jumlah seluruh penyerang, menurut dia, mencapai 20 ribu orang.", language="id").number("20 ribu", 20000)
    assert measures(p.figures()) == [("attackers", 20000)]
    assert measures(page("The death toll, he said, has reached 45.").number("45", 45).figures()) == [("killed", 45)]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Police arrested the captain and two crew members."), ("id", "Polisi menahan nakhoda dan dua awak kapal.")],
)
def test_a_second_object_is_the_verbs_too(page, language: str, text: str) -> None:
    word = "two" if language == "en" else "dua"
    assert measures(page(text, language=language).number(word, 2).figures()) == [("detained", 2)]


def test_a_relative_clause_between_commas_gives_way_to_the_main_verb(page) -> None:
    p = page("Three men, who had sought refuge in a school, died when the wall fell.").number("Three", 3)
    assert measures(p.figures()) == [("killed", 3)]


def test_a_name_beside_an_apposition_counts_nobody(page) -> None:
    p = page("Tom Brandt, a truck driver who survived, said the bridge shook.").number("a", 1, nth=2)
    assert p.figures() == ()


def test_members_of_one_family_are_counted_once(page) -> None:
    p = page("A shell killed at least seven members of one family.").number("at least seven", 7, mod=Mod.EQUAL_OR_MORE)
    assert measures(p.number("one", 1).figures()) == [("killed", 7)]
    p = page("At least 12 members of an extended family, including seven children, were killed.").number("12", 12)
    assert [(c.value.best, c.part) for c in p.number("seven", 7).figures()] == [(12, None), (7, "children")]


def test_a_list_behind_the_dead_included(page) -> None:
    p = page("The dead included seven children, three women and two men.").number("seven", 7).number("three", 3).number("two", 2)
    assert [(c.measure, c.value.best, c.part) for c in p.figures()] == [
        ("killed", 7, "children"),
        ("killed", 3, "women"),
        ("killed", 2, "men"),
    ]


def test_who_kills_is_not_the_victim(page) -> None:
    assert page("An off-duty policeman killed the shooter.").number("An", 1).figures() == ()


def test_a_second_verb_means_the_things_of_the_first(page) -> None:
    p = page("Pirates attacked nearly 100 vessels and hijacked nearly 40.").number("100", 100).number("40", 40)
    assert measures(p.figures()) == [("vehicles", 100), ("vehicles", 40)]


def test_people_taken_somewhere_are_no_hostages(page) -> None:
    assert measures(page("The 23 men were taken on board the warship.").number("23", 23).figures()) == []


def test_what_happened_before_is_no_earlier_value(page) -> None:
    p = page("Ten people died in the crash. Hours earlier, three men died in a fire.").number("Ten", 10).number("three", 3)
    assert [c.rule.endswith(".previous") for c in p.figures()] == [False, False]


def test_the_share_of_a_whole_is_named_by_its_state(page) -> None:
    p = page("Some 30 of the 80 wounded remained in hospital.").number("30", 30).number("80", 80)
    assert [(c.value.best, c.part) for c in p.figures()] == [(30, "remained in hospital"), (80, None)]


def test_sums_of_a_conflict_are_not_of_the_event(page) -> None:
    p = page("A shell killed 43 people.", "They fled.", "More than 680 people have been killed since the conflict began.")
    p.number("43", 43).number("680", 680, mod=Mod.MORE_THAN)
    assert [(c.value.best, c.background) for c in p.figures()] == [(43, False), (680, True)]


def test_things_secured_are_nobody_held(page) -> None:
    assert page("Satu kotak hitam telah diamankan.", language="id").number("Satu", 1).figures() == ()
    p = page("Polisi mengamankan dua pemuda.", language="id").number("dua", 2)
    assert measures(p.figures()) == [("detained", 2)]


def test_years_and_legends_are_labels(page) -> None:
    p = page("Sebut Tak Ada pada '98, Menteri Dituntut Mundur.", language="id").number("98", 98)
    assert p.figures() == ()
    assert page("STREET 5 4 People fled.").number("5", 5).number("4", 4).figures() == ()


def test_whose_somebody_is_counts_nobody(page) -> None:
    assert page("The mother of a boy was killed in the attack.").number("a", 1).figures() == ()
    assert measures(page("A shell killed a boy.").number("a", 1).figures()) == [("killed", 1)]


def test_an_event_in_the_name_of_a_village_is_none(page) -> None:
    p = page("Sidang atas dua anggota yang memukul warga Desa Selamat digelar.", language="id").number("dua", 2)
    assert measures(p.figures()) == []
