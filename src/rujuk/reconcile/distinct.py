"""Questions that a reader could not tell apart get the difference into their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from rujuk.model.claim import Modality
from rujuk.model.story import Bilingual, Finding
from rujuk.reconcile.datum import Datum
from rujuk.reconcile.wording import both, days, figure, template

Note = Callable[[Finding, Sequence[Datum]], Bilingual | None]


def _planned(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    return both(lambda x: template(x, "note", "planned")) if all(d.claim.modality == Modality.PLANNED for d in data) else None


def _further(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    return both(lambda x: template(x, "note", "further")) if all(d.claim.increment for d in data) else None


def _counted(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    written = [d.claim.counted for d in data if d.claim.counted]
    words = Counter(w.casefold() for w in written)
    if not words:
        return None
    best = min(words, key=lambda w: (-words[w], len(w), w))
    # In small letters if anybody writes it so: "Somali" has none, the "Members" of a headline do.
    best = max((w for w in written if w.casefold() == best), key=lambda w: (w == best, w))
    return Bilingual(id=best, en=best)


def _day(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    when = f.estimate.as_of if f.estimate else None
    return both(lambda x: days(when, x)) if when else None


def _speaker(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    if not f.origins:
        return None
    return both(lambda x: template(x, "note", "speaker").format(name=f.origins[0].name))


def _number(f: Finding, data: Sequence[Datum]) -> Bilingual | None:
    value = next((d.claim.value for d in data if d.claim.value is not None), None)
    return both(lambda x: template(x, "note", "number").format(figure=figure(value, x))) if value else None


NOTES: tuple[Note, ...] = (_planned, _further, _day, _counted, _speaker, _number)
"""What tells two questions apart, what a reader asks for first."""


def tell_apart(findings: Sequence[Finding], data: Mapping[str, Sequence[Datum]]) -> list[Finding]:
    """Add to each question that another finding prints too what makes it another; the weightiest of them stays as it is.

    Args:
        findings: findings of figures.
        data: the figures of each finding, by the finding's id.
    """
    by_question: dict[str, list[Finding]] = defaultdict(list)
    for f in findings:
        by_question[f.question.en].append(f)
    told: dict[str, Bilingual] = {}
    for group in by_question.values():
        # What is only planned or asked for never passes for what was done.
        ordered = sorted(group, key=lambda f: (_planned(f, data[f.id]) is not None, -f.weight, f.id))
        note = _planned(ordered[0], data[ordered[0].id])
        used = {(ordered[0].question.en, note.en if note else "")}
        if note is not None:
            told[ordered[0].id] = _noted(ordered[0], note)
        for f in ordered[1:]:
            told[f.id] = _words(f, ordered[0], data, used)
    return [replace(f, question=told.get(f.id, f.question)) for f in findings]


def _words(f: Finding, main: Finding, data: Mapping[str, Sequence[Datum]], used: set[tuple[str, str]]) -> Bilingual:
    """Write the question with as few notes as tell it from those before it."""
    notes: list[Bilingual] = []
    for make in NOTES:
        mine, theirs = make(f, data[f.id]), make(main, data[main.id])
        if mine is None or mine == theirs:
            continue
        if (f.question.en, mine.en) not in used:
            notes.append(mine)
            break
        notes.append(mine)
    text = both(lambda x: ", ".join(getattr(n, x) for n in notes))
    used.add((f.question.en, text.en))
    return _noted(f, text) if notes else f.question


def _noted(f: Finding, note: Bilingual) -> Bilingual:
    return both(
        lambda x: template(x, "question_note").format(question=getattr(f.question, x).removesuffix("?"), note=getattr(note, x))
    )
