"""Frames of speech of a shape of their own: subject behind the verb, a clause inside a relative one, urging somebody."""

from __future__ import annotations

from rujuk.lang.speech import Cue
from rujuk.mark.clauses import Clauses
from rujuk.mark.frames import Frame
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit


class Shapes(Clauses):
    """Reads those frames."""

    def _inverted(self, k: int, size: int, lo: int, unit: Unit) -> tuple[Range | None, list[Range]] | None:
        """Read `"…," said X` and `…, said X, role`."""
        low, sets, words = self.low, self.sets, self.words
        if k <= lo or low[k - 1] not in (",", QUOTE):
            return None
        i = k + size
        if (i + 2 < unit.last and low[i] in sets["addressees"] and low[k - 1] == QUOTE) or (
            i + 2 < unit.last and low[i] in sets["addressees"] and low[k - 2] == QUOTE
        ):
            i = next(
                (x for x in range(i + 2, min(i + 5, unit.last)) if words.capital(x) and words.capital(x - 1)), i
            )  # "wrote on Twitter Nils Aaker"
        quote = low[k - 1] == QUOTE or (k - 2 >= lo and low[k - 2] == QUOTE)
        if (
            i >= unit.last
            or low[i] in sets["complementisers"]
            or not (
                words.capital(i)
                or low[i] in sets["determiners"]
                or low[i] in sets["pronouns"]
                or low[i] in sets["roles"]
                or low[i] in sets["anonymous"]
                or low[i][0].isdigit()
                or ((quote and self._names_ahead(i, unit.last)) or self._closes(i, unit.last))
            )
        ):
            return None
        source, end = self.right_source(i, unit.last)
        if source is None:
            return None
        if not quote and end < unit.last and low[end] == QUOTE:
            return None
        if (
            not quote
            and end < unit.last
            and low[end] not in (",", ".", "(", ";")
            and low[end] not in sets["times"]
            and low[end] not in sets["source_adjuncts"]
        ):
            return None
        stop = next((j for j in range(i, unit.last) if low[j] == ","), unit.last)
        if not quote and (self.has_verb(i, min(stop, end + 4))):
            return None
        pre = k - 1 if low[k - 1] == "," else k
        lead = self.skip_lead_in(lo, pre)
        if pre - lead < 3 and not quote:
            return None
        content = [(lead, pre)]
        more = next((j for j in range(end, unit.last) if low[j] == QUOTE), None)
        if more is not None:
            content.append((more, more + 1))
        return source, content

    def _in_relative(self, cue: Cue, k: int, size: int, n: int, unit: Unit) -> Frame | None:
        """Read "…, which the agency says was empty, …": what is said goes on to the comma."""
        low, sets = self.low, self.sets
        if cue.frame != "say" or k + size + 2 >= unit.last or not self.verblike(k + size):
            return None
        r = next((i for i in range(k - 1, max(unit.first, k - 7), -1) if low[i] in sets["relatives"] or low[i] == ","), None)
        if (
            r is None
            or low[r] == ","
            or r == k - 1
            or r - 1 < unit.first
            or self.has_verb(r + 1, k)
            or not self.plausible(r + 1, k)
        ):
            return None
        end = unit.last
        if low[r - 1] == ",":
            end = next((i for i in range(k + size, unit.last) if low[i] == ","), unit.last)
        if end - k - size < 3:
            return None
        return Frame((k, k + size), cue.rule, n, (r + 1, k), [(k + size, self._end(k + size, end))])

    def _urge(
        self, cue: Cue, k: int, size: int, n: int, unit: Unit, source: Range | None, open_: Frame | None, begin: int
    ) -> Frame | None:
        low, sets = self.low, self.sets
        a = k + size
        if source is None:
            if not (k > unit.first and (low[k - 1] == "," or low[k - 1] in sets["joins"] or low[k - 1] in sets["relatives"])):
                return None
            source = self.unit_subject(unit, k)
            if source is None:
                return None
        if a + 1 < unit.last and low[a] == "," and low[a + 1] in sets["urge_links"]:
            a += 1
        link = next((i for i in range(a, min(unit.last, a + 16)) if low[i] in sets["urge_links"]), None)
        if cue.whole:
            if a + 2 >= unit.last or not (low[a].endswith(self.participles) or (link is not None and a < link)):
                return None
            if open_ is not None:
                self._close(open_, begin)
            return Frame((k, k + size), cue.rule, n, source, [(a, self._end(a, unit.last))])
        if (
            link is not None
            and (link > a or not self.inverts)
            and not any(low[i] in (",", ":") or (low[i] == "." and len(low[i - 1]) > 1) for i in range(a, link))
            and unit.last - link >= 3
        ):
            urged = sum(1 for i in range(a, link) if low[i] not in sets["determiners"])
            start = a if urged > 1 else link + 1 if link == a and low[link] in sets["purposes"] else link
            named = not self.inverts and self.words.capital(link + 1) and not self.has_verb(link + 1, min(unit.last, link + 4))
            if low[link] not in sets["purposes"] and (low[a] in sets["asked_things"] or named):
                return None  # "meminta dukungan untuk calon bupati"
        elif self.inverts:
            return None
        elif low[a] == QUOTE:
            start = a
        else:
            # "meminta Myanmar memulangkan para pengungsi": an addressee, then a verb
            verb = next((i for i in range(a + 1, min(unit.last, a + 7)) if self.verblike(i)), None)
            if low[a] in sets["complementisers"]:
                start = a + 1
            elif (
                verb is None or self.verblike(a) or any(low[i] == "," or low[i] in sets["object_breaks"] for i in range(a, verb))
            ):
                return None
            else:
                start = a
        if open_ is not None:
            self._close(open_, begin)
        end = self._end(start, unit.last)
        if self.inverts and low[start] in sets["infinitives"]:
            end = next((i for i in range(start + 3, end) if low[i] in sets["joins"] and self._past_soon(i + 1, end)), end)
        return Frame((k, k + size), cue.rule, n, source, [(start, end)])
