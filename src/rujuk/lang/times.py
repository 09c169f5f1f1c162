"""What a language says about time: names of days and months, pointing words, cues, and the patterns built from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, words_of

_GAP = r"[^\S\n]+"
_OPT = r"[^\S\n]*"
_YEAR = r"(?:1[5-9]|20)\d\d"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a fixed phrase means: a unit and its shift from the day of writing, the days `first`..`last` from it, a TIMEX3 reference, or a feast's date."""

    unit: str | None = None
    shift: int | None = None
    first: int | None = None
    last: int | None = None
    part: str | None = None
    ref: str | None = None
    day: int | None = None
    month: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLexicon:
    """Words and patterns of time.  All keys and patterns are in small letters; one blank stands for any run of white space.

    `words` and `digits` find where an expression may stand, the latter with the groups `iso`, `numeric`, `dashed`, `decade`,
    `clock` and `year`; `classes` says what a found word can be.  Patterns named `*_before` are matched up to their end, all others from their start.
    """

    capital: bool
    month_first: bool
    numeric_order: str
    classes: Mapping[str, tuple[str, ...]]
    months: Mapping[str, int]
    short: frozenset[str]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    parts: Mapping[str, str]
    seasons: Mapping[str, int]
    one: Mapping[str, str]
    ordinals: Mapping[str, int]
    zones: Mapping[str, str]
    edges: Mapping[str, str]
    after: Mapping[str, int]
    before: Mapping[str, int]
    phrases: Mapping[str, Meaning]
    forms: Mapping[str, str]
    counted: frozenset[str]
    year_before: frozenset[str]
    label_before: frozenset[str]
    onwards: frozenset[str]
    plural: frozenset[str]
    eve: frozenset[str]
    articles: frozenset[str]
    lasting: frozenset[str]
    bare_weekend: frozenset[str]
    verb_months: frozenset[str]
    verb_before: frozenset[str]
    not_before: frozenset[str]
    age_before: frozenset[str]
    numbers: Mapping[str, int]
    teen: Mapping[str, int]
    tens: Mapping[str, int]
    meridiem: Mapping[str, int]
    words: re.Pattern[str]
    digits: re.Pattern[str]
    day_before: re.Pattern[str]
    day_year_after: re.Pattern[str]
    year_after: re.Pattern[str]
    direction_after: re.Pattern[str]
    direction_before: re.Pattern[str]
    edge_before: re.Pattern[str]
    noun_before: re.Pattern[str]
    approx_before: re.Pattern[str]
    number_before: re.Pattern[str]
    law_before: re.Pattern[str]
    vague_before: re.Pattern[str]
    season_before: re.Pattern[str]
    every_before: re.Pattern[str]
    ordinal_before: re.Pattern[str]
    ordinal_after: re.Pattern[str]
    unit_tail: re.Pattern[str]
    zone_after: re.Pattern[str]
    age_after: re.Pattern[str]
    clock_after: re.Pattern[str]
    clock: re.Pattern[str]
    decade: re.Pattern[str]
    hijri_before: re.Pattern[str]
    hijri_after: re.Pattern[str]
    glue: re.Pattern[str]
    range: re.Pattern[str]
    dash: re.Pattern[str]
    future: re.Pattern[str]
    future_before: re.Pattern[str]
    past: re.Pattern[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        """Read the lexicon from `times.toml`.

        Raises:
            PackError: a list or a table is missing, or a rule has neither words nor a form.
        """
        table = pack.table("times")
        where = f"lang/{pack.code}/times.toml"
        words = _section(table, "words", where)
        maps = {
            key: _section(table, key, where)
            for key in ("months", "months_short", "weekdays", "weekdays_short", "parts", "units", "one", "numbers", "numbers_teen", "numbers_tens",
                        "ordinals", "seasons", "zones", "edges", "after", "before", "hijri")
        }  # fmt: skip
        phrases, forms = _rules(table, where)

        def some(key: str) -> str:
            return _any(words_of(words, key, where=where))

        months = {**maps["months_short"], **maps["months"]}
        weekdays = {**maps["weekdays_short"], **maps["weekdays"]}
        hijri = words_of(maps["hijri"], "months", where=where)
        verbs = table.get("verbs", {"months": [], "before": []})
        meridiem = dict.fromkeys(words_of(words, "meridiem_am", where=where), 0) | dict.fromkeys(
            words_of(words, "meridiem_pm", where=where), 12
        )
        cues = words_of(words, "clock_cues", where=where)
        classes = _classes(
            phrase=phrases, weekday=weekdays, month=months, part=maps["parts"], unit=maps["units"], one=maps["one"], season=maps["seasons"], hijri=hijri,
            clock=cues,
        )  # fmt: skip
        clock = _clock(maps["zones"], meridiem, words_of(words, "oclock", where=where), some("range"))
        day = rf"(?:0?[1-9]|[12]\d|3[01])(?:{some('ordinal_suffix')})?"
        span = rf"(?P<d1>{day})(?:{_OPT}[-–]{_OPT}(?P<d2>{day})|{_GAP}(?:{some('range')}){_GAP}(?P<d3>{day}))?"
        numbers = {**maps["numbers"], **maps["numbers_teen"], **maps["numbers_tens"]}
        number = rf"(?:(?:{_any(numbers)})(?:[ -](?:{_any(numbers)})){{0,3}}|\d{{1,4}}(?:[.,]\d{{1,3}})?)"
        vague = some("vague")
        return cls(
            capital=bool(table.get("capital")),
            month_first=bool(table.get("month_first")),
            numeric_order=str(table.get("numeric_order", "dmy")),
            classes=classes,
            months=months,
            short=frozenset(set(maps["months_short"]) - set(maps["months"]))
            | frozenset(set(maps["weekdays_short"]) - set(maps["weekdays"])),
            weekdays=weekdays,
            units=maps["units"],
            parts=maps["parts"],
            seasons=maps["seasons"],
            one=maps["one"],
            ordinals=maps["ordinals"],
            zones=maps["zones"],
            edges=maps["edges"],
            after=maps["after"],
            before=maps["before"],
            phrases=phrases,
            forms=forms,
            counted=frozenset(words_of(words, "counted", where=where)),
            year_before=frozenset(words_of(words, "year_before", where=where)),
            label_before=frozenset(words_of(words, "label_before", where=where)),
            plural=frozenset(words_of(words, "plural", where=where)),
            eve=frozenset(words_of(words, "eve", where=where)),
            onwards=frozenset(words_of(words, "onwards", where=where)),
            articles=frozenset(words_of(words, "articles", where=where)),
            lasting=frozenset(words_of(words, "lasting", where=where)),
            bare_weekend=frozenset(words_of(words, "bare_weekend", where=where)),
            verb_months=frozenset(verbs["months"]),
            verb_before=frozenset(verbs["before"]),
            not_before=frozenset(words_of(words, "not_before", where=where)),
            age_before=frozenset(words_of(words, "age_before", where=where)),
            numbers=maps["numbers"],
            teen=maps["numbers_teen"],
            tens=maps["numbers_tens"],
            meridiem=meridiem,
            words=re.compile(rf"\b(?:{_trie(classes)}(?!\w)|h[^\S\n]?[-+–][^\S\n]?\d{{1,2}}(?!\w|\.\d))"),
            digits=_digits(
                _any([*meridiem, *words_of(words, "oclock", where=where)]), _any(maps["zones"]), some("decade_suffix")
            ),
            day_before=re.compile(rf"(?<![\w.,/:-]){span}{_OPT}[-./]?(?:(?:{some('of')}){_GAP})?$"),
            day_year_after=re.compile(
                rf"\.?{_GAP}(?P<d1>{day})(?:{_OPT}[-–]{_OPT}(?P<d2>{day}))?(?![\w:]|[.,]\d)(?:,?{_GAP}(?P<y>{_YEAR})(?!\w|[.,]\d))?"
            ),
            year_after=re.compile(
                rf"\.?(?:,?{_GAP}|[-/])(?:(?:{some('year_nouns')}|{some('of')}){_GAP})?(?P<y>{_YEAR})(?!\w|[.,:]\d|-\d)"
            ),
            direction_after=re.compile(rf"{_GAP}(?P<w>{_any(maps['after'])})(?!\w)(?!-?{_OPT}(?:{some('not_after')})(?!\w))"),
            direction_before=re.compile(rf"(?<!\w)(?P<w>{_any(maps['before'])}){_GAP}$"),
            edge_before=re.compile(rf"(?<!\w)(?P<w>{_any(maps['edges'])})(?:{_GAP}|-)$"),
            noun_before=re.compile(
                rf"(?<!\w)(?:{_any([*_list(words, 'day_nouns'), *_list(words, 'month_nouns'), *_list(words, 'year_nouns')])}){_GAP}$"
            ),
            approx_before=re.compile(rf"(?<!\w)(?:{some('approx')}){_GAP}$"),
            number_before=re.compile(rf"(?<![\w.,/-])(?:(?P<n>{number})|(?P<v>{vague}))[ -]$"),
            law_before=re.compile(rf"(?<!\w)(?:{some('law')}){_OPT}\d[\w./-]{{0,20}}{_GAP}$"),
            vague_before=re.compile(rf"(?<!\w)(?:{some('vague_before')}){_GAP}$"),
            season_before=re.compile(rf"(?<!\w)(?:{some('season_before')}){_GAP}$"),
            every_before=re.compile(rf"(?<!\w)(?:{some('every')}){_GAP}$"),
            ordinal_before=re.compile(rf"(?<!\w)(?P<o>{_any(maps['ordinals'])}){_GAP}$"),
            ordinal_after=re.compile(
                rf"(?:{_GAP}(?P<o>{_any(maps['ordinals'])}))?(?!\w)(?:(?:{_OPT}/{_OPT}|,?{_GAP})(?:(?:{some('year_nouns')}|{some('of')}){_GAP})?(?P<y>{_YEAR})(?!\w|[.,]\d))?"
            ),
            unit_tail=re.compile(
                rf"{_GAP}(?:(?P<ago>{some('ago')})|(?P<later>{some('later')})|(?P<ahead>{some('ahead')})|(?P<onward>{some('onward')}))(?!\w)"
                rf"(?!-?{_OPT}(?:{some('not_after')})(?!\w))"
            ),
            zone_after=re.compile(rf"{_GAP}(?:{_any(maps['zones'])})(?!\w)"),
            age_after=re.compile(rf"(?:{_GAP}|-)(?:{some('age_after')})(?!\w)"),
            clock_after=re.compile(rf"\.?{_GAP}(?P<clock>{clock})(?!\w)"),
            clock=re.compile(clock),
            decade=re.compile(rf"(?P<y>\d{{2,4}})(?:{some('decade_suffix')})(?!\w)"),
            hijri_before=re.compile(rf"(?<![\w.,/:-])\d{{1,2}}{_GAP}$"),
            hijri_after=re.compile(
                rf"(?:{_GAP}1[345]\d\d(?:{_GAP}(?:{_any(words_of(maps['hijri'], 'era', where=where))})(?!\w))?)"
            ),
            glue=re.compile(
                rf"(?:,?{_GAP}|{_OPT}\({_OPT}|\)?,?{_GAP})(?:(?:{some('links')}){_GAP}){{0,2}}\(?|\(|\)?,?{_GAP}|\),?{_GAP}\("
            ),
            dash=re.compile(rf"{_OPT}[-–]{_OPT}"),
            range=re.compile(rf"{_OPT}[-–]{_OPT}|{_GAP}(?:{some('range')}){_GAP}"),
            future=re.compile(rf"(?<!\w)(?:{some('future')})(?!\w)"),
            future_before=re.compile(rf"(?<!\w)(?:{some('future_before')}){_GAP}$"),
            past=re.compile(rf"(?<!\w)(?:{some('past')})(?!\w)"),
        )


def _section(table: Mapping[str, Any], key: str, where: str) -> dict[str, Any]:
    value = table.get(key)
    if not isinstance(value, dict):
        raise PackError(f"[{key}] is {type(value).__name__}", expected="a table", where=where)
    return value


def _list(words: Mapping[str, Any], key: str) -> list[str]:
    return [w for w in words.get(key, ()) if w]


def _rules(table: Mapping[str, Any], where: str) -> tuple[dict[str, Meaning], dict[str, str]]:
    """Read the rules: phrases with their meaning, and the rule id of each form of grammar."""
    phrases: dict[str, Meaning] = {}
    forms: dict[str, str] = {}
    for rule in table.get("rule", ()):
        if "form" in rule:
            forms[rule["form"]] = rule["id"]
        elif "match" in rule and "meaning" in rule:
            for phrase in rule["match"]:
                phrases[phrase] = Meaning(rule=rule["id"], **rule["meaning"])
        else:
            raise PackError(
                f"rule {rule.get('id')!r} has neither `match` and `meaning` nor `form`", where=where, expected="a time rule"
            )
    return phrases, forms


def _classes(**kinds: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Say for each word which kinds of thing it can name."""
    out: dict[str, tuple[str, ...]] = {}
    for kind, words in kinds.items():
        for word in words:
            out[word] = (*out.get(word, ()), kind)
    return out


def _any(words: Iterable[str]) -> str:
    """Make a pattern that matches any of the words, longest first; nothing if there are none."""
    ordered = sorted({w for w in words if w}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", _GAP) for w in ordered) or r"(?!)"


def _trie(words: Iterable[str]) -> str:
    """Make a pattern of many words that tries each shared beginning once (longest word wins)."""
    root: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = root
        for c in word:
            node = node.setdefault(c, {})
        node[""] = {}

    def write(node: dict[str, Any]) -> str:
        tails = [(r"[^\S\n]" if c == " " else re.escape(c)) + write(below) for c, below in sorted(node.items()) if c]
        if not tails:
            return ""
        body = tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
        return f"(?:{body}(?!\\w)|(?!\\w))" if "" in node else body

    return write(root)


def _clock(zones: Mapping[str, str], meridiem: Mapping[str, int], oclock: Iterable[str], between: str) -> str:
    """Make the pattern of a clock time after its cue: hour, minute, second, a second hour, half of the day, zone."""
    minute = r"[.:][^\S\n]?[0-5]\d(?!\d)"
    zone = rf"{_GAP}(?:{_any(zones)})(?!\w)"
    return (
        rf"(?:(?:[01]\d|2[0-3])[0-5]\d(?={zone})|(?:[01]?\d|2[0-4])(?!\d)(?:{minute}){{0,2}})"
        rf"(?:(?:{_OPT}[-–]{_OPT}|{_GAP}(?:{between}){_GAP})(?:[01]?\d|2[0-4]){minute})?"
        rf"(?:{_OPT}(?:{_any([*meridiem, *oclock])})(?!\w))?(?:{zone})?"
    )


def _digits(half: str, zone: str, decade: str) -> re.Pattern[str]:
    """Make the pattern of what a run of digits may begin: it is matched at each number, never searched for."""
    tail = r"[^\S\n]?\d{1,2}(?:[^\S\n]?/[^\S\n]?(?:\d{4}|\d{2})(?!\d))?"
    return re.compile(
        rf"(?P<iso>\d{{4}}-\d\d-\d\d(?!\d))"
        rf"|(?P<numeric>\d{{1,2}}[^\S\n]?(?:[-–][^\S\n]?\d{{1,2}}[^\S\n]?)?/{tail}(?:[^\S\n]?[-–][^\S\n]?\d{{1,2}}[^\S\n]?/{tail})?(?![\d/]))"
        rf"|(?P<dashed>\d{{1,2}}(?:-\d{{1,2}}-|\.\d{{1,2}}\.)\d{{4}}(?!\d))"
        rf"|(?P<decade>\d{{2,4}}(?:{decade})(?!\w))"
        rf"|(?P<clock>\d{{1,2}}[:.][^\S\n]?[0-5]\d(?!\d)|\d{{1,2}}(?=[^\S\n]?(?:{half})(?!\w))|\d{{4}}(?=[^\S\n](?:{zone})(?!\w)))"
        rf"|(?P<year>\d{{4}}(?:[^\S\n]?[-–/][^\S\n]?(?:{_YEAR}|\d\d))?(?![\w/]|[.,:]\d|-\d|[^\S\n]?%))"
    )
