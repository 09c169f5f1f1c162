"""A sentence as figures see it: words with what they are, numbers, and what it costs to get from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.claim.glued import SHORTEST, apart
from rujuk.lang.figures import NOTHING, TOKEN, VERB, FigureLexicon, Role, Term
from rujuk.model.marks import Quantity, QuantityKind, Sentence

WORD, LINK, COMMA, COORDINATOR, SUBORDINATOR, NUMBER, VERBAL, BREAK = 0.2, 0.05, 1.5, 2.0, 2.5, 3.5, 1.5, 50.0
"""Costs of what stands between a number and a trigger.

Set by hand so that a sentence's own order decides (a comma is dearer than four words, another number dearer than a comma); a break ends
the clause.
"""

ABBREVIATED = 4
"""Letters of the longest word that a dot shortens."""

NAMED = 0.2
"""Cost of a comma within an address ("in Green Lane, Lund, Wessex")."""

ADDRESS = 6
"""Words back in which the comma before stands where one closes an address."""

_COSTS = {
    ",": COMMA,
    ";": BREAK,
    ".": BREAK,
    "!": BREAK,
    "?": BREAK,
    "–": COMMA,
    "—": COMMA,
    "(": 0.6,
    ")": 0.4,
    ":": 0.6,
    "-": 0.3,
    "/": 0.6,
}


@dataclass(slots=True)
class Word:
    """A word, sign, number or phrase: offsets count in the sentence's string; `quantity` is set for a number, `time` for a day or clock."""

    start: int
    end: int
    text: str
    term: Term
    quantity: Quantity | None = None
    time: bool = False


@dataclass(slots=True)
class Clause:
    """A sentence's words; `cost[i]` is the sum of the costs of the words before i, `triggers` and `numbers` are indices, `marks` those of all words."""

    sentence: Sentence
    words: list[Word]
    cost: list[float]
    triggers: list[int]
    numbers: list[int]
    marks: frozenset[str]

    def between(self, a: int, b: int) -> float:
        """Give the cost of the words from a to b, b excluded."""
        return self.cost[b] - self.cost[a] if b > a else 0.0

    def has(self, mark: str) -> bool:
        """Say whether any word bears a mark."""
        return mark in self.marks


def read_clause(
    sentence: Sentence, quantities: Sequence[Quantity], times: Sequence[tuple[int, int]], lexicon: FigureLexicon
) -> Clause:
    """Cut a sentence into words, numbers and phrases; quantities and times are those of the sentence, in order."""
    span = sentence.span
    folded = span.exact.lower().replace("’", "'")
    if len(folded) != len(span.exact):
        folded = span.exact.replace("’", "'")
    words: list[Word] = []
    at = 0
    pieces = sorted(
        [(q.span.start - span.start, _number_end(q) - span.start, q) for q in quantities] + [(a, b, None) for a, b in times],
        key=lambda p: (p[0], p[2] is None, p[1]),
    )
    for start, end, quantity in pieces:
        if start < at:
            continue
        _read(folded, span.exact, at, start, words, lexicon)
        words.append(
            Word(start, end, folded[start:end], _inside(folded[start:end], quantity, lexicon), quantity, quantity is None)
        )
        at = end
    _read(folded, span.exact, at, len(folded), words, lexicon)
    return _measure(sentence, _told(words), lexicon)


INSERTED = 9
"""Most words of an insertion that only tells who speaks."""


def _told(words: list[Word]) -> list[Word]:
    """Leave out insertions between commas that only tell who speaks ("the toll, he said, has reached 45"), commas and all."""
    says = [k for k, w in enumerate(words) if "says" in w.term.marks]
    if not says:
        return words
    out, at = [], 0
    for k in says:
        a = next((j for j in range(k - 1, max(at, k - 5) - 1, -1) if words[j].text == ","), None)
        b = next(
            (j for j in range(k + 1, min(len(words), k + INSERTED)) if words[j].text in ",.;:" or words[j].quantity is not None),
            None,
        )
        if a is None or not a or b is None or words[b].text != "," or any(_binding(w) for w in words[a + 1 : b]):
            continue
        out += words[at:a]
        at = b + 1
    return out + words[at:] if at else words


def _binding(word: Word) -> bool:
    """Say whether a word makes an insertion more than who speaks."""
    return word.quantity is not None or "relative" in word.term.marks or word.text in '“”"('


def _inside(text: str, quantity: Quantity | None, lexicon: FigureLexicon) -> Term:
    """Give what the words of a number say beside it: that it is reached, that it counts coins."""
    if quantity is None or text.isdigit():
        return NOTHING
    parts = text.split(" ")
    marks = lexicon.first_marks.get(parts[0]) or lexicon.last_marks.get(parts[-1])
    if marks and "joiner" in marks and "reach" in lexicon.first_marks.get(parts[1] if len(parts) > 1 else "", ()):
        marks = marks | {"reached"}
    return Term((), marks=marks) if marks else NOTHING


