"""Which reports tell the same story, on texts written for the test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from piles import make
from rujuk.engine.reading import read_reports
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.relate.relate import relate

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
QUAKE = (
    "Gempa bermagnitudo 5,6 mengguncang Pulau Sembada pada Selasa pagi dan merusak puluhan rumah di pesisir utara.",
    "Warga Pulau Sembada masih tidur di tenda setelah gempa Selasa pagi merusak rumah mereka di pesisir utara pulau itu.",
    "An earthquake of magnitude 5.6 shook Sembada island on Tuesday and damaged homes along its northern coast.",
)
STRIKE = (
    "Ribuan buruh pabrik sepatu di Kota Karsa mogok kerja menuntut kenaikan upah yang dijanjikan pemilik pabrik.",
    "Pemilik pabrik sepatu di Kota Karsa menolak tuntutan upah buruh yang mogok sejak pekan lalu.",
)


def report(text: str, day: int = 9, language: str = "id") -> Report:
    published = Published(days=Days.on(date(2031, 3, day)), basis=Basis.METADATA)
    return Report(id=f"report:{text[:12]}{day}", source=text[:12], text=text, published=published, language=language)


def test_two_events_are_two_stories() -> None:
    reports = [report(t) for t in (*QUAKE[:2], *STRIKE)]
    stories = relate(reports)
    assert sorted(len(s.reports) for s in stories) == [2, 2]
    together = {frozenset(s.reports) for s in stories}
    assert frozenset(r.id for r in reports[:2]) in together


def test_every_report_is_in_exactly_one_story_in_any_order() -> None:
    reports = [report(t) for t in (*QUAKE, *STRIKE)]
    stories = relate(reports)
    assert stories == relate(reports[::-1])
    listed = [r for s in stories for r in s.reports]
    assert sorted(listed) == sorted(r.id for r in reports)


def test_the_story_keeps_its_id_while_reports_are_added() -> None:
    early, late = report(QUAKE[0], day=9), report(QUAKE[1], day=11)
    assert relate([early])[0].story in {s.story for s in relate([late, early])}


def test_nothing_makes_no_story() -> None:
    assert relate([]) == ()


@pytest.mark.parametrize("story", ["almaty", "gempa", "feri"])
def test_reports_in_two_languages_on_one_event_are_one_story_in_a_large_pile(story: str) -> None:
    here = [r for r in read_reports([str(EXAMPLES / story)]) if isinstance(r, Report)]
    assert {r.language for r in here} == {"id", "en"}
    others = [make(n) for n in range(120)]
    found = next(s for s in relate([*here, *others]) if here[0].id in s.reports)
    assert set(found.reports) == {r.id for r in here}


def test_two_quakes_of_a_week_are_two_stories() -> None:
    text = "Gempa bermagnitudo {1} mengguncang {0} pada {2}. BPBD {0} mencatat puluhan rumah rusak di {0} dan sekitarnya."
    first = [("Sembada", "5,6", "Selasa"), ("Karsajaya", "5,1", "Jumat")]
    reports = [
        replace(report(text.format(*f) + more, day=9 + 3 * n), id=f"report:{n}{k}", title=f"Gempa M {f[1]} Guncang {f[0]}")
        for n, f in enumerate(first)
        for k, more in enumerate(("", " Warga mengungsi."))
    ]
    stories = relate([*reports, *(make(n) for n in range(110))])
    together = {tuple(r for r in s.reports if len(r) == 9) for s in stories} - {()}
    assert together == {("report:00", "report:01"), ("report:10", "report:11")}
