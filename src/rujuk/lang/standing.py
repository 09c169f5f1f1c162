"""How the name of a place stands in a sentence: as what something befell, as where somebody is from, within another name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, words_of

HELPERS = 3
"""Words between a place and the verb of what befell it."""


@dataclass(frozen=True, slots=True)
class StandingLexicon:
    """Words beside the name of a place that tell its part in the sentence."""

    befallen: re.Pattern[str]
    """Matches behind a place that something befell ("was hit by")."""
    scene: re.Pattern[str]
    """Matches behind a place whose clause tells what happened there (", where")."""
    telling: re.Pattern[str]
    """Matches behind a place where somebody of whom the sentence only says that they speak is."""
    origins: frozenset[str]
    owners: frozenset[str]
    firms: frozenset[str]
    vessels: frozenset[str]
    felt: re.Pattern[str]
    landmarks: frozenset[str]
    waters: frozenset[str]
    beyond: re.Pattern[str]
    """Matches all that may stand between a place and the wider one of which others are meant too ("and other towns in")."""
    inner: re.Pattern[str]
    """Matches all that may stand between a place and the wider one around it."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table, where = pack.table("standing"), f"lang/{pack.code}/standing.toml"
        helpers, verbs = (words_of(table, name, where=where) for name in ("helpers", "befallen"))
        kinds, joints = (words_of(table, name, where=where) for name in ("kinds", "joints"))
        return cls(
            befallen=re.compile(rf"(?: {_any(helpers)}){{0,{HELPERS}}} {_any(verbs)}(?!\w)", re.IGNORECASE),
            scene=re.compile(rf",? {_any(words_of(table, 'scenes', where=where))}(?!\w)", re.IGNORECASE),
            telling=re.compile(rf"(?:, [A-Z][\w.]{{1,15}})?,? {_any(words_of(table, 'tells', where=where))}(?!\w)"),
            origins=frozenset(words_of(table, "origins", where=where)),
            owners=frozenset(words_of(table, "owners", where=where)),
            firms=frozenset(words_of(table, "firms", where=where)),
            vessels=frozenset(words_of(table, "vessels", where=where)),
            felt=re.compile(rf"(?<!\w){_any(words_of(table, 'felt', where=where))}(?!\w)", re.IGNORECASE),
            landmarks=frozenset(words_of(table, "landmarks", where=where)),
            waters=frozenset(words_of(table, "waters", where=where)),
            beyond=re.compile(rf",? {_any(words_of(table, 'beyond', where=where))} ", re.IGNORECASE),
            inner=re.compile(rf"(?:[,(] ?(?:{_any(joints)} ?)?|{_any(joints)} ?|)(?:{_any(kinds)} ?){{0,3}}", re.IGNORECASE),
        )


def _any(phrases: Sequence[str]) -> str:
    """Give a pattern for any of the phrases, longest first; one that matches nothing where there are none."""
    return "(?:" + "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))) + ")" if phrases else "(?!)"
