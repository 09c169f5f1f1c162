"""The gazetteer of places."""

from __future__ import annotations

from rujuk.lang.places import load_gazetteer, load_given, load_organisations


def test_countries_have_iso_ids_in_both_languages() -> None:
    places = load_gazetteer()
    for name in ("kazakhstan", "amerika serikat", "united states", "korea selatan", "south korea"):
        first = places.places(name)[0]
        assert first.level == "i"
        assert first.id.startswith("iso3166:")
        assert first.around == ()


def test_a_district_lies_in_its_city_province_and_country() -> None:
    found = load_gazetteer().places("tebet")
    assert found[0].around == ("kemendagri:31.74", "geonames:1642911", "iso3166:ID")
    assert found[0].country == "ID"


def test_places_of_one_name_come_largest_first() -> None:
    found = load_gazetteer().places("paris")
    assert found[0].country == "FR"
    assert [p.size for p in found] == sorted((p.size for p in found), reverse=True)


def test_every_row_can_be_read() -> None:
    places = load_gazetteer()
    for name in places.lines:
        for p in places.places(name):
            assert p.level in "iprdc"
            assert p.id.split(":")[0] in ("geonames", "iso3166", "kemendagri")


def test_unknown_name() -> None:
    assert load_gazetteer().places("xyzzy") == ()


def test_people_and_organisations() -> None:
    assert load_given()["budi"] in "fm"
    assert "bnpb" in load_organisations()
