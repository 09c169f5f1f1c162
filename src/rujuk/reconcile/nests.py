"""Which places lie in which, as the reports of a story tell themselves: "Kampung Melati, Seruni", "the Flatlands neighbourhood of Norwick".

The gazetteer knows districts and towns, but not every ward, market or camp.  What one report says of such a place holds for the figures of all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rujuk.lang.base import LanguagePack, load_pack
from rujuk.lang.landforms import LandformLexicon
from rujuk.model.claim import Place
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind
from rujuk.model.span import Where

_COMMA = re.compile(r",\s+")
_ON = re.compile(r"\s*,")
GAP = 30
"""Characters between two names of places that can say how they lie."""


@dataclass(frozen=True, slots=True)
class Nests:
    """The places around those that the gazetteer does not know, by casefolded name, nearest first: names and ids."""

    around: Mapping[str, tuple[str, ...]]

    def settle(self, place: Place | None) -> Place | None:
        """Give a place with what lies around it, where a report of the story says so and the gazetteer does not."""
        if place is None or place.id or place.within:
            return place
        within = self.around.get(place.name.casefold())
        return replace(place, within=within) if within else place


def find_nests(reports: Sequence[MarkedReport]) -> Nests:
    """Read containments out of the reports' own words; of what two reports tell differently only what they share is kept."""
    told: dict[str, set[tuple[str, ...]]] = {}
    for m in sorted(reports, key=lambda m: m.report.id):
        pack = load_pack(m.report.language)
        for inner, outer in _pairs(m, pack) if pack else ():
            told.setdefault(inner.name.casefold(), set()).add(
                (outer.name, *((outer.place,) if outer.place else ()), *outer.within)
            )
        for e in m.entities:
            if e.kind == EntityKind.PLACE and e.place is None and e.within:
                told.setdefault(e.name.casefold(), set()).add(e.within)
    around = {}
    for name in sorted(told):
        found = sorted(told[name], key=lambda w: (-len(w), w))
        sharp = all(set(w) <= set(found[0]) for w in found)  # The same, told more or less sharply.
        within = tuple(x for x in found[0] if sharp or all(x in w for w in found))
        if within:
            around[name] = within
    return Nests(around)


def _pairs(m: MarkedReport, pack: LanguagePack) -> list[tuple[Entity, Entity]]:
    """Give each place that no gazetteer knows with the known one that its sentence puts around it."""
    lexicon = pack.lexicon(LandformLexicon)
    text = m.report.text
    named = sorted(
        ((s.start, s.end, e) for e in m.entities if e.kind == EntityKind.PLACE for s in e.mentions if s.where == Where.TEXT),
        key=lambda x: (x[0], x[1], x[2].id),
    )
    out = []
    for n, (start, end, e) in enumerate(named[:-1]):
        other_start, other_end, other = named[n + 1]
        between = text[end:other_start]
        if e.id == other.id or not 0 < len(between) <= GAP:
            continue
        if lexicon.holds.fullmatch(between) and e.place:
            e, other = other, e  # "Norwick's Flatlands"
        elif lexicon.lies.fullmatch(between) is None:
            if not _COMMA.fullmatch(between) or _lists(text, start, other_end, lexicon):
                continue
        if e.place is None and not e.within and (other.place or other.within):
            out.append((e, other))
    return out


def _lists(text: str, start: int, end: int, lexicon: LandformLexicon) -> bool:
    """Say whether names with commas between them are items of a list: another joined by "and" follows, or one before."""
    behind = text[end : end + GAP]
    return bool(lexicon.joins.match(behind) or (_ON.match(behind) and lexicon.joins.search(behind))) or bool(
        re.search(r"[A-Z]\w+,\s*$", text[max(0, start - GAP) : start])
    )
