"""Head lines of a bare text: when it was published, who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rujuk.read.dates import Moment, clock_and_zone, find_days, read_moment
from rujuk.read.packs import head_words
from rujuk.text.lines import is_name_like

_LONGEST = 170
_JUNK = re.compile(r"[\s|,;.\-–—:•·()/\[\]]+")
_EDGES = ' \t|,;.-–—:•·/[]"“”*_'
_SET_OFF = re.compile(r"[|•·/]|\s[-–—]|[-–—]\s")
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){1,4}")
_COUNT = re.compile(r"\d{1,3}")  # of comments
_SITE = re.compile(r"^(?:[\w-]+\.)+(?:com|co|id|net|org|tv|news|info|uk|au|in|my|sg)$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """What one head line tells."""

    published: Moment | None = None
    updated: Moment | None = None
    bylines: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    label_only: bool = False


def read_head_line(text: str, *, day_first: bool | None = None) -> HeadLine | None:
    """Read a line that holds nothing but dates, clock times, names after a label, and their labels; None for any other line."""
    if len(text) > _LONGEST:
        return None
    found = list(find_days(text, day_first=day_first))
    if found:
        return _date_line(text, found, day_first)
    return _byline_line(text)


def is_date_line(text: str) -> bool:
    """Say whether a line is a date with nothing else but time, weekday and labels."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return False
    head = read_head_line(text, day_first=True)
    return (head is not None and head.published is not None) or (head is not None and head.updated is not None)


def _date_line(text: str, found: list[tuple[date, int, int]], day_first: bool | None) -> HeadLine | None:
    words = head_words()
    rest = list(text)
    for _, start, end in found:
        rest[start:end] = "\0" * (end - start)
    left = "".join(rest)
    for start, end in clock_and_zone(left):
        left = left[:start] + "\0" * (end - start) + left[end:]
    for pattern in (words.counter, words.ago, words.updated, words.weekdays):
        left = pattern.sub(lambda m: "\0" * len(m[0]), left)
    names: tuple[str, ...] = ()
    pieces = [p for p in re.split(r"[\0|]+", left) if _JUNK.sub("", p)]
    for piece in pieces:
        bare = words.label.sub(" ", piece).strip(_EDGES)
        if not _JUNK.sub("", bare) or _SITE.match(bare) or _COUNT.fullmatch(bare):
            continue
        m = words.byline.match(piece.strip(_EDGES)) or words.editor.match(piece.strip(_EDGES))
        if m and m[0]:
            bare = words.desk.sub("", piece.strip(_EDGES)[m.end() :])
        parts = [x for x in words.joiners.split(bare) if x]
        if len(pieces) > 3 or not all(is_name_like(x) for x in parts):
            return None
        if not (m and m[0]) and not (_SET_OFF.search(text) and all(_FULL_NAME.fullmatch(x) for x in parts)):
            return None
        names += split_names(bare)
    bounds = [start for _, start, _ in found] + [len(text)]
    published = updated = None
    for n, (_, start, _end) in enumerate(found):
        opening = text[bounds[n - 1] if n else 0 : start]
        piece = text[0 if n == 0 else start : bounds[n + 1]]
        if n and (m := words.updated.search(opening) or words.label.search(opening)):
            piece = opening[m.start() :] + piece
        elif n == 0 and len(found) > 1 and (m := words.updated.search(text, start, bounds[1])):
            piece = text[: m.start()]
        moment = read_moment(piece, day_first=day_first)
        if words.updated.search(opening):
            updated = updated or moment
        else:
            published = published or moment
    return HeadLine(published=published, updated=updated, bylines=names)


def _byline_line(text: str) -> HeadLine | None:
    words = head_words()
    bare = text.strip(_EDGES)
    as_editor = words.editor.match(bare)
    m = as_editor or words.byline.match(bare)
    if m is None:
        return None
    rest = bare[m.end() :].strip(_EDGES)
    if not rest:
        return HeadLine(label_only=True) if text.rstrip().endswith(":") else None
    second = words.editor.search(rest)  # "Penulis: A Editor: B"
    editors: tuple[str, ...] = ()
    if second and not as_editor:
        editors, rest = split_names(rest[second.end() :]), rest[: second.start()].strip(_EDGES)
    marked = ":" in m[0]
    parts = [p for p in words.joiners.split(words.desk.sub("", rest)) if p]
    if not parts and len(rest.split()) <= 6:
        return HeadLine(editors=editors)  # a desk, no person
    if not parts or not all(is_name_like(p, most=6 if marked else 4) for p in parts) or (not marked and len(rest.split()) < 2):
        return None
    names = split_names(rest)
    return HeadLine(editors=names) if as_editor else HeadLine(bylines=names, editors=editors)


def split_names(text: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give the names of authors in a byline, in order and once each, without "By", desks, roles, addresses."""
    if not text:
        return ()
    words = head_words()
    out: list[str] = []
    for whole in [text] if isinstance(text, str) else text:
        opened = words.byline.match(whole.strip())
        bare = whole.strip()[opened.end() :] if opened and opened.end() < len(whole.strip()) else whole
        for part in words.joiners.split(words.desk.sub("", bare)):
            name = _name(words.desk.sub("", part))
            if name and name.casefold() not in words.nobody and name.casefold() not in {x.casefold() for x in out}:
                out.append(name)
    return tuple(out)


def _name(text: str) -> str:
    name = " ".join(text.strip(_EDGES + "@").split())
    opened = head_words().byline.match(name)
    if opened and opened.end() < len(name):
        name = name[opened.end() :]
    if len(name) < 2 or len(name) > 70 or not any(c.isalpha() for c in name) or name.lower().startswith(("http", "www.")):
        return ""
    if name.isupper() and " " in name:
        name = " ".join(w if len(w) <= 2 and "." in w else w.capitalize() for w in name.split())
    return name
