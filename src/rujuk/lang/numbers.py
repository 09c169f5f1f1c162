"""What a language says about numbers: words, digits, vague words, hedges, ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, alternatives
from rujuk.text.remembered import Remembered

Phrases = dict[str, tuple[str, str]]
"""A hedge, casefolded with single blanks → (mod, rule id)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A vague or fixed number word: both bounds, equal where it is fixed ("a dozen")."""

    low: float
    high: float
    rule: str
    first: bool = False
    """Only where a sentence or clause begins with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLexicon:
    """Number words by what they do.

    `atoms` add up, `makers` change the digit before them ((add, times): "belas" adds ten, "puluh" multiplies), `scales` close a group of
    three digits.  `vague` words are keyed by their phrase; `vague_first` holds their first words.  `begins` says of a word whether
    a number can begin at it.  `digits` matches a number in digits of this language.
    """

    code: str
    decimal: str
    group: str
    digits: re.Pattern[str]
    atoms: dict[str, float]
    makers: dict[str, tuple[float, float]]
    scales: dict[str, float]
    ones: dict[str, str]
    suffixes: dict[str, float]
    money_suffixes: dict[str, float]
    links: frozenset[str]
    articles: frozenset[str]
    persons: frozenset[str]
    half: frozenset[str]
    fractions: dict[str, float]
    parts: dict[str, float]
    ordinals: dict[str, float]
    collectives: dict[str, float]
    pronouns: dict[str, float]
    ordinal_marks: tuple[str, ...]
    ordinal_ends: tuple[str, ...]
    about_suffix: tuple[str, ...]
    negative: frozenset[str]
    share: re.Pattern[str]
    point: re.Pattern[str]
    slashes: bool
    vague: dict[str, Vague]
    vague_first: dict[str, int]
    before: Phrases
    after: re.Pattern[str]
    after_rules: Phrases
    whose: frozenset[str]
    """Nouns of what belongs to people, behind which a definite number counts these people."""
    joiner: re.Pattern[str]
    between: frozenset[str]
    between_joiner: re.Pattern[str]
    change: frozenset[str]
    change_from: frozenset[str]
    pronoun_after: frozenset[str]
    halves: frozenset[str]
    begins: Remembered[bool]
    hedge_ends: frozenset[str]
    """The last words of the hedges before a number."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("numbers")
        try:
            return cls(**_fields(table, pack.code))
        except KeyError as e:
            raise PackError(f"no {e}", where=f"lang/{pack.code}/numbers.toml", expected="this key") from e


def _fields(table: dict[str, Any], code: str) -> dict[str, Any]:
    """Make the lexicon's fields of the table."""
    vague: dict[str, Vague] = {}
    before: Phrases = {}
    after: Phrases = {}
    spans: dict[str, Any] = {}
    for rule in table["rule"]:
        for word in rule.get("words", ()):
            low = float(rule.get("low", rule.get("value")))
            vague[word] = Vague(low=low, high=float(rule.get("high", low)), rule=rule["id"], first=bool(rule.get("first")))
        for word in rule.get("before", ()):
            before[word] = (rule["mod"], rule["id"])
        for word in rule.get("after", ()):
            after[word] = (rule["mod"], rule["id"])
        if "joiners" in rule:
            spans = rule
    atoms = {k: float(v) for k, v in table["atoms"].items()}
    ordinals = {k: float(v) for k, v in table["ordinals"].items()}
    for ten in [w for w, v in atoms.items() if v in (20, 30, 40, 50, 60, 70, 80, 90) and w + "th" not in ordinals]:
        for unit in [w for w, v in ordinals.items() if 0 < v < 10]:
            ordinals[ten + unit] = atoms[ten] + ordinals[unit]
    start = table["collective_start"]
    collectives = {start + w: v for w, v in atoms.items() if 2 <= v <= 12} if start else {}
    first: dict[str, int] = {}
    for phrase in vague:
        parts = phrase.split()
        first[parts[0]] = max(first.get(parts[0], 0), len(parts))
    fractions = {k: float(v) for k, v in table["fractions"].items()}
    articles = frozenset(table["article"])
    pronouns = {k: float(v) for k, v in table["pronouns"].items()}
    scales = {k: float(v) for k, v in table["scales"].items()}
    starts = {
        *atoms,
        *ordinals,
        *collectives,
        *first,
        *fractions,
        *articles,
        *table["ones"],
        *pronouns,
        *scales,
        *table["makers"],
    }
    return {
        "code": code,
        "decimal": table["decimal"],
        "group": table["group"],
        "digits": _digits(table["group"], table["decimal"]),
        "atoms": atoms,
        "makers": {k: (float(v.get("add", 0)), float(v.get("times", 1))) for k, v in table["makers"].items()},
        "scales": scales,
        "ones": dict(table["ones"]),
        "suffixes": {k: float(v) for k, v in table["suffixes"].items()},
        "money_suffixes": {k: float(v) for k, v in table["money_suffixes"].items()},
        "links": frozenset(table["and"]),
        "articles": articles,
        "persons": frozenset(table["persons"]),
        "half": frozenset(table["half"]),
        "fractions": fractions,
        "parts": {k: float(v) for k, v in table["parts"].items()},
        "ordinals": ordinals,
        "collectives": collectives,
        "pronouns": pronouns,
        "ordinal_marks": tuple(table["ordinal_marks"]),
        "ordinal_ends": tuple(table["ordinal_ends"]),
        "about_suffix": tuple(table["about_suffix"]),
        "negative": frozenset(table["negative"]),
        "share": re.compile(rf"\s+(?:every\s+)?(?:{alternatives(table['share'])})\s+", re.IGNORECASE),
        "point": re.compile(rf"\s+(?:{alternatives(table['point'])})\s+(\d+|[^\W\d_]+)", re.IGNORECASE),
        "slashes": bool(table["slash_fractions"]),
        "vague": vague,
        "vague_first": first,
        "before": before,
        "after": re.compile(rf"\s({alternatives(after)})(?!\w)(?!\s(?:{alternatives(table['compared'])})(?!\w))", re.IGNORECASE),
        "whose": frozenset(table["whose"]),
        "after_rules": after,
        "joiner": _joiner(spans["joiners"]),
        "between": frozenset(spans["between"]),
        "between_joiner": _joiner(spans["between_joiners"]),
        "change": frozenset(spans["change"]),
        "change_from": frozenset(spans["from"]),
        "pronoun_after": frozenset(spans["pronoun_after"]),
        "halves": frozenset(spans["halves"]),
        "begins": Remembered(lambda word: word[0].isdigit() or word.casefold() in starts),
        "hedge_ends": frozenset(phrase.rsplit(" ", 1)[-1] for phrase in before),
    }


