"""Who says what with which cue: direct quotations and reported speech, with speaker, medium and the house it came through."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from rujuk.lang.agencies import House, load_agencies
from rujuk.lang.base import LanguagePack
from rujuk.lang.speech import SpeechLexicon
from rujuk.mark.chains import cited_in, is_own, media_in, own_names
from rujuk.mark.frames import Frame
from rujuk.mark.indirect import Reader
from rujuk.mark.phrases import Range
from rujuk.mark.phrasing import QUOTE, Unit, cut_units, split_words
from rujuk.mark.pointing import SELF, Phrase
from rujuk.mark.quotations import Quotation, find_quotations, mask
from rujuk.mark.running import Running
from rujuk.mark.speakers import Cast
from rujuk.model.ids import make_id
from rujuk.model.marks import Attribution, AttributionKind, Credit, Entity, Layer, Sentence, SourceKind, Speaker
from rujuk.model.report import Report
from rujuk.model.span import Span, Where

LEAST_QUOTED = 4
"""Words that a quotation needs to count as one; shorter ones are names, titles and scare quotes.  Source: the gold's convention."""
LEAST_INDIRECT = 3
SAME_WORDS = 0.7
"""Of a headline's quotation so many words must stand in one of the body that it repeats."""
POST_REACH = 200
"""Characters before a handle within which the dash before its name is looked for."""
_HANDLE = re.compile(r"\(@\w{2,30}\)")
_DASH = re.compile(r"\s*[—–-]{1,2}\s*")


@dataclass(slots=True)
class _Found:
    """An attribution before its speaker is known."""

    start: int
    end: int
    direct: bool
    frame: Frame | None
    unit: int
    rule: str
    phrase: Phrase | None = None
    medium: str | None = None
    shared: bool = False


def find_attributions(
    report: Report,
    sentences: Layer[Sentence],
    entities: Layer[Entity],
    credits: Layer[Credit],
    *,
    pack: LanguagePack,
) -> Layer[Attribution]:
    """Find the attributions of a report, title first, then in order of their content.

    Content is trimmed of quotation marks, cue and source; a mixed sentence gives a piece each for what is quoted and what is not.
    """
    lexicon = pack.lexicon(SpeechLexicon)
    cast = Cast(report, entities, lexicon)
    body = _Text(report.text, sentences, Where.TEXT, report, cast, lexicon)
    out = body.attributions()
    if report.title:
        title = _Text(report.title, sentences, Where.TITLE, report, cast, lexicon)
        out = [_as_in_body(a, out) for a in title.attributions()] + out
    return tuple(out)


def _as_in_body(a: Attribution, body: list[Attribution]) -> Attribution:
    """Give a quotation that stands in the headline without a cue the speaker who says it in the body, if one does."""
    if a.cue is not None or a.kind != AttributionKind.DIRECT:
        return a
    words = set(a.content.exact.casefold().split())
    same = next((b for b in body if len(words & set(b.content.exact.casefold().split())) >= SAME_WORDS * len(words)), None)
    return replace(a, source=same.source if same is not None else None)


