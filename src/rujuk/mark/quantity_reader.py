"""One quantity: the number at a place with what stands around it."""

from __future__ import annotations

import re

from rujuk.lang.units import Unit
from rujuk.mark.counted import Noun, counted_noun
from rujuk.mark.hedges import bounds, hedge_after, hedge_before
from rujuk.mark.numbers import WORD, Number, read_number
from rujuk.mark.surroundings import LAST_WORD, Draft, Surroundings, time_word
from rujuk.mark.unit_reader import money_before, named_before, unit_after
from rujuk.model.marks import Mod, Quantity, QuantityKind
from rujuk.model.span import Span, Where

_REPEAT = re.compile(r"\s?\(([^()\n]{1,24})\)")
_GLUED = re.compile(r"[^\W\d_]{5,}(?![\w-])")
"""A noun whose space before it was lost on the way from the page ("442jemaah")."""

_TOKEN = re.compile(r"[^\s,;()\"“”]+")

_BOTH = re.compile(r" [^\W\d_]")
_GROUPS = re.compile(r"(?:[.,]\d+)+")
"""The other groups of digits that are glued to a word ("PS21,700")."""

_AGED = re.compile(r" \d{1,3}-[^\W\d_]{2,12}(?:-[^\W\d_]{2,12})?(?= )")
"""A number joined to what it measures, between an article and its noun ("a 12-year-old girl")."""


