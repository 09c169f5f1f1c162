"""Where a figure holds."""

from __future__ import annotations

from rujuk.model.marks import QuantityKind


def place_of(claim) -> str | None:
    return claim.place.name if claim.place else None


def test_the_located_place_of_the_sentence(page) -> None:
    p = page("A mill burned down in Norwick. Police in Easton said nothing. Two men died in Harrow.").number("Two", 2)
    for name in ("Norwick", "Easton", "Harrow"):
        p.place(name, id=f"x:{name}")
    (claim,) = p.figures()
    assert place_of(claim) == "Harrow"


def test_the_narrowest_of_places_inside_each_other(page) -> None:
    p = page("Two men died in Harrow in Westland.").number("Two", 2)
    p.place("Harrow", id="x:h", within=("x:w",)).place("Westland", id="x:w")
    (claim,) = p.figures()
    assert place_of(claim) == "Harrow"


def test_without_a_place_of_its_own_the_events_place(page) -> None:
    p = page("A mill burned down in Norwick.", "Two men died.", title="Fire in Norwick").number("Two", 2)
    p.place("Norwick", id="x:n", title=True).place("Easton", id="x:e")
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_a_place_that_only_describes_people_is_not_where_it_happened(page) -> None:
    p = page("A mill burned down in Norwick.", "Near the river two Easton residents died.").number("two", 2)
    p.place("Norwick", id="x:n").place("Easton", id="x:e")
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_a_line_that_opens_with_a_place_and_a_colon(page) -> None:
    p = page("Di Ngalam terjadi banjir.", "Tirta: 40 rumah rusak. Sebanyak 3 orang tewas.", language="id")
    p.number("40", 40).number("Sebanyak 3", 3).place("Ngalam", id="x:n").place("Tirta", id="x:t")
    assert [place_of(c) for c in p.figures()] == ["Tirta", "Tirta"]


def test_a_street_is_too_narrow(page) -> None:
    p = page("Kebakaran di Jalan Melati, Ngalam, menewaskan 2 orang.", language="id").number("2", 2)
    p.place("Jalan Melati").place("Ngalam", id="x:n")
    (claim,) = p.figures()
    assert place_of(claim) == "Ngalam"


def test_no_place_at_all(page) -> None:
    (claim,) = page("Two men died.").number("Two", 2).figures()
    assert claim.place is None


def test_the_height_of_an_eruption_is_the_mountains(page) -> None:
    p = page("Kolom abu Gunung Karyang di Surawa mencapai 700 meter.", language="id")
    p.place("Gunung Karyang").place("Surawa", id="g:1", within=("iso3166:ID",))
    p.number("700 meter", 700, unit="m", kind=QuantityKind.MEASURE)
    assert [c.place.name for c in p.figures() if c.place] == ["Gunung Karyang"]


def test_a_camp_named_by_a_place_is_there(page) -> None:
    p = page("Shells hit a school in Norwick refugee camp, killing 40 people.", "Talks in Aldia go on.")
    p.place("Norwick").place("Aldia", id="iso3166:AL").number("40", 40)
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_a_country_is_inside_no_town_behind_it(page) -> None:
    p = page("Rebels fought troops of Aldia in Norwick and killed 12 people.", "The army of Aldia said 9 were hurt in Norwick.")
    p.place("Aldia", id="iso3166:AL").place("Norwick").number("12", 12).number("9", 9)
    assert {c.place.name for c in p.figures() if c.place} == {"Norwick"}


def test_where_a_speaker_stands_ends_where_a_figure_begins(page) -> None:
    p = page("He was asked, the governor said in Norwick when the storm hit 40 houses in Sadlow.")
    p.place("Norwick", id="g:1", within=("iso3166:AL",)).place("Sadlow", id="g:2", within=("iso3166:AL",)).number("40", 40)
    p.said_by("He was asked", cue="said", source="the governor")
    (claim,) = p.figures()
    assert place_of(claim) == "Sadlow"


def test_what_something_befell_wins_over_the_country_of_who_speaks(page) -> None:
    p = page(
        "Ngalam diguncang 6 gelombang serangan, kata Presiden Westland Harun, Jumat.",
        language="id",
        title="Presiden Westland: Ngalam Dihantam",
    )
    p.number("6", 6).place("Ngalam", id="x:n", within=("x:w",), title=True).place("Westland", id="x:w", title=True)
    (claim,) = p.figures()
    assert place_of(claim) == "Ngalam"


