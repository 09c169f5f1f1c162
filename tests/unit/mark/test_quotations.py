"""Quotation marks in the styles that papers and scrapers use."""

from __future__ import annotations

import time

import pytest

from rujuk.mark.quotations import find_quotations, mask


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        'Ia berkata, "air sudah masuk rumah" kemarin.',
        "Ia berkata, “air sudah masuk rumah” kemarin.",
        "Ia berkata, „air sudah masuk rumah” kemarin.",
        "Ia berkata, «air sudah masuk rumah» kemarin.",
        "Ia berkata, ‘air sudah masuk rumah’ kemarin.",
        "Ia berkata, 'air sudah masuk rumah' kemarin.",
        "Ia berkata, ``air sudah masuk rumah'' kemarin.",
        'Ia berkata, “air sudah masuk rumah" kemarin.',
        'Ia berkata, "air sudah masuk rumah” kemarin.',
        "Ia berkata, “ air sudah masuk rumah ” kemarin.",
        'Ia berkata, *"air sudah masuk rumah"* kemarin.',
    ],
)
def test_styles(text: str) -> None:
    assert quoted(text) == ["air sudah masuk rumah"]


def test_closing_mark_with_its_space_on_the_wrong_side() -> None:
    assert quoted('"Kami tidak menunggu lama, "kata Rina. "Kami pergi, "ujarnya.') == ["Kami tidak menunggu lama,", "Kami pergi,"]


def test_paragraphs_that_each_open_a_quotation() -> None:
    assert quoted('"Kami mulai pagi.\n"Lalu kami pulang," kata Rina.') == ["Kami mulai pagi.", "Lalu kami pulang,"]


def test_quotation_broken_by_a_line() -> None:
    assert quoted('"Kapal itu membawa\nberas dan tenda," kata Rina.') == ["Kapal itu membawa\nberas dan tenda,"]


def test_stray_closing_mark_opens_nothing() -> None:
    assert quoted('Bandara ditutup sementara," tulis mereka. Rina berkata, "Kami menunggu."') == ["Kami menunggu."]


def test_apostrophes_are_no_quotations() -> None:
    assert quoted("The officials' car didn't stop at the driver's house.") == []


def test_mask_keeps_every_offset() -> None:
    text = 'Rina: "satu dua tiga empat" dan "lima".'
    masked = mask(text, find_quotations(text))
    assert len(masked) == len(text)
    assert "dua" not in masked
    assert masked.endswith(".")


def test_time_is_linear() -> None:
    started = time.perf_counter()
    find_quotations('"a ' * 33_000)
    find_quotations("\"\n'" * 33_000)
    assert time.perf_counter() - started < 5
