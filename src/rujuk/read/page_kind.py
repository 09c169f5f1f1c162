"""What a page is: a report, or a list of reports; whole, or a teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from rujuk.read.drafts import Line
from rujuk.read.heads import is_date_line
from rujuk.read.packs import head_words
from rujuk.read.page_head import ARTICLE_TYPES, LIST_TYPES, PageData
from rujuk.read.page_title import path_of
from rujuk.text.lines import is_prose

_LIST_PATH = re.compile(
    r"^(?:index(?:\.\w+)?|indeks|home|search|cari|tags?|topics?|topik|category|kategori|author|penulis|archives?|arsip|video|foto|latest|terbaru|terpopuler|populer|trending)(?:/|$)",
    re.I,
)
_ARCHIVE = re.compile(r"^(?:[\w-]+/){0,2}\d{4}[/-]\d{1,2}(?:[/-]\d{1,2})?$")
_ARTICLE = re.compile(r"\d{5,}|-[^/-]+-[^/-]+-")
_VIDEO = re.compile(r"(?:^|[./])(?:videos?|tv|watch|foto|photos?|gallery|galeri)[./]", re.I)
_BROKEN_OFF = re.compile(r"(?:\w\s?(?:\.{3,}|…)|\[(?:\.{3}|…)\])$")
_MEDIA = frozenset({"VideoObject", "VideoGallery", "ImageGallery"})
TEASERS = 5
"""Paragraphs that break off from which a page is a list of teasers."""
SHORT = 900
"""Characters up to which a text that breaks off, or ends with a link to go on, is a teaser."""
FEW = 250
"""Characters of prose below which a page without any sign of an article is no report."""


def is_index(data: PageData, url: str | None, lines: list[str]) -> str | None:
    """Say why a page is a list of reports (front, section, tag, search page), or None where it is not.

    A page that states an article with a headline of its own is none, whatever its address.
    """
    stated = any(t.endswith("Article") or t in ARTICLE_TYPES for t in data.types) and bool(data.article.get("headline"))
    if stated:
        return None
    prose = sum(len(x) for x in lines if is_prose(x))
    path = path_of(url)
    if url and not path:
        return "the address is that of a front page"
    if path and (_ARCHIVE.match(path) or (_LIST_PATH.match(path) and not re.search(r"\d{4,}|-\w+-\w+-", path))):
        return "the address is that of a list of reports"
    if data.types & LIST_TYPES and not data.meta("article:published_time"):
        return "the page says that it is a list"
    broken = sum(1 for x in lines if _BROKEN_OFF.search(x))
    if broken >= TEASERS and 2 * broken >= sum(1 for x in lines if is_prose(x)):
        return f"{broken} paragraphs break off: a list of teasers"
    dates = sum(1 for x in lines if is_date_line(x) or (len(x) <= 40 and head_words().ago.search(x)))
    if dates >= 5 and prose < 300 * dates:
        return f"{dates} dates stand between short lines"
    article = (data.meta("og:type") or "").casefold() == "article" or data.meta("article:published_time") is not None
    media = (data.meta("og:type") or "").casefold().startswith("video") or bool(data.types & _MEDIA)
    if prose < FEW and (media or _VIDEO.search(f"/{urlsplit(url).netloc}/{path}" if url else "")):
        return "a page around a video or pictures, without a text of its own"
    article = article or (data.articles == 1 and _ARTICLE.search(path) is not None)
    if not article and prose < FEW:
        return "no running text, and nothing says that the page is an article"
    if url and "/" not in path and not re.search(r"\d|-\w+-|\.\w+$", path) and not article:
        return "the address is that of a section"
    return None


def why_partial(data: PageData, body: list[Line], lines: list[str]) -> str | None:
    """Say why the text is not the whole report, where the page tells; `lines` are those of the page before its furniture went."""
    free = data.article.get("isAccessibleForFree")
    if isinstance(free, str):
        free = {"false": False, "true": True}.get(free.strip().casefold())
    chars = sum(len(x.text) for x in body)
    if free is False and chars < 1500:
        return "paywall: the page says that the rest is not free"
    if why := call_to_subscribe([x.text for x in body]):
        return why
    if chars < SHORT and body and _BROKEN_OFF.search(body[-1].text):
        return "teaser: the text breaks off"
    if chars < SHORT and any(len(x) <= 80 and head_words().goes_on.search(x) for x in lines[-3:]):
        return "teaser: the text ends with a link to the rest"
    return None


def call_to_subscribe(texts: Sequence[str]) -> str | None:
    """Say that a text ends with a call to subscribe, where one of its last lines is one."""
    if any(len(x) < 400 and head_words().paywall.search(x) for x in texts[-4:]):
        return "paywall: the text ends with a call to subscribe"
    return None
