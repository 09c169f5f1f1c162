"""People, organisations and places, one entity each with all its mentions."""

from __future__ import annotations

import re
from itertools import pairwise

from rujuk.lang.base import LanguagePack
from rujuk.mark.aliases import Group, group
from rujuk.mark.mentions import Mention, NamedReport, find_mentions
from rujuk.mark.placing import place_groups
from rujuk.mark.roles import role_of
from rujuk.mark.tagger import NameTagger
from rujuk.model.ids import make_id
from rujuk.model.marks import Entity, EntityKind, Layer, Sentence, TimeMention
from rujuk.model.report import Report
from rujuk.model.span import Span, Where
from rujuk.text.fold import fold

_BOTH = re.compile(r"([^()]{4,}) \(([^()]+)\)")


def find_entities(report: Report, sentences: Layer[Sentence], times: Layer[TimeMention], *, pack: LanguagePack) -> Layer[Entity]:
    """Find the people, organisations and places of a report, in order of their first mention.

    Names inside a time expression ("Jumat Agung" in a date) are left out.
    """
    tagger = pack.lexicon(NameTagger)
    named = find_mentions(sentences, tagger)
    if times:
        taken = {(t.span.where, i) for t in times for i in range(t.span.start, t.span.end)}
        named = NamedReport(
            named.lines, [m for m in named.mentions if (sentences[m.line].span.where, _start(m, named, sentences)) not in taken]
        )
    groups = group(named, tagger.lexicon)
    places = [g for g in groups if g.kind is EntityKind.PLACE]
    placed = {id(g): found for g, found in zip(places, place_groups(places, named, tagger.lexicon), strict=True)}
    persons: dict[int, set[int]] = {}  # of each sentence the words that name people
    for m in named.mentions:
        if m.kind is EntityKind.PERSON:
            persons.setdefault(m.line, set()).update(range(m.first, m.end))
    out = [_entity(g, named, sentences, placed.get(id(g)), persons, tagger) for g in groups]
    return tuple(sorted(out, key=lambda e: (e.mentions[0].where is Where.TEXT, e.mentions[0].start, e.mentions[0].end, e.id)))


def _start(m: Mention, named: NamedReport, sentences: Layer[Sentence]) -> int:
    return sentences[m.line].span.start + named.lines[m.line].spans[m.first][0]


def _span(m: Mention, named: NamedReport, sentences: Layer[Sentence]) -> Span:
    sentence = sentences[m.line].span
    spans = named.lines[m.line].spans
    a, b = spans[m.first][0], spans[m.end - 1][1]
    return Span(start=sentence.start + a, end=sentence.start + b, exact=sentence.exact[a:b], where=sentence.where)


def _names(m: Mention, span: Span, named: NamedReport) -> tuple[str, ...]:
    """Give a mention's name as it should be read: joined words apart, and "Long Name (LN)" as two names."""
    line = named.lines[m.line]
    name = span.exact
    inner = m.end - m.first - 1
    if name.count(" ") < inner and any(
        a[1] == b[0] and line.words[n + 1][0].isupper() and line.words[n][-1].isalpha()
        for n, (a, b) in enumerate(pairwise(line.spans[m.first : m.end]), m.first)
    ):
        name = " ".join(line.words[m.first : m.end])
    both = _BOTH.fullmatch(name) if "(" in name else None
    return both.groups() if both else (name,)


def _entity(
    g: Group,
    named: NamedReport,
    sentences: Layer[Sentence],
    placed: tuple[str | None, tuple[str, ...]] | None,
    persons: dict[int, set[int]],
    tagger: NameTagger,
) -> Entity:
    """Make the entity of a group: fullest name, first office found, place."""
    mentions = tuple(_span(m, named, sentences) for m in g.mentions)
    names: dict[str, str] = {}
    for m, span in zip(g.mentions, mentions, strict=True):
        for name in _names(m, span, named):
            known = names.get(name.casefold())
            if known is None or (known.isupper() and not name.isupper()):
                names[name.casefold()] = name
    if g.kind is EntityKind.PLACE:
        names = {
            key: name.title() if name.isupper() and len(name) > 4 and "." not in name else name for key, name in names.items()
        }
    fullest = max(names.values(), key=lambda n: (n.count(" "), len(n), n))
    role = None
    if g.kind is EntityKind.PERSON:
        for m in g.mentions:
            line = named.lines[m.line]
            if line.shouting:
                continue
            taken = frozenset(persons[m.line] - set(range(m.first, m.end)))
            role = role_of(m, line.words, line.spans, sentences[m.line].span.exact, taken, tagger.lexicon)
            if role:
                break
    return Entity(
        id=make_id(str(g.kind), fold(fullest)),
        kind=g.kind,
        name=fullest,
        role=role,
        mentions=mentions,
        aliases=tuple(n for n in names.values() if n != fullest),
        place=placed[0] if placed else None,
        within=placed[1] if placed else (),
    )
