"""What is told of words (or of a few texts), remembered: most words of a text stood in another before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
KEPT = 50_000
"""So many words are kept at most unless said otherwise; the table starts anew beyond."""


class Remembered(dict[str, T], Generic[T]):
    """A pure function of a word as a table that fills itself: `table[word]` asks the function once."""

    def __init__(self, tell: Callable[[str], T], *, kept: int = KEPT) -> None:
        self.tell, self.kept = tell, kept

    def __missing__(self, word: str) -> T:
        found = self.tell(word)
        if len(self) >= self.kept:
            self.clear()
        self[word] = found
        return found
