"""Offices that a report names by their kind alone once they are known: "the hospital", "a ministry spokesman", "the head of the agency"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rujuk.lang.bodies import BodyLexicon
from rujuk.reconcile.bodies import plain

BESIDE = 60
"""So many characters before a name its post is looked for."""


class Institutions:
    """Reads the kind of an office out of names that say no more, and out of posts beside people's names."""

    def __init__(self, lexicons: Sequence[BodyLexicon]) -> None:
        self._lexicons = lexicons
        self._kinds = {k: x.institutions[k] for x in lexicons for k in x.institutions}
        self._idle = frozenset().union(*(x.articles | x.pointers | x.officials | x.joints for x in lexicons))

    def kind(self, name: str) -> str | None:
        """Give the kind of an office that a name tells, and nothing more: articles, posts and words for officials aside."""
        low = f" {' '.join(plain(name))} "
        for lexicon in self._lexicons:
            low = lexicon.spokesman.sub(" ", low)
        return self._kinds.get(" ".join(w for w in low.split() if w not in self._idle and len(w) > 1))

    def beside(self, text: str, name: str) -> str | None:
        """Give the kind of an office at which the words right before a person's name say that he has a post: "head of the agency Captain"."""
        at = text.find(name)
        if at <= 0:
            return None
        piece = re.split(r"[.;:()“”\"]\s", text[max(0, at - BESIDE) : at])[-1]
        for lexicon in self._lexicons:
            found = list(lexicon.post_at.finditer(piece))
            # Between post and name a rank may stand; other words would be the rest of the office's name.
            if found and all(lexicon.ranks.fullmatch(w) for w in re.findall(r"\w+", piece[found[-1].end() :])):
                return self._kinds.get(found[-1]["kind"].casefold())
        return None

    def kinds_in(self, name: str) -> frozenset[str]:
        """Name the kinds of offices that a fuller name tells by its head: "Saha Hospital", "University of Saha", "Rumah Sakit Saha"."""
        low = f" {' '.join(plain(name))} "
        for lexicon in self._lexicons:
            low = lexicon.spokesman.sub(" ", low)
        words = [w for w in low.split() if len(w) > 1]
        while words and words[0] in self._idle:
            words = words[1:]
        low = f" {' '.join(words)} "
        found = set()
        for x in self._lexicons:
            for word, kind in x.institutions.items():
                first = x.kinds_first and low.startswith(f" {word} ")
                if first or low.endswith(f" {word} ") or any(f" {word} {j} " in low for j in x.joints):
                    found.add(kind)
        return frozenset(found)


def one_kind(
    short: Mapping[int, str], full: Mapping[int, frozenset[str]], heard: Sequence[frozenset[str]], find: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Pair each name that tells only a kind of office with the one office of that kind: in its own reports, else in the story.

    Args:
        short: the kind that a voice's name tells, by the voice's number.
        full: the kinds whose word stands in a voice's full name, by the voice's number.
        heard: the reports in which each voice speaks.
        find: the group of each voice.
    """
    by_kind: dict[str, list[int]] = defaultdict(list)
    for j in sorted(full):
        for kind in full[j]:
            by_kind[kind].append(j)
    together: dict[int, list[int]] = defaultdict(list)
    for i in sorted(short):
        together[find[i]].append(i)
    out = []
    for group in sorted(together):
        fits = sorted({j for i in together[group] for j in by_kind[short[i]]} - set(together[group]))
        near = [j for j in fits if any(heard[j] & heard[i] for i in together[group])]
        if not fits:
            # Of a kind whose office nobody names, one report means one.
            own = {short[i] for i in together[group]}
            fits = near = [j for j in sorted(short) if short[j] in own and any(heard[j] & heard[i] for i in together[group])]
        if len({find[j] for j in (near or fits)} - {group}) == 1:
            out.append((group, min(j for j in (near or fits) if find[j] != group)))
    return out
