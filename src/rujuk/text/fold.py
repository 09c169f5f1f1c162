"""Names made comparable: case, accents, apostrophes and hyphens folded."""

from __future__ import annotations

import unicodedata

_MARKS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʻ": "'",
        "ʼ": "'",
        "`": "'",
        "–": "-",
        "‑": "-",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "ß": "ss",
    }
)


def fold(name: str) -> str:
    """Give a name in lower case, without accents, with plain apostrophes and hyphens and single spaces."""
    low = name.lower()
    if not low.isascii():
        low = low.translate(_MARKS)
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    elif " " not in low and "\n" not in low and "\t" not in low:
        return low
    return " ".join(low.split())
