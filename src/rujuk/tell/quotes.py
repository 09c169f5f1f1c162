"""The quotes board: each utterance once, by speaker, with the reports that carry it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, SourceKind
from rujuk.model.report import Report
from rujuk.tell.speakers import speaker_names

SAME = 0.7
"""Share of the shorter quote's words that stand in the other, in runs of three, from which two quotes are one utterance.
Set by eye on quotes that two papers cut or translate differently: below it other sentences of one speech come in."""

MOST = 160
"""Most quotes on the board of one story; the others stand marked in the reports."""

SHOWN = 4
"""Quotes of one speaker that are shown at once."""

_WORD = re.compile(r"\w+")


@dataclass(slots=True, kw_only=True)
class QuoteView:
    """An utterance: its fullest wording and all reports that carry it."""

    text: str
    kind: AttributionKind
    language: str
    medium: str | None
    via: tuple[str, ...]
    reports: list[Report] = field(default_factory=list)
    words: frozenset[tuple[str, ...]] = frozenset()


@dataclass(slots=True, kw_only=True)
class SpeakerView:
    """A speaker with what he or she said; `shown` first, `more` one step away."""

    name: str
    kind: SourceKind
    role: str | None
    quotes: list[QuoteView] = field(default_factory=list)

    @property
    def shown(self) -> list[QuoteView]:
        return self.quotes[:SHOWN]

    @property
    def more(self) -> list[QuoteView]:
        return self.quotes[SHOWN:]

    @property
    def reports(self) -> int:
        return len({r.id for q in self.quotes for r in q.reports})


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The speakers of a story, those heard in most reports first; `rest` counts the quotes that found no room."""

    speakers: tuple[SpeakerView, ...]
    rest: int


def quotes_board(reports: Sequence[MarkedReport]) -> Board:
    """Gather the attributions of a story's reports by speaker; quotes whose speaker is not known are left to the reports."""
    names = speaker_names(reports)
    speakers: dict[str, SpeakerView] = {}
    for marked in reports:
        for attribution in marked.attributions:
            if attribution.source is None or not attribution.content.exact.strip():
                continue
            name = names.get(attribution.source.name, attribution.source.name)
            key = name.casefold()
            if key not in speakers:
                speakers[key] = SpeakerView(name=name, kind=attribution.source.kind, role=None)
            speaker = speakers[key]
            speaker.role = speaker.role or attribution.source.role or _role(marked, attribution)
            _add(speaker, attribution, marked.report)
    total = sum(len(s.quotes) for s in speakers.values())
    ordered = sorted(speakers.values(), key=_standing)
    left = MOST
    kept = []
    for speaker in ordered:
        speaker.quotes.sort(key=lambda q: (q.kind != AttributionKind.DIRECT, -len(q.reports), -len(q.text), q.text))
        speaker.quotes = speaker.quotes[: min(left, 24)]
        left -= len(speaker.quotes)
        if speaker.quotes:
            kept.append(speaker)
    return Board(speakers=tuple(kept), rest=total - sum(len(s.quotes) for s in kept))


def _standing(speaker: SpeakerView) -> tuple[bool, int, int, str]:
    direct = sum(q.kind == AttributionKind.DIRECT for q in speaker.quotes)
    return (speaker.kind == SourceKind.ANONYMOUS, -speaker.reports, -direct, speaker.name)


def _role(marked: MarkedReport, attribution: Attribution) -> str | None:
    entity = attribution.source.entity if attribution.source else None
    return next((e.role for e in marked.entities if e.id == entity and e.role), None)


def _add(speaker: SpeakerView, attribution: Attribution, report: Report) -> None:
    words = tuple(w.casefold() for w in _WORD.findall(attribution.content.exact))
    runs = frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset([words])
    for quote in speaker.quotes:
        if quote.kind == attribution.kind and len(runs & quote.words) >= SAME * min(len(runs), len(quote.words)):
            if report not in quote.reports:
                quote.reports.append(report)
            if len(runs) > len(quote.words):
                quote.text, quote.words, quote.language = attribution.content.exact, runs, report.language
            return
    speaker.quotes.append(
        QuoteView(
            text=attribution.content.exact,
            kind=attribution.kind,
            language=report.language,
            medium=attribution.medium,
            via=attribution.via,
            reports=[report],
            words=runs,
        )
    )
