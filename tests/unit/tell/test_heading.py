"""Title, period and places of a story."""

from __future__ import annotations

from datetime import date

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind, TimeKind, TimeMention
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days, Span
from rujuk.tell.heading import story_period, story_places, story_title


def report(key: str, title: str | None, on: int, *, days: tuple[int, ...] = (), places: tuple[str, ...] = ()) -> MarkedReport:
    span = Span(start=0, end=4, exact="Kata")
    return MarkedReport(
        report=Report(
            id=key, source=key, title=title, text="Kata kata.",
            published=Published(days=Days.on(date(2031, 3, on)), basis=Basis.METADATA),
        ),
        times=tuple(TimeMention(span=span, kind=TimeKind.DATE, days=Days.on(date(2031, 3, d))) for d in days),
        entities=tuple(
            Entity(id=f"place:{p}", kind=EntityKind.PLACE, name=p, place=f"x:{p}", mentions=(span,)) for p in places
        ),
    )  # fmt: skip


def test_the_title_is_the_one_in_the_middle() -> None:
    reports = [
        report("a", "Saha diguncang gempa besar, warga panik", 3),
        report("b", "Lima orang tewas dalam gempa di Saha", 3),
        report("c", "Lima orang tewas, kata BPBD", 3),
    ]
    assert story_title(reports) == "Lima orang tewas dalam gempa di Saha"
    assert story_title(list(reversed(reports))) == story_title(reports)


def test_no_title_at_all() -> None:
    assert story_title([report("a", None, 3)]) == "—"


def test_the_period_opens_with_the_event() -> None:
    reports = [report("a", "x", 5, days=(4,)), report("b", "y", 7, days=(4, 1)), report("c", "z", 6)]
    assert story_period(reports) == Days(earliest=date(2031, 3, 4), latest=date(2031, 3, 7))
    assert story_period([]) is None


def test_places_are_those_of_most_reports() -> None:
    reports = [
        report("a", "x", 5, places=("Saha", "Tirta")),
        report("b", "y", 5, places=("Saha",)),
        report("c", "z", 5, places=("Saha", "Tirta")),
    ]
    assert [p.name for p in story_places(reports)] == ["Saha", "Tirta"]
    assert [p.name for p in story_places([*reports, report("d", "q", 5, places=("Lain",))])] == ["Saha", "Tirta"]
