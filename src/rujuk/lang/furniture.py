"""What a language's news pages say around a report: menus, links to other stories, share lines, lists, photo credits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, alternatives, words_of

KINDS = ("whole", "start", "inline", "teaser", "heading", "list", "section", "caption")


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureLexicon:
    """Patterns of page furniture in one language (or several, merged).

    `whole` matches lines that are nothing else, `start` (with its longest length in words) lines that open with a cue; `inline` pieces are cut
    out of a line; a `teaser` cue is followed by another story's title inside a running text, which ends before a word of `openers`;
    a `heading` is followed by titles, a `list` heading by what belongs to the page until its end; `section` names stand above a headline.
    `caption` finds the photo credit of a caption.  `small` are the words that titles write in lower case.
    """

    whole: re.Pattern[str]
    starts: tuple[tuple[int, re.Pattern[str]], ...]
    inline: re.Pattern[str]
    teaser: re.Pattern[str]
    heading: re.Pattern[str]
    listing: re.Pattern[str]
    section: re.Pattern[str]
    caption: re.Pattern[str]
    small: frozenset[str]
    openers: frozenset[str]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        return cls.of((pack,))

    @classmethod
    def of(cls, packs: tuple[LanguagePack, ...]) -> Self:
        """Merge the furniture of several packs."""
        parts: dict[str, list[str]] = {k: [] for k in KINDS}
        starts: dict[int, list[str]] = {}
        small: set[str] = set()
        openers: set[str] = set()
        for pack in packs:
            table, where = pack.table("furniture"), f"lang/{pack.code}/furniture.toml"
            small.update(words_of(table, "small", where=where))
            openers.update(words_of(table, "openers", where=where))
            for rule in table.get("rule", ()):
                kind, pattern = rule_pattern(rule, where=where)
                if kind == "start":
                    starts.setdefault(int(rule.get("words", 40)), []).append(pattern)
                else:
                    parts[kind].append(pattern)
        edge = r"[\W_]*"
        return cls(
            whole=_any(parts["whole"], before=rf"^{edge}(?:", after=rf"){edge}$"),
            starts=tuple((n, _any(p, before=r"^\W{0,6}(?:", after=")")) for n, p in sorted(starts.items())),
            inline=_any(parts["inline"]),
            teaser=_any(parts["teaser"]),
            heading=_any(parts["heading"], before=rf"^{edge}(?:", after=rf"){edge}$"),
            listing=_any(parts["list"], before=rf"^{edge}(?:", after=rf"){edge}$"),
            section=_any(parts["section"], before=rf"^{edge}(?:", after=rf"){edge}$"),
            caption=_any(parts["caption"], flags=0),
            small=frozenset(small),
            openers=frozenset(openers),
        )


def rule_pattern(rule: dict[str, Any], *, where: str) -> tuple[str, str]:
    """Give the kind and the regular expression of one rule: `match` lists words, `pattern` is written out.

    Raises:
        PackError: the kind is unknown, or the rule says nothing to match.
    """
    kind = str(rule.get("kind"))
    if kind not in KINDS:
        raise PackError(f"kind {kind!r}", expected=f"one of {', '.join(KINDS)}", where=f"{where}: {rule.get('id')}")
    parts = []
    if "match" in rule:
        words = alternatives(words_of(rule, "match", where=where))
        parts.append(words if kind in ("whole", "heading", "list", "section") else rf"(?<!\w)(?:{words})")
    if "pattern" in rule:
        parts.append(str(rule["pattern"]))
    if not parts:
        raise PackError("neither match nor pattern", expected="one of them", where=f"{where}: {rule.get('id')}")
    return kind, "|".join(parts)


def _any(patterns: list[str], *, before: str = "(?:", after: str = ")", flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(before + ("|".join(patterns) or r"(?!)") + after, flags)
