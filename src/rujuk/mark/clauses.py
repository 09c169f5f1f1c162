"""What stands around a cue: whether a clause, a hearer, a name or only a noun follows it, and whether the cue is one at all."""

from __future__ import annotations

from rujuk.lang.speech import Cue
from rujuk.mark.frames import Frame, Frames
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit


class Clauses(Frames):
    """Tells what surrounds a cue."""

    def _nominal(self, i: int) -> bool:
        """Say whether a verb made a noun opens what is told: "adanya …", "meluasnya …"."""
        w, suffix = self.low[i], self.lexicon.possessive
        return w in self.sets["selves"] or (
            bool(suffix)
            and w.endswith(suffix)
            and (w in self.sets["nominals"] or (len(w) > 8 and w.startswith(self.verb_prefixes)))
        )

    def _told_to(self, i: int, last: int) -> int | None:
        """Step over whom a wish is told to: "menyampaikan kepada warga di tepi sungai agar …"; give where the wish begins."""
        low, sets = self.low, self.sets
        if i >= last or not (low[i] in sets["hearer_preps"] or low[i] in sets["purposes"]):
            return None
        for j in range(i, min(i + 22, last - 3)):
            if low[j] in (",", ".", ":", ";", QUOTE) or low[j] in sets["complementisers"]:
                return None
            if low[j] in sets["purposes"]:
                return j + 1
        return None

    def _pointed(self, i: int, last: int) -> bool:
        """Say whether a noun is pointed at and something is said of it: "the apology was made", and not "an apology".

        In a language that inverts, whether the word opens a clause: "no one was hurt", "nothing was stolen", and not "no to the plan".
        """
        if self.inverts:
            return self._clause_of(i, last)
        end = next((j for j in range(i + 1, min(i + 4, last)) if self.low[j] in self.sets["demonstratives"]), None)
        return end is not None and self.has_verb(end + 1, min(end + 4, last))

    def _clause_of(self, i: int, last: int) -> bool:
        """Say whether the word at `i` begins a clause: a verb follows before anything that ends the phrase."""
        low, sets = self.low, self.sets
        for j in range(i + 1, min(last, i + 8)):
            w = low[j]
            if (
                w in (",", ".", ":", ";", QUOTE)
                or w in sets["stops"]
                or w in sets["relatives"]
                or (j == i + 1 and w in sets["addressees"])
            ):
                return False
            if self.verblike(j):
                return True
        return False

    def _stands_last(self, cue: Cue, i: int, last: int, beside: bool) -> bool:
        """Say whether what follows a cue lets its content stand before it: the end, a mark, a time, a phrase of place, a hearer."""
        if cue.frame == "told" or i >= last:
            return True
        w = self.low[i]
        sets = self.sets
        if (
            self.low[i - 1] in sets["nouns"]
            and not beside
            and not (self.low[i - 1] in sets["clause_nouns"] and self.words.capital(i - 2))
        ):
            return False
        if w in (",", ".", QUOTE, "(", ";", "—", "–") or w in sets["times"]:
            return True
        if cue.frame == "say" or beside:
            return w in sets["addressees"] or w in sets["source_adjuncts"] or beside
        return False

    def titled(self, q: int) -> bool:
        """Say whether a quotation is written like the title of a work: capitals all through."""
        text = self.words.text[self.words.start[q] : self.words.end[q]]
        return all(w[0].isupper() for w in text.strip("\"'“”‘’„«» ").split() if len(w) > 3 and w[0].isalpha())

    def _judged(self, cue: Cue, a: int, last: int) -> bool:
        """Say whether an object and what it is called follow: "called the plan a mistake", "described X as Y"."""
        low, sets = self.low, self.sets
        if a >= last or low[a] in sets["source_adjuncts"] or low[a] in sets["addressees"] or low[a] == QUOTE or low[a] == ",":
            return False
        for i in range(a + 1, min(last - 1, a + 10)):
            w = low[i]
            if w in (",", ";", ":") or w in sets["relatives"] or self.verblike(i):
                return False
            if cue.counted:
                if w in cue.links and i + 1 < last:
                    return any(low[x][0].isdigit() for x in range(i + 1, min(last, i + 4)))
            elif cue.links:
                if w in cue.links:
                    return low[i + 1] not in sets["pronouns"] or low[i + 1] in sets["determiners"]
            elif w in sets["addressees"] and w not in sets["binders"]:
                return False
            elif w == QUOTE or (w in sets["indefinite"] and low[i - 1] not in sets["binders"]):
                return True
        return False

    def _clause_follows(self, after: int, opened: str, last: int) -> bool:
        """Say whether a clause stands after the cue."""
        if opened in ("that", ":"):
            return True
        if after >= last:
            return False
        if opened == '"' or (
            opened == "," and (self.low[after] in self.sets["addressees"] or self.low[after] in self.sets["source_adjuncts"])
        ):
            return False
        if self.low[after] in self.sets["joins"] or (
            self.lexicon.cues.get(self.low[after]) and self.low[after].endswith(self.participles)
        ):
            return False
        return last - after >= 3 and self.has_verb(after, last)

    def _names_ahead(self, i: int, last: int) -> bool:
        """Say whether a noun phrase that ends in a name or an office begins at `i`: "public relations executive Lena Holt"."""
        low, sets = self.low, self.sets
        if low[i] in sets["owners"] and low[i] not in sets["bodies"]:
            return False  # "'final' offer for X"
        for j in range(i, min(last, i + 6)):
            if low[j] in (",", ".", QUOTE) or low[j] in sets["stops"] or low[j] in sets["addressees"] or low[j] in sets["times"]:
                return False
            if self.words.capital(j) or low[j] in sets["roles"] or low[j] in sets["anonymous"]:
                return True
        return False

    def _closes(self, i: int, last: int) -> bool:
        """Say whether a name or an office, and no clause, ends the unit: "…, said local doctor Lena Holt"."""
        return (
            i + 1 < last
            and last - i < (24 if self.words.capital(i) and self.words.capital(i + 1) else 10)
            and self.low[i] not in self.sets["times"]
            and not self.has_verb(i, last)
            and self._names_ahead(i, last)
        )

    def _hearer(self, i: int, last: int) -> tuple[int, str]:
        """Step over whom something is told: "told reporters in Paris that"."""
        low, sets, words = self.low, self.sets, self.words
        k = i
        if k >= last:
            return k, ""
        if low[k] in (".", QUOTE):
            return last, ""
        if low[k] in sets["complementisers"] and not (k + 1 < last and low[k + 1] in sets["hearer_nouns"]):
            return self.skip_after(k, last)
        while k < last and low[k] in sets["determiners"]:
            k += 1
        k += 1
        while (
            k < last
            and k - i < 8
            and (
                (words.capital(k) and words.capital(k - 1))
                or low[k] in sets["hearer_nouns"]
                or low[k] == "’s"
                or (low[k] in ("s", ".") and k - i < 3)
            )
        ):
            k += 1
        pos, opened = self.skip_after(k, last)
        return pos, opened

    def _is_passive(self, k: int, first: int) -> bool:
        """Say whether a form of be stands before a past form: "was told", "is expected"."""
        low = self.low
        j = k - 1
        while j >= first and low[j] in self.sets["adverbs"]:
            if low[j] in self.sets["be"]:
                return not low[k].endswith("s") and not low[k].endswith(self.participles)
            j -= 1
        return False

    def _subject_ahead(self, i: int, last: int) -> bool:
        """Say whether a subject and its verb follow a cue that is more often used otherwise: "suggested the pilot knew"."""
        low, sets = self.low, self.sets
        if i >= last or not (self.words.capital(i) or low[i] in sets["determiners"] or low[i] in sets["pronouns"]):
            return False
        return self._clause_of(i, last)

    def _described_thing(self, k: int, a: int, last: int) -> bool:
        """Say whether all that follows a cue is a thing and who or what it is: "membenarkan penangkapan pria yang disapa Budi"."""
        low, sets = self.low, self.sets
        if not self.verb_prefixes or low[k] in sets["bare_sayers"]:
            return False
        verbs = [i for i in range(a, last) if self.verblike(i)]
        if not verbs or len(verbs) > 1 or verbs[0] <= a + 1:
            return False
        if any(low[i] in sets["naming_preps"] for i in range(verbs[0], last)):
            return False
        if any(low[i] in sets["demonstratives"] and low[i + 1][0].isalnum() for i in range(verbs[0], last - 1)):
            return False
        return any(low[i] in sets["relatives"] for i in range(max(a + 1, verbs[0] - 3), verbs[0]))

    def _end_below(self, frame: Frame, unit: Unit) -> None:
        """End what is told in a clause below another where that begins: "Although X said …, …", "Hours after X said …, …"."""
        low, source = self.low, frame.source
        if source is None or frame.before or len(frame.content) != 1 or not unit.first < source[0] <= unit.first + 4:
            return
        if not any(low[i] in self.sets["subordinators"] for i in range(unit.first, min(source[0], unit.first + 3))):
            return
        a, b = frame.content[0]
        text, end = self.words.text, self.words.end
        for i in range(a, b - 3):
            if i > a + 2 and low[i] in (",", "—", "–"):
                frame.content[0] = (a, i)
                return
            if low[i] == QUOTE and text[: end[i]].rstrip("\"”’' ").endswith(","):
                frame.content[0] = (a, i + 1)
                return

    def _segment_end(self, a: int, last: int) -> int:
        """Give where the words up to the first comma end, in languages in which a thing that is told of may stand there alone."""
        if not self.inverts:
            return last
        return next((i for i in range(a, last) if self.low[i] == ","), last)

    def _past_soon(self, i: int, last: int) -> bool:
        """Say whether a past form follows within a few words: the outlet goes on with what was done."""
        return any(
            self.low[x].endswith(self.pasts) and len(self.low[x]) > 4 and self.low[x - 1] not in self.sets["be"]
            for x in range(i, min(last, i + 6))
        )

    def _with_subject(self, cue: Cue, k: int, first: int) -> Range | None:
        """Find the subject of a participle in "…, with the mayor saying …"."""
        low, sets = self.low, self.sets
        if cue.frame != "say" or low[k] not in sets["bare_sayers"]:
            return None
        w = next((i for i in range(k - 1, max(first, k - 8), -1) if low[i] in sets["withs"] or low[i] == ","), None)
        if w is None or low[w] == "," or w + 1 >= k or not self.plausible(w + 1, k):
            return None
        return w + 1, k

    def _issuer(self, k: int, lo: int) -> Range | None:
        """Find who gave out the paper right before a participle: "his wife, Ada, released a statement saying …"."""
        if not self.inverts or k <= lo or self.low[k - 1] not in self.sets["issued"]:
            return None
        verb = next((i for i in range(k - 2, max(lo, k - 6), -1) if self.verblike(i)), None)
        return self.left_source(verb, lo)[0] if verb is not None else None

    def _single_noun(self, k: int, first: int) -> bool:
        """Say whether a noun that is a verb too stands behind its article and adjectives: "a South Korean report that …"."""
        low, sets = self.low, self.sets
        if (
            low[k].endswith(("s", *self.pasts))
            or low[k - 1].endswith("s")
            or low[k - 1] in sets["anonymous"]
            or low[k - 1] in sets["pronouns"]
        ):
            return False
        return any(low[i] in sets["indefinite"] for i in range(max(first, k - 4), k))

    def _points_back(self, i: int, last: int) -> bool:
        """Say whether what was told before is the object: "menyampaikan hal itu"."""
        low, sets = self.low, self.sets
        return (
            i + 1 < last
            and low[i] in sets["demonstrative_heads"]
            and low[i + 1] in sets["demonstratives"]
            and (
                i + 2 >= last
                or not low[i + 2][0].isalpha()
                or low[i + 2] in sets["source_adjuncts"]
                or low[i + 2] in sets["times"]
            )
        )

    def _progressive(self, k: int, first: int) -> bool:
        """Say whether a form of be makes a finite verb of a participle: "is now saying"."""
        j = k - 1
        while j > first and self.low[j] in self.sets["adverbs"] and self.low[j] not in self.sets["be"]:
            j -= 1
        return j > first and self.low[j] in self.sets["be"]

    def _noun_reading(self, cue: Cue, k: int, size: int, first: int, last: int, source: Range | None) -> bool:
        """Say whether a word that is also a noun is one here: "the report …", "their claims of …"."""
        low, sets = self.low, self.sets
        if not self.inverts:
            return False
        if low[k] not in sets["nouns"]:
            return False
        follow = low[k + size] if k + size < last else "."
        if source is not None and (source[1] - source[0] > 4 or any(low[i] in sets["possessives"] for i in range(*source))):
            return True
        if source is None or (low[k] not in sets["clause_nouns"] and follow not in sets["infinitives"]):
            return True
        return (
            (follow in sets["source_adjuncts"] and follow not in sets["infinitives"])
            or follow in (",", ".")
            or (k + size < last and self.verblike(k + size))
        )

    def _record_subject(self, source: Range, *, strict: bool) -> bool:
        low, sets = self.low, self.sets
        if any(low[i] in sets["pictures"] for i in range(*source)):
            return False
        return any(
            low[i] in sets["documents"] or low[i] in sets["records"] or (not strict and low[i] in sets["bodies"])
            for i in range(*source)
        )
