"""Figures of happenings elsewhere that a report recalls."""

from __future__ import annotations

import pytest


@pytest.fixture
def story(page):
    def make(*lines: str):
        p = page("A blast killed 5 people in Norwick.", "Rescuers worked all night.", "They found a bag.", "It was red.", "It was wet.",
                 *lines, published="2024-05-03")  # fmt: skip
        return p.number("5", 5).place("Norwick", id="x:n", within=("x:w",)).place("Harrow", id="x:h", within=("x:v",))

    return make


def past(page_) -> list[bool]:
    return [c.background for c in page_.figures()]


def test_a_happening_called_by_another_place(story) -> None:
    p = story("The plan was used in the Harrow terrorist attacks that killed 130 people.").number("130", 130)
    assert past(p) == [False, True]


def test_the_happening_called_by_the_events_own_place(story) -> None:
    p = story("The plan was used in the Norwick attacks that killed 130 people.").number("130", 130)
    assert past(p) == [False, False]


def test_a_separate_one_at_another_place(story) -> None:
    assert past(story("In a separate attack in Harrow 9 people were killed.").number("9", 9)) == [False, True]


def test_another_country_on_a_day_of_its_own(story) -> None:
    p = story("On Tuesday 9 people were killed in Harrow.").number("9", 9).day("Tuesday", "2024-04-30")
    assert past(p) == [False, True]
    assert past(story("Hospitals in Harrow treated 9 injured people.").number("9", 9)) == [False, False]


def test_a_day_weeks_before_at_another_place(story) -> None:
    p = story("On April 2 a gunman killed 130 people in Harrow.").number("130", 130).day("April 2", "2024-04-02")
    assert past(p) == [False, True]


def test_a_dateline_does_not_make_a_place_the_stories(page) -> None:
    p = page(
        "HARROW - A blast killed 5 people in Norwick.",
        "a.",
        "b.",
        "c.",
        "d.",
        "e.",
        "The Harrow bombings that killed 130 people came back.",
    )
    p.number("5", 5).number("130", 130).place("Norwick", id="x:n", within=("x:w",)).place("HARROW", id="x:h", within=("x:v",))
    p.place("Harrow", id="x:h", within=("x:v",))
    assert [c.background for c in p.figures()] == [False, True]


@pytest.mark.parametrize(("line", "other"), [
    ("On Wednesday it was behind a suicide attack that killed 8 people in Easton.", True),
    ("On Wednesday the attack that killed 8 people in Easton was felt here.", False),
])  # fmt: skip
def test_a_happening_first_spoken_of_in_a_town_inside(page, line: str, other: bool) -> None:
    p = page(
        "Raiders freed 21 hostages in Norwick.",
        "They met.",
        "They ate.",
        "It was red.",
        "It was wet.",
        line,
        published="2024-05-03",
    )
    p.number("21", 21).number("8", 8).place("Norwick", id="x:n").place("Easton", id="x:e", within=("x:n",)).day(
        "Wednesday", "2024-05-01"
    )
    assert [c.background for c in p.figures()] == [False, other]
