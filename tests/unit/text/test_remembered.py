"""A table that fills itself asks once and stays bounded."""

from __future__ import annotations

from rujuk.text.remembered import Remembered


def test_a_word_is_asked_for_once() -> None:
    asked: list[str] = []
    table = Remembered(lambda word: asked.append(word) or len(word))  # type: ignore[func-returns-value]
    assert [table[w] for w in ("satu", "dua", "satu")] == [4, 3, 4]
    assert asked == ["satu", "dua"]


def test_a_table_stays_bounded() -> None:
    table = Remembered(len, kept=2)
    assert [table[w] for w in ("satu", "dua", "tiga")] == [4, 3, 4]
    assert dict(table) == {"tiga": 4}
