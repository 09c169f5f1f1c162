"""People of one nation abroad: where a report tells of an evacuation, those counted there are affected ("580 Danes in Norwick")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rujuk.claim.drafts import Draft
from rujuk.claim.echoes import Loose
from rujuk.claim.measured import value_of
from rujuk.lang.figures import FigureLexicon

REACH = 4
"""Words behind the people in which it stands where they are."""


def abroad(loose: Iterable[Loose], drafts: Sequence[Draft], lexicon: FigureLexicon) -> list[Draft]:
    """Draft the numbers of nationals that no figure has taken, in a report that counts people of an evacuation."""
    if not any(d.measure == "evacuated" and not d.past for d in drafts):
        return []
    return [
        Draft(x.clause, x.counted.number, "affected", value_of(q, None), "abroad", None, x.counted, continued=True, past=x.past)
        for x in loose
        if (q := x.clause.words[x.counted.number].quantity) is not None and _staying(x, lexicon)
    ]


def _staying(x: Loose, lexicon: FigureLexicon) -> bool:
    """Say whether nationals are counted with the place where they are."""
    counted, words = x.counted, x.clause.words
    quantity = words[counted.number].quantity
    if counted.bare or quantity is None or (quantity.best is not None and quantity.best < 2):
        return False
    if not any(w.term.marks & {"origin", "abroad"} for w in words[counted.number + 1 : counted.end]):
        return False
    for w in words[counted.end : counted.end + REACH]:
        if w.text in lexicon.insides:
            return True
        if w.quantity is not None or w.text in ",;." or w.term.triggers:
            return False
    return False
