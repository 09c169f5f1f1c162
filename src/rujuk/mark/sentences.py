"""Sentences: the title, then the lines of the text, each cut where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rujuk.lang.base import LanguagePack
from rujuk.lang.sentences import SentenceLexicon
from rujuk.model.marks import Layer, Sentence
from rujuk.model.report import BlockKind, Report
from rujuk.model.span import Span, Where

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*")
_CLOSING = re.compile(r"[^\S\n]+([\"”’»]+)(?=[\s,.]|$)")
_OPENING = re.compile(r"[-–—•*]*\s?[\"'“‘«(\[]*")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_DIGITS = re.compile(r"\d+$")
_BROKEN_NUMBER = re.compile(r"\s\d{1,3}(?!\d)")
_REACH = 24
"""Longest abbreviation looked for, in characters."""
LONGEST = 1600
"""Longest sentence, in characters: twice what the longest of news reports take.  Later stages read a sentence at a time and weigh its words
against each other, so that a text without an end of sentence would cost them the square of its length."""


def find_sentences(report: Report, *, pack: LanguagePack) -> Layer[Sentence]:
    """Cut a report into sentences, the title first (paragraph -1).

    No sentence crosses a line or is longer than `LONGEST`.  Spans are trimmed of white space and together hold every other character of the text.  A sentence
    that ends inside a quotation is a sentence; its closing mark stays with it, and so does what goes on in lower case after it
    ("... selesai?" kata X).
    """
    lexicon = pack.lexicon(SentenceLexicon)
    out: list[Sentence] = []
    if report.title and report.title.strip():
        first = len(report.title) - len(report.title.lstrip())
        for start, end in _bounded(report.title, first, len(report.title.rstrip())):
            span = Span(start=start, end=end, exact=report.title[start:end], where=Where.TITLE)
            out.append(Sentence(span=span, paragraph=-1))
    kinds = iter(report.blocks)
    block = next(kinds, None)
    at = 0
    for paragraph, line in enumerate(report.text.split("\n")):
        while block is not None and block.end <= at:
            block = next(kinds, None)
        kind = block.kind if block is not None and block.start <= at else BlockKind.BODY
        for start, end in cut(line, lexicon):
            out.append(Sentence(span=report.piece(at + start, at + end), paragraph=paragraph, kind=kind))
        at += len(line) + 1
    return tuple(out)


def cut(line: str, lexicon: SentenceLexicon) -> list[tuple[int, int]]:
    """Cut one line; give (start, end) of each sentence, trimmed."""
    ends: list[int] = []
    quotes, counted, start = 0, 0, 0
    for m in _STOP.finditer(line):
        if m.start() < start:
            continue
        quotes += line.count('"', counted, m.end())
        counted = m.end()
        end = _end(line, m, start, quotes % 2 == 1, lexicon)
        if end:
            ends.append(end)
            start = end
    ends.append(len(line))
    out: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        piece = line[start:end]
        a = start + len(piece) - len(piece.lstrip())
        b = start + len(piece.rstrip())
        if b > a:
            out.extend(_bounded(line, a, b) if b - a > LONGEST else ((a, b),))
        start = end
    return out


def _bounded(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, at a space where there is one."""
    while end - start > LONGEST:
        at = start + LONGEST
        space = next((i for i in range(at, start, -1) if line[i].isspace()), at)
        stop = space
        while line[stop - 1].isspace():
            stop -= 1
        yield start, stop
        start = space
        while line[start].isspace():
            start += 1
    yield start, end


def _end(line: str, m: re.Match[str], start: int, quoted: bool, lexicon: SentenceLexicon) -> int:
    """Give where the sentence ends that the stop `m` closes, 0 where it closes none.  `quoted`: a straight quotation mark is open."""
    end = m.end()
    if end == len(line):
        return 0
    if not line[end].isspace():
        return _joined(line, m, lexicon)
    closing = _CLOSING.match(line, end)
    if closing and (closing[1] != '"' or quoted):
        end = closing.end(1)
        if end == len(line):
            return 0
    space = _SPACE.match(line, end)
    if space is None:
        return 0
    at = space.end()
    opening = _OPENING.match(line, at)
    next_at = opening.end() if opening else at
    if next_at >= len(line):
        return end if next_at > at else 0
    first = line[next_at]
    if not (first.isupper() or first.isdigit()):
        return 0
    if first.isdigit() and m[0][0] in "?!" and next_at == at:
        return 0  # a lost currency sign: "costs? 900"
    if m[0][0] == "." and len(m[0]) == 1 and _abbreviated(line, m.start(), start, next_at, lexicon):
        return 0
    return end


def _abbreviated(line: str, dot: int, start: int, next_at: int, lexicon: SentenceLexicon) -> bool:
    """Say whether the dot belongs to an abbreviation, an initial, a list number or a number that scraping broke."""
    word = re.split(r"[\s(\"“'‘,]", line[max(start, dot - _REACH) : dot])[-1]
    low = word.casefold()
    digit = line[next_at].isdigit()
    if low in lexicon.abbreviations:
        return not digit or low not in lexicon.may_end
    if low in lexicon.before_number and digit:
        return True
    if low in lexicon.may_end or (len(word) > 1 and _INITIALS.fullmatch(word) and "." in word):
        after = _WORD.match(line, next_at)
        return not digit and after is not None and after[0].casefold() not in lexicon.starters
    if len(word) == 1 and word.isupper():
        return not digit
    number = _DIGITS.search(word)
    if number is None or len(number[0]) > 3:
        return False
    alone = word == number[0] and not line[start : dot - len(word)].strip()
    return alone or _BROKEN_NUMBER.match(line, dot + 1) is not None


def _joined(line: str, m: re.Match[str], lexicon: SentenceLexicon) -> int:
    """Cut where the space after a full stop was lost ("aman.Polisi"): a lower-case word before, a capitalised one after."""
    end = m.end()
    before = line[max(0, m.start() - 3) : m.start()]
    if m[0] == '."' or (len(m[0]) == 1 and line[end] in "“"):
        if not before.isalpha():
            return 0
        after = _WORD.match(line, end + (line[end] == "“"))
        return end if after and after[0][0].isupper() else 0
    after = _WORD.match(line, end)
    if after is None or len(before) < 3 or not before.isalpha() or not before.islower():
        return 0
    word = after[0]
    if not word[0].isupper() or (len(word) > 1 and not word[1:].islower()) or word.casefold() in lexicon.domains:
        return 0
    return 0 if after.end() < len(line) and line[after.end()] in ".@/" and len(word) < 5 else end
