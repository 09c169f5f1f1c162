"""One speaker under several names."""

from __future__ import annotations

import pytest

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, SourceKind, Speaker
from rujuk.model.report import Report
from rujuk.model.span import Span
from rujuk.tell.speakers import speaker_names

PERSON, OFFICE = SourceKind.PERSON, SourceKind.OFFICE


def names(*speakers: tuple[str, SourceKind]) -> dict[str, str]:
    said = tuple(
        Attribution(
            id=f"a{n}",
            kind=AttributionKind.DIRECT,
            content=Span(start=0, end=4, exact="Kata"),
            source=Speaker(name=name, kind=kind),
        )
        for n, (name, kind) in enumerate(speakers)
    )
    return speaker_names([MarkedReport(report=Report(id="r", source="r", language="id", text="Kata kata."), attributions=said)])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Rahma Suryani", PERSON), ("Suryani", PERSON)),
        (("Rahma Suryani", PERSON), ("Rahma Suriani", PERSON)),
        (("Rahma Suryani", PERSON), ("R Suryani", PERSON)),
        (("Rahma Suryani", PERSON), ("Kepala Dinas Rahma Suryani", OFFICE)),
        (("Badan Air Saha (BAS)", OFFICE), ("BAS", OFFICE)),
        (("pihak Bandara Saha", OFFICE), ("Bandara Saha", OFFICE)),
    ],
)
def test_one_speaker(a: tuple[str, SourceKind], b: tuple[str, SourceKind]) -> None:
    found = names(a, b)
    assert len(found) == 1
    assert len({found.get(n, n) for n, _ in (a, b)}) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (("Rahma Suryani", PERSON), ("Dewi Suryani", PERSON)),
        (("Agus Tri Laksa", PERSON), ("Agung Tri Laksa", PERSON)),
        (("Polda Saha", OFFICE), ("Polres Saha", OFFICE)),
        (("Rahma Suryani", PERSON), ("Kantor Rahma Suryani", OFFICE)),
        (("Rahma Suryani", PERSON), ("Kepala Desa Dewi Anwar dan Ketua RT Rahma Suryani", OFFICE)),
        (("a witness", SourceKind.ANONYMOUS), ("another witness", SourceKind.ANONYMOUS)),
    ],
)
def test_two_speakers(a: tuple[str, SourceKind], b: tuple[str, SourceKind]) -> None:
    assert names(a, b) == {}


def test_a_surname_of_two_people_stays_alone() -> None:
    assert names(("Rahma Suryani", PERSON), ("Dewi Suryani", PERSON), ("Suryani", PERSON)) == {}
