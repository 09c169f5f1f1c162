"""The small map: what stands on it, what does not, and that it says so."""

from __future__ import annotations

import re

from rujuk.model.claim import Place
from rujuk.tell.locator import HEIGHT, WIDTH, locator

BANDUNG = Place(name="Bandung", id="geonames:1650357", within=("kemendagri:32", "iso3166:ID"))
JAKARTA = Place(name="Jakarta", id="geonames:1642911", within=("iso3166:ID",))
WEST_JAVA = Place(name="Jawa Barat", id="kemendagri:32", within=("iso3166:ID",))
INDONESIA = Place(name="Indonesia", id="iso3166:ID")
LIMA = Place(name="Lima", id="geonames:3936456", within=("iso3166:PE",))


def test_places_stand_where_they_lie_to_each_other() -> None:
    drawn = locator((BANDUNG, JAKARTA))
    assert drawn is not None
    (bx, by), (jx, jy) = [(float(x), float(y)) for x, y in re.findall(r'class="spot" cx="([\d.]+)" cy="([\d.]+)"', drawn.svg)]
    assert jx < bx
    assert jy < by
    assert not drawn.rough
    assert drawn.off == ()
    assert "Bandung</text>" in drawn.svg
    assert " km</text>" in drawn.svg


def test_an_area_that_holds_a_place_is_no_point_and_one_alone_is_rough() -> None:
    both = locator((BANDUNG, WEST_JAVA, INDONESIA))
    assert both is not None
    assert both.svg.count('class="spot"') == 1
    assert 'class="rough"' not in both.svg
    assert both.off == ()
    alone = locator((WEST_JAVA,))
    assert alone is not None
    assert alone.rough
    assert 'class="rough"' in alone.svg


def test_what_lies_a_world_away_is_named_beside_the_map() -> None:
    drawn = locator((BANDUNG, LIMA))
    assert drawn is not None
    assert drawn.off == ("Lima",)
    assert "Lima" not in drawn.svg


DISTRICT = Place(name="Kampung Baru", id="kemendagri:32.06.99", within=("kemendagri:32.06", "kemendagri:32", "iso3166:ID"))


def test_a_district_stands_in_its_regency_where_the_reports_name_one_around_it() -> None:
    drawn = locator((DISTRICT,), {"kemendagri:32"})
    assert drawn is not None
    assert drawn.rough
    assert locator((DISTRICT,), {"iso3166:ID", "kemendagri:11"}) is None, "a district of that name in some province is not enough"


def test_an_unknown_place_stands_nowhere() -> None:
    assert locator((Place(name="Negeri Dongeng"),)) is None
    assert locator(()) is None
    assert locator((Place(name="Pulau Entah", within=("iso3166:ID",)),), {"iso3166:ID"}) is None, (
        "a country is too wide to say where"
    )


def test_every_dot_and_name_lies_inside_and_names_are_escaped() -> None:
    drawn = locator((Place(name="<b>&", id=BANDUNG.id, within=BANDUNG.within),))
    assert drawn is not None
    assert "<b>" not in drawn.svg
    dots = re.findall(r"M(-?\d+) (-?\d+)h0", drawn.svg)
    assert dots
    assert all(-1 <= int(x) <= WIDTH + 1 and -1 <= int(y) <= HEIGHT + 1 for x, y in dots)


def test_the_date_line_does_no_harm() -> None:
    fiji = Place(name="Suva", id="geonames:2198148", within=("iso3166:FJ",))
    drawn = locator((fiji,))
    assert drawn is not None
    (x,) = re.findall(r'class="spot" cx="([\d.]+)"', drawn.svg)
    assert float(x) == WIDTH / 2
