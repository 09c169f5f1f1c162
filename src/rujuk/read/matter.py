"""YAML front matter: head data above a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PLAIN = re.compile(r"([A-Za-z_][\w -]{0,40}?)[ \t]*:[ \t]*(.*?)[ \t]*")
_BARE = re.compile(r"[^\s\"'\[\]{}#&*!|>%@`,:?-][^\"'\[\]{}#&*|]*|-?[\d.]+[\w:+.-]*")
LONGEST = 20_000
"""Characters of front matter at most; what is longer is text between two rules."""

_KEYS = {
    "title": ("title", "headline", "judul"),
    "outlet": ("outlet", "publisher", "site", "site_name", "media"),
    "domain": ("domain", "hostname"),
    "url": ("url", "link", "canonical", "source_url"),
    "published": ("published", "date", "published_at", "pubdate", "datepublished", "publish_date", "publication_date", "tanggal"),
    "modified": ("modified", "updated", "updated_at", "datemodified", "lastmod"),
    "author": ("author", "authors", "byline", "bylines", "by", "penulis"),
    "language": ("language", "lang", "bahasa"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Front matter: known fields (strings, or lists of them) under their own names, the text below, and what went wrong."""

    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    body: str
    present: bool = False
    warnings: tuple[str, ...] = ()


def split_matter(text: str) -> Matter:
    """Part a text from its YAML front matter.

    Values are read as strings, so that no date or number is changed.  Broken YAML is read line by line as "key: value", with a warning.
    """
    m = _FENCE.match(text)
    if m is None or len(m[1]) > LONGEST or ":" not in m[1]:
        return Matter(body=text)
    found = _simple(m[1])
    warnings: tuple[str, ...] = ()
    if found is None:
        found, warnings = _yaml(m[1])
    return Matter(values=_known(found), body=text[m.end() :], present=True, warnings=warnings)


def _simple(text: str) -> dict[str, object] | None:
    """Read lines of "key: value" that need no YAML parser; None where one does."""
    out: dict[str, object] = {}
    for line in text.split("\n"):
        m = _PLAIN.fullmatch(line)
        if m is None:
            return None
        value = m[2]
        if len(value) >= 2 and value[0] == value[-1] == '"' and "\\" not in value and '"' not in value[1:-1]:
            value = value[1:-1]
        elif value and (not _BARE.fullmatch(value) or ": " in value or " #" in value or value.endswith(":")):
            return None
        out[m[1]] = value
    return out


def _yaml(text: str) -> tuple[dict[str, object], tuple[str, ...]]:
    import yaml

    try:
        loaded = yaml.load(text, Loader=yaml.BaseLoader)
        if isinstance(loaded, dict):
            return {str(k): v for k, v in loaded.items()}, ()
        why = "no mapping"
    except (yaml.YAMLError, RecursionError, ValueError) as e:
        why = " ".join(str(getattr(e, "problem", None) or type(e).__name__).split())
    out: dict[str, object] = {}
    for line in text.split("\n"):
        m = _PLAIN.fullmatch(line)
        if m:
            out.setdefault(m[1], m[2].strip("\"'"))
    return out, (f"broken front matter ({why}): read line by line",)


def _known(found: dict[str, object]) -> dict[str, str | tuple[str, ...]]:
    by_key = {k.strip().casefold().replace(" ", "_").replace("-", "_"): v for k, v in found.items()}
    out: dict[str, str | tuple[str, ...]] = {}
    for name, keys in _KEYS.items():
        for key in keys:
            value = by_key.get(key)
            if isinstance(value, str):
                out.setdefault(name, value.strip())
            elif isinstance(value, list):
                out.setdefault(name, tuple(str(v).strip() for v in value if isinstance(v, str)))
    return out
