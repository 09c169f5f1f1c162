"""What a language says about holding two sentences against each other: content words, concepts, negation, opposites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

from rujuk.lang.base import LanguagePack, alternatives, words_of
from rujuk.text.remembered import Remembered

_WORD = re.compile(r"[^\W_]++(?!['’])|[^\W_]+(?:['’][^\W_]+)?")  # most words first, at less cost
_SPACES = re.compile(r"\s+")
_APOSTROPHE = re.compile(r"['’]")
_NUMBER = re.compile(r"\d")
_CLAUSE = re.compile(r"[,;:.!?()“”\"]")
_DATELINE = re.compile(
    r"(?:[A-Z][\w.]*+,?+ ?+){1,6}+(?:\([^)]{0,40}\) ?)?(?:(?<=[ )])[-–—] ?[-–—]?|[–—]{1,2}|--|-(?=\s))\s*(?=[A-Z“\"])|[A-Z]\w{1,20}\.(?:com|co|id|COM|CO|ID),\s[A-Z][a-z]{2,20}?(?=[A-Z][a-z])"
)
"""Place and house in front of the first sentence, also where the dash behind it was lost; words are never given back, for a run of
capitals could else be cut in ever so many ways."""
_EDGE = " \t\r\n,;:–—-“”\"'‘’…"
REACH = 5
"""How many content words behind a negation it denies, within its clause: the verb with its object, or what there is not."""
NEGATED = 16
"""So many characters before a word of denial a negation of it is looked for."""
WITHHELD = 40
"""So many characters behind a word of denial what is refused is looked for."""
BEFORE = 24
"""So many characters before a negation a relative word is looked for."""
APPEAL, DENIAL, NEGATION, PLAN = 1, 2, 4, 8
"""What a word may begin a phrase of: without its sign, a text need not be searched for those phrases."""
TEXTS = 200
"""So many texts are remembered at most."""
LEAST = 3
"""A clause of fewer content words is left with its neighbour."""


@dataclass(slots=True)
class _Read:
    """A text as read: its content keys in order, the keys of what happens in it, and the signs of its words."""

    keys: tuple[str, ...]
    predicates: frozenset[str]
    signs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLexicon:
    """Content words of sentences as keys that match across inflections, synonyms and languages.

    A key is `=name` for a concept that several packs share, else the stem of the word.  `phrases` finds concepts of several words.
    """

    stop: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    melting: frozenset[str]
    concepts: dict[str, str]
    phrases: re.Pattern[str]
    phrase_of: dict[str, str]
    firsts: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """The first words of the phrases, and their first two: without any of them a text holds no phrase."""
    signs: dict[str, int]
    """What each first word of a sign may begin."""
    negation: re.Pattern[str]
    negation_not: re.Pattern[str]
    planned: re.Pattern[str]
    not_a_point: re.Pattern[str]
    denial: re.Pattern[str]
    condition: re.Pattern[str]
    relative: re.Pattern[str]
    withheld: re.Pattern[str]
    frames: re.Pattern[str]
    appeals: re.Pattern[str]
    openers: re.Pattern[str]
    tail: re.Pattern[str]
    breaks: re.Pattern[str]
    joins: re.Pattern[str]
    steps: tuple[re.Pattern[str], ...]
    verb: re.Pattern[str]
    not_verbs: frozenset[str]
    happenings: frozenset[str]
    cache: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)
    known: Remembered[tuple[str, str, int]] = field(init=False)
    """Of a casefolded word its content key, its key if it tells what happens (else nothing), and its signs."""
    texts: Remembered[_Read] = field(init=False)
    """Texts as read: a clause is asked for its keys, its predicates and its signs in turn."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", Remembered(self._know))
        object.__setattr__(self, "texts", Remembered(self._read, kept=TEXTS))

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("statements")
        where = f"lang/{pack.code}/statements.toml"
        prefixes = tuple(sorted(words_of(table, "prefixes", where=where), key=lambda p: (-len(p), p)))
        suffixes = tuple(sorted(words_of(table, "suffixes", where=where), key=lambda p: (-len(p), p)))
        melting = frozenset(str(table.get("melting", "")))
        concepts: dict[str, str] = {}
        phrases: dict[str, str] = {}
        for name, words in (*table.get("concept", {}).items(), *table.get("happening", {}).items()):
            for word in words:
                if " " in word:
                    phrases.setdefault(word, f"={name}")
                else:
                    concepts.setdefault(word, f"={name}")
        return cls(
            stop=frozenset(words_of(table, "stop", where=where)),
            prefixes=prefixes,
            suffixes=suffixes,
            melting=melting,
            concepts=concepts,
            phrases=_bounded(phrases),
            phrase_of=phrases,
            firsts=frozenset(_WORD.findall(p)[0] for p in phrases),
            pairs=frozenset(tuple(_WORD.findall(p)[:2]) for p in phrases),
            signs=_signs(table),
            negation=_bounded(words_of(table, "negation", where=where), ending="n't" in table["negation"]),
            negation_not=_bounded(words_of(table, "negation_not", where=where)),
            planned=_bounded(words_of(table, "planned", where=where)),
            not_a_point=re.compile(rf"\W*(?:{alternatives(words_of(table, 'not_a_point', where=where))})(?!\w)", re.IGNORECASE),
            denial=_bounded(words_of(table, "denial", where=where)),
            condition=_bounded(words_of(table, "condition", where=where)),
            relative=re.compile(rf"\b(?:{alternatives(words_of(table, 'relative', where=where))})(?:\s\w+)?\s*$", re.IGNORECASE),
            withheld=re.compile(
                rf"(?:\W*\b\w+){{0,3}}?\W*\b(?:{alternatives(words_of(table, 'withheld', where=where))})\b", re.IGNORECASE
            ),
            frames=re.compile(rf"\W*(?:{table['frames']})", re.IGNORECASE),
            appeals=_bounded(words_of(table, "appeals", where=where)),
            openers=re.compile(rf"(?:{alternatives(words_of(table, 'openers', where=where))})(?!\w),?\s*", re.IGNORECASE),
            tail=re.compile(str(table["tail"])),
            breaks=re.compile(rf";\s+|,\s+(?=(?:{alternatives(words_of(table, 'breaks', where=where))})\b)"),
            joins=re.compile(str(table["joins"])),
            steps=tuple(_bounded(words) for words in table["steps"]),
            verb=re.compile(str(table["verb"])),
            not_verbs=frozenset(words_of(table, "not_verbs", where=where)),
            happenings=frozenset(f"={n}" for n in table.get("happening", {})),
        )

    def keys(self, text: str) -> tuple[str, ...]:
        """Give the content keys of a text: those of its phrases, then those of its other words, each in order; numbers and function words are left out."""
        return self.texts[text].keys

    def predicates(self, text: str) -> frozenset[str]:
        """Give the keys of what a text says to happen: concepts of happenings, and words with the form of a verb."""
        return self.texts[text].predicates

    def appealing(self, text: str) -> bool:
        """Say whether a text holds a word of appeal."""
        return bool(self.texts[text].signs & APPEAL) and self.appeals.search(text) is not None

    def planning(self, text: str) -> bool:
        """Say whether a text tells of what is to come."""
        return bool(self.texts[text].signs & PLAN) and self.planned.search(text) is not None

    def _read(self, text: str) -> _Read:
        """Read a text word by word."""
        lowered = text.casefold()
        words = _WORD.findall(lowered)
        known = list(map(self.known.__getitem__, words))
        keys = [key for key, _, _ in known if key]
        happens = {event for _, event, _ in known if event}
        signs = 0
        for sign in {sign for _, _, sign in known}:
            signs |= sign
        if not self.firsts.isdisjoint(words) and not self.pairs.isdisjoint(pairwise(words)):
            phrases = [self.phrase_of[_SPACES.sub(" ", m[0])] for m in self.phrases.finditer(lowered)]
            happens.update(self.happenings.intersection(phrases))
            rest = map(self.known.__getitem__, _WORD.findall(self.phrases.sub(" ", lowered)))
            keys = phrases + [key for key, _, _ in rest if key]
        return _Read(tuple(keys), frozenset(happens), signs)

    def _know(self, word: str) -> tuple[str, str, int]:
        """Give what a casefolded word tells."""
        sign = 0
        for part in (word, *_APOSTROPHE.split(word)):
            sign |= self.signs.get(part, 0)
        if word.endswith(("n't", "n’t")):
            sign |= self.signs.get("n't", 0)
        return self._content(word), self._happening(word), sign

    def _content(self, word: str) -> str:
        """Give the key of a casefolded word, nothing for a number or function word."""
        word = word.replace("’", "'").removesuffix("'s")
        return "" if word in self.stop or len(word) < 2 or _NUMBER.search(word) else self.key(word)

    def _happening(self, word: str) -> str:
        """Give the key of a casefolded word that says what happens, nothing for another."""
        if word in self.stop or word in self.not_verbs or _NUMBER.search(word):
            return ""
        key = self.key(word)
        return key if key in self.happenings or (self.verb.search(word) and key not in self.concepts_known) else ""

    @property
    def concepts_known(self) -> frozenset[str]:
        """The names of things and persons: concepts that are no happening."""
        if not self.things:
            self.things.update(frozenset(self.concepts.values()) - self.happenings)
        return frozenset(self.things)

    def core(self, text: str) -> tuple[int, int]:
        """Give where the matter of a sentence begins and ends: without dateline, opening word, who said it behind, and quotation marks."""
        start = 0
        m = _DATELINE.match(text)
        if m:
            start = m.end()
        tail = self.tail.search(text, start)
        end = tail.start() if tail and len(text[start : tail.start()].split()) > LEAST else len(text)
        while start < end and text[start] in _EDGE:
            start += 1
        m = self.openers.match(text, start, end)
        if m and m.end() < end:
            start = m.end()
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE + ".":
            end -= 1
        return start, end

    def clauses(self, text: str) -> list[tuple[int, int]]:
        """Cut a sentence into clauses that each have a predicate and `LEAST` content words; else it stays whole."""
        cuts = [0, *(m.end() for m in self.breaks.finditer(text)), len(text)]
        out: list[tuple[int, int]] = []
        for a, b in pairwise(cuts):
            if out and (not self.whole(text[a:b]) or not self.whole(text[out[-1][0] : out[-1][1]])):
                out[-1] = (out[-1][0], b)
            elif b > a:
                out.append((a, b))
        return out

    def parts(self, text: str) -> list[tuple[int, int]]:
        """Cut a sentence where a word joins two clauses, the word left out; a part that could not stand alone stays with the one before it.

        What stands before the word, back to a comma, must tell something: else it joins two names ("the warden and his deputy").
        """
        cuts = [
            m.span() for m in self.joins.finditer(text) if self.predicates(text[text.rfind(",", 0, m.start()) + 1 : m.start()])
        ]
        starts, ends = [0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(text)]
        out: list[tuple[int, int]] = []
        for a, b in zip(starts, ends, strict=True):
            if out and not (self.whole(text[a:b]) and self.whole(text[out[-1][0] : out[-1][1]])):
                out[-1] = (out[-1][0], b)
            else:
                out.append((a, b))
        return out

    def steps_of(self, text: str) -> frozenset[int]:
        """Give the steps of a case in court that a text tells of, numbered in their order."""
        return frozenset(n for n, words in enumerate(self.steps) if words.search(text))

    def whole(self, text: str) -> bool:
        """Say whether a clause can stand alone."""
        return len(frozenset(self.keys(text))) >= LEAST and bool(self.predicates(text))

    def denies(self, text: str) -> bool:
        """Say whether a clause denies what it is about: by a word of denial, or by negating its first predicate; conditions deny nothing."""
        if self.denied_outright(text):
            return True
        if not self.texts[text].signs & NEGATION:
            return False
        plain = self.negation_not.sub(" ", text)
        m = self.negation.search(plain)
        if m is None or self.relative.search(plain[max(0, m.start() - BEFORE) : m.start()]):
            return False
        if self.condition.search(plain[: m.start()]) or self.appeals.search(plain):
            return False
        first = self.reached(plain[m.end() :])
        return not self.predicates(plain[: m.start()]) and bool(self.predicates(plain[m.end() :]).intersection(first))

    def denied_outright(self, text: str) -> bool:
        """Say whether a text holds a word of denial that is not negated itself ("cannot deny") and refuses nothing ("denied bail")."""
        return bool(self.texts[text].signs & DENIAL) and any(
            not _ends_with(self.negation, text[max(0, m.start() - NEGATED) : m.start()])
            and not self.withheld.match(text, m.end(), m.end() + WITHHELD)
            for m in self.denial.finditer(text)
        )

    def denied_keys(self, text: str) -> frozenset[str]:
        """Give the content keys that stand in the reach of a negation: up to `REACH` content words behind it, within its clause."""
        out: set[str] = set()
        if not self.texts[text].signs & NEGATION:
            return frozenset()
        plain = self.negation_not.sub(" ", text)
        for m in self.negation.finditer(plain):
            if self.condition.search(plain[: m.start()]) or self.relative.search(plain[max(0, m.start() - BEFORE) : m.start()]):
                continue
            out.update(self.reached(plain[m.end() :]))
        return frozenset(out)

    def reached(self, text: str) -> tuple[str, ...]:
        """Give the content keys at the beginning of a text that a word before it reaches: up to `REACH`, within its clause."""
        return self.keys(_CLAUSE.split(text)[0])[:REACH]

    def negated(self, before: str) -> bool:
        """Say whether the text before a word negates it: a negation stands there, with at most one word between."""
        return _ends_with(self.negation, self.negation_not.sub(" ", before))

    def planned_keys(self, text: str) -> frozenset[str]:
        """Give the keys right behind a word for what is to come: two content words, within the clause."""
        out: set[str] = set()
        if not self.texts[text].signs & PLAN:
            return frozenset()
        for m in self.planned.finditer(text):
            out.update(self.keys(_CLAUSE.split(text[m.end() :])[0])[:2])
        return frozenset(out)

    def key(self, word: str) -> str:
        """Give the key of one casefolded word: its concept, else its stem."""
        known = self.cache.get(word)
        if known is None:
            known = self.concepts.get(word)
            if known is None:
                stem = self.stem(word)
                known = self._stems().get(stem, stem)
            self.cache[word] = known
        return known

    def _stems(self) -> dict[str, str]:
        """Map the stems of concept words to their concepts; a stem of two concepts maps to none."""
        if not self.stems:
            twice: set[str] = set()
            for word, name in self.concepts.items():
                stem = self.stem(word)
                if self.stems.setdefault(stem, name) != name:
                    twice.add(stem)
            for stem in twice:
                del self.stems[stem]
        return self.stems

    def stem(self, word: str) -> str:
        """Take affixes off a casefolded word; at least four letters stay."""
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= 4:
                word = word.removesuffix(suffix)
                break
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= 4:
                word = word.removeprefix(prefix)
                break
        if len(word) > 4 and word[0] in self.melting and word[1] in "aeiou":
            word = word[1:]
        return word


def _signs(table: dict[str, Iterable[str]]) -> dict[str, int]:
    """Give the first words of the phrases of each sign."""
    out: dict[str, int] = {}
    for name, sign in (("appeals", APPEAL), ("denial", DENIAL), ("negation", NEGATION), ("planned", PLAN)):
        for phrase in table[name]:
            first = phrase if phrase == "n't" else _WORD.findall(phrase.casefold())[0]
            out[first] = out.get(first, 0) | sign
    return out


def _ends_with(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether the last match of a pattern ends where a text ends, but for spaces and one word."""
    return any(len(text[m.end() :].split()) < 2 for m in pattern.finditer(text))


def _bounded(words: object, *, ending: bool = False) -> re.Pattern[str]:
    """Match any of the words as whole words; with `ending`, "n't" as the end of a word too."""
    listed = [str(w) for w in words if str(w) != "n't"]  # type: ignore[attr-defined]
    tail = r"|n['’]t\b" if ending else ""
    return re.compile(rf"\b(?:{alternatives(listed)})\b{tail}", re.IGNORECASE)
