"""Names and what stands beside them: offices, ages, places of origin between commas; where a source's own words begin."""

from __future__ import annotations

from rujuk.mark.phrases import BREAKS, Phrases, Range


class Appositions(Phrases):
    """Steps back over what describes a name."""

    def _companion(self, i: int, last: int) -> bool:
        """Say whether word `i` introduces someone by name or office who stands beside the speaker."""
        words, sets = self.words, self.sets
        return (
            self.low[i] in sets["companions"]
            and not words.capital(i)
            and i + 1 < last
            and (words.capital(i + 1) or self.low[i + 1] in sets["roles"] or self.low[i + 1] in sets["agents"])
        )

    def _bracketed(self, a: int, b: int) -> bool:
        """Say whether the words are a name and its short form: "Sumatera Barat (Sumbar)"."""
        low = self.low
        return b - a > 3 and low[b - 1] == ")" and low[b - 3] == "(" and self.namelike(a, b - 3) and self.words.capital(b - 2)

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
            if start > i + 1 or any(c.frame == "say" for x in range(start, end) for c in self.lexicon.cues.get(low[x], ())):
                break
            if start >= end or self.adjunct(start, end) or (self.clauselike(start, end) and not self.rolelike(start, start + 1)):
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
        while (
            wall >= limit
            and low[wall] not in BREAKS
            and not (low[wall] == "." and low[wall + 1] != "," and not (wall > lo and len(low[wall - 1]) < 4))
        ):
            if low[wall] in ("-", "--") and (
                wall == 0 or words.end[wall - 1] < words.start[wall] or words.end[wall] < words.start[wall + 1]
            ):
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
        passed = len(segments) > 1 and (
            low[segments[-1][0]] in self.lexicon.wire_words or low[segments[-1][0]] in sets["as_words"]
        )
        if passed or (len(segments) > 1 and low[segments[-1][0]] in sets["asides"] and segments[-1][1] - segments[-1][0] == 1):
            a, b = segments[-2]  # "officials, however, said"
            a = self._trim_left(a, b)
            return ((a, b), a) if self.plausible(a, b) and not self.has_verb(a, b) else (None, k)
        while (
            not self.inverts
            and len(segments) > 1
            and all(low[i] in sets["times"] or low[i][0].isdigit() or low[i] in ("(", ")") for i in range(*segments[-1]))
        ):
            segments.pop()  # "OPEC, Rabu, memperkirakan"
            j = segments[-1][1]
        if self.inverts and (named := self._described(*segments[-1])) is not None:
            return named, named[0]
        take = len(segments) - 1
        joined = self.inverts and self.has_verb(*segments[0])  # "The ship sank, and the captain, a Greek, said"
        while (
            take > 0
            and not (joined and low[segments[take][0]] in sets["joins"])
            and (self._apposition(*segments[take]) or self._aside(segments, take))
            and not self.opens_clause(segments[take - 1][0])
        ):
            take -= 1
        if take == len(segments) - 1 and (
            (take > 0 and not self.rolelike(*segments[take]) and not self.namelike(*segments[take])) or self.inverts
        ):
            return None, k
        if (take == len(segments) - 1 and not self.namelike(*segments[0]) and not self.rolelike(*segments[0])) or low[
            segments[take][0]
        ] in sets["relatives"]:
            if not self.plausible(*segments[take]) or self.has_verb(*segments[take]) or not self.verb_prefixes:
                return None, k
        a, b = segments[take]
        b0 = b
        for i in range(b - 1, a, -1):
            if (
                (low[i] in sets["stops"] and not words.capital(i))
                or (self.verblike(i) and not words.capital(i))
                or low[i - 1] in (",",)
            ):
                a = i + 1
                break
        a = self._trim_left(a, b)
        if low[a] in sets["joins"]:
            a += 1
        if a >= b0:
            return None, k
        end = j
        for i in range(a + 1, j):
            if (low[i] in sets["source_ends"] and not self.inverts) or self._companion(i, j):
                end = i
                break
            if low[i] in sets["relatives"] and low[i - 1] == ",":
                end = i - 1
                break
            if not self.inverts and low[i] in sets["time_preps"] and i + 1 < j and low[i + 1] in sets["times"]:
                end = i
                break
        while end > a and low[end - 1] == ",":
            end -= 1
        if not self.plausible(a, end) or (self.inverts and any(low[i] in sets["finites"] for i in range(a, end))):
            return None, k
        return (a, end), a

    def _aside(self, segments: list[Range], n: int) -> bool:
        """Say whether a segment tells of the name or office that the sentence opens with: no verb in it, or a relative's."""
        low, sets = self.low, self.sets
        if not self.inverts:
            return False
        (first, end), (a, b) = segments[0], segments[n]
        opens = self.namelike(first, end) or (low[first] in sets["determiners"] and self.rolelike(first, end))
        if not opens or self.has_verb(first, end) or low[first] in sets["times"] or low[first] in sets["pronouns"]:
            return False
        return low[a] in sets["owning"] or (low[a] not in sets["joins"] and not self.has_verb(a, b))

    def _described(self, a: int, b: int) -> Range | None:
        """Find the name in a segment that goes on with who it is, without a comma: "Nils Aaker a local fisherman"."""
        i = next((x for x in range(a + 2, min(b, a + 5)) if self.low[x] in self.sets["determiners"]), None)
        if i is None or not self.namelike(a, i) or not self.rolelike(i + 1, b) or self.has_verb(a, b):
            return None
        return a, i

    def _reduced(self, begin: int, i: int, j: int) -> bool:
        """Say whether a past form only describes the subject before it: "Residents evacuated from the village said"."""
        low, sets = self.low, self.sets
        return (
            0 < i - begin <= 4
            and low[i].endswith(self.pasts)
            and i < j
            and (low[i + 1] in sets["addressees"] or low[i + 1] in sets["agents"] or low[i + 1] in sets["binders"])
            and not self.has_verb(begin, i)
            and not any(low[x] in sets["joins"] or low[x] in sets["pronouns"] for x in range(begin, j))
            and (low[i - 1].endswith("s") or low[begin] in sets["determiners"])
        )

    def _affiliated(self, a: int, b: int) -> bool:
        """Say whether words are a full name and whose man it is: "Nils Aaker of Aaker & Sons"."""
        words, low = self.words, self.low
        links = self.sets["binders"] | self.sets["origin_preps"]
        return (
            3 < b - a <= 10
            and words.capital(a)
            and words.capital(a + 1)
            and words.capital(b - 1)
            and all(words.capital(i) or low[i] in links or low[i] in ("&", ".") for i in range(a, b))
        )

    def _apposition(self, a: int, b: int) -> bool:
        """Say whether a segment between commas describes the name before it."""
        low, sets = self.low, self.sets
        if (low[a] in sets["origin_preps"] and b - a <= 5 and self.words.capital(b - 1)) or self._affiliated(a, b):
            return True
        if (
            low[a] in sets["relatives"]
            or (low[a][0].isdigit() and b - a <= 4)
            or (self.inverts and low[a].endswith(self.participles))
        ):
            return True
        if self.has_verb(a, b) and not self.rolelike(a, min(b, a + 3)):
            return False
        return (self.rolelike(a, b) or self.namelike(a, b)) and not (self.adjunct(a, b) and low[a] not in sets["determiners"])

    def _trim_left(self, a: int, b: int) -> int:
        """Drop dates and phrases of time that open the segment."""
        low, sets = self.low, self.sets
        changed = True
        while changed and a < b - 1:
            changed = False
            k = self.skip_lead_in(a, b - 1)
            if k > a:
                a, changed = k, True
            if low[a] in sets["time_preps"] and low[a + 1] in sets["times"]:
                a += 1
            k = a
            while (
                k < b - 1
                and (low[k] in sets["times"] or (low[k][0].isdigit() and k > a) or (low[k] in ("(", ")") and k > a))
                and not (
                    k == a and low[k] in sets["time_units"] and self.words.capital(k + 1) and low[k + 1] not in sets["times"]
                )
            ):
                k += 1
            if k > a and low[a] not in sets["determiners"]:
                a, changed = k, True
        return a
