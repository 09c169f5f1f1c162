"""What a language says about units: money, measures, percent, spans of time, ages, rates and labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack
from rujuk.model.marks import QuantityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit's code and what kind of quantity it makes."""

    code: str
    kind: QuantityKind


LONGEST = 4
"""So many words of a unit are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLexicon:
    """Units before and after a number.  `money_before` is keyed as written, all others casefolded with single blanks."""

    money_before: dict[str, Unit]
    named_before: dict[str, Unit]
    after: dict[str, Unit]
    words_after: dict[str, int]
    """The most words that a unit beginning with a word has, `LONGEST` at most."""
    cents: frozenset[str]
    smaller: dict[str, dict[str, float]]
    joiners: tuple[str, ...]
    durations: dict[str, Unit]
    clock: frozenset[str]
    age_before: frozenset[str]
    age_after: tuple[str, ...]
    rates: frozenset[str]
    labels: frozenset[str]
    label_nouns: frozenset[str]
    name_heads: frozenset[str]
    scraped_signs: frozenset[str]
    named_codes: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("units")
        try:
            words = table["words"]
            after = _turned(table["measures"], QuantityKind.MEASURE)
            after |= _turned(table["money_after"], QuantityKind.MONEY)
            after |= _turned(table.get("money_parts", {}), QuantityKind.MONEY)
            after |= _turned(table["others"], QuantityKind.PERCENT)
            words_after: dict[str, int] = {}
            for phrase in after:
                first = phrase.split(" ", 1)[0]
                words_after[first] = max(words_after.get(first, 0), min(LONGEST, phrase.count(" ") + 1))
            return cls(
                money_before=_turned(table["money_before"], QuantityKind.MONEY),
                named_before=_turned(table["measures_before"], QuantityKind.MEASURE),
                after=after,
                words_after=words_after,
                cents=frozenset(w for ws in table["money_parts"].values() for w in ws),
                smaller={k: {s: float(n) for s, n in v.items()} for k, v in table["smaller"].items()},
                joiners=tuple(words["joiners"]),
                durations=_turned(table["durations"], QuantityKind.MEASURE),
                clock=frozenset(words["clock"]),
                age_before=frozenset(words["age_before"]),
                age_after=tuple(words["age_after"]),
                rates=frozenset(words["rates"]),
                labels=frozenset(words["labels"]),
                named_codes=frozenset(table["measures_before"]),
                label_nouns=frozenset(words["label_nouns"]),
                name_heads=frozenset(words["name_heads"]),
                scraped_signs=frozenset(words["scraped_signs"]),
            )
        except KeyError as e:
            raise PackError(f"no {e}", where=f"lang/{pack.code}/units.toml", expected="this key") from e


def _turned(table: dict[str, Any], kind: QuantityKind) -> dict[str, Unit]:
    """Turn code → words into word → unit."""
    return {word: Unit(code=code, kind=kind) for code, words in table.items() for word in words}
