"""Plain text and Markdown, with or without front matter, also as it is copied from a page with all that stands around."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from rujuk.lang.furniture import FurnitureLexicon
from rujuk.lang.places import load_given
from rujuk.model.report import Basis, Published, Report
from rujuk.read.dates import Moment
from rujuk.read.drafts import Draft, Line
from rujuk.read.focus import find_report
from rujuk.read.furniture import clear_furniture, is_caption, is_furniture
from rujuk.read.given import Given, checked, from_address
from rujuk.read.heads import HeadLine, is_date_line, read_head_line
from rujuk.read.language import detect_language
from rujuk.read.line_features import stands_in_page
from rujuk.read.live import find_entries
from rujuk.read.matter import split_matter
from rujuk.read.outlets import outlet_in_dateline
from rujuk.read.packs import furniture_of
from rujuk.read.page_head import PageData
from rujuk.read.page_kind import call_to_subscribe
from rujuk.read.report_lines import report_lines
from rujuk.read.titles import choose_title, same_title, title_in_page
from rujuk.text.clean import clean_text
from rujuk.text.lines import is_name_like, is_prose

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,200}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,400})\]\((?:https?:|/|#|mailto:|www\.)[^()\s]{0,2000}(?:\s\"[^\"]{0,200}\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_QUOTE = re.compile(r"^(?:>\s?)+")
_ITEM = re.compile(r"^(?:[-*+•]|\d{1,2}[.)])\s+(?=\S)")
_STOP = re.compile(r"[.!?:;…\"”'’)]$")
_ENDS_OPEN = re.compile(r"[^\W_]['’]?$")
MOST_WORDS = 22
"""Words that a headline has at most."""
MOST_LINES = 5000
"""Lines of a copied page that are told one by one; in a longer text the run with most prose is taken whole."""
ABOVE_TITLE = 4
"""Lines above the headline of a copied page in which its date may stand."""
BELOW = 12
"""Lines below a copied report in which its editor is named."""
HEAD_LINES = 40
"""Lines at most in which the head of a text may stand."""


def read_plain(text: str, *, source: str, digest: str | None = None, given: Given | None = None) -> Report | None:
    """Read a report from decoded text; None where it has no words.

    Args:
        given: head data stated elsewhere; front matter in the text is then none.
    """
    warnings: tuple[str, ...] = ()
    text = clean_text(text).strip("\n")
    if given is None:
        matter = split_matter(text)
        given = checked(dict(matter.values))
        text, warnings = matter.body, matter.warnings
    draft = read_lines(paragraphs(text), given=given, source=source, digest=digest)
    if draft is None:
        return None
    return replace(draft, warnings=(*warnings, *draft.warnings)).report()


def read_lines(lines: list[str], *, given: Given, source: str, digest: str | None) -> Draft | None:
    """Make a draft of a bare text's lines: head data taken off and used, furniture gone; None where no line is left."""
    language = given.language or detect_language("\n".join(lines))
    given = replace(given, language=language)
    lexicon = furniture_of(language)
    place = find_report(lines)
    if place and not stands_in_page(lines, lexicon):
        place = None
    told = report_lines(lines, lexicon) if place and len(lines) <= MOST_LINES else []
    kept = (told or list(range(*place))) if place else []
    head: _Head = _PageHead(lines, kept, given, lexicon) if kept else _Head(lines, given, lexicon)
    body = clear_furniture(head.rest, lexicon)
    title = given.title or head.title
    if not body and head.title and not given.title:
        body, title = [Line(text=head.title)], None
    if not any(any(c.isalnum() for c in line.text) for line in body):
        return None
    published = given.published or head.published(from_address(given.url) is None)
    outlet = given.outlet or next((o for o in (outlet_in_dateline(x.text) for x in body[:6]) if o), None)
    published = published or from_address(given.url)
    updated = head.updated
    modified = (updated.local or updated.days.earliest.isoformat()) if updated and updated is not head.moment else None
    modified = given.modified or modified
    texts = [x.text for x in body]
    return Draft(
        source=source,
        lines=tuple(body),
        url=given.url,
        outlet=outlet,
        title=title,
        bylines=given.bylines or head.bylines,
        language=language,
        published=published,
        modified=modified,
        partial=call_to_subscribe(texts),
        entries=find_entries(texts, PageData(), title=title, url=given.url, published=published, modified=modified),
        warnings=given.warnings,
        digest=digest,
    )


