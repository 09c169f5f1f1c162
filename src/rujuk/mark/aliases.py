"""Which mentions are the same person, organisation or place: full names, surnames, nicknames, abbreviations."""

from __future__ import annotations

from dataclasses import dataclass, field

from rujuk.lang.names import NameLexicon
from rujuk.mark.mentions import BOTH, Mention, NamedReport
from rujuk.mark.roles import before
from rujuk.model.marks import EntityKind

LEAST_COUNTED = 4
"""Letters of a word that an abbreviation must count: "of" and "Red" it may pass over."""
LEAST_SPELLED = 5
"""Letters a word needs for another with one letter different to be a spelling of it: "Budi" and "Rudi" are two names."""


@dataclass(slots=True)
class Group:
    """Mentions of one thing; `forms` are its folded forms in order of appearance."""

    kind: EntityKind
    forms: list[str]
    mentions: list[Mention] = field(default_factory=list)


def group(report: NamedReport, lexicon: NameLexicon) -> list[Group]:
    """Join the mentions of a report that mean the same, in order of first mention."""
    owner: dict[tuple[EntityKind, str], Group] = {}
    groups: list[Group] = []
    for m in report.mentions:
        key = (m.kind, m.form)
        if key not in owner:
            owner[key] = Group(m.kind, [m.form])
            groups.append(owner[key])
        owner[key].mentions.append(m)
    joined = _Joiner(groups)
    for g in groups:
        if both := BOTH.fullmatch(g.forms[0]):
            for form in both.groups():
                other = owner.setdefault((g.kind, form), g)
                joined.join(g, other)
                if form not in joined.root(g).forms:
                    joined.root(g).forms.append(form)
    _join_bracketed(report, owner, joined, lexicon)
    _join_persons([g for g in groups if g.kind is EntityKind.PERSON], joined, lexicon)
    _join_spelled([g for g in groups if g.kind is EntityKind.PERSON], report, joined, lexicon)
    _join_initials([g for g in groups if g.kind is EntityKind.ORGANISATION], joined)
    _join_headed([g for g in groups if g.kind is EntityKind.PLACE], joined, lexicon)
    return joined.result()


class _Joiner:
    """Union of groups; the earlier group takes in the later."""

    def __init__(self, groups: list[Group]) -> None:
        self.groups = groups
        self.up = {id(g): g for g in groups}

    def root(self, g: Group) -> Group:
        while self.up[id(g)] is not g:
            g = self.up[id(g)]
        return g

    def join(self, a: Group, b: Group) -> None:
        a, b = self.root(a), self.root(b)
        if a is b or a.kind is not b.kind:
            return
        if a.mentions[0].line > b.mentions[0].line or (
            a.mentions[0].line == b.mentions[0].line and a.mentions[0].first > b.mentions[0].first
        ):
            a, b = b, a
        self.up[id(b)] = a
        a.forms.extend(f for f in b.forms if f not in a.forms)
        a.mentions = sorted(a.mentions + b.mentions, key=lambda m: (m.line, m.first))

    def result(self) -> list[Group]:
        return [g for g in self.groups if self.up[id(g)] is g]


def _join_bracketed(
    report: NamedReport, owner: dict[tuple[EntityKind, str], Group], joined: _Joiner, lexicon: NameLexicon
) -> None:
    """Join "Long Name (LN)", "LN (Long Name)", "X alias Y", "X atau Y": two names of one kind with only a bracket or such a word between."""
    for a, b in zip(report.mentions, report.mentions[1:], strict=False):
        if a.line != b.line or a.kind is not b.kind:
            continue
        words = report.lines[a.line].words
        between = words[a.end : b.first]
        if a.kind is EntityKind.PERSON and len(between) == 4 and (between[0], between[2]) == ("(", ")"):
            between = between[3:]  # "Long Name (LN) alias X"
        if between == ["("] and words[b.end : b.end + 1] == [")"]:
            if a.kind is EntityKind.PERSON or _short_for(b.form, a.form) or _short_for(a.form, b.form):
                joined.join(owner[a.kind, a.form], owner[b.kind, b.form])
        elif (
            a.kind is EntityKind.PERSON
            and 0 < len(between) < 8
            and between[-1] in lexicon.called
            and not any(w[0].isupper() for w in between)
        ) or (len(between) == 1 and a.kind is EntityKind.PERSON and _renames(between[0].lower(), a.form, b.form, lexicon)):
            joined.join(owner[a.kind, a.form], owner[b.kind, b.form])


def _renames(word: str, a: str, b: str, lexicon: NameLexicon) -> bool:
    """Say whether a word between two names gives the same person another name: "alias", or "atau" before or after a familiar name."""
    familiar = a.split(" ")[0] in lexicon.nicknames or b.split(" ")[0] in lexicon.nicknames
    return word in lexicon.also or (familiar and word in lexicon.either)


def _short_for(short: str, long: str) -> bool:
    """Say whether `short` is one word that the letters of `long`'s words spell in their order, beginning with its first letter."""
    if " " in short or " " not in long or len(short) > 12 or short[0] != long[0]:
        return False
    at = 0
    flat = long.replace(" ", "")
    for c in short.replace("-", "").replace(".", ""):
        at = flat.find(c, at) + 1
        if not at:
            return False
    return True


