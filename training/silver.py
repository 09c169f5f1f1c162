"""Names in English news marked by rules alone, for the tagger to learn from.

English newspaper text with name annotation and a licence that lets a model ship is scarce, so most of what the English tagger learns comes from here:
forms that leave little doubt (a first name and a surname, "Ministry of ...", a country, "Mr X", an abbreviation) mark the rest of
their document ("Smith" where "John Smith" stands); a run of capitals with a part that stays in doubt is not used.  ECB+ (CC BY 3.0) adds
its annotators' participants and places.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import may_name, runs, words_of
from rujuk.mark.features import shouts
from rujuk.mark.tagger import NameTagger
from rujuk.text.fold import fold

JOINTS = frozenset({"of", "the", "for", "&", "de", "la", "del", "van", "von", "al", "bin", "ibn"})
SURE = 2
"""So often a first tagger must have given a form its kind in a document."""
OFTEN = 25
"""A sentence all of whose names have been seen so often is passed over: a campaign's candidates must not stand for all people."""
Piece = tuple[int, int]
Marked = tuple[str, list[tuple[int, int, str]]]
ECB = {
    "HUMAN_PART_PER": "person",
    "HUMAN_PART_ORG": "organisation",
    "HUMAN_PART_MET": "organisation",
    "HUMAN_PART_GPE": "place",
    "LOC_GEO": "place",
}


def pieces(words: Sequence[str], start: int, end: int) -> list[Piece]:
    """Cut a run into what may be single names: capitals in a row, small joints inside."""
    out: list[Piece] = []
    i = start
    while i < end:
        if not may_name(words[i]):
            i += 1
            continue
        j = i + 1
        while j < end and (
            may_name(words[j]) or (words[j] in (".", "'") and j + 1 < end and may_name(words[j + 1]) and len(words[j - 1]) == 1)
        ):
            j += 1
        k = j
        while k < end and words[k] in JOINTS and k - j < 2:
            k += 1
        out.append((i, j))
        if k > j and k < end and may_name(words[k]):
            out.append((k, -1))  # joined later, where the head asks for it
        i = j
    return out


