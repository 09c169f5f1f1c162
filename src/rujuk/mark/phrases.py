"""Phrases: what can be told of the words of one text by their shape and by the lexicon."""

from __future__ import annotations

from rujuk.lang.agencies import load_agencies
from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.phrasing import QUOTE, Words

Range = tuple[int, int]
BREAKS = frozenset((":", ";", "—", "–", QUOTE, "!", "?", "|", "•"))


class Phrases:
    """What can be told of the words of one text: verbs, adjuncts, names, where a clause begins."""

    def __init__(self, words: Words, lexicon: SpeechLexicon, long: frozenset[int], *, body: bool = True) -> None:
        self.long = long  # where the quotations stand that are long enough to count
        self.body = body
        self.words = words
        self.low = words.low
        self.lexicon = lexicon
        self.sets = lexicon.sets
        self.agencies = load_agencies()
        self.inverts = not lexicon.possessive  # "…, said X" with the same verb as "X said …"
        self.participles = tuple(sorted(lexicon.sets["participle_endings"]))
        self.pasts = tuple(sorted(lexicon.sets["past_endings"]))
        self.nots = tuple(sorted(lexicon.sets["negation_endings"]))
        self.adverb_endings = tuple(sorted(lexicon.sets["adverb_endings"]))
        self.verb_prefixes = tuple(sorted(lexicon.sets["verb_prefixes"]))

    def verblike(self, i: int) -> bool:
        """Say whether word `i` looks like a verb or auxiliary."""
        w = self.low[i]
        if w in self.sets["verbs"]:
            return True
        if self.words.capital(i):
            return False
        if w in self.sets["statives"]:
            return True
        if self.verb_prefixes:
            return (
                len(w) > 5
                and w.startswith(self.verb_prefixes)
                and w not in self.sets["adjuncts"]
                and w not in self.sets["adverbs"]
                and w not in self.sets["nonverbs"]
            )
        return len(w) > 4 and w.endswith(self.pasts)

    def adverb(self, i: int) -> bool:
        """Say whether word `i` may stand between a subject and its verb: an adverb, by the lexicon or by its ending."""
        w = self.low[i]
        return w in self.sets["adverbs"] or (
            len(w) > 4 and w.endswith(self.adverb_endings) and w not in self.sets["nonadverbs"] and not self.words.capital(i)
        )

    def own(self, i: int) -> bool:
        """Say whether word `i` is the outlet's own voice ("we"); an abbreviation in capitals ("US") is not."""
        if self.low[i] not in self.sets["own_voice"]:
            return False
        word = self.words.text[self.words.start[i] : self.words.end[i]]
        return len(word) == 1 or not word.isupper()

    def has_verb(self, a: int, b: int) -> bool:
        """Say whether a verb stands among the words."""
        return any(self.verblike(i) for i in range(a, b))

    def skip_lead_in(self, i: int, last: int) -> int:
        """Give the first word after the markers that open a sentence ("Sementara itu,", "But")."""
        low = self.low
        moved = True
        while moved and i < last:
            moved = False
            for phrase in self.lexicon.lead_ins.get(low[i], ()):
                n = len(phrase)
                if (
                    i + n <= last
                    and tuple(low[i : i + n]) == phrase
                    and not (self.inverts and i + n < last and low[i + n] in self.sets["binders"])
                ):
                    i += n
                    moved = True
                    break
            while i < last and low[i] in (",", "-", "—", "–", ".", "(", ")", ":"):
                i += 1
                moved = True
        return i

    def skip_times_left(self, j: int, lo: int) -> int:
        """Step left over a date that stands between subject and verb ("pada Kamis (6/2)")."""
        low, times = self.low, self.sets["times"]
        i = j
        seen = False
        while i >= lo:
            w = low[i]
            if w in times or (w[0].isdigit() and seen_number(low, i, times)):
                seen = True
            elif w in ("(", ")") or (w == "," and i < j) or (w in self.sets["time_preps"] and seen):
                pass
            else:
                break
            i -= 1
        if not seen or (i >= lo and low[i] in self.sets["age_words"]):
            return j
        while i < j and low[i + 1] == ",":
            i += 1
        return i

    def skip_after(self, i: int, last: int) -> tuple[int, str]:
        """Step right from a cue over hearers, dates and short phrases of place; give where the clause begins and what opens it.

        What opens it is `that`, `,`, `:`, `"` or nothing.  A time that a demonstrative ties to the clause ("saat ini …") is its own.
        """
        pos, opened = self._skipped(i, last)
        if (
            not opened
            and pos > i
            and self.low[i] in self.sets["clause_times"]
            and i + 1 < last
            and self.low[i + 1] in self.sets["demonstratives"]
        ):
            return i, ""
        return pos, opened

    def _skipped(self, i: int, last: int) -> tuple[int, str]:
        low, sets, words = self.low, self.sets, self.words
        start = i
        steps = 0
        while i < last and steps < 6:
            w = low[i]
            if w in sets["complementisers"]:
                return i + 1, "that"
            if w == ":":
                return i + 1, ":"
            if w == QUOTE:
                return i, '"' if i in self.long else ""
            if w == ",":
                if i + 1 < last and i + 1 in self.long:
                    return i + 1, '"'
                k, opened = self._clause_after_comma(i + 1, last)
                return k, opened
            if w in sets["times"] or (w[0].isdigit() and i > start and low[i - 1] in sets["times"]) or w == "(":
                i = self._skip_date(i, last)
                steps += 1
                continue
            if i > start and not self.inverts and any(c.frame == "say" for c in self.lexicon.cues.get(w, ())):
                i += 1
                steps += 1
                continue
            if w in sets["adverbs"] and i == start and w not in sets["verbs"] and w not in sets["determiners"]:
                i += 1
                continue
            if (
                w in sets["infinitives"]
                and i + 1 < last
                and not (
                    words.capital(i + 1)
                    or low[i + 1] in sets["determiners"]
                    or low[i + 1] in sets["pronouns"]
                    or low[i + 1] in sets["hearers"]
                )
            ):
                return i, ""
            if w in sets["addressees"]:
                if i + 1 < last and low[i + 1] in sets["no_hearers"]:
                    return i, ""  # "said at least five"
                if i + 1 < last and low[i + 1][0].isdigit() and not (i + 2 < last and low[i + 2] in sets["times"]):
                    return i, ""  # "said about 135 houses fell", "mengatakan di 3 desa ..."
                if w in sets["weak_preps"] and not any(
                    low[x] in sets["complementisers"] or low[x] in (",", ":", QUOTE) for x in range(i + 2, min(last, i + 10))
                ):
                    return i, ""  # "said about half of them left"
                end = self._phrase_end(i, last)
                if end is None:
                    return i, ""
                i = end
                steps += 1
                continue
            break
        return i, ""

    def _skip_date(self, i: int, last: int) -> int:
        low, times = self.low, self.sets["times"]
        while i < last and (low[i] in times or low[i][0].isdigit() or low[i] in ("(", ")", "/")):
            i += 1
        return i

    def _clause_after_comma(self, i: int, last: int) -> tuple[int, str]:
        """Behind "X said on Monday, …": pass a second complementiser or a date in commas."""
        low = self.low
        k = self._skip_date(i, last)
        if k > i and k < last and low[k] == ",":
            i = k + 1
        if i < last and low[i] in self.sets["complementisers"]:
            return i + 1, "that"
        if i < last and i in self.long:
            return i, '"'
        return i, ","

    def _phrase_end(self, i: int, last: int) -> int | None:
        """Give the end of the prepositional phrase at `i`, if something that can open a clause follows it soon."""
        low, sets, words = self.low, self.sets, self.words
        k = i + 1
        limit = min(last, i + 9)
        while k < limit:
            w = low[k]
            if (w in sets["complementisers"] and (k > i + 1 or w not in sets["determiners"])) or w in (",", ":", QUOTE):
                return k  # "at that time"
            if w in sets["times"] and not w[0].isdigit():
                return k
            if w in sets["addressees"] and k > i + 1 and w not in sets["binders"]:
                return k
            if (
                self.inverts
                and k > i + 2
                and (w in sets["determiners"] or w in sets["pronouns"])
                and low[k - 1] not in sets["binders"]
            ):
                return k  # "said in a statement the ship …"
            k += 1
        if k >= last:
            return last
        # "told reporters in Paris the road …": nothing marks the end; one noun, with its capitals
        k = i + 1
        while k < last and low[k] in sets["determiners"]:
            k += 1
        k += 1
        while k < last and words.capital(k) and words.capital(k - 1):
            k += 1
        return k

    def namelike(self, a: int, b: int) -> bool:
        """Say whether the words are a bare name: capitals all through, a title aside."""
        return 0 < b - a <= 8 and all(
            self.words.capital(i) or self.low[i] in (".", "-") or self.low[i] in self.sets["name_particles"] for i in range(a, b)
        )

    def rolelike(self, a: int, b: int) -> bool:
        """Say whether the words begin like an office, a profession or a body."""
        sets = self.sets
        for i in range(a, min(b, a + 4)):
            w = self.low[i]
            if (
                w in sets["roles"]
                or w in sets["bodies"]
                or w in sets["anonymous"]
                or w.split("-")[0] in sets["roles"]
                or w.removesuffix("’s").removesuffix("'s") in sets["roles"]
            ):
                return True
        return b > a and self.low[a] in sets["determiners"]

    def adjunct(self, a: int, b: int) -> bool:
        """Say whether the words are a phrase of time or place that opens a sentence."""
        return (
            self.low[a] in self.sets["addressees"]
            or self.low[a] in self.sets["stops"]
            or self.low[a] in self.sets["times"]
            or self.low[a] in self.sets["time_preps"]
        )

    def clauselike(self, a: int, b: int) -> bool:
        """Say whether the words hold a verb."""
        return self.has_verb(a, b)

    def opens_clause(self, i: int) -> bool:
        """Say whether word `i`, the first of its segment, is a verb or preposition: the segment is no name."""
        low, sets = self.low, self.sets
        w = low[i]
        if w in sets["addressees"] or w in sets["stops"] or w in sets["times"]:
            return True
        return (
            bool(self.verb_prefixes)
            and len(w) > 5
            and w.startswith(self.verb_prefixes)
            and not any(w in sets[r] for r in ("nonverbs", "roles", "bodies", "anonymous", "honorifics"))
            and w.islower()
            and not (self.words.capital(i) and self.words.capital(min(i + 1, len(low) - 1)))
        )

    def _office_ahead(self, i: int, last: int) -> bool:
        """Say whether an office or a body follows within a few words, before anything that ends the phrase."""
        low, sets = self.low, self.sets
        for j in range(i, min(last, i + 3)):
            if low[j] in sets["roles"] or low[j] in sets["bodies"]:
                return True
            if low[j] == "," or low[j] in sets["stops"] or low[j] in sets["addressees"] or self.verblike(j):
                return False
        return False

    def house(self, source: Range) -> bool:
        """Say whether a source is a known agency or outlet: "AFP", "the German news agency DPA"."""
        piece = self.words.piece(*source)
        return any(m.end() == len(piece) for m in self.agencies.find(piece))

    def plausible(self, a: int, b: int) -> bool:
        """Say whether words can be a source: a name, a pronoun, or a noun phrase headed by one who can speak."""
        low, sets, words = self.low, self.sets, self.words
        if b <= a or low[a] in sets["expletives"] or all(low[i] in sets["times"] for i in range(a, b)):
            return False
        if (b - a <= 2 and self.own(b - 1)) or (self.inverts and self.own(a)):
            return False
        if (
            low[a] in sets["source_adjuncts"]
            and low[a] not in sets["determiners"]
            and low[a] not in sets["roles"]
            and low[a] not in sets["heads"]
        ):
            return False
        if self.verb_prefixes and self.verblike(a):
            return False
        head = low[b - 1]
        if (
            head in sets["source_adjuncts"]
            or (head in sets["copulas"] and head not in sets["pronouns"] and not words.capital(b - 1))
            or (head in sets["determiners"] and b - a == 1 and head not in sets["heads"])
        ):
            return False
        for i in range(a, b):
            w = low[i]
            if (
                (words.capital(i) and (i > a or w not in sets["stops"]))
                or w in sets["pronouns"]
                or w in sets["roles"]
                or w in sets["bodies"]
                or w in sets["anonymous"]
                or w in sets["documents"]
                or w in sets["determiners"]
                or w in sets["records"]
            ):
                return True
            if w in sets["outlet_words"]:
                return True
        return self._plural(a, b)

    def _plural(self, a: int, b: int) -> bool:
        """Say whether words are a plural noun without an article: "opponents", "local growers"."""
        w = self.low[b - 1]
        return (
            b - a <= 3
            and len(w) > 5
            and w.endswith(tuple(self.sets["plural_nouns"]))
            and not w.endswith(("ss", "us", "is", "'s", "’s"))
            and not any(
                self.low[i] in self.sets[r]
                for i in range(a, b)
                for r in ("addressees", "stops", "times", "adverbs", "copulas", "joins")
            )
            and not any(self.low[i] in self.lexicon.cues for i in range(a, b))
        )


def seen_number(low: list[str], i: int, times: frozenset[str]) -> bool:
    """Say whether the number at `i` belongs to a date: in brackets, or beside a month or weekday."""
    near = low[max(0, i - 3) : i + 3]
    return any(w in times or w in ("(", ")") for w in near)
