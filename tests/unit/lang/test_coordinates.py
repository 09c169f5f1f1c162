"""Where places lie."""

from __future__ import annotations

import pytest

from rujuk.lang.coordinates import load_coordinates
from rujuk.lang.places import load_gazetteer


def test_towns_regions_and_countries_have_a_position() -> None:
    known = load_coordinates()
    town = known.at(load_gazetteer().places("bandung")[0].id)
    assert town is not None
    assert (town.latitude, town.longitude, town.radius) == (pytest.approx(-6.92, abs=0.1), pytest.approx(107.61, abs=0.1), 0)
    province, country = known.at("kemendagri:32"), known.at("iso3166:ID")
    assert province is not None
    assert country is not None
    assert 0 < province.radius < 400 < country.radius


def test_what_has_no_position_has_none() -> None:
    assert load_coordinates().at("geonames:0") is None
    assert load_coordinates().at("") is None


def test_towns_of_a_window_lie_in_it_the_largest_first() -> None:
    towns = load_coordinates().towns(-8.0, -6.0, 106.0, 109.0, most=200)
    assert towns[0].name == "Jakarta"
    assert all(-8 <= t.latitude <= -6 and 106 <= t.longitude <= 109 for t in towns)
    assert len(towns) > 50
    assert load_coordinates().towns(-8.0, -6.0, 106.0, 109.0, most=7) == towns[:7]
