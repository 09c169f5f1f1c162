"""The dossier in the terminal."""

from __future__ import annotations

import io

import pytest

import dossiers
from rujuk.model.dossier import Dossier
from rujuk.tell.terminal import show_dossier


def _show(dossier: Dossier, *, language: str = "en", colour: bool = False, width: int = 100) -> str:
    out = io.StringIO()
    show_dossier(dossier, out, language=language, colour=colour, width=width)
    return out.getvalue()


def test_it_tells_in_the_order_of_the_page() -> None:
    text = _show(dossiers.ferry())
    parts = ["WHAT MATTERS MOST", "FOR THE EDITOR", "DISPUTED", "CHANGED", "STANDS", "RESTS ON ONE ORIGIN", "BACKGROUND", "WHOSE WORD IT IS", "WHO SAID WHAT",
             "TIMELINE", "THE REPORTS", "WHO COPIES WHOM", "WHAT COULD NOT BE READ"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "[Contested] The port lists 131" in text
    assert "1 disputed · 3 changed · 1 stand · 5 rest on one origin · 1 background" in text
    assert "[planned]" in text
    assert "PT Layar Timur → Nusa → The Strait Ledger" in text
    assert "62% of its text also stands in Warta Pesisir" in text


def test_indonesian() -> None:
    text = _show(dossiers.ferry(), language="id")
    assert "YANG TERPENTING" in text
    assert "sekitar 30" in text


def test_no_colour_codes_without_colour_and_some_with() -> None:
    assert "\x1b" not in _show(dossiers.ferry())
    assert "\x1b[" in _show(dossiers.ferry(), colour=True)


@pytest.mark.parametrize("width", [40, 72, 120])
def test_lines_fit(width: int) -> None:
    for dossier in (dossiers.ferry(), dossiers.crowd(12, 12)):
        assert max(len(line) for line in _show(dossier, width=width).split("\n")) <= width


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    desk = dossiers.Desk("A\x1b[31m", "id", dossiers.on(1), "Judul \x1b]0;x\x07", "Teks\x9b2J lain.")
    story = dossiers.Story(id="story:1", title="Judul\x1b[2J", reports=(desk.id,))
    dossier = dossiers.Dossier(generator=dossiers.GENERATOR, reports=(desk.done(),), stories=(story,), failures=())
    text = _show(dossier)
    assert not [c for c in text if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f")]


def test_empty_and_single_dossiers_are_told() -> None:
    assert "No report could be read." in _show(dossiers.empty())
    assert "Hujan turun di kota" in _show(dossiers.single())