class _Head:
    """The head of a bare text: headline, dates, names; `rest` are the lines that stay."""

    def __init__(self, lines: list[str], given: Given, lexicon: FurnitureLexicon) -> None:
        self.moment: Moment | None = None
        self.updated: Moment | None = None
        self.title: str | None = None
        self._names: list[str] = []
        self._editors: list[str] = []
        self.rest = self._split(lines, given, lexicon)

    def _split(self, lines: list[str], given: Given, lexicon: FurnitureLexicon) -> list[str]:
        end = next((n for n, x in enumerate(lines[:HEAD_LINES]) if _is_body(x, lexicon)), min(len(lines), HEAD_LINES))
        if end == 0 and len(lines) > 1 and _could_be_title(lines[0]):
            end = next((n for n, x in enumerate(lines[1:HEAD_LINES], start=1) if _is_body(x, lexicon)), 1)
        head, dated = self._read(lines[:end], given)
        marked = [lines[n] if (m := _HEADING.match(lines[n])) is None else m[2] for n in range(end, len(lines))]
        if given.title:
            head = [x for x in head if not same_title(_unmarked(x), given.title)]
            if not head and marked and same_title(marked[0], given.title):
                marked = marked[1:]
        else:
            chosen = choose_title(head, dated, lexicon)
            if chosen is not None and (marked or len(head) > 1):
                self.title = _unmarked(head[chosen])
                head = self._after_title(head, chosen, bool(marked), lexicon)
        head = [_unmarked(x) for x in head]
        if self.title:
            head = [x for x in head if not same_title(x, self.title or "")]
        return head + self._tail(marked)

    def _read(self, lines: list[str], given: Given) -> tuple[list[str], frozenset[int]]:
        """Take dates and bylines off; give the other lines and before which of them one stood."""
        out: list[str] = []
        dated: set[int] = set()
        open_label = 0
        for text in lines:
            found = read_head_line(_unmarked(text), day_first=given.day_first)
            if found is not None:
                self._take(found)
                dated.add(len(out))
                open_label = 3 if found.label_only else 0
            elif open_label and is_name_like(text) and len(text.split()) >= 2:
                self._names.append(text)
                dated.add(len(out))
            else:
                out.append(text)
            open_label = max(0, open_label - 1) if found is None else open_label
        return out, frozenset(dated)

    def _take(self, found: HeadLine) -> None:
        self.moment = self.moment or found.published
        self.updated = self.updated or found.updated
        self._names += found.bylines
        self._editors += found.editors

    def _after_title(self, head: list[str], chosen: int, more: bool, lexicon: FurnitureLexicon) -> list[str]:
        """Drop what stands above the headline but captions, and scraps of a word or three below it."""
        above = [x for x in head[:chosen] if is_caption(x, lexicon)]
        below = [x for x in head[chosen + 1 :] if not more or len(x.split()) > 3 or _STOP.search(x)]
        return above + below

    def _tail(self, lines: list[str]) -> list[str]:
        """Take labelled names ("Editor: …") off the lines of the body."""
        out = []
        for text in lines:
            found = read_head_line(text) if ":" in text[:40] and len(text) <= 120 else None
            if found is not None and (found.bylines or found.editors) and found.published is None:
                self._take(found)
            else:
                out.append(text)
        return out

    @property
    def bylines(self) -> tuple[str, ...]:
        """The authors; the editors where nobody else is named."""
        return tuple(dict.fromkeys(self._names or self._editors))

    def published(self, updated_will_do: bool) -> Published | None:
        moment = self.moment or (self.updated if updated_will_do else None)
        if moment is not None and moment is self.updated:
            self.moment = moment
        return moment.published(Basis.DATELINE) if moment else None


