"""Shingles are the same everywhere and tell runs of words apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rujuk.text.shingles import LENGTH, shingles
from rujuk.text.tokens import placed_words, words


def test_the_numbers_are_fixed() -> None:
    assert (
        shingles(["satu", "dua", "tiga", "empat", "lima"]).tolist() == shingles(["satu", "dua", "tiga", "empat", "lima"]).tolist()
    )
    assert len(shingles(["satu"] * (LENGTH - 1))) == 0


@given(
    st.lists(st.sampled_from("abcdef"), min_size=LENGTH, max_size=12),
    st.lists(st.sampled_from("abcdef"), min_size=LENGTH, max_size=12),
)
def test_equal_runs_have_equal_numbers_and_others_do_not(a: list[str], b: list[str]) -> None:
    for i, x in enumerate(shingles(a)):
        for j, y in enumerate(shingles(b)):
            assert (x == y) == (a[i : i + LENGTH] == b[j : j + LENGTH])


@given(st.text())
def test_words_stand_where_they_say(text: str) -> None:
    found, places = placed_words(text)
    assert found == words(text) or "ß" in text or len(text.casefold()) != len(text)
    for word, (start, end) in zip(found, places, strict=True):
        assert text[start:end].casefold() == word
