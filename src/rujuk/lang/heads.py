"""How a language writes what stands above a report: day and time of publication, who wrote it, who published it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLexicon:
    """Words of head lines in one language (or several, merged).

    `months` maps casefolded names and short names to 1..12, `zones` names of time zones to offsets.  `label` finds words that open a date line,
    `updated` those that tell of a later change.  `byline` opens a line with the names of authors, `editor` one with editors, `desk` parts of an
    author line that are no name, `counter` views and reading times beside a date, `ago` days told by their distance, `live` a report in entries; `home` is the offset at which most of the language's outlets live, empty where they live at many.
    """

    months: dict[str, int]
    weekdays: re.Pattern[str]
    zones: dict[str, str]
    label: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    editor: re.Pattern[str]
    joiners: re.Pattern[str]
    desk: re.Pattern[str]
    counter: re.Pattern[str]
    ago: re.Pattern[str]
    live: re.Pattern[str]
    nobody: frozenset[str]
    paywall: re.Pattern[str]
    goes_on: re.Pattern[str]
    home: str

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        return cls.of((pack,))

    @classmethod
    def of(cls, packs: tuple[LanguagePack, ...]) -> Self:
        """Merge the head words of several packs; where two give a name another meaning, the first one stands."""
        months: dict[str, int] = {}
        zones: dict[str, str] = {}
        lists: dict[str, list[str]] = {k: [] for k in _LISTS}
        for pack in packs:
            table, where = pack.table("heads"), f"lang/{pack.code}/heads.toml"
            for number, names in _table(table, "months").items():
                for name in names:
                    months.setdefault(str(name).casefold(), int(number))
            for name, offset in _table(table, "zones").items():
                zones.setdefault(str(name), str(offset))
            for key in _LISTS:
                lists[key] += words_of(table, key, where=where)
        return cls(
            months=months,
            weekdays=_whole(lists["weekdays"]),
            zones=zones,
            label=_whole([*lists["label"], *lists["updated"]]),
            updated=_whole(lists["updated"]),
            byline=re.compile(rf"(?<!\w)(?:{alternatives(lists['byline'])})(?!\w)\s*[:\-–]?\s*", re.IGNORECASE),
            editor=re.compile(rf"(?<!\w)(?:{alternatives(lists['editor'])})(?!\w)\s*[:\-–]?\s*", re.IGNORECASE),
            joiners=re.compile(rf"\s*(?:[,;/|&•·]|(?<!\w)(?:{alternatives(lists['joiners'])})(?!\w))\s*", re.IGNORECASE),
            desk=re.compile("|".join(lists["desk"]) or r"(?!)", re.IGNORECASE),
            counter=re.compile("|".join(lists["counter"]) or r"(?!)", re.IGNORECASE),
            ago=re.compile("|".join(lists["ago"]) or r"(?!)", re.IGNORECASE),
            live=re.compile("|".join(lists["live"]) or r"(?!)", re.IGNORECASE),
            nobody=frozenset(w.casefold() for w in lists["nobody"]),
            paywall=re.compile("|".join(lists["paywall"]) or r"(?!)", re.IGNORECASE),
            goes_on=re.compile("|".join(lists["goes_on"]) or r"(?!)", re.IGNORECASE),
            home=str(packs[0].table("heads").get("home", "")) if len(packs) == 1 else "",
        )


_LISTS = (
    "weekdays",
    "label",
    "updated",
    "byline",
    "editor",
    "joiners",
    "desk",
    "counter",
    "ago",
    "live",
    "nobody",
    "paywall",
    "goes_on",
)


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key, {})
    return value if isinstance(value, dict) else {}


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
