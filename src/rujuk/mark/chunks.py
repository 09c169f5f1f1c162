"""Words of a sentence, and the runs of them that may hold a name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

_WORD = re.compile(
    r"\w++(?![-.&'’`])"  # most words; what follows is for the others, and costs more
    r"|['’]s\b|[^\W\d_]\.[^\W\d_]\.(?:[^\W\d_]\.)*|\w+(?:[-.&]\w+|['’`](?!s\b)\w+)*|\S"
)
GAP = 2
"""So many other words may stand between the capitals of one run: "Bank of the West", "Menteri Hukum dan HAM"."""
RUN, NAME, RANK, GLUED = 1, 2, 4, 8
"""What the look of a word by itself tells: that it may open or end a run, is built like a name, is a rank that a name follows, or is two words
that lost their space."""


@dataclass(slots=True)
class Words:
    """A sentence in words: their places in it, their strings and looks, the runs that may hold names, the known names in each run, and whether
    it reads like a headline."""

    spans: list[tuple[int, int]]
    words: list[str]
    looks: list[int]
    runs: list[tuple[int, int]]
    known: list[dict[int, str]]
    shouting: bool

    def stretches(self, number: int) -> Iterator[tuple[int, int]]:
        """Give where stretches of several capitals begin in a run, and how long they are."""
        start, end = self.runs[number]
        size = 0
        for i in range(start, end):
            if self.looks[i] & NAME:
                size += 1
            else:
                if size > 1:
                    yield i - size, size
                size = 0
        if size > 1:
            yield end - size, size


def words_of(sentence: str) -> list[tuple[int, int]]:
    """Give the places of the words and marks of a sentence; a final 's is a word of its own."""
    return [m.span() for m in _WORD.finditer(sentence)]


def unglue(
    word: str,
    use: Mapping[str, str],
    names: Container[str],
    heads: Container[str],
    places: Container[str],
    joints: Sequence[str] = (),
) -> list[int]:
    """Give where a word that bad scraping joined comes apart: "menurutCleveland", "Makarimterkait"; none where a half is not known.

    `use` holds ordinary words (`u0`) and capitalised ones (`u3`), `names` words that are people's names, `heads` words that begin names
    ("KotaBandung"), `places` names of places, all in lower case; `joints` words that hang on whatever name follows ("dilansirdetikBali").
    """
    low = word.lower()
    if not word.isalpha() or low in names:
        return []
    if word[0].islower():
        for joint in joints:
            if word.startswith(joint) and (word[len(joint) :][:1].isupper() or (len(joint) > 4 and len(word) > len(joint) + 3)):
                return [len(joint)]
    for i in range(2, len(word) - 2):
        if word[i].isupper() and word[i - 1].islower():
            before, after = low[:i], low[i:]
            tail = _tail(after, use, names)
            sure = after in use or after in names or tail
            if (
                before in heads
                or (low not in use and "u0" in use.get(before, ""))
                or (low not in use and sure and (before in use or before in names))
                or ("u3" in use.get(before, "") and before in places and (low not in use or (len(after) > 3 and after in use)))
            ):
                return [i, i + tail] if tail else [i]
            return []
    tail = _tail(low, use, names) if word[0].isupper() and low not in use else 0
    return [tail] if tail else []


def _tail(low: str, use: Mapping[str, str], names: Container[str]) -> int:
    """Give where an ordinary word begins that hangs on a name; 0 if none does."""
    if low in use or low in names:
        return 0
    for i in range(3, len(low) - 3):
        if (i > 4 or len(low) - i > 4) and "u0" in use.get(low[i:], "") and (low[:i] in names or "u3" in use.get(low[:i], "")):
            return i
    return 0


def may_name(word: str) -> bool:
    """Say whether a word's letters look like a name's: a capital in front, or one inside ("al-Assad", "detikcom" not)."""
    return word[0].isupper() or (not (word.islower() or word[0].isdigit()) and any(c.isupper() for c in word))


def runs(words: Sequence[str], heads: Set[str]) -> list[tuple[int, int]]:
    """Give the runs (first, last + 1) that may hold names: words with capitals, and between them at most `GAP` others.

    `heads` are lower-case words that begin names although they are not capitalised ("kementerian luar negeri").
    """
    return join_runs([i for i, w in enumerate(words) if opens_run(w, heads)], words)


def opens_run(word: str, heads: Set[str]) -> bool:
    """Say whether a word may be the first or last of a run."""
    return word[0].isupper() or (word in heads if word.islower() else may_name(word))


def join_runs(places: Sequence[int], words: Sequence[str]) -> list[tuple[int, int]]:
    """Join the places of words that may open or end runs; a bracket that closes inside one belongs to it."""
    out: list[tuple[int, int]] = []
    first = last = -1
    for i in places:
        if first < 0:
            first = i
        elif i - last > GAP + 1:
            out.append((first, last + 1))
            first = i
        last = i
    if first >= 0:
        out.append((first, last + 1))
    if ")" not in words:
        return out
    return [(a, b + 1) if b < len(words) and words[b] == ")" and "(" in words[a:b] else (a, b) for a, b in out]
