"""Sources: the noun phrase before or after a cue that says whose words they are."""

from __future__ import annotations

from rujuk.mark.appositions import Appositions
from rujuk.mark.phrases import BREAKS, Range
from rujuk.mark.phrasing import QUOTE, Unit

ADJUNCT = 34
"""So many words between a speaker and the cue may tell when, where and how the words were spoken."""


class Sources(Appositions):
    """Finds the source of a cue: its subject on the left, or what follows it on the right."""

    def left_source(self, k: int, lo: int) -> tuple[Range | None, int]:
        """Find the subject left of a cue at `k`; give it and the index where its phrase begins (the cue's own where there is none)."""
        low, sets, words = self.low, self.sets, self.words
        if not self.inverts and (found := self._before_adjunct(k, lo)) is not None:
            return found, found[0]
        j = k - 1
        while j >= lo and self.adverb(j) and not (words.capital(j) and j > lo and low[j - 1] not in (".", ",")):
            j -= 1
        j = self.skip_times_left(j, lo)
        while j >= lo and (low[j] in sets["adverbs"] or low[j] in sets["auxiliaries"]) and not words.capital(j):
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
                if w in BREAKS or w == "," or (w == "." and not (wall > lo and len(low[wall - 1]) < 4)):
                    break
                if w in ("-", "--") and (
                    wall == 0 or words.end[wall - 1] < words.start[wall] or words.end[wall] < words.start[wall + 1]
                ):
                    break
                if w in sets["relatives"] and wall < j:
                    relative = wall
            wall -= 1
        begin = self.skip_lead_in(wall + 1, j + 1)
        if (
            relative is not None
            and relative > begin
            and not self.has_verb(begin, relative)
            and relative - begin <= 8
            and self.plausible(begin, relative)
        ):
            return (begin, relative), begin
        # the noun phrase begins behind the last conjunction or verb
        a = begin
        for i in range(j, begin - 1, -1):
            w = low[i]
            if i < j and (
                (w in sets["stops"] and not words.capital(i))
                or (
                    w in sets["joins"]
                    and (
                        (i > lo and low[i - 1] == ",")
                        or (self.inverts and not words.capital(min(i + 1, j)) and self.has_verb(begin, i))
                    )
                )
            ):
                a = i + 1
                break
            if (
                self.inverts
                and i < j
                and self.verblike(i)
                and not words.capital(i)
                and not (i > begin and (low[i - 1] in sets["issued"] or low[i - 1] in sets["documents"]))
                and not self._reduced(begin, i, j)
            ):
                a = i + 1
                break
        a = self._trim_left(a, j + 1)
        if (
            not self.inverts
            and low[a] in sets["addressees"]
            and not words.capital(j - 1 if low[j] in sets["honorifics"] else a + 1)
        ):
            # "Dalam pertemuan itu Budi mengatakan"
            this = next(
                (
                    i
                    for i in range(j - 1, a, -1)
                    if low[i] in sets["demonstratives"] or (low[i].endswith(self.lexicon.possessive) and not words.capital(i))
                ),
                None,
            )
            a = this + 1 if this is not None else a
        while a < j and low[a] in sets["subordinators"]:
            a += 1
        if low[a] in sets["relatives"] and a < j:
            a += 1  # "which the agency reports was …"
        if low[j] in sets["pronouns"]:
            a = j
        b = a + 1 if low[a] in sets["pronouns"] and low[a] not in sets["possessives"] else j + 1
        for i in range(a + 1, b):
            if low[i] == "(" and i + 1 < b and low[i + 1] in sets["relatives"]:
                b = i  # "Aaker (who has two boats) said"
                break
            if (low[i] in self.lexicon.wire_words or low[i] in sets["as_words"]) and not words.capital(i) and not self.inverts:
                b = i  # "Menteri X seperti dikutip Y mengatakan"
                break
            if low[i] in sets["source_ends"] or self._companion(i, b) or (self.inverts and self._reduced(a, i, b - 1)):
                b = i
                break
        if not self.inverts and a == begin and wall > lo and low[wall] == "," and (self.namelike(a, b) or self._bracketed(a, b)):
            a = self._role_before(a, wall, lo)
        if not self.plausible(a, b):
            return None, k
        if (
            self.inverts
            and wall > lo
            and low[wall] == ","
            and low[a] in sets["determiners"]
            and a == wall + 1
            and self.rolelike(a + 1, b)
        ):
            name = wall  # "Nils Aaker, the harbour master said": a comma is lost
            while name > lo and (words.capital(name - 1) or low[name - 1] in sets["name_particles"]):
                name -= 1
            if (
                wall - name > 1
                and (name == lo or low[name - 1] in (".", ",", QUOTE))
                and not self.rolelike(wall - 1, wall)
                and not self.adjunct(name, wall)
                and not any(low[i] in sets["times"] for i in range(name, wall))
            ):
                return (name, wall), name
        return (a, b), a

    def _before_adjunct(self, k: int, lo: int) -> Range | None:
        """Find the name or office in front of what tells when, where and how it spoke: "Kepala X Nama saat ditemui di Y, Rabu, mengatakan"."""
        low, sets, words = self.low, self.sets, self.words
        begin = max(lo, k - ADJUNCT)
        for i in range(k - 1, begin - 1, -1):
            if low[i] in BREAKS or low[i] == ";" or (low[i] == "." and i > lo and len(low[i - 1]) > 3):
                begin = i + 1
                break
        begin = self._trim_left(self.skip_lead_in(begin, k), k)
        comma = low[k - 1] == "," if k > lo else False
        opener = next(
            (
                i
                for i in range(begin + 1, k - 1)
                if not words.capital(i) and (low[i] in sets["source_ends"] or (comma and low[i] in sets["time_preps"]))
            ),
            None,
        )
        if opener is None or low[opener] in sets["relatives"]:
            return None
        end = opener - 1 if low[opener - 1] == "," else opener
        if end <= begin or not words.capital(end - 1) or self.has_verb(begin, end):
            return None
        if not (self.rolelike(begin, end) or self.namelike(begin, end)) or not self.plausible(begin, end):
            return None
        if any(c.frame != "beside" for i in range(opener, k) for c in self.lexicon.cues.get(low[i], ())):
            return None
        # a name right before the cue speaks itself, unless it is where the speaker was met
        r = k - 1
        while r > opener and words.capital(r) and low[r] not in sets["times"]:
            r -= 1
        return (begin, end) if r == k - 1 or low[r] in sets["addressees"] or low[r] in sets["time_preps"] else None

    def _antecedent(self, r: int, lo: int) -> tuple[Range | None, int]:
        """The noun before a relative pronoun, else nothing."""
        low, sets, words = self.low, self.sets, self.words
        j = r - 1
        if j >= lo and low[j] == ",":
            j -= 1
        end = j + 1
        while (
            j >= lo
            and low[j] not in BREAKS
            and low[j] not in (",", ".")
            and low[j] not in sets["stops"]
            and low[j] not in sets["addressees"]
            and not self.verblike(j)
        ):
            j -= 1
        a = self._trim_left(j + 1, end)
        if end - a > 6:
            a = next((i for i in range(a, end) if all(words.capital(x) or low[x] in sets["roles"] for x in range(i, end))), a)
        if end <= a or (low[a] in sets["records"] and end - a < 3) or not self.plausible(a, end):
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
            elif w == ",":
                if not self._goes_on(i + 1, last, a):
                    break
            elif (
                (i > a and w in sets["companions"] and not words.capital(i))
                or (w in sets["times"] and not (i > a and low[i - 1] in sets["determiners"]))
                or (
                    i > a
                    and w in sets["source_adjuncts"]
                    and low[i - 1] not in sets["determiners"]
                    and not (self.inverts and low[i].endswith(self.pasts) and self.adverb(i - 1))
                    and not (
                        w in sets["and_words"] and i + 1 < last and words.capital(i + 1) and not self._clause_soon(i + 1, last)
                    )
                )
                or (i > a and self.verblike(i) and not self.inverts)
            ):
                break
            elif words.capital(i):
                pass
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
        if (
            i >= last
            or low[i] == QUOTE
            or low[i][0].isdigit()
            or any(low[i] in sets[r] for r in ("source_adjuncts", "times", "companions"))
        ):
            return False
        end = i
        while (
            end < last
            and low[end] not in (",", "(", QUOTE)
            and low[end] not in sets["source_adjuncts"]
            and low[end] not in sets["times"]
        ):
            end += 1
        if (
            self.rolelike(i, end if self.inverts else min(end, i + 2))
            and not self.has_verb(i, end)
            and (low[i] not in sets["determiners"] or self.rolelike(i + 1, end))
        ):
            return True
        if not self.inverts and self._named_between(i, end, last, a):
            return True
        return (
            words.capital(i)
            and self.rolelike(a, i - 1)
            and not self.has_verb(i, end)
            and (
                not any(low[k] in sets["addressees"] for k in range(a, i - 1))
                or (end - i > 1 and end < last and low[end] == "," and self.namelike(i, end))
            )
        )

    def _named_between(self, i: int, end: int, last: int, a: int) -> bool:
        """Say whether a full name stands between commas behind a title or "its founder": "Menurut pendirinya, Ani Lestari, …"; a list of names does not."""
        if end + 1 >= last or self.low[end] != "," or not 2 <= end - i <= 5 or not self.namelike(i, end):
            return False
        described = i - 1 - a > 2 or (self.low[a].endswith(self.lexicon.possessive) and not self.words.capital(a))
        return described and not self.words.capital(end + 1)

    def unit_subject(self, unit: Unit, k: int) -> Range | None:
        """Give the subject with which a unit opens, for verbs further on that share it."""
        low, sets, words = self.low, self.sets, self.words
        a = self.skip_lead_in(unit.first, k)
        while a < k and (low[a] in sets["addressees"] or low[a] in sets["stops"] or low[a] in sets["time_preps"]):
            comma = next((i for i in range(a, k) if low[i] == ","), None)
            if comma is None:
                break
            a = self.skip_lead_in(comma + 1, k)
        i = a
        while (
            i < k
            and i - a < 14
            and not self.verblike(i)
            and low[i] not in BREAKS
            and low[i] != ","
            and not (low[i] == "." and len(low[i - 1]) > 2)
            and low[i] not in sets["source_ends"]
        ):
            if (
                i > a
                and self.inverts
                and not words.capital(i)
                and low[i] != "."
                and low[i] not in sets["roles"]
                and low[i] not in sets["bodies"]
                and low[i] not in sets["anonymous"]
                and low[i - 1] not in sets["determiners"]
                and low[i] not in sets["np_inner"]
                and not self._office_ahead(i + 1, k)
            ):
                break
            i += 1
        while i > a and low[i - 1] in sets["adverbs"]:
            i -= 1
        if i < k and low[i] in sets["source_ends"] and low[i] not in sets["relatives"] and self.inverts and self.rolelike(a, i):
            comma = next((x for x in range(i + 1, min(k, i + 6)) if low[x] == ","), None)
            if comma is not None and all(words.capital(x) or low[x] in sets["determiners"] for x in range(i + 1, comma)):
                i = comma
        if i < k and low[i] == "," and self.rolelike(a, i):
            comma = next((x for x in range(i + 1, min(k, i + 7)) if low[x] == ","), None)
            if comma is not None and self.namelike(i + 1, comma):
                i = comma
        return (a, i) if i > a else None
