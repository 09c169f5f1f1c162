"""Text as reports hold it: NFC, bare newlines, no control marks, single spaces."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    # controls but tab and newline; soft hyphen; zero-width marks; bidirectional controls; tags, fillers, byte order mark
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"[^\S\n]+")
_EDGES = re.compile(r" ?\n ?")


def clean_text(text: str) -> str:
    """Give the text in NFC with bare newlines and single spaces, free of marks that nobody sees.

    Bidirectional controls go: they can make a line read other than it is stored.  Joiners inside words (U+200C, U+200D) stay.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    text = _UNSEEN.sub("", _BREAKS.sub("\n", text))
    return _EDGES.sub("\n", _SPACES.sub(" ", text))


def clean_line(text: str | None) -> str:
    """Give the text as one clean line."""
    return " ".join(clean_text(text).split()) if text else ""
