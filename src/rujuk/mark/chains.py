"""Sourcing chains: by which medium something was said, and through which house it came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rujuk.lang.agencies import Agencies, House, load_agencies
from rujuk.lang.speech import SpeechLexicon
from rujuk.model.report import Report

_NAME = re.compile(r"[A-Z][\w&'’-]*(?:[ ](?:[A-Z0-9][\w&'’-]*|of|the)(?=\W|$)){0,5}")
_FOLD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[ ,]{1,2}([a-z]+)")
_QUOTES = "\"“‘'*_"
MOST_JOINED = 3
"""So many houses may be cited together ("X, Y dan Z")."""


def fold(name: str) -> str:
    """Casefold a name and drop everything but its letters and digits."""
    return _FOLD.sub("", name.casefold())


def own_names(report: Report) -> frozenset[str]:
    """Give the folded names by which a report's own outlet goes, its domain's labels among them."""
    outlet = report.outlet
    out: set[str] = set()
    for name in (outlet.name, outlet.domain) if outlet is not None else ():
        if not name:
            continue
        out.add(fold(name))
        labels = name.casefold().split(".")
        out.update(fold(x) for x in labels if len(x) > 2 and x not in ("www", "com", "net", "org", "news", "the"))
    return frozenset(x for x in out if len(x) > 1)


def is_own(name: str, house: House | None, own: frozenset[str]) -> bool:
    """Say whether a name means the report's own outlet."""
    if house is not None and house.edition:
        return fold(house.name) in own
    for n in (name, house.name if house else name):
        folded = fold(n)
        folded = folded[3:] if folded.startswith("the") and len(folded) > 6 else folded
        first = fold(n.split()[0]) if n.split() else ""
        if (
            folded in own
            or (len(first) > 2 and first in own)
            or (len(folded) > 4 and any(o.endswith(folded) for o in own))
            or any(len(o) > 3 and (folded.startswith(o) or (o.startswith(folded) and len(folded) > 3)) for o in own)
        ):
            return True
    return False


def media_in(text: str, lexicon: SpeechLexicon, agencies: Agencies) -> str | None:
    """Name the medium that a sentence's own words give: a network by its name, else the first that matches."""
    if not agencies.any_network.search(text) and not lexicon.any_medium.search(text.lower()):
        return None
    for name, pattern in agencies.networks:
        if pattern.search(text):
            return name
    for name, pattern in lexicon.media:
        if pattern.search(text):
            return name
    return None


@lru_cache(maxsize=4)
def cited_in(text: str, lexicon: SpeechLexicon) -> tuple[tuple[int, int, str, House | None, bool], ...]:
    """Give the houses that a text cites: (start, end, name, house, by a wire cue).

    A cue of taking over ("dilansir dari") makes any name behind it a house; a hearer ("kepada") only a known one.  Credits and attributions ask
    for those of one text, so the last few answers are kept.
    """
    return tuple(_cited(text, lexicon))


def _cited(text: str, lexicon: SpeechLexicon) -> Iterator[tuple[int, int, str, House | None, bool]]:
    agencies = load_agencies()
    seen: set[int] = set()
    if lexicon.wire_stem.search(text.lower()):
        for m in lexicon.wires.finditer(text):
            at, listed = m.end(), False
            official = m[0].rstrip().casefold().endswith(lexicon.official) if lexicon.official else False
            for _ in range(MOST_JOINED):
                while at < len(text) and text[at] in _QUOTES:
                    at += 1
                found = agencies.at(text, at) if listed else _house_at(text, at, lexicon, agencies)
                if found is None or (official and found[2] is None and not agencies.domain.fullmatch(found[1])):
                    break  # a body's own site is no outlet
                seen.add(at)
                yield at, *found, True
                more = lexicon.house_join.match(text, found[0])
                if more is None:
                    break
                at = more.end()
                listed = "," in more[0]
    for m in agencies.find(text):
        if (
            m.start() not in seen
            and not lexicon.affiliated.match(text, m.end())
            and lexicon.before_house.search(text, max(0, m.start() - 70), m.start())
        ):
            house = agencies.houses[m[0]]
            yield m.start(), m.end(), house.name, house, False
    for m in lexicon.told_shapes.finditer(text):
        shaped = agencies.at(text, m.end()) or _called_outlet(text, m.end(), lexicon)
        if shaped is not None and shaped[2] is None and m.end() not in seen:
            yield m.end(), *shaped, False


def _called_outlet(text: str, at: int, lexicon: SpeechLexicon) -> tuple[int, str, House | None] | None:
    """Read a name that its article or the word behind it calls an outlet: "The Age", "the Morning Sun newspaper"."""
    name = _NAME.match(text, at)
    if name is None:
        return None
    word = _WORD.match(text, name.end())
    called = word is not None and word[1] in lexicon.sets["outlet_words"]
    if called or (name[0].startswith(load_agencies().articles) and plausible(name[0].partition(" ")[2], lexicon)):
        return name.end(), name[0], None
    return None


def _house_at(text: str, at: int, lexicon: SpeechLexicon, agencies: Agencies) -> tuple[int, str, House | None] | None:
    """Read the house whose name stands at `at` behind a cue of taking over: a known one, one that looks like one, or (where the cue is never
    used of people) any name that can be one.
    """
    known = agencies.at(text, at)
    if known is not None and (known[2] is not None or agencies.domain.fullmatch(known[1])):
        return known
    behind = lexicon.house_of.match(text, at)  # "kantor berita Turki, Anadolu"
    if behind is not None and (house := agencies.at(text, behind.end())) is not None and house[2] is not None:
        return house
    name = _NAME.match(text, at)
    if name is None or agencies.any_network.match(name[0]):
        return None  # a network is a medium
    if not lexicon.any_house:
        return known or _called_outlet(text, at, lexicon)
    if plausible(name[0], lexicon):
        piece = lexicon.glued.sub("", name[0]).rstrip(" &'’-")
        return (at + len(piece), piece, None) if piece else None
    return known


def plausible(name: str, lexicon: SpeechLexicon) -> bool:
    """Say whether an unknown name behind a wire cue can be a house: no person with an office, no date, no pronoun."""
    words = name.casefold().split()
    sets = lexicon.sets
    return 0 < len(words) <= 4 and not any(
        words[0] in sets[r] for r in ("roles", "bodies", "times", "pronouns", "anonymous", "determiners", "documents")
    )
