"""Which language a text is in.  (`detect_language(text)` is used by the command line too: keep its name.)"""

from __future__ import annotations


def detect_language(text: str) -> str:
    """Give the BCP 47 tag of the text's language, `und` where it is not known."""
    words = text.casefold().split()
    indonesian = sum(w in {"yang", "dan", "di", "dengan", "untuk", "pada", "dari", "itu", "ini"} for w in words)
    english = sum(w in {"the", "and", "of", "to", "in", "for", "on", "that", "with"} for w in words)
    return "und" if indonesian == english else "id" if indonesian > english else "en"
