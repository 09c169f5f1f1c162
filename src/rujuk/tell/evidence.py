"""The words behind a claim: its sentence with the evidence marked, and the whole text with all marks.

Marks overlap and cross each other, mark-up cannot; so a text is cut at every border of a mark, and each piece carries the
kinds of all marks over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.model.claim import Claim, ClaimKind
from rujuk.model.marked import MarkedReport
from rujuk.model.marks import AttributionKind
from rujuk.model.report import BlockKind
from rujuk.model.span import Span, Where

LONGEST = 420
"""A sentence of more characters is shown as the part around its evidence.  Set by eye: four lines of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A sentence cut into what stands before the evidence, the evidence, and what stands after."""

    before: str
    mark: str
    after: str
    title: bool = False

    @property
    def whole(self) -> str:
        return self.before + self.mark + self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A piece of text to be marked; `anchor` is the id it gets and `link` what it leads to, where it has one."""

    start: int
    end: int
    kind: str
    anchor: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks; `kinds` are one-letter names, sorted."""

    text: str
    kinds: str = ""
    anchors: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of a report."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def sentence_of(marked: MarkedReport, span: Span) -> Quoted:
    """Find the sentence around a span and cut it at the span; without sentence marks, the line around it."""
    text = marked.report.text if span.where == Where.TEXT else marked.report.title or ""
    around = [s.span for s in marked.sentences if s.span.overlaps(span)]
    if around:
        start, end = min(s.start for s in around), max(s.end for s in around)
    else:
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
    start, end = min(start, span.start), max(end, span.end)
    before, after = text[start : span.start].lstrip(), text[span.end : end].rstrip()
    room = max(0, LONGEST - len(span))
    if len(before) + len(after) > room:
        before, after = _shorten(before, after, room)
    return Quoted(before=before, mark=text[span.start : span.end], after=after, title=span.where == Where.TITLE)


def _shorten(before: str, after: str, room: int) -> tuple[str, str]:
    half = room // 2
    left = max(half, room - len(after))
    right = max(half, room - len(before))
    if len(before) > left:
        before = "… " + before[-left:].split(" ", 1)[-1]
    if len(after) > right:
        after = after[:right].rsplit(" ", 1)[0] + " …"
    return before, after


def short(name: str) -> str:
    """Give an id's digest, which is unique in a page beside its kind."""
    return name.partition(":")[2] or name


def marks_of(marked: MarkedReport, where: Where, used: dict[str, str]) -> list[Mark]:
    """List all marks of the text or title; `used` maps claims to the findings they belong to, and holds the quotes told elsewhere."""
    out: list[Mark] = []

    def add(spans: Iterable[Span | None], kind: str) -> None:
        out.extend(Mark(start=s.start, end=s.end, kind=kind) for s in spans if s is not None and s.where == where)

    add((e for entity in marked.entities for e in entity.mentions), "w")
    add((t.span for t in marked.times), "t")
    add((q.span for q in marked.quantities), "n")
    for a in marked.attributions:
        if a.content.where == where:
            anchor = f"said-{short(a.id)}" if a.id in used else None
            kind = "q" if a.kind == AttributionKind.DIRECT else "r"
            out.append(Mark(start=a.content.start, end=a.content.end, kind=kind, anchor=anchor))
    out.extend(_claim_mark(c, used) for c in marked.claims if c.evidence.where == where)
    return out


def _claim_mark(claim: Claim, used: dict[str, str]) -> Mark:
    finding = used.get(claim.id)
    return Mark(
        start=claim.evidence.start,
        end=claim.evidence.end,
        kind="c" if claim.kind == ClaimKind.FIGURE else "s",
        anchor=f"in-{short(claim.id)}" if finding else None,
        link=f"claim-{short(claim.id)}" if finding else None,
    )


def cut(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """Cut `text[start:end]` at the borders of the marks; marks outside the text are cut off at its ends."""
    end = len(text) if end is None else end
    inside = sorted((m for m in marks if max(m.start, start) < min(m.end, end)), key=lambda m: (m.start, m.end, m.kind))
    borders = sorted({start, end} | {b for m in inside for b in (m.start, m.end) if start < b < end})
    pieces: list[Piece] = []
    given: set[str] = set()
    over: list[Mark] = []
    first = 0
    for a, b in pairwise(borders):
        while first < len(inside) and inside[first].start <= a:
            over.append(inside[first])
            first += 1
        over = [m for m in over if m.end > a]
        anchors = tuple(dict.fromkeys(m.anchor for m in over if m.anchor and m.anchor not in given))
        given.update(anchors)
        link = next((m.link for m in over if m.link), None)
        pieces.append(Piece(text=text[a:b], kinds="".join(sorted({m.kind for m in over})), anchors=anchors, link=link))
    return tuple(pieces)


def marked_title(marked: MarkedReport, used: dict[str, str]) -> tuple[Piece, ...]:
    """Give the headline with its marks."""
    return cut(marked.report.title or "", marks_of(marked, Where.TITLE, used))


def marked_text(marked: MarkedReport, used: dict[str, str]) -> tuple[Paragraph, ...]:
    """Give the text of a report, a paragraph a line, with all marks."""
    text = marked.report.text
    waiting = sorted(marks_of(marked, Where.TEXT, used), key=lambda m: -m.start)
    near: list[Mark] = []
    out: list[Paragraph] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while waiting and waiting[-1].start < end:
            near.append(waiting.pop())
        near = [m for m in near if m.end > start]
        if line.strip():
            kind = next((b.kind for b in marked.report.blocks if b.start <= start < b.end), BlockKind.BODY)
            out.append(Paragraph(kind=kind, pieces=cut(text, near, start, end)))
        start = end + 1
    return tuple(out)
