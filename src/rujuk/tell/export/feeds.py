"""What changed in a dossier, or what stands in it, as a feed: RSS 2.0 or Atom.

With an earlier dossier an entry is a change, else a finding.  An entry's id is made of the finding and what became of it, so that a reader shows a change
once, however often the feed is written.  Times are those of the reports, never of the run: the same dossiers give the same bytes.

Source: RFC 4287 (Atom); RSS 2.0 specification; RFC 822 dates as RSS has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from rujuk.model.dossier import Dossier
from rujuk.model.ids import make_id
from rujuk.model.report import Report
from rujuk.model.story import Finding, Story
from rujuk.tell.changes import Change, State, StoryChange, compare
from rujuk.tell.evidence import short
from rujuk.tell.export.cited import Options, cited, figure_words, moment, one_line, reader_name, told
from rujuk.tell.export.jsonld import urn
from rujuk.tell.lookup import Lookup
from rujuk.tell.words import Language, in_language, say

ATOM = "http://www.w3.org/2005/Atom"
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""The moment of what nobody dated; Atom demands one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry, in words; `kind` is the change or the verdict."""

    id: str
    title: str
    text: str
    kind: str
    at: datetime
    link: str | None
    story: str


def atom(dossier: Dossier, options: Options) -> str:
    """Write the feed as Atom."""
    ET.register_namespace("", ATOM)
    entries, title = entries_of(dossier, options), _title(dossier, options)
    feed = ET.Element(_a("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": options.language})
    _sub(feed, _a("id"), _feed_id(dossier))
    _sub(feed, _a("title"), title)
    _sub(feed, _a("updated"), _iso(_latest(entries, dossier)))
    generator = _sub(feed, _a("generator"), dossier.generator.name)
    generator.set("version", dossier.generator.version)
    _sub(_sub(feed, _a("author"), None), _a("name"), dossier.generator.name)
    if options.link:
        ET.SubElement(feed, _a("link"), {"rel": "alternate", "href": options.link})
    for e in entries:
        node = _sub(feed, _a("entry"), None)
        _sub(node, _a("id"), e.id)
        _sub(node, _a("title"), e.title)
        _sub(node, _a("updated"), _iso(e.at))
        ET.SubElement(node, _a("category"), {"term": e.kind})
        if e.link:
            ET.SubElement(node, _a("link"), {"rel": "alternate", "href": e.link})
        _sub(node, _a("content"), e.text).set("type", "text")
    return _written(feed)


