"""Sentences: the title, then the lines of the text, each cut where a sentence ends."""

from __future__ import annotations

import re

from rujuk.lang.base import LanguagePack
from rujuk.lang.sentences import SentenceLexicon
from rujuk.model.marks import Layer, Sentence
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9À-Þ]|\s*$)")


def find_sentences(report: Report, *, pack: LanguagePack) -> Layer[Sentence]:
    """Cut a report into sentences, the title first (paragraph -1).

    No sentence crosses a line.  Spans are trimmed of white space and together hold every other character of the text.
    """
    lexicon = pack.lexicon(SentenceLexicon)
    out: list[Sentence] = []
    if report.title:
        span = Span(start=0, end=len(report.title), exact=report.title, where=Where.TITLE)
        out.append(Sentence(span=span, paragraph=-1))
    kinds = iter(report.blocks)
    block = next(kinds, None)
    at = 0
    for paragraph, line in enumerate(report.text.split("\n")):
        while block is not None and block.end <= at:
            block = next(kinds, None)
        kind = block.kind if block is not None and block.start <= at else BlockKind.BODY
        for start, end in _cut(line, lexicon):
            out.append(Sentence(span=report.piece(at + start, at + end), paragraph=paragraph, kind=kind))
        at += len(line) + 1
    return tuple(out)


def _cut(line: str, lexicon: SentenceLexicon) -> list[tuple[int, int]]:
    """Cut one line; give (start, end) of each sentence, trimmed."""
    ends = []
    for m in _END.finditer(line):
        before = line[: m.start()]
        word = re.split(r"[\s(\"“]", before[-24:])[-1]
        if (
            m[0][0] == "."
            and m.end() < len(line)
            and (word.rstrip(".").casefold() in lexicon.abbreviations or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word))
        ):
            continue
        ends.append(m.end())
    if not ends or ends[-1] < len(line):
        ends.append(len(line))
    out, start = [], 0
    for end in ends:
        piece = line[start:end]
        a = start + len(piece) - len(piece.lstrip())
        b = start + len(piece.rstrip())
        if b > a:
            out.append((a, b))
        start = end
    return out