def _number_end(quantity: Quantity) -> int:
    """Say where a number ends; its counted noun is left to be read as words."""
    if quantity.kind is QuantityKind.COUNT and quantity.number is not None and quantity.unit is None:
        return quantity.number.end
    if quantity.noun and quantity.span.exact.endswith(quantity.noun) and len(quantity.noun) < len(quantity.span):
        return quantity.span.end - len(quantity.noun)
    return quantity.span.end


def _read(text: str, exact: str, start: int, end: int, words: list[Word], lexicon: FigureLexicon) -> None:
    """Read text[start:end] into words, longest phrase first; `exact` is the text before folding."""
    if start >= end:
        return
    tokens = [(m.start(), m.end(), m[1] or m[0]) for m in TOKEN.finditer(text, start, end)]
    looks = [lexicon.looks[word] for _, _, word in tokens]
    if lexicon.common and any(x.unknown and len(t[2]) >= SHORTEST for x, t in zip(looks, tokens, strict=True)):
        tokens = [piece for token in tokens for piece in _pieces(token, exact, lexicon)]
        looks = [lexicon.looks[word] for _, _, word in tokens]
    n, i = len(tokens), 0
    while i < n:
        word, longer, seconds, term, _ = looks[i]
        size = 1
        if longer and i + 1 < n and tokens[i + 1][2].startswith(seconds):
            for candidate in longer:
                length = len(candidate.words)
                if i + length <= n and all(_is(tokens[i + k][2], candidate.words[k], lexicon) for k in range(1, length)):
                    term, size = candidate, length
                    break
        words.append(Word(tokens[i][0], tokens[i + size - 1][1], word, term))
        i += size


def _pieces(token: tuple[int, int, str], exact: str, lexicon: FigureLexicon) -> list[tuple[int, int, str]]:
    """Cut a token where words were joined by a lost space."""
    a, b, word = token
    if len(word) < SHORTEST or word in lexicon.common or word in lexicon.phrases:
        return [token]
    cuts = apart(word, exact[a:b], lexicon) if b - a == len(word) else []
    if not cuts:
        return [token]
    bounds = [0, *cuts, len(word)]
    return [(a + x, a + y, word[x:y]) for x, y in pairwise(bounds)]


def _is(token: str, word: str, lexicon: FigureLexicon) -> bool:
    return token == word or (token.startswith(word) and token[len(word) :] in lexicon.clitics)


def _in_name(words: list[Word], i: int, sentence: Sentence, lexicon: FigureLexicon) -> bool:
    """Say whether a word is part of the name of a place ("Desa Selamat"): a capital behind a noun of places with one."""
    text = sentence.span.exact
    if sentence.paragraph < 0 or not i or not text[words[i].start].isupper():
        return False
    return words[i - 1].text in lexicon.heads and text[words[i - 1].start].isupper()


def _named(words: list[Word], i: int, sentence: Sentence) -> bool:
    """Say whether a word is written as a name, outside of a headline: it has a capital and says nothing of what befell whom."""
    if sentence.paragraph < 0 or not 0 <= i < len(words):
        return False
    w = words[i]
    if w.quantity is not None:
        return w.quantity.kind not in _CLAIMED and i > 0 and words[i - 1].text.isalpha() and _named(words, i - 1, sentence)
    return not w.time and not w.term.triggers and not w.term.counted and sentence.span.exact[w.start].isupper()


def _abbreviates(words: list[Word], i: int) -> bool:
    """Say whether a dot only shortens a word: the clause goes on behind it ("in Bath, B.C., have")."""
    if not 0 < i < len(words) - 1:
        return False
    before, behind = words[i - 1], words[i + 1]
    if before.end != words[i].start or len(before.text) > ABBREVIATED:
        return False
    return behind.text == "," or behind.start == words[i].end


def _measure(sentence: Sentence, words: list[Word], lexicon: FigureLexicon) -> Clause:
    cost, total, triggers, numbers = [0.0], 0.0, [], []
    inner = -ADDRESS - 1
    for i, w in enumerate(words):
        term = w.term
        if w.quantity is not None:
            total += NUMBER if w.quantity.kind in _CLAIMED else WORD
            numbers.append(i)
        elif w.time:
            total += LINK
        elif w.text == "," and _named(words, i - 1, sentence) and (i - inner <= ADDRESS or _named(words, i + 1, sentence)):
            inner = i
            total += NAMED
        elif w.text == "." and _abbreviates(words, i):
            total += LINK
        elif not w.text[0].isalnum():
            total += _COSTS.get(w.text, LINK)
        elif term is NOTHING or term is VERB:
            total += WORD
        else:
            marks = term.marks
            if term.triggers and not _in_name(words, i, sentence, lexicon):
                triggers.append(i)
                verbal = any(t.role not in (Role.NAME, Role.AGENT) for t in term.triggers)
                total += VERBAL if verbal and "link" not in marks else WORD
            elif "link" in marks:
                total += LINK
            elif "coordinator" in marks:
                total += COORDINATOR
            elif "relative" in marks:
                total += 0.3
            elif "subordinator" in marks:
                total += SUBORDINATOR
            else:
                total += WORD
        cost.append(total)
    marked = frozenset().union(*(w.term.marks for w in words if w.term is not NOTHING))
    return Clause(sentence, words, cost, triggers, numbers, marked)


_CLAIMED = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})
