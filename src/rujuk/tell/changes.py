"""What changed between two dossiers: findings that are new, moved, disputed, settled or gone; new reports and origins.

Findings have ids made of their claims, so one that gained a report has a new id.  They are matched by id; else by the claims they share (ids of
claims come from the reports' content and do not change); else by the question they answer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.claim import ClaimKind
from rujuk.model.codec import dumps, optional
from rujuk.model.dossier import Dossier, Generator
from rujuk.model.report import Report
from rujuk.model.span import Days
from rujuk.model.story import Bilingual, Estimate, Finding, Origin, Status, Story
from rujuk.tell.claims import outlet_name
from rujuk.tell.lookup import Lookup

SCHEMA = "rujuk/diff/1"
SINGLE = (Status.SINGLE_REPORT, Status.SINGLE_ORIGIN)


class Kind(StrEnum):
    """Kinds of change, in the order in which they are told."""

    CONTESTED = "contested"
    """Origins differ now, and did not."""
    REVISED = "revised"
    """A correction took the figure down, or back."""
    UPDATED = "updated"
    """The printed figure moved."""
    RESOLVED = "resolved"
    """Origins differed, and do not any more."""
    CONFIRMED = "confirmed"
    """It rested on one origin; a second, independent one gives it too."""
    WITHDRAWN = "withdrawn"
    """There was a finding; there is none, and its sentences answer no other question."""
    NEW = "new"
    WEAKENED = "weakened"
    """An origin is gone."""
    SUPPORTED = "supported"
    """The same figure and verdict, in more reports or from more origins."""
    MOVED = "moved"
    """The sentences of a finding now answer another question: two were one."""
    DROPPED = "dropped"
    """A statement that the dossier tells no more, though its reports are there: a story has room for a few."""


ORDER = list(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A finding as one dossier has it."""

    finding: str
    status: Status
    estimate: Estimate | None
    summary: Bilingual
    origins: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One finding that changed.

    `reason` says why a finding is gone: `reports-gone`, `moved` (its claims now answer the question `moved_to`), or `not-told`.
    """

    kind: Kind
    question: Bilingual
    old: State | None
    new: State | None
    origins_new: tuple[str, ...] = ()
    origins_gone: tuple[str, ...] = ()
    reports_new: tuple[str, ...] = ()
    reason: str | None = optional()
    moved_to: Bilingual | None = optional()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A report that is new or gone."""

    id: str
    outlet: str | None
    title: str | None
    url: str | None
    published: Days | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What changed in one story; `old` or `new` is None for a story that only one dossier has."""

    old: str | None
    new: str | None
    title: str
    changes: tuple[Change, ...]
    reports_new: tuple[Seen, ...]
    reports_gone: tuple[Seen, ...]
    origins_new: tuple[str, ...]
    origins_gone: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Say whether anything is different."""
        return bool(self.changes or self.reports_new or self.reports_gone or self.old is None or self.new is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """All stories that changed, those of the new dossier in its order, then those that are gone."""

    schema: str = SCHEMA
    old: Generator
    new: Generator
    stories: tuple[StoryChange, ...]

    @property
    def changed(self) -> bool:
        """Say whether anything is different."""
        return bool(self.stories)

    @property
    def same_versions(self) -> bool:
        """Say whether both dossiers were made by the same program with the same data."""
        return self.old == self.new

    def to_json(self) -> str:
        """Write it as JSON."""
        return dumps(self, indent=1) + "\n"


def compare(old: Dossier, new: Dossier) -> Diff:
    """Find what changed from one dossier to another."""
    before, after = Lookup.of(old), Lookup.of(new)
    partner = _match_stories(old.stories, new.stories)
    stories = [_story(partner.get(s.id), s, before, after) for s in new.stories]
    met = {s.id for s in partner.values()}
    stories += [_story(s, None, before, after) for s in old.stories if s.id not in met]
    return Diff(old=old.generator, new=new.generator, stories=tuple(s for s in stories if s.changed))


def _match_stories(old: Sequence[Story], new: Sequence[Story]) -> dict[str, Story]:
    """Give the old story of each new one: the one with most reports in common."""
    pairs = [(len(set(a.reports) & set(b.reports)), a, b) for a in old for b in new]
    out: dict[str, Story] = {}
    used: set[str] = set()
    for shared, a, b in sorted(pairs, key=lambda p: (-p[0], p[1].id != p[2].id, p[1].id, p[2].id)):
        if (shared or a.id == b.id) and a.id not in used and b.id not in out:
            used.add(a.id)
            out[b.id] = a
    return out


def _story(old: Story | None, new: Story | None, before: Lookup, after: Lookup) -> StoryChange:
    was = old.findings if old else ()
    now = new.findings if new else ()
    partner = match_findings(was, now)
    changes = [_new(f, after) for f in now if f.id not in partner]
    changes += [c for f in now if f.id in partner and (c := _moved(partner[f.id], f, before, after)) is not None]
    met = {f.id for f in partner.values()}
    changes += [_withdrawn(f, now, before, after) for f in was if f.id not in met]
    weight = {f.id: f.weight for f in (*was, *now)}

    def rank(c: Change) -> tuple[int, float, str]:
        ident = (c.new or c.old).finding if (c.new or c.old) else ""  # type: ignore[union-attr]
        return (ORDER.index(c.kind), -weight[ident], ident)

    here, there = set(new.reports) if new else set(), set(old.reports) if old else set()
    told = new or old
    assert told is not None
    return StoryChange(
        old=old.id if old else None,
        new=new.id if new else None,
        title=told.title,
        changes=tuple(sorted(changes, key=rank)),
        reports_new=tuple(_seen(m.report) for m in (after.reports_of(new) if new else []) if m.report.id not in there),
        reports_gone=tuple(_seen(m.report) for m in (before.reports_of(old) if old else []) if m.report.id not in here),
        origins_new=_unknown([o for f in now for o in f.origins], [o for f in was for o in f.origins]),
        origins_gone=_unknown([o for f in was for o in f.origins], [o for f in now for o in f.origins]),
    )


def match_findings(old: Sequence[Finding], new: Sequence[Finding]) -> dict[str, Finding]:
    """Give the old finding of each new one that has one: by id, else by shared claims, else, where no claim of either is known to the other side, by its question.

    Statements are grouped anew in every run; one is the same where most of the old sentences are in it.
    """
    ids = {f.id: f for f in old}
    out = {f.id: ids[f.id] for f in new if f.id in ids}
    used = set(out)
    pairs = []
    for f in new:
        for g in old:
            shared = len(set(f.claims) & set(g.claims))
            if shared and _sort(f) == _sort(g) and (f.measure is not None or 2 * shared > len(set(g.claims))):
                pairs.append((-shared, -shared / len(set(f.claims) | set(g.claims)), f.id, g.id))
    for _, _, a, b in sorted(pairs):
        if a not in out and b not in used:
            out[a] = ids[b]
            used.add(b)
    # A finding whose sentences answer another question now has moved there; it did not become its namesake.
    held, had = {c for f in new for c in f.claims}, {c for f in old for c in f.claims}
    fresh = [f for f in new if not had.intersection(f.claims)]
    gone = [f for f in old if not held.intersection(f.claims)]
    for key in (_question, _subject):
        _by_key(key, [f for f in fresh if f.id not in out], [f for f in gone if f.id not in used], out, used)
    return out


def _by_key(
    key: Callable[[Finding], Hashable | None],
    new: Sequence[Finding],
    old: Sequence[Finding],
    out: dict[str, Finding],
    used: set[str],
) -> None:
    """Match what has one key, and alone has it, on both sides."""
    mine, theirs = defaultdict(list), defaultdict(list)
    for f in new:
        mine[key(f)].append(f)
    for f in old:
        theirs[key(f)].append(f)
    for k, found in mine.items():
        if k is not None and len(found) == 1 and len(theirs.get(k, ())) == 1:
            out[found[0].id] = theirs[k][0]
            used.add(theirs[k][0].id)


def _sort(f: Finding) -> tuple[object, ...]:
    """Tell what kind of question it is: figures of two measures, or a part and a whole, are never one."""
    return (f.kind, f.measure, f.part is None, f.background)


def _question(f: Finding) -> Hashable | None:
    return (f.kind, f.measure, f.background, f.question.en)


def _subject(f: Finding) -> Hashable | None:
    """Give what a figure is about: measure, part, place; None for a statement."""
    if f.measure is None:
        return None
    place = (f.place.id or f.place.name.casefold()) if f.place else ""
    return (f.measure, (f.part or "").casefold(), place, f.background)


def _new(f: Finding, lookup: Lookup) -> Change:
    return Change(kind=Kind.NEW, question=f.question, old=None, new=_state(f, lookup))


def _moved(was: Finding, now: Finding, before: Lookup, after: Lookup) -> Change | None:
    a, b = _state(was, before), _state(now, after)
    gained, lost = _unknown(now.origins, was.origins), _unknown(was.origins, now.origins)
    kind = _kind(was, now, bool(gained), bool(lost), bool(set(b.reports) - set(a.reports)))
    if kind is None:
        return None
    return Change(
        kind=kind,
        question=now.question,
        old=a,
        new=b,
        origins_new=gained,
        origins_gone=lost,
        reports_new=tuple(r for r in b.reports if r not in a.reports),
    )


def _kind(was: Finding, now: Finding, gained: bool, lost: bool, more: bool) -> Kind | None:
    moved = _figure(was) != _figure(now)
    if now.status != was.status and Status.CONTESTED in (was.status, now.status):
        return Kind.CONTESTED if now.status == Status.CONTESTED else Kind.RESOLVED
    if now.status == Status.REVISED and (was.status != Status.REVISED or moved):
        return Kind.REVISED
    if moved:
        return Kind.UPDATED
    if was.status in SINGLE and now.status == Status.AGREED:
        return Kind.CONFIRMED
    if was.status == Status.AGREED and now.status in SINGLE:
        return Kind.WEAKENED
    if was.status != now.status and Status.UPDATED in (was.status, now.status):
        return Kind.UPDATED
    if more or gained:
        return Kind.SUPPORTED
    return Kind.WEAKENED if lost else None


def _figure(f: Finding) -> tuple[object, ...] | None:
    e = f.estimate
    return (e.low, e.best, e.high, e.unit) if e else None


def _withdrawn(f: Finding, now: Sequence[Finding], before: Lookup, after: Lookup) -> Change:
    state = _state(f, before)
    held = Counter(g.id for g in now for c in g.claims if c in f.claims)
    moved_to = None
    if not set(state.reports) & set(after.reports):
        reason = "reports-gone"
    elif held:
        reason = "moved"
        home = min(held, key=lambda i: (-held[i], i))
        moved_to = next(g.question for g in now if g.id == home)
    else:
        reason = "not-told"
    kind = Kind.MOVED if reason == "moved" else Kind.WITHDRAWN
    if reason == "not-told" and f.kind == ClaimKind.STATEMENT:
        kind = Kind.DROPPED
    return Change(kind=kind, question=f.question, old=state, new=None, reason=reason, moved_to=moved_to)


def _state(f: Finding, lookup: Lookup) -> State:
    reports = dict.fromkeys(m.report.id for m, _ in lookup.claims_of(f.claims))
    return State(
        finding=f.id,
        status=f.status,
        estimate=f.estimate,
        summary=f.summary,
        origins=tuple(o.name for o in f.origins),
        reports=tuple(reports),
    )


def _unknown(here: Sequence[Origin], there: Sequence[Origin]) -> tuple[str, ...]:
    """Name the origins that the other side does not know under any of their names."""
    names = {n.casefold() for o in there for n in (o.name, *o.merged)}
    return tuple(dict.fromkeys(o.name for o in here if not names & {n.casefold() for n in (o.name, *o.merged)}))


def _seen(report: Report) -> Seen:
    return Seen(
        id=report.id,
        outlet=outlet_name(report),
        title=report.title,
        url=report.url,
        published=report.published.days if report.published else None,
        source=report.source,
    )
