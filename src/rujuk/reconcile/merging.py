"""Why several names count as one origin, told afterwards: by the sign that joins each to another of its group."""

from __future__ import annotations

from collections.abc import Sequence

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import SourceKind
from rujuk.model.story import Finding, Origin
from rujuk.model.whatif import Merged
from rujuk.reconcile.voices import Voice, Voices

WORD = 4
"""Letters from which on a word of an office's name tells something when it stands in a role."""


def why_merged(finding: Finding, reports: Sequence[MarkedReport], voices: Voices) -> tuple[Merged, ...]:
    """Say for every name that an origin absorbed which sign joins it to the origin's name, or to another of its names."""
    claims = {c.id: m for m in reports for c in m.claims}
    out = []
    for origin in finding.origins:
        known = _voices_of(origin, claims, voices) if origin.merged else {}
        for name in origin.merged:
            out.append(_why(origin, name, known, voices))
    return tuple(out)


def _voices_of(origin: Origin, claims: dict[str, MarkedReport], voices: Voices) -> dict[str, Voice]:
    """Give the voices behind an origin's names."""
    found: dict[str, Voice] = {}
    for ident in origin.claims:
        marked = claims.get(ident)
        if marked is None:
            continue
        for a in marked.attributions:
            if a.source is not None and a.source.name:
                heard = voices.voice(marked, a.source.name, a.source.kind, a.source.entity, a.source.role)
                for v in voices.members(voices.group(heard)):
                    if v.role or voices.shown(v) not in found:
                        found[voices.shown(v)] = v
        for c in marked.claims:
            if c.source is not None:
                v = voices.voice(marked, c.source.name, c.source.kind, c.source.entity)
                found.setdefault(voices.shown(v), v)
    return found


def _why(origin: Origin, name: str, known: dict[str, Voice], voices: Voices) -> Merged:
    mine = known.get(name)
    others = [origin.name, *(n for n in origin.merged if n != name)]
    for other in others:
        theirs = known.get(other)
        if mine is not None and theirs is not None:
            found = _sign(mine, theirs, voices)
            if found is not None:
                return Merged(origin=origin.name, name=name, other=other, why=found[0], detail=found[1])
    by_words = _by_words(name, origin.name)
    return Merged(origin=origin.name, name=name, other=origin.name, why=by_words or "figure")


def _sign(a: Voice, b: Voice, voices: Voices) -> tuple[str, str] | None:
    """Name what joins two voices, the plainest sign first."""
    if voices.nobody(a) and voices.nobody(b):
        return "nobody", ""
    words = _by_words(a.name, b.name)
    if words:
        return words, ""
    for person, office in ((a, b), (b, a)):
        if person.kind != SourceKind.PERSON:
            continue
        post, called = set(person.role.casefold().split()), set(office.name.casefold().split())
        # A post may stand for a name: "the harbour master" is the person whose role holds the words.
        if called <= post or (office.kind != SourceKind.PERSON and _speaks_for(person, office, voices)):
            return "role", person.role or office.name
    shared = sorted(voices.body(a).keys & voices.body(b).keys)
    for key in shared:
        kind, _, what = key.partition(":")
        if kind == "acronym":
            return "acronym", what.upper()
    if any(k.startswith("service:") for k in shared):
        return "service", ""
    if any(k.startswith("ministry:") for k in shared):
        return "ministry", ""
    if shared or voices.body(a).words & voices.body(b).words:
        return "body", ""
    return None


def _speaks_for(person: Voice, office: Voice, voices: Voices) -> bool:
    """Say whether a person's role names an office, or both stand for one body."""
    role = person.role.casefold()
    words = {w for w in office.name.casefold().split() if len(w) >= WORD}
    body = voices.body(person)
    return any(w in role for w in words) or bool(words & (body.loose | body.words)) or bool(body.keys & voices.body(office).keys)


def _by_words(a: str, b: str) -> str | None:
    """Compare two names by their words: the same, or one inside the other."""
    x, y = ({w for w in n.casefold().replace(".", " ").split() if w} for n in (a, b))
    if x == y:
        return "same-name"
    if x and y and (x < y or y < x):
        return "inside"
    return None
