"""Stories that grow: reports come one at a time or in batches, and find the stories that all of them at once would make.

What two reports have in common does not depend on the others, and groups that no likely pair joins do not touch.  So a report that comes asks
only its neighbours, and only the stories it meets are grouped anew.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rujuk.model.codec import decode, dumps
from rujuk.model.report import Report
from rujuk.model.story import Related, Reuse
from rujuk.relate import candidates as near
from rujuk.relate.decisions import Decisions, decide
from rujuk.relate.features import Features, features
from rujuk.relate.likeness import Comparison, likely_pairs
from rujuk.relate.naming import Moment, Renamed, anchored, moment, name_groups
from rujuk.relate.reuse import COMMON, LEAST_SHINGLES, distinct_shingles, enough, find_reuse, read_words, reuse_between
from rujuk.relate.shelf import Kept, Shelf
from rujuk.relate.stories import least, link, linked, prior
from rujuk.relate.vectors import side_by_side

BULK = 2000
"""From so many new reports on that are as many as the known ones, all pairs are sought at once: the same pairs, sooner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the reports that came did: the stories that are not what they were, and what became of ids."""

    stories: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: tuple[Renamed, ...]


def _kept(report: Report, found: Features) -> Kept:
    return report.id, found.day, found.pack(), distinct_shingles(report).astype("<u8").tobytes(), found.telling.tolist()


class Stories:
    """The stories of all reports so far.

    Args:
        shelf: where they are kept.
        read: gives the report of an id; asked only for those that share text.
        decisions: what a person merged and split.
        keep: a story keeps the id that was given first, whatever comes; else it is always called after its earliest report, as all reports at
            once would call it.
    """

    def __init__(
        self, shelf: Shelf, read: Callable[[str], Report], decisions: Decisions | None = None, *, keep: bool = True
    ) -> None:
        self._keep_ids = keep
        self._shelf, self._read, self._decisions = shelf, read, decisions or Decisions()
        self._reused: set[str] = set()

    def add(self, report: Report) -> str:
        """Put a report into its story, or open one for it; give the story's id."""
        self.add_all([report])
        return self._shelf.story(report.id) or ""

    def add_all(self, reports: Iterable[Report], gone: Iterable[str] = (), *, again: bool = False) -> Change:
        """Put reports into their stories.

        Args:
            reports: those that come; one that is known already changes nothing.
            gone: ids of reports that go.
            again: group everything anew, as when the decisions changed.
        """
        shelf = self._shelf
        before = shelf.count()
        touched: set[str] = set()
        emptied: set[str] = set()
        self._reused.clear()
        for ident in gone:
            if shelf.known(ident):
                left = shelf.story(ident) or ""
                touched |= set(shelf.members(left)) | self._removed(ident)
                touched.discard(ident)
                emptied.add(left)
        new = sorted((r for r in {r.id: r for r in reports}.values() if not shelf.known(r.id)), key=lambda r: r.id)
        bulk = len(new) >= max(BULK, before)
        if bulk:
            shelf.put_all(_kept(r, features(r)) for r in new)
        else:
            for report in new:
                touched |= self._entered(report)
        after = shelf.count()
        anew = bulk or (before > near.ALL_PAIRS) != (after > near.ALL_PAIRS)
        if anew:
            self._all_pairs()
        if len(new) == after:
            for reuse in find_reuse(new):
                self._keep(min(reuse.source, reuse.target), max(reuse.source, reuse.target), reuse)
        else:
            self._share([r.id for r in new])
        everything = again or anew or prior(before) != prior(after)
        groups = self._groups(shelf.reports() if everything else sorted(touched | {r.id for r in new} | self._decided()))
        return self._enter(groups, emptied)

    def story(self, story: str) -> Related:
        """Give a story with the reuse whose target is in it."""
        members = self._shelf.members(story)
        found = (decode(Reuse, json.loads(x)) for m in members for x in self._shelf.reuse(m).values())
        inside = set(members)
        unique = {(r.source, r.target): r for r in found if r.target in inside}
        return Related(story=story, reports=tuple(members), reuse=tuple(unique[k] for k in sorted(unique)))

    def _decided(self) -> set[str]:
        """Give the reports that decisions name, by their ids or those of stories called after them."""
        named = {x for d in self._decisions.decisions for x in d.these}
        found = {x for x in named if self._shelf.known(x)}
        stories = named - found
        return found | {r for r in self._shelf.reports() if anchored(r) in stories} if stories else found

    def _entered(self, report: Report) -> set[str]:
        """Keep a report and its likely pairs; give the reports whose pairs changed."""
        shelf, found = self._shelf, features(report)
        touched: set[str] = {report.id}
        if shelf.count() < near.ALL_PAIRS:
            others = shelf.reports()
            shelf.put_all([_kept(report, found)])
        else:
            met: Counter[str] = Counter()
            parted: set[tuple[str, str]] = set()
            for word in found.telling.tolist():
                before, after = shelf.around(word, found.day, report.id, near.NEAR)
                met.update(before)
                met.update(after)
                parted.update((b, after[near.NEAR - 1 - n]) for n, b in enumerate(before) if near.NEAR - 1 - n < len(after))
            shelf.put_all([_kept(report, found)])
            for a, b in sorted(parted):
                if b in shelf.pairs(a) and not self._meet(a, b):
                    shelf.pair(a, b, None)
                    touched |= {a, b}
            others = sorted(ident for ident, n in met.items() if n >= near.SHARED)
        self._compare(report.id, found, others)
        return touched

    def _compare(self, ident: str, found: Features, others: Sequence[str]) -> None:
        if not others:
            return
        beside = [Features.unpack(x) for x in self._shelf.features(others)]
        odds = Comparison(side_by_side([found, *beside], around=found)).odds(0, np.arange(1, len(others) + 1, dtype=np.int64))
        enough_odds = least(self._shelf.count())
        for other, value in zip(others, odds.tolist(), strict=True):
            if value >= enough_odds:
                self._shelf.pair(ident, other, value)

    def _meet(self, a: str, b: str) -> bool:
        """Say whether two reports still are candidates: they share telling words, and stand near each other among the holders."""
        one, other = (Features.unpack(x) for x in self._shelf.features((a, b)))
        places = (one.day, a), (other.day, b)
        low, high = sorted(places)
        shared = set(one.telling.tolist()) & set(other.telling.tolist())
        close = (self._shelf.between(word, low, high, near.NEAR + 2) <= near.NEAR + 1 for word in sorted(shared))
        return sum(close) >= near.SHARED

    def _removed(self, ident: str) -> set[str]:
        """Remove a report; pairs that come near each other by that are sought again."""
        shelf = self._shelf
        found = Features.unpack(shelf.features([ident])[0])
        closer: set[tuple[str, str]] = set()
        if shelf.count() > near.ALL_PAIRS:
            for word in found.telling.tolist():
                before, after = shelf.around(word, found.day, ident, near.NEAR)
                closer.update((b, after[near.NEAR - 1 - n]) for n, b in enumerate(before) if near.NEAR - 1 - n < len(after))
        lost = self._crossed(ident, gone=True)
        touched = set(shelf.pairs(ident))
        shelf.take(ident)
        for a, b in sorted(closer):
            if b not in shelf.pairs(a) and self._meet(a, b):
                self._compare(a, Features.unpack(shelf.features([a])[0]), [b])
                touched |= {a, b}
        self._reshare(lost)
        return touched

    def _all_pairs(self) -> None:
        """Seek all pairs from the beginning."""
        shelf = self._shelf
        idents = shelf.reports()
        found = [Features.unpack(x) for x in shelf.features(idents)]
        shelf.unpair()
        for (i, j), odds in likely_pairs(found, side_by_side(found), least(len(idents))).items():
            shelf.pair(idents[i], idents[j], odds)

    def _share(self, new: Sequence[str]) -> None:
        """Find the text that new reports share with others, and drop what rests on shingles that have become common."""
        shelf, arrived = self._shelf, set(new)
        done: set[tuple[str, str]] = set()
        crossed: set[tuple[str, str]] = set()
        for ident in new:
            shared: Counter[str] = Counter()
            for key in self._keys(ident).view(np.int64).tolist():
                holders = shelf.holders(key, COMMON + len(arrived) + 1)
                if len(holders) <= COMMON:
                    shared.update(holders)
                elif len([h for h in holders if h not in arrived]) <= COMMON:
                    crossed |= self._sharing(holders)
            del shared[ident]
            size = len(self._keys(ident))
            for other, count in sorted(shared.items()):
                pair = (min(ident, other), max(ident, other))
                if count < LEAST_SHINGLES or pair in done or not enough(count, size, len(self._keys(other))):
                    continue
                done.add(pair)
                self._keep_reuse(*pair)
        self._reshare(crossed - done)

    def _keys(self, ident: str) -> NDArray[np.uint64]:
        return np.frombuffer(self._shelf.shingles(ident), "<u8").astype(np.uint64)

    def _sharing(self, holders: Sequence[str]) -> set[tuple[str, str]]:
        inside = set(holders)
        return {(min(a, b), max(a, b)) for a in holders for b in self._shelf.reuse(a) if b in inside}

    def _crossed(self, ident: str, *, gone: bool) -> set[tuple[str, str]]:
        """Give the pairs that share a shingle which stops being common when `ident` goes."""
        found: set[tuple[str, str]] = set()
        for key in self._keys(ident).view(np.int64).tolist():
            holders = self._shelf.holders(key, COMMON + 2)
            if len(holders) == COMMON + gone:
                rest = [h for h in holders if h != ident]
                found |= {(a, b) for n, a in enumerate(rest) for b in rest[n + 1 :]}
        return found

    def _reshare(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Look at pairs again, one by one."""
        for a, b in sorted(pairs):
            one, other = self._keys(a), self._keys(b)
            both = np.intersect1d(one, other).view(np.int64).tolist()
            count = sum(len(self._shelf.holders(key, COMMON + 1)) <= COMMON for key in both)
            if enough(count, len(one), len(other)):
                self._keep_reuse(a, b)
            else:
                self._keep(a, b, None)

    def _keep_reuse(self, a: str, b: str) -> None:
        one, other = self._read(a), self._read(b)
        self._keep(a, b, reuse_between(one, other, read_words(one), read_words(other)))

    def _keep(self, a: str, b: str, reuse: Reuse | None) -> None:
        self._shelf.share(a, b, dumps(reuse) if reuse else None)
        self._reused |= {a, b}

    def _groups(self, seeds: Sequence[str]) -> list[list[str]]:
        """Group the reports that likely pairs join to the seeds, as all of them at once would be grouped."""
        shelf, before = self._shelf, prior(self._shelf.count())
        found: dict[str, dict[str, float]] = {}
        waiting = list(seeds)
        groups: list[list[str]] = []
        while waiting:
            start = waiting.pop()
            if start in found or not shelf.known(start):
                continue
            component, ahead = [], [start]
            while ahead:
                ident = ahead.pop()
                if ident in found:
                    continue
                component.append(ident)
                pairs = found[ident] = shelf.pairs(ident)
                ahead += linked(pairs, before)
            component.sort()
            place_of = {ident: n for n, ident in enumerate(component)}
            odds = {
                (n, place_of[other]): value
                for n, ident in enumerate(component)
                for other, value in sorted(found[ident].items())
                if place_of.get(other, -1) > n
            }
            groups += [[component[i] for i in g] for g in link(len(component), odds, before)]
        return decide(sorted(groups), self._decisions)

    def _enter(self, groups: Sequence[Sequence[str]], emptied: set[str]) -> Change:
        """Name the groups and put their reports into them."""
        shelf = self._shelf
        moments: dict[str, Moment] = {}
        for group in groups:
            for ident, data in zip(group, shelf.features(group), strict=True):
                moments[ident] = moment(ident, Features.unpack(data).day)
        named = name_groups(groups, moments, shelf.serial if self._keep_ids else lambda _: None)
        old = {s for g in groups for ident in g if (s := shelf.story(ident)) is not None}
        was = {s: shelf.members(s) for s in sorted(old)}
        for story in named.new:
            shelf.give(story)
        for story, group in named.stories.items():
            for ident in group:
                shelf.enter(ident, story)
        changed = {s for s, g in named.stories.items() if was.get(s) != list(g)} | (emptied & set(named.stories))
        changed |= {s for ident in self._reused if (s := shelf.story(ident)) is not None}
        gone = [s for s in sorted(old | emptied) if not shelf.members(s)]
        return Change(stories=tuple(sorted(changed)), gone=tuple(gone), renamed=named.renamed(was))
