"""Frames of speech: a cue with its source and its content, read from the words of one unit."""

from __future__ import annotations

from dataclasses import replace

from rujuk.lang.speech import Cue
from rujuk.mark.frames import NO_CUES, Frame
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit
from rujuk.mark.shapes import Shapes


class Reader(Shapes):
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
                    if frame.outer:
                        out = [f for f in out if f.cue[0] < frame.content[0][0]]
                    out.append(frame)
                    k = max(k, frame.cue[1] - 1)
                    break
            k += 1
        for f in out:
            self._end_below(f, unit)
        return [inner for f in out for inner in self._passed_on(f, n, unit)]

    def _passed_on(self, frame: Frame, n: int, unit: Unit) -> list[Frame]:
        """Where a house only passes on what others say ("X said …, Reuters reported"), give their frames, with the house as the way they came."""
        if frame.source is None or frame.before or len(frame.content) != 1 or not self.house(frame.source):
            return [frame]
        a, b = frame.content[0]
        inner = self.read(n, replace(unit, first=a, last=b)) if b - a > 5 else []
        if not inner or any(f.source is None or f.before for f in inner):
            return [frame]
        for f in inner:
            f.via = f.via or frame.source
        return inner

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
        if kind == "urged":
            return self._urged(cue, k, n, unit)
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
        while j > first and self.adverb(j):
            j -= 1
        if any(low[i] in sets["futures"] for i in range(j + 1, k)):
            return None
        if (j >= first and (self.own(j) or low[j].endswith(self.nots))) or before.endswith(self.nots):
            return None
        if before in sets["negations"] and cue.frame != "quoting":
            return None
        if before in sets["infinitives"] or before in sets["aims"]:
            if k - 2 <= first or low[k - 2] not in sets["continuing"]:
                return None
            before, k0 = low[k - 3], k - 2  # "continues to insist …"
        else:
            k0 = k
        if (
            self.verb_prefixes
            and k - 1 > first
            and self.verblike(k - 1)
            and before.startswith(self.verb_prefixes)
            and not self.adverb(k - 1)
        ):
            return None  # "dipanggil bersaksi", "diminta menjelaskan"
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
        under: Range | None = None
        join = open_ is not None and (before in sets["joins"] or before == "," or before == ";")
        source: Range | None
        if cue.participle and not self._progressive(k, first):
            pos, opened = self.skip_after(k + size, last) if cue.frame != "told" else self._hearer(k + size, last)
            if (
                before not in (",", QUOTE, "—", "–", "-")
                and before not in sets["joins"]
                and not (before in sets["agents"] and cue.frame in ("say", "urge"))
                and (under := self._with_subject(cue, k, first)) is None
                and k > first
                and not (opened == "that" or (opened == '"' and pos <= k + size + 1))
                and not (self.inverts and cue.frame == "say" and before in sets["issued"])
            ) or (before in sets["copulas"] and k > first):
                return None
            if cue.frame == "urge" and open_ is None and (out or before in sets["agents"]):
                return self._urge(cue, k, size, n, unit, out[-1].source if out else self.unit_subject(unit, k), None, k)
            if cue.frame in ("careful", "quoting", "judging", "show", "urge") and opened not in ("that", '"', ":"):
                return None
            if cue.frame == "quoting" and opened == "that":
                return None
            if not opened and (last - pos < 3 or cue.frame == "told"):
                return None
            if self.inverts and k == first and opened != "that":
                return None  # "Explaining the delay, X said …"
            if self.inverts and not opened and low[k] not in sets["bare_sayers"] and not self.has_verb(pos, last):
                return None
            if opened == "," and cue.frame != "say":
                return None
            if (
                self.inverts
                and not opened
                and not (
                    words.capital(pos)
                    or low[pos][0].isdigit()
                    or any(low[pos] in sets[r] for r in ("determiners", "pronouns", "possessives"))
                )
            ):
                return None
            if open_ is not None:
                self._close(open_, k)
            source = under or (out[-1].source if out else self._issuer(k, lo) or self.unit_subject(unit, k))
            if (
                self.inverts
                and under is None
                and opened == "that"
                and k > first
                and before not in (",", QUOTE, "—", "–", "-")
                and before not in sets["joins"] | sets["agents"]
                and (papers := self.left_source(k, lo)[0]) is not None
                and any(low[i] in sets["documents"] or low[i] in sets["records"] for i in range(*papers))
            ):
                source = papers  # "media reports claiming that …"
            if (
                source is not None
                and self.inverts
                and source[1] - source[0] > 1
                and low[source[0] + 1] in sets["binders"]
                and not self.rolelike(*source)
            ):
                return None  # "Word of the seizure emerged …, warning that"
            return Frame((k, k + size), cue.rule, n, source, [(pos, self._end(pos, last))])
        relative = before in sets["relatives"]
        if self.inverts and not relative and (inner := self._in_relative(cue, k, size, n, unit)) is not None:
            return inner
        if open_ is not None and open_.relative and before == "," and not cue.participle:
            self._close(open_, k - 1)
            open_, lo = None, first
        source, begin = self.left_source(k0, lo)
        if self.inverts and (
            (low[k] in sets["nouns"] and (before in sets["determiners"] or before in sets["be"] or before.endswith(("'s", "’s"))))
            or (cue.frame == "quoting" and low[k] in sets["noun_verbs"] and follow in sets["noun_tails"])
            or (low[k] in sets["nouns"] and follow in sets["complementisers"] and self._single_noun(k, first))
            or (k + size < last and any(low[i] in sets["claimed_things"] for i in range(k + size, min(last, k + size + 6))))
            or self._is_passive(k, first)
            or (before in sets["determiners"] and before not in sets["pronouns"] and before not in sets["heads"])
        ):
            return None
        if source is not None and source[1] - source[0] <= 2 and self.own(source[1] - 1):
            return None
        if source is None and before in sets["determiners"]:
            return None
        if open_ is not None and not join and (outer := self._outer(cue, k, size, n, unit, source, begin, out)) is not None:
            return outer
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
            and (source is None or before == QUOTE or low[k - 2] == QUOTE or (before == "," and self._closes(k + size, last)))
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
            has_quote = any(
                low[i] == QUOTE and (i in self.long or i == lead or not self._clause_follows(after, opened, last))
                for i in range(max(lead, begin - 2), begin)
            )
            if out and not has_quote and not self.has_verb(lead, pre_end) and self.house(source):
                out[-1].via = out[-1].via or source  # "…," he told the council, AFP reports
                return None
            if (pre_end - lead >= 4 or has_quote) and not (
                not has_quote
                and (
                    (self.adjunct(lead, pre_end) and (opened == '"' or self._clause_follows(after, opened, last)))
                    or (opened == '"' and self.inverts and low[lead].endswith(self.participles))
                )
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
        if low[k] in sets["pointing_sayers"] and self._points_back(k + size, last) and source is not None and open_ is None:
            return Frame((k, k + size), cue.rule, n, source, [], before=True)
        if not self.inverts and cue.frame == "say" and not opened and (told := self._told_to(k + size, last)) is not None:
            after, opened = told, "that"
        elif opened == "that" and after - k - size > (8 if cue.frame == "careful" else 16):
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
            opened in ("that", ":", '"')
            or (opened == "," and self.has_verb(after, last) and not self.inverts)
            or (low[k] in sets["bare_careful"] and not opened and self._subject_ahead(after, last))
        ):
            if join and before in sets["turns"] and open_ is not None and low[k].endswith(self.pasts):
                self._close(open_, k - 1)  # "said it was late but hoped …"
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
            if (
                low[after] in sets["performatives"]
                and not self._pointed(after, last)
                and not (low[k] in sets["plain_sayers"] and self.has_verb(after, last))
            ) or (last - after < 3 and low[after] != QUOTE):
                return None
            if (
                source is None
                and self.inverts
                and not out
                and open_ is None
                and low[j] in sets["and_words"]
                and (low[k] in sets["bare_sayers"] or before != low[j])
            ):
                source = self.unit_subject(unit, k)  # "She was stuck there and said …"
                if source is None or not self.has_verb(source[1], k) or not self.plausible(*source):
                    return None
                begin = k
            if source is None and self.inverts and not (out and before in sets["joins"] and before not in sets["stops"]):
                return None
            if self.inverts and low[after] in sets["finites"]:
                return None  # "what X says is its aim"
            if (
                low[k] not in sets["bare_sayers"]
                and not (low[k] in sets["graders"] and any(low[i] in sets["grades"] for i in range(after + 1, last)))
                and low[after] not in sets["infinitives"]
                and not self._nominal(after)
                and not self.has_verb(after, self._segment_end(after, last))
            ):
                return None
            if self._noun_reading(cue, k, size, first, last, source) or self._described_thing(k, after, last):
                return None
        if cue.frame == "say" and opened == "," and low[after] in sets["performatives"] and last - after < 4:
            return None
        if relative and source is None and not self.inverts:
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
        if source is None and self.inverts and any(self.own(i) for i in range(max(first, k - 6), k)):
            return None
        if open_ is not None:
            self._close(open_, (begin if source is not None and begin < k and begin > open_.cue[1] else k))
        return Frame((k, k + size), cue.rule, n, source, [(after, self._end(after, last))], relative=relative)

    def _outer(
        self, cue: Cue, k: int, size: int, n: int, unit: Unit, source: Range | None, begin: int, out: list[Frame]
    ) -> Frame | None:
        """Read "Some told the police that …, X said": who is named last tells all of it; a house only passes it on."""
        low, sets = self.low, self.sets
        if cue.frame != "say" or source is None or begin <= unit.first + 4 or low[begin - 1] != "," or unit.last - k - size > 4:
            return None
        if low[source[0]] in sets["pronouns"] or not self._stands_last(cue, k + size, unit.last, False):
            return None
        if self.house(source):
            if out:
                out[-1].via = out[-1].via or source
                self._close(out[-1], begin - 1)
            return None
        if not (self.namelike(*source) or self.rolelike(*source)):
            return None
        a = self.skip_lead_in(unit.first, begin)
        return Frame((k, k + size), cue.rule, n, source, [(a, begin - 1)], outer=True)