class _PageHead(_Head):
    """The head of a page copied whole, of which `kept` are the numbers of the report's lines."""

    def __init__(self, lines: list[str], kept: list[int], given: Given, lexicon: FurnitureLexicon) -> None:
        self._kept = kept
        super().__init__(lines, given, lexicon)

    def _split(self, lines: list[str], given: Given, lexicon: FurnitureLexicon) -> list[str]:
        kept = self._kept
        chosen = title_in_page(lines, kept, lexicon)
        self.title = lines[chosen] if chosen is not None else None
        first = next((n for n in kept if is_prose(lines[n])), kept[0])
        middle = first if chosen is None else min(chosen, first)
        start = max(0, middle - ABOVE_TITLE)
        own = frozenset(kept)
        below, _ = self._read(lines[middle:first], given)
        if self.moment is None or not self._names:
            self._read([lines[n] for n in range(first, min(first + BELOW, len(lines))) if n not in own], given)
        above, _ = self._read(lines[start:middle], given)
        if not self._names:
            self._names += self._beside_date(lines[middle:first])
        self._tail([x for n, x in enumerate(lines[first : kept[-1] + BELOW], start=first) if n not in own])
        head = above + below
        title = given.title or self.title
        stay = {lines[n] for n in kept if n < first}
        opening = [x for x in head if x in stay or is_caption(x, lexicon)]
        body = self._tail([lines[n] for n in kept if n >= first])
        return [x for x in opening + body if not (title and same_title(x, title))]

    def _beside_date(self, lines: list[str]) -> list[str]:
        """Give a person's name that stands alone on the line above the date, without a label."""
        for name, below in pairwise(lines):
            if (
                2 <= len(name.split()) <= 4
                and is_name_like(name)
                and name.split()[0].casefold() in load_given()
                and is_date_line(below)
            ):
                return [name]
        return []


def _is_body(text: str, lexicon: FurnitureLexicon) -> bool:
    bare = _unmarked(text)
    return (
        not _HEADING.match(text)
        and is_prose(bare)
        and not is_caption(bare, lexicon)
        and not is_furniture(bare, lexicon)
        and read_head_line(bare) is None
    )


def _could_be_title(text: str) -> bool:
    """Say whether a first line that reads as prose is rather a headline of two parts ("Ready? Here Is How") or one cut short."""
    return (
        text.count(" ") < MOST_WORDS
        and not text.startswith(('"', "“"))
        and (_ENDS_OPEN.search(text) is not None or text.endswith(("?", "!", "...", "…")))
    )


def _unmarked(text: str) -> str:
    m = _HEADING.match(text)
    return m[2] if m else text


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a plain or Markdown text, one string each, without Markdown's marks but heading signs.

    Each line is a paragraph, unless the text is hard-wrapped: then lines up to a blank one are joined.
    """
    markdown = bool(re.search(r"(?m)^#{1,6}\s|\]\((?:https?:|/)|\*\*\S", text[:200_000]))
    if markdown:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
        text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    groups = [[line for line in g.split("\n") if line.strip()] for g in re.split(r"\n\s*\n", text)]
    if _is_wrapped(groups):
        lines = [" ".join(x.strip() for x in part) for g in groups for part in _parts(g)]
    else:
        lines = [line for g in groups for line in g]
    if markdown:
        lines = [_ITEM.sub("", _QUOTE.sub("", x.strip())) if not x.startswith("#") else x for x in lines]
    return [x for x in (" ".join(line.split()) for line in lines) if x]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Say whether lines were broken at a width: most lines inside paragraphs are 45-100 long and end without a stop."""
    inner = [line for g in groups for line in g[:-1]]
    if len(inner) < 4 or len(inner) < sum(len(g) > 0 for g in groups):
        return False
    broken = [x for x in inner if 45 <= len(x.rstrip()) <= 100 and not _STOP.search(x.rstrip())]
    return len(broken) >= 0.6 * len(inner)


def _parts(lines: list[str]) -> list[list[str]]:
    """Part a paragraph's lines at list items and headings."""
    out: list[list[str]] = []
    for line in lines:
        if not out or _ITEM.match(line) or line.startswith("#"):
            out.append([line])
        else:
            out[-1].append(line)
    return out
