"""Mentions of places that are not where something happened: where a speaker stands, and names run together with the next word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rujuk.claim.drafts import Draft
from rujuk.claim.holding import Holding
from rujuk.lang.figures import FigureLexicon
from rujuk.lang.names import NameLexicon
from rujuk.model.marks import Attribution, Entity, EntityKind, Sentence
from rujuk.model.span import Span, Where

_HEADING = re.compile(r"([A-Z](?<![^\W_].)[A-Za-z]{1,15}):")

_OPENING = re.compile(r", ?([^\W\d_]+)")

STANDS = 140
"""Characters behind a cue in which the speaker and where he stands are told."""


SURE_TOWN = 100
"""Thousands of inhabitants from which a town is believed without anything else of its country; set by hand."""


def asides(sentences: Sequence[Sentence], attributions: Sequence[Attribution], lexicon: FigureLexicon) -> list[Span]:
    """Give the pieces of sentences that tell who speaks and where: from source to cue, and from the cue to the words said or the end."""
    out: list[Span] = []
    holding = Holding(sentences)
    for a in attributions:
        cue = a.cue
        sentence = holding.of(cue) if cue is not None else None
        if cue is None or sentence is None:
            continue
        s = sentence.span
        content = a.content
        end = content.start if content.where is cue.where and cue.end <= content.start < s.end else _until(s, cue.end, lexicon)
        start = cue.start
        source = a.source.span if a.source is not None else None
        if source is not None and source.where is cue.where and s.start <= source.start < cue.start:
            start = source.start
        elif cue.exact == ":" and a.source is not None:
            start = s.start
        if content.overlaps(Span(start=start, end=end, exact=_text(s, start, end), where=s.where)):
            start, end = cue.start, end
        out.append(Span(start=start, end=end, exact=_text(s, start, end), where=s.where))
    return out


def before_figures(spans: Sequence[Span], drafts: Sequence[Draft]) -> list[Span]:
    """Cut pieces on speakers short where a figure begins: from there on they tell of it ("he said when the storm hit 40 houses in ...")."""
    starts: dict[Where, list[int]] = {where: [] for where in Where}
    for d in drafts:
        s = d.clause.sentence.span
        starts[s.where].append(s.start + d.clause.words[d.first].start)
    out = []
    for a in spans:
        end = min((x for x in starts[a.where] if a.start < x < a.end), default=a.end)
        out.append(a if end == a.end else Span(start=a.start, end=end, exact=a.exact[: end - a.start], where=a.where))
    return out


def headed(text: str, names: NameLexicon) -> list[Entity]:
    """Find places written short ("NTB") that head an item of a list ("NTB: 7 rumah"), where the gazetteer knows them, each with its mention."""
    out = []
    for m in _HEADING.finditer(text):
        full = names.short_places.get(m[1])
        found = names.places.places(full) if full is not None else ()
        if found:
            mention = Span(start=m.start(1), end=m.end(1), exact=m[1])
            out.append(
                Entity(
                    id=f"short:{found[0].id}", kind=EntityKind.PLACE, name=m[1], mentions=(mention,), place=found[0].id,
                    within=tuple(found[0].around),
                )
            )  # fmt: skip
    return out


def _until(sentence: Span, start: int, lexicon: FigureLexicon) -> int:
    """Say where the words about a speaker behind a cue end: before a clause that goes on with what was said (", adding that")."""
    end = min(sentence.end, start + STANDS)
    text = _text(sentence, start, end)
    for m in _OPENING.finditer(text):
        if "subordinator" in lexicon.marks(m[1].lower()) and m[1].lower() not in lexicon.meetings:
            return start + m.start()
    return end


def _text(sentence: Span, start: int, end: int) -> str:
    return sentence.exact[start - sentence.start : end - sentence.start]


def namesakes(entities: Sequence[Entity], lexicon: FigureLexicon) -> Mapping[str, Entity]:
    """Map places unknown to the gazetteer to a known one whose name they begin with ("Norwick Updated", "Norwick-where").

    Where pages join words, so does one that goes on with a word of the language ("Norwickini").  A word that narrows a name ("Norwick island", "Norwick Utara") makes it another place.
    """
    places = [e for e in entities if e.kind is EntityKind.PLACE]
    known = sorted((e for e in places if e.place is not None), key=lambda e: (-len(e.name), e.id))
    out: dict[str, Entity] = {}
    for e in places:
        if e.place is not None:
            continue
        for k in known:
            rest = e.name[len(k.name) :]
            if lexicon.common and e.name.startswith(k.name) and rest.islower() and rest in lexicon.common:
                out[e.id] = k
                break
            ahead = e.name[: -len(k.name)]
            if ahead.endswith(" ") and e.name.endswith(k.name) and len(e.mentions) < len(k.mentions):
                rest = " " + ahead.strip()
            elif not e.name.startswith(k.name) or rest[:1] not in (" ", "-", ":"):
                continue
            if not any(w in lexicon.heads or w in lexicon.narrows for w in rest.lower().replace("-", " ").split()):
                out[e.id] = k
            break
    return out


def strangers(entities: Sequence[Entity], names: NameLexicon) -> Mapping[str, tuple[str, ...]]:
    """Map small towns that the gazetteer has only in a country where nothing else of the report is to the report's own country.

    A report of one country that names a village the gazetteer does not know must not be taken to its namesake across the world.
    """
    lands: dict[str, int] = {}
    for e in entities:
        if e.kind is EntityKind.PLACE and e.place is not None:
            land = e.within[-1] if e.within else e.place
            lands[land] = lands.get(land, 0) + len(e.mentions)
    out: dict[str, tuple[str, ...]] = {}
    for e in entities:
        if e.kind is not EntityKind.PLACE or e.place is None or not e.within:
            continue
        if lands[e.within[-1]] > len(e.mentions) or len(lands) < 2:
            continue
        found = next((p for p in names.places.places(e.name.casefold()) if p.id == e.place), None)
        if found is not None and found.level == "c" and found.size < SURE_TOWN:
            home = max(sorted(x for x in lands if x != e.within[-1]), key=lambda x: lands[x])
            out[e.id] = (home,)
    return out
