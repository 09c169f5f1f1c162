"""Places to gazetteer ids, and what lies around them: from the gazetteer, and from the report's own wording."""

from __future__ import annotations

import itertools
from collections import Counter

from rujuk.lang.names import NameLexicon
from rujuk.lang.places import Place
from rujuk.mark.aliases import Group
from rujuk.mark.mentions import Mention, NamedReport

SURE_TOWN = 100
"""A town of fewer thousands than this needs the report's country or wording to be believed."""


def place_groups(groups: list[Group], report: NamedReport, lexicon: NameLexicon) -> list[tuple[str | None, tuple[str, ...]]]:
    """Give for each group of place mentions its gazetteer id (where sure) and its surroundings, nearest first."""
    options = [_options(g, report, lexicon) for g in groups]
    spoken = _spoken(groups, options, report, lexicon)
    countries: Counter[str] = Counter()
    named: set[str] = set()
    for g, found in zip(groups, options, strict=True):
        if found and not found[0].around:
            countries[found[0].country] += 2 * len(g.mentions)
            named.add(found[0].id)
        elif len({p.country for p in found}) == 1:
            countries[found[0].country] += len(g.mentions)
            named.update(p.id for p in found if p.level in "pr")
    main = min(countries, key=lambda c: (-countries[c], c)) if countries else None
    chosen = [_choose(found, main, countries, named) for found in options]
    out: list[tuple[str | None, tuple[str, ...]]] = []
    for n in range(len(groups)):
        pick = chosen[n]
        chain: list[str] = []
        seen = {n}
        at = spoken.get(n)
        while at is not None and at not in seen:
            seen.add(at)
            other = chosen[at]
            chain.append(other.id if other else _name(groups[at], report))
            if other:
                chain.extend(x for x in other.around if x not in chain)
                break
            at = spoken.get(at)
        if pick is not None and spoken.get(n) is not None:
            held = chosen[spoken[n]]
            if held is not None and held.id not in pick.around:
                better = [p for p in options[n] if held.id in p.around]
                pick = better[0] if better else (pick if not pick.around else None)
        if pick is not None:
            chain = [*pick.around, *(x for x in chain if x not in pick.around and x != pick.id)] if pick.around else []
        out.append((pick.id if pick else None, tuple(chain)))
    return out


def _name(g: Group, report: NamedReport) -> str:
    m = g.mentions[0]
    return " ".join(report.lines[m.line].words[m.first : m.end])


def _options(g: Group, report: NamedReport, lexicon: NameLexicon) -> list[Place]:
    """Give the gazetteer's places for any form of the group; a form's head ("kota", "kecamatan") narrows the level."""
    found: list[Place] = []
    for form in g.forms:
        head, _, rest = form.partition(" ")
        shown = [w for m in g.mentions if m.form == form for w in [" ".join(report.lines[m.line].words[m.first : m.end])]]
        here = list(lexicon.places.places(next((lexicon.short_places[w] for w in shown if w in lexicon.short_places), form)))
        if not here and rest and head in lexicon.levels:
            here = [p for p in lexicon.places.places(rest) if p.level in lexicon.levels[head]]
        found.extend(p for p in here if p not in found)
    return found


def _choose(found: list[Place], main: str | None, countries: Counter[str], named: set[str]) -> Place | None:
    """Pick the place meant: one whose surroundings the report names, else the largest in the report's country, else a large one."""
    if not found:
        return None
    if not found[0].around:
        return found[0]
    own = {p.id for p in found}
    held = [p for p in found if any(x in named and x not in own for x in p.around[:-1])]
    if held and (held[0] is found[0] or found[0].country != main or found[0].level in "dc"):
        return held[0]
    inside = [p for p in found if p.country == main]
    sure = [p for p in inside if p.level != "d"] or (inside if len(inside) == 1 else [])
    if sure:
        return sure[0]
    mentioned = [p for p in found if countries[p.country]]
    if mentioned and mentioned[0].level != "d":
        return mentioned[0]
    return found[0] if found[0].size >= SURE_TOWN and found[0].level != "d" else None


def _may_hold(
    inner: Group,
    outer: Group,
    within: list[Place],
    around: list[Place],
    a: Mention,
    b: Mention,
    report: NamedReport,
    lexicon: NameLexicon,
) -> bool:
    """Say whether "A, B" can mean A in B: not where the gazetteer knows both otherwise, nor in a list ("A, B dan C", "Pulau A, Pulau B")."""
    if within and around:
        ids = {p.id for p in around}
        return any(ids & set(p.around) for p in within)
    if inner.forms[0].split(" ")[0] == outer.forms[0].split(" ")[0] and " " in inner.forms[0]:
        return False
    words = report.lines[a.line].words
    rest = [w.lower() for w in words[b.end : b.end + 2]]
    before = words[a.first - 1].lower() if a.first else ""
    return not any(w in lexicon.list_words for w in rest) and before not in lexicon.list_words and a.first > 0


def _spoken(groups: list[Group], options: list[list[Place]], report: NamedReport, lexicon: NameLexicon) -> dict[int, int]:
    """Give for each group the group that the report's wording puts around it: "Y, Iran", "desa Z di W", "the village of Z in W"."""
    number = {(m.line, m.first): n for n, g in enumerate(groups) for m in g.mentions}
    out: dict[int, int] = {}
    order = sorted((m for g in groups for m in g.mentions), key=lambda m: (m.line, m.first))
    for a, b in itertools.pairwise(order):
        if a.line != b.line:
            continue
        between = [w.lower() for w in report.lines[a.line].words[a.end : b.first]]
        if between in ([","], ["("], []) or (
            len(between) in (1, 2) and between[-1] in lexicon.inside and all(w == "," or w in lexicon.inside for w in between)
        ):
            n, around = number[a.line, a.first], number[b.line, b.first]
            if n != around and _may_hold(groups[n], groups[around], options[n], options[around], a, b, report, lexicon):
                out.setdefault(n, around)
    return out
