"""More training sentences: the same sentences with other names in them, so that surroundings and the build of a name count, not its words.

Source: Dai and Adel 2020, "An analysis of simple data augmentation for named entity recognition" (mention replacement).
"""

from __future__ import annotations

import random

from rujuk.lang.names import NameLexicon

Marked = tuple[str, list[tuple[int, int, str]]]


def pools(
    marked: list[Marked], lexicon: NameLexicon, persons: list[str], places: list[str], bodies: list[str]
) -> dict[tuple[str, bool], list[str]]:
    """Give the distinct names by kind and by whether they are of one word, with `persons`, `places` and `bodies` beside those of the sentences."""
    found: dict[tuple[str, bool], set[str]] = {}
    for text, gold in marked:
        for a, b, kind in gold:
            name = text[a:b]
            if kind != "unknown" and name[0].isupper():
                found.setdefault((kind, " " in name), set()).add(name)
    for kind, more in (("person", persons), ("place", places), ("organisation", bodies)):
        for name in more:
            found.setdefault((kind, " " in name), set()).add(name)
    return {key: sorted(names) for key, names in found.items()}


def swapped(marked: list[Marked], pool: dict[tuple[str, bool], list[str]], seed: int) -> list[Marked]:
    """Give the sentences that hold names with each name replaced by one of its kind and length."""
    dice = random.Random(seed)
    out: list[Marked] = []
    for text, gold in marked:
        if not gold:
            continue
        made, at, spans = "", 0, []
        for a, b, kind in sorted(gold):
            if a < at:
                continue
            made += text[at:a]
            choice = pool.get((kind, " " in text[a:b]))
            name = dice.choice(choice) if choice and kind != "unknown" and text[a].isupper() else text[a:b]
            spans.append((len(made), len(made) + len(name), kind))
            made += name
            at = b
        out.append((made + text[at:], spans))
    return out


def spelt(folded: str) -> str:
    """Give a folded name with capitals."""
    return "-".join(" ".join(w[:1].upper() + w[1:] for w in part.split(" ")) for part in folded.split("-"))


def people(lexicon: NameLexicon, count: int, seed: int) -> list[str]:
    """Make names of people of the words of `given.tsv`: one word, two or three."""
    dice = random.Random(seed)
    first = sorted(w for w, k in lexicon.given.items() if k in "fm")
    last = sorted(w for w, k in lexicon.given.items() if k in "lm")
    out = []
    for n in range(count):
        words = (
            [dice.choice(last)]
            if n % 3 == 0
            else [dice.choice(first), dice.choice(last)]
            if n % 3 == 1
            else [dice.choice(first), dice.choice("ABCDEFGHJKLMNPRSTW") + ".", dice.choice(last)]
        )
        out.append(" ".join(spelt(w) for w in words))
    return out


def towns(lexicon: NameLexicon, levels: str, step: int) -> list[str]:
    """Give every `step`-th place of the gazetteer with one of the levels."""
    names = [
        key
        for key in sorted(lexicon.places.lines)
        if lexicon.places.level(key) in levels and key.replace(" ", "").replace("-", "").isalpha()
    ]
    return [spelt(n) for n in names[::step]]


def bodies(lexicon: NameLexicon, count: int, seed: int) -> list[str]:
    """Make names of organisations: "Derby Institute", "University of Derby", "Hale & Porter", "Derby Hawks", "KRT"."""
    dice = random.Random(seed)
    heads = sorted(w.capitalize() for w in lexicon.organisations if w.isalpha() and len(w) > 3)
    teams = [h for h in heads if h.endswith("s")]
    last = sorted(w for w, k in lexicon.given.items() if k in "lm")
    town = towns(lexicon, "C", 1)
    adjectives = sorted(w.capitalize() for w in lexicon.demonyms if not w.endswith("s"))
    out = []
    for n in range(count):
        a, b = spelt(dice.choice(last)), spelt(dice.choice(last))
        place, head, team = dice.choice(town), dice.choice(heads), dice.choice(teams)
        out.append(
            (
                f"{place} {head}",
                f"{a} {head}",
                f"{place} {team}",
                f"{a} & {b}",
                f"{head} of {place}",
                f"{dice.choice(adjectives)} {dice.choice(heads)} {head}",
                "".join(dice.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(dice.choice((3, 3, 4)))),
                team,
            )[n % 8]
        )
    return sorted({*out, *(spelt(k) if len(k) > 4 else k.upper() for k in lexicon.known)})
