"""Mark-up that is already a text (a feed entry, a mail, a message): its passages in order, with nothing chosen or dropped but what nobody sees."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rujuk.read.xmltree import Element, name_of
from rujuk.text.clean import clean_line

_BLOCK_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li "
    "main nav ol p pre section table tbody td tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN_TAGS = "script style head title template noscript iframe object svg math select button textarea audio video canvas"
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|font-size)\s*:\s*0(?:px|pt|%)?\s*(?:;|$)", re.I
)
_LARGE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font-size\s*:\s*(?:1[89]|[2-9]\d)(?:\.\d+)?px", re.I)
_LONGEST_HEADING = 200
_BARRED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANK_ADDRESS = re.compile(r"https?://", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph: its text, whether it is set as a heading (by its element, or whole in bold or large type) or a caption, its first link and how much
    of it stands in links (0..1)."""

    text: str
    heading: bool = False
    caption: bool = False
    link: str | None = None
    linked: float = 0.0


def parse_fragment(text: str) -> Element | None:
    """Parse HTML or a fragment of it; None where it holds nothing.  Scripts are never run, nothing is fetched."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8")
    try:
        return document_fromstring(_BARRED.sub(" ", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def passages_in(tree: Element) -> list[Passage]:
    """Give the passages of an element in reading order; a block or a line break ends one, hidden text is left out."""
    return _Walk().read(tree)


def read_passages(text: str) -> list[Passage]:
    """Give the passages of HTML, or of a fragment of it."""
    tree = parse_fragment(text)
    return [] if tree is None else passages_in(tree)


class _Walk:
    """One pass over a tree, without recursion: mark-up may be nested as deep as anyone likes."""

    def __init__(self) -> None:
        self.out: list[Passage] = []
        self.parts: list[str] = []
        self.inside = 0
        self.link: str | None = None
        self.heading = self.caption = self.anchors = 0
        self.large: list[Element] = []
        self.loud = 0

    def read(self, tree: Element) -> list[Passage]:
        from lxml import etree

        unseen: Element | None = None
        for event, e in etree.iterwalk(tree, events=("start", "end")):
            tag = name_of(e)
            if unseen is not None:
                if event == "end" and e is unseen:
                    unseen = None
                    if e is not tree:
                        self._text(e.tail)
                continue
            if event == "start":
                if tag in _UNSEEN or not tag or _HIDDEN.search(e.get("style") or "") or e.get("hidden") is not None:
                    unseen = e
                    continue
                self._open(e, tag)
            else:
                self._close(e, tag)
                if e is not tree:
                    self._text(e.tail)
        self._end()
        return self.out

    def _open(self, e: Element, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self._end()
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.heading += 1
        elif tag == "figcaption":
            self.caption += 1
        elif tag == "a":
            self.anchors += 1
            href = clean_line(e.get("href"))
            if self.link is None and _BLANK_ADDRESS.match(href):
                self.link = href[:4000]
        if tag in ("b", "strong") or _LARGE.search(e.get("style") or ""):
            self.large.append(e)
        self._text(e.text)

    def _close(self, e: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.heading -= 1
        elif tag == "figcaption":
            self.caption -= 1
        elif tag == "a":
            self.anchors -= 1
        if self.large and self.large[-1] is e:
            self.large.pop()

    def _text(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            size = len("".join(text.split()))
            self.inside += size if self.anchors > 0 else 0
            self.loud += size if self.large else 0

    def _end(self) -> None:
        text = clean_line("".join(self.parts))
        if text:
            size = max(1, len("".join(text.split())))
            share = min(1.0, self.inside / size)
            heading = self.heading > 0 or (self.loud >= size and len(text) < _LONGEST_HEADING)
            self.out.append(
                Passage(text=text, heading=heading, caption=self.caption > 0, link=self.link if share else None, linked=share)
            )
        self.parts, self.inside, self.loud, self.link = [], 0, 0, None
