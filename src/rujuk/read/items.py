"""A newsletter's items: where one article ends and the next one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rujuk.read.furniture import is_furniture
from rujuk.read.language import detect_language
from rujuk.read.packs import furniture_of
from rujuk.read.passages import Passage
from rujuk.text.lines import is_prose, is_title_like

ALL_LINK = 0.85
TEASER = 120
"""Characters of prose from which an item says something itself; less is a link with a tag line."""
WHOLE = 700
"""Characters of prose from which an item with a link to its page is taken for whole: teasers of newsletters have 100 to 400."""
LETTER = 350
"""Characters of prose from which what stands before the first item is a letter of its own."""
MOST_LINKS = 200
"""Links listed of one mail at most: what has more is no newsletter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article of a newsletter: its lines, its own headline and link; `teaser` where the link leads to more, `only_link` where there is no text."""

    lines: tuple[str, ...] = ()
    title: str | None = None
    link: str | None = None
    teaser: bool = False
    only_link: bool = False


@dataclass(slots=True)
class _Section:
    title: str | None = None
    link: str | None = None
    lines: list[str] = field(default_factory=list)
    prose: int = 0


def split_items(passages: Sequence[Passage], *, subject: str | None) -> tuple[Item, ...]:
    """Split a mail's passages into items.

    A heading, or a linked line that could be a headline, opens a section.  Where two sections or more have text and lead to pages of their own, each is an
    item; else the whole mail is one.  Sections that have a link and no text are links only; they come last, each once.
    """
    language = detect_language(" ".join(p.text for p in passages if is_prose(p.text)))
    lexicon = furniture_of(language)
    sections = [_Section()]
    for p in passages:
        linked = p.linked >= ALL_LINK and p.link is not None
        titled = len(p.text.split()) >= 3 and is_title_like(p.text) and not is_furniture(p.text, lexicon)
        here = sections[-1]
        if (p.heading or (linked and len(p.text.split()) >= 4)) and titled and not _same(p.text, here.title):
            sections.append(_Section(title=p.text, link=p.link))
        elif linked and not is_prose(p.text):
            if here.title or here.lines:  # "read more", a picture's link; what stands above all is a link to the mail itself
                here.link = here.link or p.link
        else:
            here.lines.append(p.text)
            here.prose += len(p.text) if is_prose(p.text) else 0
    own = {s.link for s in sections if s.link and s.prose >= TEASER}
    links = tuple(
        {
            s.link: Item(title=s.title, link=s.link, only_link=True)
            for s in sections
            if s.link and s.title and s.prose < TEASER and s.link not in own
        }.values()
    )[:MOST_LINKS]
    if len(own) < 2:
        lines = [
            x
            for n, s in enumerate(sections)
            for x in ((s.title,) if s.title and n and (s.prose or not s.link) else ()) + tuple(s.lines)
        ]
        whole = sections[1] if len(sections) == 2 and sections[1].prose >= TEASER else None
        if whole is not None and whole.title and not sections[0].prose:
            return (Item(lines=tuple(lines), link=whole.link, teaser=bool(whole.link) and whole.prose < WHOLE), *links)
        return (Item(lines=tuple(lines)), *links) if any(lines) else links
    first = sections[0]
    letter = (Item(lines=tuple(first.lines), title=subject),) if first.prose >= LETTER and not first.link else ()
    items: list[Item] = []
    for s in sections[0 if first.link and first.prose >= TEASER else 1 :]:
        if s.link and s.prose >= TEASER:
            items.append(Item(lines=tuple(s.lines), title=s.title, link=s.link, teaser=s.prose < WHOLE))
        elif items and s.prose and not s.link:
            last = items[-1]  # a subheading inside the article
            items[-1] = Item(
                lines=(*last.lines, *((s.title,) if s.title else ()), *s.lines), title=last.title, link=last.link, teaser=False
            )
    return (*letter, *items, *links)


def _same(text: str, title: str | None) -> bool:
    return title is not None and text.casefold() == title.casefold()
