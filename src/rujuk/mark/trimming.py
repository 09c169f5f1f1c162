"""Tagged names put right by what the language knows: titles off, glued names apart, cut names completed, missed countries found."""

from __future__ import annotations

from collections.abc import Iterator

from rujuk.lang.names import NameLexicon
from rujuk.mark.chunks import RANK, Words
from rujuk.mark.enumerated import whole_bodies
from rujuk.mark.tagger import Name
from rujuk.model.marks import EntityKind

_TAIL = ".)"
SHORTEST = 3
"""Letters of a word that is too short to end what an office is of ("Al")."""


def put_right(names: list[Name], line: Words, lexicon: NameLexicon) -> list[Name]:
    """Trim, split and complete the names of a sentence, and add the countries and provinces that the tagger missed."""
    words = line.words
    out: list[Name] = []
    for n in names:
        if (
            n.kind is EntityKind.PERSON
            and n.first
            and words[n.first - 1][0].isupper()
            and words[n.first - 1].lower() in lexicon.place_makers
        ):
            n = Name(n.first - 1, n.end, EntityKind.PLACE)
        elif n.kind is EntityKind.PERSON and n.end - n.first == 2 and words[n.first].lower() in lexicon.place_makers:
            n = Name(n.first, n.end, EntityKind.PLACE)
        if n.kind is EntityKind.PERSON and _ends_in_body(n, words, lexicon):
            n = Name(n.first, n.end, EntityKind.ORGANISATION)
        for part in _split(n, line, lexicon):
            trimmed = _trim(part, words, lexicon)
            if trimmed is not None:
                out.append(trimmed)
    out = _regions(_complete(_ranked(_join(out, words, lexicon), line, lexicon), line, lexicon), line)
    taken = {i for n in out for i in range(n.first, n.end)}
    out.extend(_missed(line, taken, lexicon))
    out.sort(key=lambda n: n.first)
    return whole_bodies(out, line, lexicon)


def _split(n: Name, line: Words, lexicon: NameLexicon) -> Iterator[Name]:
    """Take apart an organisation and the person after it: "Partai Gerindra Suhardi"; a place, an office and a person: "Oakland Mayor
    John Miller"; leave a comma out of a person's or place's name.
    """
    words = line.words
    if n.end - n.first == 1:
        yield n
        return
    if n.kind is EntityKind.ORGANISATION:
        cut = _headed(n, words, lexicon)
        if cut:
            yield Name(n.first, cut, n.kind)
            yield Name(cut, n.end, EntityKind.PERSON)
            return
        for cut in range(n.end - 1, n.first, -1):
            if len(words[cut - 1]) < SHORTEST and not words[cut - 1].isupper():
                continue
            if (
                lexicon.fold(" ".join(words[n.first : cut])) in lexicon.known
                or lexicon.fold(" ".join(words[n.first + 1 : cut])) in lexicon.known
            ):
                rest = words[cut : n.end]
                office = any(w.lower() in lexicon.offices for w in words[max(0, n.first - 4) : cut])
                if _like_names(rest, lexicon) and (office or all(lexicon.given.get(lexicon.fold(w)) for w in rest)):
                    yield Name(n.first, cut, n.kind)
                    yield Name(cut, n.end, EntityKind.PERSON)
                    return
                break
    cut = _holder(n, words, lexicon)
    if cut:
        if n.kind is not EntityKind.PERSON and (first := _bare_office(n.first, cut, words, lexicon)) < cut:
            yield Name(first, cut, n.kind)
        yield Name(cut, n.end, EntityKind.PERSON)
        return
    if lexicon.modifier_first and n.end - n.first > 2:
        for cut in range(n.end - 2, n.first, -1):
            if words[cut].lower() in lexicon.offices:
                if n.kind is EntityKind.ORGANISATION:
                    rest = words[cut + 1 : n.end]
                    if len(rest) < 2 or lexicon.given.get(lexicon.fold(rest[0]), "l") == "l" or not _like_names(rest, lexicon):
                        break
                    if words[cut - 1].lower() in lexicon.organisations and words[cut - 1][0].isupper():
                        yield Name(n.first, cut, n.kind)
                        yield Name(cut + 1, n.end, EntityKind.PERSON)
                        return
                if lexicon.fold(" ".join(words[n.first : cut])) in lexicon.places:
                    yield Name(n.first, cut, EntityKind.PLACE)
                yield Name(cut + 1, n.end, EntityKind.PERSON)
                return
    if lexicon.modifier_first and n.kind is not EntityKind.ORGANISATION and _behind_office(n, words, lexicon):
        yield Name(n.first + 1, n.end, EntityKind.PERSON)
        return
    if (
        n.kind is EntityKind.PLACE
        and n.end - n.first > 1
        and lexicon.fold(" ".join(words[n.first : n.end])) not in lexicon.places
    ):
        for cut in range(n.first + 1, n.end):
            left, right = lexicon.fold(" ".join(words[n.first : cut])), lexicon.fold(" ".join(words[cut : n.end]))
            if left in lexicon.places and right in lexicon.places and lexicon.places.level(right) in "ip":
                yield Name(n.first, cut, n.kind)
                yield Name(cut, n.end, n.kind)
                return
            rest = words[cut : n.end]
            known = left in lexicon.regions or (left in lexicon.places and lexicon.places.level(left) == "i")
            if known and len(rest) > 1 and _like_names(rest, lexicon):
                yield Name(n.first, cut, n.kind)
                yield Name(cut, n.end, EntityKind.PERSON)
                return
    cut = _joined(n, line, lexicon) or _datelined(n, words, lexicon)
    if cut:
        yield Name(n.first, cut, EntityKind.PLACE)
        if _like_names(words[cut : n.end], lexicon) and n.kind is EntityKind.PLACE:
            n = Name(cut, n.end, EntityKind.PERSON)
        else:
            n = Name(cut, n.end, n.kind)
    first = n.first
    if "," in words[n.first : n.end] and n.kind is not EntityKind.ORGANISATION:
        for i in range(n.first, n.end):
            if words[i] == ",":
                if i > first:
                    yield Name(first, i, n.kind)
                first = i + 1
    if first < n.end:
        yield n.cut(first, n.end)


