"""Build on what earlier runs found: only new documents are read, only new reports marked, only the stories they touch told again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rujuk.engine.building import Clock, Counts, all_digests, assemble, gather, mark_all, nothing_exists
from rujuk.engine.graph import STAGES
from rujuk.engine.marking import date_undated
from rujuk.engine.progress import Progress, Silent
from rujuk.engine.reading import BATCH, document_size, open_all, read_one, together
from rujuk.engine.telling import date_by_story, tell_story
from rujuk.engine.workers import WORTH_A_POOL, cores, ordered_map
from rujuk.model.codec import decode, dumps, encode
from rujuk.model.dossier import Dossier
from rujuk.model.marked import MarkedReport
from rujuk.model.report import Failure, Report
from rujuk.model.story import Story
from rujuk.read.documents import Document
from rujuk.relate.decisions import Decisions
from rujuk.relate.naming import Renamed
from rujuk.relate.streaming import Stories
from rujuk.store.state import State, digest_of, open_state
from rujuk.version import __version__

if TYPE_CHECKING:
    from rujuk.engine.fetching import Web

FORM = 1
"""Counts up when what the state file holds changes its form or its meaning."""
SAME_BYTES = "the same bytes as "


@dataclass(slots=True)
class Remembered:
    """What a run on a state did, for the person at the keyboard."""

    documents: int = 0
    """Documents read in this run."""
    replaced: tuple[str, ...] = ()
    """Sources that hold something else than in an earlier run, sorted; what they held is gone."""
    renamed: tuple[Renamed, ...] = ()
    ids: list[str] = field(default_factory=list)
    """All story ids given so far, oldest first."""


def build_on(
    state: Path,
    inputs: Sequence[str],
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    counts: Counts | None = None,
    web: Web | None = None,
    decisions: Decisions | None = None,
    keep_ids: bool = False,
    remembered: Remembered | None = None,
) -> Dossier:
    """Add the inputs to what a state file holds, and give the dossier of everything in it.

    A document that holds what it held is not read again; one that has changed takes the place of what it was.  What earlier runs were given and this
    one is not, stays.

    Args:
        keep_ids: every story keeps the id it was first given; else its id is that of its earliest report, as in a run from scratch.

    Returns:
        The dossier that `build` makes of all those documents, with `keep_ids` that of `build` with the `ids` given so far.

    Raises:
        ConfigError: nothing that was given exists.
        StoreError: the state file cannot be used.
    """
    progress, counts = progress or Silent(), counts if counts is not None else Counts()
    done = remembered if remembered is not None else Remembered()
    with open_state(state, made_by()) as kept:
        clock = Clock(counts)
        done.documents, done.replaced, missing = _read_new(kept, inputs, jobs, web)
        reports, failures = gather(chain(together(_items(kept)), missing), progress)
        clock.step("read")
        digests = {r.id: digest_of(dumps(r).encode("utf-8", "surrogatepass")) for r in reports}
        before = kept.marks()
        fresh = [date_undated(r) for r in reports if before.get(r.id) != digests[r.id]]
        for m in mark_all(fresh, jobs, progress):
            kept.keep_marked(m.report.id, digests[m.report.id], dumps(m))
        gone = [i for i in sorted(before) if before[i] != digests.get(i)]
        for ident in gone:
            if ident not in digests:
                kept.drop_marked(ident)
        counts.marked = len(fresh)
        clock.step("mark")
        marks = lru_cache(maxsize=2048)(lambda ident: _noun(MarkedReport, kept.marked(ident)))
        done.renamed = _relate(kept, fresh, gone, decisions or Decisions(), keep_ids, lambda i: marks(i).report, clock)
        stories, changed = _tell(kept, marks, progress, counts)
        done.ids = kept.shelf.given()
        clock.step("reconcile")
        marked = [changed[r.id] if r.id in changed else marks(r.id) for r in reports]
        return assemble(marked, stories, failures, counts)


def made_by() -> str:
    """Say what decides the content of a state beside the reports: version, stages, language data, catalogue."""
    parts = [FORM, [[s.name, s.version] for s in STAGES], all_digests()]
    return f"rujuk {__version__} {hashlib.blake2b(json.dumps(parts).encode(), digest_size=6).hexdigest()}"


def _read_new(
    kept: State, inputs: Sequence[str], jobs: int | None, web: Web | None
) -> tuple[int, tuple[str, ...], list[Failure]]:
    """Read the documents that are new or have changed, and keep what they hold; give how many, which took another's place, what does not exist."""
    waiting: deque[tuple[str, str]] = deque()
    seen: dict[str, set[str]] = defaultdict(set)
    missing: list[Failure] = []

    def new() -> Iterator[Document | Failure]:
        for item in open_all(sorted(dict.fromkeys(inputs)), web):
            if isinstance(item, Document):
                digest = digest_of(item.data)
                known = kept.has_document(item.source, digest)
            elif item.code == "not-found":
                missing.append(item)
                continue
            else:
                digest, known = next(iter(seen.get(item.detail.removeprefix(SAME_BYTES), ("",))), ""), False
            seen[item.source].add(digest)
            if not known:
                waiting.append((item.source, digest))
                yield item

    read: dict[tuple[str, str], list[Any]] = defaultdict(list)
    count = 0
    for found in _read_in_order(new(), jobs):
        read[waiting.popleft()].extend(_plain(x) for x in found)
        count += 1
    if missing and not seen:
        raise nothing_exists(missing)
    replaced = tuple(sorted([source for source, digests in seen.items() if kept.drop_documents(source, digests)]))
    for (source, digest), items in read.items():
        kept.keep_document(source, digest, json.dumps(items, ensure_ascii=False, separators=(",", ":")))
    return count, replaced, missing


