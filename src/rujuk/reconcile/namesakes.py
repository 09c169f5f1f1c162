"""One person or body whom reports name differently: a letter, a word, or a whole name beside the same alias."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import combinations

from rapidfuzz.distance import OSA

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind
from rujuk.reconcile.clashes import Clash
from rujuk.reconcile.points import Point
from rujuk.text.fold import fold

SPELLED = 2
"""So many letters added, left out, changed or swapped may make a word of a name another spelling of it."""
LEAST_LETTERS = 5
"""A shorter word with another letter is another name: "Budi" and "Rudi"."""
LEAST_WORDS = 3
"""A body's name needs so many words for two names with one word different to be one body's."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity of a report: its name as written and in plain words, and the short names it goes by that are no part of that name."""

    report: str
    entity: Entity
    words: tuple[str, ...]
    shorts: frozenset[str]


def name_groups(points: Sequence[Point], reports: Sequence[MarkedReport]) -> list[tuple[list[Point], Clash]]:
    """Give the clauses that first name one person or body in each report, where reports differ in the name; with the names that differ."""
    named = [
        n for m in sorted(reports, key=lambda m: m.report.id) for e in m.entities if (n := _named(m.report.id, e)) is not None
    ]
    out: list[tuple[list[Point], Clash]] = []
    of_report: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        of_report[point.datum.report].append(point)
    called: dict[str, list[int]] = defaultdict(list)
    for at, n in enumerate(named):
        called[" ".join(n.words)].append(at)
    done: set[frozenset[str]] = set()
    for a, b in _pairs(named):
        key = frozenset((" ".join(a.words), " ".join(b.words)))
        if key in done:
            continue
        done.add(key)
        them = [named[at] for at in sorted(at for name in key for at in called[name])]
        found = {n.report: p for n in them if (p := _first(n, of_report.get(n.report, ()))) is not None}
        if a.report in found and b.report in found:
            clash = Clash("name", found[a.report], found[b.report], (a.entity.name, b.entity.name))
            group = [found[r] for r in sorted(found)]
            if not any({p.datum.id for p in group} & {p.datum.id for p in g} for g, _ in out):
                out.append((group, clash))
    return out


def _pairs(named: Sequence[_Named]) -> list[tuple[_Named, _Named]]:
    """Give, for each two forms of name that are one thing's, the first two reports that have them; forms meet over the words that they share."""
    forms: dict[tuple[EntityKind, tuple[str, ...], frozenset[str]], list[int]] = defaultdict(list)
    for n, one in enumerate(named):
        forms[one.entity.kind, one.words, one.shorts].append(n)
    sharing: dict[tuple[EntityKind, int, tuple[str, ...]], list[list[int]]] = defaultdict(list)
    for (kind, words, shorts), at in forms.items():
        for k in range(len(words)):
            sharing[kind, k, words[:k] + words[k + 1 :]].append(at)
        if kind == EntityKind.PERSON:
            for short in sorted(shorts):
                sharing[kind, -1, (words[0], short)].append(at)
    found = set()
    for meeting in sharing.values():
        for mine, theirs in combinations(meeting, 2):
            if _differ(named[mine[0]], named[theirs[0]]):
                order = merge(((i, theirs) for i in mine), ((i, mine) for i in theirs))
                pairs = ((i, j) for i, others in order for j in others if j > i and named[i].report != named[j].report)
                if (first := next(pairs, None)) is not None:
                    found.add(first)
    return [(named[i], named[j]) for i, j in sorted(found)]


def _named(report: str, entity: Entity) -> _Named | None:
    if entity.kind == EntityKind.PLACE:
        return None
    words = tuple(_WORD.findall(fold(entity.name)))
    if len(words) < 2:
        return None
    rest = ([w for w in _WORD.findall(fold(n)) if w not in words] for n in entity.aliases)
    return _Named(report, entity, words, frozenset(r[0] for r in rest if len(r) == 1 and len(r[0]) > 1))


def _first(named: _Named, points: Sequence[Point]) -> Point | None:
    """Give the first point of a report's that writes the name out."""
    whole = [m for m in named.entity.mentions if tuple(_WORD.findall(fold(m.exact)))[: len(named.words)] == named.words]
    here = [p for p in points if any(p.datum.claim.evidence.covers(m) for m in whole)]
    return min(here, key=lambda p: (p.datum.claim.evidence.start, p.datum.id), default=None)


def _differ(a: _Named, b: _Named) -> bool:
    """Say whether two names are one thing's and not the same: spelled otherwise, one word of a long name another, or another name by the same alias."""
    if a.entity.kind != b.entity.kind or set(a.words) <= set(b.words) or set(b.words) <= set(a.words):
        return False
    if "".join(a.words) == "".join(b.words):
        return False
    same_short = bool(a.shorts & b.shorts)
    if len(a.words) == len(b.words):
        other = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
        if len(other) == 1:
            if _respelled(*other[0]):
                return True
            return same_short and a.entity.kind == EntityKind.ORGANISATION and len(a.words) >= LEAST_WORDS
    return same_short and a.entity.kind == EntityKind.PERSON and a.words[0] == b.words[0]


def _respelled(x: str, y: str) -> bool:
    """Say whether two words are spellings of one name: long enough, with the same first letter and few letters changed; no plural or initial."""
    if min(len(x), len(y)) < LEAST_LETTERS or x[0] != y[0] or x + "s" == y or y + "s" == x:
        return False
    return OSA.distance(x, y) <= (SPELLED if min(len(x), len(y)) > LEAST_LETTERS else 1)
