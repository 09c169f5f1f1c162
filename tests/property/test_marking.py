"""Marking breaks on no text: any string in either language is marked, its spans hold, and the time grows with its length."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rujuk.engine.marking import mark_report
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days, Span, Where

WORDS = (
    *(
        "dua",
        "puluh",
        "orang",
        "tewas",
        "korban",
        "menurut",
        "kata",
        "ujarnya,",
        "mengatakan",
        "bahwa",
        "Kepala",
        "Budi",
        "Senin",
        "(7/6/2025)",
    ),
    *(
        "two",
        "people",
        "killed",
        "said",
        "according to",
        "Mr.",
        "Smith",
        "Monday",
        "at least",
        "1,000",
        "5%",
        "Rp1,5",
        "juta",
        "No.",
    ),
    *(
        '"',
        "“",
        "”",
        "(",
        ")",
        "—",
        "-",
        ":",
        ",",
        ".",
        "!",
        "?",
        "\n",
        "\x00",
        "\x01",
        "́",
        "\u202e",
        "İ",
        "ﬁ",
        "１２",
        "٣",
        "👩‍👧",
        "(@ab)",
        "dariAntara",
    ),
)
text = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=40).map("".join),
)


def report(body: str, language: str, title: str | None = None) -> Report:
    """Make a report of one day."""
    published = Published(days=Days.on(date(2025, 6, 9)), basis=Basis.METADATA)
    return Report(id="report:1", source="1.txt", language=language, title=title or None, published=published, text=body)


def spans(thing: Any) -> Iterator[Span]:
    """Give every span anywhere in a mark."""
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for x in thing:
            yield from spans(x)
    elif hasattr(thing, "__dataclass_fields__") and not isinstance(thing, Report):
        for name in thing.__dataclass_fields__:
            yield from spans(getattr(thing, name))


def check(marked: MarkedReport) -> None:
    """Assert what holds of every marked report."""
    r = marked.report
    for span in spans(marked):
        whole = r.text if span.where == Where.TEXT else r.title or ""
        assert 0 <= span.start < span.end <= len(whole)
        assert whole[span.start : span.end] == span.exact
    for where, whole in ((Where.TEXT, r.text), (Where.TITLE, r.title or "")):
        at = 0
        for s in marked.sentences:
            if s.span.where == where:
                assert not whole[at : s.span.start].strip()
                assert s.span.exact == s.span.exact.strip()
                at = s.span.end
        assert not whole[at:].strip()
    for layer in (marked.sentences, marked.times, marked.quantities):
        places = [(m.span.where is Where.TEXT, m.span.start) for m in layer]
        assert places == sorted(places)
    first = [(e.mentions[0].where is Where.TEXT, e.mentions[0].start) for e in marked.entities]
    assert first == sorted(first)
    content = [(a.content.where is Where.TEXT, a.content.start) for a in marked.attributions]
    assert content == sorted(content)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=text, title=text, language=st.sampled_from(["id", "en"]))
def test_any_text_is_marked(body: str, title: str, language: str) -> None:
    check(mark_report(report(body, language, title)))


HOSTILE = {
    "brackets": "(",
    "quotation marks": '"',
    "curly marks": "“",
    "digits": "7",
    "list numbers": "1.",
    "number words": "dua ",
    "round numbers": "two hundred ",
    "cues": "kata ",
    "cues with sources": "menurut ",
    "english cues": "according to ",
    "complementisers": "mengatakan bahwa ",
    "capitals": "ABCD ",
    "names": "Budi ",
    "houses": "(ANTARA) ",
    "joined words": "aB",
    "one word": "a",
    "long words in capitals": "A" * 120 + " pergi lagi. ",
    "nulls": "a\x00\x01 ",
    "combining marks": "á̂",
    "right to left": "\u202eשלום عربي ",
    "dates": "1/2/2020 ",
    "months": "12 Januari 2020 ",
    "money": "Rp1,5 juta ",
    "quotations": '"Ya," kata Ali. ',
    "clauses": "dua orang tewas dan tiga luka, kata Budi; ",
    "english clauses": "two people were killed on Monday, said John, and ",
    "lines": "Budi\n",
    "handles": "— (@ab) ",
}
"""What a text may repeat for 100,000 characters without a full stop."""


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_time_grows_with_length(piece: str, language: str) -> None:
    def seconds(size: int) -> float:
        r = report(piece * (size // len(piece)), language)
        begin = time.process_time()
        check(mark_report(r))
        return time.process_time() - begin

    seconds(2_000)  # packs and patterns
    short = seconds(8_000)
    # five times the length; the square of it would be twenty-five times the time
    assert seconds(40_000) < 15 * max(short, 0.02)
