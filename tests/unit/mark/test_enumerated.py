"""Bodies named after a list of matters are one name, and one source."""

from __future__ import annotations

import pytest

from rujuk.cli.rows import report_of
from rujuk.engine.marking import mark_report
from rujuk.model.marks import EntityKind


def bodies(text: str, language: str) -> list[str]:
    marked = mark_report(report_of({"id": "x", "text": text, "published": "2031-02-03", "language": language}, "test"))
    return [e.name for e in marked.entities if e.kind == EntityKind.ORGANISATION]


def sources(text: str, language: str) -> list[str | None]:
    marked = mark_report(report_of({"id": "x", "text": text, "published": "2031-02-03", "language": language}, "test"))
    return [a.source.name if a.source else None for a in marked.attributions]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Badan Meteorologi, Klimatologi, dan Geofisika mencatat gempa.", "id", "Badan Meteorologi, Klimatologi, dan Geofisika"),
        ("Dinas Pendidikan dan Kebudayaan menutup sekolah.", "id", "Dinas Pendidikan dan Kebudayaan"),
        (
            "The Ministry of Culture, Sports and Tourism closed the hall.",
            "en",
            "Ministry of Culture, Sports and Tourism",
        ),
        (
            "A quake struck, the Meteorology, Climatology and Geophysics Agency said.",
            "en",
            "Meteorology, Climatology and Geophysics Agency",
        ),
    ],
)
def test_a_body_reaches_over_its_matters(text: str, language: str, name: str) -> None:
    assert bodies(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Polda Jawa Barat dan Kejaksaan Agung bergerak.", "id"),
        ("The Bank of England, Barclays and Lloyds fell.", "en"),
    ],
)
def test_several_bodies_stay_several(text: str, language: str) -> None:
    assert not any(set(n.replace(",", "").split()) >= {"dan"} or " and " in n for n in bodies(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "Berdasarkan data Badan Meteorologi, Klimatologi, dan Geofisika (BMKG), gempa berpusat di laut.",
        "Menurut Badan Meteorologi, Klimatologi, dan Geofisika (BMKG), gempa berpusat di laut.",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) menyatakan gempa berpusat di laut.",
    ],
)
def test_its_commas_part_nothing(text: str) -> None:
    assert sources(text, "id") == ["Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)"]
