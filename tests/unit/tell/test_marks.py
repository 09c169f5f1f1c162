"""Marks as lines, with what made each."""

from __future__ import annotations

from datetime import date

from rujuk.engine.marking import mark_report
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days
from rujuk.tell.marks import LAYERS, explain_marks

TEXT = 'Tiga warga tewas di Jakarta, Rabu (5/3). "Kami masih mencari dua nelayan," kata Kepala Basarnas Yosef Lela.'


def lines(text: str = TEXT, title: str | None = "Tiga Warga Tewas") -> list[str]:
    published = Published(days=Days.on(date(2031, 3, 5)), basis=Basis.METADATA)
    return list(
        explain_marks(mark_report(Report(id="r", source="r", text=text, title=title, language="id", published=published)))
    )


def test_every_layer_is_shown_with_what_made_it() -> None:
    shown = [line for line in lines() if line.startswith("    ")]
    assert {line.split()[0] for line in shown} >= {"time", "quantity", "name", "quote", "claim"}
    assert {line.split()[0] for line in shown} <= set(LAYERS)
    assert all(" <- " in line and not line.endswith("no rule named") for line in shown)


def test_places_point_into_the_text_and_the_title() -> None:
    shown = lines()
    assert "[title:0-16] Tiga Warga Tewas" in shown
    claim = next(line for line in shown if line.startswith("    claim") and "killed 3" in line and "title" not in line)
    start, end = (int(x) for x in claim[claim.index("[") + 1 : claim.index("]")].split("-"))
    assert TEXT[start:end] in claim


def test_a_report_without_a_pack_has_only_its_head() -> None:
    published = Published(days=Days.on(date(2031, 3, 5)), basis=Basis.METADATA)
    marked = mark_report(Report(id="r", source="r", text="Trois morts.", title=None, language="fr", published=published))
    assert list(explain_marks(marked)) == ["r  language fr  published 2031-03-05..2031-03-05"]
