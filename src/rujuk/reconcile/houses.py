"""Which house a paper, station or agency belongs to, whatever way its name is written."""

from __future__ import annotations

import re
from functools import lru_cache

from rujuk.lang.agencies import load_agencies

SUFFIXES = frozenset(
    ["com", "co", "id", "go", "or", "ac", "my", "sg", "net", "org", "info", "tv", "news", "uk", "ng", "au", "cn", "in", "jp", "nz", "za", "ae", "ph", "us", "eu"]
)  # fmt: skip
"""Labels of a domain behind the name that was registered."""
_EDITION = re.compile(r"([a-z]{4,})[A-Z][A-Za-z]+$")
"""An edition or section by the house's name in small letters and its own: "harianSaha"."""
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_JOINED = re.compile(r"([a-z]{4,})com$")
"""A domain whose dot was left out."""


@lru_cache(maxsize=10_000)
def house(name: str) -> str:
    """Give the key of a house: the registrable part of its domain, or its usual name without signs; an edition has its house's."""
    name = _ARTICLE.sub("", name.strip(), count=1) if _ARTICLE.match(name.strip()) else name.strip()
    own = _EDITION.match(name)
    if own:
        return own[1].casefold()
    known = load_agencies().named(name)
    if known is not None:
        own = _EDITION.match(known.name)
        name = own[1] if own else known.name
    words = name.casefold().removeprefix("www.").split(".")
    if len(words) > 1 and " " not in name:
        # The last label is a domain's suffix, whatever it is.
        words = [w for w in words[:-1] if w not in SUFFIXES][-1:] or words[:1]
    key = "".join(ch for ch in "".join([w for w in words if w not in SUFFIXES] or words) if ch.isalnum())
    joined = _JOINED.match(key)
    return joined[1] if joined else key
