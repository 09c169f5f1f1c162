"""What a language says about figures: what is counted, what befell it, and the small words between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, words_of
from rujuk.lang.counted import CountedLexicon
from rujuk.lang.standing import StandingLexicon
from rujuk.text.remembered import Remembered

TOKEN = re.compile(r"(?P<word>\w+)-(?P=word)(?!\w)|\w+(?:[’']\w+)*|[^\w\s]")
"""A word, a doubled word (`orang-orang`), or one sign."""


class Role(StrEnum):
    """How a trigger stands to what it counts."""

    STATE = "state"
    """The counted is its subject."""
    ACT = "act"
    """The counted is its object."""
    DONE = "done"
    """A past form that is both."""
    NAME = "name"
    """A noun for the happening, with the number beside it."""
    AGENT = "agent"
    """The counted does it."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word's power to make a figure: of which measure, in which role, of which classes of things (none: of any)."""

    measure: str
    role: Role
    counts: frozenset[str]
    rule: str
    known: bool = False
    """Whether it befalls things too, so that the counted noun must be known."""
    weak: bool = False
    """Whether it holds only where the report has a figure of the measure by another rule."""


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase of the language is to figures.

    `classes` are the classes of things it names, `counted` are (measure, rule) that it carries by itself, `marks` the names of the grammar,
    flag, part and height lists that it stands in.
    """

    words: tuple[str, ...]
    classes: frozenset[str] = frozenset()
    counted: tuple[tuple[str, str], ...] = ()
    triggers: tuple[Trigger, ...] = ()
    marks: frozenset[str] = frozenset()


NOTHING = Term(())
VERB = Term((), marks=frozenset({"verb"}))
"""What a word in no list is: nothing to figures, or shaped as a verb."""


class Look(NamedTuple):
    """A word by itself: without the clitic that a listed word bears, the longer phrases that it begins, what may follow it in them, what it is
    alone, and whether no list knows it."""

    word: str
    longer: tuple[Term, ...]
    seconds: tuple[str, ...]
    alone: Term
    unknown: bool


@dataclass(slots=True)
class _Draft:
    classes: set[str] = field(default_factory=set)
    counted: list[tuple[str, str]] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)


def words_in(phrase: str) -> tuple[str, ...]:
    """Cut a phrase as the reader of sentences does: casefolded words, doubled words once."""
    return tuple(m["word"] or m[0] for m in TOKEN.finditer(phrase.casefold().replace("’", "'")))


GROUPS = ("grammar", "flags", "parts", "height", "money")
"""Tables of lists whose names become marks (`parts.cue` is the mark `part-cue`; the others keep their name)."""


TELLING = frozenset({"tall", "deep", "strong", "worth", "loss", "burnt"})
"""Marks by which a word makes a figure of a length, an area or a sum."""


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """All phrases of a language that matter to figures, by first word, longest first."""

    phrases: Mapping[str, tuple[Term, ...]]
    head_first: bool
    clitics: tuple[str, ...]
    locatives: frozenset[str]
    insides: frozenset[str]
    world: frozenset[str]
    heads: frozenset[str]
    airport: re.Pattern[str]
    ways: frozenset[str]
    streets: frozenset[str]
    articles: frozenset[str]
    abstract: re.Pattern[str]
    currency: str | None
    verb: re.Pattern[str]
    first_marks: Mapping[str, frozenset[str]]
    last_marks: Mapping[str, frozenset[str]]
    old_days: tuple[str, ...]
    running: tuple[str, ...]
    offices: frozenset[str]
    goals: frozenset[str]
    openers: frozenset[str]
    narrows: frozenset[str]
    mountains: frozenset[str]
    meetings: frozenset[str]
    dating: frozenset[str]
    ends: CountedLexicon
    """What ends a noun phrase."""
    standing: StandingLexicon
    """How places stand."""
    weak: frozenset[str]
    """Rules that hold only where the report has a figure of their measure by another rule."""
    common: frozenset[str]
    """Words of the language, where scraped pages join words; else empty."""
    small: frozenset[str]
    affixes: frozenset[str]
    cuts: dict[str, int] = field(default_factory=dict, repr=False, compare=False)
    """Where words seen before come apart."""
    looks: Remembered[Look] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "looks", Remembered(self._look))

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table, rules, counted = pack.table("figures"), pack.table("measures"), pack.lexicon(CountedLexicon)
        where = f"lang/{pack.code}/figures.toml"
        drafts: dict[tuple[str, ...], _Draft] = defaultdict(_Draft)
        plural = str(table.get("plural", ""))
        for name in sorted(table["nouns"]):
            for phrase in words_of(table["nouns"], name, where=where):
                for form in _numbers(words_in(phrase), plural if "-" not in name else ""):
                    drafts[form].classes.add(name.split("-")[0])
                    if "-" in name:
                        drafts[form].marks |= {name.split("-")[1], "part-group"}
        for group in GROUPS:
            for name in sorted(table[group]):
                for phrase in words_of(table[group], name, where=where):
                    mark = f"part-{name}" if group == "parts" else name
                    forms = _numbers(words_in(phrase), plural) if mark in ("part-group", "part-side") else (words_in(phrase),)
                    for form in forms:
                        drafts[form].marks.add(mark)
        for rule in rules["rule"]:
            _add_rule(drafts, rule, f"lang/{pack.code}/measures.toml")
        _spread_cases(drafts)
        by_first: dict[str, list[Term]] = defaultdict(list)
        for words in sorted(drafts):
            d = drafts[words]
            by_first[words[0]].append(
                Term(words, frozenset(d.classes), tuple(d.counted), tuple(dict.fromkeys(d.triggers)), frozenset(d.marks))
            )
        return cls(
            phrases={first: tuple(sorted(terms, key=lambda t: (-len(t.words), t.words))) for first, terms in by_first.items()},
            head_first=table["head"] == "first",
            clitics=tuple(words_of(table, "clitics", where=where)),
            locatives=frozenset(words_of(table, "locatives", where=where)),
            insides=frozenset(words_of(table, "insides", where=where)),
            world=frozenset(words_of(table, "world", where=where)),
            heads=frozenset(words_of(table, "heads", where=where)),
            airport=re.compile(table["airport"]),
            ways=frozenset(words_of(table, "ways", where=where)),
            streets=frozenset(words_of(table, "streets", where=where)),
            articles=frozenset(words_of(table, "articles", where=where)),
            abstract=re.compile(table["abstract"]),
            currency=table.get("currency") or None,
            verb=re.compile(table["verb"]),
            first_marks=_marked(table["grammar"], ("reach", "joiner", "becomes"), where),
            last_marks={w: frozenset({"coin"}) for w in words_of(table["money"], "coin", where=where)}
            | {w: frozenset({"sea"}) for w in words_of(table["height"], "sea", where=where)},
            ends=counted,
            standing=pack.lexicon(StandingLexicon),
            weak=frozenset(str(r["id"]) for r in rules["rule"] if r.get("weak")),
            common=_common(pack) if table["joined"] else frozenset(),
            small=frozenset(words_of(table, "small", where=where)),
            affixes=frozenset(words_of(table, "affixes", where=where)),
            dating=frozenset(words_of(table["flags"], "dating", where=where)),
            offices=frozenset(words_of(table, "offices", where=where)),
            goals=frozenset(words_of(table, "goals", where=where)),
            openers=frozenset(words_of(table["grammar"], "relative", where=where)),
            meetings=frozenset(words_of(table, "meetings", where=where)),
            narrows=frozenset(words_of(table, "narrows", where=where)),
            mountains=frozenset(words_of(table, "mountains", where=where)),
            running=tuple(words_of(table["flags"], "running", where=where)),
            old_days=tuple(words_of(table["flags"], "old_days", where=where)),
        )

    def _look(self, word: str) -> Look:
        """Look a folded word up."""
        found = self.phrases.get(word)
        unknown = found is None and word not in self.common
        if found is None and word.endswith(self.clitics):
            for clitic in self.clitics:
                if word.endswith(clitic) and len(word) > len(clitic) + 2 and (found := self.phrases.get(word[: -len(clitic)])):
                    word = word[: -len(clitic)]
                    break
        longer = tuple(t for t in found or () if len(t.words) > 1)
        alone = next((t for t in found or () if len(t.words) == 1), VERB if self.verb.fullmatch(word) else NOTHING)
        return Look(word, longer, tuple(sorted({t.words[1] for t in longer})), alone, unknown)

    def marks(self, word: str) -> frozenset[str]:
        """Give the grammar of a single casefolded word."""
        return next((t.marks for t in self.phrases.get(word, ()) if len(t.words) == 1), frozenset())

    def closes(self, word: str) -> bool:
        """Say whether a word that is in no list ends a noun phrase: a small word, or one shaped as a verb."""
        return word in self.ends.stops or self.ends.verb(word)

    def telling(self, word: str) -> bool:
        """Say whether a single casefolded word tells what is counted, what befell it or what a height is of."""
        for term in self.phrases.get(word, ()):
            if len(term.words) == 1:
                return bool(term.classes or term.counted or term.triggers or term.marks & TELLING)
        return False

    def names(self, word: str) -> frozenset[str]:
        """Give the classes of things that a single casefolded word names."""
        for term in self.phrases.get(word, ()):
            if len(term.words) == 1:
                return term.classes
        return frozenset()


def _common(pack: LanguagePack) -> frozenset[str]:
    """Give the words of the language, by how common they are and by how they are used."""
    return frozenset(row[0] for row in pack.rows("frequencies")) | frozenset(
        row[0] for row in pack.rows("words") if "u0" in row[1]
    )


def _add_rule(drafts: dict[tuple[str, ...], _Draft], rule: Mapping[str, Any], where: str) -> None:
    try:
        name, measure, counts = str(rule["id"]), str(rule["measure"]), frozenset(rule["counts"])
    except KeyError as e:
        raise PackError(f"a rule lacks {e}", expected="id, measure, counts", where=where) from e
    for role in Role:
        for phrase in rule.get(role.value, ()):
            drafts[words_in(phrase)].triggers.append(
                Trigger(measure, role, counts, name, bool(rule.get("known")), bool(rule.get("weak")))
            )
    for phrase in rule.get("counted", ()):
        drafts[words_in(phrase)].counted.append((measure, name))


def _spread_cases(drafts: Mapping[tuple[str, ...], _Draft]) -> None:
    """Mark the phrases of injury that hold a word of how badly ("with serious injuries"), which they would hide."""
    cases = {words[0] for words, d in drafts.items() if len(words) == 1 and "part-case" in d.marks}
    for words, d in drafts.items():
        if len(words) > 1 and cases & set(words) and any(t.measure == "injured" for t in d.triggers):
            d.marks.add("part-case")


def _marked(table: dict[str, Any], names: Sequence[str], where: str) -> dict[str, frozenset[str]]:
    """Give the marks of single words from lists of those names."""
    marks: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for word in words_of(table, name, where=where):
            marks[word].add(name)
    return {word: frozenset(found) for word, found in marks.items()}


def _numbers(words: tuple[str, ...], plural: str) -> Iterable[tuple[str, ...]]:
    """Give a noun and its regular plural; only the last word takes the ending."""
    yield words
    if plural and len(words[-1]) > 2 and not words[-1].endswith(plural):
        yield (*words[:-1], words[-1] + plural)
