"""The marks of a report as lines of text, sentence by sentence, each with the rule, model or list that made it."""

from __future__ import annotations

from collections.abc import Iterator

from rujuk.model.claim import Claim
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Attribution, Entity, Quantity, TimeMention
from rujuk.model.span import Span, Where

TAGGER = "model names.crfsuite"
GAZETTEER = "gazetteer"
LAYERS = ("time", "quantity", "name", "credit", "quote", "claim")
"""What a line may be about, in the order in which marks of one place are shown."""


def explain_marks(marked: MarkedReport) -> Iterator[str]:
    """Give a report's marks as lines: a head line, each sentence with its place, and under it its marks and what made each.

    A mark is shown under the sentence in which it begins; its place counts code points of the text, or of the title (`title:`).
    """
    report = marked.report
    day = report.published.days if report.published else None
    yield f"{report.id}  language {report.language}  published {f'{day.earliest}..{day.latest}' if day else 'not known'}"
    rows = sorted(_rows(marked), key=lambda r: (r[0].start, LAYERS.index(r[1]), -r[0].end, r[2], r[3]))
    for s in marked.sentences:
        yield ""
        yield f"{_place(s.span)} {_one_line(s.span.exact)}"
        for span, layer, value, rule in rows:
            if span.where == s.span.where and s.span.start <= span.start < s.span.end:
                yield f"    {layer:8}  {_one_line(span.exact)!r} {_place(span)}  {value}  <- {rule or 'no rule named'}"


def _rows(m: MarkedReport) -> Iterator[tuple[Span, str, str, str]]:
    for t in m.times:
        yield t.span, "time", _time(t), t.rule
    for q in m.quantities:
        yield q.span, "quantity", _quantity(q), q.rule
    for e in m.entities:
        for span in e.mentions:
            yield span, "name", _entity(e), f"{TAGGER}, {GAZETTEER}" if e.place else TAGGER
    for c in m.credits:
        if c.span is not None:
            yield c.span, "credit", f"{c.kind} {c.agency} ({c.scope})", "list agencies.toml"
    for a in m.attributions:
        yield a.content, "quote", _attribution(a), a.rule
    for claim in m.claims:
        yield claim.evidence, "claim", _claim(claim), claim.rule


def _time(t: TimeMention) -> str:
    days = f" {t.days.earliest}..{t.days.latest}" if t.days else ""
    return f"{t.kind} {t.value or '-'}{days}"


def _quantity(q: Quantity) -> str:
    value = f"{q.best:g}" if q.best is not None else f"{q.low}..{q.high}"
    return " ".join(x for x in (str(q.kind), value, str(q.mod), q.unit or "", q.noun or "") if x)


def _entity(e: Entity) -> str:
    return " ".join(x for x in (f"{e.kind} {e.name!r}", e.role or "", e.place or "") if x)


def _attribution(a: Attribution) -> str:
    source = f"{a.source.kind} {a.source.name!r}" if a.source else "no source"
    cue = f" cue {a.cue.exact!r}" if a.cue else ""
    via = f" via {', '.join(a.via)}" if a.via else ""
    return f"{a.kind} {source}{cue}{f' medium {a.medium}' if a.medium else ''}{via}"


def _claim(c: Claim) -> str:
    value = ""
    if c.value is not None:
        value = (
            f" {c.value.best:g} {c.value.mod}" if c.value.best is not None else f" {c.value.low}..{c.value.high} {c.value.mod}"
        )
    flags = [
        str(c.polarity),
        str(c.modality),
        *(["background"] if c.background else []),
        *([f"part {c.part!r}"] if c.part else []),
    ]
    whose = f" by {c.source.name!r}" if c.source else ""
    where = f" at {c.place.name!r}" if c.place else ""
    return f"{c.measure or c.kind}{value}{where}{whose} ({', '.join(flags)})"


def _place(span: Span) -> str:
    return f"[{'title:' if span.where == Where.TITLE else ''}{span.start}-{span.end}]"


def _one_line(text: str) -> str:
    return " ".join(text.split())
