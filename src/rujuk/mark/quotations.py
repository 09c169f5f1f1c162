"""Quotation marks: which belong together, in every style papers and scrapers use."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile("[\"“”„«»`'‘’\n]")
_SINGLE = frozenset("'‘’`")
_BEFORE_OPENING = frozenset("([—–-")
_BEHIND_CLOSING = frozenset(".,;:!?)]—–-")
_OPENERS = frozenset("“„«")
_WORD = re.compile(r"\w(?:[^\s\"“”]*\w)?")
_LIMIT = 3000
_SENTENCES = re.compile(r"[a-z]{2}[.!?] +[A-Z]")
MOST_LINES = 6
LONGEST_LINE = 200
"""Lines over which a quotation may go on where each holds one sentence, and their length."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted piece: `open..close` with its marks, `start..end` without them and without outer white space."""

    open: int
    close: int
    start: int
    end: int
    words: int
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quoted pieces of a text, in order, none inside another.

    A quotation left open at the end of its line goes on in the next line where that closes it; where the next line opens one of its own,
    or nothing follows, it ends with its line.  Straight marks alternate; curly ones that face the wrong way are taken by what stands beside them.
    """
    out: list[Quotation] = []
    opened: tuple[int, int, bool] | None = None  # where, where its text starts, single mark
    crossed = 0
    size = len(text)
    skip = -1
    for m in _MARK.finditer(text):
        mark, at, end = m[0], m.start(), m.end()
        if at < skip:
            continue
        if mark in _SINGLE:
            if text[end : end + 1] == mark:  # two single marks are a double one
                mark, end = mark * 2, end + 1
                skip = end
            elif mark == "`" or not _single_mark(text, at):
                continue
        if mark == "\n":
            if opened is None:
                continue
            goes_on = not opened[2] and crossed < 4 and at - opened[0] < _LIMIT and _closes_later(text, end)
            if goes_on:
                crossed += 1
                continue
            if not opened[2] and (reach := _line_by_line(text, end)) > at:
                if text[reach : reach + 1] == "\n":  # the next line opens a quotation of its own
                    _add(out, text, opened[0], reach, opened[1], reach, closed=False)
                    opened, crossed = None, 0
                    skip = reach
                continue
            if not opened[2]:
                _add(out, text, opened[0], at, opened[1], at, closed=False)
            opened, crossed = None, 0
            continue
        single = mark in ("'", "’", "‘") and len(mark) == 1
        if opened is None:
            if single:
                if at == 0 or not text[at - 1].isalnum():
                    opened = (at, end, True) if mark != "’" else None
                continue
            if mark in ("”", "»", '"') and (_is_closing(text, at, end) or text[end : end + 1] in ("(", "\n", "")):
                continue
            if mark == "’’":
                continue
            opened, crossed = (at, end, False), 0
            continue
        if single:
            if opened[2] and at > opened[1] and (at == 0 or not text[at - 1].isspace()) and mark != "‘":
                _add(out, text, opened[0], end, opened[1], at)
                opened = None
            continue
        if opened[2]:  # a double mark inside an unclosed single one: that was an apostrophe
            opened, crossed = (at, end, False), 0
            continue
        if mark in _OPENERS and not _is_closing(text, at, end):
            _add(out, text, opened[0], at, opened[1], at, closed=False)
            opened, crossed = (at, end, False), 0
            continue
        _add(out, text, opened[0], end, opened[1], at)
        opened, crossed = None, 0
    if opened is not None and not opened[2]:
        _add(out, text, opened[0], size, opened[1], size, closed=False)
    return tuple(out)


def _single_mark(text: str, at: int) -> bool:
    """Say whether a single mark stands where one opens or closes a quotation, not inside a word."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if (before.isspace() or before in _BEFORE_OPENING) and after.isalpha():
        return text[at] != "’"
    return text[at] != "‘" and (before.isalnum() or before in ".,!?…") and (after.isspace() or after in _BEHIND_CLOSING)


def _closes_later(text: str, at: int) -> bool:
    """Say whether the line at `at`, or one that it runs on into, closes the quotation before it opens another."""
    for n in range(4):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        if any(c in line for c in '"“”„«»'):
            return line.lstrip()[:1] not in ('"', "“", "„", "«") and _closes_first(line)
        first = line.lstrip()[:1]
        if end < 0 or not first or (n and not first.islower()):
            return False
        at = end + 1
    return False


def _line_by_line(text: str, at: int) -> int:
    """Where each sentence stands on a line of its own: give where a quotation left open before `at` ends, beyond lines without a mark; 0 if none does.

    It ends before a line that opens a quotation itself, or goes on to a mark that stands alone.
    """
    for n in range(MOST_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].strip()
        if not line or len(line) > LONGEST_LINE:
            return 0
        if line[0] in '"“”':
            return at - 1 if n else 0
        if line[-1] in '"”' and line.count('"') + line.count("”") == 1 and line[-2:-1].isspace():
            return at
        if n and any(c in line for c in '"“”„«»'):
            return at if _closes_first(line) else 0
        if any(c in line for c in '"“”„«»') or _SENTENCES.search(line) or end < 0:
            return 0
        at = end + 1
    return 0


def _closes_first(line: str) -> bool:
    """Say whether the first quotation mark of a line closes one."""
    m = re.search(r"[\"“”„«»]", line)
    if m is None:
        return False
    if m[0] in "”»":
        return True
    before, after = line[: m.start()], line[m.end() :]
    if before[-1:].isspace() and before.rstrip()[-1:] in ",.!?" and after[:1].isupper() and line.count('"') % 2 == 1:
        return True
    return (
        bool(before.strip())
        and (not before[-1:].isspace() or before.rstrip()[-1:] in ",.!?")
        and (not after or not after[0].isalnum() or after[0].islower())
    )


def _is_closing(text: str, at: int, end: int) -> bool:
    """Say whether a mark stands where one closes: something before it, nothing or a gap after it."""
    before = text[at - 1] if at else " "
    after = text[end] if end < len(text) else " "
    return not before.isspace() and before not in "([—–-" and (after.isspace() or after in ",.;:!?)]-—")


def _add(out: list[Quotation], text: str, open_: int, close: int, start: int, end: int, *, closed: bool = True) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    # marks of emphasis around a quotation belong to it
    while open_ > 0 and text[open_ - 1] in "*_":
        open_ -= 1
    while close < len(text) and text[close] in "*_":
        close += 1
    if end > start:
        n = len(_WORD.findall(text[start:end]))
        if n:
            out.append(Quotation(open_, close, start, end, n, closed))


def mask(text: str, quotations: tuple[Quotation, ...], least: int = 1) -> str:
    """Replace each quotation of at least `least` words by a run of one control character, so that offsets stay."""
    parts, at = [], 0
    for n, q in enumerate(quotations):
        if q.words < least:
            continue
        parts.append(text[at : q.open])
        parts.append(("\x00" if n % 2 else "\x01") * (q.close - q.open))
        at = q.close
    parts.append(text[at:])
    return "".join(parts)
