"""Languages of short and long texts."""

from __future__ import annotations

import pytest

from rujuk.read.language import detect_language


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Warga di desa itu mengungsi karena banjir yang datang pada malam hari dan belum bisa pulang.", "id"),
        ("The bridge was closed after the flood and it will not be open for two weeks, said the mayor.", "en"),
        ("Polis berkata mangsa dibawa ke hospital kerana cedera dan keadaannya stabil, manakala kereta itu rosak.", "ms"),
        (
            "Die Brücke wurde nach dem Hochwasser gesperrt und bleibt es nach Angaben der Stadt zwei Wochen lang, sagte der Bürgermeister.",
            "de",
        ),
        ("", "und"),
        ("12345 67890", "und"),
        ("Gempa", "und"),
    ],
)
def test_language(text: str, tag: str) -> None:
    assert detect_language(text) == tag
