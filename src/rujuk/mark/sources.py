"""Sources: the noun phrase before or after a cue that says whose words they are."""

from __future__ import annotations

from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.phrasing import QUOTE, Words

Range = tuple[int, int]
BREAKS = frozenset((":", ";", "—", "–", QUOTE, "!", "?", "|", "•"))


class Grammar:
    """What can be told of the words of one text: verbs, phrases, subjects."""

    def __init__(self, words: Words, lexicon: SpeechLexicon, long: frozenset[int], *, body: bool = True) -> None:
        self.long = long  # where the quotations stand that are long enough to count
        self.body = body
        self.words = words
        self.low = words.low
        self.lexicon = lexicon
        self.sets = lexicon.sets
        self.inverts = not lexicon.possessive  # "…, said X" with the same verb as "X said …"
        self.verb_prefixes = tuple(sorted(lexicon.sets["verb_prefixes"]))

    # ---- words

    def verblike(self, i: int) -> bool:
        """Say whether word `i` looks like a verb or auxiliary."""
        w = self.low[i]
        if w in self.sets["verbs"]:
            return True
        if self.words.capital(i):
            return False
        if self.verb_prefixes:
            return len(w) > 5 and w.startswith(self.verb_prefixes) and w not in self.sets["adjuncts"] and w not in self.sets["adverbs"] and w not in self.sets["nonverbs"]
        return len(w) > 4 and w.endswith("ed")

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
                if i + n <= last and tuple(low[i : i + n]) == phrase:
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
            if w in times or w[0].isdigit() and seen_number(low, i, times):
                seen = True
            elif w in ("(", ")") or w == "," and i < j or w in ("pada", "on", "hari", "di") and seen:
                pass
            else:
                break
            i -= 1
        if not seen:
            return j
        while i < j and low[i + 1] == ",":
            i += 1
        return i if low[i] != "," or i == j else i

    def skip_after(self, i: int, last: int) -> tuple[int, str]:
        """Step right from a cue over hearers, dates and short phrases of place; give where the clause begins and what opens it.

        What opens it is `that`, `,`, `:`, `"` or nothing.
        """
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
            if w in sets["infinitives"] and i + 1 < last and not (words.capital(i + 1) or low[i + 1] in sets["determiners"] or low[i + 1] in sets["pronouns"] or low[i + 1] in sets["hearers"]):
                return i, ""
            if w in sets["addressees"]:
                k = self._phrase_end(i, last)
                if k is None:
                    return i, ""
                i = k
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
            if w in sets["complementisers"] or w in (",", ":", QUOTE):
                return k
            if w in sets["times"] and not w[0].isdigit():
                return k
            if w in sets["addressees"] and k > i + 1 and w not in ("of", "di"):
                return k
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

    # ---- sources

    def left_source(self, k: int, lo: int) -> tuple[Range | None, int]:
        """Find the subject left of a cue at `k`; give it and the index where its phrase begins (the cue's own where there is none)."""
        low, sets, words = self.low, self.sets, self.words
        j = k - 1
        while j >= lo and low[j] in sets["adverbs"] and not (words.capital(j) and j > lo and low[j - 1] not in (".", ",")):
            j -= 1
        j = self.skip_times_left(j, lo)
        while j >= lo and low[j] in sets["adverbs"] and not words.capital(j):
            j -= 1
        if j < lo or low[j] in sets["joins"] or low[j] in BREAKS:
            return None, k
        if low[j] in (",", "—", "–"):
            return self._before_comma(j, k, lo)
        if low[j] in sets["relatives"]:
            return self._antecedent(j, lo)
        if low[j] in sets["pronouns"]:
            return (None, k) if low[j] in sets["possessives"] else ((j, j + 1), j)
        wall = j
        relative = None
        limit = max(lo, k - 34)
        depth = 0
        while wall >= limit:
            w = low[wall]
            if w == ")":
                depth += 1
            elif w == "(":
                depth -= 1
            elif depth <= 0:
                if w in BREAKS or w == "," or w == "." and not (wall > lo and len(low[wall - 1]) < 4):
                    break
                if w in ("-", "--") and (wall == 0 or words.end[wall - 1] < words.start[wall]):
                    break
                if w in sets["relatives"] and wall < j:
                    relative = wall
            wall -= 1
        begin = self.skip_lead_in(wall + 1, j + 1)
        if relative is not None and relative > begin and not self.has_verb(begin, relative) and relative - begin <= 8 and self.plausible(begin, relative):
            return (begin, relative), begin
        # the noun phrase begins behind the last conjunction or verb
        a = begin
        for i in range(j, begin - 1, -1):
            w = low[i]
            if i < j and (w in sets["stops"] and not words.capital(i) or w in sets["joins"] and (i > lo and low[i - 1] == "," or self.inverts and not words.capital(min(i + 1, j)) and self.has_verb(begin, i))):
                a = i + 1
                break
            if self.inverts and i < j and self.verblike(i) and not words.capital(i):
                a = i + 1
                break
        a = self._trim_left(a, j + 1)
        if low[j] in sets["pronouns"]:
            a = j
        b = a + 1 if low[a] in sets["pronouns"] and low[a] not in sets["possessives"] else j + 1
        for i in range(a + 1, b):
            if low[i] in sets["source_ends"]:
                b = i
                break
        if not self.inverts and a == begin and wall > lo and low[wall] == "," and self.namelike(a, b):
            a = self._role_before(a, wall, lo)
        if not self.plausible(a, b):
            return None, k
        return (a, b), a

    def _role_before(self, a: int, comma: int, lo: int) -> int:
        """Take the office before a name in with it: "Kepala Bandara X, Nama mengatakan"."""
        low = self.low
        best = a
        end = comma
        for _ in range(3):
            i = end - 1
            while i >= lo and low[i] not in BREAKS and low[i] != "," and low[i] != ".":
                i -= 1
            start = self._trim_left(self.skip_lead_in(i + 1, end), end)
            if start >= end or self.adjunct(start, end) or self.clauselike(start, end) and not self.rolelike(start, start + 1):
                break
            if self.rolelike(start, end):
                best = start
            elif not self.namelike(start, end) and best == a:
                pass
            if i < lo or low[i] != ",":
                break
            end = i
        return best

    def _before_comma(self, j: int, k: int, lo: int) -> tuple[Range | None, int]:
        """Read "Name, role, said": step back over appositions to the name."""
        low, sets, words = self.low, self.sets, self.words
        wall = j - 1
        limit = max(lo, k - 46)
        while wall >= limit and low[wall] not in BREAKS and not (low[wall] == "." and not (wall > lo and len(low[wall - 1]) < 4)):
            if low[wall] in ("-", "--") and (wall == 0 or words.end[wall - 1] < words.start[wall]):
                break
            wall -= 1
        begin = self.skip_lead_in(wall + 1, j)
        segments: list[Range] = []
        a = begin
        for c in range(begin, j + 1):
            if low[c] in (",", "—", "–"):
                if c > a:
                    segments.append((a, c))
                a = c + 1
        if not segments:
            return None, k
        take = len(segments) - 1
        while take > 0 and self._apposition(*segments[take]) and not self.opens_clause(segments[take - 1][0]):
            take -= 1
        if take == len(segments) - 1 and (take > 0 and not self.rolelike(*segments[take]) and not self.namelike(*segments[take]) or self.inverts):
            return None, k
        if take == len(segments) - 1 and not self.namelike(*segments[0]) and not self.rolelike(*segments[0]) or low[segments[take][0]] in sets["relatives"]:
            if not self.plausible(*segments[take]) or self.has_verb(*segments[take]) or not self.verb_prefixes:
                return None, k
        a, b = segments[take]
        b0 = b
        for i in range(b - 1, a, -1):
            if low[i] in sets["stops"] and not words.capital(i) or self.verblike(i) and not words.capital(i) or low[i - 1] in (",",):
                a = i + 1
                break
        a = self._trim_left(a, b)
        if low[a] in sets["joins"]:
            a += 1
        if a >= b0:
            return None, k
        end = j
        for i in range(a + 1, j):
            if low[i] in sets["source_ends"] and not self.inverts:
                end = i
                break
            if low[i] in sets["relatives"] and low[i - 1] == ",":
                end = i - 1
                break
        while end > a and low[end - 1] == ",":
            end -= 1
        if not self.plausible(a, end):
            return None, k
        return (a, end), a

    def opens_clause(self, i: int) -> bool:
        """Say whether word `i`, the first of its segment, is a verb or preposition: the segment is no name."""
        low, sets = self.low, self.sets
        w = low[i]
        if w in sets["addressees"] or w in sets["stops"] or w in sets["times"]:
            return True
        return bool(self.verb_prefixes) and len(w) > 5 and w.startswith(self.verb_prefixes) and not any(w in sets[r] for r in ("nonverbs", "roles", "bodies", "anonymous", "honorifics")) and w.islower() and not (self.words.capital(i) and self.words.capital(min(i + 1, len(low) - 1)))

    def _apposition(self, a: int, b: int) -> bool:
        """Say whether a segment between commas describes the name before it."""
        low, sets = self.low, self.sets
        if low[a] in sets["relatives"] or low[a][0].isdigit() and b - a <= 4 or self.inverts and low[a].endswith("ing"):
            return True
        if self.has_verb(a, b) and not self.rolelike(a, min(b, a + 3)):
            return False
        return (self.rolelike(a, b) or self.namelike(a, b)) and not (self.adjunct(a, b) and low[a] not in sets["determiners"])

    def plausible(self, a: int, b: int) -> bool:
        """Say whether words can be a source: a name, a pronoun, or a noun phrase headed by one who can speak."""
        low, sets, words = self.low, self.sets, self.words
        if b <= a:
            return False
        if b - a <= 2 and low[b - 1] in sets["own_voice"]:
            return False
        if low[a] in sets["source_adjuncts"] and low[a] not in sets["determiners"] and low[a] not in sets["roles"] and low[a] not in sets["heads"]:
            return False
        head = low[b - 1]
        if head in sets["source_adjuncts"] or head in sets["copulas"] and head not in sets["pronouns"] and not words.capital(b - 1) or head in sets["determiners"] and b - a == 1 and head not in ("some", "many", "one", "another", "several", "others", "both"):
            return False
        for i in range(a, b):
            w = low[i]
            if words.capital(i) and (i > a or w not in sets["stops"]) or w in sets["pronouns"] or w in sets["roles"] or w in sets["bodies"] or w in sets["anonymous"] or w in sets["documents"] or w in sets["determiners"] or w in sets["records"]:
                return True
            if self.verb_prefixes and any(w == o or w.startswith(o) for o in ("kantor", "harian", "televisi", "media")):
                return True
        return False

    def _trim_left(self, a: int, b: int) -> int:
        """Drop dates and phrases of time that open the segment."""
        low, sets = self.low, self.sets
        changed = True
        while changed and a < b - 1:
            changed = False
            k = self.skip_lead_in(a, b - 1)
            if k > a:
                a, changed = k, True
            if low[a] in ("pada", "on", "sejak", "hingga", "di") and low[a + 1] in sets["times"]:
                a += 1
            k = a
            while k < b - 1 and (low[k] in sets["times"] or low[k][0].isdigit() and k > a or low[k] in ("(", ")") and k > a):
                k += 1
            if k > a and low[a] not in sets["determiners"]:
                a, changed = k, True
        return a

    def _antecedent(self, r: int, lo: int) -> tuple[Range | None, int]:
        """The noun before a relative pronoun, else nothing."""
        low, sets, words = self.low, self.sets, self.words
        j = r - 1
        if j >= lo and low[j] == ",":
            j -= 1
        end = j + 1
        while j >= lo and low[j] not in BREAKS and low[j] not in (",", ".") and low[j] not in sets["stops"] and low[j] not in sets["addressees"] and not self.verblike(j):
            j -= 1
        a = self._trim_left(j + 1, end)
        if end - a > 6:
            a = next((i for i in range(a, end) if all(words.capital(x) or low[x] in sets["roles"] for x in range(i, end))), a)
        if end <= a or low[a] in sets["records"] and end - a < 3:
            return None, r
        return (a, end), a

    def right_source(self, i: int, last: int) -> tuple[Range | None, int]:
        """Read the source that follows a cue: role, name and apposition; give it and where it ends."""
        low, sets, words = self.low, self.sets, self.words
        a = i
        if i >= last:
            return None, i
        if low[i] in sets["pronouns"]:
            return (i, i + 1), i + 1
        end = i
        depth = 0
        named = False
        while i < last:
            w = low[i]
            if w == "(":
                # a date in brackets ends it, an abbreviation does not
                if i + 1 < last and (low[i + 1][0].isdigit() or low[i + 1] in sets["times"]):
                    break
                depth += 1
            elif w == ")":
                depth -= 1
            elif depth > 0:
                pass
            elif w in BREAKS or (w == "." and (i + 1 >= last or not words.capital(i + 1) or len(low[i - 1]) > 4)):
                break
            elif w == "," :
                if not self._goes_on(i + 1, last, a):
                    break
            elif w in sets["times"] and not (i > a and low[i - 1] in sets["determiners"]):
                break
            elif i > a and w in sets["source_adjuncts"] and low[i - 1] not in sets["determiners"] and not (w in ("dan", "and") and i + 1 < last and words.capital(i + 1) and not self._clause_soon(i + 1, last)):
                break
            elif i > a and self.verblike(i) and not self.inverts:
                break
            elif words.capital(i):
                named = True
            i += 1
            end = i
            if i - a > 26:
                break
        while end > a and low[end - 1] in (",", "-", "—", "–", "."):
            end -= 1
        if end <= a:
            return None, a
        return (a, end), end

    def _clause_soon(self, i: int, last: int) -> bool:
        return self.has_verb(i, min(last, i + 5))

    def _goes_on(self, i: int, last: int, a: int) -> bool:
        """Say whether a comma in a source on the right joins a name or a role to it."""
        low, sets, words = self.low, self.sets, self.words
        if i >= last or low[i] in sets["source_adjuncts"] or low[i] in sets["times"] or low[i] == QUOTE:
            return False
        end = i
        while end < last and low[end] not in (",", "(", QUOTE) and low[end] not in sets["source_adjuncts"] and low[end] not in sets["times"]:
            end += 1
        if self.rolelike(i, end) and not self.has_verb(i, end) and (low[i] not in sets["determiners"] or self.rolelike(i + 1, end)):
            return True
        return words.capital(i) and self.rolelike(a, i - 1) and not any(low[k] in sets["addressees"] for k in range(a, i - 1)) and not self.has_verb(i, end)

    # ---- kinds of phrases

    def namelike(self, a: int, b: int) -> bool:
        """Say whether the words are a bare name: capitals all through, a title aside."""
        return 0 < b - a <= 8 and all(self.words.capital(i) or self.low[i] in (".", "-", "bin", "binti", "al", "van", "de", "von", "der", "atau", "alias") for i in range(a, b))

    def rolelike(self, a: int, b: int) -> bool:
        """Say whether the words begin like an office, a profession or a body."""
        sets = self.sets
        for i in range(a, min(b, a + 4)):
            w = self.low[i]
            if w in sets["roles"] or w in sets["bodies"] or w in sets["anonymous"] or w.split("-")[0] in sets["roles"] or w.removesuffix("’s").removesuffix("'s") in sets["roles"]:
                return True
        return b > a and self.low[a] in sets["determiners"]

    def adjunct(self, a: int, b: int) -> bool:
        """Say whether the words are a phrase of time or place that opens a sentence."""
        return self.low[a] in self.sets["addressees"] or self.low[a] in self.sets["stops"] or self.low[a] in self.sets["times"] or self.low[a] in ("pada", "sejak")

    def clauselike(self, a: int, b: int) -> bool:
        """Say whether the words hold a verb."""
        return self.has_verb(a, b)


def seen_number(low: list[str], i: int, times: frozenset[str]) -> bool:
    """Say whether the number at `i` belongs to a date: in brackets, or beside a month or weekday."""
    near = low[max(0, i - 3) : i + 3]
    return any(w in times or w in ("(", ")") for w in near)
