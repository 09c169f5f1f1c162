"""The quotes board: each utterance once, by speaker, with the reports that carry it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rujuk.lang.base import load_pack
from rujuk.lang.statements import StatementLexicon
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, AttributionKind, SourceKind
from rujuk.model.report import Report
from rujuk.model.story import Finding
from rujuk.tell.speakers import speaker_names
from rujuk.tell.translated import Sense, Wording, one_utterance, opposed, sense_of, worded_alike, wording_of
from rujuk.tell.turns import Turn, speaker_turns

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
    """An utterance: its fullest wording, where that stands, and all reports that carry it; `others` are its wordings in other languages."""

    text: str
    said: Attribution
    home: MarkedReport
    kind: AttributionKind
    language: str
    medium: str | None
    via: tuple[str, ...]
    reports: list[Report] = field(default_factory=list)
    carried: list[tuple[Report, Attribution]] = field(default_factory=list)
    words: frozenset[tuple[str, ...]] = frozenset()
    others: list[QuoteView] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SpeakerView:
    """A speaker with what he or she said; `shown` first, `more` one step away."""

    name: str
    kind: SourceKind
    role: str | None
    quotes: list[QuoteView] = field(default_factory=list)
    turns: tuple[Turn, ...] = ()
    """Where the speaker says otherwise than before."""

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


def quotes_board(reports: Sequence[MarkedReport], findings: Sequence[Finding] = ()) -> Board:
    """Gather the attributions of a story's reports by speaker; quotes whose speaker is not known are left to the reports.

    With the story's findings, speakers who say otherwise than before carry those turns.
    """
    names = speaker_names(reports)
    turns = speaker_turns(reports, findings, names)
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
            _add(speaker, attribution, marked)
    for speaker in speakers.values():
        speaker.quotes = _across_languages(_within_language(speaker.quotes))
    total = sum(len(s.quotes) for s in speakers.values())
    ordered = sorted(speakers.values(), key=_standing)
    left = MOST
    kept = []
    for speaker in ordered:
        speaker.quotes.sort(key=lambda q: (q.kind != AttributionKind.DIRECT, -len(q.reports), -len(q.text), q.text))
        speaker.quotes = speaker.quotes[: min(left, 24)]
        left -= len(speaker.quotes)
        speaker.turns = turns.get(speaker.name.casefold(), ())
        if speaker.quotes:
            kept.append(speaker)
    return Board(speakers=tuple(kept), rest=total - sum(len(s.quotes) for s in kept))


def _standing(speaker: SpeakerView) -> tuple[bool, int, int, str]:
    direct = sum(q.kind == AttributionKind.DIRECT for q in speaker.quotes)
    return (speaker.kind == SourceKind.ANONYMOUS, -speaker.reports, -direct, speaker.name)


def _role(marked: MarkedReport, attribution: Attribution) -> str | None:
    entity = attribution.source.entity if attribution.source else None
    return next((e.role for e in marked.entities if e.id == entity and e.role), None)


def _add(speaker: SpeakerView, attribution: Attribution, marked: MarkedReport) -> None:
    report, text = marked.report, _wording(marked, attribution)
    words = tuple(w.casefold() for w in _WORD.findall(text))
    runs = frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset([words])
    for quote in speaker.quotes:
        alike = quote.kind == attribution.kind and len(runs & quote.words) >= SAME * min(len(runs), len(quote.words))
        if alike and (_cut(quote.text, text) or not opposed(report.language, quote.text, text)):
            if report not in quote.reports:
                quote.reports.append(report)
                quote.carried.append((report, attribution))
            if len(runs) > len(quote.words):
                quote.text, quote.words, quote.language = text, runs, report.language
                quote.said, quote.home = attribution, marked
            return
    speaker.quotes.append(
        QuoteView(
            text=text,
            said=attribution,
            home=marked,
            kind=attribution.kind,
            language=report.language,
            medium=attribution.medium,
            via=attribution.via,
            reports=[report],
            carried=[(report, attribution)],
            words=runs,
        )
    )


def _cut(one: str, other: str) -> bool:
    """Say whether one wording is the other, cut short."""
    short, long = sorted((one, other), key=len)
    return short.strip(' .,”“"') in long


def _wording(marked: MarkedReport, attribution: Attribution) -> str:
    """Give the words of a quote; of reported speech without a dateline that stands before it."""
    text = attribution.content.exact.strip()
    pack = load_pack(marked.report.language)
    if pack is None or attribution.kind == AttributionKind.DIRECT:
        return text
    start, _ = pack.lexicon(StatementLexicon).core(text)
    return text[start:] or text


def _within_language(quotes: list[QuoteView]) -> list[QuoteView]:
    """Put an utterance together that two papers of one language translated from a third, each in its own words."""
    out: list[tuple[QuoteView, Wording]] = []
    for quote in sorted(quotes, key=lambda q: (-len(q.text), q.text)):
        mine = wording_of(quote.home, quote.said)
        same = next((q for q, w in out if worded_alike(w, mine) and _in_both(q, quote)), None)
        if same is None:
            out.append((quote, mine))
            continue
        for report, said in quote.carried:
            if report not in same.reports:
                same.reports.append(report)
                same.carried.append((report, said))
    return [q for q, _ in out]


def _in_both(a: QuoteView, b: QuoteView) -> bool:
    if a.kind != b.kind or a.language != b.language or {r.id for r in a.reports} & {r.id for r in b.reports}:
        return False
    return not opposed(a.language, a.text, b.text)


def _across_languages(quotes: list[QuoteView]) -> list[QuoteView]:
    """Put the wordings of one utterance in several languages together, the one in most reports first; both stay to be read."""
    if len({q.language for q in quotes}) < 2:
        return quotes
    senses: list[tuple[QuoteView, Sense]] = []
    out: list[QuoteView] = []
    for quote in sorted(quotes, key=lambda q: (-len(q.reports), -len(q.text), q.text)):
        sense = sense_of(quote.home, quote.said)
        same = next((q for q, s in senses if sense and _translates(q, quote) and one_utterance(s, sense)), None)
        if same is not None:
            same.others.append(quote)
            same.reports.extend(r for r in quote.reports if r not in same.reports)
            continue
        out.append(quote)
        if sense is not None:
            senses.append((quote, sense))
    return out


def _translates(main: QuoteView, other: QuoteView) -> bool:
    return main.kind == other.kind and other.language not in {main.language, *(q.language for q in main.others)}
