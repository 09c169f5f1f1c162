"""Pointing back: whom a surname, an office, an abbreviation or a pronoun means, from who was named and who spoke before."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rujuk.lang.speech import SpeechLexicon
from rujuk.model.marks import Entity, SourceKind

SELF = "-"
"""Stands for a cue that carries its speaker in a suffix: a person rather than a body."""
_SPLIT = re.compile(r"[^\w]+")
LEAST_PIECE = 2
"""Letters that a clipped office takes of a word at least."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a source phrase says by itself: the name in it (or the description), the role, and the kind."""

    name: str
    kind: SourceKind
    role: str | None = None
    entity: str | None = None
    person: bool = False
    plural: bool = False
    pointed: bool = False
    """A demonstrative follows it: one named before is meant."""


def initials(name: str) -> str:
    """Give the initials of a name's capitalised words, casefolded: what an abbreviation would be."""
    return "".join(w[0] for w in _SPLIT.split(name) if w and w[0].isupper() and not (len(w) > 1 and w.isupper())).casefold()


class Pointing:
    """Remembers who was named and who spoke in a report, for the short forms that follow."""

    lexicon: SpeechLexicon
    sets: Mapping[str, frozenset[str]]
    people: Mapping[str, Entity]
    bodies: list[str]
    known: list[Phrase]
    last: Phrase | None
    last_person: Phrase | None
    last_body: Phrase | None
    last_many: Phrase | None
    last_issuer: Phrase | None = None
    """Who spoke last, papers and nobody in particular aside: whose "the statement" is."""

    def learn(self, phrase: Phrase) -> None:
        """Keep a phrase met anywhere in the report, so that short forms find the full name."""
        self.known.append(phrase)

    def full(self, phrase: Phrase) -> Phrase:
        """Give the fullest phrase for a short one: a surname, an abbreviation, an office."""
        if phrase.entity is not None and phrase.person and " " in phrase.name:
            return phrase
        parts = [p.casefold() for p in _SPLIT.split(phrase.name) if p]
        if not parts:
            return phrase
        if phrase.person:
            best = phrase
            for k in self.known:
                if k.person and len(k.name) > len(best.name):
                    have = [p.casefold() for p in _SPLIT.split(k.name)]
                    if all(p in have for p in parts):
                        best = k
            if best is phrase and len(parts) == 1 and len(parts[0]) > 3:
                near = [
                    k
                    for k in self.known
                    if k.person and " " in k.name and any(w.casefold().startswith(parts[0]) for w in k.name.split())
                ]
                if len({k.name for k in near}) == 1:
                    return near[0]
                if not near and (same := self._misspelt(parts[0])) is not None:
                    return same
            return best
        if (
            phrase.kind == SourceKind.DOCUMENT
            and self.last_issuer is not None
            and len(parts) == 2
            and parts[0] not in self.sets["indefinite"]
            and (
                parts[-1] in self.sets["issued"] or (parts[0] in self.sets["issued"] and parts[-1] in self.sets["demonstratives"])
            )
        ):
            return self.last_issuer
        if parts[0] in self.sets["roles"] and len(parts) > 2 and (holder := self._holder(phrase)) is not None:
            self.learn(holder)
            return holder
        drop = self.sets["determiners"] | self.sets["demonstratives"]
        bare = [p for p in parts if p not in drop]
        if len(bare) == 1 and phrase.name.split()[-1].isupper() and 1 < len(bare[0]) < 7:
            for name in [k.name for k in self.known if not k.person] + self.bodies:
                if len(name) > len(phrase.name) and initials(name) == bare[0]:
                    return replace(phrase, name=name, kind=SourceKind.ORGANISATION)
        if (
            0 < len(bare) <= 2
            and parts[0] not in self.sets["indefinite"]
            and (len(bare) < len(parts) or phrase.kind == SourceKind.OFFICE)
            and (bare[0] in self.sets["roles"] or bare[-1] in self.sets["roles"])
        ):
            for k in reversed(self.known):
                if k.person and k.role and self._holds(k.role, bare):
                    return k
            for k in reversed(self.known):
                if k.person and len(bare) == 2 and k.name.casefold().split()[-1] == bare[1]:
                    return k
            for e in self.people.values():
                if e.role and self._holds(e.role, bare):
                    return Phrase(e.name, SourceKind.PERSON, e.role, e.id, person=True)
        if (
            0 < len(bare) <= 2
            and len(bare) < len(parts)
            and bare[-1] in self.sets["anaphoric_bodies"]
            and not (len(bare) == 2 and phrase.name.split()[-2][:1].isupper() and bare[0] not in self.sets["determiners"])
            and parts[0] not in self.sets["indefinite"]
            and self.last_body is not None
        ):
            return self.last_body
        if (
            self.last_person is not None
            and self.last_person.role is not None
            and 0 < len(bare) <= 2
            and len(bare) < len(parts)
            and bare[-1] in self.sets["general_offices"]
            and parts[0] not in self.sets["indefinite"]
            and (len(bare) == 1 or bare[0] in self.last_person.role.casefold())
        ):
            described = next(
                (
                    k
                    for k in reversed(self.known)
                    if not k.person and k.name.casefold().split()[-1:] == bare[-1:] and self._first_told(k)
                ),
                None,
            )
            return (
                described
                if described is not None and self.last is not None and described.name == self.last.name
                else self.last_person
            )
        if (
            self.last_person is not None
            and self.last_person.person
            and parts[0] in self.sets["variations"]
            and (
                phrase.pointed
                or parts[-1] in self.sets["demonstratives"]
                or (parts[0] in self.sets["roles"] and phrase.name[1:].islower())
            )
        ):
            return self.last_person
        return phrase

    def _holder(self, phrase: Phrase) -> Phrase | None:
        """Find the holder whose name ends an office and its body, by a part of the name that speaks alone: "Kepala Bandara X Nils Aaker" and "Aaker"."""
        words = phrase.name.split()
        short = {k.name for k in self.known if k.person and " " not in k.name and k.name[:1].isupper()}
        i = next((i for i in range(2, len(words)) if words[i] in short), None)
        if (
            i is None
            or len(words) - i > 4
            or not all(w[:1].isupper() and w.casefold() not in self.sets["bodies"] for w in words[i:])
        ):
            return None
        return Phrase(" ".join(words[i:]), SourceKind.PERSON, " ".join(words[:i]), person=True)

    def _misspelt(self, name: str) -> Phrase | None:
        """Find the one person of whose name a part has the same letters in another order: "Whisnu" for "Wishnu"."""
        letters = sorted(name)
        near = {
            k.name: k
            for k in self.known
            if k.person
            and " " in k.name
            and any(sorted(w.casefold()) == letters and w[0].casefold() == name[0] for w in k.name.split())
        }
        return next(iter(near.values())) if len(near) == 1 else None

    def _first_told(self, phrase: Phrase) -> bool:
        """Say whether a description brings someone in: "a senior official"."""
        return phrase.name.casefold().split()[0] in self.sets["indefinite"]

    def _holds(self, role: str, bare: list[str]) -> bool:
        """Say whether an office in its words is the one a short form gives: "Menteri Luar Negeri" and "Menlu"."""
        words = [w for w in _SPLIT.split(role.casefold()) if w]
        return all(b in words for b in bare) or (len(bare) == 1 and self._clipped(bare[0], words))

    def _clipped(self, short: str, words: list[str]) -> bool:
        """Say whether a word is put together of the beginnings of an office's words, the first among them."""
        if not self.lexicon.clippings or not words:
            return False
        taken = self._piece(short, words[0])
        return taken >= LEAST_PIECE and self._spelled(short[taken:], words[1:])

    def _spelled(self, rest: str, words: list[str]) -> bool:
        """Say whether pieces of words, in their order, spell `rest`."""
        for n, word in enumerate(words):
            taken = self._piece(rest, word)
            if taken >= LEAST_PIECE:
                return taken == len(rest) or self._spelled(rest[taken:], words[n + 1 :])
        return False

    def _piece(self, short: str, word: str) -> int:
        """Give how many letters a clipped word takes from a whole one: from its beginning, or a piece that stands for it."""
        for piece, whole in self.lexicon.clippings.items():
            if whole == word and short.startswith(piece):
                return len(piece)
        return next((n for n, (x, y) in enumerate(zip(short, word, strict=False)) if x != y), min(len(short), len(word)))

    def spoke(self, phrase: Phrase) -> None:
        """Remember who spoke (or was last spoken of)."""
        if phrase.kind != SourceKind.DOCUMENT or self.last is None:
            self.last = phrase
        if phrase.kind not in (SourceKind.DOCUMENT, SourceKind.ANONYMOUS):
            self.last_issuer = phrase
        if phrase.person or phrase.kind in (SourceKind.OFFICE,):
            self.last_person = phrase
        elif phrase.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT, SourceKind.OUTLET):
            self.last_body = phrase
        if phrase.kind in (SourceKind.ANONYMOUS, SourceKind.ORGANISATION):
            self.last_many = phrase

    def behind(self, pronoun: str) -> Phrase | None:
        """Give whom a pronoun (or nothing at all) points back to."""
        if pronoun in self.sets["neuter"]:
            return self.last_body or self.last
        if pronoun in self.sets["plural"]:
            return self.last_many or self.last
        if pronoun in self.sets["singular"] or pronoun == SELF:
            if self.last is not None and not (
                self.last.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT) and self.last_person is not None
            ):
                return self.last
            return self.last_person or self.last
        return self.last
