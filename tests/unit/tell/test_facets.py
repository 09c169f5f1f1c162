"""What a story can be filtered by."""

from __future__ import annotations

import dossiers
from rujuk.tell.facets import SPEAKERS, facets


def _reports() -> list[dossiers.Desk]:
    return [
        dossiers.Desk("Warta Beta", "id", dossiers.on(1), "Satu", "Isi satu."),
        dossiers.Desk("Alfa Post", "en", dossiers.on(1), "One", "Body one."),
        dossiers.Desk("Warta Beta", "id", dossiers.on(2), "Dua", "Isi dua."),
    ]


def test_names_are_sorted_numbered_and_counted_by_reports() -> None:
    desks = _reports()
    found = facets(
        [d.done() for d in desks], [("Sari", {desks[0].id, desks[2].id}), ("Budi", {desks[1].id}), ("Sari", {desks[0].id})]
    )
    assert [(f.number, f.name, f.reports) for f in found.outlets] == [(0, "Alfa Post", 1), (1, "Warta Beta", 2)]
    assert [(f.name, f.reports) for f in found.speakers] == [("Budi", 1), ("Sari", 2)]
    assert [(f.name, f.reports) for f in found.languages] == [("id", 2), ("en", 1)]


def test_a_thing_has_the_numbers_of_what_carries_it() -> None:
    desks = _reports()
    reports = [d.done() for d in desks]
    found = facets(reports, [("Sari", {desks[0].id}), ("Budi", {desks[1].id})])
    assert found.at([r.report for r in reports], ["Sari", "Budi", "Nobody"]) == ("0 1", "0 1", "0 1")
    assert found.at([reports[0].report], ["Sari"]) == ("1", "1", "0")


def test_of_very_many_speakers_the_loudest_are_listed() -> None:
    desks = _reports()
    voices = [(f"Orang {n:04}", {desks[0].id}) for n in range(SPEAKERS + 50)] + [("Zulaika", {d.id for d in desks})]
    found = facets([d.done() for d in desks], voices)
    assert len(found.speakers) == SPEAKERS
    assert found.speakers[-1].name == "Zulaika"
