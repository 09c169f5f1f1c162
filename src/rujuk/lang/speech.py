"""What a language says about speech: cues with their frames, the words around them, and what kinds of sources there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Self

from rujuk.errors import PackError
from rujuk.lang.base import LanguagePack, alternatives, words_of
from rujuk.lang.names import clipped_offices

FRAMES = (
    "say",
    "careful",
    "root",
    "beside",
    "quoting",
    "judging",
    "show",
    "told",
    "urge",
    "according",
    "data",
    "passive",
    "urged",
    "naming",
    "tell",
    "quoted",
    "claim",
    "headline",
)
"""How a cue stands to its source and content, in the order in which the readings of one word are tried."""
_ORDER = {f: n for n, f in enumerate(("urge", "quoted", "told", "judging", "show", "say", "careful", "beside", "root"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One reading of a cue: its words (casefolded), its frame, and the rule it comes from."""

    words: tuple[str, ...]
    frame: str
    rule: str
    participle: bool = False
    whole: bool = False
    """Who is urged belongs to what is said: "called for the police to act"."""
    counted: bool = False
    """A number must follow the linking word ("put the toll at 12")."""
    links: frozenset[str] = frozenset()
    """Words one of which must stand in the content ("described X as Y")."""
    suffixed: bool = False
    """Holds the source in itself: `katanya`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechLexicon:
    """Cues by their first word, word sets by their role, and patterns for the medium of an utterance."""

    cues: dict[str, tuple[Cue, ...]]
    headline: dict[str, Cue]
    sets: dict[str, frozenset[str]]
    lead_ins: dict[str, tuple[tuple[str, ...], ...]]
    media: tuple[tuple[str, re.Pattern[str]], ...]
    any_medium: re.Pattern[str]
    """Finds in lower-case text what one of them begins with: without it none matches."""
    glue: tuple[str, ...]
    """Cues that are surely meant at the end of a longer run of letters that scraping joined."""
    joint_heads: tuple[str, ...]
    """Words that begin no other: what follows them without a gap is a word of its own."""
    names_in_capitals: frozenset[str]
    """Small words that in capitals are names ("WHO", "IT")."""
    possessive: str
    """A suffix that makes a cue its own source, or nothing."""
    wires: re.Pattern[str]
    any_house: bool
    """Cues of taking over stand before houses only, never before people: any name behind one is a house."""
    house_join: re.Pattern[str]
    """Matches what joins a second house to the first, with a gap or without one."""
    house_of: re.Pattern[str]
    """Matches the country between the word for a house and its name ("kantor berita Turki, Anadolu")."""
    affiliated: re.Pattern[str]
    """Matches behind a house's name where another that belongs to it is meant: "CNN affiliate X"."""
    article: re.Pattern[str]
    """Matches a house's name with the word for its piece, in brackets: "(Fox News article)"."""
    official: tuple[str, ...]
    """Words behind which a name is a body's that speaks on its own site ("situs resmi X")."""
    glued: re.Pattern[str]
    """Matches small words that scraping left at the end of a name, and what follows them."""
    told_shapes: re.Pattern[str]
    """Matches a cue of telling right before what is written like an outlet's name."""
    before_house: re.Pattern[str]
    """Matches the end of what stands before a known house that is cited or told something."""
    wire_stem: re.Pattern[str]
    wire_stems: tuple[str, ...]
    wire_words: frozenset[str]
    """First words of the cues of taking over."""
    label: re.Pattern[str]
    clippings: dict[str, str]
    """Whole words of office behind the pieces of clipped ones that are not their beginnings: "ka" for "kepala"."""

    def has(self, role: str, word: str) -> bool:
        """Say whether `word` is in the set `role`."""
        return word in self.sets[role]

    @classmethod
    def load(cls, pack: LanguagePack) -> Self:
        table = pack.table("speech")
        where = f"lang/{pack.code}/speech.toml"
        sets: dict[str, frozenset[str]] = {}
        for part in ("words", "sources"):
            for key in table.get(part, {}):
                sets[key] = frozenset(w.casefold() for w in words_of(table[part], key, where=where))
        sets["roles"] |= clipped_offices(pack)
        sets["pronouns"] = sets["singular"] | sets["plural"] | sets["neuter"]
        sets["source_adjuncts"] = sets["adjuncts"]
        if sets["plural_endings"]:
            sets["anonymous"] |= {r + s for r in sets["roles"] for s in sets["plural_endings"]}
        suffixes = sorted(sets["suffixes"])
        cues: dict[str, list[Cue]] = {}
        headline: dict[str, Cue] = {}
        for rule in table.get("rule", ()):
            frame = rule.get("frame")
            if frame not in FRAMES:
                raise PackError(f"frame {frame!r} of {rule.get('id')!r}", expected=f"one of {', '.join(FRAMES)}", where=where)
            for cue in _cues(rule, suffixes, where):
                if frame == "headline":
                    headline[cue.words[0]] = cue
                else:
                    cues.setdefault(cue.words[0], []).append(cue)
        leads: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(sets["lead_ins"], key=lambda p: (-len(p.split()), p)):
            words = tuple(phrase.split())
            leads.setdefault(words[0], []).append(words)
        chains = table.get("chains", {})
        wire = alternatives(words_of(chains, "wire_cues", where=where))
        weak = alternatives(words_of(chains, "weak_cues", where=where))
        filler = alternatives(words_of(chains, "wire_fillers", where=where))
        told = alternatives(words_of(chains, "told_cues", where=where))
        told_filler = alternatives(words_of(chains, "told_fillers", where=where))
        fillers = words_of(chains, "told_fillers", where=where)
        told_article = alternatives(w for w in fillers if w in sets["determiners"])
        told_noun = alternatives(w for w in fillers if w not in sets["determiners"])
        label = alternatives(words_of(chains, "source_labels", where=where))
        affiliate = alternatives(chains["affiliate"])
        # between a cue of telling and its house: "CNN affiliate", "Germany's"
        middle = rf"[A-Z][\w-]{{1,20}}(?:\s+(?:{affiliate})|['’]s)"
        return cls(
            cues={w: tuple(sorted(c, key=lambda c: (-len(c.words), _ORDER.get(c.frame, 9), c.rule))) for w, c in cues.items()},
            headline=headline,
            sets=sets,
            lead_ins={w: tuple(p) for w, p in leads.items()},
            media=tuple((m["name"], re.compile(_medium(m), re.IGNORECASE)) for m in chains.get("medium", ())),
            any_medium=re.compile(alternatives(opening for m in chains.get("medium", ()) for opening in _openings(m))),
            glue=tuple(
                sorted(
                    {c.words[0] for cs in cues.values() for c in cs if c.frame == "say" and suffixes and len(c.words[0]) > 6}
                    | ({"bahwa"} & sets["complementisers"])
                )
            ),
            joint_heads=tuple(sorted(sets["joint_heads"])),
            names_in_capitals=sets["relatives"] | sets["pronouns"] - sets["possessives"],
            possessive=suffixes[0] if suffixes else "",
            wires=re.compile(rf"\b(?i:{wire})[,:]?\s*(?:(?:{filler})\s*){{0,4}}(?=[A-Z\"“‘*_]|[a-z0-9]\w)"),
            any_house=bool(chains["any_house"]),
            house_join=re.compile(rf"(?:,\s*|,?\s*(?:{alternatives(sets['and_words'])})\s*)(?:(?i:{filler})\s+){{0,3}}"),
            article=re.compile(
                rf"\((?P<name>[A-Z][^()\n]{{1,28}}?) (?:{alternatives(words_of(chains, 'article_words', where=where))})\)"
            ),
            official=tuple(words_of(chains, "official", where=where)) if chains["official"] else (),
            affiliated=re.compile(rf"\s+(?:{affiliate})\s"),
            house_of=re.compile(r"[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?(?:,\s*|\s+)"),
            glued=re.compile(
                "|".join(
                    [rf"(?<=[A-Z]{{2}}){w}\b.*" for w in chains["glued"]]
                    + [rf"(?<=[a-z]{{3}}){w}\b.*" for w in chains["glued_safe"]]
                    + [rf"(?<=[a-z]{{3}}){w}(?=[A-Z]).*" for w in sorted(sets["and_words"]) if suffixes]
                )
                or r"(?!)"
            ),
            told_shapes=re.compile(
                rf"\b(?i:{alternatives(words_of(chains, 'telling', where=where))})\s*(?:(?:{told_article}|(?i:{told_noun})|{middle})\s+){{0,4}}(?=[\w-]+[. ]?\w)"
            ),
            before_house=re.compile(
                rf"(?:\b(?:{wire}|{weak})[,:]?\s*(?:(?:{filler})\s*){{0,4}}|\b(?:{told})\s*(?:(?:{told_filler}|{middle})\s*){{0,4}})[*_\"“‘']*$",
                re.IGNORECASE,
            ),
            wire_stem=re.compile("|".join(sorted({re.escape(w.split()[0]) for w in chains["wire_cues"]}))),
            wire_stems=tuple(sorted({w.split()[0] for w in chains["wire_cues"]})),
            wire_words=frozenset(w.split()[0] for key in ("wire_cues", "weak_cues") for w in chains[key]),
            clippings={k: str(v) for k, v in table.get("clippings", {}).items()},
            label=re.compile(rf"^[\W_]*(?i:{label})\s*:\s*(?=\w)"),
        )


