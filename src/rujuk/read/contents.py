"""What a document is, told by its content, and the reports in it.  A pure function of its bytes, so it runs in any process."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace

from rujuk.model.report import Failure, Report, report_id
from rujuk.read import limits
from rujuk.read.decode import Decoded, decode
from rujuk.read.documents import Document, Form
from rujuk.read.feeds import is_json_feed, read_feed, read_json_feed
from rujuk.read.given import Given
from rujuk.read.jsonlines import read_line, read_object
from rujuk.read.links import FEEDS, LISTS, SITEMAPS, is_address_list, links_of
from rujuk.read.mail import looks_like_mail, read_mail
from rujuk.read.outlets import make_outlet
from rujuk.read.packed import unpacked
from rujuk.read.page import looks_like_page, read_page
from rujuk.read.plain import read_plain
from rujuk.read.telegram import is_channel_page, read_channel
from rujuk.read.xmltree import root_of

_OTHER = re.compile(
    r"\.(?:ya?ml|csv|tsv|toml|ini|cfg|conf|css|js|mjs|py|sh|sql|log|lock|bib|tex|svg|xsl|xsd|dtd|map|ts|java|c|h|rs|go)$", re.I
)
_XML = re.compile(r"[\s\ufeff]*<\?xml\s")
_OURS = re.compile(r'<meta name="generator" content="rujuk \d|<generator[^<>]{0,80}>rujuk\b')
_DRAWN = frozenset({"svg", "kml", "gpx", "x3d", "plist"})
Found = tuple[Report | Failure, ...]


def read_document(document: Document) -> Found:
    """Read the reports in a document; at least one report or failure, whatever the bytes are."""
    try:
        found: Found = (read_line(document),) if document.form is Form.JSON_LINE else _read(document)
    except RecursionError:  # mark-up nested deeper than lxml's and trafilatura's own walks can go
        return _fail(document.source, "too-deep", "mark-up nested too deeply")
    if not (document.title or document.partial or document.warnings):
        return found
    return tuple(_completed(x, document) if isinstance(x, Report) else x for x in found)


def read_bytes(data: bytes, *, source: str, given: bool = True) -> Report | Failure:
    """Read one document from its bytes; of several reports in it the first.

    Args:
        given: whether the person named this very file; one found in a folder that is no report is skipped, not failed.
    """
    return read_document(Document(data=data, source=source, given=given))[0]


def _read(document: Document) -> Found:
    source, data = document.source, document.data
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > limits.MAX_PAGE:
        return _fail(source, "too-large", f"larger than {limits.MAX_PAGE} bytes; split it, or give JSON Lines")
    if data[:2] == b"\x1f\x8b":
        plain = unpacked(data, limits.MAX_PAGE)
        if plain is None:
            return _fail(source, "broken-gzip", "the compressed data is damaged or cut off")
        if len(plain) > limits.MAX_PAGE:
            return _fail(source, "too-large", f"unpacks to more than {limits.MAX_PAGE} bytes")
        data = plain
    if not data.strip():
        return _fail(source, "empty", "the file has no content")
    if document.form is Form.MAIL or looks_like_mail(data):
        return read_mail(data, source=source, digest=digest)
    passed = "failed" if document.given else "skipped"
    decoded = decode(data, charset=document.charset)
    if decoded is None:
        return _fail(source, "not-text", "binary data (an image, archive or document)", passed)
    found = _read_text(decoded, document, digest)
    if not found:
        return _fail(source, "not-a-report", "data or code, not a news report", passed)
    if decoded.lossy:
        warning = f"some bytes are no {decoded.encoding} and were replaced"
        found = tuple(replace(x, warnings=(*x.warnings, warning)) if isinstance(x, Report) else x for x in found)
    return found


def _read_text(decoded: Decoded, document: Document, digest: str) -> Found:
    """Tell what decoded text is and read it; nothing where it is some other kind of file."""
    text, source = decoded.text, document.source
    root = root_of(text)
    if _OURS.search(text, 0, 4000):
        return _own(document)
    if root in FEEDS:
        return tuple(read_feed(text, source=source, digest=digest, address=document.address))
    if root in SITEMAPS or (root in LISTS):
        return _list(document, text, "a sitemap" if root in SITEMAPS else "an OPML list")
    if (root and root != "html" and _XML.match(text)) or root in _DRAWN or text.startswith("WARC/"):
        return ()
    if text.startswith("filedesc://"):
        detail = "an ARC archive, the form before WARC; convert it (warcio recompress)"
        return _fail(source, "not-a-report", detail, "failed" if document.given else "skipped")
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        found = _read_json(text, document, digest)
        if found is not None:
            return found
    if looks_like_page(text) or text.lstrip("\ufeff \t\r\n").startswith("<!"):
        if is_channel_page(text):
            return tuple(read_channel(text, source=source, digest=digest))
        given = Given(url=document.address) if document.address else None
        return (read_page(text, source=source, digest=digest, given=given),)
    if _XML.match(text) or (_OTHER.search(source) and document.address is None):
        return ()
    if is_address_list(text):
        return _list(document, text, "a list of addresses")
    stated = Given(url=document.address, outlet=make_outlet(None, url=document.address)) if document.address else None
    plain = read_plain(text, source=source, digest=digest, given=stated)
    if plain is None:
        return _fail(source, "no-body", "no words are left besides head data and page furniture")
    return (plain,)


def _own(document: Document) -> Found:
    """Say that a file is what Rujuk wrote: read as reports, a dossier would count its own words as another outlet's."""
    return _fail(document.source, "own-output", "rujuk wrote it; it holds no report", "failed" if document.given else "skipped")


