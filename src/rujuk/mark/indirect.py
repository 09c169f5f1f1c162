"""Frames of speech: a cue with its source and its content, read from the words of one unit."""

from __future__ import annotations

from rujuk.lang.speech import Cue
from rujuk.mark.frames import NO_CUES, Frame, Frames
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit


class Reader(Frames):
    """Reads the frames of one text, unit by unit."""

    def read(self, n: int, unit: Unit) -> list[Frame]:
        """Find the frames of a unit, in order."""
        low, cues = self.low, self.lexicon.cues
        out: list[Frame] = []
        k = unit.first
        while k < unit.last:
            for cue in cues.get(low[k], NO_CUES):
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
        if kind in ("say", "careful", "quoting", "judging", "show", "told", "urge"):
            return self._subject_first(cue, k, n, unit, out, open_, lo)
        if open_ is not None and kind not in ("root", "beside", "quoted"):
            return None
        if kind in ("root", "beside") and self.inverts:
            return self._subject_first(cue, k, n, unit, [], open_, lo)
        if kind in ("root", "beside"):
            if not self.body and not (k > unit.first and QUOTE in self.low[max(unit.first, k - 2) : k]):
                return None  # in a headline a bare verb has its subject before it
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

    def _subject_first(
        self, cue: Cue, k: int, n: int, unit: Unit, out: list[Frame], open_: Frame | None, lo: int
    ) -> Frame | None:
        low, sets, words = self.low, self.sets, self.words
        size = len(cue.words)
        first, last = unit.first, unit.last
        before = low[k - 1] if k > first else ""
        j = k - 1
        while j > first and low[j] in sets["adverbs"]:
            j -= 1
        if any(low[i] in sets["futures"] for i in range(j + 1, k)):
            return None
        if (j >= first and (self.own(j) or low[j].endswith(self.nots))) or before.endswith(self.nots):
            return None
        if (before in sets["negations"] and cue.frame != "quoting") or before in sets["infinitives"]:
            return None
        if before in sets["auxiliaries"]:
            while j > first and low[j] in sets["auxiliaries"]:
                j -= 1
            if low[j] in sets["negations"]:
                return None
        if words.capital(k) and k > first and before not in (QUOTE, ".", ",") and self.body:
            return None
        if k + size < last and low[k + size] in ("-", "/") and words.end[k + size - 1] == words.start[k + size]:
            return None
        follow = low[k + size] if k + size < last else ""
        if follow in sets["agents"] and low[k].endswith(self.pasts):
            return None
        join = open_ is not None and (before in sets["joins"] or before == "," or before == ";")
        source: Range | None
        if cue.participle:
            pos, opened = self.skip_after(k + size, last) if cue.frame != "told" else self._hearer(k + size, last)
            if (
                before not in (",", QUOTE, "—", "–", "-")
                and before not in sets["joins"]
                and k > first
                and not (opened == "that" or (opened == '"' and pos <= k + size + 1))
            ) or (before in sets["copulas"] and k > first):
                return None
            if cue.frame == "urge" and open_ is None and out:
                return self._urge(cue, k, size, n, unit, out[-1].source, None, k)
            if cue.frame in ("careful", "quoting", "judging", "show", "urge") and opened not in ("that", '"', ":"):
                return None
            if not opened and (last - pos < 3 or cue.frame == "told"):
                return None
            if opened == "," and cue.frame != "say":
                return None
            if (
                self.inverts
                and not opened
                and not (words.capital(pos) or any(low[pos] in sets[r] for r in ("determiners", "pronouns", "possessives")))
            ):
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
        if self.inverts and (
            (low[k] in sets["nouns"] and before in sets["determiners"])
            or self._is_passive(k, first)
            or (before in sets["determiners"] and before not in sets["pronouns"] and before not in sets["heads"])
        ):
            return None
        if source is not None and source[1] - source[0] <= 2 and self.own(source[1] - 1):
            return None
        if source is None and before in sets["determiners"]:
            return None
        # both before: "…, X said" and "…," said X
        if (
            open_ is not None
            and not join
            and not (
                begin > first
                and (low[begin - 1] in sets["joins"] or low[begin - 1] == ";")
                and (low[begin - 2] in (",", QUOTE) or low[begin - 1] == ";" or low[begin - 1] in sets["and_words"])
            )
        ):
            return None
        after, opened = self.skip_after(k + size, last) if cue.frame != "told" else self._hearer(k + size, last)
        if (
            self.inverts
            and cue.frame in ("say", "careful", "beside")
            and open_ is None
            and (source is None or before == QUOTE or low[k - 2] == QUOTE)
        ):
            inverted = self._inverted(k, size, lo, unit)
            if inverted is not None:
                src, content = inverted
                return Frame((k, k + size), cue.rule, n, src, content)
        if (
            source is not None
            and open_ is None
            and cue.frame in ("say", "careful", "told", "beside")
            and begin > lo
            and low[begin - 1] in (",", QUOTE, "—", "–")
            and self._stands_last(cue, k + size, last, low[begin - 1] == QUOTE or low[begin - 2] == QUOTE)
        ):
            lead = self.skip_lead_in(lo if out else first, begin)
            pre_end = begin - 1 if low[begin - 1] != QUOTE else begin
            has_quote = any(low[i] == QUOTE for i in range(max(lead, begin - 2), begin))
            if (pre_end - lead >= 4 or has_quote) and not (
                self.adjunct(lead, pre_end) and not has_quote and self._clause_follows(after, opened, last)
            ):
                if has_quote or not self._clause_follows(after, opened, last):
                    content = [(self._last_clause(lead, pre_end), pre_end)]
                    if after < last and opened == '"':
                        content.append((after, self._end(after, last)))
                    return Frame((k, k + size), cue.rule, n, source, content)
                if (
                    not self.adjunct(lead, pre_end)
                    and self.has_verb(lead, pre_end)
                    and low[lead] not in sets["stops"]
                    and opened == ","
                    and low[after] not in sets["addressees"]
                ):
                    return Frame((k, k + size), cue.rule, n, source, [(lead, pre_end), (after, self._end(after, last))])
        if opened == "that" and after - k - size > (5 if cue.frame == "careful" else 16):
            return None
        if k + size + 1 < last and low[k + size] in sets["addressees"] and low[k + size + 1] in sets["agents"]:
            return None
        if after < last and not opened and low[after] in sets["own_voice"] and not self.inverts:
            return None
        if after < last and low[after] in sets["naming_preps"]:
            return None
        if after >= last or low[after] == "." or (relative and low[after] in sets["infinitives"]):
            return None
        if cue.frame == "urge":
            return self._urge(cue, k, size, n, unit, source, open_, begin if source else k)
        if cue.frame == "told" and not opened and last - after < 3:
            return None
        if cue.frame == "careful" and opened == "that" and low[after - 1] in sets["conditionals"]:
            return None
        if cue.frame == "careful" and not (
            opened in ("that", ":", '"') or (opened == "," and self.has_verb(after, last) and not self.inverts)
        ):
            return None
        if cue.frame == "judging":
            if any(i in self.long for i in range(k + size, min(last, k + size + 14))):
                return None
            if not self._judged(cue, k + size, last) or source is None:
                return None
            if open_ is not None:
                self._close(open_, begin)
            return Frame((k, k + size), cue.rule, n, source, [(k + size, self._end(k + size, last))], relative=relative)
        if cue.frame in ("quoting", "beside"):
            q = next((i for i in range(k + size, min(last, k + size + 14)) if i in self.long), None)
            if q is not None and any(low[i] in (".", ";") or low[i] in sets["relatives"] for i in range(k + size, q)):
                return None
            if q is None or (source is None and out) or self.titled(q):
                return None
            if open_ is not None:
                self._close(open_, begin - 1 if source else k - 1)
            return Frame((k, k + size), cue.rule, n, source or self.unit_subject(unit, k), [(q, q + 1)])
        if cue.frame == "show" and (source is None or not self._record_subject(source, strict=opened != "that")):
            return None
        if cue.frame == "say" and opened == "," and low[k] in sets["nouns"]:
            return None
        if cue.frame == "say" and not opened:
            if (low[after] in sets["performatives"] and not self._pointed(after, last)) or (
                last - after < 3 and low[after] != QUOTE
            ):
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
            elif (
                k > first
                and low[k - 1] not in sets["joins"]
                and low[k - 1] not in sets["relatives"]
                and low[k - 1] not in sets["adverbs"]
            ):
                return None
            elif k > first and (low[k - 1] in sets["relatives"] or low[k - 1] in sets["joins"]):
                source = self.unit_subject(unit, k)
        if source is None and out:
            source = out[-1].source
        if open_ is not None:
            self._close(open_, (begin if source is not None and begin < k and begin > open_.cue[1] else k))
        return Frame((k, k + size), cue.rule, n, source, [(after, self._end(after, last))], relative=relative)

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
            if w in (",", ".", ":", ";", QUOTE) or w in sets["stops"] or w in sets["relatives"] or (j == i + 1 and w in sets["addressees"]):
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
            if cue.links:
                if w in cue.links:
                    return True
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
        for j in range(i, min(last, i + 6)):
            if low[j] in (",", ".", QUOTE) or low[j] in sets["stops"] or low[j] in sets["addressees"] or low[j] in sets["times"]:
                return False
            if self.words.capital(j) or low[j] in sets["roles"] or low[j] in sets["anonymous"]:
                return True
        return False

    def _inverted(self, k: int, size: int, lo: int, unit: Unit) -> tuple[Range | None, list[Range]] | None:
        """Read `"…," said X` and `…, said X, role`."""
        low, sets, words = self.low, self.sets, self.words
        if k <= lo or low[k - 1] not in (",", QUOTE):
            return None
        i = k + size
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
                or (quote and self._names_ahead(i, unit.last))
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
        link = next((i for i in range(a, min(unit.last, a + 11)) if low[i] in sets["urge_links"]), None)
        if (
            link is not None
            and (link > a or not self.inverts)
            and not any(low[i] in (",", ".", ":") for i in range(a, link))
            and unit.last - link >= 3
        ):
            start = link
            if not self.inverts and not self.has_verb(link + 1, min(unit.last, link + 4)) and self.words.capital(link + 1):
                return None
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
        return Frame((k, k + size), cue.rule, n, source, [(start, self._end(start, unit.last))])