def spells(short: str, long: str) -> bool:
    """Say whether the letters of an abbreviation begin the words of a long name in their order; only words of under `LEAST_COUNTED` letters may be passed over."""
    at = 0
    for word in long.split(" "):
        if at < len(short) and word[0] == short[at]:
            at += 1
        elif len(word) >= LEAST_COUNTED:
            return False
    return at == len(short)


def _join_initials(groups: list[Group], joined: _Joiner) -> None:
    """Join an organisation's abbreviation with the one long name whose initials it is."""
    longs: dict[str, list[tuple[str, Group]]] = {}
    for g in groups:
        for f in g.forms:
            if " " in f:
                longs.setdefault(f[0], []).append((f, g))
    for g in groups:
        for f in list(g.forms):
            if 3 <= len(f) <= 6 and " " not in f:
                found = [o for long, o in longs.get(f[0], ()) if spells(f, long)]
                if found and len({id(joined.root(o)) for o in found}) == 1:
                    joined.join(found[0], g)


def _join_persons(groups: list[Group], joined: _Joiner, lexicon: NameLexicon) -> None:
    """Join a shorter name with the one longer name that holds its words; of several, with the one mentioned last before it."""
    full = [(g, f, tuple(f.split(" "))) for g in groups for f in g.forms if " " in f]
    for g in groups:
        for form in list(g.forms):
            parts = tuple(form.split(" "))
            fits = [
                (other, words)
                for other, f, words in full
                if other is not g and len(words) > len(parts) and _part_of(parts, words)
            ]
            fits += [
                (o, w) for o, f, w in full if o is not g and len(w) == len(parts) > 1 and w != parts and _initialled(parts, w)
            ]
            if not fits:
                continue
            first = (g.mentions[0].line, g.mentions[0].first)
            before = [
                (o.mentions[0].line, o.mentions[0].first, n)
                for n, (o, _) in enumerate(fits)
                if (o.mentions[0].line, o.mentions[0].first) < first
            ]
            roots = {id(joined.root(o)) for o, _ in fits}
            if len(roots) == 1:
                joined.join(fits[0][0], g)
            elif before:
                joined.join(fits[max(before)[2]][0], g)


def _join_spelled(groups: list[Group], report: NamedReport, joined: _Joiner, lexicon: NameLexicon) -> None:
    """Join two spellings of a name ("Bambang Althea", "Bambang Altea") where no other office speaks against it."""
    for n, a in enumerate(groups):
        for b in groups[n + 1 :]:
            if not any(" " in f and _respelled(f, g) for f in a.forms for g in b.forms):
                continue
            offices = [_offices(g, report, lexicon) for g in (a, b)]
            if offices[0] & offices[1] or (not all(offices) and any(offices)):
                joined.join(a, b)


def _offices(g: Group, report: NamedReport, lexicon: NameLexicon) -> set[str]:
    """Give the words of office before any mention of a person."""
    found: set[str] = set()
    for m in g.mentions:
        words = report.lines[m.line].words
        office = before(m, words, frozenset(), lexicon)
        if office:
            found.update(w for w in (x.lower() for x in words[office[0] : office[1]]) if w in lexicon.offices)
    return found


def _respelled(a: str, b: str) -> bool:
    """Say whether two names differ in one word only, by one letter added, left out or changed, or by letters in another order."""
    if a == b or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    differing = [(x, y) for x, y in zip(a.split(" "), b.split(" "), strict=False) if x != y]
    if a.count(" ") != b.count(" ") or len(differing) != 1:
        return False
    x, y = sorted(differing[0], key=len)
    if len(x) < LEAST_SPELLED:
        return False
    at = next((i for i, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), len(x))
    if len(x) != len(y):
        return x[at:] == y[at + 1 :]
    return x[at + 1 :] == y[at + 1 :] or (x[0] == y[0] and x[-1] == y[-1] and sorted(x) == sorted(y))


def _part_of(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Say whether all words of `short` stand in `long` in their order."""
    if any(w not in long and len(w) > 1 and w[-1] != "." for w in short):
        return False  # it is no initial either
    rest = iter(long)
    return all(any(w == x or (len(w.rstrip(".")) == 1 and x.startswith(w[0])) for x in rest) for w in short) and any(
        len(w) > 2 for w in short
    )


def _initialled(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether `a` is `b` with words cut to initials: "m yohan", "muhammad yohan"."""
    return a[-1] == b[-1] and all(x == y or (len(x.rstrip(".")) == 1 and y.startswith(x[0])) for x, y in zip(a, b, strict=True))


def _join_headed(groups: list[Group], joined: _Joiner, lexicon: NameLexicon) -> None:
    """Join "Kota Bandung" with "Bandung", unless two heads compete ("Kabupaten Bogor", "Kota Bogor")."""
    bare: dict[str, list[Group]] = {}
    for g in groups:
        for f in g.forms:
            head, _, rest = f.partition(" ")
            if rest and head in lexicon.place_heads:
                bare.setdefault(rest, []).append(g)
    for g in groups:
        for f in list(g.forms):
            if len(found := bare.get(f, [])) == 1:
                joined.join(found[0], g)
