"""Sourcing chains: by which medium something was said, and through which house it came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rujuk.lang.agencies import Agencies, House, load_agencies
from rujuk.lang.speech import SpeechLexicon
from rujuk.model.report import Report

_NAME = re.compile(r"[A-Z][\w.&'’-]*(?:\s+(?:[A-Z][\w.&'’-]*|of|the)(?=\W|$))*")
_FOLD = re.compile(r"[\W_]+")
_TAIL = (".", ",", ";", ":")


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
    for n in (name, house.name if house else name):
        folded = fold(n)
        folded = folded[3:] if folded.startswith("the") and len(folded) > 6 else folded
        first = fold(n.split()[0]) if n.split() else ""
        if (
            folded in own
            or (len(first) > 2 and first in own)
            or any(len(o) > 3 and (folded.startswith(o) or (o.startswith(folded) and len(folded) > 3)) for o in own)
        ):
            return True
    return False


def media_in(text: str, lexicon: SpeechLexicon, agencies: Agencies) -> str | None:
    """Name the medium that a sentence's own words give: a network by its name, else the first that matches."""
    if not agencies.any_network.search(text) and not lexicon.any_medium.search(text):
        return None
    for name, pattern in agencies.networks:
        if pattern.search(text):
            return name
    for name, pattern in lexicon.media:
        if pattern.search(text):
            return name
    return None


def cited_in(text: str, lexicon: SpeechLexicon) -> Iterator[tuple[int, int, str, House | None, bool]]:
    """Give the houses that a text cites: (start, end, name, house, by a wire cue).

    A cue of taking over ("dilansir dari") makes any name behind it a house; a hearer ("kepada") only a known one.
    """
    agencies = load_agencies()
    lowered = text.lower()
    seen: set[int] = set()
    if lexicon.wire_stem.search(lowered):
        for m in lexicon.wires.finditer(text):
            at = m.end()
            while at < len(text) and text[at] in "\"“‘'":
                at += 1
            known = agencies.pattern.match(text, at)
            if known:
                seen.add(at)
                yield at, known.end(), agencies.houses[known[0]].name, agencies.houses[known[0]], True
                continue
            name = _NAME.match(text, at)
            if name and plausible(name[0], lexicon):
                piece = name[0].rstrip(".,;:'’-")
                yield at, at + len(piece), piece, None, True
    for m in agencies.find(text):
        if m.start() not in seen and lexicon.before_house.search(text, max(0, m.start() - 70), m.start()):
            yield m.start(), m.end(), agencies.houses[m[0]].name, agencies.houses[m[0]], False


def plausible(name: str, lexicon: SpeechLexicon) -> bool:
    """Say whether an unknown name behind a wire cue can be a house: no person with an office, no date, no pronoun."""
    words = name.casefold().split()
    sets = lexicon.sets
    return 0 < len(words) <= 4 and not any(
        words[0] in sets[r] for r in ("roles", "bodies", "times", "pronouns", "anonymous", "determiners", "documents")
    )