def _medium(table: dict[str, Any]) -> str:
    """Make the pattern of a medium; in a `loose` phrase `~` stands for up to two words, and words may be joined to its end by scraping."""
    loose = [r"\W+(?:\w+\W+){0,2}".join(re.escape(p) for p in phrase.split(" ~ ")) for phrase in table.get("loose", ())]
    parts = [
        f"(?:{alternatives(w for w in table['match'] if ' ' not in w)})\\b",
        alternatives(w for w in table["match"] if " " in w),
        *loose,
    ]
    return rf"\b(?:{'|'.join(p for p in parts if p)})"


def _openings(table: dict[str, Any]) -> list[str]:
    """Give in lower case what the phrases of a medium begin with."""
    return [w.lower() for w in table["match"]] + [phrase.split(" ~ ")[0].lower() for phrase in table.get("loose", ())]


def _cues(rule: dict[str, Any], suffixes: list[str], where: str) -> list[Cue]:
    """Read a rule's words: a line of forms ends with its participle; bare verbs may carry their source as a suffix."""
    out = []
    for line in words_of(rule, "words", where=where):
        for form in _forms(line):
            words = tuple(form.casefold().split())
            out.append(
                Cue(
                    words=words,
                    frame=rule["frame"],
                    rule=rule["id"],
                    participle=words[0].endswith("ing"),
                    links=frozenset(rule.get("links", ())),
                    whole=rule.get("whole", False),
                    counted=rule.get("counted", False),
                )
            )
            if rule["frame"] in ("root", "beside", "according", "passive"):
                for s in suffixes:
                    out.append(Cue(words=(words[0] + s, *words[1:]), frame=rule["frame"], rule=rule["id"], suffixed=True))
    return out


def _forms(line: str) -> list[str]:
    """Cut a line of forms: `point out points out pointed out pointing out` into its four forms of two words."""
    words = line.split()
    if len(words) < 3:
        return [line]
    # a phrasal verb repeats its particle: as many forms as the last word occurs
    tail = [words[-1]]
    while words.count(tail[0]) > 1 and len(words) % words.count(tail[0]) == 0:
        size = len(words) // words.count(tail[0])
        return [" ".join(words[i : i + size]) for i in range(0, len(words), size)]
    return words