class Rules:
    """What the rules make of one document."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.known: dict[str, str] = {}

    def kind(self, words: Sequence[str], i: int, j: int) -> tuple[int, int, str]:
        """Give the name inside a piece and its kind: `O` where it is none, `unknown` where that is open."""
        x = self.lexicon
        low = [w.lower() for w in words[i:j]]
        if (
            i == 0
            and j - i > 1
            and any(c in x.use.get(low[0], "") for c in ("u0", "u1"))
            and fold(low[0]) not in x.places
            and low[0] not in x.organisations
        ):
            i, low = i + 1, low[1:]
        titled = False
        if " ".join(words[i:j]) in x.short_places or fold(" ".join(words[i:j])) in x.known:
            return i, j, "place" if fold(" ".join(words[i:j])) not in x.known else "organisation"
        full = i
        while len(low) > 1 and (low[0] in x.offices or low[0] in x.honorifics or low[0] in x.demonyms):
            titled = low[0] not in x.demonyms or titled
            i, low = i + 1, low[1:]
        if (
            not titled
            and i > full
            and not (x.given.get(fold(low[0]), "") in ("f", "m") and len(low) > 1)
            and not all(w in x.demonyms or w in x.calendar for w in low)
        ):
            i = full
            low = [w.lower() for w in words[i:j]]
        if (
            not titled
            and i
            and (words[i - 1].lower() in x.honorifics or (words[i - 1].lower() in x.offices and words[i - 1].islower()))
        ):
            titled = True
        if all(w in x.demonyms or w in x.calendar or w in x.offices or w in x.honorifics for w in low):
            return i, j, "O"
        text = " ".join(words[i:j])
        form = fold(text)
        if form in x.known:
            return i, j, "organisation"
        size = len(low)
        of = j < len(words) and words[j] == "of"
        if (size > 1 and (low[-1] in x.organisations or low[-1].rstrip(".") in x.organisations)) or (
            low[0] in x.organisations and of
        ):
            if of:
                k = j + 1 + (words[j + 1 : j + 2] == ["the"])
                if k >= len(words) or not may_name(words[k]):
                    return i, j, "organisation" if size > 1 else "unknown"
                while k < len(words) and may_name(words[k]):
                    k += 1
                return i, k, "organisation"
            return i, j, "organisation"
        if x.short_places.get(text):
            return i, j, "place"
        given = x.given.get(fold(low[0]), "")
        if (
            size in (2, 3, 4)
            and given in ("f", "m")
            and low[-1] not in x.places
            and low[-1] not in x.place_heads
            and form not in x.places
        ):
            return i, j, "person"
        if titled and size <= 3 and low[-1] not in x.place_heads and not text.isupper():
            return i, j, "person"
        if size > 1 and (low[-1] in x.place_heads or low[0] in x.place_heads) and not titled:
            return i, j, "place"
        if form in x.places and x.places.level(form) in "ipC":
            if size == 1 and self.known.get(form) == "person":
                return i, j, "person"
            return i, j, "place"
        after = words[j + 1] if j + 1 < len(words) and words[j] == "," else ""
        around = " ".join(words[j + 1 : j + 3]) if after else ""
        if (
            after
            and not titled
            and (
                after in x.short_places
                or (fold(after) in x.places and x.places.level(fold(after)) in "ip")
                or (fold(around) in x.places and x.places.level(fold(around)) in "ip")
            )
        ):
            return i, j, "place"
        before = words[i - 1].lower() if i else ""
        if (
            before in ("in", "near", "at")
            and (form in x.places or before != "at")
            and form not in self.known
            and not text.isupper()
            and "u0" not in x.use.get(low[0], "")
        ):
            return i, j, "place"
        if size == 1 and text.isupper() and 2 <= len(text) <= 6 and text.isalpha() and low[0] not in x.marks:
            return i, j, "organisation"
        if form in self.known:
            return i, j, self.known[form]
        if (
            size == 1
            and before == "the"
            and low[0].endswith("s")
            and not low[0].endswith("ss")
            and fold(low[0][:-1]) not in self.known
        ):
            return i, j, "organisation"
        if size == 1 and "u0" in x.use.get(low[0], ""):
            return i, j, "O"
        return i, j, "unknown"

    def read(self, lines: list[str]) -> Iterator[Marked]:
        """Mark the lines of a document, twice over: what is sure first, then what that makes sure."""
        split = []
        for line in lines:
            spans = words_of(line)
            words = [line[a:b] for a, b in spans]
            if not shouts(words, self.lexicon.use, self.lexicon.unheaded):
                split.append((line, spans, words, runs(words, frozenset())))
        votes: Counter[tuple[str, str]] = Counter()
        for _, _, words, found in split:
            for a, b in found:
                for i, j, kind in self.names(words, a, b):
                    if kind == "person":
                        for w in words[i:j]:
                            if len(w) > 2:
                                votes[fold(w), "person"] += 1
                    elif kind == "organisation" and j - i > 1:
                        votes[fold(words[i]), "organisation"] += 1
                    elif kind == "place":
                        votes[fold(" ".join(words[i:j])), "place"] += 1
        best: dict[str, tuple[int, str]] = {}
        for (form, kind), n in votes.items():
            if (n, kind) > best.get(form, (0, "")):
                best[form] = (n, kind)
        self.known = {form: kind for form, (n, kind) in best.items()}
        for line, spans, words, found in split:
            gold = [
                (spans[i][0], spans[j - 1][1], kind) for a, b in found for i, j, kind in self.names(words, a, b) if kind != "O"
            ]
            yield line, gold

    def names(self, words: Sequence[str], a: int, b: int) -> list[tuple[int, int, str]]:
        out: list[tuple[int, int, str]] = []
        for i, j in pieces(words, a, b):
            if j < 0 or (out and i < out[-1][1]):
                continue
            out.append(self.kind(words, i, j))
        return out


def documents(shared: Path) -> Iterator[str]:
    data = shared / "data"
    for name in ("attribution/polnear/train.jsonl", "clustering/g5_news_cluster/dev.jsonl", "clustering/basil_triples/dev.jsonl"):
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            text = json.loads(line).get("text")
            if isinstance(text, str):
                yield text


def filled(read: list[Marked], tagger: NameTagger) -> list[Marked]:
    """Give the pieces that the rules of a document leave open the kind that a first tagger mostly gives them there, where it hardly wavers."""
    votes: dict[str, Counter[str]] = {}
    for text, gold in read:
        if not any(kind == "unknown" for _, _, kind in gold):
            continue
        line = tagger.split(text)
        told = {(line.spans[n.first][0], line.spans[n.end - 1][1]): str(n.kind) for n in tagger.names([line])[0]}
        for a, b, kind in gold:
            if kind == "unknown":
                votes.setdefault(fold(text[a:b]), Counter())[told.get((a, b), "unknown")] += 1
    sure = {}
    for form, count in votes.items():
        kind, n = min(count.items(), key=lambda x: (-x[1], x[0]))
        if n >= SURE and n > 4 * (count.total() - n):
            sure[form] = kind
    return [
        (text, [(a, b, sure.get(fold(text[a:b]), kind) if kind == "unknown" else kind) for a, b, kind in gold])
        for text, gold in read
    ]


def silver(shared: Path, lexicon: NameLexicon, tagger: NameTagger | None = None) -> Iterator[Marked]:
    """Give the sentences that the rules mark; with a first tagger, also what they leave open."""
    rules = Rules(lexicon)
    seen: Counter[str] = Counter()
    for text in documents(shared):
        lines = [s for line in text.split("\n") for s in sentences(line)]
        rules.known = {}
        read = list(rules.read(lines))
        for line, gold in filled(read, tagger) if tagger else read:
            forms = {fold(line[a:b]) for a, b, kind in gold if kind != "unknown"}
            if forms and min(seen[f] for f in forms) >= OFTEN:
                continue
            seen.update(forms)
            yield line, gold


def sentences(line: str) -> list[str]:
    """Cut a line roughly: after a full stop that follows a small letter, before a capital."""
    out, start = [], 0
    for n in range(1, len(line) - 2):
        if line[n] in ".?!" and (line[n - 1].islower() or line[n - 1] in '”"') and line[n + 1] == " " and line[n + 2].isupper():
            out.append(line[start : n + 1])
            start = n + 2
    out.append(line[start:])
    return [s for s in out if s]


def ecb(shared: Path, lexicon: NameLexicon, join: object) -> Iterator[Marked]:
    """Sentences of ECB+ whose participants are annotated: the annotators' kinds over the rules' reading."""
    for line in (shared / "data/clustering/ecbplus/dev.jsonl").read_text(encoding="utf-8").splitlines():
        doc = json.loads(line)
        place = {t[0]: (t[1], t[2]) for t in doc["tokens"]}
        order: dict[int, list[int]] = {}
        for t in doc["tokens"]:
            order.setdefault(t[1], []).append(t[0])
        told: dict[int, dict[int, str]] = {}
        for m in doc["mentions"]:
            kind = ECB.get(m["type"])
            for t in m["token_ids"]:
                if kind and place[t][1][:1].isupper():
                    told.setdefault(place[t][0], {})[t] = kind
        texts, marks = [], []
        for number, ids in sorted(order.items()):
            text, spans = join([place[t][1] for t in ids])  # type: ignore[operator]
            texts.append(text)
            marks.append([(*spans[ids.index(t)], kind) for t, kind in sorted(told.get(number, {}).items())])
        rules = Rules(lexicon)
        by_text = dict(rules.read(texts))
        for text, spans_of_text in zip(texts, marks, strict=True):
            if text not in by_text:
                continue
            out = []
            for a, b, kind in by_text[text]:
                hits = {k for x, y, k in spans_of_text if a < y and x < b}
                if len(hits) == 1:
                    kind = hits.pop()
                out.append((a, b, kind))
            yield text, out


def gum(shared: Path, lexicon: NameLexicon, join: object) -> Iterator[Marked]:
    """Sentences of GUM: the capitals inside its persons, places and organisations are names, those in its other mentions are not."""
    kinds = {"person": "person", "place": "place", "organization": "organisation"}
    for line in (shared / "data/ner/gum_en/train.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, spans = join(row["tokens"])  # type: ignore[operator]
        out: list[tuple[int, int, str]] = []
        last = -2
        for n, (word, tag) in enumerate(zip(row["tokens"], row["tags"], strict=True)):
            low = word.lower()
            kind = kinds.get(tag[2:])
            if (
                kind is None
                or not may_name(word)
                or low in lexicon.demonyms
                or low in lexicon.honorifics
                or low in lexicon.offices
            ):
                continue
            if any(c in lexicon.use.get(low, "") for c in ("u0", "u1")) and (n == 0 or tag[0] == "B" or low in ("i", "the")):
                continue
            if last == n - 1 and tag[0] == "I" and out[-1][2] == kind:
                out[-1] = (out[-1][0], spans[n][1], kind)
            else:
                out.append((*spans[n], kind))
            last = n
        yield text, out
