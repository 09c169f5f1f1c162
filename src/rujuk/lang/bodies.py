"""What a language says about who speaks for whom: services, ministries, words for officials without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLexicon:
    """Words that place a name or role with a body.

    `services` maps the shared name of a service to the pattern of its words; `ministry` finds a ministry or its minister, `short` maps a short
    name to the ministry's matter.  `common` words do not tell bodies apart.
    """

    services: tuple[tuple[str, re.Pattern[str]], ...]
    ministry: re.Pattern[str]
    short: tuple[tuple[re.Pattern[str], str], ...]
    officials: frozenset[str]
    common: frozenset[str]
    hollow: frozenset[str]
    articles: frozenset[str]
    no_body: frozenset[str]
    home: frozenset[str]
    breaks: re.Pattern[str]
    spokesman: re.Pattern[str]
    cut: tuple[tuple[str, str], ...]
    """Beginnings of an office's name and what belongs to them: ("search", "and rescue office")."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("bodies")
        where = f"lang/{pack.code}/bodies.toml"
        words = table["words"]
        ministry = table["ministry"]
        return cls(
            services=tuple((name, _whole(words_of(table["service"], name, where=where))) for name in sorted(table["service"])),
            ministry=_whole(words_of(ministry, "words", where=where)),
            short=tuple((_whole([k]), str(v)) for k, v in sorted(ministry["short"].items())),
            officials=frozenset(words_of(words, "officials", where=where)),
            common=frozenset(words_of(words, "common", where=where)),
            hollow=frozenset(words_of(words, "hollow", where=where)),
            articles=frozenset(words_of(words, "articles", where=where)),
            home=frozenset(words_of(words, "home", where=where)),
            no_body=frozenset(w.casefold() for w in words_of(words, "no_body", where=where)),
            breaks=_whole(words_of(words, "breaks", where=where)),
            spokesman=_whole(words_of(words, "spokesman", where=where)),
            cut=tuple((str(a), str(b)) for a, b in words.get("cut", ())),
        )

    def governs(self, text: str) -> bool:
        """Say whether a role is a government's."""
        return any(name == "government" and pattern.search(text) for name, pattern in self.services)

    def actors(self, text: str) -> frozenset[str]:
        """Name the services that a sentence names, governments aside; `ministry` for any ministry."""
        found = {name for name, pattern in self.services if name != "government" and pattern.search(text)}
        if self.ministry.search(text) or any(short.search(text) for short, _ in self.short):
            found.add("ministry")
        return frozenset(found)


def _whole(words: object) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(str(w) for w in words)})(?!\w)", re.IGNORECASE)  # type: ignore[attr-defined]
