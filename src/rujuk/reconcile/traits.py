"""What the bare words of a clause show: whom it is about, what stands at a word, how it is spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind, Sentence, TimeKind, TimeMention
from rujuk.model.span import Span

PIECE = 5
"""So many letters in a row tell spellings of one word from chance."""
NEIGHBOURS = 60
"""How many characters before and behind a name a word is looked for."""
WIDEST = 7
"""A span of more days tells no two happenings apart."""
_NAMES = re.compile(r"\b[A-Z][\w’'-]++(?:\s[A-Z][\w’'-]++)*+")
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*")
_BETWEEN = re.compile(r"\W+")


def words_in(name: str) -> list[str]:
    """Give the words of a name, casefolded."""
    return [w.casefold() for w in _WORD.findall(name) if len(w) > 1]


def spoken_of(span: Span, home: Sentence | None, m: MarkedReport) -> frozenset[frozenset[str]]:
    """Give the person whom the sentence of a clause names first, before the clause: whom a clause without a person goes on about.  Who only
    speaks is left out."""
    if home is None:
        return frozenset()
    speakers = [a.source.span for a in m.attributions if a.source is not None and a.source.span is not None]
    before = [
        (p.start, e, p)
        for e in m.entities
        if e.kind == EntityKind.PERSON
        for p in e.mentions
        if p.where == span.where and home.span.start <= p.start and p.end <= span.start and not any(s.covers(p) for s in speakers)
    ]
    if not before:
        return frozenset()
    _, e, p = min(before, key=lambda x: (x[0], x[1].name))
    return frozenset({frozenset(words_in(f"{e.name} {p.exact}"))})


def roles(
    span: Span, within: Sequence[tuple[Entity, Span]], small: AbstractSet[str], lexicon: StatementLexicon
) -> frozenset[tuple[str, frozenset[str]]]:
    """Give the words of each name with the content word right before it ("<" and its key), of persons also with the word behind it.

    `small` are the words that the reports of the language write small somewhere: these begin no name ("the Accused A", "the accused B").
    """
    out = set()
    for m in _NAMES.finditer(span.exact):
        start = m.start()
        for w in _WORD.finditer(m[0]):
            if w[0].casefold() not in small:
                break
            start = m.start() + w.end()
        before, name = _WORD.findall(span.exact[max(0, start - NEIGHBOURS) : start]), span.exact[start : m.end()]
        if before and name.strip() and (key := next(iter(lexicon.keys(before[-1])), "")):
            out.add((f"<{key}", frozenset(words_in(name))))
    for e, p in within:
        if e.kind != EntityKind.PERSON:
            continue
        start, person = p.start - span.start, frozenset(words_in(f"{e.name} {p.exact}"))
        before = _WORD.findall(span.exact[max(0, start - NEIGHBOURS) : start])
        behind = _WORD.findall(span.exact[p.end - span.start :][:NEIGHBOURS].casefold())
        out.update((f"<{k}", person) for w in before[-1:] for k in lexicon.keys(w)[:1])
        out.update((f">{w}", person) for w in behind[:1])
    return frozenset(out)


def pieces(text: str) -> frozenset[str]:
    """Give all runs of `PIECE` letters and digits of a text, over its gaps: words that were joined or spelt otherwise share most of them."""
    letters = _BETWEEN.sub("", text.casefold())
    return frozenset(letters[i : i + PIECE] for i in range(len(letters) - PIECE + 1))


def beside(text: str, dated: set[int]) -> frozenset[tuple[str, str]]:
    """Give each number of a clause that is no time with the word before it ("<" and the word) and the word behind it (">" and the word)."""
    tokens = [(m.start(), m[0].casefold()) for m in _TOKEN.finditer(text)]
    out = set()
    for i, (start, token) in enumerate(tokens):
        if token[0].isdigit() and start not in dated:
            out.add((f"<{tokens[i - 1][1] if i else ''}", token))
            out.add((f">{tokens[i + 1][1] if i + 1 < len(tokens) else ''}", token))
    return frozenset(out)


def is_date(t: TimeMention) -> bool:
    """Say whether a time is written as a date, and hangs on no other day."""
    return t.kind == TimeKind.DATE and t.days is not None and t.days.width <= WIDEST and any(c.isdigit() for c in t.span.exact)
