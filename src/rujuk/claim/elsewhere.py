"""Whether a figure belongs to a happening somewhere else that the report only recalls or compares."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rujuk.claim.drafts import Draft
from rujuk.claim.located import Named
from rujuk.claim.places import PlaceFinder
from rujuk.lang.figures import FigureLexicon
from rujuk.model.claim import Place
from rujuk.model.marks import TimeMention
from rujuk.model.span import Days

WEEKS = 14
"""Days before the report from which on a day at another place is another happening's; set by hand."""

NEXT = 2
"""Words between a place and the noun of the happening called by it ("the Norwick terrorist attacks")."""


def elsewhere(
    draft: Draft,
    place: Place | None,
    places: PlaceFinder,
    times: Sequence[TimeMention],
    lexicon: FigureLexicon,
    said: Days | None = None,
) -> bool:
    """Say whether a figure is of a happening elsewhere.

    So it is behind a happening called by another place ("the Norwick attacks that killed 12"); at another place, where the sentence speaks
    of a similar or separate one, or has a day weeks before the report; in a town that the lead does not name, where the sentence has a day
    and first speaks of a happening; and, in another country that the lead does not name, where the
    sentence has a day of its own.  `said` is the day of the report.
    """
    main = places.main
    if main is None or draft.clause.sentence.paragraph <= 1:
        return False
    sentence = draft.clause.sentence
    known = [n for n in places.of(sentence) if n.entity.place and n.entity.place != main.id and not places.leads(n)]
    if times and place is not None and _new(draft, lexicon):
        if any(n.entity.place == place.id and n.located == 2 and n.entity.within for n in known):
            return True
    here = [n for n in known if _apart(n, main)]
    if not here:
        return False
    first = sentence.span.start + draft.clause.words[draft.first].start
    if any(n.span.end <= first and _called(draft, n, lexicon) for n in here):
        return True
    own = next((n for n in here if place is not None and n.entity.place == place.id and n.located == 2), None)
    if own is None:
        return False
    if _another(draft) or any(_weeks_before(t, said) for t in times):
        return True
    return bool(times) and _country(own.entity.within, own.entity.place) != _country(main.within, main.id)


def _weeks_before(time: TimeMention, said: Days | None) -> bool:
    return time.days is not None and said is not None and (said.earliest - time.days.latest).days >= WEEKS


def _apart(n: Named, main: Place) -> bool:
    """Say whether the gazetteer knows both places and neither holds the other."""
    e = n.entity
    known = main.id is not None or bool(main.within)
    return known and e.place != main.id and e.place not in main.within and (main.id is None or main.id not in e.within)


def _country(within: tuple[str, ...], own: str | None) -> str | None:
    return within[-1] if within else own


def _called(draft: Draft, n: Named, lexicon: FigureLexicon) -> bool:
    """Say whether a happening is called by the place, and what it did is told by a relative clause before the figure."""
    words = draft.clause.words
    start = draft.clause.sentence.span.start
    k = next((k for k, w in enumerate(words) if w.start + start >= n.span.start), None)
    end = next((k for k, w in enumerate(words) if w.start + start >= n.span.end), None)
    if k is None or end is None:
        return False
    near = words[max(0, k - 1) : k] if lexicon.head_first else words[end : end + NEXT]
    if not any("event" in lexicon.marks(x) for w in near for x in (w.text, *w.term.words)):
        return False
    return any("relative" in w.term.marks for w in words[end : draft.first])


def _new(draft: Draft, lexicon: FigureLexicon) -> bool:
    """Say whether the figure is of a happening that the sentence first speaks of ("a suicide attack that killed")."""
    words = draft.clause.words[: draft.first]
    for k, w in enumerate(words):
        if w.text not in lexicon.articles:
            continue
        near = words[k + 1 : k + 2 + NEXT]
        event = next((j for j, x in enumerate(near) if "event" in lexicon.marks(x.text)), None)
        if event is not None and any("relative" in x.term.marks for x in words[k + 2 + event : k + 4 + event]):
            return True
    return False


def _another(draft: Draft) -> bool:
    """Say whether the sentence speaks of another happening before the figure ("a separate attack")."""
    words = draft.clause.words
    for a, b in pairwise(words[: draft.first]):
        if ("other" in a.term.marks and "event" in b.term.marks) or ("event" in a.term.marks and "other" in b.term.marks):
            return True
    return False
