"""A claim with what its report knows around it: the sentence, its content, when it was said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rujuk.lang.amounts import AmountLexicon
from rujuk.lang.base import LanguagePack, load_pack
from rujuk.lang.bodies import BodyLexicon
from rujuk.lang.courses import CourseLexicon
from rujuk.lang.statements import StatementLexicon
from rujuk.model.claim import Claim, ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Sentence
from rujuk.model.span import Days, Span, Where
from rujuk.reconcile.nests import find_nests

TITLE = 60
"""How many characters of a headline stand for a report without an outlet."""
_CLOCK = re.compile(r"T\d\d:(\d\d)")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


TOTAL = 5.0
"""From so many times on, a figure is the total beside which another counts some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """A claim in its setting.

    `content` are the keys of the sentence's content words, `nouns` those of what is counted, `parts` those of the part; `actors` are services and ministries that the
    sentence names.  `paragraph` is -1 in
    the headline.  `said` are the days on which the report was published, `clock` its sharpest time where known.
    """

    claim: Claim
    report: str
    outlet: str
    sentence: str
    content: frozenset[str]
    names: frozenset[str]
    nouns: frozenset[str]
    parts: frozenset[str]
    actors: frozenset[str]
    placed: bool
    """The sentence itself names the place; else it was inferred from what stands around."""
    paragraph: int
    lead: bool
    said: Days | None
    clock: datetime | None
    correction: bool
    earlier: bool
    growth: bool
    language: str = ""
    """The language of the report."""
    kinds: frozenset[str] = frozenset()
    """What an amount is: a fine, a loss, aid; what people are aboard of; how badly they are hurt."""
    graded: bool = False
    """The kind tells how badly: those are a part of all whom the measure counts."""
    spans: bool = False
    """The figure counts over days or years: "since the war began"."""
    including: bool = False
    """Who did it is counted with those who suffered it."""
    excluding: bool = False
    """The sentence says that who did it is not counted."""
    struck: tuple[date, int] | None = None
    """Day and minute of the hour at which the sentence says that it happened; the minute is the same in every time zone."""
    few: bool = False
    """The report gives a far larger figure of the same measure: these may be some of those."""
    joined: bool = False
    """A word right before an amount adds it to another."""

    @property
    def previous(self) -> bool:
        """Say whether the report gives the figure as one that another took the place of: "from 47 to 45"."""
        return self.claim.rule.endswith(".previous")

    @property
    def vague(self) -> bool:
        """Say whether it is a word and no number."""
        return self.claim.value is None or self.claim.value.best is None

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def outlet_missing(self) -> bool:
        """Say whether the report names no outlet, so that its headline stands for it."""
        return self.outlet.startswith("“")

    @property
    def as_of(self) -> Days | None:
        """The days that the figure holds for: its own, else those of publication."""
        return self.claim.as_of or self.said

    @property
    def rank(self) -> tuple[int, int]:
        """Where in the report it stands: headline first."""
        return (self.paragraph, self.claim.evidence.start)


def gather(reports: Sequence[MarkedReport], kind: ClaimKind) -> list[Datum]:
    """Give every claim of a kind with its setting, in order of report and place."""
    out: list[Datum] = []
    nests = find_nests(reports)
    for marked in sorted(reports, key=lambda m: m.report.id):
        pack = load_pack(marked.report.language)
        first = min((s.paragraph for s in marked.sentences if s.paragraph >= 0), default=0)
        for claim in sorted(marked.claims, key=lambda c: (c.evidence.where != Where.TITLE, c.evidence.start, c.id)):
            if claim.kind == kind:
                out.append(_datum(marked, replace(claim, place=nests.settle(claim.place)), pack, first))
    return _all_hit(_beside_totals(out))


def _beside_totals(data: Sequence[Datum]) -> list[Datum]:
    """Mark the figures beside which their own report gives a far larger one of the same measure: some of those who are counted there, perhaps."""
    largest: dict[tuple[str, str | None], float] = {}
    for d in data:
        if d.claim.value is not None and not d.claim.background:
            key = (d.report, d.claim.measure)
            largest[key] = max(largest.get(key, 0.0), d.claim.value.best or d.claim.value.low or 0.0)
    return [
        replace(d, few=True)
        if (v := d.claim.value) is not None and v.best and largest.get((d.report, d.claim.measure), 0.0) >= TOTAL * v.best
        else d
        for d in data
    ]


def _all_hit(data: Sequence[Datum]) -> list[Datum]:
    """Mark figures of hurt people that are the sum of the dead and the hurt of their own report: they count all who were hit, "the three victims"."""
    told: dict[tuple[str, str | None], set[float]] = defaultdict(set)
    for d in data:
        if d.claim.value is not None and d.claim.value.best and not (d.claim.background or d.claim.part):
            told[d.report, d.claim.measure].add(d.claim.value.best)
    out = []
    for d in data:
        if d.claim.measure == "injured" and not d.graded and d.claim.value is not None and d.claim.value.best:
            hurt, dead = told[d.report, "injured"], told[d.report, "killed"]
            if any(d.claim.value.best - dead_ in hurt for dead_ in dead):
                d = replace(d, kinds=frozenset({"struck"}), graded=True)
        out.append(d)
    return out


def sentence_of(marked: MarkedReport, span: Span) -> Sentence | None:
    """Find the sentence in which a span begins."""
    for s in marked.sentences:
        if s.span.where == span.where and s.span.start <= span.start < s.span.end:
            return s
    return None


