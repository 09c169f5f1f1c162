"""A person's office, as the words beside the name give it."""

from __future__ import annotations

from rujuk.lang.names import NameLexicon
from rujuk.mark.mentions import Mention

REACH = 14
"""Words that an office may hold at most."""
_STOPS = frozenset(".;:!?\"“”'‘’()–—")


def role_of(
    m: Mention, words: list[str], spans: list[tuple[int, int]], text: str, taken: frozenset[int], lexicon: NameLexicon
) -> str | None:
    """Give the office beside a person's name as the text words it: before it, or after it in apposition.

    `taken` are the words that belong to other persons' names.
    """
    found = before(m, words, taken, lexicon) or after(m, words, taken, lexicon)
    if found is None:
        return None
    return text[spans[found[0]][0] : spans[found[1] - 1][1]]


def before(m: Mention, words: list[str], taken: frozenset[int], lexicon: NameLexicon) -> tuple[int, int] | None:
    """Find the office in front: "Kepala BNPB X", "Kapusdatin BPBD DKI, X"."""
    end = m.first
    while end and (
        words[end - 1].lower() in lexicon.honorifics
        or (words[end - 1] == "." and end > 1 and words[end - 2].lower() in lexicon.honorifics)
    ):
        end -= 1
    comma = end > 0 and words[end - 1] == ","
    if comma:
        end -= 1
    start, at = -1, end - 1
    while at >= 0 and end - at <= REACH:
        word = words[at]
        low = word.lower()
        if word == ")" and at > 2 and words[at - 2] == "(" and words[at - 1][0].isupper():
            at -= 3  # "Menteri Luar Negeri (Menlu) X"
            continue
        if word in _STOPS or word == "," or at in taken or (start >= 0 and lexicon.modifier_first and low in lexicon.role_links):
            break
        if low in lexicon.offices:
            start = at
        elif (
            word.islower()
            and low not in lexicon.role_links
            and low not in lexicon.organisations
            and low not in lexicon.place_heads
        ):
            break
        at -= 1
    if start < 0 or (comma and all(w.islower() for w in words[start:end])):
        return None
    first = start
    while start < end and words[start].lower() in lexicon.not_roles:
        start += 1
    if start < end and lexicon.modifier_first and start == first:
        while (
            start > 1
            and start - 1 not in taken
            and words[start - 1][0].isupper()
            and words[start - 1].lower() not in lexicon.calendar
        ):
            start -= 1
    return (start, end) if start < end else None


def after(m: Mention, words: list[str], taken: frozenset[int], lexicon: NameLexicon) -> tuple[int, int] | None:
    """Find the office behind, between commas: "X, the Harrow governor,", "X, Kepala BNPB,"."""
    at = m.end
    if at >= len(words) or words[at] != ",":
        return None
    at += 1
    while at < len(words) and words[at].lower() in lexicon.articles:
        at += 1
    start, seen = at, False
    while at < len(words) and at - start <= REACH:
        word = words[at]
        if seen and at in taken:
            while at < len(words) and at in taken:
                at += 1
            break
        if word in _STOPS or word == "," or at in taken:
            break
        low = word.lower()
        if low in lexicon.offices:
            seen = True
        elif (
            word.islower()
            and low not in lexicon.role_links
            and low not in lexicon.organisations
            and low not in lexicon.place_heads
        ):
            if not seen:
                return None
            break
        at += 1
    while at > start and (words[at - 1].lower() in lexicon.role_links or words[at - 1].lower() in lexicon.articles):
        at -= 1
    return (start, at) if seen and at > start else None
