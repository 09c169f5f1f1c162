"""What a language says about who speaks for whom: services, ministries, words for officials without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLexicon:
    """Words that place a name or role with a body.

    `services` maps the shared name of a service to the pattern of its words; `ministry` finds a ministry or its minister, `loose` what is one only
    beside its matter, `short` maps a short name to the ministry's matter.  `matters` maps words to the shared name of a matter, `known` whole
    names to bodies that go by several, `countries` words to ISO 3166 codes.  `common` words do not tell bodies apart.
    """

    services: tuple[tuple[str, re.Pattern[str]], ...]
    ministry: re.Pattern[str]
    loose: re.Pattern[str]
    short: tuple[tuple[re.Pattern[str], str], ...]
    matters: dict[str, str]
    matter: re.Pattern[str]
    known: dict[str, str]
    acronyms: dict[str, str]
    """Full names that every paper knows by their initials, with these."""
    countries: dict[str, str]
    capitals: tuple[tuple[re.Pattern[str], str], ...]
    seats: dict[str, str]
    """Words that name a body of one country by themselves, with its code."""
    seat: re.Pattern[str]
    no_country: frozenset[str]
    posts_of_any: frozenset[str]
    officials: frozenset[str]
    common: frozenset[str]
    hollow: frozenset[str]
    articles: frozenset[str]
    no_body: frozenset[str]
    home: frozenset[str]
    breaks: re.Pattern[str]
    spokesman: re.Pattern[str]
    ranks: re.Pattern[str]
    """Ranks of the police and the forces: who bears one speaks for a body, though no post is named."""
    institutions: dict[str, str]
    """Words for kinds of offices ("hospital"), with the kind's shared name."""
    kinds_first: bool
    """The kind stands at the beginning of an office's name: "Rumah Sakit Saha"."""
    pointers: frozenset[str]
    """Words that say that something was named before, and where it is: "tersebut", "local"."""
    joints: frozenset[str]
    """Words between a post and its office."""
    post_at: re.Pattern[str]
    """Matches a post at an office of which only the kind is told, in the group `kind`."""
    deeds: tuple[tuple[str, re.Pattern[str]], ...]
    """Words for what only one service does, with the service's shared name: a court sentences, prosecutors ask for a sentence."""
    feelings: re.Pattern[str]
    """Words with which somebody mourns, condemns or is shocked: what happened he heard as others did."""
    cut: tuple[tuple[str, str], ...]
    """Beginnings of an office's name and what belongs to them: ("search", "and rescue office")."""

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("bodies")
        where = f"lang/{pack.code}/bodies.toml"
        words = table["words"]
        ministry = table["ministry"]
        institutions = _backwards(table["institution"], where)
        matters, seats = _backwards(table["matter"], where), _backwards(table["seat"], where)
        return cls(
            services=tuple((name, _whole(words_of(table["service"], name, where=where))) for name in sorted(table["service"])),
            ministry=_whole(words_of(ministry, "words", where=where)),
            loose=_whole(words_of(ministry, "loose", where=where)),
            short=tuple((_whole([k]), str(v)) for k, v in sorted(ministry["short"].items())),
            matters=matters,
            matter=_whole(matters),
            known=_backwards(table["known"], where),
            acronyms=_backwards(table["acronym"], where),
            countries=_backwards(table["country"], where),
            capitals=tuple(
                (re.compile(rf"(?<!\w)(?:{alternatives(words_of(table['country_capitals'], code, where=where))})(?!\w)"), code)
                for code in sorted(table["country_capitals"])
            ),
            seats=seats,
            seat=_whole(seats),
            no_country=frozenset(words_of(words, "no_country", where=where)),
            posts_of_any=frozenset(words_of(words, "posts_of_any", where=where)),
            officials=frozenset(words_of(words, "officials", where=where)),
            common=frozenset(words_of(words, "common", where=where)),
            hollow=frozenset(words_of(words, "hollow", where=where)),
            articles=frozenset(words_of(words, "articles", where=where)),
            home=frozenset(words_of(words, "home", where=where)),
            no_body=frozenset(w.casefold() for w in words_of(words, "no_body", where=where)),
            breaks=_whole(words_of(words, "breaks", where=where)),
            spokesman=_whole(words_of(words, "spokesman", where=where)),
            ranks=_whole(words_of(words, "ranks", where=where)),
            institutions=institutions,
            kinds_first=bool(words["kinds_first"]),
            pointers=frozenset(words_of(words, "pointers", where=where)),
            joints=frozenset(words_of(words, "joints", where=where)),
            post_at=_post_at(words, institutions, where),
            deeds=tuple((name, _whole(words_of(table["deed"], name, where=where))) for name in sorted(table["deed"])),
            feelings=_whole(words_of(words, "feelings", where=where)),
            cut=tuple((str(a), str(b)) for a, b in words.get("cut", ())),
        )

    def governs(self, text: str) -> bool:
        """Say whether a role is a government's."""
        return any(name == "government" and pattern.search(text) for name, pattern in self.services)

    def actors(self, text: str) -> frozenset[str]:
        """Name the services that a sentence names, governments and courts aside; `ministry` for any ministry."""
        found = {name for name, pattern in self.services if name not in ("government", "court") and pattern.search(text)}
        if self.ministry.search(text) or any(short.search(text) for short, _ in self.short):
            found.add("ministry")
        return frozenset(found)

    def doers(self, around: str, figure: str) -> frozenset[str]:
        """Name the services that the words around a figure name, or whose deed alone they, or its own words, tell."""
        named = {name for name, pattern in self.services if name != "government" and pattern.search(around)}
        return frozenset(named or {n for n, pattern in self.deeds if pattern.search(around) or pattern.search(figure)})


def _backwards(table: dict[str, object], where: str) -> dict[str, str]:
    """Map each word of a table of lists to the name of its list."""
    return {word: name for name in sorted(table) for word in words_of(table, name, where=where)}


def _post_at(words: dict[str, object], institutions: dict[str, str], where: str) -> re.Pattern[str]:
    """Build the pattern of "head of the agency", "kepala badan itu"."""
    posts, joints, articles, pointers = (
        alternatives(words_of(words, name, where=where)) for name in ("spokesman", "joints", "articles", "pointers")
    )
    return re.compile(
        rf"(?<!\w)(?:{posts})(?: (?:{joints}))?(?: (?:{articles}))? (?P<kind>{alternatives(institutions)})(?: (?:{pointers}))?(?!\w)",
        re.IGNORECASE,
    )


def _whole(words: object) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(str(w) for w in words)})(?!\w)", re.IGNORECASE)  # type: ignore[attr-defined]
