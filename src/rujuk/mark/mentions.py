"""All names of a report, where they stand: tagged, trimmed, and made consistent over the report.

A headline, or a line that capitalises every word, tells the tagger little; there the names that the body holds are looked up instead.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import Words
from rujuk.mark.sifting import sift, spellings
from rujuk.mark.tagger import Name, NameTagger
from rujuk.mark.trimming import put_right
from rujuk.model.marks import EntityKind, Layer, Sentence
from rujuk.model.span import Where

BOTH = re.compile(r"([^()]+) \( ([^()]+) \)")
"""A form that holds its own abbreviation: "long name ( ln )"."""
BODY, REST = "pl=Bo", "pl=Io"
"""Parts of the known names of organisations."""
SHORTEST = 2
"""Letters of a form that is too short to tell whose part it is."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in sentence number `line`, its words `first..end`, its kind and its folded form."""

    line: int
    first: int
    end: int
    kind: EntityKind
    form: str


@dataclass(frozen=True, slots=True)
class NamedReport:
    """The words of each sentence of a report, and its mentions in order."""

    lines: list[Words]
    mentions: list[Mention]


def find_mentions(sentences: Layer[Sentence], tagger: NameTagger) -> NamedReport:
    """Tag the sentences of a report."""
    lines = [tagger.split(s.span.exact, title=s.span.where is Where.TITLE) for s in sentences]
    tagged: list[list[Name]] = []
    votes: dict[str, Counter[EntityKind]] = {}
    small = spellings(lines)
    told = tagger.names([line for line in lines if not line.shouting])[::-1]
    for line in lines:
        names = [] if line.shouting else sift(put_right(told.pop(), line, tagger.lexicon), line, small, tagger.lexicon)
        tagged.append(names)
        for n in names:
            votes.setdefault(_form(line, n, tagger.lexicon), Counter())[n.kind] += 1
    kinds = {
        form: EntityKind.ORGANISATION if form in tagger.lexicon.known and form not in tagger.lexicon.places else _winner(count)
        for form, count in votes.items()
    }
    for form in list(kinds):
        if both := BOTH.fullmatch(form):
            for part in both.groups():
                kinds.setdefault(part, kinds[form])
    sure = {form for form in kinds if form in tagger.lexicon.known} | _parts_of_persons(kinds, tagger.lexicon)
    for form in sure - tagger.lexicon.known:
        kinds[form] = EntityKind.PERSON
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for form in kinds:
        parts = tuple(form.split(" "))
        firsts.setdefault(parts[0], []).append(parts)
    for found in firsts.values():
        found.sort(key=lambda p: (-len(p), p))
    mentions: list[Mention] = []
    for number, (line, names) in enumerate(zip(lines, tagged, strict=True)):
        mentions.extend(_settled(number, line, names, kinds, votes, sure, tagger.lexicon))
        mentions.extend(_missed(number, line, names, kinds, firsts, tagger.lexicon))
    mentions.sort(key=lambda m: (m.line, m.first))
    return NamedReport(lines, mentions)


def _form(line: Words, n: Name, lexicon: NameLexicon) -> str:
    return lexicon.fold(" ".join(line.words[n.first : n.end]))


def _parts_of_persons(kinds: dict[str, EntityKind], lexicon: NameLexicon) -> set[str]:
    """Give the forms that begin or end a longer name of a person in the report and are no known place or body: "Althea" beside "Bambang Althea"."""
    parts: set[str] = set()
    for form, kind in kinds.items():
        if kind is EntityKind.PERSON and " " in form:
            words = form.split(" ")
            for n in range(1, len(words)):
                parts.add(" ".join(words[:n]))
                parts.add(" ".join(words[n:]))
    return {
        form
        for form, kind in kinds.items()
        if kind is not EntityKind.PERSON
        and form in parts
        and len(form) > SHORTEST
        and form not in lexicon.places
        and form not in lexicon.regions
        and form not in lexicon.known
        and form not in lexicon.marks
    }


def _winner(count: Counter[EntityKind]) -> EntityKind:
    return min(count, key=lambda k: (-count[k], k))


def _settled(
    number: int,
    line: Words,
    names: list[Name],
    kinds: dict[str, EntityKind],
    votes: dict[str, Counter[EntityKind]],
    sure: set[str],
    lexicon: NameLexicon,
) -> list[Mention]:
    """Give each tagged name the kind that its form mostly has in the report, where the majority is clear."""
    out = []
    for n in names:
        form = _form(line, n, lexicon)
        kind = kinds[form] if form in sure or votes[form][kinds[form]] >= 2 * votes[form][n.kind] else n.kind
        if (
            kind is EntityKind.ORGANISATION
            and form in lexicon.places
            and lexicon.places.level(form) == "i"
            and form not in lexicon.known
        ):
            kind = EntityKind.PLACE
        out.append(Mention(number, n.first, n.end, kind, form))
    return out


def _missed(
    number: int,
    line: Words,
    names: list[Name],
    kinds: dict[str, EntityKind],
    firsts: dict[str, list[tuple[str, ...]]],
    lexicon: NameLexicon,
) -> list[Mention]:
    """Find the report's names where the tagger passed them over; in a shouting line, also known bodies and places."""
    out: list[Mention] = []
    taken = {i for n in names for i in range(n.first, n.end)}
    for (start, end), known in zip(line.runs, line.known, strict=True):
        i = start
        while i < end:
            word = line.words[i]
            step = 1
            if i not in taken and not word.islower():
                for parts in firsts.get(lexicon.fold(word), ()):
                    stop = i + len(parts)
                    if stop > len(line.words) or any(j in taken for j in range(i, stop)):
                        continue
                    if len(parts) == 1 and ((len(word) < 4 and not word.isupper()) or word.lower() in lexicon.marks):
                        continue
                    if all(lexicon.fold(w) == p for w, p in zip(line.words[i + 1 : stop], parts[1:], strict=True)):
                        form = " ".join(parts)
                        out.append(Mention(number, i, stop, kinds[form], form))
                        step = len(parts)
                        break
                else:
                    if line.shouting and known.get(i) == BODY:
                        step = next((n for n in range(1, end - i) if known.get(i + n) != REST), end - i)
                        out.append(
                            Mention(
                                number, i, i + step, EntityKind.ORGANISATION, lexicon.fold(" ".join(line.words[i : i + step]))
                            )
                        )
                    elif line.shouting and (size := _known_place(line.words, i, end, lexicon)):
                        out.append(
                            Mention(number, i, i + size, EntityKind.PLACE, lexicon.fold(" ".join(line.words[i : i + size])))
                        )
                        step = size
            i += step
    return out


def _known_place(words: list[str], start: int, end: int, lexicon: NameLexicon) -> int:
    """Give how many words of a shouting line from `start` on name a country, province, regency or large town; 0 if none do."""
    for size in range(min(4, end - start), 0, -1):
        key = lexicon.fold(" ".join(words[start : start + size]))
        if (
            key in lexicon.places
            and lexicon.places.level(key) in "ipC"
            and key not in lexicon.marks
            and not lexicon.ordinary(key)
        ):
            return size
    return 0
