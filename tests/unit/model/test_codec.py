"""Nouns to JSON and back."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.model.codec import decode, dumps, encode
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Credit, Mod, Quantity, TimeKind, TimeMention
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import Anchor, Passage, Piece, Reuse, ReuseKind


def test_a_mark_is_flat_and_the_body_is_silent() -> None:
    time = TimeMention(
        span=Span(start=4, end=9, exact="Jumat"), kind=TimeKind.DATE, days=Days.on(date(2022, 1, 7)), value="2022-01-07"
    )
    assert encode(time) == {
        "start": 4,
        "end": 9,
        "exact": "Jumat",
        "kind": "date",
        "earliest": "2022-01-07",
        "latest": "2022-01-07",
        "value": "2022-01-07",
        "rule": "",
    }


def test_a_mark_in_the_title_says_so() -> None:
    quantity = Quantity(span=Span(start=0, end=1, exact="6", where=Where.TITLE), low=6, best=6, high=6, mod=Mod.EQUAL)
    assert encode(quantity)["in"] == "title"  # type: ignore[index, call-overload]
    assert decode(Quantity, encode(quantity)) == quantity


def test_what_is_not_there_is_left_out_where_the_contract_wants_numbers() -> None:
    assert encode(Credit(agency="Reuters")) == {"agency": "Reuters", "kind": "wire", "scope": "report"}
    assert encode(Anchor(report="report:1", start=0, end=2)) == {"report": "report:1", "start": 0, "end": 2}


def test_reuse_speaks_of_from_and_to() -> None:
    reuse = Reuse(
        source="a",
        target="b",
        kind=ReuseKind.EXCERPT,
        share=0.5,
        passages=(Passage(source=Piece(start=0, end=3), target=Piece(start=5, end=8)),),
    )
    line = encode(reuse)
    assert isinstance(line, dict)
    assert line["from"] == "a"
    assert line["passages"] == [{"from": {"start": 0, "end": 3}, "to": {"start": 5, "end": 8}}]
    assert decode(Reuse, line) == reuse


def test_a_marked_report_survives_the_way_there_and_back() -> None:
    report = Report(
        id="report:1",
        source="a.txt",
        text="Enam.",
        published=Published(days=Days.on(date(2022, 1, 8)), basis=Basis.DATELINE, local="2022-01-08T06:39:00+07:00"),
    )
    marked = MarkedReport(report=report, times=(TimeMention(span=report.piece(0, 4), kind=TimeKind.DURATION, value="P6D"),))
    assert decode(MarkedReport, json.loads(dumps(marked))) == marked


@pytest.mark.parametrize(
    "value", [{}, {"id": 3, "source": "a", "text": "b"}, {"id": "r", "source": "a", "text": "b", "bylines": "x"}]
)
def test_a_wrong_shape_is_told(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"lacks|expected"):
        decode(Report, value)  # type: ignore[arg-type]


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_ids_of_different_fields_differ(a: list[str], b: list[str]) -> None:
    assert (make_id("x", *a) == make_id("x", *b)) == (a == b)


@given(st.dates(), st.integers(0, 40), st.integers(-400, 400))
def test_days_meet_themselves_moved_within_their_width(day: date, width: int, step: int) -> None:
    try:
        days = Days(earliest=day, latest=Days.on(day).shifted(width).latest)
        moved = days.shifted(step)
    except OverflowError:
        return
    assert days.meets(moved) == (abs(step) <= width)
