"""From origins by way of agencies to outlets: the sourcing of a story as a picture and as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from rujuk.model.marked import MarkedReport
from rujuk.model.story import Reuse, ReuseKind, Story
from rujuk.tell.axis import cut_words, text
from rujuk.tell.claims import shown_name
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import Language, say

COLUMN = 24
"""Most names in a column of the picture; the list below it has them all.  Set by eye: the picture fills one screen."""

WIDTH, ROW, TOP = 900, 30, 44
BOX = 206
LONGEST, LETTER = 30, 6.6
"""Characters of a name, and the room one takes: lines start where a name ends."""
PLACES = {"origin": 0.0, "via": (WIDTH - BOX) / 2, "outlet": float(WIDTH - BOX)}


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
    return [(o, n, [p for p in found.paths if p.origin == o]) for o, n in sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))]


def provenance_svg(found: Sourcing, story: Story, language: Language) -> str | None:
    """Draw origins, agencies and outlets in three columns with their paths; None where there is nothing to draw."""
    columns = _columns(found)
    if not columns["origin"] or not columns["outlet"]:
        return None
    rows = max(len(c) for c in columns.values())
    height = TOP + rows * ROW + 8
    at = {(k, n): TOP + (rows - len(c)) * ROW / 2 + i * ROW + ROW / 2 for k, c in columns.items() for i, n in enumerate(c)}
    slug = f"{story.id.partition(':')[2]}-{language}"
    title = f"{say('sources', language)}: {story.title}"
    told = "; ".join(" → ".join(x for x in (p.origin, p.via, p.outlet) if x) + f" ({p.claims})" for p in found.paths[:40])
    out = [
        f'<svg class="graph" viewBox="0 0 {WIDTH} {height:g}" role="img" lang="{language}" aria-labelledby="pt-{slug}" aria-describedby="pd-{slug}">',
        f'<title id="pt-{slug}">{escape(title)}</title><desc id="pd-{slug}">{escape(told)}</desc>',
    ]
    for kind in ("origin", "via", "outlet"):
        if columns[kind]:
            out.append(text(PLACES[kind], 20, say(f"column_{kind}", language), "head"))
    out.extend(_links(found, at))
    for copy in found.copies:
        a, b = at.get(("outlet", copy.source)), at.get(("outlet", copy.target))
        if a is not None and b is not None:
            x = PLACES["outlet"] - 6
            out.append(f'<path class="copy" d="M{x:g} {a:g}C{x - 46:g} {a:g} {x - 46:g} {b:g} {x:g} {b:g}m-7 -4l7 4l-7 4"/>')
    for (kind, name), y in at.items():
        out.append(f'<path class="stub {kind}" d="M{PLACES[kind]:g} {y - 10:g}v20"/>')
        out.append(text(PLACES[kind] + 8, y + 4.5, cut_words(name, LONGEST), "node"))
    return "".join(out) + "</svg>"


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


def _links(found: Sourcing, at: dict[tuple[str, str], float]) -> list[str]:
    lines: Counter[tuple[str, str, str, str]] = Counter()
    for p in found.paths:
        steps = (
            [("origin", p.origin), ("via", p.via), ("outlet", p.outlet)]
            if p.via
            else [("origin", p.origin), ("outlet", p.outlet)]
        )
        if any(step not in at for step in steps):
            continue
        for a, b in pairwise(steps):
            lines[(*a, *b)] += p.claims
    out = []
    for (kind, name, other, target), n in sorted(lines.items()):
        x0 = PLACES[kind] + 16 + LETTER * len(cut_words(name, LONGEST))
        x1 = PLACES[other] - 4
        y0, y1 = at[(kind, name)], at[(other, target)]
        half = (x0 + x1) / 2
        wide = min(12.0, 1.0 + n**0.75)
        out.append(
            f'<path class="flow" stroke-width="{wide:.1f}" d="M{x0:g} {y0:g}C{half:g} {y0:g} {half:g} {y1:g} {x1:g} {y1:g}"/>'
        )
    return out
