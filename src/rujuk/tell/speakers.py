"""Which names on the quotes board are one speaker's: short and full, with and without a title, acronym and full name, two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from rujuk.lang.base import load_pack
from rujuk.lang.speech import SpeechLexicon
from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.tell.words import Language, say

LANGUAGES: tuple[Language, ...] = ("id", "en")
SPELT = 5
"""A word of a name of so many letters may be spelt with one letter more, less or other."""
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z]{1,11})\)")


def speaker_names(reports: Sequence[MarkedReport]) -> dict[str, str]:
    """Map each name under which somebody speaks to the one that the board prints.

    Origins that reconcile has merged (a minister, his ministry) are one origin of a figure but not one mouth: they stay apart here.  A short name
    that fits two fuller ones stays alone.
    """
    kinds: dict[str, SourceKind] = {}
    count: Counter[str] = Counter()
    words: dict[str, tuple[str, ...]] = {}
    roles: frozenset[str] = frozenset()
    for m in reports:
        pack = load_pack(m.report.language)
        stop = pack.lexicon(StatementLexicon).stop if pack else frozenset()
        roles |= pack.lexicon(SpeechLexicon).sets["roles"] if pack else roles
        for a in m.attributions:
            if a.source is not None and a.source.name:
                name = a.source.name
                kinds[name] = SourceKind.PERSON if SourceKind.PERSON in (kinds.get(name), a.source.kind) else a.source.kind
                count[name] += 1
                words[name] = _words(name, stop)
    out: dict[str, str] = {}
    for name in sorted(kinds):
        others = [n for n in sorted(kinds) if n != name and words[n]]
        same = [n for n in others if words[name] and _one(name, n, words, kinds, roles)]
        if kinds[name] == SourceKind.PERSON and not same:
            mine = frozenset(words[name])
            fuller = {words[n]: n for n in others if kinds[n] == SourceKind.PERSON and mine < frozenset(words[n])}
            same = [next(iter(fuller.values()))] if len(fuller) == 1 else []
        if same:
            best = min((name, *same), key=lambda n: (kinds[n] != SourceKind.PERSON, -count[n], -len(n), n))
            if best != name:
                out[name] = best
    return {name: _end(name, out) for name in out}


def _end(name: str, out: dict[str, str]) -> str:
    """Follow a chain of names to its last; a ring ends where it began."""
    seen = {name}
    while name in out and out[name] not in seen:
        name = out[name]
        seen.add(name)
    return name


def _words(name: str, stop: frozenset[str]) -> tuple[str, ...]:
    """Give the words of a name, without accents, articles in front, and an acronym in brackets."""
    plain = "".join(ch for ch in unicodedata.normalize("NFKD", _ACRONYM.sub(" ", name)) if not unicodedata.combining(ch))
    words = _WORD.findall(plain.casefold())
    while len(words) > 1 and words[0] in stop:
        words = words[1:]
    return tuple(words)


def _one(a: str, b: str, words: dict[str, tuple[str, ...]], kinds: dict[str, SourceKind], roles: frozenset[str]) -> bool:
    """Say whether two names are one speaker's for sure."""
    x, y = words[a], words[b]
    if SourceKind.ANONYMOUS in (kinds[a], kinds[b]):
        return a.casefold() == b.casefold()
    if x == y:
        return any(w[:1].isupper() and w.casefold() in x for n in (a, b) for w in _WORD.findall(n))
    people = (kinds[a] == SourceKind.PERSON, kinds[b] == SourceKind.PERSON)
    if all(people):
        return _spelt_alike(x, y)
    if people[0] or people[1]:
        full, titled = (x, y) if people[0] else (y, x)
        return len(full) >= 2 and len(titled) > len(full) and titled[-len(full) :] == full and _title(titled[: -len(full)], roles)
    acronyms = [{m.casefold() for m in _ACRONYM.findall(n)} for n in (a, b)]
    return bool(acronyms[0] & acronyms[1]) or bool(acronyms[0] & {" ".join(y)}) or bool(acronyms[1] & {" ".join(x)})


def _title(words: tuple[str, ...], roles: frozenset[str]) -> bool:
    """Say whether the words in front of a name are its bearer's office, and not somebody else beside."""
    return bool(roles.intersection(words)) and not {say("and", language) for language in LANGUAGES}.intersection(words)


def _spelt_alike(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Say whether two names of persons have the same words, but for an initial, or one letter of a long word."""
    if len(x) < 2 or len(x) != len(y):
        return False
    other = [(p, q) for p, q in zip(x, y, strict=True) if p != q]
    return len(other) == 1 and (_initial(*other[0]) or _near(*other[0]))


def _initial(p: str, q: str) -> bool:
    return 1 in (len(p), len(q)) and p[0] == q[0]


def _near(p: str, q: str) -> bool:
    """Say whether two long words differ by one letter."""
    short, long = sorted((p, q), key=len)
    if len(short) < SPELT or len(long) - len(short) > 1:
        return False
    at = next((i for i in range(len(short)) if short[i] != long[i]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
