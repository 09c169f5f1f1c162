"""Where a figure holds."""

from __future__ import annotations


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