def _headed(n: Name, words: list[str], lexicon: NameLexicon) -> int:
    """Give where the person begins in "Ketua Umum HKI Akhmad Maulana": an abbreviation behind an office, then people's names only; 0 if it is not so."""
    cut = n.first + 1
    rest = words[cut : n.end]
    if not (1 < len(rest) < 5 and words[n.first].isupper() and len(words[n.first]) > 1):
        return 0
    if not any(w.lower() in lexicon.offices for w in words[max(0, n.first - 4) : n.first]):
        return 0
    likely = (
        _like_names(rest, lexicon) and all(w.istitle() for w in rest) and lexicon.given.get(lexicon.fold(rest[0]), "l") != "l"
    )
    return cut if likely else 0


def _behind_office(n: Name, words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether a name took in what an office is of: "Secretary of" State Mary Hale."""
    head, rest = words[n.first].lower(), words[n.first + 1 : n.end]
    return (
        n.first > 1
        and 1 < len(rest) < 5
        and words[n.first - 1].lower() in lexicon.prepositions
        and words[n.first - 2].lower() in lexicon.offices
        and (head in lexicon.place_heads or head in lexicon.organisations)
        and lexicon.given.get(lexicon.fold(rest[0]), "l") != "l"
        and _personal(rest, lexicon)
    )


def _joined(n: Name, line: Words, lexicon: NameLexicon) -> int:
    """Give where lost spaces joined the name of a place with the name behind it ("JakartaManchester United"); 0 if none did."""
    for cut in range(n.first + 1, n.end):
        glued = line.spans[cut - 1][1] == line.spans[cut][0] and line.words[cut - 1].isalpha() and line.words[cut][0].isupper()
        if glued and _town(line.words[n.first : cut], lexicon):
            return cut
    return 0


def _datelined(n: Name, words: list[str], lexicon: NameLexicon) -> int:
    """Give where a dateline ends inside a name: "Liputan6.com, Jakarta Studio X": behind the outlet's town; 0 if it is not so."""
    if n.first < 2 or words[n.first - 1] != "," or lexicon.fold(words[n.first - 2]) not in lexicon.known:
        return 0
    for cut in range(min(n.end - 1, n.first + 2), n.first, -1):
        if _town(words[n.first : cut], lexicon) and lexicon.fold(" ".join(words[n.first : cut + 1])) not in lexicon.places:
            return 0 if words[cut] in lexicon.directions or words[cut].lower() in lexicon.directions else cut
    return 0


def _town(words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether words are the name of a country, province, regency or large town, and no ordinary word."""
    form = lexicon.fold(" ".join(words))
    return form in lexicon.places and lexicon.places.level(form) in "iprC" and words[0].lower() not in lexicon.marks


def _holder(n: Name, words: list[str], lexicon: NameLexicon) -> int:
    """Give where the holder's name begins in a name that took in an office, a rank or a place before it; 0 if none did.

    "Kaops Nusa Brigjen X Y": behind the last rank; "Kepala Kemenag Bogor X Y": behind the place; "Gunung Slamet X Y" after an office: behind the place.
    """
    if lexicon.modifier_first or n.end - n.first < 3:
        return 0
    for cut in range(n.end - 1, n.first, -1):
        low = words[cut - 1].lower()
        rest = words[cut : n.end]
        if cut - 1 > n.first and low in lexicon.offices and low not in lexicon.given and low not in lexicon.role_links:
            if cut - 2 == n.first and words[n.first].lower() not in lexicon.offices and n.kind is not EntityKind.PERSON:
                return 0  # "Universitas Jenderal X": named for its holder
            return cut if len(rest) < 5 and _personal(rest, lexicon) else 0
    if n.kind is EntityKind.PERSON or not any(w.lower() in lexicon.offices for w in words[max(0, n.first - 4) : n.first + 1]):
        return 0
    for cut in range(n.end - 2, n.first, -1):
        rest = words[cut : n.end]
        if (
            (
                (len(words[cut - 1]) > SHORTEST and lexicon.fold(words[cut - 1]) in lexicon.places)
                or (cut == n.first + 2 and words[n.first].lower() in lexicon.place_makers)
            )
            and len(rest) < 5
            and _personal(rest, lexicon)
            and all(w.istitle() and (lexicon.fold(w) in lexicon.given or w.lower() not in lexicon.use) for w in rest)
        ):
            return cut
    return 0


def _ranked(names: list[Name], line: Words, lexicon: NameLexicon) -> list[Name]:
    """Begin a person's name right behind the rank before it ("Kombes" Anton Wijaya), and find one that nothing covers."""
    words = line.words
    ranks = [i for i, look in enumerate(line.looks) if look & RANK and i + 1 < len(words)]
    if not ranks:
        return names
    out = list(names)
    for i in ranks:
        if any(n.first <= i < n.end for n in out):
            continue
        first = i + 1
        while first < len(words) and (
            (low := words[first].lower()) in lexicon.honorifics or low in lexicon.offices or low in (".", "(", ")")
        ):
            first += 1
        end = first
        while (
            end < len(words)
            and end - first < 4
            and not any(n.first <= end < n.end for n in out)
            and _personal(words[end : end + 1], lexicon)
        ):
            end += 1
        if end == first:
            continue
        after = next((n for n in out if n.first == end), None)
        if after is not None and after.kind is EntityKind.PERSON:
            out[out.index(after)] = Name(first, after.end, after.kind)
        elif after is None:
            out.append(Name(first, end, EntityKind.PERSON))
    return sorted(out, key=lambda n: n.first)


def _personal(words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether words look like a person's name, also where one of them is a place's too."""
    return all(
        w[0].isupper() and (_like_names([w], lexicon) or (w.lower() not in lexicon.marks and lexicon.fold(w) in lexicon.given))
        for w in words
    )


def _bare_office(first: int, end: int, words: list[str], lexicon: NameLexicon) -> int:
    """Give where what an office is of begins: "Kepala Kemenag Bogor" -> "Kemenag Bogor"; the end where a rank or a clipped office leaves nothing."""
    while first < end and words[first].lower() in lexicon.offices:
        first += 1
    if first < end and any(w.lower() in lexicon.offices for w in words[first:end]):
        return end
    single = end - first == 1 and not words[first].isupper() and lexicon.fold(words[first]) not in lexicon.places
    return end if single else first


def _like_names(words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether words may be a person's name: capitals, no abbreviations, no words of offices and bodies, no places."""
    return all(
        w[0].isupper() and not w.isupper() and w.lower() not in lexicon.marks and lexicon.fold(w) not in lexicon.places
        for w in words
    )


def _join(names: list[Name], words: list[str], lexicon: NameLexicon) -> list[Name]:
    """Put together a person's name that was cut at a link ("Mohamed bin" "Zayed"), and a place's that goes on with a person's ("Bandara Internasional" "X")."""
    out: list[Name] = []
    for n in names:
        if (
            out
            and out[-1].kind is EntityKind.PERSON
            and words[out[-1].end - 1].lower() in lexicon.name_links
            and out[-1].end == n.first
        ):
            out[-1] = Name(out[-1].first, n.end, EntityKind.PERSON)
        elif (
            out
            and out[-1].kind is EntityKind.PLACE
            and n.kind is EntityKind.PERSON
            and out[-1].end == n.first
            and words[out[-1].first].lower() in lexicon.place_makers
        ):
            out[-1] = Name(out[-1].first, n.end, EntityKind.PLACE)
        elif out and _one_body(out[-1], n, words, lexicon):
            out[-1] = Name(out[-1].first, n.end, EntityKind.ORGANISATION)
        else:
            out.append(n)
    return out


def _ends_in_body(n: Name, words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether a name ends in a known body's name of several words ("International Red Cross")."""
    return any(lexicon.fold(" ".join(words[cut : n.end])) in lexicon.known for cut in range(n.first, n.end - 1))


def _one_body(a: Name, b: Name, words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether two tagged bodies are one whose head and rest stand apart: "International Committee" of the "Red Cross"."""
    between = words[a.end : b.first]
    return (
        a.kind is b.kind is EntityKind.ORGANISATION
        and 0 < len(between) < 3
        and words[a.end - 1].lower() in lexicon.organisations
        and all(w in lexicon.body_links for w in between)
    )


def _trim(n: Name, words: list[str], lexicon: NameLexicon) -> Name | None:
    """Cut marks off both ends, and titles, offices and a country's name off a person's front; None if nothing is left."""
    first, end = n.first, n.end
    while first < end and not words[first][0].isalnum():
        first += 1
    while first < end and not words[end - 1][-1].isalnum() and words[end - 1][-1] not in _TAIL:
        end -= 1
    if end > first and words[end - 1] == ")" and "(" not in words[first:end]:
        end -= 1
    if end > first and words[end - 1] == "." and len(words[end - 2]) > 3:
        end -= 1
    while end - first > 1 and words[end - 1].lower() in lexicon.ranks:
        end -= 1
    if lexicon.modifier_first and n.kind is EntityKind.ORGANISATION:
        while end - first > 1 and words[end - 1].lower() in lexicon.offices and words[end - 2][0].isupper():
            end -= 1  # "U.S. Secretary"
        rest = " ".join(words[first:end])
        if end < n.end and (rest in lexicon.short_places or lexicon.fold(rest) in lexicon.places):
            n = Name(first, end, EntityKind.PLACE)
    while end - first > 1 and words[first].lower() in lexicon.articles:
        first += 1
    if n.kind is not EntityKind.ORGANISATION:
        while (
            end - first > 1
            and (low := words[first].lower()) in lexicon.calendar
            and low not in lexicon.given
            and low not in lexicon.places
        ):
            first += 1
        while (
            end - first > 1
            and (low := words[end - 1].lower()) in lexicon.calendar
            and low not in lexicon.given
            and low not in lexicon.places
        ):
            end -= 1
    if n.kind is EntityKind.PERSON:
        while end - first > 1:
            low = words[first].lower()
            if (
                low in lexicon.offices
                or low in lexicon.honorifics
                or words[first] == "."
                or low in lexicon.demonyms
                or (
                    first
                    and end - first > 2
                    and lexicon.fold(low) in lexicon.places
                    and lexicon.places.level(lexicon.fold(low)) == "i"
                    and lexicon.fold(low) not in lexicon.given
                )
            ):
                first += 1
            else:
                break
    elif n.kind is EntityKind.PLACE or lexicon.fold(" ".join(words[first + 1 : end])) in lexicon.known:
        while (
            end - first > 1
            and (low := words[first].lower()) in lexicon.offices
            and low not in lexicon.organisations
            and low not in lexicon.place_heads
        ):
            first += 1
    if first == 0 and end > 1 and "u0" in lexicon.use.get(words[0].lower(), "") and words[0].lower() not in lexicon.marks:
        first = 1
    if first >= end or not words[first][0].isalnum():
        return None
    low = words[first].lower()
    if low in lexicon.vessels and words[first].isupper():
        return None
    if end - first == 1:
        form = lexicon.fold(words[first])
        if (
            len(low) == 1
            or low in lexicon.articles
            or (first == 0 and "u0" in lexicon.use.get(low, "") and form not in lexicon.places)
        ):
            return None
        if (
            low in lexicon.organisations
            and not words[first].isupper()
            and form not in lexicon.known
            and not (first and words[first - 1].lower() in lexicon.articles)
        ):
            return None
    if end - first == 1 and (low in lexicon.calendar or low in lexicon.demonyms or not any(c.isalpha() for c in low)):
        return None
    if end - first == 1 and n.kind is EntityKind.PERSON and low in lexicon.offices and low not in lexicon.given:
        return None
    if n.kind is EntityKind.PLACE and _like_a_person(first, end, words, lexicon):
        return Name(first, end, EntityKind.PERSON)
    return n.cut(first, end)


def _like_a_person(first: int, end: int, words: list[str], lexicon: NameLexicon) -> bool:
    """Say whether a tagged place is built of people's names only, is no known place, and no preposition of place stands before it."""
    if not 2 <= end - first <= 3 or (first and words[first - 1].lower() in lexicon.prepositions):
        return False
    folded = [lexicon.fold(w) for w in words[first:end]]
    if lexicon.given.get(folded[0], "l") == "l" or not all(w in lexicon.given for w in folded):
        return False
    form = " ".join(folded)
    return (
        form not in lexicon.places
        and form not in lexicon.regions
        and not any(w in lexicon.place_heads or w in lexicon.directions for w in folded)
    )


def _complete(names: list[Name], line: Words, lexicon: NameLexicon) -> list[Name]:
    """Complete a place that stops inside a gazetteer name ("Arab" Saudi), and add a direction ("Gaza" selatan)."""
    words, out = line.words, []
    for at, n in enumerate(names):
        end = n.end
        limit = names[at + 1].first if at + 1 < len(names) else len(words)
        if n.kind is EntityKind.PLACE:
            for stop in range(min(n.first + 4, limit), end, -1):
                if words[stop - 1][0].isupper() and lexicon.fold(" ".join(words[n.first : stop])) in lexicon.places:
                    end = stop
                    break
            if end < limit and words[end] in lexicon.directions:
                end += 1
        out.append(n.cut(n.first, end))
    return out


def _regions(names: list[Name], line: Words) -> list[Name]:
    """Put known names of regions, of several words, in place of what the tagger made of their parts ("Gulf of Aden")."""
    for known in line.known:
        if not known:
            continue
        for i, part in sorted(known.items()):
            if part == "pl=Bw" and known.get(i + 1) == "pl=Iw":
                stop = i + 1
                while known.get(stop) == "pl=Iw":
                    stop += 1
                if not any(n.first < i < n.end or n.first < stop < n.end for n in names):
                    names = [n for n in names if n.end <= i or n.first >= stop]
                    names.append(Name(i, stop, EntityKind.PLACE))
    return sorted(names, key=lambda n: n.first)


def _missed(line: Words, taken: set[int], lexicon: NameLexicon) -> Iterator[Name]:
    """Give countries and provinces after a preposition of place that no name covers."""
    words = line.words
    for (_start, end), known in zip(line.runs, line.known, strict=True):
        if not known:
            continue
        for i, part in sorted(known.items()):
            if part not in ("pl=Bi", "pl=Bp") or i in taken:
                continue
            stop = i + 1
            while stop < end and known.get(stop) == "pl=I" + part[-1]:
                stop += 1
            if any(j in taken for j in range(i, stop)) or (i and i - 1 in taken) or (stop in taken):
                continue
            if stop < len(words) and words[stop][0].isupper() and stop < end:
                continue
            if not i or words[i - 1].lower() not in lexicon.prepositions:
                continue
            if words[i].lower() in lexicon.marks or lexicon.given.get(lexicon.fold(words[i])) in ("f", "m"):
                continue
            yield Name(i, stop, EntityKind.PLACE)
