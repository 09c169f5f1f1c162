"""From origins by way of agencies to outlets: the sourcing of a story as a picture and as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TypeAlias

from rujuk.model.marked import MarkedReport
from rujuk.model.story import Reuse, ReuseKind, Story
from rujuk.tell.axis import SHAPES, cut_words, text
from rujuk.tell.claims import shown_name
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import Language, count, say

COLUMN = 24
"""Most names in a column of the picture; the list below it has them all.  Set by eye: the picture fills one screen."""

WIDTH, TOP = 900, 40
FULL, SMALLEST, GAP = 300.0, 15.0, 11.0
"""Height that all claims together take, height of the smallest name, and room between names."""
BOX = 206
LONGEST, LETTER, CAPITAL, DIGIT = 30, 6.4, 9.0, 7.6
"""Characters of a name, and the room that small letters, capital letters and digits take: lines start where a name ends."""
PLACES = {"origin": 0.0, "via": (WIDTH - BOX) / 2, "outlet": float(WIDTH - BOX - 24)}


Name: TypeAlias = tuple[str, str]
"""A column and a name in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Where a name stands; `unit` is the height of one claim."""

    top: float
    height: float
    unit: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """How figures reached an outlet: `via` is empty where it took them from the origin itself."""

    origin: str
    via: str
    outlet: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Text that one outlet repeats of another."""

    source: str
    target: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourcing:
    """All paths of a story, widest first, and the copies between its outlets."""

    paths: tuple[Path, ...]
    copies: tuple[Copy, ...]


def sourcing(story: Story, lookup: Lookup) -> Sourcing:
    """Follow each claim of a story's findings from its origin to the outlet that carries it."""
    paths: Counter[tuple[str, str, str]] = Counter()
    for finding in story.findings:
        for origin in finding.origins:
            for marked, claim in lookup.claims_of(origin.claims):
                outlet = _outlet(marked)
                attribution = lookup.attributions.get(claim.attribution or "")
                via = claim.via or (attribution.via if attribution else ())
                nearest = next((v for v in via if v not in (origin.name, outlet)), "")
                paths[(origin.name, nearest, outlet)] += 1
    ordered = sorted(paths.items(), key=lambda kv: (-kv[1], kv[0]))
    return Sourcing(
        paths=tuple(Path(origin=o, via=v, outlet=t, claims=n) for (o, v, t), n in ordered),
        copies=_copies(story.reuse, lookup),
    )


def _outlet(marked: MarkedReport) -> str:
    return shown_name(marked.report)


def _copies(reuse: Sequence[Reuse], lookup: Lookup) -> tuple[Copy, ...]:
    best: dict[tuple[str, str], float] = {}
    for pair in reuse:
        if pair.kind == ReuseKind.SHARED_QUOTE or not {pair.source, pair.target} <= lookup.reports.keys():
            continue
        key = (_outlet(lookup.reports[pair.source]), _outlet(lookup.reports[pair.target]))
        if key[0] != key[1]:
            best[key] = max(best.get(key, 0.0), pair.share)
    return tuple(Copy(source=a, target=b, share=s) for (a, b), s in sorted(best.items()))


def by_origin(found: Sourcing) -> list[tuple[str, int, list[Path]]]:
    """Put the paths under their origins, most claims first: the list form of the picture."""
    total: Counter[str] = Counter()
    for path in found.paths:
        total[path.origin] += path.claims
    mine: dict[str, list[Path]] = {}
    for path in found.paths:
        mine.setdefault(path.origin, []).append(path)
    return [(o, n, mine[o]) for o, n in sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))]


def provenance_svg(found: Sourcing, story: Story, language: Language) -> str | None:
    """Draw origins, agencies and outlets in three columns with their paths; None where there is nothing to draw."""
    columns = _columns(found)
    if not columns["origin"] or not columns["outlet"]:
        return None
    nodes, height = _placed(found, columns)
    colours = _colours(found)
    left = {k: len({getattr(p, k) for p in found.paths} - {""}) - len(names) for k, names in columns.items()}
    foot = 20 if any(left.values()) else 0
    slug = f"{story.id.partition(':')[2]}-{language}"
    title = f"{say('sources', language)}: {story.title}"
    told = "; ".join(" → ".join(x for x in (p.origin, p.via, p.outlet) if x) + f" ({p.claims})" for p in found.paths[:40])
    out = [
        f'<svg class="graph" viewBox="0 0 {WIDTH} {height + foot:g}" role="img" lang="{language}" aria-labelledby="pt-{slug}" aria-describedby="pd-{slug}">',
        f'<title id="pt-{slug}">{escape(title)}</title><desc id="pd-{slug}">{escape(told)}</desc>',
    ]
    for kind in ("origin", "via", "outlet"):
        if columns[kind]:
            out.append(text(PLACES[kind], 20, say(f"column_{kind}", language), "head"))
        if left[kind]:
            out.append(text(PLACES[kind], height + 12, count("more_names", left[kind], str(left[kind]), language), "head"))
    out.extend(_links(found, nodes, colours))
    for copy in found.copies:
        source, target = nodes.get(("outlet", copy.source)), nodes.get(("outlet", copy.target))
        if source and target:
            x = PLACES["outlet"] + 14 + max(_long(copy.source), _long(copy.target))
            a, b = source.middle, target.middle
            out.append(f'<path class="copy" d="M{x:g} {a:g}C{x + 30:g} {a:g} {x + 30:g} {b:g} {x:g} {b:g}m7 -4l-7 4l7 4"/>')
    for (kind, name), node in nodes.items():
        tone = f"f{colours[name]}" if kind == "origin" else kind
        out.append(f'<path class="stub {tone}" d="M{PLACES[kind]:g} {node.top:g}v{node.height:g}"/>')
        out.append(text(PLACES[kind] + 8, node.middle + 4.5, cut_words(name, LONGEST), "node"))
    return "".join(out) + "</svg>"


