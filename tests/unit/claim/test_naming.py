"""Places that are not where something happened: the speaker's, offices, persons, and names run together with the next word."""

from __future__ import annotations

from dataclasses import replace

from rujuk.claim.naming import namesakes


def places_of(page_) -> list[str | None]:
    return [c.place.name if c.place else None for c in page_.figures()]


def test_where_a_speaker_stands_is_no_place_of_the_event(page) -> None:
    p = page("Banjir melanda Ngalam.", "“Tiga rumah hanyut,” kata Kapolres Tirta Amir di Wengker, Kamis. Tiga rumah rusak.",
             language="id")  # fmt: skip
    p.number("Tiga", 3, nth=2).place("Ngalam", id="x:n").place("Wengker", id="x:w")
    p.said_by("Tiga rumah hanyut", cue="kata", source="Kapolres Tirta Amir")
    assert places_of(p) == ["Ngalam"]


def test_the_office_of_the_one_who_measures(page) -> None:
    p = page("A quake hit Norwick.", "The survey in Easton, said it was felt by all; 3 men died.").number("3", 3)
    p.place("Norwick", id="x:n").place("Easton", id="x:e").said_by("it was felt by all", cue="said", source="The survey")
    assert places_of(p) == ["Norwick"]


def test_an_office_is_no_place(page) -> None:
    p = page("Ia diadili di Pengadilan Negeri Ngalam.", "Sebanyak 3 orang tewas di Ngalam.", language="id")
    p.number("Sebanyak 3", 3).place("Pengadilan Negeri Ngalam").place("Ngalam", id="x:n")
    assert places_of(p) == ["Ngalam"]


def test_a_name_run_together_with_the_next_word(page) -> None:
    p = page("Two men died in Norwick Updated.", "A mill burned down in Norwick.").number("Two", 2)
    p.place("Norwick Updated").place("Norwick", id="x:n")
    assert places_of(p) == ["Norwick"]


def test_a_narrower_name_stays_another_place(page) -> None:
    p = page("Norwick").place("Norwick", id="x:n")
    known = p.entities[0]
    other = [replace(known, id=name, name=name, place=None) for name in ("Norwick Valley", "Norwick Updated", "Norwickshire")]
    assert list(namesakes([known, *other], p.lexicon)) == ["Norwick Updated"]


def test_a_person_is_no_place(page) -> None:
    p = page("Sebanyak 3 orang tewas di Tirta, Ngalam.", language="id").number("Sebanyak 3", 3)
    p.place("Tirta").place("Ngalam", id="x:n").person("Tirta Wijaya", mention=None)
    assert places_of(p) == ["Ngalam"]


def test_each_number_of_a_list_has_its_own_place(page) -> None:
    p = page("A quake hit Norwick.", "Some 1,000 people fled to a camp in the hills, 500 people at the port and 70 people fled in Easton.",
             title="Quake in Norwick")  # fmt: skip
    p.number("1,000", 1000).number("500", 500).number("70", 70).place("Norwick", id="x:n", title=True).place("Easton", id="x:e")
    assert places_of(p)[0] == "Norwick"
    assert places_of(p)[-1] == "Easton"


def test_the_goal_of_what_did_it(page) -> None:
    p = page("Perang pecah di Tirta.", "Tirta meluncurkan roket ke Ngalam yang menewaskan 24 orang.", language="id")
    p.number("24", 24).place("Tirta", id="x:t").place("Ngalam", id="x:n")
    assert places_of(p) == ["Ngalam"]


def test_sentences_with_the_figures_name_the_place_of_the_event(page) -> None:
    p = page("The premier flew to Easton.", "Officials met in Easton.", "In Norwick 12 people were killed.", "3 men died.")
    p.number("12", 12).number("3", 3).place("Easton", id="x:e").place("Norwick", id="x:n")
    assert places_of(p)[0] == "Norwick"


def test_a_short_name_that_heads_an_item(page) -> None:
    p = page("Gempa di Ngalam.", "NTB: 40 rumah rusak. Sebanyak 3 orang tewas.", language="id")
    assert places_of(p.number("40", 40).number("Sebanyak 3", 3).place("Ngalam", id="x:n")) == ["NTB", "NTB"]


def test_where_people_flee_to_and_not_where_it_was_told(page) -> None:
    p = page("Dalam sidang di Tirta disebut 400 warga mengungsi ke Ngalam.", language="id").number("400", 400)
    assert places_of(p.place("Tirta", id="x:t").place("Ngalam", id="x:n")) == ["Ngalam"]
