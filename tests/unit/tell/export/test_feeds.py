"""Feeds: readers take them, times are the reports', ids stay, text cannot become mark-up."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import feedparser
import pytest

import dossiers
from rujuk.model.dossier import Dossier
from rujuk.model.story import Status
from rujuk.tell.export.cited import Options
from rujuk.tell.export.feeds import atom, entries_of, rss

EN = Options(language="en")


def _earlier() -> Dossier:
    """The ferry before its last reports: the toll was nine, and it was not disputed who was aboard."""
    new = dossiers.ferry()
    story = new.stories[0]
    killed, aboard, *rest = story.findings
    assert killed.estimate
    killed = replace(
        killed, id="finding:old1", estimate=replace(killed.estimate, low=9, best=9, high=9), claims=killed.claims[:3]
    )
    aboard = replace(aboard, id="finding:old2", status=Status.SINGLE_ORIGIN, claims=aboard.claims[:2])
    return replace(new, stories=(replace(story, findings=(killed, aboard, *rest[1:])),))


@pytest.mark.parametrize("make", [atom, rss])
def test_a_reader_takes_it(make: object) -> None:
    text = make(dossiers.ferry(), replace(EN, link="https://desk.example/p"))  # type: ignore[operator]
    feed = feedparser.parse(text)
    assert not feed.bozo
    assert feed.feed.title.startswith("Findings: ")
    told = [f for f in dossiers.ferry().stories[0].findings if not f.background]
    assert len(feed.entries) == len(told)
    assert len({e.id for e in feed.entries}) == len(told)
    first = feed.entries[0]
    assert first.link.startswith("https://desk.example/p#finding-")
    assert first.updated_parsed if "updated_parsed" in first else first.published_parsed
    times = [e.get("updated_parsed") or e.published_parsed for e in feed.entries]
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize("make", [atom, rss])
def test_changes(make: object) -> None:
    options = replace(EN, since=_earlier())
    feed = feedparser.parse(make(dossiers.ferry(), options))  # type: ignore[operator]
    titles = [e.title for e in feed.entries]
    assert feed.feed.title.startswith("Changes: ")
    assert any(t.startswith("Updated: ") and t.endswith(" 14") for t in titles)
    assert any(t.startswith("Newly contested: ") for t in titles)
    assert any(t.startswith("New: ") for t in titles)
    assert {e.category for e in feed.entries} >= {"updated", "contested", "new"}


def test_nothing_changed_is_an_empty_feed() -> None:
    assert entries_of(dossiers.ferry(), replace(EN, since=dossiers.ferry())) == []
    assert not feedparser.parse(rss(dossiers.ferry(), replace(EN, since=dossiers.ferry()))).entries


@pytest.mark.parametrize("make", [atom, rss])
@pytest.mark.parametrize("dossier", [dossiers.hostile(), dossiers.single(), dossiers.empty()], ids=["hostile", "single", "empty"])
def test_extremes_are_well_formed_and_safe(make: object, dossier: Dossier) -> None:
    text = make(dossier, EN)  # type: ignore[operator]
    ET.fromstring(text)
    assert "<script" not in text
    for e in feedparser.parse(text, sanitize_html=False).entries:
        assert "<script" not in e.get("summary", "") + "".join(c.value for c in e.get("content", []) if "html" in c.type)
    assert text == make(dossier, EN)  # type: ignore[operator]


def test_control_characters_do_not_break_the_feed() -> None:
    dossier = dossiers.ferry()
    story = replace(dossier.stories[0], title="Judul \x00\x08\ufffe\x1b[0m")
    for make in (atom, rss):
        ET.fromstring(make(replace(dossier, stories=(story,)), EN))
