"""Which names of a story's reports mean one person, organisation or place, so that clauses about it can be found together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rujuk.model.marked import MarkedReport
from rujuk.model.marks import Entity, EntityKind
from rujuk.text.fold import fold

LEAST_WORDS = 2
"""So many words a name needs for others to be parts of it."""


class Subjects:
    """The named things of a story, each under one key wherever it is named.

    Entities of several reports are one where they are the same place of the gazetteer, have a name in common, or where all words of the one
    name stand in the other ("RS Harapan" and "RS Harapan Seruni") and in no third.
    """

    def __init__(self, reports: Sequence[MarkedReport]) -> None:
        self._up: dict[str, str] = {}
        self._key: dict[tuple[str, str], str] = {}
        forms: dict[EntityKind, set[str]] = defaultdict(set)
        for m in sorted(reports, key=lambda m: m.report.id):
            for e in m.entities:
                names = sorted({f"{e.kind}:{f}" for n in (e.name, *e.aliases) if (f := fold(n))})
                if not names:
                    continue
                if e.kind == EntityKind.PLACE and e.place:
                    names.append(f"place#{e.place}")
                for n in names[1:]:
                    self._join(names[0], n)
                self._key[m.report.id, e.id] = names[0]
                forms[e.kind].update(f for n in (e.name, *e.aliases) if (f := fold(n)))
        for kind in sorted(forms):
            self._join_parts(str(kind), sorted(forms[kind]))

    def _join_parts(self, kind: str, forms: list[str]) -> None:
        """Join a name with the one longer name that holds all its words."""
        holding: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for f in forms:
            words = frozenset(f.split(" "))
            if len(words) >= LEAST_WORDS:
                for w in words:
                    holding[w].append((f, words))
        for f in forms:
            words = frozenset(f.split(" "))
            longer = [(g, w) for g, w in holding[min(words)] if words < w]
            roots = {self._root(f"{kind}:{g}") for g, _ in longer}
            if len(roots) == 1:
                self._join(roots.pop(), f"{kind}:{f}")

    def _root(self, name: str) -> str:
        while (up := self._up.get(name, name)) != name:
            name = up
        return name

    def _join(self, a: str, b: str) -> None:
        a, b = sorted((self._root(a), self._root(b)))
        self._up[b] = a

    def key(self, marked: MarkedReport, entity: Entity) -> str:
        """Give the key of an entity of a report: "@" and a name, the same in all reports of the story."""
        return f"@{self._root(self._key.get((marked.report.id, entity.id), entity.id))}"
