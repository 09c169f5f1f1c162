"""Frames of speech: a cue with its source and its content, read from the words of one unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from rujuk.lang.speech import Cue
from rujuk.mark.phrasing import QUOTE, Unit
from rujuk.mark.sources import BREAKS, Grammar, Range

_NONE: tuple[Cue, ...] = ()


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
    relative: bool = False
    """Stands in a relative clause: a comma and a finite cue end it."""


class Reader(Grammar):
    """Reads the frames of one text, unit by unit."""

    # ---- one unit

    def read(self, n: int, unit: Unit) -> list[Frame]:
        """Find the frames of a unit, in order."""
        low, cues = self.low, self.lexicon.cues
        out: list[Frame] = []
        k = unit.first
        while k < unit.last:
            for cue in cues.get(low[k], _NONE):
                size = len(cue.words)
                if size > 1 and (k + size > unit.last or tuple(low[k : k + size]) != cue.words):
                    continue
                frame = self._try(cue, k, n, unit, out)
                if frame is not None:
                    frame.content = [c for c in frame.content if c[1] > c[0]]
                    out.append(frame)
                    k = max(k, frame.cue[1] - 1)
                    break
            k += 1
        return out

    def _try(self, cue: Cue, k: int, n: int, unit: Unit, out: list[Frame]) -> Frame | None:
        open_ = None
        if out and out[-1].content and out[-1].content[-1][0] <= k < out[-1].content[-1][1]:
            open_ = out[-1]
        lo = max((f.cue[1] for f in out), default=unit.first)
        kind = cue.frame
        if open_ is not None and kind == "according" and k > unit.first and self.low[k - 1] in self.sets["relatives"]:
            self._close(open_, k - 1)
            open_ = None
        if kind in ("say", "careful", "quoting", "show", "told", "urge"):
            return self._subject_first(cue, k, n, unit, out, open_, lo)
        if open_ is not None and kind not in ("root", "beside", "quoted"):
            return None
        if kind in ("root", "beside"):
            return self._bare(cue, k, n, unit, lo, open_)
        if kind == "according":
            return self._according(cue, k, n, unit, lo)
        if kind == "data":
            return self._data(cue, k, n, unit, lo)
        if kind == "passive":
            return self._passive(cue, k, n, unit, lo)
        if kind == "tell":
            return self._tell(cue, k, n, unit, lo)
        if kind == "naming":
            return self._naming(cue, k, n, unit)
        if kind == "quoted":
            return self._quoted(cue, k, n, unit, lo, open_)
        if kind == "claim":
            return self._claim(cue, k, n, unit, lo)
        return None

    def _subject_first(self, cue: Cue, k: int, n: int, unit: Unit, out: list[Frame], open_: Frame | None, lo: int) -> Frame | None:
        low, sets, words = self.low, self.sets, self.words
        size = len(cue.words)
        first, last = unit.first, unit.last
        before = low[k - 1] if k > first else ""
        j = k - 1
        while j > first and low[j] in sets["adverbs"]:
            j -= 1
        if any(low[i] in sets["futures"] for i in range(j + 1, k)):
            return None
        if j >= first and (low[j] in sets["own_voice"] or low[j].endswith(("n't", "n’t"))) or before.endswith(("n't", "n’t")):
            return None
        if before in sets["negations"] and cue.frame != "quoting" or before in sets["infinitives"]:
            return None
        if words.capital(k) and k > first and before not in (QUOTE, ".", ",") and self.body:
            return None
        if k + size < last and low[k + size] in ("-", "/") and words.end[k + size - 1] == words.start[k + size]:
            return None
        follow = low[k + size] if k + size < last else ""
        if follow in sets["agents"] and low[k].endswith("ed"):
            return None
        join = open_ is not None and (before in sets["joins"] or before == "," or before == ";")
        source: Range | None
        if cue.participle:
            pos, opened = self.skip_after(k + size, last) if cue.frame != "told" else self._hearer(k + size, last)
            if before not in (",", QUOTE, "—", "–", "-") and before not in sets["joins"] and k > first and not (opened == "that" or opened == '"' and pos <= k + size + 1) or before in sets["copulas"] and k > first:
                return None
            if cue.frame in ("careful", "quoting", "show", "urge") and opened not in ("that", '"', ":"):
                return None
            if not opened and (last - pos < 3 or cue.frame == "told"):
                return None
            if opened == "," and cue.frame != "say":
                return None
            if open_ is not None:
                self._close(open_, k)
            source = out[-1].source if out else self.unit_subject(unit, k)
            return Frame((k, k + size), cue.rule, n, source, [(pos, self._end(pos, last))])
        relative = before in sets["relatives"]
        if open_ is not None and open_.relative and before == "," and not cue.participle:
            self._close(open_, k - 1)
            open_, lo = None, first
        source, begin = self.left_source(k, lo)
        if self.inverts and (low[k] in sets["nouns"] and before in sets["determiners"] or self._is_passive(k, first) or before in sets["determiners"] and before not in sets["pronouns"] and before not in sets["heads"]):
            return None
        if source is not None and source[1] - source[0] <= 2 and low[source[1] - 1] in sets["own_voice"]:
            return None
        if source is None and before in sets["determiners"]:
            return None
        # both before: "…, X said" and "…," said X
        if open_ is not None and not join and not (begin > first and (low[begin - 1] in sets["joins"] or low[begin - 1] == ";") and (low[begin - 2] in (",", QUOTE) or low[begin - 1] in ("and", "dan", ";"))):
            return None
        after, opened = self.skip_after(k + size, last) if cue.frame != "told" else self._hearer(k + size, last)
        if self.inverts and cue.frame in ("say", "careful", "beside") and open_ is None and (source is None or before == QUOTE or low[k - 2] == QUOTE):
            inverted = self._inverted(k, size, lo, unit)
            if inverted is not None:
                src, content = inverted
                return Frame((k, k + size), cue.rule, n, src, content)
        if source is not None and open_ is None and cue.frame in ("say", "careful", "told", "beside") and begin > lo and low[begin - 1] in (",", QUOTE, "—", "–") and self._stands_last(cue, k + size, last, low[begin - 1] == QUOTE or low[begin - 2] == QUOTE):
            lead = self.skip_lead_in(lo if out else first, begin)
            pre_end = begin - 1 if low[begin - 1] != QUOTE else begin
            has_quote = any(low[i] == QUOTE for i in range(max(lead, begin - 2), begin))
            if (pre_end - lead >= 4 or has_quote) and not (self.adjunct(lead, pre_end) and not has_quote and self._clause_follows(after, opened, last)):
                if has_quote or not self._clause_follows(after, opened, last):
                    content = [(self._last_clause(lead, pre_end), pre_end)]
                    if after < last and opened == '"':
                        content.append((after, self._end(after, last)))
                    return Frame((k, k + size), cue.rule, n, source, content)
                if not self.adjunct(lead, pre_end) and self.has_verb(lead, pre_end) and low[lead] not in sets["stops"] and opened == "," and low[after] not in sets["addressees"]:
                    return Frame((k, k + size), cue.rule, n, source, [(lead, pre_end), (after, self._end(after, last))])
        if after >= last or low[after] == "." or relative and low[after] in sets["infinitives"]:
            return None
        if cue.frame == "urge":
            return self._urge(cue, k, size, n, unit, source, open_, begin if source else k)
        if cue.frame == "told" and not opened and last - after < 3:
            return None
        if cue.frame == "careful" and not (opened in ("that", ":", '"') or opened == "," and self.has_verb(after, last) and not self.inverts):
            return None
        if cue.frame in ("quoting", "beside"):
            q = next((i for i in range(k + size, min(last, k + size + 14)) if i in self.long), None)
            if q is not None and any(low[i] in (".", ";") or low[i] in sets["relatives"] for i in range(k + size, q)):
                return None
            if q is None or source is None and out:
                return None
            if open_ is not None:
                self._close(open_, begin - 1 if source else k - 1)
            return Frame((k, k + size), cue.rule, n, source or self.unit_subject(unit, k), [(q, q + 1)])
        if cue.frame == "show" and (source is None or not self._record_subject(source, strict=opened != "that")):
            return None
        if cue.frame == "say" and opened == "," and low[k] in sets["nouns"]:
            return None
        if cue.frame == "say" and not opened:
            if low[after] in sets["performatives"] or last - after < 3 and low[after] != QUOTE:
                return None
            if source is None and self.inverts:
                return None
            if low[k] not in sets["bare_sayers"] and low[after] not in sets["infinitives"] and not self.has_verb(after, last):
                return None
            if self._noun_reading(cue, k, size, first, last, source):
                return None
        if cue.frame == "say" and opened == "," and low[after] in sets["performatives"] and last - after < 4:
            return None
        if source is None and open_ is None:
            if low[k - 1] == "," if k > first else False:
                source = self.unit_subject(unit, k)
            elif k > first and low[k - 1] not in sets["joins"] and low[k - 1] not in sets["relatives"] and low[k - 1] not in sets["adverbs"]:
                return None
            elif k > first and (low[k - 1] in sets["relatives"] or low[k - 1] in sets["joins"]):
                source = self.unit_subject(unit, k)
        if source is None and out:
            source = out[-1].source
        if open_ is not None:
            self._close(open_, (begin if source is not None and begin < k and begin > open_.cue[1] else k))
        return Frame((k, k + size), cue.rule, n, source, [(after, self._end(after, last))], relative=relative)

    def _last_clause(self, a: int, b: int) -> int:
        """Of two clauses joined by a contrast only the last belongs to the cue behind it."""
        for i in range(b - 4, a + 3, -1):
            if self.low[i] in self.sets["contrasts"] and self.low[i - 1] == ",":
                return i + 1
        return a

    def _stands_last(self, cue: Cue, i: int, last: int, beside: bool) -> bool:
        """Say whether what follows a cue lets its content stand before it: the end, a mark, a time, a phrase of place, a hearer."""
        if cue.frame == "told" or i >= last:
            return True
        w = self.low[i]
        sets = self.sets
        if self.low[i - 1] in sets["nouns"] and not beside and not (self.low[i - 1] in sets["clause_nouns"] and self.words.capital(i - 2)):
            return False
        if w in (",", ".", QUOTE, "(", ";", "—", "–") or w in sets["times"]:
            return True
        if cue.frame == "say" or beside:
            return w in sets["addressees"] or w in sets["source_adjuncts"] or beside
        return False

    def _clause_follows(self, after: int, opened: str, last: int) -> bool:
        """Say whether a clause stands after the cue."""
        if opened in ("that", ":"):
            return True
        if after >= last:
            return False
        if opened == '"' or opened == "," and (self.low[after] in self.sets["addressees"] or self.low[after] in self.sets["source_adjuncts"]):
            return False
        if self.low[after] in self.sets["joins"] or self.lexicon.cues.get(self.low[after]) and self.low[after].endswith("ing"):
            return False
        return last - after >= 3 and self.has_verb(after, last)

    def _inverted(self, k: int, size: int, lo: int, unit: Unit) -> tuple[Range | None, list[Range]] | None:
        """Read `"…," said X` and `…, said X, role`."""
        low, sets, words = self.low, self.sets, self.words
        if k <= lo or low[k - 1] not in (",", QUOTE):
            return None
        i = k + size
        if i >= unit.last or low[i] in sets["complementisers"] or not (words.capital(i) or low[i] in sets["determiners"] or low[i] in sets["pronouns"] or low[i] in sets["roles"] or low[i] in sets["anonymous"] or low[i][0].isdigit()):
            return None
        source, end = self.right_source(i, unit.last)
        if source is None:
            return None
        quote = low[k - 1] == QUOTE or k - 2 >= lo and low[k - 2] == QUOTE
        if not quote and end < unit.last and low[end] == QUOTE:
            return None
        if not quote and end < unit.last and low[end] not in (",", ".", "(", ";") and low[end] not in sets["times"] and low[end] not in sets["source_adjuncts"]:
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

    def _hearer(self, i: int, last: int) -> tuple[int, str]:
        """Step over whom something is told: "told reporters in Paris that"."""
        low, sets, words = self.low, self.sets, self.words
        k = i
        if k >= last:
            return k, ""
        if low[k] in (".", QUOTE):
            return last, ""
        while k < last and low[k] in sets["determiners"]:
            k += 1
        k += 1
        while k < last and k - i < 8 and (words.capital(k) and words.capital(k - 1) or low[k] in ("news", "agency", "television", "newspaper", "radio", "media", "reporters", "station", "network") or low[k] == "’s" or low[k] in ("s", ".") and k - i < 3):
            k += 1
        pos, opened = self.skip_after(k, last)
        return pos, opened

    def _is_passive(self, k: int, first: int) -> bool:
        """Say whether a form of be stands before a past form: "was told", "is expected"."""
        low = self.low
        j = k - 1
        while j >= first and low[j] in self.sets["adverbs"]:
            if low[j] in ("is", "are", "was", "were", "been", "being", "be"):
                return not low[k].endswith("s") and not low[k].endswith("ing")
            j -= 1
        return False

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
        if source is None or low[k] not in sets["clause_nouns"] and follow not in sets["infinitives"]:
            return True
        return follow in sets["source_adjuncts"] and follow not in sets["infinitives"] or follow in (",", ".") or k + size < last and self.verblike(k + size)

    def _record_subject(self, source: Range, *, strict: bool) -> bool:
        low, sets = self.low, self.sets
        return any(low[i] in sets["documents"] or low[i] in sets["records"] or not strict and low[i] in sets["bodies"] for i in range(*source))

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
                if nxt in sets["trailers"] or nxt in sets["as_words"] and i + 2 < last and low[i + 2] in self.lexicon.wire_words or nxt in sets["times"] and last - i < 9 and not self.has_verb(i + 1, last):
                    end = i
                    break
            elif w == ";":
                end = i
                break
            elif w == "." and i + 1 < last and any(c.frame in ("root", "beside") for c in self.lexicon.cues.get(low[i + 1], _NONE)):
                end = i
                break
        while end > a and low[end - 1] in (",", ".", ";", "-", "—", "–", ":"):
            end -= 1
        return end

    def unit_subject(self, unit: Unit, k: int) -> Range | None:
        """Give the subject with which a unit opens, for verbs further on that share it."""
        low, sets, words = self.low, self.sets, self.words
        a = self.skip_lead_in(unit.first, k)
        while a < k and (low[a] in sets["addressees"] or low[a] in sets["stops"] or low[a] in ("pada", "sejak")):
            comma = next((i for i in range(a, k) if low[i] == ","), None)
            if comma is None:
                break
            a = self.skip_lead_in(comma + 1, k)
        i = a
        while i < k and i - a < 14 and not self.verblike(i) and low[i] not in BREAKS and low[i] != "," and not (low[i] == "." and len(low[i - 1]) > 2) and low[i] not in sets["source_ends"]:
            if i > a and self.inverts and not words.capital(i) and low[i] != "." and low[i] not in sets["roles"] and low[i] not in sets["bodies"] and low[i] not in sets["anonymous"] and not low[i - 1] in sets["determiners"] and low[i] not in ("of", "the", "and", "for", "'s", "’s"):
                break
            i += 1
        while i > a and low[i - 1] in sets["adverbs"]:
            i -= 1
        if i < k and low[i] == "," and self.rolelike(a, i):
            comma = next((x for x in range(i + 1, min(k, i + 7)) if low[x] == ","), None)
            if comma is not None and self.namelike(i + 1, comma):
                i = comma
        return (a, i) if i > a else None

    def _urge(self, cue: Cue, k: int, size: int, n: int, unit: Unit, source: Range | None, open_: Frame | None, begin: int) -> Frame | None:
        low, sets = self.low, self.sets
        a = k + size
        if source is None:
            if not (k > unit.first and (low[k - 1] == "," or low[k - 1] in sets["joins"] or low[k - 1] in sets["relatives"])):
                return None
            source = self.unit_subject(unit, k)
            if source is None:
                return None
        link = next((i for i in range(a, min(unit.last, a + 11)) if low[i] in sets["urge_links"]), None)
        if link is not None and (link > a or not self.inverts) and not any(low[i] in (",", ".", ":") for i in range(a, link)) and unit.last - link >= 3:
            start = link
        elif self.inverts:
            return None
        elif low[a] == QUOTE:
            start = a
        else:
            # "meminta Myanmar memulangkan para pengungsi": an addressee, then a verb
            verb = next((i for i in range(a + 1, min(unit.last, a + 7)) if self.verblike(i)), None)
            if low[a] in sets["complementisers"]:
                start = a + 1
            elif verb is None or self.verblike(a) or any(low[i] in ("yang", ",", "dari", "kepada", "atas", "karena") for i in range(a, verb)):
                return None
            else:
                start = a
        if open_ is not None:
            self._close(open_, begin)
        return Frame((k, k + size), cue.rule, n, source, [(start, self._end(start, unit.last))])

    def _bare(self, cue: Cue, k: int, n: int, unit: Unit, lo: int, open_: Frame | None) -> Frame | None:
        """Read `"…," kata X`, `…, ujarnya` and `Selain itu, kata X, …`."""
        low, sets, words = self.low, self.sets, self.words
        first, last = unit.first, unit.last
        if self.inverts:
            return self._subject_first(cue, k, n, unit, [], open_, lo)
        before = low[k - 1] if k > first else ""
        beside = before == QUOTE or before == "," and k - 2 >= first and low[k - 2] == QUOTE
        if cue.frame == "beside" and not beside:
            return None
        if not beside and before not in (",", "") and not (before in ("lebih",)):
            return None
        i = k + 1
        source: Range | None = None
        if cue.suffixed:
            end = i
        else:
            if i >= last:
                return None
            if not beside and not (words.capital(i) or low[i] in sets["pronouns"] or low[i] in sets["roles"] or low[i] in sets["bodies"] or low[i] in sets["anonymous"] or low[i] in sets["determiners"]):
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
        if beside or pre - lead >= 4 or pre - lead == 3 and self.has_verb(lead, pre):
            content.append((lead, pre))
        j = end
        if not content:
            # parenthetical: the clause follows
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
            while j < last - 1 and (low[j] in sets["records"] or j > i and low[j] in sets["record_fillers"]) and not words.capital(j):
                j += 1
            if low[j] in (",", "."):
                j = i
            source, end = self.right_source(j, last)
            if source is None:
                return None
            if k <= self.skip_lead_in(first, k) and low[min(end, last - 1)] != ",":
                comma = next((x for x in range(source[0] + 1, end) if low[x] == ","), None)
                if comma is not None and self.has_verb(comma, last):
                    source, end = (source[0], comma), comma
            source = (i, source[1]) if self.plausible(j, source[1]) or j == i else source
            if end < last and low[end] in ("yang", "who", "which", "dalam", "in", "di", "pada", "on", "kepada", "from", "dari", "saat", "ketika", "released", "published", "at"):
                comma = next((x for x in range(end, min(last, end + 12)) if low[x] == ","), None)
                if comma is not None and k <= self.skip_lead_in(first, last) + 1:
                    end = comma
        lead = self.skip_lead_in(lo, k)
        pre = k
        while pre > lead and low[pre - 1] in (",", "-", "—", "–"):
            pre -= 1
        relative = pre > lead and low[pre - 1] in sets["relatives"] or pre > lead and low[pre - 1] in sets["stops"]
        content: list[Range] = []
        after = end
        if after < last and low[after] in (",", ":"):
            after += 1
        if after < last and low[after] in sets["complementisers"]:
            after += 1
        rest = last - after
        quote = pre > lead and low[pre - 1] == QUOTE
        if (pre - lead >= 3 or quote) and not relative and (pre < k or rest < 4 or quote or self.has_verb(lead, pre) and not (end < last and (low[end] == "," or self.verblike(end)))):
            content.append((lead, pre))
            if rest >= 6 and low[end] == "," and not quote and self.has_verb(after, last) and low[after] not in sets["trailers"] and low[after] not in sets["joins"]:
                content.append((after, self._end(after, last)))
        elif rest >= 3:
            content.append((after, self._end(after, last)))
        if not content:
            return None
        return Frame((k, k + len(cue.words)), cue.rule, n, source, content)

    def _data(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        low, sets = self.low, self.sets
        i = k + 1
        if i < unit.last and low[i] in ("pada", "kepada"):
            i += 1
        if i >= unit.last or low[i] not in sets["records"]:
            return None
        while i < unit.last and (low[i] in sets["records"] or low[i] in sets["record_fillers"]) and not self.words.capital(i):
            i += 1
        source, end = self.right_source(i, unit.last)
        if source is None or low[source[0]] in sets["abstract"] or low[source[0]] in sets["times"] or low[source[0]] in sets["stops"] or low[source[0]][0].isdigit():
            return None
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
        low, sets, words = self.low, self.sets, self.words
        first, last = unit.first, unit.last
        start = self.skip_lead_in(first, k)
        i = k + 1
        source: Range | None
        if cue.suffixed or i < last and (low[i] in sets["complementisers"] or low[i] in sets["adverbs"] and i + 1 < last and low[i + 1] in sets["complementisers"]):
            if k - start > 1:
                return None
            j, opened = self.skip_after(i, last)
            if not (opened or cue.suffixed) or last - j < 3:
                return None
            return Frame((k, k + 1), cue.rule, n, None, [(j, self._end(j, last))])
        head = low[start] if start < k else ""
        if not (head in ("hal", "demikian", "itu", "ini", "begitu", "pernyataan", "senada") and k - start <= 5) and not (low[first] == "demikian" and k - first <= 2):
            return None
        if i < last and low[i] in ("oleh", "langsung"):
            i += 1
        source, end = self.right_source(i, last)
        if source is None or low[source[0]] in sets["adjuncts"]:
            return None
        return Frame((k, k + 1), cue.rule, n, source, [], before=True)

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
        if end < last and low[end] == "mengutip":
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
        if k <= unit.first or low[k - 1] not in self.sets["relatives"] or k + 1 >= unit.last or not (words.capital(k + 1) or low[k + 1] in self.sets["pronouns"]):
            return None
        source, end = self.right_source(k + 1, unit.last)
        if source is None or unit.last - end < 3:
            return None
        return Frame((k, k + 1), cue.rule, n, source, [(end, self._end(end, unit.last))])

    def _quoted(self, cue: Cue, k: int, n: int, unit: Unit, lo: int, open_: Frame | None) -> Frame | None:
        """Read "X was quoted by Y as saying …" and "Y quoted X as saying …"."""
        low = self.low
        said = next((i for i in range(k + 1, min(unit.last - 1, k + 22)) if low[i] == "as" and low[i + 1] in ("saying", "telling")), None)
        if said is None:
            return None
        passive = low[k - 1] in ("was", "were", "is", "been", "being", "are") if k > unit.first else False
        source: Range | None
        via: Range | None = None
        if passive:
            source, begin = self.left_source(k, lo)
            if k + 1 < said and low[k + 1] == "by":
                via = (k + 2, said)
        else:
            source, begin = (k + 1, said), k
            via, begin = self.left_source(k, lo)
        if source is None:
            return None
        after, opened = self.skip_after(said + 2, unit.last)
        if after >= unit.last or low[after] == ".":
            pre = begin - 1
            if pre - lo < 3:
                return None
            return Frame((k, said + 2), cue.rule, n, source, [(self.skip_lead_in(lo, pre), pre)], via=via)
        if open_ is not None:
            return None
        return Frame((k, said + 2), cue.rule, n, source, [(after, self._end(after, unit.last))], via=via)

    def _claim(self, cue: Cue, k: int, n: int, unit: Unit, lo: int) -> Frame | None:
        low = self.low
        if k + 1 >= unit.last or low[k + 1] != "that" or k <= unit.first:
            return None
        owner = low[k - 1]
        if owner in ("his", "her", "their", "its"):
            return Frame((k, k + 1), cue.rule, n, (k - 1, k), [(k + 2, self._end(k + 2, unit.last))])
        if not owner.endswith(("'s", "’s", "s'", "s’")):
            return None
        a = k - 1
        while a > unit.first and (self.words.capital(a - 1) or low[a - 1] in self.sets["roles"] or low[a - 1] in self.sets["determiners"]):
            a -= 1
        content_end = self._second_verb(k + 2, unit.last)
        return Frame((k, k + 1), cue.rule, n, (a, k), [(k + 2, content_end)])

    def _second_verb(self, a: int, last: int) -> int:
        """End a subject clause where the main verb comes: at the second verb that nothing joins."""
        verbs = [i for i in range(a, last) if self.verblike(i)]
        return verbs[1] if len(verbs) > 1 and verbs[1] - a >= 4 else self._end(a, last)
