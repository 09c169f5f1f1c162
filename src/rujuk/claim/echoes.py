"""Numbers that say again what another sentence of the report tells: the same people by the same number, or two groups that make them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.claim.breakdown import GAP, PERSONS, name_of
from rujuk.claim.clause import Clause
from rujuk.claim.counted import Counted
from rujuk.claim.drafts import Draft
from rujuk.claim.flags import modality_of, polarity_of
from rujuk.claim.measured import value_of
from rujuk.claim.parts import COUNTS
from rujuk.model.claim import Modality, Polarity

SURE = 50
"""Number from which on two counts of people in one report are of the same people, whatever they are called."""

NAMED = 3
"""The same where both have the same noun; smaller numbers stand for too many things.  All three set by hand."""

HARM = frozenset({"killed", "injured", "missing", "hostages", "affected"})
"""Measures of what befalls victims."""

PLAIN = 20
"""The same where neither has a noun but "people"."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A number of the report that nothing in its own sentence makes a figure; `past` is set where its sentence tells of another event."""

    clause: Clause
    counted: Counted
    past: bool


def echoes(loose: Sequence[Loose], drafts: Sequence[Draft]) -> list[Draft]:
    """Draft the numbers that repeat a figure of the report, or add up to one, in order."""
    sources = [
        d
        for d in drafts
        if d.measure in COUNTS
        and d.counted is not None
        and d.counted.classes & PERSONS
        and d.value.best is not None
        and modality_of(d) is Modality.ASSERTED
        and polarity_of(d) is Polarity.AFFIRMED
    ]
    if not loose:
        return []
    out = []
    for x in loose:
        same = [d for d in sources if _same(x, d)]
        if same and len({d.measure for d in drafts if d.value.best == same[0].value.best}) == 1:
            out.append(_repeat(x, same))
    done = {(id(d.clause), d.number) for d in out}
    out += _victims([x for x in loose if (id(x.clause), x.counted.number) not in done], sources)
    taken = {(id(d.clause), d.number) for d in out}
    out += _sums([x for x in loose if (id(x.clause), x.counted.number) not in taken], [*sources, *out])
    return out


def _victims(loose: Sequence[Loose], sources: Sequence[Draft]) -> list[Draft]:
    """Draft victims told of without what befell them: what befell the report's others, if that is one thing; else they are affected."""
    told = sorted(
        {d.measure for d in sources if d.measure in HARM and not d.past}
    )  # whose story it is, so that they are no past event's
    if len(told) > 1:
        return []
    measure = told[0] if told else "affected"
    out = []
    for x in loose:
        i, counted = x.counted.number, x.counted
        q = x.clause.words[i].quantity
        if q is None or (q.best is not None and q.best < 2) or counted.single:
            continue
        phrase = [w for w in x.clause.words[i + 1 : counted.end] if w.text[0].isalnum() and "skip" not in w.term.marks]
        if phrase and any("part-victim" in w.term.marks for w in (phrase[0], phrase[-1])) and "person" in counted.classes:
            out.append(
                Draft(x.clause, i, measure, value_of(q, None), "victims", None, counted, continued=True, past=x.past and not told)
            )
    return out


def _repeat(x: Loose, same: Sequence[Draft]) -> Draft:
    q = x.clause.words[x.counted.number].quantity
    assert q is not None
    item = next((d.item for d in same if d.item is not None), None)
    value = value_of(q, same[0].value.unit)
    past = x.past or all(d.past for d in same)
    return Draft(
        x.clause, x.counted.number, same[0].measure, value, "echo", None, x.counted, continued=True, past=past, item=item
    )


def _same(x: Loose, d: Draft) -> bool:
    """Say whether a loose number counts the people of a figure."""
    q, there = x.clause.words[x.counted.number].quantity, d.counted
    if (
        q is None
        or there is None
        or q.best != d.value.best
        or q.best is None
        or not x.counted.classes & PERSONS
        or x.counted.single
    ):
        return False
    sharp = _sharp(q.best)
    if q.best >= SURE and sharp:
        return True
    mine, theirs = _nouns(x.clause, x.counted), _nouns(d.clause, there)
    if mine or theirs:
        return bool(mine & theirs) and q.best >= NAMED
    return q.best >= PLAIN and (sharp or x.clause.sentence.paragraph <= 0)


def _sharp(number: float) -> bool:
    """Say whether a number is no round one, which many things may have."""
    digits = f"{number:.0f}".rstrip("0")
    return number == int(number) and (number % 10 != 0 or len(digits) >= 3)


def _nouns(clause: Clause, counted: Counted) -> set[str]:
    """Give the nouns that tell which people are counted."""
    return {
        w.text
        for w in clause.words[counted.number + 1 : counted.end]
        if w.term.classes & PERSONS and not w.term.marks & {"part-anyone", "part-whole"}
    }


def _sums(loose: Sequence[Loose], sources: Sequence[Draft]) -> list[Draft]:
    """Draft neighbours in a list that each name a group and together make up a figure ("150 men and 162 women" of 312)."""
    out: list[Draft] = []
    for a, b in pairwise(loose):
        i, j = a.counted.number, b.counted.number
        if (
            a.clause is not b.clause
            or not 0 <= j - a.counted.end <= GAP
            or any(d.clause is a.clause and d.number == i for d in out)
        ):
            continue
        p, q = a.clause.words[i].quantity, a.clause.words[j].quantity
        if p is None or q is None or p.best is None or q.best is None:
            continue
        whole = next((d for d in sources if d.value.best == p.best + q.best), None)
        names = [name_of(x.clause, x.counted, -1) for x in (a, b)]
        between = a.clause.words[a.counted.end : j]
        if whole is None or not all(n for n, _ in names) or not (_group(a, names[0][1]) and _group(b, names[1][1])):
            continue
        if not any(w.text == "," or "coordinator" in w.term.marks for w in between):
            continue
        for x, quantity, (name, noun) in ((a, p, names[0]), (b, q, names[1])):
            value = value_of(quantity, whole.value.unit)
            n = x.counted.number
            out.append(
                Draft(x.clause, n, whole.measure, value, "sum", noun, x.counted, continued=True, past=x.past, item=name)
            )  # fmt: skip
    return out


def _group(x: Loose, noun: int | None) -> bool:
    """Say whether a group of people is named beside a number: right behind it, or by the word `noun` before it."""
    i = x.counted.number
    words = x.clause.words[i + 1 : max(x.counted.end, i + 3)]
    near = [*words, *([x.clause.words[noun]] if noun is not None else [])]
    return any("part-group" in w.term.marks for w in near)
