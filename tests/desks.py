"""A desk for the tests: reports, claims and findings made by hand, marked by their words instead of by offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rujuk.model.claim import Claim, Credited, Modality, Place, Polarity, Value
from rujuk.model.dossier import Generator
from rujuk.model.ids import make_id
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import (
    Attribution,
    AttributionKind,
    Credit,
    Entity,
    EntityKind,
    Mod,
    Quantity,
    Sentence,
    SourceKind,
    Speaker,
    TimeKind,
    TimeMention,
)
from rujuk.model.report import Basis, Block, BlockKind, Outlet, Published, Report, report_id
from rujuk.model.span import Days, Span, Where
from rujuk.model.story import (
    Bilingual,
    Estimate,
    Finding,
    HistoryPoint,
    Origin,
    Reason,
    Status,
)

GENERATOR = Generator(name="rujuk", version="0.1.0", packs={"id": "sha256:" + "a1" * 32, "en": "sha256:" + "b2" * 32})


def two(indonesian: str, english: str) -> Bilingual:
    return Bilingual(id=indonesian, en=english)


def on(day: int, last: int | None = None, *, month: int = 6) -> Days:
    return Days(earliest=date(2031, month, day), latest=date(2031, month, last or day))


@dataclass
class Desk:
    """Writes a report and marks in it by their words, not by offsets."""

    outlet: str
    language: str
    day: Days
    title: str
    text: str
    basis: Basis = Basis.METADATA
    url: str | None = None
    domain: str | None = None
    bylines: tuple[str, ...] = ()
    wires: tuple[str, ...] = ()
    clue: str | None = None
    claims: list[Claim] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)

    @property
    def id(self) -> str:
        return report_id(url=self.url, outlet=self.outlet, title=self.title, text=self.text, published=str(self.day))

    def span(self, words: str, where: Where = Where.TEXT) -> Span:
        whole = self.text if where == Where.TEXT else self.title
        start = whole.index(words)
        return Span(start=start, end=start + len(words), exact=words, where=where)

    def says(
        self, name: str, content: str, *, kind: str = "direct", who: SourceKind = SourceKind.PERSON, role: str | None = None,
        medium: str | None = None, via: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        span = self.span(content)
        made = Attribution(
            id=make_id("attribution", self.id, span.start, span.end, kind), kind=AttributionKind(kind), content=span,
            source=Speaker(name=name, kind=who, role=role), medium=medium, via=via,
        )  # fmt: skip
        self.attributions.append(made)
        return made.id

    def claim(
        self, measure: str, evidence: str, best: float | None, *, mod: Mod = Mod.EQUAL, low: float | None = None, high: float | None = None,
        unit: str | None = "person", day: Days | None = None, source: str | None = None, kind: SourceKind = SourceKind.PERSON,
        attribution: str | None = None, where: Where = Where.TEXT, background: bool = False, part: str | None = None,
        polarity: Polarity = Polarity.AFFIRMED, modality: Modality = Modality.ASSERTED, via: tuple[str, ...] = (), carried: bool = False,
    ) -> str:  # fmt: skip
        span = self.span(evidence, where)
        made = Claim(
            id=make_id("claim", self.id, measure, span.where, span.start, span.end), measure=measure, evidence=span,
            value=Value(low=best if low is None else low, best=best, high=best if high is None else high, mod=mod, unit=unit),
            part=part, place=Place(name="Selat Randu"), as_of=day or self.day, polarity=polarity, modality=modality,
            background=background, attribution=attribution, via=via,
            source=Credited(name=source, kind=kind, carried=carried) if source else None,
        )  # fmt: skip
        self.claims.append(made)
        return made.id

    def names(self, kind: EntityKind, name: str, role: str | None = None) -> None:
        spans = tuple(self.span(name) for _ in range(1) if name in self.text)
        self.entities.append(Entity(id=make_id("entity", self.id, name), kind=kind, name=name, role=role, mentions=spans))

    def dated(self, words: str, days: Days) -> None:
        self.times.append(TimeMention(span=self.span(words), kind=TimeKind.DATE, days=days))

    def done(self) -> MarkedReport:
        sentences = [Sentence(span=Span(start=0, end=len(self.title), exact=self.title, where=Where.TITLE), paragraph=-1)]
        blocks: list[Block] = []
        start = 0
        for number, line in enumerate(self.text.split("\n")):
            end = start + len(line)
            kind = BlockKind.CAPTION if line.startswith("Foto:") else BlockKind.BODY
            blocks.append(Block(kind=kind, start=start, end=end))
            for m in re.finditer(r"\S.*?(?:[.!?][”\"]?(?=\s|$)|$)", line):
                span = Span(start=start + m.start(), end=start + m.end(), exact=m.group())
                sentences.append(Sentence(span=span, paragraph=number, kind=kind))
            start = end + 1
        report = Report(
            id=self.id, source=f"samples/{self.outlet.lower().replace(' ', '-')}.html", url=self.url,
            outlet=Outlet(name=self.outlet, domain=self.domain), title=self.title, bylines=self.bylines, language=self.language,
            published=Published(days=self.day, basis=self.basis, clue=self.clue), text=self.text, blocks=tuple(blocks),
        )  # fmt: skip
        return MarkedReport(
            report=report, sentences=tuple(sentences), credits=tuple(Credit(agency=w) for w in self.wires),
            times=tuple(self.times), quantities=tuple(self.quantities), entities=tuple(self.entities),
            attributions=tuple(self.attributions), claims=tuple(self.claims),
        )  # fmt: skip


def finding(
    measure: str, status: Status, question: Bilingual, summary: Bilingual, origins: tuple[Origin, ...], estimate: Estimate | None,
    *, history: tuple[HistoryPoint, ...] = (), reasons: tuple[Reason, ...] = (), **more: Any,
) -> Finding:  # fmt: skip
    claims = tuple(c for o in origins for c in o.claims)
    return Finding(
        id=make_id("finding", measure, claims), measure=measure, question=question, status=status, estimate=estimate, claims=claims,
        origins=origins, history=history, reasons=reasons, summary=summary, place=Place(name="Selat Randu"), **more,
    )  # fmt: skip


def at(days: Days, best: float, *claims: str, superseded: bool = False) -> HistoryPoint:
    return HistoryPoint(as_of=days, low=best, best=best, high=best, claims=claims, superseded=superseded)


def sure(best: float, days: Days, unit: str = "person") -> Estimate:
    return Estimate(low=best, best=best, high=best, unit=unit, as_of=days)
