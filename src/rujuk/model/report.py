"""A report as it was read: text, head data and where each came from; no marks yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rujuk.model.codec import flat, optional
from rujuk.model.ids import make_id
from rujuk.model.span import Days, Span


class Basis(StrEnum):
    """What a publication day rests on."""

    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a piece of the text is to the reader."""

    BODY = "body"
    CAPTION = "caption"
    LEAD = "lead"
    SUBHEADING = "subheading"
    QUOTED = "quoted"
    """An embedded post: somebody else's words, not the outlet's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Who published a report."""

    name: str
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The days in which a report was published, and how that is known.

    `local` is the sharpest form given, ISO 8601 with offset where one was stated.  `clue` tells in a few words what
    an inferred interval rests on.
    """

    days: Days = flat()
    basis: Basis
    local: str | None = None
    clue: str | None = optional()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of whole lines of one kind; blocks cover the text in order."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One dated entry of a live report: the text from `start` to `end`, whole lines."""

    start: int
    end: int
    published: Published
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report, cleaned of page furniture.

    `text` is NFC with bare newlines, one paragraph a line, and does not repeat the title.  `language` is a BCP 47 tag,
    `und` where it is unknown.  `source` is what the caller gave: a path relative to the input, or an address.
    `canonical` and `digest` belong to derivation: the page's own address, and the SHA-256 of the bytes read.
    """

    id: str
    source: str
    url: str | None = None
    outlet: Outlet | None = None
    title: str | None = None
    bylines: tuple[str, ...] = ()
    language: str = "und"
    published: Published | None = None
    modified: str | None = optional()
    text: str
    blocks: tuple[Block, ...] = ()
    partial: str | None = optional()
    """Why the text is not the whole report (paywall, teaser), where that was seen."""
    warnings: tuple[str, ...] = ()
    """Head data that could not be used, in words."""
    digest: str | None = optional()
    parts: tuple[str, ...] | None = optional()
    """Sources of the pages that this report was put together from, sorted, where it stood on several."""
    entries: tuple[Entry, ...] | None = optional()
    """The dated entries of a live report, in the order of the text; what stands before the first is its opening."""
    stated_credit: str | None = optional()
    """Whom the data beside the text name as its source: the channel a message is forwarded from, a feed's `dc:source`."""

    def piece(self, start: int, end: int) -> Span:
        """Make the span `start..end` of the text."""
        return Span(start=start, end=end, exact=self.text[start:end])


def report_id(*, url: str | None, outlet: str | None, title: str | None, text: str, published: str | None) -> str:
    """Make a report's id from its content; where it lay and what else was read do not matter."""
    return make_id("report", url, outlet, title, text, published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that was given and could not be used, or was passed over, with the reason.

    `code` is a stable name (`not-text`, `empty`, `index-page`, `duplicate`, ...); `state` is `failed`, or `skipped` where leaving
    it out is right.
    """

    source: str
    stage: str
    code: str
    detail: str = ""
    state: str = "failed"