def outlet_of(marked: MarkedReport) -> str:
    """Name the house that published a report: its name, else its domain, else the report by its headline."""
    outlet = marked.report.outlet
    named = (outlet.name or outlet.domain) if outlet else None
    if named:
        return named
    title = marked.report.title or marked.report.text
    return f"“{title[:TITLE].strip()}…”" if len(title) > TITLE else f"“{title.strip()}”"


def _datum(marked: MarkedReport, claim: Claim, pack: LanguagePack | None, first: int) -> Datum:
    sentence = sentence_of(marked, claim.evidence)
    text = sentence.span.exact if sentence else claim.evidence.exact
    paragraph = -1 if claim.evidence.where == Where.TITLE else sentence.paragraph if sentence else 0
    words = pack.lexicon(StatementLexicon) if pack else None
    course = pack.lexicon(CourseLexicon) if pack else None
    published = marked.report.published
    grade = _grade(claim, sentence, pack)
    return Datum(
        claim=claim,
        report=marked.report.id,
        language=marked.report.language,
        outlet=outlet_of(marked),
        sentence=text,
        content=frozenset(words.keys(text)) if words else frozenset(),
        names=frozenset(n.casefold() for n in _NAME.findall(text)),
        nouns=frozenset(words.keys(claim.counted)) if words and claim.counted else frozenset(),
        parts=frozenset(words.keys(claim.part)) if words and claim.part else frozenset(),
        actors=pack.lexicon(BodyLexicon).actors(text) if pack else frozenset(),
        placed=claim.place is not None and _names(text, claim.place.name),
        paragraph=paragraph,
        lead=paragraph <= first + 1,
        said=published.days if published else None,
        clock=_clock(published.local if published else None),
        correction=bool(course and course.correction.search(text)),
        earlier=bool(course and course.earlier.search(text)),
        growth=bool(course and course.growth.search(text)),
        kinds=grade or _kinds(claim, sentence, pack),
        graded=bool(grade),
        spans=bool(course) and _spans(marked, claim, sentence, course),
        including=bool(course and course.including.search(text)),
        excluding=bool(course and course.excluding.search(text)),
        struck=_struck(marked, claim, sentence),
        joined=_added(claim, sentence, pack),
    )


def _spans(marked: MarkedReport, claim: Claim, sentence: Sentence | None, course: CourseLexicon | None) -> bool:
    """Say whether a word for a span of time stands nearer to a figure than to any other of its sentence."""
    if sentence is None or course is None:
        return False
    beside = [
        c.evidence
        for c in marked.claims
        if c.evidence.where == claim.evidence.where
        and sentence.span.start <= c.evidence.start < sentence.span.end
        and c.value is not None
    ]
    at = sentence.span.start
    if claim.value is None:
        return False
    for m in course.span.finditer(sentence.span.exact):
        near = min(max(e.start - at - m.end(), m.start() - (e.end - at), 0) for e in beside)
        mine = max(claim.evidence.start - at - m.end(), m.start() - (claim.evidence.end - at), 0)
        if mine <= near:
            return True
    return False


def _struck(marked: MarkedReport, claim: Claim, sentence: Sentence | None) -> tuple[date, int] | None:
    """Give day and minute of the clock time that stands last before a figure in its sentence, else of the first behind it."""
    if sentence is None:
        return None
    found = []
    for t in marked.times:
        at = _CLOCK.search(t.value or "")
        if at and t.days and t.span.where == claim.evidence.where and sentence.span.start <= t.span.start < sentence.span.end:
            found.append((t.span.start, t.days.earliest, int(at[1])))
    before = [x for x in found if x[0] < claim.evidence.end]
    near = max(before) if before else min(found) if found else None
    return near[1:] if near else None


def _kinds(claim: Claim, sentence: Sentence | None, pack: LanguagePack | None) -> frozenset[str]:
    """Name what an amount is by the words closest to it in its sentence: those before it first, then those behind."""
    if claim.measure is None or sentence is None or pack is None:
        return frozenset()
    at = claim.evidence.start - sentence.span.start
    return pack.lexicon(AmountLexicon).kinds(claim.measure, sentence.span.exact, at, at + len(claim.evidence.exact))


def _grade(claim: Claim, sentence: Sentence | None, pack: LanguagePack | None) -> frozenset[str]:
    """Name how badly those are hit whom a figure counts, by its own words."""
    if claim.measure is None or sentence is None or pack is None:
        return frozenset()
    at = claim.evidence.start - sentence.span.start
    return pack.lexicon(AmountLexicon).grade(claim.measure, sentence.span.exact, at, at + len(claim.evidence.exact))


def _added(claim: Claim, sentence: Sentence | None, pack: LanguagePack | None) -> bool:
    """Say whether a word of adding stands right before an amount."""
    if claim.measure != "money" or sentence is None or pack is None:
        return False
    at = claim.evidence.start - sentence.span.start
    return bool(pack.lexicon(AmountLexicon).joins.search(sentence.span.exact[max(0, at - 12) : at]))


def _names(text: str, place: str) -> bool:
    """Say whether a text names a place, by a telling word of its name."""
    low = text.casefold()
    return place.casefold() in low or any(w.casefold() in low for w in place.split() if len(w) >= 5)


def _clock(local: str | None) -> datetime | None:
    """Read a publication time that has an hour; None for a bare day or for a time without offset."""
    if not local or "T" not in local:
        return None
    try:
        at = datetime.fromisoformat(local)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None
