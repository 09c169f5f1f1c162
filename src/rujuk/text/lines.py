"""What a line of a page looks like, whatever its language: running prose, a title, a name."""

from __future__ import annotations

import re
from collections.abc import Collection

_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$|[.!?]\)?[\"'”’]?\s*\([^()]{1,40}\)$")
_INNER_STOP = re.compile(r"[^\W\d]{3,}[\"”’)]?[.!?][\"”’)]?\s+[\"“‘(]?[^\W\d_a-z]")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts without spaces
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def is_prose(text: str) -> bool:
    """Say whether a line reads as running text: a sentence with its stop, several sentences, or a long run of words."""
    words = len(_WORD.findall(text[:2000]))
    if words < 8 and len(text) > 30 and not text.isascii() and len(_UNSPACED.findall(text[:2000])) > 30:
        return True
    if words >= 8 and (_STOP.search(text) or _INNER_STOP.search(text[:2000])):
        return True
    return words >= 30 and title_share(text, ()) < 0.6


def is_title_like(text: str, *, most: int = 28) -> bool:
    """Say whether a line could be a headline or link: words without a final stop, not a quotation going on."""
    words = len(_WORD.findall(text[:600]))
    if not 2 <= words <= most or text[-1] in "。！？":
        return False
    ends_open = not _END.search(text) or (
        text.endswith(("…", "...", "?", "!", '?"', '!"', "?'", "'", '"', "”", "’")) and not text.endswith(('."', ".”", ".'"))
    )
    return ends_open and not _INNER_STOP.search(text.replace("...", " "))


def title_share(text: str, small: Collection[str]) -> float:
    """Give the share of capitalised words and numbers among the words that titles capitalise (`small` are left out)."""
    words = [w for w in _WORD.findall(text) if w.lower() not in small]
    return sum(1 for w in words if not w[0].islower()) / len(words) if words else 0.0


def is_name_like(text: str, *, most: int = 5) -> bool:
    """Say whether a line could be a person's name: a few capitalised words, no digits, no stop."""
    words = text.split()
    if not 1 <= len(words) <= most or any(c.isdigit() for c in text) or len(text) > 60:
        return False
    return all(w[0].isupper() or w.lower() in _PARTICLES for w in words) and not re.search(r"[!?:;/|@\"]|\.$", text)


_PARTICLES = frozenset({"bin", "binti", "van", "von", "de", "da", "al", "el", "der", "den", "di", "du", "la", "le", "ibn", "ul"})
