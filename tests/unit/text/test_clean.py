"""Clean text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rujuk.text.clean import clean_line, clean_text


def test_forms_and_breaks() -> None:
    assert clean_text("cafe\u0301\r\nx\ry\u2028z") == "café\nx\ny\nz"
    assert clean_text("a\u00a0 b\t\tc \n d") == "a b c\nd"
    assert clean_text("a\u202eb\u200bc\ufeffd\u00ade\0f\ud800g") == "abcdefg"
    assert clean_line(" a\n b ") == "a b"
    assert clean_line(None) == ""


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