def _colours(found: Sourcing) -> dict[str, int]:
    """Give the origins with most claims a colour of their own, and all others one together."""
    return {name: min(rank, SHAPES - 1) for rank, (name, _, _) in enumerate(by_origin(found))}


def _columns(found: Sourcing) -> dict[str, list[str]]:
    def ranked(names: Iterable[tuple[str, int]]) -> list[str]:
        total: Counter[str] = Counter()
        for name, n in names:
            if name:
                total[name] += n
        best = sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:COLUMN]
        return [name for name, _ in best]

    origins = ranked((p.origin, p.claims) for p in found.paths)
    rank = {name: i for i, name in enumerate(origins)}
    vias = ranked((p.via, p.claims) for p in found.paths)
    outlets = ranked((p.outlet, p.claims) for p in found.paths)
    return {"origin": origins, "via": _untangled(vias, "via", found, rank), "outlet": _untangled(outlets, "outlet", found, rank)}


def _untangled(names: list[str], side: str, found: Sourcing, rank: dict[str, int]) -> list[str]:
    """Order a column by where its paths come from on average, so that fewer lines cross."""

    def middle(name: str) -> tuple[float, str]:
        paths = [p for p in found.paths if getattr(p, side) == name and p.origin in rank]
        weight = sum(p.claims for p in paths)
        return (sum(rank[p.origin] * p.claims for p in paths) / weight if weight else 0.0, name)

    return sorted(names, key=middle)


def _placed(found: Sourcing, columns: dict[str, list[str]]) -> tuple[dict[Name, Node], float]:
    """Place the names: as high as their claims, spread over the height of the fullest column."""
    weight: Counter[Name] = Counter()
    for p in found.paths:
        weight.update({("origin", p.origin): p.claims, ("via", p.via): p.claims, ("outlet", p.outlet): p.claims})
    unit = min(4.0, max(0.5, FULL / max(1, sum(p.claims for p in found.paths))))
    tall = {(k, n): max(SMALLEST, weight[(k, n)] * unit) for k, names in columns.items() for n in names}
    sums = {k: sum(tall[(k, n)] for n in names) for k, names in columns.items()}
    height = max(sums[k] + GAP * (len(names) - 1) for k, names in columns.items())
    nodes: dict[Name, Node] = {}
    for kind, names in columns.items():
        gap = min((height - sums[kind]) / max(1, len(names) - 1), 3 * GAP)
        y = TOP + (height - sums[kind] - gap * (len(names) - 1)) / 2
        for name in names:
            nodes[(kind, name)] = Node(top=round(y, 1), height=round(tall[(kind, name)], 1), unit=unit)
            y += tall[(kind, name)] + gap
    return nodes, TOP + height + 8


def _long(name: str) -> float:
    return sum(
        CAPITAL if c.isupper() or c in "mw" else DIGIT if c.isdigit() or c in "-_" else LETTER for c in cut_words(name, LONGEST)
    )


def _links(found: Sourcing, nodes: dict[Name, Node], colours: dict[str, int]) -> list[str]:
    """Draw the paths, a strand for each origin; at each name they lie beside each other in the order of where they lead."""
    lines: Counter[tuple[Name, Name, str]] = Counter()
    for p in found.paths:
        steps: list[Name] = [("origin", p.origin), ("via", p.via), ("outlet", p.outlet)]
        steps = [s for s in steps if s[1]]
        if all(step in nodes for step in steps):
            lines.update({(a, b, p.origin): p.claims for a, b in pairwise(steps)})
    ends: dict[tuple[Name, Name, str, bool], float] = {}
    for forward in (True, False):
        total: Counter[Name] = Counter()
        for (a, b, _), n in lines.items():
            total[a if forward else b] += n
        used: Counter[Name] = Counter()
        for (a, b, origin), n in sorted(lines.items(), key=lambda kv: (nodes[kv[0][1] if forward else kv[0][0]].top, kv[0])):
            near = a if forward else b
            node = nodes[near]
            ends[(a, b, origin, forward)] = node.middle + node.unit * (used[near] + n / 2 - total[near] / 2)
            used[near] += n
    out = []
    for (a, b, origin), n in sorted(lines.items(), key=lambda kv: (-kv[1], kv[0])):
        x0 = PLACES[a[0]] + 14 + _long(a[1])
        x1 = PLACES[b[0]] - 4
        y0, y1, half = ends[(a, b, origin, True)], ends[(a, b, origin, False)], (x0 + x1) / 2
        wide = max(1.2, n * nodes[a].unit)
        out.append(
            f'<path class="flow f{colours[origin]}" stroke-width="{wide:.1f}" d="M{x0:.0f} {y0:.1f}C{half:.0f} {y0:.1f} {half:.0f} {y1:.1f} {x1:.0f} {y1:.1f}"/>'
        )
    return out