def _digits(group: str, decimal: str) -> re.Pattern[str]:
    """Make the pattern of a number in digits: grouped, grouped the other way round, with a stray blank from scraping, or plain."""
    g, d = re.escape(group), re.escape(decimal)
    return re.compile(
        rf"(?P<grouped>\d{{1,3}}(?:{g}\d{{3}})+(?!\d))(?:{d}(?P<rest>\d+))?(?!\d)"
        rf"|(?P<broken>[1-9]\d{{0,2}}{g}\x20\d{{3}}(?![\d.,]\d|\d))"
        rf"|(?P<other>[1-9]\d{{0,2}}(?:{d}\d{{3}}){{{1 if decimal == ',' else 2},}}(?!\d))"
        rf"|(?P<split>\d{{1,3}}\.\x20\d{{1,2}}(?![\d.,]\d|\d))"
        rf"|(?P<plain>\d*{d}\d+|\d+)(?:{g}(?P<odd>\d{{1,2}})(?!\d))?"
    )


def _joiner(words: list[str]) -> re.Pattern[str]:
    """Match what stands between the ends of a range: a sign with or without blanks, or a word."""
    signs = "".join(re.escape(w) for w in words if len(w) == 1)
    longer = [w for w in words if len(w) > 1]
    return re.compile(rf"\s?[{signs}]\s?|\s+(?:{alternatives(longer)})\s+|-(?:{alternatives(longer)})-", re.IGNORECASE)
