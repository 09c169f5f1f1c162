"""Agencies and outlets that a report credits with its account."""

from __future__ import annotations

import re
from bisect import bisect_right

from rujuk.lang.agencies import Agencies, load_agencies
from rujuk.lang.base import LanguagePack
from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.chains import cited_in, is_own, own_names
from rujuk.model.marks import Credit, CreditKind, Entity, Layer, Sentence
from rujuk.model.report import BlockKind, Report

_DATELINE = re.compile(r"^.{0,60}?\((?P<name>[^()]{2,30})\)\s*[-–—:]", re.MULTILINE)
_TAG = re.compile(r"[(\[](?P<names>[^()\[\]]{2,40})[)\]]\W*$")
_NEXT = re.compile(r"[ ,]*([\w-]+)")
_SPLIT = re.compile(r"\s*[/,|;]\s*|\s+-+\s*|\s*--+\s*")


def find_credits(report: Report, sentences: Layer[Sentence], entities: Layer[Entity], *, pack: LanguagePack) -> Layer[Credit]:
    """Find whom a report credits with its account: datelines, tags at the end, source lines, bylines, and houses cited in a sentence.

    So does the credit stated beside the text.  The report's own outlet and picture credits are none.  `scope` is `sentence` for houses cited in one,
    `report` for the rest.  Ordered by place; a credit without one (a byline's) comes first.  Each house is given once, by its widest scope.
    """
    lexicon = pack.lexicon(SpeechLexicon)
    agencies = load_agencies()
    own = own_names(report) | _self_named(report, agencies)
    text = report.text
    found: dict[str, Credit] = {}

    def add(name: str, start: int, end: int, scope: str, *, placed: bool = True) -> None:
        house = agencies.named(name)
        name = house.name if house else name
        if is_own(name, house, own) or len(name) < 2:
            return
        have = found.get(name)
        if have is not None and (have.scope == "report" or scope == "sentence"):
            return
        kind = CreditKind.WIRE if house is not None and house.wire else CreditKind.OUTLET
        found[name] = Credit(agency=name, kind=kind, span=report.piece(start, end) if placed else None, scope=scope)

    for byline in report.bylines:
        for part in _SPLIT.split(byline):
            if agencies.named(part.strip()) is not None:
                add(part.strip(), 0, 0, "report", placed=False)
    if report.stated_credit:
        add(report.stated_credit.strip(), 0, 0, "report", placed=False)
    lines = list(re.finditer(r"[^\n]*[^\s][^\n]*", text))
    for m in lines[:2]:
        d = _DATELINE.match(m[0])
        if d and agencies.named(d["name"].strip()):
            add(d["name"].strip(), m.start() + d.start("name"), m.start() + d.end("name"), "report")
    for m in lines[-4:]:
        t = _TAG.search(m[0])
        if t and not agencies.picture.search(t["names"]):
            for part in _SPLIT.split(t["names"]):
                if agencies.named(part):
                    at = m.start() + t.start("names") + t["names"].find(part)
                    add(part, at, at + len(part), "report")
    for m in lexicon.article.finditer(text):
        if agencies.named(m["name"]) is not None:
            add(m["name"], m.start("name"), m.end("name"), "sentence")
    for m in lines:
        label = lexicon.label.match(m[0])
        if label and len(m[0]) < 80:
            for h in agencies.find(m[0]):
                add(h[0], m.start() + h.start(), m.start() + h.end(), "report")
    starts = [s.span.start for s in sentences if s.span.where == "text"]
    captions = {n for n, s in enumerate(s for s in sentences if s.span.where == "text") if s.kind == BlockKind.CAPTION}
    far: set[str] = set()
    # who is told something under a name that only its article makes an outlet's is most often the report's own
    cited = [
        (bisect_right(starts, start) - 1, start, end, name, wire)
        for start, end, name, house, wire in cited_in(text, lexicon)
        if wire or house is not None or not name.startswith(agencies.articles)
    ]
    wired = {n for n, _, _, _, wire in cited if wire and n not in captions}
    direct = {(n, name) for n, _, _, name, _ in cited}
    for h in agencies.find(text):
        n = bisect_right(starts, h.start()) - 1
        # where a sentence names whom it took over, others in it are farther off in the chain, there and later on
        if n in wired and (n, agencies.houses[h[0]].name) not in direct:
            far.add(agencies.houses[h[0]].name)
    for n, start, end, name, _ in sorted(cited):
        if n not in captions and name not in far:
            add(name, start, end, "sentence")
    for h in agencies.find(text):
        n = bisect_right(starts, h.start()) - 1
        if n not in wired and n not in captions and _reports(text, h, lexicon) and agencies.houses[h[0]].name not in far:
            add(h[0], h.start(), h.end(), "sentence")
    return tuple(sorted(found.values(), key=lambda c: (c.span is not None, c.span.start if c.span else 0, c.agency)))


def _reports(text: str, house: re.Match[str], lexicon: SpeechLexicon) -> bool:
    """Say whether a verb of saying follows a house's name, or a noun of record stands before it: "AP reported", "laporan AFP"."""
    if house.start() and text[house.start() - 1].isupper():
        return False
    word = _NEXT.match(text, house.end())
    if word and any(c.frame in ("say", "careful", "show") for c in lexicon.cues.get(word[1].casefold(), ())):
        return True
    before = text[max(0, house.start() - 40) : house.start()].rsplit("\n", 1)[-1].casefold()
    records = lexicon.sets["records"]
    return any(w in records for w in before.split()[-3:]) or before.rstrip().endswith(
        tuple(sorted(r for r in records if len(r) > 5))
    )


def _self_named(report: Report, agencies: Agencies) -> frozenset[str]:
    """Where no outlet is known: the house that the first line names as its own ("TEMPO.CO, Jakarta -")."""
    if report.outlet is not None:
        return frozenset()
    m = re.match(r"\W*(?:[A-Z][\w ]{2,20}, )?(?P<name>[A-Z][\w. ]{2,24}?)(?:,[^\n]{2,30}?)?\s*[-–—]{1,2}\s*", report.text)
    house = agencies.named(m["name"].strip()) if m else None
    return frozenset({re.sub(r"[\W_]+", "", house.name.casefold())}) if house is not None and not house.wire else frozenset()
