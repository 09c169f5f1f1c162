"""The language packs as reading needs them: before a page is read nobody knows its language."""

from __future__ import annotations

from functools import cache

from rujuk.lang.base import BUILT_IN, LanguagePack, load_pack
from rujuk.lang.furniture import FurnitureLexicon
from rujuk.lang.heads import HeadLexicon


@cache
def all_packs() -> tuple[LanguagePack, ...]:
    """Give the built-in packs in their order."""
    return tuple(p for p in map(load_pack, BUILT_IN) if p is not None)


@cache
def head_words() -> HeadLexicon:
    """Give the head words of all packs together: a date line can be read in any language."""
    return HeadLexicon.of(all_packs())


@cache
def furniture_of(language: str) -> FurnitureLexicon:
    """Give the furniture of one language; of all packs together where the language has no pack.

    Pages of any language carry English lines of their software, so English comes along.
    """
    pack, english = load_pack(language), load_pack("en")
    if pack is None or english is None:
        return FurnitureLexicon.of(all_packs())
    return pack.lexicon(FurnitureLexicon) if pack is english else FurnitureLexicon.of((pack, english))