class Reader(Surroundings):
    """Reads quantities with one language's lexicons; holds no other state."""

    def read(self, text: str, at: int, start: int, end: int, where: Where, *, timed: bool) -> tuple[int, Quantity | None]:
        """Read what begins at `at` in the sentence `start..end`; give where to go on, and the quantity if there is one.

        `timed`: a span of time holds the number, so only an age is wanted.
        """
        digit = text[at].isdigit()
        unit: Unit | None = None
        left = at
        money = None
        if digit:
            if at - 1 >= start and text[at - 1] == self.numbers.decimal and (at - 2 < start or text[at - 2].isspace()):
                at = left = at - 1
            money = money_before(text, start, at, self.units)
            if money is None and at - 1 > start and text[at - 1] in "-−":
                money = money_before(text, start, at - 1, self.units) if text[at - 2] in "$€£¥" else None
            named = named_before(text, start, at, self.units) if money is None else None
            if money:
                unit, left = money
            elif named:
                unit, left = named
            elif at > start and self._glued(text, at, start):
                return self._attached(text, at, start, end, where)
            elif at > start and text[at - 1] == "-":
                head = LAST_WORD.search(text, max(start, at - 24), at - 1)
                if head and head[1].casefold() in self.units.name_heads:
                    return self._attached(text, at, start, end, where)  # "Covid -19"
                left = at - 1
        elif at > start and (text[at - 1] in "-_@#/" and at - 1 > start and text[at - 2].isalnum()):
            return at, None
        number = read_number(text, at, end, self.numbers, money=unit is not None and unit.kind is QuantityKind.MONEY)
        if number is None:
            return at, None
        if money is not None and number.plain and text[left:at].strip() in self.units.scraped_signs:
            return self._attached(text, at, start, end, where)
        draft = Draft(number, left, number.end, unit, number.low, number.best, number.high)
        negative = digit and left < at and (text[left] == "-" or (money is not None and text[at - 1] in "-−"))
        before = LAST_WORD.search(text, max(start, at - 24), at)
        if before and before[1].casefold().strip(",;:-–") in self.numbers.negative and draft.best is not None:
            negative, draft.start = True, before.start(1)
        if negative and draft.best is not None:
            draft.low = draft.high = draft.best = -draft.best
        return self._finish(text, draft, start, end, where, timed=timed, before=before[1] if before else "")

    def _attached(self, text: str, at: int, start: int, end: int, where: Where) -> tuple[int, Quantity | None]:
        """Read digits glued to what stands before them: an ordinal ("ke-3") or a label ("GA-123")."""
        for mark in self.numbers.ordinal_marks:
            a = at - len(mark)
            if a >= start and text[a:at].casefold() == mark and (a == start or not text[a - 1].isalnum()):
                number = read_number(text, at, end, self.numbers)
                if number is not None and number.best is not None:
                    draft = Draft(number, a, number.end, None, number.low, number.best, number.high)
                    return number.end, self._make(text, draft, where, QuantityKind.ORDINAL, Mod.EQUAL, None, "ordinal")
        token = _TOKEN.match(text, at, end)
        rest = _GROUPS.match(text, token.end(), end) if token else None
        return (rest.end() if rest else token.end() if token else at + 1), None

    def _finish(
        self, text: str, d: Draft, start: int, end: int, where: Where, *, timed: bool, before: str
    ) -> tuple[int, Quantity | None]:
        """Read on after the number: ordinal end, unit, range, hedge, noun; and decide the kind."""
        n = d.number
        low_before = before.casefold()
        if not text[at_ := n.start].isdigit() and self._name_part(text, at_, n.end, start, where, before):
            return d.end, None
        if n.kind == "article":
            return self._article(text, d, start, end, where, before)
        if n.kind == "ordinal":
            share = self._share_of_unit(text, d, end)
            if share:
                d.low = d.high = d.best = 1 / d.low
                d.unit, d.end = share
                return d.end, self._make(text, d, where, QuantityKind.MEASURE, Mod.EQUAL, None, "fraction")
            return d.end, self._ordinal(text, d, end, where)
        if n.kind == "collective":
            return self._collective(text, d, end, where, before)
        tail = WORD.match(text, d.end, end)
        if n.plain and tail and tail[0].casefold() in self.numbers.ordinal_ends:
            d.end = tail.end()
            return d.end, self._ordinal(text, d, end, where)
        self._repeat(text, d, end)
        hit = unit_after(text, d.end, end, self.units)
        if hit is None and d.best is None and self.numbers.links:
            hit = self._partitive_unit(text, d.end, end)
        if hit and d.unit is None:
            d.unit, d.end = hit
        elif (
            hit
            and hit[0].kind is QuantityKind.MONEY
            and d.unit is not None
            and d.unit.kind is QuantityKind.MONEY
            and hit[0].code == d.unit.code
        ):
            d.end = hit[1]
        self._compound(text, d, end)
        self._range(text, d, start, end)
        age = self._age(text, d, end, low_before, start)
        if age:
            d.end = age
            return d.end, self._make(text, d, where, QuantityKind.AGE, Mod.EQUAL, None, "age", unit="year")
        duration = self._duration(text, d.end, end) if d.unit is None else None
        if duration and d.best is None and not d.range:
            return duration[1], None  # "a few minutes" is a span of time, and vague
        if duration:
            d.unit, d.end = duration
        elif timed or (n.plain and (m := time_word(text, d.end, end)) and m[0].casefold() in self.units.clock):
            return d.end, None
        return self._count(text, d, start, end, where, before)

    def _count(self, text: str, d: Draft, start: int, end: int, where: Where, before: str) -> tuple[int, Quantity | None]:
        """Read hedges, share and noun, and make the quantity."""
        n = d.number
        if (
            n.plain
            and d.unit is None
            and (tail := text[d.end : d.end + 2])
            and (tail[0].isalpha() or (tail[0] in "-/:@_" and tail[1:].isalnum()))
        ):
            token = _TOKEN.match(text, d.end, end)
            glued = _GLUED.match(text, d.end, end) is not None
            if not glued and (
                tail[0] != "-" or not tail[1:].isalpha() or (token is not None and any(c.isdigit() for c in token[0]))
            ):
                stop = token.end() if token else d.end
                d.end = stop
                return stop, None
        if n.kind == "pronoun" and self.numbers.links and _BOTH.match(text, d.end, end) and self._joins(text, d.end, end):
            return d.end, None
        if n.rule == "fraction" and n.best == 0.5 and before.casefold() in self.numbers.halves:
            return d.end, None
        if d.unit is None and n.best is not None and (share := self._share(text, d, end)):
            return share, self._make(text, d, where, QuantityKind.FRACTION, Mod.EQUAL, None, "share")
        if n.rule == "fraction" and d.unit is None and text[n.start : n.end].casefold() in self.numbers.parts:
            ahead = WORD.match(text, n.end + 1, end)
            if ahead is None or ahead[0].casefold() not in self.counted.partitive:
                return d.end, None
        hedge = hedge_before(text, start, d.start, self.numbers, self.fillers)
        mod, rule = (hedge.mod, hedge.rule) if hedge else (Mod.EQUAL, "")
        if hedge:
            d.start = hedge.start
            named = named_before(text, start, d.start, self.units) if d.unit is None else None
            if named:
                d.unit, d.start = named
        after = hedge_after(text, d.end, end, self.numbers)
        if after:
            mod, d.end, rule = after
        elif n.about and mod is Mod.EQUAL:
            mod = Mod.APPROX
        read = d.end
        noun = Noun(None, "", d.end, d.end)
        if d.unit is None or d.unit.kind is QuantityKind.PERCENT:
            if n.kind != "pronoun" or not self.numbers.collectives:
                noun = counted_noun(text, d.end, end, self.counted)
            if n.classifier and noun.text is None:
                noun = Noun(n.classifier, n.classifier, d.end, d.end)
            if not after and noun.end > d.end and d.unit is None:
                after = hedge_after(text, noun.end, end, self.numbers) or hedge_after(text, noun.unit_end, end, self.numbers)
                if after:
                    mod, rule = after[0], after[2]
        if (
            n.rule == "words"
            and n.best == 1
            and d.unit is None
            and noun.text is None
            and before.casefold() in self.numbers.pronoun_after
        ):
            return d.end, None
        if d.unit is None and n.plain and not hedge and self._is_label(text, d, start, end, where, before, noun):
            return d.end, None
        if noun.text is not None and d.best is not None and d.best < 0 and text[d.start] == "-":
            d.best, d.start = -d.best, d.start + 1
            d.low = d.high = d.best
        kind = d.unit.kind if d.unit else QuantityKind.FRACTION if n.kind == "fraction" else QuantityKind.COUNT
        at = max(noun.end, d.end)
        if self._is_rate(text, at, end):
            kind = QuantityKind.RATE if kind is not QuantityKind.PERCENT else kind
        if d.unit is None and noun.text is not None and noun.end > d.end:
            d.end = noun.unit_end if noun.classifier and noun.end == noun.unit_end else noun.end
            if after:
                d.end = max(d.end, after[1])
        return max(read, d.end if after else read), self._make(text, d, where, kind, mod, noun.text, rule or n.rule)

    def _joins(self, text: str, at: int, end: int) -> bool:
        """Say whether a word for two only joins what follows ("both for use and for sale")."""
        words = [m[0].casefold() for m in WORD.finditer(text, at, min(end, at + 48))]
        stop = next(
            (k for k, m in enumerate(re.finditer(r"[,.;:]|[^\W\d_]+", text[at : min(end, at + 48)])) if not m[0].isalpha()), 99
        )
        return any(w in self.numbers.links for w in words[1:stop][:4])

    def _article(self, text: str, d: Draft, start: int, end: int, where: Where, before: str) -> tuple[int, Quantity | None]:
        """Read "a dollar" as one, and "a woman" as one that the reader of claims may drop."""
        hit = unit_after(text, d.end, end, self.units) if text[d.end : d.end + 1] == " " and self.numbers.articles else None
        if (
            hit
            and hit[0].kind in (QuantityKind.MONEY, QuantityKind.MEASURE)
            and len(text[d.end : hit[1]]) > 2
            and hit[0].code not in self.units.named_codes
        ):
            near = text[max(0, d.start - 16) : d.start].split()[-2:]
            if (
                any(c.isdigit() for w in near for c in w)
                or before.casefold() in self.numbers.scales
                or before.casefold() in self.units.after
            ):
                return d.end, None  # "$58 a barrel"
            d.unit, d.end = hit
            self._compound(text, d, end)
            hedge = hedge_before(text, start, d.start, self.numbers, self.fillers)
            if hedge:
                d.start = hedge.start
            return d.end, self._make(text, d, where, d.unit.kind, hedge.mod if hedge else Mod.EQUAL, None, "article")
        aged = _AGED.match(text, d.end, end) if self.numbers.articles else None
        noun = counted_noun(text, aged.end() if aged else d.end, end, self.counted)
        if noun.text is None:
            return d.end, None
        if self.numbers.articles and noun.text.casefold().split()[-1] not in self.numbers.persons:
            first = noun.text.casefold().split()[0]
            if first not in self.numbers.persons:
                return d.end, None
        d.end = d.number.end if aged else noun.end
        return d.number.end, self._make(text, d, where, QuantityKind.COUNT, Mod.EQUAL, noun.text, f"{self.code}.article")

    def _name_part(self, text: str, at: int, stop: int, start: int, where: Where, before: str) -> bool:
        """Say whether a number word belongs to a name ("Kepulauan Seribu") or is doubled ("satu-satunya")."""
        if text[stop : stop + 1] == "-" and text[stop + 1 : stop + 4].casefold() in text[at:stop].casefold():
            return True
        inside = where is Where.TEXT and before[-1:].isalnum() and at - len(before) - 1 > start
        return inside and text[at].isupper() and before[:1].isupper()

    def _ordinal(self, text: str, d: Draft, end: int, where: Where) -> Quantity | None:
        """Make an ordinal that stands alone, a rank; the first three before a noun only tell which one is meant, as an
        article does."""
        if text[d.end : d.end + 1] == "-" and text[d.end + 1 : d.end + 2].isalpha():
            return None  # "the third-largest", "a first-round tie"
        if d.high > 3 and not self._duration(text, d.end, end):
            return self._make(text, d, where, QuantityKind.ORDINAL, Mod.EQUAL, None, "ordinal")
        if self._duration(text, d.end, end) or counted_noun(text, d.end, end, self.counted).text is not None:
            return None
        return self._make(text, d, where, QuantityKind.ORDINAL, Mod.EQUAL, None, "ordinal")

    def _share_of_unit(self, text: str, d: Draft, end: int) -> tuple[Unit, int] | None:
        """Find the unit in "tenth of a gallon", a part of it, and where it ends; None where an ordinal only ranks."""
        if text[d.number.start : d.number.end].casefold() not in self.numbers.parts:
            return None
        words = WORD.finditer(text, d.end, min(end, d.end + 16))
        of, article = next(words, None), next(words, None)
        if of is None or article is None or of[0].casefold() not in self.counted.partitive:
            return None
        after = article.end() if article[0].casefold() in self.numbers.articles else of.end()
        unit = unit_after(text, after, end, self.units)
        return unit if unit is not None and unit[0].kind is QuantityKind.MEASURE else None

    def _collective(self, text: str, d: Draft, end: int, where: Where, before: str) -> tuple[int, Quantity | None]:
        """Tell "kelima orang itu" (five, definite) from "hari kelima" (the fifth)."""
        noun = counted_noun(text, d.end, end, self.counted)
        low = before.casefold().strip(".,:;")
        free = not before or before[-1] in ".,:;" or low in self.counted.stops or self.counted.verb(low) or d.number.start == 0
        free = free or low in self.numbers.whose
        if noun.text is not None and free and noun.text[0].islower():
            d.end = noun.end
            return d.number.end, self._make(text, d, where, QuantityKind.COUNT, Mod.EQUAL, noun.text, f"{self.code}.ke-")
        return d.end, self._make(text, d, where, QuantityKind.ORDINAL, Mod.EQUAL, None, "ordinal")

    def _repeat(self, text: str, d: Draft, end: int) -> None:
        """Take in a number said twice: "dua (2) orang", "forty-five (45)"."""
        m = _REPEAT.match(text, d.end, end)
        if m is None or d.best is None:
            return
        again = read_number(text, m.start(1), m.end(1), self.numbers) if m[1][0].isalnum() else None
        if again is not None and again.best == d.best and again.end == m.end(1):
            d.end = d.number.end = m.end()

    def _partitive_unit(self, text: str, at: int, end: int) -> tuple[Unit, int] | None:
        """Find the unit in "billions of dollars"."""
        m = WORD.match(text, at + 1, end)
        if m is None or m[0].casefold() not in self.counted.partitive:
            return None
        return unit_after(text, m.end(), end, self.units)

    def _compound(self, text: str, d: Draft, end: int) -> None:
        """Add smaller units that go on with the same amount: "7 feet 10 inches", "$1 and 42 cents"."""
        while d.best is not None and d.unit is not None:
            at = _JOIN.match(text, d.end, end)
            if at is None:
                return
            here = at.end()
            for word in self.units.joiners:
                if text.startswith(word + " ", here):
                    here += len(word) + 1
            if not _at_number(text, here, end):
                return
            more = read_number(text, here, end, self.numbers)
            hit = unit_after(text, more.end, end, self.units) if more is not None else None
            if more is None or more.best is None or hit is None:
                return
            if d.unit.kind is QuantityKind.MONEY:
                if text[more.end : hit[1]].strip().casefold() not in self.units.cents or more.best > 99:
                    return
                d.best += more.best / 100
            else:
                times = self.units.smaller.get(d.unit.code, {}).get(hit[0].code)
                if times is None:
                    return
                d.best, d.unit = d.best * times + more.best, hit[0]
            d.low = d.high = d.best
            d.end = hit[1]

    def _range(self, text: str, d: Draft, start: int, end: int) -> None:
        """Read the other end of a range, with its own hedge and unit: "10-15", "antara 100 dan 200", "$3 to $5"."""
        if d.best is None or d.number.kind not in ("", "fraction"):
            return
        words = [w.casefold() for w in text[max(start, d.start - 40) : d.start].split()[-5:]]
        between = any(" ".join(words[-k:]) in self.numbers.between for k in (1, 2, 3) if len(words) >= k)
        m = (self.numbers.between_joiner if between else self.numbers.joiner).match(text, d.end, end)
        if m is None or m.end() >= end:
            return
        change = (
            not between and any(w in self.numbers.change for w in words) and any(w in self.numbers.change_from for w in words)
        )
        at = m.end()
        for word in _TOKEN.finditer(text, at, min(end, at + 24)):
            if word[0].casefold() not in self.numbers.before:
                break
            at = word.end() + 1
        if text[at : at + 1] == "~":
            at += 1
        sign = _SIGN.match(text, at, end)
        money = self.units.money_before.get(sign[1].strip()) if sign else None
        if money and sign:
            at = sign.end()
        other = _at_number(text, at, end)
        if not other:
            return
        right = read_number(text, at, end, self.numbers, money=money is not None)
        if right is None or right.best is None or right.kind not in ("", "fraction"):
            return
        hit = unit_after(text, right.end, end, self.units)
        unit = money or (hit[0] if hit else None)
        if change and "-" not in m[0]:
            self._scaled_alike(text, d, right, unit)
            return
        if d.unit and unit and d.unit.code != unit.code:
            return
        if d.unit and text[d.number.end : d.end].strip().casefold() in self.units.cents:
            return
        if d.unit and not unit and not between and "-" not in m[0] and "–" not in m[0]:
            return
        left_best = d.best
        if (
            right.best > left_best
            and right.best >= 1000
            and not _worded(text, d.number)
            and _same_scale(right.best, left_best)
            and not right.plain
            and not between
            and right.rule == "digits"
            and WORD.search(text, right.start, right.end)
        ):
            left_best *= _scale_of(right.best)
        if "-" in m[0] and d.number.plain and right.plain and right.best < left_best:
            return
        d.low, d.high, d.best = min(left_best, right.best), max(left_best, right.best), None
        d.unit, d.end, d.range = d.unit or unit, hit[1] if hit else right.end, True

    def _scaled_alike(self, text: str, d: Draft, right: Number, unit: Unit | None) -> None:
        """Give the first end of a change the scale that is said once, behind the second ("from 24 to 33 billion euros")."""
        if d.best is None or right.best is None or right.plain or right.rule != "digits" or _worded(text, d.number):
            return
        scale = _scale_of(right.best)
        if (
            scale < 1000
            or not WORD.search(text, right.start, right.end)
            or not right.best / 20 <= d.best * scale <= right.best * 20
        ):
            return
        d.low = d.high = d.best = d.best * scale
        d.unit = d.unit or unit

    def _share(self, text: str, d: Draft, end: int) -> int:
        """Read "one in three" as a third; give where it ends, 0 where it is none."""
        m = self.numbers.share.match(text, d.end, end)
        if m is None or not d.best or m.end() >= end:
            return 0
        of = read_number(text, m.end(), end, self.numbers) if _at_number(text, m.end(), end) else None
        if of is None or not of.best or of.kind or not d.best < of.best <= 100 or d.best > 9 or of.best != int(of.best):
            return 0
        if self._duration(text, of.end, end) or unit_after(text, of.end, end, self.units):
            return 0
        if counted_noun(text, of.end, end, self.counted).text is None and of.plain and of.best > 10:
            return 0
        d.low = d.high = d.best = d.best / of.best
        d.end = of.end
        return of.end

    def _make(
        self,
        text: str,
        d: Draft,
        where: Where,
        kind: QuantityKind,
        mod: Mod,
        noun: str | None,
        rule: str,
        unit: str | None = None,
    ) -> Quantity:
        """Make the quantity of a finished draft."""
        low: float | None = d.low
        high: float | None = d.high
        if d.best is not None:
            low, high = bounds(d.best, mod)
        n = d.number
        return Quantity(
            span=Span(start=d.start, end=d.end, exact=text[d.start : d.end], where=where),
            low=_whole(low),
            best=_whole(d.best),
            high=_whole(high),
            mod=mod,
            unit=unit or (d.unit.code if d.unit else None),
            noun=noun,
            kind=kind,
            number=Span(start=n.start, end=n.end, exact=text[n.start : n.end], where=where),
            rule=rule if "." in rule else f"{self.code}.number.{rule}",
        )


_JOIN = re.compile(r",?[ \u00a0]")
_SIGN = re.compile(r"([^\W\d_]{0,3}[$€£¥₹]|[A-Za-z]{2,4}\.?)\s?(?=\d)")


def _worded(text: str, number: Number) -> bool:
    """Say whether a number has a word or letter of scale."""
    return WORD.search(text, number.start, number.end) is not None


def _at_number(text: str, at: int, end: int) -> bool:
    return at < end and text[at].isalnum()


def _same_scale(right: float, left: float) -> bool:
    return left < 1000 and left * _scale_of(right) < right


def _scale_of(value: float) -> float:
    """The thousand, million, ... that a value is counted in."""
    scale = 1.0
    while value >= scale * 1000:
        scale *= 1000
    return scale


def _whole(x: float | None) -> float | None:
    """Give a whole number as an int where it is one, so that it prints without a point; a sum of floats is rounded to where it is sure."""
    if x is None:
        return None
    x = round(x, 4) if abs(x) >= 1000 else x
    return int(x) if x == int(x) else x