def _list(document: Document, text: str, what: str) -> Found:
    """Say that a list only names reports."""
    count = len(links_of(text, base=document.address or document.source))
    detail = f"{what} that names {count} addresses; `rujuk fetch` gets them"
    return _fail(document.source, "link-list", detail, "failed" if document.given else "skipped")


def _read_json(text: str, document: Document, digest: str) -> Found | None:
    """Read a JSON document with one report, several in a list, or a feed; None where the text is no JSON after all ("[AP] …")."""
    source = document.source
    try:
        item = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        return _fail(source, "broken-json", "nested too deeply")
    except ValueError as e:
        if source.lower().endswith(".json"):
            return _fail(source, "broken-json", str(e))
        return None
    if isinstance(item, dict) and str(item.get("schema")).startswith("rujuk/"):
        return _own(document)
    if is_json_feed(item):
        return tuple(read_json_feed(item, source=source, digest=digest))
    if isinstance(item, list) and item and isinstance(item[0], dict):
        return _settled(read_object(x, source=f"{source}#{n}", where=f"item {n}") for n, x in enumerate(item, 1))
    return _settled([read_object(item, source=source, digest=digest)])


def _settled(found: Iterable[Report | Failure]) -> Found:
    """Give what was found; nothing where no object of it is a report: it is some other data."""
    items = tuple(found)
    if all(isinstance(x, Failure) and x.code in ("not-a-report", "no-body") for x in items):
        return ()
    return items


def _completed(report: Report, document: Document) -> Report:
    """Add what stands beside the document: the headline where it states none, why it is not whole, warnings."""
    report = replace(report, partial=report.partial or document.partial, warnings=(*report.warnings, *document.warnings))
    if report.title or not document.title:
        return report
    days = report.published.days if report.published else None
    ident = report_id(
        url=report.url,
        outlet=report.outlet.name if report.outlet else None,
        title=document.title,
        text=report.text,
        published=f"{days.earliest}/{days.latest}" if days else None,
    )
    return replace(report, id=ident, title=document.title)


def _fail(source: str, code: str, detail: str, state: str = "failed") -> Found:
    return (Failure(source=source, stage="read", code=code, detail=detail, state=state),)
