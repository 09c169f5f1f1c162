"""What a story can be filtered by: outlets, speakers and languages, and which of them each thing on the page has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rujuk.model.marked import MarkedReport
from rujuk.model.report import Report
from rujuk.tell.claims import shown_name

SPEAKERS = 150
"""Most speakers in the list of the filter, those in most reports first; search by words finds the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One thing to filter by: its number on the page, its name, and in how many reports it is met."""

    number: int
    name: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Everything that a story can be filtered by, by name."""

    outlets: tuple[Facet, ...]
    speakers: tuple[Facet, ...]
    languages: tuple[Facet, ...]
    numbers: dict[tuple[str, str], int]

    def of(self, kind: str, names: Iterable[str]) -> str:
        """Give the numbers of these names as the page writes them: in order, between spaces."""
        found = {self.numbers[(kind, n)] for n in names if (kind, n) in self.numbers}
        return " ".join(str(n) for n in sorted(found))

    def at(self, reports: Iterable[Report], speakers: Iterable[str] = ()) -> tuple[str, str, str]:
        """Give the numbers of the outlets, speakers and languages of something that these reports carry."""
        told = list(reports)
        return (
            self.of("o", (shown_name(r) for r in told)),
            self.of("s", speakers),
            self.of("l", (r.language for r in told)),
        )


def facets(reports: Sequence[MarkedReport], speakers: Sequence[tuple[str, Iterable[str]]]) -> Facets:
    """Number the outlets, speakers and languages of a story; `speakers` are names with the ids of the reports that carry them."""
    outlets = Counter(shown_name(m.report) for m in reports)
    languages = Counter(m.report.language for m in reports)
    heard: dict[str, set[str]] = {}
    for name, where in speakers:
        heard.setdefault(name, set()).update(where)
    loud = sorted(heard, key=lambda n: (-len(heard[n]), n))[:SPEAKERS]
    lists = {
        "o": [(n, outlets[n]) for n in sorted(outlets, key=lambda n: (n.casefold(), n))],
        "s": [(n, len(heard[n])) for n in sorted(loud, key=lambda n: (n.casefold(), n))],
        "l": sorted(languages.items(), key=lambda kv: (-kv[1], kv[0])),
    }
    made = {k: tuple(Facet(number=i, name=n, reports=c) for i, (n, c) in enumerate(rows)) for k, rows in lists.items()}
    return Facets(
        outlets=made["o"],
        speakers=made["s"],
        languages=made["l"],
        numbers={(k, f.name): f.number for k, rows in made.items() for f in rows},
    )
