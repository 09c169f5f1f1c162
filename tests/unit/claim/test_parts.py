"""Which figures count a part of a whole that the report counts too."""

from __future__ import annotations

from rujuk.model.marks import QuantityKind


def parts(claims):
    return [(c.measure, c.value.best, c.part) for c in claims]


def test_how_badly_some_are_hurt_is_a_part_where_others_are_counted(page) -> None:
    p = (
        page("Police said 27 people were injured.", "Four people with serious injuries left hospital.")
        .number("27", 27)
        .number("Four", 4)
    )
    assert parts(p.figures()) == [("injured", 27, None), ("injured", 4, "with serious injuries")]
    assert parts(page("Four people had serious injuries.").number("Four", 4).figures()) == [("injured", 4, None)]


def test_passengers_and_crew_beside_each_other_or_a_whole(page) -> None:
    p = page("A tug took the 103 passengers and 26 crew members to the port.").number("103", 103).number("26", 26)
    assert parts(p.figures()) == [("aboard", 103, "passengers"), ("aboard", 26, "crew members")]
    assert parts(page("Kapal itu mengangkut 65 penumpang.", language="id").number("65", 65).figures()) == [("aboard", 65, None)]


def test_kinds_of_buildings_in_a_list(page) -> None:
    p = page("The quake damaged 42 offices, 14 hotels and 90 houses.").number("42", 42).number("14", 14).number("90", 90)
    assert [part for _, _, part in parts(p.figures())] == ["offices", "hotels", "houses"]
    p = page("The quake damaged 14 hotels and 90 houses.").number("14", 14).number("90", 90)
    assert [part for _, _, part in parts(p.figures())] == [None, None]


def test_people_counted_place_by_place(page) -> None:
    p = page("About 900 people had taken shelter in a field, 500 in a yard and 70 others in a hall.")
    p.number("900", 900).number("500", 500).number("70", 70)
    assert [part for _, _, part in parts(p.figures())] == ["in a field", "in a yard", "in a hall"]


def test_the_rest_of_a_few_dead_is_a_part(page) -> None:
    p = page("Pria itu membunuh tiga perempuan.", "Ia membunuh dua perempuan lain pada malam itu.", language="id")
    p.number("tiga", 3).number("dua", 2)
    assert [part is not None for _, _, part in parts(p.figures())] == [False, True]
    p = page("The war killed 640 people.", "Two other people died at the school.").number("640", 640).number("Two", 2)
    assert [part for _, _, part in parts(p.figures())] == [None, None]


def test_one_group_twice_is_no_part(page) -> None:
    p = page("Ada 386 WNI di Saha dan 194 WNI di Loma.", language="id").number("386", 386).number("194", 194)
    assert [part for _, _, part in parts(p.figures())] == [None, None]


def test_a_height_above_the_sea_is_told_apart(page) -> None:
    p = page("Kolom abu mencapai 400 meter di atas puncak atau 3.700 meter di atas permukaan laut.", language="id")
    p.number("400 meter", 400, unit="m", kind=QuantityKind.MEASURE).number(
        "3.700 meter", 3700, unit="m", kind=QuantityKind.MEASURE
    )
    assert [part for _, _, part in parts(p.figures())] == [None, "di atas permukaan laut"]


def test_victims_are_of_what_befell_the_others(page) -> None:
    p = page("A gunman killed nine people.", "Seven victims were named.").number("nine", 9).number("Seven", 7)
    assert [(c.measure, c.value.best) for c in p.figures()] == [("killed", 9), ("killed", 7)]
    p = page("Seven victims filed complaints.", "Police arrested two men.").number("Seven", 7).number("two", 2)
    assert [(c.measure, c.value.best) for c in p.figures()] == [("affected", 7), ("detained", 2)]


def test_children_of_somebody_are_not_counted(page) -> None:
    p = page("Ibu dua anak itu menjadi korban penipuan.", language="id").number("dua", 2)
    assert p.figures() == ()
    p = page("The mother of two was shot.").number("two", 2)
    assert p.figures() == ()


def test_what_did_not_happen_and_who_did_it(page) -> None:
    assert page("14 people were not hurt.").number("14", 14).figures() == ()
    (claim,) = page("The pensioner was beaten and robbed by three men.").number("three", 3).figures()
    assert (claim.measure, claim.value.best) == ("attackers", 3)