def rss(dossier: Dossier, options: Options) -> str:
    """Write the feed as RSS 2.0."""
    entries, title = entries_of(dossier, options), _title(dossier, options)
    root = ET.Element("rss", {"version": "2.0"})
    channel = _sub(root, "channel", None)
    _sub(channel, "title", title)
    _sub(channel, "link", options.link or _feed_id(dossier))
    _sub(channel, "description", title)
    _sub(channel, "language", options.language)
    _sub(channel, "lastBuildDate", format_datetime(_latest(entries, dossier).astimezone(UTC), usegmt=True))
    _sub(channel, "generator", f"{dossier.generator.name} {dossier.generator.version}")
    for e in entries:
        item = _sub(channel, "item", None)
        _sub(item, "title", e.title)
        # A reader shows the description as HTML, so the text's own signs are written as such.
        _sub(item, "description", e.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br/>\n"))
        _sub(item, "guid", e.id).set("isPermaLink", "false")
        _sub(item, "pubDate", format_datetime(e.at.astimezone(UTC), usegmt=True))
        _sub(item, "category", e.kind)
        if e.link:
            _sub(item, "link", e.link)
    return _written(root)


def entries_of(dossier: Dossier, options: Options) -> list[Entry]:
    """Give the entries, the latest first; of one moment in the order of the dossier."""
    lookup = Lookup.of(dossier)
    if options.since is None:
        out = [_standing(f, s, lookup, options) for s in dossier.stories for f in told(s)]
    else:
        diff, before = compare(options.since, dossier), Lookup.of(options.since)
        out = [_changed(c, s, dossier, lookup, before, options) for s in diff.stories for c in s.changes]
    return sorted(out, key=lambda e: -e.at.timestamp())


def _standing(finding: Finding, story: Story, lookup: Lookup, options: Options) -> Entry:
    language = options.language
    reports = [m.report for m, _ in lookup.claims_of(finding.claims)]
    status = say(f"status.{finding.status.value}", language)
    sources = say("change.from_reports", language, names=", ".join(reader_name(r) for r in cited(finding, lookup)))
    return Entry(
        id=urn(finding.id),
        title=f"{status}: {one_line(in_language(finding.question, language))} {figure_words(finding, lookup, language)}".rstrip(),
        text=one_line(in_language(finding.summary, language)) + f"\n{sources}",
        kind=finding.status.value,
        at=_at(reports),
        link=_link(finding.id, options),
        story=story.id,
    )


def _changed(change: Change, story: StoryChange, dossier: Dossier, lookup: Lookup, before: Lookup, options: Options) -> Entry:
    language = options.language
    state = change.new or change.old
    assert state is not None
    held = lookup if change.new else before
    reports = [held.reports[i].report for i in change.reports_new or state.reports if i in held.reports]
    if change.new is None:
        # What is gone went with the newest report of the dossier that lacks it.
        reports = [m.report for m in lookup.reports.values()]
    kind = say(f"change.{change.kind.value}", language)
    found = {f.id: f for s in dossier.stories for f in s.findings}
    figure = figure_words(found[change.new.finding], lookup, language) if change.new else ""
    return Entry(
        id=urn(
            make_id(
                "change",
                change.kind.value,
                change.old.finding if change.old else None,
                change.new.finding if change.new else None,
            )
        ),
        title=f"{kind}: {one_line(in_language(change.question, language))} {figure}".rstrip(),
        text="\n".join(_lines(change, state, reports, story, language)),
        kind=change.kind.value,
        at=_at(reports),
        link=_link(change.new.finding, options) if change.new else options.link,
        story=story.new or story.old or "",
    )


def _lines(change: Change, state: State, reports: Sequence[Report], story: StoryChange, language: Language) -> Iterable[str]:
    yield one_line(in_language(state.summary, language))
    if change.old and change.new and change.old.summary != change.new.summary:
        yield say("change.was", language, text=one_line(in_language(change.old.summary, language)))
    if change.origins_new:
        yield say("change.added", language, names="; ".join(one_line(n) for n in change.origins_new))
    if change.origins_gone:
        yield say("change.lost", language, names="; ".join(one_line(n) for n in change.origins_gone))
    if change.reason:
        question = in_language(change.moved_to, language) if change.moved_to else ""
        yield say(f"change.why_{change.reason}", language, question=one_line(question))
    elif reports:
        names = list(dict.fromkeys(reader_name(r) for r in reports))
        yield say("change.from_reports", language, names=", ".join(names))


def _link(finding: str, options: Options) -> str | None:
    return f"{options.link}#finding-{short(finding)}" if options.link else None


def _at(reports: Iterable[Report]) -> datetime:
    return max((at for r in reports if (at := moment(r)) is not None), default=UNKNOWN)


def _latest(entries: Sequence[Entry], dossier: Dossier) -> datetime:
    return max([e.at for e in entries] + [_at(m.report for m in dossier.reports)])


def _title(dossier: Dossier, options: Options) -> str:
    titles = "; ".join(one_line(s.title) for s in dossier.stories[:3]) or say("export.nothing", options.language)
    return say("export.changes" if options.since else "export.findings", options.language, title=titles)


def _feed_id(dossier: Dossier) -> str:
    """Make the feed's id from its stories: it stays the same while reports are added behind the first."""
    return urn(make_id("feed", *(s.id for s in dossier.stories)))


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _a(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _sub(parent: ET.Element, tag: str, text: str | None) -> ET.Element:
    node = ET.SubElement(parent, tag)
    # XML 1.0 has no place for control characters and lone surrogates, however they are written.
    node.text = (
        "".join(c for c in text if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"))
        if text
        else None
    )
    return node


def _written(root: ET.Element) -> str:
    ET.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