def _read_in_order(new: Iterator[Document | Failure], jobs: int | None) -> Iterator[tuple[Report | Failure, ...]]:
    if jobs is None:
        yield from (read_one(item) for _, item in zip(range(WORTH_A_POOL), new, strict=False))
    yield from ordered_map(read_one, new, jobs=cores() if jobs is None else jobs, weight=document_size, batch=BATCH)


def _items(kept: State) -> Iterator[Report | Failure]:
    """Give what all documents hold; of those with the same bytes the first, and the others named as duplicates of it."""
    first: dict[str, str] = {}
    for source, digest, body in kept.documents():
        if digest and first.setdefault(digest, source) != source:
            detail = f"{SAME_BYTES}{first[digest]}"
            yield Failure(source=source, stage="read", code="duplicate", detail=detail, state="skipped")
            continue
        for kind, value in json.loads(body):
            yield decode(Report, value) if kind == "report" else decode(Failure, value)


def _relate(
    kept: State,
    fresh: Sequence[Report],
    gone: Sequence[str],
    decisions: Decisions,
    keep_ids: bool,
    read: Callable[[str], Report],
    clock: Clock,
) -> tuple[Renamed, ...]:
    """Put new reports into their stories; forget the stories that are not what they were."""
    decided = digest_of(repr((decisions, keep_ids)).encode())
    stories = Stories(kept.shelf, read, decisions, keep=keep_ids)
    again = kept.meta("decisions") not in ("", decided)
    change = stories.add_all(fresh, gone, again=again)
    kept.keep_meta("decisions", decided)
    run = int(kept.meta("runs") or 0) + 1
    kept.keep_meta("runs", str(run))
    for r in change.renamed:
        kept.note(run, r.what, r.story, r.other)
    for story in (*change.stories, *change.gone):
        kept.drop_told(story)
    clock.step("relate")
    return change.renamed


def _tell(
    kept: State, marks: Callable[[str], MarkedReport], progress: Progress, counts: Counts
) -> tuple[list[Story], dict[str, MarkedReport]]:
    """Tell the stories that are not told; give all, and the reports that their story dated."""
    told = dict(kept.told())
    missing = [s for s in kept.shelf.stories() if s not in told]
    stories = Stories(kept.shelf, lambda i: marks(i).report)
    progress.begin("reconcile", len(missing))
    for ident in missing:
        related = stories.story(ident)
        members = [marks(i) for i in related.reports]
        dated = date_by_story(members)
        redated = [m for m, was in zip(dated, members, strict=True) if m is not was]
        told[ident] = dumps([encode(tell_story(related, dated)), encode(redated)])
        kept.keep_told(ident, told[ident])
        progress.advance("reconcile")
    progress.end("reconcile")
    counts.told = len(missing)
    out, changed = [], {}
    for body in told.values():
        story, redated = json.loads(body)
        out.append(decode(Story, story))
        for value in redated:
            m = decode(MarkedReport, value)
            changed[m.report.id] = m
    return out, changed


def _plain(item: Report | Failure) -> list[Any]:
    return ["report" if isinstance(item, Report) else "failure", encode(item)]


def _noun(kind: type[MarkedReport], body: str) -> MarkedReport:
    try:
        return decode(kind, json.loads(body))
    except ValueError as e:
        raise sqlite3.DatabaseError(f"a record cannot be read: {e}") from e
