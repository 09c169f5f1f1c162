"""Put the pieces of time together: "hari ini" + "Rabu" + "(18/6)" + "malam" is one expression."""

from __future__ import annotations

from rujuk.lang.times import TimeLexicon
from rujuk.mark.time_atoms import Atom, Shape
from rujuk.mark.time_scanner import Scanner

_W, _D, _M, _Y, _R, _P, _C = Shape.WEEKDAY, Shape.DATE, Shape.MONTH, Shape.YEAR, Shape.RELATIVE, Shape.PART, Shape.CLOCK
_FOLLOWS = {
    (_W, _D), (_W, _P), (_W, _C), (_W, _R), (_D, _P), (_D, _C), (_D, _R), (_R, _W), (_R, _D), (_R, _P), (_R, _C), (_P, _D), (_P, _R), (_P, _C), (_P, _W),
    (_C, _W), (_C, _R), (_C, _P), (_C, _D), (_M, _R), (_C, _C), (_R, _R),
}  # fmt: skip
"""Which piece may follow which in one expression."""

_SLOTS = ("weekday", "day", "month", "year", "unit", "part", "clock")


def find_expressions(text: str, lexicon: TimeLexicon) -> list[Atom]:
    """Give the time expressions of one string, in order, whole and free of pieces that mean nothing alone."""
    scanner = Scanner(text, lexicon)
    out: list[Atom] = []
    for atom in scanner.atoms():
        if len(out) > 1 and atom.shape is _D and _span_of_days(out[-2], out[-1], atom, scanner.low, lexicon):
            out.pop()
            out[-1].weekday = None
            _join(out[-1], atom)
        elif out and _span_of_months(out[-1], atom, scanner.low, lexicon):
            out[-1].ends = (0, atom.month or 0, (atom.year or 0) if out[-1].year is None else 0)
            out[-1].year = atom.year if out[-1].year is None else out[-1].year
            if atom.year is not None and (atom.month or 0) < (out[-1].month or 0):
                out[-1].year = atom.year - 1
            out[-1].end, out[-1].direction = atom.end, atom.direction
        elif out and _joins(out[-1], atom, scanner.low, lexicon):
            _join(out[-1], atom)
        else:
            out.append(atom)
    whole = [a for a in out if not a.weak]
    for atom in whole:
        _trim(atom, text)
    return whole


def _joins(a: Atom, b: Atom, low: str, lexicon: TimeLexicon) -> bool:
    if (a.last, b.shape) not in _FOLLOWS or b.start - a.end > 26 or a.repeated or b.repeated:
        return False
    between = low[a.end : b.start]
    if between and lexicon.glue.fullmatch(between) is None:
        return False
    if a.weak and a.shape is _D:
        return False
    if a.last is _C and b.shape is _C:
        return "(" in between
    if b.shape is _C and a.bracket and "," in between:
        # "Rabu (18/6), pukul 15.24" are two; "Rabu, 18 Juni 2025, pukul 15.24" and "Rabu (18/6) pukul 15.24" one
        return False
    if b.shape is _P and "," in between and b.part and a.last is not _D:
        return False
    if b.unit is not None and b.shape is _R:
        return _fits(a, b, between)
    if a.last is _P and b.shape is _W:
        return bool(between.strip()) and "," not in between
    if a.weekday is not None and b.shape is _D and b.day is None:
        return False
    if a.shape is _R and b.shape is _D and a.unit != "day":
        return False
    return not (_filled(a) & _filled(b))


def _span_of_days(a: Atom, b: Atom, c: Atom, low: str, lexicon: TimeLexicon) -> bool:
    """Say whether three pieces are two weekdays and their days: "Sabtu-Minggu (21-22/6)"."""
    bare = all(x.shape is _W and x.last is _W and x.direction is None and not x.repeated for x in (a, b))
    if not bare or c.ends is None or lexicon.range.fullmatch(low[a.end : b.start]) is None:
        return False
    between = low[b.end : c.start]
    return not between or lexicon.glue.fullmatch(between) is not None


def _span_of_months(a: Atom, b: Atom, low: str, lexicon: TimeLexicon) -> bool:
    """Say whether two months are the first and last of a span: "Januari-Mei 2024"."""
    if a.shape is not _M or b.shape is not _M or a.last is not _M or a.ends is not None or a.direction is not None:
        return False
    if a.edge or b.edge or a.year is not None:
        return False
    return lexicon.dash.fullmatch(low[a.end : b.start]) is not None


def _fits(a: Atom, b: Atom, between: str) -> bool:
    """Say whether the pointing phrase `b` belongs to `a`: "Jumat pekan lalu", "September tahun lalu", "Selasa sore kemarin"."""
    if a.order is not None and a.unit != "season":
        return b.unit == "year" and b.count is None and b.direction is not None and a.year is None and a.direction is None
    if a.unit is not None or (a.part is not None and b.part is not None and a.part != b.part):
        return False
    if b.count is not None or (b.shift is not None and b.unit != "day"):
        return False
    if b.unit == "day" or b.offset is not None:
        return a.last in (_W, _D, _P, _C) and (a.weekday is None or "," not in between or b.shift == 0)
    if "," in between or "(" in between or b.order is not None or b.edge is not None:
        return False
    if b.unit in ("week", "weekend"):
        return a.weekday is not None and a.day is None and a.direction is None and b.unit == "week"
    if b.unit == "year":
        return a.month is not None and a.year is None and a.direction is None
    if b.unit == "month":
        return a.day is not None and a.month is None
    return False


def _filled(a: Atom) -> set[str]:
    out = {s for s in _SLOTS if getattr(a, s) is not None}
    if a.shape is _R and a.unit == "day" and "unit" in out:
        out.discard("part")
    return out


def _join(a: Atom, b: Atom) -> None:
    """Put `b` at the end of `a`."""
    a.end = b.end
    a.last = b.shape
    a.rules = (*a.rules, *(r for r in b.rules if r not in a.rules))
    for slot in (
        "weekday",
        "day",
        "month",
        "year",
        "ends",
        "unit",
        "shift",
        "offset",
        "order",
        "edge",
        "part",
        "clock",
        "zone",
        "count",
    ):
        if getattr(a, slot) is None:
            setattr(a, slot, getattr(b, slot))
    if b.direction is not None:
        # "Jumat pekan lalu": the pointing word belongs to the week, not to the Friday
        a.direction = b.direction
    a.sharp = max(a.sharp, b.sharp)
    a.bracket = a.bracket or b.bracket
    a.weak = a.weak and b.weak and a.last is _P
    if a.shape in (_P, _C) and b.shape not in (_P, _C):
        a.shape = b.shape
    elif a.shape is _W and b.shape is _D:
        a.shape = _D


def _trim(atom: Atom, text: str) -> None:
    """Take a closing bracket along if the opening one is inside, and leave one out that stands alone."""
    inside = text[atom.start : atom.end]
    if inside.count("(") > inside.count(")") and text[atom.end : atom.end + 1] == ")":
        atom.end += 1
    elif inside.count(")") > inside.count("(") and inside.startswith("(") is False and text[atom.start - 1 : atom.start] == "(":
        atom.start -= 1
