"""Who is spoken of from sentence to sentence: whom a pronoun, or no subject at all, points back to."""

from __future__ import annotations

from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.frames import Frame
from rujuk.mark.indirect import Reader
from rujuk.mark.phrasing import QUOTE, Unit, Words
from rujuk.mark.pointing import Phrase
from rujuk.mark.speakers import Cast
from rujuk.model.marks import EntityKind, SourceKind
from rujuk.model.span import Where


class Running:
    """Follows the people of one text (body or title)."""

    where: Where
    cast: Cast
    lexicon: SpeechLexicon
    words: Words
    units: list[Unit]
    reader: Reader
    topics: dict[int, Phrase]
    """The person with whom a unit opens as its subject."""
    spans: dict[int, list[tuple[int, int]]]
    """The contents found in each unit."""

    def _ahead(self, start: int) -> Phrase | None:
        """Nobody before: the person last named before this place, or the next speaker of the same paragraph."""
        people = [m for m in self.cast.within(self.where, 0, start) if m[2].kind == EntityKind.PERSON]
        if people:
            e = people[-1][2]
            return Phrase(e.name, SourceKind.PERSON, e.role, e.id, person=True)
        return None

    def _runs_on(self, frame: Frame | None, topic: Phrase) -> bool:
        """Say whether a suffix that means the running speaker ("ujarnya") passes over a person the sentences between only tell of.

        One without an office who is nowhere given as a source does not take over from a person who holds one.
        """
        cast = self.cast
        running = cast.last_person
        return (
            frame is not None
            and frame.source is None
            and running is not None
            and running.role is not None
            and topic.role is None
            and not any(k.person and k.entity == topic.entity for k in cast.known)
        )

    def _just_named(self, n: int, pronoun: str) -> Phrase | None:
        """Give the one person whom the sentence before names, where nobody speaks in it: "It troubled X. He said …".

        A person who is its subject is a topic already; a running speaker keeps the word, unless nobody, many or a body spoke last.
        """
        last = self.cast.last
        if n == 0 or n - 1 in self.spans or pronoun not in self.lexicon.sets["singular"]:
            return None
        u = self.units[n - 1]
        people = {m[2].id: m[2] for m in self.cast.within(self.where, u.start, u.end) if m[2].kind == EntityKind.PERSON}
        if len(people) != 1:
            return None
        (e,) = people.values()
        if last is not None and (last.person or last.kind == SourceKind.OFFICE):
            held = any(self.words.low[i] in self.lexicon.sets["pronouns"] for i in range(u.first, u.last))
            if held or n - 1 in self.topics or self.units[n].paragraph != u.paragraph:
                return None
        return Phrase(e.name, SourceKind.PERSON, e.role, e.id, person=True)

    def _just_described(self, n: int, pronoun: str) -> Phrase | None:
        """Give the one person, told of without a name, whom the sentence before is about: "An officer sounds the alarm. …, he says".

        Somebody who speaks in that paragraph before keeps the word; what merely happens to people ("a man was shot") makes nobody a speaker.
        """
        sets, low = self.lexicon.sets, self.words.low
        if n == 0 or n - 1 in self.spans or pronoun not in sets["singular"] or self.lexicon.possessive:
            return None
        u = self.units[n - 1]
        if any(self.units[k].paragraph == u.paragraph for k in self.spans if k < n):
            return None
        a = self.reader.skip_lead_in(u.first, u.last)
        if a < u.last and self.reader.adjunct(a, u.last):
            a = next((i + 1 for i in range(a, min(u.last, a + 9)) if low[i] == ","), a)
        if a >= u.last or low[a] not in sets["determiners"]:
            return None
        ends = (",", ".", QUOTE)
        b = next(
            (
                i
                for i in range(a + 1, min(u.last, a + 6))
                if low[i] in ends
                or low[i] in sets["addressees"]
                or low[i] in sets["relatives"]
                or self.reader.verblike(i)
                or low[i - 1] in sets["roles"]
            ),
            a,
        )
        if (
            b <= a + 1
            or low[b - 1] not in sets["roles"] | sets["anonymous"] | sets["bystanders"]
            or low[b - 1] in sets["bodies"]
            or low[b - 1].endswith("s")
        ):
            return None
        if any(self.words.capital(i) for i in range(a + 1, b)):
            return None
        verb = next((i for i in range(b, min(u.last, b + 12)) if self.reader.verblike(i)), None)
        if verb is not None and low[verb] in sets["be"] and verb + 1 < u.last and low[verb + 1].endswith(self.reader.pasts):
            return None
        return Phrase(self.words.piece(a, b), self.cast.kind(self.words, a, b))

    def _topics(self) -> dict[int, Phrase]:
        """Units that open with a person as subject: whom a pronoun in the next one means."""
        out: dict[int, Phrase] = {}
        for n, u in enumerate(self.units):
            first = self.reader.skip_lead_in(self._behind_label(u), u.last)
            if first >= u.last:
                continue
            start = self.words.start[first]
            for m in self.cast.within(self.where, start, min(u.end, start + 120)):
                if m[2].kind != EntityKind.PERSON:
                    continue
                i = self.words.at(m[0])
                if " " not in m[2].name and not m[2].role:
                    continue
                if i > first and (
                    i - first > 9
                    or self.reader.has_verb(first, i)
                    or (
                        any(
                            self.words.low[k] in (",", QUOTE) or self.words.low[k] in self.lexicon.sets["addressees"]
                            for k in range(first, i)
                        )
                        and not (i - first < 7 and self.words.low[i - 1] == "," and self.reader.rolelike(first, i - 1))
                    )
                ):
                    break
                out[n] = Phrase(m[2].name, SourceKind.PERSON, m[2].role, m[2].id, person=True)
                break
        return out

    def _behind_label(self, u: Unit) -> int:
        """Give where a turn of a transcript begins, behind its label in capitals: "HOST NAME: …"."""
        words = self.words
        for i in range(u.first, min(u.last, u.first + 7)):
            if words.low[i] == ":":
                return i + 1
            if not (words.low[i] in (",", ".") or words.text[words.start[i] : words.end[i]].isupper()):
                break
        return u.first
