"""The timeline's lines, what is disputed in them, and the days to zoom into."""

from __future__ import annotations

from dataclasses import replace

import dossiers
from rujuk.model.span import Where
from rujuk.model.story import Anchor, Status, TimelineEntry
from rujuk.tell.happenings import view_days, view_timeline
from rujuk.tell.lookup import Lookup


def _entry(desk: dossiers.Desk, words: str, day: int, *, planned: bool = False) -> TimelineEntry:
    span = desk.span(words)
    return TimelineEntry(
        days=dossiers.on(day), text=dossiers.two(words, words), planned=planned,
        evidence=(Anchor(report=desk.id, start=span.start, end=span.end), Anchor(report=desk.id, start=span.start, end=span.end)),
    )  # fmt: skip


def test_a_line_that_tells_a_contested_figure_says_so_and_the_others_do_not() -> None:
    desk = dossiers.Desk(
        "A", "id", dossiers.on(1), "Judul", "Ada 131 orang di kapal. Pencarian dimulai pagi. Kapal akan diperiksa."
    )
    claim = desk.claim("aboard", "131 orang", 131)
    origin = dossiers.Origin(name="A", kind=dossiers.SourceKind.OUTLET, claims=(claim,), reports=(desk.id,))
    words = dossiers.two("x", "x")
    found = dossiers.finding("aboard", Status.CONTESTED, words, words, (origin,), None)
    lines = (
        _entry(desk, "Ada 131 orang di kapal.", 1),
        _entry(desk, "Pencarian dimulai pagi.", 1),
        _entry(desk, "Kapal akan diperiksa.", 3, planned=True),
    )
    story = dossiers.Story(id="story:1", title="x", reports=(desk.id,), findings=(found,), timeline=lines)
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    views = view_timeline(story, Lookup.of(dossier))
    assert [v.disputed for v in views] == [found.id.partition(":")[2], None, None]
    assert [len(v.evidence) for v in views] == [1, 1, 1], "one sentence a report"
    assert views[0].evidence[0][1].whole == "Ada 131 orang di kapal."
    days = view_days(views)
    assert [(d.words.id, d.words.en, d.lines, d.planned, d.disputed) for d in days] == [
        ("1 Jun", "1 Jun", 2, 0, 1),
        ("3 Jun", "3 Jun", 1, 1, 0),
    ]
    agreed = replace(story, findings=(replace(found, status=Status.AGREED),))
    assert [v.disputed for v in view_timeline(agreed, Lookup.of(dossier))] == [None, None, None]


def test_a_headline_is_no_sentence_of_the_body() -> None:
    desk = dossiers.Desk("A", "id", dossiers.on(1), "Ada 131 orang", "Ada 131 orang di kapal.")
    claim = desk.claim("aboard", "131 orang", 131, where=Where.TITLE)
    origin = dossiers.Origin(name="A", kind=dossiers.SourceKind.OUTLET, claims=(claim,), reports=(desk.id,))
    words = dossiers.two("x", "x")
    found = dossiers.finding("aboard", Status.CONTESTED, words, words, (origin,), None)
    story = dossiers.Story(
        id="story:1", title="x", reports=(desk.id,), findings=(found,), timeline=(_entry(desk, "Ada 131 orang di kapal.", 1),)
    )
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    assert view_timeline(story, Lookup.of(dossier))[0].disputed is None


def test_days_of_two_years_keep_their_year() -> None:
    desk = dossiers.Desk("A", "id", dossiers.on(1), "Judul", "Satu dua tiga.")
    first = _entry(desk, "Satu dua tiga.", 1)
    earlier = replace(first, days=replace(first.days, earliest=first.days.earliest.replace(year=2030)))
    story = dossiers.Story(id="story:1", title="x", reports=(desk.id,), timeline=(earlier, first))
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    assert [d.words.en for d in view_days(view_timeline(story, Lookup.of(dossier)))] == ["1 Jun 2030", "1 Jun 2031"]