def test_a_part_of_a_country_wins_over_the_country_that_owns_it(page) -> None:
    p = page("A quake hit Westland's Norwick province and killed 2 people.").number("2", 2)
    p.place("Westland", id="x:w").place("Norwick")
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_the_town_wins_over_what_it_is_the_capital_of(page) -> None:
    p = page("Quakes rocked Norwick, the capital of Eastmark, killing 4 people.").number("4", 4)
    p.place("Norwick").place("Eastmark")
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_a_landmark_of_another_sentence_gives_way_to_its_town(page) -> None:
    p = page("Crowds stood on Norwick Promenade in Easton. A truck killed 5 people. They walked on Norwick Promenade.")
    p.number("5", 5).place("Norwick Promenade").place("Easton", id="x:e")
    (claim,) = p.figures()
    assert place_of(claim) == "Easton"


def test_what_is_only_called_a_place_in_the_headline_is_none(page) -> None:
    p = page("A driver killed 8 people in Norwick.", title="Driver shouting Maranatha Amen kills 8")
    p.number("8", 8, title=True).place("Norwick", id="x:n").place("Maranatha Amen", title=True)
    (claim,) = p.figures()
    assert place_of(claim) == "Norwick"


def test_a_year_between_is_no_later_figure(page) -> None:
    p = page("A mill burned in Norwick.", "", "In all 17 people were killed in attacks in January 2015 against a shop in Harrow.")
    p.number("17", 17).place("Norwick", id="x:n").place("Harrow", id="x:h")
    (claim,) = p.figures()
    assert place_of(claim) == "Harrow"


def test_a_heading_line_has_its_own_place(page) -> None:
    p = page("A gunman killed 50 people in Norwick.", "Harrow restaurant: 22 dead").number("50", 50).number("22", 22)
    p.place("Norwick", id="x:n").place("Harrow", id="x:h")
    assert [place_of(c) for c in p.figures()] == ["Norwick", "Harrow"]


def test_a_height_without_its_mountain_is_the_stories_mountains(page) -> None:
    p = page(
        "Gunung Karyang meletus. Pos pantau ada di Surawa. Kolom abu setinggi 700 meter.",
        language="id",
        title="Gunung Karyang Meletus",
    )
    p.number("setinggi 700 meter", 700, unit="m", kind=QuantityKind.MEASURE)
    p.place("Gunung Karyang", title=True).place("Surawa", id="x:s")
    (claim,) = p.figures()
    assert place_of(claim) == "Gunung Karyang"


def test_a_place_and_others_in_a_wider_one_are_the_wider_one(page) -> None:
    p = page("Two men died in Harrow and other towns in Westland.").number("Two", 2)
    p.place("Harrow", id="x:h", within=("x:w",)).place("Westland", id="x:w")
    (claim,) = p.figures()
    assert place_of(claim) == "Westland"
    p = page("Sebanyak 2 orang tewas di Ngalam dan wilayah lainnya di Surawa.", language="id").number("Sebanyak 2", 2)
    p.place("Ngalam", id="x:n", within=("x:s",)).place("Surawa", id="x:s")
    (claim,) = p.figures()
    assert place_of(claim) == "Surawa"


def test_a_gulf_of_the_lead_is_where_things_happen(page) -> None:
    p = page(
        "Pirates attacked a ship in the Gulf of Sorn on Monday.",
        "The ship came from Westland.",
        "In the Gulf of Sorn 23 pirates were arrested.",
    )
    p.place("Gulf of Sorn").place("Westland", id="x:1").number("23", 23)
    assert [c.place.name for c in p.figures() if c.measure == "detained"] == ["Gulf of Sorn"]


def test_an_address_is_no_scene(page) -> None:
    p = page(
        "Polisi menangkap dua pria di Ngalam.",
        "Keduanya beralamat di Desa Sari, Ngalam. Mereka membunuh tiga orang.",
        language="id",
    )
    p.place("Ngalam", id="x:1").place("Desa Sari").number("dua", 2).number("tiga", 3)
    assert {c.place.name for c in p.figures()} == {"Ngalam"}
