"""Shapes of lines."""

from __future__ import annotations

import pytest

from rujuk.text.lines import is_name_like, is_prose, is_title_like, title_share


@pytest.mark.parametrize(
    "text",
    [
        "The bridge over the river was closed on Monday.",
        "Jembatan itu ambruk. Warga mengungsi ke balai desa sejak Senin",
        "橋は月曜日の朝に崩れたと村長が記者に語った。けが人はいないという。住民は船を使っている。",
    ],
)
def test_prose(text: str) -> None:
    assert is_prose(text)
    assert not is_title_like(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bridge Closed After Flood",
        "Jembatan Ambruk, Warga Mengungsi ke Balai Desa",
        "5. 9 Earthquake Jolts Coast",
        "Siapa yang Bertanggung Jawab?",
    ],
)
def test_titles(text: str) -> None:
    assert is_title_like(text)
    assert not is_prose(text)


def test_names() -> None:
    assert is_name_like("Sri Contoh")
    assert is_name_like("Ahmad bin Misal")
    assert not is_name_like("warga desa")
    assert not is_name_like("Contoh 2024")


def test_title_share() -> None:
    assert title_share("Jembatan Ambruk di Desa", {"di"}) == 1.0
    assert title_share("Jembatan itu ambruk", ()) < 0.5
