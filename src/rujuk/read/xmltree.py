"""XML out of anyone's hands: parsed without entities, without network, without trust in its being well formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, TypeAlias

Element: TypeAlias = Any  # lxml.etree._Element; lxml has no types

_ENTITY = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|([A-Za-z][A-Za-z0-9]{0,31});)?")
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_BARRED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_ROOT = re.compile(
    r"[\s\ufeff]*(?:<\?[^>]{0,500}\?>\s*|<!--(?:[^-]|-(?!->)){0,5000}-->\s*|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>\s*){0,20}"
    r"<(?:[A-Za-z_][\w.-]{0,40}:)?([A-Za-z_][\w.-]{0,40})[\s/>]"
)


def root_of(text: str) -> str | None:
    """Give the local name of the element that a text opens with, in lower case; None where it opens with none."""
    m = _ROOT.match(text[:40_000])
    return m[1].lower() if m else None


def parse_xml(text: str) -> Element | None:
    """Parse decoded XML as far as it goes; None where nothing of it is mark-up.

    The document type goes before parsing, so no entity is ever declared: HTML's names become characters, all others vanish.  Bare ampersands
    are kept, characters that XML bars become blanks.  Depth and sizes stay under libxml2's own limits.

    Source: OWASP XML External Entity Prevention Cheat Sheet (no document types).
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
        encoding="utf-8",
    )
    bare = _BARRED.sub(" ", _DECLARATION.sub("", text.lstrip("\ufeff")))
    clean = "".join(_mended(_without_doctype(bare)))
    try:
        root = etree.fromstring(clean.encode("utf-8", "replace"), parser=parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def name_of(element: Element) -> str:
    """Give an element's local name in lower case, also where its prefix was never declared; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def space_of(element: Element) -> str:
    """Give an element's namespace, or its undeclared prefix, in lower case; empty where it has none."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag.startswith("{"):
        return tag[1:].partition("}")[0].lower()
    return tag.partition(":")[0].lower() if ":" in tag else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """Give the children with one of these local names, in order."""
    for child in element:
        if name_of(child) in names:
            yield child


def text_of(element: Element | None) -> str:
    """Give all text in an element, untrimmed; empty for None."""
    return "" if element is None else "".join(element.itertext(with_tail=False))


def _without_doctype(text: str) -> str:
    """Cut the document type with its internal subset out of the head of a document."""
    start = text.find("<!DOCTYPE", 0, 5000)
    if start < 0:
        return text
    end = text.find(">", start)
    subset = text.find("[", start)
    if 0 <= subset < end or end < 0:
        closing = re.compile(r"\]\s*>").search(text, max(subset, start))
        end = closing.end() - 1 if closing else -1
    return text[:start] + text[end + 1 :] if end >= 0 else text[:start]


def _mended(text: str) -> Iterator[str]:
    """Give the text with references mended outside of CDATA."""
    at = 0
    while True:
        start = text.find("<![CDATA[", at)
        yield _ENTITY.sub(_resolved, text[at : start if start >= 0 else len(text)])
        if start < 0:
            return
        end = text.find("]]>", start)
        if end < 0:
            yield text[start:] + "]]>"
            return
        yield text[start : end + 3]
        at = end + 3


def _resolved(m: re.Match[str]) -> str:
    name = m[1]
    if name is None:
        return "&amp;" if len(m[0]) == 1 else m[0] if _is_character(m[0][2:-1]) else " "
    if name in _OWN:
        return m[0]
    found = html5.get(f"{name};")
    return "" if found is None else found.replace("&", "&amp;").replace("<", "&lt;")


def _is_character(number: str) -> bool:
    """Say whether a reference's number is that of a character which XML allows: libxml2 lets others in where it recovers."""
    code = int(number[1:], 16) if number[0] in "xX" else int(number)
    return code <= 0x10FFFF and not _BARRED.match(chr(code))
