"""Title, period and places of a story."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rujuk.model.claim import Claim, Value
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind, TimeKind, TimeMention
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Bilingual, Estimate, Finding, Status
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


def test_the_title_carries_the_figure_that_stands() -> None:
    value = Value(low=9, best=9, high=9)
    old, new = (Value(low=n, best=n, high=n) for n in (4, 9))
    reports = []
    for key, title, v in (("a", "Gempa Saha, empat orang tewas", old), ("b", "Korban tewas gempa Saha menjadi sembilan", new)):
        m = report(key, title, 3)
        span = Span(start=0, end=4, exact=title[:4], where=Where.TITLE)
        reports.append(replace(m, claims=(Claim(id=f"c{key}", measure="killed", evidence=span, value=v),)))
    reports.append(report("c", "Menteri terbang ke Saha usai gempa", 4))
    reports.append(report("d", "Gempa Saha: apa yang harus dilakukan warga?", 4))
    words = Bilingual(id="?", en="?")
    finding = Finding(
        id="f", measure="killed", question=words, status=Status.UPDATED, claims=("ca", "cb"), origins=(), summary=words,
        estimate=Estimate(low=value.low, best=value.best, high=value.high),
    )  # fmt: skip
    assert story_title(reports, [finding]) == "Korban tewas gempa Saha menjadi sembilan"


def test_a_dateline_is_no_place_of_the_story() -> None:
    text = "KOTABARU - Banjir melanda Saha."
    spans = {n: Span(start=text.index(n), end=text.index(n) + len(n), exact=n) for n in ("KOTABARU", "Saha")}
    m = report("a", "x", 3)
    m = replace(
        m,
        report=replace(m.report, text=text),
        entities=tuple(
            Entity(id=n, kind=EntityKind.PLACE, name=n.title(), place=f"x:{n}", mentions=(s,)) for n, s in spans.items()
        ),
    )
    assert [p.name for p in story_places([m])] == ["Saha"]


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
