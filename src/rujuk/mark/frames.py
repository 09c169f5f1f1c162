"""Frames of speech whose source does not stand before the cue: bare verbs, prepositions, passives, nouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from rujuk.lang.speech import Cue
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit
from rujuk.mark.sources import Sources

NO_CUES: tuple[Cue, ...] = ()


@dataclass(slots=True)
class Frame:
    """A cue and what belongs to it, as ranges of words.

    `source` is None where the speaker is only pointed back to; `before` says that the content is the unit before this one.
    """

    cue: Range
    rule: str
    unit: int
    source: Range | None
    content: list[Range] = field(default_factory=list)
    before: bool = False
    via: Range | None = None
    outer: bool = False
    """Holds the frames before it within what it tells."""
    running: bool = False
    """Counts only where the sentence before, of the same paragraph, has a speaker."""
    relative: bool = False
    """Stands in a relative clause: a comma and a finite cue end it."""


class Frames(Sources):
    """Reads the frames that a cue opens by itself."""

    def _close(self, frame: Frame, k: int) -> None:
        """End an open frame's content before word `k` and the joining words there."""
        a, b = frame.content[-1]
        b = min(b, k)
        while b > a and (self.low[b - 1] in self.sets["joins"] or self.low[b - 1] in (",", ";", "-", "—", "–")):
            b -= 1
        frame.content[-1] = (a, b)

    def _end(self, a: int, last: int) -> int:
        """Give the end of content that runs to the end of its unit: without a trailing date, agency or second cue."""
        low, sets = self.low, self.sets
        end = last
        for i in range(a, last):
            w = low[i]
            if w == "," and i + 1 < last and i > a:
                nxt = low[i + 1]
                if self.turns(i + 1, a, last) or (
                    nxt in sets["trailers"]
                    or (nxt in sets["as_words"] and i + 2 < last and low[i + 2] in self.lexicon.wire_words)
                    or (nxt in sets["times"] and last - i < 9 and not self.has_verb(i + 1, last))
                ):
                    end = i
                    break
            elif (
                (
                    w in sets["turns"]
                    and i > a
                    and low[i - 1] != ","
                    and self.turns(i, a, last)
                    and any(x in sets["withholding"] for x in low[i + 1 : min(last, i + 7)])
                )
                or w == ";"
                or (
                    w == "."
                    and i + 1 < last
                    and any(c.frame in ("root", "beside") for c in self.lexicon.cues.get(low[i + 1], NO_CUES))
                )
            ):
                end = i
                break
        while end > a and low[end - 1] in (",", ".", ";", "-", "—", "–", ":"):
            end -= 1
        return end

    def turns(self, i: int, a: int, last: int) -> bool:
        """Say whether the outlet sets something of its own against what was said: ", although …", ", but no damage …"."""
        low, sets = self.low, self.sets
        if i - a < 5 or last - i < 4:
            return False
        if low[i] in sets["turns"] and any(w in sets["withholding"] for w in low[i + 1 : min(last, i + 7)]):
            return True
        if low[i] in sets["concessions"]:
            return low[i + 1] in sets["concessions"] or low[i] not in sets["half_concessions"]
        w = low[i + 1]
        return (
            low[i] in sets["turns"]
            and not any(w in sets[r] for r in ("complementisers", "pronouns", "adverbs", "copulas", "addressees", "joins"))
            and (w in sets["determiners"] or w in sets["negations"] or self.words.capital(i + 1))
            and self.has_verb(i + 1, last)
        )

    def _last_clause(self, a: int, b: int) -> int:
        """Of two clauses joined by a contrast only the last belongs to the cue behind it."""
        for i in range(b - 4, a + 3, -1) if not self.inverts else ():
            if self.low[i] in self.sets["contrasts"] and self.low[i - 1] == ",":
                return i + 1
        return a

    def _bare(self, cue: Cue, k: int, n: int, unit: Unit, lo: int, open_: Frame | None) -> Frame | None:
        """Read `"…," kata X`, `…, ujarnya` and `Selain itu, kata X, …`."""
        low, sets, words = self.low, self.sets, self.words
        first, last = unit.first, unit.last
        before = low[k - 1] if k > first else ""
        beside = before == QUOTE or (before == "," and k - 2 >= first and low[k - 2] == QUOTE)
        if cue.frame == "beside" and not beside:
            return None
        if not beside and before not in (",", ""):
            return None
        i = k + 1
        source: Range | None = None
        if cue.suffixed:
            end = i
        else:
            if i >= last:
                return None
            if not beside and not (
                words.capital(i)
                or low[i] in sets["pronouns"]
                or low[i] in sets["roles"]
                or low[i] in sets["bodies"]
                or low[i] in sets["anonymous"]
                or low[i] in sets["determiners"]
            ):
                return None
            if low[i] == "-" and words.end[k] == words.start[i]:
                return None
            source, end = self.right_source(i, last)
            if source is None and not beside:
                return None
        if open_ is not None:
            if beside:
                return None
            self._close(open_, k)
            return None
        pre = k
        while pre > lo and low[pre - 1] == ",":
            pre -= 1
        lead = self.skip_lead_in(lo, pre) if not beside else self._quote_lead(lo, pre)
        content: list[Range] = []
        if beside or pre - lead >= 4 or (pre - lead == 3 and self.has_verb(lead, pre)):
            content.append((lead, pre))
        j = end
        if not content:
            # parenthetical: the clause follows, behind the first comma where none is left
            comma = next((x for x in range(source[0], source[1]) if low[x] == ","), None) if source is not None else None
            if comma is not None and not any(low[x] == "," for x in range(end, last)):
                source, j = ((source[0], comma), comma) if source is not None else (None, comma)
            if j < last and low[j] == ",":
                j += 1
            elif not cue.suffixed and not (source and low[source[0]] in sets["pronouns"]):
                return None
            if j < last and low[j] in sets["complementisers"]:
                j += 1
            if last - j < 3:
                return None
            content.append((j, self._end(j, last)))
        else:
            q = next((x for x in range(j, last) if low[x] == QUOTE), None)
            if q is not None and beside:
                content.append((q, q + 1))
        return Frame((k, k + 1), cue.rule, n, source, content)

    def _quote_lead(self, lo: int, pre: int) -> int:
        """Give where content that ends in a quotation begins: at the quotation, or at the clause that leads into it."""
        return self.skip_lead_in(lo, pre)

    def _according(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        low, sets, words = self.low, self.sets, self.words
        first, last = unit.first, unit.last
        i = k + len(cue.words)
        source: Range | None
        if cue.suffixed:
            source, end = None, i
        else:
            if i >= last or low[i] in sets["abstract"] or low[i].removesuffix("nya") in sets["abstract"]:
                return None
            j = i
            while (
                j < last - 1
                and (low[j] in sets["records"] or (j > i and low[j] in sets["record_fillers"]))
                and not words.capital(j)
            ):
                j += 1
            if j == i and (paper := self._paper(i, last)) is not None:
                i = j = paper
            if low[j] in (",", ".") or (j > i and (low[j] in sets["demonstratives"] or low[j] in sets["addressees"])):
                j = i  # the record itself: "menurut laporan itu", "menurut survei di X"
            source, end = self.right_source(j, last)
            if source is None:
                return None
            if k <= self.skip_lead_in(first, k) and low[min(end, last - 1)] != ",":
                comma = next((x for x in range(source[0] + 1, end) if low[x] == ","), None)
                if comma is not None and self.has_verb(comma, last):
                    source, end = (source[0], comma), comma
            source = (i, source[1]) if self.plausible(j, source[1]) or j == i else source
            if end < last and low[end] in sets["source_tails"]:
                comma = next((x for x in range(end, min(last, end + 12)) if low[x] == ","), None)
                if comma is not None and k <= self.skip_lead_in(first, last) + 1:
                    end = comma
        lead = self.skip_lead_in(lo, k)
        pre = k
        while pre > lead and low[pre - 1] in (",", "-", "—", "–"):
            pre -= 1
        relative = pre > lead and (
            low[pre - 1] in sets["relatives"]
            or (low[pre - 1] in sets["stops"] and not (pre < k and low[pre - 1] in sets["times"]))
        )
        content: list[Range] = []
        after = end
        if after < last and low[after] in (",", ":"):
            after += 1
        if after < last and low[after] in sets["complementisers"]:
            after += 1
        rest = last - after
        quote = pre > lead and low[pre - 1] == QUOTE
        if (
            (pre - lead >= 3 or quote)
            and not relative
            and (
                pre < k
                or rest < 4
                or quote
                or (self.has_verb(lead, pre) and not (end < last and (low[end] == "," or self.verblike(end))))
            )
        ):
            content.append((lead, pre))
            if (
                rest >= 6
                and low[end] == ","
                and not quote
                and self.has_verb(after, last)
                and low[after] not in sets["trailers"]
                and low[after] not in sets["joins"]
            ):
                content.append((after, self._end(after, last)))
        elif rest >= 3:
            content.append((after, self._end(after, last)))
        if not content:
            return None
        return Frame((k, k + len(cue.words)), cue.rule, n, source, content)

    def _paper(self, i: int, last: int) -> int | None:
        """Step over the paper that a source gave out: "a statement from the ministry" -> "the ministry"."""
        low, sets = self.low, self.sets
        j = i
        while j < last and low[j] in sets["determiners"]:
            j += 1
        if j + 2 >= last or low[j] not in sets["records"]:
            return None
        j += 1
        k = j
        while k < last - 1 and low[k] in sets["record_fillers"] and low[k] not in sets["determiners"]:
            k += 1
        return k if k > j and (self.words.capital(k) or low[k] in sets["determiners"] or low[k] in sets["bodies"]) else None

    def _data(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        low, sets = self.low, self.sets
        i = k + 1
        if i < unit.last and low[i] in sets["addressees"]:
            i += 1
        if i >= unit.last or low[i] not in sets["records"]:
            return None
        while i < unit.last and (low[i] in sets["records"] or low[i] in sets["record_fillers"]) and not self.words.capital(i):
            i += 1
        source, end = self.right_source(i, unit.last)
        if (
            source is None
            or low[source[0]] in sets["abstract"]
            or low[source[0]] in sets["times"]
            or low[source[0]] in sets["stops"]
            or low[source[0]] in sets["addressees"]
            or low[source[0]][0].isdigit()
        ):
            return None
        if end < unit.last and low[end] != "," and self.verblike(end):
            # no comma before the clause: the body ends where its capitals do
            named = max((x for x in range(*source) if self.words.capital(x) or low[x] == ")"), default=source[1] - 1) + 1
            source, end = (source[0], named), named
        lead = self.skip_lead_in(unit.first, k)
        if k - lead <= 2 and k > lead:
            return Frame((k, k + 1), cue.rule, n, source, [], before=True)
        after = end
        if after < unit.last and low[after] == ",":
            after += 1
        elif after < unit.last and low[after] not in sets["complementisers"] and not self.verblike(after) and k - lead < 6:
            comma = next((x for x in range(after, min(unit.last, after + 10)) if low[x] == ","), None)
            if comma is None:
                return None
            after = comma + 1
        if unit.last - after >= 3 and (k - lead < 6):
            return Frame((k, k + 1), cue.rule, n, source, [(after, self._end(after, unit.last))])
        if k - lead >= 4:
            end_ = k - 1 if low[k - 1] == "," else k
            return Frame((k, k + 1), cue.rule, n, source, [(lead, end_)])
        return None

    def _passive(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        """Read "Hal ini diungkapkan X", "Demikian disampaikan X", "Dikatakan bahwa …"."""
        low, sets, _words = self.low, self.sets, self.words
        first, last = unit.first, unit.last
        start = self.skip_lead_in(first, k)
        i = k + 1
        source: Range | None
        if cue.suffixed or (
            i < last
            and (
                low[i] in sets["complementisers"]
                or (low[i] in sets["adverbs"] and i + 1 < last and low[i + 1] in sets["complementisers"])
            )
        ):
            if k - start > 1:
                return None
            j, opened = self.skip_after(i, last)
            if not (opened or cue.suffixed) or last - j < 3:
                return None
            return Frame((k, k + 1), cue.rule, n, None, [(j, self._end(j, last))])
        head = low[start] if start < k else ""
        if start >= k and i < last:
            source, end = self.right_source(i, last)
            that = end < last and low[end] in sets["complementisers"]
            if (
                source is not None
                and (that or (end < last and low[end] == "," and self.has_verb(end + 1, last)))
                and self.plausible(*source)
            ):
                if last - end < 4 or low[source[0]] in sets["adjuncts"]:
                    return None
                return Frame((k, k + 1), cue.rule, n, source, [(end + 1, self._end(end + 1, last))])
            return None
        if not (head in sets["demonstrative_heads"] and k - start <= 5) and not (
            low[first] in sets["demonstrative_heads"] and k - first <= 2
        ):
            return None
        if i < last and low[i] in sets["agent_fillers"]:
            i += 1
        source, _end = self.right_source(i, last)
        if source is None or low[source[0]] in sets["adjuncts"]:
            return None
        return Frame((k, k + 1), cue.rule, n, source, [], before=True)

    def _urged(self, cue: Cue, k: int, n: int, unit: Unit) -> Frame | None:
        """Read "Warga diminta tidak …": whoever spoke before urges; the whole clause is told."""
        low, sets = self.low, self.sets
        a = self.skip_lead_in(unit.first, unit.last)
        if not unit.first <= a < k <= a + 8 or k + 3 > unit.last or low[k + 1] in sets["agents"] or self.has_verb(a, k):
            return None
        return Frame((k, k + 1), cue.rule, n, None, [(a, self._end(a, unit.last))], running=True)

    def _tell(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        """Read "…, demikian pernyataan X" and "…" demikian X."""
        low, sets = self.low, self.sets
        first, last = unit.first, unit.last
        if k > first and low[k - 1] not in (",", QUOTE):
            return None
        i = k + 1
        seen = False
        while i < last and (low[i] in sets["records"] or low[i] in sets["tellers"] or low[i] in sets["record_fillers"]):
            seen = True
            i += 1
        if not seen:
            return None
        source, end = self.right_source(i, last)
        if source is None:
            return None
        via = None
        if end < last and low[end] in self.lexicon.wire_words:
            inner, inner_end = self.right_source(end + 1, last)
            if inner is not None:
                while inner_end < last and low[inner_end] not in (",", "."):
                    inner_end += 1
                via, source = source, (inner[0], inner_end)
        if k == first:
            return Frame((k, i), cue.rule, n, source, [], before=True, via=via)
        pre = k
        while pre > lo and low[pre - 1] == ",":
            pre -= 1
        lead = self.skip_lead_in(lo, pre)
        if pre - lead < 3 and low[pre - 1] != QUOTE:
            return None
        return Frame((k, i), cue.rule, n, source, [(lead, pre)], via=via)

    def _naming(self, cue: Cue, k: int, n: int, unit: Unit) -> Frame | None:
        low, words = self.low, self.words
        if (
            k <= unit.first
            or low[k - 1] not in self.sets["relatives"]
            or k + 1 >= unit.last
            or not (words.capital(k + 1) or low[k + 1] in self.sets["pronouns"])
        ):
            return None
        source, end = self.right_source(k + 1, unit.last)
        if source is None or unit.last - end < 3 or self.low[end] in self.sets["relatives"]:
            return None
        return Frame((k, k + 1), cue.rule, n, source, [(end, self._end(end, unit.last))])

    def _quoted(self, cue: Cue, k: int, n: int, unit: Unit, lo: int, open_: Frame | None) -> Frame | None:
        """Read "X was quoted by Y as saying …" and "Y quoted X as saying …"."""
        low = self.low
        said = next(
            (
                i
                for i in range(k + 1, min(unit.last - 1, k + 22))
                if low[i] in self.sets["as_words"] and low[i + 1] in self.sets["quoted_as"]
            ),
            None,
        )
        if said is None:
            return None
        behind = said + 2 < unit.last and low[said + 2] in self.sets["agents"]
        passive = low[k - 1] in self.sets["be"] if k > unit.first else False
        source: Range | None
        via: Range | None = None
        if passive:
            source, begin = self.left_source(k, lo)
            if k + 1 < said and low[k + 1] in self.sets["agents"]:
                via = (k + 2, said)
            elif behind:
                via, _ = self.right_source(said + 3, unit.last)
        else:
            source, begin = (k + 1, said), k
            via, begin = self.left_source(k, lo)
        if source is None:
            return None
        after, _opened = self.skip_after(said + 2, unit.last)
        if after >= unit.last or low[after] == "." or behind:
            pre = begin - 1 if low[begin - 1] != QUOTE else begin
            if pre - lo < 3 and low[pre - 1] != QUOTE:
                return None
            return Frame((k, said + 2), cue.rule, n, source, [(self.skip_lead_in(lo, pre), pre)], via=via)
        if open_ is not None:
            return None
        return Frame((k, said + 2), cue.rule, n, source, [(after, self._end(after, unit.last))], via=via)

    def _claim(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        low = self.low
        if k + 1 >= unit.last or low[k + 1] not in self.sets["complementisers"] or k <= unit.first:
            return None
        owner = low[k - 1]
        if owner in self.sets["possessives"]:
            return Frame((k, k + 1), cue.rule, n, (k - 1, k), [(k + 2, self._end(k + 2, unit.last))])
        if not owner.endswith(("'s", "’s", "s'", "s’")):
            return None
        a = k - 1
        while a > unit.first and (
            self.words.capital(a - 1) or low[a - 1] in self.sets["roles"] or low[a - 1] in self.sets["determiners"]
        ):
            a -= 1
        content_end = self._second_verb(k + 2, unit.last)
        return Frame((k, k + 1), cue.rule, n, (a, k), [(k + 2, content_end)])

    def _second_verb(self, a: int, last: int) -> int:
        """End a subject clause where the main verb comes: at the second verb that nothing joins."""
        verbs = [i for i in range(a, last) if self.verblike(i)]
        return verbs[1] if len(verbs) > 1 and verbs[1] - a >= 4 else self._end(a, last)
