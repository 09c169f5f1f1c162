"""A report in the making: what was found, before it is checked and put into its final form."""

from __future__ import annotations

from dataclasses import dataclass

from rujuk.model.report import Block, BlockKind, Entry, Outlet, Published, Report, report_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of a report."""

    text: str
    kind: BlockKind = BlockKind.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Everything that was read of one report.  `lines` are clean, non-empty and without breaks."""

    source: str
    lines: tuple[Line, ...]
    url: str | None = None
    outlet: Outlet | None = None
    title: str | None = None
    bylines: tuple[str, ...] = ()
    language: str = "und"
    published: Published | None = None
    modified: str | None = None
    partial: str | None = None
    warnings: tuple[str, ...] = ()
    digest: str | None = None
    stated_credit: str | None = None
    entries: tuple[Entry, ...] | None = None

    def report(self) -> Report:
        """Make the report: text of one paragraph a line, blocks that cover it, id from the content."""
        text = "\n".join(line.text for line in self.lines)
        title = self.title or None
        outlet = self.outlet.name if self.outlet else None
        day = f"{self.published.days.earliest}/{self.published.days.latest}" if self.published else None
        return Report(
            id=report_id(url=self.url, outlet=outlet, title=title, text=text, published=day),
            source=self.source,
            url=self.url,
            outlet=self.outlet,
            title=title,
            bylines=self.bylines,
            language=self.language,
            published=self.published,
            modified=self.modified,
            text=text,
            blocks=blocks_of(self.lines),
            partial=self.partial,
            warnings=self.warnings,
            digest=self.digest,
            entries=self.entries,
            stated_credit=self.stated_credit,
        )


def blocks_of(lines: tuple[Line, ...]) -> tuple[Block, ...]:
    """Give the runs of lines of one kind as blocks that cover the joined text, breaks between them excepted."""
    out: list[Block] = []
    at = 0
    for line in lines:
        end = at + len(line.text)
        if out and out[-1].kind == line.kind:
            out[-1] = Block(kind=line.kind, start=out[-1].start, end=end)
        else:
            out.append(Block(kind=line.kind, start=at, end=end))
        at = end + 1
    return tuple(out)