class _Text(Running):
    """One text of a report (body or title) while it is read."""

    def __init__(
        self, text: str, sentences: Layer[Sentence], where: Where, report: Report, cast: Cast, lexicon: SpeechLexicon
    ) -> None:
        self.text, self.where, self.report, self.cast, self.lexicon = text, where, report, cast, lexicon
        self.quotations = find_quotations(text)
        self.words = split_words(text, mask(text, self.quotations), lexicon, cast.matters(where))
        self.units = cut_units(self.words, sentences, self.quotations, where, lexicon)
        self.quote_at: dict[int, Quotation] = {self.words.at(q.open): q for q in self.quotations}
        long = frozenset(i for i, q in self.quote_at.items() if q.words >= LEAST_QUOTED)
        self.reader = Reader(self.words, lexicon, long, body=where == Where.TEXT)
        self.found: list[_Found] = []
        self.taken: set[int] = set()
        self.cited: list[tuple[int, int, str, House | None, bool]] | None = None
        self.spans: dict[int, list[tuple[int, int]]] = {}

    # ---- from frames to contents

    def attributions(self) -> list[Attribution]:
        frames = [(n, u, self.reader.read(n, u)) for n, u in enumerate(self.units)]
        if self.where == Where.TITLE:
            self._headline(frames)
        for n, unit, fs in frames:
            for f in fs:
                self._frame(n, unit, f)
        self._posts()
        self._unclaimed(frames)
        self.found.sort(key=lambda f: (f.start, f.end))
        self._drop_nested()
        return self._resolve()

    def _frame(self, n: int, unit: Unit, frame: Frame) -> None:
        if frame.before:
            if n == 0:
                return
            prev = self.units[n - 1]
            if any(f.unit == n - 1 for f in self.found):
                return
            a, b = prev.first, prev.last
            a = self.reader.skip_lead_in(a, b)
            self._pieces(a, b, n - 1, frame)
            return
        if frame.running and not (
            n
            and self.units[n - 1].paragraph == unit.paragraph
            and any(f.unit == n - 1 and f.frame is not None for f in self.found)
        ):
            return
        for a, b in frame.content:
            self._pieces(a, b, n, frame)

    def _pieces(self, a: int, b: int, n: int, frame: Frame) -> None:
        """Cut content at its long quotations: those are direct, what lies between is indirect unless it only leads in."""
        low = self.words.low
        at = a
        for i in range(a, b):
            if low[i] == QUOTE:
                q = self.quote_at.get(i)
                if q is None or q.words < LEAST_QUOTED:
                    continue
                self._indirect(at, i, n, frame, leads=True)
                if i not in self.taken:
                    self.taken.add(i)
                    self.found.append(_Found(q.start, q.end, True, frame, n, frame.rule))
                at = i + 1
        self._indirect(at, b, n, frame, leads=False, alone=at == a)

    def _indirect(self, a: int, b: int, n: int, frame: Frame, *, leads: bool, alone: bool = False) -> None:
        low, sets = self.words.low, self.lexicon.sets
        while a < b and (
            low[a] in (",", ".", ";", ":", "-", "—", "–", ")", "…")
            or (not alone and low[a] in sets["joins"])
            or (low[a] in sets["complementisers"] and not alone)
        ):
            a += 1
        while b > a and (
            low[b - 1] in (",", ";", ":", "-", "—", "–", ".", "…") or (not alone and low[b - 1] in sets["complementisers"])
        ):
            b -= 1
        joined = False
        while leads and b > a and low[b - 1] in sets["joins"]:
            b, joined = b - 1, True
        n_words = sum(1 if low[i][0].isalnum() else self.quote_at[i].words if i in self.quote_at else 0 for i in range(a, b))
        if not any(low[i][0].isalnum() for i in range(a, b)):
            return
        if (
            n_words < LEAST_INDIRECT
            or (leads and (n_words < (LEAST_INDIRECT if joined else 5) or (not joined and low[b - 1] in sets["copulas"])))
            or (not alone and not leads and n_words < 4)
        ):
            return
        self.found.append(_Found(self.words.start[a], self.words.end[b - 1], False, frame, n, frame.rule))

    def _posts(self) -> None:
        """Find embedded posts: "text — Name (@handle)"."""
        if "(@" not in self.text:
            return
        taken = sorted((f.start, f.end) for f in self.found)
        reach = list(itertools.accumulate((b for _, b in taken), max))
        starts = [x.start for x in self.units]
        line = -1
        for m in _HANDLE.finditer(self.text):
            start = self.text.rfind("\n", 0, m.start()) + 1
            if start == line:
                continue  # what stands before its dash begins like what was found or refused
            dash = None
            for dash in _DASH.finditer(self.text, max(start, m.start() - POST_REACH), m.start()):  # noqa: B007 - the last one counts
                pass
            if dash is None or dash.start() - start < 12 or m.start() - dash.end() > 50:
                continue
            line, end = start, dash.start()
            before = bisect_left(taken, (end, 0))
            if before and reach[before - 1] > start:
                continue
            name = self.text[dash.end() : m.start()].strip()
            u = max(0, bisect_right(starts, start) - 1)
            u = u if self.units and start < self.units[u].end and starts[u] <= start else 0
            self.found.append(_Found(start, end, True, None, u, "post", Phrase(name, SourceKind.PERSON, person=True), "Twitter"))

    def _unclaimed(self, frames: list[tuple[int, Unit, list[Frame]]]) -> None:
        """Give quotations that no cue stands beside to the speaker before, where they stand as sentences of their own."""
        low = self.words.low
        for n, unit, fs in frames:
            for i in range(unit.first, unit.last):
                if low[i] != QUOTE or i in self.taken:
                    continue
                q = self.quote_at.get(i)
                if q is None or q.words < LEAST_QUOTED:
                    continue
                lead = self.reader.skip_lead_in(unit.first, i)
                before = i - lead
                rest = sum(1 for k in range(i + 1, unit.last) if low[k][0].isalnum() or low[k] == QUOTE)
                colon = i > unit.first and low[i - 1] == ":"
                if before > 0 and not colon:
                    if (before <= 2 and rest == 0 and low[i - 1] != QUOTE) or (low[i - 1] == QUOTE and (i - 1) in self.taken):
                        pass
                    else:
                        continue
                elif (
                    rest > 2
                    and not colon
                    and not (i + 1 < unit.last and low[i + 1] in ("—", "–", "―", "-") and unit.last - i <= 8)
                ):
                    continue
                frame = None
                dash = i + 1 < unit.last and low[i + 1] in ("—", "–", "―", "-") and unit.last - i <= 8
                if dash and self.reader.namelike(i + 2, unit.last - (low[unit.last - 1] == ".")):
                    frame = Frame((i + 1, i + 2), "signed", n, (i + 2, unit.last - (low[unit.last - 1] == ".")))
                elif colon and before <= 9 and not fs:
                    end = i - 1
                    source, _ = self.reader.left_source(end, unit.first)
                    if source is not None and (self.reader.rolelike(*source) or self.reader.namelike(*source)):
                        frame = Frame((end, end + 1), "colon", n, source)
                elif colon and not fs and before > 9:
                    frame = None
                if frame is None and self.reader.titled(i):
                    continue
                self.taken.add(i)
                self.found.append(_Found(q.start, q.end, True, frame, n, "colon" if frame else "continued", shared=frame is None))

    def _headline(self, frames: list[tuple[int, Unit, list[Frame]]]) -> None:
        """Read "X: what X says", "X klaim …" and "…, X says"."""
        words, low, reader = self.words, self.words.low, self.reader
        for n, unit, fs in frames:
            if fs:
                continue
            for k in range(unit.first + 1, unit.last - 2):
                cue = self.lexicon.headline.get(low[k])
                if cue is None or low[k - 1] in self.lexicon.sets["adjuncts"]:
                    continue  # "Soal Klaim X": the noun
                a = k - 1
                while a >= unit.first and low[a] not in (",", ":", QUOTE, "!", "?", "-") and k - a < 8:
                    a -= 1
                if a + 1 == k and low[a] == ",":
                    size = next((x for x in (3, 2, 1) if unit.first + x < k and self._speaks(unit.first, unit.first + x)), 0)
                    if size:
                        fs.append(Frame((k, k + 1), cue.rule, n, (unit.first, unit.first + size), [(k + 1, unit.last)]))
                        break
                if cue.rule.endswith("urge"):
                    if not any(self._urged(i) for i in range(k + 2, min(unit.last, k + 8))):
                        continue
                elif low[k] not in self.lexicon.sets["bare_sayers"] and not reader.has_verb(k + 1, unit.last):
                    continue
                end = k
                while end > a + 1 and low[end - 1] in self.lexicon.sets["adverbs"]:
                    end -= 1  # capitals tell no name from an adverb in a headline
                if a + 1 < end and self._speaks(a + 1, end):
                    start = k + 1
                    if low[start] in self.lexicon.sets["complementisers"]:
                        start += 1
                    fs.append(Frame((k, k + 1), cue.rule, n, (a + 1, end), [(start, unit.last)]))
                    break
            if fs:
                continue
            for k in range(unit.first + 1, min(unit.last - 2, unit.first + 16)):
                if low[k] == ":" and words.end[k] < words.start[k + 1]:
                    a = k - 1
                    while a >= unit.first and low[a] not in (",", "!", "?", QUOTE, "-", "–", "—"):
                        a -= 1
                    if 0 < k - a - 1 <= 6 and self._speaks(a + 1, k):
                        fs.append(Frame((k, k + 1), "colon", n, (a + 1, k), [(k + 1, unit.last)]))
                    break

    def _urged(self, i: int) -> bool:
        """Say whether word `i` of a headline is a verb of what someone is urged to do."""
        low, lexicon = self.words.low, self.lexicon
        return low[i] in lexicon.sets["headline_verbs"] or low[i].endswith(tuple(lexicon.sets["headline_endings"]))

    def _speaks(self, a: int, b: int) -> bool:
        """Say whether words of a headline name someone who can speak."""
        reader, low, sets = self.reader, self.words.low, self.lexicon.sets
        piece = self.words.piece(a, b)
        if low[a] in sets["labels"]:
            return False
        if reader.has_verb(a, b) and not reader.rolelike(a, b):
            return False
        if low[a] in sets["roles"] or low[a] in sets["bodies"] or low[a] in sets["anonymous"] or low[a] in sets["people"]:
            return b - a <= 6
        if self.cast.within(self.where, self.words.start[a], self.words.end[b - 1]):
            return b - a <= 5
        folded = set(piece.casefold().split())
        for k in self.cast.known:
            names = set(k.name.casefold().split()) | (set(k.role.casefold().split()) if k.role else set())
            if folded <= names:
                return True
        return piece.isupper() and piece.isalpha() and 2 < len(piece) < 12

    def _drop_nested(self) -> None:
        """Of speech inside speech keep the outer; a direct quotation inside indirect content stays its own."""
        out: list[_Found] = []
        for f in self.found:
            if any(g.start <= f.start and f.end <= g.end and (g.start, g.end) != (f.start, f.end) for g in out):
                continue
            if out and (out[-1].start, out[-1].end) == (f.start, f.end):
                continue
            out.append(f)
        self.found = out

    # ---- speakers

    def _resolve(self) -> list[Attribution]:
        cast, words = self.cast, self.words
        phrases: dict[int, Phrase | None] = {}
        for f in self.found:
            if f.frame is not None and id(f.frame) not in phrases:
                source = f.frame.source
                phrase = cast.read(words, source, self.where) if source is not None else None
                if phrase is not None and source is not None and not phrase.person:
                    phrase = cast.behind_place(words, source, self.where, phrase) or phrase
                phrases[id(f.frame)] = phrase
                if phrase is not None:
                    cast.learn(phrase)
            elif f.phrase is not None:
                cast.learn(f.phrase)
        topics = self.topics = self._topics()
        self.spans = {}
        for f in self.found:
            self.spans.setdefault(f.unit, []).append((f.start, f.end))
        own = own_names(self.report)
        agencies = load_agencies()
        out: list[Attribution] = []
        told: dict[int, Phrase | None] = {}
        chain: dict[int, tuple[str | None, tuple[str, ...]]] = {}
        last_unit = -1
        last_cue: tuple[int, Frame] | None = None
        for f in self.found:
            for n in range(last_unit + 1, f.unit + 1):
                if (
                    n in topics
                    and (n < f.unit or f.frame is None or f.frame.source is None)
                    and not self._runs_on(f.frame, topics[n])
                ):
                    cast.spoke(topics[n])
            last_unit = max(last_unit, f.unit)
            frame = f.frame
            if frame is None:
                phrase = cast.full(f.phrase) if f.phrase is not None else cast.behind("")
            elif id(frame) in told:
                phrase = told[id(frame)]
            else:
                phrase = phrases.get(id(frame))
                if phrase is None:
                    pronoun = words.low[frame.source[0]] if frame.source is not None else SELF
                    writes = words.low[frame.cue[0]] in self.lexicon.sets["writing"]
                    phrase = (
                        (cast.last if frame.running else cast.last_writer if writes else None)
                        or self._just_named(f.unit, pronoun)
                        or self._just_described(f.unit, pronoun)
                        or cast.behind(pronoun)
                    )
                    if phrase is None:
                        phrase = self._ahead(f.start)
                else:
                    phrase = cast.full(phrase)
                told[id(frame)] = phrase
            if phrase is not None and not f.rule.endswith(".data"):
                cast.spoke(phrase)
            cue_frame = frame
            if (
                frame is None
                and f.shared
                and last_cue is not None
                and self.units[last_cue[0]].paragraph == self.units[f.unit].paragraph
            ):
                cue_frame = last_cue[1]
            if frame is not None:
                last_cue = (f.unit, frame)
            if frame is None and cue_frame is not None and cue_frame.unit not in chain:
                chain[cue_frame.unit] = self._chain(cue_frame.unit, own)
            if f.unit not in chain:
                chain[f.unit] = self._chain(f.unit, own)
            medium, via = chain[f.unit]
            if cue_frame is not None and frame is None and not (medium or via):
                medium, via = chain[cue_frame.unit]
            if frame is not None and frame.unit != f.unit:
                if frame.unit not in chain:
                    chain[frame.unit] = self._chain(frame.unit, own)
                medium, via = chain[frame.unit]
            if frame is not None and frame.via is not None:
                piece = words.piece(*frame.via)
                m = agencies.pattern.search(piece)
                name = agencies.houses[m[0]].name if m else " ".join(piece.split()).strip(" ,.")
                if name and not is_own(name, None, own):
                    via = (name, *(v for v in via if v != name))
            if phrase is not None:
                via = tuple(v for v in via if v != phrase.name)
                if phrase.person and medium is not None and medium not in self.lexicon.sets["spoken_media"]:
                    cast.last_writer = phrase
            if phrase is None and not f.direct and f.rule.endswith("careful"):
                continue  # nobody is there to say it
            if phrase is not None and phrase.kind == SourceKind.OUTLET and is_own(phrase.name, agencies.named(phrase.name), own):
                continue  # an outlet's own voice
            out.append(self._make(f, cue_frame, phrase, f.medium or medium, via))
        return out

    def _chain(self, n: int, own: frozenset[str]) -> tuple[str | None, tuple[str, ...]]:
        """Read medium and houses from a unit's own words, outside its quotations."""
        text = self._outside(n)
        via: dict[str, None] = {}
        if self.cited is None:
            self.cited = list(cited_in(self.text, self.lexicon))
        u = self.units[n]
        inside = self.spans.get(n, [])
        for start, _, name, house, _ in self.cited:
            if u.start <= start < u.end and not any(a <= start < b for a, b in inside) and not is_own(name, house, own):
                via[name] = None
        return media_in(text, self.lexicon, load_agencies()), tuple(via)

    def _outside(self, n: int) -> str:
        """The words of a unit that are nobody's content."""
        u = self.units[n]
        spans = sorted(
            [(q.open, q.close) for q in self.quotations if q.words >= LEAST_QUOTED and q.open < u.end and u.start < q.close]
            + self.spans.get(n, [])
        )
        parts, at = [], u.start
        for a, b in spans:
            if a > at:
                parts.append(self.text[at:a])
            at = max(at, b)
        parts.append(self.text[at : max(at, u.end)])
        return " ".join(parts)

    def _make(
        self, f: _Found, frame: Frame | None, phrase: Phrase | None, medium: str | None, via: tuple[str, ...]
    ) -> Attribution:
        text, where = self.text, self.where
        start, end = f.start, f.end
        while end > start and (text[end - 1] in " ,;:-—–" or text[end - 1].isspace()):
            end -= 1
        while start < end and (text[start] in " ,;:-—–…" or text[start].isspace()):
            start += 1
        content = Span(start=start, end=end, exact=text[start:end], where=where)
        cue = None
        source: Range | None = None
        if frame is not None:
            a, b = self.words.start[frame.cue[0]], self.words.end[frame.cue[1] - 1]
            cue = Span(start=a, end=b, exact=text[a:b], where=where)
            source = frame.source
        kind = AttributionKind.DIRECT if f.direct else AttributionKind.INDIRECT
        speaker: Speaker | None = None
        if phrase is not None:
            speaker = self.cast.speaker(phrase, self.words, source, where)
        return Attribution(
            id=make_id("attribution", self.report.id, where, start, end, kind),
            kind=kind,
            content=content,
            cue=cue,
            source=speaker,
            medium=medium,
            via=via,
            rule=f.rule,
        )
