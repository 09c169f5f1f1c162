"""Nouns built by hand for the figures' tests: a report from its text, with the marks the test names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pytest

from rujuk.claim.clause import Clause, read_clause
from rujuk.claim.figures import find_figures
from rujuk.claim.measures import load_catalog
from rujuk.lang.base import load_pack
from rujuk.lang.figures import FigureLexicon
from rujuk.model.claim import Claim
from rujuk.model.marks import (
    Attribution,
    AttributionKind,
    Entity,
    EntityKind,
    Mod,
    Quantity,
    QuantityKind,
    Sentence,
    SourceKind,
    Speaker,
    TimeKind,
    TimeMention,
)
from rujuk.model.report import Basis, Published, Report
from rujuk.model.span import Days, Span, Where


@dataclass
class Page:
    """A report under construction; every mark is found by its words (the nth time they stand there)."""

    lines: list[str]
    language: str = "en"
    title: str | None = None
    published: str | None = None
    numbers: list[Quantity] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    said: list[Attribution] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def span(self, words: str, nth: int = 1, *, title: bool = False) -> Span:
        text = (self.title or "") if title else self.text
        at = -1
        for _ in range(nth):
            at = text.index(words, at + 1)
        return Span(start=at, end=at + len(words), exact=words, where=Where.TITLE if title else Where.TEXT)

    def number(
        self, words: str, best: float | None = None, *, nth: int = 1, low: float | None = None, high: float | None = None,
        unit: str | None = None, kind: QuantityKind = QuantityKind.COUNT, mod: Mod = Mod.EQUAL, title: bool = False,
    ) -> Page:  # fmt: skip
        span = self.span(words, nth, title=title)
        self.numbers.append(Quantity(span=span, low=best if low is None else low, best=best, high=best if high is None else high,
                                     unit=unit, kind=kind, mod=mod))  # fmt: skip
        return self

    def day(self, words: str, first: str, last: str | None = None) -> Page:
        days = Days(earliest=date.fromisoformat(first), latest=date.fromisoformat(last or first))
        self.times.append(TimeMention(span=self.span(words), kind=TimeKind.DATE, days=days))
        return self

    def unresolved(self, words: str) -> Page:
        self.times.append(TimeMention(span=self.span(words), kind=TimeKind.DATE, days=None))
        return self

    def place(self, name: str, *, id: str | None = None, within: tuple[str, ...] = (), title: bool = False) -> Page:
        text, spans = self.text, []
        at = text.find(name)
        while at >= 0:
            spans.append(Span(start=at, end=at + len(name), exact=name))
            at = text.find(name, at + 1)
        if title:
            spans.insert(0, self.span(name, title=True))
        self.entities.append(
            Entity(id=f"place:{name}", kind=EntityKind.PLACE, name=name, mentions=tuple(spans), place=id, within=within)
        )
        return self

    def quote(self, content: str, source: str | None) -> Page:
        speaker = Speaker(name=source, kind=SourceKind.PERSON) if source else None
        self.said.append(
            Attribution(
                id=f"attribution:{len(self.said)}", kind=AttributionKind.INDIRECT, content=self.span(content), source=speaker
            )
        )
        return self

    def said_by(self, content: str, *, cue: str, source: str) -> Page:
        speaker = Speaker(name=source, kind=SourceKind.PERSON, span=self.span(source))
        self.said.append(
            Attribution(
                id=f"attribution:{len(self.said)}", kind=AttributionKind.INDIRECT, content=self.span(content), cue=self.span(cue),
                source=speaker,
            )
        )  # fmt: skip
        return self

    def person(self, name: str, mention: str | None = None) -> Page:
        spans = (self.span(mention),) if mention else ()
        self.entities.append(Entity(id=f"person:{name}", kind=EntityKind.PERSON, name=name, mentions=spans))
        return self

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        out, at = [], 0
        if self.title:
            out.append(Sentence(span=Span(start=0, end=len(self.title), exact=self.title, where=Where.TITLE), paragraph=-1))
        for n, line in enumerate(self.lines):
            start = at
            for piece in line.split(". "):
                end = min(start + len(piece) + 1, at + len(line))
                out.append(Sentence(span=Span(start=start, end=end, exact=self.text[start:end]), paragraph=n))
                start += len(piece) + 2
            at += len(line) + 1
        return tuple(out)

    @property
    def report(self) -> Report:
        published = None
        if self.published:
            published = Published(days=Days.on(date.fromisoformat(self.published)), basis=Basis.METADATA)
        return Report(
            id="report:test", source="test", language=self.language, title=self.title, text=self.text, published=published
        )

    def figures(self) -> tuple[Claim, ...]:
        pack = load_pack(self.language)
        assert pack is not None
        numbers = sorted(self.numbers, key=lambda q: (q.span.where != Where.TITLE, q.span.start))
        return find_figures(
            self.report, self.sentences, tuple(self.times), tuple(numbers), tuple(self.entities), (), tuple(self.said),
            pack=pack, catalog=load_catalog(),
        )  # fmt: skip

    def clause(self) -> Clause:
        return read_clause(self.sentences[0], self.numbers, [], self.lexicon)

    @property
    def lexicon(self) -> FigureLexicon:
        pack = load_pack(self.language)
        assert pack is not None
        return pack.lexicon(FigureLexicon)


@pytest.fixture
def page() -> Callable[..., Page]:
    def make(*lines: str, language: str = "en", title: str | None = None, published: str | None = None) -> Page:
        return Page(list(lines), language=language, title=title, published=published)

    return make
